"""A text as sentences with their places: paragraphs, headlines, items of lists, and what ends a sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from etl.transform.statements.values import Sentence

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " ",
                        "\t": " ", "\r": " ", "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2212": "-",
                        "\u00ad": " ", "\u200b": " ", "\ufeff": " ", "*": " ", "_": " "})  # fmt: skip
_ABBREVIATIONS = frozenset(
    ("dr", "mr", "mrs", "ms", "st", "no", "inc", "jr", "sr", "vs", "prof", "rev", "ph", "phd", "gov", "sen", "rep",
     "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.va", "m.d", "ph.d",
     "d.o", "ed.d", "b.a", "b.s", "m.p.h", "d.c", "e.g", "i.e", "ala", "ariz", "ark", "calif", "colo", "conn", "del",
     "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev",
     "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "n.c", "s.c", "n.y", "n.j", "n.m", "ft",
     "dept", "univ", "vol", "approx", "bros", "co", "corp", "ext", "hon")
)  # fmt: skip
_END = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9]|\s*$)")
_ITEM = re.compile(r"\s*(?:[•·▪◦‣●○■–—-]|\d{1,2}[.)])\s+")
_HEADLINE_LENGTH = 160
_WRAPPED_LINE = (45, 110)


def plain_text(text: str) -> str:
    """The text with straight quotes, plain spaces and without marks of emphasis, character for character."""
    return text.translate(_PLAIN)


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order. A line without a full stop in a paragraph of its own is a headline."""
    plain = plain_text(text)
    wrapped = _hard_wrapped(plain)
    found: list[Sentence] = []
    for start, end in _blocks(plain, wrapped):
        found.extend(_sentences_of(plain, start, end))
    return found


def _hard_wrapped(text: str) -> bool:
    """Whether lines end where the page ended, not where the sentence did."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [line for line, after in pairwise(lines) if line and after]
    low, high = _WRAPPED_LINE
    running = [line for line in inner if low <= len(line) <= high and line[-1] not in '.!?:"']
    return len(inner) >= 3 and len(running) > 0.6 * len(inner)


def _blocks(text: str, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Paragraphs, or lines where a line break means one."""
    boundary = re.compile(r"\n\s*\n|\n(?=\s*[•·▪◦‣●○■]|\s*\d{1,2}[.)] |\s*[-–—] )|\f" if wrapped else r"\n(?![a-z])|\f")
    at = 0
    for match in boundary.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _sentences_of(text: str, start: int, end: int) -> Iterator[Sentence]:
    block = text[start:end].replace("\n", " ")
    if not block.strip():
        return
    mark = _ITEM.match(block)
    item = bool(mark) and not block.lstrip().startswith(("–", "—"))
    at = mark.end() if mark and item else len(block) - len(block.lstrip(" #>|"))
    whole = block.strip()
    headline = not item and len(whole) <= _HEADLINE_LENGTH and not re.search(r"[.!?][\"')\]]*$", whole)
    for stop in [*_stops(block, at), len(block)]:
        piece = block[at:stop]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            body = piece.strip()
            yield Sentence(start + at + lead, start + at + lead + len(body), body, headline, item)
        at = stop


def _stops(block: str, at: int) -> Iterator[int]:
    for match in _END.finditer(block, at):
        before = block[: match.start()]
        word = re.search(r"[\w.&'-]*$", before)
        last = word[0].casefold().strip("'") if word else ""
        initial = re.fullmatch(r"[A-Za-z]", last) or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last)
        if block[match.start()] == "." and (last in _ABBREVIATIONS or initial) and match.end() < len(block.rstrip()):
            continue
        yield match.end()
