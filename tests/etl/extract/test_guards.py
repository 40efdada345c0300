"""Files that are refused before anything is read, each with a message that says what to do."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.extract import guards
from etl.extract.table import FileRefused
from etl.extract.tabular import read_tables

Write = Callable[..., Path]
SAVE = "Save the list as CSV (UTF-8) or as an Excel workbook (.xlsx) and load that"


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(FileRefused) as caught:
        read_tables(path, **options)  # type: ignore[arg-type]
    return str(caught.value)


@pytest.mark.parametrize("name", ["empty.csv", "empty.tsv", "empty.xlsx"])
def test_a_file_of_no_bytes_is_refused(write: Write, name: str) -> None:
    assert refusal(write(b"", name)) == f"{name}: the file is empty (0 bytes). Export or download it again"


@pytest.mark.parametrize("content", ["\n\n", " , ,\r\n\t\n", "\ufeff", "\ufeff\n"])
def test_a_file_of_white_space_is_refused(write: Write, content: str) -> None:
    assert refusal(write(content)) == "winners.csv: the file holds nothing but white space. Export or download it again"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
        (b"\n\n%PDF-1.4 after two empty lines", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\x00", "a GIF image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "an old Excel or Office file"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"<html><table><tr><td>School</td></tr></table></html>", "a web page (HTML)"),
        (b"\xef\xbb\xbf  \n<!DOCTYPE html>\n<html>", "a web page (HTML)"),
        (b"<HTML xmlns:x='urn:x'>", "a web page (HTML)"),
        (b"<?xml version='1.0'?><Workbook/>", "an XML document"),
        (b"{\\rtf1\\ansi School}", "a rich text document"),
    ],
)
def test_a_file_that_is_not_text_is_refused_by_what_it_is(write: Write, head: bytes, told: str) -> None:
    assert refusal(write(head)) == f"winners.csv: the file is {told}, not a text file. {SAVE}"


def test_a_workbook_named_csv_is_told_its_right_name(write: Write, save: Write) -> None:
    renamed = write(save([["School", "Award", "Year"]]).read_bytes(), "list.csv")
    told = "the file is a ZIP archive or an Excel workbook, not a text file"
    assert refusal(renamed) == f"list.csv: {told}. Name it .xlsx if it is a workbook; else s{SAVE[1:]}"


def test_bytes_that_are_mostly_zero_are_no_text(write: Write) -> None:
    content = "School,Award,Year\n".encode("utf-16-le")
    assert refusal(write(content)) == f"winners.csv: the file is no text: 18 of its first 36 bytes are zero. {SAVE}"


def test_a_stray_zero_byte_does_not_make_a_file_binary(write: Write) -> None:
    content = "School,Award,Year\n" + "Elm College,HEED,2023\n" * 20 + "Oak\x00 College,HEED,2023\n"
    (table,) = read_tables(write(content))
    assert [row.cells for row in table.rows][-1] == ("Oak\x00 College", "HEED", "2023")
    assert table.notices == ["control or invisible characters, left out when cleaned: line 22"]


def test_text_named_xlsx_is_refused(write: Write) -> None:
    expected = "Give it its right ending (.csv for text), or save it as .xlsx in Excel"
    assert (
        refusal(write("School,Award,Year\n", "a.xlsx"))
        == f"a.xlsx: the file is text, not an Excel workbook. {expected}"
    )
    assert (
        refusal(write(b"%PDF-1.7", "b.xlsx"))
        == f"b.xlsx: the file is a PDF document, not an Excel workbook. {expected}"
    )


@pytest.mark.parametrize("name", ["list.xls", "list.ods", "list.docx", "list.pdf", "list.csv.gz", "list"])
def test_an_unsupported_ending_is_refused_with_those_that_are_supported(write: Write, name: str) -> None:
    message = refusal(write("School,Award,Year\n", name))
    assert message.startswith(f"{name}: files of this type are not read")
    assert message.endswith("Supported are .csv, .tsv, .txt, .xlsx, .xlsm; save it as one of them")


def test_endings_are_read_in_any_case(write: Write) -> None:
    (table,) = read_tables(write("School,Award,Year\nElm College,HEED,2023\n", "LIST.CSV"))
    assert [row.cells for row in table.rows] == [("Elm College", "HEED", "2023")]


def compound_file(entry: str) -> bytes:
    """The beginning of an OLE compound file with a directory that has one entry of that name; enough to be known by."""
    header = guards.OLE_MARK + b"\x00" * 504
    return header + b"\x00" * 5000 + entry.encode("utf-16-le").ljust(128, b"\x00") + b"\x00" * 384


def test_a_workbook_with_a_password_is_told_from_an_old_one(write: Write) -> None:
    remedy = "Open it in Excel, take the password off (File, Info, Protect Workbook) and save it"
    locked = write(compound_file("EncryptedPackage"), "locked.xlsx")
    assert refusal(locked) == f"locked.xlsx: the workbook is protected with a password. {remedy}"
    old = write(compound_file("Workbook"), "old.xlsx")
    assert refusal(old) == "old.xlsx: the file is an old Excel workbook (.xls). Save it as .xlsx in Excel"


def test_a_mark_that_crosses_two_blocks_is_found(write: Write) -> None:
    assert guards.contains(write(b"x" * (1024 * 1024 - 3) + b"wanted" + b"x" * 10), b"wanted")
    assert not guards.contains(write(b"x" * (1024 * 1024 + 3)), b"wanted")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv") == "none.csv: there is no such file. Check the path"
    (tmp_path / "folder.csv").mkdir()
    assert refusal(tmp_path / "folder.csv") == "folder.csv: there is no such file. Check the path"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_refused(write: Write) -> None:
    path = write("School,Award,Year\n")
    path.chmod(0)
    assert refusal(path) == "winners.csv: the file cannot be opened (Permission denied). Check who may read it"


def test_a_file_that_is_too_large_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MAX_FILE_BYTES", 1000)
    expected = (
        "winners.csv: the file has 1,001 bytes, more than the 1,000 that are read at once. Split it into several files"
    )
    assert refusal(write("x" * 1001)) == expected


def test_a_million_columns_are_refused_with_what_was_found(write: Write) -> None:
    content = ",".join(f"column {number}" for number in range(1_000_000)) + "\n"
    expected = "1,000,000 columns found, more than the 500 that are read"
    assert (
        refusal(write(content)) == f"winners.csv: {expected}. Is it the right file, with rows down and columns across?"
    )


def test_a_row_of_a_million_cells_costs_that_row_alone(write: Write) -> None:
    content = "School,Award,Year\nElm College,HEED,2023\n" + "x," * 999_999 + "x\nOak College,HEED,2023\n"
    (table,) = read_tables(write(content))
    assert [row.place.line for row in table.rows] == [2, 4]
    assert [(fault.place.line, len(fault.cells)) for fault in table.faults] == [(3, 1_000_000)]


def test_a_line_without_end_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.extract.decoding.MAX_LINE_BYTES", 2 * 1024 * 1024)
    message = refusal(write("School,Award,Year\n" + "x" * 3 * 1024 * 1024 + "\n"))
    assert message == "winners.csv, line 2: a line is longer than 2 MB. Is it a table of text? Save it anew as CSV"


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pile.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("winners.csv", "School,Award,Year\n")
    expected = "pile.xlsx: the file is a ZIP archive, but no Excel workbook. Unpack it and load the files in it"
    assert refusal(path) == expected


def test_an_unknown_kind_and_an_unknown_column_are_refused_with_those_that_are_known(write: Write) -> None:
    path = write("School,Award,Year\n")
    message = refusal(path, kind="winer")
    assert message.startswith("winners.csv: no kind 'winer'; known: applications, award_names, awards,")
    message = refusal(path, kind="recipients", defaults={"colour": "red"})
    expected = "award, note, recipients, source_id, source_url, year"
    assert message == f"winners.csv: --set names a column that there is not: 'colour'. Known columns are {expected}"
