"""How references and sources are written, in every kind of file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.queries.sources import SourceInfo
from dashboard.report.model import Cite, Ref, Report, Run, Runs, Text, clean
from dashboard.report.own_words import web_address
from dashboard.report.phrases import PUBLISHERS

ROW: Final = "row-"
NOTE: Final = "note-"


@dataclass(frozen=True)
class Piece:
    """A piece of text as a file writes it: its look, and where it leads (a place in the file, or an address)."""

    text: str
    bold: bool = False
    italic: bool = False
    place: str = ""
    url: str = ""


def pieces(report: Report, runs: Runs) -> list[Piece]:
    """The runs with references spelled out: "(A7, A11–A12)", "[1] [2]", each leading to its row or note."""
    return [piece for run in runs for piece in _pieces(report, run)]


def _pieces(report: Report, run: Run) -> list[Piece]:
    match run:
        case Text():
            return [Piece(run.text, run.bold, run.italic, url=run.url)]
        case Ref():
            spans = report.referred(run)
            parts = [Piece(f"A{a}" if a == b else f"A{a}–A{b}", place=f"{ROW}{a}") for a, b in spans]
            return [Piece("("), *_joined(parts, ", "), Piece(")")] if parts else []
        case Cite():
            return _joined([Piece(f"[{n}]", place=f"{NOTE}{n}") for n in report.cited(run)], " ")


def _joined(parts: list[Piece], between: str) -> list[Piece]:
    found = [piece for part in parts for piece in (Piece(between), part)]
    return found[1:]


def written(report: Report, runs: Runs) -> str:
    """The runs as plain text with their references."""
    return "".join(piece.text for piece in pieces(report, runs))


def source_pieces(about: SourceInfo) -> list[Piece]:
    """A source as its note tells it: title, kind of publisher, day, address, remark."""
    title = clean(about.title)
    told = [PUBLISHERS.get(about.publisher_kind, about.publisher_kind)]
    if about.published_on:
        told.append(f"{about.published_on.day} {about.published_on:%B %Y}")
    if about.note:
        told.append(clean(about.note))
    if about.mirror:
        told.append("a copy; the original is to be found")
    url = web_address(about.url or "")
    address = [Piece(" "), Piece(url, url=url)] if url else [Piece(f" {clean(about.url)}")] if about.url else []
    return [Piece(f"{title}. ", italic=True), Piece(f"{'; '.join(told)}."), *address]


def data_line(report: Report) -> str:
    """Which data the report tells of, and the date it states."""
    made, data = report.made_on, report.data_from
    return (
        f"Made on {made.day} {made:%B %Y} from data version {report.version} of {data.day} {data:%B %Y}. "
        "Not known is not a no: only winners are public."
    )
