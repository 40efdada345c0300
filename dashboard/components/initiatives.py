"""Initiatives of a school: what, for which award year, and who says so."""

from typing import TYPE_CHECKING, Any

from dashboard.components.frames import rows_of
from dashboard.components.links import web_link
from dashboard.components.table import Cell, Column, Html, table_html

if TYPE_CHECKING:
    from pandas import DataFrame

_COLUMNS = (Column("Initiative"), Column("Category"), Column("Cited for"), Column("Source"))


def initiatives_html(found: "DataFrame") -> str:
    """The initiatives of `queries.initiatives.initiatives` as a table, in their order."""
    return table_html("Initiatives, the latest award year first", _COLUMNS, map(_row, rows_of(found)), fold=True)


def _row(row: dict[str, Any]) -> tuple[Cell, ...]:
    source = web_link(row["url"], row["source"])
    return row["initiative"], row["category"], f"{row['year']}" if row["year"] else "year not said", Html(source)
