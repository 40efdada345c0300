"""Many rows into a table at once, by the quickest way the database has."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Boolean, Column, Connection, Dialect, Table
from sqlalchemy.exc import DBAPIError

from etl.load.behind import write
from etl.transform.coded import Coded, Codes

VALUES_A_STATEMENT = 30_000
"""Every SQLite since 3.32 takes 32,766; the fewer statements, the more seldom a thread waits for Python's lock."""
LINES_A_PIECE = 5_000
"""Lines handed to COPY together: the server takes them while the next are put together."""
NOTHING = r"\N"
"""What COPY's text format has for NULL."""
ESCAPED = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
ODD = re.compile(r"[\\\t\n\r\0]")
"""What a text has to be looked at for: COPY has another way to write it, and for zero there is none."""


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
    each; PostgreSQL copies. Columns without any value are left out. Inside `written_behind` the rows are written while
    the caller goes on.
    """
    coded = {name: values if isinstance(values, Coded) else Coded.each(values) for name, values in columns.items()}
    count = len(next(iter(coded.values())))
    coded.update((name, Coded.same(value, count)) for name, value in same.items())
    filled = {name: column for name, column in coded.items() if any(value is not None for value in column.values)}
    given = {name: _stored(table.c[name], column, connection.dialect) for name, column in filled.items()}
    way = _copy if connection.dialect.name == "postgresql" else _insert
    write(connection, partial(way, connection, table, given, order))


def _stored(column: Column[Any], values: Coded, dialect: Dialect) -> Coded:
    """The values as the driver takes them."""
    into: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    return values if into is None or isinstance(column.type, Boolean) else values.mapped(into)


def _listed(column: Coded, order: Codes | None) -> NDArray[Any]:
    """The value of each row, picked by numpy, which takes a tenth of the time that steps of Python's would."""
    values = np.fromiter(column.values, object, len(column.values))
    return values[column.codes if order is None else column.codes[order]]


def _insert(connection: Connection, table: Table, columns: Mapping[str, Coded], order: Codes | None) -> None:
    # Numbers that all rows have stand in the statement itself.
    fixed = {
        name: one.values[0] for name, one in columns.items() if len(one.values) == 1 and type(one.values[0]) is int
    }
    names = [name for name in columns if name not in fixed]
    head = f"INSERT INTO {table.name} ({', '.join((*fixed, *names))}) VALUES "
    one = f"({', '.join((*map(str, fixed.values()), *('?' * len(names))))})"
    size = VALUES_A_STATEMENT // len(names)
    many = head + ", ".join([one] * size)
    cells = np.stack([_listed(columns[name], order) for name in names], axis=1)
    for at in range(0, len(cells), size):
        part = cells[at : at + size]
        statement = many if len(part) == size else head + ", ".join([one] * len(part))
        connection.exec_driver_sql(statement, tuple(part.ravel().tolist()))


def _copy(connection: Connection, table: Table, columns: Mapping[str, Coded], order: Codes | None) -> None:
    """Each value is written out once; psycopg's own way, row by row, takes several times as long."""
    from psycopg.adapt import PyFormat, Transformer

    statement = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
    driver: Any = connection.dialect.dbapi
    raw: Any = connection.connection
    dumper_of = partial(Transformer(raw.driver_connection).get_dumper, format=PyFormat.TEXT)
    texts = (Coded(_texts(one.values, dumper_of), one.codes) for one in columns.values())
    lines = map("\t".join, zip(*(_listed(one, order).tolist() for one in texts), strict=True))
    try:
        with raw.cursor() as cursor, cursor.copy(statement) as copy:
            while part := list(islice(lines, LINES_A_PIECE)):
                copy.write("\n".join(part) + "\n")
    except driver.Error as error:
        raise DBAPIError.instance(statement, None, error, driver.Error, dialect=connection.dialect) from error


def _texts(values: Sequence[Any], dumper_of: Callable[[Any], Any]) -> Sequence[str]:
    """The values in COPY's text format."""
    sorts = set(map(type, values))
    if sorts == {int}:
        return list(map(str, values))
    if sorts == {str} and not ODD.search("".join(values)):
        return values
    return [_text(value, dumper_of) for value in values]


def _text(value: Any, dumper_of: Callable[[Any], Any]) -> str:
    """One value, as psycopg writes it anywhere."""
    found = None if value is None else dumper_of(value).dump(value)
    if found is None:
        return NOTHING
    return ODD.sub(lambda odd: ESCAPED[odd[0]], bytes(found).decode())
