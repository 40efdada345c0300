"""The book of loads asked for in the browser: table `load_job`, through which all processes of a server know of them.

A job and its load end in one transaction: a job is done if and only if all it loaded is in the database.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import OperationalError

from etl.database import BUSY_MILLISECONDS, writing
from etl.schema import tables

SILENT_SECONDS = 30
"""A job that has told nothing of itself for so long has ended with its server, unless a load is still under way."""
SHORT_MILLISECONDS = 200
ENDED = "the server stopped before the load was through; nothing of it is in the database. Load the files again"
NEVER_BEGUN = (
    "the server stopped while this load waited for another; nothing of it is in the database. Load the files again"
)
GOING = ("waiting", "running")


def enter(engine: Engine, files: Sequence[str], by: str, rows_total: int | None) -> int:
    """Enter a job that now begins to run, and return its number; waits for a load that is under way."""
    with writing(engine) as connection:
        return _entered(connection, "running", files, by, datetime.now(UTC), rows_total=rows_total)


def never_begun(engine: Engine, files: Sequence[str], by: str, at: datetime) -> bool:
    """Enter a load that somebody asked for then and whose server ended before it began, as failed; tells whether.

    It is not while a load holds the database.
    """
    with _at_once(engine) as connection:
        if connection:
            _entered(connection, "failed", files, by, at, result={"error": NEVER_BEGUN})
        return connection is not None


def _entered(connection: Connection, state: str, files: Sequence[str], by: str, at: datetime, **facts: Any) -> int:
    job = tables()["load_job"]
    number = int(connection.execute(select(func.coalesce(func.max(job.c.job_id), 0) + 1)).scalar_one())
    known = {"state": state, "files": list(files), "made_at": at, "made_by": by, "seen_at": at, "rows_done": 0}
    connection.execute(job.insert().values(job_id=number, **{"rows_total": None, "result": None, **known, **facts}))
    return number


def still_going(engine: Engine, number: int, rows_done: int) -> None:
    """Tell that the job is alive and how far it is, unless the database is held by a load at this moment."""
    job = tables()["load_job"]
    change = job.update().where(job.c.job_id == number, job.c.state.in_(GOING))
    with _at_once(engine) as connection:
        if connection:
            connection.execute(change.values(seen_at=datetime.now(UTC), rows_done=rows_done))


def done(connection: Connection, number: int, rows_done: int, result: Mapping[str, Any]) -> None:
    """Close the job as done inside the transaction of its load."""
    job = tables()["load_job"]
    facts = {"state": "done", "seen_at": datetime.now(UTC), "rows_done": rows_done, "result": dict(result)}
    connection.execute(job.update().where(job.c.job_id == number).values(**facts))


def failed(engine: Engine, number: int, why: str) -> None:
    """Close the job as failed."""
    job = tables()["load_job"]
    facts = {"state": "failed", "seen_at": datetime.now(UTC), "result": {"error": why}}
    with writing(engine) as connection:
        connection.execute(job.update().where(job.c.job_id == number, job.c.state.in_(GOING)).values(**facts))


def end_dead(engine: Engine, alive: Sequence[int] = ()) -> int:
    """Close the jobs whose server has ended, but for those known to be alive; returns how many.

    A job of SQLite is silent while its load holds the database: as long as that is held, nothing is closed.
    """
    job, now = tables()["load_job"], datetime.now(UTC)
    silent = job.c.state.in_(GOING) & (job.c.seen_at < now - timedelta(seconds=SILENT_SECONDS))
    with engine.connect() as connection:
        if not set(connection.scalars(select(job.c.job_id).where(silent))) - set(alive):
            return 0
    change = job.update().where(silent, job.c.job_id.not_in(list(alive)))
    with _at_once(engine) as connection:
        if not connection:
            return 0
        return connection.execute(change.values(state="failed", result={"error": ENDED})).rowcount


@contextmanager
def _at_once(engine: Engine) -> Iterator[Connection | None]:
    """A connection in a transaction of its own that does not queue behind a load; None while one holds the database.

    PostgreSQL locks rows, so that this is always to be had; SQLite locks the file.
    """
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        driver = connection.connection.cursor()
        driver.execute(f"PRAGMA busy_timeout = {SHORT_MILLISECONDS}")
        try:
            connection.exec_driver_sql("UPDATE load_job SET rows_done = rows_done WHERE 0")  # takes the lock of writers
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_BUSY":
                raise
            connection.rollback()
            yield None
        else:
            yield connection
            connection.commit()
        finally:
            driver.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            driver.close()
