"""`awards check` as a person or a program runs it."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from dashboard.cli_check import app

TRUE = "UMKC School of Medicine received the 2023 Health Professions HEED Award for the second year in a row."
FALSE = "UMKC School of Medicine received the 2023 Health Professions HEED Award for the fourth year in a row."


@pytest.fixture
def database(shipped: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", shipped.url.render_as_string(hide_password=False))


@pytest.mark.usefixtures("database")
def test_exit_code_tells_whether_something_is_contradicted(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(FALSE, encoding="utf-8")
    result = CliRunner().invoke(app, [str(tmp_path / "draft.md"), "--json"])
    assert result.exit_code == 1
    assert [(one["kind"], one["n"], one["verdict"]) for one in json.loads(result.stdout)] == [
        ("win", None, "supported"),
        ("consecutive", 4, "contradicted"),
    ]
    result = CliRunner().invoke(app, ["-"], input=TRUE)
    assert result.exit_code == 0
    assert "supported: “second year in a row” (umkc-som HEED 2023)" in result.stdout


@pytest.mark.usefixtures("database")
def test_word_drafts_are_read(tmp_path: Path) -> None:
    import docx

    word = docx.Document()
    word.add_paragraph(TRUE)
    word.save(str(tmp_path / "draft.docx"))
    assert CliRunner().invoke(app, [str(tmp_path / "draft.docx")]).exit_code == 0


@pytest.mark.usefixtures("database")
def test_a_draft_without_statements() -> None:
    result = CliRunner().invoke(app, ["-"], input="Enrollment grew for the third year in a row.")
    assert (result.exit_code, result.stdout.strip()) == (0, "No statement about an award was found.")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", ["draft.pdf", "missing.txt"])
def test_what_cannot_be_read_says_so(tmp_path: Path, name: str) -> None:
    result = CliRunner().invoke(app, [str(tmp_path / name)])
    assert result.exit_code == 2
    assert name in result.stderr


@pytest.mark.usefixtures("database")
def test_the_school_can_be_given() -> None:
    result = CliRunner().invoke(
        app, ["-", "--school", "umkc-dentistry", "--json"], input="We won the HEED Award in 2016."
    )
    assert [(one["school_id"], one["verdict"]) for one in json.loads(result.stdout)] == [
        ("umkc-dentistry", "supported")
    ]
