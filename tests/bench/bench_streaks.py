"""All streaks over a million years of schools, and one school's, beside DuckDB's gaps and islands of the same rows."""

import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from sqlalchemy import Connection, text

from dashboard.queries.streaks import streaks
from etl.database import engine_for, shipped_data, upgrade
from etl.load import bulk
from etl.pipeline import load
from etl.schema import tables
from tests.bench.figures import Figure, interleaved

ROWS = 1_000_000
FIRST, LAST = 2012, 2025
SEED = 20260101
MILLISECONDS_OF_ONE_SCHOOL = 1.0
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
    years = range(FIRST, LAST + 1)
    ids = [f"school-{number}" for number in range(rows // len(years) + 1)]
    named = {"school_id": ids, "name": ids, "kind": ["institution"] * len(ids)}
    bulk.insert(connection, tables()["school"], named, {"origin": "listed", "valid_from": 1})
    cells = [(school, year) for school in ids for year in years][:rows]
    statuses = draw.choices(("won", "not_won", "probable", "pending"), (6, 3, 1, 1), k=len(cells))
    columns = {"school_id": [one for one, _ in cells], "year": [year for _, year in cells], "status": statuses}
    same = {"family": "HEED", "conflict": False, "why": "drawn", "sources": ["s0001"], "valid_from": 1}
    bulk.insert(connection, tables()["year_status"], columns, same)


def streak_figures(rows: int = ROWS) -> list[Figure]:
    """All streaks, and one school's."""
    with TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{Path(folder) / 'streaks.db'}")
        upgrade(engine)
        load(engine, [shipped_data() / "reference"], by="bench")
        with engine.begin() as connection:
            _fill(connection, rows)
        with engine.connect() as connection, duckdb.connect() as other:
            query = text("SELECT school_id, year, status FROM year_status WHERE family = 'HEED' AND valid_to IS NULL")
            known = connection.execute(query).all()
            other.execute("CREATE TABLE years (school_id TEXT, year INTEGER, status TEXT)")
            columns = [list(column) for column in zip(*known, strict=True)]
            other.execute("INSERT INTO years SELECT unnest(?), unnest(?), unnest(?)", columns)
            every = interleaved(lambda: streaks(connection), lambda: other.execute(ISLANDS).fetchall())
            one = interleaved(
                lambda: streaks(connection, school_ids=["school-1000"]),
                lambda: other.execute(f"{ISLANDS} HAVING school_id = 'school-1000'").fetchall(),
            )
        engine.dispose()
    islands = "DuckDB's gaps and islands over the same rows"
    return [
        Figure(f"all streaks over {rows:,} years of schools, with every year and its sources", *_told(every, islands)),
        Figure("one school's streaks among them (to be 1 ms at most)", *_told(one, islands)),
    ]


def _told(both: tuple[float, float], baseline: str) -> tuple[float, str, float]:
    return both[0], baseline, both[1]


if __name__ == "__main__":
    for figure in streak_figures(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS):
        print(f"{figure.what}: {figure.seconds:.4f} s, {figure.ratio:.1f} x {figure.baseline}")
