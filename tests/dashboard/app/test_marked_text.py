"""A text with marked places: the text itself, and nothing else, stands on the screen."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.marked_text import AROUND, WHOLE, Mark, marked_html


def shown(html: str) -> str:
    """The words that are shown, without labels."""
    words = html.partition('<div class="aw-words">')[2].removesuffix("</div></div>")
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r" <b>[^<]*</b>", "", words)))


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_marks_leave_the_text_as_it_is(text: str, places: list[tuple[int, int]]) -> None:
    marks = [Mark(start, min(end, len(text)), "n") for start, end in places]
    assert shown(marked_html("Text", text, marks)) == text


def test_marks_hold_their_words_and_overlapping_ones_are_left_out() -> None:
    html = marked_html("Text", "won <2023> again", [Mark(4, 10, "1", "x"), Mark(5, 16, "2")])
    assert '<mark class="aw-found x">&lt;2023&gt; <b>1</b></mark> again' in html
    assert html.count("<mark") == 1


def test_of_a_long_text_what_stands_around_the_marks_is_shown() -> None:
    text = "a" * WHOLE + "HERE" + "b" * WHOLE
    assert shown(marked_html("Text", text, [Mark(WHOLE, WHOLE + 4, "1")])) == "a" * AROUND + "HERE" + "b" * AROUND
