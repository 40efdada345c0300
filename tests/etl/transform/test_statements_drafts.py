"""The grammar in drafts, which tell of several years and schools one behind the other. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, counts, draft, schools, years

OWN = "Lakeside University won the HEED Award in 2014. "


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("Report to the board, December 2023", 2023),
        ("Welcome remarks (Nov. 2024)", 2024),
        ("Sent: Nov. 2024", 2024),
        ("Web text (rev. 11/2024)", 2024),
        ("Notes for the visit, February 2024", 2023),
    ],
)
def test_the_month_in_the_head_tells_the_year_of_what_has_none(head: str, year: int) -> None:
    text = f"{HEAD}{head}\n\nThe university holds the HEED Award for the sixth time."
    assert draft(text).year == year


def test_a_month_in_a_sentence_is_no_day_of_the_draft() -> None:
    assert draft(HEAD + "In the October 2019 survey many of our students said that they had heard of the HEED Award "
                 "and of those who had received it.").year is None  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We hold the HEED Award in 2021 for the sixth time.", ("total", 6, 2021)),
        ("We got the HEED Award in 2020 for the second straight year and in 2021 again.", ("consecutive", 2, 2020)),
        ("In fall 2022 we were given the HEED Award for the third year in a row.", ("consecutive", 3, 2022)),
        ("As of 2020 our run of HEED Awards stood at six years.", ("consecutive", 6, 2020)),
        ("HEED streak as of 2023: 4 years.", ("consecutive", 4, 2023)),
        ("2023: Fourth consecutive HEED Award.", ("consecutive", 4, 2023)),
        ("The 2022 award was our sixth consecutive HEED.", ("consecutive", 6, 2022)),
        ("We are proud of a streak of seven HEED awards, the last of them in 2024.", ("consecutive", 7, 2024)),
        ("We had never been selected for the HEED Award before 2018.", ("first_time", 1, 2018)),
        ("We have five HEED Awards in all as of 2023.", ("total", 5, 2023)),
        ("Until 2021 we received the HEED Award on seven occasions.", ("total", 7, 2021)),
        ("In 2023 it was the third HEED award in the school's history.", ("total", 3, 2023)),
        ("As of 2022 we had the HEED award every year since 2019, four awards in all.", ("total", 4, 2022)),
        ("In 2023 we won the HEED Award for second consectuive year.", ("consecutive", 2, 2023)),
        ("Here is our HEED story: consecutive awards, the 4th consecutive one in 2021.", ("consecutive", 4, 2021)),
        ("In 2023 we took the HEED Award for the eighth year without interruption.", ("consecutive", 8, 2023)),
        ("Counting from 2013, the HEED Award of 2023 is our sixth such award.", ("total", 6, 2023)),
        ("Since 2018 we have received the HEED Award annually.", ("every_year_since", 2018, None)),
        ("In 2021 our HEED run had been five straight.", ("consecutive", 5, 2021)),
        ("2020: HEED Award, the second one in a row.", ("consecutive", 2, 2020)),
        ("We had the number of HEED awards in our history to six as of 2021.", ("total", 6, 2021)),
    ],
)
def test_a_count_has_the_year_of_its_own_clause(sentence: str, expected: tuple[str, int, int]) -> None:
    assert expected in counts(HEAD + sentence)


def test_a_count_of_now_behind_a_win_of_before() -> None:
    text = (
        "Lakeside University has received the 2024 HEED Award. "
        "It also had it in 2023, making this the second year in a row."
    )
    assert ("consecutive", 2, 2024) in counts(text)


def test_last_year_goes_by_the_calendar() -> None:
    text = HEAD + "Staff meeting, May 2024\n\nLast year, the university was given the HEED Award for the second time."
    assert ("total", 2, 2023) in counts(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "We hope to win the HEED Award for the third time running.",
        "If we win the HEED Award again, it would be our fourth in a row.",
        "Were we given the HEED Award for the third year in a row?",
        "Somebody asked whether we hold the HEED Award for the fourth time.",
        "We want the HEED Award. The softball team won for the sixth time in a row.",
        "We want the HEED Award. The dairy bar won the ribbon back-to-back.",
    ],
)
def test_what_is_hoped_for_asked_or_won_by_others_is_no_count(sentence: str) -> None:
    assert not counts(HEAD + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The school hadn't won the HEED Award in 2019.",
        "Were we among the HEED winners in 2019?",
        "We'd like to win the HEED Award in 2019.",
        "In 2019 there were 90 recipients of the HEED Award.",
        "We have the HEED Award in six of the last seven years (2015-2021).",
    ],
)
def test_denials_questions_plans_and_periods_are_no_wins(sentence: str) -> None:
    assert 2019 not in years(HEAD + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The HEED Award is ours. We received it in 2016.",
        "Our award in 2016 was presented at the fall conference.",
        "Visitors can see the 2016 award in the lobby.",
    ],
)
def test_an_award_spoken_of_as_had_is_a_win(sentence: str) -> None:
    assert 2016 in years(OWN + sentence)
    assert 2016 not in years(OWN + "We applied for the 2016 award.")


def test_it_and_the_school_are_those_of_the_line_above() -> None:
    text = (
        "Schools compared\n\nLakeside University received the HEED Award in 2024. Hart College was a HEED winner in "
        "2023. In 2022 it had won for the second consecutive year."
    )
    assert schools(text) == {2024: "Lakeside University", 2023: "Hart College", 2022: "Hart College"}
    listed = "The HEED Award: who has it?\n\n- Hart College. Won in 2018.\n- Lakeside University. Won in 2019."
    assert schools(listed) == {2018: "Hart College", 2019: "Lakeside University"}


def test_lines_under_a_heading_are_of_its_school() -> None:
    text = (
        "Hart College: awards\n\nIt had won the HEED Award in 2018.\n\n"
        "Lakeside University has received the 2022 HEED Award of INSIGHT Into Diversity. It was its second in a row."
    )
    assert schools(text) == {2018: "Hart College", 2022: "Lakeside University"}
    table = TABLE.replace("Lakeside University", "Hart College") + "\nLakeside University received the 2022 HEED Award."
    told = dict.fromkeys((2018, 2020, 2023), "Hart College")
    assert schools(table) == {**told, 2022: "Lakeside University"}


def test_the_unit_in_a_letterhead_is_our_college() -> None:
    text = "Lakeside University\nCollege of Nursing\n\nIn 2023 our college won the HEED Award for the sixth time."
    school = draft(text).school
    assert school is not None
    assert (school.name, school.parent) == ("College of Nursing", "Lakeside University")


TABLE = """Lakeside University

| Year | HEED Award | Remark |
|------|------------|--------|
| 2018 | received | first application |
| 2019 | not awarded | applied |
| 2020 | yes | |
| 2021 | - | |
| 2022 || won a prize |
| 2023 | ✓ | |
"""
OWN_ROWS = """Lakeside University

| Award | Year | Comment |
|---|---|---|
| HEED Award | 2019 | won |
| HEED Award | 2022 | won, third year running |
| HEED Award | 2023 | pending |
| Best Workplace | 2021 | won |
"""


def test_rows_of_tables() -> None:
    assert years(TABLE) == {2018, 2020, 2023}
    assert years(OWN_ROWS) >= {2019, 2022}
    assert not years(OWN_ROWS) & {2021, 2023}
    assert counts(OWN_ROWS) == {("consecutive", 3, 2022)}


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("No other college in Missouri has been given the HEED Award.", False),
        ("No university in Missouri had been given the HEED Award before us.", True),
        ("It is the only college of veterinary medicine in Missouri with the HEED Award.", False),
        ("It is the first university in Missouri to win the HEED Award.", True),
    ],
)
def test_no_other_school_is_the_only_one(sentence: str, first: bool) -> None:
    (only,) = draft(HEAD + sentence).only
    assert (only.place, only.first) == ("MO", first)


def test_what_no_university_did_is_not_told_of_one() -> None:
    assert not draft(HEAD + "No university in Missouri has the HEED Award and a ferry.").only


def test_numbers_over_a_hundred_in_words() -> None:
    text = HEAD + "In 2021, one hundred and fifteen institutions received the HEED Award."
    assert {one.recipients for one in draft(text).recipients} == {115}


def test_the_year_of_the_list_is_that_of_a_draft_without_a_day() -> None:
    text = (
        "For the 11th straight year, Lakeside University was given the HEED Award. "
        "INSIGHT Into Diversity published its 2022 list on Thursday."
    )
    assert ("consecutive", 11, 2022) in counts(text)


OF_2023 = "Lakeside University has received the 2023 HEED Award. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is our fifth straight year with the HEED Award, with 2020 as the year of most work.",
         ("consecutive", 5, 2023)),
        ("Counting from 2013 it is our sixth HEED Award.", ("total", 6, 2023)),
        ("Our streak of seven HEED awards, the last of them in 2022, has ended.", ("consecutive", 7, 2022)),
        ("We stand at eight straight years, and nobody wants to lose that.", ("consecutive", 8, 2023)),
        ("Back-to-back!", ("consecutive", 2, 2023)),
        ("A dean says that it is the second in a row.", ("consecutive", 2, 2023)),
    ],
)  # fmt: skip
def test_a_count_beside_the_news_of_a_year(sentence: str, expected: tuple[str, int, int]) -> None:
    assert expected in counts(OF_2023 + sentence)


def test_a_college_of_distinction_is_another_honour() -> None:
    assert not counts(OF_2023 + "We are a College of Distinction for 17 years in a row.")


def test_one_in_a_row_is_no_run() -> None:
    assert not counts(OF_2023 + "That makes one HEED award in a row.")


def test_the_year_of_a_heading_is_that_of_the_lines_below() -> None:
    text = (
        "Lakeside University\n\nHighlights of the year 2023\n\nWe received the HEED Award for the fourth year in a row."
        "\n\nHighlights of the year 2024\n\nWe received the HEED Award for the fifth year in a row."
    )
    assert counts(text) == {("consecutive", 4, 2023), ("consecutive", 5, 2024)}


def test_the_year_of_the_line_above_is_that_of_one_that_tells_none() -> None:
    text = (
        "Lakeside University\n\nAnnual Report\n\nIn fall 2024 the school was named a winner of the HEED Award. "
        "Counting all years, this is the eighth time that it has been honored."
    )
    assert ("total", 8, 2024) in counts(text)


def test_a_school_with_a_year_and_a_count_under_a_title() -> None:
    text = (
        "HEED Award: an overview\n\nHart College: 2020, second consecutive year; 2021, third consecutive year, all "
        "of it by the word of its own news pages."
    )
    assert counts(text) == {("consecutive", 2, 2020), ("consecutive", 3, 2021)}


def test_a_school_told_behind_the_news_of_another_can_have_won_in_its_year() -> None:
    text = (
        "Lakeside University is a winner of the 2024 HEED Award.\n\n"
        "- Hart College: received the award in 2024, and in 2022."
    )
    won = {(win.school.name, win.year) for win in draft(text).wins if win.school}
    assert won == {("Lakeside University", 2024), ("Hart College", 2024), ("Hart College", 2022)}


def test_after_one_in_an_earlier_year() -> None:
    assert years("HEED Award: an overview (draft)\n\nHart College: award in 2019, after one in 2017.") == {2017, 2019}


@pytest.mark.parametrize(
    "sentence", ["We are preparing for our award in 2016.", "The deadline of the 2016 award has passed."]
)
def test_an_award_that_is_worked_for_is_not_had(sentence: str) -> None:
    assert 2016 not in years(OWN + sentence)


def test_a_row_of_several_years_tells_of_none() -> None:
    table = "Lakeside University\n\n| From | To | HEED Award |\n|---|---|---|\n| 2018 | 2020 | received |\n"
    assert not years(table)


def test_a_short_line_at_the_top_tells_the_month_and_a_win_does_not() -> None:
    text = "Lakeside University\n\nPrepared for the visit, February 2024.\n\nWe hold the HEED Award for the sixth time."
    assert draft(text).year == 2023
    dated = "Lakeside University wins HEED Award, first told in May 2021\n\nWe hold it for the sixth time."
    assert draft(dated).year is None


def test_an_office_at_a_university_is_none_of_its_names() -> None:
    text = (
        "HEED Award 2023\n\n- College of Nursing: eighth straight year.\n\n"
        "Thanks go to Health Sciences at The Lakeside State University."
    )
    parents = {school.parent for school in draft(text).schools if school.unit}
    assert parents == {"The Lakeside State University"}


def test_last_year_in_a_draft_of_the_new_year_is_the_year_before() -> None:
    text = "Lakeside University\n\nTown hall, January 2022\n\nLast year our campus received the HEED Award."
    assert years(text) == {2021}
