"""Streaks of all schools at once. The definitions stand in `dashboard.domain.streaks`."""

from collections.abc import Collection
from functools import cache

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from dashboard.domain.runs import runs_of
from dashboard.domain.statuses import PROBABLE_WINS, WINS
from dashboard.domain.streaks import SchoolStreaks, YearCell
from dashboard.queries.families import Family, Span, families, last_announced_year, span
from dashboard.queries.versions import counts_then
from dashboard.queries.year_cells import blank_strip, strips
from etl.schema import School

__all__ = ["Family", "families", "last_announced_year", "streaks", "years_by_school"]


def streaks(
    connection: Connection,
    family: str = "HEED",
    *,
    as_of: int | None = None,
    school_ids: Collection[str] | None = None,
    version: int | None = None,
) -> list[SchoolStreaks]:
    """Streaks in `family` of every school (or of `school_ids`), in the order of school_id.

    Every school of the table is there, also one of which nothing is known. `as_of` limits award years, not evidence;
    without it: the family's last held and announced cycle, or, while there is none, the last year anything is known
    of. Years begin with the family's first cycle: a record before it is found among the records, not here. `version`
    asks an earlier data version. An unknown family gives schools without years; unknown school_ids are left out.
    """
    years = span(connection, family, as_of, version)
    known_strips = strips(connection, years, school_ids, version)
    blank = blank_strip(years)
    return [
        _school_streaks(school, years, known_strips.get(school.school_id, blank))
        for school in _schools(connection, school_ids, version)
    ]


def years_by_school(
    connection: Connection,
    school_id: str,
    family: str = "HEED",
    *,
    as_of: int | None = None,
    version: int | None = None,
) -> tuple[YearCell, ...]:
    """The year strip of one school: the `years` of its `SchoolStreaks`, without the reckoning."""
    years = span(connection, family, as_of, version)
    return strips(connection, years, (school_id,), version).get(school_id) or blank_strip(years)


_SchoolRow = Row[str, str, str, str, str | None]


def _schools(connection: Connection, school_ids: Collection[str] | None, version: int | None) -> list[_SchoolRow]:
    asked = {"version": version} if school_ids is None else {"version": version, "schools": list(school_ids)}
    rows = connection.execute(_schools_statement(school_ids is not None, version is not None), asked)
    # Sorted here: PostgreSQL would sort by the rules of its locale, which pass over hyphens.
    return sorted(rows, key=lambda row: row.school_id)


@cache
def _schools_statement(of_some: bool, earlier: bool) -> Select[str, str, str, str, str | None]:
    """Schools with what tells them apart. Built once: to build it takes longer than to ask it of one school."""
    short_name = func.coalesce(School.short_name, School.name).label("short_name")
    statement = select(School.school_id, School.name, short_name, School.kind, School.state).where(
        counts_then(School, earlier)
    )
    return statement.where(School.school_id.in_(bindparam("schools", expanding=True))) if of_some else statement


def _school_streaks(school: _SchoolRow, years: Span, strip: tuple[YearCell, ...]) -> SchoolStreaks:
    confirmed = runs_of(strip, WINS, years.last_announced)
    return SchoolStreaks(
        school_id=school.school_id,
        school_name=school.name,
        short_name=school.short_name,
        kind=school.kind,
        state=school.state,
        family=years.family,
        as_of=years.as_of,
        years=strip,
        total=confirmed.total,
        first_year=confirmed.first_year,
        longest=confirmed.longest,
        current=confirmed.current,
        probable_current=runs_of(strip, PROBABLE_WINS, years.last_announced).current,
        last_won=confirmed.last.last,
    )
