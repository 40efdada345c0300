"""The grammar on numbers of recipients, told in many ways, and on numbers that are none. All is invented."""

import pytest

from tests.etl.transform.test_statements_pages import read

LEAD = "Harbor University has received the 2022 HEED Award. "


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Only 64 schools in the U.S., Harbor among them, were given it.", 64),
        ("Out of 64 honorees it is the youngest.", 64),
        ("Of the 64 to earn the distinction few are small.", 64),
        ("Winners of the HEED Award number 64 this year.", 64),
        ("The winners, Harbor University and 63 more, stand in the magazine.", 64),
        ("Harbor will be found next to 63 other recipients.", 64),
        ("It was named together with 63 select schools.", 64),
        ("63 other universities and colleges nationwide share the distinction with it.", 64),
        ("The October issue will introduce the 64 award-winning institutions.", 64),
        ("Here are the 64 holders of this year's HEED Award.", 64),
        ("Harbor will be featured, along with 63 other 2022 HEED Award recipients, in the issue.", 64),
        ("A mere 64 were given the honor, and Harbor has one of the 64.", 64),
        ("There were 350 applicants, and 64 got the award.", 64),
        ("63 other Higher Education Excellence in Diversity (HEED) award recipients are honored.", 64),
        ("It was on the list of schools – 64 of them this time – that the magazine picked.", 64),
        ("The two universities will be featured with 62 other recipients.", 64),
        ("The universities join 63 other recipients.", 64),
        (
            "Harbor and 63 other recipients of the honor, which comes up annually, will be presented in the magazine.",
            64,
        ),
    ],
)
def test_numbers_of_recipients(said: str, n: int) -> None:
    found = {(one.recipients, one.year) for one in read(LEAD + said).recipients if one.among is None}
    assert found == {(n, 2022)}


@pytest.mark.parametrize(
    "said",
    [
        "More than 64 institutions were honored.",
        "It was chosen from 64 institutions that applied for the award.",
        "Students from 64 schools were honored with the award.",
        "Some 64 colleges and universities are selected each year.",
        "It is one of 17 institutions that make up the Ridge System, three of which won the award.",
        "Harbor made the Fine Colleges Honor Roll, where only 42 colleges stand.",
        "Twenty-four institutions in the country now hold the Seal.",
        "The award is given anew. Currently there are 33 accredited colleges in the U.S.; four of them hold the award.",
        "It is one of 17 in nursing to be honored.",
    ],
)
def test_numbers_that_count_no_winners(said: str) -> None:
    assert [one for one in read(LEAD + said).recipients if one.among is None] == []


def test_the_day_of_a_dateline_is_no_number_of_schools() -> None:
    said = "2022-09-18 Harbor College has earned the INSIGHT Into Diversity HEED Award."
    assert [one.recipients for one in read(said).recipients] == []


def test_a_number_told_beside_an_earlier_year_is_of_that_year() -> None:
    said = "Harbor earned it for the first time in 2020, along with 89 other recipients. This year, 109 were picked."
    found = {(one.recipients, one.year) for one in read(LEAD + said).recipients}
    assert (90, 2020) in found
    assert (90, 2022) not in found


def test_the_award_before_a_number_goes_before_that_of_the_next_sentence() -> None:
    said = "In 2022 the Diversity Champion title was given to fifteen schools in the U.S. They lead all HEED winners."
    assert [(one.award, one.recipients) for one in read(said).recipients] == [("DIVERSITY-CHAMPION", 15)]


def test_a_league_has_a_number_in_its_name() -> None:
    assert read(LEAD + "Big Ten schools named to the list include Ternby University.").recipients == ()


def test_a_number_told_as_that_of_another_year() -> None:
    (now, before) = read(LEAD + "Sixty-two institutions were selected. That is down from 114 in 2021.").recipients
    assert {(now.recipients, now.year), (before.recipients, before.year)} == {(62, 2022), (114, 2021)}


def test_the_winners_of_another_award_in_the_sentence_before() -> None:
    said = "The camp has won a 2022 Inspiring Programs in STEM Award. There were 79 winners."
    (one,) = read(LEAD + "\n\nAnother honor\n\nIt was a good year for camps.\n\n" + said).recipients
    assert (one.award, one.recipients) == ("STEM-PROGRAM", 79)


def test_schools_of_several_fields_are_all_winners() -> None:
    (one,) = read(LEAD + "It was given to 71 schools of nursing, medicine, dentistry and other professions.").recipients
    assert (one.recipients, one.among) == (71, None)


def test_that_year_is_not_guessed() -> None:
    (one,) = read(LEAD + "There were 64 recipients of that year.").recipients
    assert (one.recipients, one.year) == (64, None)


def test_the_number_of_this_year_and_that_of_another_in_one_sentence() -> None:
    text = LEAD + "This year there are just 61 recipients, the university among them; in 2021 there were 114."
    assert {(one.year, one.recipients) for one in read(text).recipients} >= {(2022, 61)}
    assert (2021, 61) not in {(one.year, one.recipients) for one in read(text).recipients}


def test_how_many_have_won_so_often_is_no_number_of_recipients() -> None:
    text = LEAD + "Just 30 institutions have now won the distinction five years in succession."
    assert not read(text).recipients


def test_a_number_behind_the_news_of_a_tier_is_that_of_the_tier() -> None:
    text = (
        "Lakeside University named Diversity Champion\n\nINSIGHT Into Diversity has named Lakeside University a "
        "Diversity Champion. Just 13 universities in the nation were picked.\n\nLakeside University also won the HEED "
        "Award."
    )
    assert {(one.award, one.recipients) for one in read(text).recipients} == {("DIVERSITY-CHAMPION", 13)}


def test_a_number_in_all_behind_where_the_schools_are() -> None:
    text = "Lakeside University has the 2022 HEED Award, along with institutions around the country, 56 in all."
    assert {one.recipients for one in read(text).recipients} == {56}
