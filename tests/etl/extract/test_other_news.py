"""Lists of other news in a text without markup: blanked where each entry has its day, kept where it is prose."""

import pytest

from etl.extract.other_news import without_other_news

PROSE = (
    "Lakeside University has received the 2022 Higher Education Excellence in Diversity (HEED) Award from INSIGHT Into "
    "Diversity magazine. The award honors colleges and universities that demonstrate an outstanding commitment to "
    "diversity and inclusion, and Lakeside is one of 103 recipients. The university will be featured in the magazine."
)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Related News\nHart wins 2019 HEED Award\nOct. 4, 2019\nNew hall\nto open in fall\nJan 5, 2015\n", ""),
        ("Also in the news\n\nHart wins HEED (Oct. 4, 2019)\nNew hall (Jan 5, 2015)\n", ""),
        ("Recent News:\nJanuary 5, 2015\nHart wins HEED\nJanuary 4, 2015\nNew hall opens\n", ""),
        ("Related Stories\n\nHart honored with HEED\n\nOctober 4, 2019 – The school is one of many.\n\nNew hall\n\n"
         "January 5, 2015 – It opens.\n\nLakeside\n650 West Street\n", "Lakeside\n650 West Street"),
        ("Related News\nHart wins 2019 HEED Award\nNew hall to open\n", None),
        ("Related News\nHart wins 2019 HEED Award\nOct. 4, 2019\n", None),
        ("Our record\nHart wins HEED\nOct. 4, 2019\nHart wins HEED\nOct. 4, 2018\n", None),
        ("Related to this, Hart won in 2019.\nOct. 4, 2019\nOct. 4, 2018\n", None),
    ],
)  # fmt: skip
def test_a_list_with_its_days_is_blanked_and_nothing_else(told: str, kept: str | None) -> None:
    text = f"{PROSE}\n\n{told}\n{PROSE}"
    read = without_other_news(text)
    assert len(read) == len(text)
    assert read.startswith(PROSE)
    assert read.endswith(PROSE)
    between = read[len(PROSE) : -len(PROSE)]
    assert between.split() == (told if kept is None else kept).split()


def test_a_text_that_is_such_a_list_is_read_as_one() -> None:
    text = "Latest News\nHart wins 2019 HEED Award\nOct. 4, 2019\nHart wins 2021 HEED Award\nOct. 5, 2021\n"
    assert without_other_news(text) == text
