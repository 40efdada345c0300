"""Overview: where the own school stands, and how much we hold of all wins."""

import streamlit as st
from sqlalchemy import Connection

from dashboard import charts
from dashboard.cached import ask, engine
from dashboard.components import frame, school_picker, who
from dashboard.components.book import loads_html
from dashboard.components.chart_place import show_chart
from dashboard.components.figures import figures_html
from dashboard.components.links import link, school_address
from dashboard.components.pictures import strip_buttons
from dashboard.components.streak_words import figures, state_words
from dashboard.components.totals import totals_html
from dashboard.components.year_strip import legend_html, strip_html
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.streaks import answer_sentence
from dashboard.queries.bookkeeping import recent_loads
from dashboard.queries.streaks import streaks
from dashboard.queries.totals import wins_by_year

COVERAGE_READ = (
    "Filled: wins that a source names. Outlined: winners as printed. What is missing is not known, not lost."
)
TERMS = ("streak", "award-family", "award-year", "tier")


@who.refusing
def make_own(school_id: str) -> None:
    """Make the school the one that this page opens with, for everybody."""
    from etl.pipeline import set_own_school  # late: half a second that no other reader of this page should wait for

    set_own_school(engine(), school_id, by=who.who("admin"))
    st.query_params.pop(school_picker.SCHOOL, None)


def show_school(choice: school_picker.Choice) -> None:
    """The answer as a sentence, the strip, the figures."""
    school = ask(streaks, choice.family, school_ids=(choice.school_id,))[0]
    words = state_words(school)
    with answer_place:
        label = f"{school.school_name} · {school.family} award family, as of {school.as_of}"
        told = (answer_sentence(school), words.meaning, words.short, school.current.state)
        frame.answer(label, *told, TERMS, PURPOSES["overview"])
        strip = strip_html(school.years, lambda cell: school_address(school.school_id, school.family, cell.year))
        frame.show(strip + legend_html(school.years))
        strip_buttons(school)
    frame.show(figures_html(figures(school)))


def coverage_chart(connection: Connection, family: str) -> charts.Chart:
    """The chart of those wins, drawn once a data version: that takes longer than all else on this page."""
    return charts.coverage(wins_by_year(connection, family))


def show_coverage(family: str) -> None:
    """Wins a year among all schools beside the printed totals."""
    wins, chart = ask(wins_by_year, family), ask(coverage_chart, family)
    frame.section(chart.title, f"{COVERAGE_READ} {charts.without_outline(wins)}".strip())
    show_chart(
        chart,
        "coverage",
        (family,),
        lambda words, form: charts.coverage_picture(wins, words, form),
        "totals",
        lambda: totals_html(wins),
    )


answer_place, choice_place = st.columns([7, 2], gap="large")
with choice_place:
    choice = school_picker.choose()
    if choice and not choice.is_own:
        st.button(
            "Make this the office's own school", on_click=make_own, args=(choice.school_id,), type="tertiary",
            disabled=not who.may("admin"), help=who.hint("admin"),
        )  # fmt: skip
if choice is None:
    with answer_place:
        school_picker.unknown("overview")
else:
    show_school(choice)
    show_coverage(choice.family)
    frame.section("Latest loads")
    frame.show(loads_html("The five latest loads, newest first", ask(recent_loads)))
    frame.show(f'<div class="aw"><p>{link("sources", "All loads, and what was refused")}</p></div>')
