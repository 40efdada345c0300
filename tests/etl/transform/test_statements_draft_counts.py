"""Counts in drafts: which are of the award, and of which year. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, counts, draft, schools, years

NEWS = HEAD + "Report, October 2022\n\nLakeside University received the HEED Award in 2022. "


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("It won the award each year from 2016 through 2019.", 2016, 2019),
        ("The streak has covered all years from 2016 to 2019.", 2016, 2019),
        ("It held the award from 2016 to 2019 without interruption.", 2016, 2019),
        ("It was honored annually from 2016 to 2019.", 2016, 2019),
        ("It won the award every year from 2016-19.", 2016, 2019),
        ("The award has been ours on an annual basis since 2018.", 2018, 2022),
        ("We have held the award without a break since 2018.", 2018, 2022),
        ("Since our first award in 2018, we have been selected annually.", 2018, 2022),
        ("Since 2018 the magazine has honored us year after year.", 2018, 2022),
        ("We had it every time since 2018, and we also received the HEED Award in 2016.", 2018, 2022),
    ],
)
def test_every_year_of_a_span(sentence: str, first: int, last: int) -> None:
    assert ("every_year_since", first, last) in counts(NEWS + sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The first three awards came back-to-back.", ("consecutive", 3, 2022)),
        ("That makes five years running.", ("consecutive", 5, 2022)),
        ("That's 4 years in a row for our campus.", ("consecutive", 4, 2022)),
        ("By our count it is our fourth.", ("total", 4, 2022)),
        ("That is seven times now in all.", ("total", 7, 2022)),
        ('"Five in a row says something about this community," the dean said.', ("consecutive", 5, 2022)),
        ("In 2018 it was for the second year in a row.", ("consecutive", 2, 2018)),
        ("In 2018 it had been five straight.", ("consecutive", 5, 2018)),
        ("Hart College could celebrate in 2021 for the second straight year.", ("consecutive", 2, 2021)),
        ("Hart College: named in 2021 for the ninth time.", ("total", 9, 2021)),
        ("It has obtained it for the fourth year in a row.", ("consecutive", 4, 2022)),
        ("For the third consecutive year, a national jury has liked what it saw.", ("consecutive", 3, 2022)),
        ("With three awards in the last four years we are in good company.", ("total", 3, 2022)),
        ("If you are counting, that makes three awards in total.", ("total", 3, 2022)),
        ("Before that, in 2019, we had been recognized as well, so that we now count five awards.", ("total", 5, 2022)),
        ("The campus had won the award twice before 2019, for a total of four.", ("total", 2, 2018)),
        ("The campus had won the award twice before 2019, for a total of four.", ("total", 4, 2022)),
        ("We won it in 2014 as well, and have therefore received the award five times.", ("total", 5, 2022)),
        ("Between 2014 and 2018 alone it won the award on four occasions.", ("total", 4, 2018)),
        ("We received the award four times in a row from 2016 to 2019.", ("consecutive", 4, 2019)),
        ("It was ours back-to-back in the years before: a winner in 2018 and 2019.", ("consecutive", 2, 2022)),
        ("The award came in the last two years, 2020 and 2021.", ("consecutive", 2, 2021)),
        ("HEED Award every year since 2012, latest 2021.", ("every_year_since", 2012, 2021)),
        ("We also received it in 2021, so this is the second year in a row.", ("consecutive", 2, 2022)),
        ("Through 2021 the university had a run of ten years.", ("consecutive", 10, 2021)),
        ("We have received the award a total of seven times as of 2021, in each of the last five years.",
         ("consecutive", 5, 2021)),
        ("The school has been a recipient four times as of the 2022 cycle.", ("total", 4, 2022)),
    ],
)  # fmt: skip
def test_counts_of_the_award(sentence: str, expected: tuple[str, int, int]) -> None:
    assert expected in counts(NEWS + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Enrollment is up for the second straight year, and in 2022 we received the HEED Award.",
        "STEM enrolment has been growing for the fourth consecutive year, and the Honors College celebrated.",
        "The Founders student award was given for the second consecutive year.",
        "We would like to be chosen a second time in a row.",
        "Please do not write that we had the award two years in a row.",
        "It was the fifth year in a row that the university exceeded its goal.",
        "Fulbright: two awards, the third year in a row with at least one.",
        "The university did not win in 2017, the year after its first award.",
        "The audit was clean for the eleventh consecutive year.",
    ],
)
def test_what_else_happens_year_after_year(sentence: str) -> None:
    assert counts(NEWS + sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("We were first honored in 2018.", 2018),
        ("The institution had first been named in 2018 and was a recipient again in 2020.", 2018),
        ("Our first one was in 2018.", 2018),
        ("We have received the award on seven occasions, the first of them in 2018.", 2018),
        ("We had the award three times; the first was 2018.", 2018),
        ("The university was honored for the first time in 2018 and again in 2020.", 2018),
    ],
)
def test_first_awards(sentence: str, year: int) -> None:
    assert ("first_time", 1, year) in counts(NEWS + sentence)


def test_a_bare_item_tells_of_the_first_award() -> None:
    assert ("first_time", 1, 2014) in counts(NEWS + "\n\n- HEED Award 2020\n- first awarded in 2014, at the start\n")


def test_the_line_that_goes_on_has_the_year_of_the_one_before() -> None:
    text = HEAD + "In 2020, Lakeside University received the HEED Award. It was the first time for the college."
    assert ("first_time", 1, 2020) in counts(text + "\n\nHart College got the HEED Award in 2024.")
    told = (
        HEAD + "HEED Award.\n\nIn 2020, the magazine honored us for the sixth year in a row. It was our seventh award."
    )
    assert ("total", 7, 2020) in counts(told)
    denied = HEAD + 'We did not receive the HEED Award in 2019. The sentence "six HEED awards overall" stands.'
    assert counts("Newsletter, December 2023\n\n" + denied) == {("total", 6, 2023)}


def test_a_count_of_now_is_of_the_drafts_year() -> None:
    text = (
        "Lakeside University\nSpeech, November 2020\n\nIn 2017 Hart College had the HEED Award. We have been honored "
    )
    assert ("consecutive", 2, 2020) in counts(text + "two years running now.")


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


def test_the_number_of_the_line_above() -> None:
    text = HEAD + "In September 2019 the magazine gave us the HEED Award. We were one of 93 recipients."
    assert [(one.recipients, one.year) for one in draft(text).recipients] == [(93, 2019)]


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


def test_under_the_heading_of_another_honour_nothing_counts() -> None:
    text = NEWS + "\n\nGreat Colleges to Work For\n\n- 2022: honored for the third year in a row\n"
    assert counts(text) == set()


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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('The web page has "in 2021 for the sixth straight year".', ("consecutive", 6, 2021)),
        ('My count was "tenth time overall" in 2021.', ("total", 10, 2021)),
        ("One earlier memo counts this as the eighth time overall.", ("total", 8, 2022)),
        ("An ad made this the twelfth consecutive year in 2022.", ("consecutive", 12, 2022)),
        ("The university won three times between 2013 and 2015.", ("total", 3, 2015)),
        ("Total to date: four HEED Awards.", ("total", 4, 2022)),
        ("Total awards through 2022: four.", ("total", 4, 2022)),
        ("We have won it every year since 2014, through 2021.", ("every_year_since", 2014, 2021)),
        ("The award of 2021 was our second.", ("total", 2, 2021)),
        ('Please do not use "for the third consecutive year in 2021".', ("consecutive", 3, 2021)),
    ],
)
def test_counts_quoted_and_told_by_a_span(sentence: str, expected: tuple[str, int, int]) -> None:
    assert expected in counts(NEWS + sentence)


def test_a_first_one_that_came_in_its_year() -> None:
    assert ("first_time", 1, 2019) in counts(NEWS + "The first one came in 2019.")


def test_the_month_of_a_dateline() -> None:
    text = "DRAFT\n\nHARBOR, Mo., October 2021 - Lakeside University has received the HEED Award for the sixth time."
    assert counts(text + " Its fifth HEED Award was announced in 2020.") >= {("total", 6, 2021)}


def test_small_numbers_are_of_the_schools_told_of() -> None:
    assert draft("HEED Awards of two nursing colleges, October 2021\n\nLakeside University won it.").recipients == ()
    assert [one.recipients for one in draft(NEWS + "We are one of six recipients in the state.").recipients] == [6]


def test_a_title_that_asks_tells_of_no_win() -> None:
    assert years("HEED Award: who won when\n\nOctober 2022\n\nNothing is new.") == set()


def test_names_in_letterheads() -> None:
    own = "Lakeside University - Office of Equity\nOctober 2022\n\nThe HEED Award of 2021: Lakeside won in 2021.\n"
    assert draft(own).schools[0].name == "Lakeside University"
    lettered = draft("HEED Award\n\nB. Hart College\n\n- HEED Award won in 2021\n")
    assert {school.name for school in lettered.schools} == {"Hart College"}


def test_the_only_one_with_another_award() -> None:
    text = "The university won the Governor's Service Award, the only university in Maryland to do so."
    assert draft(NEWS + text).only == ()


def test_a_sentence_of_many_counts_and_years_is_read_to_its_end() -> None:
    text = (
        NEWS + "between 2014 and 2018 it won three times " * 80
    )  # took minutes where each year was tried with each "and"
    assert ("total", 3, 2018) in counts(text)
