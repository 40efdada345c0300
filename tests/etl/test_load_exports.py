"""An export that is loaded back changes nothing; edited rows are told, added ones are taken."""

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from dashboard.export.tables import TABLES
from dashboard.export.write import write_table
from etl.pipeline import load
from etl.schema import tables


def export(engine: Engine, name: str, path: Path) -> Path:
    """The table as the command writes it."""
    with engine.connect() as connection, path.open("w+b") as file:
        write_table(file, path.suffix[1:], connection, TABLES[name], TABLES[name].start)
    return path


def said(engine: Engine) -> dict[str, int]:
    """How many rows count, by table."""
    with engine.connect() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(t).where(t.c.valid_to.is_(None))).scalar_one()
            for name, t in tables().items()
            if "valid_to" in t.c
        }


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("name", ["observations", "claims", "initiatives", "applications"])
def test_an_export_loaded_back_changes_nothing(shipped: Engine, tmp_path: Path, name: str, ending: str) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "School,Award,Award year,Status,Owner,Date\nUMKC School of Medicine,HP-HEED,2024,submitted,Dean,2024-05-01\n"
    )
    assert load(shipped, [log], kind="applications", by="tests").succeeded
    before = said(shipped)
    report = load(shipped, [export(shipped, name, tmp_path / f"{name}.{ending}")], by="tests")
    assert report.succeeded, report.as_json()
    (file,) = report.files
    assert (file.new, file.changed, file.gone, file.refused) == (0, 0, 0, 0)
    assert file.unchanged == file.rows_read > 0
    assert file.load_id is None
    assert said(shipped) == before


@pytest.mark.parametrize("name", ["records", "streaks", "schools", "sources"])
def test_what_is_derived_is_refused_in_words(shipped: Engine, tmp_path: Path, name: str) -> None:
    before = said(shipped)
    report = load(shipped, [export(shipped, name, tmp_path / f"{name}.csv")], by="tests")
    assert not report.succeeded
    assert f"it is an export of {name}" in str(report.as_json())
    assert said(shipped) == before


def test_edited_rows_are_kept_for_mending_and_added_ones_are_taken(shipped: Engine, tmp_path: Path) -> None:
    path = export(shipped, "observations", tmp_path / "edited.csv")
    heads, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    year, line = heads.index("year"), heads.index("line")
    rows[0][year] = "2013"
    added = ["" if head in ("file", "sheet", "line") else cell for head, cell in zip(heads, rows[1], strict=True)]
    added[year] = "2014"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows, added])
    (file,) = load(shipped, [path], by="tests").files
    assert (file.new, file.refused) == (1, 1)
    reason = file.refused_rows[0].reasons[0]
    assert (reason.column, reason.value) == ("line", rows[0][line])
    assert "change it there" in reason.message
