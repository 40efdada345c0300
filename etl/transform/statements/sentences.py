"""A text as sentences with their places: paragraphs, headlines, items of lists, and what ends a sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from etl.transform.statements.sought import sought
from etl.transform.statements.values import AwardMention, SchoolMention, Sentence

Mention = TypeVar("Mention", AwardMention, SchoolMention)

_PLAIN = str.maketrans({"’": "'", "‘": "'", "\u02bb": "'", "\u02bc": "'", "“": '"', "”": '"',
                        "\u00a0": " ", "\u202f": " ", "\u2009": " ",
                        "\t": " ", "\r": " ", "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2212": "-",
                        "\u00ad": " ", "\u200b": " ", "\ufeff": " ", "*": " ", "_": " "})  # fmt: skip
_ABBREVIATIONS = frozenset(
    ("dr", "mr", "mrs", "ms", "st", "no", "inc", "jr", "sr", "vs", "prof", "rev", "ph", "phd", "gov", "sen", "rep",
     "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.va", "m.d", "ph.d",
     "d.o", "ed.d", "b.a", "b.s", "m.p.h", "d.c", "e.g", "i.e", "ala", "ariz", "ark", "calif", "colo", "conn", "del",
     "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev",
     "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "n.c", "s.c", "n.y", "n.j", "n.m", "ft",
     "dept", "mt", "ste", "univ", "vol", "approx", "bros", "co", "corp", "ext", "hon")
)  # fmt: skip
_END = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9]|\s*$)")
_ITEM = re.compile(r"\s*(?:[•·▪◦‣●○■–—-]|--|\d{1,2}[.)])\s+")
_ENTRY = re.compile(r"\s*(?:19|20)\d\d(?:\s{2,}|\s*[:–—]\s)")
"""A year at the head of a line of a timeline."""
_STAR_ITEM = sought("*", r"(?m)(?<=^)\*(?=\s+\S)")
_MISPRINT = sought("reciev", r"\b([Rr])eciev")
"""The usual misprint of a verb of winning, which takes as many characters."""
_GLUED = re.compile(
    r"(?=[A-Z])(?:(?<=[a-z]{2}\.)(?=[A-Z][a-z]+\s)|(?<=[A-Z]\.[A-Z]\.)(?=[A-Z][a-z]+\s)|(?:(?<=[a-z]{3})|(?<=20\d\d))"
    r"(?=(?:The|At|In|For|On|As|By|With|From|This|Each|Since|During|While|When|INSIGHT)\s))"
)
"""Where two pieces of a page lost what stood between them: a caption and its sentence, a day and the text behind it."""
_LAST_WORD = re.compile(r"[\w.&'-]*$")
_HEADLINE_LENGTH = 160
_MARKED = re.compile(r"\s*(?:#{1,6}\s|>|\|)")
_PROSE = re.compile(r"(?<![\w'-])(?!and\b|the\b|for\b|with\b|from\b)[a-z]{3,}")
"""A word that names and headlines in capitals have not."""
_REST_OF_NAME = re.compile(r"(?:University|College|School|Institute|Center|State)\s+(?:[A-Z]\w+\s+)?[a-z]{2,}\s")
"""How a line begins that ends a school's name and goes on with a sentence."""
_WANTS_MORE = re.compile(
    r"(?:,|\b(?:of|the|and|&|in|for|to|by|with|an?|at|from|on|as|its|their|our|or|into|that|which|has|have|been|"
    r"is|are|was|"
    r"were))$"
)
"""Ends of lines behind which a sentence can't have ended."""
_WRAPPED = (50, 120)
"""Widths at which lines are broken, in characters."""
_FEWEST_BROKEN = 3
LONGEST = 4_000
"""Characters of a sentence: a list of a hundred winners has them, no prose does."""
_FURTHEST = 200
"""Characters of the next line that tell whether a sentence goes on."""


_CAMPUS_DASH = re.compile(r"(?<=[a-z])–(?=[A-Z][a-z])")
"""The dash that joins two names, as no other stands without blanks: "Lakeside–Harbor" is "Lakeside-Harbor"."""


def plain_text(text: str) -> str:
    """The text with straight quotes, plain spaces and without marks of emphasis, character for character."""
    joined = _CAMPUS_DASH.sub("-", _STAR_ITEM.sub("•", text))
    return _MISPRINT.sub(r"\1eceiv", joined).translate(_PLAIN)


def likeness(sentence: str) -> str:
    """A sentence as it is compared with those of other texts: its words in lower case."""
    return " ".join(re.findall(r"[a-z0-9]+", plain_text(sentence).casefold()))


def by_sentence(told: Sequence[Sentence], mentions: Iterable[Mention]) -> list[list[Mention]]:
    """For each sentence of a text the mentions that begin in it, in their order."""
    starts = [sentence.start for sentence in told]
    found: list[list[Mention]] = [[] for _ in told]
    for one in mentions:
        at = bisect_right(starts, one.start) - 1
        if at >= 0 and one.start < told[at].end:
            found[at].append(one)
    return found


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order. A line without a full stop in a paragraph of its own is a headline."""
    return sentences_in(plain_text(text))


def sentences_in(plain: str) -> list[Sentence]:
    """The sentences of a text in plain characters."""
    found: list[Sentence] = []
    for start, end in _blocks(plain):
        found.extend(_sentences_of(plain, start, end))
    return found


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Pieces that stand apart: paragraphs, and lines where a line break means more than that the line was full."""
    width = _width(text)
    at, line_at = 0, 0
    for match in re.finditer(r"\n|\f", text):
        line, rest = text[line_at : match.start()], text[match.end() : match.end() + _FURTHEST]
        line_at = match.end()
        if match[0] == "\n" and _runs_on(line, rest.partition("\n")[0], width):
            continue
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _runs_on(line: str, after: str, width: int) -> bool:
    """Whether a sentence goes on behind the end of its line: the next word had no room, or the words ask for more."""
    line, after = line.rstrip(), after.strip()
    if not line.strip() or not after or _ITEM.match(after) or _MARKED.match(after) or _ENTRY.match(after):
        return False
    if after[0].islower() and (line[-1] not in ".!?:" or not re.match(r"[a-z]+[.)]\s", after)):
        return True
    if line[-1] in '.!?:"' or _MARKED.match(line):
        return line[-1] == "." and bool(width) and _full(line, after, width) and _abbreviated(line)
    prose = _PROSE.search(line) or _REST_OF_NAME.match(after)
    return bool(width and prose and _full(line, after, width)) or bool(_WANTS_MORE.search(line))


def _full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line had no room in a line."""
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width


def _width(text: str) -> int:
    """The width at which the lines of a text were broken; 0 where they were not.

    Lines are broken where most of those that run on into another have no room for the word that follows.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    width = max((len(line) for line in lines if " " in line.strip()), default=0)
    low, high = _WRAPPED
    if not low <= width <= high:
        return _width_of_most(lines)
    return width if _mostly_full(lines, width) else 0


def _width_of_most(lines: list[str]) -> int:
    """The width of the broken lines of a text with some long ones, as of quoted mail; else 0."""
    low, high = _WRAPPED
    inner = [line for line, after in pairwise(lines) if line and after and len(line) <= high]
    width = max((len(line) for line in inner), default=0)
    many = len(inner) >= _FEWEST_BROKEN and len(inner) > 0.6 * sum(bool(line) for line in lines)
    return width if many and width >= low and _mostly_full(lines, width) else 0


def _mostly_full(lines: list[str], width: int) -> bool:
    running = [
        (line, after.strip())
        for line, after in pairwise(lines)
        if 2 * len(line) >= width and after.strip() and line[-1] not in '.!?:"' and not _ITEM.match(after)
    ]
    full = sum(len(line) <= width and _full(line, after, width) for line, after in running)
    return bool(running) and full > 0.5 * len(running)


def _abbreviated(line: str) -> bool:
    return _is_short(line.rsplit(maxsplit=1)[-1].casefold().strip("('\"").removesuffix("."))


def _is_short(word: str) -> bool:
    """Whether a word, or its last part behind a hyphen ("Missouri-St."), is an abbreviation."""
    return word in _ABBREVIATIONS or word.rpartition("-")[2] in _ABBREVIATIONS


def _sentences_of(text: str, start: int, end: int) -> Iterator[Sentence]:
    block = text[start:end].replace("\n", " ")
    if not block.strip():
        return
    mark = _ITEM.match(block)
    item = bool(mark) and not block.lstrip().startswith(("–", "—"))
    at = mark.end() if mark and item else len(block) - len(block.lstrip(" #>|"))
    whole = block.strip()
    headline = not item and len(whole) <= _HEADLINE_LENGTH and not re.search(r"[.!?][\"')\]]*$", whole)
    for stop in _bounded(block, at, [*_stops(block, at), len(block)]):
        piece = block[at:stop]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            body = piece.strip()
            yield Sentence(start + at + lead, start + at + lead + len(body), body, headline, item)
        at = stop


def _bounded(block: str, at: int, stops: list[int]) -> Iterator[int]:
    """The stops, with others between those too far apart: what reads a sentence may take its length squared."""
    for stop in stops:
        while stop - at > LONGEST:
            blank = block.rfind(" ", at + 1, at + LONGEST)
            at = blank if blank > 0 else at + LONGEST
            yield at
        yield stop
        at = stop


def _stops(block: str, at: int) -> Iterator[int]:
    for match in sorted((*_END.finditer(block, at), *_GLUED.finditer(block, at)), key=lambda found: found.start()):
        if not match[0]:
            yield match.end()
            continue
        word = _LAST_WORD.search(block, block.rfind(" ", 0, match.start()) + 1, match.start())
        last = word[0].casefold().strip("'") if word else ""
        initial = re.fullmatch(r"[A-Za-z]", last) or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last)
        if block[match.start()] == "." and (_is_short(last) or initial) and match.end() < len(block.rstrip()):
            continue
        yield match.end()
