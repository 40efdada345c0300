"""The command `awards initiatives`."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from dashboard.cli import app
from etl.database import DATABASE_VARIABLE
from tests.dashboard.queries.seed import Seed, fresh_engine

Run = Callable[..., Any]


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """A database with two schools, three citations and an application that uses two programmes."""
    engine = fresh_engine(tmp_path)
    with engine.begin() as connection:
        seed = Seed(connection).begin()
        seed.school("a-med", name="A Medicine")
        seed.school("b-law", name="B Law")
        seed.row("source", source_id="s1", title="A page", url="https://a.example/1", publisher_kind="school")
        more = {"source_id": "s1", "category": "Mentoring"}
        seed.row("initiative", bound_school_id="a-med", initiative="Circle", year=2022, **more)
        seed.row("initiative", bound_school_id="a-med", initiative="[Undated]", year=None, **more)
        seed.row(
            "initiative", bound_school_id="b-law", initiative="Clinic", year=2021, **{**more, "category": "Outreach"}
        )
        for name in ("circle", "Quiet"):
            seed.row("application_part", school_id="a-med", award="HEED", year=2024, part="initiative", reference=name)
    monkeypatch.setenv(DATABASE_VARIABLE, str(engine.url))
    yield engine
    engine.dispose()


@pytest.fixture
def run() -> Run:
    return lambda *arguments: CliRunner().invoke(app, ["initiatives", *arguments])


def test_all_as_json(filled: Engine, run: Run) -> None:
    found = json.loads(run("--json").stdout)
    assert [(one["school_id"], one["initiative"], one["year"]) for one in found] == [
        ("a-med", "Circle", 2022),
        ("b-law", "Clinic", 2021),
        ("a-med", "[Undated]", None),
    ]
    assert found[0] == {
        "school_id": "a-med", "school": "A Medicine", "initiative": "Circle", "category": "Mentoring", "year": 2022,
        "source_id": "s1", "source": "A page", "url": "https://a.example/1", "note": None,
    }  # fmt: skip


def test_one_school_with_what_is_never_cited(filled: Engine, run: Run) -> None:
    said = run("--school", "a-med").stdout
    assert "Clinic" not in said
    assert "[Undated]" in said
    assert "[Undated]: award year not said\nQuiet: never cited; used in HEED 2024\n" in said
    assert "Circle:" not in said


def test_category_and_search_narrow(filled: Engine, run: Run) -> None:
    assert [one["initiative"] for one in json.loads(run("--category", "outreach", "--json").stdout)] == ["Clinic"]
    assert [one["initiative"] for one in json.loads(run("--search", "CIRCLE medicine", "--json").stdout)] == ["Circle"]
    assert "that is not known is not that there is none" in run("--search", "zzz").stdout


def test_what_is_not_known_is_answered_with_what_is(filled: Engine, run: Run) -> None:
    result = run("--category", "Sport")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "known: Mentoring, Outreach" in result.stderr
    result = run("--school", "a-medd")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a-med  A Medicine" in result.stderr
