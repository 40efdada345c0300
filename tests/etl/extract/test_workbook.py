"""Workbooks: titles, sheets, merged cells, formulas, dates, and what is told about each."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.extract.sheet_rows import cell_text
from etl.extract.sheet_scan import letters, position
from etl.extract.table import FileRefused, Place, Table
from etl.extract.tabular import read_tables
from etl.kinds import APPLICATIONS, WINNERS

Write = Callable[..., Path]
HEADINGS = ["School", "Award", "Year"]
NO_VALUE = (
    "formula without a stored value ({}); open the workbook in Excel or LibreOffice, let it calculate, and save it, or "
    "paste the value itself"
)


def one(path: Path, **options: object) -> tuple[Table, list[tuple[int, tuple[str, ...]]]]:
    (table,) = read_tables(path, **options)  # type: ignore[arg-type]
    return table, [(row.place.line, row.cells) for row in table.rows]


def test_a_row_has_its_sheet_and_its_number(save: Write) -> None:
    table, _ = one(save([HEADINGS, ["Elm", "HEED", 2023]]))
    assert (table.kind, table.file, table.sheet, table.header_line) == (WINNERS, "winners.xlsx", "Winners", 1)
    (table,) = read_tables(save([HEADINGS, ["Elm", "HEED", 2023]]))
    assert [row.place for row in table.rows] == [Place("winners.xlsx", "Winners", 2)]


def test_a_table_may_stand_anywhere_under_its_titles(save: Write) -> None:
    rows = [
        ["HEED winners"],
        [],
        [None, None, "as of", "June"],
        [None, None, *HEADINGS],
        [None, None, "Elm", "HEED", 2023.0],
    ]
    table, found = one(save(rows))
    assert (table.header_line, table.headers) == (4, ("", "", "School", "Award", "Year"))
    assert table.columns == (None, None, "school_as_printed", "award", "year")
    assert found == [(5, ("", "", "Elm", "HEED", "2023"))]
    assert table.notices == ["above the heading, not read: HEED winners; as of | June"]


def test_columns_before_the_table_without_headings_are_not_told_as_unknown(save: Write) -> None:
    table, _ = one(save([[None, *HEADINGS], [None, "Elm", "HEED", 2023]]))
    assert table.unknown == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  as it is ", "  as it is "), (2023.0, "2023"), (2023, "2023"), (0.1, "0.1"), (1e15, "1000000000000000"),
        (-2.5, "-2.5"), (True, "true"), (False, "false"), (dt.date(2023, 6, 5), "2023-06-05"),
        (dt.datetime(2023, 6, 5), "2023-06-05"), (dt.datetime(2023, 6, 5, 14, 30), "2023-06-05 14:30:00"),
        (dt.time(14, 30), "14:30:00"), (dt.timedelta(hours=30), "1 day, 6:00:00"),
    ],
)  # fmt: skip
def test_values_are_written_as_one_would_write_them(value: str | float | bool | dt.date, text: str) -> None:
    assert cell_text(value) == text


def test_values_of_a_true_workbook(save: Write) -> None:
    day, moment = dt.date(2023, 6, 5), dt.datetime(2023, 6, 5, 9)
    _, found = one(save([[*HEADINGS, "Note", "Suspect", "URL"], ["Elm", "HEED", 2023.0, day, True, moment]]))
    assert found == [(2, ("Elm", "HEED", "2023", "2023-06-05", "true", "2023-06-05 09:00:00"))]


def test_merged_cells_count_in_each_row_that_they_cover(save: Write) -> None:
    rows = [HEADINGS, ["Elm", "HEED", 2021], [None, None, 2022], [None, "LEAD", 2023], ["Oak", "HEED", 2023]]
    table, found = one(save(rows, merged=["A2:A4", "B2:B3"]))
    assert found == [
        (2, ("Elm", "HEED", "2021")), (3, ("Elm", "HEED", "2022")), (4, ("Elm", "LEAD", "2023")),
        (5, ("Oak", "HEED", "2023")),
    ]  # fmt: skip
    assert table.notices == ["merged cells, counted in each of their rows: lines 3, 4"]


def test_cells_that_are_only_empty_are_not_filled(save: Write) -> None:
    table, found = one(save([HEADINGS, ["Elm", "HEED", 2021], [None, None, 2022]]))
    assert found == [(2, ("Elm", "HEED", "2021")), (3, ("", "", "2022"))]
    assert table.notices == []


def test_merged_cells_end_where_the_sheet_says_and_headings_are_not_filled_down(save: Write) -> None:
    rows = [HEADINGS, [None, "HEED", 2020], ["Elm", "HEED", 2021], [None, None, 2022], [None, None, 2023]]
    _, found = one(save(rows, merged=["A1:A2", "A3:A4"]))
    assert found == [
        (2, ("", "HEED", "2020")), (3, ("Elm", "HEED", "2021")), (4, ("Elm", "", "2022")), (5, ("", "", "2023")),
    ]  # fmt: skip


def test_a_row_that_is_merged_all_over_is_one_row(save: Write) -> None:
    _, found = one(
        save([HEADINGS, ["Elm", "HEED", 2021], [], ["Oak", "HEED", 2021]], merged=["A2:A3", "B2:B3", "C2:C3"])
    )
    assert found == [(2, ("Elm", "HEED", "2021")), (4, ("Oak", "HEED", "2021"))]


def test_cells_merged_across_belong_to_the_first_and_titles_are_not_filled_down(save: Write) -> None:
    rows = [["HEED winners"], [], HEADINGS, ["Elm", None, 2021], [None, None, 2022]]
    _, found = one(save(rows, merged=["A1:C2", "A4:B5"]))
    assert found == [(4, ("Elm", "", "2021")), (5, ("Elm", "", "2022"))]


def test_a_formula_without_a_value_costs_its_row(save: Write) -> None:
    rows = [[*HEADINGS, "Mascot"], ["Elm", "HEED", "=2000+23"], ["Oak", "HEED", 2023, "=1+1"], ["=A3", None, None]]
    table, found = one(save(rows))
    assert found == [(3, ("Oak", "HEED", "2023", ""))]
    assert [(fault.place.line, fault.cells, fault.reasons) for fault in table.faults] == [
        (2, ("Elm", "HEED", "=2000+23", ""), ("cell C2: " + NO_VALUE.format("=2000+23"),)),
        (4, ("=A3", "", "", ""), ("cell A4: " + NO_VALUE.format("=A3"),)),
    ]


def test_a_formula_with_a_stored_value_is_that_value(tmp_path: Path) -> None:
    path = tmp_path / "calculated.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_formula("A2", '="Elm"&" College"', value="Elm College")
        sheet.write("B2", "HEED")
        sheet.write_formula("C2", "=2000+23", value=2023)
    table, found = one(path)
    assert found == [(2, ("Elm College", "HEED", "2023"))]
    assert table.faults == []


def test_a_formula_whose_stored_value_is_an_empty_text_is_empty(save: Write, tmp_path: Path) -> None:
    source = save([[*HEADINGS, "Note"], ["Elm", "HEED", 2023, '=""']])
    path = tmp_path / "calculated.xlsx"
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(path, "w") as target:
        for name in book.namelist():
            content = book.read(name)
            target.writestr(name, content.replace(b'<c r="D2"', b'<c r="D2" t="str"'))
    table, found = one(path)
    assert (found, table.faults) == ([(2, ("Elm", "HEED", "2023", ""))], [])


def test_an_error_costs_its_row(tmp_path: Path) -> None:
    path = tmp_path / "errors.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Winners")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ["Elm", "HEED"])
        sheet.write_formula("C2", "=1/0", value="#DIV/0!")
        sheet.write_row(2, 0, ["Oak", "HEED", 2023])
    table, found = one(path)
    assert found == [(3, ("Oak", "HEED", "2023"))]
    assert [fault.reasons for fault in table.faults] == [
        ("cell C2: spreadsheet error (#DIV/0!); mend the formula, or put the value itself",)
    ]


def test_text_beside_the_table_is_told(save: Write) -> None:
    table, found = one(save([HEADINGS, ["Elm", "HEED", 2023, None, "see note"], ["Oak", "HEED", 2023, None, "too"]]))
    assert [cells for _, cells in found] == [("Elm", "HEED", "2023"), ("Oak", "HEED", "2023")]
    assert table.notices == ["column E has no heading; text in 2 of its cells was not used"]


def test_invisible_characters_are_told_by_row(save: Write) -> None:
    table, found = one(save([HEADINGS, ["Elm\u200f", "HEED", 2023], ["Oak\u00ad", "HEED", 2023]]))
    assert [cells[0] for _, cells in found] == ["Elm\u200f", "Oak\u00ad"]
    assert table.notices == ["control or invisible characters, left out when cleaned: lines 2, 3"]


def book_of(path: Path, sheets: dict[str, list[list[object]]], hidden: str = "") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


def test_every_sheet_is_a_table_or_told(tmp_path: Path) -> None:
    log = [["Award", "Year", "Status", "Owner"], ["HEED", 2024, "submitted", "DEI office"]]
    path = book_of(
        tmp_path / "book.xlsx",
        {"Remarks": [["Call the dean"]], "2023 & on": [HEADINGS, ["Elm", "HEED", 2023]], "Log": log, "Sheet4": []},
        hidden="Log",
    )
    tables = read_tables(path)
    assert [(table.sheet, table.kind) for table in tables] == [
        ("Remarks", None), ("2023 & on", WINNERS), ("Log", APPLICATIONS), ("Sheet4", None)]  # fmt: skip
    assert [table.notices for table in tables] == [
        ["nothing was recognised in the sheet; it was not read"], [], ["the sheet is hidden; it was read all the same"],
        ["the sheet is empty"]]  # fmt: skip
    assert [[row.cells for row in table.rows] for table in tables] == [
        [], [("Elm", "HEED", "2023")], [("HEED", "2024", "submitted", "DEI office")], []]  # fmt: skip
    assert (tables[0].header_line, tables[0].columns, tables[0].headers) == (0, (), ())


def test_a_named_kind_leaves_sheets_out_that_only_share_a_heading(tmp_path: Path) -> None:
    sheets: dict[str, list[list[object]]] = {
        "How to": [["Year", "put the award year"]],
        "List": [HEADINGS, ["Elm", "HEED", 2023]],
    }
    tables = read_tables(book_of(tmp_path / "book.xlsx", sheets), kind="winners")
    assert [table.kind for table in tables] == [None, WINNERS]


def test_a_chart_sheet_is_told(tmp_path: Path) -> None:
    path = tmp_path / "chart.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("List")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ["Elm", "HEED", 2023])
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=List!$C$2:$C$2"})
        book.add_chartsheet("Chart").set_chart(chart)
    tables = read_tables(path)
    assert [(table.kind, table.notices) for table in tables] == [
        (WINNERS, []), (None, ["the sheet is no table (a chart or a macro)"])]  # fmt: skip


def test_a_workbook_in_which_nothing_is_recognised_is_refused_by_its_best_sheet(tmp_path: Path) -> None:
    path = book_of(
        tmp_path / "book.xlsx", {"Remarks": [["Call the dean"]], "List": [["School", "Town"], ["Elm", "Elmton"]]}
    )
    with pytest.raises(FileRefused) as caught:
        read_tables(path)
    assert str(caught.value) == (
        "book.xlsx, sheet 'List': no kind of file is recognised by the columns in the first 30 rows: 'School | Town'. "
        "Nearest is winners (winner list), which lacks year: add the column, or give one value for the whole file with "
        "--set year=…, or name the kind with --kind"
    )


def test_a_workbook_without_any_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as caught:
        read_tables(book_of(tmp_path / "book.xlsx", {"Sheet1": [], "Sheet2": [[" "]]}))
    expected = "book.xlsx: the workbook has no cell with text in it. Load the workbook that holds the list"
    assert str(caught.value) == expected


def test_a_heading_without_rows_is_an_empty_table_with_a_notice(save: Write) -> None:
    table, found = one(save([HEADINGS]))
    assert (found, table.notices) == ([], ["there are no rows under the heading"])


def test_too_many_columns_in_a_sheet_are_refused(save: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read_tables(save([[f"column {number}" for number in range(600)]]))
    assert str(caught.value) == (
        "winners.xlsx, sheet 'Winners': 600 columns found, more than the 500 that are read. "
        "Is it the right file, with rows down and columns across?"
    )


def test_parts_may_be_named_from_the_root_of_the_archive(save: Write, tmp_path: Path) -> None:
    source = save([HEADINGS, ["Elm", "HEED", "=1+1"]])
    path = tmp_path / "root.xlsx"
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(path, "w") as target:
        for name in book.namelist():
            content = book.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                content = re.sub(rb'Target="(?:/xl/)?worksheets', b'Target="/xl/worksheets', content)
            target.writestr(name, content)
    table, found = one(path)
    assert (found, [fault.place.line for fault in table.faults]) == ([], [2])


def test_shared_strings_and_inline_strings_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "shared.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Winners")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_rich_string("A2", "Elm ", book.add_format({"bold": True}), "College")
        sheet.write_row(1, 1, ["HEED", 2023])
    assert one(path)[1] == [(2, ("Elm College", "HEED", "2023"))]


@given(st.integers(1, 16_384))
def test_letters_and_numbers_of_columns_agree(column: int) -> None:
    assert position(f"{letters(column)}7") == (7, column)


texts = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, blacklist_categories=["Cc", "Cf"]), min_size=1, max_size=8
)
values = st.one_of(
    texts.filter(lambda text: text[0] not in "='"), st.integers(-(10**9), 10**9), st.dates(dt.date(1950, 1, 1))
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.lists(st.none() | values, min_size=3, max_size=3), max_size=8))
def test_rows_are_read_as_they_were_written(save: Write, rows: list[list[object]]) -> None:
    _, found = one(save([HEADINGS, *rows]))
    written = [(number, tuple("" if cell is None else str(cell) for cell in row)) for number, row in enumerate(rows, 2)]
    assert found == [(number, cells) for number, cells in written if any(cells)]
