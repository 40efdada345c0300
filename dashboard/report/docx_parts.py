"""Parts of a Word file that python-docx has no words for: fields, bookmarks, links, headers of tables."""

from __future__ import annotations

import unicodedata
from itertools import count
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from dashboard.palette import LIGHT
from dashboard.report.notes import Piece

RIGHT_TO_LEFT = frozenset({"R", "AL"})


def element(tag: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


class Bookmarks:
    """Numbers bookmarks as they are set."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def around(self, paragraph: Paragraph, name: str) -> None:
        """Set a bookmark of that name around what the paragraph holds."""
        number = str(next(self._numbers))
        first = paragraph._p.pPr
        at = 0 if first is None else 1
        paragraph._p.insert(at, element("bookmarkStart", id=number, name=bookmark(name)))
        paragraph._p.append(element("bookmarkEnd", id=number))


def bookmark(place: str) -> str:
    """The place as Word takes it: letters, numbers and underscores."""
    return place.replace("-", "_")


def write(paragraph: Paragraph, piece: Piece) -> None:
    """Add a piece to the paragraph: plain, or a link to a place in the file or of the web."""
    run = paragraph.add_run(piece.text)
    run.bold, run.italic = piece.bold or None, piece.italic or None
    if is_right_to_left(piece.text):
        run.font.rtl = True
    if not (piece.place or piece.url):
        return
    _looks_like_a_link(run)
    if piece.place:
        link = element("hyperlink", anchor=bookmark(piece.place), history="1")
    else:
        link = element("hyperlink", history="1")
        number = paragraph.part.relate_to(piece.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), number)
    paragraph._p.remove(run._r)
    link.append(run._r)
    paragraph._p.append(link)


def _looks_like_a_link(run: Run) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(LIGHT.accent[1:])


def is_right_to_left(said: str) -> bool:
    """Whether all letters of the text run from right to left."""
    kinds = {unicodedata.bidirectional(letter) for letter in said}
    return bool(kinds & RIGHT_TO_LEFT) and "L" not in kinds


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field that Word reckons anew, such as a page number, with what is shown until then."""
    begin_field(paragraph, instruction)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, instruction: str, *, outdated: bool = False) -> None:
    """Open a field; what follows is shown until Word reckons it anew. An outdated one Word renews on opening."""
    begin = element("fldChar", fldCharType="begin")
    if outdated:
        begin.set(qn("w:dirty"), "true")
    paragraph.add_run()._r.append(begin)
    told = element("instrText")
    told.set(qn("xml:space"), "preserve")
    told.text = f" {instruction} "
    paragraph.add_run()._r.append(told)
    paragraph.add_run()._r.append(element("fldChar", fldCharType="separate"))


def end_field(paragraph: Paragraph) -> None:
    """Close the field."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def head_row(table: Table) -> None:
    """Let the first row be repeated on every page, and no row be cut by the end of one."""
    for at, row in enumerate(table.rows):
        about = row._tr.get_or_add_trPr()
        about.append(element("cantSplit"))
        if at == 0:
            about.append(element("tblHeader"))


def tell_table(table: Table, told: str) -> None:
    """The alternative text of a table."""
    about = table._tbl.tblPr
    about.append(element("tblCaption", val=told))
