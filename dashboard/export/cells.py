"""What is shown, as a file that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from math import isnan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters by which some spreadsheet takes text for a formula; the wide ones in East Asian editions."""
BOM = b"\xef\xbb\xbf"
LONGEST_CELL = 32_767
"""Characters of a cell of a workbook."""
LONGEST_SHEET_NAME = 31
LONGEST_COLUMN = 400
"""Width in pixels to which a column grows with its text."""
LONGEST_NAME = 120
"""Characters of a file's name; Windows allows 260 for the whole path."""
_RESERVED = frozenset('<>:"/\\|?*.')


def csv_bytes(frame: DataFrame) -> bytes:
    """The frame's columns and rows as CSV: UTF-8 with BOM, RFC 4180 (CRLF, doubled quotes), without the index.

    Formula-safe: text (heads too) that starts with = + - @ (narrow or wide), a tab or a line break gets a leading
    apostrophe, so that no spreadsheet runs it; numbers, negative ones too, stay as they are. Missing values are empty
    cells, yes/no are "yes" and "no", days are ISO 8601, lists are joined by " | ".
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe_text(str(head)) for head in frame.columns])
    columns = ([_cell(value) for value in frame[head]] for head in frame.columns)
    writer.writerows(zip(*columns, strict=True))
    return BOM + text.getvalue().encode()


def text_csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of text as CSV, with the same guarantees as `csv_bytes`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe_text(head) for head in heads])
    writer.writerows([safe_text(cell) for cell in row] for row in rows)
    return BOM + text.getvalue().encode()


def workbook_bytes(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str]]]]) -> bytes:
    """Sheets (name, heads, rows of text) as an XLSX workbook; every cell is text, so that nothing is reckoned or lost.

    Text beyond the 32,767 characters that a cell can hold is cut.
    """
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True})
        for name, heads, rows in sheets:
            sheet = workbook.add_worksheet(name[:LONGEST_SHEET_NAME])
            sheet.freeze_panes(1, 0)
            for at, head in enumerate(heads):
                sheet.write_string(0, at, head[:LONGEST_CELL], bold)
            for line, row in enumerate(rows, 1):
                for at, cell in enumerate(row):
                    sheet.write_string(line, at, cell[:LONGEST_CELL])
            sheet.autofit(max_width=LONGEST_COLUMN)
    return file.getvalue()


def safe_text(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def file_name(what: str, filters: Sequence[str] | str, version: int, day: date, ending: str = "csv") -> str:
    """A name that says what, which part, when and which data version: `records_HEED_won_2026-11-23_v12.csv`.

    Safe on Windows: no reserved or invisible character, no device name (day and version follow the first word), no dot
    but that of the ending, at most 120 characters; of long filters the beginning stays.
    """
    parts = [filters] if isinstance(filters, str) else filters
    tail = f"_{day.isoformat()}_v{version}.{ending}"
    said = "_".join(word for word in (_name_part(part) for part in (what, *parts)) if word)
    return said[: LONGEST_NAME - len(tail)].rstrip("_- ") + tail


def _name_part(text: str) -> str:
    plain = "".join("-" if c in _RESERVED or not c.isprintable() or c.isspace() else c for c in text.replace("–", "-"))
    return re.sub("-+", "-", plain).strip("_-")


def _cell(value: object) -> object:
    """The value as a cell: numbers as they are, everything else as safe text."""
    match value:
        case str():
            return safe_text(value)
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return "" if isinstance(value, float) and isnan(value) else value
        case tuple() | list():
            return safe_text(_joined(value))
    return _other_cell(value)


def _joined(values: Iterable[object]) -> str:
    return " | ".join(str(_cell(value)) if isinstance(value, bool | date) else str(value) for value in values)


def _other_cell(value: object) -> object:
    """Days, missing values and the numbers of numpy."""
    from pandas import isna  # late: it takes over a second to import

    if value is None or isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, datetime):
        return (value.date() if value.time() == datetime.min.time() else value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    plain = value.item() if hasattr(value, "item") else str(value)
    return _cell(plain)
