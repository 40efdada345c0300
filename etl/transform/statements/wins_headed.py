"""Winners on a page that lets several speak or shows what they do: each under a heading, as on the giver's pages."""

import re
from collections.abc import Iterator

from etl.transform.statements.lines import FEWEST_LISTED, Line, Scene, is_name
from etl.transform.statements.values import Basis, SchoolMention, Win

_WINNERS = re.compile(
    r"\b(?P<now>(?:this|the) year's\b[^.;]{0,60}\b(?:winners|recipients|honou?rees|awardees)|"
    r"(?:winners|recipients|honou?rees|awardees) of (?:the|this) year)\b"
    r"|\b(?P<shown>(?:introduc|present|showcas|featur|celebrat|highlight)(?:es?|s|ing)?\s+(?:the|our)\s+(?:20[0-4]\d\s+)?"
    r"(?:winners|recipients|honou?rees))\b"
    r"|\b(?P<year>20[0-4]\d)\s+(?:[\w-]+\s+){0,4}?(?:winners|recipients|honou?rees|awardees|"
    r"[\w-]*winning\s+(?:institutions|schools|colleges|universities))\b"
    r"|\b(?:institutions|schools|colleges|universities|those)\s+(?:that|which|who)\s+(?:won|received|earned)\b[^.;]{0,60}?"
    r"\b(?P<then>20[0-4]\d)\b",
    re.IGNORECASE,
)
"""What speaks of winners as such, with their year."""
_OWN = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_FEWEST_PARTS = 2
_LEAD = 8
"""Lines at the top in which a page tells what it is about."""


def headed(scene: Scene) -> list[Win]:
    """A win for each school that stands at the head of its own part of a page about winners; else none."""
    for line in scene.lines[:_LEAD]:
        match = _WINNERS.search(line.text)
        told = match and (match["shown"] or _OWN.search(line.text) or line.awards)
        if match and told and not line.schools and scene.award:
            schools = _at_heads(scene, line) or (_in_parts(scene, line) if match["now"] or match["shown"] else [])
            return list(_won(scene, schools, match))
    return []


def _at_heads(scene: Scene, lead: Line) -> list[SchoolMention]:
    """The schools whose names alone are headings below, where three or more are."""
    heads = [line.schools[0] for line in scene.lines[lead.number + 1 :] if _is_head(line)]
    return heads if len(heads) >= FEWEST_LISTED and not _side_by_side(scene, lead) else []


def _is_head(line: Line) -> bool:
    return bool(line.schools) and not line.sentence.item and is_name(line)


def _side_by_side(scene: Scene, lead: Line) -> bool:
    """Whether the names follow each other without a word between: then they are a list, which others read."""
    first = next((line.number for line in scene.lines[lead.number + 1 :] if _is_head(line)), len(scene.lines))
    return all(_is_head(line) for line in scene.lines[first : first + FEWEST_LISTED])


def _in_parts(scene: Scene, lead: Line) -> list[SchoolMention]:
    """The first school of each part that has a heading without a school's name, where two or more have one."""
    found: list[SchoolMention] = []
    waiting = False
    for line in scene.lines[lead.number + 1 :]:
        if line.sentence.headline and not line.schools:
            waiting = True
        elif waiting and line.schools:
            found.append(line.schools[0])
            waiting = False
    return found if len(found) >= _FEWEST_PARTS else []


def _won(scene: Scene, schools: list[SchoolMention], match: re.Match[str]) -> Iterator[Win]:
    year = int(match["year"] or match["then"] or 0) or scene.year
    award = scene.award
    if award is None or year is None:
        return
    basis: Basis = "announced" if match["now"] or match["shown"] else "claimed"
    for school in schools:
        yield Win(
            school.start, school.end, award.award, year, basis, school, award.health,
            bool(match["year"] or match["then"]) or scene.year_printed, listed=True,
        )  # fmt: skip
