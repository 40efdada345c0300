"""Journeys through the dashboard, as people take them."""

import csv
import io
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
Reading = Callable[..., Any]
PAGES = {
    "overview": "",
    "streaks": "streaks",
    "school": "school?year=2018&year=2023",
    "records": "records",
    "review": "review",
    "sources": "sources",
    "rules": "rules",
}


def test_first_start_builds_the_database_and_answers(reader: Any) -> None:
    assert "First start" in reader.server.said
    reader.open()
    assert reader.answer == "3 wins, 2 in a row through 2023; 2024 and 2025 not known"
    assert reader.page.locator(".aw-state").inner_text() == "Streak open"
    cells = reader.page.locator(".aw-strip li").all_inner_texts()
    assert len(cells) == 14
    assert [cell for cell in cells if "won" in cell and "not won" not in cell] == [
        cell for cell in cells if re.search("2018|2022|2023", cell)
    ]
    expect(reader.page.locator(".js-plotly-plot")).to_be_visible()
    assert reader.abroad == []
    assert reader.errors == []


def test_a_second_start_serves_at_once(server: Any, start: Callable[..., Any]) -> None:
    began = time.monotonic()
    second = start(server.database)
    took = time.monotonic() - began
    assert "First start" not in second.said
    assert took < 30, "nothing is loaded again"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_fails_or_asks_another_host(reader: Any, name: str) -> None:
    reader.open(PAGES[name])
    assert reader.page.locator(".stException").count() == 0
    assert reader.page.locator("h1").count() == 1
    assert reader.abroad == []
    assert reader.errors == []


def test_a_filter_goes_to_the_address_and_survives_reload(reader: Any) -> None:
    reader.open("streaks")
    everyone = reader.answer
    kinds = reader.page.get_by_role("combobox", name="Kind of school")
    kinds.fill("medicine")
    reader.page.get_by_role("option", name="medicine", exact=True).click()
    expect(reader.page).to_have_url(re.compile(r"/streaks\?kind=medicine$"))
    expect(reader.page.locator("h1")).not_to_have_text(everyone)
    medicine = reader.answer
    reader.page.keyboard.press("Escape")
    reader.page.get_by_label("Wins at least").fill("2")
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile("wins=2"))
    expect(reader.page.locator("h1")).not_to_have_text(medicine)
    reader.settle()
    answer, rows = reader.answer, reader.table("Schools sorted by")
    assert rows
    assert all("\nmedicine," in row[0] and int(row[-1]) >= 2 for row in rows)
    reader.page.reload()
    reader.settle()
    assert (reader.answer, reader.table("Schools sorted by")) == (answer, rows)


def test_a_page_of_rows_goes_to_the_address(reader: Any) -> None:
    reader.open("streaks")
    first = reader.table("Schools sorted by")
    reader.page.get_by_role("button", name="Page 2").click()
    expect(reader.page).to_have_url(re.compile(r"page=2$"))
    reader.settle()
    expect(reader.page.locator("caption")).to_contain_text("26–50 of")
    second = reader.table("Schools sorted by")
    assert len(first) == len(second) == 25
    assert not {row[0] for row in first} & {row[0] for row in second}


def test_a_school_goes_to_the_address_by_its_key(reader: Any) -> None:
    reader.open()
    school = reader.page.get_by_role("combobox", name="School")
    school.click()
    school.fill("Johns Hopkins School of Nursing")
    reader.page.get_by_role("option", name="Johns Hopkins School of Nursing").click()
    expect(reader.page).to_have_url(re.compile(r"\?school=jhu-nursing$"))
    reader.settle()
    expect(reader.page.locator(".aw-answer")).to_contain_text("Johns Hopkins School of Nursing")
    reader.page.go_back()
    expect(reader.page.locator(".aw-answer")).to_contain_text("UMKC School of Medicine")


def test_a_record_opens_down_to_its_source(reader: Any) -> None:
    reader.open("records?q=umkc+medicine&status=won")
    reader.page.get_by_role("link", name="2018", exact=True).click()
    expect(reader.page).to_have_url(re.compile(r"/school\?school=umkc-som&year=2018$"))
    reader.settle()
    rows = reader.table("What sources say of 2018")
    assert len(rows) == 3
    links = reader.page.locator("table").filter(has_text="What sources say of 2018").locator("a")
    assert all(href.startswith("http") for href in links.evaluate_all("links => links.map(link => link.href)"))
    assert [href for href in links.evaluate_all("links => links.map(link => link.href)") if "umkc.edu" in href]


def test_opened_years_stand_in_the_address_and_survive_reload(reader: Any) -> None:
    reader.open("school?year=2018")
    reader.page.get_by_text("● 2022: won").click()
    expect(reader.page).to_have_url(re.compile(r"year=2018&year=2022$"))
    expect(reader.page.get_by_text("What sources say of 2022")).to_be_visible()
    reader.page.reload()
    reader.settle()
    expect(reader.page.get_by_text("What sources say of 2022")).to_be_visible()
    expect(reader.page.get_by_text("What sources say of 2018")).to_be_visible()
    reader.page.get_by_text("● 2018: won").click()
    expect(reader.page).to_have_url(re.compile(r"\?year=2022$"))


def downloaded(reader: Any, folder: Path) -> tuple[str, list[dict[str, str]]]:
    """Name and rows of the file that the page hands over."""
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name="Download").click()
    waiting.value.save_as(folder / "file.csv")
    raw = (folder / "file.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "spreadsheets read UTF-8 only behind a BOM"
    return waiting.value.suggested_filename, list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_the_downloaded_records_are_those_on_the_screen(reader: Any, tmp_path: Path) -> None:
    reader.open("records?kind=nursing&years=2019&years=2021")
    rows = reader.table("Records by")
    name, saved = downloaded(reader, tmp_path)
    assert re.fullmatch(r"records_nursing_2019-2021_\d{4}-\d\d-\d\d_v\d+\.csv", name)
    assert [(row["school"], row["year"], row["n_sources"], row["why"]) for row in saved] == [
        (row[0].split("\n")[0], row[1], row[5], row[6]) for row in rows
    ]
    assert len(saved) == int(re.search(r"^\d+", reader.answer)[0])


def test_the_downloaded_streaks_are_those_on_the_screen(reader: Any, tmp_path: Path) -> None:
    reader.open("streaks?kind=medicine&sort=Most+wins")
    rows = reader.table("Schools sorted by")
    name, saved = downloaded(reader, tmp_path)
    assert name.startswith("streaks_HEED_medicine_by-most-wins_")
    assert [(row["school"], row["longest_n"], row["wins"]) for row in saved[: len(rows)]] == [
        (row[0].split("\n")[0], row[-2], row[-1]) for row in rows
    ]
    own = next(row for row in saved if row["school_id"] == "umkc-som")
    assert (own["2018"], own["2023"], own["2024"]) == ("won", "won", "unknown")
    assert (own["streak"], own["current_n"], own["current_to"]) == ("open", "2", "2023")


@pytest.mark.parametrize(
    "address", ["school?school=nobody", "?school=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "?school=" + "x" * 10_000]
)
def test_an_unknown_school_gets_a_helpful_page(reader: Any, address: str) -> None:
    reader.open(address)
    assert reader.answer.startswith("There is no school “")
    assert reader.page.get_by_role("link", name="All schools").count() == 1
    assert reader.errors == []


def test_an_empty_database_says_what_to_do(start: Callable[..., Any], reading: Reading, tmp_path: Path) -> None:
    empty = start(tmp_path / "empty.db", AWARDS_START_EMPTY="1")
    reader = reading(over=empty)
    reader.page.goto(empty.address)
    expect(reader.page.locator("h1")).to_have_text("The database is empty")
    expect(reader.page.locator("main, .stMain").first).to_contain_text("awards load data")
