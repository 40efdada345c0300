"""Sources: the documents that say something, and how much rests on each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from dashboard.queries.bookkeeping import (
    Candidate,
    LoadInfo,
    Reason,
    RefusedRowShown,
    UnresolvedNameShown,
    loads,
    recent_loads,
    refused_count,
    refused_rows,
    unresolved_count,
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
    "refused_count",
    "refused_rows",
    "rows_by_source",
    "source_count",
    "source_uses",
    "sources",
    "sources_named",
    "sources_part",
    "unresolved_count",
    "unresolved_names",
    "uses_of",
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


def sources(connection: Connection, version: int | None = None, text: str = "") -> DataFrame:
    """All sources as a table, or those of which `source_count` tells, by key; a key that two files list stands twice.

    Columns: source_id, title, url, publisher_kind, published_on (day), mirror (yes/no), observations, claims,
    initiatives (whole: rows that rest on it), file (that lists it), note.
    """
    found = sources_part(connection, text, version=version)
    return framed([_row(use) for use in uses_of(found, rows_by_source(connection, version))], SOURCE_COLUMNS)


def source_count(connection: Connection, text: str = "", version: int | None = None) -> int:
    """How many rows `sources` has; of those whose key, title or address hold every word of `text`, without case."""
    counting = select(func.count()).select_from(Source).where(counts_in(Source, version), *map(_holds, text.split()))
    return connection.scalar(counting) or 0


def sources_part(
    connection: Connection, text: str = "", *, start: int = 0, n: int | None = None, version: int | None = None
) -> list[tuple[SourceInfo, str]]:
    """`n` of those rows from `start`, each with the name of the file that lists it, by key and file."""
    statement = _sources(version).add_columns(File.name).join(File, File.file_id == Source.file_id)
    statement = statement.where(*map(_holds, text.split())).order_by(Source.source_id, File.name)
    return [(SourceInfo(*row[:-1]), row[-1]) for row in connection.execute(statement.offset(start).limit(n))]


def _holds(word: str) -> ColumnElement[bool]:
    # Databases know small from large of plain letters alone: others are looked for in every form.
    forms = {word, word.casefold(), word.upper(), word.capitalize()} if not word.isascii() else {word}
    columns = (Source.source_id, Source.title, Source.url)
    return or_(*(column.icontains(form, autoescape=True) for column in columns for form in sorted(forms)))


def rows_by_source(
    connection: Connection, version: int | None = None, *, keys: Collection[str] | None = None
) -> dict[str, tuple[int, int, int]]:
    """How many observations, claims and initiatives rest on each source (of `keys`), by its key; none: not there."""
    counts = [_rows_by_source(connection, table, version, keys) for table in (Observation, Claim, Initiative)]
    observations, claims, initiatives = counts
    keys = observations.keys() | claims.keys() | initiatives.keys()
    return {key: (observations.get(key, 0), claims.get(key, 0), initiatives.get(key, 0)) for key in keys}


def source_uses(connection: Connection, version: int | None = None) -> list[SourceUse]:
    """All sources with how many rows rest on each, by key; a key that two files list stands twice."""
    return uses_of(sources_part(connection, version=version), rows_by_source(connection, version))


def uses_of(some: Iterable[tuple[SourceInfo, str]], rows: Mapping[str, tuple[int, int, int]]) -> list[SourceUse]:
    """Sources of `sources_part` with what rests on each, as `rows_by_source` counts it."""
    return [SourceUse(info, *rows.get(info.source_id, (0, 0, 0)), file) for info, file in some]


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
    connection: Connection,
    table: type[Observation | Claim | Initiative],
    version: int | None,
    keys: Collection[str] | None,
) -> dict[str, int]:
    statement = (
        select(table.source_id, func.count().label("n")).where(counts_in(table, version)).group_by(table.source_id)
    )
    if keys is not None:
        statement = statement.where(table.source_id.in_(keys))
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
