"""The looks of the Word report: real styles that a person goes on writing with."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt, RGBColor

from dashboard.palette import LIGHT
from dashboard.report.model import LANGUAGE

FONT: Final = "Calibri"
TABLE: Final = "Report Table"
CONTENTS: Final = "toc 1"
SOURCE: Final = "Source"
SIZES: Final = {"Title": 26, "Subtitle": 14, "Heading 1": 17, "Heading 2": 13, "Caption": 9.5, "Normal": 11}
_ACCENTED: Final = frozenset({"Heading 1"})
_TABLE_STYLE: Final = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
  <w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line[1:]}"/>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line[1:]}"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line[1:]}"/>
  </w:tblBorders><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
    <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{LIGHT.ink[1:]}"/></w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>"""


def dress(document: Document) -> None:
    """Give the document the house's styles, its page and its language."""
    styles = document.styles
    for name, points in SIZES.items():
        style = styles[name]
        _font(style, points, LIGHT.accent if name in _ACCENTED else LIGHT.ink)
    for name in ("Subtitle", "Caption"):
        styles[name].font.italic = False
    _spaced(styles["Normal"], 0, 7)
    _spaced(styles["Heading 1"], 22, 6)
    _spaced(styles["Heading 2"], 14, 4)
    _spaced(styles["Caption"], 8, 4)
    _spaced(styles["Title"], 0, 4)
    _unbordered(styles["Title"].element)
    source = styles.add_style(SOURCE, WD_STYLE_TYPE.PARAGRAPH)
    source.base_style = styles["Normal"]
    _font(source, 9, LIGHT.soft)
    _spaced(source, 0, 12)
    contents = styles.add_style(CONTENTS, WD_STYLE_TYPE.PARAGRAPH)
    contents.base_style = styles["Normal"]
    _spaced(contents, 0, 2)
    styles.element.append(parse_xml(_TABLE_STYLE))
    _speaks(document)
    for section in document.sections:
        section.page_width, section.page_height = Inches(8.5), Inches(11)
        section.left_margin = section.right_margin = Inches(0.9)
        section.top_margin = section.bottom_margin = Inches(0.9)
        section.different_first_page_header_footer = True


def _font(style: Any, points: float, colour: str) -> None:
    style.font.name = FONT
    style.font.size = Pt(points)
    style.font.color.rgb = RGBColor.from_string(colour[1:])
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _spaced(style: Any, before: float, after: float) -> None:
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)


def _unbordered(element: Any) -> None:
    for border in element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _speaks(document: Document) -> None:
    """The language of the document, for spelling and for screen readers."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
