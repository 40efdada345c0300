"""Counts in the wordings of releases, and what looks like one. All is invented."""

import pytest

from tests.etl.transform.statements_seed import LEAD, counted, read


def counts(said: str) -> list[tuple[str, int, int | None]]:
    """The counts of a sentence behind the lead, each once."""
    return list(dict.fromkeys((one.claim, one.n, one.as_of_year) for one in read(LEAD + said).counted))


@pytest.mark.parametrize(
    ("said", "claim", "n"),
    [
        ("This is Lakeside's ninth year as a HEED Award recipient.", "total", 9),
        ("For an eighth year, Lakeside is a HEED Award recipient.", "total", 8),
        ("It is the second year that the award has been won by Lakeside.", "total", 2),
        ("It is the fifth year that the award goes to Lakeside.", "total", 5),
        ("This marks the sixth consecutive year that Lakeside is named a HEED Award recipient.", "consecutive", 6),
        ("Lakeside has now been on that list for the seventh consecutive year.", "consecutive", 7),
        ("That Lakeside gets it for a third consecutive year pleases the president.", "consecutive", 3),
        ('"That the nation looks at us, two years in a row, humbles me," the provost said.', "consecutive", 2),
        ('"It is wonderful to be picked for the second year in a row," the dean said.', "consecutive", 2),
        ("Lakeside has had this recognition six times since 2012, the present one included.", "total", 6),
        ("Counting from 2012, Lakeside has now received it eight times.", "total", 8),
        ("Lakeside was given the award, as it had been on two other occasions.", "total", 3),
        ("The University had won it in three earlier years.", "total", 4),
        ("The award is annual, and this is the third time that Lakeside is among those who get it.", "total", 3),
        ("Lakeside now has seven HEED Awards to its name.", "total", 7),
        ("The award is the fourth that Lakeside has won.", "total", 4),
        ("Out of the past eight years, Lakeside has won the coveted award in seven.", "total", 7),
        ("In its seventh winning application for the HEED Award, Lakeside told of its camps.", "total", 7),
        ("The award is the fifth in succession, of which Lakeside is glad.", "consecutive", 5),
        ("The award is a first for Lakeside.", "first_time", 1),
        ("Of those with the award this year, Lakeside had never been one of them.", "first_time", 1),
        ("We have never received the award before.", "first_time", 1),
        ("The university has not received the award before.", "first_time", 1),
        ("Lakeside has never before been on the list of recipients.", "first_time", 1),
        ("Lakeside had not been honored with the HEED Award until now.", "first_time", 1),
        ("The HEED Award is the first in the university's history.", "first_time", 1),
        ('"It is rather special that we have gotten it seven times," she said.', "total", 7),
        ("The university had never applied for the award before this year.", "first_time", 1),
        ("Lakeside had never applied, so this is a success on the very first try.", "first_time", 1),
        ("Since 2014 there has not been a year in which Lakeside did not earn it.", "every_year_since", 2014),
        ("Lakeside applied for the award in 2014 and hasn't missed a year since.", "every_year_since", 2014),
        ("Since 2015, Lakeside has received the HEED Award every year.", "every_year_since", 2015),
        ("Lakeside has been honored with the HEED Award each year since its inception.", "every_year_since", 2012),
        ("Lakeside has been recognized as a HEED Award recipient for the past five years.", "consecutive", 5),
        ("For four years running, Lakeside has been recognized with a HEED Award.", "consecutive", 4),
        ("It is Lakeside's fourth straight HEED Award.", "consecutive", 4),
        ("Lakeside got it last month and had received the HEED Award two times before.", "total", 3),
        ("Lakeside has received five HEED awards since 2016.", "total", 5),
        ("The school now holds a total of seven HEED Awards.", "total", 7),
        ("Lakeside has received the HEED Award three times already.", "total", 3),
        ("Lakeside has received the HEED Award three times in the past five years.", "total", 3),
        ("For a record tenth year, Lakeside has won the HEED Award.", "total", 10),
        ('"This is our fourth time," said the dean.', "total", 4),
        ('"Seven in a row! I am proud," said the dean.', "consecutive", 7),
        ("This is the fourth time the university has received the award since 2014.", "total", 4),
        ("The honor is the sixth for the university.", "total", 6),
        ("It is Lakeside's first-ever Higher Education Excellence in Diversity (HEED) Award.", "first_time", 1),
        ("Lakeside is a nine-time HEED Award winner.", "total", 9),
        ("This is the first time Lakeside has received the prestigious national honor.", "first_time", 1),
        ("It is the second HEED Award for Lakeside.", "total", 2),
        ("The HEED Award is Lakeside's seventh.", "total", 7),
        ("This is the college's third time receiving the award.", "total", 3),
        ("Lakeside received the HEED Award for the fourth time in five years.", "total", 4),
        ("This year marks Lakeside's fifth time earning the distinction.", "total", 5),
        ("Lakeside has earned the award in each of the past six years.", "consecutive", 6),
        ("Lakeside has earned HEED recognition for six years straight.", "consecutive", 6),
        ("This is the tenth year in a row that Lakeside has been recognized.", "consecutive", 10),
        ("Lakeside has been named a HEED Award recipient three years in a row.", "consecutive", 3),
        ("This is the third year Lakeside has received the award.", "total", 3),
        ("It is Lakeside's third consecutive recognition.", "consecutive", 3),
        ("Lakeside has won the award a total of five times.", "total", 5),
        ("It is the university's first HEED Award.", "first_time", 1),
        ("Lakeside is a first-time recipient of the award.", "first_time", 1),
        ("With this, Lakeside has received the award seven consecutive times.", "consecutive", 7),
        ("Lakeside has been a HEED Award recipient since 2014.", "every_year_since", 2014),
        ("This is the ninth overall HEED Award for Lakeside.", "total", 9),
        ("It is the second time in three years that Lakeside has been honored.", "total", 2),
        ("Lakeside was also honored in 2020 and 2021, making this its third consecutive award.", "consecutive", 3),
    ],
)  # fmt: skip
def test_ways_to_count(said: str, claim: str, n: int) -> None:
    assert counts(said) == [(claim, n, 2022)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("It is three in a row now, and four altogether.", [("consecutive", 3, 2022), ("total", 4, 2022)]),
        (
            "For Lakeside it is the second consecutive HEED Award, and the fourth altogether.",
            [("consecutive", 2, 2022), ("total", 4, 2022)],
        ),
        ("No university had been a recipient in three consecutive years (2019) before.", [("consecutive", 3, 2019)]),
        ("The first HEED Award for Lakeside came in 2013.", [("first_time", 1, 2013)]),
        ("Lakeside has grown since 2014, when it won its first HEED Award.", [("first_time", 1, 2014)]),
        ("The university first received a HEED Award in 2013.", [("first_time", 1, 2013)]),
        ("Lakeside, which was first recognized in 2018, has the HEED Award again.", [("first_time", 1, 2018)]),
        ("Last year, Lakeside received the award for the first time.", [("first_time", 1, 2021)]),
        ("Lakeside received the award for the first time last fall.", [("first_time", 1, 2021)]),
        ("Lakeside won its first HEED Award in 2016 and has won each year since.", [("every_year_since", 2016, 2022)]),
        ("In 2020, Lakeside received the HEED Award for the second consecutive year.", [("consecutive", 2, 2020)]),
        (
            "Having won the 2020 and 2021 HEED Awards, Lakeside wins a third consecutive one.",
            [("consecutive", 3, 2022)],
        ),
        (
            "Lakeside also won the 2019, 2020 and 2021 HEED Awards, which makes four in a row.",
            [("consecutive", 4, 2022)],
        ),
    ],
)
def test_two_counts_and_counts_of_another_year(said: str, expected: list[tuple[str, int, int]]) -> None:
    assert counts(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "The award was given for the first time this year.",
        "It was one of those honored in 2012, the first year the award has been given.",
        "The university was also a recipient in 2012, the award's first year.",
        "INSIGHT Into Diversity magazine has honored Lakeside twice over with the award.",
        "The award list shows that it is the fourth time in five years that one of our students has won.",
        "It is the second time under its present dean that the award came.",
        "Lakeside was honored with the award for its required first-year seminar.",
        "Lakeside has its 2022 HEED Award from a magazine that has recognized colleges every year since 2012.",
        "The university has been named a military-friendly school for four consecutive years.",
        "It is the first national HEED Award ever presented.",
        "Lakeside was honored in 2012, the first year the awards were given.",
        "The magazine set up an award in 2012, its first.",
        "Enrollment has grown three times as fast as planned.",
        "In the past two years a lot has been done for students.",
        "Winners of the award number 35 this year.",
        "The camp met for the sixth year in a row, and 40 students came.",
        "The university was ranked among the best employers three years in a row by Forbes.",
        "The Bay Science Prize went to the university for the third time.",
        "Now in its eighth year, the HEED Award honors institutions.",
        "The mentoring program is now in its fourth year.",
        "Students in their third year helped.",
        "The new center opened for the first time in August.",
        "This is the first time that a woman leads the law school.",
        "The conference has been held each year since 2009.",
        "It was the first time since 2016 that Lakeside received the award.",
        "It has been eleven years since Lakeside won its first.",
        "The fair was held for the fourth year in a row.",
        '"We raised more money for scholarships two years running," the dean said.',
        "Donors gave a million dollars for the second straight year.",
        "The law school admitted its most diverse class for the third consecutive year.",
        "The football team won the title three years in a row.",
        "The university was named a great place to work for the third year in a row.",
        "She has led the office for five consecutive years.",
        "It is the third time that the magazine has changed its form.",
        "It is the first time the award has gone to a law school.",
        "The HEED Award, first given in 2012, is in its eleventh year.",
        "Lakeside's first-ever chief diversity officer was glad of the HEED Award.",
    ],
)
def test_what_is_no_count(said: str) -> None:
    assert counts(said) == []


def test_a_count_of_two_schools_stands_for_each() -> None:
    text = "Lakeside University and Ridge University received their eighth HEED Awards in 2022."
    named = [(one.n, one.school.name) for one in read(text).counted if one.school]
    assert named == [(8, "Lakeside University"), (8, "Ridge University")]


def test_a_count_without_an_announced_win_is_of_the_pages_year() -> None:
    text = "Lakeside University's dedication has brought it a third HEED Award in as many years."
    assert [(one.claim, one.n, one.as_of_year) for one in read(text).counted] == [("consecutive", 3, 2022)]


def test_a_count_of_each_of_two_schools_named_before() -> None:
    text = (
        "Lakeside University and Ridge University have received the 2022 HEED Award. "
        "This is the second time each of the two schools has received the honor."
    )
    named = [(one.n, one.school.name) for one in read(text).counted if one.school]
    assert named == [(2, "Lakeside University"), (2, "Ridge University")]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("The college's inaugural class of students began in August.", True),
        ("Lakeside held its first annual summit.", True),
        ("It was one of 48 recipients of the inaugural HEED Award.", False),
        ("The first annual HEED Awards were given to 48 colleges.", False),
    ],
)
def test_a_first_award_is_the_schools_unless_the_award_is_new(said: str, first: bool) -> None:
    text = f"Lakeside University receives its first HEED Award\n\n{LEAD}{said}"
    assert [one.n for one in read(text).counted if one.claim == "first_time"] == [1] * first


@pytest.mark.parametrize(
    ("sentence", "n"),
    [
        ("The university won the HEED Award, its sixth in succession.", 6),
        ("The university has been cited for its HEED Award five times now, without a break.", 5),
        ("For the college it is the seventh straight year.", 7),
        ("Lakeside University has now been among them three years straight.", 3),
    ],
)
def test_more_ways_to_tell_of_a_run(sentence: str, n: int) -> None:
    assert ("consecutive", n, 2022) in counted(LEAD + sentence)
