"""Several schools in one cell: joint winners, and lists that nobody split."""

import re
from collections.abc import Iterator

_MARKS = (re.compile(r"\s*[;\n|•/]\s*"), re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&|with)\s+"))
MOST_PARTS = 40


def texts_in_cell(text: str) -> Iterator[str]:
    """The parts that the marks of a list divide the text into; nothing when there is no such mark."""
    for marks in _MARKS:
        parts = [part for part in marks.split(text) if part.strip()]
        if 1 < len(parts) <= MOST_PARTS:
            yield from parts
            return
