"""Loading a list of winners, end to end, beside the bare minimum; and all streaks beside plain Python."""

import csv
import random
import sqlite3
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from dashboard.queries.streaks import streaks
from etl.database import engine_for, shipped_data
from etl.pipeline import load
from tests.bench.figures import Figure, interleaved

SIZES = (1_000, 10_000, 50_000)
SEED = 20260101


def winners(path: Path, rows: int) -> None:
    """A list of winners with real school names; which school won when is drawn, for measuring only."""
    draw = random.Random(SEED)
    with (shipped_data() / "reference" / "schools.csv").open(encoding="utf-8", newline="") as file:
        schools = [(row["name"], row["institution_name"]) for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("school", "parent", "award", "year", "source_url"))
        for number in range(rows):
            page = f"https://example.org/{number}"
            writer.writerow((*draw.choice(schools), "HEED", draw.randint(2012, 2025), page))


def bare(path: Path, database: Path) -> None:
    """The minimum: rows of text into a table, nothing looked at."""
    with sqlite3.connect(database) as connection, path.open(encoding="utf-8", newline="") as file:
        connection.execute("CREATE TABLE bare (school TEXT, parent TEXT, award TEXT, year TEXT, url TEXT)")
        rows = csv.reader(file)
        next(rows)
        connection.executemany("INSERT INTO bare VALUES (?, ?, ?, ?, ?)", rows)


def main() -> list[Figure]:
    """Load lists of growing size, and compute all streaks of the largest."""
    figures = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        template = folder / "reference.db"
        engine = engine_for(f"sqlite:///{template}")
        load(engine, [shipped_data() / "reference"], by="bench")
        engine.dispose()
        for rows in SIZES:
            figures.append(_loading(folder, template, rows))
        figures.append(_streaks(folder))
    return figures


def _loading(folder: Path, template: Path, rows: int) -> Figure:
    path, numbers = folder / f"winners-{rows}.csv", count()
    winners(path, rows)

    def ours() -> None:
        copy = folder / f"ours-{rows}-{next(numbers)}.db"
        copy.write_bytes(template.read_bytes())
        engine = engine_for(f"sqlite:///{copy}")
        report = load(engine, [path], by="bench").as_json()
        engine.dispose()
        if (report["new"], report["unresolved"]) != (rows, 0):
            raise RuntimeError(f"{report['new']} of {rows} rows came in, {report['unresolved']} unresolved")

    seconds, baseline = interleaved(ours, lambda: bare(path, folder / f"bare-{rows}-{next(numbers)}.db"))
    return Figure(
        f"load {rows:,} winners, read to records", seconds, "csv.reader and executemany of the file", baseline
    )


def _streaks(folder: Path) -> Figure:
    engine = engine_for(f"sqlite:///{sorted(folder.glob(f'ours-{SIZES[-1]}-*.db'))[0]}")
    with engine.connect() as connection:
        query = text("SELECT school_id, year, status FROM year_status WHERE family = 'HEED' AND valid_to IS NULL")

        def plain() -> None:
            won: dict[str, set[int]] = {}
            for school, year, status in connection.execute(query):
                if status == "won":
                    won.setdefault(school, set()).add(year)
            [_longest(years) for years in won.values()]

        seconds, baseline = interleaved(lambda: streaks(connection), plain)
    engine.dispose()
    return Figure(
        "streaks of all schools, with every year and its sources", seconds, "longest run alone, in Python", baseline
    )


def _longest(years: set[int]) -> int:
    return max(sum(1 for _ in _run(years, year)) for year in years)


def _run(years: set[int], year: int) -> Iterator[int]:
    while year in years:
        yield year
        year += 1


if __name__ == "__main__":
    for figure in main():
        sys.stdout.write(f"{figure.what}: {figure.seconds:.3f} s, {figure.ratio:.1f} x {figure.baseline}\n")
