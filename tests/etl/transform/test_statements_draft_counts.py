"""Counts in drafts: which are of the award, and of which year. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, counts, draft

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
        ("We have not missed a year since 2018.", 2018, 2022),
        ("Never missed a HEED cycle since 2018.", 2018, 2022),
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
        ("The college did not win the HEED Award until 2018.", ("first_time", 1, 2018)),
        ("The university was also named a Diversity Champion, its third Champion designation.", ("total", 3, 2022)),
        ("It has won the HEED Award more than twice.", ("total", 3, 2022)),
        ("It was selected again, bringing its total to six.", ("total", 6, 2022)),
        ("We applied for and received our third HEED Award.", ("total", 3, 2022)),
        ("It hoped to keep going, and won the HEED Award for the second year in a row.", ("consecutive", 2, 2022)),
        ("It has received the award in three of the last six cycles.", ("total", 3, 2022)),
        ("It is its second in a row, and its third since 2018.", ("total", 3, 2022)),
        ("The 2022 award was its third, the 2020 award its second.", ("total", 2, 2020)),
        ("Our HEED streak reached six in 2021.", ("consecutive", 6, 2021)),
        ("Before 2019, Lakeside had not won the HEED Award.", ("first_time", 1, 2019)),
        ("Prior to 2019 Lakeside had never won the HEED Award.", ("first_time", 1, 2019)),
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


def test_a_count_of_now_is_of_the_drafts_year() -> None:
    text = (
        "Lakeside University\nSpeech, November 2020\n\nIn 2017 Hart College had the HEED Award. We have been honored "
    )
    assert ("consecutive", 2, 2020) in counts(text + "two years running now.")


def test_under_the_heading_of_another_honour_nothing_counts() -> None:
    text = NEWS + "\n\nGreat Colleges to Work For\n\n- 2022: honored for the third year in a row\n"
    assert counts(text) == set()


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


def test_a_sentence_of_many_counts_and_years_is_read_to_its_end() -> None:
    text = (
        NEWS + "between 2014 and 2018 it won three times " * 80
    )  # took minutes where each year was tried with each "and"
    assert ("total", 3, 2018) in counts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hart has won the HEED Award for the eighth year in a row, one of 103 on the 2022 list. It won it in 2018.",
         ("consecutive", 8, 2022)),
        ("Hart is a HEED Award winner for the fifth consecutive year! The 2021 award is for its work.",
         ("consecutive", 5, 2021)),
        ("Hart is a six-time recipient of the Health Professions HEED Award (most recently in 2023). In 2019, it grew.",
         ("total", 6, 2023)),
        ("Hart now counts seven HEED Awards through 2024. It also won in 2016.", ("total", 7, 2024)),
        ("Hart University won the HEED Award in 2021. For the sixth time, Hart University received the HEED Award that "
         "year. Orr won in 2018.", ("total", 6, 2021)),
        ("Hart was named a HEED Award recipient for the fourth consecutive year, it was told (November 2024).",
         ("consecutive", 4, 2024)),
        ("Hart is the recipient of the 2018 HEED Award, its first ever.", ("first_time", 1, 2018)),
        ("Hart has been honored every year since 2018, most recently in 2023, with the HEED Award. In 2016 it was new.",
         ("every_year_since", 2018, 2023)),
        ("Hart did win the HEED Award in 2021. As of 2024 we are at seven years in a row, I believe.",
         ("consecutive", 7, 2024)),
        ("Hart won the HEED Award in 2023. In other words, five years running as of 2023.", ("consecutive", 5, 2023)),
        ("Hart: sixth consecutive HEED Award in 2024, first award 2019", ("first_time", 1, 2019)),
        ("Hart has won the HEED Award in 2024. That adds up to eight consecutive years.", ("consecutive", 8, 2024)),
    ],
)  # fmt: skip
def test_the_year_up_to_which_a_draft_counts(text: str, expected: tuple[str, int, int]) -> None:
    assert expected in counts(text)


def test_what_was_won_in_another_year_of_the_sentence() -> None:
    text = (
        "Our college was honored in 2020 with the Health Professions HEED Award, and in 2022 it took home an Inspiring "
        "Programs in STEM Award."
    )
    assert {(win.award, win.year) for win in draft(text).wins} == {("HP-HEED", 2020), ("STEM-PROGRAM", 2022)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has won the HEED Award more than seven times through 2023.", {("total", 8, 2023)}),
        ("It has won the HEED Award fewer than seven times.", set()),
        ("It has won the HEED Award for nearly ten years in a row.", set()),
        ("It has won the HEED Award nearly every year since 2018.", set()),
        ("It has received the HEED Award every year since 2016, except 2017.", set()),
        ("It earned the HEED Award in every year but three from 2018 to 2022.", set()),
        ("It won the HEED Award in 2017 and every year after that.", {("every_year_since", 2017, 2022)}),
        ("It first won the HEED Award in 2020 and has won it every year since, through 2023.",
         {("every_year_since", 2020, 2023), ("first_time", 1, 2020)}),
        ("It earned its fifth HEED Award in 2021, its sixth in 2022 and its seventh in 2023.",
         {("total", 5, 2021), ("total", 6, 2022)}),
        ("Before 2018, the university had never won the HEED Award.", {("first_time", 1, 2018)}),
        ("For the first time in four years, the university won the HEED Award.", set()),
        ("HEED Award: three straight as of 2020.", {("consecutive", 3, 2020)}),
        ("It has held the HEED Award five years strong.", {("consecutive", 5, 2022)}),
        ("It has won the HEED Award half a decade running.", {("consecutive", 5, 2022)}),
        ("HEED Award: eight in all as of 2022.", {("total", 8, 2022)}),
    ],
)  # fmt: skip
def test_counts_that_are_compared_excepted_or_put_in_other_words(
    text: str, expected: set[tuple[str, int, int]]
) -> None:
    found = counts(f"Hart University, October 2022\n\n{text}")
    assert expected <= found if expected else not found


@pytest.mark.parametrize(
    "sentence",
    [
        "The school did not receive the HEED Award again until 2022.",
        "When I came in 2017, the school had never won the HEED Award.",
        "Our next target is to win the HEED Award for a fifth time.",
        "We hope to win the HEED Award for a fourth time.",
        "Summer Scholars marked its 40th year.",
        "It was also reaccredited in 2019 for the fifth time.",
        "The residency program received the Palmer award for the second time.",
    ],
)
def test_plans_other_deeds_and_times_before_are_not_counted(sentence: str) -> None:
    assert counts(NEWS + sentence) == set()


def test_a_year_of_a_further_win_below_is_not_that_of_the_count() -> None:
    said = "Lakeside University has won the HEED Award for the eighth time. In 2021 it was also a HEED winner."
    assert counts(said) == {("total", 8, None)}


def test_the_years_behind_a_run_are_its_own() -> None:
    assert counts("Lakeside University: seven consecutive HEED Awards, 2018 to 2024.") == {("consecutive", 7, 2024)}
    assert counts(HEAD + "December 2023\n\nLakeside's first HEED Award was announced in 2021.") == {
        ("first_time", 1, 2021)
    }


def test_fewest_that_there_are() -> None:
    told = {one.at_least for one in draft(NEWS + "It has won the HEED Award at least four times.").counted}
    assert told == {True}
    told = {one.at_least for one in draft(NEWS + "It has won the HEED Award four times.").counted}
    assert told == {False}


def test_the_award_behind_a_tier_is_counted_as_the_award() -> None:
    said = "- In 2022 Lakeside was named a Diversity Champion.\n- The 2022 award was its eleventh."
    assert {(one.award, one.n) for one in draft(NEWS + "\n\n" + said).counted} == {("HEED", 11)}
    said = "- In 2022 Lakeside was named a Diversity Champion.\n- It is its third such designation."
    assert {(one.award, one.n) for one in draft(NEWS + "\n\n" + said).counted} == {("DIVERSITY-CHAMPION", 3)}


def test_a_year_with_a_full_stop_heads_its_entry() -> None:
    text = (
        "Our Journey: A Timeline\n\n2012. The magazine creates the HEED Award.\n\n2019. Lakeside University receives "
        "the HEED Award.\n\n2020. The University receives the HEED Award for the ninth consecutive year.\n"
    )
    assert counts(text) == {("consecutive", 9, 2020)}
