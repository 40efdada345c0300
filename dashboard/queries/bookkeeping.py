"""Book-keeping: what was loaded, what was refused, and which names wait for a person."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, cast, func, select

from dashboard.queries.versions import counts_in, in_utc
from etl.schema import DataVersion, File, Load, RefusedRow, UnresolvedName


@dataclass(frozen=True)
class LoadInfo:
    """One run over one file."""

    load_id: int
    kind: str
    file: str
    version: int
    """Data version it made."""
    made_at: datetime
    """UTC."""
    made_by: str
    undone_version: int | None
    """Data version in which it was undone; None: it stands."""
    sha256: str
    n_bytes: int
    rows_read: int
    rows_new: int
    rows_changed: int
    rows_unchanged: int
    rows_gone: int
    rows_refused: int
    notices: tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """Why a cell of a refused row could not be taken."""

    column: str
    value: str
    message: str


@dataclass(frozen=True)
class RefusedRowShown:
    """A row kept for mending, as it stood."""

    row_id: int
    """Its number, by which a mended row names it."""
    kind: str
    file: str
    sheet: str
    line: int
    headers: tuple[str, ...]
    """The file's own column heads."""
    cells: tuple[str, ...]
    """The row, as it stood."""
    reasons: tuple[Reason, ...]
    columns: tuple[str | None, ...]
    """What each column was read as; None: not known."""
    waits_for: tuple[str, ...]
    """What would cure it, such as `source:s0001`; empty: only mending."""


@dataclass(frozen=True)
class Candidate:
    """A school that a printed name could mean."""

    school_id: str | None
    """None: the school has no row yet."""
    name: str
    unitid: str | None
    kind: str | None
    score: float | None
    """0 to 1."""
    reason: str


@dataclass(frozen=True)
class UnresolvedNameShown:
    """A printed name that waits for a person, with all it was printed beside."""

    name_key: int
    school_as_printed: str
    parent_as_printed: str | None
    state: str | None
    award: str | None
    year: int | None
    source_url: str | None
    decision: str
    """review or unmatched."""
    rule: str
    """Why no school was taken, in one line."""
    candidates: tuple[Candidate, ...]
    """Best first."""
    n_rows: int
    """Number of rows that wait for the answer."""


def loads(connection: Connection) -> list[LoadInfo]:
    """Every load, newest first."""
    return [_load(row) for row in connection.execute(_loads())]


def mending_loads(connection: Connection, load_id: int) -> list[int]:
    """The loads that stand and mended rows which that load, or another of its file, had refused; oldest first."""
    file_id = select(Load.file_id).where(Load.load_id == load_id).scalar_subquery()
    query = (
        select(Load.load_id)
        .join(RefusedRow, RefusedRow.valid_to == Load.version)
        .where(RefusedRow.mended, RefusedRow.file_id == file_id, Load.undone_version.is_(None))
    )
    return sorted(set(connection.scalars(query)) - {load_id})


def recent_loads(connection: Connection, n: int = 5) -> list[LoadInfo]:
    """The `n` newest loads, newest first, undone ones included."""
    return [_load(row) for row in connection.execute(_loads().limit(n))]


def refused_count(connection: Connection, version: int | None = None) -> int:
    """How many rows are kept for mending."""
    return _count(connection, RefusedRow, version)


def refused_rows(
    connection: Connection, version: int | None = None, *, start: int = 0, n: int | None = None
) -> list[RefusedRowShown]:
    """Rows kept for mending, by kind of file, file, sheet and line; `n` of them from `start`, or all."""
    statement = (
        select(RefusedRow.row_id, File.kind, File.name.label("file"), RefusedRow.sheet, RefusedRow.line)
        .add_columns(RefusedRow.headers, RefusedRow.cells, RefusedRow.reasons, RefusedRow.columns, RefusedRow.waits_for)
        .join(File, File.file_id == RefusedRow.file_id)
        .where(counts_in(RefusedRow, version))
        .order_by(File.kind, File.name, RefusedRow.sheet, RefusedRow.line, RefusedRow.row_id)
    )
    return [_refused_row(row) for row in connection.execute(statement.offset(start).limit(n))]


def unresolved_count(connection: Connection, version: int | None = None) -> int:
    """How many names wait for a person."""
    return _count(connection, UnresolvedName, version)


def unresolved_totals(connection: Connection, version: int | None = None) -> tuple[int, int]:
    """How many names wait for a person, and how many rows with them."""
    counting = select(func.count(), func.sum(UnresolvedName.n_rows)).where(counts_in(UnresolvedName, version))
    names, rows = connection.execute(counting).one()
    return names, int(rows or 0)


def unresolved_names(
    connection: Connection,
    version: int | None = None,
    *,
    start: int = 0,
    n: int | None = None,
    candidate: str | None = None,
) -> list[UnresolvedNameShown]:
    """Names that wait for a person: those for which most rows wait first; `n` of them from `start`, or all.

    With `candidate` all those whose candidates name that key are among them; others may be as well.
    """
    table = UnresolvedName
    statement = (
        select(table.name_key, table.school_as_printed, table.parent_as_printed, table.state, table.award, table.year)
        .add_columns(table.source_url, table.decision, table.rule, table.candidates, table.n_rows)
        .where(counts_in(table, version))
        .order_by(table.n_rows.desc(), table.school_as_printed, func.coalesce(table.year, 0), table.name_key)
    )
    if candidate is not None:
        # Looked for as it stands in the JSON text: to read the candidates of every name takes seconds.
        written = json.dumps(candidate)
        statement = statement.where(cast(table.candidates, Text).contains(written, autoescape=True))
    return [_unresolved(row) for row in connection.execute(statement.offset(start).limit(n))]


def _count(connection: Connection, table: type[RefusedRow | UnresolvedName], version: int | None) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(counts_in(table, version))) or 0


def _loads() -> Select[*tuple[Any, ...]]:
    return (
        select(Load.load_id, File.kind, File.name.label("file"), Load.version, DataVersion.made_at, DataVersion.made_by)
        .add_columns(Load.undone_version, Load.sha256, Load.n_bytes, Load.rows_read, Load.rows_new, Load.rows_changed)
        .add_columns(Load.rows_unchanged, Load.rows_gone, Load.rows_refused, Load.notices)
        .join(File, File.file_id == Load.file_id)
        .join(DataVersion, DataVersion.version == Load.version)
        .order_by(Load.load_id.desc())
    )


def _load(row: Row[*tuple[Any, ...]]) -> LoadInfo:
    said = dict(row._mapping)
    return LoadInfo(**{**said, "made_at": in_utc(row.made_at), "notices": tuple(row.notices)})


def _refused_row(row: Row[*tuple[Any, ...]]) -> RefusedRowShown:
    said = dict(row._mapping)
    lists = {name: tuple(said[name]) for name in ("headers", "cells", "columns", "waits_for")}
    reasons = tuple(Reason(one["column"], one["value"], one["message"]) for one in row.reasons)
    return RefusedRowShown(**{**said, **lists, "reasons": reasons})


def _unresolved(row: Row[*tuple[Any, ...]]) -> UnresolvedNameShown:
    candidates = tuple(_candidate(one) for one in row.candidates)
    return UnresolvedNameShown(**{**row._mapping, "candidates": candidates})


def _candidate(said: dict[str, Any]) -> Candidate:
    return Candidate(
        school_id=said.get("school_id"),
        name=said.get("name") or said.get("school_id") or "",
        unitid=said.get("unitid"),
        kind=said.get("kind"),
        score=said.get("score"),
        reason=said.get("reason") or "",
    )
