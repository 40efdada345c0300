"""The grammar on schools that are named beside the text's own as winners of the same year. All is invented."""

import pytest

from tests.etl.transform.test_statements_pages import read, wins

LEAD = "Harbor University has received the 2021 HEED Award. "


@pytest.mark.parametrize(
    "said",
    [
        "Other recipients in the state include Oakfield College and Ternby University.",
        "Harbor joins Oakfield College and Ternby University as a recipient this year.",
        "The award was won by two more members of the league: Oakfield College and Ternby University.",
        "The two besides Harbor University: Oakfield College and Ternby University.",
        "From this state there are, in addition, Oakfield College and Ternby University.",
        "Oakfield College and Ternby University belong to the same group of schools.",
        "This year's awards honor Oakfield College and Ternby University too.",
        "We are proud to stand there with Oakfield College and Ternby University.",
    ],
)
def test_schools_told_as_winners_too(said: str) -> None:
    others = [found for found in wins(LEAD + said) if found[0] != "Harbor University"]
    assert [(name, year) for name, year, _ in others] == [("Oakfield College", 2021), ("Ternby University", 2021)]


@pytest.mark.parametrize(
    "said",
    [
        "Other partners in the program include Oakfield College and Ternby University.",
        "Oakfield College and Ternby University have been honored in the past.",
        "The award also honored ten other SUNY campuses.",
        "She holds degrees from Oakfield College and Ternby University, too.",
    ],
)
def test_schools_that_are_named_for_another_reason(said: str) -> None:
    assert {name for name, _, _ in wins(LEAD + said)} == {"Harbor University"}


def test_short_names_in_a_list_of_known_ones() -> None:
    said = "There were 95 other recipients, Larch, Elmside Western, Quill, Ternby and Westfall & Dunn included."
    names = [school.name for school in read(LEAD + said).schools]
    assert names == ["Harbor University", "Larch", "Quill", "Ternby", "Westfall & Dunn"]


@pytest.mark.parametrize(
    "said",
    [
        "Others include Oakfield College and Ternby University.",
        "The list also includes Oakfield College and Ternby University.",
        "Schools of the league named to the list include Oakfield College and Ternby University.",
    ],
)
def test_schools_on_the_same_list(said: str) -> None:
    assert {name for name, _, _ in wins(LEAD + said)} == {"Harbor University", "Oakfield College", "Ternby University"}


def test_the_university_is_not_its_unit() -> None:
    said = (
        "Harbor University and its School of Nursing have been recognized with 2022 HEED Awards. "
        "The university was also named a Diversity Champion."
    )
    champions = [win.school.name for win in read(said).wins if win.school and win.award == "DIVERSITY-CHAMPION"]
    assert champions == ["Harbor University"]


def test_the_two_schools_are_those_named_just_before() -> None:
    said = (
        "Oakfield College and Ternby University were counted with the best.\n\n"
        "The 62 institutions that got the 2022 HEED Award were made known today, and the two schools are in that group."
    )
    assert {name for name, _, _ in wins(said)} == {"Oakfield College", "Ternby University"}


def test_more_schools_listed_in_the_next_sentence() -> None:
    said = LEAD + "Two more schools share the recognition. (Oakfield College, Ternby University)"
    assert {name for name, _, _ in wins(said)} == {"Harbor University", "Oakfield College", "Ternby University"}


@pytest.mark.parametrize(
    "said",
    [
        "Harbor is one of three universities of its league, also including Oakfield College and Ternby University.",
        "We stand beside other colleges of the valley, including Oakfield College and Ternby University.",
    ],
)  # fmt: skip
def test_schools_that_are_included(said: str) -> None:
    assert {name for name, _, _ in wins(LEAD + said)} == {"Harbor University", "Oakfield College", "Ternby University"}


def test_a_school_that_joins_another_as_one_of_few() -> None:
    said = "Oakfield College joins Harbor as the other Bay League school to be recognized."
    assert ("Oakfield College", 2021, "claimed") in wins(LEAD + said)


def test_units_of_the_same_university_beside_its_unit() -> None:
    said = (
        "Harbor University College of Nursing has received the 2022 Health Professions HEED Award. We are glad to "
        "stand beside other colleges in the Harbor University health family, including the Colleges of Pharmacy and "
        "Optometry."
    )
    assert {name for name, _, _ in wins(said)} == {
        "Harbor University College of Nursing", "College of Pharmacy", "College of Optometry"
    }  # fmt: skip
