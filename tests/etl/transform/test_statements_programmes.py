"""Programmes by their own words, their neighbours and what explains them; and names that are none. All is invented."""

from datetime import date

import pytest

from etl.transform.awards import AwardName, AwardNames
from etl.transform.statements import Hints, read_statements
from etl.transform.statements.programme_generic import names_nothing

AWARDS = AwardNames(
    AwardName(code, name)
    for code, name in (("HEED", "Higher Education Excellence in Diversity (HEED) Award"), ("HP-HEED", "HP HEED Award"))
)
LEAD = "Lakeside University has received the 2022 HEED Award of INSIGHT Into Diversity. "


def names(said: str) -> list[str]:
    hints = Hints(date(2022, 10, 4), {"HEED": 2012}, {"HP-HEED": "HEED"}, 2026, knows=frozenset().__contains__)
    return [one.name for one in read_statements(LEAD + said, AWARDS, hints).programmes]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("We thank the Office of Diversity, Equity and Community Engagement for its work.",
         "Office of Diversity, Equity and Community Engagement"),
        ("Those who work in the Office for Inclusion are glad.", "Office for Inclusion"),
        ("We owe it to our Equity, Inclusion, and Belonging office and its staff.",
         "Equity, Inclusion, and Belonging office"),
        ("Each spring the college puts on a Research Symposium for teenagers.", "Research Symposium"),
        ("There is the Bay Museum of Women's Work, just renovated.", "Bay Museum of Women's Work"),
        ("As early as grade eight, RISING (Ready in Science, Industry and New Growth) goes looking for pupils.",
         "RISING (Ready in Science, Industry and New Growth)"),
        ("Money came from the Open Doors for Nurses Initiative (ODNI).", "Open Doors for Nurses Initiative (ODNI)"),
        ("There is Room to Grow, a plan for equity that runs three years.", "Room to Grow"),
        ("The judges liked BRIDGES, run by students, and the campus.", "BRIDGES"),
        ("Among its offers is the HarborLink, which brings pupils to campus.", "HarborLink"),
        ("For five weeks students sit in the Peer Success Guide program.", "Peer Success Guide program"),
        ("Lakeside State's Roadmap for Fair Hiring was praised.", "Roadmap for Fair Hiring"),
        ("The dean called a bias response team into being.", "bias response team"),
        ("It has set up a community cupboard, from which students can help themselves.", "community cupboard"),
        ("They met last month for a diversity planning summit.", "diversity planning summit"),
        ("All staff attended a new training program on equity and inclusion.",
         "training program on equity and inclusion"),
        ("Money went to a summer mentoring program for underserved students.", "summer mentoring program"),
        ("Harbor Bridge, our program for people who return to study, grew.", "Harbor Bridge"),
        ("There is a gender-inclusive housing floor on campus.", "gender-inclusive housing floor"),
        ("The Safety, Ethics and Equity webinar series began in April.", "Safety, Ethics and Equity webinar series"),
    ],
)  # fmt: skip
def test_one_programme(said: str, name: str) -> None:
    assert names(said) == [name]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The Bay Scholars, Stone Scholars, and Lakeland Pledge open the door wider.",
         ["Bay Scholars", "Stone Scholars", "Lakeland Pledge"]),
        ("Pupils come to Camp Heart, Camp Brain and Camp Bone.", ["Camp Heart", "Camp Brain", "Camp Bone"]),
        ("She pointed to the Harbor Institute for Nurses (HIN) and Future Healer.",
         ["Harbor Institute for Nurses (HIN)", "Future Healer"]),
    ],
)  # fmt: skip
def test_neighbours_in_a_list(said: str, expected: list[str]) -> None:
    assert names(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "The vice president for the Office of Diversity and Inclusion was glad.",
        "The magazine looks at all aspects of diversity, including race, ethnicity, gender and veterans.",
        "It supports efforts such as who is hired, how students are kept and what leaders do.",
        "It is good to see programs like it, and whoever would start one may look at ours.",
        "Lakeside is a Hispanic Serving Institution (HSI).",
        "The university follows Diversity, Equity and Inclusion (DEI).",
        "Black, Indigenous and People of Color (BIPOC) are welcome.",
        "The school trains each Doctor of Nursing Practice (DNP).",
        "The American Council on Nursing, which is in Ohio, was glad.",
        "The Liaison Committee on Medical Education (LCME) came to campus.",
        "The Commission on Dental Accreditation, which meets yearly, agreed.",
        "The Higher Learning Commission, which came by, agreed.",
        "The Coalition of Urban Serving Universities, which has members, was glad.",
        "The Faculty Search Committee, which meets weekly, was glad.",
        "She was in the Peace Corps, which helped.",
        "Lakeside plays in the Great Lakes Conference, which has ten teams.",
        "The Department of Health and Human Services, which pays for it, agreed.",
        "The U.S. and Canada have no other award.",
        "Many STEM programs and DEI initiatives go unnoticed.",
        "The city of Ann Arbor, which is near, was glad.",
        "The Strategic Plan for Student Success, which runs five years, is new.",
        "It was printed in the Lakeland Daily Times, which has many readers.",
        "Professor Jane Stone, who teaches law, was glad.",
        "The Lakeland Board of Trustees, which met today, was glad.",
        "The Pell Grants, which help students, matter.",
        "Lakeside was chosen for its diversity and inclusion programs.",
        "Last year it looked again at its undergraduate and graduate curriculum.",
        "There are 204 such schools, of which 155 grant the degree.",
        "We make sure that DEIB (diversity, equity, inclusion, and belonging) is part of how we hire.",
        "Examples are close ties with student groups, and much else.",
        "Examples of its work are: growing and promoting.",
    ],
)
def test_names_and_pieces_that_are_none(said: str) -> None:
    assert names(said) == []


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("mentoring program for underrepresented students", False),
        ("workshops for honors students", False),
        ("college gives people a sense of belonging", True),
        ("large committee organizes its programs", True),
        ("diversity and inclusion programs", True),
        ("Diversity Fellows Program", False),
    ],
)
def test_words_that_name_no_one_thing(name: str, nothing: bool) -> None:
    assert names_nothing(name) == nothing


def test_items_that_tell_what_was_done_name_nothing() -> None:
    said = (
        "Programs that helped it earn the award include:\n- Making the college more affordable with the Hart Pledge\n"
        "- In 2019, being the first college to commit itself to antiracism\n- The Hart Mentoring Network\n"
        "- To qualify, a quarter of students must be new\n- Growth in the number of women on the faculty"
    )
    assert names(said) == ["Hart Pledge", "Hart Mentoring Network"]


def test_a_commission_on_several_things_is_one() -> None:
    said = "The work of the Commission on Race, Gender and Disability Equity, and the Commission for Women were cited."
    assert names(said) == ["Commission on Race, Gender and Disability Equity", "Commission for Women"]
