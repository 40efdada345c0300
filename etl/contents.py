"""What a database holds, table by table, in values that are the same on SQLite and PostgreSQL: rows and their hash."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Connection,
    Date,
    DateTime,
    Engine,
    MetaData,
    Select,
    Table,
    Text,
    cast,
    inspect,
    select,
    type_coerce,
)
from sqlalchemy import table as plain_table

VERSION_TABLE = "alembic_version"
BATCH = 5_000
"""Rows held in memory at a time."""
HASH_BITS = 128

Tell = Callable[[str, int], None]
"""Told the name of the table at work and the number of its rows done so far."""
Values = tuple[Any, ...]


def untold(_table: str, _rows: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Content:
    """How many rows there are and a hash of all of them, whatever their order."""

    rows: int
    hash: str


class Tally:
    """Counts rows and adds up their hashes."""

    def __init__(self) -> None:
        self._rows = self._sum = 0

    def add(self, values: Values) -> None:
        """Take a row in."""
        self._rows += 1
        self._sum += int.from_bytes(blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).digest())

    @property
    def content(self) -> Content:
        """What was taken in so far."""
        return Content(self._rows, f"{self._sum % (1 << HASH_BITS):032x}")


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as it is at one moment, whoever writes meanwhile."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


def stored_tables(connection: Connection) -> list[Table]:
    """The tables that the database really has, those that others refer to first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != VERSION_TABLE]


def filled_tables(connection: Connection) -> list[str]:
    """Names of the tables that hold a row."""
    names = sorted(set(inspect(connection).get_table_names()) - {VERSION_TABLE})
    asked = ((name, select(1).select_from(plain_table(name)).limit(1)) for name in names)
    return [name for name, query in asked if connection.execute(query).first()]


def rows(connection: Connection, table: Table) -> Iterator[Values]:
    """All rows of a table by its key, in values that are the same on every database."""
    moments = [at for at, column in enumerate(table.columns) if isinstance(column.type, DateTime)]
    streamed = {"stream_results": True, "max_row_buffer": BATCH}
    for row in connection.execute(_everything(connection, table), execution_options=streamed):
        yield _in_utc(tuple(row), moments) if moments else tuple(row)


def _everything(connection: Connection, table: Table) -> Select[Any]:
    columns: list[Any] = []
    for column in table.columns:
        if isinstance(column.type, JSON):
            # As it is written, so that nothing is lost between a value that is empty and one that says null.
            columns.append((cast if connection.dialect.name == "postgresql" else type_coerce)(column, Text()))
        else:
            columns.append(column)
    query: Select[Any] = select(*columns)
    return query.order_by(*table.primary_key.columns)


def _in_utc(values: Values, moments: list[int]) -> Values:
    changed = list(values)
    for at in moments:
        moment = values[at]
        if isinstance(moment, datetime):
            changed[at] = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return tuple(changed)


def content(connection: Connection, table: Table, tell: Tell = untold) -> Content:
    """How many rows the table holds, and their hash."""
    tally = Tally()
    for number, values in enumerate(rows(connection, table), 1):
        tally.add(values)
        if number % BATCH == 0:
            tell(table.name, number)
    return tally.content


def contents(connection: Connection, tell: Tell = untold) -> dict[str, Content]:
    """What every table holds."""
    return {table.name: content(connection, table, tell) for table in stored_tables(connection)}


def plain_type(column: Any) -> Any:
    """The type by which a value of `rows` is written into a column."""
    if isinstance(column.type, Boolean | Date | DateTime):
        return column.type
    return Text() if isinstance(column.type, JSON) else None
