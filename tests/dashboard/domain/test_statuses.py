"""Every status has its own mark and word."""

import pytest

from dashboard.domain.statuses import BREAKS, PROBABLE_WINS, TIER_MARK, UNDECIDED, WORDS, long_word, mark, word
from dashboard.terminal import PLAIN
from etl.schema import STATUSES


def test_the_words_are_those_of_the_schema() -> None:
    assert set(WORDS) == set(STATUSES)


def test_no_two_statuses_share_a_mark_or_a_word() -> None:
    assert [mark(status) for status in WORDS] == ["●", "◐", "○", "–", "…", "×", "?"]
    assert len({word(status) for status in WORDS}) == len({long_word(status) for status in WORDS}) == len(WORDS)


def test_every_mark_has_a_letter_for_old_terminals() -> None:
    plain = [PLAIN.get(mark(status), mark(status)) for status in (*WORDS,)]
    assert len(set(plain) | {PLAIN[TIER_MARK]}) == len(WORDS) + 1
    assert "".join(plain).isascii()


def test_every_status_but_no_award_is_a_win_a_break_or_undecided() -> None:
    assert set(STATUSES) - {"no_award"} == PROBABLE_WINS | BREAKS | UNDECIDED


def test_a_word_that_is_no_status_is_an_error() -> None:
    with pytest.raises(KeyError, match="lost"):
        mark("lost")
