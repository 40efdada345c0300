"""Values as cells that a spreadsheet opens safely."""

from collections.abc import Iterable
from datetime import date, datetime
from math import isnan
from typing import Final

from etl.transform.clean_text import safe_text

BETWEEN_VALUES: Final = " | "


def plain_cell(value: object) -> object:
    """The value as text, number or None: yes/no as "yes" and "no", days ISO 8601, lists joined by " | ".

    Text stays as it is: `safe_cell` makes it safe for a spreadsheet.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return None if isinstance(value, float) and isnan(value) else value
    return _joined(value) if isinstance(value, tuple | list) else _other_cell(value)


def _other_cell(value: object) -> object:
    """Days, the numbers of numpy, and what pandas has for missing values."""
    if isinstance(value, date):
        return _day_or_moment(value)
    from pandas import isna  # late: it takes over a second to import

    if isna(value):  # type: ignore[call-overload]
        return None
    return plain_cell(value.item()) if hasattr(value, "item") else str(value)


def _day_or_moment(value: date) -> str | None:
    """ISO 8601; a moment at midnight as its day."""
    if value != value:  # noqa: PLR0124  pandas' missing moment is a moment that equals nothing
        return None
    midnight = isinstance(value, datetime) and value.time() == datetime.min.time()
    return (value.date() if isinstance(value, datetime) and midnight else value).isoformat()


def safe_cell(value: object) -> object:
    """The value as a cell of a CSV file: numbers as they are, missing values empty, text safe."""
    cell = plain_cell(value)
    if isinstance(cell, str):
        return safe_text(cell)
    return "" if cell is None else cell


def _joined(values: Iterable[object]) -> str:
    return BETWEEN_VALUES.join(
        str(plain_cell(value)) if isinstance(value, bool | date) else str(value) for value in values
    )
