"""Many rows into a table at once, by the quickest way the database has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice, repeat
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Dialect, Table
from sqlalchemy.exc import DBAPIError

from etl.transform.coded import Coded, Codes

VALUES_A_STATEMENT = 900
"""Below the number of parameters that any SQLite takes."""


def insert(
    connection: Connection,
    table: Table,
    columns: Mapping[str, Sequence[Any] | Coded],
    same: Mapping[str, Any],
    order: Codes | None = None,
) -> None:
    """Add rows: values for each of `columns`, and for `same` one value that all rows have; in that order, if one is
    given.

    SQLite makes what it checks constraints with once a statement, so that many rows in one cost half as much as one in
    each; PostgreSQL copies. Columns without any value are left out.
    """
    coded = {name: values if isinstance(values, Coded) else Coded.each(values) for name, values in columns.items()}
    count = len(next(iter(coded.values())))
    filled = {name: column for name, column in coded.items() if any(value is not None for value in column.values)}
    given = {name: _stored(table.c[name], column, connection.dialect) for name, column in filled.items()}
    rows = [_listed(column, order) for column in given.values()]
    told = {name: _stored(table.c[name], Coded.same(value, 1), connection.dialect)[0] for name, value in same.items()}
    if connection.dialect.name == "postgresql":
        every = [*rows, *(repeat(value, count) for value in told.values())]
        _copy(connection, table, [*given, *told], zip(*every, strict=False))
    else:
        fixed = {name: value for name, value in told.items() if isinstance(value, int)}
        bound = {name: repeat(value, count) for name, value in told.items() if name not in fixed}
        _insert(connection, table, fixed, [*given, *bound], zip(*rows, *bound.values(), strict=False))


def _stored(column: Column[Any], values: Coded, dialect: Dialect) -> Coded:
    """The values as the driver takes them."""
    into: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    return values if into is None or isinstance(column.type, Boolean) else values.mapped(into)


def _listed(column: Coded, order: Codes | None) -> list[Any]:
    codes = column.codes if order is None else column.codes[order]
    return list(map(column.values.__getitem__, codes.tolist()))


def _insert(
    connection: Connection,
    table: Table,
    fixed: Mapping[str, int],
    names: list[str],
    rows: Iterator[tuple[Any, ...]],
) -> None:
    """Insert rows of these columns; `fixed` are numbers that stand in the statement itself."""
    head = f"INSERT INTO {table.name} ({', '.join((*fixed, *names))}) VALUES "
    one = f"({', '.join((*map(str, map(int, fixed.values())), *('?' * len(names))))})"
    size = VALUES_A_STATEMENT // len(names) * len(names)
    many = head + ", ".join([one] * (size // len(names)))
    while part := tuple(islice(chain.from_iterable(rows), size)):
        statement = many if len(part) == size else head + ", ".join([one] * (len(part) // len(names)))
        connection.exec_driver_sql(statement, part)


def _copy(connection: Connection, table: Table, names: list[str], rows: Iterator[tuple[Any, ...]]) -> None:
    statement = f"COPY {table.name} ({', '.join(names)}) FROM STDIN"
    driver: Any = connection.dialect.dbapi
    raw: Any = connection.connection
    try:
        with raw.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except driver.Error as error:
        raise DBAPIError.instance(statement, None, error, driver.Error, dialect=connection.dialect) from error
