"""The report on the page, as the HTML file has it, but for the end of long tables."""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from typing import Final

from sqlalchemy import Connection

from dashboard.components import frame
from dashboard.report.choices import Choices
from dashboard.report.html_file import STYLE, section_html
from dashboard.report.make import report as made
from dashboard.report.model import Block, Figure, Paragraph, Report, Section, Table, captions, text
from dashboard.report.notes import NOTE, ROW

MOST_ROWS: Final = 100
"""Rows of a table, and notes, that the page shows: a school of thousands of statements fills megabytes."""
_PLACE: Final = re.compile(f'id="((?:{ROW}|{NOTE})\\d+)"')
_LINK: Final = re.compile(f'<a href="#((?:{ROW}|{NOTE})\\d+)">(.*?)</a>')


@dataclass(frozen=True)
class ReportShown:
    """A report, and what the page shows of it."""

    report: Report
    html: str


def shown_report(connection: Connection, choices: Choices) -> ReportShown:
    """The report of these choices with its HTML. Raises what `dashboard.report.make.report` raises."""
    report = made(connection, choices)
    return ReportShown(report, report_html(report))


def report_html(report: Report) -> str:
    """Every section of the report under its heading, with a list of them before.

    A reference to a row or note that is not shown stays as text, without a link that leads nowhere.
    """
    sections = [_shortened(section, len(list(report.notes()))) for section in report.sections]
    told = captions(sections)
    items = "".join(f'<li><a href="#{section.key}">{escape(section.title)}</a></li>' for section in report.sections)
    contents = f'<nav class="r-contents" aria-label="Contents of the report"><ol>{items}</ol></nav>'
    written = "".join(section_html(report, section, told, _picture, MOST_ROWS) for section in sections)
    there = set(_PLACE.findall(written))
    linked = _LINK.sub(lambda link: link[0] if link[1] in there else link[2], written)
    return f'<article class="aw r-report">{contents}{linked}</article>'


def show_report(html: str) -> None:
    """What `report_html` made, in the style of the file."""
    frame.show(_style())
    frame.show(html)


def _shortened(section: Section, notes: int) -> Section:
    """The section with the beginning of its long tables, and a line that says so."""
    if section.key == "notes":
        return replace(section, blocks=(*section.blocks, *_rest(notes, "notes")))
    return replace(section, blocks=tuple(_short_blocks(section.blocks)))


def _short_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) > MOST_ROWS:
            yield replace(block, rows=block.rows[:MOST_ROWS])
            yield from _rest(len(block.rows), "rows")
        else:
            yield block


def _rest(n: int, what: str) -> Iterator[Block]:
    if n > MOST_ROWS:
        yield Paragraph(text(f"The first {MOST_ROWS} of {n:,} {what}; the files hold all."))


def _picture(figure: Figure, _prefix: str) -> str:
    """As an image: Streamlit takes out of an inline SVG what its letters are made of."""
    content = b64encode(figure.png).decode()
    return f'<img src="data:image/png;base64,{content}" alt="{escape(figure.alt)}">'


@cache
def _style() -> str:
    """The style of the file, for what stands inside the report alone, in the colours of the theme chosen."""
    rules = STYLE.read_text(encoding="utf-8").partition("/* blocks */")[2].partition("/* print */")[0]
    colours = "".join(f"--{name}: var(--aw-{name});" for name in ("paper", "panel", "ink", "soft", "line", "accent"))
    return f"<style>.stApp .aw.r-report {{ {colours} max-width: 54rem; {rules} }}</style>"
