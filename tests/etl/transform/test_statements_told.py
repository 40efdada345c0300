"""How pages of press offices tell a win, and what they tell beside it that is none. All is invented."""

from datetime import date

import pytest

from tests.etl.transform.statements_seed import LAKESIDE, LEAD, OWN, counted, numbers, read, won


@pytest.mark.parametrize(
    "said",
    [
        "It is the only such honor given to U.S. schools of medicine, dentistry, pharmacy and nursing.",
        "The award is for U.S. and Canadian colleges and universities with an outstanding commitment.",
        "No other honor goes to all health schools of nursing, dentistry and pharmacy.",
        "Last year the staff was given the Health Equity Champion Award of the Harbor Nurses Association.",
        "Hart College is, with our School of Medicine, one of two neighbors that have ever received it.",
        "Never before has Hart University been named as a HEED Award recipient.",
        "Past Harbor honorees have included Hart University and Orr College.",
        "Last year the staff was given the Access Champion Award of the Harbor Nurses Association.",
    ],
)
def test_sentences_that_tell_of_no_further_win(said: str) -> None:
    assert won(LEAD + said) == {OWN}


@pytest.mark.parametrize(
    ("said", "further"),
    [
        ("Lakeside is one of two institutions of the state to be recognized; the other is Hart University.",
         {("Hart University", "HEED", 2022, "claimed")}),
        ("A HEED recipient also last year, and in 2019 and 2016, it is alone in the state.",
         {(None, "HEED", year, "claimed") for year in (2021, 2019, 2016)}),
        ("Hart University and Orr College are the other schools of the state to receive the award this year.",
         {("Hart University", "HEED", 2022, "claimed"), ("Orr College", "HEED", 2022, "claimed")}),
        ("Hart University and Orr College were also among the U.S. colleges and universities honored this year.",
         {("Hart University", "HEED", 2022, "announced"), ("Orr College", "HEED", 2022, "announced")}),
        ("Hart University had never received it before the 2018 HEED Award.",
         {("Hart University", "HEED", 2018, "claimed")}),
        ("The first was in 2014, when the award was new.", {(None, "HEED", 2014, "claimed")}),
        ("Last year Hart University was named a Diversity Champion.",
         {("Hart University", "DIVERSITY-CHAMPION", 2021, "claimed")}),
    ],
)  # fmt: skip
def test_further_wins_in_passing(said: str, further: set[tuple[str, str, int, str]]) -> None:
    assert won(LEAD + said) == {OWN, *further}


def test_the_university_beside_its_health_school() -> None:
    lead = "The Lakeside University College of Nursing has received the 2022 Health Professions HEED Award. "
    own = ("Lakeside University College of Nursing", "HP-HEED", 2022, "announced")
    said = "Lakeside University was named in September as a recipient of the award at the university level."
    assert won(lead + said) == {own, (LAKESIDE, "HEED", 2022, "claimed")}
    assert won(lead + said.replace(" at the university level", "")) == {own}


def test_schools_named_under_their_number() -> None:
    text = (
        "Three dental schools receive 2022 Health Professions HEED Awards:\n\nAt the Hart University School of "
        "Dentistry, recognized with its second consecutive award, the dean was glad.\n\nThe Orr University School of "
        "Dentistry has now won ten years running.\n\nLakeside University School of Dentistry is back for a third time."
    )
    assert {(school, year) for school, _, year, _ in won(text)} == {
        (f"{name} University School of Dentistry", 2022) for name in ("Hart", "Orr", "Lakeside")
    }  # fmt: skip


def test_names_below_the_following() -> None:
    text = (
        "Harbor News\n\nThe colleges are glad of the award.\n\nThe following colleges were honored with the 2022 HEED "
        "Award:\n\n- Hart University\n- Orr College (2nd year)\n- Lakeside University\n"
    )
    assert {school for school, *_ in won(text)} == {"Hart University", "Orr College", "Lakeside University"}
    assert not read(text).programmes


def test_names_below_a_list_to_be_seen() -> None:
    text = (
        LEAD
        + "Other recipients are honored, too. View the full list below:\n\n"
        + "Hart University\nOrr College (IL)\nBay University\n"
    )
    assert {"Hart University", "Bay University"} < {school for school, *_ in won(text)}


def test_other_colleges_in_brackets() -> None:
    lead = "The Lakeside University College of Nursing has received the 2022 Health Professions HEED Award. "
    said = (
        "The College of Nursing is one of three colleges of Lakeside University that were recognized. "
        "(Lakeside University College of Medicine, Lakeside University College of Pharmacy)"
    )
    assert {school for school, *_ in won(lead + said)} >= {
        f"Lakeside University College of {field}" for field in ("Nursing", "Medicine", "Pharmacy")
    }


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("October 2, 2022, Harbor, IL – Hart College is glad of the HEED Award.", {"Hart College"}),
        ("UI and the Hart University College of Law won the HEED Award.", {"Hart University College of Law"}),
        ("Orr University–Bay Harbor won the HEED Award.", {"Orr University-Bay Harbor"}),
        ("University of Nevada, Reno has won the HEED Award.", {"University of Nevada, Reno"}),
        ("The Hart University John A. Burns School of Medicine won the HEED Award.",
         {"The Hart University John A. Burns School of Medicine"}),
        ("The University of Hawai\u02bbi won the HEED Award.", {"The University of Hawai'i"}),
        ("For its BAY Summer Bridge, Hart College won the HEED Award.", {"Hart College"}),
    ],
)  # fmt: skip
def test_names_of_schools(said: str, names: set[str]) -> None:
    assert {one.name for one in read(said, knows=frozenset(("BAY",)).__contains__).schools} == names


def test_as_many_names_as_are_counted() -> None:
    said = "It gave its 2022 HEED Award to four universities of the State System: Hart, West Orr, Bay and Harbor. "
    assert {school for school, *_ in won(said)} == {"Hart", "West Orr", "Bay", "Harbor"}
    assert won(said.replace("four", "three")) == {(None, "HEED", 2022, "announced")}


def test_schools_beside_the_one_of_whose_tier_is_told() -> None:
    others = ("Hart University", "Orr College", "Bay University", "Harbor College", "Elm University")
    text = (
        "Lakeside University has been named a 2022 Diversity Champion by INSIGHT Into Diversity.\n\nLakeside "
        "University was among six institutions chosen for the 2022 class of “Diversity Champions,” together with "
        f"{', '.join(others[:-1])} and {others[-1]}."
    )
    champion = ("DIVERSITY-CHAMPION", 2022)
    assert won(text) == {(LAKESIDE, *champion, "announced"), *((one, *champion, "claimed") for one in others)}


def test_last_september_is_that_before_the_day_of_the_page() -> None:
    text = LEAD + "Last September, Hart University was one of 92 institutions to receive a HEED Award."
    assert won(text, date(2022, 4, 14)) == {OWN, ("Hart University", "HEED", 2021, "claimed")}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Orr & Hart Law School won the HEED Award.", {"Orr & Hart Law School"}),
        ("Orr and the Orr Bay University College of Law won the HEED Award.", {"Orr Bay University College of Law"}),
    ],
)  # fmt: skip
def test_names_with_a_joiner(said: str, names: set[str]) -> None:
    known = frozenset(("Orr & Hart", "Orr", "Hart Law School")).__contains__
    assert names <= {one.name for one in read(said, knows=known).schools}


def test_the_school_to_which_an_award_was_given() -> None:
    said = (
        "The associate dean at Hart University Health was in charge of the application for the 2022 HEED Award, which "
        "INSIGHT Into Diversity magazine gave to the Orr College of Law."
    )
    assert won(said) == {("Orr College of Law", "HEED", 2022, "announced")}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Harbor Tech Works and Hart University sign up teams.", "Hart University"),
        ("Orr and Hart University signs up teams.", "Orr and Hart University"),
    ],
)
def test_somebody_else_before_a_school_is_no_part_of_its_name(said: str, name: str) -> None:
    told = read(LEAD + said, knows=frozenset(("Hart University",)).__contains__)
    assert {one.name for one in told.schools} == {LAKESIDE, name}


def test_colleges_of_nations_are_no_schools() -> None:
    said = "The award is for U.S. and Canadian colleges and universities with an outstanding commitment."
    assert {one.name for one in read(LEAD + said).schools} == {LAKESIDE}


def test_a_part_of_the_country_before_schools_is_none() -> None:
    known = frozenset(("Northwest", "Hart", "Orr")).__contains__
    told = read(LEAD + "Two other schools in the Northwest, Hart and Orr University, also won the award.", knows=known)
    assert "Northwest" not in {one.name for one in told.schools}


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("The college receives the award for the first time; it is given out every year by the oldest publication.",
         ("first_time", 1, 2022)),
        ("We have never before been given the award.", ("first_time", 1, 2022)),
        ("Never before has Lakeside University been named as a HEED Award recipient.", ("first_time", 1, 2022)),
    ],
)  # fmt: skip
def test_first_times(said: str, count: tuple[str, int, int]) -> None:
    assert counted(LEAD + said) == {count}


def test_counts_without_a_year_date_each_other() -> None:
    said = (
        "For a seventh year in a row, Lakeside University has been recognized with the HEED Award of INSIGHT Into "
        "Diversity. It has been given the award every year since 2016."
    )
    assert counted(said, None) == {("consecutive", 7, 2022), ("every_year_since", 2016, 2022)}
    assert counted(said.replace("seventh", "twentieth"), None) == {
        ("consecutive", 20, None), ("every_year_since", 2016, None),
    }  # fmt: skip
    assert counted(said.partition(" It has")[0], None) == {("consecutive", 7, None)}


def test_behind_a_number_of_all_winners_schools_are_none_of_them() -> None:
    lead = "In all, 56 colleges won the 2022 HEED Award of INSIGHT Into Diversity, Lakeside University too.\n\n"
    said = "Lakeside University has been named a military-friendly school for four consecutive years."
    assert counted(lead + said) == set()
    assert won(lead + "Hart University sent its team back for a third match.") == won(lead)


@pytest.mark.parametrize(
    "said",
    [
        "The university has now been given two HEED Awards this year.",
        "Hart University was one of 48 institutions that won the first HEED Award.",
        "It is the only one with a HEED Award, which is the first for the health award category.",
        "The magazine has handed out this recognition for the past four years.",
    ],
)
def test_what_counts_no_wins(said: str) -> None:
    assert counted(LEAD + said) == set()


@pytest.mark.parametrize(
    ("named", "award"),
    [
        ("INSIGHT Into Diversity Magazine Inspiring Programs in STEM Award", "STEM-PROGRAM"),
        ("Lakeside Diversity Champion title", "DIVERSITY-CHAMPION"),
        ("HEED Champion Award", "DIVERSITY-CHAMPION"),
    ],
)
def test_a_word_before_an_award_by_name_takes_nothing_from_it(named: str, award: str) -> None:
    assert award in {one.award for one in read(f"{LEAD}It has received the 2022 {named} as well.").awards}


def test_the_issue_of_an_award_tells_its_year() -> None:
    said = (
        "INSIGHT Into Diversity has named Lakeside University a recipient of its HEED Award. Lakeside University will "
        "be featured in the November 2021 HEED Award issue."
    )
    assert won(said, None) == {(LAKESIDE, "HEED", 2021, "announced")}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("It was one of two in the state and 101 nationally to receive the award.", ("HEED", 101)),
        ("All 62 of this year's HEED Award recipients will be presented.", ("HEED", 62)),
        ("Among these, 13 institutions rank in the top tier of HEED Award recipients and are recognized as Diversity "
         "Champions.", ("DIVERSITY-CHAMPION", 13)),
    ],
)  # fmt: skip
def test_numbers_of_all_winners(said: str, told: tuple[str, int]) -> None:
    assert {(one.award, one.recipients) for one in read(LEAD + said).recipients if one.among is None} == {told}


def test_all_winners_of_an_issue_are_no_part() -> None:
    assert numbers(LEAD + "It will be featured with 70 other recipients in Insight Into Diversity's fall issue.") == {
        71
    }
