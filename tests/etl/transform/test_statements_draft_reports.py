"""Drafts of reports: the year of which the title tells, this fall, spans, timelines and misprints. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, counts, draft, schools, years

WON = "Lakeside University received the HEED Award for the third year in a row."


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2021 Annual Report: Letter from the Vice President", 2021),
        ("Annual summary 2019", 2019),
        ("Annual Report on Inclusion, 2021", 2021),
        ("Year in Review 2022", 2022),
        ("Report of the Chief Diversity Officer to the Board, 2021-22", 2021),
        ("Office of Access: Annual Report FY 2022", 2021),
        ("Equity and Inclusion – Annual report 2020", 2020),
        ("Report to the cabinet, winter semester 2023", 2022),
        ("Reviewed January 2023", 2022),
    ],
)
def test_the_year_of_which_the_title_tells(title: str, year: int) -> None:
    assert counts(f"Lakeside University\n{title}\n\n{WON}") == {("consecutive", 3, year)}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("It won the HEED Award in 2021. This fall it was selected for the second consecutive year.",
         {("consecutive", 2, 2023)}),
        ("With the award of September 2022 it has been recognized for the fifth year in a row.",
         {("consecutive", 5, 2022)}),
        ("Our efforts have won the HEED Award for three consecutive years, 2022 included.", {("consecutive", 3, 2022)}),
        ("We have earned the HEED Award annually since 2020, and in 2022, when we won as well, it rained.",
         {("every_year_since", 2020, 2023)}),
    ],
)  # fmt: skip
def test_the_year_up_to_which_a_count_goes(said: str, expected: set[tuple[str, int, int | None]]) -> None:
    assert counts(f"Lakeside University\nOctober 2023\n\n{said}") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("HEED Award: three straight (2018, 2019, 2020)", ("consecutive", 3)),
        ("Six HEED awards so far, four of them in a row.", ("consecutive", 4)),
        ("For us this is the second year in a row with the award.", ("consecutive", 2)),
        ("We have the award. This year marks three in a row for our School.", ("consecutive", 3)),
        ("We have the award. We have done so for five years running.", ("consecutive", 5)),
        ("Since 2018 we have not missed a single year of the HEED Award.", ("every_year_since", 2018)),
        ("From 2018 to 2022 we won the HEED Award every single year.", ("every_year_since", 2018)),
        ("Early on, from 2018 to 2022, it had won the HEED Award without a break.", ("every_year_since", 2018)),
        ("We have two HEED awards up to now.", ("total", 2)),
        ("We have the award; the first was given in 2018.", ("first_time", 1)),
        ("The HEED Award was first given to us in 2018.", ("first_time", 1)),
    ],
)
def test_ways_to_count(said: str, expected: tuple[str, int]) -> None:
    assert expected in {(claim, n) for claim, n, _ in counts(f"Lakeside University\nDecember 2023\n\n{said}")}


@pytest.mark.parametrize(
    "said",
    [
        "Other awards: The team received the Lakeland Board of Trustees award for the second year in a row.",
        "Lakeside University received the HEED Award in 2015, the first year of its Office of Inclusion.",
    ],
)
def test_what_is_no_count_of_the_award(said: str) -> None:
    assert not {one for one in counts(HEAD + "We hold the HEED Award.\n\n" + said) if one[0] != "total"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("In the 2019 round we received the HEED Award for our center.", {2019}),
        ("Lakeside received the HEED Award also in 2019, and it intends to apply again in 2021.", {2019}),
        ("Lakeside University recieved the HEED Award in 2019.", {2019}),
        ("Counting the award it received in 2019, Lakeside has now been honored nine times with the HEED Award.",
         {2019}),
    ],
)  # fmt: skip
def test_years_told_as_won(said: str, told: set[int]) -> None:
    assert years(HEAD + said) == told


def test_a_count_begins_at_its_own_verb() -> None:
    said = "Counting the award it received in 2019, the school has now been honored nine times with the HEED Award."
    (one,) = draft(HEAD + said).counted
    assert one.words == "been honored nine times"


def test_a_timeline_without_dashes() -> None:
    text = (
        "Lakeside University timeline\n\n2017  A plan is adopted\n2018  We receive the HEED Award for the first time\n"
        "2019  We are honored with the HEED Award again"
    )
    assert {2018, 2019} <= years(text)


def test_we_are_not_the_school_behind_us() -> None:
    said = "In 2018, before the plan, we were on the HEED Award list as well, with the Hart School of Social Work."
    assert schools(HEAD + said)[2018] is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We had the HEED Award in 2021. Lakeside has been honored every year since 2016, our page says.",
         ("every_year_since", 2016, 2023)),
        ("We were among the recipients of the HEED Award in 2022. It rained.\n\n- First HEED Award: 2017.",
         ("first_time", 1, 2017)),
        ("Between 2019 and 2022 we received the HEED Award every year.", ("every_year_since", 2019, 2022)),
        ("We have the HEED Award. On the page of the center we say that 2023 is the third straight year.",
         ("consecutive", 3, 2023)),
        ("We won the HEED Award in 2021. Caption: staff with our tenth HEED Award, fall 2022.", ("total", 10, 2022)),
        ("This year's HEED Award is therefore our third, as all should know.", ("total", 3, 2023)),
    ],
)  # fmt: skip
def test_counts_of_now_and_of_then(said: str, expected: tuple[str, int, int]) -> None:
    assert expected in counts(f"Lakeside University\nDecember 11, 2023\n\n{said}")


def test_years_behind_a_count_are_those_of_the_other_wins() -> None:
    text = (
        HEAD + "In November 2023 the school received the HEED Award for the second year in a row. It is the third time "
        "overall that we have been named; the earlier awards were given in 2020 and 2022."
    )
    assert ("total", 3, 2023) in counts(text)


def test_a_draft_under_the_title_of_a_list_of_honours() -> None:
    text = (
        "Awards and Recognition\n\nLakeside University won the HEED Award in 2020 and 2021. It rained.\n\nThe 2021 "
        "award marks the second straight year that Lakeside has been on the list."
    )
    assert ("consecutive", 2, 2021) in counts(text)


@pytest.mark.parametrize(
    "said",
    [
        "The university was named a top college by a magazine for the tenth time.",
        "Lakeside has been named a bicycle-friendly campus for the third time.",
        "The report was rated gold for the second consecutive cycle.",
        "The library was recognized for the first time with a state preservation award.",
    ],
)
def test_counts_of_other_honours(said: str) -> None:
    assert not counts(HEAD + "We hold the HEED Award. " + said)


def test_what_stands_under_other_recognition() -> None:
    text = HEAD + "We hold the HEED Award.\n\nOther recognition:\n\n- The Center received an award for the second time."
    assert not counts(text)


def test_the_year_of_an_entry_ends_with_its_paragraph() -> None:
    text = (
        "Lakeside University\n\n2018 - Lakeside receives the HEED Award.\n2019 - The hall opens.\n2020 - A band came."
        "\n\nText for the foldout: Lakeside won the HEED Award without interruption from 2014 to 2016."
    )
    assert {one.award for one in draft(text).wins} == {"HEED"}
    assert years(text) == {2014, 2015, 2016, 2018}


def test_one_of_so_many_behind_a_win() -> None:
    (one,) = draft(
        HEAD + "In 2023 we received the HEED Award. We were one of 108 colleges and universities."
    ).recipients
    assert one.recipients == 108


def test_a_win_counted_of_the_line_before_is_no_win_of_now() -> None:
    said = "Lakeside won the HEED Award in 2020. It was the first time that it had the HEED Award."
    text = f"Lakeside University\nApril 2023\n\n{said}"
    assert years(text) == {2020}


def test_a_recipient_of_a_year() -> None:
    assert 2019 in years(HEAD + "Lakeside University is also a 2019 recipient of the HEED Award.")


def test_the_first_time_of_a_run_is_no_first_award() -> None:
    said = "It was also the first time that the school had won two years running."
    assert counts(HEAD + "We hold the HEED Award. " + said) == {("consecutive", 2, None)}


def test_a_year_in_which_something_else_was_told_is_not_the_drafts() -> None:
    text = (
        "About us: recognition\n\nLakeside University\nReviewed January 2024\n\nWe have earned the HEED Award a third "
        "time now, and the committee in 2022, when we won the award as well, singled out our mentors."
    )
    assert ("total", 3, 2023) in counts(text)


def test_the_year_before_the_word_for_a_report_holds_below_other_headings() -> None:
    text = f"Lakeside University\n2021 Annual Report\n\nHighlights\n\n{WON}"
    assert counts(text) == {("consecutive", 3, 2021)}
