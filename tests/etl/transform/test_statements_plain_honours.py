"""The grammar where the award is told in plain words, of several schools at once, or beside other honours.

All is invented.
"""

from datetime import date

import pytest

from tests.etl.transform.statements_seed import LAKESIDE, LEAD, counted, read, won

HEALTH = "Health Professions Higher Education Excellence in Diversity (HEED) Award"


def numbers(text: str) -> set[tuple[int, int | None]]:
    """Each number of all recipients with its award year."""
    return {(one.recipients, one.year) for one in read(text).recipients if one.among is None}


@pytest.mark.parametrize(
    "text",
    [
        "Lakeside University wins national honor for diversity\n\nThe honor is the HEED Award.",
        "Lakeside University has been nationally recognized for its diversity and inclusion. The recognition, INSIGHT "
        "Into Diversity's HEED Award, is among the few of its kind.",
        "Lakeside University Receives National Diversity Award\n\nThe HEED Award is open to all colleges.",
    ],
)
def test_an_honour_in_plain_words_is_the_award_that_is_named_below(text: str) -> None:
    assert won(text) == {(LAKESIDE, "HEED", 2022, "announced")}


@pytest.mark.parametrize(
    "text",
    [
        "Lakeside University wins the Green Campus Diversity Award\n\nThe HEED Award is open to all colleges.",
        "Lakeside University wins national diversity award\n\nThe HEED Award and the Inspiring Programs in STEM Award "
        "are open to all.",
        "Students win national honor for diversity\n\nThe HEED Award is open to all colleges.",
    ],
)
def test_plain_words_that_may_mean_another_award_are_left_alone(text: str) -> None:
    assert won(text) == set()


def test_a_win_told_by_the_name_of_the_award_goes_before_plain_words() -> None:
    text = "Ridge College wins national diversity award\n\n" + LEAD
    assert (LAKESIDE, "HEED", 2022, "announced") in won(text)
    assert "Ridge College" not in {school for school, *_ in won(text)}


def test_units_in_small_letters_behind_their_university() -> None:
    text = (
        "Three colleges of Lakeside University have been honored. In the health professions category, the 2022 Higher "
        "Education Excellence in Diversity (HEED) Award went to the colleges of medicine, nursing and veterinary "
        "medicine."
    )
    told = [(win.school.name, win.school.parent, win.award) for win in read(text).wins if win.school]
    fields = ("Medicine", "Nursing", "Veterinary Medicine")
    assert told == [(f"College of {field}", LAKESIDE, "HP-HEED") for field in fields]


@pytest.mark.parametrize(
    "said",
    [
        "2021 HEED Award Application",
        "Leaders of the 2021 HEED Award-winning institutions met in May.",
        "She and her partner started the HEED awards in 2012.",
        "It has been on the list every year since the award was first given in 2012.",
    ],
)
def test_what_is_told_of_the_award_is_no_win(said: str) -> None:
    assert won(f"{LEAD}\n\n{said}") == {(LAKESIDE, "HEED", 2022, "announced")}


def test_an_item_of_a_list_keeps_its_years_and_counts_to_itself() -> None:
    text = (
        LEAD + "They include the Hart Best of the Best list three years in a row; the Inspiring Programs in STEM Award "
        "in 2021; College Choice's 50 Best Colleges in 2017; and a place on the Top Ten list of a magazine in 2016."
    )
    assert {(award, year) for _, award, year, _ in won(text)} == {("HEED", 2022), ("STEM-PROGRAM", 2021)}
    assert counted(text) == set()
    assert numbers(text) == set()


def test_an_item_about_a_school_keeps_its_count() -> None:
    text = LEAD + "The HEED Award has come eleven years in a row to Ridge College; to Hart College for the sixth time."
    assert {("consecutive", 11, 2022), ("total", 6, 2022)} <= counted(text)


@pytest.mark.parametrize(
    "said",
    [
        "Eighty-three colleges share the award, Ridge College among them.",
        "Eighty-three colleges share the honor, and Ridge College is one of those.",
        "From the Valley League, the list has Ridge College; Hart College; and Orr College.",
    ],
)
def test_a_school_among_those_honoured(said: str) -> None:
    assert "Ridge College" in {school for school, _, year, _ in won(LEAD + said) if year == 2022}


def test_schools_that_are_told_what_they_are() -> None:
    text = (
        "Ridge College, Hart College and Orr College are the Lakeland State University campuses that have won the 2022 "
        "HEED Award."
    )
    assert {school for school, *_ in won(text)} == {"Ridge College", "Hart College", "Orr College"}


def test_the_schools_of_a_university_are_those_named_above() -> None:
    text = (
        "Three schools count among the best: the School of Medicine, the School of Dentistry and the Hart School of "
        f"Nursing at Lakeside University. The magazine lists 62 institutions that receive the 2022 {HEALTH}, "
        "and the Lakeside University schools are on the list."
    )
    assert {school for school, *_ in won(text)} == {
        "School of Medicine",
        "School of Dentistry",
        "Hart School of Nursing at Lakeside University",
    }


@pytest.mark.parametrize("short", ["Lakeside State", "LSU", "Lakeside"])
def test_the_university_is_the_school_named_above_by_whatever_form(short: str) -> None:
    text = (
        f"{short} Again Honored\n\nLakeside State University ({short}) is a leader.\n\nThe university has been awarded "
        "the 2022 HEED Award. Later came a list of Orr College."
    )
    main = read(text).school
    assert main is not None
    assert main.name == "Lakeside State University"


def test_a_champion_is_one_in_plain_words() -> None:
    assert (LAKESIDE, "DIVERSITY-CHAMPION", 2022, "announced") in won(
        LEAD + "In addition, Lakeside University is a Diversity Champion."
    )


def test_the_year_in_which_the_magazine_gave_it() -> None:
    text = (
        "For the seventh time, Lakeside University is the holder of a HEED Award. INSIGHT Into Diversity magazine gave "
        "Lakeside University the award in 2021."
    )
    assert won(text, None) == {(LAKESIDE, "HEED", 2021, "announced")}
    assert counted(text, None) == {("total", 7, 2021)}


def test_the_first_award_is_remembered_not_announced() -> None:
    text = (
        "Fourth HEED Award for Lakeside University\n\nThe award has come a fourth time. The director remembers the "
        "first HEED award in 2019 and says the team has come far. Over 60 colleges have the 2022 HEED Award."
    )
    assert {(year, basis) for _, _, year, basis in won(text, None)} == {(2022, "announced"), (2019, "claimed")}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The November issue will feature the award's other 28 recipients.", {(29, 2022)}),
        ("In an average year, 175 schools try for the honor.", set()),
        ("The university, one of 103 honorees, had last been recognized in 2018.", {(103, 2022)}),
        (
            "Of the colleges that applied for the 2022 Higher Education Excellence in Diversity (HEED) Award, 43 were "
            "chosen.",
            {(43, 2022)},
        ),
    ],
)
def test_numbers_of_recipients(said: str, found: set[tuple[int, int | None]]) -> None:
    assert numbers(LEAD + said) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("It had not won the award until now.", {("first_time", 1, 2022)}),
        ("Only a few get this second honor of the magazine.", set()),
        ("The magazine has honored it twice this fall.", set()),
        ("For Lakeside University it is the third year in a row.", {("consecutive", 3, 2022)}),
    ],
)
def test_counts(said: str, found: set[tuple[str, int, int | None]]) -> None:
    assert counted(LEAD + said) == found


def test_the_first_annual_award_is_no_first_time_of_its_winners() -> None:
    text = (
        "INSIGHT Into Diversity magazine has chosen Lakeside University as one of the winners of its first annual "
        "Higher Education Excellence in Diversity (HEED) award."
    )
    assert counted(text) == set()
    assert won(text) == {(LAKESIDE, "HEED", 2022, "announced")}


def test_schools_that_applied_are_not_those_that_did_not_win() -> None:
    text = (
        "Of the colleges that applied for the 2022 HEED Award, 43 were chosen, and Lakeside University was one of them."
    )
    assert won(text) == {(LAKESIDE, "HEED", 2022, "announced")}


def test_an_award_of_another_season_has_its_own_year() -> None:
    text = "Lakeside University has earned the Inspiring Programs in STEM Award. It also holds the HEED Award."
    assert {(award, year) for _, award, year, _ in won(text, date(2022, 1, 17))} == {
        ("STEM-PROGRAM", 2022),
        ("HEED", 2021),
    }


def test_a_month_and_its_year_behind_the_award_tell_its_year() -> None:
    text = "Lakeside University was given the HEED Award in October 2021. It has been named a recipient five times."
    assert won(text, None) == {(LAKESIDE, "HEED", 2021, "announced")}
    assert counted(text, None) == {("total", 5, 2021)}


def test_a_year_long_before_the_page_is_not_that_of_its_news() -> None:
    text = (
        "For the third consecutive year Lakeside University has won a HEED award. In 2016 HEED awards went to Lakeside "
        "University, to Hart College and to Orr College."
    )
    assert counted(text, date(2018, 10, 24)) == {("consecutive", 3, 2018)}
    assert won(text, date(2018, 10, 24)) == {
        (LAKESIDE, "HEED", 2018, "announced"),
        *((school, "HEED", 2016, "claimed") for school in (LAKESIDE, "Hart College", "Orr College")),
    }


def test_winners_among_those_of_a_list() -> None:
    text = LEAD + "The magazine will profile the 95 other recipients, among which are Hart College, "
    text += "Orr College and Ridge College."
    told = {school for school, _, _, basis in won(text) if basis == "claimed"}
    assert told == {"Hart College", "Orr College", "Ridge College"}


def test_what_is_among_them_is_no_winner() -> None:
    text = LEAD + "The program has forty students; among them are graduates of Ridge College."
    assert {school for school, *_ in won(text)} == {LAKESIDE}


def test_one_of_a_number_with_others() -> None:
    text = (
        LEAD
        + "Lakeside University is also one of four Valley universities to receive the award, with Hart University; "
        "Orr University, Ridge; and Vale University."
    )
    assert {school for school, *_ in won(text)} == {LAKESIDE, "Hart University", "Orr University", "Vale University"}


@pytest.mark.parametrize(
    ("said", "basis"),
    [
        ("Lakeside University received the 2022 HEED Award last month.", "claimed"),
        ("In 2021 and 2022, Lakeside University also was a HEED Award winner.", "claimed"),
        ("The title comes with the university's HEED Award for 2022.", "announced"),
    ],
)
def test_the_award_can_be_told_in_passing_where_a_tier_is_the_news(said: str, basis: str) -> None:
    text = (
        "Lakeside University Named Diversity Champion\n\nINSIGHT Into Diversity has named Lakeside University a 2022 "
    )
    text += f"Diversity Champion.\n\n{said}"
    told = {(award, how) for _, award, year, how in won(text) if year == 2022}
    assert told == {("DIVERSITY-CHAMPION", "announced"), ("HEED", basis)}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The honor is shared by only 43 institutions in the United States.", {(43, 2022)}),
        ("The university joins 61 others whose stories the magazine will tell.", {(62, 2022)}),
        ("Besides Lakeside University, only 82 institutions were selected for the award.", {(83, 2022)}),
    ],
)
def test_further_numbers_of_recipients(said: str, found: set[tuple[int, int | None]]) -> None:
    assert numbers(LEAD + said) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The university had never before received a HEED Award.", {("first_time", 1, 2022)}),
        ("The dean was glad that the university has now made it three years in a row.", {("consecutive", 3, 2022)}),
        ("In each year that the HEED Award has been given, it has been a winner.", {("every_year_since", 2012, 2022)}),
    ],
)
def test_further_counts(said: str, found: set[tuple[str, int, int | None]]) -> None:
    assert counted(LEAD + said) == found


def test_what_brings_a_school_its_award() -> None:
    text = "Lakeside University has earned the 2022 Inspiring Programs in STEM Award. Such efforts brought Lakeside "
    text += "University its sixth HEED Award in a row in October."
    assert {(award, year) for _, award, year, _ in won(text, date(2022, 1, 17))} == {
        ("STEM-PROGRAM", 2022),
        ("HEED", 2021),
    }
    assert counted(text, date(2022, 1, 17)) == {("consecutive", 6, 2021)}


def test_a_count_of_an_award_of_another_season_is_as_of_its_own_year() -> None:
    text = "Lakeside University has earned the Inspiring Programs in STEM Award. "
    text += "It has won the HEED Award each year since 2017."
    assert counted(text, date(2022, 1, 17)) == {("every_year_since", 2017, 2021)}


def test_campuses_by_their_places() -> None:
    text = LEAD + "Three Vale State University campuses were recognized, the others being East Hill and San Lucas."
    assert {one for one in won(text) if one[0]} == {
        (LAKESIDE, "HEED", 2022, "announced"),
        ("Vale State University, East Hill", "HEED", 2022, "announced"),
        ("Vale State University, San Lucas", "HEED", 2022, "announced"),
    }


def test_campuses_of_a_system_by_its_short_form() -> None:
    text = LEAD + "UC campuses at Davis, Irvine and Santa Cruz applied, too."
    assert [school.name for school in read(text).schools if school.start > len(LEAD)] == [
        f"University of California, {place}" for place in ("Davis", "Irvine", "Santa Cruz")
    ]


def test_people_before_the_name_of_their_school_are_no_part_of_it() -> None:
    text = LEAD + "Everyone at the Ridge University College of Nursing is glad."
    assert read(text).schools[-1].name == "Ridge University College of Nursing"


def test_a_group_behind_the_name_of_its_school_is_no_part_of_it() -> None:
    text = LEAD + "At the Ridge University School of Medicine, the Women in Science group meets."
    assert "Ridge University School of Medicine" in {school.name for school in read(text).schools}


@pytest.mark.parametrize(
    ("said", "n"), [("recognized them and 21 other recipients", 24), ("recognized it and 21 others", 22)]
)
def test_a_number_beside_several_schools_counts_each_of_them(said: str, n: int) -> None:
    text = (
        "The 2022 HEED Award went to Ridge College, Hart College and Orr College. INSIGHT Into Diversity magazine "
        f"{said}."
    )
    assert numbers(text) == {(n, 2022)}


def test_what_other_honours_there_are_not_says_nothing_of_a_school() -> None:
    text = (
        LEAD + "No national honors other than the HEED Award and the Health Professions HEED Award recognize colleges."
    )
    assert won(text) == {(LAKESIDE, "HEED", 2022, "announced")}


@pytest.mark.parametrize(
    ("colleges", "aside"),
    [
        ("the College of Nursing, the College of Optometry and the College of Public Health", False),
        ("Ridge College, Hart College and Orr College", True),
    ],
)
def test_units_that_a_headline_counts_are_all_announced(colleges: str, aside: bool) -> None:
    text = (
        "Three Health Colleges Receive National Honor\n\nINSIGHT Into Diversity has presented programs at Lakeside "
        f"University with the 2022 HEED Award.\n\n{colleges[0].upper()}{colleges[1:]} were honored for an outstanding "
        "commitment."
    )
    names = {name.removeprefix("the ") for part in colleges.split(", ") for name in part.split(" and ")}
    told = {(win.school.name.removeprefix("The "), win.aside) for win in read(text).wins if win.school}
    assert {one for one in told if one[0] in names} == {(name, aside) for name in names}


def test_the_other_two_of_a_number() -> None:
    text = (
        LEAD
        + "Only three institutions in the state received the award; the other two were Ridge College and Hart College."
    )
    assert {(school, basis) for school, _, _, basis in won(text)} >= {
        ("Ridge College", "claimed"),
        ("Hart College", "claimed"),
    }


def test_last_fall_is_that_before_the_page() -> None:
    text = "Lakeside University has won the 2022 Inspiring Programs in STEM Award. "
    text += "It also received the HEED Award last fall."
    assert {(award, year) for _, award, year, _ in won(text, date(2022, 8, 18))} == {
        ("STEM-PROGRAM", 2022),
        ("HEED", 2021),
    }


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Across the country, 108 others share the honor.", {(109, 2022)}),
        ("Both are featured, with 46 other recipients, in the magazine.", {(48, 2022)}),
    ],
)
def test_numbers_of_others(said: str, found: set[tuple[int, int | None]]) -> None:
    assert numbers(LEAD + said) == found


@pytest.mark.parametrize(
    "text",
    [
        "Lakeside University was among the winners of the first-ever HEED Award.",
        'Lakeside University has won the HEED Award. "To receive the HEED Award is an inspiration, all the more as '
        'this is the first year it was given," the dean said.',
    ],
)
def test_winners_of_the_first_award_ever_count_nothing(text: str) -> None:
    assert counted(text, date(2012, 12, 1)) == set()
