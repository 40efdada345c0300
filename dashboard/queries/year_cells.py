"""Year strips: what is known of each school's years in a family."""

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from dashboard.domain.statuses import WINS
from dashboard.domain.streaks import YearCell
from dashboard.queries.families import Span
from dashboard.queries.versions import counts_then
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
    rows = connection.execute(
        _cells_statement(school_ids is not None, version is not None), _asked(span, school_ids, version)
    )
    return [
        (school_id, YearCell(year, _status(year, status, span), tuple(sources), award, basis, conflict, why))
        for school_id, year, status, award, basis, conflict, why, sources in rows
    ]


@cache
def _cells_statement(of_some: bool, earlier: bool) -> Select[*tuple[Any, ...]]:
    """The years known of a family. Built once: to build it takes longer than to ask it of one school."""
    table = YearStatus
    statement = (
        select(table.school_id, table.year, table.status, table.award, table.basis, table.conflict, table.why)
        .add_columns(table.sources)
        .where(table.family == bindparam("family"), table.year.between(bindparam("first"), bindparam("last")))
        .where(counts_then(table, earlier))
    )
    return statement.where(table.school_id.in_(bindparam("schools", expanding=True))) if of_some else statement


def _asked(span: Span, school_ids: Collection[str] | None, version: int | None) -> dict[str, object]:
    """The values that both statements are asked with."""
    first, last = span.years.start, span.years.stop - 1
    schools = {} if school_ids is None else {"schools": list(school_ids)}
    return {"family": span.family, "first": first, "last": last, "version": version, **schools}


def _status(year: int, status: str, span: Span) -> str:
    """A year without an award is `no_award`, whatever else is known but a win; and no other year is."""
    if status in WINS or (status != "no_award" and year not in span.bridged):
        return status
    return _without_record(year, span)


def _tiers(
    connection: Connection, span: Span, school_ids: Collection[str] | None, version: int | None
) -> dict[tuple[str, int], list[str]]:
    rows = connection.execute(
        _tiers_statement(school_ids is not None, version is not None), _asked(span, school_ids, version)
    )
    tiers: dict[tuple[str, int], list[str]] = {}
    for school_id, year, award in rows:
        tiers.setdefault((school_id, year), []).append(award)
    return tiers


@cache
def _tiers_statement(of_some: bool, earlier: bool) -> Select[str, int, str]:
    """The tiers received on top of a family. Built once, as the other."""
    table = Record
    statement = (
        select(table.school_id, table.year, table.award)
        .join(Award, Award.award == table.award)
        .where(Award.role == "tier", Award.on_top_of == bindparam("family"), counts_then(Award, earlier))
        .where(table.status == "won", table.year.between(bindparam("first"), bindparam("last")))
        .where(counts_then(table, earlier))
        .order_by(table.school_id, table.year, table.award)
        .distinct()
    )
    return statement.where(table.school_id.in_(bindparam("schools", expanding=True))) if of_some else statement
