"""Sources: the documents that say something, and how much rests on each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Select, func, select

from dashboard.queries.bookkeeping import (
    Candidate,
    LoadInfo,
    Reason,
    RefusedRowShown,
    UnresolvedNameShown,
    loads,
    recent_loads,
    refused_rows,
    unresolved_names,
)
from dashboard.queries.frames import DAY, TEXT, WHOLE, YES_NO, framed
from dashboard.queries.versions import counts_in
from etl.schema import Claim, File, Initiative, Observation, Source

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = [
    "Candidate",
    "LoadInfo",
    "Reason",
    "RefusedRowShown",
    "SourceInfo",
    "SourceUse",
    "UnresolvedNameShown",
    "loads",
    "recent_loads",
    "refused_rows",
    "source_uses",
    "sources",
    "sources_named",
    "unresolved_names",
]

KEYS_AT_A_TIME = 500
"""Keys asked for in one statement; databases limit how many."""


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
class SourceUse:
    """A source and how many rows rest on it."""

    source: SourceInfo
    observations: int
    claims: int
    initiatives: int
    file: str
    """Name of the file that lists it."""


SOURCE_COLUMNS: Final = {
    "source_id": TEXT,
    "title": TEXT,
    "url": TEXT,
    "publisher_kind": TEXT,
    "published_on": DAY,
    "mirror": YES_NO,
    "observations": WHOLE,
    "claims": WHOLE,
    "initiatives": WHOLE,
    "file": TEXT,
    "note": TEXT,
}


def sources(connection: Connection, version: int | None = None) -> DataFrame:
    """All sources as a table, by key; a key that two files list stands twice.

    Columns: source_id, title, url, publisher_kind, published_on (day), mirror (yes/no), observations, claims,
    initiatives (whole: rows that rest on it), file (that lists it), note.
    """
    return framed([_row(use) for use in source_uses(connection, version)], SOURCE_COLUMNS)


def source_uses(connection: Connection, version: int | None = None) -> list[SourceUse]:
    """All sources with how many rows rest on each, by key; a key that two files list stands twice."""
    observations = _rows_by_source(connection, Observation, version)
    claims = _rows_by_source(connection, Claim, version)
    initiatives = _rows_by_source(connection, Initiative, version)
    statement = _sources(version).add_columns(File.name).join(File, File.file_id == Source.file_id)
    uses = [
        SourceUse(
            SourceInfo(*row[:-1]),
            observations.get(row.source_id, 0),
            claims.get(row.source_id, 0),
            initiatives.get(row.source_id, 0),
            row[-1],
        )
        for row in connection.execute(statement)
    ]
    return sorted(uses, key=lambda use: (use.source.source_id, use.file))


def _row(use: SourceUse) -> tuple[object, ...]:
    info = use.source
    about = (info.source_id, info.title, info.url, info.publisher_kind, info.published_on, info.mirror)
    return (*about, use.observations, use.claims, use.initiatives, use.file, info.note)


def _sources(version: int | None) -> Select[*tuple[Any, ...]]:
    return (
        select(Source.source_id, Source.title, Source.url, Source.publisher_kind, Source.published_on, Source.mirror)
        .add_columns(Source.note)
        .where(counts_in(Source, version))
    )


def _rows_by_source(
    connection: Connection, table: type[Observation | Claim | Initiative], version: int | None
) -> dict[str, int]:
    statement = (
        select(table.source_id, func.count().label("n")).where(counts_in(table, version)).group_by(table.source_id)
    )
    return {row.source_id: row.n for row in connection.execute(statement)}


def sources_named(connection: Connection, keys: Collection[str], version: int | None = None) -> dict[str, SourceInfo]:
    """The sources of those keys. A key that no source bears is answered with a source of that title.

    Of a key that several files list the first row counts.
    """
    found = {key: SourceInfo(key, key, None, "other", None, mirror=False) for key in keys}
    statement = _sources(version).order_by(Source.row_id.desc())
    asked = sorted(found)
    for start in range(0, len(asked), KEYS_AT_A_TIME):
        part = asked[start : start + KEYS_AT_A_TIME]
        for row in connection.execute(statement.where(Source.source_id.in_(part))):
            found[row.source_id] = SourceInfo(*row)
    return found
