"""The answer about one school, and beside it the choice of school and family.

The answer (sentence, year strip, figures) is one piece of HTML, sent first: the address says which school and family it
is about before any control is drawn.
"""

from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame, school_picker
from dashboard.components.figures import figures_html
from dashboard.components.first_sight import let_be_drawn
from dashboard.components.pictures import strip_buttons
from dashboard.components.school_picker import Choice
from dashboard.components.streak_words import figures, state_words
from dashboard.components.year_strip import inferred_html, legend_html, strip_html
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.streaks import SchoolStreaks, YearCell, answer_sentence
from dashboard.queries.streaks import streaks

PAUSE_SECONDS: Final = 0.2
TERMS: Final = ("streak", "award-family", "award-year", "tier")
Address = Callable[[Choice, YearCell], str | None]
"""Where a year of the strip leads; None: nowhere."""


def show_answer(
    page: str,
    *,
    terms: tuple[str, ...] = (),
    address: Address = lambda _choice, _cell: None,
    beside: Callable[[Choice], None] = lambda _choice: None,
) -> Choice | None:
    """Draw the answer on `page` (a key of `PURPOSES`) and the controls beside it; returns what they choose.

    `terms` are words of the glossary beside `TERMS`; `beside` draws more under the controls. None: there is no such
    school, and the page says so.
    """
    answer_place, choice_place = st.columns([7, 2], gap="large")
    place = answer_place.empty()
    asked = school_picker.asked_for()
    if asked:
        place.html(_html(asked, page, address, terms))
        let_be_drawn("answer", PAUSE_SECONDS)
    with choice_place:
        choice = school_picker.choose()
        if choice:
            strip_buttons(streaks_of(choice))
            beside(choice)
    if choice is None:
        with answer_place:
            school_picker.unknown(page)
    elif choice != asked:
        place.html(_html(choice, page, address, terms))
    return choice


def streaks_of(choice: Choice) -> SchoolStreaks:
    """The streaks of the school in the family."""
    return ask(streaks, choice.family, school_ids=(choice.school_id,))[0]


def _html(choice: Choice, page: str, address: Address, terms: tuple[str, ...]) -> str:
    school = streaks_of(choice)
    words = state_words(school)
    label = f"{school.school_name} · {school.family} award family, as of {school.as_of}"
    told = (answer_sentence(school), words.meaning, words.short, school.current.state)
    return (
        frame.answer_html(label, *told, (*TERMS, *terms), PURPOSES[page])
        + strip_html(school.years, lambda cell: address(choice, cell))
        + legend_html(school.years)
        + inferred_html(school.years)
        + figures_html(figures(school))
    )
