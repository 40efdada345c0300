"""Databases for tests: real SQLite files, filled by the real load."""

import csv
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.database import engine_for, shipped_data
from etl.pipeline import load


def _close(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


@pytest.fixture(scope="session")
def reference_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the shipped reference data and nothing else."""
    path = tmp_path_factory.mktemp("reference") / "awards.db"
    engine = engine_for(f"sqlite:///{path}")
    report = load(engine, [shipped_data() / "reference"], by="tests")
    assert report.succeeded, report.as_json()
    _close(engine)
    return path


@pytest.fixture(scope="session")
def shipped_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds all shipped data."""
    path = tmp_path_factory.mktemp("shipped") / "awards.db"
    engine = engine_for(f"sqlite:///{path}")
    report = load(engine, [shipped_data()], by="tests")
    assert report.succeeded, report.as_json()
    _close(engine)
    return path


Fresh = Callable[[], Engine]


def _copies(original: Path) -> Iterator[Fresh]:
    engines: list[Engine] = []
    with tempfile.TemporaryDirectory() as folder:

        def fresh() -> Engine:
            copy = Path(folder) / f"{len(engines)}.db"
            shutil.copyfile(original, copy)
            engines.append(engine_for(f"sqlite:///{copy}"))
            return engines[-1]

        yield fresh
        for engine in engines:
            engine.dispose()


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the shipped reference data but for the institutions of most states: quick to ask."""
    folder = tmp_path_factory.mktemp("small")
    for original in (shipped_data() / "reference").glob("*.csv"):
        shutil.copyfile(original, folder / original.name)
    with (folder / "institutions.csv").open(encoding="utf-8", newline="") as file:
        heads, *rows = csv.reader(file)
    state = heads.index("state")
    with (folder / "institutions.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *(row for row in rows if row[state] in ("MO", "KY", "VT"))])
    path = folder / "awards.db"
    engine = engine_for(f"sqlite:///{path}")
    assert load(engine, [folder], by="tests").succeeded
    _close(engine)
    return path


@pytest.fixture
def fresh_small(small_file: Path) -> Iterator[Fresh]:
    """Makes databases with a small part of the reference data, a new one at each call."""
    yield from _copies(small_file)


@pytest.fixture
def fresh_reference(reference_file: Path) -> Iterator[Fresh]:
    """Makes databases with the reference data, a new one at each call."""
    yield from _copies(reference_file)


@pytest.fixture
def reference(fresh_reference: Fresh) -> Engine:
    """A database of its own with the reference data."""
    return fresh_reference()


@pytest.fixture
def shipped(shipped_file: Path) -> Iterator[Engine]:
    """A database of its own with all shipped data."""
    for fresh in _copies(shipped_file):
        yield fresh()
