"""Backups made while the database is in use, brought back with checks; what is damaged is refused."""

import sqlite3
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from etl.contents import Content, contents, snapshot
from etl.database import engine_for, writing
from etl.db_commands import app
from etl.keeping.backup import backup, checksum_file, sha256_of
from etl.keeping.checking import check_data
from etl.keeping.restore import restore
from etl.pipeline import load, set_own_school
from etl.schema import tables
from etl.troubles import DatabaseTrouble
from tests.conftest import Fresh
from tests.databases import Databases, address, file_of


def held(engine: Engine) -> dict[str, Content]:
    with snapshot(engine) as connection:
        return {name: content for name, content in contents(connection).items() if name != "audit"}


def test_what_comes_back_is_what_was_there(shipped: Engine, databases: Databases, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "backup.db"
    made = backup(shipped, file)
    assert (made.data_version, made.tables["audit"].rows) == (11, 11)
    assert checksum_file(file).read_text() == f"{sha256_of(file)}  backup.db\n"
    assert sorted(path.name for path in file.parent.iterdir()) == ["backup.db", "backup.db.sha256"]
    new = engine_for(databases.new())
    done = restore(new, file)
    assert (done.kept, done.checksum_known) == (None, True)
    assert held(new) == held(shipped)
    assert [check.name for check in check_data(new) if not check.ok] == []


def test_a_backup_is_of_one_moment_while_loads_go_on(fresh_reference: Fresh, tmp_path: Path) -> None:
    engine, stop = fresh_reference(), Event()

    def changes() -> None:
        while not stop.is_set():
            for school in ("umkc-som", "uvm"):
                set_own_school(engine, school, by="tests")

    thread = Thread(target=changes)
    thread.start()
    try:
        made = [backup(engine, tmp_path / f"{number}.db") for number in range(3)]
    finally:
        stop.set()
        thread.join()
    for number, manifest in enumerate(made):
        copy = engine_for(f"sqlite:///{tmp_path / f'{number}.db'}")
        with copy.connect() as connection:
            last = connection.execute(text("SELECT note FROM data_version ORDER BY version DESC LIMIT 1")).scalar()
            own = connection.execute(text("SELECT value FROM setting")).scalar()
        copy.dispose()
        assert (last == f"own school: {own}") or (manifest.data_version == 6 and own is None)


def test_what_the_database_holds_is_kept_before_it_is_replaced(fresh_small: Fresh, tmp_path: Path) -> None:
    engine, file = fresh_small(), tmp_path / "backup.db"
    backup(engine, file)
    first = held(engine)
    set_own_school(engine, "umkc-som", by="tests")
    second = held(engine)
    with pytest.raises(DatabaseTrouble, match=r"holds data already.*--replace"):
        restore(engine, file)
    assert held(engine) == second
    done = restore(engine, file, replace=True)
    assert held(engine) == first
    assert done.kept is not None
    restore(engine, done.kept, replace=True)
    assert held(engine) == second
    with engine.connect() as connection:
        acts = connection.execute(text("SELECT action FROM audit ORDER BY audit_id DESC LIMIT 1")).scalar()
    assert acts == "restore"


@pytest.mark.parametrize("how", ["byte", "text", "row", "cut", "newer", "absent", "plain"])
def test_a_backup_that_is_damaged_is_refused_and_nothing_changes(fresh_small: Fresh, tmp_path: Path, how: str) -> None:
    engine, file = fresh_small(), tmp_path / "backup.db"
    backup(engine, file)
    words = spoil(file, how)
    before = held(engine)
    with pytest.raises(DatabaseTrouble, match=words):
        restore(engine, file, replace=True)
    assert held(engine) == before


def spoil(file: Path, how: str) -> str:
    """Damage a backup; returns what must be said about it."""
    content = bytearray(file.read_bytes())
    if how == "byte":
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
        return "is not as it was when the backup was made"
    checksum_file(file).unlink()
    if how == "text":
        file.write_text("no database " * 1000)
        return "damaged or no backup"
    if how == "cut":
        file.write_bytes(content[: len(content) // 2])
        return "damaged or no backup"
    if how == "absent":
        file.unlink()
        return "there is no file"
    change = {
        "row": "UPDATE award SET note = 'changed' WHERE row_id = 1",
        "newer": 'UPDATE backup_manifest SET said = replace(said, \'"revision": "0\', \'"revision": "9\')',
        "plain": "DROP TABLE backup_manifest",
    }[how]
    with sqlite3.connect(file) as connection:
        connection.execute(change)
    connection.close()
    return {"row": "does not hold what it says", "newer": "a newer version made it", "plain": "is no backup"}[how]


def test_a_damaged_database_is_moved_aside_and_the_backup_takes_its_place(fresh_small: Fresh, tmp_path: Path) -> None:
    engine, file = fresh_small(), tmp_path / "backup.db"
    if engine.dialect.name != "sqlite":
        pytest.skip("a server looks after its files itself")
    backup(engine, file)
    before = held(engine)
    engine.dispose()
    path = file_of(address(engine))
    path.write_bytes(b"broken" * 10_000)
    done = restore(engine_for(address(engine)), file, replace=True)
    assert done.kept is not None
    assert done.kept.read_bytes().startswith(b"broken")
    assert held(engine_for(address(engine))) == before


def test_the_commands(fresh_small: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, file = fresh_small(), tmp_path / "backup.db"
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(engine))
    run = CliRunner().invoke
    assert "data version 6" in run(app, ["backup", str(file)]).stdout
    again = run(app, ["backup", str(file)])
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
    refused = run(app, ["restore", str(file)])
    assert (refused.exit_code, "--replace" in refused.stderr) == (1, True)
    done = run(app, ["restore", str(file), "--replace"])
    assert (done.exit_code, "before-restore-" in done.stdout) == (0, True)
    away = run(app, ["backup", "/proc/nowhere/backup.db"])
    assert (away.exit_code, "cannot be written" in away.stderr) == (1, True)


def test_a_load_and_a_restore_do_not_get_mixed_up(fresh_small: Fresh, tmp_path: Path) -> None:
    engine, file = fresh_small(), tmp_path / "backup.db"
    backup(engine, file)
    path = tmp_path / "w.csv"
    path.write_text("school,award,year\nUniversity of Vermont,HEED,2021\n")
    with writing(engine):
        thread = Thread(target=restore, args=(engine, file), kwargs={"replace": True})
        thread.start()
    thread.join()
    load(engine, [path], by="tests")
    assert [check.name for check in check_data(engine) if not check.ok] == []


def test_what_is_loaded_while_a_restore_waits_is_kept_aside(fresh_small: Fresh, tmp_path: Path) -> None:
    engine, file = fresh_small(), tmp_path / "backup.db"
    backup(engine, file)
    loading = Event()

    def change() -> None:
        with writing(engine) as connection:
            loading.set()
            sleep(1)  # time for a restore that would not wait to look at what there is
            table = tables()["setting"]
            connection.execute(table.insert().values(name="own_school", value="umkc-som"))

    loader = Thread(target=change)
    loader.start()
    loading.wait()
    done = restore(engine, file, replace=True)
    loader.join()
    assert done.kept is not None
    with sqlite3.connect(done.kept) as kept:
        assert kept.execute("SELECT value FROM setting WHERE name = 'own_school'").fetchall() == [("umkc-som",)]
    kept.close()


def test_a_backup_never_takes_the_place_of_the_database(fresh_small: Fresh, tmp_path: Path) -> None:
    engine = fresh_small()
    if engine.dialect.name != "sqlite":
        pytest.skip("a server looks after its files itself")
    own, before = file_of(address(engine)), held(engine)
    (tmp_path / "link.db").symlink_to(own)
    for path in (own, Path(f"{own}-wal"), tmp_path / "link.db"):
        with pytest.raises(DatabaseTrouble, match="a file of the database itself"):
            backup(engine, path, replace=True)
    assert held(engine) == before


def test_a_backup_that_was_put_in_place_as_it_is_can_be_backed_up(fresh_small: Fresh, tmp_path: Path) -> None:
    engine = fresh_small()
    backup(engine, tmp_path / "first.db")
    placed = engine_for(f"sqlite:///{tmp_path / 'first.db'}")
    backup(placed, tmp_path / "second.db")
    placed.dispose()
    before = held(engine)
    restore(engine, tmp_path / "second.db", replace=True)
    assert held(engine) == before
