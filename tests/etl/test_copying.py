"""SQLite to PostgreSQL and back, row by row; what is refused, and what stays as it was then."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from etl.contents import contents, snapshot
from etl.copying import copy_database
from etl.database import engine_for, migrate, revisions, upgrade, writing
from etl.db_commands import app
from etl.keeping.checking import check_data
from etl.load import book
from etl.migrations import HEAD
from etl.pipeline import load, rebuild
from etl.schema import tables
from etl.troubles import DatabaseTrouble
from tests.conftest import Fresh
from tests.databases import Databases, PostgresqlDatabases, SqliteFiles, address
from tests.postgresql import Server

UMKC = "University of Missouri-Kansas City School of Medicine"


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, sqlite_files: SqliteFiles) -> Engine:
    """A database that holds nothing."""
    if request.param == "sqlite":
        return engine_for(sqlite_files.new())
    server: Server = request.getfixturevalue("postgresql")
    return engine_for(PostgresqlDatabases(server).new())


@pytest.fixture
def strange(fresh_small: Fresh, tmp_path: Path) -> Engine:
    """A small part of the shipped data, and values that databases like to change."""
    engine, path = fresh_small(), tmp_path / "before.csv"
    path.write_text(f"school,award,year\n{UMKC},HEED,2021\nNobody at all,HEED,2021\n{UMKC},HEED,2o21\n")
    load(engine, [path], by="tests")
    with writing(engine) as connection:
        before = {"a": [1, 2.5, None, True], "ü": "🏆 \\N \\t \t \n '\" \u2028", "nul": "\x00"}
        book.audit(connection, "tests", "odd", "tabs\tand\nlines\\N", before=before, after=None)
        entry = {"step": "s", "name": "", "days_before": -1, "valid_from": 1, "valid_to": None}
        connection.execute(tables()["deadline_step"].insert(), entry)
        link = {"token_id": "t", "owner": " o ", "address": "/", "revoked_at": None}
        moments = {
            "made_at": datetime(2026, 3, 29, 1, 59, 59, 999999, UTC),
            "ends_at": datetime(1999, 1, 1, tzinfo=UTC),
        }
        connection.execute(tables()["data_link"].insert(), {**link, **moments})
        task = {"school_id": "x", "award": "A", "year": 2024, "step": "s", "due_on": date(1, 1, 1), "valid_from": 1}
        connection.execute(tables()["application_task"].insert(), task)
    return engine


def held(engine: Engine) -> object:
    with snapshot(engine) as connection:
        return contents(connection)


def test_all_rows_arrive_and_work_goes_on(strange: Engine, target: Engine, tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    copied = copy_database(strange, target, tell=lambda name, rows: told.append((name, rows)))
    assert held(target) == held(strange) == {one.table: one.content for one in copied}
    assert {name for name, _ in told} == set(tables())
    assert rebuild(target, by="tests") == 0
    path = tmp_path / "w.csv"
    path.write_text(f"school,award,year\n{UMKC},HP-HEED,2014\nNobody,HP-HEED,2014\n{UMKC},HP-HEED,20x4\n")
    for engine in (strange, target):
        (report,) = load(engine, [path], by="tests").files
        assert (report.new, report.refused, report.unresolved) == (2, 1, 1)
    assert [check.name for check in check_data(target) if not check.ok] == []


def test_there_and_back_is_the_same(strange: Engine, target: Engine, databases: Databases) -> None:
    back = engine_for(databases.new())
    copy_database(strange, target)
    copy_database(target, back)
    assert held(back) == held(strange)


def test_what_holds_something_is_replaced_only_when_told(fresh_small: Fresh, strange: Engine) -> None:
    reference = fresh_small()
    before = held(reference)
    with pytest.raises(DatabaseTrouble, match=r"holds data already.*--replace"):
        copy_database(strange, reference)
    assert held(reference) == before
    copy_database(strange, reference, replace=True)
    assert held(reference) == held(strange)


def test_a_row_that_arrives_differently_is_found_and_nothing_is_kept(fresh_small: Fresh, target: Engine) -> None:
    upgrade(target)
    spoil: Callable[[Engine], str] = lambda engine: (  # noqa: E731
        "CREATE TRIGGER spoil AFTER INSERT ON award BEGIN UPDATE award SET note = 'x' WHERE row_id = new.row_id; END"
        if engine.dialect.name == "sqlite"
        else "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := 'x'; RETURN NEW; END $$;"
        " CREATE TRIGGER spoil BEFORE INSERT ON award FOR EACH ROW EXECUTE FUNCTION spoil()"
    )
    with target.begin() as connection:
        connection.exec_driver_sql(spoil(target))
    before = held(target)
    with pytest.raises(DatabaseTrouble, match="table award did not arrive as it was"):
        copy_database(fresh_small(), target)
    assert held(target) == before


def test_text_that_postgresql_cannot_hold_is_named(fresh_small: Fresh, target: Engine) -> None:
    reference = fresh_small()
    if target.dialect.name == "sqlite" or reference.dialect.name == "postgresql":
        pytest.skip("only SQLite holds such text, and only PostgreSQL refuses it")
    with reference.begin() as connection:
        connection.execute(text("UPDATE award SET note = 'a' || char(0) WHERE row_id = 1"))
    with pytest.raises(DatabaseTrouble, match=r"table award did not arrive as it was: .*nothing was kept"):
        copy_database(reference, target)
    assert held(target) == {}


def test_a_copy_stands_at_the_schema_of_what_it_was_made_of(databases: Databases, target: Engine) -> None:
    source = engine_for(databases.new())
    with writing(source) as connection:
        migrate(connection, revisions()[0])
    copy_database(source, target)
    with pytest.raises(DatabaseTrouble, match="the same database"):
        copy_database(source, source)
    upgrade(target)
    with target.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD


def test_the_commands(fresh_small: Fresh, target: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(fresh_small()))
    run = CliRunner().invoke
    first = run(app, ["db", "copy", address(target)])
    assert (first.exit_code, "same on both sides" in first.stdout) == (0, True)
    second = run(app, ["db", "copy", address(target)])
    assert (second.exit_code, "holds data already" in second.stderr) == (1, True)
    assert run(app, ["db", "copy", address(target), "--replace"]).exit_code == 0
    status = json.loads(run(app, ["db", "status", "--json"]).stdout)
    assert (status["schema"], status["tables"]["award"]) == (HEAD, 8)
    assert run(app, ["db", "upgrade"]).stdout == f"The schema is {HEAD} already.\n"
