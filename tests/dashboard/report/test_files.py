"""The four kinds of file, opened again by other programs' eyes."""

import io
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from dashboard.report.choices import FORMATS
from dashboard.report.docx_file import docx_bytes
from dashboard.report.html_file import html_bytes
from dashboard.report.letters import drawn
from dashboard.report.model import Figure, Report, Table
from dashboard.report.pdf_file import pdf_bytes
from dashboard.report.pptx_file import pptx_bytes
from dashboard.report.write import report_bytes
from tests.dashboard.report.conftest import HOSTILE, Make

OFFICE = shutil.which("soffice")


def figures(report: Report) -> list[Figure]:
    return [block for section in report.sections for block in section.blocks if isinstance(block, Figure)]


def tables(report: Report) -> list[Table]:
    return [block for section in report.sections for block in section.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_data_and_choices_give_the_same_bytes(made: Make, form: str) -> None:
    one, other = made(peers="Neighbours"), made(peers="Neighbours")
    assert report_bytes(one, form) == report_bytes(other, form)


class Elements(HTMLParser):
    """Tags with their attributes, the text, and how tags nest."""

    VOID = frozenset({"meta", "col", "img", "br", "path", "use", "rect"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.headings: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def given(self, name: str) -> list[str]:
        return [value for _, attrs in self.tags for key, value in attrs.items() if key == name and value]


def test_html_asks_nothing_of_the_web_and_holds_together(rich: Report) -> None:
    page = Elements(html_bytes(rich).decode())
    assert not [tag for tag, _ in page.tags if tag in ("script", "link", "iframe", "object")]
    assert not page.given("src")
    assert not [url for url in re.findall(r"url\(([^)]*)\)", html_bytes(rich).decode()) if not url.startswith("#")]
    ids = page.given("id")
    assert len(ids) == len(set(ids))
    local = [href for href in page.given("href") + page.given("xlink:href") if href.startswith("#")]
    assert {href[1:] for href in local} <= set(ids)
    assert page.headings[0] == "h1"
    assert page.headings.count("h1") == 1
    assert {"scope": "col"}.items() <= next(attrs for tag, attrs in page.tags if tag == "th").items()
    assert sum(tag == "caption" for tag, _ in page.tags) == len(tables(rich))
    assert [label for tag, attrs in page.tags if tag == "svg" and (label := attrs["aria-label"])] == [
        figure.alt for figure in figures(rich)
    ]
    assert next(attrs for tag, attrs in page.tags if tag == "html")["lang"] == "en-US"


def test_html_takes_no_name_for_markup(hostile: Report) -> None:
    page = Elements(html_bytes(hostile).decode())
    assert not [tag for tag, _ in page.tags if tag in ("script", "b")]
    assert HOSTILE in page.text
    assert "<script>alert(1)</script>" in page.text
    assert not [href for href in page.given("href") if href.startswith("javascript")]
    assert "https://ok.example/?a=1&b=2" in page.given("href")


def test_pdf_is_tagged_and_has_what_a_reader_needs(rich: Report) -> None:
    pdf = PdfReader(io.BytesIO(pdf_bytes(rich)))
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower() == "en-us"
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Annual award report 2023: Alive School of Medicine"
    assert [one.title for one in pdf.outline if not isinstance(one, list)] == [one.title for one in rich.sections]  # type: ignore[union-attr]
    kinds = _kinds(root["/StructTreeRoot"])
    assert kinds.count("/Table") == len(tables(rich))
    assert kinds.count("/Figure") >= len(figures(rich))
    assert "/TH" in kinds
    text = "\n".join(page.extract_text() for page in pdf.pages)
    assert f"Page 1 of {len(pdf.pages)}" in text


def _kinds(node: Any) -> list[str]:
    """The kinds of all elements of the structure."""
    found, waiting = [], [node]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting.extend(one)
        elif hasattr(one, "get"):
            found += [one["/S"]] if "/S" in one else []
            waiting += [one["/K"]] if "/K" in one else []
    return found


def test_pdf_takes_no_name_for_markup_and_loses_no_letter(hostile: Report) -> None:
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf_bytes(hostile))).pages)
    squeezed = re.sub(r"\s", "", text)
    assert '#eval("1")$x$*s*_e_[l]@k{c}' in squeezed
    assert "[graduationcap]" in squeezed
    assert "<script>alert(1)</script>" in squeezed
    assert drawn("🎓 学") == "[graduation cap] [cjk unified ideograph-5b66]"


def test_word_has_real_styles_fields_and_alternative_texts(rich: Report) -> None:
    word = docx.Document(io.BytesIO(docx_bytes(rich)))
    styles = [line.style.name for line in word.paragraphs if line.style]
    assert styles.count("Title") == 1
    assert [line.text for line in word.paragraphs if line.style and line.style.name == "Heading 1"] == [
        section.title for section in rich.sections
    ]
    assert styles.count("Caption") == len(figures(rich)) + len(tables(rich))
    assert "List Bullet" in styles
    assert len(word.tables) == len(tables(rich))
    for made in word.tables:
        first = made.rows[0]._tr.trPr
        assert first is not None
        assert first.find(qn("w:tblHeader")) is not None
    xml = word.element.xml
    assert [shape._inline.docPr.get("descr") for shape in word.inline_shapes] == [one.alt for one in figures(rich)]
    assert r'TOC \o "1-2"' in xml
    assert "NUMPAGES" in word.sections[0].footer._element.xml
    anchors = set(re.findall(r'w:anchor="([^"]+)"', xml))
    assert anchors <= set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', xml))
    assert word.core_properties.language == "en-US"
    assert word.core_properties.title == "Annual award report 2023: Alive School of Medicine"


def test_word_takes_no_name_for_markup(hostile: Report) -> None:
    content = docx_bytes(hostile)
    word = docx.Document(io.BytesIO(content))
    assert next(line.text for line in word.paragraphs if line.style and line.style.name == "Title") == HOSTILE
    relations = zipfile.ZipFile(io.BytesIO(content)).read("word/_rels/document.xml.rels").decode()
    assert "javascript" not in relations
    assert "https://ok.example/?a=1&amp;b=2" in relations


def test_five_slides_with_titles_pictures_and_notes(rich: Report) -> None:
    deck = pptx.Presentation(io.BytesIO(pptx_bytes(rich)))
    slides = list(deck.slides)
    assert [slide.shapes.title.text for slide in slides if slide.shapes.title] == [
        "Alive School of Medicine",
        "Where we stand",
        "Wins over time",
        "Among peers",
        "What is not known, and the sources",
    ]
    told = [
        shape._element.nvPicPr.cNvPr.get("descr")
        for slide in slides
        for shape in slide.shapes
        if shape.shape_type == 13
    ]
    assert told == [figure.alt for figure in figures(rich)[:3]]
    assert all(slide.notes_slide.notes_text_frame.text for slide in slides)
    assert "https://alive.example/news" in slides[-1].notes_slide.notes_text_frame.text
    assert not [shape for slide in slides for shape in slide.placeholders if shape.has_text_frame and not shape.text]


def test_slides_stay_five_whatever_was_chosen(made: Make, hostile: Report) -> None:
    bare = pptx.Presentation(io.BytesIO(pptx_bytes(made("silent-univ", sections=("tiers",)))))
    assert len(bare.slides) == 5
    deck = pptx.Presentation(io.BytesIO(pptx_bytes(hostile)))
    assert deck.slides[0].shapes.title.text == HOSTILE


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_libreoffice_opens_it(rich: Report, tmp_path: Path, form: str) -> None:
    (tmp_path / f"report.{form}").write_bytes(report_bytes(rich, form))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / f"report.{form}")], check=True, timeout=120, capture_output=True)
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    assert "Alive School of Medicine" in text
    assert "Where we stand" in text
