"""Award families and their calendars."""

import pytest
from sqlalchemy import Connection

from dashboard.queries.families import Family, Span, families, last_announced_year, span
from tests.dashboard.queries.seed import Seed


def test_families_in_order_with_their_calendars(seed: Seed, connection: Connection) -> None:
    seed.award("CHAMPION", "TIERS", name="Champion", role="tier", on_top_of="HEED")
    seed.award("HP-HEED", "HEED", name="Health Professions HEED")
    seed.award("HEED", name="Higher Education Excellence")
    seed.award("SUPPLIER", name="Supplier Diversity")
    seed.award("LEAD", name="Library Excellence")
    seed.award("MENTION", name="Honorary Mention", role="mention", on_top_of="HEED")
    seed.calendar("HEED", {2012: "announced", 2013: "gap", 2014: "announced", 2015: "held", 2016: "cancelled"})
    seed.calendar("LEAD", {2024: "held"})
    assert families(connection) == [
        Family("HEED", "Higher Education Excellence", ("HEED", "HP-HEED"), "award", None, 2012, 2016, 2014),
        Family("LEAD", "Library Excellence", ("LEAD",), "award", None, 2024, 2024, None),
        Family("SUPPLIER", "Supplier Diversity", ("SUPPLIER",), "award", None, None, None, None),
        Family("TIERS", "Champion", ("CHAMPION",), "tier", "HEED", None, None, None),
        Family("MENTION", "Honorary Mention", ("MENTION",), "mention", "HEED", None, None, None),
    ]


def test_an_award_that_two_files_list_is_one(seed: Seed, connection: Connection) -> None:
    seed.award("HEED")
    seed.award("HEED", name="Excellence, as another file has it")
    assert [family.awards for family in families(connection)] == [("HEED",)]


@pytest.mark.parametrize(("up_to", "year"), [(None, 2014), (2020, 2014), (2013, 2012), (2011, None)])
def test_the_last_announced_year(seed: Seed, connection: Connection, up_to: int | None, year: int | None) -> None:
    seed.calendar("HEED", {2012: "announced", 2013: "cancelled", 2014: "announced", 2015: "held"})
    seed.calendar("LEAD", {2024: "announced"})
    assert last_announced_year(connection, "HEED", up_to=up_to) == year


def test_the_last_announced_year_of_an_earlier_data_version(seed: Seed, connection: Connection) -> None:
    seed.calendar("HEED", {2023: "announced"}, valid_from=1, valid_to=2)
    seed.calendar("HEED", {2023: "announced", 2024: "announced"}, valid_from=2)
    assert (last_announced_year(connection, version=1), last_announced_year(connection)) == (2023, 2024)


def test_the_span_begins_with_the_first_cycle_and_ends_with_the_last_announced_one(
    seed: Seed, connection: Connection
) -> None:
    seed.calendar("HEED", {2012: "announced", 2013: "cancelled", 2014: "announced", 2015: "held"})
    seed.years("a", {2010: "won", 2016: "won"})
    assert span(connection, "HEED", None) == Span("HEED", 2012, 2014, frozenset({2013}), 2014)
    assert span(connection, "HEED", 2013) == Span("HEED", 2012, 2013, frozenset({2013}), 2012)
    assert list(span(connection, "HEED", 2011).years) == []


def test_a_cycle_that_was_not_held_is_never_the_last_announced_one(seed: Seed, connection: Connection) -> None:
    seed.calendar("HEED", {2023: "announced"})
    seed.calendar("HEED", {2024: "cancelled"}, announced=True)
    assert (span(connection, "HEED", None).as_of, last_announced_year(connection)) == (2023, 2023)


def test_the_span_before_any_announcement_begins_with_the_first_cycle_all_the_same(
    seed: Seed, connection: Connection
) -> None:
    seed.calendar("NEW", {2025: "held", 2026: "held"})
    seed.years("a", {2024: "won", 2027: "pending"}, family="NEW")
    assert list(span(connection, "NEW", None).years) == [2025, 2026, 2027]


def test_the_span_of_a_family_without_calendar_is_that_of_its_records(seed: Seed, connection: Connection) -> None:
    seed.years("a", {2019: "won", 2021: "pending"}, family="SUPPLIER")
    assert span(connection, "SUPPLIER", None) == Span("SUPPLIER", 2019, 2021, frozenset(), None)
    assert list(span(connection, "SUPPLIER", 2022).years) == [2019, 2020, 2021, 2022]


def test_the_span_of_nothing(connection: Connection) -> None:
    assert list(span(connection, "NOTHING", None).years) == []
    assert list(span(connection, "NOTHING", 2023).years) == []
