"""Past wins and lists that look back, in the wordings of releases. All is invented."""

import pytest

from tests.etl.transform.statements_seed import LEAD, read, won


def claimed(said: str) -> list[tuple[str, int]]:
    return [(win.award, win.year) for win in read(LEAD + said).wins if win.basis == "claimed"]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        (
            "The award recognizes colleges and universities that are committed to diversity. "
            "Lakeside also received it in 2016, 2017 and 2018.",
            [2016, 2017, 2018],
        ),
        ("It won its first HEED Award in 2016, when the law school was honored, too.", [2016]),
        ("Spending has grown since 2019, when Lakeside received its first HEED Award.", [2019]),
        ("Last year, when Lakeside won its first HEED Award, 80 institutions were honored.", [2021]),
    ],
)
def test_years_of_past_wins(said: str, years: list[int]) -> None:
    assert claimed(said) == [("HEED", year) for year in years]


@pytest.mark.parametrize(
    "said",
    [
        "In 2018 he was given the engagement award of a group of colleges.",
        "In 2019, the Elm Health Association gave the camp its award for students.",
        "In 2019, Lakeside received the service award from a company.",
        "In 2021, the university was also awarded a prize for its course on health.",
        "In 2019, Lakeside was one of ten finalists for the Elm Prize for Teaching Excellence.",
    ],
)
def test_years_of_other_honors(said: str) -> None:
    assert claimed(said) == []


def test_what_was_won_earlier_in_the_year_is_no_news() -> None:
    said = "Earlier in 2022, a program of Lakeside won an Inspiring Programs in STEM Award."
    assert claimed(said) == [("STEM-PROGRAM", 2022)]


def test_a_list_of_honors_of_several_years_looks_back() -> None:
    text = (
        "Lakeside University Highlights\n\n"
        "• INSIGHT Into Diversity magazine: Higher Education Excellence in Diversity (HEED) Award, 2022\n"
        "• INSIGHT Into Diversity magazine: Inspiring Programs in STEM Award, 2019\n"
    )
    assert {(win.award, win.year, win.basis) for win in read(text).wins} == {
        ("HEED", 2022, "claimed"),
        ("STEM-PROGRAM", 2019, "claimed"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Lakeside University 2022 Annual Report\n\nLakeside University received the 2022 HEED Award.",
        "About Us > Awards and Recognition\n\nLakeside University received the HEED Award in 2022.\n"
        "It received the Inspiring Programs in STEM Award in 2019.",
    ],
)
def test_a_document_that_says_that_it_looks_back_has_no_news(text: str) -> None:
    found = {(win.award, win.year, win.basis) for win in read(text, None).wins}
    assert ("HEED", 2022, "claimed") in found
    assert {basis for _, _, basis in found} == {"claimed"}


def test_news_under_the_heading_of_honors_is_news_where_it_has_a_day() -> None:
    text = (
        "Campus News > Awards and Recognition\n\nLakeside University has received the 2022 HEED Award. "
        "It also won the award in 2019."
    )
    assert {(win.year, win.basis) for win in read(text).wins} == {(2022, "announced"), (2019, "claimed")}


def test_the_year_in_which_all_winners_were_chosen() -> None:
    text = (
        "Lakeside University has received the HEED Award. More than 90 schools across the country were chosen in 2021."
    )
    assert {(win.award, win.year, win.basis) for win in read(text, None).wins} == {("HEED", 2021, "announced")}


@pytest.mark.parametrize(
    ("said", "award"),
    [
        ("Its camp has won an Inspiring Programs in STEM Award. The camp won the same award in 2019.", "STEM-PROGRAM"),
        ("The college won the same award in 2019.", "HP-HEED"),
    ],
)
def test_the_same_award_is_the_one_named_just_before(said: str, award: str) -> None:
    text = "The Lakeside University College of Pharmacy has won the 2022 Health Professions HEED Award. "
    assert [(win.award, win.year) for win in read(text + said).wins if win.basis == "claimed"] == [(award, 2019)]


def test_what_was_won_last_year_is_not_won_anew() -> None:
    said = "Its College of Nursing received the magazine's Health Professions HEED Award last year."
    assert claimed(said) == [("HP-HEED", 2021)]
    assert [(win.award, win.year) for win in read(LEAD + said).wins if win.basis == "announced"] == [("HEED", 2022)]


def test_the_award_for_the_health_professions() -> None:
    text = "Lakeside University has been given the 2022 HEED Award for the health professions."
    assert [win.award for win in read(text).wins] == ["HP-HEED"]


@pytest.mark.parametrize(
    "said",
    [
        "It is the only winner in Lakeland apart from Ridge University.",
        "Ridge University, Elm University and Lakeside University will be featured with other recipients in November.",
        "One other institution in Lakeland, Ridge University, received the award this year.",
        "Ridge University was honored at the same time.",
    ],
)
def test_further_winners(said: str) -> None:
    assert "Ridge University" in {win.school.name for win in read(LEAD + said).wins if win.school}


def test_sister_schools_by_their_fields_in_small_letters() -> None:
    text = (
        "The Lakeside University College of Optometry has received the 2022 Health Professions HEED Award. "
        "Three more colleges at the university are on this year's list: medicine, public health and nursing. "
        "\n\nIn other news, Ridge University has a new park."
    )
    units = {(school.name, (school.parent or "").removeprefix("The ")) for school in read(text).schools if school.unit}
    assert units == {
        (f"College of {field}", "Lakeside University") for field in ("Medicine", "Public Health", "Nursing")
    }


@pytest.mark.parametrize("head", ["Lakeside Today | October 2019", "News » College of Law » Nov. 2019"])
def test_a_month_between_bars_is_the_day_of_the_page(head: str) -> None:
    text = f"Lakeside honored\n\n{head}\n\nLakeside University has received the HEED Award."
    assert {win.year for win in read(text, None).wins} == {2019}


def test_an_award_of_another_giver_with_a_name_like_it() -> None:
    text = "Lakeside University's center has won an Excellence in Diversity Award from the Lakeland Campus Alliance."
    assert read(text).awards == ()
    assert read(LEAD + "It is an Excellence in Diversity Award.").awards


def test_those_whom_the_award_honors() -> None:
    said = "The award was announced today. It honors Lakeside University and also Ridge University."
    assert {(win.school.name, win.year) for win in read(LEAD + said).wins if win.school} == {
        ("Lakeside University", 2022), ("Ridge University", 2022),
    }  # fmt: skip


def test_an_office_with_its_short_form_is_no_part_of_a_name() -> None:
    text = "The Office of Inclusion (OIN) at the Lakeside University College of Nursing has won the 2022 HEED Award."
    assert {school.name for school in read(text).schools} == {"Lakeside University College of Nursing"}


def test_another_school_is_on_the_list_too() -> None:
    said = "Another Lakeland school, Ridge University in Elm City, is also on the list of recipients."
    told = [win for win in read(LEAD + said).wins if win.school and win.school.name == "Ridge University"]
    assert [(win.year, win.aside) for win in told] == [(2022, True)]


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        (
            "The Lakeside University Mary Stone College of Pharmacy has won the 2022 Health Professions HEED Award. "
            'The College of Nursing won, too. "We thank the Lakeside University System," the dean said.',
            "The Lakeside University",
        ),
        (
            "The Lakeside University College of Pharmacy has won the 2022 Health Professions HEED Award. It works with "
            "Ridge University. Four of Lakeside's health colleges, the College of Nursing among them, are winners.",
            "Lakeside",
        ),
        (
            "Lakeside University (LU) College of Pharmacy has won the 2022 Health Professions HEED Award. "
            "The College of Nursing won, too.",
            "Lakeside University",
        ),
        (
            LEAD + "Other recipients are Ridge University. " + "The campus has much to be proud of this year. " * 10
            + "The School of Medicine won an award of its own.",
            "Lakeside University",
        ),
    ],
)  # fmt: skip
def test_a_bare_unit_is_one_of_the_university_of_the_text(text: str, parent: str) -> None:
    units = [school for school in read(text).schools if school.unit]
    assert [school.parent for school in units] == [parent]


def test_years_with_what_was_honoured_in_each_are_all_won() -> None:
    text = (
        "Lakeside University has received the 2021 Inspiring Programs in STEM Award of INSIGHT Into Diversity. "
        "Lakeside University has now been honored four times: in 2018 for the Ann Dee Research Fellowship, in 2019 for "
        "the New Harbor Pipeline, and in 2020 for Lab Days."
    )
    assert {year for _, _, year, basis in won(text) if basis == "claimed"} == {2018, 2019, 2020}


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2019 the Nassau Birthday Committee honored him for all that he did.",
        "It was named a Top Employer for 2019.",
        "There are 61 recipients, Lakeside University among them; in 2019 there were 114.",
    ],
)
def test_persons_other_lists_and_other_years_winners_are_no_past_wins(sentence: str) -> None:
    assert {year for _, _, year, _ in won(LEAD + sentence)} == {2022}
