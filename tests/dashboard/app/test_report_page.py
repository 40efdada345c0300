"""Report: the page shows the report as it will be, with its choices in the address."""

from collections.abc import Callable
from typing import Any

Page = Callable[..., Any]


def test_the_report_stands_on_the_page(page: Page) -> None:
    screen = page("report", school="alive-med", year="2023")
    assert screen.answer == "3 wins; current streak: 2 in a row, 2022–2023"
    headings = screen.seen.headings
    assert headings[1:4] == ["Where we stand", "Results of 2023", "The streak"]
    assert "Appendix: the rows" in headings
    assert "Alive School of Medicine won the Example Award in 2023" in screen.seen.text
    assert [row[0] for row in screen.rows("Table 1.")] == ["2018", "2019", "2020", "2021", "2022", "2023"]
    assert 'src="data:image/png;base64,' in screen.html
    assert "<script>" not in screen.html


def test_choices_come_from_the_address(page: Page) -> None:
    screen = page("report", school="open-law", year="2022", sections=["The streak"], families="HEED")
    assert screen.seen.headings[1] == "The streak"
    assert "Wins over time" not in screen.seen.headings


def test_own_paragraphs_and_what_contradicts(page: Page) -> None:
    screen = page("report", school="alive-med", year="2023")
    screen.app.text_area(key="own_paragraphs").set_value("Thanks to <b>all</b> & **more**.").run()
    assert "Thanks to <b>all</b> & more." in screen.seen.text
    screen.app.text_area(key="own_paragraphs").set_value("x" * 60_000).run()
    assert screen.answer == "This report cannot be made"
    assert "own paragraph 1 has 60,000 bytes; at most 51,200" in screen.seen.text


def test_empty_states(page: Page) -> None:
    assert page("report", school="nobody").answer == "There is no school “nobody”"
    future = page("report", school="alive-med", year="2031")
    assert "Nothing is announced for 2031" in future.seen.text


def test_keeping_a_report(page: Page) -> None:
    screen = page("report", school="alive-med", year="2023")
    assert "No kept report yet" in screen.seen.headings
    button = next(one for one in screen.app.button if one.label == "Keep this report")
    button.click().run()
    assert screen.app.success[0].value.startswith("Kept as report 1")
    assert "1 kept report" in screen.seen.headings
    assert "Nothing changed since" in screen.seen.text
