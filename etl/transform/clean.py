"""From the cells of a row to the values of its kind, or every reason why not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from etl.kinds import Kind
from etl.transform.awards import AwardNames
from etl.transform.clean_columns import AWARD_YEARS, AwardReader, ColumnReader, parser_of
from etl.transform.clean_text import Unfit, Value
from etl.transform.coded import Coded, Groups

# Lists repeat themselves: a text read once is remembered. Enough for the schools of a list, little for the memory.
REMEMBERED_TEXTS = 100_000
REMEMBERED_CHARACTERS = 200
SHOWN_CHARACTERS = 80


@dataclass(frozen=True)
class Reason:
    """Why a row could not be taken: the column of the schema, its cell, and a sentence that holds both and the remedy.
    `waits_for` names what another load may bring (`award:…`), '' when only the row itself can be mended.
    """

    column: str
    value: str
    message: str
    waits_for: str = ""


Cleaned = tuple[tuple[Value, ...] | None, tuple[Reason, ...]]
"""The values of a row in the order of the kind's columns and no reason, or None and all reasons."""
CleanedBlock = tuple[list[Coded], dict[int, tuple[Reason, ...]]]
"""The values of many rows by the kind's columns, and all reasons of each row that cannot be taken, by its place among
the rows. Such a row is in no column."""


def cleaner(
    kind: Kind, columns: Sequence[str | None], defaults: Mapping[str, str], awards: AwardNames, today_year: int
) -> Callable[[Sequence[str]], Cleaned]:
    """A function that cleans one row: from its cells to values, or to all reasons why there are none.

    As `block_cleaner`, for a row alone.
    """
    clean = block_cleaner(kind, columns, defaults, awards, today_year)

    def clean_one(cells: Sequence[str]) -> Cleaned:
        values, refused = clean([cells])
        return (None, refused[0]) if refused else (tuple(column[0] for column in values), ())

    return clean_one


def block_cleaner(
    kind: Kind, columns: Sequence[str | None], defaults: Mapping[str, str], awards: AwardNames, today_year: int
) -> Callable[[Sequence[Sequence[str]]], CleanedBlock]:
    """A function that cleans rows of one table, many at a time, each new text of a column read once.

    `columns` names the column of the kind for each cell, None for a cell that belongs to none. An empty cell, or a
    column that is not there, takes its value from `defaults` (texts by column), else the column's default, else None.
    """
    readers = [
        ColumnReader(
            column, defaults.get(column.name) or column.default, column.name in columns, parser_of(column, today_year)
        )
        for column in kind.columns
    ]
    steps = _steps(readers, columns, awards)
    memories = [_Remembered(step.read) for step in steps]

    def clean(rows: Sequence[Sequence[str]]) -> CleanedBlock:
        texts = [*map(Coded.of, zip(*rows, strict=True)), Coded.same("", len(rows))]
        values = [step.cells(texts).mapped(memory.__getitem__) for step, memory in zip(steps, memories, strict=True)]
        met = [column.having(is_unfit) for column, memory in zip(values, memories, strict=True) if memory.met_unfit]
        unfit = np.logical_or.reduce(met) if met else np.zeros(len(rows), bool)
        if unfit.any():
            values = [column.picked(~unfit) for column in values]
        return values, {place: _reasons(steps, (*rows[place], "")) for place in np.flatnonzero(unfit).tolist()}

    return clean


UNFIT: Any = object()
"""What stands in a column for a cell that cannot be read."""


def is_unfit(value: Any) -> bool:
    """Whether the value stands for a cell that cannot be read."""
    return value is UNFIT


class _Remembered(dict[object, Value]):
    """The values of cells that were read before; a new cell is read when it is asked for."""

    def __init__(self, read: Callable[..., Value]) -> None:
        super().__init__()
        self._read = read
        self.met_unfit = False

    def __missing__(self, cell: str | tuple[str, str]) -> Value:
        try:
            value = self._read(cell)
        except Unfit:
            value, self.met_unfit = UNFIT, True
        if len(cell) <= REMEMBERED_CHARACTERS:
            if len(self) >= REMEMBERED_TEXTS:
                self.clear()
            # The text itself where it stays as it is: two equal ones would take twice the memory.
            self[cell] = value = cell if isinstance(cell, str) and value == cell else value
        return value


@dataclass(frozen=True)
class _Step:
    """One column's part of the work: where its cells stand in the row (for an award, its own and the year's), and what
    reads them.
    """

    column: str
    fallback: str
    places: tuple[int, ...]
    read: Callable[..., Value]

    def cells(self, texts: Sequence[Coded]) -> Coded:
        """What is to be read of each row; `texts` are the columns of the rows."""
        own = [texts[place] for place in self.places]
        if len(own) == 1:
            return own[0]
        alike = Groups.of(*own)
        return Coded(list(alike.told(*own)), alike.codes)

    def cell(self, row: Sequence[str]) -> str | tuple[str, ...]:
        """What is to be read of one row."""
        return row[self.places[0]] if len(self.places) == 1 else tuple(row[place] for place in self.places)


def _reasons(steps: Sequence[_Step], row: Sequence[str]) -> tuple[Reason, ...]:
    """Every reason why the row cannot be taken; none when it can."""
    reasons = []
    for step in steps:
        try:
            step.read(step.cell(row))
        except Unfit as unfit:
            reasons.append(_reason(step, row[step.places[0]].strip() or step.fallback, unfit))
    return tuple(reasons)


def _steps(readers: Sequence[ColumnReader], columns: Sequence[str | None], awards: AwardNames) -> list[_Step]:
    places = {name: place for place, name in enumerate(columns) if name}
    absent = len(columns)
    year = next((reader for reader in readers if reader.column.name in AWARD_YEARS), None)
    steps = []
    for reader in readers:
        name = reader.column.name
        own = places.get(name, absent)
        if reader.column.parse == "award" and year is not None:
            beside = places.get(year.column.name, absent)
            steps.append(_Step(name, reader.fallback, (own, beside), AwardReader(reader, year, awards)))
        else:
            steps.append(_Step(name, reader.fallback, (own,), reader))
    return steps


def _reason(step: _Step, text: str, unfit: Unfit) -> Reason:
    shown = text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
    label = step.column.removesuffix("_as_printed").replace("_", " ")
    message = f"{label} {shown!r} {unfit}" if text else f"{label} {unfit}"
    return Reason(step.column, text, message, unfit.waits_for)
