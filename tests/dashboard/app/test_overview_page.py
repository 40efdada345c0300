"""Overview: a test for each thing that a choice changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dashboard.components.year_strip import inferred_html
from dashboard.domain.streaks import YearCell
from dashboard.queries.schools import own_school
from etl.database import engine_for

Page = Callable[..., Any]


def test_the_answer_stands_first(page: Page) -> None:
    screen = page("overview", school="alive-med")
    assert screen.answer == "3 wins; current streak: 2 in a row, 2022–2023"
    assert "Streak alive" in screen.seen.text
    assert "2023: won, Star on top" in screen.seen.text


def test_an_open_streak_is_not_called_current(page: Page) -> None:
    screen = page("overview", school="open-law")
    assert screen.answer == "2 wins, 2 in a row through 2021; 2022 and 2023 not known"
    assert "Streak open" in screen.seen.text
    assert "alive" not in screen.seen.text.replace("Neither alive", "").lower()


def test_a_broken_streak_is_zero_now(page: Page) -> None:
    screen = page("overview", school="broken-univ")
    assert screen.answer == "1 win, in 2021; no current streak: 2022 not won"
    assert "Streak broken" in screen.seen.text


def test_cells_lead_to_the_year_of_the_school(page: Page) -> None:
    links = dict(page("overview", school="open-law").seen.links)
    assert "school?school=open-law&year=2021" in links


def test_the_family_in_the_address_is_asked_for(page: Page) -> None:
    screen = page("overview", school="open-law", family="PRIZE")
    assert screen.answer.startswith("1 win; current streak: 1 year, 2022")
    assert "school?school=open-law&family=PRIZE&year=2022" in dict(screen.seen.links)


def test_choosing_a_family_changes_the_answer(page: Page) -> None:
    screen = page("overview", school="open-law")
    screen.app.selectbox(key="family").select("PRIZE").run()
    assert screen.answer.startswith("1 win; current streak: 1 year, 2022")


def test_choosing_a_school_changes_answer_and_address(page: Page) -> None:
    screen = page("overview", school="open-law")
    screen.app.selectbox(key="chosen_school").select("alive-med").run()
    assert screen.answer.startswith("3 wins")
    assert screen.app.query_params["school"] == "alive-med"


def test_coverage_names_its_denominator(page: Page) -> None:
    screen = page("overview", school="open-law")
    assert "We hold 2 of the 10 wins printed for 2022–2023 (20%)" in screen.seen.headings
    chart = screen.app.get("plotly_chart")[0].proto
    assert chart.alt.startswith("We hold 2 of the 10 wins printed for 2022–2023 (20%). Bars by award year")
    assert "2022 1 of 4; 2023 1 of 6" in chart.alt


def test_the_table_under_the_chart_is_made_when_it_is_opened(page: Page) -> None:
    caption = "Wins we hold and winners as printed, by award year"
    assert caption not in page("overview", school="open-law").seen.tables
    assert page("overview", school="open-law", totals="true").rows(caption) == [
        ["2018", "HEED", "0", "–", "", "no total is printed"],
        ["2019", "HEED", "3", "–", "", "no total is printed"],
        ["2020", "HEED", "0", "–", "", "no award held"],
        ["2021", "HEED", "3", "–", "", "no total is printed"],
        ["2022", "HEED", "1", "4", "25%", "4 (1 source)"],
        ["2023", "HEED", "1", "6", "17%", "6 (1 source) and 5 (1 source): the publisher's own number"],
    ]


def test_an_unknown_school_is_answered_with_those_that_may_be_meant(page: Page) -> None:
    screen = page("overview", school="alive-medd")
    assert screen.answer == "There is no school “alive-medd”"
    assert ("./?school=alive-med", "Alive School of Medicine") in screen.seen.links
    assert not screen.app.selectbox


def test_an_own_school_that_nobody_loaded_says_how_to_set_it(page: Page) -> None:
    screen = page("overview")
    assert screen.answer == "There is no school “umkc-som”"
    assert "awards own-school ID" in screen.seen.text


def test_a_school_becomes_the_own_one(own_database: Path, page_there: Page) -> None:
    screen = page_there("overview", school="open-law")
    screen.app.button[0].click().run()
    assert own_school(engine_for(f"sqlite:///{own_database}").connect()) == "open-law"
    assert "school" not in screen.app.query_params
    assert screen.answer.startswith("2 wins")
    assert not screen.app.button, "the own school needs no button"
    assert page_there("overview").answer.startswith("2 wins")


def test_a_new_load_shows_at_once(own_database: Path, page_there: Page, tmp_path: Path) -> None:
    from etl.pipeline import load

    screen = page_there("overview", school="open-law")
    more = tmp_path / "more.csv"
    more.write_text(
        "school_as_printed,award,year,source_url\nOpen School of Law,HEED,2022,https://more.example/x\n", "utf-8"
    )
    load(engine_for(f"sqlite:///{own_database}"), [more], by="tests")
    screen.app.run()
    assert screen.answer.startswith("3 wins, 3 in a row through 2022")


def test_the_foot_tells_the_data_version(page: Page) -> None:
    assert "Data version 10 of " in page("overview", school="open-law").seen.text


def test_years_not_won_by_inference_are_told_as_such() -> None:
    years = [YearCell(year, "not_won", basis="claim") for year in (2019, 2020)]
    others = [YearCell(2021, "not_won", basis="own_log"), YearCell(2022, "won"), YearCell(2023, "unknown")]
    assert "No source says outright that 2019 and 2020 were not won" in inferred_html([*years, *others])
    assert inferred_html(others) == ""
