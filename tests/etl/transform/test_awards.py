"""Printed names of awards: which award each means, in which year, and when it means none."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.transform.awards import AwardName, AwardNames, award_keys

ROWS = (
    AwardName("HEED", "Higher Education Excellence in Diversity (HEED) Award", 2012, 2024),
    AwardName("HEED", "Higher Education Excellence and Distinction Award", 2025, None),
    AwardName("HP-HEED", "Health Professions HEED Award", 2016, None),
    AwardName("HP-HEED", "Health Professionals HEED"),
    AwardName("LEAD", "Library Excellence in Access and Diversity"),
    AwardName("OLD-PRIZE", "Campus Prize", None, 2019),
    AwardName("NEW-PRIZE", "Campus Prize", 2020, None),
)
NAMES = AwardNames(ROWS)
SHIPPED = Path(__file__).resolve().parents[3] / "data" / "reference" / "award_names.csv"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HP-HEED", "HP-HEED"), ("hp-heed", "HP-HEED"), ("HP HEED", "HP-HEED"), (" HEED ", "HEED"), ("lead", "LEAD"),
        ("HEED Award", "HEED"), ("the 2023 HEED Awards", "HEED"), ("INSIGHT Into Diversity's HEED award", "HEED"),
        ("Higher Education Excellence in Diversity", "HEED"), ("(HEED) Award", "HEED"),
        ("2019 Higher Education Excellence in Diversity (HEED) Award from INSIGHT Into Diversity magazine", "HEED"),
        ("Higher  Education—Excellence in DIVERSITY award", "HEED"),
        ("Health Professions HEED", "HP-HEED"), ("Health Professionals HEED award", "HP-HEED"),
        ("Health Professions (HEED)", "HP-HEED"), ("The Health-Professions HEED Award recipient", "HP-HEED"),
        ("Library Excellence in Access and Diversity (LEAD) Award", "LEAD"),
        ("Health Professions", None), ("Diversity Award", None), ("Award", None), ("", None), ("2023", None),
        ("!?", None), ("INSIGHT Into Diversity", None), ("HEED (Health Professions)", None),
    ],
)  # fmt: skip
def test_a_name_means_one_award_or_none(text: str, code: str | None) -> None:
    assert NAMES.code(text, 2023) == code


@pytest.mark.parametrize("year", [2011, 2024, 2025, 2030, None])
def test_a_name_that_one_award_has_means_it_in_any_year(year: int | None) -> None:
    assert NAMES.code("Higher Education Excellence in Diversity Award", year) == "HEED"
    assert NAMES.code("Higher Education Excellence and Distinction", year) == "HEED"


def test_a_name_that_passed_on_means_the_award_of_that_year() -> None:
    assert [NAMES.code("Campus Prize", year) for year in (2018, 2019, 2020, 2021)] == [
        "OLD-PRIZE", "OLD-PRIZE", "NEW-PRIZE", "NEW-PRIZE"]  # fmt: skip
    assert NAMES.code("Campus Prize", None) is None


def test_a_name_of_two_awards_in_one_year_means_none() -> None:
    names = AwardNames([AwardName("A", "Campus Prize", 2015), AwardName("B", "Campus Prize", None, 2016)])
    assert [names.code("campus prize", year) for year in (2014, 2015, 2016, 2017)] == ["B", None, None, "A"]


def test_an_exact_code_goes_before_any_name() -> None:
    names = AwardNames([AwardName("LEAD", "Library award"), AwardName("OTHER", "Lead")])
    assert names.code("lead", 2023) == "LEAD"


def test_codes_are_all_and_sorted() -> None:
    assert NAMES.codes == ("HEED", "HP-HEED", "LEAD", "NEW-PRIZE", "OLD-PRIZE")
    assert AwardNames([]).codes == ()


def test_the_closest_name_is_told_as_it_was_given_and_only_when_it_is_close() -> None:
    assert NAMES.closest("Higer Education Excelence in Diversity") == (ROWS[0].name, "HEED")
    assert NAMES.closest("Libary Excellence in Access & Diversity") == (ROWS[4].name, "LEAD")
    assert NAMES.closest("Nobel Peace Prize 1957") is None
    assert NAMES.closest("") is None


def test_keys_leave_out_what_differs_from_print_to_print() -> None:
    assert award_keys("The 2023 Écoles' Award™ (ABC), by INSIGHT Into Diversity") == ("ecoles abc", "ecoles")
    assert award_keys("the Award of 2023") == ("of",)
    assert award_keys("Award") == ()


@given(
    st.sampled_from(ROWS),
    st.integers(2012, 2030),
    st.sampled_from(["{}", "the {}", "{} award", "{} Award 2021", "  {} "]),
)
def test_every_name_given_is_found_whatever_stands_around_it(row: AwardName, year: int, frame: str) -> None:
    printed = frame.format(row.name)
    expected = ("NEW-PRIZE" if year >= 2020 else "OLD-PRIZE") if row.name == "Campus Prize" else row.award
    for text in (printed, printed.upper(), printed.lower(), printed.replace(" ", "  "), printed.replace(" ", " – ")):
        assert NAMES.code(text, year) == expected


@given(st.permutations(ROWS), st.text(max_size=30), st.integers(2012, 2030))
def test_the_order_of_the_names_does_not_matter(rows: list[AwardName], text: str, year: int) -> None:
    assert AwardNames(rows).code(text, year) == NAMES.code(text, year)


def test_every_shipped_name_means_its_award_in_the_years_it_was_in_use() -> None:
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        rows = [
            AwardName(row["award"], row["name"], int(row["from_year"] or 0) or None, int(row["to_year"] or 0) or None)
            for row in csv.DictReader(file)
        ]
    names = AwardNames(rows)
    wrong = [row for row in rows if names.code(row.name, row.from_year or row.to_year or 2023) != row.award]
    assert len(rows) > 20
    assert wrong == []
