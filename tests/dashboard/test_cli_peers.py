"""The commands `awards peers …`, run as a person or a program runs them."""

import json
from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from dashboard.cli_peers import app
from etl.database import upgrade
from tests.conftest import Fresh
from tests.databases import address

Run = Callable[..., Result]


@pytest.fixture
def engine(fresh_reference: Fresh, monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = fresh_reference()
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(engine))
    monkeypatch.setenv("AWARDS_USER", "an analyst")
    return engine


@pytest.fixture
def run(engine: Engine) -> Run:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    return run


def test_a_suggestion_as_json_and_as_table(run: Run) -> None:
    found = json.loads(run("suggest", "--school", "umkc-som", "-n", "3", "--json").stdout)
    assert [peer["distance"] for peer in found] == sorted(peer["distance"] for peer in found)
    assert found[0]["school_id"] == "arizona-phoenix-medicine"
    assert found[0]["distance"] == pytest.approx((1 / 4 + 1 + 1) / 7, abs=1e-4)
    shown = run("suggest", "-n", "3").stdout
    assert "Measured: " in shown
    assert "those that never won are mostly missing" in shown


def test_weights_change_the_suggestion(run: Run) -> None:
    plain = json.loads(run("suggest", "-n", "5", "--json").stdout)
    only_size = json.loads(
        run(
            "suggest",
            "-n",
            "5",
            "--weights",
            "size=1,control=0,carnegie=0,region=0,urbanicity=0,medical=0,sector=0",
            "--json",
        ).stdout
    )
    assert {peer["distance"] for peer in only_size} <= {0, 0.25, 0.5, 0.75, 1}
    assert plain != only_size
    result = run("suggest", "--weights", "colour=2")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'colour' is no feature" in result.stderr


def test_a_group_is_made_listed_and_compared_with(run: Run) -> None:
    assert run("groups").stdout.startswith("There is no peer group yet")
    made = run("make", "Like us", "--schools", "vtc-som, uva-som,umkc-som", "--reason", "medical schools")
    assert made.stdout.splitlines()[0].startswith("Peer group 'Like us' is frozen with 3 schools (load ")
    assert made.stdout.splitlines()[1] == (
        "Notice: peer group 'Like us' holds the own school umkc-som; it is never compared with itself."
    )
    (group,) = json.loads(run("groups", "--json").stdout)
    assert (group["group"], group["made_by"], group["reason"]) == ("Like us", "an analyst", "medical schools")
    assert "Like us" in run("groups").stdout
    result = run("compare", "--group", "like  US", "--from", "2014", "--json")
    assert "it is never compared with itself" in result.stderr
    found = json.loads(result.stdout)
    assert [one["school_id"] for one in found["others"]] == ["uva-som", "vtc-som"]
    assert (found["from"], found["n_schools"], found["own"]["position"]) == (2014, 3, {"from": 1, "to": 3})
    again = run("make", "LIKE US", "--schools", "vtc-som,uva-som", "--reason", "x")
    assert again.exit_code == 1
    assert "groups are frozen" in again.stderr


def test_a_comparison_is_printed(run: Run) -> None:
    shown = run("compare", "--with", "vtc-som", "--with", "geisel", "--from", "2020").stdout
    assert shown.splitlines()[0].startswith("UMKC School of Medicine: No known win in 2020–")
    assert "1st–3rd of 3 schools" in shown
    assert "All 3 schools have undecided years, 3 of them nothing else" in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["compare"], "nothing to compare with"),
        (["compare", "--with", "umkc-som"], "nothing to compare with"),
        (["compare", "--with", "umkx"], "no school has the key 'umkx'"),
        (["compare", "--school", "nobody", "--with", "vtc-som"], "no school has the key 'nobody'"),
        (["compare", "--group", "x" * 200], "known: none yet; `awards peers make` freezes one"),
        (["compare", "--with", "vtc-som", "--from", "1990", "--to", "1995"], "no HEED cycle is known up to 1995"),
        (["compare", "--with", "vtc-som", "--from", "2023", "--to", "2020"], "no HEED cycle from 2023 to 2020"),
        (["compare", "--with", "vtc-som", "--family", "NONE"], "no award family has the code 'NONE'"),
        (["suggest", "--school", "nobody"], "no school has the key 'nobody'"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(run: Run, arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_an_empty_database_says_what_to_do(fresh_empty: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = fresh_empty()
    upgrade(engine)
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(engine))
    for arguments in (
        ["groups"],
        ["suggest"],
        ["compare", "--with", "a"],
        ["make", "A", "--schools", "a", "--reason", "b"],
    ):
        result = CliRunner().invoke(app, arguments, catch_exceptions=False)
        assert result.exit_code == 1
        assert "awards load data" in result.stderr
