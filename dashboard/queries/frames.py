"""Rows as frames whose columns have the same types whether or not there are rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pandas import DataFrame

TEXT: Final = "str"
WHOLE: Final = "Int64"
"""Whole numbers, some of which may be missing."""
SHARE: Final = "Float64"
YES_NO: Final = "bool"
DAY: Final = "datetime64[s]"
VALUES: Final = "object"
"""Tuples of values."""


def framed(rows: Iterable[Sequence[object]], types: Mapping[str, str]) -> DataFrame:
    """The rows as a frame with the columns of `types`, in their order. None is missing."""
    from pandas import DataFrame  # late: it takes over a second to import

    return DataFrame([tuple(row) for row in rows], columns=list(types), dtype="object").astype(dict(types))


def plain(number: int) -> int:
    """The number as Python has it.

    A number out of a frame is one of numpy's, which SQLite takes for bytes: it equals nothing, and nobody is told.
    """
    return int(number)
