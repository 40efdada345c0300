"""The loading commands, as a person or a scheduled job runs them: what is printed, and the exit code."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine
from typer.testing import CliRunner

from etl.commands import app
from tests.databases import address

UMKC = "University of Missouri-Kansas City School of Medicine"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(reference: Engine, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a copy of the reference data; gives exit code and output."""
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(reference))
    monkeypatch.setenv("COLUMNS", "200")

    def command(*words: object) -> tuple[int, str]:
        result = CliRunner().invoke(app, [str(word) for word in words])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    return command


def winners(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("school,award,year", *rows)) + "\n", encoding="utf-8")
    return path


def test_json_is_one_object_with_counts_of_rows(run: Run, tmp_path: Path) -> None:
    path = winners(tmp_path / "w.csv", f"{UMKC},HP-HEED,2021", "Qzxv Academy,HEED,2020", f"{UMKC},HP-HEED,1899")
    for expected in ((2, 0, 0, 1, 1), (0, 0, 2, 1, 1)):
        code, output = run("load", path, "--json")
        found = json.loads(output)
        counts = tuple(found[name] for name in ("new", "changed", "unchanged", "refused", "unresolved"))
        assert (code, counts, len(found["files"])) == (0, expected, 1)
    reason = found["files"][0]["refused_rows"][0]
    assert (reason["line"], reason["cells"][2], reason["reasons"][0]["column"]) == (4, "1899", "year")


def test_a_dry_run_in_json_says_the_same_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = winners(tmp_path / "w.csv", f"{UMKC},HP-HEED,2021")
    previews = [json.loads(run("load", path, "--dry-run", "--json")[1]) for _ in range(2)]
    assert previews[0] == previews[1]
    assert json.loads(run("load", path, "--json")[1]) == {**previews[0], "dry_run": False}


def test_people_are_told_where_and_what_to_do(run: Run, tmp_path: Path) -> None:
    code, output = run("load", winners(tmp_path / "w.csv", f"{UMKC},HP-HEED,20X1", "Qzxv Academy,HEED,2020"))
    assert code == 0
    assert "Refused: w.csv, line 2: " in output
    assert "awards refused -o FILE.xlsx" in output
    assert "Waits for a person: Qzxv Academy" in output


def zip_bomb() -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("xl/workbook.xml", b" " * 400_000_000)
    return memory.getvalue()


def formulas() -> bytes:
    book, memory = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in (["school", "award", "year"], [UMKC, "HEED", "=2000+21"]):
        book.active.append(row)
    book.save(memory)
    return memory.getvalue()


COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOTHING_TO_LOAD = {
    "empty.csv": b"",
    "renamed.csv": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "bomb.xlsx": zip_bomb,
    "locked.xlsx": COMPOUND_FILE + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 3000,
    "broken.xlsx": b"PK\x03\x04 and then nothing",
    "formula.xlsx": formulas,
    "wide.csv": b"school,award,year," + b",".join(b"c%d" % n for n in range(1_000_000)) + b"\nA,HEED,2020\n",
    "letters.csv": b"school,award,year\nA School,HEED,soon\n",
    "future.csv": b"school,award,year\nA School,HEED,2099\n",
    "no-award.csv": b"school,award,year\nA School,Best Pie,2020\n",
    "no-school.csv": b"school,award,year\n,HEED,2020\n",
    "strange.csv": b"colour,weight\nred,3\n",
    "quote.csv": b'school,award,year\n"A School,HEED,2020\n',
    "picture.png": b"\x89PNG\r\n\x1a\n",
}  # fmt: skip


@pytest.mark.parametrize("name", NOTHING_TO_LOAD)
def test_bad_files_end_in_a_clear_message(run: Run, tmp_path: Path, name: str) -> None:
    content = NOTHING_TO_LOAD[name]
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content())
    code, output = run("load", path)
    assert code != 0
    assert name in output
    assert "Traceback" not in output
    assert "Not loaded: " in output or "Refused: " in output
    code, output = run("load", path, "--json")
    found = json.loads(output)
    assert code != 0
    assert (found["new"], found["changed"]) == (0, 0)
    assert found["files"][0]["error"] or found["files"][0]["refused"]


GOOD_DESPITE = {
    "marks.csv": f"school,award,year\n\u200f{UMKC}\u200e\x07,HEED,2020\n".encode(),
    "cp1252.csv": f"school,award,year,note\n{UMKC},HEED,2020,Montr\u00e9al\n".encode("cp1252"),
    "bom.tsv": f"\ufeffschool\taward\tyear\n{UMKC}\tHEED\t2020\n".encode(),
    "mixed.csv": f"school,award,year,note\n{UMKC},HEED,2020,\u00e9\n".encode()
    + f"{UMKC},HEED,2021,\u00e9\n".encode("cp1252"),
    "stray.csv": (
        f'school,award,year\n{UMKC},HEED,2020\n{UMKC},HE"ED,2021\n"{UMKC},HEED,2022\n{UMKC},HEED,2023\n'
    ).encode(),
}


@pytest.mark.parametrize("name", GOOD_DESPITE)
def test_good_rows_load_whatever_stands_beside_them(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(GOOD_DESPITE[name])
    code, output = run("load", path, "--json")
    found = json.loads(output)
    assert code == 0
    assert found["new"] >= 1
    assert found["unresolved"] == 0


def test_a_path_that_is_not_there_and_a_kind_that_is_none(run: Run, tmp_path: Path) -> None:
    code, output = run("load", tmp_path / "nowhere.csv")
    assert (code, "does not exist" in output) == (2, True)
    code, output = run("load", winners(tmp_path / "w.csv"), "--kind", "winnners")
    assert code == 2
    assert "no kind of file" in output
    code, output = run("load", winners(tmp_path / "w.csv"), "--set", "year")
    assert code == 2


def test_undo_and_rebuild(run: Run, tmp_path: Path) -> None:
    _, output = run("load", winners(tmp_path / "w.csv", f"{UMKC},HP-HEED,2021"), "--json")
    number = json.loads(output)["files"][0]["load"]
    assert run("rebuild") == (0, "All derived anew; nothing changed.\n")
    code, output = run("undo", number)
    assert (code, f"Load {number} undone" in output) == (0, True)
    code, output = run("undo", number)
    assert (code, "undone already" in output) == (1, True)


def test_the_loading_commands_stand_alone(reference: Engine, tmp_path: Path) -> None:
    path = winners(tmp_path / "w.csv", f"{UMKC},HP-HEED,2021")
    environment = {**os.environ, "AWARDS_DATABASE_URL": address(reference)}
    command = [sys.executable, "-m", "etl", "load", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert json.loads(done.stdout)["new"] == 1
