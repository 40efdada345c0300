"""Where questions are asked: of the read replica that `AWARDS_READ_URL` names, or of the database itself."""

import os
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError

from etl.database import database_url, engine_for
from etl.troubles import is_unreachable

READ_VARIABLE = "AWARDS_READ_URL"

Answer = TypeVar("Answer")


def read_url() -> str | None:
    """The address of the read replica; None where there is none, and the database itself is asked."""
    given = os.environ.get(READ_VARIABLE, "").strip()
    return given if given and given != database_url() else None


def newest_stamp(connection: Connection) -> tuple[int, str]:
    """The newest data version and when it was made: two databases, or one that was restored, can share a number."""
    query = text("SELECT version, made_at FROM data_version ORDER BY version DESC LIMIT 1")
    found = connection.execute(query).first()
    return (found.version, str(found.made_at)) if found else (0, "")


def stamp_of(engine: Engine) -> tuple[int, str]:
    """The same of a database; (0, "") where it has no tables yet. Errors of a database out of reach are raised."""
    try:
        return answered(engine, newest_stamp)
    except (OperationalError, ProgrammingError) as error:
        if is_missing_table(error):
            return (0, "")
        raise


def answered(engine: Engine, question: Callable[[Connection], Answer]) -> Answer:
    """The answer to a question that changes nothing; asked once more if the connection was lost meanwhile."""
    try:
        with engine.connect() as connection:
            return question(connection)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    with engine.connect() as connection:
        return question(connection)


def reading_engine() -> Engine:
    """The engine to ask: the replica's, unless it still lacks what the database itself holds or does not answer.

    Where only the replica answers, it is asked, behind or not.
    """
    primary, url = engine_for(), read_url()
    if url is None:
        return primary
    replica = engine_for(url, read_only=True)
    behind = reachable_version(primary)
    copied = reachable_version(replica)
    if behind is None:
        return replica
    return primary if copied is None or copied < behind else replica


def reachable_version(engine: Engine) -> int | None:
    """The newest data version; None where the database does not answer."""
    try:
        return stamp_of(engine)[0]
    except DBAPIError as error:
        if not is_unreachable(error):
            raise
        return None


def is_missing_table(error: DBAPIError) -> bool:
    """Whether the database answers but holds no tables yet."""
    # SQLite says "no such table", PostgreSQL 'relation "data_version" does not exist'
    return "no such table" in str(error.orig) or ('relation "' in str(error.orig) and "exist" in str(error.orig))
