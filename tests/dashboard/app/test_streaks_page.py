"""Streaks: a test for each thing that a filter changes."""

from collections.abc import Callable
from typing import Any

import pytest

Page = Callable[..., Any]
ALL = [
    "Alive School of Medicine medicine, MO",
    "Open School of Law law, KS",
    "Counted University institution, NY",
    "Clash & <b>Bold</b> University institution, CA",
    "Broken University institution, MO",
    "Doubted University institution, NY",
]
ALIVE, OPEN, COUNTED, CLASH, BROKEN, DOUBTED = ALL


def names(screen: Any) -> list[str]:
    return [row[0] for row in screen.rows("Schools sorted by")]


def test_all_schools_the_alive_first(page: Page) -> None:
    screen = page("streaks")
    assert screen.answer == "1 of 6 schools has a streak alive in 2023; the longest is 2 in a row (Alive Medicine)"
    assert names(screen) == ALL


def test_a_row_tells_its_years_and_its_run(page: Page) -> None:
    row = page("streaks").rows("Schools sorted by")[1]
    assert row == [
        OPEN, "not known", "won", "no award held", "won", "not known", "not known",
        "2 in a row through 2021; 2022 and 2023 not known", "2 longest", "2 wins",
    ]  # fmt: skip


def test_a_conflict_and_a_suspect_year_show(page: Page) -> None:
    rows = {row[0]: row for row in page("streaks").rows("Schools sorted by")}
    assert rows[BROKEN][4] == "won, sources disagree"
    assert rows[BROKEN][7:] == ["broken after 2021", "1 longest", "1 win"]
    assert rows[DOUBTED][5] == "not known"
    assert rows[COUNTED][5] == "probably won"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"q": "university"}, [COUNTED, CLASH, BROKEN, DOUBTED]),
        ({"q": "LAW open"}, [OPEN]),
        ({"kind": ["medicine", "law"]}, [ALIVE, OPEN]),
        ({"state": "NY"}, [COUNTED, DOUBTED]),
        ({"streak": "broken"}, [BROKEN]),
        ({"streak": ["alive", "none"]}, [ALIVE, DOUBTED]),
        ({"wins": "2"}, [ALIVE, OPEN]),
        ({"sort": "Name"}, [ALIVE, BROKEN, CLASH, COUNTED, DOUBTED, OPEN]),
        ({"sort": "Most wins", "wins": "1"}, [ALIVE, OPEN, BROKEN, COUNTED, CLASH]),
        ({"family": "PRIZE", "wins": "1"}, [OPEN]),
        ({"kind": "no such kind", "wins": "-1", "sort": "<script>"}, ALL),
    ],
)
def test_a_filter_in_the_address(page: Page, address: dict[str, Any], expected: list[str]) -> None:
    assert names(page("streaks", **address)) == expected


def test_filters_narrow_together(page: Page) -> None:
    assert names(page("streaks", kind="institution", state="NY", wins="1")) == [COUNTED]


def test_choosing_in_a_control_narrows_and_the_answer_follows(page: Page) -> None:
    screen = page("streaks")
    screen.app.multiselect(key="kind").select("law").run()
    assert names(screen) == [OPEN]
    assert screen.answer == "None of 1 school has a streak alive in 2023"
    screen.app.number_input(key="wins").set_value(3).run()
    assert "No school fits this filter" in screen.seen.headings


def test_no_match_says_how_to_get_out(page: Page) -> None:
    screen = page("streaks", q="zzzz")
    assert screen.answer == "No school fits this filter"
    assert ("streaks", "Take all filters off") in screen.seen.links
    assert not screen.app.get("download_button")


def test_a_name_leads_to_its_school(page: Page) -> None:
    assert ("school?school=open-law", "Open School of Law") in page("streaks").seen.links
    assert ("school?school=open-law&family=PRIZE", "Open School of Law") in page("streaks", family="PRIZE").seen.links
