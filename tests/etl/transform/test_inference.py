"""The arithmetic of claims, against hand-made cases and against trying every possible world."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from etl.transform.inference import CountedClaim, Inferred, infer

HELD = range(2012, 2026)


def in_a_row(n: int, as_of: int, key: str = "row") -> CountedClaim:
    return CountedClaim(key, "consecutive", n, as_of)


def times(n: int, as_of: int, key: str = "times", counts_from: int | None = None) -> CountedClaim:
    return CountedClaim(key, "total", n, as_of, counts_from)


def first(as_of: int, key: str = "first", counts_from: int | None = None) -> CountedClaim:
    return CountedClaim(key, "first_time", 1, as_of, counts_from)


def since(year: int, as_of: int, key: str = "since") -> CountedClaim:
    return CountedClaim(key, "every_year_since", year, as_of)


def because(years: Iterable[int], *keys: str) -> dict[int, tuple[str, ...]]:
    return dict.fromkeys(years, keys)


# --- known knots of real claims, keyed anew


def test_without_claims_nothing_follows() -> None:
    assert infer(HELD, {2018, 2022}, {2019}, []) == Inferred({}, {})


def test_six_in_a_row_run_across_the_split_of_the_award() -> None:
    claims = [in_a_row(6, 2017, "c2"), in_a_row(6, 2017, "c1"), in_a_row(6, 2017, "c3")]
    assert infer(HELD, {2017, 2020}, (), claims) == Inferred(because(range(2012, 2017), "c1"), {})


def test_nine_in_a_row_in_2020_reach_back_to_the_first_year() -> None:
    inferred = infer(HELD, {2017, 2020}, (), [in_a_row(6, 2017, "six"), in_a_row(9, 2020, "nine")])
    assert set(inferred.probable) == {2012, 2013, 2014, 2015, 2016, 2018, 2019}
    assert inferred.probable[2018] == inferred.probable[2019] == ("nine",)
    assert not inferred.not_won


def test_second_time_with_both_wins_known_closes_every_other_year_up_to_it() -> None:
    inferred = infer(HELD, {2018, 2022, 2023}, (), [times(2, 2022), in_a_row(2, 2023)])
    assert inferred == Inferred({}, because([*range(2012, 2018), 2019, 2020, 2021], "times"))


def test_a_total_from_a_year_on_says_nothing_about_earlier_years() -> None:
    inferred = infer(
        HELD, {2019, 2022, 2024}, (), [in_a_row(2, 2019), times(3, 2022, "a", 2018), times(4, 2024, "b", 2018)]
    )
    assert inferred == Inferred(
        because([2018], "row"), {**because([2020, 2021], "a", "row"), **because([2023], "a", "b")}
    )


def test_first_time_in_2021_clashes_with_six_in_a_row_in_2023_and_nothing_is_inferred() -> None:
    claims = [first(2021), in_a_row(2, 2022, "two"), in_a_row(6, 2023, "six"), in_a_row(3, 2023, "three")]
    assert infer(HELD, {2021, 2022, 2023, 2024}, (), claims) == Inferred({}, {}, ("first", "six"))


def test_sixth_time_and_sixth_in_a_row_clash_with_a_win_before_the_run() -> None:
    claims = [in_a_row(6, 2024), times(6, 2024)]
    assert infer(HELD, {2016, 2023, 2024}, (), claims) == Inferred({}, {}, ("row", "times", "won:2016"))
    assert infer(HELD, {2023, 2024}, (), claims) == Inferred(
        because(range(2019, 2023), "row"), because(range(2012, 2019), "row", "times")
    )


def test_three_times_clash_with_four_known_wins() -> None:
    assert infer(HELD, {2013, 2016, 2018, 2022}, (), [times(3, 2022)]) == Inferred(
        {}, {}, ("times", "won:2013", "won:2016", "won:2018", "won:2022")
    )


def test_a_shorter_run_of_the_same_year_is_no_clash() -> None:
    inferred = infer(HELD, {2020}, (), [in_a_row(2, 2020, "two"), in_a_row(3, 2020, "three")])
    assert inferred == Inferred({2018: ("three",), 2019: ("two",)}, {})


# --- the edges of each definition


def test_thirteen_in_a_row_before_thirteen_years_were_held_cannot_be_true() -> None:
    assert infer(HELD, (), (), [in_a_row(13, 2024)]).probable == because(range(2012, 2025), "row")
    assert infer(HELD, (), (), [in_a_row(13, 2023), first(2025)]) == Inferred({}, {}, ("row",))


def test_years_without_an_award_are_bridged() -> None:
    held = [2018, 2019, 2021, 2022]
    assert infer(held, (), (), [in_a_row(3, 2022)]).probable == because([2019, 2021, 2022], "row")
    assert infer(held, (), (), [since(2019, 2022)]).probable == because([2019, 2021, 2022], "since")
    assert infer(held, (), (), [in_a_row(2, 2020)]).probable == because([2018, 2019], "row")


def test_every_year_since_is_won_and_a_known_loss_within_clashes() -> None:
    assert infer(HELD, {2014}, (), [since(2014, 2017)]).probable == because([2015, 2016, 2017], "since")
    assert infer(HELD, {2014}, {2016}, [since(2014, 2017)]).clash == ("since", "not_won:2016")
    assert infer(HELD, (), {2016}, [since(2017, 2016)]) == Inferred({}, {})


def test_first_time_is_a_win_and_closes_the_years_before_it() -> None:
    assert infer(HELD, (), (), [first(2014)]) == Inferred({2014: ("first",)}, because([2012, 2013], "first"))
    assert infer(HELD, {2012}, (), [first(2015, counts_from=2014)]) == Inferred({2015: ("first",)}, {2014: ("first",)})
    assert infer([2012, 2014], (), (), [first(2013)]).clash == ("first",)


def test_a_total_can_fill_the_years_that_are_left() -> None:
    assert infer(HELD, {2013}, {2012, 2014}, [times(3, 2016)]).probable == because([2015, 2016], "times")


def test_the_year_of_a_total_need_not_be_won() -> None:
    assert infer([2012, 2013, 2014], {2012, 2013}, (), [times(2, 2014)]).not_won == {2014: ("times",)}


def test_a_page_that_counts_one_award_bounds_the_family_from_below() -> None:
    def alone(claim: CountedClaim) -> list[CountedClaim]:
        return [replace(claim, whole_family=False, award="HP-HEED")]

    assert infer(HELD, {2014}, (), alone(first(2018))) == Inferred({2018: ("first",)}, {})
    assert infer(HELD, (), (), alone(in_a_row(2, 2017))).probable == because([2016, 2017], "row")
    assert infer(HELD, {2016, 2017, 2018}, (), alone(times(2, 2018))) == Inferred({}, {})
    assert infer(HELD, (), (), alone(times(2, 2018, "t", 2017))).probable == because([2017, 2018], "t")


def test_a_win_in_a_year_without_an_award_counts_as_a_held_year() -> None:
    assert infer([2018, 2020], {2019}, {2017}, [in_a_row(3, 2020)]).probable == because([2018, 2020], "row")


def test_two_claims_together_need_both_in_the_explanation() -> None:
    inferred = infer(HELD, (), (), [times(2, 2020, "a"), times(4, 2022, "b")])
    assert inferred == Inferred(because([2021, 2022], "a", "b"), {})


def test_an_explanation_names_one_claim_where_one_suffices() -> None:
    claims = [times(2, 2020, "a"), times(4, 2022, "b"), in_a_row(2, 2022, "z")]
    assert infer(HELD, (), (), claims).probable == because([2021, 2022], "z")


def test_an_explanation_rather_takes_known_years_than_one_more_claim() -> None:
    claims = [times(3, 2016), in_a_row(3, 2014)]
    assert infer(range(2012, 2017), {2012, 2013, 2014}, (), claims) == Inferred({}, because([2015, 2016], "times"))


def test_one_year_cannot_be_known_as_both() -> None:
    with pytest.raises(ValueError, match=r"years \[2018\] are given as won and as not won"):
        infer(HELD, {2018, 2019}, {2018}, [times(2, 2020)])


def test_an_unknown_kind_of_claim_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="unknown kind of claim 'best_of'; known: consecutive"):
        infer(HELD, (), (), [CountedClaim("c", "best_of", 1, 2020)])


# --- the naive second implementation: try every possible world


def holds(claim: CountedClaim, world: Collection[int], held: Sequence[int]) -> bool:
    """Whether the claim is true where exactly the years `world` are won."""
    until = [year for year in held if year <= claim.as_of_year]
    counted = [year for year in until if claim.counts_from is None or year >= claim.counts_from]
    wins = sum(year in world for year in counted)
    if claim.claim == "consecutive":
        return len(until) >= claim.n and all(year in world for year in until[len(until) - claim.n :])
    if claim.claim == "every_year_since":
        return all(year in world for year in until if year >= claim.n)
    if claim.claim == "total":
        return wins == claim.n if claim.whole_family else wins >= claim.n
    earlier = sum(year in world for year in counted if year < claim.as_of_year)
    return claim.as_of_year in world and (earlier == 0 or not claim.whole_family)


def worlds(
    held: Sequence[int], won: Collection[int], not_won: Collection[int], claims: Collection[CountedClaim]
) -> list[set[int]]:
    """Every set of won years in which all that is known and claimed is true."""
    held = sorted({*held, *won})
    tried = ({year for year, hit in zip(held, hits, strict=True) if hit} for hits in product((0, 1), repeat=len(held)))
    return [
        world
        for world in tried
        if world >= set(won) and not world & set(not_won) and all(holds(claim, world, held) for claim in claims)
    ]


def can_be(held: Sequence[int], marks: Collection[str], claims: Sequence[CountedClaim]) -> bool:
    """Whether the statements named in `marks` (keys of claims, won:Y, not_won:Y) can all be true."""
    won = {int(mark[4:]) for mark in marks if mark.startswith("won:")}
    not_won = {int(mark[8:]) for mark in marks if mark.startswith("not_won:")}
    return bool(worlds(held, won, not_won, [claim for claim in claims if claim.claim_key in marks]))


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[int], set[int], set[int], list[CountedClaim]]:
    """Up to seven held years with gaps, some known, and up to four claims that may or may not fit."""
    held = sorted(draw(st.sets(st.integers(2012, 2020), min_size=1, max_size=7)))
    known = draw(st.dictionaries(st.sampled_from(held), st.booleans(), max_size=4))
    kinds = draw(st.lists(st.sampled_from(["consecutive", "total", "first_time", "every_year_since"]), max_size=4))
    year = st.integers(2011, 2021)
    claims = [
        CountedClaim(
            f"c{number}", kind, {"every_year_since": draw(year), "first_time": 1}.get(kind) or draw(st.integers(1, 5)),
            draw(year), draw(st.none() | year), draw(st.integers(0, 3)) > 0,
        )
        for number, kind in enumerate(kinds)
    ]  # fmt: skip
    return held, {y for y, win in known.items() if win}, {y for y, win in known.items() if not win}, claims


@settings(max_examples=600)
@given(cases())
@example(([2016, 2017, 2018, 2019], {2016}, set(), [in_a_row(3, 2019), times(3, 2019)]))
def test_forced_years_and_clashes_are_those_of_all_worlds(
    case: tuple[list[int], set[int], set[int], list[CountedClaim]],
) -> None:
    held, won, not_won, claims = case
    possible = worlds(held, won, not_won, claims)
    inferred = infer(held, won, not_won, claims)
    open_years = set(held) - won - not_won if possible and claims else set()
    assert (inferred.clash == ()) == bool(possible)
    assert set(inferred.probable) == {year for year in open_years if all(year in world for world in possible)}
    assert set(inferred.not_won) == {year for year in open_years if all(year not in world for world in possible)}


@settings(max_examples=300)
@given(cases())
def test_no_smaller_set_of_statements_clashes(case: tuple[list[int], set[int], set[int], list[CountedClaim]]) -> None:
    held, won, not_won, claims = case
    clash = infer(held, won, not_won, claims).clash
    years = sorted({*held, *won})
    everything = [claim.claim_key for claim in claims]
    everything += [f"won:{year}" for year in won] + [f"not_won:{year}" for year in not_won]
    assert len(set(clash)) == len(clash)
    if clash:
        assert not can_be(years, clash, claims)
        assert all(can_be(years, fewer, claims) for fewer in combinations(everything, len(clash) - 1))


@settings(max_examples=300)
@given(cases())
def test_each_explanation_suffices_and_no_smaller_one_does(
    case: tuple[list[int], set[int], set[int], list[CountedClaim]],
) -> None:
    held, won, not_won, claims = case
    inferred = infer(held, won, not_won, claims)
    for answer, outcome in ((inferred.probable, True), (inferred.not_won, False)):
        for year, keys in answer.items():
            for size in range(len(keys) + 1):
                sets = [keys] if size == len(keys) else combinations([claim.claim_key for claim in claims], size)
                follows = [
                    all((year in world) is outcome for world in worlds(held, won, not_won, chosen))
                    for chosen in ([claim for claim in claims if claim.claim_key in names] for names in sets)
                ]
                assert any(follows) == (size == len(keys))


@settings(max_examples=150)
@given(cases(), st.randoms(use_true_random=False))
def test_neither_order_nor_duplicates_matter(
    case: tuple[list[int], set[int], set[int], list[CountedClaim]], random: Random
) -> None:
    held, won, not_won, claims = case
    mixed = claims + claims[:2]
    random.shuffle(mixed)
    backwards = held[::-1]
    assert infer(backwards + held[:1], sorted(won), sorted(not_won, reverse=True), mixed) == infer(
        held, won, not_won, claims
    )
