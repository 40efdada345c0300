"""Exports: safe in a spreadsheet, and read back whole."""

import csv
import io
from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from dashboard.export.csv_file import csv_bytes, text_csv_bytes
from dashboard.export.names import file_name
from dashboard.export.workbook import workbook_bytes
from etl.transform.clean_text import FORMULA_STARTS, safe_text


def read_back(content: bytes) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_whole_file_byte_for_byte() -> None:
    frame = pd.DataFrame({"school": ["Doña Ana, NM", 'The "Best"'], "year": [2023, 2024], "conflict": [True, False]})
    assert (
        csv_bytes(frame)
        == ('\ufeffschool,year,conflict\r\n"Doña Ana, NM",2023,yes\r\n"The ""Best""",2024,no\r\n').encode()
    )


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_text_that_a_spreadsheet_would_run_is_defused(start: str) -> None:
    frame = pd.DataFrame({"=head": [f'{start}cmd|" /C calc"!A0', f"a{start}", f" {start}"]})
    assert [row[0] for row in read_back(csv_bytes(frame))] == [
        "'=head",
        f'\'{start}cmd|" /C calc"!A0',
        f"a{start}",
        f" {start}",
    ]


def test_numbers_stay_numbers() -> None:
    frame = pd.DataFrame(
        {
            "whole": pd.array([-5, None, 3], dtype="Int64"),
            "share": pd.array([-0.5, None, 0.25], dtype="Float64"),
            "float": [-1.5, float("nan"), 2.0],
            "mixed": [-7, "-7", None],
        }
    )
    assert read_back(csv_bytes(frame))[1:] == [
        ["-5", "-0.5", "-1.5", "-7"],
        ["", "", "", "'-7"],
        ["3", "0.25", "2.0", ""],
    ]


def test_days_lists_and_missing_values() -> None:
    frame = pd.DataFrame(
        {
            "day": pd.to_datetime(pd.Series(["2024-01-02", None])),
            "moment": [datetime(2024, 1, 2, 3, 4), date(2024, 1, 2)],
            "list": [("=a", "b", True), ()],
            "text": pd.array(["x", None], dtype="str"),
        }
    )
    assert read_back(csv_bytes(frame))[1:] == [
        ["2024-01-02", "2024-01-02T03:04:00", "'=a | b | yes", "x"],
        ["", "2024-01-02", "", ""],
    ]


def test_a_frame_without_rows_has_its_heads() -> None:
    assert csv_bytes(pd.DataFrame({"a": [], "b": []})) == b"\xef\xbb\xbfa,b\r\n"


_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(st.lists(st.tuples(_text, st.integers(-(10**12), 10**12)), max_size=20))
def test_every_cell_can_be_read_back(rows: list[tuple[str, int]]) -> None:
    frame = pd.DataFrame(rows, columns=["text", "number"])
    _, *cells = read_back(csv_bytes(frame))
    assert [(text, int(number)) for text, number in cells] == [(safe_text(text), number) for text, number in rows]
    assert not any(text.startswith(FORMULA_STARTS) for text, _ in cells)


def test_rows_of_text_are_defused_alike() -> None:
    assert text_csv_bytes(("a", "-b"), [("=1", "x\ny")]) == "\ufeffa,'-b\r\n'=1,\"x\ny\"\r\n".encode()


def test_a_workbook_holds_text_and_nothing_else() -> None:
    content = workbook_bytes([("winners", ("school", "year"), [("=1+1", "02023"), ("http://a.example", "")])])
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("winners")
    assert sheet.to_python() == [["school", "year"], ["=1+1", "02023"], ["http://a.example", ""]]


def test_a_workbook_cuts_what_no_cell_can_hold() -> None:
    content = workbook_bytes([("x" * 40, ("h",), [("y" * 40_000,)])])
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
    assert sheet == "x" * 31
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()
    assert rows == [["h"], ["y" * 32_767]]


DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("what", "filters", "name"),
    [
        ("records", (), "records_2026-11-23_v12.csv"),
        ("records", ("HEED", "not won", "2020–2023"), "records_HEED_not-won_2020-2023_2026-11-23_v12.csv"),
        ("streaks", 'a/b\\c:d*e?f"g<h>i|j', "streaks_a-b-c-d-e-f-g-h-i-j_2026-11-23_v12.csv"),
        ("records", ("..", "", " . "), "records_2026-11-23_v12.csv"),
        ("con", "aux.txt", "con_aux-txt_2026-11-23_v12.csv"),
        ("records", "tab\tnew\nline\u202eRTL", "records_tab-new-line-RTL_2026-11-23_v12.csv"),
    ],
)
def test_file_names(what: str, filters: str | tuple[str, ...], name: str) -> None:
    assert file_name(what, filters, 12, DAY) == name


@given(st.text(min_size=1), st.lists(st.text(), max_size=5))
def test_file_names_are_safe_on_windows(what: str, filters: list[str]) -> None:
    name = file_name(what, filters, 3, DAY, "xlsx")
    assert len(name) <= 120
    assert name.endswith("_2026-11-23_v3.xlsx")
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable()
    assert name.count(".") == 1
