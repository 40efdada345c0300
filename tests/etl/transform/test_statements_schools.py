"""The grammar on several schools in one text, on years that are printed elsewhere, and on tiers. All is invented."""

from datetime import date

import pytest

from etl.transform.statements import Hints, Reading, read_statements
from tests.etl.transform.statements_seed import AWARDS, FIRST

LEAD = "Lakeside University has received the 2022 HEED Award. "
Found = list[tuple[str | None, str, int, str]]


def read(text: str, day: date | None = None) -> Reading:
    known = frozenset(("Ridge Tech", "HBU")).__contains__
    return read_statements(text, AWARDS, Hints(day, FIRST, {"HP-HEED": "HEED"}, 2026, knows=known))


def wins(text: str, day: date | None = None) -> Found:
    return [(w.school.name if w.school else None, w.award, w.year, w.basis) for w in read(text, day).wins]


@pytest.mark.parametrize(
    "said",
    [
        "Kudos! The November/December 2021 issue will present Lakeside University, again a HEED Award recipient.",
        "Lakeside University has won a HEED Award. Its name will stand in the fall 2021 issue.",
        "October 12, 2021\n\nLakeside University has won a HEED Award.",
        "12 October 2021\n\nLakeside University has won a HEED Award.",
        "10/12/2021\n\nLakeside University has won a HEED Award.",
        "Lakeside University took two honors in the 2021 round of awards. The HEED Award is its third.",
        "Lakeside University is a HEED Award winner, an honor it also won in 2018. The 2021 winners were named today.",
        "Lakeside University is a winner of the HEED Award, which it also won in 2018. The 2021 award came Tuesday.",
        "For the third time since 2018, Lakeside University was named a HEED recipient. The 2021 list is out.",
    ],
)
def test_the_award_year_stands_elsewhere(said: str) -> None:
    assert ("HEED", 2021, "announced") in [win[1:] for win in wins(said)]


def test_a_year_of_another_win_is_not_the_award_year() -> None:
    text = "Lakeside University is a winner of the HEED Award. In 2019, it was also named a Diversity Champion."
    assert wins(text, date(2020, 11, 5)) == [
        ("Lakeside University", "HEED", 2020, "announced"),
        (None, "DIVERSITY-CHAMPION", 2019, "claimed"),
    ]
    inaugural = "Lakeside University won the HEED Award again. It was among the inaugural 2012 winners."
    assert [(year, basis) for _, _, year, basis in wins(inaugural, date(2013, 9, 18))] == [
        (2013, "announced"),
        (2012, "claimed"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The magazine added the Diversity Champion title in 2016.",
        "HEED Awards have existed since 2012.",
        "In 2016 the magazine introduced a level above the award.",
    ],
)
def test_what_the_giver_did_to_its_awards_is_no_win(said: str) -> None:
    assert [win[2] for win in wins(LEAD + said)] == [2022]


@pytest.mark.parametrize(
    "said",
    [
        "INSIGHT Into Diversity magazine has also called it a Diversity Champion.",
        "Once more the magazine has set the university apart as a Diversity Champion.",
        "It has been named a Diversity Champion as well, INSIGHT Into Diversity magazine says.",
    ],
)
def test_a_tier_that_the_giver_adds_is_announced(said: str) -> None:
    assert [award for _, award, _, basis in wins(LEAD + said) if basis == "announced"] == ["HEED", "DIVERSITY-CHAMPION"]


@pytest.mark.parametrize(
    "said",
    [
        "The Harbor University School of Nursing and the Harbor University School of Law received the same award.",
        "The Harbor University School of Nursing was selected for it, too.",
        "Ridge Tech also was recognized.",
        "Ridge Tech made the list for the fourth time.",
        "Ridge Tech is a first-time honoree.",
        "The magazine also put Ridge Tech among the winners.",
    ],
)
def test_a_school_told_without_the_awards_name_stands_aside(said: str) -> None:
    """Whether it is announced or claimed hangs on which school it is: see the proposals."""
    others = [win for win in read(LEAD + said).wins if win.school and "Lakeside" not in win.school.name]
    assert others
    assert all((win.award, win.year, win.aside) == ("HEED", 2022, True) for win in others)


@pytest.mark.parametrize(
    "said",
    [
        "Ridge Tech was also recognized by Forbes.",
        "The Harbor University School of Nursing opened a center, too.",
        "Ridge Tech made the Military Friendly list.",
    ],
)
def test_a_school_told_of_something_else_has_not_won(said: str) -> None:
    assert [win for win in wins(LEAD + said) if win[0] and "Lakeside" not in win[0]] == []


def test_schools_one_by_one_under_their_number() -> None:
    text = (
        "Four nursing schools hold the 2020 Health Professions HEED Award. Here is a look at three.\n\n"
        "- The Harbor University School of Nursing takes the honor for the second consecutive year.\n\n"
        "- At the Lakeside University School of Nursing this makes four straight.\n\n"
        "- The Ridge University College of Nursing returned to the list.\n"
    )
    found = read(text)
    assert [(win.school and win.school.name, win.basis) for win in found.wins] == [
        ("The Harbor University School of Nursing", "announced"),
        ("Lakeside University School of Nursing", "announced"),
        ("The Ridge University College of Nursing", "announced"),
    ]
    assert [(one.claim, one.n) for one in found.counted] == [("consecutive", 2), ("consecutive", 4)]


def test_a_list_with_places_and_tiers() -> None:
    text = (
        "Winners of the 2020 HEED Award\n\nAdair University, Columbia, Ky.\nBell University, Muncie, Ind.\n"
        "Cole College\nDunn University (Diversity Champion)\n"
    )
    assert [(school, award) for school, award, _, _ in wins(text)] == [
        ("Adair University", "HEED"),
        ("Bell University", "HEED"),
        ("Cole College", "HEED"),
        ("Dunn University", "HEED"),
        ("Dunn University", "DIVERSITY-CHAMPION"),
    ]


def test_schools_behind_a_colon_whatever_number_stands_before() -> None:
    text = "Of the four Lakeside System universities, two received the 2020 HEED Award: Bell University and Ridge Tech."
    assert [school for school, *_ in wins(text)] == ["Bell University", "Ridge Tech"]


def test_fields_alone_mean_their_schools() -> None:
    text = (
        "Two Harbor University schools, the School of Dentistry and the School of Medicine, won the 2019 Health "
        "Professions HEED Award. Dentistry won the award in 2016 and 2017, while Medicine was honored in 2018."
    )
    past = [(school, year) for school, _, year, basis in wins(text) if basis == "claimed"]
    assert past == [("School of Dentistry", 2016), ("School of Dentistry", 2017), ("School of Medicine", 2018)]


def test_a_bare_unit_beside_another_has_the_same_university() -> None:
    text = "The Harbor University School of Nursing and School of Dentistry won the 2021 Health Professions HEED Award."
    assert [win.school and win.school.parent for win in read(text).wins] == [None, "The Harbor University"]


def test_units_before_one_that_names_its_university_have_that_university() -> None:
    text = (
        "Harbor State College of Optometry has received the 2022 Health Professions HEED Award. "
        "The College of Nursing, College of Pharmacy and College of Optometry at Harbor State were all recognized."
    )
    parents = {win.school.name: win.school.parent for win in read(text).wins if win.school}
    assert parents["College of Pharmacy"] == "Harbor State"


def test_a_place_behind_a_name_is_not_of_it() -> None:
    assert wins("The 2021 HEED Award went to Bell College in Ohio.")[0][0] == "Bell College"


def test_who_was_not_among_the_winners_has_not_won() -> None:
    assert wins("Lakeside University was not among the winners of the 2024 HEED Award.") == []


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("Bell University, a 2019 and 2020 recipient of the HEED Award, opened a hall.", {2019, 2020}),
        (LEAD + "It won nine times between 2013 and 2021.", {2022}),
        (LEAD + "It added a center in 2019 with the award money.", {2022}),
        (LEAD + "The streak began in 2020, when it won its first award.", {2020, 2022}),
        (LEAD + "The university was a winner in 2018 and 2020 as well.", {2018, 2020, 2022}),
    ],
)
def test_years_of_winning_and_others(said: str, years: set[int]) -> None:
    assert {year for _, _, year, _ in wins(said)} == years


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Five in a row: Lakeside keeps its HEED streak alive.", ("consecutive", 5)),
        ("The honor is Lakeside's fourth; the others were in 2014, 2015 and 2019.", ("total", 4)),
        ("To hear our name called for a third consecutive year is humbling.", ("consecutive", 3)),
        ("It is the university's second award in as many years.", ("consecutive", 2)),
    ],
)
def test_counts_in_other_words(said: str, expected: tuple[str, int]) -> None:
    assert (*expected, 2022) in [(one.claim, one.n, one.as_of_year) for one in read(LEAD + said).counted]


def test_counts_that_say_less_than_they_seem() -> None:
    twice = LEAD + "It was honored twice: it holds both the award and the title of Diversity Champion."
    assert read(twice).counted == ()
    bounded = LEAD + "It won the award each year from 2014 to 2017."
    assert [one.claim for one in read(bounded).counted] == []
    (first,) = read(LEAD + "Since its first HEED award came in 2020, the university has hired more.").counted
    assert (first.claim, first.as_of_year) == ("first_time", 2020)


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Thirty-five schools made the 2022 list.", 35),
        ("The 2022 list has 83 names.", 83),
        ("Lakeside will be introduced along with 64 others on this year's list.", 65),
        ("Its name and those of 45 more recipients stand in the issue.", 46),
        ("Of the 109 colleges and universities on this year's list, few are small.", 109),
        ("The magazine published the names of the 90 universities that will receive the award.", 90),
        ("It came down to us and 90 other universities.", 91),
    ],
)
def test_numbers_of_recipients_in_other_words(said: str, n: int) -> None:
    assert [one.recipients for one in read(LEAD + said).recipients if one.among is None] == [n]


def test_members_of_a_system_are_no_recipients() -> None:
    assert read(LEAD + "Alone among the 14 universities of Lakeland's State System, it has won.").recipients == ()


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Twice a year, they attend the Harbor Enrichment Programming (HEP).",
         ["Harbor Enrichment Programming (HEP)"]),
        ("Called Keeping Our Word: The Lakeside Roadmap, it pays for mentors.",
         ["Keeping Our Word: The Lakeside Roadmap"]),
        ("One case in point is I Love Books, in which students write letters.", ["I Love Books"]),
        ("Efforts include:\n- Bay Latino, the Harbor Male Experience and Bay Days – days on campus;\n",
         ["Bay Latino", "Harbor Male Experience", "Bay Days"]),
        ("Photo: Students in front of the Harbor Mentoring Program.", []),
        ("The class in its one-year accelerated program includes students born in Peru and Kenya.", []),
        ("It changed its first-year curriculum and hummed in the Bay Student Center.", []),
    ],
)  # fmt: skip
def test_programmes_in_other_words(said: str, names: list[str]) -> None:
    assert [one.name for one in read(LEAD + said).programmes] == names
