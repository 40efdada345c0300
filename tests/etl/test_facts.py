"""The shipped records against the researched facts, counted here by hand; skipped where the facts are not at hand."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.queries.streaks import streaks

FACTS = Path(__file__).resolve().parents[2] / ".." / "shared" / "facts"
HEED = ("HEED", "HP-HEED")

pytestmark = pytest.mark.skipif(not FACTS.is_dir(), reason="the researched facts are not beside the project")


def won_by_hand() -> dict[str, set[int]]:
    """School -> award years that any observation which is not suspect says it won."""
    won: dict[str, set[int]] = defaultdict(set)
    with (FACTS / "observations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["award"] in HEED and row["suspect"] == "0" and row["school_id"]:
                won[row["school_id"]].add(int(row["year"]))
    return dict(won)


def test_every_school_has_the_wins_that_the_facts_give_it(shipped: Engine) -> None:
    with shipped.connect() as connection:
        found = streaks(connection)
    assert {
        one.school_id: {cell.year for cell in one.years if cell.status == "won"} for one in found if one.total
    } == won_by_hand()
    assert {one.school_id: one.total for one in found if one.total} == {
        school: len(years) for school, years in won_by_hand().items()
    }


def test_no_run_that_ended_long_ago_is_called_alive(shipped: Engine) -> None:
    won = won_by_hand()
    with shipped.connect() as connection:
        alive = {one.school_id for one in streaks(connection) if one.current.state == "alive"}
    assert alive == {school for school, years in won.items() if max(years) == 2025}
    assert len(won) == 183
    assert sum(max(years) <= 2020 for years in won.values()) == 72
