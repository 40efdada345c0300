"""Whether all that must always hold does hold in the database, check by check."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Engine

from etl.database import revision_of
from etl.keeping.invariants import (
    Faults,
    checksums_of_documents,
    checksums_of_loads,
    content_keys,
    counts_of_loads,
    foreign_keys,
    live_keys,
    sources_of_rows,
    statements_of_records,
    validity,
    versions,
)
from etl.load import book
from etl.migrations import HEAD
from etl.pipeline import derive_anew
from etl.report import current_user
from etl.troubles import told

SHOWN = 5
"""Faults of one check that are listed; all are counted."""


@dataclass(frozen=True)
class Check:
    """One check: what must hold, whether it does, and where it does not."""

    name: str
    ok: bool
    n_faults: int
    faults: tuple[str, ...]
    """The first few, in words."""

    def as_json(self) -> dict[str, Any]:
        """The check as an object."""
        return {**asdict(self), "faults": list(self.faults)}


def check_data(engine: Engine) -> Iterator[Check]:
    """Run every check, one after the other; nothing is changed. No load can run meanwhile: it waits."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin() as transaction:
        for name, faults_of in CHECKS:
            check = _checked(connection, name, faults_of)
            yield check
            if name == SCHEMA and not check.ok:
                break  # the others speak of tables that may not be there
        transaction.rollback()


def _checked(connection: Connection, name: str, faults_of: Callable[[Connection], Faults]) -> Check:
    attempt = connection.begin_nested()
    try:
        faults = list(faults_of(connection))
    except Exception as error:
        words = told(error)
        if words is None:
            raise
        faults = [words]
    attempt.rollback()
    return Check(name, not faults, len(faults), tuple(faults[:SHOWN]))


def _schema(connection: Connection) -> Faults:
    found = revision_of(connection)
    if found != HEAD:
        yield f"the schema is {found or 'not there'}, this program's is {HEAD}: `awards db upgrade` brings it there"


def _soundness(connection: Connection) -> Faults:
    if connection.dialect.name != "sqlite":
        return  # the server looks after its files itself
    for (answer,) in connection.exec_driver_sql(f"PRAGMA integrity_check({SHOWN})"):
        if answer != "ok":
            yield str(answer)


def _rebuild(connection: Connection) -> Faults:
    """Derive everything anew, in a transaction that is rolled back, and tell what came out differently."""
    version = book.next_version(connection, "rebuild", current_user(), "check: all derived anew")
    for name, n in derive_anew(connection, version).items():
        if n:
            yield f"table {name}: {n} rows come out differently; `awards rebuild` puts them right"


SCHEMA = "the schema is this program's"
CHECKS: tuple[tuple[str, Callable[[Connection], Faults]], ...] = (
    (SCHEMA, _schema),
    ("the file of the database is sound", _soundness),
    ("what rows refer to is there", foreign_keys),
    ("data versions are numbered without gaps", versions),
    ("rows begin to count before they end, in versions that are there", validity),
    ("of rows with one key, one counts at a time", live_keys),
    ("no row that counts is without its source", sources_of_rows),
    ("no record is without a statement", statements_of_records),
    ("rows of files are as they were written", content_keys),
    ("loads have a checksum, a data version and counts that add up", counts_of_loads),
    ("checksums of loads are checksums", checksums_of_loads),
    ("texts of documents are as they were read", checksums_of_documents),
    ("records are what follows from the files", _rebuild),
)
