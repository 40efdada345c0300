"""What a text is about as a whole: its main award, award year and school, and its lines with what each names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from etl.transform.statements.awards_named import awards_named
from etl.transform.statements.cues import PAST, WIN, is_boilerplate, of_school
from etl.transform.statements.schools_named import schools_named
from etl.transform.statements.sentences import likeness, sentences
from etl.transform.statements.values import AwardCodes, AwardMention, Hints, SchoolMention, Sentence
from etl.transform.statements.years import first_date, stated_years

_VERBS = (
    r"(?:Earn|Receiv|W[io]n|Nam|Honor|Recogniz|Select|Award|Land|Take|Mark|Celebrat|Among|Again|Join|"
    r"Net|Gain|Secur|Is|Has|Collect|Honored|One)"
)
_LIST_HEAD = re.compile(r"\b(?:recipients|winners|honou?rees|awardees|institutions|schools)\b", re.IGNORECASE)
LONGEST_HEAD = 25
"""Words of a line that can head a list of schools."""
FEWEST_LISTED = 3
LEAD = 4
"""Lines after which a win is no longer what the text announces, unless a headline says so."""


@dataclass(frozen=True)
class Line:
    """A sentence with the awards and schools that it names; `boilerplate` says nothing about a school."""

    number: int
    sentence: Sentence
    awards: tuple[AwardMention, ...]
    schools: tuple[SchoolMention, ...]
    boilerplate: bool

    @property
    def text(self) -> str:
        """The sentence in plain characters."""
        return self.sentence.text

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.sentence.end

    @property
    def wins(self) -> bool:
        """Whether it tells of a win of an award that it names."""
        if not self.awards or self.boilerplate:
            return False
        bare = self.sentence.headline or (self.sentence.item and bool(self.awards[0].year))
        return bare or bool(WIN.search(self.text))


@dataclass(frozen=True)
class Scene:
    """The lines of a text, and what it announces, where it announces anything."""

    lines: tuple[Line, ...]
    hints: Hints
    award: AwardMention | None
    year: int | None
    year_printed: bool
    school: SchoolMention | None
    announces: bool

    def first_year(self, award: str | None) -> int:
        """The first year in which a win of the award or of the one it split off from is believed."""
        years = self.hints.first_years
        code = self.hints.older.get(award or "", award or "")
        return years.get(code, years.get(award or "", min(years.values(), default=2000)))


def scene(text: str, plain: str, codes: AwardCodes, hints: Hints) -> Scene:
    """The scene of a text; without a known award it has no lines."""
    awards = awards_named(plain, codes, hints)
    if not awards and hints.assume is None:
        return Scene((), hints, None, None, False, None, False)
    told = sentences(text)
    schools = schools_named(told, awards, plain, hints)
    lines = _lines(told, awards, schools, hints)
    announcing = _announcing(lines)
    award = _main_award(announcing or [line for line in lines if line.wins])
    if award is None and hints.assume:
        award = AwardMention(0, 0, hints.assume)
    year, printed = _main_year(lines, announcing, hints)
    first = hints.first_years.get(award.award, 0) if award else 0
    if year and not printed and year == first - 1:
        year = first
    school = _main_school(announcing, schools)
    if school and _is_unit(school):
        lines = _with_the_university(lines)
    return Scene(tuple(lines), hints, award, year, printed, school, bool(announcing))


def _lines(
    told: Sequence[Sentence], awards: Sequence[AwardMention], schools: Sequence[SchoolMention], hints: Hints
) -> list[Line]:
    lines = []
    for number, sentence in enumerate(told):
        inner = tuple(one for one in awards if sentence.start <= one.start < sentence.end)
        named = tuple(one for one in schools if sentence.start <= one.start < sentence.end)
        about_giver = is_boilerplate(sentence.text, bool(named) or sentence.headline)
        if hints.shared and not named and not about_giver:
            about_giver = not of_school(sentence.text) and likeness(sentence.text) in hints.shared
        lines.append(Line(number, sentence, inner, named, about_giver))
    return lines


_HONOURED = re.compile(
    r"(?:'s)?(?:\s*\([^)]*\))?\s+(?:(?:has|have|was|were|is|again|once|also|been|being)\s+)*(?:recogni[sz]ed|"
    r"honou?red|named|"
    r"selected|chosen|received|receives|earned|earns|won|wins)\b"
)
_THE_UNIVERSITY = re.compile(r"\b[Tt]he (?:university|institution)\b(?!'s\s+(?:school|college|law))")


def _with_the_university(lines: Sequence[Line]) -> list[Line]:
    """The lines, with "the university" read as a school where a university is honoured beside its unit."""
    own = [s for line in lines for s in line.schools if not s.unit and not _is_unit(s)
           and _HONOURED.match(line.text, s.end - line.start)]  # fmt: skip
    if len({school.name.removeprefix("The ") for school in own}) != 1:
        return list(lines)
    name = own[0].name
    return [
        replace(line, schools=tuple(sorted((*line.schools, *_read_as(line, name)), key=lambda school: school.start)))
        for line in lines
    ]


def _read_as(line: Line, name: str) -> list[SchoolMention]:
    return [
        SchoolMention(line.start + match.start(), line.start + match.end(), name)
        for match in _THE_UNIVERSITY.finditer(line.text)
    ]


def _announcing(lines: Sequence[Line]) -> list[Line]:
    """The headlines and lines of the lead that tell of a win, past wins left out."""
    with_award = [line for line in lines if line.wins and not _past_only(line)]
    lead = [line for line in with_award if line.number < _end_of_lead(lines) or _near_top(line, lines)]
    return [line for line in lead if not _passing(line)]


def _end_of_lead(lines: Sequence[Line]) -> int:
    body = [line.number for line in lines if not line.sentence.headline]
    return body[min(LEAD, len(body) - 1)] + 1 if body else len(lines)


def _near_top(line: Line, lines: Sequence[Line]) -> bool:
    return line.number < len(lines) / 2 or line.sentence.start < 1500


def _past_only(line: Line) -> bool:
    """Whether the award is only named as one of earlier years."""
    before = line.text[: line.awards[0].start - line.start]
    return bool(re.search(r"\b(?:previously|in the past|formerly|had (?:won|received|earned))\b", before, re.I))


def _passing(line: Line) -> bool:
    """Whether the win is only told in passing: as an apposition or in a list of awards."""
    award = line.awards[0]
    after = line.text[award.end - line.start :]
    before = line.text[: award.start - line.start]
    listed = re.match(r"\s*\((?:19|20)\d\d(?:\s*[,;]|\s*-)", after)
    apposed = re.search(
        r",\s+an?\s+(?:past\s+|former\s+|\d{4}\s+|proud\s+|previous\s+|multi\w*\s+)?(?:winner|recipient|"
        r"holder)\s+of\s+(?:the|a|an)\s+$",
        before,
        re.I,
    )
    return bool(listed or apposed or re.match(r"\s*Awards:", line.text))


def _main_award(lines: Sequence[Line]) -> AwardMention | None:
    named = [award for line in lines for award in line.awards]
    full = [award for award in named if not award.on_top]
    health = [award for award in full if award.health]
    return next(iter(health or full or named), None)


def _main_year(lines: Sequence[Line], announcing: Sequence[Line], hints: Hints) -> tuple[int | None, bool]:
    """The award year, and whether the text prints it: beside the award, else in an announcing line, else the page's."""
    told = [line for line in (announcing or lines) if not line.boilerplate]
    day = first_date([line.text for line in lines[:6]]) or hints.published
    of_page = None if day is None else day.year if day.month > 6 else day.year - 1
    near = [(award.year, _of_past(line, award.start)) for line in told for award in line.awards if award.year]
    beside = [year for year, past in near if not past] or ([] if of_page else [year for year, _ in near])
    if beside and (announcing or len(set(beside)) == 1):
        return beside[0], True
    bare = [int(match[1]) for line in lines if not line.boilerplate for match in _BARE_AWARD.finditer(line.text)]
    if bare and announcing and not hints.several and max(bare) <= hints.latest:
        return max(bare), True
    spoken = [
        year.year
        for line in (announcing or ())
        for year in stated_years(line.text, hints)
        if not _of_past(line, line.start + year.start)
    ]
    if spoken and (of_page is None or max(spoken) >= of_page - 1):
        return max(spoken), True
    others = [a.year for line in lines for a in line.awards if a.year and announcing and not _of_past(line, a.start)]
    if others and (of_page is None or max(others) >= of_page - 1):
        return max(others), True
    if of_page is None or not announcing:
        return (beside[0] if beside else None), bool(beside)
    return of_page, False


def _of_past(line: Line, at: int) -> bool:
    """Whether what stands at that place of the text is told of earlier times."""
    before = re.split(r",?\s+but\s|;\s", line.text[max(0, at - line.start - 60) : at - line.start])[-1]
    return bool(PAST.search(before) or re.search(r"\bnot\s+(?:win|won|receive|earn)", before, re.I))


def _main_school(announcing: Sequence[Line], schools: Sequence[SchoolMention]) -> SchoolMention | None:
    """The school that the announcing lines credit: a full name before a bare unit, the body before a headline."""
    body = [line for line in announcing if not line.sentence.headline and line.schools]
    heads = [line for line in announcing if line.sentence.headline and line.schools]
    subjects = [subject_of(line, line.awards[0].start) for line in (*body, *heads)]
    named = [school for school in subjects if school]
    full = [school for school in named if not school.unit]
    led = [
        name
        for line in (*[a for a in announcing if not a.sentence.headline], *announcing)
        if (name := _leading_name(line))
    ]
    best = next(iter(full or named or led), None)
    units = [school for line in heads for school in line.schools if _is_unit(school)]
    if best and not _is_unit(best) and units:
        whole = next((s for s in schools if _is_unit(s) and not s.unit and s.name.startswith(best.name)), None)
        return whole or SchoolMention(units[0].start, units[0].end, units[0].name, best.name, unit=True)
    return best or next(iter(schools), None)


_BARE_AWARD = re.compile(
    r"\b(20[0-4]\d)\s+(?:awards?|honou?rees?|recipients?|winners?|honou?rs?|list|class|cohort)\b(?! of 20)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:For|In|This|On|After|Once)\b[^,]{0,60},\s+)?(?:the\s+)?(?P<name>(?:The "
    r")?[A-Z][\w&.'-]*(?:(?:\s+(?:&|and|of|the)\s+|\s+|-)[A-Z][\w&.'-]*){0,5})(?=\s+\(|\s+(?:has|"
    r"have|was|is|been|again|once|"
    r"earn|receiv|w[io]n|nam|honor|recogniz|select|award|land|take|mark|celebrat|among|one of|join|"
    r"net|gain|nab|secur|collect)|'s?\s+(?:\w+\s+){0,3}(?:award|honor|HEED))",
)
_NO_NAME = re.compile(
    r"^(?:The )?(?:College|University|School|Institute|Campus|Library|It|This|We|Our|He|She|They|"
    r"INSIGHT|Insight|HEED|Award|Awards|Students?|Dean|President|District|System|Medicine|Nursing|"
    r"Diversity|Photo|National|That|These|There)\b",
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


def _is_unit(school: SchoolMention) -> bool:
    return bool(
        re.search(
            r"\b(?:School|College|Faculty) (?:of|for)\b|Medical School|Law (?:School|Center)|Librar|Nursing$|"
            r"Dental$|Medicine$",
            school.name,
        )
    )


def subject_of(line: Line, at: int) -> SchoolMention | None:
    """The school of which a line speaks at a place: the nearest before it, else the first after it; None: not named."""
    before = [school for school in line.schools if school.end <= at]
    if before:
        return before[-1]
    after = [school for school in line.schools if school.start >= at]
    return after[0] if after else None


def names_under(lines: Sequence[Line], head: Line) -> list[Line]:
    """The names that stand line by line under a head such as "2023 HEED Award Recipients"; else none."""
    if not head.awards or len(head.text.split()) > LONGEST_HEAD or not _LIST_HEAD.search(head.text):
        return []
    names = list(takewhile(_is_name, lines[head.number + 1 :]))
    return names if len(names) >= FEWEST_LISTED else []


def _is_name(line: Line) -> bool:
    """Whether a line is a school's name and little else."""
    if not line.schools or not (line.sentence.item or line.sentence.headline):
        return False
    return sum(school.end - school.start for school in line.schools[:1]) >= 0.5 * len(
        re.sub(r"\([^)]*\)", "", line.text)
    )
