"""Streaks of all schools at once. The definitions stand in `dashboard.domain.streaks`."""

from collections.abc import Collection

from sqlalchemy import Connection, Row, func, select

from dashboard.domain.statuses import UNDECIDED
from dashboard.domain.streaks import Current, Run, SchoolStreaks, YearCell
from dashboard.queries.families import Family, Span, families, last_announced_year, span
from dashboard.queries.runs import Level, Runs, runs
from dashboard.queries.versions import counts_in
from dashboard.queries.year_cells import blank_strip, strips
from etl.schema import School

__all__ = ["Family", "families", "last_announced_year", "streaks", "years_by_school"]

_NO_RUN = Run(0, None, None)
_NO_CURRENT = Current(0, None, None, "none")


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
    known_runs = runs(connection, years, school_ids, version)
    blank = blank_strip(years)
    return [
        _school_streaks(school, years, known_strips.get(school.school_id, blank), known_runs)
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
    short_name = func.coalesce(School.short_name, School.name).label("short_name")
    statement = select(School.school_id, School.name, short_name, School.kind, School.state).where(
        counts_in(School, version)
    )
    if school_ids is not None:
        statement = statement.where(School.school_id.in_(school_ids))
    # Sorted here: PostgreSQL would sort by the rules of its locale, which pass over hyphens.
    return sorted(connection.execute(statement), key=lambda row: row.school_id)


def _school_streaks(
    school: _SchoolRow, years: Span, strip: tuple[YearCell, ...], known_runs: dict[tuple[Level, str], Runs]
) -> SchoolStreaks:
    confirmed = known_runs.get(("confirmed", school.school_id))
    probable = known_runs.get(("probable", school.school_id))
    return SchoolStreaks(
        school_id=school.school_id,
        school_name=school.name,
        short_name=school.short_name,
        kind=school.kind,
        state=school.state,
        family=years.family,
        as_of=years.as_of,
        years=strip,
        total=confirmed.total if confirmed else 0,
        first_year=confirmed.first_year if confirmed else None,
        longest=confirmed.longest if confirmed else _NO_RUN,
        current=_current(confirmed, strip),
        probable_current=_current(probable, strip),
        last_won=confirmed.last.last if confirmed else None,
    )


def _current(found: Runs | None, strip: tuple[YearCell, ...]) -> Current:
    if found is None or found.last.last is None:
        return _NO_CURRENT
    last = found.last.last
    undecided = tuple(cell.year for cell in strip if cell.year > last and cell.status in UNDECIDED)
    n = 0 if found.state == "broken" else found.last.n
    return Current(n, found.last.first, last, found.state, undecided)
