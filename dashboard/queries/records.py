"""Records: one row per school, family and year of which anything is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, Connection, or_, select
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
    statement = (
        select(YearStatus.school_id, School.name, School.kind, School.state, YearStatus.family, YearStatus.award)
        .add_columns(YearStatus.year, YearStatus.status, YearStatus.basis, YearStatus.sources, YearStatus.conflict)
        .add_columns(YearStatus.why)
        .join(School, School.school_id == YearStatus.school_id)
        .where(counts_in(YearStatus, version), counts_in(School, version), *_conditions(wanted))
    )
    families = select(YearStatus.family).where(counts_in(YearStatus, version)).distinct()
    # Every family is named where none is asked for: the index begins with the family.
    statement = statement.where(YearStatus.family.in_(wanted.families or [*connection.scalars(families)]))
    for some in schools_in_order(connection, wanted.school_ids, version):
        rows = [_counted(tuple(row)) for row in connection.execute(statement.where(YearStatus.school_id.in_(some)))]
        yield from sorted(rows, key=lambda row: (str(row[1]).casefold(), row[0], row[4], row[6]))


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
