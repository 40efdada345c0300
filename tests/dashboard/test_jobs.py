"""Loads that go on by themselves: their state, their end, and what a server that died leaves behind."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from dashboard import jobs
from dashboard.components.load_progress import state_words
from dashboard.queries.jobs import job
from etl import load_jobs
from etl.batch import Asked
from etl.database import DATABASE_VARIABLE, engine_for, writing
from tests.databases import Databases

ROWS = "school_as_printed,parent_as_printed,award,year,source_url\n"
WINS = (
    ROWS
    + "UMKC School of Medicine,,HP-HEED,2024,https://x.example/1\nNobody Here College,,HEED,2024,https://x.example/1\n"
)


def started(engine: Engine, *files: tuple[str, str], rows: int | None = None) -> jobs.Job:
    folder, paths = jobs.kept([(name, content.encode()) for name, content in files])
    made = jobs.start(engine, folder, [Asked(path) for path in paths], "somebody", rows)
    made.ended.wait(120)
    assert not folder.exists()
    return made


def info(engine: Engine, made: jobs.Job) -> Any:
    with engine.connect() as connection:
        return job(connection, made.job_id or 0)


def test_a_job_loads_and_tells_what_came_of_it(shipped: Engine) -> None:
    made = started(shipped, ("wins.csv", WINS), ("wrong.csv", "a,b\n1,2\n"), rows=2)
    found = info(shipped, made)
    assert (found.state, found.files, found.made_by, found.rows_done) == (
        "done",
        ("wins.csv", "wrong.csv"),
        "somebody",
        2,
    )
    by_file = {one["file"]: one for one in found.result["files"]}
    assert (by_file["wins.csv"]["new"], by_file["wins.csv"]["unresolved"]) == (2, 1)
    assert "no kind of file is recognised" in by_file["wrong.csv"]["error"]
    assert jobs.going() == []


def test_names_lose_their_folders_and_twins_are_told() -> None:
    assert [jobs.plain_name(name) for name in ("../../etc/x.csv", "C:\\a\\b.csv", "", "..", "a\0b.csv")] == [
        "x.csv", "b.csv", "file", "file", "ab.csv",
    ]  # fmt: skip
    folder, paths = jobs.kept([("../a.csv", b"1"), ("a.csv", b"2")])
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert all(path.is_relative_to(folder) for path in paths)


def test_two_files_of_one_name_do_not_replace_each_other(shipped: Engine) -> None:
    made = started(shipped, ("wins.csv", WINS), ("wins.csv", WINS.replace("2024", "2023")))
    told = [one["error"] for one in info(shipped, made).result["files"]]
    assert sorted(map(bool, told)) == [False, True]
    assert "load one of them under another name" in "".join(filter(None, told))


def test_a_job_that_fails_says_so_and_leaves_nothing(shipped: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(shipped)

    def fail(connection: Any, *_given: Any) -> None:
        connection.execute(text("DELETE FROM setting"))
        raise RuntimeError("invented failure")

    monkeypatch.setattr(jobs, "load_batch", fail)
    found = info(shipped, made := started(shipped, ("wins.csv", WINS)))
    assert (found.state, found.result["error"], made.error) == ("failed", jobs.UNEXPECTED, jobs.UNEXPECTED)
    assert contents(shipped) == before


def contents(engine: Engine) -> Any:
    """All rows but those of jobs."""
    return {name: rows for name, rows in all_rows(engine).items() if name != "load_job"}


def all_rows(engine: Engine) -> dict[str, Any]:
    from etl.schema import tables

    with engine.connect() as connection:
        return {name: sorted(map(repr, connection.execute(table.select()))) for name, table in tables().items()}


def silent_job(engine: Engine, seconds: float) -> int:
    number = load_jobs.enter(engine, ["a.csv"], "somebody", None)
    with writing(engine) as connection:
        seen = datetime.now(UTC) - timedelta(seconds=seconds)
        from etl.schema import tables

        table = tables()["load_job"]
        connection.execute(table.update().where(table.c.job_id == number).values(seen_at=seen))
    return number


def state(engine: Engine, number: int) -> str:
    with engine.connect() as connection:
        found = job(connection, number)
    assert found
    return found.state


def test_a_job_whose_server_ended_is_closed_as_failed(shipped: Engine) -> None:
    dead, alive, mine = silent_job(shipped, 60), silent_job(shipped, 5), silent_job(shipped, 60)
    assert load_jobs.end_dead(shipped, [mine]) == 1
    assert [state(shipped, one) for one in (dead, alive, mine)] == ["failed", "running", "running"]


def test_nothing_is_closed_while_a_load_holds_sqlite(shipped: Engine) -> None:
    number = silent_job(shipped, 60)
    with writing(shipped) as connection:
        connection.execute(text("UPDATE setting SET value = value"))
        closed = load_jobs.end_dead(shipped)
        load_jobs.still_going(shipped, number, 5)
    assert closed == (0 if shipped.dialect.name == "sqlite" else 1)


def test_a_heartbeat_tells_how_far_a_job_is(shipped: Engine) -> None:
    number = silent_job(shipped, 60)
    load_jobs.still_going(shipped, number, 7)
    assert load_jobs.end_dead(shipped) == 0
    with shipped.connect() as connection:
        found = job(connection, number)
    assert found
    assert (found.state, found.rows_done) == ("running", 7)


KILLED = """
import sys, time
from dashboard import jobs
from etl.batch import Asked
from etl.database import engine_for
rows = "school_as_printed,parent_as_printed,award,year,source_url\\n" + "".join(
    f"Invented College {n},,HEED,2024,https://x.example/1\\n" for n in range(20_000))
folder, paths = jobs.kept([("many.csv", rows.encode())])
made = jobs.start(engine_for(), folder, [Asked(paths[0])], "somebody", 20_000)
for n in ("second.csv", "third.csv"):
    folder, paths = jobs.kept([(n, b"school,award,year\\nUniversity of Vermont,HEED,2021\\n")])
    jobs.start(engine_for(), folder, [Asked(paths[0])], "somebody else")
while made.rows_done < 1: time.sleep(0.01)
print("reading", flush=True)
time.sleep(60)
"""


def test_a_server_killed_in_mid_load_leaves_nothing_of_it(shipped: Engine) -> None:
    before = contents(shipped)
    address = shipped.url.render_as_string(hide_password=False)
    given = {**os.environ, DATABASE_VARIABLE: address, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-c", KILLED], env=given, stdout=subprocess.PIPE)
    assert process.stdout
    with process.stdout:
        assert process.stdout.readline() == b"reading\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert contents(shipped) == before
    number = 1
    assert state(shipped, number) == "running"
    with writing(shipped) as connection:
        connection.execute(text("UPDATE load_job SET seen_at = '2026-01-01 00:00:00'"))
    jobs.end_dead(shipped)
    assert state(shipped, number) == "failed"
    with shipped.connect() as connection:
        waited = [job(connection, number) for number in (2, 3, 4)]
    assert sorted((one.files, one.state, one.made_by) for one in waited if one) == [
        (("second.csv",), "failed", "somebody else"),
        (("third.csv",), "failed", "somebody else"),
    ]
    assert all("waited for another" in (one.result or {})["error"] for one in waited if one)
    left = list(Path(os.environ.get("TMPDIR", "/tmp")).glob(f"{jobs.FOLDER}{process.pid}-*"))
    assert left == [], "its files are gone as well"


def test_a_load_that_waited_is_told_to_its_own_database_alone_and_once_it_can_be(
    shipped: Engine, databases: Databases
) -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    folder = Path(tempfile.mkdtemp(prefix=f"{jobs.FOLDER}{done.pid}-"))
    said = {"database": jobs._address(shipped), "files": ["a.csv"], "by": "somebody", "at": "2026-01-02T03:04:05+00:00"}
    (folder / jobs.WAITING).write_text(json.dumps(said))
    other = engine_for(databases.new())
    jobs.end_dead(other)
    assert (folder / jobs.WAITING).exists()
    if shipped.dialect.name == "sqlite":
        with writing(shipped) as connection:
            connection.execute(text("UPDATE setting SET value = value"))
            jobs.end_dead(shipped)
        assert (folder / jobs.WAITING).exists(), "a load holds the database"
    jobs.end_dead(shipped)
    assert not folder.exists()
    with shipped.connect() as connection:
        found = job(connection, 1)
    assert found
    assert (found.state, found.files, found.made_at.isoformat()) == ("failed", ("a.csv",), said["at"])
    databases.close(other)


def test_the_pace_says_how_long_is_left() -> None:
    made = jobs.Job(1, ("a.csv",), "somebody", 100, started=time.monotonic() - 10, rows_done=50)
    assert made.seconds_left() == pytest.approx(10, abs=1)
    made.rows_total = None
    assert made.seconds_left() is None


@pytest.mark.parametrize(
    ("number", "total", "done", "words"),
    [
        (None, 100, 0, "waiting for another load to end"),
        (1, 100, 50, "50 of 100 rows, about 10 seconds left for reading"),
        (1, None, 1_200, "1,200 rows"),
        (1, 100, 100, "all 100 rows read; what follows from them is being worked out"),
    ],
)
def test_a_load_says_how_far_it_is(number: int | None, total: int | None, done: int, words: str) -> None:
    begun = time.monotonic() - 10
    assert state_words(jobs.Job(1, ("a.csv",), "somebody", total, number, done, begun)) == words


def test_rows_of_several_files_and_kinds_are_added_up() -> None:
    told: list[int] = []
    tally = jobs.Tally(told.append)
    for name, rows in (("a", 10), ("a", 20), ("b", 5), ("b", 3), ("b", 8)):
        tally(name, rows)
    assert told == [10, 20, 25, 28, 33]
