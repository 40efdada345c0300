"""Loading from a thousand to a million statements beside the bare minimum, memory, and adding to much."""

import csv
import io
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import psycopg

from etl.database import engine_for, shipped_data
from etl.pipeline import load
from tests.bench.figures import Amount, Figure
from tests.bench.one_load import Loaded, loaded
from tests.bench.statements import HEADS, write_statements
from tests.databases import PostgresqlDatabases, SqliteFiles
from tests.postgresql import running

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ADDED = 1_000
MOST_MEBIBYTES = 1024
RUNS_UP_TO = 100_000
"""Sizes up to this are measured three times."""
BARE = "csv.reader and executemany of the file"


@dataclass(frozen=True)
class Place:
    """A sort of database: its name, what makes databases, what the bare minimum is, and how it is done."""

    name: str
    databases: SqliteFiles | PostgresqlDatabases
    baseline: str
    bare: Callable[[str, Path], None]


def bare_sqlite(url: str, path: Path) -> None:
    """The minimum: rows of text into a table, nothing looked at."""
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection, path.open(encoding="utf-8", newline="") as file:
        connection.execute(f"CREATE TABLE bare ({', '.join(f'{name} TEXT' for name in HEADS)})")
        rows = csv.reader(file)
        next(rows)
        connection.executemany(f"INSERT INTO bare VALUES ({', '.join('?' * len(HEADS))})", rows)
    connection.close()


def bare_copy(url: str, path: Path) -> None:
    """The minimum: the file's bytes handed to COPY."""
    with psycopg.connect(url) as connection, path.open("rb") as file:
        connection.execute(f"CREATE TABLE bare ({', '.join(f'{name} TEXT' for name in HEADS)})")
        with connection.cursor().copy("COPY bare FROM STDIN (FORMAT csv, HEADER)") as copy:
            while block := file.read(io.DEFAULT_BUFFER_SIZE * 32):
                copy.write(block)


@contextmanager
def places(folder: Path) -> Iterator[list[Place]]:
    """SQLite, and PostgreSQL where a server is installed."""
    sqlite = Place("SQLite", SqliteFiles(folder), BARE, bare_sqlite)
    with running() as server:
        if server is None:
            yield [sqlite]
        else:
            yield [sqlite, Place("PostgreSQL", PostgresqlDatabases(server), "bare COPY of the file", bare_copy)]


def main(sizes: tuple[int, ...] = SIZES) -> list[Figure | Amount]:
    """All figures of scale."""
    found: list[Figure | Amount] = []
    with TemporaryDirectory() as name, places(Path(name)) as every:
        paths = {rows: Path(name) / f"statements-{rows}.csv" for rows in sizes}
        for rows, path in paths.items():
            write_statements(path, rows)
        for place in every:
            found += _at(place, paths)
    return found


def _at(place: Place, paths: dict[int, Path]) -> list[Figure | Amount]:
    found: list[Figure | Amount] = []
    template = place.databases.new()
    engine = engine_for(template)
    load(engine, [shipped_data() / "reference"], by="bench")
    place.databases.close(engine)
    filled = template
    for rows, path in paths.items():
        runs = []
        for _ in range(3 if rows <= RUNS_UP_TO else 1):
            filled = place.databases.copy(template)
            runs.append((_checked(loaded(filled, path), rows), _seconds(place.bare, place.databases.new(), path)))
        seconds, baseline = median(one.seconds for one, _ in runs), median(bare for _, bare in runs)
        found.append(
            Figure(f"{place.name}: load {rows:,} statements, read to records", seconds, place.baseline, baseline)
        )
        most = max(one.mebibytes for one, _ in runs)
        found.append(Amount(f"{place.name}: memory of that load of {rows:,}", most, "MiB", MOST_MEBIBYTES))
    found.append(_adding(place, template, filled, max(paths), next(iter(paths.values())).parent))
    return found


def _checked(one: Loaded, rows: int) -> Loaded:
    if not 0.95 * rows < one.new <= rows:
        raise RuntimeError(f"{one.new:,} of {rows:,} rows came in")
    return one


def _seconds(work: Callable[[str, Path], None], url: str, path: Path) -> float:
    start = perf_counter()
    work(url, path)
    return perf_counter() - start


def _adding(place: Place, template: str, filled: str, size: int, folder: Path) -> Figure:
    """A file of a thousand statements into the database that holds `size`, beside one that holds reference data."""
    to_many, to_none = [], []
    for run in range(3):
        path = folder / f"more-{run}.csv"
        write_statements(path, ADDED, seed=run)
        to_many.append(loaded(filled, path).seconds)
        to_none.append(loaded(place.databases.copy(template), path).seconds)
    what = f"{place.name}: add {ADDED:,} statements to {size:,}"
    return Figure(what, median(to_many), "the same added to reference data alone", median(to_none))


if __name__ == "__main__":
    for one in main(tuple(int(size) for size in sys.argv[1:]) or SIZES):
        print(one)
