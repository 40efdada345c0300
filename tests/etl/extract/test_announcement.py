"""Documents of every format as text with places, and everything that is refused."""

from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from etl.extract.announcement import Document, day_of, documents_in, is_document, read_document
from etl.extract.table import FileRefused

BODY = (
    "Lakeside University has received the 2022 Higher Education Excellence in Diversity (HEED) Award from INSIGHT Into "
    "Diversity magazine. It is the third year in a row that the university has been honored, and "
    "the dean said that the "
    "work on campus goes on with the Bright Futures Academy."
)
PAGE = f"""<!doctype html><html><head><title>Lakeside wins | Lakeside News</title>
<link rel="canonical" href="https://news.lakeside.example/heed">
<meta property="og:site_name" content="Lakeside News">
<meta property="article:published_time" content="2022-10-03T08:00:00Z">
<script>document.write("Hidden University won the HEED Award in 2015")</script><style>p {{ color: red }}</style></head>
<body><nav>Menu of Hidden College</nav><article><h1>Lakeside wins again</h1><p>{BODY}</p><p>{BODY}</p></article>
<script>alert(1)</script></body></html>"""


def pdf_bytes(pages: Sequence[str]) -> bytes:
    """A PDF with a line of text on each page, none where the text is empty."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 10 700 Td ({text}) Tj ET" if text else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * n} 0 R /Resources << "
            f"/Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{place:010d} 00000 n \n" for place in places
    )
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_plain_text(tmp_path: Path) -> None:
    document = read_document(written(tmp_path, "a.txt", f"Lakeside wins\r\n\r\n{BODY}\r\n"))
    assert document == Document("a.txt", f"Lakeside wins\n\n{BODY}\n", "Lakeside wins")
    assert document.place(3, 9) == "characters 3–9"


def test_windows_text_is_told(tmp_path: Path) -> None:
    document = read_document(written(tmp_path, "a.txt", "Lakeside’s win".encode("cp1252")))
    assert document.text == "Lakeside’s win"
    assert document.notices == ("read as Windows-1252 (cp1252), since it is not UTF-8",)


def test_markdown_keeps_the_words_of_links(tmp_path: Path) -> None:
    document = read_document(
        written(tmp_path, "a.md", "# Lakeside wins\n\nThe [HEED Award](https://example.org/x) for 2022.")
    )
    assert (document.title, document.text) == ("Lakeside wins", "# Lakeside wins\n\nThe HEED Award for 2022.")


def test_saved_page(tmp_path: Path) -> None:
    document = read_document(written(tmp_path, "a.html", PAGE))
    assert (document.title, document.url) == ("Lakeside wins again", "https://news.lakeside.example/heed")
    assert document.published_on == date(2022, 10, 3)
    assert document.publisher == "Lakeside News"
    assert BODY in document.text
    assert "Hidden" not in document.text
    assert "<" not in document.text


def test_a_page_named_txt_is_read_as_a_page(tmp_path: Path) -> None:
    assert "<p>" not in read_document(written(tmp_path, "a.txt", PAGE)).text


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<table><tr><td>"])
def test_five_thousand_nested_tags(tmp_path: Path, opening: str) -> None:
    document = read_document(written(tmp_path, "a.html", f"<html><body>{opening * 5000}{BODY}"))
    assert BODY in document.text


def test_broken_html(tmp_path: Path) -> None:
    document = read_document(written(tmp_path, "a.html", f"<html><p><b>{BODY}</i></td><p>More &amp; more<script>x"))
    assert BODY in document.text
    assert "More & more" in document.text


def test_pdf_has_page_numbers_as_places_and_tells_its_progress(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = written(tmp_path, "a.pdf", pdf_bytes(["Lakeside wins the 2022 HEED Award", "", "Second page of it"]))
    document = read_document(path, lambda done, total: told.append((done, total)))
    at = document.text.index("Second")
    assert document.place(at, at + 6).startswith("page 3, ")
    assert document.notices == ("pages without text (scanned?): 2",)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_word_document_has_paragraphs_as_places(tmp_path: Path) -> None:
    import docx

    word = docx.Document()
    word.add_heading("Lakeside wins")
    word.add_paragraph(BODY)
    word.add_paragraph("Bright Futures Academy", style="List Bullet")
    word.add_table(1, 2).rows[0].cells[0].text = "Year: 2022"
    word.save(str(tmp_path / "a.docx"))
    document = read_document(tmp_path / "a.docx")
    assert document.title == "Lakeside wins"
    assert document.place(document.text.index(BODY), 9).startswith("paragraph 2, ")
    assert "• Bright Futures Academy" in document.text
    assert "Year: 2022" in document.text


def test_mail_keeps_no_person(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = (
        "Lakeside wins",
        "Jane Public <jane@lakeside.example>",
        "all@lakeside.example",
    )
    mail["Date"] = "Mon, 03 Oct 2022 08:00:00 +0000"
    mail.set_content(BODY)
    mail.add_alternative(PAGE, subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    document = read_document(written(tmp_path, "a.eml", mail.as_bytes()))
    assert (document.title, document.publisher, document.published_on) == (
        "Lakeside wins",
        "lakeside.example",
        date(2022, 10, 3),
    )
    assert document.text.startswith("Lakeside wins\n\nLakeside University has received")
    assert document.notices == ("attachments not read: logo.png",)
    assert "jane" not in repr(document).casefold()


def test_a_folder_gives_its_documents(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", "list.csv", "sub/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, "x")
    assert [path.name for path in documents_in(tmp_path)] == ["a.html", "b.txt", "c.md"]
    assert not is_document(tmp_path / "list.csv")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", pdf_bytes(["", ""]), "Run text recognition"),
        ("a.pdf", b"%PDF-1.4\nbroken", "print it to a new PDF"),
        ("a.pdf", b"plain text", "no PDF"),
        ("a.txt", pdf_bytes(["x"]), "right ending (.pdf)"),
        ("a.txt", b"", "empty"),
        ("a.docx", b"no zip", "no Word document"),
        ("a.docx", b"PK\x03\x04rest", "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word document"),
        ("a.txt", bytes(range(1, 9)) * 200, "no text"),
        ("a.html", b"\x89PNG....", "no web page"),
        ("a.pages", b"x", "not read as announcements"),
        ("a.eml", b"Subject: x\n\n", "no text was found"),
    ],
)
def test_what_is_refused_says_what_to_do(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_document(written(tmp_path, name, content))
    assert says in str(refused.value)
    assert str(refused.value).startswith(name)


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    path = written(tmp_path, "a.pdf", pdf_bytes(["Lakeside wins the award"]))
    writer = PdfWriter(PdfReader(path))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "b.pdf")
    with pytest.raises(FileRefused, match="password"):
        read_document(tmp_path / "b.pdf")


def test_fifty_megabytes_of_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(FileRefused, match="52,428,800 bytes"):
        read_document(path)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://news.lakeside.example/2022/10/04/wins", date(2022, 10, 4)),
        ("https://copy.example/page?url=https%3A%2F%2Flakeside.example%2Fnews%2F2022%2F10%2Fwins", date(2022, 10, 15)),
        ("https://lakeside.example/magazine-fall-2022/news.aspx", date(2022, 10, 15)),
        ("https://lakeside.example/archive/2022/december/wins.htm", date(2022, 12, 15)),
        ("https://lakeside.example/posts/2022-heed-award.php", date(2022, 10, 15)),
        ("https://lakeside.example/strategic-plan-2022/wins", None),
    ],
)
def test_the_day_in_an_address(address: str, day: date | None) -> None:
    assert day_of(Document("page.html", BODY, "", url=address)) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("", date(2022, 10, 15)),
        (" The first came in 2014.", date(2022, 10, 15)),
        (" The issue of November 2021 will tell.", None),
        (" The issue of November 2022 will tell.", None),
    ],
)
def test_a_year_alone_in_an_address_counts_where_the_text_has_none_near_it(said: str, day: date | None) -> None:
    address = "https://lakeside.example/news/stories/2022/wins.php"
    text = f"Lakeside has received the HEED Award.{said}"
    assert day_of(Document("page.html", text, "", url=address)) == day
