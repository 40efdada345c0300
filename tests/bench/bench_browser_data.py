"""The databases that are served: the shipped data with statements drawn on top, made by the real load and kept."""

import hashlib
import sys
import tempfile
from pathlib import Path

from etl.database import engine_for, shipped_data
from etl.migrations import HEAD
from etl.pipeline import load
from tests.bench import statements
from tests.bench.one_load import loaded
from tests.bench.statements import write_statements

FEW, MANY = 3_000, 1_000_000


def database(rows: int) -> Path:
    """A database with so many statements, kept for later runs: a million take minutes."""
    made_by = hashlib.sha256(Path(statements.__file__).read_bytes()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / "awards-bench"
    folder.mkdir(exist_ok=True)
    path = folder / f"{rows}-{HEAD}-{made_by}.db"
    if not path.exists():
        _fill(path, rows)
    return path


def _fill(path: Path, rows: int) -> None:
    making, listed = path.with_suffix(".making"), path.with_suffix(".csv")
    making.unlink(missing_ok=True)
    url = f"sqlite:///{making}"
    engine = engine_for(url)
    load(engine, [shipped_data() / "reference", shipped_data() / "records"], by="bench")
    engine.dispose()
    write_statements(listed, rows)
    took = loaded(url, listed)
    listed.unlink()
    sys.stderr.write(f"{took.new:,} of {rows:,} statements loaded in {took.seconds:.0f} s\n")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    making.rename(path)
