"""Wins with their years: announced by the text, or named as past."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from etl.transform.statements.cues import ANAPHOR, OTHER_SCHOOLS, WIN, other_awards
from etl.transform.statements.scene import Line, Scene, subject_of
from etl.transform.statements.values import AwardMention, SchoolMention, Win
from etl.transform.statements.years import StatedYear, stated_years

_CONTRARY = re.compile(
    r"\b(?:applied for|apply for|applying|will apply|hopes?|aims? to|nominat\w+ for|not (?:win|"
    r"received|receive)|did not|eligible)\b",
    re.I,
)


_LIST_HEAD = re.compile(r"\b(?:recipients|winners|honou?rees|awardees|institutions|schools)\b", re.IGNORECASE)
LONGEST_HEAD = 25
"""Words of a line that can head a list of schools."""
FEWEST_LISTED = 3
_LAST_YEAR = re.compile(
    r"\b(?:recogni[sz]ed|honou?red|won|received|earned|selected|named)\b[^.;]{0,40}\blast "
    r"year(?:\s+(?:as well|too|also)|[.,]?$)|\balso\b[^.;]{0,40}\blast year\b",
    re.IGNORECASE,
)


def wins(scene: Scene) -> list[Win]:
    """Every win that the text states, each once, in the order of the text; what it announces goes before past wins."""
    found: dict[tuple[str, int, str | None], Win] = {}
    for one in _all(scene):
        key = (one.award, one.year, one.school.name if one.school else None)
        known = found.get(key)
        if known is None or (known.basis == "claimed" and one.basis == "announced"):
            found[key] = one
    return sorted(found.values(), key=lambda one: (one.start, one.year))


def _all(scene: Scene) -> Iterator[Win]:
    for line in scene.lines:
        if names := _names_under(scene, line):
            yield from _listed(scene, line, names)
            continue
        if line.boilerplate or _CONTRARY.search(line.text):
            continue
        if line.wins:
            yield from _by_awards(scene, line)
        yield from _of_others(scene, line)
        yield from _by_years(scene, line)


def _names_under(scene: Scene, line: Line) -> list[Line]:
    """The names that stand line by line under a head such as "2023 HEED Award Recipients"; else none."""
    if not line.awards or len(line.text.split()) > LONGEST_HEAD or not _LIST_HEAD.search(line.text):
        return []
    names = list(takewhile(_is_name, scene.lines[line.number + 1 :]))
    return names if len(names) >= FEWEST_LISTED else []


def _listed(scene: Scene, line: Line, names: Sequence[Line]) -> Iterator[Win]:
    """A win for each school of a list; none where the head tells no year."""
    award = line.awards[-1]
    year = award.year or next((one.year for one in stated_years(line.text, scene.hints)), None)
    for name in names if year else ():
        school = name.schools[0]
        yield Win(school.start, school.end, award.award, year or 0, "announced", school, award.health)


def _is_name(line: Line) -> bool:
    """Whether a line is a school's name and little else."""
    if not line.schools or not (line.sentence.item or line.sentence.headline):
        return False
    return sum(school.end - school.start for school in line.schools[:1]) >= 0.5 * len(line.text)


def _by_awards(scene: Scene, line: Line) -> Iterator[Win]:
    """Wins of the awards that the line names, in the year beside each, or in the year of the text."""
    for award in line.awards:
        year = award.year or (scene.year if scene.announces and not _only_past(scene, line) else None)
        if year is None or not scene.first_year(award.award) <= year <= scene.hints.latest:
            continue
        others = bool(OTHER_SCHOOLS.search(line.text[: award.end - line.start]))
        earlier = re.search(r"\bearlier this year\b", line.text, re.I)
        announced = scene.announces and year == scene.year and not others and not earlier
        for school in _subjects(line, award.start):
            yield Win(
                award.start, award.end, award.award, year, "announced" if announced else "claimed", school,
                award.health, year_printed=bool(award.year) or scene.year_printed,
            )  # fmt: skip


def _of_others(scene: Scene, line: Line) -> Iterator[Win]:
    """Other schools that a line lists among those honoured in the same year."""
    cue = OTHER_SCHOOLS.search(line.text)
    if cue is None or scene.award is None or scene.year is None:
        return
    for school in line.schools:
        if school.start - line.start >= cue.end():
            yield Win(school.start, school.end, scene.award.award, scene.year, "claimed", school, scene.award.health)


def _only_past(scene: Scene, line: Line) -> bool:
    """Whether the line speaks of other years than that of the text: then the award there is not the one announced."""
    years = {year.year for year in stated_years(line.text, scene.hints)}
    past = re.search(
        r"\b(?:previous|previously|first received|first won|formerly|prior|past|before)\b", line.text, re.I
    )
    since = re.search(r"\b(?:winner|recipient|holder|won|received|earned)\b[^,;]{0,60}\bsince\b", line.text, re.I)
    return bool(
        (years and scene.year not in years)
        or (past and not line.sentence.headline)
        or (since and not years and "consecutive" not in line.text)
    )


def _subjects(line: Line, at: int) -> list[SchoolMention | None]:
    """The schools that are credited: several where they are listed before the verb."""
    first = subject_of(line, at)
    if first is None:
        return [None]
    listed = [first]
    for school in reversed([s for s in line.schools if s.end <= first.start]):
        between = line.text[school.end - line.start : listed[0].start - line.start]
        if not re.fullmatch(r"(?:\s*\([^)]*\))?\s*(?:,|,?\s*and|&)\s*(?:the\s+|its\s+)?", between):
            break
        listed.insert(0, school)
    return list(listed)


def _by_years(scene: Scene, line: Line) -> Iterator[Win]:
    """Past wins: years other than that of the text, in a line that speaks of winning."""
    if not (line.awards or (ANAPHOR.search(line.text) and scene.award)) or not WIN.search(line.text):
        return
    years = stated_years(line.text, scene.hints)
    last = _LAST_YEAR.search(line.text)
    if last and scene.year and scene.announces:
        at = line.text.casefold().find("last year", last.start())
        years = [*years, StatedYear(scene.year - 1, at, at + len("last year"))]
    for year in years:
        award = _award_at(scene, line, year)
        if award is None or year.year == scene.year or _beyond(scene, year.year):
            continue
        if year.year < scene.first_year(award.award) or not _of_a_win(line, year):
            continue
        for school in _subjects(line, line.start + year.start):
            yield Win(
                line.start + year.start, line.start + year.end, award.award, year.year, "claimed", school, award.health
            )


def _beyond(scene: Scene, year: int) -> bool:
    """Whether a year lies after the one that the text announces: then it is told of something else."""
    return bool(scene.announces and scene.year and year > scene.year and not scene.hints.several)


def _award_at(scene: Scene, line: Line, year: StatedYear) -> AwardMention | None:
    before = [award for award in line.awards if award.end - line.start <= year.start]
    after = [award for award in line.awards if award.start - line.start >= year.end]
    if before:
        return before[-1]
    return after[0] if after else scene.award


def _of_a_win(line: Line, year: StatedYear) -> bool:
    """Whether the year is told of this award: led in as a year of winning, with no other award nearer."""
    before = line.text[: year.start]
    led = line.text[year.start : year.end].casefold() == "last year" or re.search(
        r"(?:\b(?:in|for|from|during|both|between|of|and|&|again|as well as|also|:)|"
        r"[,(/;])\s*(?:the\s+)?(?:years?\s+)?$|\d\s*[,/;]?\s*$",
        before,
        re.I,
    )
    other = [match for match in other_awards(before) if not _is_known(line, match)]
    known = [award.end - line.start for award in line.awards if award.end - line.start <= year.start]
    nearer = (
        bool(other)
        and other[-1].end() > max(known, default=-1)
        and bool(known or not ANAPHOR.search(before[other[-1].end() :]))
    )
    won = [match.start() for match in WIN.finditer(before)]
    return bool(led) and not nearer and bool(won or known or line.awards)


def _is_known(line: Line, match: re.Match[str]) -> bool:
    return any(a.start - line.start < match.end() and a.end - line.start > match.start() for a in line.awards)
