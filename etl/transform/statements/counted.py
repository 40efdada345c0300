"""Counted statements: in a row, times, first time, every year since."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.transform.statements.counted_about import about_award, goes_on, stands_alone, tells_of_it, under_other
from etl.transform.statements.counted_compared import compared
from etl.transform.statements.counted_none import no_count
from etl.transform.statements.counted_parts import Found
from etl.transform.statements.counted_rules import rules_for
from etl.transform.statements.counted_whose import award_of, school_of
from etl.transform.statements.counted_year import as_of
from etl.transform.statements.cues import of_something_else
from etl.transform.statements.lines import Line, Scene, names_under
from etl.transform.statements.looking_back import is_of_another_honour
from etl.transform.statements.numbers import ORDINAL, number
from etl.transform.statements.table_rows import cells_of, counted_of_row, is_row
from etl.transform.statements.values import ClaimKind, Counted
from etl.transform.statements.wins_referred import referred
from etl.transform.statements.wins_schools import lines_below, runs, schools_of, subjects

_BETWEEN = re.compile(r"\bbetween\s+(20[0-4]\d)\s+and\s+(20[0-4]\d)\b[^.;]*$", re.IGNORECASE)
"""The years over which a line counts: "between 2014 and 2018, it won four times"."""
_BETWEEN_BEHIND = re.compile(r"\s+between\s+(20[0-4]\d)\s+and\s+(20[0-4]\d)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:been\s+)?(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|chosen)\b(?=[^.;]{0,80}\btimes\b)",
    re.IGNORECASE,
)
"""The verb of "received the award in 2016 and has been honored nine times", of which the last one counts."""
_EACH = re.compile(r"\b(?:their|each|both)\b", re.IGNORECASE)
_EACH_OF = re.compile(r"\b(?:each|both) of the\b|\beach (?:school|college|campus)\b", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:(?:that|in which)\s+)?(?:both\s+)?(?:the\s+)?")
_HAVE = re.compile(r"\s+(?:have|has|had)\s")
"""How a count goes on about several schools: "the second year in a row that Hart and its law school have won"."""
_EVERY = re.compile(r"\b(?:every|each|annually|yearly|continuously|interruption|missed|not|never)\b", re.IGNORECASE)
"""What tells that "since 2014" means every year, where the line counts otherwise, too."""
_LAST_YEARS = re.compile(r"(?:in|over)\s+(?:each\s+of\s+)?the\s+(?:past|last)\b", re.IGNORECASE)
"""How the years are led in of which another count of the line tells: "five times in the last six years"."""
_MOST, _MOST_OF_DRAFT = 40, 25
"""Counts beyond which a number is no count of wins."""


def counted(scene: Scene) -> list[Counted]:
    """Every counted statement about the awards of the text; what is said twice stands twice, each with its place."""
    found: list[Counted] = []
    lists: dict[int, Scene] = {}
    for line in scene.lines:
        if names := names_under(scene.lines, line) or (lines_below(scene, line) if line.wins else []):
            lists |= dict.fromkeys((name.number for name in names), _of_head(scene, line))
    for line in scene.lines:
        if scene.hints.several and is_row(line):
            found += counted_of_row(scene, line)
            found += (one for told, cell in cells_of(scene, line) for one in _in_line(told, cell, listed=True))
        elif of_list := lists.get(line.number):
            found += (replace(one, school=line.schools[0]) for one in _in_line(of_list, line, listed=True))
        elif not line.boilerplate:
            found += _in_line(scene, line)
    return found


def year_of_counts(found: Sequence[Counted]) -> int | None:
    """The award year to which counts without one come: "the seventh in a row" and "every year since 2016" to 2022."""
    undated = [one for one in found if one.as_of_year is None]
    runs = {one.n for one in undated if one.claim == "consecutive"}
    firsts = {one.n for one in undated if one.claim == "every_year_since"}
    return firsts.pop() + runs.pop() - 1 if len(runs) == len(firsts) == 1 else None


def _of_head(scene: Scene, head: Line) -> Scene:
    """The scene of a list: its award and award year are those of the line above it."""
    award = head.awards[-1] if head.awards else scene.award
    return replace(scene, award=award, year=(award.year if award else None) or scene.year)


def _in_line(scene: Scene, line: Line, *, listed: bool = False) -> Iterator[Counted]:
    rules = [] if scene.far_above(line) else rules_for(line.text)
    if not rules:
        return
    listed = listed or (not line.awards and any(True for _ in referred(scene, line)))
    if scene.hints.several and not line.awards and of_something_else(line.text):
        return
    if not (line.awards or listed) and (under_other(scene, line) or is_of_another_honour(scene, line)):
        return
    near = tells_of_it(scene, line)
    if not (line.awards or listed or near or line.speaks_of_award or goes_on(scene, line)):
        return
    taken: list[tuple[int, int]] = []
    for pattern, make in rules:
        for match in pattern.finditer(line.text):
            if any(match.start() < end and match.end() > start for start, end in taken):
                continue
            found = _meant(make(match))
            found = compared(line, match, found) if found and scene.hints.several else found
            if found is None or not _counts(scene, match, found, first=not taken):
                continue
            plain = listed or (near and (bool(taken) or stands_alone(scene, line, match, found)))
            if one := _stated(scene, line, match, found, listed=plain):
                taken.append((match.start(), match.end()))
                yield from _of_each(scene, line, match, one)
                yield from _first_of_run(scene, match, one)
                yield from _of_next(line, match, one)


_FIRST_WON = re.compile(
    r"\bfirst\s+(?:won|received|earned|got|was|were)\b[^.;]*?\b(?P<year>20[0-4]\d)\b", re.IGNORECASE
)


def _first_of_run(scene: Scene, match: re.Match[str], one: Counted) -> Iterator[Counted]:
    """The first win that a draft tells with the run since: "first won it in 2020 and has won it every year since"."""
    first = _FIRST_WON.search(match[0]) if scene.hints.several and one.claim == "every_year_since" else None
    if first and int(first["year"]) == one.n:
        yield replace(one, claim="first_time", n=1, as_of_year=one.n)


def _meant(found: Found) -> Found | None:
    """What a pattern says: "once" in so many years is nothing, one time in all is the first."""
    if found.n != 1 or found.claim not in ("total", "consecutive"):
        return found
    return None if found.claim == "consecutive" or found.counts_from or found.back else Found("first_time", 1)


def _counts(scene: Scene, match: re.Match[str], found: Found, *, first: bool) -> bool:
    """Whether a pattern counts where it stands: no number too high, and nothing that goes with the count before it."""
    if found.until and not scene.hints.several:
        return False  # an announcement proposes each of these years as a win
    if found.claim == "every_year_since":
        return first or bool(_EVERY.search(match[0]))
    most = _MOST_OF_DRAFT if scene.hints.several else _MOST
    return found.n <= most and (first or found.claim != "consecutive" or not _LAST_YEARS.match(match[0]))


def _of_each(scene: Scene, line: Line, match: re.Match[str], one: Counted) -> list[Counted]:
    """The count for each of several schools: "the university and its law school received their eighth awards"."""
    before = line.text[: match.start()]
    schools = subjects(line, line.start + match.start()) if _EACH.search(before + match[0]) else []
    told = [school for school in schools if school and school.end <= one.start]
    if not told and _EACH_OF.search(line.text):
        told = [school for school in schools_of(scene, line, one.start) if school]
    if not told and (that := _THAT.match(line.text, match.end())):
        run = next((run for run in runs(line) if run[0].start - line.start == that.end()), [])
        told = list(run) if run and _HAVE.match(line.text, run[-1].end - line.start) else []
    return [replace(one, school=school) for school in told] if len(told) > 1 else [one]


_NEXT = re.compile(
    rf",?\s+(?:and|while)\s+(?P<school>[^.;,]{{2,60}}?)\s+(?:its\s+|for\s+(?:the|its|a)\s+)(?P<n>{ORDINAL})(?=\s*[.,;]|$)"
    rf"|[^.;]{{0,40}}?\s+and,?\s+for\s+(?P<whose>[^.;,]{{2,60}}?),?\s+the\s+(?P<nth>{ORDINAL})(?=\s*[.,;]|$)"
)
"""The count of a further school that goes on from that of another: "and Lakeside for the sixth"."""


def _of_next(line: Line, match: re.Match[str], one: Counted) -> Iterator[Counted]:
    """The count of a further school: "Hart for the fourth year in a row and Lakeside for the sixth"."""
    told = _NEXT.match(line.text, match.end()) if one.claim in ("consecutive", "total") else None
    if told is None:
        return
    group = "school" if told["school"] else "whose"
    begin, end = line.start + told.start(group), line.start + told.end(group)
    school = next((each for each in line.schools if begin <= each.start and each.end <= end), None)
    n = number(told["n"] or told["nth"])
    if school:
        words = told[0][told.start(group) - told.start() :]
        claim: ClaimKind = "first_time" if n == 1 else one.claim
        yield replace(one, start=begin, end=begin + len(words), words=words, n=n, school=school, claim=claim)


def _stated(scene: Scene, line: Line, match: re.Match[str], found: Found, *, listed: bool) -> Counted | None:
    award = award_of(scene, line, match)
    if award is None or not (listed or about_award(line, match)) or no_count(scene, line, match, found):
        return None
    year = as_of(scene, line, match, award, found)
    between = _BETWEEN.search(line.text, 0, match.start()) or _BETWEEN_BEHIND.match(line.text, match.end())
    if between and found.claim == "total":
        found, year = replace(found, counts_from=int(between[1])), int(between[2])
    verbs = [verb.start() for verb in _VERB.finditer(line.text, match.start(), match.end())]
    start = verbs[-1] if verbs else match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
    words = line.text[start : match.end()].strip()
    back = year - found.back + 1 if found.back and year else None
    return Counted(
        line.start + start, line.start + start + len(words), words, found.claim,
        found.n or scene.began(award.award), year, award.award, school_of(scene, line, match), found.ambiguous,
        found.counts_from or back, award.health, found.at_least,
    )  # fmt: skip
