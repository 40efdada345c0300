"""Several schools in one cell: joint winners, and lists that nobody split."""

import re
from collections.abc import Iterator

from etl.transform.naming.kinds_of_school import Unit, units_in

_MARKS = (re.compile(r"\s*[;\n|•/]\s*"), re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&|with)\s+"))
MOST_PARTS = 40


def texts_in_cell(text: str) -> Iterator[str]:
    """The parts that the marks of a list divide the text into; nothing when there is no such mark."""
    for marks in _MARKS:
        parts = [part for part in marks.split(text) if part.strip()]
        if 1 < len(parts) <= MOST_PARTS:
            yield from parts
            return


def units_in_cell(parts: list[str]) -> tuple[Unit, ...]:
    """The units of different kinds that one text of words names; empty for fewer than two."""
    found: dict[tuple[str, str], Unit] = {}
    for span in units_in(" ".join(parts)):
        for unit in span.listed or (span.unit,):
            found.setdefault((unit.kind, unit.part), unit)
    return tuple(found.values()) if len(found) > 1 else ()
