"""Pages that look back: chronicles, lists of honours, reviews, somebody's years. All is invented."""

import pytest

from tests.etl.transform.statements_seed import LEAD, counted, read, won

HONOURS = (
    "Rankings and Recognition\n\nLakeside University is often listed.\n\nINSIGHT Into Diversity\n{award}\n\n"
    "Money Guide\nNo. 9 among colleges (2021)\n\n"
)


def basis(text: str) -> set[tuple[str, int, str]]:
    return {(win.award, win.year, win.basis) for win in read(text, None).wins}


def test_the_year_at_the_head_of_an_entry_is_that_of_its_awards() -> None:
    text = (
        "Ten years of work at Lakeside University\n\n2017 – The first summit draws a crowd.\n\n"
        "2018 – A good year. INSIGHT Into Diversity gives Lakeside a HEED Award. It is named a Diversity Champion.\n\n"
        "2019 – A council is chartered.\n\n2020 – The HEED Award comes to Lakeside again.\n\nContact us"
    )
    assert basis(text) == {
        ("HEED", 2018, "claimed"), ("DIVERSITY-CHAMPION", 2018, "claimed"), ("HEED", 2020, "claimed"),
    }  # fmt: skip
    assert basis(text.replace(" –", " ")) == basis(text)
    twice = text.replace("2019 –", "In 2019,").replace("2017 –", "In 2017,")
    assert ("HEED", 2018, "claimed") not in basis(twice)


@pytest.mark.parametrize(
    "award",
    ["HEED Award (Higher Education Excellence in Diversity): 2018, 2019, 2021", "HEED Award\n2018, 2019, 2021"],
)
def test_years_behind_or_below_the_name_of_an_award(award: str) -> None:
    assert basis(HONOURS.format(award=award)) == {("HEED", year, "claimed") for year in (2018, 2019, 2021)}


def test_what_stands_under_another_honour_of_a_list_is_of_that() -> None:
    text = HONOURS.format(award="Lakeside won the HEED Award in 2018 and 2021. It is the only one honored two times.")
    other = "Voter Friendly Campus\nLakeside was one of 258 colleges to hold it. It is our ninth year on the list."
    assert counted(text + other, None) == {("total", 2, 2021)}
    assert not read(text + other, None).recipients


@pytest.mark.parametrize("title", ["Looking back: A year of honors at Lakeside", "2022 at Lakeside: a look back"])
def test_a_review_of_a_year_has_no_news(title: str) -> None:
    assert won(f"{title}\n\nSeptember\n{LEAD}") == {("Lakeside University", "HEED", 2022, "claimed")}


def test_years_that_somebody_spent_at_a_school_are_past() -> None:
    text = (
        "Hart College names a vice president\n\nShe comes from Lakeside University. "
        "During her tenure, Lakeside University was given the HEED Award of INSIGHT Into Diversity in 2018, 2019 and "
        "2022."
    )
    assert won(text) == {("Lakeside University", "HEED", year, "claimed") for year in (2018, 2019, 2022)}
    own = (
        "Hart College names a vice president\n\nAt Lakeside University, she led the council. The university was given "
        "the HEED Award of INSIGHT Into Diversity in 2018 and 2022 while she led its applications."
    )
    assert won(own) == {("Lakeside University", "HEED", year, "claimed") for year in (2018, 2022)}


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Lakeside was on the list last year as well.", 2021),
        ("When we won last year, nobody was surprised about the award.", 2021),
        ("Lakeside was recognized with the award for the first time last fall.", 2021),
    ],
)
def test_wins_of_last_year(said: str, year: int) -> None:
    assert ("HEED", year) in {(win.award, win.year) for win in read(LEAD + said).wins if win.basis == "claimed"}


@pytest.mark.parametrize(
    "said",
    [
        "INSIGHT Into Diversity also gives out the Inspiring Programs in STEM Award, which Lakeside received in 2019.",
        "The award has gone to colleges since the first awards in 2012.",
        "Until this year the title was known as Diversity Champion.",
    ],
)
def test_what_the_giver_does_is_no_win(said: str) -> None:
    assert {(win.award, win.year) for win in read(LEAD + said).wins} <= {("HEED", 2022), ("STEM-PROGRAM", 2019)}


def test_a_magazine_of_another_name_before_is_no_past_win() -> None:
    said = "Lakeside University has been selected for a HEED Award by Insight Into Academia, formerly called INSIGHT."
    assert won(said) == {("Lakeside University", "HEED", 2022, "announced")}


def test_several_years_with_which_a_sentence_begins() -> None:
    said = "In 2016, 2017 and 2019 the university had already been honored with it."
    assert {win.year for win in read(LEAD + said).wins} == {2016, 2017, 2019, 2022}


def test_an_item_of_years_is_one_of_the_honours_of_a_list() -> None:
    text = (
        "Rankings and Recognitions\n\nINSIGHT Into Diversity\n- HEED Award: 2018, 2020 and 2022. The university has "
        "received the award seven times.\n- Inspiring Programs in STEM Award, 2019, for a camp\n\nLakeside University"
    )
    assert basis(text) == {("HEED", year, "claimed") for year in (2018, 2020, 2022)} | {
        ("STEM-PROGRAM", 2019, "claimed")
    }


def test_a_tier_under_its_former_name_is_no_second_one() -> None:
    said = "It is at the top. Until this year the designation was known as Diversity Champion; Lakeside has had it."
    assert ("DIVERSITY-CHAMPION", 2022) not in {(win.award, win.year) for win in read(LEAD + said).wins}


def test_the_year_of_the_university_behind_its_school_is_not_that_of_the_news() -> None:
    text = (
        "The Lakeside University College of Nursing has been named a winner of the Health Professions HEED Award of "
        "INSIGHT Into Diversity. Lakeside University itself was a Diversity Champion in 2021."
    )
    assert ("HP-HEED", 2022) in {(award, year) for _, award, year, _ in won(text)}
