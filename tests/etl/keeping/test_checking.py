"""Every check finds what it is for, and finds nothing in sound data."""

import json

import pytest
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from etl.db_commands import app
from etl.keeping.checking import CHECKS, check_data
from tests.conftest import Fresh
from tests.databases import Databases, address

RECORD = "(SELECT max(row_id) FROM record WHERE valid_to IS NULL)"
SEEN = "(SELECT max(row_id) FROM observation WHERE valid_to IS NULL)"
FAULTS = {
    "data versions are numbered without gaps": "UPDATE data_version SET version = 99 WHERE version = 11 AND 1 = 1",
    "rows begin to count before they end, in versions that are there": "UPDATE award SET valid_to = 1 WHERE row_id = 1",
    "of rows with one key, one counts at a time": "UPDATE award SET row_key = (SELECT max(row_key) FROM award)",
    "no row that counts is without its source": f"UPDATE observation SET source_id = 'gone' WHERE row_id = {SEEN}",
    "no record is without a statement": f"UPDATE record SET year = 2050 WHERE row_id = {RECORD}",
    "rows of files are as they were written": f"UPDATE observation SET year = 2013 WHERE row_id = {SEEN}",
    "loads have a checksum, a data version and counts that add up": "UPDATE load SET rows_new = 7 WHERE load_id = 1",
    "checksums of loads are checksums": "UPDATE load SET sha256 = 'none' WHERE load_id = 1",
    "texts of documents are as they were read": "INSERT INTO document (sha256, source_id, title, text) "
    "VALUES ('abc', 's', 't', 'words')",
    "records are what follows from the files": f"UPDATE record SET why = 'a hunch' WHERE row_id = {RECORD}",
}


def fails(engine: Engine, name: str) -> bool:
    with engine.connect().execution_options(writes=True) as connection:
        return bool(list(dict(CHECKS)[name](connection)))


def test_sound_data_pass_every_check_and_stay_as_they_are(shipped: Engine) -> None:
    checks = list(check_data(shipped))
    assert [(check.name, check.ok, check.faults) for check in checks] == [(name, True, ()) for name, _ in CHECKS]
    with shipped.connect() as connection:
        assert connection.execute(text("SELECT max(version) FROM data_version")).scalar() == 11


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(shipped: Engine, name: str) -> None:
    with shipped.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        else:
            connection.connection.driver_connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute(text(FAULTS[name]))
        if "99" in FAULTS[name]:
            connection.execute(text("UPDATE load SET version = 99 WHERE version = 11"))
    assert fails(shipped, name)


def test_a_row_that_refers_to_nothing_is_found(shipped: Engine) -> None:
    with shipped.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
            connection.exec_driver_sql("DELETE FROM file WHERE file_id = 1")
            connection.exec_driver_sql("SET session_replication_role = DEFAULT")
        else:
            raw = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys = OFF")
            raw.execute("DELETE FROM file WHERE file_id = 1")
            raw.execute("PRAGMA foreign_keys = ON")
        connection.commit()
    assert fails(shipped, "what rows refer to is there")


def test_a_database_without_tables_fails_by_its_schema_alone(databases: Databases) -> None:
    from etl.database import engine_for

    checks = list(check_data(engine_for(databases.new())))
    assert [(check.ok, check.faults[0][:24]) for check in checks] == [(False, "the schema is not there,")]


def test_the_command(fresh_small: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = fresh_small()
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(engine))
    sound = CliRunner().invoke(app, ["check-data"])
    assert (sound.exit_code, sound.stdout.count("ok    "), "NOT OK" in sound.stdout) == (0, len(CHECKS), False)
    with engine.begin() as connection:
        connection.execute(text("UPDATE load SET sha256 = 'none' WHERE load_id = 1"))
    broken = CliRunner().invoke(app, ["check-data", "--json"])
    (fault,) = [check for check in json.loads(broken.stdout) if not check["ok"]]
    assert (broken.exit_code, fault["name"]) == (1, "checksums of loads are checksums")
    assert fault["faults"] == ["load 1: 'none' is no SHA-256"]
