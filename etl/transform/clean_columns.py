"""How the cells of one column are read: what an empty cell stands for, and which function reads a filled one."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from rapidfuzz import process

from etl.kinds import Column
from etl.transform import clean_days, clean_numbers, clean_text, clean_web
from etl.transform.awards import AwardNames
from etl.transform.clean_text import Unfit, Value

# Columns whose year is that of an award; other years reach further back.
AWARD_YEARS = frozenset(("year", "as_of_year", "scope_year"))
# As many codes as a message can hold and still be read.
SHOWN_CODES = 20

SIMPLE: dict[str, Callable[[str], Value]] = {
    "text": clean_text.free_text,
    "printed_name": clean_text.printed_name,
    "code": clean_text.code,
    "whole": clean_numbers.whole,
    "decimal": clean_numbers.decimal,
    "yes_no": clean_numbers.yes_no,
    "unitid": clean_numbers.unitid,
    "url": clean_web.url,
    "state": clean_web.state,
}


PLAIN = {"url": clean_web.PLAIN}
"""Texts that no cleaning changes, where they can be told at a glance: addresses hardly repeat."""


@dataclass(frozen=True)
class ColumnReader:
    """Reads the cells of a column. `fallback` is the text that an empty cell stands for, '' for none; `present` tells
    whether the file has the column.
    """

    column: Column
    fallback: str
    present: bool
    parse: Callable[[str], Value]

    def __call__(self, cell: str) -> Value:
        """The value of the cell, None for an empty one. Raises Unfit."""
        if (plain := PLAIN.get(self.column.parse)) and plain.fullmatch(cell):
            return cell
        text = self.text(cell)
        return self.parse(text) if text else None

    def text(self, cell: str) -> str:
        """The text to be read, '' for none. Raises Unfit for a cell that must not be empty, and for error values."""
        text = clean_text.unescaped(cell)
        if not clean_text.one_line(text) or (not self.column.default and text.casefold() in clean_text.NOTHING):
            text = self.fallback
        if not text and self.column.required:
            raise Unfit(f"is missing; {self._remedy()}")
        return text

    def _remedy(self) -> str:
        here = "fill the cell" if self.present else "the file has no column for it: add one"
        return f"{here}, or give one value for the whole file with --set {self.column.name}=…"


@dataclass(frozen=True)
class AwardReader:
    """Reads an award's cell beside that of its year, since a name can have passed from one award to another."""

    award: ColumnReader
    year: ColumnReader
    names: AwardNames

    def __call__(self, cells: tuple[str, str]) -> Value:
        """The code of the award, None for an empty cell. Raises Unfit for a name that is not known."""
        text = clean_text.one_line(self.award.text(cells[0]))
        if not text:
            return None
        if (found := self.names.code(text, self._year(cells[1]))) is None:
            raise Unfit(unknown_award(text, self.names), waits_for=f"award:{text}")
        return found

    def _year(self, cell: str) -> int | None:
        """The year, None for one that cannot be read: that is a reason of its own, told by the year's own column."""
        try:
            value = self.year(cell)
        except Unfit:
            return None
        return value if isinstance(value, int) else None


def unknown_award(text: str, names: AwardNames) -> str:
    """What to say of an award's name that is not known, with the known codes and the name most like it."""
    if not names.codes:
        return "is not known, since no awards are known yet; load the awards and their names first"
    shown = ", ".join(names.codes[:SHOWN_CODES]) + (" and others" if len(names.codes) > SHOWN_CODES else "")
    close = names.closest(text)
    hint = f"; the closest name is {close[0]!r} ({close[1]})" if close else ""
    return (
        f"is not the name of one award; known are {shown}{hint}; correct it, or load a file of award names that has it"
    )


def parser_of(column: Column, today_year: int) -> Callable[[str], Value]:
    """The function that reads a filled cell of the column; a code for an award, which AwardReader reads."""
    if column.parse == "year":
        first = clean_numbers.FIRST_AWARD_YEAR if column.name in AWARD_YEARS else clean_numbers.FIRST_YEAR
        return partial(clean_numbers.year, first=first, last=today_year + 1)
    if column.parse == "day":
        return partial(clean_days.day, today_year=today_year)
    if column.parse == "choice":
        return partial(choice, choices=folded_choices(column.choices))
    return clean_text.one_line if column.parse == "award" else SIMPLE[column.parse]


def folded_choices(choices: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The meaning of each wording, by the wording without case, dashes and underscores."""
    return {_folded(wording): meaning for wording, meaning in choices}


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def choice(text: str, choices: dict[str, str]) -> str:
    """What the text means among the choices. Raises Unfit that lists them."""
    wording = _folded(clean_text.one_line(text))
    if wording in choices:
        return choices[wording]
    close = process.extractOne(wording, list(choices), score_cutoff=75)
    hint = f"; the closest is {choices[close[0]]!r}" if close else ""
    raise Unfit(f"is not one of {', '.join(sorted(set(choices.values())))}{hint}; put one of these")
