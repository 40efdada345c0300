"""What a newcomer finds: every page says what it is for, and leads to the meaning of the words it uses."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import dashboard
from dashboard.domain.glossary import TERMS
from dashboard.domain.page_purposes import PAGES, PURPOSES
from etl.database import DATABASE_VARIABLE

Page = Callable[..., Any]
HOUSE_WORDS = (
    "institution", "school", "award", "award-family", "cycle", "source", "observation", "claim", "record", "streak",
    "initiative", "load", "refused-row", "unresolved-name", "peer-group",
)  # fmt: skip
"""The words of the schema, the code and the screen."""
SCHOOL = {"school": "alive-med"}
"""The invented data name no own school; pages that are about none leave it aside."""


def files_of_the_bar() -> dict[str, tuple[str, str]]:
    """Title and file by address, as the router has them."""
    text = Path(dashboard.__file__).with_name("app.py").read_text("utf-8")
    found = re.findall(r'"app_pages/(\w+)\.py",\s*title="([^"]+)",\s*url_path="([^"]+)"', text)
    return {address: (title, file) for file, title, address in found}


def test_every_page_of_the_bar_has_its_line() -> None:
    assert {page.address: page.title for page in PAGES} == {
        address: title for address, (title, _) in files_of_the_bar().items()
    }


@pytest.mark.parametrize("address", PURPOSES)
def test_a_page_says_in_its_head_what_it_is_for(page: Page, address: str) -> None:
    screen = page(files_of_the_bar()[address][1], **SCHOOL)
    head = unescape(screen.html.partition("<header")[2].partition("</header>")[0])
    assert PURPOSES[address] in head


def test_the_glossary_tells_what_every_page_is_for(page: Page) -> None:
    rows = page("glossary").rows("Pages and what each is for")
    assert rows == [[one.title, one.purpose] for one in PAGES]


def test_every_word_of_the_house_is_one_click_away_on_a_page_that_uses_it(page: Page) -> None:
    led_to = set()
    for address, (_, file) in files_of_the_bar().items():
        if address != "glossary":
            links = page(file, **SCHOOL).seen.links
            led_to |= {href.removeprefix("glossary?term=") for href, _ in links if href.startswith("glossary?term=")}
    assert set(HOUSE_WORDS) <= led_to
    assert led_to <= set(TERMS)


@pytest.mark.parametrize("name", ["glossary", "rules", "accessibility"])
def test_what_explains_is_there_before_anything_is_loaded(
    page_there: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, f"sqlite:///{tmp_path / 'none.db'}")
    screen = page_there(name)
    assert PURPOSES[name] in unescape(screen.html)
    assert "Nothing is loaded yet." in screen.seen.text
