"""Rows as an XLSX workbook: typed, with a frozen head and filters, written row by row."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final

from dashboard.export.cells import plain_cell
from dashboard.export.passport import ColumnInfo, Passport

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL: Final = 32_767
"""Characters of a cell."""
MOST_ROWS: Final = 1_048_575
"""Rows of a sheet under its head."""
LONGEST_SHEET_NAME: Final = 31
LONGEST_COLUMN: Final = 400
"""Width in pixels to which a column grows with its text."""
LOOKED_AT: Final = 200
"""Rows by which the width of columns is judged."""
WIDEST: Final = 60
"""Characters of the widest column."""
DAY_FORMAT: Final = "yyyy-mm-dd"
ABOUT: Final = "About this file"


class TooManyRows(Exception):
    """More rows than a sheet of a workbook holds."""


class WorkbookDraft:
    """A workbook that is written row by row; `finish` adds the sheet "About this file" and closes it.

    Numbers are numbers and days are days; yes/no are "yes" and "no" as in the CSV; text is text, never a formula or a
    link. Memory does not grow with the rows.
    """

    def __init__(self, file: IO[bytes], columns: Sequence[ColumnInfo]) -> None:
        from xlsxwriter import Workbook

        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book: Workbook = Workbook(file, options)
        self._bold = self._book.add_format({"bold": True, "bottom": 1})
        self._day = self._book.add_format({"num_format": DAY_FORMAT})
        self._columns = columns
        self.rows = 0

    def add(self, rows: Iterable[Sequence[object]]) -> None:
        """Write head and rows. Raises TooManyRows beyond 1,048,575."""
        sheet = self._book.add_worksheet("Data")
        sheet.freeze_panes(1, 0)
        waiting = iter(rows)
        first = list(islice(waiting, LOOKED_AT))
        for at, column in enumerate(self._columns):
            cells = (str(plain_cell(row[at]) or "") for row in first)
            sheet.set_column(at, at, min(WIDEST, 2 + max([len(column.name), *map(len, cells)])))
        sheet.write_row(0, 0, [column.name for column in self._columns], self._bold)
        for some in (first, waiting):
            for row in some:
                self._add_row(sheet, row)
        sheet.autofilter(0, 0, max(self.rows, 1), max(len(self._columns) - 1, 0))

    def _add_row(self, sheet: Worksheet, row: Sequence[object]) -> None:
        if self.rows == MOST_ROWS:
            self._book.close()  # or the library's scratch file stays on the disk
            raise TooManyRows(f"a sheet of a workbook holds {MOST_ROWS:,} rows; filter, or take CSV or Parquet")
        self.rows += 1
        for at, value in enumerate(row):
            self._put(sheet, self.rows, at, value)

    def _put(self, sheet: Worksheet, line: int, at: int, value: object) -> None:
        if isinstance(value, datetime | date) and value == value:  # noqa: PLR0124  the missing moment of pandas
            sheet.write_datetime(line, at, datetime(value.year, value.month, value.day), self._day)
            return
        cell = plain_cell(value)
        if isinstance(cell, str):
            sheet.write_string(line, at, cell[:LONGEST_CELL])
        elif cell is not None:
            sheet.write_number(line, at, cell)

    def finish(self, passport: Passport) -> None:
        """Add the sheet "About this file", and write the file to its end."""
        sheet = self._book.add_worksheet(ABOUT)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 60)
        sheet.set_column(2, 3, 24)
        for line, cells in enumerate(passport.lines()):
            for at, text in enumerate(cells):
                sheet.write_string(line, at, text[:LONGEST_CELL], self._bold if at == 0 else None)
        self._book.set_properties({"title": passport.title, "created": passport.data_made_at.astimezone(UTC)})
        self._book.close()


def workbook_bytes(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str]]]]) -> bytes:
    """Sheets (name, heads, rows of text) as a workbook; every cell is text, so that nothing is reckoned or lost.

    Text beyond the 32,767 characters that a cell can hold is cut.
    """
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True})
        for name, heads, rows in sheets:
            sheet: Any = workbook.add_worksheet(name[:LONGEST_SHEET_NAME])
            sheet.freeze_panes(1, 0)
            for at, head in enumerate(heads):
                sheet.write_string(0, at, head[:LONGEST_CELL], bold)
            for line, row in enumerate(rows, 1):
                for at, cell in enumerate(row):
                    sheet.write_string(line, at, cell[:LONGEST_CELL])
            sheet.autofit(max_width=LONGEST_COLUMN)
    return file.getvalue()
