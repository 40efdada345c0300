"""What is shown, as a CSV file that a spreadsheet opens safely."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame


def csv_bytes(frame: DataFrame) -> bytes:
    """The frame's columns and rows as CSV: UTF-8 with BOM, RFC 4180 (CRLF, doubled quotes), without the index.

    Formula-safe: text (heads too) that starts with = + - @, a tab or a carriage return gets a leading apostrophe, so
    that no spreadsheet runs it; numbers, negative ones too, stay as they are. Missing values are empty cells, yes/no
    are "yes" and "no", days are ISO 8601, lists are joined by " | ".
    """
    raise NotImplementedError


def file_name(what: str, filters: Sequence[str] | str, version: int, day: date, ending: str = "csv") -> str:
    """A name that says what, which part, when and which data version: "records HEED won 2026-11-23 v12.csv".

    Safe on Windows: no reserved character or device name, no trailing dot, at most 120 characters.
    """
    raise NotImplementedError
