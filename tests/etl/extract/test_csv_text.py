"""Delimited text: delimiters, places of rows, cells that are too many or too few."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.extract.table import FileRefused, Place, TextRow
from etl.extract.tabular import read_tables

Write = Callable[..., Path]
HEADINGS = ["School", "Award", "Year", "Note"]
ANY_FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def cells_of(path: Path) -> list[tuple[str, ...]]:
    (table,) = read_tables(path)
    return [row.cells for row in table.rows]


def test_a_row_has_its_place_and_its_cells_uncleaned(write: Write) -> None:
    path = write("School,Award,Year\n Elm  College ,HEED,2023.0\n")
    (table,) = read_tables(path)
    assert list(table.rows) == [TextRow(Place("winners.csv", "", 2), ("Elm  College ", "HEED", "2023.0"))]
    assert (table.file, table.sheet, table.header_line) == ("winners.csv", "", 1)
    assert (table.faults, table.notices) == ([], [])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["winners.csv", "winners.tsv", "winners.txt"])
def test_the_delimiter_is_told_by_the_headings(write: Write, delimiter: str, name: str) -> None:
    rows = [["School", "Award", "Year"], ["Elm, Oak; and | Co.", "HEED", "2023"], ["Oak\tCollege", "HEED", "2024"]]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    assert cells_of(write(text.getvalue(), name)) == [tuple(rows[1]), tuple(rows[2])]


def test_the_note_of_a_spreadsheet_about_its_delimiter_is_above_the_heading(write: Write) -> None:
    (table,) = read_tables(write("sep=;\nSchool;Award;Year\nElm, College;HEED;2023\n"))
    assert [row.cells for row in table.rows] == [("Elm, College", "HEED", "2023")]
    assert table.notices == ["above the heading, not read: sep="]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(write: Write, ending: str) -> None:
    (table,) = read_tables(write(ending.join(["School,Award,Year", "Elm,HEED,2023", "Oak,HEED,2024", ""])))
    assert [(row.place.line, row.cells[0]) for row in table.rows] == [(2, "Elm"), (3, "Oak")]


def test_the_last_line_needs_no_ending(write: Write) -> None:
    assert cells_of(write("School,Award,Year\nElm,HEED,2023")) == [("Elm", "HEED", "2023")]


def test_a_cell_may_have_several_lines_and_the_next_row_keeps_its_line(write: Write) -> None:
    (table,) = read_tables(
        write('School,Award,Year,"Note\non it"\nElm,HEED,2023,"one\ntwo\n\nthree"\n\nOak,HEED,2024,\n')
    )
    assert table.headers == ("School", "Award", "Year", "Note\non it")
    assert [(row.place.line, row.cells[3]) for row in table.rows] == [(3, "one\ntwo\n\nthree"), (8, "")]


def test_rows_without_text_are_no_rows(write: Write) -> None:
    (table,) = read_tables(write("School,Award,Year\n,,\n\n  , ,\t\n,,,,,,\nElm,HEED,2023,,\t,\n"))
    assert [(row.place.line, row.cells) for row in table.rows] == [(6, ("Elm", "HEED", "2023"))]
    assert table.faults == []


def test_missing_cells_are_empty(write: Write) -> None:
    assert cells_of(write("School,Award,Year,Note\nElm,HEED\n,HEED,2023\n")) == [
        ("Elm", "HEED", "", ""), ("", "HEED", "2023", "")]  # fmt: skip


def test_a_row_with_too_many_cells_is_kept_whole_as_a_fault(write: Write) -> None:
    (table,) = read_tables(write("School,Award,Year\nElm College, Elmton,HEED,2023\nOak,HEED,2024\n"))
    assert [row.cells for row in table.rows] == [("Oak", "HEED", "2024")]
    (fault,) = table.faults
    assert (fault.place, fault.cells) == (Place("winners.csv", "", 2), ("Elm College", "Elmton", "HEED", "2023"))
    remedy = "put a cell that holds the delimiter in quotes, or take the extra cells out"
    assert fault.reasons == (f"the row has 4 cells and the heading 3; {remedy}",)


def test_empty_headings_at_the_end_are_no_columns(write: Write) -> None:
    (table,) = read_tables(write("School,Award,Year,,\nElm,HEED,2023,,\nOak,HEED,2024,stray,\n"))
    assert (table.columns, table.unknown) == (("school_as_printed", "award", "year"), ())
    assert [row.cells for row in table.rows] == [("Elm", "HEED", "2023")]
    assert [fault.place.line for fault in table.faults] == [3]


def test_a_heading_without_rows_is_an_empty_table_with_a_notice(write: Write) -> None:
    (table,) = read_tables(write("School,Award,Year\n\n,,\n"))
    assert list(table.rows) == []
    assert (table.faults, table.notices) == ([], ["there are no rows under the heading"])


def test_rows_beyond_the_first_block_are_read_on(write: Write) -> None:
    rows = [f"Elm College {number},HEED,{2012 + number % 10}" for number in range(60_000)]
    path = write("School,Award,Year\n" + "\n".join(rows) + "\n")
    assert path.stat().st_size > 1024 * 1024
    (table,) = read_tables(path)
    assert [(row.place.line, ",".join(row.cells)) for row in table.rows] == list(enumerate(rows, 2))


cell_texts = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs"]), max_size=12)


@ANY_FIXTURE
@given(rows=st.lists(st.lists(cell_texts, min_size=4, max_size=4), max_size=20), delimiter=st.sampled_from(",;\t|"))
def test_what_a_csv_writer_writes_is_what_is_read(write: Write, rows: list[list[str]], delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([HEADINGS, *rows])
    assert cells_of(write(text.getvalue())) == [tuple(row) for row in rows if any(cell.strip() for cell in row)]


@ANY_FIXTURE
@given(
    notes=st.lists(
        st.lists(st.text("ab ;", min_size=1).filter(str.strip), min_size=1, max_size=4), min_size=1, max_size=6
    )
)
def test_a_cell_of_several_lines_is_read_whole(write: Write, notes: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *(["Elm", "HEED", "2023", "\n".join(lines)] for lines in notes)])
    found = [cells[3] for cells in cells_of(write(text.getvalue()))]
    assert [note.lstrip(" ") if "\n" not in note else note for note in found] == [
        "\n".join(lines) if len(lines) > 1 else lines[0].lstrip(" ") for lines in notes
    ]


@ANY_FIXTURE
@given(content=st.binary(max_size=400), headed=st.booleans(), name=st.sampled_from(["a.csv", "a.tsv", "a.xlsx"]))
def test_any_bytes_are_read_or_refused_in_words(write: Write, content: bytes, headed: bool, name: str) -> None:
    path = write((b"School,Award,Year\n" if headed else b"") + content, name)
    try:
        (table,) = read_tables(path)
    except FileRefused as refused:
        assert str(refused).startswith(name)
        return
    lines = [row.place.line for row in table.rows]
    assert lines == sorted(set(lines))
    assert all(fault.reasons for fault in table.faults)
