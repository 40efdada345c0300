"""What a line of a draft takes over from those above it: the school, the year.

A draft tells of several schools and years one behind the other, where an announcement has one of each.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.transform.statements.cues import DENIED
from etl.transform.statements.lines import Line, Scene, is_name, is_unit
from etl.transform.statements.scene_day import of_report
from etl.transform.statements.scene_school import may_be
from etl.transform.statements.values import SchoolMention
from etl.transform.statements.years import first_date, first_month, first_season, stated_years

_ITS = re.compile(
    r"[\"'(]*(?:(?:In|By|Since|As of|Between|For|Through)\b[^,.;]{0,40}?,?\s+)?"
    r"(?P<it>[Ii]t|Its|(?:The|the|This|this) (?:school|college|university|institute|center|centre|library))\b"
)
"""How a line begins that goes on about the school of the line above."""
_UP = 2
"""Lines above one in which the school or the year stands that it takes over."""
_FALL = re.compile(
    r"\b(?:fall|autumn|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:\s+of)?\s+(20[0-4]\d)\b",
    re.IGNORECASE,
)
"""The season in which winners are made known, and its months."""
_HEAD_YEAR = re.compile(r"(?<![\d/–-])\b(20[0-4]\d)\b(?!\s?[-–/]\s?\d)")


def with_schools_above(lines: Sequence[Line], main: SchoolMention | None) -> list[Line]:
    """The lines, with "it" and "the school" read as the school that the line above names alone; under a heading with
    another school than the text's, lines that name none are of that.
    """
    found: list[Line] = []
    heading: SchoolMention | None = None
    for line in lines:
        if line.schools:
            first = line.schools[0]
            if len(line.schools) > 1 or not (heading and may_be(first, heading)):
                entry = line.text.startswith(f"{first.name}:")
                alone = len(line.schools) == 1 and (line.sentence.headline or entry or is_name(line))
                heading = first if alone else None
            found.append(line)
            continue
        told = None if line.sentence.headline else _told_above(found, line, main)
        if told is None and heading and main and not may_be(heading, main):
            told = replace(heading, start=line.start, end=line.start)
        found.append(replace(line, schools=(told,)) if told else line)
    return found


def _told_above(above: Sequence[Line], line: Line, main: SchoolMention | None) -> SchoolMention | None:
    before = above[-1] if above else None
    if before and before.sentence.item and line.sentence.item and is_name(before):
        return replace(before.schools[0], start=line.start, end=line.start)
    its = _ITS.match(line.text)
    if its is None:
        return None
    for one in reversed(above[-_UP:]):
        if one.sentence.headline or one.boilerplate:
            return None
        if len({school.name for school in one.schools}) == 1:
            told = one.schools[0]
            if main and is_unit(told) and not is_unit(main) and its["it"].casefold().endswith("university"):
                told = main  # "the university" is no unit of itself
            return replace(told, start=line.start + its.start("it"), end=line.start + its.end("it"))
    return None


def year_above(scene: Scene, line: Line) -> int | None:
    """The year of the heading under which a line stands, else the last that the lines just above tell."""
    return year_of_heading(scene, line) or year_just_above(scene, line)


def year_of_heading(scene: Scene, line: Line) -> int | None:
    """The one year that the nearest heading above a line tells; none for the day of the document or an award's name."""
    heads = (one for one in reversed(scene.lines[: line.number]) if one.sentence.headline)
    head = next((one for one in heads if not one.awards and not _is_date(one.text)), None)
    years = {int(year) for year in _HEAD_YEAR.findall(head.text)} if head and head.number else set()
    return years.pop() if len(years) == 1 and max(years) <= scene.hints.latest else None


def year_alone(scene: Scene, line: Line) -> int | None:
    """The year that is the whole of the nearest heading above a line: of it the lines below tell."""
    heads = (one for one in reversed(scene.lines[: line.number]) if one.sentence.headline and not one.awards)
    head = next(heads, None)
    return int(head.text) if head and re.fullmatch(r"20[0-4]\d", head.text) else None


def _is_date(text: str) -> bool:
    """Whether a heading tells when the document was written."""
    report = of_report([text])  # of a fiscal year, it tells of the award of another one than it prints
    of_another = report and str(report.year) not in text
    return bool(first_date([text]) or first_month([text]) or first_season([text]) or of_another)


def year_just_above(scene: Scene, line: Line, *, went_on: bool = False) -> int | None:
    """The last year that lines just above tell beside an award, or beside a word for one for a line that `went_on`."""
    for one in reversed(scene.lines[max(0, line.number - _UP) : line.number]):
        if DENIED.search(one.text) or "|" in one.text:
            continue
        of_award = one.awards or (went_on and one.speaks_of_award)
        told = [year.year for year in stated_years(one.text, scene.hints)] if of_award else []
        told += [int(year) for year in _FALL.findall(one.text)] if of_award else []
        if told:
            return max(told)
    return None
