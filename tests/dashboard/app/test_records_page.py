"""Records: a test for each thing that a filter changes."""

from collections.abc import Callable
from typing import Any

import pytest

Page = Callable[..., Any]


def found(screen: Any) -> list[tuple[str, str, str]]:
    """School, year and status of each row."""
    return [(row[0].split(" ")[0], row[1], row[2]) for row in screen.rows("Records by")]


def test_all_records_with_their_counts(page: Page) -> None:
    screen = page("records")
    assert screen.answer == "13 records of 6 schools: 10 won, 1 probably won, 1 not won and 1 not known"
    assert found(screen) == [
        ("Alive", "2019", "won"),
        ("Alive", "2022", "won"),
        ("Alive", "2023", "won"),
        ("Alive", "2023", "won"),  # the tier on top, a family of its own
        ("Broken", "2021", "won sources disagree"),
        ("Broken", "2022", "not won"),
        ("Clash", "2019", "won"),
        ("Counted", "2021", "won"),
        ("Counted", "2022", "probably won"),
        ("Doubted", "2022", "not known"),
        ("Open", "2019", "won"),
        ("Open", "2021", "won"),
        ("Open", "2022", "won"),
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"q": "broken"}, ["Broken 2021", "Broken 2022"]),
        ({"families": "PRIZE"}, ["Open 2022"]),
        ({"status": "probably won"}, ["Counted 2022"]),
        ({"status": ["not won", "not known"]}, ["Broken 2022", "Doubted 2022"]),
        ({"kind": "law"}, ["Open 2019", "Open 2021", "Open 2022"]),
        ({"state": "CA"}, ["Clash 2019"]),
        ({"basis": "own log"}, ["Broken 2022"]),
        ({"basis": "counted claim"}, ["Counted 2022"]),
        ({"families": "STAR"}, ["Alive 2023"]),
        ({"years": ["2023", "2023"], "families": "HEED"}, ["Alive 2023"]),
        ({"conflicts": "true"}, ["Broken 2021"]),
        ({"kind": "medicine", "years": ["2019", "2022"]}, ["Alive 2019", "Alive 2022"]),
    ],
)
def test_a_filter_in_the_address(page: Page, address: dict[str, Any], expected: list[str]) -> None:
    screen = page("records", **address)
    assert [f"{school} {year}" for school, year, _ in found(screen)] == expected
    assert f"{len(expected)} record" in screen.answer


def test_choosing_in_a_control_narrows(page: Page) -> None:
    screen = page("records")
    screen.app.multiselect(key="status").select("not won").run()
    assert found(screen) == [("Broken", "2022", "not won")]
    screen.app.checkbox(key="conflicts").check().run()
    assert "No record fits this filter" in screen.seen.headings


def test_the_year_leads_down_to_the_sources(page: Page) -> None:
    links = page("records", q="open").seen.links
    assert ("school?school=open-law&year=2021", "2021") in links
    assert ("school?school=open-law&family=PRIZE&year=2022", "2022") in links


def test_the_download_counts_the_rows_of_all_pages(page: Page) -> None:
    button = page("records", kind="law").app.get("download_button")[0].proto
    assert button.label == "Download 3 rows (CSV)"
