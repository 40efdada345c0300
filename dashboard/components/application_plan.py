"""The office's plan: how many days before a deadline each step is due, and the days of coming cycles."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import streamlit as st

from dashboard.cached import ask, engine
from dashboard.components import filters, frame
from dashboard.components.application_changes import Attempt, attempt, form_key, seen_by, tell
from dashboard.components.application_words import heading
from dashboard.components.table import Cell, Column, table_html
from dashboard.components.who import refusing
from dashboard.domain.applications import Step, days_text
from dashboard.queries.application_work import Plan, plan
from dashboard.queries.applications import awards_to_apply_for
from dashboard.queries.deadlines import CycleDates, coming_cycles, cycle_dates

MOST_DAYS: Final = 730
FIRST_YEAR: Final = 2012
_COLUMNS: Final = (
    Column("Cycle", tight=True),
    Column("Opens", tight=True),
    Column("Deadline", tight=True),
    Column("Entered"),
)


def show_plan(today: date) -> None:
    """The cycles that come with a form for their days, then the steps with their offsets."""
    heading("Coming cycles", "A deadline comes from a file of cycles, or is entered here. None is ever guessed.")
    coming = ask(coming_cycles, today)
    if coming:
        frame.show(
            table_html(
                "Cycles that come, the earliest deadline first",
                _COLUMNS,
                (_row(one, today) for one in coming),
                fold=True,
            )
        )
    else:
        frame.note("No coming cycle is known yet.")
    _dates_form(today)
    _steps_form(ask(plan))


def _row(one: CycleDates, today: date) -> tuple[Cell, ...]:
    due = f"{one.deadline_on} ({days_text(one.deadline_on, today)})" if one.deadline_on else "not known"
    opens = one.opens_on.isoformat() if one.opens_on else "not known"
    return f"{one.award} {one.year}", opens, due, "here" if one.entered_here else "by file"


def _dates_form(today: date) -> None:
    names = ask(awards_to_apply_for)
    form = "dates"
    key = form_key(form)
    with st.form(key, border=False):
        with st.grid(4, min_column_width=filters.FILTER_PIXELS, vertical_alignment="bottom"):
            st.selectbox("Award of the cycle", list(names), format_func=names.__getitem__, key=f"{key} award")
            st.number_input("Its award year", FIRST_YEAR, today.year + 5, today.year + 1, key=f"{key} year")
            st.date_input("Opens on", None, key=f"{key} opens_on", format="YYYY-MM-DD")
            st.date_input("Deadline on", None, key=f"{key} deadline_on", format="YYYY-MM-DD")
        st.form_submit_button("Keep the days", on_click=_keep_dates, args=(form, key))
    tell(form)


@refusing
def _keep_dates(form: str, key: str) -> None:
    from etl.applications import Dates, enter_dates  # late, as in application_changes

    award, year, opens_on, deadline_on = (
        st.session_state[f"{key} {name}"] for name in ("award", "year", "opens_on", "deadline_on")
    )
    at, what = engine(), f"{award} {int(year)}"
    dates = Dates(award, int(year), opens_on, deadline_on)
    for one in ask(cycle_dates):
        if (one.award, one.year) == (award, int(year)):  # a day left empty stays as it was
            dates = Dates(award, int(year), opens_on or one.opens_on, deadline_on or one.deadline_on)
    told = f"Kept: {what} is due on {dates.deadline_on}." if dates.deadline_on else f"Kept: {what}, deadline not known."
    attempt(Attempt(what, form, lambda _seen, by: enter_dates(at, dates, by=by), {}, lambda _said: {}, told), None)


def _steps_form(kept: Plan) -> None:
    then = "This is the default until you change it." if kept.is_default else "An emptied name takes its step away."
    frame.section("Steps before every deadline", then)
    form = "steps"
    key = form_key(form)
    seen = seen_by(form, f"{key} name 0", kept.seen)
    lines: Sequence[Step] = (*kept.steps, Step("", "", 0))
    with st.form(key, border=False):
        for at, step in enumerate(lines):
            new = at == len(kept.steps)
            name, days = st.columns([3, 2], vertical_alignment="bottom")
            label = "A further step" if new else f"Step {at + 1}"
            name.text_input(label, step.name, key=f"{key} name {at}", max_chars=200)
            label = f"{label}, days before the deadline"
            days.number_input(label, 0, MOST_DAYS, step.days_before, key=f"{key} days {at}")
        st.form_submit_button("Keep the steps", on_click=_keep_steps, args=(lines, form, key, seen))
    tell(form)


@refusing
def _keep_steps(lines: Sequence[Step], form: str, key: str, seen: tuple[int, ...]) -> None:
    from etl.applications import Step as Kept  # late, as in application_changes
    from etl.applications import set_steps

    named = [(str(st.session_state[f"{key} name {at}"]).strip(), at, step) for at, step in enumerate(lines)]
    steps = [Kept(name, int(st.session_state[f"{key} days {at}"]), step.step) for name, at, step in named if name]
    at = engine()
    mine = {step.name: step.days_before for step in steps}
    change = Attempt(
        "The plan", form, lambda seen, by: set_steps(at, steps, seen=seen, by=by), mine, _words, "The steps are kept."
    )
    attempt(change, seen)


def _words(said: Mapping[str, Any]) -> dict[str, str]:
    """A step in words: its name, and its days before the deadline."""
    steps = {said["name"]: said["days_before"]} if "days_before" in said else said
    return {name: f"{days} days before" for name, days in steps.items()}
