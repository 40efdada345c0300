"""Where the database is, how it is opened, who may write, and how its schema is brought up to date."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import OperationalError

from etl.migrations import HEAD
from etl.schema import tables
from etl.troubles import NO_ADDRESS, VARIABLE, DatabaseTrouble

DATABASE_VARIABLE = VARIABLE
PROJECT = Path(__file__).resolve().parent.parent
BUSY_MILLISECONDS = 30_000
"""How long SQLite waits for a lock that is held only while a file is being written."""
ASK_AGAIN_MILLISECONDS = 500
WRITER_CACHE_KIBIBYTES = 65_536
"""What SQLite holds in memory for a writer: with 2 MB, its own measure, pages of an index come and go all the time."""
WAIT_SECONDS = 3_600
"""How long a writer waits for the one before it, and then gives up."""
WAITING = "another load is running, waiting for it to end …"
WRITER_LOCK = 0x6177617264  # one number for all programs: the advisory lock of writers on PostgreSQL
CONNECTING = {
    "connect_timeout": 10,
    "application_name": "awards",
    # A server that vanished is noticed within a minute, not after the two hours of the operating system.
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}
"""How PostgreSQL is connected to, where the address does not say otherwise."""

logger = logging.getLogger("awards")


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


def shown(address: URL) -> str:
    """The address of a database without what may be a password: that of the account, and all that follows a "?"."""
    return address.set(query={}).render_as_string(hide_password=True)


def engine_for(url: str | None = None, *, read_only: bool = False) -> Engine:
    """An engine on the database at `url`, by default the one `database_url` names.

    SQLite runs in WAL mode with foreign keys on, so that pages can be read while a load writes. With `read_only`
    nothing can be changed through the engine, and no file is made.
    """
    try:
        address = make_url(url or database_url())
    except ValueError:  # a port that is no number; the error would say the address, and the address holds the password
        raise DatabaseTrouble(NO_ADDRESS) from None
    if address.get_backend_name() == "sqlite":
        return _sqlite_engine(address.database or ":memory:", address, read_only=read_only)
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() != "postgresql":
        raise DatabaseTrouble(f"{address.get_backend_name()} is no database this program knows: SQLite or PostgreSQL")
    return _postgresql_engine(address, read_only=read_only)


@lru_cache(maxsize=32)
def _postgresql_engine(address: URL, *, read_only: bool) -> Engine:
    """One engine a server and process: to connect takes longer than most questions."""
    given = {name: value for name, value in CONNECTING.items() if name not in address.query}
    if read_only:
        given["options"] = "-c default_transaction_read_only=on"
    engine = create_engine(address, pool_pre_ping=True, connect_args=given)
    event.listen(engine, "begin", _begin_postgresql)
    event.listen(engine, "connect", _without_zeros)
    return engine


def _without_zeros(connection: Any, _record: Any) -> None:
    """PostgreSQL takes no text with the character zero, not even to look for it; a sign stands in its place."""
    from psycopg.types.string import StrDumper

    class Dumper(StrDumper):
        def dump(self, obj: str) -> Any:
            return super().dump(obj.replace("\x00", "\ufffd") if "\x00" in obj else obj)

    connection.adapters.register_dumper(str, Dumper)


def _sqlite_engine(path: str, address: URL, *, read_only: bool) -> Engine:
    if not path.startswith((":memory:", "file:")) and not read_only:
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseTrouble(
                f"the folder of the database cannot be made: {error.strerror}: {Path(path).parent}; "
                f"see {DATABASE_VARIABLE}"
            ) from error
    if read_only and path != ":memory:":
        engine = create_engine(address, creator=lambda: _opened_to_read(path))
    else:
        # Rows are written in a thread of their own, one at a time with whoever asks: etl/load/behind.py.
        engine = create_engine(address, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _prepare_for_reading if read_only else _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _opened_to_read(path: str) -> sqlite3.Connection:
    """A connection to a file that must be there; a driver that is only told its name would make one."""
    name = path if path.startswith("file:") else f"{Path(path).absolute().as_uri()}?mode=ro"
    return sqlite3.connect(name, uri=True, check_same_thread=False)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin_sqlite`, not guessed by the driver
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    with suppress(sqlite3.OperationalError):  # a file that may not be written can be read all the same
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # a load that was reported done survives a power cut
    cursor.close()


def _prepare_for_reading(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA query_only = ON")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes"))


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: two loads then wait for each other instead of failing half way.
    if not _writes(connection):
        connection.exec_driver_sql("BEGIN DEFERRED")
        return
    connection.exec_driver_sql(f"PRAGMA cache_size = -{WRITER_CACHE_KIBIBYTES}")
    # Else it was seen to index a million statements anew for one question, in place of asking the index there is.
    connection.exec_driver_sql("PRAGMA automatic_index = OFF")
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {ASK_AGAIN_MILLISECONDS}")  # so that Ctrl+C is heard meanwhile
    until, told = monotonic() + WAIT_SECONDS, False
    while not _began(connection, last=monotonic() > until):
        if not told:
            logger.warning(WAITING)
        told = True
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")


def _began(connection: Connection, *, last: bool) -> bool:
    """Whether the lock of writers was free; when it is the last time of asking, it is an error that it was not."""
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as error:
        if last or getattr(error.orig, "sqlite_errorname", "") != "SQLITE_BUSY":
            raise
        return False
    return True


def _begin_postgresql(connection: Connection) -> None:
    if not _writes(connection):
        return
    if connection.exec_driver_sql("SELECT pg_try_advisory_xact_lock(%s)", (WRITER_LOCK,)).scalar():
        return
    logger.warning(WAITING)
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'")
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (WRITER_LOCK,))
    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection inside one transaction that alone may write; committed at the end, rolled back on any error.

    Whoever comes second waits for the first, and is told so.
    """
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def schema_revision(engine: Engine) -> str | None:
    """The revision the database's schema stands at; None when there is none yet."""
    with engine.connect() as connection:
        return revision_of(connection)


def revision_of(connection: Connection) -> str | None:
    """The revision of the schema that the connection sees; None when there is none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def revisions() -> list[str]:
    """All revisions of the schema this program knows, oldest first."""
    names = (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py")
    return sorted(path.name.partition("_")[0] for path in names)


def upgrade(engine: Engine, revision: str = HEAD) -> None:
    """Bring the schema to a revision, by default the newest; a database that is there already is left alone.

    Raises DatabaseTrouble for a schema that a newer program has made.
    """
    if schema_revision(engine) == revision:
        return
    with writing(engine) as connection:
        migrate(connection, revision)


def migrate(connection: Connection, revision: str = HEAD) -> None:
    """Bring the schema to a revision inside the caller's transaction."""
    from alembic import command  # late: it takes over a second to import

    found = revision_of(connection)
    if found is not None and found not in revisions():
        raise DatabaseTrouble(
            f"the database stands at schema {found}, which this program does not know (it knows {HEAD}): "
            "a newer version of the program made it; install that one"
        )
    command.upgrade(_alembic(connection), revision)
    if connection.dialect.name == "postgresql":
        _sort_as_sqlite(connection)


def unmigrate(connection: Connection) -> None:
    """Take away all tables, with everything in them, inside the caller's transaction."""
    from alembic import command

    command.downgrade(_alembic(connection), "base")


def _alembic(connection: Connection) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def _sort_as_sqlite(connection: Connection) -> None:
    """Let text be compared code by code, as SQLite does, whatever the language of the server: the same order, the
    same answers.
    """
    found = connection.execute(
        text(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() "
            "AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C' ORDER BY table_name, ordinal_position"
        )
    )
    columns: dict[str, list[str]] = {}
    for table, column in found:
        columns.setdefault(table, []).append(column)
    for table in columns.keys() & tables().keys():
        changes = ", ".join(f'ALTER COLUMN "{column}" TYPE text COLLATE "C"' for column in columns[table])
        connection.execute(text(f'ALTER TABLE "{table}" {changes}'))


def is_empty(engine: Engine) -> bool:
    """Whether no award has ever been loaded: without one nothing else can be taken."""
    if schema_revision(engine) is None:
        return True
    with engine.connect() as connection:
        return connection.execute(text("SELECT 1 FROM award LIMIT 1")).first() is None
