"""Titles below the head of a release, and the frames of printed pages."""

import pytest

from etl.extract.announcement_pdf import without_frames
from etl.extract.announcement_values import title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("FOR IMMEDIATE RELEASE\n\nLakeside wins national award\n\nThe school has …", "Lakeside wins national award"),
        ("LAKESIDE UNIVERSITY\nNEWS RELEASE | Contact: A. B.\n(316) 555-0141\nnews@x.example\nFOR IMMEDIATE RELEASE\n"
         "School of Nursing Receives 2017 HEED Award", "School of Nursing Receives 2017 HEED Award"),
        ("Posted 14 January 2031\n\nLakeside wins", "Lakeside wins"),
        ("October 4, 2022\nLakeside wins again", "Lakeside wins again"),
        ("LAKESIDE UNIVERSITY RECEIVES AWARD\n\nIt has …", "LAKESIDE UNIVERSITY RECEIVES AWARD"),
        ("FOR IMMEDIATE RELEASE", "FOR IMMEDIATE RELEASE"),
        ("", "file.txt"),
    ],
)  # fmt: skip
def test_the_title_is_no_part_of_the_head(text: str, title: str) -> None:
    assert title_of(text, None, "file.txt") == title


def test_the_frame_that_a_browser_prints_is_no_text_and_tells_the_address() -> None:
    foot = "https://x.example/news/2022/heed/ {}/2"
    pages = [
        f"Lakeside wins\nIt has won the award.\n12/1/26, 2:42 AM Lakeside wins - Lakeside\n{foot.format(1)}",
        f"The end of it.\nMore.\nAnd more.\n12/1/26, 2:42 AM Lakeside wins - Lakeside\n{foot.format(2)}",
    ]
    assert without_frames(pages) == (
        ["Lakeside wins\nIt has won the award.", "The end of it.\nMore.\nAnd more."],
        "https://x.example/news/2022/heed/",
    )


def test_lines_that_all_pages_have_at_their_ends_are_read_once() -> None:
    said = [f"What page {n} says {'abc'[n]}.\nOnly here {'abc'[n]}." for n in range(3)]
    pages = [f"Lakeside | News Release\n{one}\nPage {n} of 3" for n, one in enumerate(said)]
    assert without_frames(pages)[0] == [pages[0], *said[1:]]
    headed = ["2023 HEED Award recipients\nHart\nOrr\nElm", "2023 HEED Award recipients\nLakeside\nAsh\nOak"]
    assert without_frames(headed)[0] == [headed[0], "Lakeside\nAsh\nOak"]
    lists = ["2019 HEED Award recipients\nHart\nOrr", "2020 HEED Award recipients\nHart\nLakeside"]
    assert "2019 HEED Award recipients" in without_frames(lists)[0][0]
    assert without_frames(["One page\nalone\nof three lines"]) == (["One page\nalone\nof three lines"], None)
