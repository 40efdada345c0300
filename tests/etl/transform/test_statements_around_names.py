"""The names of schools in the words around them. All is invented."""

import pytest

from tests.etl.transform.statements_seed import LAKESIDE, LEAD, OWN, counted, read, won


def test_the_field_of_a_unit_in_small_letters() -> None:
    text = "The University of Hartland School of nursing has received the 2022 Health Professions HEED Award."
    assert won(text) == {("University of Hartland School of Nursing", "HP-HEED", 2022, "announced")}


@pytest.mark.parametrize(
    "said",
    [
        "Four public schools were honored. Besides Lakeside they are Central Hart, Bay State and Orr universities.",
        "The other winners in the state are Central Hart, Bay State and Orr universities.",
    ],
)
def test_schools_with_the_last_word_of_their_names_in_common(said: str) -> None:
    others = {school for school, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE, "Lakeside"}
    assert others == {"Central Hart University", "Bay State University", "Orr University"}


def test_schools_at_which_something_is_done_win_nothing_by_it() -> None:
    said = "Among the efforts cited were the learning centers at Hart and Orr colleges."
    assert won(f"{LEAD}\n\n{said}") == {OWN}


def test_schools_of_a_system_by_their_places() -> None:
    said = "Three other CSU schools won the HEED Award this year: Fresno, Fullerton and Northridge."
    others = {school for school, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE}
    assert others == {f"California State University, {place}" for place in ("Fresno", "Fullerton", "Northridge")}


def test_a_verb_in_capitals_is_no_part_of_a_name() -> None:
    text = "Magazine Gives Ridge College 2022 HEED Award"
    assert won(text) == {("Ridge College", "HEED", 2022, "announced")}


def test_the_winners_at_large_are_no_school() -> None:
    text = (
        'National Diversity Award Goes to Ridge College\n\nRidge College has been singled out by "INSIGHT into '
        'Diversity" magazine for its work for the third consecutive year.\n\nInstitutions honored with the HEED Award '
        "are those that are committed."
    )
    assert won(text) == {("Ridge College", "HEED", 2022, "announced")}
    assert counted(text) == {("consecutive", 3, 2022)}


def test_what_a_school_is_best_for_is_no_school() -> None:
    text = (
        "Ridge School of Nursing at Lakeside University has had news. For the eighth consecutive year it has earned "
        "the Health Professions HEED Award, and for the seventh year in a row it is a Best School for Men in Nursing."
    )
    assert {school.name for school in read(text).schools} == {"Ridge School of Nursing at Lakeside University"}
    assert counted(text) == {("consecutive", 8, 2022)}


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("HALLMARKS OF THE COLLEGE\n\nRidge College has received the 2022 HEED Award.", "Ridge College"),
        (
            "Ridge Community College Ridge Community College (RCC) has received the 2022 HEED Award.",
            "Ridge Community College",
        ),
        ("The Student Union of Ridge College, the winner of the 2022 HEED Award, is open.", "Ridge College"),
    ],
)
def test_a_name_among_words_that_are_none(text: str, school: str) -> None:
    assert {name for name, *_ in won(text)} == {school}
    assert {named.name for named in read(text).schools} == {school}


def test_the_college_is_the_unit_of_the_sentence_before() -> None:
    text = (
        "The Lakeside College of Dentistry has been cited. It is the fifth year in a row that INSIGHT Into Diversity "
        "has given the college a Health Professions HEED Award.\n\nThe Orr College of Pharmacy and 48 other recipients "
        "also hold the 2022 HEED award."
    )
    assert read(text).school is not None
    assert read(text).school.name == "The Lakeside College of Dentistry"  # type: ignore[union-attr]


@pytest.mark.parametrize("said", ["They once more received the", "All four also received the"])
def test_they_are_the_units_between_dashes_in_the_sentence_before(said: str) -> None:
    text = (
        "Four colleges of Lakeside University – medicine, nursing, optometry and veterinary medicine – have been "
        f"cited. {said} Health Professions HEED Award for 2022."
    )
    fields = ("Medicine", "Nursing", "Optometry", "Veterinary Medicine")
    assert {school for school, *_ in won(text)} == {f"College of {field}" for field in fields}


def test_a_number_of_units_is_those_listed_far_above() -> None:
    text = (
        "Lakeside University and its colleges of Nursing, Pharmacy and Dentistry are large.\n\nTwo is said. "
        "Three is said.\n\nFour is said. Five is said.\n\nEach of the three colleges received the 2022 Health "
        "Professions HEED Award."
    )
    units = {school for school, award, *_ in won(text) if award == "HP-HEED"}
    assert units >= {"College of Nursing", "College of Pharmacy", "College of Dentistry"}


def test_places_behind_their_system() -> None:
    said = "Also on the list from the California State University are East Bay, Fullerton and San Marcos."
    others = {school for school, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE}
    assert others == {f"California State University, {place}" for place in ("East Bay", "Fullerton", "San Marcos")}


def test_the_system_behind_a_name_is_no_winner() -> None:
    text = "INSIGHT Into Diversity has given the 2022 HEED Award to Harbor College, State University of New York."
    assert won(text) == {("Harbor College", "HEED", 2022, "announced")}


def test_a_dateline_with_its_station() -> None:
    text = "HARTVILLE, N.C. (WXYZ) East Orr University has been given the 2022 HEED Award nine consecutive years."
    assert won(text) == {("East Orr University", "HEED", 2022, "announced")}


def test_a_u_before_the_place_is_the_university_there() -> None:
    text = "The University at Hartland is honored. UHartland was named a 2022 HEED Award recipient."
    assert won(text) == {("University at Hartland", "HEED", 2022, "announced")}
