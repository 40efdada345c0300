"""The glossary has every word that the design fixes, and every state."""

import re

import pytest

from dashboard.components.glossary import term_link
from dashboard.domain.glossary import STATES, TERMS, meaning, term
from dashboard.domain.statuses import WORDS

FIXED = (
    "institution", "school", "award", "award family", "cycle", "source", "observation", "claim", "record", "streak",
    "initiative", "load", "refused row", "unresolved name", "peer group",
)  # fmt: skip


def test_every_word_of_the_house_is_there() -> None:
    assert set(FIXED) <= {one.word for one in TERMS.values()}
    assert list(STATES) == list(WORDS)


def test_keys_can_stand_in_an_address_and_meanings_are_sentences() -> None:
    for key, one in TERMS.items():
        assert re.fullmatch("[a-z-]+", key)
        assert one.meaning.endswith(".")
        assert meaning(key) == one.meaning


def test_a_term_is_found_by_its_key_and_a_state_too() -> None:
    assert term("streak") is TERMS["streak"]
    assert term("not-won") is STATES["not_won"]
    assert term("<script>") is None


def test_a_link_to_a_word_that_is_none_is_an_error() -> None:
    assert term_link("streak") == (
        f'<a class="aw-term" href="glossary?term=streak" title="{TERMS["streak"].meaning}">streak</a>'
    )
    with pytest.raises(KeyError):
        term_link("no such word")
