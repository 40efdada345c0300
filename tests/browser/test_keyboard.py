"""Journeys with the keyboard alone; what has the focus is seen at every step."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FileChooser, expect

from dashboard.palette import LIGHT
from tests.browser.conftest import serve, stop
from tests.browser.test_loading import HEAD
from tests.browser.test_reach import FOCUS

pytestmark = pytest.mark.browser
ACCENT = f"rgb({', '.join(str(int(LIGHT.accent[at : at + 2], 16)) for at in (1, 3, 5))})"
MOST_STEPS = 60
SHOWN_AFTER = 400
"""Milliseconds after which a change of focus has faded in."""


LOOKS = 20
"""How often is looked within that time."""


def focus(reader: Any) -> dict[str, Any]:
    """What has the focus, as soon as that is seen; where nothing shows it, as it is after a while."""
    found: dict[str, Any] = reader.page.evaluate(FOCUS, ACCENT)
    for _ in range(LOOKS):
        if found["shown"]:
            break
        reader.page.wait_for_timeout(SHOWN_AFTER / LOOKS)
        found = reader.page.evaluate(FOCUS, ACCENT)
    return found


def tab_to(reader: Any, role: str, wanted: str, most: int = MOST_STEPS) -> None:
    """Press Tab until what has the focus is of that role and called so; each stop on the way must be seen."""
    seen = []
    for _ in range(most):
        reader.page.keyboard.press("Tab")
        focused = focus(reader)
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
        assert focus(reader)["shown"]
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


@pytest.fixture(scope="module")
def office(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The program over a copy of the shipped data that these journeys change."""
    folder = tmp_path_factory.mktemp("keyboard")
    shutil.copyfile(shipped_file, folder / "awards.db")
    started = serve(folder / "awards.db", folder / "log.txt")
    yield started
    stop(started)


def press(reader: Any, key: str) -> None:
    """Press a key and let the page answer."""
    reader.page.keyboard.press(key)
    reader.page.wait_for_timeout(SHOWN_AFTER)


def test_the_first_stop_leads_past_the_bar(reader: Any) -> None:
    reader.open("streaks")
    tab_to(reader, "A", "^Skip to main content$", most=1)
    expect(reader.page.get_by_role("link", name="Skip to main content")).to_be_in_viewport()
    press(reader, "Enter")
    assert reader.page.evaluate("document.activeElement.tagName") == "MAIN"
    press(reader, "Tab")
    assert reader.page.evaluate("document.activeElement.innerText") == "streak", "the first word under the answer"


def test_load_a_file(reading: Any, office: Any) -> None:
    reader = reading(over=office)
    asked: list[FileChooser] = []
    # Before the page is open: the browser is then told in time to leave the choice of a file to us.
    reader.page.on("filechooser", lambda chooser: asked.append(chooser))  # noqa: PLW0108  no builtin is taken there
    reader.open("load")
    tab_to(reader, "BUTTON", "Upload")
    press(reader, "Enter")
    assert len(asked) == 1, "the key opens the system's window that chooses a file"
    wins = f"{HEAD}UMKC School of Medicine,,HP-HEED,2024,https://x.example/1\n"
    asked[0].set_files([{"name": "wins.csv", "mimeType": "text/csv", "buffer": wins.encode()}])
    expect(reader.page.locator("h1")).to_have_text("1 file with 1 row; nothing is loaded yet")
    reader.settle()
    tab_to(reader, "BUTTON", "^Load 1 row$")
    press(reader, "Enter")
    expect(reader.page.get_by_role("heading", name="Loaded: 1 row new")).to_be_visible(timeout=60_000)


def test_answer_a_name_in_review(reading: Any, office: Any) -> None:
    reader = reading(over=office)
    reader.open("review")
    waiting = int(reader.answer.split()[0])
    tab_to(reader, "INPUT", "^Amherst College")
    press(reader, "Space")
    press(reader, "ArrowDown")
    expect(reader.page.get_by_role("radio", name=re.compile("^University of Massachusetts"))).to_be_checked()
    reader.settle()
    tab_to(reader, "INPUT", "^Why, in a few words")
    reader.page.keyboard.type("it says so elsewhere")
    tab_to(reader, "BUTTON", "^Keep this answer$")
    press(reader, "Enter")
    expect(reader.page.locator("h1")).to_contain_text(f"{waiting - 1} name")


def test_enter_an_application(reading: Any, office: Any) -> None:
    reader = reading(over=office)
    reader.open("applications")
    tab_to(reader, "combobox", "^Status$")
    reader.page.keyboard.type("drafting")
    press(reader, "Enter")
    tab_to(reader, "INPUT", "^Owner$")
    reader.page.keyboard.type("Dr. Example")
    tab_to(reader, "BUTTON", "^Enter it$")
    press(reader, "Enter")
    expect(reader.page.locator(".stAlert")).to_contain_text(re.compile("Entered: HP-HEED 20.. drafting"))


def test_make_a_peer_group(reading: Any, office: Any) -> None:
    reader = reading(over=office)
    reader.open("peers")
    tab_to(reader, "INPUT", "^Name of the group$")
    reader.page.keyboard.type("By keyboard")
    tab_to(reader, "INPUT", "^Reason")
    reader.page.keyboard.type("the ten nearest")
    tab_to(reader, "BUTTON", "^Freeze this group$")
    press(reader, "Enter")
    expect(reader.page.locator(".stAlert")).to_contain_text("The peer group “By keyboard” is frozen: 10 schools")
    expect(reader.page).to_have_url(re.compile(r"group=By(\+|%20)keyboard"))


def test_check_a_draft(reader: Any) -> None:
    reader.open("fact-check")
    tab_to(reader, "TEXTAREA", "^Or paste its text$")
    reader.page.keyboard.type("UMKC School of Medicine received the 2023 Health Professions HEED Award.")
    tab_to(reader, "BUTTON", "^Check the draft$")
    press(reader, "Enter")
    expect(reader.page.locator("h1")).to_contain_text("1 statement")


@pytest.mark.parametrize(("way", "ending"), [("^Download 988 rows", "csv"), ("^CSV with its passport", "zip")])
def test_take_an_export_along(reader: Any, way: str, ending: str) -> None:
    reader.open("records")
    if ending == "zip":
        tab_to(reader, "SUMMARY", "More formats$")
        press(reader, "Enter")
    tab_to(reader, "BUTTON", way, most=1 if ending == "zip" else MOST_STEPS)  # what has opened comes next
    with reader.page.expect_download() as waiting:
        reader.page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(f".{ending}")
