"""Which source a row has: the one it names, the page whose address it gives, or the file itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, select

from etl.kinds import Kind
from etl.load.ground import number_of
from etl.load.versioned import add, live, replace
from etl.schema import tables


def url_source_id(url: str) -> str:
    """The key of the source that is known by its address alone."""
    return f"web:{blake2b(url.encode(), digest_size=6).hexdigest()}"


def file_source_id(name: str) -> str:
    """The key of a loaded file as a source."""
    return f"file:{name}"


@dataclass
class SourceBook:
    """All sources that count now, and those that the file being loaded brings along with its rows."""

    urls: dict[str, str | None]
    """Address by source key."""
    brought: dict[str, tuple[str, str | None, str]] = field(default_factory=dict)
    """Sources implied by rows: key -> (title, address, publisher kind)."""

    @classmethod
    def read(cls, connection: Connection) -> "SourceBook":
        """The sources that count now."""
        source = tables()["source"]
        query = select(source.c.source_id, source.c.url).where(source.c.valid_to.is_(None))
        return cls({row.source_id: row.url for row in connection.execute(query)})

    def source_of(self, said: Mapping[str, Any], kind: Kind, file_name: str) -> str | None:
        """The key of the source of a row; None when it names a source that nobody has loaded."""
        if named := said.get("source_id"):
            return str(named) if named in self.urls or named == file_source_id(file_name) else None
        if url := said.get("source_url"):
            return self._bring(url_source_id(url), url, url, "other")
        own = "own office" if kind.name in ("applications", "peers") else "other"
        return self._bring(file_source_id(file_name), file_name, None, own)

    def _bring(self, source_id: str, title: str, url: str | None, publisher_kind: str) -> str:
        self.brought[source_id] = (title, url, publisher_kind)
        self.urls.setdefault(source_id, url)
        return source_id

    def write(self, connection: Connection, file_id: int, version: int) -> tuple[bool, bool]:
        """Store the sources the file brought along; returns whether any came and whether any went."""
        table = tables()["source"]
        wanted = self._implied_by(file_id)
        present = live(connection, table, file_id=file_id)
        came, went = replace(connection, table, lambda row: row["source_id"], present, wanted, version)
        return bool(came), bool(went)

    def write_missing(self, connection: Connection, file_id: int, version: int) -> None:
        """Store the sources that some rows of the file brought along, beside those it has."""
        table = tables()["source"]
        present = {row["source_id"] for row in live(connection, table, file_id=file_id)}
        add(connection, table, (row for row in self._implied_by(file_id) if row["source_id"] not in present), version)

    def _implied_by(self, file_id: int) -> list[dict[str, Any]]:
        return [_implied(file_id, source_id, *about) for source_id, about in self.brought.items()]


def _implied(file_id: int, source_id: str, title: str, url: str | None, publisher_kind: str) -> dict[str, Any]:
    said = {
        "source_id": source_id,
        "url": url,
        "title": title,
        "publisher_kind": publisher_kind,
        "published_on": None,
        "mirror": False,
        "note": None,
    }
    keys = {"row_key": number_of(source_id), "content_key": number_of(*said.values())}
    return {**said, "file_id": file_id, "sheet": "", "line": 0, **keys}
