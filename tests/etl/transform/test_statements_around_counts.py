"""Counts of wins and numbers of winners in the words around them. All is invented."""

import pytest

from tests.etl.transform.statements_seed import LEAD, OWN, counted, numbers, read, won


@pytest.mark.parametrize(
    "said",
    [
        "Never before has Lakeside been a recipient.",
        "Lakeside has never been a HEED Award recipient until this year.",
        "Lakeside has never had this award before.",
    ],
)
def test_a_first_win_told_by_what_never_was(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == {("first_time", 1, 2022)}


@pytest.mark.parametrize(
    "said",
    [
        "The award comes as the university for the first time asks all students to take a course.",
        "Lakeside is one of the winners of the award, which the magazine is giving for the first time in 2022.",
        "The Bay Bridge Program, which has finished its third year, stood out in the award.",
    ],
)
def test_what_happens_that_often_beside_the_award_is_no_count_of_wins(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == set()


def test_a_run_beside_the_years_listed_above() -> None:
    text = (
        "Lakeside University: what we were given\n\n• HEED Award, INSIGHT Into Diversity: 2014, 2015, 2016, 2017. "
        "Lakeside has received the award four years in a row."
    )
    assert counted(text, None) == {("consecutive", 4, 2017)}


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Sixty-five medical schools, colleges, and universities in the U.S. were selected this year.", 65),
        ("Of the 101 that receive it, just eight are community colleges.", 101),
        ("There are only 62 institutions in the nation that can say the same.", 62),
        ("When Lakeside won for the first time, in 2020, there were 89 others. Now 103 have been chosen.", 103),
        ("The magazine's panel picked 35, of which four are large.", 35),
        ("Thirty-five were chosen, and the college is glad.", 35),
        ("INSIGHT Into Diversity magazine gave it to 35 schools this year.", 35),
        ("There are 94 in all.", 94),
        (
            "In all, 35 medical, dental, nursing, pharmacy, optometry, veterinary and allied health schools won it.",
            35,
        ),
        ("Lakeside is once again the only office among the recipients, 80 this year.", 80),
        ("How many schools won? 103 colleges and universities, if I counted right.", 103),
        ("Lakeside and the other honorees, 103 in all, will be featured in the magazine.", 103),
        ("Lakeside is one of 80 Higher Education Excellence in Diversity—HEED—honorees from across the nation.", 80),
    ],
)
def test_numbers_of_all_winners(said: str, n: int) -> None:
    assert n in numbers(f"{LEAD}\n\n{said}")


def test_a_count_told_of_being_singled_out() -> None:
    text = (
        'Ridge College has been singled out by "INSIGHT into Diversity" magazine for its work for the third '
        "consecutive year.\n\nInstitutions honored with the HEED Award are those that are committed.\n\n"
        '"To keep being recognized with the HEED Award shows that we move," the dean said.'
    )
    assert counted(text) == {("consecutive", 3, 2022)}


@pytest.mark.parametrize(
    "said",
    [
        "It has done so, as it did in each of the last two years before, with this award.",
        "The Hart Alliance has also recognized Lakeside. Lakeside had not received that recognition before.",
        "The magazine gave its award for excellence for the very first time, and Lakeside had one of 48.",
    ],
)
def test_counts_of_other_years_and_of_other_honours_are_left_alone(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == set()


def test_a_count_told_by_who_is_there_again() -> None:
    said = "But it is there for the fourth consecutive year, which few can say."
    assert counted(f"{LEAD}\n\n{said}") == {("consecutive", 4, 2022)}


def test_numbers_of_those_that_were_picked() -> None:
    assert 35 in numbers(f"{LEAD}\n\nClose to 175 schools applied. Just 35 were picked.")
    assert numbers(f"{LEAD}\n\nTen colleges and schools of nursing in the nation have been recognized.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Together with 95 other colleges and universities, Lakeside University was named a 2022 HEED Award recipient.",
        "Lakeside University and 90 other colleges in the U.S. were named 2022 recipients of the HEED Award.",
    ],
)
def test_a_number_of_others_before_the_award_takes_nothing_from_it(text: str) -> None:
    assert won(text) == {OWN}


@pytest.mark.parametrize(
    "said",
    [
        "It is the second time in a matter of weeks that the university has made news with an award.",
        "The university takes part in a survey for the first time ever, which the award helped.",
        "The Hart Access Award has come to Lakeside for the sixth consecutive year. It has had it in each of the past "
        "six years.",
    ],
)
def test_counts_that_stand_near_the_award_and_are_of_something_else(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == set()


def test_so_many_times_in_so_many_years_are_no_run() -> None:
    assert counted(f"{LEAD}\n\nIn the last six years it has won the award five times.") == {("total", 5, 2022)}


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("There are thousands of schools, and the magazine recognized just 96.", 96),
        ("The award is for all colleges. Nationwide 89 institutions received it.", 89),
    ],
)
def test_numbers_of_those_that_got_it(said: str, n: int) -> None:
    assert numbers(f"{LEAD}\n\n{said}") == {n}


def test_a_count_far_behind_the_word_for_the_award() -> None:
    said = (
        "The university has earned the national and competitive honor, given to colleges and universities of the U.S. "
        "with an outstanding commitment to diversity, equity, inclusion and belonging, for the sixth consecutive year."
    )
    assert counted(f"{LEAD}\n\n{said}") == {("consecutive", 6, 2022)}


def test_once_before_in_words() -> None:
    assert counted(f"{LEAD}\n\nIt has been named a HEED Award recipient one time before.") == {("total", 2, 2022)}


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Lakeside will be featured, along with other 113 recipients, in the issue.", 114),
        ("The award is the premier honor of colleges. This year it was given to 109 institutions.", 109),
    ],
)
def test_numbers_in_other_words(said: str, n: int) -> None:
    assert numbers(f"{LEAD}\n\n{said}") == {n}


@pytest.mark.parametrize(
    "said",
    [
        "Over the past 10 years since the HEED Award was created, colleges have made it a handbook.",
        "The award for the past ten years has gone to schools with a strong record.",
        "This was the first time Pruett had collected the material for the HEED Award.",
        "Stone has been the office's vice president for the last eight years, and the award is hers.",
        "The HEED Award is the third honor of note to reach Lakeside this fall.",
        "Lakeside was announced a winner of the second HEED Award.",
        "This award does not honor any single program, but our choice to put inclusion first in all of our programs.",
        "According to its website, the award for the past eleven years recognizes universities that care.",
        "The award has for the past eleven years recognized universities of all kinds.",
        "This is the first year Insight Into Diversity, the oldest magazine, is presenting the HEED awards.",
        "The honor marks the first time that the publication has named a veterinary college for the HEED Award.",
        "Honors besides the HEED Award include the Hart Pride Campus list for four consecutive years.",
    ],
)
def test_what_counts_no_wins_of_the_school(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == set()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Lakeside Wins 3rd National HEED Award for Diversity and Inclusion in a Row", ("consecutive", 3, 2022)),
        ("It marks the first time the college has received the award, which comes from the oldest and largest "
         "publication in higher education.", ("first_time", 1, 2022)),
        ("This is the first year that Lakeside has received the HEED Award, a national honor recognizing schools that "
         "demonstrate an outstanding commitment.", ("first_time", 1, 2022)),
        ("Lakeside has won seven HEED Awards in all.", ("total", 7, 2022)),
        ('"We take great pride in being singled out for our work for the third consecutive year," she said.',
         ("consecutive", 3, 2022)),
        ("Lakeside is a HEED Award recipient for the fourth time.", ("total", 4, 2022)),
        ("Lakeside was recognized in 2013 with the HEED Award for the first time.", ("first_time", 1, 2013)),
        ("This is the first time that Insight Into Diversity has honored Lakeside with the HEED Award.",
         ("first_time", 1, 2022)),
    ],
)  # fmt: skip
def test_counts_in_longer_sentences(said: str, expected: tuple[str, int, int]) -> None:
    assert counted(f"{LEAD}\n\n{said}") == {expected}


def test_counts_of_the_schools_that_stand_behind_them() -> None:
    text = "Hart University and Orr University received the 2022 HEED Award. "
    for said, whose in (
        ("Hart University has won the HEED Award again, and it is the sixth consecutive time for Orr University.",
         {"Orr University"}),
        ("Hart University has its first HEED Award; it is the third year in a row that Orr University has won.",
         {"Orr University"}),
        ("This is the second consecutive year that Hart University and the Orr University have received the award.",
         {"Hart University", "Orr University"}),
    ):  # fmt: skip
        runs = {one.school.name for one in read(text + said).counted if one.school and one.claim == "consecutive"}
        assert {name.removeprefix("The ") for name in runs} == whose


@pytest.mark.parametrize(
    "said",
    [
        "Of the 51 institutions to earn the HEED Award, only 12 of them are nursing programs.",
        "It joined 50 other universities as founding members of the Great Alliance. Of these 51 are winners.",
        "The magazine noted the award-winning plans in 22 schools, colleges and offices across campus.",
        "Of the 51 recipients, Lakeside is one of only 13 that has earned the award every year since 2012.",
    ],
)
def test_numbers_of_some_beside_that_of_all(said: str) -> None:
    assert numbers(f"{LEAD}\n\n{said}") <= {51}
