"""The schema of every released version, with data in it, is brought to the newest with all data intact.

`tests/data/schema_NNNN.sql` is such a database: made by the program of that schema from a part of the shipped data and
kept as it was. `python -m tests.released NNNN` makes one, when a schema is released.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.contents import snapshot
from etl.copying import copy_database
from etl.database import engine_for, revisions, schema_revision, upgrade
from etl.keeping.checking import check_data
from etl.migrations import HEAD
from etl.pipeline import load, rebuild
from etl.troubles import DatabaseTrouble
from tests.databases import Databases
from tests.released import DATA, said

RELEASED = sorted(path.stem.removeprefix("schema_") for path in DATA.glob("schema_*.sql"))
UMKC = "University of Missouri-Kansas City School of Medicine"


@pytest.fixture
def released(request: pytest.FixtureRequest, databases: Databases, tmp_path: Path) -> Engine:
    """A database that an earlier version of the program made."""
    revision: str = request.param
    file = tmp_path / "released.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((DATA / f"schema_{revision}.sql").read_text(encoding="utf-8"))
    engine = engine_for(f"sqlite:///{file}")
    assert schema_revision(engine) == revision
    if databases.name == "sqlite":
        return engine
    target = engine_for(databases.new())
    copy_database(engine, target)
    assert schema_revision(target) == revision
    return target


def test_every_schema_but_the_newest_is_kept_with_data() -> None:
    assert {revision for revision in revisions() if revision != HEAD} <= set(RELEASED)


@pytest.mark.parametrize("released", RELEASED, indirect=True)
def test_all_data_are_there_after_the_upgrade_and_work_goes_on(released: Engine, tmp_path: Path) -> None:
    with snapshot(released) as connection:
        before = said(connection)
    assert sum(len(rows) for _, rows in before.values()) > 500
    upgrade(released)
    assert schema_revision(released) == HEAD
    with snapshot(released) as connection:
        after = said(connection, {name: columns for name, (columns, _) in before.items()})
    assert after == before
    assert rebuild(released, by="tests") == 0
    path = tmp_path / "w.csv"
    path.write_text(f"school,award,year\n{UMKC},HP-HEED,2014\n")
    assert load(released, [path], by="tests").files[0].new == 1
    assert [(check.name, check.faults) for check in check_data(released) if not check.ok] == []


def test_a_schema_of_a_newer_program_is_refused(databases: Databases) -> None:
    engine = engine_for(databases.new())
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTrouble, match="stands at schema 9999, which this program does not know"):
        upgrade(engine)
