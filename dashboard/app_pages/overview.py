"""Overview: where the own school stands, and how much we hold of all wins."""

import streamlit as st
from sqlalchemy import Connection

from dashboard import charts
from dashboard.cached import ask, engine
from dashboard.components import frame, school_picker, who
from dashboard.components.book import loads_html
from dashboard.components.chart_place import show_chart
from dashboard.components.links import link, school_address
from dashboard.components.school_answer import show_answer
from dashboard.components.totals import totals_html
from dashboard.queries.bookkeeping import recent_loads
from dashboard.queries.totals import wins_by_year

COVERAGE_READ = (
    "Filled: wins that a source names. Outlined: winners as printed. What is missing is not known, not lost."
)


@who.refusing
def make_own(school_id: str) -> None:
    """Make the school the one that this page opens with, for everybody."""
    from etl.pipeline import set_own_school  # late: half a second that no other reader of this page should wait for

    set_own_school(engine(), school_id, by=who.who("admin"))
    st.query_params.pop(school_picker.SCHOOL, None)


def offer_to_make_own(choice: school_picker.Choice) -> None:
    """The button for another school than the office's own."""
    if not choice.is_own:
        st.button(
            "Make this the office's own school", on_click=make_own, args=(choice.school_id,), type="tertiary",
            disabled=not who.may("admin"), help=who.hint("admin"),
        )  # fmt: skip


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


choice = show_answer(
    "overview",
    address=lambda choice, cell: school_address(choice.school_id, choice.family, cell.year),
    beside=offer_to_make_own,
)
if choice:
    show_coverage(choice.family)
    frame.section("Latest loads")
    frame.show(loads_html("The five latest loads, newest first", ask(recent_loads)))
    frame.show(f'<div class="aw"><p>{link("sources", "All loads, and what was refused")}</p></div>')
