"""The rules that turn statements into records and years: each by example, the whole by properties."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.transform.conclusion import Conclusion, CycleYear, SourcedClaim, YearStatus, conclude
from etl.transform.inference import CountedClaim
from etl.transform.records import Record, Statement, records_of

CALENDAR = [CycleYear(year, True, True, False) for year in range(2012, 2026)]


def says(
    outcome: str = "won", basis: str = "announced", source: str = "page-a", *, suspect: bool = False, year: int = 2020,
    award: str = "HP-HEED", on: date | None = None, role: str = "award",
) -> Statement:  # fmt: skip
    return Statement(f"{source}/{outcome}/{on}", award, year, outcome, basis, suspect, source, on, role)


def log(outcome: str, on: date | None = None, *, award: str = "HP-HEED", year: int = 2020) -> Statement:
    return says(outcome, "own_log", "own-log", on=on, award=award, year=year)


def tier(year: int = 2020, *, suspect: bool = False) -> Statement:
    return says(source="page-t", year=year, award="DIVERSITY-CHAMPION", role="tier", suspect=suspect)


def in_a_row(n: int, as_of: int, key: str = "c1") -> SourcedClaim:
    return SourcedClaim(CountedClaim(key, "consecutive", n, as_of), f"page-{key}")


def times(n: int, as_of: int, key: str = "c2") -> SourcedClaim:
    return SourcedClaim(CountedClaim(key, "total", n, as_of), f"page-{key}")


def calendar(*, complete: int | None = None, not_held: int | None = None) -> list[CycleYear]:
    return [replace(c, list_complete=c.year == complete, held=c.year != not_held) for c in CALENDAR]


def decided(statements: Sequence[Statement]) -> tuple[str, str | None, bool]:
    """Status, basis and conflict of the one record that the statements make."""
    (record,) = records_of(statements)
    return record.status, record.basis, record.conflict


def statuses(conclusion: Conclusion) -> dict[int, str]:
    return {status.year: status.status for status in conclusion.years}


# --- records: one award, one year


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([says()], ("won", "announced", False)),
        ([says(basis="claimed")], ("won", "claimed", False)),
        ([log("won")], ("won", "own_log", False)),
        ([says(), log("won"), says(basis="claimed")], ("won", "announced", False)),
        ([log("won"), says(basis="claimed")], ("won", "own_log", False)),
        ([says(suspect=True)], ("unknown", None, False)),
        ([says(suspect=True), log("submitted")], ("pending", "own_log", False)),
        ([log("submitted")], ("pending", "own_log", False)),
        ([log("drafting")], ("unknown", "own_log", False)),
        ([log("planned")], ("unknown", "own_log", False)),
        ([log("withdrawn")], ("did_not_apply", "own_log", False)),
        ([log("did_not_apply")], ("did_not_apply", "own_log", False)),
        ([log("not_won")], ("not_won", "own_log", False)),
        ([log("submitted"), says()], ("won", "announced", False)),
        ([log("submitted"), says(basis="claimed")], ("won", "claimed", False)),
        ([log("planned"), says(basis="claimed")], ("won", "claimed", False)),
        ([log("not_won"), says()], ("won", "announced", True)),
        ([log("not_won"), says(basis="claimed")], ("not_won", "own_log", True)),
        ([log("did_not_apply"), says(basis="claimed")], ("did_not_apply", "own_log", True)),
        ([log("withdrawn"), says()], ("won", "announced", True)),
        ([log("not_won"), says(suspect=True)], ("not_won", "own_log", False)),
        ([says("not_won"), says(source="page-b")], ("won", "announced", True)),
        ([says("not_won"), says(basis="claimed")], ("not_won", "announced", True)),
        ([says("submitted"), log("did_not_apply")], ("did_not_apply", "own_log", False)),
    ],
)
def test_an_announcement_outweighs_the_log_and_the_log_a_past_win_that_is_named(
    statements: list[Statement], expected: tuple[str, str | None, bool]
) -> None:
    assert decided(statements) == expected


MAY, JUNE = date(2020, 5, 1), date(2020, 6, 1)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([log("submitted", MAY), log("not_won", JUNE)], ("not_won", "own_log", False)),
        ([log("won", MAY), log("not_won", JUNE)], ("not_won", "own_log", False)),
        ([log("submitted", JUNE), log("won", MAY)], ("pending", "own_log", False)),
        ([log("won"), log("submitted", MAY)], ("pending", "own_log", False)),
        ([log("planned"), log("drafting"), log("submitted")], ("pending", "own_log", False)),
        ([log("submitted"), log("withdrawn")], ("did_not_apply", "own_log", False)),
        ([log("withdrawn", MAY), log("not_won", MAY)], ("not_won", "own_log", False)),
        ([log("submitted", JUNE), log("drafting", JUNE)], ("pending", "own_log", False)),
        ([log("won", JUNE), log("not_won", JUNE), log("submitted", MAY)], ("unknown", "own_log", True)),
        ([log("won"), log("not_won")], ("unknown", "own_log", True)),
        ([log("won"), log("not_won"), says()], ("won", "announced", True)),
        ([log("won"), log("not_won"), says(basis="claimed")], ("won", "claimed", True)),
    ],
)
def test_of_the_log_the_latest_day_decides_and_on_one_day_the_furthest_stage(
    entries: list[Statement], expected: tuple[str, str | None, bool]
) -> None:
    assert decided(entries) == expected


def test_a_record_tells_who_says_what_and_counts_each_source_once() -> None:
    statements = [
        says(source="page-b"), says(source="page-a"), says(source="page-a"), says(source="page-a", basis="claimed"),
        log("not_won"), says(source="page_c", suspect=True), says(year=2018, basis="claimed"), says(award="HEED"),
    ]  # fmt: skip
    why = "announced won (2 sources); own log not won; claimed won (1 source); suspect, not counted: page_c"
    assert records_of(statements) == [
        Record("HEED", 2020, "won", "announced", 1, False, "announced won (1 source)"),
        Record("HP-HEED", 2018, "won", "claimed", 1, False, "claimed won (1 source)"),
        Record("HP-HEED", 2020, "won", "announced", 3, True, why),
    ]


def test_without_statements_there_is_nothing() -> None:
    assert conclude([], [], CALENDAR) == Conclusion((), (), ())


# --- years: one family


def test_a_school_with_three_stated_wins_and_two_in_a_row() -> None:
    statements = [
        says(basis="claimed", source="page-a", year=2018), says(source="page-a", year=2022),
        says(basis="claimed", source="page-b", year=2022), says(source="page-b", year=2023),
    ]  # fmt: skip
    assert conclude(statements, [in_a_row(2, 2023)], CALENDAR).years == (
        YearStatus(2018, "won", "HP-HEED", "claimed", False, "HP-HEED claimed won (1 source)", ("page-a",)),
        YearStatus(
            2022, "won", "HP-HEED", "announced", False,
            "HP-HEED announced won (1 source); claimed won (1 source)", ("page-a", "page-b"),
        ),
        YearStatus(2023, "won", "HP-HEED", "announced", False, "HP-HEED announced won (1 source)", ("page-b",)),
    )  # fmt: skip


def test_a_counted_claim_makes_a_year_probable() -> None:
    assert conclude([says()], [in_a_row(2, 2020)], CALENDAR).years == (
        YearStatus(
            2019, "probable", None, "claim", False, "probable by claim: 2 in a row as of 2020 (page-c1)", ("page-c1",)
        ),
        YearStatus(2020, "won", "HP-HEED", "announced", False, "HP-HEED announced won (1 source)", ("page-a",)),
    )


def test_claims_that_fit_close_the_years_between() -> None:
    conclusion = conclude([says(year=2022)], [in_a_row(2, 2019), times(3, 2022)], CALENDAR)
    assert statuses(conclusion) == {
        **dict.fromkeys(range(2012, 2018), "not_won"), 2018: "probable", 2019: "probable", 2020: "not_won",
        2021: "not_won", 2022: "won",
    }  # fmt: skip
    assert conclusion.years[-2] == YearStatus(
        2021,
        "not_won",
        None,
        "claim",
        False,
        "not won by claims: 2 in a row as of 2019 (page-c1), 3 in all as of 2022 (page-c2)",
        ("page-c1", "page-c2"),
    )


def test_claims_that_clash_say_nothing_and_are_named() -> None:
    first = SourcedClaim(CountedClaim("c3", "first_time", 1, 2021), "page-c3")
    conclusion = conclude([says(year=2023)], [first, in_a_row(6, 2023)], CALENDAR)
    assert statuses(conclusion) == {2023: "won"}
    assert conclusion.clash == ("c1", "c3")


def test_a_suspect_or_ambiguous_claim_and_one_that_counts_tiers_say_nothing() -> None:
    claim = in_a_row(3, 2020)
    useless = [replace(claim, suspect=True), replace(claim, ambiguous=True), replace(claim, role="tier")]
    assert conclude([], useless, CALENDAR) == Conclusion((), (), ())


def test_without_a_calendar_nothing_follows_from_claims() -> None:
    assert statuses(conclude([says()], [in_a_row(3, 2020)], [])) == {2020: "won"}


def test_years_without_a_cycle_row_can_be_won_and_those_before_the_first_cycle_cannot() -> None:
    assert statuses(conclude([], [in_a_row(3, 2026)], CALENDAR)) == dict.fromkeys((2024, 2025, 2026), "probable")
    assert conclude([], [in_a_row(3, 2013)], CALENDAR).clash == ("c1",)
    assert statuses(conclude([says(year=2009)], [], CALENDAR)) == {2009: "won"}


def test_a_year_without_an_award_is_bridged_by_a_claim() -> None:
    conclusion = conclude([], [in_a_row(2, 2021)], calendar(not_held=2020))
    assert statuses(conclusion) == {2019: "probable", 2021: "probable"}


def test_the_log_is_known_to_the_arithmetic_of_claims() -> None:
    losing = [log("not_won", year=2019), log("did_not_apply", year=2018)]
    assert conclude(losing, [in_a_row(2, 2020)], CALENDAR).clash == ("c1", "not_won:2019")
    assert statuses(conclude(losing, [times(3, 2021)], CALENDAR[5:10])) == {
        **dict.fromkeys((2017, 2020, 2021), "probable"), 2018: "did_not_apply", 2019: "not_won",
    }  # fmt: skip


def test_an_application_under_way_stays_pending_whatever_follows_from_claims() -> None:
    (_, status) = conclude([log("submitted")], [in_a_row(2, 2020)], CALENDAR).years
    why = "HP-HEED own log submitted; probable by claim: 2 in a row as of 2020 (page-c1)"
    assert status == YearStatus(2020, "pending", "HP-HEED", "own_log", False, why, ("own-log",))


def test_a_draft_leaves_the_year_open_to_what_claims_say() -> None:
    (_, status) = conclude([log("drafting")], [in_a_row(2, 2020)], CALENDAR).years
    why = "HP-HEED own log drafting; probable by claim: 2 in a row as of 2020 (page-c1)"
    assert status == YearStatus(2020, "probable", None, "claim", False, why, ("own-log", "page-c1"))


def test_a_tier_makes_a_year_probable_and_never_won_even_where_claims_clash() -> None:
    (status,) = conclude([tier()], [times(9, 2015), in_a_row(9, 2015)], CALENDAR).years
    why = "tier DIVERSITY-CHAMPION announced won (1 source)"
    assert status == YearStatus(2020, "probable", None, "tier", False, why, ("page-t",))
    assert statuses(conclude([tier(suspect=True)], [], CALENDAR)) == {2020: "unknown"}


def test_a_tier_and_a_claim_both_stand_under_a_probable_year() -> None:
    (_, status) = conclude([tier()], [in_a_row(2, 2020)], CALENDAR).years
    why = "probable by claim: 2 in a row as of 2020 (page-c1); tier DIVERSITY-CHAMPION announced won (1 source)"
    assert status == YearStatus(2020, "probable", None, "tier", False, why, ("page-c1", "page-t"))


@pytest.mark.parametrize(
    ("statements", "claims", "complete", "expected"),
    [
        ([says()], [], None, ("won", "announced", False)),
        ([log("submitted")], [], None, ("pending", "own_log", False)),
        ([log("not_won")], [], None, ("not_won", "own_log", True)),
        ([log("did_not_apply")], [], None, ("did_not_apply", "own_log", True)),
        ([], [], 2020, ("not_won", "list", True)),
        ([says(year=2014), says(year=2015)], [times(2, 2021)], None, ("probable", "tier", True)),
    ],
)
def test_a_tier_beside_an_answer_of_the_same_year(
    statements: list[Statement], claims: list[SourcedClaim], complete: int | None, expected: tuple[str, str, bool]
) -> None:
    years = {y.year: y for y in conclude([tier(), *statements], claims, calendar(complete=complete)).years}
    assert (years[2020].status, years[2020].basis, years[2020].conflict) == expected
    assert ("page-t" in years[2020].sources) == (expected[0] != "won")


def test_an_honorary_mention_is_no_win_and_is_told() -> None:
    mention = says(source="page-m", award="HONORARY-MENTION", role="mention")
    why = "mention HONORARY-MENTION announced won (1 source)"
    conclusion = conclude([mention], [], CALENDAR)
    assert conclusion.years == (YearStatus(2020, "unknown", None, None, False, why, ("page-m",)),)
    assert conclusion.records == tuple(records_of([mention]))


def test_a_complete_list_says_no_where_nobody_says_won() -> None:
    why = "the complete list of winners does not name it"
    listed = YearStatus(2020, "not_won", None, "list", False, why, ())
    assert conclude([], [], calendar(complete=2020)).years == (listed,)
    assert conclude([], [], calendar(complete=2020), [2020]).years == ()
    suspect = replace(listed, why="HP-HEED suspect, not counted: page-a; " + why)
    assert conclude([says(suspect=True)], [], calendar(complete=2020)).years == (suspect,)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (says(), ("won", "announced", False)),
        (says(basis="claimed"), ("won", "claimed", True)),
        (log("won"), ("won", "own_log", True)),
        (log("submitted"), ("not_won", "list", False)),
        (says("submitted"), ("not_won", "list", False)),
        (log("planned"), ("not_won", "list", False)),
        (log("not_won"), ("not_won", "own_log", False)),
        (log("withdrawn"), ("did_not_apply", "own_log", False)),
    ],
)
def test_a_complete_list_beside_a_statement(statement: Statement, expected: tuple[str, str, bool]) -> None:
    (status,) = conclude([statement], [], calendar(complete=2020)).years
    assert (status.status, status.basis, status.conflict) == expected


def test_a_complete_list_outweighs_claims_and_clashes_with_them() -> None:
    conclusion = conclude([], [in_a_row(3, 2021)], calendar(complete=2020))
    assert (statuses(conclusion), conclusion.clash) == ({2020: "not_won"}, ("c1", "not_won:2020"))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (says(), ("won", True)),
        (log("planned"), ("no_award", False)),
        (log("submitted"), ("no_award", False)),
        (log("not_won"), ("no_award", True)),
        (says(suspect=True), ("no_award", False)),
        (tier(), ("no_award", False)),
    ],
)
def test_a_year_without_an_award_beside_a_statement(statement: Statement, expected: tuple[str, bool]) -> None:
    (status,) = conclude([statement], [], calendar(not_held=2020)).years
    assert (status.status, status.conflict) == expected
    assert "the calendar says that no award was held" in status.why


def test_a_year_without_an_award_is_told_by_the_calendar_alone() -> None:
    complete_but_not_held = [CycleYear(2020, False, True, True)]
    assert conclude([], [], complete_but_not_held).years == ()


@pytest.mark.parametrize(
    ("heed", "hp_heed", "expected"),
    [
        (log("not_won", award="HEED"), says(basis="claimed"), ("won", "HP-HEED", "claimed")),
        (log("won", award="HEED"), says(), ("won", "HP-HEED", "announced")),
        (log("submitted", award="HEED"), log("not_won"), ("pending", "HEED", "own_log")),
        (log("did_not_apply", award="HEED"), log("submitted"), ("pending", "HP-HEED", "own_log")),
        (log("did_not_apply", award="HEED"), log("not_won"), ("not_won", "HP-HEED", "own_log")),
        (log("drafting", award="HEED"), log("did_not_apply"), ("did_not_apply", "HP-HEED", "own_log")),
        (says(award="HEED", suspect=True), log("planned"), ("unknown", "HP-HEED", "own_log")),
        (says(award="HEED"), says(), ("won", "HEED", "announced")),
    ],
)
def test_of_two_awards_of_a_family_the_one_that_says_more_stands_for_the_year(
    heed: Statement, hp_heed: Statement, expected: tuple[str, str, str]
) -> None:
    (status,) = conclude([hp_heed, heed], [], CALENDAR).years
    assert (status.status, status.award, status.basis) == expected


def test_a_conflict_in_either_award_is_one_of_the_year() -> None:
    (status,) = conclude([says(award="HEED"), log("not_won"), says(basis="claimed")], [], CALENDAR).years
    assert (status.status, status.award, status.conflict) == ("won", "HEED", True)


# --- properties

AWARDS = (("HEED", "award"), ("HP-HEED", "award"), ("DIVERSITY-CHAMPION", "tier"), ("HONORARY-MENTION", "mention"))
OUTCOMES = ("won", "not_won", "did_not_apply", "withdrawn", "submitted", "drafting", "planned")


@st.composite
def a_statement(draw: st.DrawFn) -> Statement:
    award, role = draw(st.sampled_from(AWARDS))
    basis = draw(st.sampled_from(("announced", "claimed", "own_log")))
    outcome = draw(st.sampled_from(OUTCOMES if basis == "own_log" or draw(st.booleans()) else ("won",)))
    day = draw(st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 3))) if basis == "own_log" else None
    return says(
        outcome, basis, draw(st.sampled_from("abc")), suspect=draw(st.booleans()), year=draw(st.integers(2017, 2023)),
        award=award, on=day, role=role,
    )  # fmt: skip


@st.composite
def a_claim(draw: st.DrawFn) -> SourcedClaim:
    kind = draw(st.sampled_from(("consecutive", "total", "first_time", "every_year_since")))
    n = draw(st.integers(2017, 2021)) if kind == "every_year_since" else draw(st.integers(1, 4))
    key = draw(st.sampled_from(("c1", "c2", "c3")))
    counted = CountedClaim(f"{key}-{kind}", kind, n, draw(st.integers(2017, 2023)))
    return SourcedClaim(counted, f"page-{key}", draw(st.booleans()), draw(st.booleans()))


@st.composite
def a_calendar(draw: st.DrawFn) -> list[CycleYear]:
    years = draw(st.sets(st.integers(2016, 2022)))
    return [CycleYear(year, draw(st.integers(0, 4)) > 0, True, draw(st.integers(0, 3)) == 0) for year in sorted(years)]


A_CASE = st.tuples(
    st.lists(a_statement(), max_size=8),
    st.lists(a_claim(), max_size=3, unique_by=lambda claim: claim.counted.claim_key),
    a_calendar(),
    st.sets(st.integers(2016, 2022), max_size=3),
)
Case = tuple[list[Statement], list[SourcedClaim], list[CycleYear], set[int]]


@settings(max_examples=300)
@given(A_CASE, st.randoms(use_true_random=False))
def test_neither_order_nor_duplicates_matter(case: Case, random: Random) -> None:
    statements, claims, cycles, unresolved = case
    more_statements, more_claims, other_cycles = statements + statements[:3], claims + claims[:1], cycles[:]
    random.shuffle(more_statements)
    random.shuffle(more_claims)
    random.shuffle(other_cycles)
    assert conclude(more_statements, more_claims, other_cycles, unresolved) == conclude(
        statements, claims, cycles, unresolved
    )


@settings(max_examples=300)
@given(A_CASE, a_statement())
def test_a_suspect_statement_changes_no_status_and_no_conflict(case: Case, added: Statement) -> None:
    statements, claims, cycles, unresolved = case
    before = conclude(statements, claims, cycles, unresolved)
    after = conclude([*statements, replace(added, suspect=True)], claims, cycles, unresolved)
    new = {year: status for year, status in statuses(after).items() if year not in statuses(before)}
    assert {status.year: (status.status, status.basis, status.conflict, status.sources) for status in before.years} == {
        status.year: (status.status, status.basis, status.conflict, status.sources)
        for status in after.years
        if status.year not in new
    }
    assert set(new) <= {added.year}
    assert set(new.values()) <= {"unknown", "no_award"}
    assert after.clash == before.clash


@settings(max_examples=200)
@given(A_CASE, a_statement())
def test_taking_a_statement_back_gives_what_was_there_before(case: Case, added: Statement) -> None:
    statements, claims, cycles, unresolved = case
    before = conclude(statements, claims, cycles, unresolved)
    grown = [*statements, added]
    conclude(grown, claims, cycles, unresolved)
    assert grown.pop() == added
    assert conclude(grown, claims, cycles, unresolved) == before


@settings(max_examples=400)
@given(st.lists(a_statement().map(lambda s: replace(s, award="HEED", year=2020, role="award")), min_size=1, max_size=6))
def test_a_record_is_what_the_rule_read_aloud_gives(statements: list[Statement]) -> None:
    counting = [s for s in statements if not s.suspect]
    entries = sorted(
        (s for s in counting if s.basis == "own_log"),
        key=lambda s: (s.stated_on or date.min, OUTCOMES[::-1].index(s.outcome) if s.outcome != "not_won" else 6),
    )
    told = {s.outcome for s in entries if s.stated_on == entries[-1].stated_on} if entries else set()
    log_says = {"won", "not_won"} if {"won", "not_won"} <= told else {e.outcome for e in entries[-1:]}
    spoken = {
        "announced": {s.outcome for s in counting if s.basis == "announced"},
        "own_log": log_says,
        "claimed": {s.outcome for s in counting if s.basis == "claimed"},
    }
    answers: list[str] = []
    for basis, outcomes in spoken.items():
        if basis == "own_log" and len(outcomes) == 2:
            continue
        answers += [outcome for outcome in OUTCOMES[:4] if outcome in outcomes][:1]
    said = set().union(*spoken.values())
    answer = answers[0] if answers else "submitted" if "submitted" in said else "planned"
    expected = {"withdrawn": "did_not_apply", "submitted": "pending", "planned": "unknown"}.get(answer, answer)
    (record,) = records_of(statements)
    assert record.status == expected
    assert record.conflict == (len({"did_not_apply" if s == "withdrawn" else s for s in said & set(OUTCOMES[:4])}) > 1)
    assert record.n_sources == len({s.source_id for s in counting})


@settings(max_examples=200)
@given(A_CASE)
def test_every_year_that_comes_out_has_evidence_and_won_years_are_stated(case: Case) -> None:
    statements, claims, cycles, unresolved = case
    conclusion = conclude(statements, claims, cycles, unresolved)
    stated = {s.year for s in statements}
    won = {s.year for s in statements if s.outcome == "won" and not s.suspect and s.role == "award"}
    for status in conclusion.years:
        assert status.year in stated or status.basis in ("claim", "list")
        assert status.status != "won" or status.year in won
        assert status.status != "no_award" or status.year in {c.year for c in cycles if not c.held}
        assert status.why
    assert [status.year for status in conclusion.years] == sorted({status.year for status in conclusion.years})
