"""The grammar on what pages do to texts: lost blanks, datelines, names of offices around a school. All is invented."""

from datetime import date

import pytest

from etl.transform.statements import Hints, Reading, read_statements
from tests.etl.transform.statements_seed import AWARDS, FIRST

SHORT = frozenset(("Ridge Tech", "Harlow State", "Quill", "Larch", "Ternby", "Westfall & Dunn"))
Found = list[tuple[str | None, int, str]]


def read(text: str, day: date | None = None) -> Reading:
    return read_statements(text, AWARDS, Hints(day, FIRST, {"HP-HEED": "HEED"}, 2026, knows=SHORT.__contains__))


def wins(text: str, day: date | None = None) -> Found:
    return [(w.school.name if w.school else None, w.year, w.basis) for w in read(text, day).wins]


@pytest.mark.parametrize(
    "said",
    [
        "Newsline — Harbor College of Osteopathic Medicine was given the 2022 HEED Award.",
        "Newsline — LARCHTON, Mo. – Harbor College of Osteopathic Medicine was given the 2022 HEED Award.",
        "LARCHTON, Mo. & PINE, Ariz. — Harbor College of Osteopathic Medicine is a 2022 HEED Award recipient.",
        "October 3, 2022 (Pine Hill) - The Harbor College of Osteopathic Medicine has won the 2022 HEED Award.",
        "2022 HEED AwardThe Harbor College of Osteopathic Medicine has received the 2022 HEED Award.",
        "Students at Harbor College of Osteopathic MedicineAt Harbor College of Osteopathic Medicine all are proud of "
        "the 2022 HEED Award.",
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(said: str) -> None:
    names = {name.removeprefix("The ") for name, _, _ in wins(said) if name}
    assert names == {"Harbor College of Osteopathic Medicine"}


def test_an_office_of_a_unit_is_no_part_of_its_name() -> None:
    said = (
        "The Dean of Equity and Inclusion of the College of Optometry took the 2022 HEED Award of Lakeside University."
    )
    assert [school.name for school in read(said).schools] == ["College of Optometry", "Lakeside University"]


def test_the_university_of_a_unit_does_not_bear_the_name_of_another_unit() -> None:
    said = "The Lakeside University Ada Quill College of Pharmacy and the College of Dentistry won the 2022 HEED Award."
    assert [(s.name, s.parent) for s in read(said).schools] == [
        ("The Lakeside University Ada Quill College of Pharmacy", None),
        ("College of Dentistry", "The Lakeside University"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "October 2021\n\nHarbor University has won a HEED Award.",
        "Harbor University has won a HEED Award. It stands in INSIGHT Into Diversity for November/December 2021.",
        "Harbor University has won the HEED Award. The inaugural HEED Award came in 2012. The fall 2021 issue is out.",
    ],
)
def test_a_month_alone_and_an_issue_tell_the_award_year(said: str) -> None:
    assert ("Harbor University", 2021, "announced") in wins(said)


def test_years_in_which_a_school_had_it() -> None:
    said = "Harbor University was given the 2017 HEED Award. Harbor University had it in 2014 and 2015, too."
    assert [(year, basis) for _, year, basis in wins(said)] == [
        (2017, "announced"),
        (2014, "claimed"),
        (2015, "claimed"),
    ]


def test_a_win_told_by_the_giver_where_the_award_is_only_explained() -> None:
    said = (
        "Harbor University's programs have caught the eye of INSIGHT Into Diversity once again.\n\n"
        "The Higher Education Excellence in Diversity Award is a national honor for inclusive colleges."
    )
    assert wins(said, date(2021, 9, 20)) == [("Harbor University", 2021, "announced")]


def test_what_others_may_compete_for_is_no_win() -> None:
    said = (
        "Harbor University has won the 2021 HEED Award. Schools everywhere can compete for the Health Professions HEED."
    )
    assert [win.award for win in read(said).wins] == ["HEED"]


def test_every_clause_has_its_own_school() -> None:
    said = "The 2021 HEED Award went to Harbor University; the Health Professions HEED Award went to Oakfield College."
    assert [(w.award, w.school.name if w.school else None) for w in read(said).wins] == [
        ("HEED", "Harbor University"),
        ("HP-HEED", "Oakfield College"),
    ]


def test_a_page_of_july_tells_of_the_year_before_but_for_awards_of_summer() -> None:
    assert wins("Harbor University has won the HEED Award.", date(2021, 7, 2)) == [
        ("Harbor University", 2020, "announced")
    ]
    summer = "Harbor University has won the Inspiring Programs in STEM Award."
    assert wins(summer, date(2021, 7, 2)) == [("Harbor University", 2021, "announced")]


def test_an_award_in_brackets_is_told_in_passing() -> None:
    said = "Forty finished the award-winning camp of Harbor University (2021 Inspiring Programs in STEM Award)."
    assert [basis for _, _, basis in wins(said, date(2022, 9, 14))] == ["claimed"]


def test_years_listed_behind_after() -> None:
    said = "Harbor University is a 2021 HEED Award recipient, after 2016, 2017 and 2019."
    assert [(year, basis) for _, year, basis in wins(said)] == [
        (2021, "announced"),
        (2016, "claimed"),
        (2017, "claimed"),
        (2019, "claimed"),
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Harbor University's (HU) Maker Hub (m-Hub) received the 2022 HEED Award.", "Harbor University"),
        (
            "The Harbor Community College District Tuesday received the 2022 HEED Award.",
            "The Harbor Community College District",
        ),
        ("Within Harbor University, many are proud of the 2022 HEED Award.", "Harbor University"),
    ],
)
def test_words_around_a_name(said: str, name: str) -> None:
    assert [school for school, _, _ in wins(said)] == [name]


def test_initials_stand_for_the_university_of_a_unit() -> None:
    said = "The award went to HU and to the Harbor University Law Center. HU's law center won the 2022 HEED Award."
    assert [(s.name, s.parent) for s in read(said).schools] == [
        ("Harbor University", None),
        ("Harbor University Law Center", None),
        ("School of Law", "Harbor University"),
    ]


def test_a_list_of_honors_names_years() -> None:
    said = (
        "Harbor University is proud of these:\n\n- HEED Award, INSIGHT Into Diversity, 2014, 2015\n- Tree City, 2016\n"
    )
    assert wins(said) == [(None, 2014, "claimed"), (None, 2015, "claimed")]


def test_an_advertisement_announces_nothing() -> None:
    said = "Harbor University invites applications for a dean. It has won the 2022 HEED Award."
    assert {basis for _, _, basis in wins(said, date(2023, 3, 3))} == {"claimed"}


@pytest.mark.parametrize(
    "said",
    [
        "In 2016, Harbor University received the HEED Award, and again in 2018.",
        "Harbor University is proud of the 2016 and 2018 HEED Awards.",
        "Harbor University looks back\n\n2016: First HEED Award\n2017: Center opens\n2018: HEED Award",
        "Harbor University looks back: HEED Award recipient (2016, 2018)",
    ],
)
def test_a_page_without_a_day_that_looks_back(said: str) -> None:
    assert [(year, basis) for _, year, basis in wins(said)] == [(2016, "claimed"), (2018, "claimed")]


def test_a_sentence_of_all_winners_says_nothing_of_the_school_of_a_caption() -> None:
    said = (
        "Harbor University\n\nThe year was good. Today 24 schools are given the 2022 HEED Award.\n\nMuch is left to do."
    )
    assert wins(said) == []


def test_an_office_behind_a_name_is_no_part_of_it() -> None:
    said = "At the Harbor University College of Medicine, the Office of Equity has won the 2022 HEED Award."
    assert [school.name for school in read(said).schools] == ["Harbor University College of Medicine"]
