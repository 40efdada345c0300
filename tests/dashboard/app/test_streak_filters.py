"""The filter and the order of the page of streaks, against a plain second way of doing it."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.streak_filter import ORDERS, StreakFilter, matching
from dashboard.domain.streaks import Current, Run, SchoolStreaks

KINDS, STATES, STREAKS = ("medicine", "law", "institution"), ("MO", "KS", None), ("alive", "open", "broken", "none")
YEARS = st.integers(2012, 2025)


@st.composite
def schools(draw: st.DrawFn) -> SchoolStreaks:
    state = draw(st.sampled_from(STREAKS))
    total = 0 if state == "none" else draw(st.integers(1, 9))
    last = draw(YEARS) if total else None
    run = Run(draw(st.integers(1, total)), last, last) if total else Run(0, None, None)
    now = Current(0 if state == "broken" else run.n, last, last, state)
    name = draw(st.text("abc ", min_size=1, max_size=6))
    return SchoolStreaks(
        draw(st.text("xyz", min_size=1, max_size=3)), name, name.upper(), draw(st.sampled_from(KINDS)),
        draw(st.sampled_from(STATES)), "HEED", 2025, (), total, last, run, now, now, last,
    )  # fmt: skip


FILTERS = st.builds(
    StreakFilter,
    text=st.text("abxy ", max_size=3),
    kinds=st.lists(st.sampled_from(KINDS), max_size=2).map(tuple),
    states=st.lists(st.sampled_from(("MO", "KS")), max_size=2).map(tuple),
    streak=st.lists(st.sampled_from(STREAKS), max_size=2).map(tuple),
    min_wins=st.integers(0, 9),
    order=st.sampled_from(sorted(ORDERS)),
)


def naive(rows: Iterable[SchoolStreaks], wanted: StreakFilter) -> list[SchoolStreaks]:
    kept = []
    for row in rows:
        if wanted.kinds and row.kind not in wanted.kinds:
            continue
        if wanted.states and row.state not in wanted.states:
            continue
        if wanted.streak and row.current.state not in wanted.streak:
            continue
        if row.total < wanted.min_wins:
            continue
        names = [row.school_id.lower(), row.school_name.lower(), row.short_name.lower()]
        if any(not any(word in name for name in names) for word in wanted.text.lower().split()):
            continue
        kept.append(row)
    return kept


@given(st.lists(schools(), max_size=12), FILTERS)
def test_the_filter_lets_through_what_a_plain_loop_does(rows: list[SchoolStreaks], wanted: StreakFilter) -> None:
    found = matching(rows, wanted)
    assert sorted(map(id, found)) == sorted(map(id, naive(rows, wanted)))


@given(st.lists(schools(), max_size=12))
def test_alive_streaks_stand_before_open_ones_and_those_before_broken_ones(rows: list[SchoolStreaks]) -> None:
    states = [row.current.state for row in matching(rows, StreakFilter())]
    assert states == sorted(states, key=STREAKS.index)


@given(st.lists(schools(), max_size=12))
def test_other_orders_fall(rows: list[SchoolStreaks]) -> None:
    def falling(order: str) -> list[SchoolStreaks]:
        return matching(rows, StreakFilter(order=order))

    assert [row.total for row in falling("Most wins")] == sorted((row.total for row in rows), reverse=True)
    assert [row.longest.n for row in falling("Longest streak")] == sorted((r.longest.n for r in rows), reverse=True)
    assert [row.last_won or 0 for row in falling("Latest win")] == sorted((r.last_won or 0 for r in rows), reverse=True)
    assert [row.school_name for row in falling("Name")] == sorted(row.school_name for row in rows)


@pytest.mark.parametrize("order", ORDERS)
def test_the_order_does_not_hang_on_the_order_before(order: str) -> None:
    rows = [
        SchoolStreaks(
            name, name, name, "law", "MO", "HEED", 2025, (), 1, 2020, Run(1, 2020, 2020), now, now, 2020
        )
        for name in "cab"
        for now in [Current(1, 2020, 2020, "open", (2021,))]
    ]  # fmt: skip
    assert [row.school_name for row in matching(rows, StreakFilter(order=order))] == ["a", "b", "c"]


def test_the_filter_in_few_words() -> None:
    assert StreakFilter("ku", ("law",), ("KS",), ("open",), 2, "Name").described() == (
        "ku", "law", "KS", "open", "2 wins or more", "by name",
    )  # fmt: skip
    assert StreakFilter().described() == ("by current streak",)
