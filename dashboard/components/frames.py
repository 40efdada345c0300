"""Rows of frames as cells of a table."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pandas import DataFrame


def rows_of(frame: "DataFrame") -> list[dict[str, Any]]:
    """The rows of a frame as values by column; what is missing is None."""
    values = frame.astype("object").where(frame.notna(), None)
    return [dict(zip(values.columns, row, strict=True)) for row in values.itertuples(index=False, name=None)]
