"""Rows of a file against the rows the same file had before: what is new, changed, unchanged, gone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, groupby
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, select

from etl.extract.table import ROWS_AT_ONCE
from etl.kinds import Kind
from etl.load import bulk
from etl.load.numbers import FORMER, NUMBERING, Numbering, Numbers, NumberSet, number_of
from etl.load.touched import Touched
from etl.load.versioned import BOOKKEEPING, Row, close, column_names, rows_numbered
from etl.schema import tables
from etl.transform.coded import Coded
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


Columns = Mapping[str, Coded]
Bound = tuple[Coded, Coded, Coded]


class Binds(Protocol):
    """Ties many rows to schools at once."""

    def bound(self, columns: Columns) -> Bound:
        """School, decision and rule of each row."""

    def waiting(self, columns: Columns) -> list[Asked]:
        """What the rows ask that no rule ties to a school, but for those that name it by its key."""


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """Cleaned rows of one sheet with their lines; `columns` are those of `said_columns` of their table."""

    sheet: str
    lines: Sequence[int]
    columns: Columns

    def picked(self, which: NDArray[np.bool_]) -> "PlacedRows":
        """Those of the rows."""
        if which.all():
            return self
        columns = {name: column.picked(which) for name, column in self.columns.items()}
        return PlacedRows(self.sheet, list(compress(self.lines, which)), columns)


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
        self._key = [place for place, name in enumerate(self.columns) if name in names]
        self._bound = "bound_school_id" in self.table.c
        self._bind: Binds = OneByOne(bind) if callable(bind) else bind
        if self._bound and isinstance(self._bind, OneByOne):
            self.touched.waiting = None
        self._before = Present.read(connection, self.table, file_id)
        self._numbering = self._before.numbering
        self._contents, self._keys = NumberSet(), NumberSet()
        self._times: dict[int, int] = {}

    def take(self, rows: Iterable[PlacedRow]) -> None:
        """Add the rows that are new or changed; leave those that say what is there."""
        for sheet, group in groupby(rows, lambda row: row.sheet):
            part = list(group)
            columns = map(Coded.of, zip(*(row.values for row in part), strict=True))
            self.take_many(PlacedRows(sheet, [row.line for row in part], dict(zip(self.columns, columns, strict=True))))

    def take_many(self, rows: PlacedRows) -> None:
        """As `take`, for rows of one sheet."""
        if not rows.lines:
            return
        contents, keys = self._numbering.contents_and_keys(list(rows.columns.values()), self._key)
        first = self._contents.add(contents)
        if not first.all():
            repeated = list(compress(rows.lines, ~first))
            self.counts.unchanged += len(repeated)
            self.counts.repeated.extend(repeated)
            rows, contents, keys = rows.picked(first), contents[first], keys[first]
            if not rows.lines:
                return
        keys = self._told_apart(keys)
        is_fresh, doomed = self._before.compare(keys, contents)
        self.counts.changed += len(doomed)
        self.counts.new += int(is_fresh.sum()) - len(doomed)
        self.counts.unchanged += len(keys) - int(is_fresh.sum())
        self._close(doomed)
        if is_fresh.any():
            self._add(rows.picked(is_fresh), keys[is_fresh], contents[is_fresh])

    def _told_apart(self, keys: Numbers) -> Numbers:
        """The keys, another in place of each that an earlier row of this load has."""
        again = ~self._keys.add(keys)
        for at in np.flatnonzero(again):
            key = int(keys[at])
            self._times[key] = self._times.get(key, 1) + 1
            keys[at] = number_of(key, self._times[key])
        return keys

    def _add(self, rows: PlacedRows, keys: Numbers, contents: Numbers) -> None:
        columns: dict[str, Coded] = dict(rows.columns)
        placed = {"line": rows.lines, "row_key": keys.tolist(), "content_key": contents.tolist()}
        order = None
        if self._bound:
            columns.update(zip(BOUND, self._bind.bound(columns), strict=True))
            self.touched.add(columns, self._bind, 1)
            order = _by_school(columns["bound_school_id"])
        same = {"file_id": self.file_id, "sheet": rows.sheet, "valid_from": self.version}
        given = {**columns, **{name: Coded.each(values) for name, values in placed.items()}}
        bulk.insert(self.connection, self.table, given, same, order)

    def _close(self, row_ids: Sequence[int]) -> None:
        if self._bound and row_ids:
            for rows in rows_numbered(self.connection, self.table, row_ids):
                self.touched.add(by_column(self.table, rows), self._bind, -1)
        close(self.connection, self.table, row_ids, self.version)

    def finish(self, *, keep_rest: bool = False) -> Counts:
        """Close the rows that the file no longer has, unless told to keep them, and return the counts."""
        if not keep_rest:
            rest = self._before.rest()
            self._close(rest)
            self.counts.gone = len(rest)
        return self.counts


def by_column(table: Table, rows: Sequence[Row]) -> dict[str, Coded]:
    """Rows of a table by its columns."""
    return {name: Coded.of([row[name] for row in rows]) for name in column_names(table)}


def _by_school(schools: Coded) -> NDArray[np.int64]:
    """The rows in the order of their schools: so an index on the school is written, and later read, piece by piece."""
    ranks = np.argsort(np.argsort([school or "" for school in schools.values], kind="stable"))
    return np.argsort(ranks[schools.codes], kind="stable")


class OneByOne:
    """Binds rows by a function that takes each as a mapping."""

    def __init__(self, bind: Bind) -> None:
        self._bind = bind

    def bound(self, columns: Columns) -> Bound:
        """School, decision and rule of each row."""
        rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
        self._bind(rows)
        first, second, third = (Coded.of([row[name] for row in rows]) for name in BOUND)
        return first, second, third

    def waiting(self, _columns: Columns) -> list[Asked]:
        """What the rows ask that wait: not known here."""
        return []


@dataclass
class Present:
    """The rows of a file that count before a load: three numbers each."""

    keys: Numbers
    row_ids: Numbers
    contents: Numbers
    met: NDArray[np.bool_]
    numbering: Numbering
    """How these rows were numbered."""

    @classmethod
    def read(cls, connection: Connection, table: Table, file_id: int) -> "Present":
        """The rows of the file that count now, by key."""
        query = select(table.c.row_key, table.c.row_id, table.c.content_key)
        found = connection.execute(query.where(table.c.file_id == file_id, table.c.valid_to.is_(None)))
        parts = [np.array([tuple(row) for row in part], np.int64) for part in found.partitions(ROWS_AT_ONCE)]
        numbers = np.concatenate(parts) if parts else np.empty((0, 3), np.int64)
        numbers = numbers[np.argsort(numbers[:, 0], kind="stable")]
        met = np.zeros(len(numbers), bool)
        return cls(numbers[:, 0].copy(), numbers[:, 1], numbers[:, 2], met, _numbering(connection, table, numbers[:1]))

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


def _numbering(connection: Connection, table: Table, one: Numbers) -> Numbering:
    """How the rows of a file are numbered, told from one of them: key, number of the row, contents."""
    for _, row_id, content in one.tolist():
        for (row,) in rows_numbered(connection, table, [row_id]):
            said = [Coded.of([row[name]]) for name in said_columns(table)]
            return FORMER if FORMER.contents(said)[0] == content else NUMBERING
    return NUMBERING
