"""The seven states of a school's year: their marks and words, for terminal, pages and reports alike."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class StatusWords:
    """How a status is shown: never by colour alone, always by its own mark and word."""

    status: str
    mark: str
    """One character, a cell of the year strip."""
    word: str
    """For tables and legends."""
    long: str
    """For hints: what the status says and what it does not."""


TIER_MARK: Final = "★"
"""Stands after the mark of a year in which the school also received a tier."""

WORDS: Final = {
    words.status: words
    for words in (
        StatusWords("won", "●", "won", "won: at least one source names this win"),
        StatusWords("probable", "◐", "probably won", "probably won: follows from a counted claim or a tier"),
        StatusWords("not_won", "○", "not won", "applied and not chosen, or absent from a complete list of winners"),
        StatusWords("did_not_apply", "–", "did not apply", "did not apply, or withdrew the application"),
        StatusWords("pending", "…", "pending", "applied; the result is not known yet"),
        StatusWords("no_award", "×", "no award held", "the award was not given that year; a streak passes over it"),
        StatusWords("unknown", "?", "not known", "nothing is known of this year, which does not mean not won"),
    )
}
"""By status, in the order of legends."""

WINS: Final = frozenset({"won"})
PROBABLE_WINS: Final = frozenset({"won", "probable"})
BREAKS: Final = frozenset({"not_won", "did_not_apply"})
"""States that end a streak."""
UNDECIDED: Final = frozenset({"unknown", "probable", "pending"})
"""States that leave open whether a streak goes on."""


def mark(status: str) -> str:
    """The one-character mark of `status`. Raises KeyError for a word that is no status."""
    return WORDS[status].mark


def word(status: str) -> str:
    """The word of `status` for tables and legends. Raises KeyError for a word that is no status."""
    return WORDS[status].word


def long_word(status: str) -> str:
    """What `status` says, as a phrase. Raises KeyError for a word that is no status."""
    return WORDS[status].long
