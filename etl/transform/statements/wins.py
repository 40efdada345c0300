"""Wins with their years: announced by the text, or named as past."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.transform.statements.carried import year_alone
from etl.transform.statements.cues import OTHER_SCHOOLS, WIN
from etl.transform.statements.denials import asserts
from etl.transform.statements.lines import Line, Scene, is_no_win, names_under
from etl.transform.statements.looking_back import looks_back
from etl.transform.statements.scene_year import year_for, year_told_as_last
from etl.transform.statements.sought import Cue, sought
from etl.transform.statements.table_rows import cells_of, is_row, wins_of_row
from etl.transform.statements.values import Basis, Win
from etl.transform.statements.wins_basis import THIS_YEAR, is_aside, is_of_tier, news_of_tier, of_all, only_past
from etl.transform.statements.wins_fellows import fellows, of_the_whole
from etl.transform.statements.wins_headed import headed
from etl.transform.statements.wins_past import by_years
from etl.transform.statements.wins_referred import is_listing, of_others, referred
from etl.transform.statements.wins_schools import ALONG_WITH, group, is_group, schools_of, subjects
from etl.transform.statements.years import stated_years

_WITH = re.compile(r"\bwith (?:an?|the)\b|\brecognition\b", re.IGNORECASE)
"""Words of winning that in a title tell of none: "Units with a HEED Award"."""
_WAS = re.compile(r"[\"']?(?:It|That) was (?:also )?the (?:first|\w+) (?:time|year)\b")
"""How a line of a draft counts a win that the one before it tells."""
_NEVER_BEFORE = re.compile(
    r"\W*Never before\b|[^,.;]{2,40}?\s(?:has|have|had)\s+never\s+(?:before\s+|yet\s+)?"
    r"(?:been|received|won|earned|had)\b",
    re.IGNORECASE,
)
"""How a line begins that tells of no win of before: that of now is told by another."""
_ASKS = re.compile(r"\b(?:who|when|how|what|which)\b", re.IGNORECASE)
_BESIDE_OTHERS = sought(
    "other",
    r"(?:,\s+|^)(?:along|together) with\s+(?:the\s+)?(?:(?:more than|over|nearly)\s+)?[\w-]+\s+other\s[^,.;]*"
    r"|(?<=\w)\s+and\s+(?:(?:more than|over|nearly)\s+)?\d+\s+other\s[^,;]{0,80}?(?=\s(?:were|are|have|will)\b)",
    re.IGNORECASE,
)
"""A number of others beside the school that is told of: "Lakeside, along with 89 other colleges, is a recipient"."""
_COUNTS_ON = sought(
    "in a row|times|consecutive|straight",
    r"\bha(?:s|ve)\s+(?:now\s+|also\s+)?(?:received|won|earned)\b[^.;]*\b(?:in a row|times|consecutive|straight)\b",
    re.I,
)
"""What counts wins up to now beside the news of a tier, and tells none of them."""
_SPEAKS = Cue(r"20\d|'\d\d|last year|^(?:its|that|the|it)\b")
"""What a line without an award and a school must hold to tell of a win: a year, or "Its award is"."""
_AS_DID = sought(
    "as d|as w|as h|as a|as i|so d|so w|so h|so a|so i|along with|together with|alongside|join",
    r",?\s+(?:as|so) (?:did|was|were|has|have|are|is)\s+(?:the\s+|its\s+|our\s+|also\s+)*|,?\s+"
    r"(?:along with|together with|alongside|joined by|joining|joins|as well as)\s+(?:the\s+|its\s+|our\s+)?",
)
"""What leads to another school that won the same."""


def wins(scene: Scene) -> list[Win]:
    """Every win that the text states, each once, in the order of the text; what it announces goes before past wins."""
    found: dict[tuple[str, int, str | None], Win] = {}
    back = looks_back(scene)
    for told in _all(scene):
        one = replace(told, basis="claimed") if back else told
        key = (one.award, one.year, one.school.name if one.school else None)
        known = found.get(key)
        if known is None or _rank(one) < _rank(known):
            known = found[key] = one
        if told.listed and not known.listed:
            found[key] = replace(known, listed=True)  # told beside others once, a school stands for itself
    return sorted(found.values(), key=lambda one: (one.start, one.year))


def _rank(one: Win) -> tuple[bool, bool]:
    return one.basis == "claimed", one.aside


def _all(scene: Scene) -> Iterator[Win]:
    several = headed(scene)
    yield from several
    for line in scene.lines:
        if several and not line.schools:
            continue
        if scene.hints.several and is_row(line):
            yield from wins_of_row(scene, line)
            for told, cell in cells_of(scene, line):
                if (said := asserts(cell)) and _SPEAKS.search(cell.text):
                    yield from by_years(told, said)
            continue
        if names := names_under(scene.lines, line):
            yield from _listed(scene, line, names)
            continue
        if line.boilerplate or (not _SPEAKS.search(line.text) and not (line.awards or line.schools)):
            continue
        said = asserts(line)
        if said is None:
            continue
        if said.wins:
            yield from _by_awards(scene, said)
            yield from _beside(scene, said)
        yield from referred(scene, said)
        yield from fellows(scene, said)
        yield from of_the_whole(scene, said)
        yield from of_others(scene, said)
        yield from by_years(scene, said)


def _listed(scene: Scene, line: Line, names: Sequence[Line]) -> Iterator[Win]:
    """A win for each school of a list, with the tier printed behind its name; none where no year is told."""
    award = line.awards[-1] if line.awards else scene.award
    if award is None:
        return
    year = (
        (award.year if line.awards else None)
        or next((one.year for one in stated_years(line.text, scene.hints)), None)
        or scene.year
    )
    for name in names if year else ():
        school = name.schools[0]
        aside = _of_one(scene, head=line)
        yield Win(
            school.start,
            school.end,
            award.award,
            year or 0,
            "announced",
            school,
            award.health,
            listed=True,
            aside=aside,
        )
        for tier in name.awards:
            if tier.on_top and tier.award != award.award:
                yield Win(tier.start, tier.end, tier.award, year or 0, "announced", school, listed=True)


def _of_one(scene: Scene, head: Line) -> bool:
    """Whether a list of winners stands below the news of one school: then it only tells beside it who else won."""
    return scene.announces and scene.first_told < head.number and not is_listing(scene)


def _by_awards(scene: Scene, line: Line) -> Iterator[Win]:
    """Wins of the awards that the line names, in the year beside each, or in the year of the text."""
    never_before = _NEVER_BEFORE.match(line.text)
    named_below = is_group(line) and is_listing(scene) and _told_below(scene, line)
    of_tier = is_of_tier(scene)
    of_tier_news = line.number > scene.first_told and news_of_tier(scene)
    for award in line.awards:
        if scene.hints.several and award.year is None and _WAS.match(line.text):
            continue
        if never_before and award.year is None:
            continue
        if is_no_win(line, award) or (scene.hints.several and award.year is None and _is_title(line)):
            continue
        year = (
            award.year
            or (year_alone(scene, line) if scene.hints.several else None)
            or year_told_as_last(scene, line)
            or (year_for(scene, award) if scene.announces and not only_past(scene, line, award) else None)
        )
        if year is None or not scene.first_year(award.award) <= year <= scene.hints.latest:
            continue
        if of_tier_news and not award.on_top and award.year is None and _COUNTS_ON.search(line.text):
            continue
        others = bool(OTHER_SCHOOLS.search(_BESIDE_OTHERS.sub(",", line.text[: award.end - line.start])))
        earlier = THIS_YEAR.search(line.text)
        now = year == scene.year or bool(award.year and scene.year and award.year > scene.year)
        behind = of_tier and not award.on_top and line.number > scene.first_told
        announced = scene.announces and now and not others and not earlier and not behind
        schools = schools_of(scene, line, award.start)
        if schools == [None] and of_all(line):
            continue
        if named_below and len(schools) == 1:
            continue
        for school in schools:
            beside = school and len(schools) > 1 and ALONG_WITH.search(line.text[: school.start - line.start])
            basis: Basis = "announced" if announced and not beside else "claimed"
            yield Win(
                award.start, award.end, award.award, year, basis, school,
                award.health, bool(award.year) or scene.year_printed, listed=len(schools) > 1,
                aside=is_aside(scene, line, school),
            )  # fmt: skip


def _is_title(line: Line) -> bool:
    """Whether a headline only says what stands below it: "HEED Award: overview for the provost"."""
    told = line.text
    for award in line.awards:
        told = told.replace(line.text[award.start - line.start : award.end - line.start], " ")
    asks = _ASKS.search(told)
    return line.sentence.headline and (bool(asks) or not WIN.search(_WITH.sub(" ", told)))


def _beside(scene: Scene, line: Line) -> Iterator[Win]:
    """Wins of schools told of behind that of another: "has won the award, as did the School of Pharmacy"."""
    for cue in _AS_DID.finditer(line.text) if not group(line) else ():
        before = [award for award in line.awards if award.end - line.start <= cue.start()]
        first = next((one for one in line.schools if one.start - line.start == cue.end()), None)
        if not before or first is None or not scene.announces:
            continue
        year = before[-1].year or scene.year
        for school in subjects(line, first.end) if year else ():
            if school and year == scene.year and school.start >= first.start:
                yield Win(
                    school.start, school.end, before[-1].award, year or 0, "announced", school, before[-1].health,
                    scene.year_printed, listed=True, aside=True,
                )  # fmt: skip


def _told_below(scene: Scene, line: Line) -> bool:
    """Whether lines below tell of the schools of which this one gives the number."""
    return any(True for other in scene.lines[line.number + 1 :] for _ in referred(scene, other))
