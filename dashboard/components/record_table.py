"""Records as a table: a row a school, award family and year."""

from html import escape
from typing import TYPE_CHECKING

from dashboard.components.frames import Value, rows_of
from dashboard.components.links import link, school_address
from dashboard.components.record_filters import basis_word
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.domain.statuses import mark, word

if TYPE_CHECKING:
    from pandas import DataFrame

_COLUMNS = (
    Column("School"),
    Column("Award year"),
    Column("Status"),
    Column("Award"),
    Column("Basis"),
    Column("Sources", number=True),
    Column("Why"),
)


def records_html(caption: str, found: "DataFrame") -> str:
    """Records as `queries.records.records` gives them; the year leads down to the sources."""
    return table_html(caption, _COLUMNS, map(_row, rows_of(found)))


def status_html(status: str, conflict: bool = False) -> str:
    """A status with its mark and its word."""
    clash = ' <span class="aw-flag">sources disagree</span>' if conflict else ""
    return (
        f'<span class="aw-status"><span class="aw-mark" aria-hidden="true">{mark(status)}</span>'
        f"{escape(word(status))}</span>{clash}"
    )


def _row(row: dict[str, Value]) -> tuple[Cell, ...]:
    school_id, family, year = str(row["school_id"]), str(row["family"]), int(row["year"])  # type: ignore[arg-type]
    where = ", ".join(str(row[name]) for name in ("kind", "state") if row[name])
    return (
        Html(f'{escape(str(row["school"]))}<br><span class="aw-quiet">{escape(where)}</span>'),
        Html(link(school_address(school_id, family, year), str(year))),
        Html(status_html(str(row["status"]), bool(row["conflict"]))),
        str(row["award"] or row["family"]),
        basis_word(str(row["basis"]) if row["basis"] else None),
        f"{row['n_sources']}",
        str(row["why"]),
    )
