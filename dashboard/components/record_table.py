"""Records as a table: a row a school, award family and year."""

from collections.abc import Iterable
from html import escape
from typing import Any

from dashboard.components.links import link, school_address
from dashboard.components.record_filters import basis_word
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.domain.statuses import mark, word

_COLUMNS = (
    Column("School"),
    Column("Award year"),
    Column("Status"),
    Column("Award", tight=True),
    Column("Basis"),
    Column("Sources", number=True),
    Column("Why"),
)


def records_html(caption: str, found: Iterable[dict[str, Any]]) -> str:
    """Records as `queries.records.records_part` gives them; the year leads down to the sources."""
    return table_html(caption, _COLUMNS, map(_row, found), fold=True)


def status_html(status: str, conflict: bool = False) -> str:
    """A status with its mark and its word."""
    clash = ' <span class="aw-flag">sources disagree</span>' if conflict else ""
    return (
        f'<span class="aw-status"><span class="aw-mark" aria-hidden="true">{mark(status)}</span>'
        f"{escape(word(status))}</span>{clash}"
    )


def _row(row: dict[str, Any]) -> tuple[Cell, ...]:
    where = ", ".join(row[name] for name in ("kind", "state") if row[name])
    return (
        Html(f'{escape(row["school"])}<br><span class="aw-quiet">{escape(where)}</span>'),
        Html(link(school_address(row["school_id"], row["family"], row["year"]), str(row["year"]))),
        Html(status_html(row["status"], row["conflict"])),
        row["award"] or row["family"],
        basis_word(row["basis"]),
        f"{row['n_sources']}",
        row["why"],
    )
