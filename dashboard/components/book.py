"""Book-keeping on the screen: loads, refused rows, names that wait for a person."""

from collections.abc import Iterable
from html import escape

from dashboard.components.links import link, school_address, web_link
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.queries.bookkeeping import Candidate, LoadInfo, RefusedRowShown, UnresolvedNameShown

_LOADS = (
    Column("File"),
    Column("Loaded", tight=True),
    Column("By"),
    Column("Rows", number=True),
    Column("New", number=True),
    Column("Changed", number=True),
    Column("Refused", number=True),
    Column("Data version", number=True),
)
_REFUSED = (Column("Where it stands"), Column("What is wrong"), Column("The row"))
_UNRESOLVED = (Column("Name as printed"), Column("Printed beside"), Column("Why it waits"), Column("Could be"))
SHOWN_CANDIDATES = 3


def loads_html(caption: str, loads: Iterable[LoadInfo]) -> str:
    """Loads as a table, newest first as given; undone ones say so."""
    return table_html(caption, _LOADS, map(_load_row, loads))


def refused_html(caption: str, rows: Iterable[RefusedRowShown]) -> str:
    """Refused rows with every reason, and the row as it stood."""
    return table_html(caption, _REFUSED, map(_refused_row, rows), fold=True)


def unresolved_html(caption: str, names: Iterable[UnresolvedNameShown]) -> str:
    """Names that wait for a person, with what they could mean."""
    return table_html(caption, _UNRESOLVED, map(_unresolved_row, names), fold=True)


def _load_row(load: LoadInfo) -> tuple[Cell, ...]:
    undone = ' <span class="aw-flag">undone</span>' if load.undone_version else ""
    notices = "".join(f'<br><span class="aw-quiet">{escape(notice)}</span>' for notice in load.notices)
    return (
        Html(f"{escape(load.file)}{undone}{notices}"),
        f"{load.made_at:%Y-%m-%d %H:%M} UTC",
        load.made_by,
        f"{load.rows_read:,}",
        f"{load.rows_new:,}",
        f"{load.rows_changed:,}",
        f"{load.rows_refused:,}",
        f"{load.version}",
    )


def _refused_row(row: RefusedRowShown) -> tuple[Cell, ...]:
    place = ", ".join(part for part in (row.file, row.sheet, f"line {row.line}") if part)
    reasons = "<br>".join(
        f"<strong>{escape(reason.column)}</strong>: {escape(reason.message)}"
        if reason.column
        else escape(reason.message)
        for reason in row.reasons
    )
    waits = f'<br><span class="aw-quiet">waits for {escape(", ".join(row.waits_for))}</span>' if row.waits_for else ""
    return Html(f"{escape(place)}"), Html(reasons + waits), " | ".join(row.cells)


def _unresolved_row(name: UnresolvedNameShown) -> tuple[Cell, ...]:
    beside = ", ".join(str(part) for part in (name.parent_as_printed, name.state, name.award, name.year) if part)
    page = f"<br>{web_link(name.source_url, 'the page')}" if name.source_url else ""
    rows = f"{name.n_rows} row{'s' if name.n_rows != 1 else ''}"
    return (
        Html(f'{escape(name.school_as_printed)}<br><span class="aw-quiet">{rows}</span>'),
        Html(f"{escape(beside)}{page}"),
        name.rule,
        Html("<br>".join(map(_candidate_html, name.candidates[:SHOWN_CANDIDATES])) or "no school we know of"),
    )


def _candidate_html(candidate: Candidate) -> str:
    if candidate.school_id is None:
        return escape(candidate.name)
    return link(school_address(candidate.school_id), candidate.name)
