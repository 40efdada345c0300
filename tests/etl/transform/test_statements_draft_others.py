"""Drafts: the only or first school of a place, and numbers of recipients. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, draft

NEWS = HEAD + "Report, October 2022\n\nLakeside University received the HEED Award in 2022. "


def test_the_number_of_the_line_above() -> None:
    text = HEAD + "In September 2019 the magazine gave us the HEED Award. We were one of 93 recipients."
    assert [(one.recipients, one.year) for one in draft(text).recipients] == [(93, 2019)]


@pytest.mark.parametrize(
    ("sentence", "place", "first", "year"),
    [
        ("We are the only Missouri school on the 2021 list of the HEED Award.", "MO", False, 2021),
        ("In Missouri we were the first university to win the HEED Award.", "MO", True, None),
        ("Our page said in 2021 that we are the only school in Missouri with the HEED Award.", "MO", False, None),
        ("In 2021 we were the only school in Missouri to receive the HEED Award.", "MO", False, 2021),
        ("We are the only school in Missouri to hold the 2021 HEED Award.", "MO", False, 2021),
        ("We are the only college of osteopathic medicine in New York to have received it.", "NY", False, None),
        (
            "We are the only veterinary college in Ohio to have received the award, as far as we know.",
            "OH",
            False,
            None,
        ),
    ],
)
def test_the_only_or_first_one(sentence: str, place: str, first: bool, year: int | None) -> None:
    (one,) = draft(NEWS + sentence).only
    assert (one.place, one.first, one.year) == (place, first, year)


def test_the_only_one_to_win_something_else() -> None:
    assert draft(NEWS + "We were the only school in Maryland to win the regional ethics bowl.").only == ()


@pytest.mark.parametrize(
    ("sentence", "number", "year"),
    [
        ("This fall just 28 health professions schools in the nation carry the title.", 28, 2022),
        ("According to the magazine there were 61.", 61, 2022),
        ("In 2021 there were 97 HEED recipients, in 2020 there were 90.", 97, 2021),
        ("In 2021 there were 97 HEED recipients, in 2020 there were 90.", 90, 2020),
        ("A year earlier, in 2021, we were one of 63 schools to do so.", 63, 2021),
        ("We got the award together with 31 schools in all.", 31, 2022),
        ("The magazine chose 114 schools.", 114, 2022),
        ("Last year 101 institutions were recipients of the HEED Award.", 101, 2021),
    ],
)
def test_numbers_of_recipients(sentence: str, number: int, year: int) -> None:
    assert (number, year) in {(one.recipients, one.year) for one in draft(NEWS + sentence).recipients}


def test_other_honours_are_no_list_of_other_winners() -> None:
    text = NEWS + 'Other honors this year: Great Colleges to Work For, Princeton Review "Green College".'
    assert {win.school.name for win in draft(text).wins if win.school} == {"Lakeside University"}


def test_small_numbers_are_of_the_schools_told_of() -> None:
    assert draft("HEED Awards of two nursing colleges, October 2021\n\nLakeside University won it.").recipients == ()
    assert [one.recipients for one in draft(NEWS + "We are one of six recipients in the state.").recipients] == [6]


def test_the_only_one_with_another_award() -> None:
    text = "The university won the Governor's Service Award, the only university in Maryland to do so."
    assert draft(NEWS + text).only == ()


def test_numbers_of_another_year_than_the_drafts() -> None:
    text = HEAD + "Lakeside University received the 2024 HEED Award. "
    for said, year in (
        ("It won in 2021, and in 2021 it was one of 90 institutions on the list of the award.", 2021),
        ("Hart won the HEED Award in 2019. It was one of 90 institutions to receive the award that year.", 2019),
    ):
        assert (90, year) in {(one.recipients, one.year) for one in draft(text + said).recipients}, said


def test_no_other_one_received_it() -> None:
    (one,) = draft(NEWS + "No other university in Maryland received the 2022 HEED Award.").only
    assert (one.place, one.first) == ("MD", False)


def test_a_sort_of_university_is_no_name() -> None:
    text = (
        "Lakeside University won the HEED Award. LU, a Jesuit, Catholic university, was a Diversity Champion in 2022."
    )
    assert "Jesuit" not in {one.name for one in draft(text, "Jesuit").schools}


def test_only_ones_at_the_head_of_a_line_and_in_their_own_clause() -> None:
    text = (
        HEAD + "Overview\n\n• HEED Award: 2012 and 2015\n• Only Virginia university to hold the HEED Award\n• Offices"
    )
    (one,) = draft(text).only
    assert (one.place, one.year) == ("VA", None)
    text = NEWS + "It is the only university in Georgia to have won the award; Hart received it in 2018."
    (one,) = draft(text).only
    assert (one.place, one.year) == ("GA", None)
    text = HEAD + "Status: HEED Award winner four years in a row as of 2023. Only law school in Ohio to win."
    assert [one.place for one in draft(text).only] == ["OH"]


def test_a_number_of_health_schools_is_of_their_award() -> None:
    text = HEAD + "Lakeside is one of 71 health professions schools that received the HEED Award in 2024."
    assert [(one.recipients, one.award) for one in draft(text).recipients] == [(71, "HP-HEED")]


def test_how_many_won_in_a_year_is_no_win_of_the_school() -> None:
    for said in ("HEED Award: 101 recipients in 2021, printed by 18 sources", "There were 101 recipients in 2021."):
        assert 2021 not in {win.year for win in draft(NEWS + "\n\n" + said).wins}, said
    assert 2021 in {win.year for win in draft(NEWS + "We were one of 101 HEED Award recipients in 2021.").wins}


def test_a_number_of_the_same_year() -> None:
    text = HEAD + "Lakeside received the HEED Award in 2021. In the same year it was one of 90 recipients."
    assert [(one.recipients, one.year) for one in draft(text).recipients] == [(90, 2021)]
