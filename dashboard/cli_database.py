"""What reading commands share: the database, or a message that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NoReturn

import typer

if TYPE_CHECKING:
    from sqlalchemy import Connection

UNKNOWN: Final = 2
"""Exit code for a school or family that is not known, as for any wrong argument."""
NOTHING: Final = 1
"""Exit code where there is no database to read, or nothing in it."""


@contextmanager
def connected(code: int = NOTHING) -> "Iterator[Connection]":
    """A connection to a database that holds something, its schema up to date; otherwise a message that says what to
    do, and the exit code.
    """
    from sqlalchemy import inspect
    from sqlalchemy.exc import SQLAlchemyError

    from dashboard.queries.versions import newest_version
    from etl.database import DATABASE_VARIABLE, schema_revision, upgrade
    from etl.reading import read_url, reading_engine
    from etl.troubles import DatabaseTrouble, told

    try:
        engine = reading_engine()
        if read_url() is None and schema_revision(engine):
            upgrade(engine)
        connection = engine.connect()
    except (SQLAlchemyError, DatabaseTrouble, OSError, ImportError) as error:
        reason = str(getattr(error, "orig", None) or error).strip()
        fail(told(error) or f"the database cannot be opened: {reason}; see {DATABASE_VARIABLE}", code)
    with connection:
        if not inspect(connection).has_table("data_version") or newest_version(connection) == 0:
            fail("nothing has been loaded yet; `awards load data` loads the shipped records", code)
        yield connection
    engine.dispose()


def fail(message: str, code: int) -> NoReturn:
    """Tell the message, and leave with the exit code."""
    typer.echo(message, err=True)
    raise typer.Exit(code)
