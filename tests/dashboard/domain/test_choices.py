"""Filters as names with values: what is written is read back, and what is no choice is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.choices import NotAChoice
from dashboard.domain.statuses import WORDS
from dashboard.domain.streak_filter import ORDERS, STATES, StreakFilter
from dashboard.export.tables import TABLES
from dashboard.queries.records import RecordFilter
from etl.schema import BASES

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=20
)
some_words = st.lists(words, max_size=3).map(tuple)
years = st.none() | st.integers(1900, 2100)
record_filters = st.builds(
    RecordFilter,
    school_ids=some_words, families=some_words, awards=some_words, kinds=some_words, states=some_words,
    statuses=st.lists(st.sampled_from(list(WORDS)), unique=True).map(tuple),
    bases=st.lists(st.sampled_from(BASES), unique=True).map(tuple),
    first_year=years, last_year=years, text=st.just("") | words, conflicts_only=st.booleans(),
)  # fmt: skip
streak_filters = st.builds(
    StreakFilter,
    text=st.just("") | words, kinds=some_words, states=some_words,
    streak=st.lists(st.sampled_from(STATES), unique=True).map(tuple),
    min_wins=st.integers(0, 50), order=st.sampled_from(list(ORDERS)), family=words,
)  # fmt: skip


def as_given(written: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    """As an address gives them."""
    found: dict[str, list[str]] = {}
    for name, value in written:
        found.setdefault(name, []).append(value)
    return found


@given(wanted=record_filters)
def test_a_filter_of_records_is_read_back(wanted: RecordFilter) -> None:
    table = TABLES["records"]
    assert table.wanted(as_given(table.written(wanted))) == wanted


@given(wanted=streak_filters)
def test_a_filter_of_streaks_is_read_back(wanted: StreakFilter) -> None:
    table = TABLES["streaks"]
    assert table.wanted(as_given(table.written(wanted))) == wanted


def test_the_words_of_the_screen_and_the_two_ends_of_a_slider_are_understood() -> None:
    wanted = TABLES["records"].wanted({"status": ["probably won", "NOT_WON"], "years": ["2018", "2023"]})
    assert (wanted.statuses, wanted.first_year, wanted.last_year) == (("probable", "not_won"), 2018, 2023)
    assert TABLES["records"].wanted({"years": ["2018–"]}).last_year is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"colour": ["red"]}, "no filter here; known: q, school"),
        ({"status": ["wonn"]}, "known: won, probable"),
        ({"years": ["yesterday"]}, "no span of years such as 2018-2023"),
        ({"conflicts": ["perhaps"]}, "neither yes nor no"),
        ({"q": ["x" * 10_000]}, "at most"),
        ({"school": ["x"] * 501}, "at most 500"),
    ],
)
def test_what_is_no_choice_is_told(given: dict[str, list[str]], told: str) -> None:
    with pytest.raises(NotAChoice, match=told):
        TABLES["records"].wanted(given)


def test_a_number_that_is_none_is_told() -> None:
    with pytest.raises(NotAChoice, match="no whole number"):
        TABLES["streaks"].wanted({"wins": ["-1"]})
