"""Databases for tests, filled by the real load: every test that asks for one runs on SQLite and on PostgreSQL."""

import csv
import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from etl.database import engine_for, shipped_data, upgrade
from etl.pipeline import load
from tests.databases import Databases, PostgresqlDatabases, SqliteFiles, file_of
from tests.postgresql import Server, running

KEPT_AT_A_TIME = 20
"""Databases that one test may use at a time; older ones are removed, or a server would run out of connections."""
SELDOM = (20_000, 20, 20)
"""Objects made between two searches for garbage, and searches of the young between those of the older."""
NO_SERVER = "PostgreSQL is not installed: these tests ran on SQLite alone (tools/system-packages.sh installs it)"

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")  # how long an example takes is measured by `make bench`, never by a test

Fresh = Callable[[], Engine]
TemplateOf = Callable[[Databases, Path], str]


def pytest_collection_finish() -> None:
    """Garbage is looked for more seldom, and not among what the imports made: it was a fifth of the time of tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server of the tests' own."""
    with running() as server:
        if server is None:
            pytest.skip(NO_SERVER)
        yield server


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """Makes SQLite databases."""
    return SqliteFiles(tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Makes databases of one kind, and then of the other."""
    if request.param == "sqlite":
        files: SqliteFiles = request.getfixturevalue("sqlite_files")
        return files
    return PostgresqlDatabases(request.getfixturevalue("postgresql"))


@pytest.fixture(scope="session")
def template_of() -> TemplateOf:
    """Names a database that holds a folder, only to be copied: each folder is loaded once a kind of database,
    whoever asks, and however often the tests go from one kind to the other.
    """
    known: dict[tuple[str, Path], str] = {}

    def url(databases: Databases, folder: Path) -> str:
        if (key := (databases.name, folder)) not in known:
            known[key] = _loaded(databases, folder)
        return known[key]

    return url


def _loaded(databases: Databases, folder: Path) -> str:
    url = databases.new()
    engine = engine_for(url)
    report = load(engine, [folder], by="tests")
    assert report.succeeded, report.as_json()
    databases.close(engine)
    return url


@pytest.fixture(scope="session")
def reference_file(sqlite_files: SqliteFiles, template_of: TemplateOf) -> Path:
    """A SQLite file that holds the shipped reference data and nothing else."""
    return file_of(template_of(sqlite_files, shipped_data() / "reference"))


@pytest.fixture(scope="session")
def shipped_file(sqlite_files: SqliteFiles, template_of: TemplateOf) -> Path:
    """A SQLite file that holds all shipped data."""
    return file_of(template_of(sqlite_files, shipped_data()))


@pytest.fixture(scope="session")
def empty_template(databases: Databases) -> str:
    """A database with all tables and no row, to be copied."""
    url = databases.new()
    engine = engine_for(url)
    upgrade(engine)
    databases.close(engine)
    return url


@pytest.fixture(scope="session")
def reference_template(databases: Databases, template_of: TemplateOf) -> str:
    """A database with the shipped reference data, to be copied."""
    return template_of(databases, shipped_data() / "reference")


@pytest.fixture(scope="session")
def shipped_template(databases: Databases, template_of: TemplateOf) -> str:
    """A database with all shipped data, to be copied."""
    return template_of(databases, shipped_data())


@pytest.fixture(scope="session")
def shipped_url(databases: Databases, shipped_template: str) -> str:
    """The address of a database with all shipped data, which tests share and do not change."""
    return databases.copy(shipped_template)


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped reference data but for the institutions of most states."""
    folder = tmp_path_factory.mktemp("small")
    for original in (shipped_data() / "reference").glob("*.csv"):
        shutil.copyfile(original, folder / original.name)
    with (folder / "institutions.csv").open(encoding="utf-8", newline="") as file:
        heads, *rows = csv.reader(file)
    state = heads.index("state")
    with (folder / "institutions.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *(row for row in rows if row[state] in ("MO", "KY", "VT"))])
    return folder


@pytest.fixture(scope="session")
def small_template(databases: Databases, small_folder: Path, template_of: TemplateOf) -> str:
    """A database with a small part of the reference data, to be copied: quick to ask."""
    return template_of(databases, small_folder)


def _copies(databases: Databases, template: str) -> Iterator[Fresh]:
    made: list[tuple[str, Engine]] = []

    def remove() -> None:
        url, engine = made.pop(0)
        engine.dispose()
        databases.drop(url)

    def fresh() -> Engine:
        if len(made) == KEPT_AT_A_TIME:
            remove()
        url = databases.copy(template)
        made.append((url, engine_for(url)))
        return made[-1][1]

    yield fresh
    while made:
        remove()


@pytest.fixture
def fresh_empty(databases: Databases, empty_template: str) -> Iterator[Fresh]:
    """Makes databases with all tables and no row, a new one at each call."""
    yield from _copies(databases, empty_template)


@pytest.fixture(scope="module")
def fresh_empty_shared(databases: Databases, empty_template: str) -> Iterator[Fresh]:
    """The same for what the tests of a module share."""
    yield from _copies(databases, empty_template)


@pytest.fixture
def fresh_small(databases: Databases, small_template: str) -> Iterator[Fresh]:
    """Makes databases with a small part of the reference data, a new one at each call."""
    yield from _copies(databases, small_template)


@pytest.fixture
def fresh_reference(databases: Databases, reference_template: str) -> Iterator[Fresh]:
    """Makes databases with the reference data, a new one at each call."""
    yield from _copies(databases, reference_template)


@pytest.fixture
def reference(fresh_reference: Fresh) -> Engine:
    """A database of its own with the reference data."""
    return fresh_reference()


@pytest.fixture
def shipped(databases: Databases, shipped_template: str) -> Iterator[Engine]:
    """A database of its own with all shipped data."""
    for fresh in _copies(databases, shipped_template):
        yield fresh()
