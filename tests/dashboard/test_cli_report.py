"""`awards report`, `awards reports` and `awards report-changes` as a person runs them."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine
from typer.testing import CliRunner

from dashboard.cli_report import app


@pytest.fixture(autouse=True)
def _database(shipped: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", shipped.url.render_as_string(hide_password=False))


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_report_is_written_kept_and_made_again(tmp_path: Path) -> None:
    first, second = tmp_path / "one.html", tmp_path / "two.html"
    own = tmp_path / "own.md"
    own.write_text("Thanks to **all**.", encoding="utf-8")
    asked = ("--year", 2023, "--date", "2026-01-31", "--sections", "headline,remarks,year", "--paragraph", own)
    result = run("report", *map(str, asked), "-o", first, "--keep")
    assert result.exit_code == 0, result.output
    assert "Kept as report 1" in result.output
    page = first.read_text(encoding="utf-8")
    assert "UMKC School of Medicine won the Health Professions HEED Award in 2023" in page
    assert "<strong>all</strong>" in page
    assert 'id="wins"' not in page
    assert run("report", "--again", "1", "-o", second).exit_code == 0
    assert second.read_bytes() == first.read_bytes()
    (kept,) = json.loads(run("reports", "--json").stdout)
    assert (kept["school_id"], kept["year"], kept["file"]) == ("umkc-som", 2023, "one.html")
    assert run("report-changes", "1").stdout.startswith("Nothing changed since report 1 (umkc-som 2023")
    assert json.loads(run("report-changes", "1", "--json").stdout) == []


def test_what_cannot_be_is_told_in_one_line(tmp_path: Path) -> None:
    wrong = {
        ("--year", "2023", "--school", "nobody", "-o", "a.pdf"): "there is no school 'nobody'",
        ("--year", "2023", "-o", "a.txt"): "a report is written as .docx, .pdf, .html, .pptx",
        ("--year", "2023", "--peers", "None such", "-o", "a.pdf"): "no peer group is called 'None such'",
        ("--year", "2023", "--families", "X,Y", "-o", "a.pdf"): "no award family is called X, Y; there are: HEED",
        ("--year", "2023", "--sections", "x", "-o", "a.pdf"): "no section is called x",
        ("--year", "2023", "--as-of-version", "999", "-o", "a.pdf"): "there is no data version 999",
        ("--year", "20230", "-o", "a.pdf"): "year 20230 is no award year",
        ("-o", "a.pdf"): "--year is missing",
        ("--again", "7", "-o", "a.pdf"): "there is no report 7; `awards reports` lists them",
        ("--year", "2023", "--paragraph", str(tmp_path / "none.md"), "-o", "a.pdf"): "cannot be read: No such file",
    }
    for words, told in wrong.items():
        result = run("report", *words[:-1], tmp_path / words[-1])
        assert result.exit_code == 2, (words, result.output)
        assert told in result.output, (words, result.output)
        assert len(result.output.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir())
    assert "there is no report 7" in run("report-changes", "7").output
    assert "No report was kept yet" in run("reports").output


def test_own_paragraphs_that_are_no_text_or_too_long(tmp_path: Path) -> None:
    own = tmp_path / "own.md"
    for content, told in ((b"\xff\xfe", "is no text in UTF-8"), (b"x" * 51_201, "at most 51,200 bytes")):
        own.write_bytes(content)
        result = run("report", "--year", "2023", "--paragraph", own, "-o", tmp_path / "a.pdf")
        assert (result.exit_code, told in result.output) == (2, True), result.output
