"""`awards load` with announcements: shown, asked, loaded by a yes alone. Wording invented, facts real."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from typer.testing import CliRunner, Result

from etl import proposals_terminal
from etl.commands import app
from etl.proposals_load import kept_text
from etl.schema import tables

TEXT = "\n\n".join((
    "Medical school honored again for its campus climate",
    "Kansas City, November 2, 2023",
    "The University of Missouri-Kansas City School of Medicine has received the 2023 Health Professions Higher "
    "Education Excellence in Diversity (HEED) Award, for the second year in a row.",
    "The school also won the award in 2018 and 2022. The reviewers named initiatives such as the Summer Success "
    "Seminar Series.\n",
))  # fmt: skip
OTHER = "The Department of History has won the Outstanding Unit Award for the third time."
UMKC = "University of Missouri-Kansas City School of Medicine"
WINS = {("umkc-som", "HP-HEED", 2018), ("umkc-som", "HP-HEED", 2022), ("umkc-som", "HP-HEED", 2023)}
Run = Callable[..., Result]


@pytest.fixture
def engine(reference: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The reference data, as the database that commands use."""
    monkeypatch.setenv("AWARDS_DATABASE_URL", reference.url.render_as_string(hide_password=False))
    monkeypatch.setenv("COLUMNS", "200")
    return reference


@pytest.fixture
def run(engine: Engine) -> Run:
    def command(*words: object, answer: str | None = None) -> Result:
        result = CliRunner().invoke(app, [str(word) for word in words], input=answer)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return command


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def wins(engine: Engine) -> set[tuple[str, str, int]]:
    t = tables()["observation"]
    with engine.connect() as connection:
        rows = connection.execute(select(t.c.bound_school_id, t.c.award, t.c.year).where(t.c.valid_to.is_(None)))
        return {(row.bound_school_id, row.award, row.year) for row in rows}


def test_without_a_yes_it_is_shown_and_not_loaded(run: Run, release: Path, engine: Engine) -> None:
    result = run("load", release)
    assert result.exit_code == 0
    assert f"won: The {UMKC} (umkc-som) · HP-HEED 2023 · announced" in result.stdout
    assert "claim: " in result.stdout and "HEED · 2 in a row as of 2023" in result.stdout
    assert "“second year in a row” (characters " in result.stdout
    assert "initiative: " in result.stdout and "· Summer Success Seminar Series ·" in result.stdout
    assert "needs a person's yes" in result.stdout
    assert wins(engine) == set()


def test_accepted_in_batch_it_is_an_ordinary_load_and_its_text_is_kept(run: Run, release: Path, engine: Engine) -> None:
    first = json.loads(run("load", release, "--accept", "--json").stdout)
    assert {file["kind"] for file in first["files"]} == {"sources", "winners", "claims", "initiatives"}
    assert wins(engine) == WINS
    document = tables()["document"]
    with engine.connect() as connection:
        (sha256,) = connection.scalars(select(document.c.sha256))
        (of_loads,) = set(connection.scalars(select(tables()["load"].c.sha256).where(tables()["load"].c.load_id.in_(
            [file["load"] for file in first["files"]]))))  # fmt: skip
        assert (kept_text(connection, sha256), of_loads) == (TEXT, sha256)
        assert kept_text(connection, "no such checksum") is None
    again = json.loads(run("load", release, "--accept", "--json").stdout)
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, first["new"])
    winners = next(file["load"] for file in first["files"] if file["kind"] == "winners")
    assert run("undo", winners).exit_code == 0
    assert wins(engine) == set()


def test_json_tells_the_proposals_and_changes_nothing_of_what_is_done(run: Run, release: Path, engine: Engine) -> None:
    result = run("load", release, "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["new"], found["files"], wins(engine)) == (0, 0, [], set())
    by_kind = {kind: [one for one in found["proposals"] if one["kind"] == kind]
               for kind in ("observation", "claim", "initiative")}  # fmt: skip
    assert sum(map(len, by_kind.values())) == len(found["proposals"])
    won = next(one for one in by_kind["observation"] if one["year"] == 2023)
    assert TEXT[won.pop("start") : won.pop("end")].startswith("Health Professions")
    assert won == {
        "kind": "observation", "school_as_printed": f"The {UMKC}", "school_id": "umkc-som", "award": "HP-HEED",
        "year": 2023, "basis": "announced", "outcome": "won", "tier": None, "file": "release.txt",
    }  # fmt: skip
    (claim,) = by_kind["claim"]
    assert TEXT[claim.pop("start") : claim.pop("end")] == "second year in a row"
    expected = {"kind": "claim", "claim": "consecutive", "n": 2, "as_of_year": 2023, "school_id": "umkc-som"}
    assert claim == {**expected, "file": "release.txt"}
    assert [(one["name"], "category" in one) for one in by_kind["initiative"]] == [
        ("Summer Success Seminar Series", True)
    ]


def test_a_dry_run_never_loads(run: Run, release: Path, engine: Engine) -> None:
    found = json.loads(run("load", release, "--dry-run", "--accept", "--json").stdout)
    assert found["new"] > 0 and found["dry_run"]
    assert wins(engine) == set()


@pytest.mark.parametrize(("answer", "loaded"), [("y\n", WINS), ("n\n", set()), ("\n", set())])
@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_person_is_asked(
    run: Run, release: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch,
    answer: str, loaded: set[tuple[str, str, int]], as_json: tuple[str, ...],
) -> None:  # fmt: skip
    monkeypatch.setattr(proposals_terminal.Way, "interactive", True)
    result = run("load", release, *as_json, answer=answer)
    assert (result.exit_code, wins(engine)) == (0, loaded)
    assert "HP-HEED 2023 · announced" in result.stderr
    if as_json:
        printed = result.stdout[
            result.stdout.index("{") :
        ]  # before it stands what was typed, as the test runner echoes it
        assert json.loads(printed)["proposals"]


def test_nothing_proposed_says_why_and_ends_as_nothing_loaded(run: Run, tmp_path: Path) -> None:
    (tmp_path / "prize.txt").write_text(OTHER, encoding="utf-8")
    result = run("load", tmp_path / "prize.txt")
    assert result.exit_code == 1
    assert "Not loaded: prize.txt: no award that is known is named in it" in result.output


@pytest.mark.parametrize("separator", ["\t", ","])
def test_a_text_file_that_is_a_table_is_one(run: Run, tmp_path: Path, engine: Engine, separator: str) -> None:
    rows = (("school", "award", "year"), (UMKC, "HP-HEED", "2021"))
    (tmp_path / "list.txt").write_text("\n".join(separator.join(row) for row in rows) + "\n", encoding="utf-8")
    found = json.loads(run("load", tmp_path / "list.txt", "--json").stdout)
    assert (found["new"], found["proposals"], found["files"][0]["kind"]) == (1, [], "winners")


def test_a_folder_holds_lists_and_announcements_and_files_that_are_neither(
    run: Run, release: Path, tmp_path: Path, engine: Engine
) -> None:
    (tmp_path / "list.csv").write_text(f"school,award,year\n{UMKC},HP-HEED,2021\n", encoding="utf-8")
    (tmp_path / "README.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "form.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "page.html").write_text(
        f"<html><body><script>alert(1)</script><p>{TEXT}</p></body></html>", encoding="utf-8"
    )
    found = json.loads(run("load", tmp_path, "--json").stdout)
    assert found["new"] == 1
    assert {one["file"] for one in found["proposals"]} == {"release.txt", "page.html"}
    assert wins(engine) == {("umkc-som", "HP-HEED", 2021)}


def test_two_documents_of_one_name_are_not_mixed_up(run: Run, release: Path, tmp_path: Path) -> None:
    twin = tmp_path / "later" / release.name
    twin.parent.mkdir()
    twin.write_text(TEXT, encoding="utf-8")
    found = json.loads(run("load", release, twin, "--json").stdout)
    assert [(file["file"], "has the same name" in file["error"]) for file in found["files"]] == [(str(twin), True)]


def test_what_cannot_be_read_is_told_with_a_remedy(run: Run, tmp_path: Path) -> None:
    (tmp_path / "release.pdf").write_bytes(b"PK\x03\x04 no pdf")
    result = run("load", tmp_path / "release.pdf")
    assert result.exit_code == 1
    assert "release.pdf" in result.output and "right ending" in result.output


def test_characters_that_steer_a_terminal_are_not_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(f"\x1b[31m{TEXT}", encoding="utf-8")
    assert "\x1b" not in run("load", tmp_path / "odd.txt").output
