"""Runs of won years, found in SQL for all schools at once (gaps and islands over the family's calendar)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import CTE, Connection, Integer, Select, and_, case, cast, func, literal, or_, select, union_all

from dashboard.domain.statuses import BREAKS, PROBABLE_WINS, WINS
from dashboard.domain.streaks import Run, State
from dashboard.queries.families import Span
from dashboard.queries.versions import counts_in
from etl.schema import Calendar, YearStatus

Level = Literal["confirmed", "probable"]
"""Which years count as won: those that are won, or those that are probably won as well."""


@dataclass(frozen=True)
class Runs:
    """The runs of one school that matter."""

    total: int
    """Number of won years."""
    first_year: int
    longest: Run
    """Of several the latest."""
    last: Run
    state: State
    """What became of the last run: alive, open or broken."""


def runs(
    connection: Connection, span: Span, school_ids: Collection[str] | None = None, version: int | None = None
) -> dict[tuple[Level, str], Runs]:
    """The runs of every school (or of `school_ids`) that won within the span, by level and school."""
    if not span.years:
        return {}
    rows = connection.execute(_runs_statement(span, school_ids, version))
    return {
        (row.level, row.school_id): Runs(
            total=row.total,
            first_year=row.first_year,
            longest=Run(row.longest_n, row.longest_first, row.longest_last),
            last=Run(row.n, row.first, row.last),
            state=row.state,
        )
        for row in rows
    }


def _runs_statement(span: Span, school_ids: Collection[str] | None, version: int | None) -> Select[*tuple[object, ...]]:
    """One row a level and school: its last run, its longest, its total, and what became of the last."""
    known = _known_years(span, school_ids, version)
    schools = _schools(_ranked(_all_runs(_wins(known))))
    breaks = _last_breaks(known)
    state = case(
        (breaks.c.year > schools.c.last, "broken"),
        (schools.c.last >= cast(span.last_announced, Integer), "alive"),
        else_="open",
    )
    return select(schools, state.label("state")).outerjoin(breaks, breaks.c.school_id == schools.c.school_id)


def _turns(span: Span, version: int | None) -> CTE:
    """For each year how many years of the family that are not bridged lie before it, and through it."""
    years = select(literal(span.years.start, Integer).label("year")).cte("span", recursive=True)
    years = years.union_all(select(years.c.year + 1).where(years.c.year < span.years.stop - 1))
    counts = case((and_(Calendar.row_id.is_not(None), Calendar.turn.is_(None)), 0), else_=1)
    through = func.sum(counts).over(order_by=years.c.year)
    calendar = and_(Calendar.year == years.c.year, Calendar.family == span.family, counts_in(Calendar, version))
    return (
        select(years.c.year, (through - counts).label("turns_before"), through.label("turns_through"))
        .outerjoin(Calendar, calendar)
        .cte("turns")
    )


def _known_years(span: Span, school_ids: Collection[str] | None, version: int | None) -> CTE:
    """The years that make or break a run, with their place in the calendar; in one without award a win alone does."""
    turns = _turns(span, version)
    statement = (
        select(YearStatus.school_id, YearStatus.year, YearStatus.status, turns.c.turns_before, turns.c.turns_through)
        .join(turns, turns.c.year == YearStatus.year)
        .where(YearStatus.family == span.family, YearStatus.status.in_(PROBABLE_WINS | BREAKS))
        .where(or_(YearStatus.status.in_(WINS), turns.c.turns_before < turns.c.turns_through))
        .where(counts_in(YearStatus, version))
    )
    if school_ids is not None:
        statement = statement.where(YearStatus.school_id.in_(school_ids))
    return statement.cte("known_year")


def _wins(known: CTE) -> CTE:
    """Each level's won years, with the turns through the won year before."""
    levels = (("confirmed", WINS), ("probable", PROBABLE_WINS))
    each = union_all(
        *(
            select(literal(level).label("level"), known).where(known.c.status.in_(statuses))
            for level, statuses in levels
        )
    ).cte("win_each")
    before = func.lag(each.c.turns_through).over(partition_by=(each.c.level, each.c.school_id), order_by=each.c.year)
    return select(each, before.label("turns_through_last_win")).cte("win")


def _all_runs(wins: CTE) -> CTE:
    """The runs: a won year opens one unless no turn lies between it and the won year before."""
    opens = case((wins.c.turns_through_last_win == wins.c.turns_before, 0), else_=1)
    number = func.sum(opens).over(partition_by=(wins.c.level, wins.c.school_id), order_by=wins.c.year)
    numbered = select(wins.c.level, wins.c.school_id, wins.c.year, number.label("run")).cte("numbered")
    key = (numbered.c.level, numbered.c.school_id)
    return (
        select(*key, func.count().label("n"))
        .add_columns(func.min(numbered.c.year).label("first"), func.max(numbered.c.year).label("last"))
        .group_by(*key, numbered.c.run)
        .cte("run")
    )


def _ranked(found: CTE) -> CTE:
    """The runs with their rank by length (ties: the latest first) and by time."""
    key = (found.c.level, found.c.school_id)
    return select(
        found,
        func.row_number().over(partition_by=key, order_by=(found.c.n.desc(), found.c.last.desc())).label("by_length"),
        func.row_number().over(partition_by=key, order_by=found.c.last.desc()).label("by_time"),
    ).cte("ranked")


def _schools(ranked: CTE) -> CTE:
    """One row a level and school: the last and the longest of its runs, and its totals."""
    columns = (ranked.c.n, ranked.c.first, ranked.c.last)
    last = [func.max(case((ranked.c.by_time == 1, column))).label(column.name) for column in columns]
    longest = [func.max(case((ranked.c.by_length == 1, column))).label(f"longest_{column.name}") for column in columns]
    return (
        select(ranked.c.level, ranked.c.school_id, *last, *longest)
        .add_columns(cast(func.sum(ranked.c.n), Integer).label("total"), func.min(ranked.c.first).label("first_year"))
        .group_by(ranked.c.level, ranked.c.school_id)
        .cte("school_runs")
    )


def _last_breaks(known: CTE) -> CTE:
    """Each school's last year that ends a run."""
    return (
        select(known.c.school_id, func.max(known.c.year).label("year"))
        .where(known.c.status.in_(BREAKS))
        .group_by(known.c.school_id)
        .cte("last_break")
    )
