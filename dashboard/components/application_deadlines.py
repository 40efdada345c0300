"""The steps that are due: as a table, with a form to tick one or say who does it, and as a calendar."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import streamlit as st

from dashboard.cached import engine
from dashboard.calendars import CALENDAR, MIME, calendar
from dashboard.components import filters, frame
from dashboard.components.application_changes import Attempt, attempt, form_key, seen_by, tell, worded
from dashboard.components.link_making import show_data_link
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.components.who import refusing
from dashboard.domain.applications import DUE, Deadline, days_text

_COLUMNS: Final = (
    Column("Step"),
    Column("Application", tight=True),
    Column("State", tight=True),
    Column("Due", tight=True),
    Column("Owner"),
    Column("Note"),
)
_WORDS: Final = worded({"owner": "Owner", "due_on": "Due on", "done_on": "Done on", "note": "Note"})
LONGEST: Final = 500


def show_deadlines(found: Sequence[Deadline], school_id: str, today: date) -> None:
    """All steps with their days, those overdue first; then the form and the calendar."""
    if found:
        frame.show(table_html("Steps, overdue first", _COLUMNS, (_row(one, today) for one in found), fold=True))
        frame.section("Tick a step, or say who does it")
        _task_form(found, today)
    else:
        frame.note(
            "No step is planned. Steps follow from a coming cycle's deadline: enter it under Plan, or enter an "
            "application as planned under Log."
        )
    _calendar(school_id)


def state_html(state: str) -> str:
    """A state of a step by mark and word."""
    words = DUE[state]
    text = f'<span class="aw-mark" aria-hidden="true">{words.mark}</span> {words.word}'
    return f'<span class="aw-flag">{text}</span>' if state == "overdue" else f'<span class="aw-status">{text}</span>'


def _row(one: Deadline, today: date) -> tuple[Cell, ...]:
    if one.state == "done":
        due = Html(escape(f"done {one.task.done_on}"))
    elif one.due_on:
        due = Html(f'{one.due_on}<br><span class="aw-quiet">{days_text(one.due_on, today)}</span>')
    else:
        due = Html('<span class="aw-quiet">not known</span>')
    owner: Cell = one.task.owner or Html('<span class="aw-quiet">nobody yet</span>')
    return one.name, one.application, Html(state_html(one.state)), due, owner, one.task.note


def _task_form(found: Sequence[Deadline], today: date) -> None:
    by_key = {f"{one.application} {one.step}": one for one in found}
    labels = {key: f"{one.name} · {one.application}" for key, one in by_key.items()}
    one = by_key[filters.one("Step", "step", list(by_key), labels=labels)]
    form = f"task {one.school_id} {one.award} {one.year} {one.step}"
    key = form_key(form)
    seen = seen_by(form, f"{key} owner", one.task.seen)
    with st.form(key, border=False):
        with st.grid(3, min_column_width=filters.FILTER_PIXELS, vertical_alignment="bottom"):
            st.text_input("Owner", one.task.owner or "", key=f"{key} owner", max_chars=LONGEST)
            st.date_input("Due on, if not as planned", one.task.due_on, key=f"{key} due_on", format="YYYY-MM-DD")
            st.date_input("Done on", one.task.done_on or today, key=f"{key} done_on", format="YYYY-MM-DD")
        st.checkbox("This step is done", one.task.done_on is not None, key=f"{key} done")
        st.text_input("Note", one.task.note or "", key=f"{key} note", max_chars=LONGEST)
        st.form_submit_button("Keep the step", type="primary", on_click=_keep, args=(one, form, key, seen))
    tell(form)


@refusing
def _keep(one: Deadline, form: str, key: str, seen: tuple[int, ...]) -> None:
    from etl.applications import Application, Task, set_task  # late, as in application_changes

    field: Any = lambda name: st.session_state[f"{key} {name}"]  # noqa: E731  read now, not when it is saved
    said = {
        "owner": field("owner") or None,
        "due_on": field("due_on"),
        "done_on": field("done_on") if field("done") else None,
        "note": field("note") or None,
    }
    task = Task(Application(one.school_id, one.award, one.year), one.step, **said)
    at = engine()
    what = f"{one.name}, {one.application}"
    told = f"Kept: {what}{' is done' if said['done_on'] else ''}."
    change = Attempt(what, form, lambda seen, by: set_task(at, task, seen=seen, by=by), said, _WORDS, told)
    attempt(change, seen)


def _calendar(school_id: str) -> None:
    frame.section(
        "In your calendar",
        "Subscribe to the address, and your calendar follows every change; or download the steps as they stand now.",
    )
    show_data_link(feed_address(school_id), "calendar")
    st.download_button(
        "Download the calendar (.ics)",
        data=lambda: _calendar_now(school_id),
        file_name="award-deadlines.ics",
        mime=MIME,
        on_click="ignore",
    )


def _calendar_now(school_id: str) -> bytes:
    with engine().connect() as connection:
        return calendar(connection, school_id)


def feed_address(school_id: str) -> str:
    """The address of the school's calendar on this server."""
    parts = urlsplit(st.context.url or "")
    place = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return f"{place}{CALENDAR}?{urlencode({'school': school_id})}"
