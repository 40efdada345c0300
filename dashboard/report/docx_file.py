"""The report as a Word file: a draft in real styles that a person goes on writing in."""

from __future__ import annotations

import io
import re
from datetime import datetime, time
from typing import Final

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Inches
from docx.text.paragraph import Paragraph as WordParagraph

from dashboard.report.docx_parts import (
    Bookmarks,
    begin_field,
    bookmark,
    element,
    end_field,
    field,
    head_row,
    tell_table,
    write,
)
from dashboard.report.docx_styles import CONTENTS, SOURCE, TABLE, dress
from dashboard.report.model import (
    LANGUAGE,
    Block,
    Bullets,
    Figure,
    Heading,
    Paragraph,
    Report,
    Row,
    Runs,
    Section,
    Table,
    captions,
)
from dashboard.report.notes import NOTE, ROW, Piece, data_line, pieces, source_pieces
from dashboard.report.parcel import stable

TEXT_WIDTH: Final = 6.7
"""Inches between the margins."""
_CAPTION: Final = re.compile(r"(Figure|Table) (\d+)(\. .*)", re.DOTALL)


def docx_bytes(report: Report) -> bytes:
    """The report as a Word file."""
    file = io.BytesIO()
    _Writer(report).written().save(file)
    return stable(file.getvalue(), report.made_on)


class _Writer:
    """Writes one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._captions = captions(report.sections)
        self._bookmarks = Bookmarks()
        self._word: Word = Document()

    def written(self) -> Word:
        """The whole document."""
        dress(self._word)
        self._properties()
        self._frame()
        self._title()
        self._contents()
        for section in self._report.sections:
            self._section(section)
        return self._word

    def _properties(self) -> None:
        told, report = self._word.core_properties, self._report
        told.title = f"{report.title}: {report.subtitle}"[:255]
        told.subject = report.headline[:255]
        told.author = told.last_modified_by = "Award tracker"
        told.language = LANGUAGE
        told.created = told.modified = datetime.combine(report.made_on, time())
        told.revision = 1
        told.keywords = told.comments = ""

    def _frame(self) -> None:
        """School and title at the head of every page but the first, page numbers at the foot."""
        section = self._word.sections[0]
        section.header.paragraphs[0].text = f"{self._report.subtitle} · {self._report.title}"
        for foot in (section.footer, section.first_page_footer):
            line = foot.paragraphs[0]
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            line.add_run("Page ")
            field(line, "PAGE", "1")
            line.add_run(" of ")
            field(line, "NUMPAGES", "1")

    def _title(self) -> None:
        report = self._report
        self._word.add_paragraph(report.title, style=SOURCE)
        self._word.add_paragraph(report.subtitle, style="Title")
        self._word.add_paragraph(f"{report.headline}.", style="Subtitle")
        self._word.add_paragraph(data_line(report), style=SOURCE)

    def _contents(self) -> None:
        """A contents field that is filled already; Word puts the page numbers in."""
        heading = self._word.add_paragraph("Contents", style="TOC Heading")
        heading.paragraph_format.keep_with_next = True
        lines = [self._word.add_paragraph(style=CONTENTS) for _ in self._report.sections]
        for at, (line, section) in enumerate(zip(lines, self._report.sections, strict=True)):
            if at == 0:
                begin_field(line, r'TOC \o "1-2" \h \z \u', outdated=True)
            link = element("hyperlink", anchor=bookmark(f"section-{section.key}"), history="1")
            run = line.add_run(section.title)
            line._p.remove(run._r)
            link.append(run._r)
            line._p.append(link)
        end_field(lines[-1])

    def _section(self, section: Section) -> None:
        heading = self._word.add_heading(section.title, 1)
        heading.paragraph_format.page_break_before = section.key == "appendix" or None
        self._bookmarks.around(heading, f"section-{section.key}")
        if section.key == "notes":
            self._notes()
        for block in section.blocks:
            self._block(block)

    def _notes(self) -> None:
        for number, about in self._report.notes():
            line = self._word.add_paragraph(f"[{number}]\t")
            line.paragraph_format.left_indent = Inches(0.45)
            line.paragraph_format.first_line_indent = Inches(-0.45)
            line.paragraph_format.tab_stops.add_tab_stop(Inches(0.45))
            self._write(line, source_pieces(about))
            self._bookmarks.around(line, f"{NOTE}{number}")

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._runs(self._word.add_paragraph(), block.runs)
            case Heading():
                self._word.add_heading(block.text, 2)
            case Bullets():
                for item in block.items:
                    self._runs(self._word.add_paragraph(style="List Number" if block.ordered else "List Bullet"), item)
            case Figure():
                self._figure(block)
            case Table():
                self._table(block)

    def _figure(self, figure: Figure) -> None:
        line = self._word.add_paragraph()
        line.paragraph_format.keep_with_next = True
        shape = line.add_run().add_picture(io.BytesIO(figure.png), width=Inches(TEXT_WIDTH))
        about = shape._inline.docPr
        about.set("descr", figure.alt)
        about.set("name", self._captions[id(figure)].partition(".")[0])
        self._caption(figure, before_table=False)
        self._source(figure.source)

    def _caption(self, block: Figure | Table, *, before_table: bool) -> None:
        line = self._word.add_paragraph(style="Caption")
        line.paragraph_format.keep_with_next = before_table or None
        said = _CAPTION.fullmatch(self._captions[id(block)])
        if said is None:
            line.add_run(self._captions[id(block)])
            return
        kind, number, rest = said.groups()
        line.add_run(f"{kind} ")
        field(line, rf"SEQ {kind} \* ARABIC", number)
        line.add_run(rest)

    def _source(self, runs: Runs) -> None:
        if runs:
            line = self._word.add_paragraph("Source: ", style=SOURCE)
            self._runs(line, runs)

    def _table(self, table: Table) -> None:
        self._caption(table, before_table=True)
        made = self._word.add_table(rows=1 + len(table.rows), cols=len(table.columns), style=TABLE)
        made.autofit = False
        tell_table(made, self._captions[id(table)])
        total = sum(column.share for column in table.columns)
        widths = [Inches(TEXT_WIDTH * column.share / total) for column in table.columns]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        numbers = [column.number for column in table.columns]
        lines: list[Row | list[str]] = [[column.head for column in table.columns], *table.rows]
        for at, tr in enumerate(made._tbl.tr_lst):
            for tc, width in zip(tr.tc_lst, widths, strict=True):
                tc.width = width
            paragraphs = [WordParagraph(tc.p_lst[0], self._word._body) for tc in tr.tc_lst]
            self._row(paragraphs, lines[at], table, numbers)
        head_row(made)
        if table.source:
            self._source(table.source)
        else:
            self._word.add_paragraph()

    def _row(self, cells: list[WordParagraph], row: Row | list[str], table: Table, numbers: list[bool]) -> None:
        for at, (cell, number) in enumerate(zip(cells, numbers, strict=True)):
            if number:
                cell.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if isinstance(row, list):
                cell.add_run(row[at])
            elif at == 0 and table.labelled and row.key:
                label = self._report.labels[row.key]
                cell.add_run(f"A{label}")
                self._bookmarks.around(cell, f"{ROW}{label}")
            else:
                self._runs(cell, row.cells[at])

    def _runs(self, line: WordParagraph, runs: Runs) -> None:
        self._write(line, pieces(self._report, runs))

    def _write(self, line: WordParagraph, some: list[Piece]) -> None:
        for piece in some:
            write(line, piece)
