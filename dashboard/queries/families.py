"""Award families and their calendars."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from dashboard.queries.frames import plain
from dashboard.queries.versions import counts_in, counts_then
from etl.schema import Award, Calendar, YearStatus

_ROLES = ("award", "tier", "mention")


@dataclass(frozen=True)
class Family:
    """An award family: the lineage over which streaks run."""

    family: str
    """Its code."""
    name: str
    """Name of its main award today: the one whose code is the family's, else the first by code."""
    awards: tuple[str, ...]
    """Codes of its awards."""
    role: str
    """award, tier or mention: the role of its awards."""
    on_top_of: str | None
    """For tiers and mentions the family they sit on."""
    first_year: int | None
    """First year of its calendar."""
    last_year: int | None
    """Last year of its calendar."""
    last_announced_year: int | None
    """Its last cycle that was held and announced."""


@dataclass(frozen=True)
class Span:
    """The years over which a family is looked at."""

    family: str
    first: int | None
    """The family's first cycle; without a calendar its first record."""
    as_of: int | None
    """The last year looked at."""
    bridged: frozenset[int]
    """Years in which no award of the family was held."""
    last_announced: int | None
    """The last held and announced cycle by as-of."""

    @property
    def years(self) -> range:
        """The years from first to as-of; none when as-of lies before the first or nothing is known."""
        return range(self.first or 0, (self.as_of or 0) + 1) if self.first else range(0)


def families(connection: Connection, version: int | None = None) -> list[Family]:
    """All award families: those of awards by the age of their calendar, then tiers, then mentions."""
    awards = connection.execute(
        select(Award.family, Award.award, Award.name, Award.role, Award.on_top_of)
        .where(counts_in(Award, version))
        .order_by(Award.family, Award.award)
        .distinct()
    ).all()
    rows_by_family: dict[str, list[Row[str, str, str, str, str | None]]] = {}
    for row in awards:
        rows_by_family.setdefault(row.family, []).append(row)
    calendars = _calendars(connection, version)
    found = [_family(code, rows, calendars.get(code, [])) for code, rows in rows_by_family.items()]
    return sorted(found, key=lambda f: (_ROLES.index(f.role), f.first_year is None, f.first_year or 0, f.family))


def last_announced_year(
    connection: Connection, family: str = "HEED", *, up_to: int | None = None, version: int | None = None
) -> int | None:
    """The family's last cycle that was held and announced (no later than `up_to`); None when there is none."""
    statement = select(func.max(Calendar.year)).where(
        Calendar.family == family, Calendar.held, Calendar.announced, counts_in(Calendar, version)
    )
    return connection.scalar(statement if up_to is None else statement.where(Calendar.year <= plain(up_to)))


def span(connection: Connection, family: str, as_of: int | None, version: int | None = None) -> Span:
    """The years of `family` up to `as_of`; without it up to the last held and announced cycle.

    While no cycle is announced, as-of is the last year anything is known of; while there is no calendar, the years run
    from the first to the last record of the family.
    """
    rows = _calendars(connection, version, family).get(family, [])
    calendar, announced = [row.year for row in rows], _announced(rows)
    needs_records = not calendar or not (announced or as_of)
    known = [*calendar, *(_record_years(connection, family, version) if needs_records else ())]
    last = plain(as_of) if as_of else max(announced, default=max(known, default=None))
    return Span(
        family=family,
        first=min(calendar or known, default=None),
        as_of=last,
        bridged=frozenset(row.year for row in rows if row.turn is None),
        last_announced=max((year for year in announced if last and year <= last), default=None),
    )


_CalendarRow = Row[str, int, bool, bool, int | None]


def _calendars(connection: Connection, version: int | None, family: str | None = None) -> dict[str, list[_CalendarRow]]:
    asked = {"family": family, "version": version}
    calendars: dict[str, list[_CalendarRow]] = {}
    for row in connection.execute(_calendar_statement(family is not None, version is not None), asked):
        calendars.setdefault(row.family, []).append(row)
    return calendars


@cache
def _calendar_statement(of_one: bool, earlier: bool) -> Select[str, int, bool, bool, int | None]:
    """Years of all calendars or one. Built once: to build it takes longer than to ask it."""
    statement = select(Calendar.family, Calendar.year, Calendar.held, Calendar.announced, Calendar.turn).where(
        counts_then(Calendar, earlier)
    )
    if of_one:
        statement = statement.where(Calendar.family == bindparam("family"))
    return statement.order_by(Calendar.family, Calendar.year)


def _announced(rows: list[_CalendarRow]) -> list[int]:
    return [row.year for row in rows if row.held and row.announced]


def _record_years(connection: Connection, family: str, version: int | None) -> list[int]:
    statement = select(func.min(YearStatus.year), func.max(YearStatus.year)).where(
        YearStatus.family == family, counts_in(YearStatus, version)
    )
    return [year for year in connection.execute(statement).one() if year is not None]


def _family(code: str, awards: list[Row[str, str, str, str, str | None]], calendar: list[_CalendarRow]) -> Family:
    main = next((row for row in awards if row.award == code), awards[0])
    return Family(
        family=code,
        name=main.name,
        awards=tuple(dict.fromkeys(row.award for row in awards)),
        role=main.role,
        on_top_of=main.on_top_of,
        first_year=calendar[0].year if calendar else None,
        last_year=calendar[-1].year if calendar else None,
        last_announced_year=max(_announced(calendar), default=None),
    )
