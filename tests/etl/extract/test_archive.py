"""Workbooks as archives: bombs, lies and damage are found before any parser reads a part."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.extract import archive
from etl.extract.archive import Archive
from etl.extract.table import FileRefused
from etl.extract.tabular import read_tables

Write = Callable[..., Path]
ANEW = "Open it in Excel or LibreOffice, save it anew as .xlsx and load that"
BOMB = "the workbook is not opened, since it may be a ZIP bomb"
AS_CSV = "If it is a true list, save it as CSV and load that"
ROWS = [["School", "Award", "Year"], ["Elm College", "HEED", 2023]]
SHEET = "xl/worksheets/sheet1.xml"


def refusal(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        for table in read_tables(path):
            list(table.rows)
    return str(caught.value)


def repacked(path: Path, changed: dict[str, bytes], name: str = "changed.xlsx") -> Path:
    """The workbook with some parts put in place of its own, or added."""
    result = path.with_name(name)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        parts = {part: source.read(part) for part in source.namelist()} | changed
        for part, content in parts.items():
            target.writestr(part, content)
    return result


def part_of(path: Path, name: str = SHEET) -> bytes:
    with zipfile.ZipFile(path) as book:
        return book.read(name)


def test_parts_are_unpacked_as_they_are(save: Write) -> None:
    path = save(ROWS)
    opened = Archive(path)
    assert sorted(opened.names) == sorted(zipfile.ZipFile(path).namelist())
    assert {name: opened.read(name) for name in opened.names} == {name: part_of(path, name) for name in opened.names}


def test_stored_parts_are_read_too(save: Write, tmp_path: Path) -> None:
    source = save(ROWS)
    path = tmp_path / "stored.xlsx"
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as target:
        for name in book.namelist():
            target.writestr(name, book.read(name))
    assert [row.cells for row in read_tables(path)[0].rows] == [("Elm College", "HEED", "2023")]


def test_a_part_that_unpacks_far_too_well_is_a_bomb(save: Write) -> None:
    path = repacked(save(ROWS), {SHEET: b"<worksheet>" + b" " * 20_000_000 + b"</worksheet>"})
    size = path.stat().st_size
    assert size < 40_000
    expected = f"changed.xlsx: {BOMB}: {size:,} bytes unpack to more than 200 times as many. {AS_CSV}"
    assert refusal(path) == expected


def test_too_much_in_all_is_a_bomb(save: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 1024 * 1024)
    path = repacked(save(ROWS), {"xl/media/image1.png": bytes(range(256)) * 5000})
    assert refusal(path) == f"changed.xlsx: {BOMB}: it unpacks to more than 1 MB. {AS_CSV}"


def understated(path: Path, part: str, size: int) -> Path:
    """The archive with the unpacked size of one part made small in its directory and before its bytes."""
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as book:
        offset = book.getinfo(part).header_offset
    struct.pack_into("<L", content, offset + 22, size)
    entry = content.rindex(part.encode()) - 46
    assert content[entry : entry + 4] == b"PK\x01\x02"
    struct.pack_into("<L", content, entry + 24, size)
    path.write_bytes(bytes(content))
    return path


def test_a_directory_that_lies_about_a_size_is_not_believed(save: Write) -> None:
    path = understated(repacked(save(ROWS), {SHEET: part_of(save(ROWS)) + b" " * 5_000_000}), SHEET, 100)
    assert refusal(path) == f"changed.xlsx: {BOMB}: {SHEET} is larger than the archive says. {AS_CSV}"


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_unfold_are_refused(save: Write, part: str, encoding: str) -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    path = repacked(save(ROWS), {part: laughs.encode(encoding)})
    assert (
        refusal(path) == f"changed.xlsx: the workbook has XML declarations, which no workbook needs: '{part}'. {ANEW}"
    )


def test_a_declaration_across_two_pieces_is_found(save: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "CHUNK_BYTES", 1)
    path = repacked(save(ROWS), {SHEET: b"<!--" + bytes(range(97, 123)) * 20 + b"--><!DOCTYPE x><x/>"})
    assert "the workbook has XML declarations" in refusal(path)


def test_an_encrypted_archive_is_told(save: Write) -> None:
    path = save(ROWS)
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(mark, start + 1)
    path.write_bytes(bytes(content))
    assert refusal(path) == "winners.xlsx: the workbook is protected with a password. Take the password off and save it"


def test_an_archive_that_is_cut_off_is_damaged(save: Write) -> None:
    path = save(ROWS)
    path.write_bytes(path.read_bytes()[:-200])
    assert (
        refusal(path)
        == f"winners.xlsx: the workbook is damaged and cannot be unpacked: 'File is not a zip file'. {ANEW}"
    )


def test_bytes_that_do_not_unpack_are_damage(save: Write) -> None:
    path = save(ROWS)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as book:
        offset = book.getinfo(SHEET).header_offset
    content[offset + 30 + len(SHEET) + 5 : offset + 30 + len(SHEET) + 60] = b"\xff" * 55
    path.write_bytes(bytes(content))
    assert refusal(path).startswith(
        "winners.xlsx: the workbook is damaged and cannot be unpacked: 'xl/worksheets/sheet1.xml:"
    )


def test_two_parts_of_one_name_are_refused(save: Write, recwarn: pytest.WarningsRecorder) -> None:
    path = save(ROWS)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as book:
        book.writestr(SHEET, b"<worksheet/>")
    assert refusal(path) == f"winners.xlsx: the workbook has two parts of the same name. {ANEW}"


def test_too_many_parts_are_refused(save: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PARTS", 20)
    path = repacked(save(ROWS), {f"xl/media/{number}.png": b"" for number in range(30)})
    assert refusal(path).startswith("changed.xlsx: the workbook has 3")
    assert refusal(path).endswith(f" parts, more than 20. {ANEW}")


def test_a_way_of_packing_that_is_not_known_is_refused(save: Write, tmp_path: Path) -> None:
    source = save(ROWS)
    path = tmp_path / "lzma.xlsx"
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as target:
        for name in book.namelist():
            target.writestr(name, book.read(name))
    assert refusal(path).startswith("lzma.xlsx: a part of the workbook is packed in an unknown way")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "its cells reach to row 1,048,576, column 16,384"),
        (b'<row r="2"><c r="ZZZ2"><v>1</v></c></row>', "it has a cell 'ZZZ2', outside of any sheet"),
        (b'<row r="9999999"><c><v>1</v></c></row>', "its cells reach to row 9,999,999, column 3"),
    ],
)
def test_a_cell_in_the_far_corner_does_not_fill_the_memory(save: Write, cells: bytes, told: str) -> None:
    sheet = part_of(save(ROWS)).replace(b"</sheetData>", cells + b"</sheetData>")
    remedy = "Copy the cells that count to a new workbook, or save the sheet as CSV, and load that"
    assert refusal(repacked(save(ROWS), {SHEET: sheet})) == f"changed.xlsx: a sheet is not read, since {told}. {remedy}"


def test_more_texts_announced_than_there_can_be_are_refused(save: Write) -> None:
    texts = b"<!-- in front --><sst count='4000000000' uniqueCount='4000000000'><si><t>x</t></si></sst>"
    expected = "'xl/sharedStrings.xml announces more texts than it can hold'"
    assert expected in refusal(repacked(save(ROWS), {"xl/sharedStrings.xml": texts}))


def test_a_sheet_whose_part_is_not_there_is_damage(save: Write) -> None:
    relations = part_of(save(ROWS), "xl/_rels/workbook.xml.rels").replace(b"sheet1.xml", b"sheet9.xml")
    path = repacked(save(ROWS), {"xl/_rels/workbook.xml.rels": relations})
    assert "the workbook is damaged and cannot be unpacked" in refusal(path)


def test_empty_cells_with_a_style_may_reach_far(save: Write) -> None:
    styled = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    sheet = part_of(save(ROWS)).replace(b"</sheetData>", styled)
    assert [row.cells for row in read_tables(repacked(save(ROWS), {SHEET: sheet}))[0].rows] == [
        ("Elm College", "HEED", "2023")
    ]


@pytest.mark.parametrize("content", [b"<worksheet><sheetData>", b"no XML", b""])
def test_a_sheet_that_is_no_xml_is_damage(save: Write, content: bytes) -> None:
    assert "the workbook is damaged and cannot be unpacked" in refusal(repacked(save(ROWS), {SHEET: content}))
