"""Applications in a real browser: from the empty page to a settled conflict, within reach of everybody."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.axe import faults

pytestmark = pytest.mark.browser
Reading = Callable[..., Any]
TABS = ("", "?tab=Log", "?tab=Answers", "?tab=Plan")


@pytest.fixture
def over(tmp_path: Path, server: Any, start: Callable[..., Any]) -> Any:
    """A program of its own over a copy of the shipped data, which the journey changes."""
    for ending in ("", "-wal", "-shm"):
        if (original := server.database.with_name(server.database.name + ending)).exists():
            shutil.copyfile(original, tmp_path / f"own.db{ending}")
    return start(tmp_path / "own.db")


def kept(reader: Any, says: str) -> None:
    """Wait until the page says so."""
    expect(reader.page.locator(".stAlert").get_by_text(re.compile(says))).to_be_visible()
    reader.settle()


def choose(reader: Any, label: str, option: str) -> None:
    reader.page.get_by_role("combobox", name=label, exact=True).click()
    reader.page.get_by_role("option", name=option, exact=True).click()


def type_day(reader: Any, label: str, digits: str) -> None:
    """A day as yyyymmdd, typed into the parts of its field."""
    reader.page.get_by_role("spinbutton", name=f"year, {label}").click()
    reader.page.keyboard.type(digits)
    reader.page.keyboard.press("Escape")


def first_entry(reader: Any) -> None:
    reader.open("applications")
    assert reader.answer == "No application is in the log yet"
    reader.page.get_by_label("Owner", exact=True).fill("Dr. Example")
    reader.page.get_by_role("button", name="Enter it").click()
    kept(reader, "Entered: HP-HEED 20.. planned")


def test_the_journey_from_the_first_entry_to_a_settled_conflict(reading: Reading, over: Any) -> None:
    one, other = reading(over=over), reading(over=over)
    first_entry(one)
    expect(one.page).to_have_url(re.compile("tab=Log"))
    year = re.search(r"HP-HEED (20\d\d)", one.answer)[1]  # type: ignore[index]

    one.page.get_by_role("tab", name="Plan").click()
    choose(one, "Award of the cycle", "Health Professions HEED")
    type_day(one, "Deadline on", f"{year}1231")
    one.page.get_by_role("button", name="Keep the days").click()
    kept(one, f"HP-HEED {year} is due on {year}-12-31")
    assert f"the {year} HP-HEED application is due in" in one.answer

    for reader in (one, other):
        reader.open(f"applications?tab=Log&application=HP-HEED+{year}")
    choose(one, "Status", "drafting")
    one.page.get_by_role("button", name="Enter it").click()
    kept(one, "drafting, as of")
    choose(other, "Status", "submitted")
    other.page.get_by_role("button", name="Enter it").click()
    expect(other.page.get_by_role("alert").get_by_text("was changed meanwhile by tests")).to_be_visible()
    assert other.table(f"HP-HEED {year}: what was entered meanwhile")[0] == ["Status", "drafting", "submitted"]
    other.page.get_by_role("button", name="Load theirs").click()
    expect(other.page.get_by_role("alert")).to_have_count(0)
    other.settle()

    other.open("applications")
    other.page.get_by_text("This step is done").click()
    other.page.get_by_role("button", name="Keep the step").click()
    kept(other, "Data request, .* is done")
    assert other.table("Steps, overdue first")[-1][0] == "Data request"
    feed = other.page.request.get(f"{over.address}/calendar.ics?school=umkc-som")
    assert len(Calendar.from_ical(feed.body()).walk("VEVENT")) == 4
    assert one.errors == other.errors == []
    assert one.abroad == other.abroad == []


def test_every_tab_is_within_reach_in_both_themes_and_on_a_narrow_screen(reading: Reading, over: Any) -> None:
    first_entry(reading(over=over))
    found = {}
    for theme, width in (("light", 320), ("dark", 1280)):
        reader = reading(theme=theme, width=width, over=over)
        for tab in TABS:
            reader.open(f"applications{tab}")
            told = faults(reader.page)
            beyond = reader.page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
            levels = reader.page.locator("h1, h2, h3").evaluate_all("all => all.map(one => +one.tagName[1])")
            if told or beyond > 0 or levels[0] != 1 or levels.count(1) != 1:
                found[theme, width, tab] = (told, beyond, levels)
    assert found == {}
