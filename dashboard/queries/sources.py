"""Sources, loads, refused rows and unresolved names: where it all comes from, and what waits for a person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class SourceInfo:
    """A document that says something."""

    source_id: str
    title: str
    """As published, or the key where nothing else is known."""
    url: str | None
    publisher_kind: str
    """school, magazine, news, own office or other."""
    published_on: date | None
    mirror: bool
    """A copy or aggregator: the original is to be found before it is shown as evidence."""
    note: str | None = None


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
    kind: str
    file: str
    sheet: str
    line: int
    headers: tuple[str, ...]
    """The file's own column heads."""
    cells: tuple[str, ...]
    """The row, as it stood."""
    reasons: tuple[Reason, ...]
    waits_for: tuple[str, ...]
    """What would cure it, such as `source:s0001`; empty: only mending."""


@dataclass(frozen=True)
class Candidate:
    """A school that a printed name could mean."""

    school_id: str
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


def sources(connection: Connection, version: int | None = None) -> DataFrame:
    """All sources, by key.

    Columns: source_id, title, url, publisher_kind, published_on (day), mirror (yes/no), observations, claims,
    initiatives (whole: rows that rest on it), file (that lists it), note.
    """
    raise NotImplementedError


def sources_named(connection: Connection, keys: Collection[str], version: int | None = None) -> dict[str, SourceInfo]:
    """The sources of those keys. A key that no source bears is answered with a source of that title."""
    raise NotImplementedError


def loads(connection: Connection) -> list[LoadInfo]:
    """Every load, newest first."""
    raise NotImplementedError


def recent_loads(connection: Connection, n: int = 5) -> list[LoadInfo]:
    """The `n` newest loads, newest first, undone ones included."""
    raise NotImplementedError


def refused_rows(connection: Connection, version: int | None = None) -> list[RefusedRowShown]:
    """Rows kept for mending, by kind of file, file, sheet and line."""
    raise NotImplementedError


def unresolved_names(connection: Connection, version: int | None = None) -> list[UnresolvedNameShown]:
    """Names that wait for a person: those for which most rows wait first."""
    raise NotImplementedError
