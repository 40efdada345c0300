"""Where the database is, and that migrations and the declared schema agree."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, text

from etl.database import database_url, engine_for, is_empty, schema_revision, upgrade, writing
from etl.migrations import HEAD
from etl.schema import Base, tables


def test_the_address_comes_from_the_environment_or_is_the_file_in_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", "sqlite:////srv/office.db")
    assert database_url() == "sqlite:////srv/office.db"
    monkeypatch.delenv("AWARDS_DATABASE_URL")
    assert database_url().endswith("/data/awards.db")


def test_a_new_database_is_brought_to_the_newest_schema_and_is_empty(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path}/deep/new.db")
    assert is_empty(engine)
    assert schema_revision(engine) is None
    upgrade(engine)
    assert (schema_revision(engine), is_empty(engine)) == (HEAD, True)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        pragmas = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "journal_mode")]
    assert pragmas == [1, "wal"]
    engine.dispose()


def test_the_migrated_tables_have_the_declared_checks(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path}/new.db")
    upgrade(engine)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        made = {row.name: row.sql for row in rows}
    for name, table in tables().items():
        for check in table.constraints:
            if isinstance(check, CheckConstraint):
                assert " ".join(str(check.sqltext).split()) in " ".join(made[name].split())
    engine.dispose()


def test_every_column_is_explained() -> None:
    unexplained = [
        f"{table.name}.{column.name}" for table in tables().values() for column in table.c if not column.comment
    ]
    assert unexplained == []


def test_a_change_that_fails_leaves_nothing(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path}/new.db")
    upgrade(engine)
    with pytest.raises(ZeroDivisionError), writing(engine) as connection:
        connection.execute(tables()["setting"].insert().values(name="a", value="b"))
        _ = 1 / 0
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM setting")).scalar() == 0
    engine.dispose()
