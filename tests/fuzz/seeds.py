# ruff: noqa: E501
"""The first files of the corpus, made by `python -m tests.fuzz seeds`; what a run finds is kept beside them."""

import gzip
from collections.abc import Mapping

from tests.fuzz import documents as made
from tests.fuzz.readers import CORPUS

LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


def first_files() -> Mapping[str, Mapping[str, bytes]]:
    """For each reader files by name: some that are good, and some that are hostile."""
    book, letter = made.workbook(), made.slim_word()
    sheet, text = made.part(book, made.SHEET), made.part(letter, "word/document.xml")
    return {
        "csv": {
            "plain": made.csv(),
            "semicolons": made.csv().replace(b",", b";"),
            "quotes": b'School,Award,Year\n"Elm, ""College""",HEED,2023\n"Oak\nUniversity",HEED,2022\n"open,HEED,2021\nAsh,HEED,2020\n',
            "utf16": made.csv().decode().encode("utf-16"),
            "windows": "School,Award,Year\nÉlm Collège,HEED,2023\n".encode("cp1252"),
            "nuls": b"School,Award,Year\nElm\x00 College,HEED,2023\n" + b"Oak,HEED,2022\n" * 20,
            "returns": made.csv().replace(b"\n", b"\r"),
            "title": b"Winners of 2023\n\nSchool,Award,Year,Outcome\nElm College,HEED,2023,won\n",
            "log": b"School,Award,Year,Outcome,Date\nElm College,HEED,2023,submitted,2023-01-05\nElm College,HEED,2022,won,\n",
            "claims": b"School,Family,Claim,N,As of,Source\nElm College,HEED,consecutive,3,2023,s1\n",
        },
        "tsv": {"plain": made.csv().replace(b",", b"\t"), "bars": made.csv().replace(b",", b"|")},
        "xlsx": {
            "plain": book,
            "laughs": made.changed(book, {made.SHEET: LAUGHS + sheet}),
            "corner": made.changed(book, {made.SHEET: sheet.replace(b'r="A1"', b'r="XFD1048576"', 1)}),
            "formula": made.changed(book, {made.SHEET: sheet.replace(b"<v>2023</v>", b"<f>A1</f>")}),
            "error": made.changed(book, {made.SHEET: sheet.replace(b"<v>2023</v>", b'<v>#REF!</v>')}),
            "external": made.changed(
                book, {"xl/_rels/workbook.xml.rels": made.RELATIONS % made.relation(b"worksheet", b"http://127.0.0.1:9/", b"External")}
            ),
            "no-sheet": made.changed(book, {"xl/workbook.xml": b"<workbook/>"}),
        },
        "ipeds": {
            "plain": made.IPEDS.encode(),
            "mark": b"\xef\xbb\xbf" + made.IPEDS.encode(),
            "quote": made.IPEDS.replace('"Elm|EC"', '"Elm|EC').encode(),
            "windows": made.IPEDS.replace("Elm College", "Élm").encode("cp1252"),
        },
        "zip": {
            "plain": made.packed([("hd2023.csv", made.IPEDS.encode())]),
            "revised": made.packed([("hd2023.csv", made.IPEDS.encode()), ("hd2023_rv.csv", made.IPEDS.encode())]),
            "nested": made.packed([("HD2023.zip", made.packed([("hd2023.csv", made.IPEDS.encode())]))]),
            "paths": made.packed([("../../hd2023.csv", made.IPEDS.encode())]),
        },
        "gz": {"plain": gzip.compress(made.IPEDS.encode(), mtime=0)},
        "txt": {
            "plain": made.SENTENCE.encode() + b"\n\nIt was founded in 1890.\n",
            "utf16": made.SENTENCE.encode("utf-16"),
            "windows": b"\x93Elm\x94 College \x96 HEED 2023\n",
            "markup": made.html(),
        },
        "md": {"plain": b"# Elm College wins\n\n" + made.SENTENCE.encode() + b" [More](javascript:alert(1)) ![x](data:,x)\n"},
        "html": {
            "plain": made.html(),
            "dated": made.html(head='<meta property="article:published_time" content="2023-10-03"><link rel="canonical" href="https://elm.example/n">'),
            "hostile": made.html(
                head='<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><base href="javascript:x"><link rel="canonical" href="javascript:alert(1)">',
                body=f'<body onload="alert(1)"><script>alert(1)</script><p>{made.SENTENCE}</p><img src="http://127.0.0.1:9/x.png"><iframe src="data:text/html,x">',
            ),
            "table": made.html("<table><tr><th>School<th>Year<tr><td>Elm<td>2023</table>" + f"<p>{made.SENTENCE}</p>" * 4),
            "deep": made.html("<div>" * 450 + made.SENTENCE),
            "broken": b"<html><p>Elm <b>College <!-- <p> &#xFFFFFFFF; &bogus; <![CDATA[ x ]]> " + made.SENTENCE.encode(),
        },
        "eml": {
            "plain": made.mail(),
            "html": made.mail(made.html().decode(), kind="text/html"),
            "parts": made.mail(
                f"--x\nContent-Type: text/plain\n\n{made.SENTENCE}\n--x\nContent-Type: application/pdf\n"
                'Content-Disposition: attachment; filename="../../a.pdf"\nContent-Transfer-Encoding: base64\n\nAAAA\n--x--',
                kind='multipart/mixed; boundary="x"',
            ),
            "encoded": made.mail("RWxtIENvbGxlZ2U=", extra="Content-Transfer-Encoding: base64\n", subject="=?utf-8?q?Elm?="),
            "nested": made.mail("Subject: inner\n\n" + made.SENTENCE, kind="message/rfc822"),
        },
        "docx": {
            "plain": letter,
            "table": made.slim_word(b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Elm</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
            "laughs": made.changed(letter, {"word/document.xml": LAUGHS + text}),
            "macro": made.changed(letter, {"[Content_Types].xml": made.CONTENT_TYPES % (made.MACRO_TYPE + b"+xml", b"/word/document.xml")}),
            "external": made.changed(
                letter,
                {"word/_rels/document.xml.rels": made.RELATIONS % made.relation(b"attachedTemplate", b"http://127.0.0.1:9/t.dotm", b"External")},
            ),
        },
        "pdf": {
            "plain": made.pdf(),
            "script": made.pdf([b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"], catalog=b"/OpenAction 6 0 R"),
            "launch": made.pdf([b"<< /S /Launch /F (calc.exe) >>"], catalog=b"/OpenAction 6 0 R"),
            "circle": made.numbered([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
            "scanned": made.pdf(text=""),
            "info": made.pdf([b"<< /Title (Elm College wins) /CreationDate (D:20231003090000Z) >>"]).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 6 0 R"),
        },
    }  # fmt: skip


def write() -> int:
    """Put the first files into the corpus; returns how many there are."""
    count = 0
    for reader, files in first_files().items():
        for name, content in files.items():
            (CORPUS / reader).mkdir(parents=True, exist_ok=True)
            (CORPUS / reader / name).write_bytes(content)
            count += 1
    return count
