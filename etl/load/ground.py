"""Rows of a file against the rows the same file had before: what is new, changed, unchanged, gone."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, select

from etl.kinds import Kind
from etl.load.versioned import BOOKKEEPING, add, close
from etl.schema import tables

PLACED = ("file_id", "sheet", "line", "row_key", "content_key")
BOUND = ("bound_school_id", "decision", "rule")
ABSENT: dict[str, Any] = {"suspect": False, "ambiguous": False, "mirror": False, "basis": "announced"}
"""What a column that may not be empty holds when the kind of file has no such column."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A cleaned row with its place; `values` are in the order of `said_columns` of its table."""

    sheet: str
    line: int
    values: tuple[Any, ...]


@dataclass
class Counts:
    """How the rows of a file stand to what was there before."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    repeated: list[int] = field(default_factory=list)
    """Lines that say again what an earlier line of the same file says."""

    @property
    def anything(self) -> bool:
        """Whether anything differs from before."""
        return bool(self.new or self.changed or self.gone)


def said_columns(table: Table) -> tuple[str, ...]:
    """The columns of `table` that hold what a file says, without place, binding and book-keeping."""
    other = {*BOOKKEEPING, *PLACED, *BOUND}
    return tuple(column.name for column in table.columns if column.name not in other)


def number_of(*parts: Any) -> int:
    """A signed 64-bit number for the parts; equal parts give equal numbers on every machine."""
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest(), "big", signed=True)


Bind = Callable[[Sequence[dict[str, Any]]], None]
"""Fills the columns `BOUND` of rows about to be added."""


class FileRows:
    """Writes the rows of one file, in batches, as what the file says from `version` on."""

    def __init__(self, connection: Connection, kind: Kind, file_id: int, version: int, bind: Bind) -> None:
        self.counts = Counts()
        self.touched: set[str] = set()
        """Schools to which rows that came or went were bound."""
        self.file_id = file_id
        self._connection, self._version, self._bind = connection, version, bind
        self.table = tables()[kind.table]
        self.columns = said_columns(self.table)
        names = {"source_id" if name == "source_url" else name for name in kind.key}
        self._key_at = tuple(at for at, name in enumerate(self.columns) if name in names)
        self._bound = "bound_school_id" in self.table.c
        self._before = self._live()
        self._seen: set[int] = set()
        self._times: Counter[int] = Counter()

    def _live(self) -> dict[int, tuple[int, int, str | None]]:
        """Rows of the file that count now: row key -> (row id, content key, school bound to)."""
        t = self.table
        school = t.c.bound_school_id if self._bound else t.c.sheet
        query = select(t.c.row_key, t.c.row_id, t.c.content_key, school)
        rows = self._connection.execute(query.where(t.c.file_id == self.file_id, t.c.valid_to.is_(None)))
        return {key: (row_id, content, bound) for key, row_id, content, bound in rows}

    def take(self, rows: Iterable[PlacedRow]) -> None:
        """Add the rows that are new or changed; leave those that say what is there."""
        fresh: list[dict[str, Any]] = []
        doomed: list[int] = []
        for row in rows:
            content = number_of(row.values)
            if content in self._seen:
                self.counts.unchanged += 1
                self.counts.repeated.append(row.line)
                continue
            self._seen.add(content)
            before = self._before.pop(key := self._key(row.values), None)
            if before and before[1] == content:
                self.counts.unchanged += 1
                continue
            if before:
                self.counts.changed += 1
                doomed.append(before[0])
                self._touch(before[2])
            else:
                self.counts.new += 1
            said = dict(zip(self.columns, row.values, strict=True))
            said.update(file_id=self.file_id, sheet=row.sheet, line=row.line, row_key=key, content_key=content)
            fresh.append(said)
        close(self._connection, self.table, doomed, self._version)
        self._add(fresh)

    def _key(self, values: tuple[Any, ...]) -> int:
        key = number_of(*(values[at] for at in self._key_at))
        self._times[key] += 1
        again = self._times[key]
        return key if again == 1 else number_of(key, again)

    def _add(self, fresh: list[dict[str, Any]]) -> None:
        if self._bound and fresh:
            self._bind(fresh)
            for row in fresh:
                self._touch(row["bound_school_id"])
        add(self._connection, self.table, fresh, self._version)

    def _touch(self, school_id: str | None) -> None:
        if self._bound and school_id:
            self.touched.add(school_id)

    def finish(self, *, keep_rest: bool = False) -> Counts:
        """Close the rows that the file no longer has, unless told to keep them, and return the counts."""
        if not keep_rest:
            for _, _, school_id in self._before.values():
                self._touch(school_id)
            close(self._connection, self.table, (row_id for row_id, _, _ in self._before.values()), self._version)
            self.counts.gone = len(self._before)
        return self.counts
