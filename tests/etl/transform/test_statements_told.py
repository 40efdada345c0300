"""How pages of press offices tell a win, and what they tell beside it that is none. All is invented."""

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
        "Never before has Lakeside State been named as a HEED Award recipient.",
    ],
)
def test_sentences_that_tell_of_no_further_win(said: str) -> None:
    assert won(LEAD + said) == {OWN}


@pytest.mark.parametrize(
    ("said", "further"),
    [
        ("Lakeside is one of two institutions of the state to be recognized; the other is Hart University.",
         {("Hart University", "HEED", 2022, "claimed")}),
        ("A HEED recipient also last year, and in 2019 and 2016, Lakeside University is alone in the state.",
         {(LAKESIDE, "HEED", year, "claimed") for year in (2021, 2019, 2016)}),
    ],
)  # fmt: skip
def test_further_wins_in_passing(said: str, further: set[tuple[str, str, int, str]]) -> None:
    assert won(LEAD + said) == {OWN, *further}


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


def test_the_issue_of_an_award_tells_its_year() -> None:
    said = (
        "INSIGHT Into Diversity has named Lakeside University a recipient of its HEED Award. Lakeside University will "
        "be featured in the November 2021 HEED Award issue."
    )
    assert won(said, None) == {(LAKESIDE, "HEED", 2021, "announced")}


def test_all_winners_of_an_issue_are_no_part() -> None:
    assert numbers(LEAD + "It will be featured with 70 other recipients in Insight Into Diversity's fall issue.") == {
        71
    }
