"""What a draft is about as a whole: its day, its schools, its titles, what is far from the award. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, counts, draft, schools, years

NEWS = HEAD + "Report, October 2022\n\nLakeside University received the HEED Award in 2022. "


def test_the_line_that_goes_on_has_the_year_of_the_one_before() -> None:
    text = HEAD + "In 2020, Lakeside University received the HEED Award. It was the first time for the college."
    assert ("first_time", 1, 2020) in counts(text + "\n\nHart College got the HEED Award in 2024.")
    told = (
        HEAD + "HEED Award.\n\nIn 2020, the magazine honored us for the sixth year in a row. It was our seventh award."
    )
    assert ("total", 7, 2020) in counts(told)
    denied = HEAD + 'We did not receive the HEED Award in 2019. The sentence "six HEED awards overall" stands.'
    assert counts("Newsletter, December 2023\n\n" + denied) == {("total", 6, 2023)}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "Notes: HEED Award, November 2023\n\nIt is late. The room is set. All come.\n\nWe won it three times.",
            2023,
        ),
        ("Lakeside University at a glance (fall 2023)\n\nHEED Award: 8 years in a row.", 2023),
        ("Self-study, spring 2024\n\nOur HEED Award is the third in a row.", 2023),
        (
            "Lakeside University\n\nThe HEED Award is ours for the third year in a row.\n\nPage last updated May 2024",
            2023,
        ),
        ("Lakeside University\n\nDATE: March 10, 2024\n\n- Counting from 2016 that makes three HEED awards.", 2023),
        ("Lakeside University\nUpdated January 2024\n\nOur HEED Award is the third in a row.", 2023),
    ],
)
def test_the_day_of_a_draft(text: str, year: int) -> None:
    assert {as_of for *_, as_of in counts(text)} == {year}


def test_a_first_award_tells_not_the_year_of_the_draft() -> None:
    text = (
        HEAD + "Lakeside University received its first HEED Award in 2015. Classes began. Leaves fell. Snow came. "
        "We hold it for the seventh time."
    )
    assert ("total", 7, None) in counts(text)
    assert counts(HEAD + "It has won the HEED Award every year since 2018 and in 2016.") == {
        ("every_year_since", 2018, None)
    }


def test_a_winners_list_yet_to_come_tells_no_year() -> None:
    text = HEAD + "We hold the HEED Award for the third time. The page changes when the 2025 recipients are known."
    assert draft(text).year is None


def test_nothing_far_above_the_award_is_of_it() -> None:
    above = "Tigers softball won back-to-back titles in 2023 and 2024. We were one of 37 institutions honored.\n\n"
    below = "The application for the HEED Award is due in June."
    reading = draft(HEAD + above + "A break.\n\n" + below)
    assert (reading.wins, reading.counted, reading.recipients) == ((), (), ())
    assert counts("Lakeside's three-peat! What news.\n\nLakeside University won the 2022 HEED Award.") != set()


def test_the_line_before_the_award_is_of_it() -> None:
    text = "Big news.\n\nWe made it for the fifth year in a row. Lakeside University won the 2022 HEED Award."
    assert ("consecutive", 5, 2022) in counts(text)


def test_titles_are_no_wins() -> None:
    assert years("RE: HEED Award, overview\n\nLakeside University\nOctober 2022\n\nNothing is new.") == set()
    assert years("Lakeside University: units with a HEED Award\nOctober 2022\n\nNothing is new.") == set()
    assert years("Lakeside University wins HEED Award\nOctober 2022\n\nNothing is new.") == {2022}


def test_years_of_earlier_awards() -> None:
    for text, told in (
        ("Earlier awards include 2019 and 2020.", {2019, 2020}),
        ("Earlier awards were made in 2019 and 2020.", {2019, 2020}),
        ("Its earlier award was in 2016.", {2016}),
        ("The university holds HEED Awards from 2013, 2014 and 2017.", {2013, 2014, 2017}),
        ("The award was received in 2016, too.", {2016}),
        ("We received HEED in 2019 and in 2022.", {2019}),
    ):
        assert years(NEWS + text) == {2022} | told, text
    assert years(
        HEAD + "HEED history\n\n- We won the HEED Award in 2022.\n- 2018: we received the award as a guest.\n"
    ) == {
        2018,
        2022,
    }


def test_a_year_alone_heads_its_lines() -> None:
    text = (
        "Lakeside University: Awards\n\n2024\n\nHEED Award, fifth straight year\n\n2021\n\n"
        "Named to the HEED Award list (one of 65 recipients)\n\n2019\n\nHEED Award winner\n"
    )
    assert years(text) >= {2019, 2021}
    assert [(one.recipients, one.year) for one in draft(text).recipients] == [(65, 2021)]


def test_schools_of_lines_without_a_name() -> None:
    text = (
        "HEED Award peers, October 2024\n\nLakeside University: named in 2024 for the eighth time. Won in 2015, too.\n"
        "Hart College: won five years in a row from 2018 to 2022. Named in 2016 for the award.\n"
    )
    assert schools(text)[2015] is None  # of the draft's own school
    assert schools(text)[2016] == "Hart College"
    heading = "HEED Award\n\nHart College.\n\nOn the list for 2019 as eighth year in a row.\n"
    assert schools("Lakeside University won the 2021 HEED Award.\n\n" + heading)[2019] == "Hart College"
    below = "Hart College\n\n- Hart College was awarded the HEED in 2019.\n- The 2021 award made it three in a row.\n"
    assert schools("Lakeside University won the 2022 HEED Award.\n\n" + below)[2021] == "Hart College"


def test_the_university_is_no_unit_of_the_line_above() -> None:
    text = (
        "Lakeside University won the 2023 HEED Award. The Hart College of Nursing at Lakeside University has its own. "
        "The university was honored in 2019 as well."
    )
    assert schools(text)[2019] == "Lakeside University"
    other = "Lakeside University won the 2023 HEED Award. Orr University won it in 2021. The university won in 2018."
    assert schools(other)[2018] == "Orr University"


def test_the_town_in_a_universitys_name_is_the_university_where_it_acts() -> None:
    text = "The University of Harbor won the 2023 HEED Award. In 2021, Harbor was selected for the HEED Award too."
    assert schools(text)[2021] == "Harbor"
    assert (
        schools("The University of Harbor won the 2023 HEED Award. We won the HEED Award in Harbor in 2021.")[2021]
        is None
    )


def test_abbreviations_behind_a_hyphen_end_no_sentence() -> None:
    text = "The University of Hart-St. Clare received the HEED Award in 2021 for the second time."
    assert schools(text) == {2021: "The University of Hart-St. Clare"}


def test_a_hashtag_is_the_award() -> None:
    assert years("Lakeside University is a 2023 #HEEDAward winner!") == {2023}


def test_the_month_of_a_dateline() -> None:
    text = "DRAFT\n\nHARBOR, Mo., October 2021 - Lakeside University has received the HEED Award for the sixth time."
    assert counts(text + " Its fifth HEED Award was announced in 2020.") >= {("total", 6, 2021)}


def test_a_title_that_asks_tells_of_no_win() -> None:
    assert years("HEED Award: who won when\n\nOctober 2022\n\nNothing is new.") == set()


def test_names_in_letterheads() -> None:
    own = "Lakeside University - Office of Equity\nOctober 2022\n\nThe HEED Award of 2021: Lakeside won in 2021.\n"
    assert draft(own).schools[0].name == "Lakeside University"
    lettered = draft("HEED Award\n\nB. Hart College\n\n- HEED Award won in 2021\n")
    assert {school.name for school in lettered.schools} == {"Hart College"}
