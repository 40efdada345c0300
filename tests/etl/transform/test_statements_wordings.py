"""The grammar on further wordings of wins, counts, numbers of recipients and programmes. All is invented."""

from datetime import date

import pytest

from etl.transform.statements import Hints, Reading, read_statements
from tests.etl.transform.statements_seed import AWARDS, FIRST

LEAD = "Lakeside University has received the 2022 HEED Award. "
DENTAL = "The Lakeside University College of Dentistry has won the 2022 Health Professions HEED Award. "


def read(text: str, day: date | None = None) -> Reading:
    return read_statements(text, AWARDS, Hints(day, FIRST, {"HP-HEED": "HEED"}, 2026, knows=frozenset().__contains__))


@pytest.mark.parametrize(
    "said",
    [
        "The Lakeside University College of Pharmacy has the award as well.",
        "The Lakeside University College of Pharmacy also has it.",
        "The Lakeside University College of Pharmacy is a 2022 recipient as well.",
        "The Lakeside University College of Pharmacy is recognized with us.",
        "The Lakeside University College of Pharmacy is the only other college with this distinction.",
        "Also recognized in Lakeland is the Lakeside University College of Pharmacy.",
        "It shares the honor with the Lakeside University College of Pharmacy.",
        "The other campus winner is the Lakeside University College of Pharmacy.",
    ],
)
def test_another_school_is_told_behind(said: str) -> None:
    name = "Lakeside University College of Pharmacy"
    told = [win for win in read(DENTAL + said).wins if win.school and win.school.name.removeprefix("The ") == name]
    assert [(win.award, win.year, win.aside or win.basis == "claimed") for win in told] == [("HP-HEED", 2022, True)]


def test_a_school_that_won_too_stands_in_the_same_sentence() -> None:
    text = DENTAL.removesuffix(". ") + ", as did the Ridge University College of Nursing."
    assert [(win.school.name, win.aside) for win in read(text).wins if win.school] == [
        ("The Lakeside University College of Dentistry", False),
        ("Ridge University College of Nursing", True),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "A 2022 HEED Award of the magazine has gone to Lakeside University.",
        "Lakeside University teaches.\nFor it, INSIGHT Into Diversity magazine has now given a 2022 HEED Award.",
    ],
)
def test_other_words_for_a_win(said: str) -> None:
    assert [(win.award, win.year, win.basis) for win in read(said).wins] == [("HEED", 2022, "announced")]


def test_an_award_of_earlier_this_month_is_no_news() -> None:
    text = (
        "Lakeside University has been named a Diversity Champion. They come from the best HEED Award recipients. "
        "Lakeside University received the HEED Award earlier this month and two other times previously."
    )
    found = read(text, date(2022, 10, 4))
    assert [(win.award, win.basis) for win in found.wins] == [
        ("DIVERSITY-CHAMPION", "announced"),
        ("HEED", "claimed"),
    ]
    assert [(one.claim, one.n) for one in found.counted] == [("total", 3)]


def test_an_association_and_a_verb_are_no_part_of_a_school() -> None:
    text = (
        "Dentistry Makes It Four HEED Awards\n\nThe American Society of Deans praised the Lakeside University College "
        "of Dentistry, which has won the 2022 Health Professions HEED Award."
    )
    assert [school.name for school in read(text).schools] == ["Lakeside University College of Dentistry"]


@pytest.mark.parametrize(
    ("said", "name", "parent"),
    [
        ("Lakeside University's dental school won a 2022 HEED Award.", "School of Dentistry", "Lakeside University"),
        ("The Lakeside University nursing college won a 2022 HEED Award.", "College of Nursing", "Lakeside University"),
        ("Harbor Institute of Technology College of Nursing won a 2022 HEED Award.",
         "Harbor Institute of Technology College of Nursing", None),
    ],
)  # fmt: skip
def test_a_unit_and_its_university(said: str, name: str, parent: str | None) -> None:
    (win,) = read(said).wins
    assert win.school is not None
    assert (win.school.name, win.school.parent) == (name, parent)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("This is a three-peat for Lakeside.", ("consecutive", 3)),
        ("The honor is the eighth in as many years.", ("consecutive", 8)),
        ("Lakeside University has held the award since 2016.", ("every_year_since", 2016)),
        ("It is Lakeside University's third, after 2015 and 2017.", ("total", 3)),
        ("Lakeside University had never won before.", ("first_time", 1)),
        ("Lakeside University has won it three other times.", ("total", 4)),
    ],
)
def test_counts_in_other_words(said: str, expected: tuple[str, int]) -> None:
    assert [(one.claim, one.n) for one in read(LEAD + said).counted] == [expected]


def test_the_edition_of_an_award_is_no_count() -> None:
    text = "The first annual HEED Award of 2012 has several winners, and Lakeside University is one of the recipients."
    assert read(text).counted == ()


@pytest.mark.parametrize(
    ("said", "n", "year"),
    [
        ("It was one of only 11 nursing schools and 35 health schools in all that were picked.", 35, 2022),
        ("It is one of 24 U.S. health professions schools with the award.", 24, 2022),
        ("It will be featured alongside only 42 other institutions in the December 2022 issue.", 43, 2022),
        ("All 46 recipients of this year's HEED Award appear in the next issue.", 46, 2022),
        ("The 48 recipients include ten community colleges.", 48, 2022),
        ("Fifteen universities nationwide have the award.", 15, 2022),
        ("Last year, 96 institutions received it.", 96, 2021),
        ("This year's class numbers 93.", 93, 2022),
        ("The number of recipients stands at 93.", 93, 2022),
        ("There were 93 recipients.", 93, 2022),
        ("The award was bestowed upon 93 institutions.", 93, 2022),
    ],
)
def test_numbers_of_recipients(said: str, n: int, year: int) -> None:
    found = [(one.recipients, one.year) for one in read(LEAD + said).recipients if one.among is None]
    assert found == [(n, year)]


def test_recipients_of_other_things_are_not_counted() -> None:
    assert read(LEAD + "The 30 recipients of the dean's scholarship were honored.").recipients == ()


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("The magazine names a summer research seminar series on teeth.", ["summer research seminar series"]),
        ("The university launched Golden Bridge, which pairs students with alumni.", ["Golden Bridge"]),
        ("It created the Harbor Pantry in 2018.", ["Harbor Pantry"]),
        ("INSIGHT Into Diversity magazine selected BAY PROMISE, which pays for books.", ["BAY PROMISE"]),
        ("The university created an Office of Student Belonging.", ["Office of Student Belonging"]),
        ("The Office of Social Equity coordinates workshops.", ["Office of Social Equity"]),
        ("It held its Bay Summit, Global Village Talks, and the Harmony Walk.",
         ["Bay Summit", "Global Village Talks", "Harmony Walk"]),
        ("Among its efforts are Sister Circle, Brother to Brother, and the Rainbow Weekend.",
         ["Sister Circle", "Brother to Brother", "Rainbow Weekend"]),
        ("The university hosted President Lee Park, opened the Smith Student Hall and introduced Spanish classes.", []),
    ],
)  # fmt: skip
def test_programmes(said: str, names: list[str]) -> None:
    assert [one.name for one in read(LEAD + said).programmes] == names


def test_the_school_to_which_an_award_went_is_no_programme() -> None:
    text = "The magazine gave the 2022 HEED Award to the Lakeland Mathematics and Science Academy (LMSA)."
    assert read(text).programmes == ()


@pytest.mark.parametrize(
    "said",
    [
        "Ridge University and Harbor College are also among those being honored.",
        "Ridge University and Harbor College are among those that received it too.",
        "Also earning the award this year are Ridge University and Harbor College.",
        "Ridge University and Harbor College are being honored as well.",
    ],
)
def test_others_are_told_behind_in_other_words(said: str) -> None:
    others = {win.school.name for win in read(LEAD + said).wins if win.school and (win.aside or win.basis == "claimed")}
    assert others == {"Ridge University", "Harbor College"}


def test_a_list_under_a_head_without_the_name_of_the_award() -> None:
    text = (
        "Coastal schools are among the winners of the 2022 HEED Award, the magazine said.\n\nThose recognized are:\n\n"
        "Lakeside University (3rd consecutive year)\nRidge University\nHarbor College (first time)\n"
    )
    found = read(text)
    assert [win.school.name for win in found.wins if win.listed and win.school] == [
        "Lakeside University", "Ridge University", "Harbor College",
    ]  # fmt: skip
    assert [(one.school.name, one.claim, one.n) for one in found.counted if one.school] == [
        ("Lakeside University", "consecutive", 3),
        ("Harbor College", "first_time", 1),
    ]


def test_names_in_capitals_stand_for_a_number_of_schools() -> None:
    text = (
        "Three schools with ideas have received the 2022 Health Professions HEED Award.\n\n"
        "LAKESIDE UNIVERSITY COLLEGE OF NURSING\n\nIt has tutors.\n\nTHE RIDGE UNIVERSITY SCHOOL OF MEDICINE\n\n"
        "It has mentors.\n\nHARBOR UNIVERSITY COLLEGE OF DENTISTRY\n\nIt has camps.\n"
    )
    assert [win.school.name for win in read(text).wins if win.school] == [
        "Lakeside University College of Nursing",
        "The Ridge University School of Medicine",
        "Harbor University College of Dentistry",
    ]


def test_what_goes_on_is_told_of_the_school_before() -> None:
    text = (
        "The Lakeside University College of Law has won a 2022 HEED Award.\nThe Lakeside University College of "
        "Nursing has received the 2022 Health Professions HEED Award. It is the second in a row; it was also "
        "honored in 2021."
    )
    past = [(win.award, win.year, win.school and win.school.name) for win in read(text).wins if win.basis == "claimed"]
    assert past == [("HP-HEED", 2021, "The Lakeside University College of Nursing")]


def test_a_name_that_is_broken_at_the_end_of_its_line() -> None:
    text = (
        "LAKELAND — The College of Veterinary Medicine at Lakeside Harbor\nUniversity has been given a 2022 Health "
        "Professions Higher Education\nExcellence in Diversity Award from INSIGHT Into Diversity magazine,\n"
        "officials of the university said on Monday in the city of Lakeland.\n"
    )
    assert "The College of Veterinary Medicine at Lakeside Harbor University" in [
        one.name for one in read(text).schools
    ]


def test_a_unit_in_plain_words_before_its_university() -> None:
    found = read("The dental school at Lakeside University has won the 2022 Health Professions HEED Award.")
    assert ("School of Dentistry", "Lakeside University") in [(one.name, one.parent) for one in found.schools]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("It is the sixth award in six years for the university.", ("consecutive", 6, 2022)),
        ("The honor was a first for the university.", ("first_time", 1, 2022)),
        ("The award had never been given to the university until now.", ("first_time", 1, 2022)),
        ("We won our first HEED award in 2014, and I would say it helped.", ("first_time", 1, 2014)),
        ("It is honored again; its first came in 2014.", ("first_time", 1, 2014)),
    ],
)
def test_counts_in_yet_other_words(said: str, expected: tuple[str, int, int]) -> None:
    assert expected in [(one.claim, one.n, one.as_of_year) for one in read(LEAD + said).counted]


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Its editors settled on 64 institutions.", 64),
        ("It is one of 64 medical, dental, nursing and other health schools to receive it.", 64),
        ("Sixty-four schools of the health professions were selected in all.", 64),
        ("This year, 64 programs around the country were picked.", 64),
        ("Another 64 schools, Lakeside among them, are recipients.", 64),
    ],
)
def test_numbers_of_recipients_in_other_words(said: str, n: int) -> None:
    assert [one.recipients for one in read(LEAD + said).recipients if one.among is None] == [n]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("BRIDGE -- Building Research Into Dental Graduate Education -- pays for tutors.",
         ["Building Research Into Dental Graduate Education"]),
        ("Men in Lakeland Nursing, which everybody calls MILN, meets weekly.", ["Men in Lakeland Nursing"]),
        ("In Ready for Harbor, ninth graders stay on campus.", ["Ready for Harbor"]),
        ("Our application listed, among other things:\n\n• Reach the Harbor, a day on which pupils visit\n"
         "• the Lakeland Kin program, which welcomes parents\n", ["Reach the Harbor", "Lakeland Kin program"]),
        ("What the magazine saw, by our application:\n\nHarborBridge. It was begun in 2019.\n\n"
         "A county tutoring corps. Its tutors live there.\n", ["HarborBridge", "county tutoring corps"]),
        ("Faculty take on a hard subject together, such as bias in grading or health in the county.", []),
        ("Questions go to the editors:\n\nCall Lakeland today.\n", []),
    ],
)  # fmt: skip
def test_programmes_in_other_words(said: str, names: list[str]) -> None:
    assert [one.name for one in read(LEAD + said).programmes] == names


def test_the_recipients_of_the_general_award_are_not_those_of_the_health_award() -> None:
    said = "Sixty-four colleges are being recognized with the general HEED Award. Another 31 schools are recipients."
    assert [one.recipients for one in read(DENTAL + said).recipients if one.among is None] == [31]
