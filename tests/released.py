"""Databases as released versions of the program made them, for the tests of upgrades.

`python -m tests.released REVISION` writes `tests/data/schema_REVISION.sql`: run it with the program of that revision.
"""

import csv
import shutil
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection

DATA = Path(__file__).parent / "data"
STATES = ("MO", "KY", "VT")
"""States whose institutions, schools and statements are kept: enough of everything, and a small file."""

Said = dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]


def said(connection: Connection, columns: Mapping[str, tuple[str, ...]] | None = None) -> Said:
    """Columns and rows of every table, or of those tables and columns alone."""
    from etl.contents import rows, stored_tables

    found: Said = {}
    for table in stored_tables(connection):
        names = tuple(table.c.keys())
        wanted = names if columns is None else columns.get(table.name, ())
        if wanted:
            at = [names.index(name) for name in wanted]
            found[table.name] = (wanted, [tuple(row[place] for place in at) for row in rows(connection, table)])
    return found


def main(revision: str) -> None:
    """Load a part of the shipped data with this program, and write the database down."""
    from etl.database import engine_for, schema_revision, shipped_data
    from etl.pipeline import load

    with TemporaryDirectory() as folder:
        part = Path(folder) / "part"
        part.mkdir()
        for original in sorted(shipped_data().glob("re*/*.csv")):
            shutil.copyfile(original, part / original.name)
        _thin(part)
        engine = engine_for(f"sqlite:///{folder}/made.db")
        load(engine, [part], by="release")
        if (found := schema_revision(engine)) != revision:
            raise SystemExit(f"this program makes schema {found}, not {revision}")
        engine.dispose()
        with closing(sqlite3.connect(f"{folder}/made.db")) as connection:
            dump = "\n".join(connection.iterdump())
    (DATA / f"schema_{revision}.sql").write_text(dump + "\n", encoding="utf-8")


def _thin(folder: Path) -> None:
    """Keep the institutions of a few states, and of the statements every eighth."""
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            heads, *rows = csv.reader(file)
        if path.name == "institutions.csv":
            at = heads.index("state")
            rows = [row for row in rows if row[at] in STATES]
        elif path.name in ("observations.csv", "claims.csv", "initiatives.csv", "recipients.csv", "names.csv"):
            rows = rows[::8]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([heads, *rows])


if __name__ == "__main__":
    main(sys.argv[1])
