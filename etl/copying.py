"""One database into another, SQLite or PostgreSQL: every row, in one transaction, held against what was read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, Integer, Table, func, insert, select, text
from sqlalchemy import column as plain_column
from sqlalchemy import table as plain_table
from sqlalchemy.exc import DBAPIError

from etl.contents import (
    BATCH,
    Content,
    Tally,
    Tell,
    Values,
    content,
    filled_tables,
    plain_type,
    rows,
    snapshot,
    stored_tables,
    untold,
)
from etl.database import migrate, revision_of, unmigrate, writing
from etl.troubles import DatabaseTrouble

SHOWN_TABLES = 5


@dataclass(frozen=True)
class Copied:
    """A table that was copied, with what it holds on both sides."""

    table: str
    content: Content


def copy_database(
    source: Engine, target: Engine, *, replace: bool = False, tell: Tell = untold,
    first: Callable[[], None] = lambda: None, last: Callable[[Connection], None] = lambda _goal: None,
) -> list[Copied]:  # fmt: skip
    """Copy all tables; the target then stands at the source's schema and holds the same rows, and loads can go on.

    `first` is done before, while nobody else can write to the target any more; `last` behind it, in the same
    transaction.

    Raises DatabaseTrouble where the target holds something already and is not to be replaced, where the source holds
    nothing, and where a table came out differently; the target is then as it was.
    """
    if source.url.set(password=None) == target.url.set(password=None):
        raise DatabaseTrouble("source and target are the same database; name another target")
    with snapshot(source) as origin:
        revision = revision_of(origin)
        if revision is None:
            raise DatabaseTrouble("there is nothing to copy: the source holds no tables; is it the right database?")
        with writing(target) as goal:
            first()
            _make_room(goal, revision, replace=replace)
            done = _copy_tables(origin, goal, tell)
            last(goal)
            return done


def _make_room(goal: Connection, revision: str, *, replace: bool) -> None:
    found = revision_of(goal)
    filled = filled_tables(goal)
    if filled and not replace:
        more = ", …" if len(filled) > SHOWN_TABLES else ""
        raise DatabaseTrouble(
            f"the target holds data already (tables {', '.join(filled[:SHOWN_TABLES])}{more}); nothing was changed. "
            "Name an empty database, or --replace to put this in the place of what it holds"
        )
    if found is not None and (filled or found != revision):
        unmigrate(goal)
    migrate(goal, revision)


def _copy_tables(origin: Connection, goal: Connection, tell: Tell) -> list[Copied]:
    there = {table.name: table for table in stored_tables(goal)}
    done: list[Copied] = []
    for table in stored_tables(origin):
        if table.name not in there:
            continue  # not of this program
        tally = Tally()
        _write(goal, there[table.name], _tallied(rows(origin, table), tally, table.name, tell), list(table.c.keys()))
        arrived = content(goal, there[table.name])
        if arrived != tally.content:
            raise DatabaseTrouble(
                f"table {table.name} did not arrive as it was: {tally.content.rows} rows read, {arrived.rows} found "
                f"with hash {arrived.hash} in place of {tally.content.hash}; nothing was kept in the target"
            )
        tell(table.name, arrived.rows)
        done.append(Copied(table.name, arrived))
    if goal.dialect.name == "postgresql":
        _set_sequences(goal, list(there.values()))
        goal.execute(text("ANALYZE"))
    return done


def _tallied(found: Iterable[Values], tally: Tally, name: str, tell: Tell) -> Iterator[Values]:
    for number, values in enumerate(found, 1):
        tally.add(values)
        if number % BATCH == 0:
            tell(name, number)
        yield values


def _write(goal: Connection, table: Table, found: Iterator[Values], names: list[str]) -> None:
    if missing := [name for name in names if name not in table.c]:
        raise DatabaseTrouble(
            f"the target's table {table.name} has no column {', '.join(missing)}; is it another schema?"
        )
    try:
        if goal.dialect.name == "postgresql":
            _copy_in(goal, table, found, names)
        else:
            _insert(goal, table, found, names)
    except (DBAPIError, ValueError, ArithmeticError) as error:
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise
        reason = str(getattr(error, "orig", None) or error).strip()
        raise DatabaseTrouble(
            f"table {table.name} cannot be written: {reason.splitlines()[0]}; nothing was kept in the target"
        ) from error


def _insert(goal: Connection, table: Table, found: Iterator[Values], names: list[str]) -> None:
    columns = [plain_column(name, plain_type(table.c[name])) for name in names]
    statement = insert(plain_table(table.name, *columns))
    while batch := list(islice(found, BATCH)):
        goal.execute(statement, [dict(zip(names, values, strict=True)) for values in batch])


def _copy_in(goal: Connection, table: Table, found: Iterator[Values], names: list[str]) -> None:
    """Write with COPY, as the driver gives it."""
    from psycopg import Error, sql

    driver: Any = goal.connection.driver_connection
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for values in found:
                copy.write_row(values)
    except Error as error:
        raise ValueError(str(error)) from error


def _set_sequences(goal: Connection, tables: Iterable[Table]) -> None:
    """Let every sequence go on after the highest number that its table holds."""
    for table in tables:
        for column in table.primary_key.columns:
            if not isinstance(column.type, Integer):
                continue
            quoted = goal.dialect.identifier_preparer.format_table(table)
            sequence = goal.execute(select(func.pg_get_serial_sequence(quoted, column.name))).scalar()
            if sequence is not None:
                highest = goal.execute(select(func.max(column))).scalar()
                goal.execute(select(func.setval(sequence, highest or 1, highest is not None)))
