"""The report as five slides: headline, streak, wins over time, peers or initiatives, what is not known."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, time
from typing import Any, Final

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from dashboard.palette import LIGHT
from dashboard.report.choices import SECTIONS
from dashboard.report.model import LANGUAGE, Block, Bullets, Figure, Paragraph, Report, Section, Table, cited_in, plain
from dashboard.report.notes import data_line, source_pieces
from dashboard.report.parcel import stable

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, RIGHT = Inches(0.7), Inches(12.63)
TITLE_TOP, TITLE_HEIGHT, BODY_TOP, BODY_BOTTOM = Inches(0.45), Inches(1.15), Inches(1.75), Inches(6.9)
FONT: Final = "Calibri"
MOST_LINES: Final = 9
"""Lines of a list on one slide; of more the number, and the report has them all."""
MOST_SOURCES: Final = 7
MOST_BESIDE_PICTURE: Final = 4
MOST_HIGH: Final = Inches(3.3)
"""A picture that is higher has its text beside it."""
NOT_CHOSEN: Final = "This part was not chosen for the report, or nothing is known for it."
LONGEST_LINE: Final = 150
_TITLE, _CONTENT, _TWO = 0, 1, 3
"""Layouts of the template that python-pptx brings."""


def pptx_bytes(report: Report) -> bytes:
    """The report as a PowerPoint file of five slides."""
    deck = Presentation()
    _widen(deck)
    _properties(deck, report)
    _headline(deck, report)
    _pictured(deck, report, "headline", "streak")
    _pictured(deck, report, "wins", "year")
    if _figure(report.section("peers")):
        _pictured(deck, report, "peers", "peers")
    else:
        _initiatives(deck, report)
    _unknown(deck, report)
    file = io.BytesIO()
    deck.save(file)
    return stable(file.getvalue(), report.made_on)


def _widen(deck: Any) -> None:
    """Slides of 16:9; the template's places move with them."""
    share = WIDTH / deck.slide_width
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = Emu(int(shape.left * share)), Emu(int(shape.width * share))
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT


def _properties(deck: Any, report: Report) -> None:
    told = deck.core_properties
    told.title = f"{report.title}: {report.subtitle}"[:255]
    told.subject = report.headline[:255]
    told.author = told.last_modified_by = "Award tracker"
    told.language = LANGUAGE
    told.created = told.modified = datetime.combine(report.made_on, time())
    told.revision = 1
    told.keywords = told.comments = ""


def _headline(deck: Any, report: Report) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE])
    _place(slide.shapes.title, LEFT, Inches(1.9), RIGHT - LEFT, Inches(1.5))
    _say(slide.shapes.title, [report.subtitle], 40, bold=True, anchor=MSO_ANCHOR.BOTTOM)
    below = slide.placeholders[1]
    _place(below, LEFT, Inches(3.55), RIGHT - LEFT, Inches(2.2))
    _say(below, [f"{report.headline}.", report.title, data_line(report)], 24, small=(1, 2), colour=LIGHT.ink)
    _notes(slide, report, report.section("headline"))


def _pictured(deck: Any, report: Report, key: str, told_by: str) -> None:
    """A slide of one picture with what the section `told_by` says of it in short: under it, or beside a tall one."""
    section = report.section(key)
    figure = _figure(section)
    slide = deck.slides.add_slide(deck.slide_layouts[_CONTENT])
    _head(slide, SECTIONS[key])
    lines = _paragraphs(report.section(told_by))[:MOST_BESIDE_PICTURE]
    body = slide.placeholders[1]
    if figure is None:
        _body(body, lines or [NOT_CHOSEN])
    else:
        shape = _picture(slide, figure)
        if shape.height > MOST_HIGH:
            _fit(shape, (RIGHT - LEFT) * 0.6, BODY_BOTTOM - BODY_TOP)
            _body(body, lines, left=int(shape.left + shape.width + Inches(0.3)))
        else:
            _body(body, lines, top=int(shape.top + shape.height + Inches(0.2)))
    _notes(slide, report, section)


def _initiatives(deck: Any, report: Report) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_CONTENT])
    section = report.section("initiatives")
    _head(slide, "Initiatives cited")
    lines = _lines(section) or [NOT_CHOSEN]
    _body(slide.placeholders[1], lines)
    _notes(slide, report, section)


def _unknown(deck: Any, report: Report) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TWO])
    _head(slide, "What is not known, and the sources")
    left, right = (slide.placeholders[1], slide.placeholders[2])
    half = Emu((RIGHT - LEFT) // 2 - Inches(0.2))
    _place(left, LEFT, BODY_TOP, half, BODY_BOTTOM - BODY_TOP)
    _place(right, RIGHT - half, BODY_TOP, half, BODY_BOTTOM - BODY_TOP)
    _say(left, _lines(report.section("unknown")) or [NOT_CHOSEN], 16)
    notes = [f"[{n}] {_short(about.title)}" for n, about in report.notes()]
    more = [f"and {len(notes) - MOST_SOURCES} more, in the notes of this slide"] if len(notes) > MOST_SOURCES else []
    _say(right, [*notes[:MOST_SOURCES], *more] or ["No source is cited."], 14)
    _tell(slide, _sources(report, {n for n, _ in report.notes()}))


def _figure(section: Section | None) -> Figure | None:
    return next((block for block in section.blocks if isinstance(block, Figure)), None) if section else None


def _lines(section: Section | None) -> list[str]:
    """The paragraphs, items and rows of a section, the first of them; of more how many."""
    found: list[str] = []
    for block in section.blocks if section else ():
        if isinstance(block, Table):
            found += [f"{plain(row.cells[0])}: {plain(row.cells[1])}" for row in block.rows]
        else:
            found += _told(block)
    more = [f"and {len(found) - MOST_LINES} more lines in the report"] if len(found) > MOST_LINES else []
    return [_short(line) for line in found[:MOST_LINES]] + more


def _paragraphs(section: Section | None) -> list[str]:
    """The paragraphs and items of a section without its rules."""
    return [_short(line) for block in (section.blocks if section else ()) for line in _told(block)]


def _told(block: Block) -> list[str]:
    """A paragraph or the items of a list; references stand in the report, slides have no appendix."""
    match block:
        case Paragraph() if not block.quoted:
            return [_tidy(plain(block.runs))]
        case Bullets():
            return [_tidy(plain(item)) for item in block.items]
        case _:
            return []


def _tidy(line: str) -> str:
    """The line without the blanks that references leave behind."""
    return " ".join(line.split()).replace(" .", ".").replace(" ,", ",")


def _short(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE].rstrip()}…"


def _head(slide: Any, title: str) -> None:
    _place(slide.shapes.title, LEFT, TITLE_TOP, RIGHT - LEFT, TITLE_HEIGHT)
    _say(slide.shapes.title, [_short(title)], 30, bold=True, anchor=MSO_ANCHOR.MIDDLE)


def _body(shape: Any, lines: Sequence[str], *, left: int = LEFT, top: int = BODY_TOP) -> None:
    """The lines in the place from there to the lower right; a place without any is taken away."""
    if not lines:
        shape._element.getparent().remove(shape._element)
        return
    _place(shape, left, top, RIGHT - left, BODY_BOTTOM - top)
    _say(shape, lines, 18 if (left, top) == (LEFT, BODY_TOP) else 16)


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = Emu(left), Emu(top), Emu(width), Emu(height)


def _say(
    shape: Any, lines: Iterable[str], points: float, *, bold: bool = False, small: Sequence[int] = (),
    anchor: Any = None, colour: str = LIGHT.ink,
) -> None:  # fmt: skip
    frame = shape.text_frame
    frame.word_wrap = True
    if anchor is not None:
        frame.vertical_anchor = anchor
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.name = Pt(14 if at in small else points), bold, FONT
        run.font.color.rgb = _colour(LIGHT.soft if at in small else colour)
        run._r.get_or_add_rPr().set("lang", LANGUAGE)
        paragraph.alignment = 1
        paragraph.space_after = Pt(6)


def _colour(colour: str) -> Any:
    made: Any = RGBColor
    return made.from_string(colour[1:])


def _picture(slide: Any, figure: Figure) -> Any:
    """The picture under the title, as wide as the slide allows."""
    shape = slide.shapes.add_picture(io.BytesIO(figure.png), LEFT, BODY_TOP)
    _fit(shape, RIGHT - LEFT, BODY_BOTTOM - BODY_TOP)
    shape._element.nvPicPr.cNvPr.set("descr", figure.alt)
    shape.name = "Picture"
    return shape


def _fit(shape: Any, most_wide: float, most_high: float) -> None:
    share = min(most_wide / shape.width, most_high / shape.height)
    shape.width, shape.height = Emu(int(shape.width * share)), Emu(int(shape.height * share))


def _notes(slide: Any, report: Report, section: Section | None) -> None:
    """What the section says, with its sources, for the person who speaks."""
    figure = _figure(section)
    sources = _sources(report, cited_in(report, section.blocks)) if section else []
    told = [*([figure.alt] if figure else []), *_paragraphs(section), data_line(report)]
    _tell(slide, [*told, "Sources:", *sources] if sources else told)


def _sources(report: Report, numbers: Collection[int]) -> list[str]:
    notes = [(n, about) for n, about in report.notes() if n in numbers]
    return [f"[{n}] {''.join(piece.text for piece in source_pieces(about))}" for n, about in notes]


def _tell(slide: Any, lines: Sequence[str]) -> None:
    slide.notes_slide.notes_text_frame.text = "\n".join(lines)
