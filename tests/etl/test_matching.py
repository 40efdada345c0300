"""`awards match`: a list of names, answered beside its own columns, without the database being touched."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from etl.database import engine_for
from etl.matching import ADDED
from etl.name_commands import app
from tests.databases import address

ROWS = (
    ("row", "school", "parent", "state", "award", "year", "source_url"),
    ("1", "UMKC School of Medicine", "UMKC", "MO", "HP-HEED", "2023", "https://www.umkc.edu/news"),
    ("2", "School of Pharmacy", "University of Missouri-Kansas City", "MO", "HP-HEED", "2023", ""),
    ("3", "Qzxv Academy of Everything", "", "", "", "", ""),
    ("4", "", "", "", "", "", ""),
    ("5", "OSU", "", "", "", "not a year", "not an address"),
)


def write(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    return path


def match(path: Path, *more: str) -> tuple[list[dict[str, str]], str]:
    target = path.with_name("out.csv")
    result = CliRunner().invoke(app, ["match", str(path), "-o", str(target), *more])
    assert result.exit_code == 0, result.output
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)), result.output


@pytest.mark.parametrize("there", [True, False], ids=["loaded", "empty"])
def test_rows_come_out_in_order_with_the_answer_added(
    reference: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(reference) if there else f"sqlite:///{tmp_path / 'none.db'}")
    rows, told = match(write(tmp_path / "in.csv"))
    assert [row["row"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert tuple(rows[0]) == (*ROWS[0], *ADDED)
    answers = [(row["decision"], row["school_id"], row["unitid"], row["kind"]) for row in rows]
    assert answers[:2] == [
        ("accepted", "umkc-som", "178402", "medicine"),
        ("created", "178402-pharmacy", "178402", "pharmacy"),
    ]
    assert [answer[0] for answer in answers[2:4]] == ["unmatched", "unmatched"]
    assert answers[4][:2] == ("review", "")
    assert told.startswith("5 names: 1 accepted, 1 created, 1 review, 2 unmatched.")


def test_without_create_the_school_is_proposed_and_nothing_is_stored(
    reference_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "copy.db"
    database.write_bytes(reference_file.read_bytes())
    monkeypatch.setenv("AWARDS_DATABASE_URL", f"sqlite:///{database}")
    before = database.read_bytes()
    rows, _ = match(write(tmp_path / "in.csv"), "--no-create")
    assert (rows[1]["decision"], rows[1]["candidates"].split("|")[0]) == ("review", "178402-pharmacy")
    engine = engine_for()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM data_version")).scalar() == 6
    engine.dispose()
    assert database.read_bytes() == before


def test_cells_that_a_spreadsheet_would_run_come_out_as_text(
    shipped: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(shipped))
    path = tmp_path / "list.csv"
    path.write_text("school,=head,growth\nUMKC School of Medicine,=HYPERLINK(1),-5.0%\n@SUM(A1),+1 816,x\n", "utf-8")
    rows, _ = match(path)
    assert [(row["school"], row["'=head"], row["growth"]) for row in rows] == [
        ("UMKC School of Medicine", "'=HYPERLINK(1)", "-5.0%"),
        ("'@SUM(A1)", "'+1 816", "x"),
    ]


def test_a_list_without_names_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", f"sqlite:///{tmp_path}/none.db")
    path = tmp_path / "in.csv"
    path.write_text("colour\nred\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["match", str(path), "-o", str(tmp_path / "out.csv")])
    assert result.exit_code == 1
    assert "in.csv" in result.output
    assert not (tmp_path / "out.csv").exists()
