"""Rows of frames as cells of a table."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame

Value = str | int | float | bool | tuple[object, ...] | None


def rows_of(frame: "DataFrame") -> list[dict[str, Value]]:
    """The rows of a frame as values by column; what is missing is None."""
    return frame.astype("object").where(frame.notna(), None).to_dict("records")

