"""The report as one HTML file: pictures and style inside, nothing asked of the web, fit for print."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Final

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

STYLE: Final = Path(__file__).with_name("report.css")
Picture = Callable[[Figure, str], str]
"""A figure, and a prefix for names that are its own, as HTML."""
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_TAG = re.compile(r"<svg\b[^>]*>")
_ID = re.compile(r'(\bid="|\bhref="#|url\(#)')


def html_bytes(report: Report) -> bytes:
    """The report as one file of HTML."""
    head = (
        f'<!doctype html>\n<html lang="{LANGUAGE}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(f'{report.title}: {report.subtitle}')}</title>\n"
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
    )
    return f"{head}{body_html(report)}</body>\n</html>\n".encode()


def body_html(report: Report) -> str:
    """What stands in the body: header, contents, sections. Every value is escaped."""
    told = captions(report.sections)
    contents = "".join(f'<li><a href="#{section.key}">{escape(section.title)}</a></li>' for section in report.sections)
    return (
        f'<header class="r-head"><p class="r-kind">{escape(report.title)}</p>'
        f"<h1><bdi>{escape(report.subtitle)}</bdi></h1>"
        f'<p class="r-answer">{escape(report.headline)}.</p>'
        f'<p class="r-small">{escape(data_line(report))}</p></header>\n'
        f'<nav class="r-contents" aria-labelledby="contents"><h2 id="contents">Contents</h2>'
        f"<ol>{contents}</ol></nav>\n"
        f"<main>\n{''.join(section_html(report, section, told) for section in report.sections)}</main>\n"
    )


def section_html(
    report: Report, section: Section, told: dict[int, str], picture: Picture | None = None, most: int | None = None
) -> str:
    """One section under its heading; `picture` puts a figure's picture on the page, by default as inline SVG.

    Of the notes `most` are told, by default all.
    """
    inside = notes_html(report, most) if section.key == "notes" else ""
    blocks = "".join(block_html(report, block, told, picture or inline_svg) for block in section.blocks)
    return (
        f'<section class="r-section r-{section.key}" aria-labelledby="{section.key}">'
        f'<h2 id="{section.key}">{escape(section.title)}</h2>\n{blocks}{inside}</section>\n'
    )


def notes_html(report: Report, most: int | None = None) -> str:
    """Every source by its number, or the first so many."""
    items = "".join(
        f'<li id="{NOTE}{number}" value="{number}">{"".join(map(_piece, source_pieces(about)))}</li>\n'
        for number, about in list(report.notes())[:most]
    )
    return f'<ol class="r-notes">{items}</ol>' if items else "<p>No source is cited.</p>"


def block_html(report: Report, block: Block, told: dict[int, str], picture: Picture) -> str:
    """One block."""
    match block:
        case Paragraph():
            return f'<p dir="auto">{_runs(report, block.runs)}</p>\n'
        case Heading():
            return f"<h3>{escape(block.text)}</h3>\n"
        case Bullets():
            name = "ol" if block.ordered else "ul"
            items = "".join(f'<li dir="auto">{_runs(report, item)}</li>' for item in block.items)
            return f"<{name}>{items}</{name}>\n"
        case Figure():
            return _figure(report, block, told[id(block)], picture)
        case Table():
            return _table(report, block, told[id(block)])


def _figure(report: Report, figure: Figure, caption: str, picture: Picture) -> str:
    number = re.sub(r"\D.*", "", caption.removeprefix("Figure "))
    source = f'<span class="r-source">Source: {_runs(report, figure.source)}</span>' if figure.source else ""
    return (
        f'<figure><div class="r-picture">{picture(figure, f"f{number}-")}</div>'
        f"<figcaption>{escape(caption)} {source}</figcaption></figure>\n"
    )


def inline_svg(figure: Figure, prefix: str) -> str:
    """The picture as an element of the page, its names made its own by `prefix`."""
    svg = figure.svg.decode()
    svg = _ID.sub(rf"\g<1>{prefix}", svg[svg.index("<svg") :])
    said = f' role="img" aria-label="{escape(figure.alt)}"'
    opening = _TAG.search(svg)
    tag = re.sub(r' (?:role|width|height)="[^"]*"', "", opening.group()) if opening else ""
    return f"{tag[:-1]}{said}>{svg[opening.end() :]}" if opening else ""


def _table(report: Report, table: Table, caption: str) -> str:
    heads = "".join(
        f'<th scope="col"{" class=r-number" if column.number else ""}>{escape(column.head)}</th>'
        for column in table.columns
    )
    total = sum(column.share for column in table.columns)
    widths = "".join(f'<col style="width: {column.share / total:.1%}">' for column in table.columns)
    labelled = ' class="r-labelled"' if table.labelled else ""
    body = "".join(_row(report, table, row) for row in table.rows)
    source = f'<p class="r-source">Source: {_runs(report, table.source)}</p>' if table.source else ""
    return (
        f'<div class="r-scroll" role="region" tabindex="0" aria-label="{escape(caption)}"><table{labelled}>'
        f"<caption>{escape(caption)}</caption><colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>{source}\n"
    )


def _row(report: Report, table: Table, row: Row) -> str:
    number = report.labels[row.key] if table.labelled and row.key else None
    place = f' id="{ROW}{number}"' if number else ""
    cells = [f"A{number}" if number and at == 0 else _runs(report, cell) for at, cell in enumerate(row.cells)]
    first, *rest = cells
    kinds = [" class=r-number" if column.number else "" for column in table.columns[1:]]
    body = "".join(f'<td dir="auto"{kind}>{cell}</td>' for kind, cell in zip(kinds, rest, strict=True))
    return f'<tr{place}><th scope="row" dir="auto">{first}</th>{body}</tr>'


def _runs(report: Report, runs: Runs) -> str:
    return "".join(map(_piece, pieces(report, runs)))


def _piece(piece: Piece) -> str:
    html = escape(piece.text)
    html = f"<strong>{html}</strong>" if piece.bold else html
    html = f"<em>{html}</em>" if piece.italic else html
    target = piece.url or (f"#{piece.place}" if piece.place else "")
    return f'<a href="{escape(target)}">{html}</a>' if target else html
