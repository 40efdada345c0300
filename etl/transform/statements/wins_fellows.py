"""Schools that a text names beside its own as honoured in the same year: "other winners include", "joins", "too"."""

import re
from collections.abc import Iterator, Sequence

from etl.transform.statements.cues import OF_WHOLE, other_awards
from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.numbers import CARDINAL, number
from etl.transform.statements.sought import Cue, sought
from etl.transform.statements.values import AwardMention, SchoolMention, Win
from etl.transform.statements.wins_schools import OTHER_BODY, other_schools, runs
from etl.transform.statements.years import stated_years

_WHO = (
    r"(?:institutions?(?= in)|institutions|schools|colleges|universities|campuses|recipients|"
    r"winners|honou?rees|awardees|members)"
)
_LED = Cue(
    rf"(?:\b(?:(?:other|fellow|additional|further)s?|(?:{CARDINAL})\s+more)\s+(?:[\w'&-]+\s+){{0,5}}?{_WHO}\b[^.;]{{0,90}}?"
    r"(?:\binclud(?:e|es|ed|ing)|\bare|\bwere|:|\bsuch as|\blike|,|[-–—])"
    rf"|\bone of (?:only\s+|just\s+)?{CARDINAL}\b[^.;:]{{0,60}}?,?\s+(?:with|also\s+including)\s+"
    r"|\bonly\b[^.;]{0,90}?\b(?:apart from|other than|besides|except)(?:\s+(?:[a-z]+\s+){0,2})?"
    r"|;\s+(?:and\s+)?the\s+other(?:\s+one)?\s+(?:is|was|being)"
    r"|\bothers\b[^.;]{0,40}?(?:\binclud(?:e|es|ed|ing)|\bare|\bwere|:)"
    rf"|\b{_WHO}\b[^.;]{{0,40}}?\b(?:named|honou?red|recogni[sz]ed|selected|chosen|listed)\b[^.;]{{0,40}}?\binclud(?:e|ed|es)\b"
    r"|\b(?:recipients|winners|honou?rees|awardees)\b[^.;:]{0,40}?(?:\bincluded?|\bare|\bwere|:)"
    r"|\b(?:list|group|class|roster|company)\s+(?:of\s+(?:[\w-]+\s+){1,6}?)?(?:that\s+|which\s+)?(?:also\s+)?"
    r"(?:includ(?:es|ed)|holds|names)\b"
    r"|\b(?:besides|in addition to|alongside|along with|together with|joined(?: this (?:year|fall|time))? by|joining|"
    r"joins?|as well as|beside"
    r"|stands? (?:\w+ )?with|shares? (?:it|(?:this|that|the)(?: [a-z]+)?) with|in the company of)"
    r"(?:\s+(?:[a-z]+\s+){0,4})?"
    r"|\b(?:among (?:them|these|those|others)|also (?:honou?red|selected|recogni[sz]ed|named|chosen|on the list))\b"
    r"[^.;]{0,40}?|\bin addition,?)\s*(?:are\s+|were\s+|is\s+|was\s+|:\s*)?(?:both\s+)?"
    r"(?:the\s+|its\s+|[a-z][\w&.]*(?:\s[a-z][a-z]+)?'s?\s+)?(?:(?:schools|colleges)\s+of\s+)?$"
)
"""What leads to the names of further winners."""
_FOLLOWED = re.compile(
    r"(?:'s)?(?:\s+(?:in|of)\s+[A-Z][\w.]+(?:[\s,]+[A-Z][\w.]+){0,2})?,?\s*"
    r"(?:(?:\w+\s+){0,4}(?:too|as well|likewise|included)\b(?=\s*(?:[.,;:]|$|and\b|in\b|for\b))"
    r"|(?:are|were|is|was|have|has)\s+(?:also|likewise|the\s+others?|among\s+the\s+others?|(?:\w+\s+){0,3}other)\b"
    r"|will\s+be\s+(?:featured|profiled|highlighted|listed|honou?red)\s+(?:with|alongside|among)\s+(?:the\s+)?other\b"
    r"|also\s+(?:received|won|earned|were|was|made|got|took|are|is|have|has)\b"
    r"|(?:belongs?|stands?|is|are|was|were)\s+(?:to|in|on|among|part of)\s+(?:the\s+)?same\s+"
    r"(?:group|list|class|company|circle)\b"
    r"|(?:has|have|had)?\s*(?:also\s+)?join(?:s|ed)?\s+(?:it|us|them|(?:the|our)\s+(?:college|school|university))\b"
    r"|joins?\s+(?-i:[A-Z])[^.;]{2,80}?\sas\s+(?:the\s+)?(?:other|only|one|two)\b"
    r"|(?:are|were)\s+(?:some|several|among|two|three|four|five)\s+(?:of\s+)?(?:the|those|this year's)\s+"
    r"(?:\w+\s+){0,2}?(?:institutions|schools|colleges|universities|recipients|winners|honou?rees)\b"
    r"|,?\s*among\s+others\b)",
    re.IGNORECASE,
)
"""What tells behind names that their schools won too."""
_EARLIER = Cue(
    r"\b(?:(?:has|have)\s+ever\b|in the past|in (?:recent|past|other) years|previous(?:ly)?|formerly|"
    r"in earlier years|earlier years"
    r"|past (?:[\w&,]+ ){0,5}?(?:recipients|winners|honou?rees)"
    r"|partner(?:s|ed|ship)?|collaborat\w+|graduat\w+|degrees?|alum\w+)\b"
)
_N_MORE = sought("more|other", rf"\b(?P<n>{CARDINAL})\s+(?:more|other)\s+(?:[\w'-]+\s+){{0,3}}?{_WHO}\b", re.IGNORECASE)
_LIST_OF_OTHERS = sought(
    "list|ranking|roster|honor roll",
    r"\b(?!(?i:insight|diversity|academia|heed|magazine))[A-Z]\w+'s\s+(?:\w+\s+)?(?:list|ranking|roster|honor roll)\b",
)
"""The list of another giver: "Lakeland's list includes"."""
_ONE_OF = re.compile(
    rf"\bone of (?:only\s+|just\s+)?(?P<n>{CARDINAL})\s+[^.;]{{0,80}}\b(?:honou?red|recogni[sz]ed|selected|"
    r"chosen|to receive)\b",
    re.IGNORECASE,
)
"""How many of a university's schools won, of which the line behind names the others: "(Nursing, Law)"."""
_OF_PROGRAMMES = re.compile(r"\b(?:programs?|initiatives?|efforts?|projects?|events?|courses?)\s+$", re.IGNORECASE)
"""What tells that the names behind are those of programmes: "Among these are its pathway programs"."""
_COLON = re.compile(
    r"\b(?:others?|more|also|additional|fellow|besides|further|in addition|alongside|along with)\b[^.;:]*:"
    r"\s*(?:the\s+)?$",
    re.IGNORECASE,
)


def fellows(scene: Scene, line: Line) -> Iterator[Win]:
    """The wins of other schools than that of the text that a line tells to have won the same, in the same year."""
    if scene.award is None or scene.year is None or not (scene.announces and line.schools):
        return
    if not _of_the_award(scene, line) or _EARLIER.search(line.text):
        return
    full = [award for award in line.awards if not award.on_top]
    award, year = (full[-1] if full else line.awards[-1] if line.awards else scene.award), scene.year
    if not line.awards and (tier := _tier_above(scene, line)):
        award, year = tier
    for run in runs(line):
        others = [school for school in run if not _is_own(scene, school)]
        if others and (_is_fellow(line, run) or _announced_above(scene, line, len(others))):
            for school in others:
                yield Win(
                    school.start, school.end, award.award, year, "claimed", school, award.health,
                    scene.year_printed, listed=True, aside=True,
                )  # fmt: skip


def of_the_whole(scene: Scene, line: Line) -> Iterator[Win]:
    """The university's win that a line of a health school's news sets apart: "the award at the university level"."""
    told = OF_WHOLE.search(line.text) if not line.awards and line.speaks_of_win else None
    plain = scene.hints.older.get(scene.award.award) if scene.award else None
    if told is None or plain is None or scene.year is None or not scene.announces:
        return
    if {year.year for year in stated_years(line.text, scene.hints)} - {scene.year} or _EARLIER.search(line.text):
        return
    for school in line.schools[:1]:
        yield Win(
            school.start, school.end, plain, scene.year, "claimed", school, health=False,
            year_printed=scene.year_printed, listed=True, aside=True,
        )  # fmt: skip


def _tier_above(scene: Scene, line: Line) -> tuple[AwardMention, int] | None:
    """The tier of which the line before speaks alone, with its year: of it a line tells that names no award."""
    before = scene.lines[line.number - 1] if line.number else None
    if before is None or not before.awards or not all(award.on_top for award in before.awards):
        return None
    years = {year.year for year in stated_years(before.text, scene.hints)}
    year = before.awards[-1].year or (years.pop() if len(years) == 1 else scene.year)
    return (before.awards[-1], year) if year else None


def _of_the_award(scene: Scene, line: Line) -> bool:
    """Whether the line, or the one before it, speaks of this year's award, and of no other."""
    before = scene.lines[line.number - 1] if line.number else None
    spoken = line.awards or line.speaks_of_award or (before and (before.awards or before.speaks_of_award))
    years = {year.year for year in stated_years(line.text, scene.hints)} - {scene.year}
    others = line.names_other_list or _LIST_OF_OTHERS.search(line.text) or (not line.awards and other_awards(line.text))
    return bool(spoken) and not years and not others


def _is_fellow(line: Line, run: Sequence[SchoolMention]) -> bool:
    begin, end = run[0].start - line.start, run[-1].end - line.start
    if OTHER_BODY.match(line.text, end):
        return False
    before = line.text[:begin]
    led = _LED.search(before) or _COLON.search(before)
    if led and _OF_PROGRAMMES.search(before):
        return False
    return bool(led or cue_before(line, begin) or _FOLLOWED.match(line.text, end))


def _announced_above(scene: Scene, line: Line, n: int) -> bool:
    """Whether the line before tells of so many more schools: "Three more share it. (Nursing, Law, Pharmacy)"."""
    above = scene.lines[line.number - 1].text if line.number else ""
    match, one_of = _N_MORE.search(above), _ONE_OF.search(above)
    told = bool(one_of and line.text.startswith("(") and number(one_of["n"]) == n + 1)
    return told or (match is not None and number(match["n"]) == n)


def cue_before(line: Line, at: int) -> bool:
    """Whether words that lead to further winners stand before a place of the line."""
    cue = other_schools(line)
    return cue is not None and cue.end() <= at


def _is_own(scene: Scene, school: SchoolMention) -> bool:
    own = scene.school
    return own is not None and own.name.removeprefix("The ") == school.name.removeprefix("The ")
