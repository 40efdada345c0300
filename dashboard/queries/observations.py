"""Observations: what each source says, a row a statement, as it can be loaded again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from dashboard.queries.frames import plain
from dashboard.queries.schools import schools_in_order
from dashboard.queries.sources import sources_named
from dashboard.queries.versions import counts_in
from etl.schema import Award, File, Observation, School

WAITING_AT_A_TIME = 5_000


@dataclass(frozen=True)
class ObservationFilter:
    """Which observations to show. An empty field does not restrict; fields restrict together."""

    school_ids: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    text: str = ""
    """Words that the printed school, its key, its university as printed or the source's key must all hold."""

    def described(self) -> tuple[str, ...]:
        """The filter in few words, a part each, for the name of a file."""
        years = (f"{self.first_year or ''}-{self.last_year or ''}",) if self.first_year or self.last_year else ()
        text = (self.text.strip(),) if self.text.strip() else ()
        return (*self.school_ids, *self.families, *self.awards, *self.outcomes, *self.bases, *years, *text)


COLUMNS = (
    "source_id", "source_url", "school_as_printed", "parent_as_printed", "state", "award", "award_as_printed", "year",
    "outcome", "basis", "place", "suspect", "stated_on", "owner", "note", "school_id", "school", "decision", "rule",
    "file", "sheet", "line",
)  # fmt: skip


def observation_rows(
    connection: Connection, wanted: ObservationFilter = ObservationFilter(), version: int | None = None
) -> Iterator[tuple[Any, ...]]:
    """The observations that `wanted` lets through, with the columns `COLUMNS`: by school name, award, year, source and
    place; those whose printed name waits for a person come last, in the order in which they were loaded.

    A few schools at a time, so that memory does not grow with the number of rows.
    """
    statement = _statement(version).where(*_conditions(wanted, version))
    for some in schools_in_order(connection, wanted.school_ids, version):
        rows = connection.execute(statement.where(Observation.bound_school_id.in_(some))).all()
        yield from _with_addresses(connection, sorted(rows, key=_order), version)
    if not wanted.school_ids:
        yield from _waiting(connection, statement, version)


def _waiting(connection: Connection, statement: Select[Any], version: int | None) -> Iterator[tuple[Any, ...]]:
    last = 0
    while True:
        part = statement.where(Observation.bound_school_id.is_(None), Observation.row_id > last)
        rows = connection.execute(part.order_by(Observation.row_id).limit(WAITING_AT_A_TIME)).all()
        if not rows:
            return
        yield from _with_addresses(connection, rows, version)
        last = rows[-1][-1]


def _statement(version: int | None) -> Select[Any]:
    table, listed = Observation, School.school_id == Observation.bound_school_id
    return (
        select(table.source_id, table.school_as_printed, table.parent_as_printed, table.state, table.award)
        .add_columns(table.award_as_printed, table.year, table.outcome, table.basis, table.place, table.suspect)
        .add_columns(table.stated_on, table.owner, table.note, table.bound_school_id, School.name.label("school"))
        .add_columns(table.decision, table.rule, File.name.label("file"), table.sheet, table.line, table.row_id)
        .join(File, File.file_id == table.file_id)
        .outerjoin(School, listed & counts_in(School, version))
        .where(counts_in(table, version))
    )


def _with_addresses(connection: Connection, rows: Sequence[Any], version: int | None) -> Iterator[tuple[Any, ...]]:
    """The rows with the address of their source, without the number by which they were read."""
    about = sources_named(connection, {row.source_id for row in rows}, version)
    for source_id, *rest, _row_id in rows:
        yield (source_id, about[source_id].url, *rest)


def _order(row: Any) -> tuple[Any, ...]:
    return (row.school or "").casefold(), row.bound_school_id, row.award, row.year, row.source_id, row.row_id


def _conditions(wanted: ObservationFilter, version: int | None) -> list[ColumnElement[bool]]:
    table = Observation
    among: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (table.award, wanted.awards),
        (table.outcome, wanted.outcomes),
        (table.basis, wanted.bases),
    )
    conditions: list[ColumnElement[bool]] = [column.in_(values) for column, values in among if values]
    if wanted.families:
        members = select(Award.award).where(Award.family.in_(wanted.families), counts_in(Award, version))
        conditions.append(table.award.in_(members))
    if wanted.first_year is not None:
        conditions.append(table.year >= plain(wanted.first_year))
    if wanted.last_year is not None:
        conditions.append(table.year <= plain(wanted.last_year))
    return [*conditions, *(_holds(piece) for piece in wanted.text.split())]


def _holds(piece: str) -> ColumnElement[bool]:
    table = Observation
    columns = (table.school_as_printed, table.parent_as_printed, table.bound_school_id, table.source_id)
    return or_(*(column.icontains(piece, autoescape=True) for column in columns))
