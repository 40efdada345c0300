"""Wins with their years: announced by the text, or named as past."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.transform.statements.cues import ANAPHOR, OTHER_LISTS, OTHER_SCHOOLS, WIN, other_awards
from etl.transform.statements.numbers import CARDINAL, number
from etl.transform.statements.scene import Line, Scene, names_under, subject_of
from etl.transform.statements.values import AwardMention, SchoolMention, Win
from etl.transform.statements.years import StatedYear, stated_years

_CONTRARY = re.compile(
    r"\b(?:applied for|apply for|applying|will apply|hopes?|aims? to|nominat\w+ for|not (?:win|"
    r"received|receive)|did not|eligible)\b",
    re.I,
)


_BESIDE = re.compile(r"(?:'s)?(?:\s*\([^)]*\))?\s*(?:,|;|,?\s*and\b|&|/)\s*(?:and\s+)?(?:the\s+|its\s+|The\s+)?")
"""What stands between two schools of a list."""
_NUMBER_OF_SCHOOLS = re.compile(
    rf"\b(?!one\b|1\b)(?P<n>{CARDINAL}|several|both|all)\s+(?:of\s+)?(?:[\w'&.-]+\s+){{0,5}}?(?:schools|colleges|"
    rf"universities|institutions|"
    r"units|campuses|libraries)\b",
    re.IGNORECASE,
)
_ALONG_WITH = re.compile(
    r"\b(?:along with|alongside|together with|joined by|joining|as well as|besides)\b", re.IGNORECASE
)
"""What sets those who won too apart from those of whom the text tells."""
_AMONG_HONOURED = re.compile(
    rf"\b(?:among|(?:one|two|three) of|both)\s+(?:the\s+|only\s+|"
    rf"just\s+)*(?:{CARDINAL}\s+)?[^.;]{{0,60}}?\b(?:selected|chosen|named|"
    r"honou?red|recogni[sz]ed|to (?:receive|earn|win)|recipients|winners|honou?rees)\b|\bwere\s+(?:also\s+|"
    r"all\s+|each\s+)*(?:recogni[sz]ed|honou?red|selected|named|awarded)\b"
    r"|\b(?:both|all|each)\s+(?:were|have been|"
    r"also|won|received|earned)\b",
    re.IGNORECASE,
)
FEWEST_GROUPED, MOST_GROUPED = 2, 9
"""Schools that a number of schools in the same sentence can stand for: more are all winners of a year."""
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
        if names := names_under(scene.lines, line):
            yield from _listed(scene, line, names)
            continue
        if line.boilerplate:
            continue
        if contrary := _CONTRARY.search(line.text):
            yield from _but(scene, line, contrary.end())
            continue
        if line.wins:
            yield from _by_awards(scene, line)
        yield from _by_anaphor(scene, line)
        yield from _of_others(scene, line)
        yield from _by_years(scene, line)


def _but(scene: Scene, line: Line, at: int) -> Iterator[Win]:
    """The wins behind a "but": "did not win in 2019, but has been selected for the 2020 HEED Award"."""
    but = re.search(r",?\s+but\b", line.text[at:])
    if but is None:
        return
    behind = tuple(award for award in line.awards if award.start - line.start > at + but.start())
    if behind and not _CONTRARY.search(line.text, at + but.start()):
        yield from _by_awards(scene, replace(line, awards=behind))


def _listed(scene: Scene, line: Line, names: Sequence[Line]) -> Iterator[Win]:
    """A win for each school of a list; none where the head tells no year."""
    award = line.awards[-1]
    year = award.year or next((one.year for one in stated_years(line.text, scene.hints)), None)
    for name in names if year else ():
        school = name.schools[0]
        yield Win(school.start, school.end, award.award, year or 0, "announced", school, award.health)


def _by_awards(scene: Scene, line: Line) -> Iterator[Win]:
    """Wins of the awards that the line names, in the year beside each, or in the year of the text."""
    for award in line.awards:
        year = award.year or (scene.year if scene.announces and not _only_past(scene, line) else None)
        if year is None or not scene.first_year(award.award) <= year <= scene.hints.latest:
            continue
        others = bool(OTHER_SCHOOLS.search(line.text[: award.end - line.start]))
        earlier = re.search(r"\bearlier this year\b", line.text, re.I)
        announced = scene.announces and year == scene.year and not others and not earlier
        schools = _group(line) or _group_below(scene, line) or _subjects(line, award.start)
        for school in schools:
            yield Win(
                award.start, award.end, award.award, year, "announced" if announced else "claimed", school,
                award.health, bool(award.year) or scene.year_printed, listed=len(schools) > 1,
            )  # fmt: skip


def _group_below(scene: Scene, line: Line) -> list[SchoolMention | None]:
    """The schools of which a line gives the number alone, where the next sentence or the items below name them."""
    match = _NUMBER_OF_SCHOOLS.search(line.text)
    n = number(match["n"]) if match and match["n"].casefold() not in ("several", "both", "all") else 0
    if not FEWEST_GROUPED <= n <= MOST_GROUPED:
        return []
    below = scene.lines[line.number + 1 : line.number + 1 + n]
    each = [other.schools[0] for other in below if other.sentence.item and other.schools]
    if len(each) == n:
        return list(each)
    listed = _subjects(below[0], below[0].end) if below and below[0].schools else []
    return listed if len(listed) == n else []


def _by_anaphor(scene: Scene, line: Line) -> Iterator[Win]:
    """Schools that a line without an award's name counts among those honoured with the award of the text."""
    if line.awards or not line.schools or scene.award is None or scene.year is None or not scene.announces:
        return
    match = _AMONG_HONOURED.search(line.text)
    if match is None or stated_years(line.text, scene.hints) or other_awards(line.text):
        return
    schools = _group(line) or _subjects(line, line.start + match.start())
    for school in schools if len(schools) > 1 else ():
        beside = school is not None and _ALONG_WITH.search(line.text[: school.start - line.start])
        yield Win(
            line.start + match.start(), line.start + match.end(), scene.award.award, scene.year,
            "claimed" if beside else "announced", school, scene.award.health, scene.year_printed, listed=True,
        )  # fmt: skip


def _group(line: Line) -> list[SchoolMention | None]:
    """The schools of a list that a number of schools announces: "three colleges: Dentistry, Nursing and Pharmacy"."""
    match = _NUMBER_OF_SCHOOLS.search(line.text)
    if match is None:
        return []
    n = number(match["n"]) if match["n"].casefold() not in ("several", "both", "all") else 0
    if n > MOST_GROUPED:
        return []
    runs: list[list[SchoolMention]] = []
    for school in line.schools:
        if runs and _BESIDE.fullmatch(line.text[runs[-1][-1].end - line.start : school.start - line.start]):
            runs[-1].append(school)
        else:
            runs.append([school])
    listed = max(runs, key=len, default=[])
    if len(listed) < FEWEST_GROUPED or (n and len(listed) not in (n, n - 1)):
        return []
    if len(listed) < n and listed[0].start - line.start > match.start():
        before = [school for school in line.schools if school.end - line.start <= match.start()]
        first = before[-1] if before else None
        return [first, *listed]
    return list(listed)


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
        if not _BESIDE.fullmatch(line.text[school.end - line.start : listed[0].start - line.start]):
            break
        listed.insert(0, school)
    for school in [s for s in line.schools if s.start >= first.end > at]:
        if not _BESIDE.fullmatch(line.text[listed[-1].end - line.start : school.start - line.start]):
            break
        listed.append(school)
    return list(listed)


def _by_years(scene: Scene, line: Line) -> Iterator[Win]:
    """Past wins: years other than that of the text, in a line that speaks of winning."""
    if not (line.awards or (ANAPHOR.search(line.text) and scene.award)) or not WIN.search(line.text):
        return
    if not line.awards and OTHER_LISTS.search(line.text):
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
        schools = _subjects(line, line.start + year.start)
        for school in schools:
            yield Win(
                line.start + year.start, line.start + year.end, award.award, year.year, "claimed", school,
                award.health and award in line.awards, listed=len(schools) > 1,
            )  # fmt: skip


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
    begins = re.fullmatch(r"\s*(?:In|For)\s+(?:both\s+)?", before) and WIN.search(line.text, year.end)
    return bool(led) and not nearer and bool(won or known or line.awards or begins)


def _is_known(line: Line, match: re.Match[str]) -> bool:
    return any(a.start - line.start < match.end() and a.end - line.start > match.start() for a in line.awards)
