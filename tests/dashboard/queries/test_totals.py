"""Wins a year beside the printed numbers of recipients."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from dashboard.queries.totals import BestTotal, PrintedTotal, best_of, wins_by_year
from tests.dashboard.queries.seed import Seed

FACTS = Path(__file__).resolve().parents[3] / ".." / "shared" / "facts"


def test_the_whole_table(seed: Seed, connection: Connection) -> None:
    seed.award("HEED")
    seed.award("HP-HEED", "HEED")
    seed.award("LEAD")
    for year in (2022, 2023, 2024):
        seed.row("cycle", award="HP-HEED", year=year, held=year != 2024)
    seed.calendar("HEED", {2022: "announced", 2023: "announced", 2024: "cancelled"})
    seed.row("source", source_id="m1", publisher_kind="magazine", mirror=True, url="http://m.example/1")
    seed.row("source", source_id="s1", url="http://a.example/1")
    seed.row("source", source_id="s2", url="http://a.example/1")
    for recipients, source_id in ((62, "m1"), (64, "s1"), (64, "s2"), (64, "s3")):
        seed.row("recipients_total", award="HP-HEED", year=2023, recipients=recipients, source_id=source_id)
    for recipients, source_id in ((65, "s1"), (65, "s2"), (63, "s3")):
        seed.row("recipients_total", award="HP-HEED", year=2022, recipients=recipients, source_id=source_id)
    won = {"family": "HEED", "award": "HP-HEED", "status": "won"}
    seed.row("record", school_id="a", year=2023, **won)
    seed.row("record", school_id="b", year=2023, **won)
    seed.row("record", school_id="c", year=2023, **{**won, "status": "unknown"})
    seed.row("record", school_id="a", year=2021, **{**won, "award": "HEED"})
    seed.row("record", school_id="a", year=2023, **{**won, "award": "LEAD", "family": "LEAD"})
    assert wins_by_year(connection).astype("object").where(lambda f: f.notna(), None).to_dict("records") == [
        _row(2021, "HEED", won=1, announced=False),
        _row(
            2022, "HP-HEED", won=0, best_totals=(63, 65), best_basis="tie",
            printed=(PrintedTotal(63, ("s3",), False), PrintedTotal(65, ("s1",), False)),
        ),
        _row(
            2023, "HP-HEED", won=2, best_total=62, best_totals=(62,), best_basis="publisher", coverage=2 / 62,
            printed=(PrintedTotal(62, ("m1",), True), PrintedTotal(64, ("s1", "s3"), False)),
        ),
        _row(2024, "HP-HEED", won=0, held=False, announced=False),
    ]  # fmt: skip


def _row(year: int, award: str, **said: object) -> dict[str, object]:
    blank = {"held": True, "announced": True, "won": 0, "printed": (), "best_total": None, "best_totals": ()}
    return {"year": year, "award": award, **blank, "best_basis": "", "coverage": None, **said}


def test_an_unknown_family_has_no_years(seed: Seed, connection: Connection) -> None:
    assert len(wins_by_year(connection, "NOTHING")) == 0


def test_an_earlier_data_version(seed: Seed, connection: Connection) -> None:
    seed.award("HEED")
    seed.row("record", school_id="a", family="HEED", award="HEED", year=2020, valid_to=2)
    seed.row("record", school_id="b", family="HEED", award="HEED", year=2020, valid_from=2)
    seed.row("record", school_id="c", family="HEED", award="HEED", year=2020, valid_from=3)
    assert [wins_by_year(connection, version=version)["won"].tolist() for version in (1, 2, 3)] == [[1], [1], [2]]


@pytest.mark.parametrize(
    ("printed", "best"),
    [
        ((), BestTotal((), "")),
        ((PrintedTotal(62, ("s1",), False),), BestTotal((62,), "majority")),
        ((PrintedTotal(62, ("s1",), True), PrintedTotal(64, ("s2", "s3"), False)), BestTotal((62,), "publisher")),
        ((PrintedTotal(62, ("s1",), True), PrintedTotal(64, ("s2", "s3"), True)), BestTotal((64,), "publisher")),
        ((PrintedTotal(62, ("s1",), True), PrintedTotal(61, ("s2",), True)), BestTotal((61, 62), "tie")),
        ((PrintedTotal(62, ("s1",), False), PrintedTotal(61, ("s2",), False)), BestTotal((61, 62), "tie")),
    ],
)
def test_the_best_total(printed: tuple[PrintedTotal, ...], best: BestTotal) -> None:
    assert best_of(printed) == best


@given(st.lists(st.tuples(st.integers(60, 64), st.booleans()), max_size=12))
def test_the_best_total_is_that_of_the_naive_version(said: list[tuple[int, bool]]) -> None:
    numbers = sorted({number for number, _ in said})
    printed = [
        PrintedTotal(
            number,
            tuple(f"s{at}" for at, (one, _) in enumerate(said) if one == number),
            any(official for one, official in said if one == number),
        )
        for number in numbers
    ]
    by_publisher = {number for number, official in said if official}
    votes = Counter(number for number, _ in said if number in by_publisher or not by_publisher)
    best = tuple(sorted(number for number, n in votes.items() if n == max(votes.values())))
    assert best_of(printed).totals == best
    assert best_of(printed).total == (best[0] if len(best) == 1 else None)


@pytest.mark.skipif(not FACTS.is_dir(), reason="the researched facts are not beside the project")
def test_the_rule_agrees_with_the_hand_wherever_it_does_not_leave_a_tie_open() -> None:
    with (FACTS / "sources.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["source_id"]: row["kind"] for row in csv.DictReader(file)}
    open_ties = []
    with (FACTS / "cycles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            said = [value.split("@") for value in row["all_values"].split("|") if value]
            printed = [
                PrintedTotal(
                    number,
                    tuple(key for text, key in said if int(text) == number),
                    any(kinds[key] == "magazine" for text, key in said if int(text) == number),
                )
                for number in sorted({int(text) for text, _ in said})
            ]
            best = best_of(printed)
            if best.basis == "tie":
                open_ties.append((row["award"], row["year"]))
            else:
                assert str(best.total or "") == row["recipients_best"], row
    assert open_ties == [
        ("HEED", "2025"), ("HP-HEED", "2025"), ("DIVERSITY-CHAMPION", "2016"), ("DIVERSITY-CHAMPION", "2021"),
    ]  # fmt: skip
