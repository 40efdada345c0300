"""Names of schools in the forms in which press offices print them. All is invented."""

import pytest

from tests.etl.transform.statements_seed import LAKESIDE, LEAD, OWN, read, won


def schools(text: str, *short: str) -> set[str]:
    """The schools named in a text in which these short forms are schools'."""
    return {one.name.removeprefix("The ") for one in read(text, knows=frozenset(short).__contains__).schools}


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("After word of its van, St. Hilda's University has won the 2022 HEED Award.", "St. Hilda's University"),
        ("date 2022-09-14 HARTVILLE, Mich. - Ridge University has received the 2022 HEED Award.", "Ridge University"),
        ("HARTVILLE, Mich. - Ridge University has received the 2022 HEED Award.", "Ridge University"),
        (
            "The University of Hart Ann Stone, M.D. College of Medicine has received the 2022 HEED Award.",
            "University of Hart Ann Stone, M.D. College of Medicine",
        ),
        (
            "The Lakeside School of Law in North Hart was honored with the 2022 HEED Award.",
            "Lakeside School of Law",
        ),
        (
            "The University of California, Hartville (UCH) has received the 2022 HEED Award.",
            "University of California, Hartville",
        ),
    ],
)
def test_a_name_and_what_stands_around_it(text: str, school: str) -> None:
    assert {name for name, *_ in won(text)} == {school}


def test_a_unit_and_something_of_its_own() -> None:
    text = "The Ridge University School of Dentistry's Summer Bridge Program is new. It won a 2022 HEED Award."
    assert schools(text) == {"Ridge University School of Dentistry"}


def test_schools_of_a_system_by_their_own_names_and_by_places() -> None:
    system = "State University of New York"
    text = (
        "The magazine has given its 2022 HEED Award to four campuses of the State University of New York: Hart State, "
        "Orr University, SUNY Ridge and Bay University."
    )
    assert {name for name, *_ in won(text)} == {
        f"{system}, Hart State", "Orr University", "SUNY Ridge", "Bay University"
    }  # fmt: skip
    said = "It is one of three State University of New York campuses to be recognized: others are Hart and Ridge Bay."
    others = {name for name, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE, None}
    assert others == {f"{system}, Hart", f"{system}, Ridge Bay"}


def test_kinds_of_schools_are_none() -> None:
    said = "The Association warmly congratulates the seven Dental Schools that have won the 2022 HEED Award."
    assert {name for name, *_ in won(f"{LEAD}\n\n{said}")} <= {LAKESIDE, None}


@pytest.mark.parametrize(
    "text",
    [
        "How the HEED Award Helps\n\nTo institutions that win this coveted national award, it gives a stage.",
        "The 2022 HEED Awards: Holding Course\n\nStudents ask for more. Photo from the Hart University commencement.",
        "The magazine has recognized the university with the HEED Award.\n\nVice President Ann Stone said it is good. "
        "Stone has been here for eight years, six of which have been HEED-winning years.",
    ],
)
def test_what_is_no_school_that_has_won(text: str) -> None:
    found = read(text, knows=frozenset(("Stone", "Hart University")).__contains__)
    assert found.school is None
    assert {win.school for win in found.wins} <= {None}


@pytest.mark.parametrize(
    "said",
    [
        "Vice President Moreau previously held a similar role at Hart University.",
        "Vice President Moreau has degrees from Hart University.",
        "Vice President Moreau earlier held a post at Hart University.",
        "Photo by the Hart University Press.",
    ],
)
def test_where_somebody_worked_before_is_not_the_school_of_the_text(said: str) -> None:
    text = f"The magazine has recognized the university with the HEED Award.\n\n{said}"
    assert read(text).school is None


def test_somebody_who_speaks_is_no_school() -> None:
    said = '"It is ours," Vice President Lou Hastings said. Hastings has won for us, and Hastings was glad.'
    assert "Hastings" not in schools(LEAD + said, "Hastings")
    assert "Hastings" in schools(f"{LEAD}Hastings has won the HEED Award, too.", "Hastings")


def test_a_school_that_bears_a_saints_name() -> None:
    text = "St. Hilda's University has won the 2022 HEED Award. St. Hilda's law school was named a Diversity Champion."
    assert [(one.name, one.parent) for one in read(text).schools][-1] == ("School of Law", "St. Hilda's")
    said = "The magazine has named St. Hilda's and the St. Hilda's University School of Law for the 2022 HEED Award."
    assert {name for name, *_ in won(f"St. Hilda's University is large. {said}")} == {
        "St. Hilda's", "St. Hilda's University School of Law"
    }  # fmt: skip


def test_short_forms_of_a_university_of_a_place() -> None:
    text = "The University of Hartland is glad. UofH has won the 2022 HEED Award."
    assert won(text) == {("University of Hartland", "HEED", 2022, "announced")}
    said = "It is the second year in a row that HU–Ridge and the HU Law School have received it."
    assert "HU–Ridge" in schools(LEAD + said, "HU–Ridge")


def test_initials_with_the_words_for_which_they_stand_are_no_school() -> None:
    said = "RISE (Ready in Science Everywhere) finds pupils early, and ROAR (Ridge of All Rivers University) too."
    assert schools(LEAD + said, "RISE", "ROAR") & {"RISE", "ROAR"} == {"ROAR"}


def test_schools_one_by_one_under_their_number_are_all_the_news() -> None:
    text = (
        "Three member institutions received the 2022 HEED Award.\n\nHart University received the HEED Award for its "
        "camps. Orr University was awarded the HEED Award for its care.\n\nBay University received the HEED Award."
    )
    assert {(name, basis) for name, _, _, basis in won(text)} >= {
        (f"{name} University", "announced") for name in ("Hart", "Orr", "Bay")
    }
    assert not any(win.aside for win in read(text).wins)


def test_names_behind_programmes_are_no_schools() -> None:
    text = (
        "The Lakeside University College of Dentistry has received the 2022 Health Professions HEED Award. Insight "
        "Into Diversity magazine selected the College of Dentistry for what it has built. Among these are its pathway "
        "programs Lakeside Dental Discovery and the Harbor Camp."
    )
    assert {name for name, *_ in won(text)} == {"Lakeside University College of Dentistry"}


def test_a_group_that_included_schools() -> None:
    said = "Lakeside found itself in a group of well-known colleges that included Hart University and Orr College."
    assert won(f"{LEAD}{said}") == {
        OWN, ("Hart University", "HEED", 2022, "claimed"), ("Orr College", "HEED", 2022, "claimed")
    }  # fmt: skip
    said = "Past State University System honorees have included Hart University and Orr College."
    assert won(f"{LEAD}{said}") == {OWN}


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Beginning in 2016, recipients of the top tier are Diversity Champions, too. The winners will be featured in "
         "the November 2018 issue.", 2018),
        ("In October 2023, the school was honored with the HEED Award.", 2023),
        ("For 2023, the College's strengths included its camps.", 2023),
    ],
)  # fmt: skip
def test_the_award_year_of_a_page_without_a_day(said: str, year: int) -> None:
    text = f"Lakeside University Receives HEED Award\n\nLakeside University has earned the HEED Award. {said}"
    assert won(text, None) >= {(LAKESIDE, "HEED", year, "announced")}
    assert {one.year for one in read(text, None).wins} == {year}


def test_schools_that_join_and_those_of_the_first_sentence() -> None:
    said = "They are joined this year by the Hart University School of Law and the Orr College."
    assert won(f"{LEAD}\n\n{said}") >= {
        ("Hart University School of Law", "HEED", 2022, "claimed"), ("Orr College", "HEED", 2022, "claimed")
    }  # fmt: skip
    text = (
        "Two Colleges Honored with 2022 HEED Award\n\nThe Hart University College of Law and the Hart University "
        "College of Nursing were among 35 schools selected to receive the honor."
    )
    assert not any(win.aside for win in read(text).wins)


def test_a_university_before_its_named_unit_only_tells_whose_it_is() -> None:
    text = "Lakeside University, Ann A. Orr School of Dentistry is one of the recipients of the 2022 HEED Award."
    assert {name for name, *_ in won(text)} == {"Ann A. Orr School of Dentistry"}


def test_a_university_and_its_law_school_by_their_short_forms() -> None:
    text = "The magazine has named ULake and the University of Lake College of Law recipients of its 2022 HEED Award."
    assert {name for name, *_ in won(text)} >= {"University of Lake College of Law"}
    assert schools(text, "ULake") == {"University of Lake", "University of Lake College of Law"}
    text = "Bay State and Bay State Law received their fifth 2022 HEED Awards."
    assert schools(text, "Bay State") == {"Bay State", "Bay State Law"}
    text = "For schools such as the Orr School of Nursing and Bay State Law, the 2022 HEED Award is a joy."
    assert schools(text, "Bay State") == {"Orr School of Nursing", "Bay State Law"}


def test_what_is_said_of_a_school_behind_its_name_is_no_other_school() -> None:
    text = (
        "The Lakeside University College of Osteopathic Medicine (LUCOM), the medical school of Orr's Bay, has "
        "received the 2022 HEED Award."
    )
    assert {name for name, *_ in won(text)} == {"Lakeside University College of Osteopathic Medicine"}


def test_mounts_begin_names_and_newspapers_are_no_schools() -> None:
    text = "HARTVILLE, OR — Today, Mt. Orr Community College received the 2022 HEED Award."
    assert {name for name, *_ in won(text)} == {"Mt. Orr Community College"}
    text = "Hart College Herald\n\nOrr University has received the 2022 HEED Award."
    assert schools(text) == {"Orr University"}


def test_names_in_capitals_in_a_line_that_is_not() -> None:
    text = "LAKESIDE UNIVERSITY - SACSCOC FIFTH REPORT (excerpt)\n\nIt received the 2022 HEED Award."
    assert schools(text) == {LAKESIDE}
    assert schools("HART COLLEGE / Points of pride\n\nIt received the 2022 HEED Award.") == {"Hart College"}


def test_a_unit_before_the_name_of_its_university() -> None:
    text = "College of Nursing, Lakeside University: 10th consecutive HEED Award in 2022."
    assert [(one.name, one.parent) for one in read(text).schools] == [("College of Nursing", LAKESIDE)]


def test_a_university_by_its_place_beside_its_unit() -> None:
    text = "University of the Orrland is old. Orrland and its Hart School of Law received their fifth 2022 HEED Awards."
    assert {name for name, *_ in won(text)} == {"Orrland", "Hart School of Law"}


def test_winners_from_whom_others_were_chosen_are_no_news() -> None:
    text = (
        "Lakeside University has been named a 2022 Diversity Champion. The schools were picked from the best scoring "
        "HEED Award winners."
    )
    assert {(name, award) for name, award, *_ in won(text)} == {(LAKESIDE, "DIVERSITY-CHAMPION")}


def test_an_honorary_mention_is_no_win_of_the_award() -> None:
    said = "Last year Lakeside was named an honorary mention for the annual HEED Award."
    assert won(f"{LEAD}{said}") == {OWN}
