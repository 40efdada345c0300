"""Sources as a table, with what rests on each."""

from collections.abc import Iterable

from dashboard.components.links import web_link
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.queries.sources import SourceUse

_COLUMNS = (
    Column("Source"),
    Column("Publisher"),
    Column("Published", tight=True),
    Column("Statements", number=True),
    Column("Claims", number=True),
    Column("Initiatives", number=True),
    Column("Key"),
)


def sources_html(caption: str, found: Iterable[SourceUse]) -> str:
    """Sources in the order given."""
    return table_html(caption, _COLUMNS, map(_row, found), fold=True)


def _row(use: SourceUse) -> tuple[Cell, ...]:
    info = use.source
    copy = ' <span class="aw-flag">copy</span>' if info.mirror else ""
    return (
        Html(web_link(info.url, info.title) + copy),
        info.publisher_kind,
        f"{info.published_on:%Y-%m-%d}" if info.published_on else None,
        f"{use.observations}",
        f"{use.claims}",
        f"{use.initiatives}",
        info.source_id,
    )
