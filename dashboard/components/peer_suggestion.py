"""The schools most like one, and the form that freezes some of them as a group."""

from html import escape
from typing import Final

import streamlit as st
from sqlalchemy import Connection

from dashboard.cached import ask, engine
from dashboard.components import filters, frame
from dashboard.components.links import link, school_address
from dashboard.components.peer_choice import GROUP
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.components.who import hint, may, refusing, who
from dashboard.domain.peers import FEATURES, Part, Peer, Suggestion, UnusableWeights, Weights, suggest
from dashboard.domain.wording import counted
from dashboard.queries.peers import PeerGroup, features, groups
from dashboard.queries.schools import own_school, school_names
from etl.report import NotPossible

TOLD: Final = "peers_told"
SUGGESTED: Final = 10
MOST_SUGGESTED: Final = 50
MOST_WEIGHT: Final = 5
NAME_WIDGET: Final = "new_group_name"
REASON_WIDGET: Final = "new_group_reason"
KEYS: Final = {
    "control": "wc",
    "size": "ws",
    "carnegie": "wk",
    "region": "wr",
    "urbanicity": "wu",
    "medical": "wm",
    "sector": "wt",
}
"""Names of the weights in the address."""
EXPLAINED: Final = (
    "The distance runs from 0 (the same in all that is weighed) to 1: the weighted mean of how far two schools are "
    "apart in each feature of their universities (Gower’s distance). What is not known of either drops out."
)
_COLUMNS: Final = (
    Column("School"),
    Column("Distance", number=True),
    Column("Alike"),
    Column("Not alike (theirs, not ours)"),
    Column("Not known"),
)
FILE_WAY: Final = (
    "Or load a file: <code>awards load peers.csv</code> with the columns <code>group_name</code>, "
    "<code>school_id</code> (or <code>school_as_printed</code>), <code>reason</code> and <code>frozen_on</code>."
)


def show_folded(school_id: str) -> None:
    """The same, folded away until the reader opens it, which stands in the address."""
    frame.section("Make a peer group", EXPLAINED)
    folded = st.expander("Schools that are like it, and the form for a new group", key="suggest", bind=filters.BIND)
    if folded.open:
        with folded:
            show(school_id)


def show(school_id: str) -> None:
    """The suggestion for a school with its weights, and the form for a new group."""
    try:
        weights, n = _weights()
    except UnusableWeights as error:
        frame.show(f'<div class="aw aw-notice"><p>No distance can be measured: {escape(str(error))}.</p></div>')
        return
    found = ask(suggestion, school_id, weights, n)
    frame.note(_measured(found))
    if found.peers:
        caption = f"The {counted(len(found.peers), 'school')} most like {found.own.short_name}, the nearest first"
        # What is not known has a column only where something is not: it would take room from what is told.
        n = len(_COLUMNS) if any(peer.unknown for peer in found.peers) else len(_COLUMNS) - 1
        frame.show(table_html(caption, _COLUMNS[:n], (_row(peer)[:n] for peer in found.peers), fold=True))
    _form(school_id, [peer.school.school_id for peer in found.peers])
    frame.show(f'<div class="aw"><p>{FILE_WAY}</p></div>')


def suggestion(_connection: Connection, school_id: str, weights: Weights, n: int) -> Suggestion:
    """The schools most like one; a question to `ask`, so that distances are measured once a data version."""
    everyone = ask(features)
    own = next(school for school in everyone if school.school_id == school_id)
    return suggest(own, everyone, weights, n)


def tell() -> None:
    """Tell once what came of the last change."""
    told = st.session_state.pop(TOLD, None)
    if isinstance(told, tuple):
        text, done = told
        (st.success if done else st.error)(text)


def _weights() -> tuple[Weights, int]:
    """The weights in the address, with the controls to change them. Raises UnusableWeights when all are 0."""
    with st.grid(4, min_column_width=filters.FILTER_PIXELS):
        given = {feature.key: _weight(feature.label, KEYS[feature.key]) for feature in FEATURES}
        n = int(st.number_input("Schools suggested", 1, MOST_SUGGESTED, SUGGESTED, key="n", bind=filters.BIND))
    return Weights(**given), n


def _weight(label: str, key: str) -> float:
    return float(st.number_input(f"Weight of {label}", 0, MOST_WEIGHT, 1, key=key, bind=filters.BIND))


def _measured(found: Suggestion) -> str:
    """Who can be a peer at all."""
    kind = found.own.kind
    n = found.n_measured + len(found.unmeasured)
    told = f"Measured: {found.n_measured} of the {n} other schools of kind “{kind}” that are known here."
    if not n:
        told = f"No other school of kind “{kind}” is known here."
    return f"{told} Schools become known by winning or by being listed, so those that never won are mostly missing."


def _row(peer: Peer) -> tuple[Cell, ...]:
    school = peer.school
    where = ", ".join(part for part in (school.state, school.standing) if part)
    name = f'{link(school_address(school.school_id), school.name)} <span class="aw-quiet">{escape(where)}</span>'
    return (
        Html(name),
        f"{peer.distance:.2f}",
        ", ".join(_alike(part) for part in peer.alike) or "nothing",
        "; ".join(_different(part) for part in peer.different) or "nothing",
        ", ".join(part.feature.label for part in peer.unknown),
    )


def _alike(part: Part) -> str:
    return f"{part.feature.label} ({part.theirs})"


def _different(part: Part) -> str:
    return f"{part.feature.label}: {part.theirs}, not {part.own}"


def _form(own: str, suggested: list[str]) -> None:
    names = ask(school_names)
    others = [key for key in names if key != own]
    with st.form("new_group", border=True):
        frame.show('<div class="aw"><h3>Freeze a group</h3></div>')
        # A new suggestion is a new choice: ticks of the old one would stand for schools no longer shown.
        chosen = f"new_group_{own}_{'_'.join(suggested)}"
        st.multiselect("Schools of the group", others, default=suggested, format_func=names.__getitem__, key=chosen)
        st.text_input("Name of the group", key=NAME_WIDGET, max_chars=80)
        st.text_input("Reason: why these schools", key=REASON_WIDGET, max_chars=500)
        st.form_submit_button(
            "Freeze this group", type="primary", on_click=_freeze, args=(chosen,),
            disabled=not may("analyst"), help=hint("analyst"),
        )  # fmt: skip


@refusing
def _freeze(chosen: str) -> None:
    """Make the group; what came of it is told when the page is drawn again."""
    from etl.peers import make_group  # late: no other reader of this page should wait for it

    name, reason = str(st.session_state[NAME_WIDGET]), str(st.session_state[REASON_WIDGET])
    try:
        load_id = make_group(engine(), name, st.session_state[chosen], reason, by=who(), own=ask(own_school))
    except NotPossible as error:
        st.session_state[TOLD] = (f"Not made: {error}", False)
        return
    made = next(group for group in ask(groups) if group.load_id == load_id)
    st.session_state[TOLD] = (f"The peer group “{made.name}” is frozen: {_size(made)}.", True)
    st.session_state[NAME_WIDGET] = st.session_state[REASON_WIDGET] = ""
    st.query_params[GROUP] = made.name


def _size(group: PeerGroup) -> str:
    return f"{counted(len(group.school_ids), 'school')}, load {group.load_id}"
