"""Rows that count from one data version to another: read, closed, added, replaced. Nothing is ever deleted."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, Table, bindparam, func, select

from etl.load import bulk

Row = Mapping[str, Any]
BOOKKEEPING = frozenset({"row_id", "valid_from", "valid_to"})
ROWS_AT_A_TIME = 20_000
"""Whole rows that are held in memory together."""
CHUNK = 500
"""Values of one IN list: below the number of parameters every supported database takes."""


def rows_of(connection: Connection, query: Executable) -> list[Row]:
    """The rows that the query finds, each by column name."""
    return [row._asdict() for row in connection.execute(query)]


def live(connection: Connection, table: Table, **equals: Any) -> list[Row]:
    """The rows of `table` that count now, with the given columns equal to the given values."""
    query = select(table).where(table.c.valid_to.is_(None))
    for column, value in equals.items():
        query = query.where(table.c[column] == value)
    return rows_of(connection, query.order_by(table.c.row_id))


def live_among(connection: Connection, table: Table, column: str, values: Iterable[Hashable]) -> list[Row]:
    """The rows of `table` that count now and whose `column` is one of `values`."""
    wanted = sorted(set(values), key=str)
    rows: list[Row] = []
    for start in range(0, len(wanted), CHUNK):
        query = select(table).where(table.c.valid_to.is_(None), table.c[column].in_(wanted[start : start + CHUNK]))
        rows.extend(rows_of(connection, query.order_by(table.c.row_id)))
    return rows


def column_names(table: Table) -> list[str]:
    """The names of all columns."""
    return [column.name for column in table.columns]


def rows_numbered(connection: Connection, table: Table, row_ids: Sequence[int]) -> Iterator[list[Row]]:
    """The rows of these numbers, some at a time."""
    for start in range(0, len(row_ids), CHUNK):
        yield rows_of(connection, select(table).where(table.c.row_id.in_(row_ids[start : start + CHUNK])))


def live_parts(connection: Connection, table: Table, *where: ColumnElement[bool]) -> Iterator[list[Row]]:
    """The rows of `table` that count now, in the order of their numbers, some at a time; rows that are added while
    they are gone through are not among them.
    """
    last = connection.execute(select(func.max(table.c.row_id))).scalar() or 0
    query = select(table).where(table.c.valid_to.is_(None), *where).order_by(table.c.row_id).limit(ROWS_AT_A_TIME)
    start = 0
    while rows := rows_of(connection, query.where(table.c.row_id > start, table.c.row_id <= last)):
        yield rows
        start = rows[-1]["row_id"]


def as_of(connection: Connection, table: Table, version: int, **equals: Any) -> list[Row]:
    """The rows of `table` that counted in data version `version`."""
    counted = (table.c.valid_from <= version) & (table.c.valid_to.is_(None) | (table.c.valid_to > version))
    query = select(table).where(counted)
    for column, value in equals.items():
        query = query.where(table.c[column] == value)
    return rows_of(connection, query.order_by(table.c.row_id))


def close(connection: Connection, table: Table, row_ids: Iterable[int], version: int) -> None:
    """Let the rows count no longer from `version` on."""
    doomed = [{"doomed": row_id} for row_id in row_ids]
    if doomed:
        statement = table.update().where(table.c.row_id == bindparam("doomed")).values(valid_to=version)
        connection.execute(statement, doomed)


def add(connection: Connection, table: Table, rows: Iterable[Row], version: int) -> None:
    """Let the rows count from `version` on. Book-keeping columns that a row carries are replaced."""
    fresh = list(rows)
    if fresh:
        names = [name for name in fresh[0] if name not in BOOKKEEPING]
        columns = {name: [row[name] for row in fresh] for name in names}
        bulk.insert(connection, table, columns, {"valid_from": version})


def content(row: Row, table: Table) -> tuple[Any, ...]:
    """All that a row says, without its book-keeping, in the order of the table's columns."""
    return tuple(repr(value) if isinstance(value, (list, dict)) else value for value in _said(table)(row))


@lru_cache
def _said(table: Table) -> Callable[[Row], tuple[Any, ...]]:
    return itemgetter(*(name for name in column_names(table) if name not in BOOKKEEPING))


def replace(
    connection: Connection,
    table: Table,
    key: Callable[[Row], Hashable],
    present: Iterable[Row],
    wanted: Iterable[Row],
    version: int,
) -> tuple[list[Row], list[Row]]:
    """Make `wanted` what counts in place of `present`, touching only rows that differ.

    Returns the rows that came and the rows that went. `key` tells rows apart; of several wanted rows with one key the
    last is taken.
    """
    before = {key(row): row for row in present}
    after = {key(row): row for row in wanted}
    same = {
        name for name, row in after.items() if name in before and content(before[name], table) == content(row, table)
    }
    came = [row for name, row in after.items() if name not in same]
    went = [row for name, row in before.items() if name not in same]
    close(connection, table, (row["row_id"] for row in went), version)
    add(connection, table, came, version)
    return came, went
