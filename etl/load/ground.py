"""Rows of a file against the rows the same file had before: what is new, changed, unchanged, gone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, groupby
from operator import itemgetter
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, select

from etl.extract.table import ROWS_AT_ONCE
from etl.kinds import Kind
from etl.load import bulk
from etl.load.numbers import Numbers, NumberSet, number_of, numbers_of
from etl.load.touched import Touched
from etl.load.versioned import BOOKKEEPING, close, column_names, rows_numbered
from etl.schema import tables
from etl.transform.schools import Asked

__all__ = [
    "ABSENT",
    "BOUND",
    "Bind",
    "Binds",
    "Bound",
    "Counts",
    "FileRows",
    "PlacedRow",
    "PlacedRows",
    "number_of",
    "said_columns",
]

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


Bind = Callable[[Sequence[dict[str, Any]]], None]
"""Fills the columns `BOUND` of rows about to be added."""


Bound = tuple[Sequence[str | None], Sequence[str], Sequence[str]]


class Binds(Protocol):
    """Ties many rows to schools at once."""

    def asked(self, columns: Mapping[str, Sequence[Any]]) -> list[Asked | None]:
        """What each row asks about its school; None for a row that names it by its key."""

    def bound(self, columns: Mapping[str, Sequence[Any]], asked: Sequence[Asked | None]) -> Bound:
        """School, decision and rule of each row."""


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """Cleaned rows of one sheet with their lines; `columns` are those of `said_columns` of their table."""

    sheet: str
    lines: Sequence[int]
    columns: Mapping[str, Sequence[Any]]


class FileRows:
    """Writes the rows of one file, in batches, as what the file says from `version` on."""

    def __init__(self, connection: Connection, kind: Kind, file_id: int, version: int, bind: Bind | Binds) -> None:
        self.counts = Counts()
        self.touched = Touched()
        """What the rows that came or went are about."""
        self.file_id = file_id
        self.connection, self.version = connection, version
        self.table = tables()[kind.table]
        self.columns = said_columns(self.table)
        names = {"source_id" if name == "source_url" else name for name in kind.key}
        self._key = [name for name in self.columns if name in names]
        self._bound = "bound_school_id" in self.table.c
        self._bind: Binds = OneByOne(bind) if callable(bind) else bind
        if self._bound and isinstance(self._bind, OneByOne):
            self.touched.waiting = None
        self._before = Present.read(connection, self.table, file_id)
        self._contents, self._keys = NumberSet(), NumberSet()
        self._times: dict[int, int] = {}

    def take(self, rows: Iterable[PlacedRow]) -> None:
        """Add the rows that are new or changed; leave those that say what is there."""
        for sheet, group in groupby(rows, lambda row: row.sheet):
            part = list(group)
            columns = zip(*(row.values for row in part), strict=True)
            self.take_many(PlacedRows(sheet, [row.line for row in part], dict(zip(self.columns, columns, strict=True))))

    def take_many(self, rows: PlacedRows) -> None:
        """As `take`, for rows of one sheet."""
        if not rows.lines:
            return
        contents = numbers_of(list(rows.columns.values()), as_one=True)
        first = self._contents.add(contents)
        if not first.all():
            repeated = list(compress(rows.lines, ~first))
            self.counts.unchanged += len(repeated)
            self.counts.repeated.extend(repeated)
            rows, contents = _picked(rows, first), contents[first]
            if not rows.lines:
                return
        keys = self._told_apart(numbers_of([rows.columns[name] for name in self._key]))
        is_fresh, doomed = self._before.compare(keys, contents)
        self.counts.changed += len(doomed)
        self.counts.new += int(is_fresh.sum()) - len(doomed)
        self.counts.unchanged += len(keys) - int(is_fresh.sum())
        self._close(doomed)
        if is_fresh.any():
            self._add(_picked(rows, is_fresh), keys[is_fresh], contents[is_fresh])

    def _told_apart(self, keys: Numbers) -> Numbers:
        """The keys, another in place of each that an earlier row of this load has."""
        again = ~self._keys.add(keys)
        for at in np.flatnonzero(again):
            key = int(keys[at])
            self._times[key] = self._times.get(key, 1) + 1
            keys[at] = number_of(key, self._times[key])
        return keys

    def _add(self, rows: PlacedRows, keys: Numbers, contents: Numbers) -> None:
        columns = {
            **rows.columns,
            "line": rows.lines,
            "row_key": keys.tolist(),
            "content_key": contents.tolist(),
        }
        if self._bound:
            asked = self._bind.asked(columns)
            columns.update(zip(BOUND, self._bind.bound(columns, asked), strict=True))
            self.touched.add(columns, asked, 1)
            columns = _by_school(columns)
        same = {"file_id": self.file_id, "sheet": rows.sheet, "valid_from": self.version}
        bulk.insert(self.connection, self.table, columns, same)

    def _close(self, row_ids: Sequence[int]) -> None:
        if self._bound and row_ids:
            for rows in rows_numbered(self.connection, self.table, row_ids):
                columns = {name: [row[name] for row in rows] for name in column_names(self.table)}
                self.touched.add(columns, self._bind.asked(columns), -1)
        close(self.connection, self.table, row_ids, self.version)

    def finish(self, *, keep_rest: bool = False) -> Counts:
        """Close the rows that the file no longer has, unless told to keep them, and return the counts."""
        if not keep_rest:
            rest = self._before.rest()
            self._close(rest)
            self.counts.gone = len(rest)
        return self.counts


def _picked(rows: PlacedRows, which: Any) -> PlacedRows:
    if which.all():
        return rows
    columns = {name: list(compress(column, which)) for name, column in rows.columns.items()}
    return PlacedRows(rows.sheet, list(compress(rows.lines, which)), columns)


def _by_school(columns: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
    """The rows in the order of their schools: so an index on the school is written, and later read, piece by piece."""
    schools = columns["bound_school_id"]
    order = sorted(range(len(schools)), key=[school or "" for school in schools].__getitem__)
    pick = itemgetter(*order) if len(order) > 1 else tuple
    return {name: pick(column) for name, column in columns.items()}


class OneByOne:
    """Binds rows by a function that takes each as a mapping."""

    def __init__(self, bind: Bind) -> None:
        self._bind = bind

    def bound(self, columns: Mapping[str, Sequence[Any]], _asked: Sequence[Asked | None]) -> Bound:
        """School, decision and rule of each row."""
        rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
        self._bind(rows)
        first, second, third = ([row[name] for row in rows] for name in BOUND)
        return first, second, third

    def asked(self, columns: Mapping[str, Sequence[Any]]) -> list[Asked | None]:
        """What each row asks: not known here."""
        return [None] * len(columns["line"])


@dataclass
class Present:
    """The rows of a file that count before a load: three numbers each."""

    keys: Numbers
    row_ids: Numbers
    contents: Numbers
    met: NDArray[np.bool_]

    @classmethod
    def read(cls, connection: Connection, table: Table, file_id: int) -> "Present":
        """The rows of the file that count now, by key."""
        query = select(table.c.row_key, table.c.row_id, table.c.content_key)
        found = connection.execute(query.where(table.c.file_id == file_id, table.c.valid_to.is_(None)))
        parts = [np.array([tuple(row) for row in part], np.int64) for part in found.partitions(ROWS_AT_ONCE)]
        numbers = np.concatenate(parts) if parts else np.empty((0, 3), np.int64)
        numbers = numbers[np.argsort(numbers[:, 0], kind="stable")]
        return cls(numbers[:, 0].copy(), numbers[:, 1], numbers[:, 2], np.zeros(len(numbers), bool))

    def compare(self, keys: Numbers, contents: Numbers) -> tuple[NDArray[np.bool_], list[int]]:
        """Which of the rows are not there as they are, and the numbers of the rows that these replace."""
        if not len(self.keys):
            return np.ones(len(keys), bool), []
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        known = self.keys[at] == keys
        same = known & (self.contents[at] == contents)
        self.met[at[known]] = True
        return ~same, self.row_ids[at[known & ~same]].tolist()

    def rest(self) -> list[int]:
        """The numbers of the rows that were never met."""
        return [int(row_id) for row_id in self.row_ids[~self.met]]
