"""The log of applications as a table, and one application opened: its history, what it uses, the next entry."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final

import streamlit as st

from dashboard.cached import ask, engine
from dashboard.components import filters, frame
from dashboard.components.application_changes import TOLD, Told, tell
from dashboard.components.application_entry import entry_form
from dashboard.components.application_parts import parts_form
from dashboard.components.application_words import heading
from dashboard.components.clock import moment
from dashboard.components.links import link, school_address
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.components.who import refusing, who
from dashboard.domain.applications import OPEN, WORDS
from dashboard.domain.statuses import mark
from dashboard.queries.applications import ApplicationShown, LogEntry, history
from etl.report import NotPossible
from etl.transform.records import MEANS

NEW: Final = "new"
BACK: Final = "take back"
_COLUMNS: Final = (
    Column("Application", tight=True),
    Column("Status"),
    Column("As of", tight=True),
    Column("Owner"),
    Column("Last change"),
)
_HISTORY: Final = (
    Column("As of", tight=True),
    Column("Status"),
    Column("Owner"),
    Column("Note"),
    Column("Entered"),
    Column("From"),
)


def show_log(found: Sequence[ApplicationShown], school_id: str, today: date) -> None:
    """The applications as a table; the one that the address names is opened under it."""
    if found:
        frame.show(table_html("Applications, the newest award year first", _COLUMNS, map(_row, found), fold=True))
    by_label = {one.label: one for one in found}
    labels = {**{label: label for label in by_label}, NEW: "A new application"}
    chosen = filters.one("Application", "application", list(labels), labels=labels) if found else NEW
    one = by_label.get(chosen)
    (frame.section if found else heading)(
        f"{one.label}: the next entry" if one else "A new application", _explained(one)
    )
    entry_form(one, school_id, today)
    if one:
        parts_form(one)
        _show_history(one)


def outcome_html(outcome: str, conflict: bool = False) -> str:
    """What the log says, by word and the mark of the status that follows; none while there is no answer to wait for."""
    flag = ' <span class="aw-flag">sources disagree</span>' if conflict else ""
    sign = "" if outcome in OPEN else mark(MEANS[outcome])
    return (
        f'<span class="aw-status"><span class="aw-mark" aria-hidden="true">{sign}</span> '
        f"{escape(WORDS[outcome])}</span>{flag}"
    )


def _explained(one: ApplicationShown | None) -> str:
    if one is None:
        return "The first entry: which award, which award year, and how it stands."
    return "An entry of another day goes on top; an entry of the same day corrects it. Earlier days stay as history."


def _row(one: ApplicationShown) -> tuple[Cell, ...]:
    status = outcome_html(one.latest.outcome, one.conflict)
    if one.decided != one.latest.outcome and one.decided in WORDS:
        status += f'<br><span class="aw-quiet">other sources: {escape(WORDS[one.decided])}</span>'
    return (
        Html(link(school_address(one.school_id, year=one.year), one.label)),
        Html(status),
        _day(one.latest),
        one.latest.owner,
        Html(f'{escape(one.latest.by)}<br><span class="aw-quiet">{moment(one.latest.at)}</span>'),
    )


def _day(entry: LogEntry) -> str:
    return entry.stated_on.isoformat() if entry.stated_on else "no day"


def _show_history(one: ApplicationShown) -> None:
    told = ask(history, one.school_id, one.award, one.year)
    frame.section(f"History of {one.label}", "Everything ever entered, the latest first. Nothing is deleted.")
    frame.show(table_html(f"Entries about {one.label}", _HISTORY, map(_history_row, told), fold=True))
    tell(BACK)
    here = {entry.row_id: entry for entry in one.entries if entry.entered_here}
    if not here:
        frame.note("Entries of a file are mended in the file, or taken away with awards undo.")
        return
    labels = {key: f"{_day(entry)} {WORDS[entry.outcome]}" for key, entry in here.items()}
    chosen = st.selectbox(
        "Entry to take back", list(labels), format_func=labels.__getitem__, key=f"back {one.latest.row_id}"
    )
    st.button("Take it back", on_click=_take_back, args=(chosen,))


def _history_row(entry: LogEntry) -> tuple[Cell, ...]:
    ended = ""
    if entry.ended_at:
        until = f"until {moment(entry.ended_at)}, {entry.ended_by}"
        ended = f'<br><span class="aw-flag">no longer counts</span> <span class="aw-quiet">{escape(until)}</span>'
    place = "entered here" if entry.entered_here else f"{entry.file}, line {entry.line}"
    return (
        _day(entry),
        Html(outcome_html(entry.outcome) + ended),
        entry.owner,
        entry.note,
        Html(f'{escape(entry.by)}<br><span class="aw-quiet">{moment(entry.at)}</span>'),
        place,
    )


@refusing
def _take_back(row_id: int) -> None:
    from etl.applications import take_back  # late, as in application_changes

    try:
        take_back(engine(), row_id, by=who())
        st.session_state[TOLD] = Told(
            "The entry is taken back; entries of other days count as before.", BACK, done=True
        )
    except NotPossible as error:
        st.session_state[TOLD] = Told(f"Not taken back: {error}", BACK, done=False)
