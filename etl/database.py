"""Where the database is, how it is opened, and how its schema is brought up to date."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text

from etl.migrations import HEAD

DATABASE_VARIABLE = "AWARDS_DATABASE_URL"
PROJECT = Path(__file__).resolve().parent.parent
BUSY_MILLISECONDS = 30_000
"""How long a second writer waits for the first before it gives up; loads queue, they do not interleave."""
WRITER_LOCK = 0x6177617264  # one number for all programs: the advisory lock of writers on PostgreSQL


def home() -> Path:
    """The folder that holds `data/`: the checkout when run from one, otherwise the working folder."""
    return PROJECT if (PROJECT / "pyproject.toml").is_file() else Path.cwd()


def shipped_data() -> Path:
    """The folder of reference data and records that come with the program."""
    packaged = Path(str(files("etl"))) / "_shipped" / "data"
    return packaged if packaged.is_dir() else PROJECT / "data"


def database_url() -> str:
    """The address of the database: `AWARDS_DATABASE_URL`, or the SQLite file `data/awards.db`."""
    given = os.environ.get(DATABASE_VARIABLE, "").strip()
    return given or f"sqlite:///{home() / 'data' / 'awards.db'}"


def engine_for(url: str | None = None) -> Engine:
    """An engine on the database at `url`, by default the one `database_url` names.

    SQLite runs in WAL mode with foreign keys on, so that pages can be read while a load writes.
    """
    address = make_url(url or database_url())
    if address.get_backend_name() == "sqlite":
        if address.database and address.database != ":memory:":
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    return create_engine(address, pool_pre_ping=True)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin_sqlite`, not guessed by the driver
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: two loads then wait for each other instead of failing half way.
    mode = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection inside one transaction that alone may write; committed at the end, rolled back on any error."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER_LOCK})
        yield connection


def schema_revision(engine: Engine) -> str | None:
    """The revision the database's schema stands at; None when there is none yet."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest revision; a database that is there already is left alone."""
    if schema_revision(engine) == HEAD:
        return
    from alembic import command  # late: it takes over a second to import
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_empty(engine: Engine) -> bool:
    """Whether no award has ever been loaded: without one nothing else can be taken."""
    if schema_revision(engine) is None:
        return True
    with engine.connect() as connection:
        return connection.execute(text("SELECT 1 FROM award LIMIT 1")).first() is None
