"""The grammar on which of the schools that a text names has won, and in which year. All is invented."""

from datetime import date

import pytest

from etl.transform.awards import AwardName, AwardNames
from etl.transform.statements import Hints, read_statements

AWARDS = AwardNames(
    (
        AwardName("HEED", "Higher Education Excellence in Diversity (HEED) Award"),
        AwardName("HP-HEED", "Health Professions HEED"),
        AwardName("DIVERSITY-CHAMPION", "Diversity Champion"),
    )
)
FIRST = {"HEED": 2012, "HP-HEED": 2016, "DIVERSITY-CHAMPION": 2016}
LEAD = "Lakeside University has received the 2022 HEED Award. "
DAY = date(2022, 10, 3)
SHORT = frozenset(("LU Northport", "Northport", "Harrow", "Granby", "Texas", "Ridge State", "Weston-Aldergate"))


def wins(text: str) -> list[tuple[str | None, str, int, str]]:
    hints = Hints(DAY, FIRST, {"HP-HEED": "HEED"}, 2026, knows=SHORT.__contains__)
    return [
        (w.school.name if w.school else None, w.award, w.year, w.basis)
        for w in read_statements(text, AWARDS, hints).wins
    ]


def test_a_campus_stands_before_an_article() -> None:
    text = "The magazine has made California State University, Northport a recipient of its 2022 HEED Award."
    assert wins(text) == [("California State University, Northport", "HEED", 2022, "announced")]


def test_two_campuses_of_which_one_has_its_short_form_in_brackets() -> None:
    text = (
        "Lakeside University in the news. Two campuses won the 2022 HEED Award. "
        "Lakeside University Westport (LU Westport) and LU Northport (LUN) were given it."
    )
    assert [win[0] for win in wins(text)] == ["Lakeside University Westport", "LU Northport"]


def dayless(text: str) -> list[tuple[int, str]]:
    """The years that a text without a day tells of, announced or claimed."""
    return [(win.year, win.basis) for win in read_statements(text, AWARDS, Hints(None, FIRST, {}, 2026)).wins]


@pytest.mark.parametrize("said", ["We sent our first application for the HEED Award", "It first applied for the award"])
def test_the_year_of_a_first_application_is_no_award_year(said: str) -> None:
    text = (
        f"Lakeside University is honored once more with the HEED Award. {said} in 2018. "
        "It stands in the November 2022 issue."
    )
    assert dayless(text) == [(2022, "announced")]


def test_a_headline_gives_the_year_beside_the_kind_of_award() -> None:
    text = "2022 diversity award for Lakeside\n\nLakeside University has been given another HEED Award."
    assert dayless(text) == [(2022, "announced")]


def test_a_list_of_all_winners_beside_one_schools_news_tells_of_each_in_passing() -> None:
    names = ["Adler University", "Benton University", "Harrow College", "Granby University", "Ridge University"]
    text = LEAD + "The 2022 HEED recipients are: "
    below = LEAD + "\n\nThe 2022 HEED Award recipients:\n\n" + "\n".join(names)
    for said, listed in (
        (f"{text}{'; '.join(names)}.", names), (f"{text}{'; '.join(names[:3])}.", names[:3]), (below, names)
    ):  # fmt: skip
        reading = read_statements(said, AWARDS, Hints(DAY, FIRST, {}, 2026))
        found = [win for win in reading.wins if win.school and win.school.name in listed]
        assert [(win.basis, win.aside) for win in found] == [("announced", True)] * len(listed)


def test_winners_of_years_that_are_not_told_are_left_out() -> None:
    text = LEAD + "In the past, Harrow College and Granby University have been among the recipients from the state."
    assert [win[0] for win in wins(text)] == ["Lakeside University"]


def test_a_system_is_no_winner_beside_its_members() -> None:
    text = LEAD + (
        "Two other institutions in the Granby University system, Harrow College and Ridge University, also received "
        "the award this year."
    )
    assert [win[0] for win in wins(text)] == ["Lakeside University", "Harrow College", "Ridge University"]


def test_people_at_the_university_are_not_the_university() -> None:
    text = (
        "The Lakeside University School of Nursing has received the 2022 Health Professions HEED Award. "
        "Lakeside University was named a Diversity Champion. "
        '"The HEED Award recognizes the people in our school and at the university," said the dean.'
    )
    assert ("Lakeside University", "HEED", 2022) not in [win[:3] for win in wins(text)]


def test_the_university_of_an_announcement_is_the_one_named_above() -> None:
    text = (
        "In inclusion, Lakeside University is still at the top. The 2022 HEED Award has gone to the university. "
        "Of late it was given more: 2022 brought the Diversity Champion title and a place on the list of College Picks."
    )
    reading = read_statements(text, AWARDS, Hints(DAY, FIRST, {}, 2026))
    assert reading.school is not None and reading.school.name == "Lakeside University"


def test_names_under_a_line_that_only_leads_to_them() -> None:
    text = LEAD + "The issue presents Lakeside and the other 92 recipients. Here is who they are:\n"
    names = ["Granby University", "Harrow College (IL)", "Ridge University"]
    assert [win[0] for win in wins(text + "\n".join(names))] == ["Lakeside University", *names]


@pytest.mark.parametrize(
    ("said", "others"),
    [
        (
            "They include universities like Harrow, Granby, Northport and Texas.",
            ["Harrow", "Granby", "Northport", "Texas"],
        ),
        ("Other recipients include Harrow, Granby and Norwell.", ["Harrow", "Granby", "Norwell"]),
        ("The winners nearby are Ridge University and Granby College.", ["Ridge University", "Granby College"]),
        (
            "Two other members of the league received the award. They are Ridge University and Weston-Aldergate.",
            ["Ridge University", "Weston-Aldergate"],
        ),
    ],
)  # fmt: skip
def test_other_winners_by_their_short_names(said: str, others: list[str]) -> None:
    found = wins(LEAD + "It is one of 96 recipients. " + said)
    assert [(win[0], win[3]) for win in found[1:]] == [(name, "claimed") for name in others]


def test_places_in_a_list_are_no_schools() -> None:
    text = LEAD + "Recipients come from states like Texas, Harrow and Granby. Its students come from "
    text += "universities like Harrow, Granby and Texas."
    assert [win[0] for win in wins(text)] == ["Lakeside University"]
