"""The form that enters how an application stands."""

from datetime import date, timedelta
from typing import Any, Final

import streamlit as st

from dashboard.cached import ask, engine
from dashboard.components import filters
from dashboard.components.application_changes import Attempt, attempt, form_key, seen_by, tell, worded
from dashboard.components.who import refusing
from dashboard.domain.applications import WORDS
from dashboard.queries.applications import ApplicationShown, awards_to_apply_for
from dashboard.queries.deadlines import awards_of

FIRST_YEAR: Final = 2012
LONGEST_OWNER, LONGEST_NOTE = 200, 2000
_WORDS: Final = worded(
    {"outcome": "Status", "stated_on": "As of", "owner": "Owner", "note": "Note"},
    lambda name, value: WORDS.get(value, value) if name == "outcome" else str(value),
)


def entry_form(one: ApplicationShown | None, school_id: str, today: date) -> None:
    """The next entry about an application, or the first one about a new application."""
    form = _form(school_id, one.label if one else "new")
    key = form_key(form)
    seen = seen_by(form, f"{key} outcome", one.seen if one else ())
    with st.form(key, border=False):
        with st.grid(3, min_column_width=filters.FILTER_PIXELS, vertical_alignment="bottom"):
            if one is None:
                _which(school_id, key, today)
            outcomes = list(WORDS)
            at = outcomes.index(one.latest.outcome) if one else 0
            st.selectbox("Status", outcomes, at, format_func=WORDS.__getitem__, key=f"{key} outcome")
            tomorrow = today + timedelta(days=1)
            st.date_input("As of", today, max_value=tomorrow, key=f"{key} stated_on", format="YYYY-MM-DD")
            st.text_input("Owner", (one.latest.owner or "") if one else "", key=f"{key} owner", max_chars=LONGEST_OWNER)
        st.text_input("Note", key=f"{key} note", max_chars=LONGEST_NOTE)
        st.form_submit_button("Enter it", type="primary", on_click=_enter, args=(one, school_id, form, key, seen))
    tell(form)


def _form(school_id: str, label: str) -> str:
    return f"entry {school_id} {label}"


def _which(school_id: str, key: str, today: date) -> None:
    """The award and the award year; awards that the school has to do with come first."""
    names, known = ask(awards_to_apply_for), ask(awards_of, school_id)
    awards = sorted(names, key=lambda award: (award not in known, award == "HEED" and "HP-HEED" in known, award))
    st.selectbox("Award", awards, format_func=names.__getitem__, key=f"{key} award")
    last = today.year + 1
    st.number_input("Award year", FIRST_YEAR, last, last, key=f"{key} year")


@refusing
def _enter(one: ApplicationShown | None, school_id: str, form: str, key: str, seen: tuple[int, ...]) -> None:
    from etl.applications import Entry, enter_status  # late, as in application_changes

    field: Any = lambda name: st.session_state[f"{key} {name}"]  # noqa: E731  read now, not when it is saved
    award = one.award if one else field("award")
    year = one.year if one else int(field("year"))
    said = {name: field(name) or None for name in ("outcome", "stated_on", "owner", "note")}
    entry = Entry(school_id, award, year, field("outcome"), field("stated_on"), said["owner"], said["note"])
    at, what = engine(), f"{award} {year}"
    told, then = f"Entered: {what} {WORDS[entry.outcome]}, as of {entry.stated_on}.", _form(school_id, what)
    change = Attempt(what, form, lambda seen, by: enter_status(at, entry, seen=seen, by=by), said, _WORDS, told, then)
    if attempt(change, seen):
        st.session_state["application"], st.session_state["tab"] = what, "Log"
