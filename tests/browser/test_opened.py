"""What opens: menus of the bar, the drawer of a narrow screen, lists, lines and buttons that open."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.test_reach import LISTED

pytestmark = pytest.mark.browser
Reading = Callable[..., Any]
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


def faults(reader: Any) -> list[str]:
    """What axe finds on the page as it is now."""
    reader.settle()
    reader.page.wait_for_timeout(700)  # what fades, in or while a script runs, has another contrast until it is there
    return axe.faults(reader.page)


@THEMES
def test_menus_of_the_bar(reading: Reading, theme: str) -> None:
    reader = reading(theme=theme)
    reader.open("rules")
    menus = reader.page.get_by_test_id("stTopNavSection")
    assert menus.count() >= 3
    for at in range(menus.count()):
        menus.nth(at).click()
        expect(reader.page.get_by_role("menu")).to_be_visible()
        assert faults(reader) == []
        reader.page.keyboard.press("Escape")
        expect(reader.page.get_by_role("menu")).to_have_count(0)


@THEMES
def test_the_programs_own_menu(reading: Reading, theme: str) -> None:
    reader = reading(theme=theme)
    reader.open("rules")
    reader.page.get_by_role("button", name="Main menu").click()
    assert faults(reader) == []


@THEMES
@pytest.mark.parametrize("width", [375, 320])
def test_the_drawer_of_a_narrow_screen_leads_to_every_page(reading: Reading, theme: str, width: int) -> None:
    reader = reading(width=width, height=700, theme=theme)
    reader.open("rules")
    assert faults(reader) == []
    drawer = reader.page.locator(".aw-menu")
    drawer.locator("summary").click()
    expect(drawer.get_by_role("link", name="Streaks")).to_be_visible()
    assert faults(reader) == []
    names = drawer.get_by_role("link").all_inner_texts()
    assert len(names) == len(set(names)) == len(LISTED), "every page is there, once"
    assert drawer.locator("[aria-current]").all_inner_texts() == ["How it counts"]
    drawer.get_by_role("link", name="Streaks").click()
    expect(reader.page).to_have_url(re.compile("/streaks$"))
    reader.settle()
    expect(reader.page.locator(".aw-pages")).not_to_be_visible()


@pytest.mark.parametrize("width", [769, 1024, 1280, 2560])
def test_on_a_wide_screen_all_stands_in_the_bar(reading: Reading, width: int) -> None:
    reader = reading(width=width)
    reader.open("rules")
    assert not reader.page.locator(".aw-menu").is_visible()
    expect(reader.page.get_by_test_id("stTopNavLink").filter(has_text="Overview")).to_be_visible()


@THEMES
@pytest.mark.parametrize(
    ("path", "role", "name"),
    [
        ("", "combobox", "School"),
        ("streaks", "combobox", "Kind of school"),
        ("initiatives", "combobox", "Compared with"),
        ("", "text", "The same numbers as a table"),
        ("school", "text", "2018: won"),
        ("initiatives", "text", "The same by school"),
        ("streaks", "text", "More formats"),
    ],
)
def test_lists_lines_and_buttons_that_open(reading: Reading, theme: str, path: str, role: str, name: str) -> None:
    reader = reading(theme=theme)
    reader.open(path)
    place = reader.page.get_by_text(name) if role == "text" else reader.page.get_by_role(role, name=name)
    place.first.click()
    if role == "combobox":
        expect(reader.page.get_by_role("option").first).to_be_visible()
    assert faults(reader) == []
