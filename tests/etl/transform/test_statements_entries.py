"""Several schools of one text: named below their number, by ellipsis, or by their university. All is invented."""

from datetime import date

import pytest

from tests.etl.transform.statements_seed import LEAD, read, won

HEALTH = "2022 Health Professions HEED Award of INSIGHT Into Diversity"


def schools(text: str) -> set[str | None]:
    return {school for school, _, _, _ in won(text)}


def told(text: str) -> set[tuple[str | None, str, int]]:
    """School, claim and number of each count."""
    return {(one.school.name if one.school else None, one.claim, one.n) for one in read(text).counted}


def test_entries_that_begin_with_a_school_and_what_they_count() -> None:
    text = (
        f"Four colleges of Lakeside University are among the recipients of the {HEALTH}.\n\n"
        "College of Nursing – Nursing has been on the list each year since 2018.\n\nIts camp was praised.\n\n"
        "College of Optometry – fifth consecutive year.\n\nThe camp had 20 guests. It rained. Nobody minded.\n\n"
        "College of Pharmacy – a first-time recipient.\n\nA course was begun. It went well. It goes on.\n\n"
        "College of Public Health – recognized for the third time in a row.\n\n"
    )
    names = {f"College of {field}" for field in ("Nursing", "Optometry", "Pharmacy", "Public Health")}
    assert schools(text) == names
    assert told(text) == {
        ("College of Nursing", "every_year_since", 2018), ("College of Optometry", "consecutive", 5),
        ("College of Pharmacy", "first_time", 1), ("College of Public Health", "consecutive", 3),
    }  # fmt: skip


@pytest.mark.parametrize("lead", ["They are", "The honorees are", "The two are"])
def test_the_sentence_behind_a_number_of_schools_names_them(lead: str) -> None:
    text = (
        f"Two colleges of Lakeside University have received the {HEALTH}. "
        f"{lead} the College of Pharmacy, which hired a dean, and the College of Nursing."
    )
    assert schools(text) == {"College of Pharmacy", "College of Nursing"}


def test_a_number_of_schools_may_stand_far_from_its_noun() -> None:
    text = (
        f"Two of Lakeside State University's seven health sciences colleges will receive the {HEALTH}.\n\n"
        "The honorees are the colleges of Nursing and Pharmacy."
    )
    assert {"College of Nursing", "College of Pharmacy"} <= schools(text)


def test_the_two_schools_of_the_line_before() -> None:
    text = (
        "HARBOR — Lakeside University and Hart College are on this year's list of a magazine. "
        "The two were the only ones to be given the 2022 HEED Award of INSIGHT Into Diversity."
    )
    assert schools(text) == {"Lakeside University", "Hart College"}


@pytest.mark.parametrize(
    "said",
    [
        "Other schools on the list are Hart College and Orr College. Lowell College, of that league, made it as well.",
        "It is one of four from Ohio, with Hart College, Orr College and Lowell College.",
    ],
)
def test_further_winners(said: str) -> None:
    assert schools(LEAD + said) == {"Lakeside University", "Hart College", "Orr College", "Lowell College"}


@pytest.mark.parametrize(
    "said",
    [
        "Two other schools in the region, Hart College and Orr College, have been honored by the magazine in the past.",
        "Hart College has also been a recipient in recent years.",
        "Diversity honors aside, the Guide's list includes Hart College.",
    ],
)
def test_winners_of_other_years_or_lists_are_none(said: str) -> None:
    assert schools(LEAD + said) == {"Lakeside University"}


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (
            "Hart College and Orr College were both given the HEED Award, Hart College for the fourth consecutive year "
            "and Orr College for the sixth.",
            {("Hart College", "consecutive", 4), ("Orr College", "consecutive", 6)},
        ),
        (
            "The HEED Award is the sixth time for Lakeside University and, for its College of Nursing, the first.",
            {("Lakeside University", "total", 6), ("College of Nursing", "first_time", 1)},
        ),
    ],
)
def test_a_further_school_counts_the_same(said: str, counts: set[tuple[str, str, int]]) -> None:
    assert told(LEAD + said) == counts


def test_the_university_itself_beside_its_unit() -> None:
    lead = f"The Lakeside University College of Nursing has received the {HEALTH}. "
    for said, year in (
        ("The University itself got its HEED Award in September.", 2022),
        ("The university as a whole won a HEED Award in 2018.", 2018),
    ):
        assert ("Lakeside University", "HEED", year) in {win[:3] for win in won(lead + said)}


def test_a_university_before_its_units_has_the_tier() -> None:
    said = (
        "Lakeside University and its schools win 2022 HEED Awards\n\nThe university is named a Diversity Champion of "
        "INSIGHT Into Diversity, while the schools of Dentistry and Nursing receive the award for health professions."
    )
    tiers = {school for school, award, _, _ in won(said) if award == "DIVERSITY-CHAMPION"}
    assert tiers and not any(school and ("Dentistry" in school or "Nursing" in school) for school in tiers)


def test_champions_of_another_body() -> None:
    text = "Diversity Champion Awards presented\n\nFour members with insight into diversity were Diversity Champions."
    assert read(text).wins == ()


def test_lists_of_winners_behind_an_introduction() -> None:
    names = "Hart University\nOrr College, Orr, NC (fifth consecutive year)\nLowell State University\n"
    title = "2022 HEED Award Recipients\n\nWe read a record number of applications. Look for them in our issue!\n\n"
    wanted = {
        (name, "HEED", 2022, "announced") for name in ("Hart University", "Orr College", "Lowell State University")
    }
    assert won(f"INSIGHT Into Diversity\n\n{title}{names}") == wanted
    news = (
        "Members win honors\n\nThe association applauds the members that are recipients of the 2022 HEED Award of "
        "INSIGHT Into Diversity.\n\nRecipients include the following schools. Some told us more.\n\n"
    )
    assert wanted <= won(news + names)
    assert ("Orr College", "consecutive", 5) in told(news + names)


def test_schools_below_those_to_whom_the_award_went() -> None:
    text = (
        "Lakeside University has won the 2022 HEED Award of INSIGHT Into Diversity.\n\n"
        "The Health Professions HEED Award went to the:\n\nSchool of Dentistry\nSchool of Medicine\nSchool of Nursing\n"
    )
    units = {school for school, award, _, _ in won(text) if award == "HP-HEED"}
    assert units == {"School of Dentistry", "School of Medicine", "School of Nursing"}


def test_campuses_honored_this_year_far_below_the_news() -> None:
    text = (
        LEAD + "It is large. It is old. It has a policy. It has an office. It has a dean. It has a plan.\n\n"
        "The campuses honored this year are:\n\nHart University\nOrr College\nLowell State University\n"
    )
    assert {"Hart University", "Orr College", "Lowell State University"} <= schools(text)


def test_so_are_others() -> None:
    assert schools(LEAD + "So are Hart College and Orr College.") == {
        "Lakeside University",
        "Hart College",
        "Orr College",
    }


def test_the_award_told_by_its_category_alone() -> None:
    text = LEAD + "The Hart College of Nursing is one of 24 winners in a category for the health professions."
    assert ("Hart College of Nursing", "HP-HEED", 2022) in {win[:3] for win in won(text)}


def test_parts_of_a_text_under_the_names_of_schools() -> None:
    text = (
        f"Lakeside University colleges win\n\nThree colleges of Lakeside University were selected for the {HEALTH}."
        '\n\nCollege of Nursing\n"It is fine," a dean said.\n\nCollege of Pharmacy\nA course was begun.\n\n'
        'College of Public Health\n"It is work," a dean said. The college, which also won in 2020, has a board.\n'
    )
    assert ("College of Public Health", 2020) in {(school, year) for school, _, year, _ in won(text)}


def test_a_number_of_each_category() -> None:
    text = (
        f"The Lakeside University School of Nursing has received the {HEALTH}. In all, 71 schools were honored in that "
        "category and 114 institutions in the general one."
    )
    assert {(one.award, one.recipients) for one in read(text).recipients} == {("HP-HEED", 71), ("HEED", 114)}


def test_another_list_before_the_award_is_named() -> None:
    text = (
        "Lakeside University is a great place. The university was recognized in four categories of a survey. It also "
        "made the list in 2018 and 2020.\n\nThe magazine INSIGHT Into Diversity gave it the 2022 HEED Award."
    )
    assert {year for _, _, year, _ in won(text)} == {2022}


def test_what_somebody_else_recognized_last_year() -> None:
    said = "Its mentoring program was recognized by the state college system last year."
    assert {year for _, _, year, _ in won(LEAD + said)} == {2022}


def test_years_of_a_list_in_brackets() -> None:
    text = "Rankings & Recognition\n\nLakeside University\n\nINSIGHT Into Diversity, HEED Award (2016, 2017, 2018)\n"
    assert {year for _, _, year, _ in won(text, None)} == {2016, 2017, 2018}


def test_the_first_champions_were_named_in_the_spring() -> None:
    said = "INSIGHT Into Diversity calls Lakeside University a Diversity Champion."
    text = f"Lakeside University named a Diversity Champion\n\n{said}"
    assert {(award, year) for _, award, year, _ in won(text, date(2016, 6, 8))} == {("DIVERSITY-CHAMPION", 2016)}


def test_a_school_behind_a_list_far_from_the_award() -> None:
    filling = "It is large. It is old. It has a dean. It has a policy. It has a plan. "
    said = "Other members of the league on the list are Hart College and Orr College. Lowell College made it as well."
    assert ("Lowell College", "HEED", 2022, "announced") in won(LEAD + filling + said)


def test_headings_of_schools_with_their_counts() -> None:
    text = (
        f"Three colleges honored\n\nThe association congratulates the three colleges that have received a {HEALTH}.\n\n"
        "It is good. It is well. It goes on. It is a question.\n\nHart University\nOrr State University (2nd "
        "consecutive year)\nLowell University (5th time)\n\nThe end is near."
    )
    assert told(text) == {("Orr State University", "consecutive", 2), ("Lowell University", "total", 5)}
