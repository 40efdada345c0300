# ruff: noqa: E501
"""Small documents made by hand, so that tests can put anything into them: PDF, Word, workbook, e-mail, page."""

import io
from collections.abc import Sequence

import docx
import openpyxl

from tests.fuzz.mutation import packed, unpacked

SENTENCE = "Elm College received the HEED Award in 2023 for the third year in a row."
ROWS = (("School", "Award", "Year"), ("Elm College", "HEED", 2023), ("Oak University", "HEED", 2022))
SHEET = "xl/worksheets/sheet1.xml"
IPEDS = (
    "UNITID,INSTNM,IALIAS,ADDR,CITY,STABBR,ZIP,OBEREG,WEBADDR,SECTOR,ICLEVEL,CONTROL,HBCU,CYACTIVE,CLOSEDAT,DEATHYR\n"
    '100654,Elm College,"Elm|EC",1 Way,Normal,AL,35762,5,www.elm.example/,1,1,1,1,1,-2,-2\n'
    "100663,Oak University,,2 Way,Birmingham,AL,35294,5,https://oak.example/,1,1,2,2,1,-2,-2\n"
)


def pdf(objects: Sequence[bytes] = (), *, text: str = SENTENCE, catalog: bytes = b"", page: bytes = b"") -> bytes:
    """A PDF of one page with that text; `objects` are further objects, numbered from 6 on, and `catalog` and `page`
    are put into these two dictionaries.
    """
    drawn = b"BT /F1 12 Tf 40 700 Td (" + text.encode("latin-1") + b") Tj ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> " + page + b" >>",
        stream(drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *objects,
    ]
    return numbered(parts)


def stream(content: bytes, said: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), said, content)


def numbered(parts: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Objects with numbers from 1 on, the table of their places, and the trailer."""
    made, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, trailer, len(made),
    )  # fmt: skip


def word(*paragraphs: str) -> bytes:
    """A Word document."""
    document = docx.Document()
    for text in paragraphs or (SENTENCE,):
        document.add_paragraph(text)
    return _saved(document)


def slim_word(body: bytes = b"") -> bytes:
    """A Word document of no more parts than it needs, whose body holds this XML."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inner = body or b"<w:p><w:r><w:t>" + SENTENCE.encode() + b"</w:t></w:r></w:p>"
    return packed(
        [
            ("[Content_Types].xml", CONTENT_TYPES % (WORD_TYPE + b"+xml", b"/word/document.xml")),
            ("_rels/.rels", RELATIONS % relation(b"officeDocument", b"word/document.xml")),
            (
                "word/document.xml",
                b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (main.encode(), inner),
            ),
        ]
    )


CONTENT_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="xml" ContentType="application/xml"/><Override ContentType="%s" PartName="%s"/></Types>'
)
RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
WORD_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main"


def relation(kind: bytes, target: bytes, mode: bytes = b"Internal", key: bytes = b"rId1") -> bytes:
    """A relationship."""
    place = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return b'<Relationship Id="%s" Type="%s%s" Target="%s" TargetMode="%s"/>' % (key, place, kind, target, mode)


def workbook(rows: Sequence[Sequence[object]] = ROWS) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    return _saved(book)


def changed(archive: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive with some parts put in place of its own, or added."""
    return packed(list((dict(unpacked(archive)) | parts).items()))


def part(archive: bytes, name: str) -> bytes:
    """A part of an archive."""
    return dict(unpacked(archive))[name]


def _saved(made: object) -> bytes:
    file = io.BytesIO()
    made.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def mail(body: str = SENTENCE, subject: str = "Elm College wins", kind: str = "text/plain", extra: str = "") -> bytes:
    """An e-mail of one part."""
    return (
        f"From: News <news@elm.example>\nTo: dei@elm.example\nSubject: {subject}\nDate: Tue, 03 Oct 2023 09:00:00 +0000\n"
        f"MIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n{extra}\n{body}\n"
    ).encode()


def html(body: str = "", head: str = "") -> bytes:
    """A web page."""
    told = body or f"<h1>Elm College wins</h1><p>{SENTENCE}</p>"
    return f"<!doctype html><html><head><title>News</title>{head}</head><body>{told}</body></html>".encode()


def csv() -> bytes:
    """A list of winners."""
    return "".join(",".join(map(str, row)) + "\n" for row in ROWS).encode()
