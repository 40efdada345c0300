# ruff: noqa: E501, RUF043
"""Hostile pages, PDF, e-mails and lists: nothing runs, nothing is fetched, nothing hangs."""

from pathlib import Path
from time import monotonic

import pytest

from etl.extract import apart
from etl.extract.announcement import Document, read_document, read_here
from etl.extract.files import read_file
from etl.extract.table import FileRefused
from tests.fuzz import documents as made

NOTHING = "http://127.0.0.1:9/"


@pytest.fixture(autouse=True)
def nobody_is_asked(no_network: list[object]) -> None:
    """No file makes the program ask anybody over the network."""
    yield
    assert no_network == []


def read(tmp_path: Path, content: bytes, name: str) -> Document:
    path = tmp_path / name
    path.write_bytes(content)
    return read_document(path)


def read_pdf(tmp_path: Path, content: bytes) -> Document:
    """Read in this process, where calls over the network are seen, and in one of its own: both say the same."""
    apart_ = read(tmp_path, content, "page.pdf")
    assert read_here(tmp_path / "page.pdf", lambda _done, _of: None) == apart_
    return apart_


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>location='http://127.0.0.1:9/'</script>",
        '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
        '<img src="http://127.0.0.1:9/x.png" onerror="alert(1)">',
        '<iframe src="data:text/html,<script>alert(1)</script>"></iframe>',
        '<link rel="stylesheet" href="http://127.0.0.1:9/x.css"><style>@import url(http://127.0.0.1:9/)</style>',
        '<object data="http://127.0.0.1:9/"></object><embed src="http://127.0.0.1:9/">',
        '<base href="http://127.0.0.1:9/"><svg onload="alert(1)"><use href="http://127.0.0.1:9/#a"/></svg>',
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
        '<form action="javascript:alert(1)"><input autofocus onfocus="alert(1)"></form>',
    ],
)
def test_nothing_in_a_page_runs_or_is_fetched(tmp_path: Path, hostile: str) -> None:
    page = made.html(f'<body onload="alert(1)">{hostile}<h1>Elm College wins</h1><p>{made.SENTENCE}</p>')
    found = read(tmp_path, page, "page.html")
    assert made.SENTENCE in found.text
    assert not any(word in found.text for word in ("alert", "127.0.0.1", "root:", "<"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_addresses_of_the_web_are_taken_from_a_page(tmp_path: Path, address: str) -> None:
    head = f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
    assert read(tmp_path, made.html(head=head), "page.html").url is None


@pytest.mark.parametrize("nested", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<svg>", "<![if x]>"])
def test_five_thousand_nested_tags_are_read_or_refused(tmp_path: Path, nested: str) -> None:
    page = made.html(f"<p>{made.SENTENCE}</p>{nested * 5000}{made.SENTENCE}")
    assert made.SENTENCE in read(tmp_path, page, "page.html").text


def test_a_page_of_ten_megabytes_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    begun = monotonic()
    found = read(tmp_path, made.html(f"<p>{made.SENTENCE}</p>" * 20_000), "page.html")
    assert found.text.count(made.SENTENCE) >= 1
    assert monotonic() - begun < 60


@pytest.mark.parametrize(
    ("objects", "catalog", "page"),
    [
        ([b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"], b"/OpenAction 6 0 R", b""),
        ([b"<< /S /Launch /F (/bin/sh) >>"], b"/OpenAction 6 0 R", b"/AA << /O 6 0 R >>"),
        ([b"<< /S /URI /URI (http://127.0.0.1:9/) >>"], b"/OpenAction 6 0 R", b""),
        ([b"<< /S /SubmitForm /F (http://127.0.0.1:9/) >>"], b"/AcroForm << /XFA 6 0 R >>", b"/AA << /O 6 0 R >>"),
        ([b"<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>", made.stream(b"MZ")], b"/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", b""),
        ([b"<< /Parent 7 0 R >>", b"<< /Parent 6 0 R >>"], b"/Outlines 6 0 R", b"/Annots [6 0 R 7 0 R]"),
    ],
    ids=["script", "launch", "address", "form", "embedded", "circle"],
)  # fmt: skip
def test_nothing_in_a_pdf_runs_or_is_fetched(tmp_path: Path, objects: list[bytes], catalog: bytes, page: bytes) -> None:
    assert made.SENTENCE in read_pdf(tmp_path, made.pdf(objects, catalog=catalog, page=page)).text


@pytest.mark.parametrize(
    "parts",
    [
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"],
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R >>"],
        [b"2 0 R", b"1 0 R"],
        [b"<< /Type /Catalog /Pages " + b"[" * 20_000 + b"]" * 20_000 + b" >>"],
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>", b"<< /Type /Page /Contents 4 0 R >>", b"<< /Length 99999999999 >> stream\nx\nendstream"],
    ],
    ids=["own kid", "circle of pages", "circle of references", "nested arrays", "huge length"],
)  # fmt: skip
def test_a_pdf_that_leads_in_circles_is_refused(tmp_path: Path, parts: list[bytes]) -> None:
    begun = monotonic()
    with pytest.raises(FileRefused):
        read(tmp_path, made.numbered(parts), "page.pdf")
    assert monotonic() - begun < 30


def test_a_pdf_whose_page_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    import zlib

    packed = zlib.compress(zlib.compress(b"BT (a) Tj ET " * 40_000_000, 1), 1)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        made.stream(packed, b"/Filter [/FlateDecode /FlateDecode]"),
    ]
    content = made.numbered(parts)
    assert len(content) < 100_000
    with pytest.raises(FileRefused):
        read(tmp_path, content, "page.pdf")


def test_a_pdf_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "START", "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "SILENT_SECONDS", 0.5)
    begun = monotonic()
    with pytest.raises(FileRefused, match="takes too long or needs too much memory"):
        read(tmp_path, made.pdf(), "page.pdf")
    assert monotonic() - begun < 10


def test_a_pdf_that_needs_too_much_memory_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flood = "from etl.extract import apart; apart._limit_memory(); b'x' * (2 << 30)"
    monkeypatch.setattr(apart, "START", flood)
    with pytest.raises(FileRefused, match="takes too long or needs too much memory"):
        read(tmp_path, made.pdf(), "page.pdf")


def test_pages_of_a_pdf_are_told_from_the_other_process(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(made.pdf())
    told: list[tuple[int, int]] = []
    read_document(path, lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]


def test_attachments_of_a_mail_stay_unread(tmp_path: Path) -> None:
    inner = made.mail("Oak University wins").decode()
    parts = (
        f"--x\nContent-Type: text/plain\n\n{made.SENTENCE}\n"
        f"--x\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n{inner}\n"
        '--x\nContent-Type: application/x-msdownload\nContent-Disposition: attachment; filename="../../evil.exe"\n\nMZ\n--x--'
    )
    found = read(tmp_path, made.mail(parts, kind='multipart/mixed; boundary="x"'), "mail.eml")
    assert made.SENTENCE in found.text
    assert "Oak" not in found.text
    assert found.notices == ("attachments not read: without a name, ../../evil.exe",)
    assert [path.name for path in tmp_path.iterdir()] == ["mail.eml"]


def test_a_mail_of_thousands_of_parts_in_each_other_is_read_or_refused(tmp_path: Path) -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    with pytest.raises(FileRefused, match="no text was found in the e-mail|the e-mail cannot be read"):
        read(tmp_path, ("From: a@elm.example\n" + deep + "Content-Type: text/plain\n\nx").encode(), "mail.eml")


def table(tmp_path: Path, content: bytes, name: str = "winners.csv") -> list[tuple[str, ...]]:
    path = tmp_path / name
    path.write_bytes(content)
    return [row.cells for found in read_file(path, None, {}) for row in found.rows]


def test_a_list_with_zeros_a_million_columns_or_a_line_of_a_hundred_megabytes(tmp_path: Path) -> None:
    assert (
        table(tmp_path, b"School,Award,Year\nElm\x00 College,HEED,2023\n" + b"Oak,HEED,2022\n" * 50)[0][0]
        == "Elm\x00 College"
    )
    with pytest.raises(FileRefused, match="no text: .* bytes are zero"):
        table(tmp_path, b"School,Award,Year\n" + b"\x00" * 5000)
    with pytest.raises(FileRefused, match="columns"):
        table(tmp_path, b",".join(b"c%d" % n for n in range(1_000_000)) + b"\nx\n")
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.write(b"School,Award,Year\n")
        for _ in range(100):
            file.write(b"x" * 1_000_000)
    with pytest.raises(FileRefused, match=r"long.csv, line \d+: a line is longer than 32 MB"):
        list(read_file(path, None, {})[0].rows)


def test_a_directory_with_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="the file is no table"):
        table(tmp_path, made.IPEDS.encode() + b'1,"' + b"x" * 200_000 + b"\n", "hd2023.csv")
