"""Comparisons: places, bounds, shares, changes, held against a second implementation."""

from collections.abc import Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.comparison import NoCycle, compare, longest_run, run_through
from dashboard.domain.comparison_words import answer, caution, changes_told, cumulative_title, ordinal, share_title
from dashboard.domain.statuses import WORDS
from dashboard.domain.streaks import Current, Run, SchoolStreaks, YearCell

FIRST = 2018
UNDECIDED = ("unknown", "probable", "pending")


def school(key: str, statuses: Sequence[str], tiers: Mapping[int, tuple[str, ...]] | None = None) -> SchoolStreaks:
    cells = tuple(
        YearCell(FIRST + at, status, tiers=(tiers or {}).get(FIRST + at, ())) for at, status in enumerate(statuses)
    )
    won = [cell.year for cell in cells if cell.status == "won"]
    return SchoolStreaks(
        key, key.title(), key.upper(), "law", None, "HEED", cells[-1].year, cells, len(won), min(won, default=None),
        Run(0, None, None), Current(0, None, None, "none"), Current(0, None, None, "none"), max(won, default=None),
    )  # fmt: skip


W, U, N, P, X, D = "won", "unknown", "not_won", "probable", "no_award", "did_not_apply"
STATUSES = st.sampled_from(list(WORDS))


@st.composite
def fields(draw: st.DrawFn) -> list[SchoolStreaks]:
    """An own school and others over the same years, one of them held at least."""
    years = draw(st.integers(1, 5))
    strips = draw(st.lists(st.lists(STATUSES, min_size=years, max_size=years), min_size=2, max_size=6))
    strips[0][-1] = W
    return [school(f"s{at}", strip) for at, strip in enumerate(strips)]


@given(fields())
def test_places_are_those_of_a_sorted_list(strips: list[SchoolStreaks]) -> None:
    found = compare(strips[0], strips, FIRST, strips[0].years[-1].year)
    counts = sorted((sum(cell.status == W for cell in strip.years) for strip in strips), reverse=True)
    for one in found.own_first:
        wins = sum(cell.status == W for cell in one.streaks.years)
        places = [place for place, n in enumerate(counts, 1) if n == wins]
        assert (one.wins, one.first_place, one.last_place) == (wins, places[0], places[-1])
    assert {one.school_id for one in found.everyone} == {strip.school_id for strip in strips}


@given(
    st.integers(1, 2).flatmap(
        lambda years: st.lists(st.lists(STATUSES, min_size=years, max_size=years), min_size=2, max_size=3)
    )
)
def test_bounds_are_the_extremes_of_all_that_may_have_been(rows: list[list[str]]) -> None:
    rows[0][0] = W
    strips = [school(f"s{at}", row) for at, row in enumerate(rows)]
    found = compare(strips[0], strips[1:], FIRST, FIRST + len(rows[0]) - 1)
    open_cells = [(at, year) for at, row in enumerate(rows) for year, status in enumerate(row) if status in UNDECIDED]
    best, worst = len(rows), 1
    for filled in product((0, 1), repeat=len(open_cells)):
        wins = [row.count(W) for row in rows]
        for (at, _), more in zip(open_cells, filled, strict=True):
            wins[at] += more
        best = min(best, 1 + sum(n > wins[0] for n in wins[1:]))
        worst = max(worst, 1 + sum(n >= wins[0] for n in wins[1:]))
    assert (found.own.best_place, found.own.worst_place) == (best, worst)


@given(fields())
def test_shares_and_cumulative_wins_count_as_a_plain_loop_does(strips: list[SchoolStreaks]) -> None:
    found = compare(strips[0], strips[1:], FIRST, strips[0].years[-1].year)
    for share in found.shares():
        cells = [cell for strip in strips[1:] for cell in strip.years if cell.year == share.year]
        assert share.won == sum(cell.status == W for cell in cells)
        assert share.decided == sum(cell.status in (W, N, D) for cell in cells)
        assert share.n == len(strips) - 1
    for one in found.own_first:
        for year, wins, undecided in one.cumulative():
            so_far = [cell.status for cell in one.streaks.years if cell.year <= year]
            assert wins == so_far.count(W)
            assert undecided == sum(status in UNDECIDED for status in so_far)


SOME = compare(
    school("own", [U, W, X, W, W]),
    [
        school("grew", [U, W, X, W, W], {2022: ("HEED-CHAMPION",)}),
        school("lost", [U, N, X, W, N]),
        school("open", [W, W, X, W, P]),
        school("fresh", [U, U, X, U, W]),
        school("silent", [U, U, X, U, U]),
        school("own", [U, U, U, U, U]),
    ],
    2018,
    2022,
)


def test_the_own_school_is_not_held_against_itself() -> None:
    assert [one.school_id for one in SOME.others] == ["grew", "open", "fresh", "lost", "silent"]


def test_the_place_is_told_with_ties_and_what_is_undecided() -> None:
    assert answer(SOME) == "3 known wins in 2018–2022: 1st–3rd of 6 schools"
    assert caution(SOME).startswith(
        "All 6 schools have undecided years, 1 of them nothing else: depending on what they were, "
        "the true place is anywhere from 1st to 5th."
    )
    assert (SOME.n_undecided, SOME.n_silent) == (6, 1)


def test_a_comparison_in_which_all_is_known() -> None:
    known = compare(school("own", [N, N]), [school("a", [W, D])], 2018, 2019)
    assert answer(known) == "No known win in 2018–2019: 2nd of 2 schools"
    assert caution(known) == "Every held year of all 2 schools is known."


def test_a_year_without_an_award_is_bridged_and_not_counted() -> None:
    assert SOME.held == (2018, 2019, 2021, 2022)
    assert SOME.own.longest == Run(3, 2019, 2022)
    assert SOME.own.undecided == 1
    assert [share.held for share in SOME.shares()] == [True, True, False, True, True]
    assert run_through(SOME.own.streaks, 2022) == 3


def test_what_changed_since_the_held_year_before() -> None:
    assert SOME.changes().before == 2021
    assert changes_told(SOME.changes()) == [
        ("Streak grew", ["Own: 3 in a row through 2022", "Grew: 3 in a row through 2022"]),
        ("Won 2022, not known to have won 2021", ["Fresh: first known win"]),
        ("Streak ended", ["Lost: won 2021, not 2022"]),
        ("Streak open", ["Open: won 2021; probably won in 2022"]),
        ("Decided for the first time", ["Fresh: won in 2022; no earlier year is decided"]),
    ]


def test_a_span_of_one_year_is_held_against_the_year_before_it() -> None:
    short = compare(school("own", [W, W]), [school("a", [U, W])], 2019, 2019)
    assert (short.years, short.own.wins, short.changes().before) == ((2019,), 1, 2018)
    assert short.others[0].streaks.first_year == 2019


def test_the_first_held_year_of_all_has_no_year_before() -> None:
    first = compare(school("own", [W]), [school("a", [U])], 2018, 2018)
    assert changes_told(first.changes()) == [("Won 2018, the first year held", ["Own: won"])]


def test_titles_say_the_finding_with_its_denominator() -> None:
    assert share_title(SOME) == "2 of 5 schools of the group known to have won in 2022; most in 2021: 3"
    assert cumulative_title(SOME) == "OWN: 3 known wins by 2022; most in the group: 3 (GREW and OPEN)"
    nothing = compare(school("own", [W]), [school("a", [U])], 2018, 2018)
    assert share_title(nothing) == "No win of the group (1 school) is known in these years"


@pytest.mark.parametrize(("first", "last"), [(2020, 2020), (1990, 1995)])
def test_a_span_without_a_cycle(first: int, last: int) -> None:
    with pytest.raises(NoCycle, match=f"no HEED cycle from {first} to {last}"):
        compare(school("own", [W, N, X]), [school("a", [U, U, X])], first, last)


@pytest.mark.parametrize(
    ("strip", "run"),
    [
        ([], (0, None, None)),
        ([W, X, W, U, W], (2, 2018, 2020)),
        ([W, U, W], (1, 2020, 2020)),
        ([X, U, N], (0, None, None)),
    ],
)
def test_the_longest_run_of_a_span(strip: list[str], run: tuple[int, int | None, int | None]) -> None:
    assert longest_run(YearCell(FIRST + at, status) for at, status in enumerate(strip)) == Run(*run)


def test_ordinals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th",
    ]  # fmt: skip


def test_five_hundred_schools_are_compared() -> None:
    many = [school(f"s{at:03}", [W if at % 3 else U, N]) for at in range(500)]
    found = compare(many[0], many[1:], 2018, 2019)
    assert answer(found) == "No known win in 2018–2019: 334th–500th of 500 schools"
    assert found.own.best_place == 1
