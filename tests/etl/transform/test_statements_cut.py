"""Where a school's name begins and ends: what stands around it in a text is no part of it. All is invented."""

import pytest

from tests.etl.transform.statements_seed import LEAD, read

WON = " has received the 2022 HEED Award of INSIGHT Into Diversity."


def names(text: str) -> set[tuple[str, str | None]]:
    return {(school.name, school.parent) for school in read(text).schools}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The award is at home in Harbor, N.Y. Hart University" + WON, "Hart University"),
        ("Hart Area Technical College District Board\n\nIt" + WON, "Hart Area Technical College"),
        (LEAD + "Nearby Hart College was also named.", "Hart College"),
        ("Hart State University's Science Bound" + WON, "Hart State University"),
        ("Harbor is in the United States, and the University of Hartland" + WON, "University of Hartland"),
        ("Hart University Names New Dean\n\nIt" + WON, "Hart University"),
        ("Hart State University – Access, Opportunity and Success\n\nIt" + WON, "Hart State University"),
    ],
)
def test_what_stands_around_a_name(said: str, name: str) -> None:
    found = {one for one, _ in names(said)}
    assert name in found
    assert not any(name != one and name in one for one in found)


def test_a_unit_that_begins_its_entry_with_its_field() -> None:
    text = LEAD + "\n\nCollege of Nursing – Nursing has been on the list for years."
    assert ("College of Nursing", "Lakeside University") in names(text)


def test_a_unit_behind_the_university_without_its_name() -> None:
    text = LEAD + "The University's School of Medicine was honored, too."
    assert ("School of Medicine", "Lakeside University") in names(text)


def test_a_meeting_is_no_college() -> None:
    assert "All-College Meeting" not in {name for name, _ in names(LEAD + "Yesterday was our All-College Meeting.")}


def test_a_bare_unit_far_from_any_university_is_that_of_the_full_name() -> None:
    filling = "The dean told the staff about it. " * 15
    text = (
        f"School of Dentistry receives award\n\n{filling}\n\nHartCare Harbor School of Dentistry{WON} {filling}\n\n"
        "It works with Lowell University."
    )
    assert ("School of Dentistry", "HartCare Harbor") in names(text)
