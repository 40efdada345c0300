"""Journeys with the keyboard alone; what has the focus is seen at every step."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard.palette import LIGHT
from tests.browser.test_reach import FOCUS

pytestmark = pytest.mark.browser
ACCENT = f"rgb({', '.join(str(int(LIGHT.accent[at : at + 2], 16)) for at in (1, 3, 5))})"
MOST_STEPS = 60
SHOWN_AFTER = 400
"""Milliseconds after which a change of focus has faded in."""


def tab_to(reader: Any, role: str, wanted: str) -> None:
    """Press Tab until what has the focus is of that role and called so; each stop on the way must be seen."""
    seen = []
    for _ in range(MOST_STEPS):
        reader.page.keyboard.press("Tab")
        reader.page.wait_for_timeout(SHOWN_AFTER)
        focused = reader.page.evaluate(FOCUS, ACCENT)
        assert focused["shown"], f"nothing shows that {focused['name']!r} has the focus"
        seen.append((focused["role"], focused["name"][:40]))
        if focused["role"] == role and re.search(wanted, focused["name"]):
            return
    pytest.fail(f"Tab never came to {role} {wanted!r}; it came to {seen}")


def test_change_the_school(reader: Any) -> None:
    reader.open()
    tab_to(reader, "combobox", "^School$")
    reader.page.keyboard.type("Johns Hopkins School of Nursing")
    expect(reader.page.get_by_role("option", name="Johns Hopkins School of Nursing")).to_be_visible()
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile(r"\?school=jhu-nursing$"))
    expect(reader.page.locator(".aw-answer")).to_contain_text("Johns Hopkins School of Nursing")


def test_open_a_year(reader: Any) -> None:
    reader.open("school")
    tab_to(reader, "SUMMARY", "2022: won")
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile(r"year=2022$"))
    expect(reader.page.get_by_text("What sources say of 2022")).to_be_visible()


def test_filter_records(reader: Any) -> None:
    reader.open("records")
    before = reader.answer
    tab_to(reader, "INPUT", "^Search$")
    reader.page.keyboard.type("umkc medicine")
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile(r"q=umkc\+medicine|q=umkc%20medicine"))
    expect(reader.page.locator("h1")).not_to_have_text(before)


def test_open_a_menu_and_follow_it(reader: Any) -> None:
    reader.open()
    tab_to(reader, "BUTTON", "^Data$")
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("menuitem", name="Sources")).to_be_visible()
    for _ in range(8):
        if "Sources" in reader.page.evaluate("document.activeElement.innerText"):
            break
        reader.page.keyboard.press("ArrowDown")
        reader.page.wait_for_timeout(SHOWN_AFTER)
        assert reader.page.evaluate(FOCUS, ACCENT)["shown"]
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile("/sources$"))
    expect(reader.page.locator("h1")).to_contain_text("source")


def test_escape_closes_a_menu_and_the_focus_stays(reader: Any) -> None:
    reader.open()
    tab_to(reader, "BUTTON", "^Help$")
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("menu")).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("menu")).to_have_count(0)
    assert reader.page.evaluate("document.activeElement.innerText").strip() == "Help"
