"""The resolver is made once while what it is made of stays the same, and never outlives a change of it."""

from pathlib import Path

from sqlalchemy import Engine

from etl.load.directory import directory
from etl.pipeline import load, undo
from etl.transform.schools import PrintedName

STRANGE = "Qzxv Academy"


def _names(path: Path, school_id: str) -> Path:
    path.write_text(f"name,school_id,label\n{STRANGE},{school_id},sure\n", encoding="utf-8")
    return path


def _means(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return directory(connection).resolve(PrintedName(school=STRANGE)).school_id


def test_it_is_made_once_for_all_connections(reference: Engine) -> None:
    with reference.connect() as one, reference.connect() as other:
        assert directory(one) is directory(other)


def test_a_name_that_comes_changes_or_goes_is_known_at_once(reference: Engine, tmp_path: Path) -> None:
    assert _means(reference) is None
    report = load(reference, [_names(tmp_path / "names.csv", "uvm")], by="tests")
    assert _means(reference) == "uvm"
    load(reference, [_names(tmp_path / "names.csv", "kentucky")], by="tests")
    assert _means(reference) == "kentucky"
    undo(reference, report.files[0].load_id or 0, by="tests")
    assert _means(reference) == "kentucky"


def test_what_a_dry_run_knew_is_forgotten_with_it(reference: Engine, tmp_path: Path) -> None:
    winners = tmp_path / "winners.csv"
    winners.write_text(f"school,award,year\n{STRANGE},HEED,2022\n", encoding="utf-8")
    folder = [_names(tmp_path / "names.csv", "uvm"), winners]
    load(reference, folder, dry_run=True, by="tests")
    assert _means(reference) is None
    load(reference, [_names(tmp_path / "names.csv", "kentucky"), winners], by="tests")
    assert _means(reference) == "kentucky"
