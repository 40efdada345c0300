"""Tables in drafts, cell by cell. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, counts, denied, draft, schools, years

TABLE = (
    "HEED awards in the state, January 2024\n\n"
    "| University | HEED Awards through 2023 | Current run in 2023 | First award | Remark |\n|---|---|---|---|---|\n"
    "| Lakeside University | 7 | four years in a row | 2013 | did not receive the award in 2016 |\n"
    "| Hart College | three | 2 | 2018 | received the award in 2018 and 2022 |\n"
)


def test_bare_numbers_count_what_the_head_of_their_column_says() -> None:
    assert counts(TABLE) == {
        ("total", 7, 2023),
        ("consecutive", 4, 2023),
        ("first_time", 1, 2013),
        ("total", 3, 2023),
        ("consecutive", 2, 2023),
        ("first_time", 1, 2018),
    }
    assert schools(TABLE)[2013] == "Lakeside University"
    assert schools(TABLE)[2018] == "Hart College"


def test_a_cell_is_read_as_a_line_of_its_own() -> None:
    assert years(TABLE) == {2018, 2022}
    assert [one.year for one in draft(TABLE).denials] == [2016]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("| Year | Result |", "| 2021 | HEED Award, third year in a row |", ("consecutive", 3, 2021)),
        ("| Item | Value |", "| HEED Award 2021 | our sixth consecutive year |", ("consecutive", 6, 2021)),
        ("| School | HEED in 2022 |", "| Hart College | for the fifth time |", ("total", 5, 2022)),
        ("| School | HEED |", "| Hart College | fourth time in 2020 |", ("total", 4, 2020)),
        ("| School | HEED |", "| Hart College | back-to-back winner in 2019 and 2020 |", ("consecutive", 2, 2020)),
    ],
)
def test_the_year_of_a_cell(head: str, row: str, expected: tuple[str, int, int]) -> None:
    assert counts(f"{HEAD}Overview, October 2018\n\n{head}\n|---|---|\n{row}\n") == {expected}


def test_rows_of_something_else_say_nothing_of_the_award() -> None:
    table = "| Item | Value |\n|---|---|\n| HEED Award 2021 | received |\n| Accreditation | second cycle in a row |\n"
    assert counts(HEAD + table) == set()
    named = (
        "| Award | Note |\n|---|---|\n| HEED Award | won in 2021 |\n| Fulbright | Hart College, third year in a row |\n"
    )
    assert counts(HEAD + named) == set()
    other = "| Award | Note |\n|---|---|\n| HEED Award | won in 2021 |\n| Fulbright | third year in a row |\n"
    assert counts(HEAD + other) == set()


def test_a_number_of_recipients_is_no_count_of_wins() -> None:
    table = "| Year | HEED Award | Number of recipients |\n|---|---|---|\n| 2021 | received | 12 |\n"
    assert counts(HEAD + table) == set()


def test_rows_do_not_tell_the_year_of_the_draft() -> None:
    table = "| Item | HEED Award |\n|---|---|\n| HEED Award, 2017 | received |\n\nWe have won the award four times."
    assert counts(HEAD + "Updated November 2021\n\n" + table) == {("total", 4, 2021)}
    assert counts(HEAD + table) == {("total", 4, None)}


def test_bare_units_are_of_the_university_whose_colleges_the_title_tells_of() -> None:
    text = (
        "Lakeside State health sciences colleges: HEED status, December 2023\n\n"
        "| College | 2023 status |\n|---|---|\n| College of Optometry | recipient, fourth year in a row |\n"
    )
    (one,) = draft(text, "Lakeside State").counted
    assert one.school
    assert (one.school.name, one.school.parent, one.as_of_year) == ("College of Optometry", "Lakeside State", 2023)


def test_a_table_under_the_name_of_the_award() -> None:
    table = "HEED Award\n\n| Year | Result | Remark |\n|---|---|---|\n| 2018 | not selected | |\n"
    table += "| 2023 | recipient | third time |\n"
    assert counts(HEAD + table) == {("total", 3, 2023)}
    assert [one.year for one in draft(HEAD + table).denials] == [2018]


def test_a_table_without_a_line_below_its_head() -> None:
    text = HEAD + "HEED record, Lakeside University\nYear | Result\n2014 | won\n2017 | not won\n2021 | won"
    assert (years(text), denied(text)) == ({2014, 2021}, {2017})
