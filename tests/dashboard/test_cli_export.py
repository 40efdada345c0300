"""`awards export`, run as a person runs it."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from dashboard.export.passport import program

Run = Callable[..., Result]


@pytest.fixture
def export(shipped_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("AWARDS_DATABASE_URL", shipped_url)
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, ["export", *words])

    return run


def test_a_table_has_its_passport_beside_it(export: Run, tmp_path: Path) -> None:
    result = export("records", "-o", "won.csv", "--status", "won", "--years", "2018-2020", "--kind", "medicine")
    assert result.exit_code == 0, result.output
    about = json.loads((tmp_path / "won.about.json").read_text())
    content = (tmp_path / "won.csv").read_bytes()
    assert (about["file"], about["sha256"]) == ("won.csv", sha256(content).hexdigest())
    assert f"{about['rows']} rows" in result.output
    assert len(content.splitlines()) == about["rows"] + 1 > 2


def test_the_program_tells_the_version_that_its_files_carry(export: Run, tmp_path: Path) -> None:
    assert export("schools", "-o", "schools.csv").exit_code == 0
    told = CliRunner().invoke(app, ["--version"])
    assert (told.exit_code, told.stdout.strip()) == (0, program())
    assert program() in (tmp_path / "schools.about.json").read_text()


def test_all_tables_go_into_one_package(export: Run, tmp_path: Path) -> None:
    assert export("all", "-o", "all.zip").exit_code == 0
    assert (tmp_path / "all.zip").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nothing", "-o", "x.csv"), "known: records"),
        (("records", "-o", "x.ods"), "known: .csv"),
        (("records", "-o", "x.csv", "--status", "wonn"), "known: won"),
        (("schools", "-o", "x.csv", "--status", "won"), "no filter here; known: q, school"),
        (("all", "-o", "x.csv"), ".zip"),
        (("records", "-o", "x.csv", "--as-of-version", "99999"), "no data version 99999"),
    ],
)
def test_what_cannot_be_exported_is_told_and_leaves_nothing(
    export: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    result = export(*words)
    assert (result.exit_code, told in result.output) == (2, True), result.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(export: Run) -> None:
    result = export("records", "-o", "no/such/folder.csv")
    assert (result.exit_code, "cannot be written" in result.output) == (1, True)


def test_a_full_disk_leaves_no_half_file(export: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit on the size of files stands in for the end of a disk."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        result = export("observations", "-o", "observations.csv")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (result.exit_code, "nothing was left behind" in result.output) == (1, True), result.output
    assert list(tmp_path.iterdir()) == []
