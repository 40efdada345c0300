# ruff: noqa: RUF043
"""Hostile workbooks, Word documents and archives: bombs, entities, links abroad, macros."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from etl.extract.announcement import read_document
from etl.extract.files import read_file
from etl.extract.table import FileRefused
from tests.fuzz import documents as made
from tests.fuzz.seeds import LAUGHS

WRITTEN_TO_ANOTHER = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
ABROAD = b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'
AREA = b"http://127.0.0.1:9/abroad"


@pytest.fixture(autouse=True)
def nobody_is_asked(no_network: list[object]) -> None:
    """No file makes the program ask anybody over the network."""
    yield
    assert no_network == []


def rows(tmp_path: Path, content: bytes, name: str) -> list[tuple[str, ...]]:
    path = tmp_path / name
    path.write_bytes(content)
    return [row.cells for table in read_file(path, None, {}) for row in table.rows]


def text(tmp_path: Path, content: bytes, name: str = "page.docx") -> str:
    path = tmp_path / name
    path.write_bytes(content)
    return read_document(path).text


def bomb(inner: str, size: int, parts: int = 1) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in dict(
            zipfile_parts(made.slim_word() if inner.startswith("word") else made.workbook())
        ).items():
            archive.writestr(name, content)
        for number in range(parts):
            archive.writestr(f"{inner}{number}.xml", b" " * size)
    return file.getvalue()


def zipfile_parts(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_bombs_are_refused_before_they_are_read(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="may be a ZIP bomb: .* unpack to more than 200 times as many"):
        rows(tmp_path, bomb("xl/x", 40_000_000), "a.xlsx")
    with pytest.raises(FileRefused, match="Word document is not opened, since it may be a ZIP bomb"):
        text(tmp_path, bomb("word/x", 40_000_000))
    with pytest.raises(FileRefused, match="the workbook has 6,\\d+ parts, more than 5,000"):
        rows(tmp_path, bomb("xl/x", 1, 6000), "a.xlsx")
    with pytest.raises(FileRefused, match="the Word document has 6,\\d+ parts, more than 5,000"):
        text(tmp_path, bomb("word/x", 1, 6000))


def test_a_word_document_of_one_huge_part_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.extract.announcement_office.MAX_PART_BYTES", 1000)
    with pytest.raises(FileRefused, match="a part of it unpacks to .* bytes, more than the 1,000 that are read"):
        text(tmp_path, made.slim_word(b"<w:p><w:r><w:t>" + b"x" * 5000 + b"</w:t></w:r></w:p>"))


def test_archives_in_archives_are_not_opened(tmp_path: Path) -> None:
    directory = made.packed([("hd2023.csv", made.IPEDS.encode())])
    with pytest.raises(FileRefused, match="the archive holds no directory file"):
        rows(tmp_path, made.packed([("HD2023.zip", directory)]), "HD2023.zip")
    with pytest.raises(FileRefused, match="a ZIP archive, but no Excel workbook"):
        rows(tmp_path, made.packed([("a.xlsx", made.workbook())]), "a.xlsx")
    with pytest.raises(FileRefused, match="a ZIP archive, but no Word document"):
        text(tmp_path, made.packed([("a.docx", made.word())]))


def test_a_directory_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    content = made.IPEDS.encode() + b",,,,,\n" * 8_000_000
    for name, packed in (
        ("HD2023.zip", made.packed([("hd2023.csv", content)])),
        ("hd2023.csv.gz", gzip.compress(content, 1)),
    ):
        with pytest.raises(FileRefused, match="the file has more than 40 MB"):
            rows(tmp_path, packed, name)


def test_a_directory_in_an_archive_with_a_password_is_refused(tmp_path: Path) -> None:
    content = bytearray(made.packed([("hd2023.csv", made.IPEDS.encode())]))
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileRefused, match="is encrypted, password required"):
        rows(tmp_path, bytes(content), "HD2023.zip")


def test_paths_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    found = rows(tmp_path, made.packed([("../../../hd2023.csv", made.IPEDS.encode())]), "HD2023.zip")
    assert [row[1] for row in found] == ["Elm College", "Oak University"]
    assert [path.name for path in tmp_path.rglob("*")] == ["HD2023.zip"]


@pytest.mark.parametrize("declared", [LAUGHS, WRITTEN_TO_ANOTHER, ABROAD], ids=["laughs", "file", "abroad"])
def test_declarations_of_entities_are_refused(tmp_path: Path, declared: bytes) -> None:
    book, letter = made.workbook(), made.slim_word()
    sheet, body = made.part(book, made.SHEET), made.part(letter, "word/document.xml")
    with pytest.raises(FileRefused, match="XML declarations, which no workbook needs"):
        rows(tmp_path, made.changed(book, {made.SHEET: declared + sheet}), "a.xlsx")
    with pytest.raises(FileRefused, match="XML declarations, which no Word document needs"):
        text(tmp_path, made.changed(letter, {"word/document.xml": declared + body}))
    with pytest.raises(FileRefused, match="XML declarations"):  # also in UTF-16
        text(tmp_path, made.changed(letter, {"word/document.xml": (declared + body).decode().encode("utf-16")}))


def test_links_to_other_places_are_not_followed(tmp_path: Path) -> None:
    relation = made.RELATIONS % made.relation(b"attachedTemplate", AREA, b"External")
    letter = made.changed(made.slim_word(), {"word/_rels/document.xml.rels": relation})
    assert made.SENTENCE in text(tmp_path, letter)
    book = made.workbook()
    name = "xl/_rels/workbook.xml.rels"
    abroad = made.relation(b"externalLink", AREA, b"External", b"rId99") + b"</Relationships>"
    linked = made.changed(book, {name: made.part(book, name).replace(b"</Relationships>", abroad)})
    assert rows(tmp_path, linked, "a.xlsx")[0] == ("Elm College", "HEED", "2023")


def test_macros_are_never_run(tmp_path: Path) -> None:
    book = made.changed(made.workbook(), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"})
    assert rows(tmp_path, book, "a.xlsm")[0] == ("Elm College", "HEED", "2023")
    types = made.CONTENT_TYPES % (made.MACRO_TYPE + b"+xml", b"/word/document.xml")
    letter = made.changed(made.slim_word(), {"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    with pytest.raises(FileRefused, match="the Word document is damaged or something else"):
        text(tmp_path, letter)
    with pytest.raises(FileRefused, match="files of this type are not read as announcements: '.docm'"):
        text(tmp_path, letter, "page.docm")


def test_formulas_are_never_run(tmp_path: Path) -> None:
    calling = [["School", "Award", "Year"], ["Elm College", '=WEBSERVICE("http://127.0.0.1:9/")', 2023]]
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.workbook(calling))
    table = read_file(path, None, {})[0]
    assert list(table.rows) == []
    assert "formula without a stored value" in table.faults[0].reasons[0]
