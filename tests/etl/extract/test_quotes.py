"""One stray quotation mark costs one row, tells its line, and no other row is lost."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from etl.extract.records import MAX_LINES_IN_ROW, BadRecord, Record, is_runaway, tolerant_records
from etl.extract.table import FileRefused, Table
from etl.extract.tabular import read_tables

Write = Callable[..., Path]
HEADING = "School,Award,Year\n"
NOT_CLOSED = 'the quotation mark (") opened on line {} is not closed where its cell ends; close it, or take it out'
INSIDE = 'a quotation mark (") stands inside a cell; double it ("") and put the whole cell in quotes, or take it out'


def read(path: Path) -> tuple[Table, list[int], list[tuple[int, str, tuple[str, ...]]]]:
    (table,) = read_tables(path)
    lines = [row.place.line for row in table.rows]
    return table, lines, [(fault.place.line, fault.text, fault.reasons) for fault in table.faults]


def test_a_quote_that_is_never_closed_costs_its_own_row(write: Write) -> None:
    content = HEADING + 'Elm,HEED,2021\n"Oak,HEED,2022\nAsh,HEED,2023\nFir,HEED,2024\n'
    _, lines, faults = read(write(content))
    assert lines == [2, 4, 5]
    assert faults == [(3, '"Oak,HEED,2022', (NOT_CLOSED.format(3),))]


def test_a_quote_that_ends_at_the_quote_of_a_later_row_costs_its_own_row(write: Write) -> None:
    content = HEADING + '"Oak,HEED,2022\nAsh,HEED,2023\n"Fir, Inc.",HEED,2024\n'
    _, lines, faults = read(write(content))
    assert lines == [3, 4]
    assert faults == [(2, '"Oak,HEED,2022', (NOT_CLOSED.format(2),))]


def test_a_quote_that_swallows_whole_rows_is_told_by_them(write: Write) -> None:
    content = HEADING + 'Elm,HEED,2021\n"Oak,HEED,2022\nAsh,HEED,2023\nFir",HEED,2024\nYew,HEED,2024\n'
    table, lines, faults = read(write(content))
    assert lines == [2, 4, 5, 6]
    assert faults == [(3, '"Oak,HEED,2022', (NOT_CLOSED.format(3),))]
    assert table.faults[0].cells == ('"Oak', "HEED", "2022")


def test_text_after_a_closing_quote_is_told_as_a_quote_inside_a_cell(write: Write) -> None:
    content = HEADING + '"Oak" College,HEED,2022\nAsh,HEED,2023\n'
    _, lines, faults = read(write(content))
    assert lines == [3]
    assert faults == [(2, '"Oak" College,HEED,2022', (INSIDE,))]


def test_several_bad_rows_each_cost_themselves(write: Write) -> None:
    content = HEADING + '"a,HEED,2022\nb,HEED,2022\n"c"d,HEED,2022\ne,HEED,2022\nf,HEED,"2022\ng,HEED,2022\n'
    _, lines, faults = read(write(content))
    assert lines == [3, 5, 7]
    assert [line for line, _, _ in faults] == [2, 4, 6]


def test_a_cell_of_true_lines_after_a_bad_row_is_still_one_cell(write: Write) -> None:
    content = 'School,Award,Year,Note\n"Oak,HEED,2022,\nAsh,HEED,2023,"one\ntwo"\nFir,HEED,2024,\n'
    _, lines, faults = read(write(content))
    assert lines == [3, 5]
    assert [line for line, _, _ in faults] == [2]


def test_a_cell_that_is_too_long_for_a_reader_costs_its_own_row(write: Write) -> None:
    content = HEADING + "x" * 200_000 + ",HEED,2022\nAsh,HEED,2023\n"
    _, lines, faults = read(write(content))
    assert lines == [3]
    assert [(line, reasons) for line, _, reasons in faults] == [
        (2, ('a cell from line 2 on has more than 131,072 characters; close its quote (")',))
    ]


def test_an_open_quote_does_not_hold_the_rest_of_the_file_in_memory(write: Write) -> None:
    rows = "".join(f"Elm {number},HEED,2023\n" for number in range(50_000))
    _, lines, faults = read(write(HEADING + '"Oak,HEED,2022\n' + rows))
    assert lines == list(range(3, 50_003))
    assert [line for line, _, _ in faults] == [2]


def test_a_heading_with_an_open_quote_is_refused_with_its_line(write: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read_tables(write('"School,Award,Year\nElm,HEED,2021\n'))
    expected = f"winners.csv, line 1: {NOT_CLOSED.format(1)}: '\"School,Award,Year'. The heading could not be read"
    assert str(caught.value) == expected


def test_notices_about_the_text_are_told_once_when_it_is_read_twice(write: Write) -> None:
    content = HEADING + 'Elm\u200b,HEED,2021\n"Oak,HEED,2022\nAsh,HEED,2023\n'
    table, lines, _ = read(write(content))
    assert lines == [2, 4]
    assert table.notices == ["control or invisible characters, left out when cleaned: line 2"]


def test_a_remark_of_several_lines_is_no_runaway() -> None:
    assert not is_runaway(["Elm", "HEED", "2023", "one, two\nthree, four\nfive"], 3, 4, ",")
    assert not is_runaway(["Elm", "HEED", "2023", "one\ntwo"], 2, 4, ",")
    assert not is_runaway(["one, two\nthree"], 2, 2, ",")
    assert is_runaway(["Elm,HEED,2023,\nOak,HEED,2023,\nAsh", "HEED", "2023", ""], 3, 4, ",")
    assert is_runaway(["Oak,HEED,2022\nFir", "HEED, LEAD", "2024"], 2, 3, ",")
    assert is_runaway(["Oak,HEED,2022\nAsh,HEED,2023\nx,Fir", "HEED", "2024"], 3, 3, ",")
    assert not is_runaway(["Oak,HEED,2022\nx,Fir", "HEED", "2024"], 2, 3, ",")
    assert is_runaway(["a remark"], MAX_LINES_IN_ROW + 1, None, ",")


plain = st.text("abc '", max_size=8).map(lambda text: text.strip() or "a")
quoted = st.text('ab, "', max_size=8).map(lambda text: text.strip() or ",")
rows_of_cells = st.lists(st.tuples(plain | quoted, plain | quoted, plain | quoted), min_size=1, max_size=12)


def line_of(cells: tuple[str, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


A = ("a", "a", "a")


@example(before=[A], bad=A, place=0, after=[A, A, ("a", '""', "a"), ("a", "a", ",a")])
@example(before=[A], bad=A, place=0, after=[A, ("a", "a", '",a')])
@example(before=[A], bad=A, place=0, after=[(",a", "a", "a")])
@example(before=[A], bad=A, place=2, after=[(",a", "a", "a")])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(before=rows_of_cells, bad=st.tuples(plain, plain, plain), place=st.integers(0, 2), after=rows_of_cells)
def test_no_good_row_is_lost_to_a_stray_quote(
    write: Write, before: list[tuple[str, ...]], bad: tuple[str, ...], place: int, after: list[tuple[str, ...]]
) -> None:
    broken = [*bad[:place], '"' + bad[place], *bad[place + 1 :]]
    content = HEADING + "".join(map(line_of, before)) + ",".join(broken) + "\n" + "".join(map(line_of, after))
    (table,) = read_tables(write(content))
    assert [row.cells for row in table.rows] == [*before, *after]
    assert [(fault.place.line, fault.text) for fault in table.faults] == [(len(before) + 2, ",".join(broken))]


@given(st.lists(st.text('a,"\n', max_size=10), max_size=12))
def test_every_line_is_in_a_record_or_told_as_bad(texts: list[str]) -> None:
    lines = "\n".join(texts).splitlines(keepends=True)
    accounted = []
    for record in tolerant_records(lines, ","):
        last = record.end if isinstance(record, Record) else record.begin
        accounted.extend(range(record.begin, last + 1))
        if isinstance(record, BadRecord):
            assert record.text == lines[record.begin - 1].rstrip("\n")
        else:
            assert record.cells == next(csv.reader(lines[record.begin - 1 :], skipinitialspace=True))
    assert accounted == list(range(1, len(lines) + 1))


@given(st.lists(st.tuples(plain | quoted, plain | quoted), max_size=10))
def test_good_lines_are_read_as_the_csv_module_reads_them(rows: list[tuple[str, ...]]) -> None:
    lines = [line_of(cells) for cells in rows]
    found = list(tolerant_records(lines, ","))
    assert not any(isinstance(record, BadRecord) for record in found)
    assert [record.cells for record in found if isinstance(record, Record)] == list(csv.reader(lines))
