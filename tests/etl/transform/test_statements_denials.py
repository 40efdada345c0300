"""What a draft says was not won. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, denied, draft, years

LEAD = HEAD + "We received the HEED Award in 2016. "


@pytest.mark.parametrize(
    ("sentence", "years_denied"),
    [
        ("We did not receive the award in 2019.", {2019}),
        ("In 2019 the university was not recognized.", {2019}),
        ("The university had not been chosen in 2019 and 2020.", {2019, 2020}),
        ("It was not among the winners in 2019 or 2020.", {2019, 2020}),
        ("No HEED Award came to us in 2019.", {2019}),
        ("There was no award in 2019.", {2019}),
        ("The spring of 2019 went by, and 2020 passed without the award.", {2020}),
        ("In 2019, by contrast, the university did not receive it.", {2019}),
        ("Our team was shut out of the HEED Awards in 2019.", {2019}),
        ("The university had applied for the HEED Award without success in 2019 and 2020.", {2019, 2020}),
        ("We did not find the press release of 2019 about the award.", set()),
        ("Goal for 2022: a further HEED Award.", set()),
        ("It moved house in 2019; that same year it was not a HEED Award recipient.", {2019}),
        ("In 2019 we went away empty-handed from the HEED Award.", {2019}),
        ("Did we win in 2019? We hope to win in 2021.", set()),
        ("If we are not chosen in 2022, we will try again.", set()),
        ("Enrollment did not grow in 2019.", set()),
    ],
)
def test_years_that_a_draft_denies(sentence: str, years_denied: set[int]) -> None:
    assert denied(LEAD + sentence) == years_denied
    assert not years(LEAD + sentence) & years_denied


def test_a_clause_that_denies_spares_the_others() -> None:
    for text in (
        "We won the HEED Award in 2021; we did not win in 2022.",
        "We did not win the HEED Award in 2022, but we received it in 2021.",
        "The award was ours in 2021, and we did not win it in 2022.",
        "No HEED Award in 2022, honored in 2021.",
    ):
        assert (years(LEAD + text) - {2016}, denied(LEAD + text)) == ({2021}, {2022}), text


def test_plans_go_on_up_to_a_but() -> None:
    assert years(LEAD + "We hope to win the HEED Award again; a report on 2021 is out.") == {2016}
    assert years(LEAD + "We hope to win the HEED Award again, but had it in 2021.") == {2016, 2021}


def test_who_stands_beside_a_plan_has_won_nothing() -> None:
    text = (
        "Lakeside University won the 2021 HEED Award. Among them are a camp that it runs together with Hart College; "
    )
    assert {win.school.name for win in draft(text + "and a club for all who want to learn.").wins if win.school} == {
        "Lakeside University"
    }


def test_excepted_years() -> None:
    for text in ("Hart College: honored in 2021, but not in 2023.", "Hart College: recipient in 2021, not in 2023."):
        assert (years(LEAD + text) - {2016}, denied(LEAD + text)) == ({2021}, {2023}), text


def test_rows_of_a_table_deny() -> None:
    table = (
        HEAD
        + "| Year | HEED Award |\n|---|---|\n| 2018 | received |\n"
        + "| 2019 | no |\n| 2020 | not received |\n| 2021 | – |\n"
    )
    assert (years(table), denied(table)) == ({2018}, {2019, 2020})


def test_a_denial_has_its_school_and_award() -> None:
    text = LEAD + "Hart College did not receive the HEED Award in 2019."
    (one,) = draft(text).denials
    assert (one.school and one.school.name, one.award) == ("Hart College", "HEED")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We did not receive the award in 2019 or 2020.", ["did not receive the award in 2019", "2020"]),
        ("In 2019 the university was not recognized.", ["2019 the university was not recognized"]),
        ("Hart College: honored in 2021, but not in 2023.", ["not in 2023"]),
        ("\n\n| Year | HEED Award |\n|---|---|\n| 2019 | not received |\n", ["2019 | not received"]),
    ],
)
def test_the_words_of_a_denial_hold_what_denies(text: str, words: list[str]) -> None:
    assert [(LEAD + text)[one.start : one.end] for one in draft(LEAD + text).denials] == words


@pytest.mark.parametrize(
    ("sentence", "won", "lost"),
    [
        ("The school won in 2021 and did not receive the award in 2022.", {2021}, {2022}),
        ("Hart College did not win in 2022, Lakeside University won in 2021.", {2021}, {2022}),
        ("We did not win the HEED Award in 2022 - and in 2021 we won the HEED Award.", {2021}, {2022}),
        ("In 2021 Hart College was honored, while Lakeside University did not win in 2022.", {2021}, {2022}),
        ("Hart College won in 2021, and Orr College did not win in 2022.", {2021}, {2022}),
        ("The proposal of 2023 said that we did not win the award in 2022.", set(), {2022}),
        ("You asked how we have done with the HEED Award in 2021.", set(), set()),
        ("Then we did not receive it in 2022.", set(), {2022}),
    ],
)
def test_a_denial_ends_at_its_clause(sentence: str, won: set[int], lost: set[int]) -> None:
    assert (years(LEAD + sentence) - {2016}, denied(LEAD + sentence)) == (won, lost)


def test_the_year_at_the_head_of_an_entry_is_denied() -> None:
    text = "Lakeside University\n\nHEED Award\n\n- 2021: did not receive the HEED Award\n- 2022: HEED Award received\n"
    assert (years(text), denied(text)) == ({2022}, {2021})


def test_a_year_that_is_denied_is_not_that_of_the_draft() -> None:
    text = HEAD + "Lakeside has won seven HEED Awards. It was not among the HEED Award winners of 2013."
    assert {(one.n, one.as_of_year) for one in draft(text).counted} == {(7, None)}
