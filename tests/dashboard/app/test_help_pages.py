"""Glossary, accessibility and the words that every page leads to."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.components.contact import CONTACT_VARIABLE
from dashboard.domain.accessibility import TESTED
from dashboard.domain.glossary import TERMS

Page = Callable[..., Any]
PAGES = ("overview", "school", "streaks", "initiatives", "rules")


def test_the_glossary_has_every_word(page: Page) -> None:
    screen = page("glossary")
    assert [row[0] for row in screen.rows("Words and what they mean")] == [one.word for one in TERMS.values()]
    assert [row[0] for row in screen.rows("States by mark and word")][:3] == ["won", "probably won", "not won"]


def test_a_word_in_the_address_stands_first(page: Page) -> None:
    assert page("glossary", term="streak").answer == "Streak: what the word means here"
    assert page("glossary", term="not-won").answer == "Not won: what the word means here"


@pytest.mark.parametrize("nonsense", ["<script>x</script>", "x" * 10_000])
def test_a_word_that_is_none(page: Page, nonsense: str) -> None:
    screen = page("glossary", term=nonsense)
    assert screen.answer == f"{len(TERMS)} words and seven states"
    assert f"There is no word “{nonsense[:60]}” in the glossary" in screen.seen.text
    assert "<script>" not in screen.html


@pytest.mark.parametrize("name", PAGES)
def test_a_page_leads_to_the_words_it_uses(page: Page, name: str) -> None:
    address = {} if name == "rules" else {"school": "alive-med"}
    links = {text: href for href, text in page(name, **address).seen.links}
    assert links["What do these words mean?"] == "glossary"
    words = {text: href for text, href in links.items() if href.startswith("glossary?term=")}
    assert words
    assert all(href.removeprefix("glossary?term=") in TERMS for href in words.values())


def test_the_statement_says_what_the_tests_do_and_no_more(page: Page) -> None:
    screen = page("accessibility")
    assert screen.answer == "Made to meet WCAG 2.1, levels A and AA; tested by program, not yet by people"
    assert screen.rows("Tests and what they find") == [list(row) for row in TESTED]
    assert "What is known to be open" in screen.seen.headings


@pytest.mark.parametrize(
    ("contact", "said", "href"),
    [
        ("", "Tell the office that gave you the address of these pages", None),
        ("office@school.example", "Write to office@school.example.", "mailto:office@school.example"),
        ("https://school.example/help", "Write to https://school.example/help.", "https://school.example/help"),
        ("room 12, <b>Mondays</b>", "Write to room 12, <b>Mondays</b>.", None),
        ("javascript:alert(1)", "Write to javascript:alert(1).", None),
    ],
)
def test_a_barrier_is_reported_to_the_office(
    page: Page, monkeypatch: pytest.MonkeyPatch, contact: str, said: str, href: str | None
) -> None:
    monkeypatch.setenv(CONTACT_VARIABLE, contact)
    screen = page("accessibility")
    assert said in screen.seen.text
    assert "<b>Mondays" not in screen.html
    assert [link for link, _ in screen.seen.links if link.startswith(("mailto:", "javascript:", "https://school"))] == (
        [href] if href else []
    )
