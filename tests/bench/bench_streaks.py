"""All streaks over a million years of schools, and one school's, beside DuckDB's gaps and islands of the same rows."""

import random
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb
from sqlalchemy import Connection, text

from dashboard.queries.all_streaks import all_streaks, streak_columns
from dashboard.queries.streaks import streaks
from etl.database import engine_for, shipped_data, upgrade
from etl.load import bulk
from etl.pipeline import load
from etl.schema import tables
from tests.bench.figures import Amount, Figure, interleaved

ROWS = 1_000_000
YEARS = range(2012, 2026)
SEED = 20260101
RUNS, SCHOOLS = 7, 200
"""How often all are asked, and how many schools one by one."""
MOST_OF_ONE = 1_000
"""Microseconds that one school's streaks may take."""
ISLANDS = """
WITH won AS (SELECT school_id, year, year - row_number() OVER (PARTITION BY school_id ORDER BY year) AS island
             FROM years WHERE status = 'won'),
     runs AS (SELECT school_id, min(year) AS first, max(year) AS last, count(*) AS n FROM won
              GROUP BY school_id, island)
SELECT school_id, max(n), sum(n), max(last) FROM runs GROUP BY school_id
"""


def _fill(connection: Connection, rows: int) -> None:
    """Schools with drawn years: invented, for measuring only."""
    draw = random.Random(SEED)
    ids = [f"school-{number}" for number in range(rows // len(YEARS) + 1)]
    named = {"school_id": ids, "name": ids, "kind": ["institution"] * len(ids)}
    bulk.insert(connection, tables()["school"], named, {"origin": "listed", "valid_from": 1})
    cells = [(school, year) for school in ids for year in YEARS][:rows]
    statuses = draw.choices(("won", "not_won", "probable", "pending"), (6, 3, 1, 1), k=len(cells))
    columns = {"school_id": [one for one, _ in cells], "year": [year for _, year in cells], "status": statuses}
    same = {"family": "HEED", "conflict": False, "why": "drawn", "sources": ["s0001"], "valid_from": 1}
    bulk.insert(connection, tables()["year_status"], columns, same)


def main(rows: int = ROWS) -> list[Figure | Amount]:
    """All streaks, and one school's."""
    with TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{Path(folder) / 'streaks.db'}")
        upgrade(engine)
        load(engine, [shipped_data() / "reference"], by="bench")
        with engine.begin() as connection:
            _fill(connection, rows)
        with engine.connect() as connection, duckdb.connect() as other:
            _copy(connection, other)
            found = [*_all(connection, other, rows), _one(connection, rows)]
        engine.dispose()
    return found


def _copy(connection: Connection, other: duckdb.DuckDBPyConnection) -> None:
    query = text("SELECT school_id, year, status FROM year_status WHERE family = 'HEED' AND valid_to IS NULL")
    columns = [list(column) for column in zip(*connection.execute(query).all(), strict=True)]
    other.execute("CREATE TABLE years (school_id TEXT, year INTEGER, status TEXT)")
    other.execute("INSERT INTO years SELECT unnest(?), unnest(?), unnest(?)", columns)


def _all(connection: Connection, other: duckdb.DuckDBPyConnection, rows: int) -> Iterator[Figure]:
    """Reckoned as the pages need them for filter and order, and told school by school."""
    _checked(connection, other)
    what = f"all streaks over {rows:,} years of schools"
    islands = "DuckDB's gaps and islands over the same rows"
    for work, told in ((streak_columns, "(to be 4 × at most)"), (all_streaks, "as objects, with names and every year")):
        ours, theirs = interleaved(partial(work, connection), lambda: other.execute(ISLANDS).fetchall(), RUNS)
        yield Figure(f"{what} {told}", ours, islands, theirs)


def _checked(connection: Connection, other: duckdb.DuckDBPyConnection) -> None:
    """Raises unless both find the same longest runs, totals and last years."""
    found, theirs = streak_columns(connection), {row[0]: row[1:] for row in other.execute(ISLANDS).fetchall()}
    runs = found.confirmed
    columns = (column.tolist() for column in (runs.longest_n, runs.total, runs.last))
    ours = {key: told for key, *told in zip(found.school_ids, *columns, strict=True) if told[1]}
    if {key: list(map(int, told)) for key, told in theirs.items()} != ours:
        raise RuntimeError("the streaks differ from those of DuckDB")


def _one(connection: Connection, rows: int) -> Amount:
    """The median over schools that were not asked for before."""
    drawn = random.Random(SEED).sample(range(rows // len(YEARS)), min(SCHOOLS, rows // len(YEARS)))
    took = []
    for number in drawn:
        start = perf_counter()
        found = streaks(connection, school_ids=[f"school-{number}"])
        took.append(perf_counter() - start)
        if len(found) != 1:
            raise RuntimeError(f"school-{number} was not found")
    return Amount(
        f"one school's streaks among {rows:,} years, with every source", median(took) * 1e6, "µs", MOST_OF_ONE
    )


if __name__ == "__main__":
    for one in main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS):
        print(f"{one}, {one.ratio:.2f} ×" if isinstance(one, Figure) else one)
