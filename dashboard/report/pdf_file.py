"""The report as a tagged PDF (PDF/UA-1), set by Typst from the template beside this module.

The template gets the report as JSON values, never as markup: nothing that a name holds is read as an instruction.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Final

from dashboard.report.letters import drawn, fonts_folder
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
    Table,
    captions,
)
from dashboard.report.notes import Piece, data_line, pieces, source_pieces

TEMPLATE: Final = Path(__file__).with_name("report.typ")


def pdf_bytes(report: Report) -> bytes:
    """The report as a PDF file."""
    import typst  # late: a large library that only this needs

    made = typst.compile(
        TEMPLATE,
        font_paths=[fonts_folder()],
        ignore_system_fonts=True,  # the same type on every machine
        sys_inputs={"report": json.dumps(_whole(report), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(datetime.combine(report.made_on, time(), UTC).timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("one PDF file was asked of Typst, and it gave none")
    return made


def _whole(report: Report) -> dict[str, Any]:
    told = captions(report.sections)
    return {
        "title": drawn(report.title),
        "subtitle": drawn(report.subtitle),
        "answer": drawn(f"{report.headline}."),
        "data": drawn(data_line(report)),
        "language": LANGUAGE.partition("-")[0],
        "region": LANGUAGE.partition("-")[2].lower(),
        "date": [report.made_on.year, report.made_on.month, report.made_on.day],
        "sections": [
            {
                "key": section.key,
                "title": drawn(section.title),
                "blocks": [_block(report, block, told) for block in section.blocks],
            }
            for section in report.sections
        ],
        "notes": [
            {"number": n, "runs": [_piece(piece) for piece in source_pieces(about)]} for n, about in report.notes()
        ],
    }


def _block(report: Report, block: Block, told: dict[int, str]) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "runs": _runs(report, block.runs)}
        case Heading():
            return {"kind": "heading", "text": drawn(block.text)}
        case Bullets():
            return {"kind": "list", "ordered": block.ordered, "items": [_runs(report, item) for item in block.items]}
        case Figure():
            about = {"caption": drawn(told[id(block)]), "alt": drawn(block.alt), "source": _runs(report, block.source)}
            return {"kind": "figure", **about, "svg": block.svg.decode()}
        case Table():
            return _table(report, block, drawn(told[id(block)]))


def _table(report: Report, table: Table, caption: str) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": caption,
        "source": _runs(report, table.source),
        "columns": [{"head": drawn(c.head), "share": c.share, "number": c.number} for c in table.columns],
        "rows": [_row(report, table, row) for row in table.rows],
    }


def _row(report: Report, table: Table, row: Row) -> dict[str, Any]:
    cells = [_runs(report, cell) for cell in row.cells]
    number = report.labels[row.key] if table.labelled and row.key else 0
    if number:
        cells[0] = [_piece(Piece(f"A{number}"))]
    return {"number": number, "cells": cells}


def _runs(report: Report, runs: Runs) -> list[dict[str, Any]]:
    return [_piece(piece) for piece in pieces(report, runs)]


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "text": drawn(piece.text),
        "bold": piece.bold,
        "italic": piece.italic,
        "place": piece.place,
        "url": piece.url,
    }
