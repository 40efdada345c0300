"""The office's applications in a sentence and in large figures, and how to start a log."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from dashboard.components import frame
from dashboard.components.clock import day_words
from dashboard.components.figures import Figure
from dashboard.domain.applications import Deadline, days_text, due_sentence, success
from dashboard.domain.wording import counted
from dashboard.queries.applications import ApplicationShown
from etl.database import shipped_data

TEMPLATE = "application-log.xlsx"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def answer(found: Sequence[ApplicationShown], due: Sequence[Deadline], today: date) -> str:
    """The page's first sentence: what is due, else how applications went, else that the log is empty."""
    if told := due_sentence(due, today):
        return told
    if found:
        return f"Nothing is due; {counted(len(found), 'application')} in the log"
    return "No application is in the log yet"


def figures(found: Sequence[ApplicationShown], due: Sequence[Deadline], today: date) -> list[Figure]:
    """What is overdue and due soon, the next deadline of all, and how often an application succeeded."""
    counts = success(one.decided for one in found)
    rate = f"{counts.won} of {counts.known}" if counts.known else "none yet"
    left = f"left out: {counts.left_out()}" if counts.left_out() else "every application is decided" if found else ""
    return [*_due_figures(due, today), Figure("Awarded, of known decisions", rate, left)]


def _due_figures(due: Sequence[Deadline], today: date) -> list[Figure]:
    """Steps that are overdue and due soon (not known where no step has a day), and the next deadline of all."""
    states = [one.state for one in due if one.state != "done"]
    blank = states.count("not_known")
    overdue, soon = (str(states.count(state)) for state in ("overdue", "soon"))
    if blank and blank == len(states):
        overdue = soon = "not known"
    without = f"; {blank} without a day" if blank else ""
    ahead = sorted((one.closes_on, one.application) for one in due if one.closes_on and one.closes_on >= today)
    nearest = Figure("Next deadline", "not known" if due else "none", "" if due else "nothing to hand in")
    if ahead:
        day, which = ahead[0]
        nearest = Figure("Next deadline", days_text(day, today), f"{which}, on {day_words(day)}")
    return [
        Figure("Overdue", overdue, f"{_steps(overdue)}{without}"),
        Figure("Due soon", soon, f"{_steps(soon)}, within 14 days"),
        nearest,
    ]


def _steps(number: str) -> str:
    return "step" if number == "1" else "steps"


def heading(title: str, then: str) -> None:
    """The first heading of a tab: without the line that parts sections."""
    frame.show(f'<div class="aw"><h2>{escape(title)}</h2><p class="aw-then">{escape(then)}</p></div>')


def show_start() -> None:
    """How to begin a log: the first entry in the form below, or the workbook."""
    frame.show(
        '<div class="aw aw-empty"><ul>'
        "<li>Enter the first application below: a past one with its result, or one you plan.</li>"
        "<li>Or fill in the workbook, an application a row, and load it: "
        "<code>awards load application-log.xlsx</code></li></ul></div>"
    )
    st.download_button(
        "Download the empty workbook (XLSX)",
        data=(shipped_data() / "templates" / TEMPLATE).read_bytes,
        file_name=TEMPLATE,
        mime=WORKBOOK,
        on_click="ignore",
        key="template",
    )
