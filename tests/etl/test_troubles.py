"""A full disk, a database that may not be written, a server that goes away: a clear message, and nothing lost."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from etl.contents import contents, snapshot
from etl.database import engine_for, upgrade, writing
from etl.keeping.checking import check_data
from etl.pipeline import load
from etl.reading import answered
from etl.troubles import told
from tests.conftest import Fresh
from tests.databases import Databases, SqliteFiles, address, file_of
from tests.postgresql import Server, running

UMKC = "University of Missouri-Kansas City School of Medicine"


def winners(path: Path, n: int = 1) -> Path:
    lines = (f"Nobody knows college number {number},HEED,2021" for number in range(n))
    path.write_text("\n".join(("school,award,year", f"{UMKC},HP-HEED,2021", *lines)) + "\n", encoding="utf-8")
    return path


def held(engine: Engine) -> object:
    with snapshot(engine) as connection:
        return contents(connection)


def awards(url: str, *words: object, user: str | None = None) -> "subprocess.CompletedProcess[str]":
    """A command of the program, in a process of its own."""
    environment = {**os.environ, "AWARDS_DATABASE_URL": url, "AWARDS_USER": "tests", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", *map(str, words)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, user=user, timeout=120, check=False)


@pytest.fixture
def small_files(sqlite_files: SqliteFiles, reference_file: Path) -> Callable[[], str]:
    """Makes SQLite databases with reference data."""
    return lambda: sqlite_files.copy(f"sqlite:///{reference_file}")


def test_a_full_disk_is_told_and_nothing_is_lost(small_files: Callable[[], str], tmp_path: Path) -> None:
    engine = engine_for(small_files())

    @event.listens_for(engine, "connect")
    def no_more_room(connection: sqlite3.Connection, _record: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")

    before = held(engine)
    with pytest.raises(OperationalError) as error:
        load(engine, [winners(tmp_path / "w.csv", 3000)], by="tests")
    assert (told(error.value) or "").startswith(
        "the disk that holds the database is full; nothing of this step was kept"
    )
    assert held(engine) == before
    roomy = engine_for(address(engine))
    load(roomy, [winners(tmp_path / "w.csv", 30)], by="tests")
    assert [check.name for check in check_data(roomy) if not check.ok] == []


def test_a_real_full_disk_ends_the_command_with_a_message(reference_file: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    size = reference_file.stat().st_size * 2 + 1_000_000
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=False).returncode
    ):
        pytest.skip("a small disk can be made by root alone")
    try:
        (disk / "awards.db").write_bytes(reference_file.read_bytes())
        url = f"sqlite:///{disk}/awards.db"
        engine = engine_for(url)
        upgrade(engine)
        before = held(engine)
        engine.dispose()
        (disk / "ballast").write_bytes(b"x" * (size - sum(path.stat().st_size for path in disk.iterdir()) - 300_000))
        done = awards(url, "load", winners(tmp_path / "w.csv", 5000))
        assert (done.returncode, "disk that holds the database is full" in done.stderr) == (1, True), done.stderr
        assert "Traceback" not in done.stderr
        assert held(engine) == before
        (disk / "ballast").unlink()
        assert awards(url, "load", winners(tmp_path / "w.csv", 5)).returncode == 0
        engine.dispose()
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_database_that_may_not_be_written_can_be_read_and_says_why_not(
    small_files: Callable[[], str], tmp_path: Path
) -> None:
    url = f"{small_files()}"
    path = file_of(url)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()
    read_only = engine_for(f"sqlite:///file:{path}?mode=ro&uri=true")
    with read_only.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM award")).scalar() == 8
    with pytest.raises(OperationalError) as error:
        load(read_only, [winners(tmp_path / "w.csv")], by="tests")
    read_only.dispose()
    assert (told(error.value) or "").startswith("the database cannot be written: the file or its folder is read-only")
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_written_ends_the_command_with_a_message(tmp_path: Path) -> None:
    done = awards("sqlite:////proc/nowhere/awards.db", "load", winners(tmp_path / "w.csv"))
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert done.stderr.startswith("the folder of the database cannot be made: ")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://nobody:secret@127.0.0.1:9/awards", "the database does not answer"),
        ("mysql://somewhere/awards", "SQLite or PostgreSQL"),
        ("no address", "is no address of a database"),
    ],
)
def test_what_is_no_database_is_told(url: str, words: str, tmp_path: Path) -> None:
    for command in (("load", winners(tmp_path / "w.csv")), ("streaks",)):
        done = awards(url, *command)
        assert (done.returncode, words in done.stderr) == (1, True), (command, done.stderr)
        assert "Traceback" not in done.stderr
        assert "secret" not in done.stderr + done.stdout


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server that a test may stop."""
    with running() as server:
        if server is None:
            pytest.skip("PostgreSQL is not installed")
        yield server


def test_a_server_that_was_restarted_is_asked_again_and_a_load_it_interrupted_is_not_there(
    own_server: Server, tmp_path: Path
) -> None:
    engine = engine_for(own_server.url(own_server.create()))
    upgrade(engine)
    assert answered(engine, lambda c: c.execute(text("SELECT 1")).scalar()) == 1
    own_server.restart()
    assert answered(engine, lambda c: c.execute(text("SELECT 2")).scalar()) == 2
    asked: list[int] = []

    def question(connection: object) -> object:
        asked.append(1)
        if len(asked) == 1:
            own_server.restart()
        return connection.execute(text("SELECT 3")).scalar()  # type: ignore[attr-defined]

    assert (answered(engine, question), len(asked)) == (3, 2)
    before = held(engine)
    with pytest.raises(DBAPIError) as error, writing(engine) as connection:
        connection.execute(text("INSERT INTO setting (name, value) VALUES ('a', 'b')"))
        own_server.restart(signal.SIGQUIT)
        connection.execute(text("INSERT INTO setting (name, value) VALUES ('c', 'd')"))
    assert (told(error.value) or "").startswith("the database does not answer: the server was stopped or restarted")
    assert held(engine) == before
    own_server.stop()
    done = awards(address(engine), "load", winners(tmp_path / "w.csv"))
    assert (done.returncode, "the database does not answer" in done.stderr) == (1, True), done.stderr
    assert "Traceback" not in done.stderr
    own_server.start()
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO setting (name, value) VALUES ('a', 'b')"))
    engine.dispose()


def test_characters_and_numbers_that_one_database_would_refuse(
    fresh_small: Fresh, databases: Databases, tmp_path: Path
) -> None:
    engine, path = fresh_small(), tmp_path / "w.csv"
    lines = [
        "school,award,year,note",
        f"{UMKC},HP-HEED,2021,a\x00b",
        "Nobody\x00,HEED,2020,",
        f"{UMKC},HEED,20\x0020,x",
    ]
    path.write_bytes("\n".join(lines).encode())
    load(engine, [path], kind="winners", by="tests")
    totals = tmp_path / "totals.csv"
    totals.write_text("award,year,recipients\nHEED,2021,99999999999999\nHEED,2022,101\n")
    report = load(engine, [totals], kind="recipients", by="tests").files[0]
    assert (report.error, report.new, report.refused) == (None, 1, 1)
    assert [check.name for check in check_data(engine) if not check.ok] == []
