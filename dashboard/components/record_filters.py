"""Which records the page of records shows."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters
from dashboard.domain.observed import RECORD_BASIS_WORDS
from dashboard.domain.statuses import WORDS
from dashboard.queries.families import families
from dashboard.queries.records import RecordFilter, RecordOptions


def choose(options: RecordOptions) -> RecordFilter:
    """The filter in the address, with the controls to change it."""
    wanted = RecordFilter(
        text=filters.text("Search", "q"),
        families=filters.some("Award family", "families", _families()),
        awards=filters.some("Award", "award", options.awards),
        statuses=_by_word("Status", "status", {status: words.word for status, words in WORDS.items()}),
        kinds=filters.some("Kind of school", "kind", options.kinds),
        states=filters.some("State", "state", options.states),
        bases=_by_word("Basis", "basis", RECORD_BASIS_WORDS),
    )
    first, last = _years(options.years)
    conflicts = st.checkbox("Only conflicts", key="conflicts", bind=filters.BIND)
    return replace(wanted, first_year=first, last_year=last, conflicts_only=conflicts)


def basis_word(basis: str | None) -> str:
    """A basis in the words of the screen."""
    return RECORD_BASIS_WORDS.get(basis or "", basis or "")


def _families() -> list[str]:
    return [family.family for family in ask(families)]


def _by_word(label: str, key: str, words: dict[str, str]) -> tuple[str, ...]:
    picked = filters.some(label, key, list(words.values()))
    return tuple(value for value, word in words.items() if word in picked)


def _years(known: Sequence[int]) -> tuple[int | None, int | None]:
    """The span of award years, None where it is not narrowed."""
    if len(known) < 2:
        return None, None
    first, last = known[0], known[-1]
    chosen = st.slider("Award years", first, last, (first, last), key="years", bind=filters.BIND)
    return (chosen[0] if chosen[0] > first else None), (chosen[1] if chosen[1] < last else None)
