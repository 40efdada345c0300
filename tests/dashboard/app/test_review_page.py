"""Review: a name that waits is answered, the rows follow, and the answer can be taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Page = Callable[..., Any]
STRANGE = "Nobody Knows College"


@pytest.fixture
def page(own_database: Path, page_there: Page) -> Page:
    """Opens pages over a copy of the invented data, which answers may change."""
    return page_there


def press(screen: Any, label: str) -> None:
    next(button for button in screen.app.button if button.label == label).click().run()


def choose(screen: Any, question: str, answer: str) -> None:
    radio = next(radio for radio in screen.app.radio if radio.label == question)
    radio.set_value(next(option for option in radio.options if option.startswith(answer))).run()


def test_a_name_is_shown_with_all_it_was_printed_beside(page: Page) -> None:
    screen = page("review")
    assert screen.answer == "1 name waits, with 1 row"
    assert f"“{STRANGE}”" in screen.seen.headings
    assert "HEED, 2022 · the page" in screen.seen.text
    (where,) = [radio for radio in screen.app.radio if radio.label == "Where does the answer hold?"]
    assert where.options == ["on pages of magazine.example", "on this page", "wherever it is printed"]


def test_another_school_is_found_and_kept_and_taken_back(page: Page) -> None:
    screen = page("review")
    choose(screen, "What is meant?", "Another school")
    screen.app.text_input[0].set_value("broken").run()
    screen.app.selectbox[1].set_value("broken-univ").run()
    screen.app.text_input[1].set_value("its old name").run()
    press(screen, "Keep this answer")
    assert [box.value for box in screen.app.success] == ["Kept. 1 fewer name waits."]
    assert screen.answer == "No name waits"
    (given,) = screen.rows("Answers, newest first")
    assert given[:4] == [STRANGE, "Broken University", "on pages of magazine.example", "its old name"]
    press(screen, "Take it back")
    assert screen.answer == "1 name waits, with 1 row"


def test_nothing_is_kept_before_something_is_chosen(page: Page) -> None:
    screen = page("review")
    press(screen, "Keep this answer")
    assert [box.value for box in screen.app.error] == ["Not kept: choose first what is meant"]
    assert screen.answer == "1 name waits, with 1 row"


def test_a_name_that_is_no_school_leaves_the_queue(page: Page) -> None:
    screen = page("review")
    choose(screen, "What is meant?", "Not a school")
    press(screen, "Keep this answer")
    assert screen.answer == "No name waits"
    assert screen.rows("Answers, newest first")[0][1] == "not a school"


def test_an_answer_that_is_not_whole_is_not_kept_and_says_why(page: Page) -> None:
    screen = page("review")
    choose(screen, "What is meant?", "A new school")
    press(screen, "Keep this answer")
    assert [box.value for box in screen.app.error] == ["Not kept: choose the university that it belongs to"]
    assert screen.answer == "1 name waits, with 1 row"
    choose(screen, "What is meant?", "Another school")
    press(screen, "Keep this answer")
    assert [box.value for box in screen.app.error] == ["Not kept: choose the school that is meant"]


def test_the_name_in_the_address_is_the_one_that_is_asked_about(page: Page) -> None:
    key = page("review").app.selectbox(key="name").value
    assert page("review", name=key).app.selectbox(key="name").value == key
    assert page("review", name="no such name").app.selectbox(key="name").value == key
