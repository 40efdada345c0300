"""A load that is killed at any point leaves wholly the old or wholly the new state, and loading again works."""

import multiprocessing
import random
import sys
from multiprocessing.synchronize import Event
from pathlib import Path
from time import monotonic, sleep
from types import ModuleType

import pytest
from sqlalchemy import Connection, Engine, Table

from etl.contents import Content, Tally, rows, stored_tables
from etl.database import engine_for, writing
from etl.keeping.checking import check_data
from etl.pipeline import load
from tests.conftest import Fresh
from tests.databases import address

KILLS = 25
PATIENCE_SECONDS = 60
TIMED = {"data_version", "audit"}
"""Tables that tell when something was done, so that they differ between two runs."""
SCHOOLS = (
    "University of Missouri-Kansas City School of Medicine",
    "University of Kentucky",
    "University of Kentucky College of Dentistry",
    "University of Vermont",
    "A school that nobody knows",
)
Contents = dict[str, Content]


def winners(path: Path) -> Path:
    lines = [
        f"{school},{award},{year}" for school in SCHOOLS for award in ("HEED", "HP-HEED") for year in range(2012, 2026)
    ]
    path.write_text("\n".join(("school,award,year", *lines, f"{SCHOOLS[0]},HEED,20x3")) + "\n", encoding="utf-8")
    return path


def loads_in_a_process(url: str, path: str, ready: Event) -> None:
    """What the process does that will be killed."""
    engine = engine_for(url)
    engine.connect().close()
    ready.set()
    load(engine, [Path(path)], by="tests")


@pytest.fixture(autouse=True)
def a_main_module_of_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of pages leave their page behind as the main module, and every new process would run it again."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


def begun(url: str, path: Path) -> "multiprocessing.process.BaseProcess":
    """A process that has just begun to load."""
    context = multiprocessing.get_context("forkserver")  # modules are imported once, not for every kill
    context.set_forkserver_preload(["etl.pipeline", "etl.find", "tests.etl.test_killed"])
    ready = context.Event()
    process = context.Process(target=loads_in_a_process, args=(url, str(path), ready))
    process.start()
    assert ready.wait(PATIENCE_SECONDS)
    return process


def held(engine: Engine) -> Contents:
    """What the tables hold, once nobody writes any more; but numbers of rows: a killed load uses some up."""
    with writing(engine) as connection:
        return {table.name: said(connection, table) for table in stored_tables(connection) if table.name not in TIMED}


def said(connection: Connection, table: Table) -> Content:
    numbered, tally = next(iter(table.columns)).name == "row_id", Tally()
    for values in rows(connection, table):
        tally.add(values[1:] if numbered else values)
    return tally.content


def faults(engine: Engine) -> list[str]:
    return [f"{check.name}: {check.faults}" for check in check_data(engine) if not check.ok]


@pytest.mark.timeout(240)
def test_killed_at_any_point_it_is_the_old_state_or_the_new(fresh_small: Fresh, tmp_path: Path) -> None:
    path = winners(tmp_path / "winners.csv")
    whole = fresh_small()
    old, process = held(whole), begun(address(whole), path)
    begun_at = monotonic()
    process.join(PATIENCE_SECONDS)
    seconds, new = monotonic() - begun_at, held(whole)
    assert (process.exitcode, old == new, faults(whole)) == (0, False, [])
    ends = {"old": 0, "new": 0}
    for number in range(KILLS):
        engine = fresh_small()
        process = begun(address(engine), path)
        waited = (
            seconds * random.uniform(number, number + 1) / (KILLS - 2)
        )  # the last ones come at the commit or after it
        sleep(waited)
        process.kill()
        process.join(PATIENCE_SECONDS)
        left = held(engine)
        assert left in (old, new), (number, sorted(name for name in left if left[name] not in (old[name], new[name])))
        ends["old" if left == old else "new"] += 1
        if left == new:
            seconds = min(
                seconds, waited
            )  # so long it takes at most: the first may have run while others kept it waiting
        if number % 5 == 0:
            assert faults(engine) == []
        load(engine, [path], by="tests")
        assert held(engine) == new
    assert ends["old"] >= KILLS // 3, ends
