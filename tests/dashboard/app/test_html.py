"""Pieces of pages as HTML: what they say, and that nothing from a file becomes HTML."""

from collections.abc import Callable
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.links import is_web, page_address, school_address, web_link
from dashboard.components.table import Column, Html, table_html
from dashboard.components.year_strip import legend_html, strip_html
from dashboard.domain.statuses import WORDS
from dashboard.domain.streaks import YearCell

Read = Callable[[str], Any]
CELLS = (
    YearCell(2019, "won", tiers=("DIVERSITY-CHAMPION",), why="announced (1 source)"),
    YearCell(2020, "no_award"),
    YearCell(2021, "not_won", conflict=True),
    YearCell(2022, "unknown"),
)


def test_a_strip_tells_every_year_in_words(read: Read) -> None:
    assert read(strip_html(CELLS)).text.split("\n")[:4] == [
        "2019: won, Diversity Champion on top",
        "2020: no award held",
        "2021: not won, sources disagree",
        "2022: not known",
    ]


@pytest.mark.parametrize("status", WORDS)
def test_a_tile_bears_the_mark_of_its_status(status: str) -> None:
    html = strip_html([YearCell(2020, status)])
    assert f'<span class="aw-mark">{WORDS[status].mark}</span>' in html
    assert html.count(f'class="aw-{status}"') == 1


def test_cells_lead_where_the_address_says(read: Read) -> None:
    html = strip_html(CELLS, lambda cell: school_address("a-b", year=cell.year) if cell.status == "won" else None)
    assert [href for href, _ in read(html).links] == ["school?school=a-b&year=2019"]


def test_a_legend_explains_the_marks_that_occur_and_no_others(read: Read) -> None:
    words = [line for line in read(legend_html(CELLS)).text.split("\n") if line]
    assert words == ["won", "not won", "no award held", "not known", "tier on top of a win", "sources disagree"]


def test_a_table_has_caption_heads_and_names_for_its_rows(read: Read) -> None:
    html = table_html("Two rows", (Column("Name"), Column("Wins", number=True)), [("A", 1), ("B", None)])
    assert read(html).tables == {"Two rows": [["Name", "Wins"], ["A", "1"], ["B", ""]]}
    assert html.count('<th scope="row" role="rowheader">') == 2
    assert html.count('<th scope="col"') == 2


def test_a_row_with_too_few_cells_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        table_html("Broken", (Column("A"), Column("B")), [("only one",)])


@given(st.text())
def test_values_never_become_html(value: str) -> None:
    html = table_html("Any", (Column("A"),), [(value,)])
    assert f'<th scope="row" role="rowheader">{escape(value)}</th>' in html
    assert Html("<b>").html == "<b>"


@given(st.text() | st.sampled_from(["javascript:alert(1)", "data:text/html,x", "//host/x", "http:", "HTTP://a.b/c"]))
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    html = web_link(url, "text")
    assert (html == "text") == (not is_web(url))
    assert "javascript:" not in html
    if is_web(url):
        assert html == f'<a href="{escape(url)}">text</a>'


@pytest.mark.parametrize(
    ("url", "web"),
    [
        ("https://a.example/x?y=1", True),
        ("http://a.example", True),
        ("ftp://a.example", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_what_is_an_address_of_the_web(url: str, web: bool) -> None:
    assert is_web(url) is web


def test_addresses_leave_out_what_is_default() -> None:
    assert school_address("umkc-som") == "school?school=umkc-som"
    assert school_address("x", "LEAD", 2024) == "school?school=x&family=LEAD&year=2024"
    assert page_address("streaks", q="a & b", kind=None) == "streaks?q=a+%26+b"
