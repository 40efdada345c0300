"""The grammar on the many voices of press releases: wrapped lines, short names, several schools, lists. All "
"invented."""

from datetime import date

import pytest

from etl.transform.statements import Hints, Reading, likeness, read_statements
from etl.transform.statements.sentences import sentences
from etl.transform.statements.years import stated_years
from tests.etl.transform.statements_seed import AWARDS, FIRST

SHORT = frozenset(("Lake Tech", "UNL", "UNL Harbor", "Lakeside", "Ridge State", "LSU Health"))
LEAD = "Lakeside University has received the 2022 HEED Award. "


def read(text: str, day: date | None = None, shared: frozenset[str] = frozenset()) -> Reading:
    hints = Hints(day, FIRST, {"HP-HEED": "HEED"}, 2026, knows=SHORT.__contains__, shared=shared)
    return read_statements(text, AWARDS, hints)


def wins(text: str, day: date | None = None) -> list[tuple[str | None, str, int, str]]:
    found = read(text, day)
    return [(w.school.name if w.school else None, w.award, w.year, w.basis) for w in found.wins]


def programmes(text: str) -> list[str]:
    return [one.name for one in read(LEAD + text).programmes]


def test_a_sentence_goes_on_behind_a_full_line() -> None:
    text = (
        "Harbor wins\n\nThe 2022 HEED Award was presented to Lakeside University by the magazine, which marks\n"
        "the fourth time the university has\nbeen honored, after wins in 2016,\n2018 and\n2019-21."
    )
    assert [one.text for one in sentences(text)][1].endswith("after wins in 2016, 2018 and 2019-21.")
    assert [year for _, _, year, _ in wins(text)] == [2022, 2016, 2018, 2019, 2020, 2021]


def test_wrapped_lines_are_joined_and_short_ones_are_not() -> None:
    text = (
        "A Title That Stands Alone\nJune 3, 2020\n"
        "Lakeside University has won an award that recognizes the very\n"
        "best of the Midwest. Harbor City rejoiced, as Dr. Roe said\nMonday was a good day for all who came.\n"
        "* First item\n* Second item"
    )
    said = [(one.text, one.item) for one in sentences(text)]
    assert said[0] == ("A Title That Stands Alone", False)
    assert said[3] == ("Harbor City rejoiced, as Dr. Roe said Monday was a good day for all who came.", False)
    assert said[-2:] == [("First item", True), ("Second item", True)]
    names = "Adair University\nBell State University\nThe University of the Far Northern Lakes and Harbors at Ridge"
    names += "\nCole College"
    assert len(sentences(names)) == 4


@pytest.mark.parametrize(
    "said",
    [
        "The 2022 HEED Award has been awarded to Lake Tech.",
        "HEED Award goes to Lake Tech\n\nThe 2022 HEED Award is a national honor.",
        "In 2022, the magazine bestowed its HEED Award on Lake Tech.",
        "The magazine named Lake Tech a recipient of the 2022 HEED Award.",
    ],
)
def test_a_short_name_is_found_wherever_a_school_may_stand(said: str) -> None:
    assert wins(said)[0] == ("Lake Tech", "HEED", 2022, "announced")


def test_a_place_is_no_school_and_whose_schools_are_meant_is_none() -> None:
    assert (
        wins("Two students in Lakeside cheered. Ridge University won the 2022 HEED Award.")[0][0] == "Ridge University"
    )
    found = wins("UNL Harbor and Lake Tech are among six UNL campuses on the 2022 HEED Award list.")
    assert [school for school, *_ in found] == ["UNL Harbor", "Lake Tech"]


def test_a_short_form_in_brackets_means_the_name_before_it() -> None:
    text = (
        "Harbor College of Osteopathic Medicine (HCOM) has received the 2022 Health Professions HEED Award. HCOM "
        "also won "
        "in 2020."
    )
    assert {school for school, *_ in wins(text)} == {"Harbor College of Osteopathic Medicine"}


@pytest.mark.parametrize(
    "said",
    [
        "Lakeside University Schools of Dentistry, Nursing and Pharmacy have each won the 2022 Health "
        "Professions HEED Award.",
        "Three colleges of Lakeside University have won the 2022 Health Professions HEED Award: the Colleges of "
        "Dentistry, "
        "Nursing and Pharmacy.",
        "Three colleges of Lakeside University, namely Dentistry, Nursing and Pharmacy, won the 2022 Health "
        "Professions HEED "
        "Award.",
    ],
)
def test_units_in_one_breath_are_taken_apart(said: str) -> None:
    found = [win.school for win in read(said).wins]
    assert [school and school.name.split(" of ")[1] for school in found] == ["Dentistry", "Nursing", "Pharmacy"]
    assert {school and school.parent for school in found} == {"Lakeside University"}


def test_a_school_of_medicine_and_dentistry_is_one() -> None:
    found = wins(
        "The Harbor University School of Medicine and Dentistry received the 2022 Health Professions HEED Award."
    )
    assert len(found) == 1


def test_schools_in_brackets_behind_their_number() -> None:
    text = (
        "Ridge School of Medicine has received the 2022 Health Professions HEED Award. It is one of three "
        "schools on the "
        "campus to be recognized (Ridge School of Dentistry, Ridge School of Nursing)."
    )
    assert [w[0] for w in wins(text) if w[0]] == [
        "Ridge School of Medicine",
        "Ridge School of Dentistry",
        "Ridge School of Nursing",
    ]
    assert [one for one in read(text).recipients if one.among is None] == []


def test_those_who_won_too_are_claimed() -> None:
    text = LEAD + "It is one of three universities in the state to be honored, along with Lake Tech and Ridge State."
    assert [(s, b) for s, _, _, b in wins(text) if s][1:] == [("Lake Tech", "claimed"), ("Ridge State", "claimed")]


def test_a_list_with_counts() -> None:
    text = (
        "The following schools were honored with the 2022 HEED Award:\n- Adair University (4th consecutive year)\n"
        "- Bell University\n- Cole College (2nd consecutive year)\n"
    )
    counts = [(one.school.name if one.school else None, one.n, one.as_of_year) for one in read(text).counted]
    assert counts == [("Adair University", 4, 2022), ("Cole College", 2, 2022)]


def test_past_years_do_not_make_the_award_year() -> None:
    text = (
        "For the third year in a row, Lakeside University has received the HEED Award. In 2016 Lakeside "
        "University won the "
        "award, marking the first time an institution did so."
    )
    assert wins(text, date(2018, 10, 24)) == [
        ("Lakeside University", "HEED", 2018, "announced"),
        ("Lakeside University", "HEED", 2016, "claimed"),
    ]
    assert [one.claim for one in read(text, date(2018, 10, 24)).counted] == ["consecutive"]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("honored in 201320142015 and 2020", [2013, 2014, 2015, 2020]),
        ("from 2016-18", [2016, 2017, 2018]),
        ("in 2016-17", []),
        ("in '18 and '19", [2018, 2019]),
        ("won in 2012 through 2015, with the exception of 2014", [2012, 2013, 2015]),
    ],
)
def test_years_as_they_are_printed(said: str, years: list[int]) -> None:
    assert [one.year for one in stated_years(said, Hints(latest=2026))] == years


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("It has earned a three-peat of the award.", ("consecutive", 3)),
        ("It is its fourth since the award began in 2012.", ("total", 4)),
        ("The university is now in its sixth year of receiving the award.", ("total", 6)),
        ("Since the award's inception in 2012, it has been a HEED recipient each year.", ("every_year_since", 2012)),
        ("It is the fifth consecutive year.", ("consecutive", 5)),
    ],
)
def test_more_ways_to_count(said: str, expected: tuple[str, int]) -> None:
    assert [(one.claim, one.n) for one in read(LEAD + said).counted] == [expected]


@pytest.mark.parametrize(
    "said",
    [
        "The award comes as its enrollment grew for the third consecutive year.",
        "It was also named among the top employers by Forbes for the second consecutive year.",
        "Its first-year students cheered the award.",
        "Being a four-time recipient would be an honor.",
        "Now in its 12th consecutive year, the award is the only one of its kind.",
    ],
)
def test_counts_of_other_things(said: str) -> None:
    assert read(LEAD + said).counted == ()


def test_a_win_behind_a_but() -> None:
    text = "Lakeside University did not win the HEED Award in 2019, but it has been selected for the 2020 HEED Award."
    assert [(year, basis) for _, _, year, basis in wins(text)] == [(2020, "announced")]


@pytest.mark.parametrize(
    "said",
    [
        "The HEED Award process consists of a comprehensive and rigorous application that looks at programs such "
        "as the "
        "Model Mentoring Program.",
        "The award measures an institution's level of achievement through initiatives such as the Model Bridge "
        "Program.",
        "Open to all colleges and universities, it weighs programs such as the Model Bridge Program.",
    ],
)
def test_what_the_giver_says_of_its_award_yields_nothing(said: str) -> None:
    assert [type(one).__name__ for one in read(LEAD + said).statements()] == ["Win"]


def test_a_sentence_of_other_schools_texts_yields_nothing() -> None:
    said = "Efforts such as the Model Bridge Program and the Open Doors Council are what makes for lasting change."
    assert len(read(LEAD + said).programmes) == 2
    assert read(LEAD + said, shared=frozenset([likeness(said)])).programmes == ()
    own = "For the third year in a row, the university has been honored with the award."
    assert len(read(LEAD + own, shared=frozenset([likeness(own)])).counted) == 1


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Reviewers named initiatives such as the Harbor Bias Forum and Leadership 3.0 and iClimb.",
         ["Harbor Bias Forum", "Leadership 3.0", "iClimb"]),
        ("Best practices: Call Me Maestro, Lead & Learn, Rising Scholars and the Provost's Leadership Institute "
         "to name a few.",
         ["Call Me Maestro", "Lead & Learn", "Rising Scholars", "Provost's Leadership Institute"]),
        ("Students visit high schools through a program known as Harbor Roads.", ["Harbor Roads"]),
        ("Pupils come to campus through Step Up for College, which is funded by a gift.", ["Step Up for College"]),
        ("Among them, the Harbor Ready Institute is a one-week residential program.", ["Harbor Ready Institute"]),
        ("One new initiative, Alliance for Student Thriving (AST), was created.", ["Alliance for Student "
            "Thriving (AST)"]),
        ("Accomplishments include the Reef Research Initiative, a partnership between two schools, which pays "
         "stipends; and "
         "the Community Faculty Fellowship, open to all.", ["Reef Research Initiative", "Community Faculty "
         "Fellowship"]),
        ('Its ASD Early Arrival, Harbor Pantry and "Dear World" project stood out.',
         ["ASD Early Arrival", "Harbor Pantry", "Dear World"]),
        ("Leadership 2.0 and iLead give students mentors.", ["Leadership 2.0", "iLead"]),
        ("The magazine points to a list, including:\n• The Harbor Summit, which closes gaps;\n• Pier Alliance, a "
         "program;\n"
         "• Hiring of an officer", ["Harbor Summit", "Pier Alliance"]),
        ("Reviewers named initiatives.", []),
        ("Two university initiatives were new, said Alex Roe, director of the Harbor Center.", []),
        ("The school requires a Pell Grant report and ranks on the Best Colleges list.", []),
    ],
)  # fmt: skip
def test_programmes_in_many_voices(said: str, names: list[str]) -> None:
    assert programmes(said) == names
