"""The school that a text is about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.transform.statements.lines import Line, is_unit, subject_of
from etl.transform.statements.school_around import OWNED
from etl.transform.statements.school_runs import INSTITUTION
from etl.transform.statements.values import SchoolMention

_VERBS = (
    r"(?:Earn|Receiv|W[io]n|Nam|Honor|Recogniz|Select|Award|Land|Take|Mark|Celebrat|Among|Again|Join|"
    r"Net|Gain|Secur|Is|Has|Collect|Honored|One)"
)
_HONOURED = re.compile(
    r"(?:'s)?(?:\s*\([^)]*\))?(?:\s+and\s+(?:its|the)\s+[A-Z][^.;]{3,80}?)?\s+(?:(?:has|have|was|were|is|again|once|also|each|both|been|being)\s+)*(?:recogni[sz]ed|"
    r"honou?red|named|"
    r"selected|chosen|received|receives|earned|earns|won|wins)\b"
)
_THE_UNIVERSITY = re.compile(
    r"(?<!\bat )(?<!\bacross )(?<!\bthroughout )(?<!\baround )"
    r"\b[Tt]he (?:university|institution)\b(?!'s\s+(?:school|college|law))"
    r"|^University(?=\s+(?:is|was|has|wins|named|earns|receives|honou?red|again)\b)"
)


def with_the_university(lines: Sequence[Line]) -> list[Line]:
    """The lines, with "the university" read as a school where a university is honoured beside its unit."""
    own = [s for line in lines for s in line.schools if not s.unit and not is_unit(s)
           and _HONOURED.match(line.text, s.end - line.start)]  # fmt: skip
    name = max((school.name.removeprefix("The ") for school in own), key=len, default="")
    if not name or not all(name.startswith(school.name.removeprefix("The ")) for school in own):
        return list(lines)
    return [
        replace(line, schools=tuple(sorted((*line.schools, *_read_as(line, name)), key=lambda school: school.start)))
        for line in lines
    ]


def with_the_whole(lines: Sequence[Line], main: SchoolMention) -> list[Line]:
    """The lines, with "the university itself" and "as a whole" read as the university of the text's school."""
    found = []
    owned = OWNED.fullmatch(main.name)
    university = main.parent or (owned["owner"] if owned else main.name)
    for line in lines:
        whole = _THE_WHOLE.match(line.text)
        if whole is None or any(one.start <= line.start + whole.start() < one.end for one in line.schools):
            found.append(line)
            continue
        start, end = line.start + whole.start(), line.start + whole.end()
        said = SchoolMention(start, end, university)
        found.append(replace(line, schools=tuple(sorted((*line.schools, said), key=lambda school: school.start))))
    return found


def _read_as(line: Line, name: str) -> list[SchoolMention]:
    return [
        SchoolMention(line.start + match.start(), line.start + match.end(), name)
        for match in _THE_UNIVERSITY.finditer(line.text)
    ]


_THE_WHOLE = re.compile(r"[\"']?The [Uu]niversity(?=,?\s+(?:itself|as a whole)\b)")
_NEAR = 60
"""Characters between the name of a university and that of its unit in the title of a text."""
_ITSELF = re.compile(r"\b(?:itself|as a whole)\b")
"""What sets the university apart from its unit, whose news it is."""


def main_school(announcing: Sequence[Line], schools: Sequence[SchoolMention]) -> SchoolMention | None:
    """The school that the announcing lines credit: a full name before a bare unit, the body before a headline."""
    body = [line for line in announcing if not line.sentence.headline and line.schools]
    heads = [line for line in announcing if line.sentence.headline and line.schools]
    if heads:
        body = [line for line in body if not _ITSELF.search(line.text)]
    subjects = [subject_of(line, line.awards[0].start) for line in (*body, *heads)]
    told = _told_above(announcing, schools) if not heads else None
    told = told or _unit_above(announcing, schools)
    named = [school for school in (told, *subjects) if school]
    full = [school for school in named if not school.unit]
    led = [
        name
        for line in (*[a for a in announcing if not a.sentence.headline], *announcing)
        if (name := _leading_name(line))
    ]
    best = next(iter(full or named or led), None)
    if best is None or not is_unit(best):
        best = _unit_of_head(announcing, schools, best) or best
    units = [school for line in heads for school in line.schools if is_unit(school)]
    if best and not is_unit(best) and units and not any(_beside_its_unit(line) for line in heads):
        whole = next((s for s in schools if is_unit(s) and not s.unit and s.name.startswith(best.name)), None)
        return whole or SchoolMention(units[0].start, units[0].end, units[0].name, best.name, unit=True)
    return best or (_unit_of_first(schools) if not announcing else None) or next(iter(schools), None)


_OUR_UNIT = re.compile(r"\b(?:[Oo]ur|[Tt]he|[Tt]his)\s+(?:college|school)\b")
_HEAD = 250
"""Characters at the top of a letter or a report in which its head stands."""


def _unit_of_head(
    announcing: Sequence[Line], schools: Sequence[SchoolMention], best: SchoolMention | None
) -> SchoolMention | None:
    """The one unit in the head of a text whose announcing line says "our college" and names no school."""
    first = next((line for line in announcing if not line.sentence.headline), None)
    if first is None or first.schools or not _OUR_UNIT.search(first.text):
        return None
    units = {s.name: s for s in schools if s.start < _HEAD and s.end <= first.start and is_unit(s)}
    only = next(iter(units.values())) if len(units) == 1 else None
    own = only and (best is None or best.name.removeprefix("The ") in (only.parent or only.name))
    return only if own else None


def _unit_of_first(schools: Sequence[SchoolMention]) -> SchoolMention | None:
    """The unit that a text without news names first of all beside its university: "Lakeside – School of Law"."""
    if len(schools) < 2 or schools[0].unit:
        return None
    unit = schools[1]
    near = unit.start - schools[0].end <= _NEAR
    return unit if unit.unit and near and unit.parent == schools[0].name else None


def _told_above(announcing: Sequence[Line], schools: Sequence[SchoolMention]) -> SchoolMention | None:
    """The one school named above, where the first line that tells of the win calls it "the university" alone."""
    first = next((line for line in announcing if not line.sentence.headline), None)
    if first is None or first.schools or not _THE_UNIVERSITY.search(first.text):
        return None
    above = [school for school in schools if school.end <= first.start and not is_unit(school)]
    longest = max(above, key=lambda school: len(school.name), default=None)
    return longest if longest and all(_shortens(school.name, longest.name) for school in above) else None


_THE_UNIT = re.compile(
    r"\b(?:given|gave|honou?red|named|selected|recogni[sz]ed|presented|for|to)\s+the\s+(?:college|school)\b"
)


def _unit_above(announcing: Sequence[Line], schools: Sequence[SchoolMention]) -> SchoolMention | None:
    """The unit in the sentence before, where the first line that tells of the win calls it "the college" alone."""
    first = next((line for line in announcing if not line.sentence.headline), None)
    if first is None or first.schools or not _THE_UNIT.search(first.text):
        return None
    above = [school for school in schools if school.end <= first.start]
    return above[-1] if above and is_unit(above[-1]) and not above[-1].unit else None


def _shortens(short: str, name: str) -> bool:
    """Whether a name is a short form of another: "K-State" of Kansas State University, or the name itself."""
    whole, part = (re.findall(r"\w+", text.removeprefix("The ").casefold()) for text in (name, short))
    return len(part) <= len(whole) and all(any(word.startswith(bit) for word in whole) for bit in part)


def is_another(school: SchoolMention, main: SchoolMention | None) -> bool:
    """Whether a name in full is that of another university or college than the text's, and no short form of it."""
    return main is not None and not school.unit and bool(INSTITUTION.search(school.name)) and not may_be(school, main)


def may_be(school: SchoolMention, main: SchoolMention) -> bool:
    """Whether a name can be a short form of another, or of its university."""
    names = [main.name, *([main.parent] if main.parent else [])]
    return any(_shortens(school.name, name) or _shortens(name, school.name) for name in names)


def _beside_its_unit(line: Line) -> bool:
    """Whether a headline tells of a university and of its unit apart: "Lakeside and its law school win"."""
    own = [school for school in line.schools if not school.unit and not is_unit(school)]
    unit = [school for school in line.schools if is_unit(school)]
    return any(
        re.search(r"[,;&]|\band\b", line.text[one.end - line.start : other.start - line.start])
        for one in own
        for other in unit
        if one.end < other.start
    )


_LEADING = re.compile(
    r"^(?:(?:For|In|This|On|After|Once)\b[^,]{0,60},\s+)?(?:the\s+)?(?P<name>(?:The "
    r")?[A-Z][\w&.'-]*(?:(?:\s+(?:&|and|of|the)\s+|\s+|-)[A-Z][\w&.'-]*){0,5})(?=\s+\(|\s+(?:has|"
    r"have|was|is|been|again|once|"
    r"earn|receiv|w[io]n|nam|honor|recogniz|select|award|land|take|mark|celebrat|among|one of|join|"
    r"net|gain|nab|secur|collect)|'s?\s+(?:\w+\s+){0,3}(?:award|honor|HEED))",
)
_NO_NAME = re.compile(
    r"^(?:The )?(?:Colleges?|University|Universities|Schools?|Institutions?|Institute|"
    r"Winners|Recipients|Applicants|Campus|Library|It|This|We|Our|He|She|They|"
    r"Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Both|INSIGHT|Insight|HEED|Award|Awards|Students?|Dean|"
    r"President|District|System|Medicine|Nursing|"
    r"Diversity|Photo|National|That|These|There|To|For|With|Among|As|At|By|From|On|Of|Through|Across|After|Before|While|"
    r"When|What|Which|Who|How|Why|If|Such|Many|Some|All|Each|Every|Most|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b",
)


def _leading_name(line: Line) -> SchoolMention | None:
    """The name at the beginning of a line that tells of a win: "William & Mary was named"."""
    if line.schools:
        return None
    match = _LEADING.match(re.sub(r"^[A-Z .,]{4,40}(?:--|[–—]| - )\s*", lambda m: " " * len(m[0]), line.text).lstrip())
    lead = len(line.text) - len(line.text.lstrip())
    if not match or _NO_NAME.match(match["name"]) or re.search(r"\b(?:Award|HEED|Champion)", match["name"]):
        return None
    name = re.sub(r"'s?$", "", re.split(rf"\s+(?={_VERBS})", match["name"])[0])
    at = line.text.find(name, lead)
    return SchoolMention(line.start + at, line.start + at + len(name), name)
