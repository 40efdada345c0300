"""Records: one row per school, family and year of which anything is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from dashboard.domain.statuses import word
from dashboard.domain.wording import span_text
from dashboard.queries.frames import TEXT, WHOLE, YES_NO, framed, plain
from dashboard.queries.schools import schools_in_order
from dashboard.queries.versions import counts_in
from etl.schema import School, YearStatus

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS: Final = {
    "school_id": TEXT,
    "school": TEXT,
    "kind": TEXT,
    "state": TEXT,
    "family": TEXT,
    "award": TEXT,
    "year": WHOLE,
    "status": TEXT,
    "basis": TEXT,
    "n_sources": WHOLE,
    "conflict": YES_NO,
    "why": TEXT,
}


@dataclass(frozen=True)
class RecordFilter:
    """Which records to show. An empty field does not restrict; fields restrict together."""

    school_ids: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of school."""
    states: tuple[str, ...] = ()
    """US states, two letters."""
    bases: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    text: str = ""
    """Words that the school's key, name, short name or university or the reason (`why`) must all hold, without case."""
    conflicts_only: bool = False

    def described(self) -> tuple[str, ...]:
        """The filter in few words, a part each: ("HEED", "won", "2020–2023"); empty without any."""
        listed = (*self.school_ids, *self.families, *self.awards, *map(word, self.statuses), *self.kinds, *self.states)
        years = self._years_described()
        text = (self.text.strip(),) if self.text.strip() else ()
        return (*listed, *self.bases, *years, *text, *(("conflicts",) if self.conflicts_only else ()))

    def _years_described(self) -> tuple[str, ...]:
        match self.first_year, self.last_year:
            case None, None:
                return ()
            case None, int(last):
                return (f"until {last}",)
            case int(first), None:
                return (f"from {first}",)
            case first, last:
                return (span_text(first or 0, last or 0),)


def records(connection: Connection, wanted: RecordFilter = RecordFilter(), version: int | None = None) -> DataFrame:
    """The records that `wanted` lets through, by school name, family and year.

    Columns: school_id, school, kind, state, family, award, year (whole), status, basis, n_sources (whole), conflict
    (yes/no), why. Missing where nothing is known.
    """
    return framed(record_rows(connection, wanted, version), COLUMNS)


def record_rows(
    connection: Connection, wanted: RecordFilter = RecordFilter(), version: int | None = None
) -> Iterator[tuple[object, ...]]:
    """The rows of `records`, a few schools at a time, so that memory does not grow with their number."""
    statement = _statement(connection, wanted, version)
    for some in schools_in_order(connection, wanted.school_ids, version):
        yield from _rows_of(connection, statement, some)


@dataclass(frozen=True)
class RecordCounts:
    """How many records a filter lets through."""

    by_status: tuple[tuple[str, int], ...]
    by_school: tuple[tuple[str, int], ...]
    """Keys of schools in the order of their records, each with the number of its records."""

    @property
    def total(self) -> int:
        """All of them."""
        return sum(n for _, n in self.by_school)

    def part(self, start: int, end: int) -> tuple[tuple[str, ...], int]:
        """The schools whose records hold the rows from `start` up to `end`, and how many rows of theirs come before."""
        schools: list[str] = []
        before = skipped = 0
        for school_id, n in self.by_school:
            if before >= end:
                break
            if before + n > start:
                if not schools:
                    skipped = start - before
                schools.append(school_id)
            before += n
        return tuple(schools), skipped


def record_counts(
    connection: Connection, wanted: RecordFilter = RecordFilter(), version: int | None = None
) -> RecordCounts:
    """How many records `wanted` lets through, by status and by school."""
    table = YearStatus
    statement = _from(select(table.school_id, table.status, func.count()), connection, wanted, version)
    by_status: dict[str, int] = {}
    by_school: dict[str, int] = {}
    for school_id, status, n in connection.execute(statement.group_by(table.school_id, table.status)):
        by_status[status] = by_status.get(status, 0) + n
        by_school[school_id] = by_school.get(school_id, 0) + n
    keys = chain.from_iterable(schools_in_order(connection, wanted.school_ids, version))
    return RecordCounts(
        tuple(sorted(by_status.items())), tuple((key, by_school[key]) for key in keys if key in by_school)
    )


def records_part(
    connection: Connection, wanted: RecordFilter, school_ids: tuple[str, ...], skipped: int, n: int
) -> list[dict[str, Any]]:
    """`n` rows of `records` after the first `skipped` of these schools, each by column: see `RecordCounts.part`."""
    rows = _rows_of(connection, _statement(connection, wanted, None), list(school_ids))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[skipped : skipped + n]]


@dataclass(frozen=True)
class RecordOptions:
    """What the records can be narrowed to: the values that occur, in order."""

    awards: tuple[str, ...]
    kinds: tuple[str, ...]
    states: tuple[str, ...]
    years: tuple[int, ...]


def record_options(connection: Connection, version: int | None = None) -> RecordOptions:
    """The awards and years of all records, the kinds and states of their schools."""
    table = YearStatus
    listed = counts_in(School, version)
    known = select(School.school_id).where(listed)
    held = select(table.award, table.year).where(counts_in(table, version), table.school_id.in_(known)).distinct()
    pairs = connection.execute(held).all()
    schools = select(table.school_id).where(counts_in(table, version))
    places = select(School.kind, School.state).where(listed, School.school_id.in_(schools)).distinct()
    found = connection.execute(places).all()
    return RecordOptions(
        awards=tuple(sorted({award for award, _ in pairs if award is not None})),
        kinds=tuple(sorted({kind for kind, _ in found})),
        states=tuple(sorted({state for _, state in found if state is not None})),
        years=tuple(sorted({year for _, year in pairs})),
    )


def _statement(connection: Connection, wanted: RecordFilter, version: int | None) -> Select[*tuple[Any, ...]]:
    table = YearStatus
    columns = (table.school_id, School.name, School.kind, School.state, table.family, table.award, table.year)
    more = (table.status, table.basis, table.sources, table.conflict, table.why)
    return _from(select(*columns, *more), connection, wanted, version)


def _from(
    statement: Select[*tuple[Any, ...]], connection: Connection, wanted: RecordFilter, version: int | None
) -> Select[*tuple[Any, ...]]:
    """The statement over the records that `wanted` lets through, of all schools."""
    families = select(YearStatus.family).where(counts_in(YearStatus, version)).distinct()
    return (
        statement.select_from(YearStatus)
        .join(School, School.school_id == YearStatus.school_id)
        .where(counts_in(YearStatus, version), counts_in(School, version), *_conditions(wanted))
        # Every family is named where none is asked for: the index begins with the family.
        .where(YearStatus.family.in_(wanted.families or [*connection.scalars(families)]))
    )


def _rows_of(
    connection: Connection, statement: Select[*tuple[Any, ...]], school_ids: list[str]
) -> list[tuple[object, ...]]:
    """The rows of these schools, in order."""
    found = connection.execute(statement.where(YearStatus.school_id.in_(school_ids)))
    rows = [_counted(tuple(row)) for row in found]
    return sorted(rows, key=lambda row: (str(row[1]).casefold(), row[0], row[4], row[6]))


def _counted(row: tuple[object, ...]) -> tuple[object, ...]:
    """The row with the number of its sources in place of their keys."""
    at = list(COLUMNS).index("n_sources")
    sources = row[at]
    return (*row[:at], len(sources) if isinstance(sources, list) else 0, *row[at + 1 :])


def _conditions(wanted: RecordFilter) -> list[ColumnElement[bool]]:
    among: tuple[tuple[InstrumentedAttribute[str] | InstrumentedAttribute[str | None], tuple[str, ...]], ...] = (
        (YearStatus.award, wanted.awards),
        (YearStatus.status, wanted.statuses),
        (YearStatus.basis, wanted.bases),
        (School.kind, wanted.kinds),
        (School.state, wanted.states),
    )
    conditions: list[ColumnElement[bool]] = [column.in_(values) for column, values in among if values]
    if wanted.first_year is not None:
        conditions.append(YearStatus.year >= plain(wanted.first_year))
    if wanted.last_year is not None:
        conditions.append(YearStatus.year <= plain(wanted.last_year))
    if wanted.conflicts_only:
        conditions.append(YearStatus.conflict.is_(True))
    return [*conditions, *(_holds(piece) for piece in wanted.text.split())]


def _holds(piece: str) -> ColumnElement[bool]:
    columns = (School.school_id, School.name, School.short_name, School.institution_name, YearStatus.why)
    return or_(*(column.icontains(piece, autoescape=True) for column in columns))
