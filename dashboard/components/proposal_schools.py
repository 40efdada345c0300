"""The schools that the rows of a document offer: those it names, could mean, or that a search found."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

import streamlit as st

from dashboard.cached import ask
from dashboard.components.kept_fields import keep, kept
from dashboard.queries.families import families
from dashboard.queries.schools import find_schools
from etl.proposals import ClaimProposal, InitiativeProposal, Known, ObservationProposal, Proposed, RecipientsProposal

MOST_FOUND: Final = 20
LONGEST_SEARCH: Final = 80
SEARCH: Final = "Search schools, to offer them in the rows below"
Of = TypeVar("Of", ObservationProposal, ClaimProposal, InitiativeProposal)
REVIEW: Final = ""
"""Stands for: not certain, a person decides in review."""
Printed = tuple[str, str | None]
"""A school's name and its parent's, as printed."""


@dataclass(frozen=True)
class Choices:
    """What the fields of the rows offer."""

    awards: tuple[str, ...]
    families: tuple[str, ...]
    names: Mapping[str, str]
    found: tuple[str, ...]
    """Keys of schools that the search found."""
    printed: Mapping[str, Printed]
    """How the document prints the schools that it names, by key."""

    def name(self, school_id: str) -> str:
        """The name of a school, of one without records as the document prints it."""
        return self.names.get(school_id) or (self.printed[school_id][0] if school_id in self.printed else school_id)


def choices_for(proposed: Proposed, known: Known, key: str) -> Choices:
    """What the rows of the document offer, with the field that searches schools for them."""
    search = f"{key}_search"
    asked = keep(search, st.text_input(SEARCH, kept(search, ""), key=search, max_chars=LONGEST_SEARCH))
    found = tuple(school.school_id for school in ask(find_schools, asked or "", MOST_FOUND))
    if asked and not found:
        st.caption(f"No school is found by “{asked}”.")
    codes = tuple(dict.fromkeys(one.family for one in ask(families)))
    return Choices(tuple(sorted(known.families)), codes, known.names, found, _printed(proposed))


def _printed(proposed: Proposed) -> dict[str, Printed]:
    """How the document prints each school that its proposals are certain of, the first time."""
    found: dict[str, Printed] = {}
    for one in proposed.proposals:
        if not isinstance(one, RecipientsProposal) and one.school_id and one.school_as_printed:
            found.setdefault(one.school_id, (one.school_as_printed, one.parent_as_printed))
    return found


def of_school(one: Of, choices: Choices, key: str) -> Of:
    """The proposal for the school that is chosen, with that one's name."""
    chosen = _school(one, choices, key)
    if chosen == one.school_id:
        return one
    name, parent = (
        choices.printed.get(chosen, (choices.name(chosen), None))
        if chosen
        else (one.school_as_printed, one.parent_as_printed)
    )
    return replace(one, school_id=chosen, school_as_printed=name, parent_as_printed=parent)


def _school(one: ObservationProposal | ClaimProposal | InitiativeProposal, choices: Choices, key: str) -> str | None:
    """The school: the proposed one, one it could be, or one that the search found; None where review shall decide."""
    key = f"{key}_school"
    could_be = one.candidates if isinstance(one, ObservationProposal) else ()
    begun = kept(key, one.school_id or REVIEW)
    chosen = st.session_state.get(key)  # stays on offer when the search goes on
    parts = (begun, one.school_id or REVIEW, chosen, *could_be, *choices.printed, *choices.found)
    offered = dict.fromkeys(part for part in parts if part is not None)
    said = st.selectbox("School", list(offered), key=key, format_func=lambda school: _name(school, choices))
    return keep(key, said) or None


def _name(school_id: str, choices: Choices) -> str:
    return choices.name(school_id) if school_id != REVIEW else "not certain: review decides"
