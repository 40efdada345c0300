"""Counted statements: in a row, times, first time, every year since."""

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.transform.statements.counted_rules import Found, rules_for
from etl.transform.statements.cues import ANAPHOR, OTHER_LISTS, other_awards
from etl.transform.statements.lines import Line, Scene, goes_on_from, names_under, subject_of
from etl.transform.statements.values import AwardMention, Counted, SchoolMention
from etl.transform.statements.wins_referred import referred
from etl.transform.statements.wins_schools import KIND_WORDS, by_field
from etl.transform.statements.years import stated_years

_THIS_IS = re.compile(
    r"(?:It|This|That)\s+(?:is|was|marks?|marked|makes?)\s+(?:(?:the|its|our|now)\b|"
    r"[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3}'s)"
)
_NOT_FIRST = re.compile(r"\bnot\s+(?:\w+\s+){0,3}$|\bsince (?:it|the \w+|we) $", re.I)
_EDITION = re.compile(r"\w+(?:-\w+)?\s+annual\s+(?!(?:years?|times?)\b)", re.I)
"""The edition of an award, as in "the third annual HEED Award", which counts no school's wins."""
_OWN = re.compile(r"\b(?:its|our|their|a|'s)\s+$", re.I)
_ABOUT_PEOPLE = re.compile(
    r"\b(?:growth|enrol\w+|graduat\w+|students?|freshm[ae]n|applicants?|budget|record|increase\w*|"
    r"gift|donat\w+|grants?|rank\w+|term|semester|tenure)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\s+(?:that\s+)?(?:an?|any|one|two|both)\s+(?!row)|[- ]?\s*(?:students?|class)\b")
_GREW = re.compile(
    r"\b(?:grew|rose|increased|climbed|dropped|fell|expanded|enrolled|graduated|ranked|"
    r"raised)\b[^.;,]{0,25}?\b(?:for\s+)?(?:the|its|an?)?\s*$",
    re.IGNORECASE,
)
_MOST = 40


def counted(scene: Scene) -> list[Counted]:
    """Every counted statement about the awards of the text; what is said twice stands twice, each with its place."""
    found: list[Counted] = []
    heads = {name.number: line for line in scene.lines for name in names_under(scene.lines, line)}
    for line in scene.lines:
        if head := heads.get(line.number):
            found += (
                replace(one, school=line.schools[0]) for one in _in_line(_of_head(scene, head), line, listed=True)
            )
        elif not line.boilerplate:
            found += _in_line(scene, line)
    return found


def _of_head(scene: Scene, head: Line) -> Scene:
    """The scene of a list: its award and award year are those of the line above it."""
    award = head.awards[-1] if head.awards else scene.award
    return replace(scene, award=award, year=(award.year if award else None) or scene.year)


def _in_line(scene: Scene, line: Line, *, listed: bool = False) -> Iterator[Counted]:
    rules = list(rules_for(line.text))
    if not rules:
        return
    listed = listed or (not line.awards and any(True for _ in referred(scene, line)))
    if not (line.awards or listed or ANAPHOR.search(line.text) or _goes_on(scene, line)):
        return
    taken: list[tuple[int, int]] = []
    for pattern, make in rules:
        for match in pattern.finditer(line.text):
            if any(match.start() < end and match.end() > start for start, end in taken):
                continue
            found = make(match)
            if found.n > _MOST and found.claim != "every_year_since":
                continue
            if found.claim == "total" and found.n == 1:
                found = Found("first_time", 1)
            if one := _stated(scene, line, match, found, listed=listed):
                taken.append((match.start(), match.end()))
                yield one


def _goes_on(scene: Scene, line: Line) -> bool:
    """Whether a line says more of the win that the line before it tells: "It is the fifth consecutive year"."""
    return bool(line.number and _THIS_IS.match(line.text) and scene.lines[line.number - 1].wins)


def _stated(scene: Scene, line: Line, match: re.Match[str], found: Found, *, listed: bool) -> Counted | None:
    award = _award_of(scene, line, match)
    if award is None or not (listed or _about_award(line, match)) or _NOT_FIRST.search(line.text[: match.start()]):
        return None
    if _EDITION.match(match[0]) and not _OWN.search(line.text[: match.start()]):
        return None
    if found.claim == "first_time" and _OF_OTHERS.match(line.text[match.end() :]):
        return None
    if _GREW.search(line.text[: match.start()]) or _twice_this_year(scene, line, match):
        return None
    if re.match(r"[^.;,]{0,20}\b(?:would|could|might)\b", line.text[match.end() :]):
        return None
    year = _as_of(scene, line, match, award, found)
    n = found.n or scene.first_year(award.award)
    start = match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
    words = line.text[start : match.end()].strip()
    back = year - found.back + 1 if found.back and year else None
    return Counted(
        line.start + start, line.start + start + len(words), words, found.claim, n, year, award.award,
        _school_of(scene, line, match), found.ambiguous, found.counts_from or back, award.health,
    )  # fmt: skip


def _twice_this_year(scene: Scene, line: Line, match: re.Match[str]) -> bool:
    """Whether "twice" means two awards of one year: "honored twice: it receives both the award and the title"."""
    if not match.groupdict().get("twice"):
        return False
    told = " ".join(one.text for one in scene.lines[line.number : line.number + 2])
    return bool(re.search(r"\bboth\b|\btwo (?:awards|honou?rs)\b|\bthis year\b", told[match.start() :], re.I))


def _about_award(line: Line, match: re.Match[str]) -> bool:
    """Whether the count is of this award: it names it or speaks of an award, and no other thing stands nearer."""
    text = line.text
    window = text[max(0, match.start() - 130) : match.end() + 130]
    if not line.awards and (OTHER_LISTS.search(text) or not (ANAPHOR.search(window) or _THIS_IS.match(text))):
        return False
    at = match.start()
    others = [m for m in other_awards(text) if not _known(line, m)]
    if others and not _distance_to_award(line, match) <= min(abs(m.start() - at) for m in others):
        return False
    near = text[match.end() : match.end() + 25]
    return line.sentence.headline or not re.match(
        rf"\s*(?:of|in|for)?\s*(?:\w+\s+)?{_ABOUT_PEOPLE.pattern}", near, re.I
    )


def _known(line: Line, match: re.Match[str]) -> bool:
    return any(a.start - line.start < match.end() and a.end - line.start > match.start() for a in line.awards)


def _distance_to_award(line: Line, match: re.Match[str]) -> int:
    return min((_distance(line, award, match) for award in line.awards), default=10_000)


def _distance(line: Line, award: AwardMention, match: re.Match[str]) -> int:
    """How far an award stands from a count; beyond a break between clauses it is further off."""
    start, end = award.start - line.start, award.end - line.start
    between = line.text[end : match.start()] if end <= match.start() else line.text[match.end() : start]
    breaks = len(re.findall(r"[;:]|,\s+(?:and|while|as|but|again)\b|\band\b", between))
    gap = 0 if start < match.end() and end > match.start() else len(between)
    return gap + 60 * breaks


def _award_of(scene: Scene, line: Line, match: re.Match[str]) -> AwardMention | None:
    if not line.awards:
        return scene.award
    return min(line.awards, key=lambda award: _distance(line, award, match))


def _as_of(scene: Scene, line: Line, match: re.Match[str], award: AwardMention, found: Found) -> int | None:
    """The award year of the count: one printed in its clause after "in" or beside its award, else that of the text."""
    named = re.match(
        r"[\s,:–—-]*\(?(?:in\s+|for\s+)?(?P<years>20[0-4]\d(?:(?:,\s*|\s*(?:,\s*)?(?:and|&)\s*)20[0-4]\d)+)",
        line.text[match.end() :],
    )
    years = [int(year) for year in re.findall(r"20\d\d", named["years"])] if named else []
    if years and found.claim == "total" and len(years) == found.n:
        return max(years)
    after = re.match(
        r"[^.;]{0,12}?\b(?:in|for|of)\s+(20[0-4]\d)\b(?!\s*(?:issue|and\b|,\s+(?:and\s+)?(?:20|')))",
        line.text[match.end() :],
    )
    if after and found.claim in ("first_time", "consecutive", "total") and not found.back and not found.counts_from:
        return int(after[1])
    if award.year and award in line.awards and _distance(line, award, match) < 200:
        return award.year
    spoken = [y.year for y in stated_years(line.text, scene.hints) if y.year not in (found.n, found.counts_from)]
    if scene.hints.several and spoken:
        return max(spoken)
    if not line.awards or scene.year is None:
        years = [y.year for y in stated_years(line.text, scene.hints) if y.year not in (found.n, found.counts_from)]
        if scene.year is None and years:
            return max(years)
    return scene.year


def _school_of(scene: Scene, line: Line, match: re.Match[str]) -> SchoolMention | None:
    """The school that a count is about: "for Nursing" after it, else the nearest named before or after."""
    told = re.match(r"[^.;,]{0,30}?\bfor\s+(?:the\s+)?(?:\w+\s+){0,2}?(\w+)\b", line.text[match.end() :])
    kind = KIND_WORDS.get(told[1].casefold().removesuffix("'s")) if told else None
    if kind:
        named = {s.name: s for other in scene.lines for s in other.schools if re.search(kind, s.name, re.I)}
        if len(named) == 1:
            return next(iter(named.values()))
    if field := by_field(scene, line, match.start()):
        return field
    by_word = re.match(r"[^.;,]{0,20}?\bfor\s+(?:the\s+)?([A-Z][\w&-]+)\b", line.text[match.end() :])
    if by_word:
        word = by_word[1].removesuffix("'s")
        holding = {s.name: s for other in scene.lines for s in other.schools if word in re.split(r"[\s–-]", s.name)}
        if len(holding) == 1:
            return next(iter(holding.values()))
    before = goes_on_from(scene, line)
    return subject_of(before, before.awards[-1].start) if before else subject_of(line, line.start + match.start())
