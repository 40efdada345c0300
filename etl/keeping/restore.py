"""A backup brought back: checked first, in one transaction, with what was there before kept aside."""

import json
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DatabaseError

from etl.contents import Content, Tell, contents, filled_tables, snapshot, untold
from etl.copying import copy_database
from etl.database import engine_for, revisions, upgrade, writing
from etl.keeping.backup import MANIFEST, Manifest, backup, checksum_file, sha256_of, sqlite_fault
from etl.load import book
from etl.report import current_user
from etl.schema import tables
from etl.troubles import DatabaseTrouble, is_unreachable


@dataclass(frozen=True)
class Restored:
    """What a restore did."""

    manifest: Manifest
    kept: Path | None
    """The backup of what was there before; None where nothing was."""
    checksum_known: bool


def restore(engine: Engine, path: Path, *, replace: bool = False, tell: Tell = untold) -> Restored:
    """Bring a backup back, after checks, in one transaction. What was there before is kept in a file beside it.

    Raises DatabaseTrouble where the backup is damaged, not a backup or of a newer program, and where the database
    holds something and is not to be replaced; the database is then as it was.
    """
    checksum_known = _check_checksum(path)
    manifest = checked_manifest(path)
    filled = _holds_something(engine)
    if filled and not replace:
        raise DatabaseTrouble(
            "the database holds data already; nothing was changed. --replace puts the backup in its place, and keeps "
            "what was there in a file beside the backup"
        )
    with TemporaryDirectory() as folder:
        source = _without_manifest(path, Path(folder) / "restore.db")
        with snapshot(source) as connection:
            _compare(path, manifest, contents(connection, tell))
        act = f"backup {path.name}: data version {manifest.data_version} of {manifest.made_at}"
        kept = _moved_aside(engine, path) if filled and _is_damaged(engine) else None
        aside = [kept] if kept else []

        def keep() -> None:  # while nobody can load any more, so that nothing comes in between
            if not aside and _holds_something(engine):
                aside.append(_kept_aside(engine, path, tell))

        def enter(connection: Connection) -> None:
            if inspect(connection).has_table(tables()["audit"].name):
                book.audit(connection, current_user(), "restore", act)

        copy_database(source, engine, replace=replace, tell=tell, first=keep, last=enter)
        logged = _logs(source)
        source.dispose()
    upgrade(engine)
    if not logged:  # the backup is older than the audit log
        with writing(engine) as connection:
            book.audit(connection, current_user(), "restore", act)
    return Restored(manifest, aside[0] if aside else None, checksum_known)


def _logs(source: Engine) -> bool:
    """Whether a backup is of a schema that has an audit log."""
    with source.connect() as connection:
        return inspect(connection).has_table(tables()["audit"].name)


def _holds_something(engine: Engine) -> bool:
    """Whether there is anything to lose; a file that cannot be read may hold something."""
    try:
        with snapshot(engine) as connection:
            return bool(filled_tables(connection))
    except DatabaseError as error:
        if engine.dialect.name != "sqlite" or not is_unreachable(error):
            raise
        return True


def _is_damaged(engine: Engine) -> bool:
    """Whether the database is a SQLite file that is not sound."""
    return engine.dialect.name == "sqlite" and _file(engine).exists() and sqlite_fault(_file(engine)) is not None


def _kept_aside(engine: Engine, path: Path, tell: Tell) -> Path:
    """Keep what the database holds in a backup beside the one that is brought back."""
    kept = _beside(path)
    backup(engine, kept, tell=tell)
    return kept


def _moved_aside(engine: Engine, path: Path) -> Path:
    """Move a damaged database beside the backup, as it is."""
    kept = _beside(path)
    engine.dispose()
    for end in ("", "-wal", "-shm"):
        if (part := Path(f"{_file(engine)}{end}")).exists():
            shutil.move(part, f"{kept}{end}")
    return kept


def _beside(path: Path) -> Path:
    return path.absolute().with_name(f"before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.db")


def _file(engine: Engine) -> Path:
    return Path(engine.url.database or "")


def _check_checksum(path: Path) -> bool:
    """Whether the checksum beside the file is there; it must then be the file's."""
    if not path.is_file():
        raise DatabaseTrouble(f"there is no file {path}")
    beside = checksum_file(path)
    if not beside.is_file():
        return False
    said = beside.read_text(encoding="utf-8").split()
    found = sha256_of(path)
    if not said or said[0] != found:
        raise DatabaseTrouble(
            f"{path} is not as it was when the backup was made: its SHA-256 is {found}, and {beside.name} says "
            f"{said[0] if said else 'nothing'}; nothing was changed. Take another backup"
        )
    return True


def checked_manifest(path: Path) -> Manifest:
    """What a backup says of itself, after the file was found sound and to hold just that."""
    fault = sqlite_fault(path)
    if fault:
        raise DatabaseTrouble(f"{path} is damaged or no backup ({fault}); nothing was changed. Take another backup")
    manifest = _manifest(path)
    if manifest.revision not in revisions():
        raise DatabaseTrouble(
            f"{path} stands at schema {manifest.revision}, which this program does not know: a newer version made it; "
            "install that one"
        )
    return manifest


def _manifest(path: Path) -> Manifest:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (said,) = connection.execute(f"SELECT said FROM {MANIFEST}").fetchone()
        facts = json.loads(said)
        tables = {name: Content(**content) for name, content in facts.pop("tables").items()}
        return Manifest(**facts, tables=tables)
    except (sqlite3.DatabaseError, TypeError, ValueError, KeyError) as error:
        raise DatabaseTrouble(
            f"{path} is no backup that `awards backup` made; nothing was changed. A plain SQLite database is brought "
            f"in with AWARDS_DATABASE_URL=sqlite:///{path.absolute()} awards db copy TARGET"
        ) from error


def _without_manifest(path: Path, copy: Path) -> Engine:
    """A copy of the backup that can be opened like any database, so that the backup itself is not touched."""
    read_only = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(read_only, uri=True)) as original, closing(sqlite3.connect(copy)) as made:
        original.backup(made)
        made.execute(f"DROP TABLE {MANIFEST}")
        made.commit()
    return engine_for(f"sqlite:///{copy}")


def _compare(path: Path, manifest: Manifest, found: Mapping[str, Content]) -> None:
    names = manifest.tables.keys() | found.keys()
    differing = sorted(name for name in names if manifest.tables.get(name) != found.get(name))
    if differing:
        raise DatabaseTrouble(
            f"{path} does not hold what it says of itself (tables {', '.join(differing)}); nothing was changed. "
            "Take another backup"
        )
