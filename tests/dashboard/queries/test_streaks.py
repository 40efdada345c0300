"""Streaks: whole answers on small cases, and everything against the naive version."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from dashboard.domain.streaks import Current, Run, SchoolStreaks, YearCell, strip_text
from dashboard.queries.all_streaks import all_streaks, streak_columns
from dashboard.queries.streaks import streaks, years_by_school
from etl.schema import STATUSES
from tests.conftest import Fresh
from tests.dashboard.queries.naive_streaks import Calendar, naive
from tests.dashboard.queries.seed import Seed

YEARS_2018_2025 = dict.fromkeys(range(2018, 2026), "announced")
UMKC = {2018: "won", 2022: "won", 2023: "won"}


@pytest.fixture
def heed(seed: Seed) -> Seed:
    """The award family HEED with a tier."""
    seed.award("HEED")
    seed.award("HP-HEED", "HEED")
    seed.award("DIVERSITY-CHAMPION", role="tier", on_top_of="HEED")
    return seed


def one(
    connection: Connection, family: str = "HEED", as_of: int | None = None, version: int | None = None
) -> SchoolStreaks:
    """The streaks of the only school."""
    (answer,) = streaks(connection, family, as_of=as_of, version=version)
    return answer


def test_the_whole_json_of_a_school(heed: Seed, connection: Connection) -> None:
    heed.school("umkc-som", kind="medicine", state="MO")
    heed.calendar("HEED", YEARS_2018_2025)
    heed.years("umkc-som", {2018: "won"}, sources=["s1"])
    heed.years("umkc-som", {2022: "won", 2023: "won"}, sources=["s2", "s3"])
    assert one(connection, as_of=2023).as_json() == {
        "school_id": "umkc-som",
        "family": "HEED",
        "as_of": 2023,
        "years": [
            {"year": 2018, "status": "won", "sources": ["s1"]},
            {"year": 2019, "status": "unknown", "sources": []},
            {"year": 2020, "status": "unknown", "sources": []},
            {"year": 2021, "status": "unknown", "sources": []},
            {"year": 2022, "status": "won", "sources": ["s2", "s3"]},
            {"year": 2023, "status": "won", "sources": ["s2", "s3"]},
        ],
        "total": 3,
        "first_year": 2018,
        "longest": {"n": 2, "from": 2022, "to": 2023},
        "current": {"n": 2, "from": 2022, "to": 2023, "state": "alive", "unknown_since": []},
        "probable_current": {"n": 2, "from": 2022, "to": 2023, "state": "alive", "unknown_since": []},
    }


def test_without_as_of_the_last_announced_cycle_counts_and_the_streak_is_open(
    heed: Seed, connection: Connection
) -> None:
    heed.school("umkc-som")
    heed.calendar("HEED", {**YEARS_2018_2025, 2026: "held"})
    heed.years("umkc-som", UMKC)
    answer = one(connection)
    assert (answer.as_of, answer.last_won) == (2025, 2023)
    assert answer.current == Current(2, 2022, 2023, "open", (2024, 2025))


def test_a_cell_carries_all_that_is_known_of_the_year(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2023: "announced"})
    heed.row(
        "year_status", school_id="a", family="HEED", year=2023, status="won", award="HP-HEED", basis="announced",
        conflict=True, why="announced won (2 sources)", sources=["s1", "s2"],
    )  # fmt: skip
    heed.row("record", school_id="a", family="DIVERSITY-CHAMPION", award="DIVERSITY-CHAMPION", year=2023, status="won")
    cell = YearCell(
        2023, "won", ("s1", "s2"), "HP-HEED", "announced", True, "announced won (2 sources)", ("DIVERSITY-CHAMPION",)
    )
    assert one(connection).years == (cell,)
    assert years_by_school(connection, "a") == (cell,)


def test_a_tier_that_is_not_won_is_no_star_and_a_tier_alone_is_one(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2022: "announced", 2023: "announced"})
    tier = {"school_id": "a", "family": "DIVERSITY-CHAMPION", "award": "DIVERSITY-CHAMPION"}
    heed.row("record", **tier, year=2022, status="unknown")
    heed.row("record", **tier, year=2023, status="won")
    assert strip_text(one(connection).years) == "?  ?★"


def test_a_mention_is_no_star(heed: Seed, connection: Connection) -> None:
    heed.award("HONORARY-MENTION", role="mention", on_top_of="HEED")
    heed.school("a")
    heed.calendar("HEED", {2023: "announced"})
    heed.row("record", school_id="a", family="HONORARY-MENTION", award="HONORARY-MENTION", year=2023, status="won")
    assert strip_text(one(connection).years) == "?"


def test_a_tier_has_streaks_of_its_own(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", YEARS_2018_2025)
    heed.calendar("DIVERSITY-CHAMPION", {2023: "announced", 2024: "announced"})
    heed.years("a", {2023: "won", 2024: "won"}, family="DIVERSITY-CHAMPION")
    answer = one(connection, family="DIVERSITY-CHAMPION")
    assert (answer.total, answer.current) == (2, Current(2, 2023, 2024, "alive"))
    assert one(connection).total == 0


def test_a_school_of_which_nothing_is_known_is_there(heed: Seed, connection: Connection) -> None:
    heed.school("a", name="A College", short_name="A")
    heed.calendar("HEED", {2022: "announced", 2023: "cancelled", 2024: "announced"})
    blank = (YearCell(2022, "unknown"), YearCell(2023, "no_award"), YearCell(2024, "unknown"))
    none = Current(0, None, None, "none")
    assert streaks(connection) == [
        SchoolStreaks(
            "a",
            "A College",
            "A",
            "institution",
            None,
            "HEED",
            2024,
            blank,
            0,
            None,
            Run(0, None, None),
            none,
            none,
            None,
        )
    ]


def test_a_year_without_award_is_bridged_and_does_not_count(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2019: "announced", 2020: "cancelled", 2021: "announced"})
    heed.years("a", {2019: "won", 2020: "did_not_apply", 2021: "won"})
    answer = one(connection)
    assert [cell.status for cell in answer.years] == ["won", "no_award", "won"]
    assert answer.longest == Run(2, 2019, 2021)


def test_a_probable_win_in_a_year_without_award_is_none(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2019: "announced", 2020: "cancelled", 2021: "announced"})
    heed.years("a", {2019: "won", 2020: "probable", 2021: "won"})
    answer = one(connection)
    assert strip_text(answer.years) == "●  ×  ●"
    assert answer.current == answer.probable_current == Current(2, 2019, 2021, "alive")


def test_no_application_in_a_year_without_award_ends_nothing(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2019: "announced", 2020: "cancelled"})
    heed.years("a", {2019: "won", 2020: "did_not_apply"})
    assert one(connection, as_of=2020).current == Current(1, 2019, 2019, "alive")


def test_a_year_missing_from_the_calendar_breaks_nothing_but_joins_nothing(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2019: "announced", 2020: "gap", 2021: "announced"})
    heed.years("a", {2019: "won", 2021: "won"})
    assert one(connection).current == Current(1, 2021, 2021, "alive")


def test_a_win_in_a_year_called_not_held_is_a_win(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2019: "announced", 2020: "cancelled", 2021: "announced"})
    heed.years("a", {2019: "won", 2020: "won", 2021: "won"})
    answer = one(connection)
    assert (answer.total, answer.longest) == (3, Run(3, 2019, 2021))


def test_of_two_longest_runs_the_latest_is_told(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", YEARS_2018_2025)
    heed.years("a", dict.fromkeys((2018, 2019, 2021, 2022, 2025), "won"))
    assert one(connection).longest == Run(2, 2021, 2022)


def test_a_break_sets_the_length_to_nothing_and_keeps_the_years(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", YEARS_2018_2025)
    heed.years("a", {2018: "won", 2019: "won", 2021: "not_won", 2022: "pending"})
    assert one(connection, as_of=2023).current == Current(0, 2018, 2019, "broken", (2020, 2022, 2023))
    assert one(connection, as_of=2020).current == Current(2, 2018, 2019, "open", (2020,))


def test_a_loss_after_the_last_announced_cycle_ends_the_streak(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2024: "announced", 2025: "announced", 2026: "held"})
    heed.years("a", {2024: "won", 2025: "won", 2026: "did_not_apply"})
    assert one(connection).current == Current(2, 2024, 2025, "alive")
    assert one(connection, as_of=2026).current == Current(0, 2024, 2025, "broken")


def test_a_win_later_than_the_calendar_is_alive(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2024: "announced", 2025: "announced"})
    heed.years("a", {2025: "won", 2026: "won"})
    answer = one(connection, as_of=2027)
    assert answer.current == Current(2, 2025, 2026, "alive", (2027,))
    assert [cell.year for cell in answer.years] == [2024, 2025, 2026, 2027]


def test_an_as_of_before_the_first_cycle_leaves_nothing(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", YEARS_2018_2025)
    heed.years("a", UMKC)
    answer = one(connection, as_of=2017)
    assert (answer.years, answer.total, answer.current.state, answer.as_of) == ((), 0, "none", 2017)


def test_a_family_without_calendar_runs_over_its_records_and_is_never_alive(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.award("SUPPLIER")
    heed.years("a", {2021: "won"}, family="SUPPLIER")
    heed.years("a", {2023: "pending"}, family="SUPPLIER")
    answer = one(connection, family="SUPPLIER")
    assert strip_text(answer.years) == "●  ?  …"
    assert answer.current == Current(1, 2021, 2021, "open", (2022, 2023))


def test_a_calendar_without_announced_cycle_ends_with_what_is_known(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.award("NEW")
    heed.calendar("NEW", {2026: "held"})
    assert one(connection, family="NEW").as_of == 2026


def test_a_family_of_which_nothing_is_known(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    answer = one(connection, family="NOTHING")
    assert (answer.as_of, answer.years, answer.total) == (None, (), 0)


def test_asked_schools_alone_in_the_order_of_their_keys(heed: Seed, connection: Connection) -> None:
    for school_id in ("umkc-som", "umkc", "adelphi"):
        heed.school(school_id)
    heed.calendar("HEED", YEARS_2018_2025)
    assert [s.school_id for s in streaks(connection)] == ["adelphi", "umkc", "umkc-som"]
    assert [s.school_id for s in streaks(connection, school_ids=["umkc-som", "nowhere"])] == ["umkc-som"]
    assert streaks(connection, school_ids=[]) == []


def test_an_earlier_data_version_is_answered_as_it_was(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2022: "announced", 2023: "announced"})
    heed.years("a", {2022: "won"}, valid_from=1, valid_to=3, sources=["s1"])
    heed.years("a", {2022: "not_won"}, valid_from=3)
    heed.years("a", {2023: "won"}, valid_from=4)
    strips = {version: strip_text(one(connection, version=version).years) for version in (1, 2, 3, 4)}
    assert strips == {1: "●  ?", 2: "●  ?", 3: "○  ?", 4: "○  ●"}
    assert one(connection, version=2).current == Current(1, 2022, 2022, "open", (2023,))
    assert one(connection, version=3).current == Current(0, None, None, "none")
    assert one(connection).current == one(connection, version=4).current == Current(1, 2023, 2023, "alive")


def test_an_earlier_calendar_is_answered_as_it_was(heed: Seed, connection: Connection) -> None:
    heed.school("a")
    heed.calendar("HEED", {2021: "announced", 2022: "announced", 2023: "announced"}, valid_from=1, valid_to=2)
    heed.calendar("HEED", {2021: "announced", 2022: "cancelled", 2023: "announced"}, valid_from=2)
    heed.years("a", {2021: "won", 2023: "won"})
    assert one(connection, version=1).longest == Run(1, 2023, 2023)
    assert one(connection).longest == Run(2, 2021, 2023)


def test_everyones_streaks_are_those_asked_one_by_one_but_for_what_they_rest_on(
    heed: Seed, connection: Connection
) -> None:
    heed.calendar("HEED", YEARS_2018_2025)
    heed.school("b", name="B College", kind="law", state="MO")
    heed.school("a", name="A College", short_name="A")
    heed.years("b", {2019: "won", 2020: "probable", 2021: "won"}, sources=["s1"])
    heed.years("a", {2019: "won"}, family="OTHER")
    bare = [
        replace(one, years=tuple(YearCell(cell.year, cell.status) for cell in one.years)) for one in streaks(connection)
    ]
    assert all_streaks(connection) == bare
    assert streak_columns(connection).school_ids == ("a", "b")


def test_everyones_streaks_over_more_years_than_one_number_holds(heed: Seed, connection: Connection) -> None:
    heed.calendar("HEED", {**dict.fromkeys(range(1980, 2030), "announced"), 2000: "cancelled"})
    heed.school("a")
    heed.years("a", {year: "did_not_apply" if year == 2025 else "won" for year in range(1985, 2026)})
    heed.years("a", {1981: "pending", 2029: "won"})
    (answer,) = all_streaks(connection)
    assert answer == replace(one(connection), years=answer.years)
    assert [cell.status for cell in answer.years] == [cell.status for cell in one(connection).years]
    assert (answer.total, answer.longest) == (41, Run(40, 1985, 2024))


def test_everyones_streaks_in_an_earlier_version_and_of_a_family_without_years(
    heed: Seed, connection: Connection
) -> None:
    heed.calendar("HEED", YEARS_2018_2025)
    heed.school("a")
    heed.years("a", {2024: "won"}, valid_from=1, valid_to=3)
    heed.years("a", {2024: "not_won"}, valid_from=3)
    assert [all_streaks(connection, version=version)[0].total for version in (2, 3, None)] == [1, 0, 0]
    (nothing,) = all_streaks(connection, "NOTHING")
    assert (nothing.years, nothing.current.state, nothing.longest) == ((), "none", Run(0, None, None))


def test_everyones_streaks_where_there_is_no_school(heed: Seed, connection: Connection) -> None:
    heed.calendar("HEED", YEARS_2018_2025)
    assert all_streaks(connection) == []


_cycle = st.sampled_from(("announced", "announced", "announced", "held", "cancelled", "gap"))
_calendars = st.lists(_cycle, min_size=1, max_size=9).map(
    lambda cycles: Calendar(dict(enumerate(cycles, 2014))) if cycles[0] != "gap" else Calendar({2014: "announced"})
)
_known = st.dictionaries(
    st.integers(2012, 2026), st.sampled_from((*STATUSES, "won", "won", "probable")), max_size=13
)  # fmt: skip


@pytest.fixture(scope="module")
def shared(fresh_empty_shared: Fresh) -> Iterator[Seed]:
    """One database for many examples, each of which clears what it wrote."""
    with fresh_empty_shared().connect() as connection:
        yield Seed(connection).begin()


@given(calendar=_calendars, schools=st.lists(_known, min_size=1, max_size=4), as_of=st.integers(2012, 2027))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_answer_is_that_of_the_naive_version(
    shared: Seed, calendar: Calendar, schools: list[Mapping[int, str]], as_of: int
) -> None:
    shared.clear("calendar", "year_status", "school")
    shared.calendar("HEED", calendar.cycles)
    for number, known in enumerate(schools):
        shared.school(f"school-{number}")
        shared.years(f"school-{number}", known)
        shared.years(f"school-{number}", {2016: "won"}, family="OTHER")
    expected = [naive(calendar, known, as_of) for known in schools]
    assert [_compared(answer) for answer in streaks(shared.connection, as_of=as_of)] == expected
    assert [_compared(answer) for answer in all_streaks(shared.connection, as_of=as_of)] == expected


def _compared(answer: SchoolStreaks) -> dict[str, object]:
    told = {name: value for name, value in answer.as_json().items() if name not in ("school_id", "family")}
    return {**told, "years": [(cell.year, cell.status) for cell in answer.years]}
