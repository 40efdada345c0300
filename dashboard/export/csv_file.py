"""Rows as CSV: UTF-8 with BOM, RFC 4180 (CRLF, doubled quotes), safe in a spreadsheet.

Text (heads too) that starts with = + - @ (narrow or wide), a tab or a line break gets a leading apostrophe, so that no
spreadsheet runs it; loading takes it off again. Numbers, negative ones too, stay as they are. Missing values are empty
cells, yes/no are "yes" and "no", days are ISO 8601, lists are joined by " | ".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from dashboard.export.cells import safe_cell
from etl.transform.clean_text import safe_text

if TYPE_CHECKING:
    from pandas import DataFrame

BOM: Final = b"\xef\xbb\xbf"
ROWS_AT_A_TIME: Final = 2_000


def csv_chunks(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """The file in pieces of some thousand rows, however many there are."""
    yield BOM + _lines([[safe_text(head) for head in heads]])
    waiting = iter(rows)
    while some := list(islice(waiting, ROWS_AT_A_TIME)):
        yield _lines([[safe_cell(value) for value in row] for row in some])


def csv_bytes(frame: DataFrame) -> bytes:
    """The frame's columns and rows, without the index."""
    columns = [frame[head].tolist() for head in frame.columns]
    return b"".join(csv_chunks([str(head) for head in frame.columns], zip(*columns, strict=True)))


def text_csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of text."""
    return b"".join(csv_chunks(heads, rows))


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
