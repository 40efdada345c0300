"""Pages without news: lists of honours, reviews of a year, chronicles with a year at the head of each entry."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from etl.transform.statements.lines import TITLED, Line, Scene
from etl.transform.statements.scene_day import page_day

_ACCOLADES = re.compile(
    r"\b(?:awards?|honou?rs?|recognitions?|accolades|rankings)\s+(?:and|&)\s+(?:awards?|honou?rs?|recognitions?|accolades|"
    r"rankings)\b|^\W*(?:accolades|points of pride)\W*$",
    re.IGNORECASE,
)
"""How the title of a list of honours reads."""
_IN_REVIEW = re.compile(
    r"\b(?:(?:the\s+)?year in review|20\d\d in review|looking back (?:at|on) (?:the year|20\d\d)|looking back:|"
    r"a look back|"
    r"a year of (?:honou?rs|awards|recognition|firsts)|"
    r"(?:best|highlights) of (?:the year|20\d\d))\b",
    re.IGNORECASE,
)
"""How the title of a page reads that looks back at a year."""
_TITLES = 5
"""Lines at the top in which such a title stands."""
_ENTRY = re.compile(r"\W{0,3}(?P<year>20[0-4]\d)(?:(?:\s*[:–—-]\s+|\s{2,})(?=\D)|\.\s*$|\.\s+(?=[A-Z]))")
"""How an entry of a chronicle begins."""
_BLANK = 1
"""Characters between two sentences of one entry."""
_FEWEST = 3
"""Entries that make a chronicle."""


@lru_cache(maxsize=1)
def looks_back(scene: Scene) -> bool:
    """Whether awards are told in a list of honours of several years alone, or in a chronicle, which have no news."""
    if is_chronicle(scene.lines) or any(
        line.sentence.headline and _IN_REVIEW.search(line.text) for line in scene.lines[:_TITLES]
    ):
        return True
    told = [line for line in scene.lines if line.wins]
    below = [scene.lines[line.number + 1] for line in told if line.number + 1 < len(scene.lines)]
    named = [*told, *(line for line in below if not re.search(r"[A-Za-z]", line.text))]
    years = {year for line in named for year in re.findall(r"\b20[0-4]\d\b", line.text)}
    dayless = page_day(scene.lines, scene.hints) is None  # news stands under such a title, too, with its day
    return len(years) > 1 and ((dayless and lists_honours(scene)) or all(line.sentence.item for line in told))


def lists_honours(scene: Scene) -> bool:
    """Whether the title of a page is that of a list of honours, of which the award is one."""
    return any(line.sentence.headline and _ACCOLADES.search(line.text) for line in scene.lines[: TITLED + 2])


def is_of_another_honour(scene: Scene, line: Line) -> bool:
    """Whether a line of a list of honours stands away from the award: it tells of another."""
    if scene.hints.several or not (lists_honours(scene) and looks_back(scene)):
        return False
    above = scene.lines[line.number - 1] if line.number else None
    return not line.awards and not (above and above.awards)


def is_chronicle(lines: Sequence[Line]) -> bool:
    """Whether years head the entries of a text, one behind the other."""
    years = [int(entry["year"]) for line in lines if (entry := _ENTRY.match(line.text))]
    return len(set(years)) >= _FEWEST and years in (sorted(years), sorted(years, reverse=True))


def with_entry_years(lines: Sequence[Line]) -> list[Line]:
    """The lines of a chronicle, with the year of its entry beside each award; those of another text as they are."""
    if not is_chronicle(lines):
        return list(lines)
    found: list[Line] = []
    year: int | None = None
    for line in lines:
        entry = _ENTRY.match(line.text)
        goes_on = bool(found) and line.start - found[-1].end <= _BLANK
        year = int(entry["year"]) if entry else year if goes_on else None
        awards = tuple(one if one.year or year is None else replace(one, year=year) for one in line.awards)
        found.append(replace(line, awards=awards))
    return found
