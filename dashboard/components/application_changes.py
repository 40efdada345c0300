"""What forms about applications share: the version check, what came of a change, and a conflict side by side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard.components import frame
from dashboard.components.clock import moment
from dashboard.components.table import Column, table_html
from dashboard.components.who import refusing, who
from etl.report import NotPossible

if TYPE_CHECKING:
    from etl.applications import Changed, Seen

TOLD: Final = "application_told"
CONFLICT: Final = "application_conflict"
Words = Callable[[Mapping[str, Any]], dict[str, str]]


@dataclass(frozen=True)
class Attempt:
    """A change that somebody asked for."""

    what: str
    """What it changes, such as "HP-HEED 2027"."""
    form: str
    """The form it comes from."""
    save: "Callable[[Seen | None, str], object]"
    """Makes it over what was seen, signed by whoever is given."""
    mine: Mapping[str, Any]
    """What it says, by column."""
    words: Words
    """Puts columns into words of the screen, by label."""
    told: str
    """What to tell when it is kept."""
    then: str = ""
    """The form that stands in its place when it is kept; empty: the same."""


@dataclass(frozen=True)
class Told:
    """What came of a change, and the form under which it is told."""

    text: str
    form: str
    done: bool


@dataclass(frozen=True)
class Conflict:
    """An attempt that met a change by somebody else."""

    attempt: Attempt
    changed: "Changed"


def form_key(form: str) -> str:
    """The beginning of the keys of a form's fields; a new one after each change, so that it shows what counts."""
    return f"{form} {st.session_state.get(_turn(form), 0)}"


def seen_by(form: str, first_field: str, now: "Seen") -> "Seen":
    """What the reader saw when the form was first drawn, though somebody may have changed it since.

    `first_field` is the key of a field of the form: as long as the browser holds its value, the form is the same.
    """
    pin = f"seen {form}"
    if first_field not in st.session_state or pin not in st.session_state:
        st.session_state[pin] = now
    pinned: Seen = st.session_state[pin]
    return pinned


def attempt(change: Attempt, seen: "Seen | None") -> bool:
    """Make the change, or remember why not; what came of it is told under the form. Returns whether it was made.

    Raises NotAllowed for somebody whose role does not cover it now, whatever it was when the form was drawn.
    """
    from etl.applications import Changed  # late: half a second that readers of the page should not wait for

    by = who()
    st.session_state.pop(CONFLICT, None)
    try:
        change.save(seen, by)
    except Changed as changed:
        st.session_state[CONFLICT] = Conflict(change, changed)
        return False
    except NotPossible as error:
        st.session_state[TOLD] = Told(f"Not kept: {error}", change.form, done=False)
        return False
    st.session_state[TOLD] = Told(change.told, change.then or change.form, done=True)
    _anew(change.form)
    return True


def tell(form: str) -> None:
    """Tell, where a form stands, what came of its last change: once, or until a conflict is settled."""
    told, conflict = st.session_state.get(TOLD), st.session_state.get(CONFLICT)
    if isinstance(told, Told) and told.form == form:
        del st.session_state[TOLD]
        (st.success if told.done else st.error)(told.text)
    if isinstance(conflict, Conflict) and conflict.attempt.form == form:
        _show(conflict)


def forget() -> None:
    """Forget what was to be told where the page does not show its form any more."""
    st.session_state.pop(TOLD, None)


def _show(conflict: Conflict) -> None:
    change, changed = conflict.attempt, conflict.changed
    who = " and ".join(dict.fromkeys(f"{one.by} at {moment(one.at)}" for one in changed.theirs)) or "Somebody"
    frame.show(
        '<div class="aw aw-notice" role="alert">'
        f"<h2>{escape(change.what)} was changed meanwhile by {escape(who)}</h2>"
        "<p>Nothing of yours is written yet. Compare both, then decide.</p></div>"
    )
    mine, theirs = change.words(change.mine), _by_hand_of(conflict)
    heads = [Column(f"{by} entered" if said else f"{by} took it away") for by, said in theirs]
    rows = [
        (label, *(said.get(label, "") for _, said in theirs), mine.get(label, ""))
        for label in dict.fromkeys([*mine, *(label for _, said in theirs for label in said)])
    ]
    caption = f"{change.what}: what was entered meanwhile, and what you entered"
    frame.show(table_html(caption, [Column("Field"), *heads, Column("You entered")], rows))
    with st.container(horizontal=True):
        st.button("Load theirs", on_click=_load_theirs, args=(change.form,), key="load_theirs")
        st.button("Save mine over it", on_click=_save_mine, args=(change, changed.now), key="save_mine")


@refusing
def _save_mine(change: Attempt, now: "Seen") -> None:
    """Make the change knowingly over what somebody else made."""
    attempt(change, now)


def _by_hand_of(conflict: Conflict) -> list[tuple[str, dict[str, str]]]:
    """Who changed it meanwhile, and to what in words; rows of one change are told together."""
    told: dict[tuple[str, datetime], dict[str, str]] = {}
    for one in conflict.changed.theirs:
        said = told.setdefault((one.by, one.at), {})
        for label, words in conflict.attempt.words(one.said).items() if one.said else ():
            said[label] = f"{said[label]}, {words}" if label in said else words
    return [(by, said) for (by, _), said in told.items()]


def _load_theirs(form: str) -> None:
    st.session_state.pop(CONFLICT, None)
    _anew(form)


def _anew(form: str) -> None:
    """Draw the form with what counts now."""
    st.session_state[_turn(form)] = st.session_state.get(_turn(form), 0) + 1


def _turn(form: str) -> str:
    return f"turn of {form}"


def worded(labels: Mapping[str, str], words: Callable[[str, Any], str] = lambda _name, value: str(value)) -> Words:
    """Puts the columns of `labels` into words: empty for nothing, days as they are written."""

    def put(said: Mapping[str, Any]) -> dict[str, str]:
        return {label: _word(name, said.get(name), words) for name, label in labels.items()}

    return put


def _word(name: str, value: Any, words: Callable[[str, Any], str]) -> str:
    if value is None or value == "":
        return ""
    return value.isoformat() if isinstance(value, date) else words(name, value)
