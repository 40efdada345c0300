"""Sources: loads, refused rows, names that wait; and what stands in for pages without data."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl.database import DATABASE_VARIABLE, engine_for, upgrade

Page = Callable[..., Any]


def test_what_was_loaded_by_whom(page: Page) -> None:
    screen = page("sources")
    assert screen.answer == "4 sources; 1 row refused, 1 name waiting for a person"
    loads = screen.rows("Loads, newest first (10)")
    assert [row[0] for row in loads[:2]] == ["initiatives.csv", "claims.csv"]
    observations = next(row for row in loads if row[0] == "observations.csv")
    assert observations[2:] == ["tests", "13", "12", "0", "1", "7"]


def test_a_refused_row_with_its_reason_and_the_way_to_mend_it(page: Page) -> None:
    screen = page("sources")
    place, reason, cells = screen.rows("Refused rows (1)")[0]
    assert place == "observations.csv, line 13"
    assert reason.startswith("year: ")
    assert "twenty" in reason
    assert "p2 | Broken University |  | HEED | twenty" in cells
    assert "by the command awards refused" in screen.seen.text


def test_a_name_that_waits(page: Page) -> None:
    name, beside, why, could_be = page("sources").rows("Names that wait (1)")[0]
    assert name == "Nobody Knows College 1 row"
    assert beside == "HEED, 2022 the page"
    assert why
    assert could_be


def test_sources_can_be_searched(page: Page) -> None:
    assert [row[0] for row in page("sources", q="list COPY").rows("Sources (1)")] == ["A copy of the list copy"]
    assert [row[0] for row in page("sources", q="magazine").rows("Sources (1)")] == [
        "Winners <script>alert(1)</script>"
    ]
    screen = page("sources")
    screen.app.text_input(key="q").set_value("zzzz").run()
    assert "No source fits this filter" in screen.seen.headings


def test_the_rules_are_those_of_the_document(page: Page) -> None:
    screen = page("rules")
    assert len(screen.rows("Mark, word and meaning of each state")) == 7
    assert "outweigh" in screen.app.markdown[0].value


@pytest.mark.parametrize("name", ["overview", "streaks", "school", "records", "sources"])
@pytest.mark.parametrize("there", ["no file", "tables without rows"])
def test_an_empty_database_says_what_to_do(
    page_there: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, there: str
) -> None:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    if there == "tables without rows":
        upgrade(engine_for(url))
    screen = page_there(name)
    assert screen.answer == "The database is empty"
    assert "awards load data" in screen.seen.text
