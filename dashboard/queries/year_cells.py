"""Year strips: what is known of each school's years in a family."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Connection, select

from dashboard.domain.statuses import WINS
from dashboard.domain.streaks import YearCell
from dashboard.queries.families import Span
from dashboard.queries.versions import counts_in
from etl.schema import Award, Record, YearStatus


def blank_strip(span: Span) -> tuple[YearCell, ...]:
    """The strip of a school of which nothing is known: `no_award` or `unknown` in every year of the span."""
    return tuple(YearCell(year, _without_record(year, span)) for year in span.years)


def strips(
    connection: Connection, span: Span, school_ids: Collection[str] | None = None, version: int | None = None
) -> dict[str, tuple[YearCell, ...]]:
    """The strips of all schools (or of `school_ids`) of which anything is known in the span."""
    blank = blank_strip(span)
    found: dict[str, list[YearCell]] = {}
    for school_id, cell in _known_cells(connection, span, school_ids, version):
        strip = found.setdefault(school_id, list(blank))
        strip[cell.year - span.years.start] = cell
    for (school_id, year), tiers in _tiers(connection, span, school_ids, version).items():
        strip = found.setdefault(school_id, list(blank))
        at = year - span.years.start
        strip[at] = replace(strip[at], tiers=tuple(tiers))
    return {school_id: tuple(strip) for school_id, strip in found.items()}


def _without_record(year: int, span: Span) -> str:
    return "no_award" if year in span.bridged else "unknown"


def _known_cells(
    connection: Connection, span: Span, school_ids: Collection[str] | None, version: int | None
) -> list[tuple[str, YearCell]]:
    table = YearStatus
    statement = select(
        table.school_id, table.year, table.status, table.award, table.basis, table.conflict, table.why, table.sources
    ).where(table.family == span.family, table.year.between(*_ends(span)), counts_in(table, version))
    if school_ids is not None:
        statement = statement.where(table.school_id.in_(school_ids))
    return [
        (school_id, YearCell(year, _status(year, status, span), tuple(sources), award, basis, conflict, why))
        for school_id, year, status, award, basis, conflict, why, sources in connection.execute(statement)
    ]


def _status(year: int, status: str, span: Span) -> str:
    """A year without an award is `no_award`, whatever else is known but a win; and no other year is."""
    if status in WINS or (status != "no_award" and year not in span.bridged):
        return status
    return _without_record(year, span)


def _tiers(
    connection: Connection, span: Span, school_ids: Collection[str] | None, version: int | None
) -> dict[tuple[str, int], list[str]]:
    statement = (
        select(Record.school_id, Record.year, Record.award)
        .join(Award, Award.award == Record.award)
        .where(Award.role == "tier", Award.on_top_of == span.family, counts_in(Award, version))
        .where(Record.status == "won", Record.year.between(*_ends(span)), counts_in(Record, version))
        .order_by(Record.school_id, Record.year, Record.award)
        .distinct()
    )
    if school_ids is not None:
        statement = statement.where(Record.school_id.in_(school_ids))
    tiers: dict[tuple[str, int], list[str]] = {}
    for school_id, year, award in connection.execute(statement):
        tiers.setdefault((school_id, year), []).append(award)
    return tiers


def _ends(span: Span) -> tuple[int, int]:
    return span.years.start, span.years.stop - 1
