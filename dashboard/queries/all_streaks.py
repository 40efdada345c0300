"""Streaks of every school at once, without what they rest on. The definitions stand in `dashboard.domain.streaks`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np
from sqlalchemy import BigInteger, Connection, Select, Text, bindparam, case, cast, func, literal, select

from dashboard.domain.streak_columns import CODES, STATUSES, Codes, StreakColumns, columns_of
from dashboard.domain.streaks import Current, Run, SchoolStreaks, YearCell
from dashboard.queries.families import Span, span
from dashboard.queries.streaks import SchoolRow, known_schools
from dashboard.queries.versions import counts_then
from etl.schema import School, YearStatus

_STORED: Final = ("won", "probable", "not_won", "did_not_apply", "pending")
"""Statuses that say something: `no_award` follows from the calendar, and unknown is what is left."""
_APART: Final = "\t"
"""Stands between texts; no key of a school holds it."""
_BITS: Final = 3
"""Bits that hold the number of a status."""
_YEARS_A_NUMBER: Final = 20
"""Years whose statuses fit into one number of 63 bits."""


def streak_columns(
    connection: Connection, family: str = "HEED", *, as_of: int | None = None, version: int | None = None
) -> StreakColumns:
    """Streaks in `family` of every school in the order of school_id, reckoned in columns.

    `family`, `as_of` and `version` are those of `dashboard.queries.streaks.streaks`.
    """
    school_ids = sorted(_texts(connection, _ids_statement(version is not None), {"version": version}))
    return _columns(connection, span(connection, family, as_of, version), school_ids, version)


def all_streaks(
    connection: Connection, family: str = "HEED", *, as_of: int | None = None, version: int | None = None
) -> list[SchoolStreaks]:
    """The same, a school each: all that `streaks` tells, but that of a year its status alone is told.

    Sources, conflicts and tiers take most of the time; `streaks` tells them of the schools that are shown.
    """
    schools = known_schools(connection, None, version)
    years = span(connection, family, as_of, version)
    found = _columns(connection, years, [school.school_id for school in schools], version)
    both = zip(found.currents(found.confirmed), found.currents(found.probable), strict=True)
    rest = zip(_counts(found), found.confirmed.longest(), both, strict=True)
    return [
        _school_streaks(school, years, strip, *told)
        for school, strip, told in zip(schools, _strips(found), rest, strict=True)
    ]


def _school_streaks(
    school: SchoolRow,
    years: Span,
    strip: tuple[YearCell, ...],
    counts: tuple[int, int],
    longest: Run,
    currents: tuple[Current, Current],
) -> SchoolStreaks:
    (total, first_year), (current, probable_current) = counts, currents
    return SchoolStreaks(
        school_id=school.school_id,
        school_name=school.name,
        short_name=school.short_name,
        kind=school.kind,
        state=school.state,
        family=years.family,
        as_of=years.as_of,
        years=strip,
        total=total,
        first_year=first_year or None,
        longest=longest,
        current=current,
        probable_current=probable_current,
        last_won=current.last,
    )


def _texts(connection: Connection, statement: Select[str | None], asked: Mapping[str, object]) -> list[str]:
    """The texts that a statement gives as one: a row each would take longer to hand over than to find."""
    together = connection.scalar(statement, asked)
    return together.split(_APART) if together else []


@cache
def _ids_statement(earlier: bool) -> Select[str | None]:
    return select(func.aggregate_strings(School.school_id, _APART)).where(counts_then(School, earlier))


def _columns(connection: Connection, years: Span, school_ids: Sequence[str], version: int | None) -> StreakColumns:
    codes = np.zeros((len(years.years), len(school_ids)), dtype=np.int8)
    for start in range(0, len(years.years), _YEARS_A_NUMBER):
        some = years.years[start : start + _YEARS_A_NUMBER]
        codes[start : start + len(some)] = _codes(connection, years.family, some, school_ids, version)
    bridged = np.array([year in years.bridged for year in years.years], dtype=bool)[:, np.newaxis]
    # A year without an award is told as such, whatever else is known of it but a win.
    codes[bridged & (codes != CODES["won"])] = CODES["no_award"]
    return columns_of(years.family, years.as_of, years.years, tuple(school_ids), codes, years.last_announced)


def _codes(connection: Connection, family: str, years: range, school_ids: Sequence[str], version: int | None) -> Codes:
    """The numbers of what is known, a row a year and a column a school."""
    asked = {"family": family, "first": years.start, "last": years.stop - 1, "version": version}
    texts = _texts(connection, _packed_statement(version is not None), asked)
    packed = dict(zip(texts[::2], map(int, texts[1::2]), strict=True))
    numbers = np.fromiter((packed.get(key, 0) for key in school_ids), dtype=np.int64, count=len(school_ids))
    shifts = _BITS * np.arange(len(years), dtype=np.int64)[:, np.newaxis]
    return (numbers >> shifts & (1 << _BITS) - 1).astype(np.int8)


@cache
def _packed_statement(earlier: bool) -> Select[str | None]:
    """Of each school its key, and one number that holds the statuses of its years, the first in the lowest bits."""
    known = {status: literal(CODES[status], BigInteger) for status in _STORED}
    code = case(known, value=YearStatus.status, else_=literal(0, BigInteger))
    shifted = code.bitwise_lshift(_BITS * (YearStatus.year - bindparam("first")))
    each = (
        select(YearStatus.school_id, cast(func.sum(shifted), BigInteger).label("number"))
        .where(YearStatus.family == bindparam("family"))
        .where(YearStatus.year.between(bindparam("first"), bindparam("last")))
        .where(counts_then(YearStatus, earlier))
        .group_by(YearStatus.school_id)
        .subquery()
    )
    return select(func.aggregate_strings(each.c.school_id + _APART + cast(each.c.number, Text), _APART))


def _strips(found: StreakColumns) -> Iterator[tuple[YearCell, ...]]:
    """The year strip of each school. All schools share the cells: there are seven a year."""
    cells = [[YearCell(year, status) for status in STATUSES] for year in found.years]
    for row in found.codes.T.tolist():
        yield tuple(some[code] for some, code in zip(cells, row, strict=True))


def _counts(found: StreakColumns) -> Iterator[tuple[int, int]]:
    """The number of wins of each school, and the first year of them."""
    return zip(found.confirmed.total.tolist(), found.confirmed.first_year.tolist(), strict=True)
