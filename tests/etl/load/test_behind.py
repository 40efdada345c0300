"""Rows written behind the caller: it goes on meanwhile, and never sees a database in which they are missing."""

import threading
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, func, select

from etl.database import writing
from etl.load import bulk
from etl.load.behind import write, written_behind
from etl.pipeline import load
from etl.schema import tables

SOON = 10
"""Seconds within which a thread that is not held up has done its part."""


def _count(connection: Connection) -> int:
    setting = tables()["setting"]
    return connection.execute(select(func.count()).where(setting.c.name.startswith("row "))).scalar_one()


def _insert(connection: Connection, *numbers: int) -> None:
    bulk.insert(connection, tables()["setting"], {"name": [f"row {n}" for n in numbers]}, {"value": "x"})


def test_the_caller_goes_on_while_rows_are_written(reference: Engine) -> None:
    gone_on, written = threading.Event(), []
    with writing(reference) as connection:
        with written_behind(connection):
            write(connection, lambda: written.append(gone_on.wait(SOON)))
            gone_on.set()
        assert written == [True]


def test_a_question_waits_for_all_that_was_written_before_it(reference: Engine) -> None:
    with writing(reference) as connection, written_behind(connection):
        write(connection, lambda: sleep(0.2))
        _insert(connection, 1, 2)
        assert _count(connection) == 2
        write(connection, lambda: sleep(0.2))
        _insert(connection, 3)
        connection.begin_nested().rollback()
        assert _count(connection) == 3


def test_all_is_written_at_the_end_and_later_writes_are_done_at_once(reference: Engine) -> None:
    threads: list[str] = []
    with writing(reference) as connection:
        with written_behind(connection):
            for number in range(5):
                _insert(connection, number)
            write(connection, lambda: threads.append(threading.current_thread().name))
        write(connection, lambda: threads.append(threading.current_thread().name))
        assert _count(connection) == 5
    assert threads[0].startswith("writes") and threads[1] == threading.current_thread().name


def _fail() -> None:
    raise ValueError("the disk is full")


def test_an_error_is_raised_in_the_caller_and_nothing_is_written_after_it(reference: Engine) -> None:
    done: list[int] = []
    disk_full = pytest.raises(ValueError, match="the disk is full")
    with disk_full, writing(reference) as connection, written_behind(connection):
        _insert(connection, 1)
        write(connection, _fail)
        write(connection, lambda: done.append(1))
        sleep(0.2)  # time enough for what must not be done
        _count(connection)
        done.append(2)
    assert done == []
    with writing(reference) as connection:
        assert _count(connection) == 0
        _insert(connection, 1)
        assert _count(connection) == 1


def test_an_error_of_the_last_write_is_raised_at_the_end(reference: Engine) -> None:
    disk_full = pytest.raises(ValueError, match="the disk is full")
    with disk_full, writing(reference) as connection, written_behind(connection):
        write(connection, _fail)


def test_an_error_of_the_caller_is_the_one_that_is_raised(reference: Engine) -> None:
    begun, done = threading.Event(), []

    def slow() -> None:
        begun.set()
        sleep(0.2)
        done.append("begun before")

    with pytest.raises(KeyError), writing(reference) as connection, written_behind(connection):
        write(connection, slow)
        write(connection, lambda: done.append("not begun"))
        assert begun.wait(SOON)
        raise KeyError
    assert done == ["begun before"]


def test_a_load_writes_its_rows_behind(reference: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[str] = []
    for way in ("_insert", "_copy"):
        done: Callable[..., None] = getattr(bulk, way)

        def noted(*given: Any, done: Callable[..., None] = done) -> None:
            threads.append(threading.current_thread().name)
            done(*given)

        monkeypatch.setattr(bulk, way, noted)
    path = tmp_path / "winners.csv"
    path.write_text("school,award,year\nElm College,HEED,2021\n", encoding="utf-8")
    assert load(reference, [path], by="test").files[0].new == 1
    assert threads[0].startswith("writes") and threads[-1] == threading.current_thread().name
