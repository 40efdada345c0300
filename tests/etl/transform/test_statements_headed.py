"""The grammar on pages of the giver's kind, where winners stand under headings. All is invented."""

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


def test_schools_whose_deeds_stand_under_headings() -> None:
    names = ("Harbor University", "Oakfield College", "Ternby University")
    assert wins(DEEDS) == [(name, 2021, "announced") for name in names]


def test_one_school_with_headings_is_no_page_of_winners() -> None:
    text = "Harbor University wins the 2022 HEED Award\n\nWe thank all.\n\nHarbor University\n\nIt grew by a third."
    assert wins(text) == [("Harbor University", 2022, "announced")]
