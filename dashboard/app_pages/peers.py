"""Peers: one school among others, over a span of award years; and the groups to compare with."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame, peer_choice, peer_comparison, peer_suggestion, school_picker
from dashboard.components.filters import FILTER_PIXELS
from dashboard.components.peer_choice import Others
from dashboard.components.peer_groups import show_groups
from dashboard.components.school_picker import Choice
from dashboard.domain.comparison import NoCycle, compare
from dashboard.domain.streaks import SchoolStreaks
from dashboard.domain.wording import counted
from dashboard.queries.peers import groups
from dashboard.queries.streaks import streaks


def known_years(choice: Choice, others: Others, as_of: int | None = None) -> tuple[SchoolStreaks, list[SchoolStreaks]]:
    """The own school and the others."""
    school_ids = tuple(dict.fromkeys((choice.school_id, *others.school_ids)))
    everyone = ask(streaks, choice.family, school_ids=school_ids, as_of=as_of)
    own = next(school for school in everyone if school.school_id == choice.school_id)
    return own, [school for school in everyone if school is not own]


def show(choice: Choice, others: Others) -> bool:
    """The comparison, or what stands in for it. Returns whether there was anything to compare."""
    own, rest = known_years(choice, others)
    if not own.years or not rest:
        with answer_place:
            peer_comparison.show_alone(own, bool(ask(groups)), others)
        return False
    with controls:
        first, last = peer_choice.choose_span(own.years[0].year, own.years[-1].year)
    if last < own.years[-1].year:
        own, rest = known_years(choice, others, last)
    try:
        found = compare(own, rest, first, last)
    except NoCycle:
        with answer_place:
            peer_comparison.show_no_cycle(own, first, last)
    else:
        with answer_place:
            peer_comparison.show_answer(found, others)
        peer_comparison.show_comparison(found, others)
    return True


answer_place, school_place = st.columns([7, 2], gap="large")
controls = st.grid(4, min_column_width=FILTER_PIXELS)
with school_place:
    choice = school_picker.choose()
with controls:
    others = peer_choice.choose_others() if choice else None
with answer_place:
    peer_suggestion.tell()
    if choice is None:
        school_picker.unknown("peers")
    elif others is None:
        peer_choice.unknown_group()
    else:
        peer_choice.unknown_schools(others.unknown)
if choice and others:
    if show(choice, others):
        peer_suggestion.show_folded(choice.school_id)
    else:
        frame.section("Schools that are like it", peer_suggestion.EXPLAINED)
        peer_suggestion.show(choice.school_id)
    if known := ask(groups):
        frame.section(f"{counted(len(known), 'peer group')}", "A group keeps its schools until it is taken away.")
        show_groups(known, others.group)
