"""Sources as a table, with what rests on each."""

from typing import TYPE_CHECKING, Any

from dashboard.components.frames import rows_of
from dashboard.components.links import web_link
from dashboard.components.table import Cell, Column, Html, table_html

if TYPE_CHECKING:
    from pandas import DataFrame

_COLUMNS = (
    Column("Source"),
    Column("Publisher"),
    Column("Published", tight=True),
    Column("Statements", number=True),
    Column("Claims", number=True),
    Column("Initiatives", number=True),
    Column("Key"),
)


def sources_html(caption: str, found: "DataFrame") -> str:
    """Sources as `queries.sources.sources` gives them."""
    return table_html(caption, _COLUMNS, map(_row, rows_of(found)), fold=True)


def matching(found: "DataFrame", text: str) -> "DataFrame":
    """The sources whose key, title or address hold every word of `text`, without case."""
    kept = found
    for word in text.casefold().split():
        whole = kept[["source_id", "title", "url"]].fillna("").agg(" ".join, axis=1).str.casefold()
        kept = kept[whole.str.contains(word, regex=False)]
    return kept


def _row(row: dict[str, Any]) -> tuple[Cell, ...]:
    copy = ' <span class="aw-flag">copy</span>' if row["mirror"] else ""
    day = f"{row['published_on']:%Y-%m-%d}" if row["published_on"] is not None else None
    return (
        Html(web_link(row["url"], row["title"]) + copy),
        row["publisher_kind"],
        day,
        f"{row['observations']}",
        f"{row['claims']}",
        f"{row['initiatives']}",
        row["source_id"],
    )
