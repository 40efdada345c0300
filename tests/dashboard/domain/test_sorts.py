"""Sorts of institutions by what the directory says of them."""

import pytest

from dashboard.domain.sorts import Directory, is_of, sorts_named

PUBLIC = Directory(
    "Public", "Four or more years", "Doctoral Universities: Highest Research Activity", False, False, True
)
PRIVATE = Directory("Private not-for-profit", "Four or more years", "Baccalaureate Colleges: Diverse Fields", True)
COLLEGE = Directory("Public", "At least 2 but less than 4 years", "Associate's Colleges: High Transfer")
MIXED = Directory("Public", "Four or more years", "Baccalaureate/Associate's Colleges: Associate's Dominant")


@pytest.mark.parametrize(
    ("sort", "one", "of_it"),
    [
        ("public", PUBLIC, True), ("public", PRIVATE, False), ("private", PRIVATE, True), ("private", PUBLIC, False),
        ("independent", PRIVATE, True), ("community", COLLEGE, True), ("community", MIXED, True),
        ("community", PUBLIC, False), ("community", PRIVATE, False), ("two-year", COLLEGE, True),
        ("two-year", PUBLIC, False), ("four-year", PUBLIC, True), ("four-year", COLLEGE, False),
        ("research", PUBLIC, True), ("research", PRIVATE, False), ("historically black", PRIVATE, True),
        ("tribal", PUBLIC, False), ("land-grant", PUBLIC, True), ("jesuit", PRIVATE, None),
        ("land-grant", COLLEGE, None),
        ("public", Directory(), None), ("private", Directory(), None), ("community", Directory(), None),
        ("two-year", Directory(), None), ("four-year", Directory(), None), ("research", Directory(), None),
        ("public", None, None),
    ],
)  # fmt: skip
def test_sorts_of_institutions(sort: str, one: Directory | None, of_it: bool | None) -> None:
    assert is_of(sort, one) is of_it


def test_sorts_that_words_name() -> None:
    assert sorts_named("the only Public research university in Ohio") == ["public", "research"]
    assert sorts_named("the only university in Ohio") == []
