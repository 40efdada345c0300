"""The grammar on pages of the giver's kind, where winners stand under headings. All is invented."""

import pytest

from tests.etl.transform.test_statements_pages import wins

VOICES = """HEED Award voices

Some of our 2022 winners say what the award is to them.

Harbor University

It makes us look at ourselves, every year anew.

Oakfield College

Nobody gets comfortable who fills in that form.

Ternby University

A mirror, and a good one.
"""
DEEDS = """2021 HEED Awards: Support

We honor this year's winners of the 2021 HEED Award by what they do.

Night Rides

Buses run until two at Harbor University, whoever calls.

House of Many Rooms

The Tutoring Program at Oakfield College is open to all.

Open Doors

At Ternby University a dean's door stands open on Fridays.
"""


def test_schools_that_head_what_they_say() -> None:
    names = ("Harbor University", "Oakfield College", "Ternby University")
    assert wins(VOICES) == [(name, 2022, "claimed") for name in names]


@pytest.mark.parametrize(
    "lead",
    [
        "We honor this year's winners of the 2021 HEED Award by what they do.",
        "The November issue introduces the winners by what they do.",
        "On these pages we present the 2021 winners by what they do.",
    ],
)
def test_schools_whose_deeds_stand_under_headings(lead: str) -> None:
    names = ("Harbor University", "Oakfield College", "Ternby University")
    text = DEEDS.replace("We honor this year's winners of the 2021 HEED Award by what they do.", lead)
    assert wins(text) == [(name, 2021, "announced") for name in names]


def test_winning_institutions_that_head_what_they_say() -> None:
    lead = "We asked a few of the 2021 HEED Award-winning institutions why they applied."
    names = ("Harbor University", "Oakfield College", "Ternby University")
    text = "\n\n".join([lead, *(f"{name}\n\nIt asks much of us." for name in names)])
    assert wins(text) == [(name, 2021, "claimed") for name in names]


def test_one_school_with_headings_is_no_page_of_winners() -> None:
    text = "Harbor University wins the 2022 HEED Award\n\nWe thank all.\n\nHarbor University\n\nIt grew by a third."
    assert wins(text) == [("Harbor University", 2022, "announced")]


def test_two_parts_under_headings_are_enough() -> None:
    text = DEEDS.partition("\n\nOpen Doors")[0]
    assert wins(text) == [(name, 2021, "announced") for name in ("Harbor University", "Oakfield College")]
