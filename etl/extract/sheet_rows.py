"""The rows of a sheet under its heading, as text."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from python_calamine import CalamineSheet

from etl.extract.decoding import INVISIBLE
from etl.extract.sheet_scan import NO_VALUE, SheetFacts, letters
from etl.extract.table import MetLines, Place, RowFault, TextRow

CellValue = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged range, each as row and column counted from 0."""

REMEDIES = {
    NO_VALUE: "open the workbook in Excel or LibreOffice, let it calculate, and save it, or paste the value itself",
    "spreadsheet error": "mend the formula, or put the value itself",
}


@dataclass(frozen=True)
class SheetLayout:
    """How a table lies in its sheet: heading and column of the kind for each cell from A on, and the heading's row."""

    file: str
    sheet: str
    headings: tuple[str, ...]
    columns: tuple[str | None, ...]
    header_row: int
    merged: Sequence[Range]
    facts: SheetFacts


def cell_text(value: CellValue) -> str:
    """A cell's value as one would write it: dates as in ISO 8601, whole numbers without a decimal point."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def numbered_rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """Every row from the first on with its number from 1, its cells from column A on."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    return ((number, left + [cell_text(cell) for cell in cells]) for number, cells in enumerate(sheet.iter_rows(), 1))


def sheet_rows(
    layout: SheetLayout, rows: Iterable[tuple[int, list[str]]], faults: list[RowFault], notices: list[str]
) -> Iterator[TextRow]:
    """The rows under the heading, but for those without text.

    A cell that the sheet merged over several rows counts in each of them that holds anything else. A row that needs a
    cell without a usable value goes to `faults`. Text beside the table and invisible characters go to `notices`.
    """
    down = _Merges(layout.merged, layout.header_row)
    invisible, beside = MetLines(), Counter[int]()
    faulty = _by_row(layout.facts)
    for number, cells in _with_formulas(rows, faulty):
        down.remember(number, cells)
        if number <= layout.header_row or not (number in faulty or any(cell.strip() for cell in cells)):
            continue
        beside.update(_without_heading(layout, cells))
        down.fill(number, cells)
        if INVISIBLE.search("".join(cells)):
            invisible.add(number)
        row = _row(layout, number, cells)
        if reasons := _reasons(layout, number, faulty.get(number, {})):
            faults.append(_fault(row, reasons, faulty[number]))
        else:
            yield row
    notices.extend(_notices(invisible, beside, down))


def _with_formulas(rows: Iterable[tuple[int, list[str]]], faulty: Collection[int]) -> Iterator[tuple[int, list[str]]]:
    """All rows; those below the last value hold formulas alone, and have no values."""
    last = 0
    for last, cells in rows:
        yield last, cells
    yield from ((number, []) for number in sorted(faulty) if number > last)


def _without_heading(layout: SheetLayout, cells: Sequence[str]) -> Iterator[int]:
    """The numbers of the columns that hold text but have no heading."""
    for number, (cell, heading) in enumerate(zip_longest(cells, layout.headings, fillvalue=""), 1):
        if cell.strip() and not heading.strip():
            yield number


def _by_row(facts: SheetFacts) -> dict[int, dict[int, tuple[str, str]]]:
    rows: dict[int, dict[int, tuple[str, str]]] = {}
    for (row, column), found in facts.faulty.items():
        rows.setdefault(row, {})[column] = found
    return rows


def _row(layout: SheetLayout, number: int, cells: list[str]) -> TextRow:
    width = len(layout.columns)
    padded = (*cells[:width], *[""] * (width - len(cells)))
    return TextRow(Place(layout.file, layout.sheet, number), padded)


def _reasons(layout: SheetLayout, number: int, faulty: dict[int, tuple[str, str]]) -> tuple[str, ...]:
    """Why the row cannot be used: its cells without a value, where they stand in columns that are used."""
    return tuple(
        f"cell {letters(column)}{number}: {problem} ({text}); {REMEDIES[problem]}"
        for column, (problem, text) in sorted(faulty.items())
        if column <= len(layout.columns) and layout.columns[column - 1] is not None
    )


def _fault(row: TextRow, reasons: tuple[str, ...], faulty: dict[int, tuple[str, str]]) -> RowFault:
    cells = tuple(faulty[place][1] if place in faulty else cell for place, cell in enumerate(row.cells, 1))
    return RowFault(row.place, cells, "\t".join(cells), reasons)


def _notices(invisible: MetLines, beside: Counter[int], down: "_Merges") -> Iterator[str]:
    for column, count in sorted(beside.items()):
        yield f"column {letters(column)} has no heading; text in {count} of its cells was not used"
    if down.filled.count:
        yield f"merged cells, counted in each of their rows: {down.filled}"
    if invisible.count:
        yield f"control or invisible characters, left out when cleaned: {invisible}"


class _Merges:
    """The merged cells that reach over several rows, and the values they have, as the rows go by."""

    def __init__(self, merged: Iterable[Range], header_row: int) -> None:
        tall = [(top + 1, left, bottom + 1) for (top, left), (bottom, _) in merged if bottom > top >= header_row]
        self._waiting = sorted(tall, reverse=True)
        self._open: dict[int, tuple[int, str]] = {}
        self.filled = MetLines()

    def remember(self, number: int, cells: list[str]) -> None:
        """Takes up the merged cells that begin in this row, and lets go of those that ended above it."""
        self._open = {column: merge for column, merge in self._open.items() if merge[0] >= number}
        while self._waiting and self._waiting[-1][0] <= number:
            top, column, bottom = self._waiting.pop()
            if top == number and column < len(cells):
                self._open[column] = (bottom, cells[column])

    def fill(self, number: int, cells: list[str]) -> None:
        """Puts the values of merged cells into the empty cells that they cover in this row."""
        gaps = [column for column in self._open if column < len(cells) and not cells[column]]
        for column in gaps:
            cells[column] = self._open[column][1]
        if gaps:
            self.filled.add(number)
