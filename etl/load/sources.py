"""Which source a row has: the one it names, the page whose address it gives, or the file itself."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from itertools import compress
from typing import Any, cast

import numpy as np
from sqlalchemy import Connection, select

from etl.kinds import SOURCES, Kind
from etl.load.ground import FileRows, PlacedRows
from etl.load.numbers import NumberSet
from etl.load.versioned import CHUNK
from etl.schema import tables
from etl.transform.coded import Coded, Groups

REMEMBERED = 200_000
"""Addresses held in memory: enough for the sources that rows name again and again."""
Brought = tuple[str, str | None, str]
"""What is known of a source that rows imply: title, address, publisher kind."""


@lru_cache(maxsize=REMEMBERED)
def url_source_id(url: str) -> str:
    """The key of the source that is known by its address alone."""
    return f"web:{blake2b(url.encode(), digest_size=6).hexdigest()}"


def file_source_id(name: str) -> str:
    """The key of a loaded file as a source."""
    return f"file:{name}"


class Urls:
    """The addresses of the sources that count now, asked for as they are needed, whatever their number."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, str | None] = {}
        self._absent: set[str] = set()

    def learn(self, source_ids: Iterable[str | None]) -> None:
        """Look up those of the sources that are not known yet, in as few questions as can be."""
        # One by one: a set of keys taken off another is gone through as a whole, and what is known grows with the file.
        new = sorted({one for one in source_ids if one and one not in self._known and one not in self._absent})
        source = tables()["source"]
        for start in range(0, len(new), CHUNK):
            part = new[start : start + CHUNK]
            query = select(source.c.source_id, source.c.url).where(source.c.valid_to.is_(None))
            self._known.update(
                tuple(row) for row in self._connection.execute(query.where(source.c.source_id.in_(part)))
            )
            self._absent.update(part)
        self._absent -= self._known.keys()

    def trim(self) -> bool:
        """Forget all when there are too many, and tell whether; not between rows that bring sources and the writing of
        these.
        """
        too_many = len(self._known) + len(self._absent) > REMEMBERED
        if too_many:
            self._known.clear()
            self._absent.clear()
        return too_many

    def add(self, source_id: str, url: str | None) -> None:
        """Remember a source that rows bring along."""
        self._known.setdefault(source_id, url)
        self._absent.discard(source_id)

    def get(self, source_id: str | None) -> str | None:
        """The address of a source; None when it has none, or is not known."""
        if source_id is not None and source_id not in self._known:
            self.learn([source_id])
        return self._known.get(source_id or "")

    def __contains__(self, source_id: str) -> bool:
        self.get(source_id)
        return source_id in self._known


class SourceBook:
    """All sources that count now, and those that the file being loaded brings along with its rows."""

    def __init__(self, urls: Urls) -> None:
        self.urls = urls
        """Address by source key."""
        self._brought: dict[str, Brought] = {}
        self._keys: dict[str, str] = {}
        """Keys of the pages that rows of the file have given already: nothing more is to be done for these."""
        self._rows: FileRows | None = None
        self._written = NumberSet()

    @classmethod
    def read(cls, connection: Connection) -> "SourceBook":
        """The sources that count now."""
        return cls(Urls(connection))

    def source_of(self, said: Mapping[str, Any], kind: Kind, file_name: str) -> str | None:
        """The key of the source of a row; None when it names a source that nobody has loaded."""
        named, urls = (Coded.same(said.get(name), 1) for name in ("source_id", "source_url"))
        return cast(str | None, self.sources_of(named, urls, kind, file_name)[0])

    def sources_of(self, named: Coded, urls: Coded, kind: Kind, file_name: str) -> Coded:
        """The keys of the sources of rows that name these or give these addresses."""
        self.urls.learn(named.values)
        pairs = Groups.of(named, urls)
        known, found = self._keys, []
        for source_id, url in pairs.told(named, urls):
            key = None if source_id or not url else known.get(url)
            found.append(key or self._source_of(source_id, url, kind, file_name))
        return Coded(found, pairs.codes)

    def _source_of(self, named: str | None, url: str | None, kind: Kind, file_name: str) -> str | None:
        if named:
            return str(named) if named in self.urls or named == file_source_id(file_name) else None
        if url:
            key = self._keys[url] = self._bring(url_source_id(url), (url, url, "other"))
            return key
        own = "own office" if kind.name in ("applications", "peers") else "other"
        return self._bring(file_source_id(file_name), (file_name, None, own))

    def _bring(self, source_id: str, about: Brought) -> str:
        self._brought[source_id] = about
        self.urls.add(source_id, about[1])
        return source_id

    def forget(self) -> None:
        """Begin anew with another file."""
        self._brought.clear()
        self._keys.clear()
        self._rows = None
        self._written = NumberSet()

    def write_brought(self, connection: Connection, file_id: int, version: int) -> FileRows:
        """Store what rows of the file brought along since the last time; returns what the file says of sources."""
        rows = self._rows = self._rows or FileRows(connection, SOURCES, file_id, version, lambda _rows: None)
        new = self._not_written()
        if new:
            title, url, publisher_kind = zip(*(self._brought[source_id] for source_id in new), strict=True)
            count = len(new)
            urls = Coded.each(url)
            said = {
                "source_id": Coded.each(new),
                "url": urls,
                "title": urls if title == url else Coded.each(title),
                "publisher_kind": Coded.of(publisher_kind),
                "published_on": Coded.same(None, count),
                "mirror": Coded.same(False, count),
                "note": Coded.same(None, count),
            }
            rows.take_many(PlacedRows("", [0] * count, {name: said[name] for name in rows.columns}))
        self._brought.clear()
        if self.urls.trim():
            self._keys.clear()
        return rows

    def _not_written(self) -> list[str]:
        """The sources brought along that this load has not stored yet: many rows of a file have the same page."""
        if not self._brought:
            return []
        numbers = np.fromiter(map(hash, self._brought), np.int64, len(self._brought))
        return list(compress(self._brought, self._written.add(numbers)))

    def write(self, connection: Connection, file_id: int, version: int) -> tuple[bool, bool]:
        """Store the sources the file brought along; returns whether any came and whether any went."""
        counts = self.write_brought(connection, file_id, version).finish()
        return bool(counts.new or counts.changed), bool(counts.gone or counts.changed)

    def write_missing(self, connection: Connection, file_id: int, version: int) -> None:
        """Store the sources that some rows of the file brought along, beside those it has."""
        self.write_brought(connection, file_id, version).finish(keep_rest=True)
