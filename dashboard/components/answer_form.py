"""The form that asks which school a printed name means, and keeps the answer."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final

import streamlit as st

from dashboard.cached import ask, engine
from dashboard.components import filters, frame
from dashboard.components.links import web_link
from dashboard.components.who import who
from dashboard.domain.wording import counted
from dashboard.queries.answers import find_institutions
from dashboard.queries.bookkeeping import Candidate, UnresolvedNameShown
from dashboard.queries.schools import find_schools
from etl.kinds import SCHOOL_KINDS
from etl.report import NotPossible
from etl.reviewing import Question, Review, question_of

NAME: Final = "name"
TOLD: Final = "review_told"
MOST_FOUND: Final = 20
OTHER, NEW, NONE = "Another school that is known", "A new school", "Not a school"

Say = Callable[..., str]
"""Gives the answer for a review, a question, a scope and a reason; returns what to tell."""


@dataclass(frozen=True)
class Told:
    """What came of the last answer."""

    text: str
    done: bool


def show(names: Sequence[UnresolvedNameShown]) -> None:
    """The name the address asks for, or the first, with the ways to answer."""
    keys = [str(name.name_key) for name in names]
    labels = _labels(names)
    key = filters.one("Name that waits", NAME, keys, labels=labels)
    name = names[keys.index(key)]
    question = question_of(engine(), name.name_key)
    frame.show(_name_html(name))
    say = _answer(name, key)
    scopes = question.scopes()
    scope = st.radio("Where does the answer hold?", list(scopes), format_func=scopes.__getitem__, key=f"scope_{key}")
    reason = st.text_input("Why, in a few words (kept with the answer)", key=f"reason_{key}", max_chars=500)
    with st.container(horizontal=True):
        st.button("Keep this answer", type="primary", on_click=_keep, args=(say, question, scope, reason))
        if len(names) > 1:
            st.button("Later", on_click=_go_to, args=(keys[(keys.index(key) + 1) % len(keys)],))
    _tell_refusal()


def tell() -> None:
    """Tell once what came of the last answer that was kept."""
    told = st.session_state.get(TOLD)
    if isinstance(told, Told) and told.done:
        st.success(told.text)
        del st.session_state[TOLD]


def _tell_refusal() -> None:
    """Tell once, where the button is, why an answer was not kept."""
    told = st.session_state.pop(TOLD, None)
    if isinstance(told, Told):
        st.error(told.text)


def _labels(names: Sequence[UnresolvedNameShown]) -> dict[str, str]:
    """How each name is told in the list and in the address; names that look alike are numbered."""
    labels: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for name in names:
        beside = " ".join(str(part) for part in (name.award, name.year) if part)
        label = f"{name.school_as_printed} · {beside}" if beside else name.school_as_printed
        seen[label] += 1
        labels[str(name.name_key)] = f"{label} (no. {seen[label]})" if seen[label] > 1 else label
    return labels


def _name_html(name: UnresolvedNameShown) -> str:
    beside = ", ".join(str(part) for part in (name.parent_as_printed, name.state, name.award, name.year) if part)
    page = f" · {web_link(name.source_url, 'the page')}" if name.source_url else ""
    return (
        f'<div class="aw aw-section"><h2>“{escape(name.school_as_printed)}”</h2><p>{escape(beside)}{page}</p>'
        f'<p class="aw-then">{escape(name.rule)} ({counted(name.n_rows, "row")})</p></div>'
    )


def _candidate_label(candidate: Candidate, told: str) -> str:
    """The candidate with its reason, unless that is `told` already."""
    kind = f"{candidate.kind}{'' if candidate.school_id else ', not listed yet'}"
    why = "" if candidate.reason in told else f": {candidate.reason}"
    return f"{candidate.name} ({kind}){why}"


def _answer(name: UnresolvedNameShown, key: str) -> Say:
    """The answer that is chosen, with what it needs beside."""
    candidates = [_candidate_label(candidate, name.rule) for candidate in name.candidates]
    # Nothing is chosen beforehand: whoever only presses the button has decided nothing.
    chosen = st.radio("What is meant?", [*candidates, OTHER, NEW, NONE], index=None, key=f"answer_{key}")
    if chosen is None:
        return _undecided
    if chosen == OTHER:
        return partial(Review.choose, school_id=_known_school(key))
    if chosen == NEW:
        return _new_school(name, key)
    if chosen == NONE:
        return Review.no_school
    return partial(Review.take, at=candidates.index(chosen))


def _undecided(*_said: object, **_more: object) -> str:
    raise NotPossible("choose first what is meant")


def _known_school(key: str) -> str:
    words = st.text_input("Search schools", key=f"search_{key}")
    found = {school.school_id: f"{school.name} ({school.school_id})" for school in ask(find_schools, words, MOST_FOUND)}
    return _one_found("School", found, f"school_{key}")


def _one_found(label: str, found: dict[str, str], key: str) -> str:
    """What was chosen of what a search found; empty as long as nothing is chosen."""
    hint = f"Choose one of {len(found)}" if found else "Nothing found yet"
    chosen = st.selectbox(label, list(found), index=None, format_func=found.__getitem__, key=key, placeholder=hint)
    return chosen or ""


def _new_school(name: UnresolvedNameShown, key: str) -> Say:
    words = st.text_input("Search its university", key=f"university_{key}")
    found = {one.unitid: f"{one.name}, {one.state} ({one.unitid})" for one in ask(find_institutions, words)}
    unitid = _one_found("University", found, f"unitid_{key}")
    kind = st.selectbox("Kind of school", SCHOOL_KINDS, key=f"kind_{key}")
    full_name = st.text_input("Full name", name.school_as_printed, key=f"full_name_{key}")
    return partial(Review.create, unitid=unitid, kind=kind, name=full_name)


def _keep(say: Say, question: Question, scope: str, reason: str) -> None:
    """Keep the answer; what came of it is told when the page is drawn again."""
    try:
        st.session_state[TOLD] = Told(say(Review(engine(), by=who()), question, scope=scope, reason=reason), done=True)
    except NotPossible as error:
        st.session_state[TOLD] = Told(f"Not kept: {error}", done=False)


def _go_to(key: str) -> None:
    st.session_state[NAME] = key
