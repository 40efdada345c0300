"""Which records the page of records shows."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters
from dashboard.components.evidence import BASIS_WORDS
from dashboard.domain.statuses import WORDS
from dashboard.queries.families import families
from dashboard.queries.records import RecordFilter

if TYPE_CHECKING:
    from pandas import DataFrame

_BASES = {**BASIS_WORDS, "claim": "counted claim", "tier": "tier", "list": "complete list"}


def choose(everything: "DataFrame") -> RecordFilter:
    """The filter in the address, with the controls to change it. `everything` is all records."""
    wanted = RecordFilter(
        text=filters.text("Search", "q"),
        families=filters.some("Award family", "families", _families()),
        awards=filters.some("Award", "award", _values(everything, "award")),
        statuses=_by_word("Status", "status", {status: words.word for status, words in WORDS.items()}),
        kinds=filters.some("Kind of school", "kind", _values(everything, "kind")),
        states=filters.some("State", "state", _values(everything, "state")),
        bases=_by_word("Basis", "basis", _BASES),
    )
    first, last = _years(everything)
    conflicts = st.checkbox("Only conflicts", key="conflicts", bind=filters.BIND)
    return replace(wanted, first_year=first, last_year=last, conflicts_only=conflicts)


def basis_word(basis: str | None) -> str:
    """A basis in the words of the screen."""
    return _BASES.get(basis or "", basis or "")


def _families() -> list[str]:
    return [family.family for family in ask(families)]


def _by_word(label: str, key: str, words: dict[str, str]) -> tuple[str, ...]:
    picked = filters.some(label, key, list(words.values()))
    return tuple(value for value, word in words.items() if word in picked)


def _values(everything: "DataFrame", column: str) -> list[str]:
    return sorted(everything[column].dropna().unique())


def _years(everything: "DataFrame") -> tuple[int | None, int | None]:
    """The span of award years, None where it is not narrowed."""
    if everything.empty:
        return None, None
    first, last = int(everything["year"].min()), int(everything["year"].max())
    if first == last:
        return None, None
    chosen = st.slider("Award years", first, last, (first, last), key="years", bind=filters.BIND)
    return (chosen[0] if chosen[0] > first else None), (chosen[1] if chosen[1] < last else None)
