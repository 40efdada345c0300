"""Which schools a line credits: its subject, those listed beside it, those that a number of schools stands for."""

import re
from collections.abc import Iterable
from functools import lru_cache

from etl.transform.statements.cues import OTHER_SCHOOLS
from etl.transform.statements.lines import Line, Scene, is_name, subject_of
from etl.transform.statements.numbers import CARDINAL, number
from etl.transform.statements.sought import sought
from etl.transform.statements.values import SchoolMention
from etl.transform.statements.years import REMEMBERED

_BESIDE = re.compile(
    r"(?:'s)?(?:\s*\([^)]*\))?\s*(?:,|;|,?\s*and\b|&|/)\s*(?:and\s+)?(?:also\s+)?(?:to\s+)?(?:(?:the|its|The|both)\s+)?"
)
"""What stands between two schools of a list."""
_NUMBER_OF_SCHOOLS = sought(
    "schools|colleges|universities|institutions|neighbours|neighbors|units|campuses|libraries|programs",
    rf"\b(?!one\b|1\b)(?P<n>{CARDINAL}|several|both|all)\s+(?:of\s+)?(?:[\w'&.-]+\s+){{0,8}}?(?:schools|colleges|"
    rf"universities|institutions|neighbou?rs|"
    r"units|campuses|libraries|programs)\b",
    re.IGNORECASE,
)
_THE_SCHOOLS = sought(
    "schools|colleges|universities|institutions|campuses",
    rf"\b(?:the\s+(?P<n>{CARDINAL})|(?P<both>both))\s+(?:schools|colleges|universities|institutions|campuses)\b|"
    r"\b(?P<named>(?-i:[Tt]he\s+(?:[A-Z]\w+\s+){1,3}))(?:schools|colleges)\s+(?:are|were|have|also|received|won|earned)\b",
    re.IGNORECASE,
)
NEAR = 4
"""Lines before one in which the schools stand that it means by their number."""
FEWEST_APART = 3
"""From so many on, a number of schools means those listed wherever above."""
_THEY = re.compile(
    r"(?:They|(?:All|Each of (?:the|them)|Both|The (?:two|three|four|five|pair|trio|duo))\b)"
    r"[^.;]{0,30}?\b(?:received|won|earned|were|have|had|hold|got|also)\b"
)
"""How a line goes on about several schools that the one before it lists."""
ALONG_WITH = re.compile(
    r"\b(?:along with|alongside|together with|joined by|joining|joins|as well as|besides)\b", re.IGNORECASE
)
"""What sets those who won too apart from those of whom the text tells."""
_OF_WINNERS = re.compile(r"(?:They|These|Those|Others?|Also|Among (?:them|these)|The (?:others?|group|list|class))\b")
"""How a line goes on about the winners of whom the line before speaks."""
OTHER_BODY = re.compile(
    r"\s+(?:(?:health|whole)\s+)?(?:family|system|conference|association|consortium|campuses|schools|colleges|institutions|universities|programs)\b"
    r"|'s?\s+(?:president|dean|office)\b",
    re.IGNORECASE,
)
"""What tells behind a name that those of another body, or more than one, are meant."""
KIND_WORDS = {
    "medicine": r"medic", "medical": r"medic", "nursing": r"nurs", "law": r"law", "dental": r"dent",
    "dentistry": r"dent",
    "pharmacy": r"pharm", "veterinary": r"veterinar|vet", "optometry": r"optom", "university": r"university",
    "libraries": r"librar",
}  # fmt: skip
"""What the name of a school of a field holds, by words for the field."""
_FIELD_ACTS = sought(
    "nursing|dentistry|medicine|pharmacy|optometry|law",
    r"(?:^|(?<=[;,.]\s)|\band\s|\bwhile\s)(?P<field>Nursing|Dentistry|Medicine|Pharmacy|Optometry|Law)\s+(?:has|had|"
    r"was|"
    r"also|won|received|earned|is|joins)\b",
)
_COLON = re.compile(
    rf"\b(?:{CARDINAL}|several|these|following|winners|recipients|honou?rees|schools)\b[^.;:]*:\s*(?:the\s+)?$", re.I
)
"""What leads to a list of the schools of which it told."""
FEWEST_GROUPED, MOST_GROUPED = 2, 9
"""Schools that a number of schools in the same sentence can stand for: more are all winners of a year."""


@lru_cache(maxsize=REMEMBERED)
def _number_in(text: str) -> re.Match[str] | None:
    """The number of schools in a sentence, which is asked for again and again while a text is read."""
    return _NUMBER_OF_SCHOOLS.search(text)


@lru_cache(maxsize=REMEMBERED)
def _others_in(text: str) -> re.Match[str] | None:
    return OTHER_SCHOOLS.search(text)


def schools_of(scene: Scene, line: Line, at: int) -> list[SchoolMention | None]:
    """The schools that a line credits at a place of the text; `[None]` where it names none."""
    return group(line) or _group_below(scene, line) or _group_above(scene, line) or subjects(line, at)


def is_group(line: Line) -> bool:
    """Whether a number of schools is the subject of a line that does not name them: "Nine nursing programs hold"."""
    match = _number_in(line.text)
    if match is None or match["n"].casefold() in ("both", "all"):
        return False
    subject = match.start() <= len("In the state, about ") or re.search(
        r"\bof\s+(?:its|our|their)\s+\w+$", match[0], re.I
    )
    return bool(subject) and not group(line)


def _group_above(scene: Scene, line: Line) -> list[SchoolMention | None]:
    """The schools that "the two schools" or "both colleges" of a line without names mean: those listed just before."""
    if not line.schools and _THEY.match(line.text) and line.number:
        before = next((run for run in runs(scene.lines[line.number - 1]) if len(run) > 1), None)
        if before:
            return list(before)
    told = {
        n
        for match in _THE_SCHOOLS.finditer(line.text)
        for n in _numbers_told(match)
        if match["named"] or not line.schools
    }
    if not any(FEWEST_GROUPED <= n <= MOST_GROUPED for n in told):
        return []
    near = 0 if min(told) >= FEWEST_APART else max(0, line.number - NEAR)
    above = reversed(scene.lines[near : line.number])
    return next((list(run) for other in above for run in runs(other) if len(run) in told and len(run) > 1), [])


def _numbers_told(match: re.Match[str]) -> Iterable[int]:
    """How many schools "the two schools", "both colleges" or "the Lakeside schools" can be."""
    if match["named"]:
        return range(FEWEST_GROUPED, MOST_GROUPED + 1)
    return (number(match["n"]) if match["n"] else FEWEST_GROUPED,)


def _group_below(scene: Scene, line: Line) -> list[SchoolMention | None]:
    """The schools of which a line gives the number alone, where the next sentence or the lines below name them."""
    n = number_told(line)
    if listed := lines_below(scene, line):
        return [one.schools[0] for one in listed]
    below = scene.lines[line.number + 1] if n and line.number + 1 < len(scene.lines) else None
    if below is None or not below.schools:
        return []
    named = list(below.schools) if _THEY_ARE.match(below.text) else subjects(below, below.end)
    return list(named) if len(named) == n else []


def number_told(line: Line) -> int:
    """The number of schools of which a line tells, where they can be named below; else 0."""
    match = _number_in(line.text)
    n = number(match["n"]) if match and match["n"].casefold() not in ("several", "both", "all") else 0
    return n if FEWEST_GROUPED <= n <= MOST_GROUPED else 0


def lines_below(scene: Scene, line: Line) -> list[Line]:
    """The items, entries or headings below a line, each of one of the schools of which it gives the number."""
    n = number_told(line)
    if not n:
        return []
    below = scene.lines[line.number + 1 :]
    items = [other for other in below[:n] if other.sentence.item and other.schools]
    entries = [other for other in below if is_entry(other)]
    heads = [other for other in below if other.sentence.headline and is_name(other)]
    return next((told for told in (items, entries, heads) if len(told) == n), [])


_THEY_ARE = re.compile(
    r"(?:They|These|The (?:two|three|four|five|six|winners|honou?rees|recipients|colleges|schools|winning \w+))\s+are\b"
)
"""How a line goes on that names the schools of which the one before gives the number."""
_ENTRY = re.compile(r"\s*(?:\([^)]*\))?\s*(?:[–—:]|-\s)")


def is_entry(line: Line) -> bool:
    """Whether a line begins with a school's name and a mark behind it, as entries of a list do."""
    first = line.schools[0] if line.schools else None
    return bool(first and first.start - line.start <= _AT_HEAD and _ENTRY.match(line.text, first.end - line.start))


_AT_HEAD = 4
"""Characters before the name with which an entry begins: a mark, "The"."""


def group(line: Line) -> list[SchoolMention | None]:
    """The schools of a list that a number of schools announces: "three colleges: Dentistry, Nursing and Pharmacy"."""
    listed_runs = runs(line)
    colon = next(
        (
            run
            for run in listed_runs
            if len(run) >= FEWEST_GROUPED and _COLON.search(line.text, 0, run[0].start - line.start)
        ),
        None,
    )
    if colon:
        return list(colon)
    match = _number_in(line.text)
    if match is None:
        return []
    n = number(match["n"]) if match["n"].casefold() not in ("several", "both", "all") else 0
    if n > MOST_GROUPED:
        return []
    listed = max(listed_runs, key=len, default=[])
    if n and len(listed) == n + 1 and listed[0].start - line.start > match.end() and not listed[0].unit:
        listed = listed[1:]
    if len(listed) < FEWEST_GROUPED or (n and len(listed) not in (n, n - 1)):
        return []
    if len(listed) < n and listed[0].start - line.start > match.start():
        before = [school for school in line.schools if school.end - line.start <= match.start()]
        first = before[-1] if before else None
        return [first, *listed]
    return list(listed)


def other_schools(line: Line) -> re.Match[str] | None:
    """The words that lead to other winners, in a line that speaks of winners: not "students come from schools like"."""
    cue = _others_in(line.text)
    return cue if cue and (line.awards or _OF_WINNERS.match(line.text) or line.speaks_of_award) else None


def runs(line: Line) -> list[list[SchoolMention]]:
    """The schools of a line in the lists in which they stand."""
    found: list[list[SchoolMention]] = []
    for school in line.schools:
        beside = found and _BESIDE.fullmatch(line.text[found[-1][-1].end - line.start : school.start - line.start])
        if beside and not _OF_ALL.search(line.text[: found[-1][-1].start - line.start]):
            found[-1].append(school)
        else:
            found.append([school])
    return found


def subjects(line: Line, at: int) -> list[SchoolMention | None]:
    """The schools that are credited: several where they are listed before the verb."""
    first = subject_of(line, at)
    if first is None:
        return [None]
    if named := _told_as(line, first):
        return list(named)
    listed = [first]
    for school in reversed([s for s in line.schools if s.end <= first.start]):
        between = line.text[school.end - line.start : listed[0].start - line.start]
        if not _BESIDE.fullmatch(between) or _OF_ALL.search(line.text[: school.start - line.start]):
            break
        listed.insert(0, school)
    for school in [s for s in line.schools if s.start >= first.end > at]:
        if not _BESIDE.fullmatch(line.text[listed[-1].end - line.start : school.start - line.start]):
            break
        listed.append(school)
    return list(listed)


_OF_ALL = re.compile(r"\bOf\s+(?:all\s+)?(?:the\s+)?(?:\w+\s+){1,3}in\s+(?:the\s+)?$")
"""What leads to those of whom one is told of: "Of all schools in the State System, Lakeside"."""
_ARE = re.compile(r"\s+(?:are|were)\s+(?:(?:all|both|among|the|its|our|only|\w+ of)\s+)*$")


def _told_as(line: Line, first: SchoolMention) -> list[SchoolMention]:
    """The schools of a list that is told what they are: "Lakeside, Hart and Orr are the colleges that won"."""
    return next((run for run in runs(line) if len(run) > 1 and run[-1].end < first.start
                 and _ARE.fullmatch(line.text[run[-1].end - line.start : first.start - line.start])), [])  # fmt: skip


def by_field(scene: Scene, line: Line, at: int) -> SchoolMention | None:
    """The school that a field alone means before a place of the line: "Nursing has won for the third time"."""
    told = [
        match for match in _FIELD_ACTS.finditer(line.text, 0, at) if not re.search(r"[;.]", line.text[match.end() : at])
    ]
    field = told[-1] if told else None
    kind = KIND_WORDS.get(field["field"].casefold()) if field else None
    if kind is None:
        return None
    named = {s.name: s for other in scene.lines for s in other.schools if re.search(kind, s.name, re.I)}
    return next(iter(named.values())) if len(named) == 1 else None
