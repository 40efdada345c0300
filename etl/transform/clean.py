"""From the cells of a row to the values of its kind, or every reason why not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import getitem, itemgetter
from typing import Any

from etl.kinds import Kind
from etl.transform.awards import AwardNames
from etl.transform.clean_columns import AWARD_YEARS, AwardReader, ColumnReader, parser_of
from etl.transform.clean_text import Unfit, Value

# Lists repeat themselves: a text read once is remembered. Enough for the schools of a list, little for the memory.
REMEMBERED_TEXTS = 20_000
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


Clean = Callable[[Sequence[str]], tuple[Value, ...]]
Cleaned = tuple[tuple[Value, ...] | None, tuple[Reason, ...]]
"""The values of a row in the order of the kind's columns and no reason, or None and all reasons."""


def cleaner(
    kind: Kind, columns: Sequence[str | None], defaults: Mapping[str, str], awards: AwardNames, today_year: int
) -> Callable[[Sequence[str]], Cleaned]:
    """A function that cleans the rows of one table: from its cells to values, or to all reasons why there are none.

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
    quick = _prepared(steps, len(columns))
    if quick is None:
        return lambda cells: (None, _reasons(steps, (*cells, "")))

    def clean(cells: Sequence[str]) -> Cleaned:
        try:
            return quick(cells), ()
        except Unfit:  # told by one cell; the row is gone through anew, to find every reason
            return None, _reasons(steps, (*cells, ""))

    return clean


class _Remembered(dict[object, Value]):
    """The values of cells that were read before; a new cell is read when it is asked for."""

    def __init__(self, read: Callable[..., Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: str | tuple[str, str]) -> Value:
        value = self._read(cell)
        if len(cell) <= REMEMBERED_CHARACTERS:
            if len(self) >= REMEMBERED_TEXTS:
                self.clear()
            self[cell] = value
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

    def cell(self, row: Sequence[str]) -> str | tuple[str, ...]:
        """What is to be read of the row."""
        return row[self.places[0]] if len(self.places) == 1 else tuple(row[place] for place in self.places)


def _prepared(steps: Sequence[_Step], absent: int) -> Clean | None:
    """A quick function that cleans rows, each new text read once and columns that are not in the file read once for all
    rows; None when such a column cannot be read. It raises Unfit for a row with a cell that cannot be read.
    """
    constant = [step for step in steps if set(step.places) == {absent}]
    single = [step for step in steps if len(step.places) == 1 and step not in constant]
    paired = [step for step in steps if len(step.places) == 2 and step not in constant]
    if (constants := _values([(step.read, step.cell(("",) * (absent + 1))) for step in constant])) is None:
        return None
    memories = [_Remembered(step.read) for step in (*single, *paired)]
    order = [*single, *paired, *constant]
    pick, arrange = _picker([step.places[0] for step in single]), _picker([order.index(step) for step in steps])
    pairs = [_picker(step.places) for step in paired]
    padded = any(absent in step.places for step in paired)

    def clean(cells: Sequence[str]) -> tuple[Value, ...]:
        texts = pick(cells)
        for pair in pairs:
            texts = (*texts, pair((*cells, "") if padded else cells))
        return arrange((*map(getitem, memories, texts), *constants))

    return clean


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


def _values(cells: Sequence[tuple[Callable[..., Value], str | tuple[str, ...]]]) -> tuple[Value, ...] | None:
    try:
        return tuple(read(cell) for read, cell in cells)
    except Unfit:
        return None


def _picker(places: Sequence[int]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """A function that takes these places of a row as a tuple, which itemgetter makes of two or more only."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda row: tuple(row[place] for place in places)
