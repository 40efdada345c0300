"""The whole database in one portable file, made while it is in use, and brought back with checks.

A backup is a SQLite file, whatever database it was made of. It holds a table of what every table held (rows and hash),
and beside it stands `FILE.sha256`, which `sha256sum --check` reads too.
"""

import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from etl.contents import Content, Tell, contents, snapshot, untold
from etl.copying import copy_database
from etl.database import engine_for, revision_of
from etl.reading import newest_stamp
from etl.troubles import DatabaseTrouble

MANIFEST = "backup_manifest"
"""The table inside a backup that says what it holds."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    revision: str
    data_version: int
    made_at: str
    """UTC."""
    tables: Mapping[str, Content]

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(content.rows for content in self.tables.values())


def backup(engine: Engine, path: Path, *, replace: bool = False, tell: Tell = untold) -> Manifest:
    """Write the database as it is at one moment into a file, with its checksum beside it.

    Loads may go on meanwhile. Raises DatabaseTrouble where the file is there already, cannot be written, or the
    database holds no tables.
    """
    if _is_of_database(path, engine):
        raise DatabaseTrouble(f"{path} is a file of the database itself; name another file for the backup")
    if path.exists() and not replace:
        raise DatabaseTrouble(f"{path} is there already; name another file, or --replace it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".backup-", dir=path.parent) as folder:
            made = Path(folder) / "backup.db"
            _take(engine, made, tell)
            manifest = _seal(made, tell)
            digest = sha256_of(made)
            made.replace(path)
            checksum_file(path).write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    except OSError as error:
        raise DatabaseTrouble(f"{path} cannot be written: {error.strerror or error}; no backup was made") from error
    return manifest


def _is_of_database(path: Path, engine: Engine) -> bool:
    """Whether a file is the SQLite database's own, or one that SQLite keeps beside it."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return False
    own = Path(engine.url.database).absolute()
    if path.exists() and own.exists() and path.samefile(own):
        return True
    return path.resolve() in {Path(f"{own.resolve()}{end}") for end in ("", "-wal", "-shm", "-journal")}


def _take(engine: Engine, made: Path, tell: Tell) -> None:
    if engine.dialect.name != "sqlite":
        target = engine_for(f"sqlite:///{made}")
        copy_database(engine, target, tell=tell)
        target.dispose()
        return
    with snapshot(engine) as connection:
        if revision_of(connection) is None:
            raise DatabaseTrouble("there is nothing to back up: the database holds no tables; is it the right one?")
    with closing(sqlite3.connect(made)) as copy, engine.connect() as connection:
        connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]


def _seal(made: Path, tell: Tell) -> Manifest:
    """Check the copy, write into it what it holds, and leave it as one file."""
    fault = sqlite_fault(made)
    if fault:
        raise DatabaseTrouble(f"the copy is not sound ({fault}); no backup was made. Run `awards check-data`")
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute(f"DROP TABLE IF EXISTS {MANIFEST}")  # of a backup that was put in place as it is
    engine = engine_for(f"sqlite:///{made}")
    with snapshot(engine) as connection:
        revision, version = revision_of(connection) or "", newest_stamp(connection)[0]
        held = contents(connection, tell)
    engine.dispose()
    manifest = Manifest(revision, version, datetime.now(UTC).isoformat(timespec="seconds"), held)
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute(f"CREATE TABLE {MANIFEST} (said TEXT NOT NULL)")
        connection.execute(f"INSERT INTO {MANIFEST} VALUES (?)", (json.dumps(asdict(manifest)),))
        connection.execute("PRAGMA journal_mode = DELETE")
    with made.open("rb") as file:
        os.fsync(file.fileno())
    return manifest


def checksum_file(path: Path) -> Path:
    """The file beside a backup that holds its checksum."""
    return path.with_name(f"{path.name}.sha256")


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def sqlite_fault(path: Path) -> str | None:
    """What is wrong with a SQLite file: damage, or rows that refer to rows which are not there; None: nothing."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    if answer != "ok":
        return str(answer)
    return f"a row of {orphan[0]} refers to a row of {orphan[2]} that is not there" if orphan else None
