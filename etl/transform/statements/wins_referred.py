"""Wins told without the award's name: "received the same award", "is there as well", items under an announcement."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from etl.transform.statements.counted_about import OTHER_HONOUR
from etl.transform.statements.cues import WIN, other_awards
from etl.transform.statements.lines import FEWEST_LISTED, Line, Scene, is_unit
from etl.transform.statements.numbers import CARDINAL, ORDINAL
from etl.transform.statements.sought import Cue
from etl.transform.statements.values import AwardMention, SchoolMention, Win
from etl.transform.statements.wins_schools import (
    ALONG_WITH,
    OTHER_BODY,
    group,
    is_group,
    number_told,
    other_schools,
    subjects,
)
from etl.transform.statements.years import stated_years

_HONOUR = r"(?:awards?|honou?rs?|recognitions?|distinctions?|designations?|prizes?|titles?|accolades?|HEEDs?)"
_TOLD = r"(?:selected|chosen|named|honou?red|recogni[sz]ed|picked|listed|included|cited|awarded|lauded)"
_GETS = (
    r"(?:receiv(?:e|es|ed)|w[io]ns?|earn(?:s|ed)?|take?s?|took|gets?|got|gain(?:s|ed)?|claim(?:s|ed)|hold|holds|held|"
    r"collect(?:s|ed)|secur(?:es|ed)|land(?:s|ed)|shares?|shared|captur(?:es|ed)|add(?:s|ed)|keeps?|kept)"
)
_AMONG_HONOURED = re.compile(
    rf"\b(?:among|(?:one|two|three) of|both)\s+(?:the\s+|only\s+|"
    rf"just\s+)*(?:{CARDINAL}\s+)?(?:U\.S\.|[^.;]){{0,60}}?\b(?:{_TOLD}|to (?:receive|earn|win)|recipients|winners|"
    rf"honou?rees|those (?:being\s+|(?:who|that) were\s+)?(?:{_TOLD}|receiving|winning|earning)|"
    rf"those (?:who|that) {_GETS} (?:it|one))\b|"
    rf"\b(?:are|is)\s+(?:also\s+|all\s+)*being\s+{_TOLD}\s+(?:as well|too)\b|"
    rf"\bwere\s+(?:also\s+|all\s+|each\s+)*{_TOLD}\b"
    r"|\b(?:both|all|each)\s+(?:were|have been|"
    r"also|won|received|earned)\b",
    re.IGNORECASE,
)
_REFERRED = re.compile(
    rf"\b{_GETS}\s+(?:(?:also|likewise|each|both|home)\s+)*(?:the|its|their|this|that)\s+(?:very\s+)?(?:same\s+|"
    rf"own\s+)?"
    rf"(?:{ORDINAL}\s+)?(?:national\s+|consecutive\s+|straight\s+)*{_HONOUR}\b"
    rf"|\b(?:is|are|was|were|has been|have been)\s+(?:(?:also|again|likewise|both|all)\s+)*(?:back|there|on (?:it|the "
    rf"(?:\w+\s+)?list)|among (?:them|(?:the|(?:this|the) year's) (?:\w+\s+)?(?:winners|recipients|honou?rees)))\b"
    rf"|\b(?:is|are|was|were|has been|have been)\s+(?:(?:also|again|likewise|both|all|being)\s+)*{_TOLD}\b"
    rf"[^.;]{{0,40}}?"
    rf"(?:\btoo\b|\bas well\b|\bat the same time\b|"
    rf"\b(?:with|beside|alongside) (?:it|us|the (?:school|college|university))\b|"
    rf"\b(?:consecutive|straight)\b|\bin a row\b)"
    rf"|\b(?:has|have)\s+(?:the|this|that)\s+(?:same\s+)?{_HONOUR},?\s+(?:as well|too)\b"
    rf"|\b(?:also|likewise)\s+(?:has|have)\s+(?:the|this|that|one|it)\b(?=\s+(?:same\s+)?(?:{_HONOUR})\b|\s*[.,;]|$)"
    rf"|\b(?:is|are|was|were)\s+(?:an?\s+|the\s+|each\s+|both\s+)*(?:20[0-4]\d\s+)?"
    rf"(?:winners?|recipients?|honou?rees?),?\s+"
    rf"(?:\w+\s+){{0,3}}(?:as well|too)\b"
    rf"|\b(?:is|are|was|were)\s+the\s+(?:only\s+)?others?\s+(?:[\w-]+\s+){{0,4}}?"
    rf"(?:with|to (?:hold|receive|earn|win|get)|(?:that|which) (?:holds?|received|earned|won))\s+(?:the|this|that|it)\b"
    rf"|\b(?:is|was|are|were|has|have)\s+(?:also|likewise)\s+(?:been\s+)?(?:an?\s+)?(?:{_TOLD}|winners?|recipients?|"
    rf"honou?rees?)(?=\s*(?:[.,;]|$|by the magazine|this year|in 20|for 20|(?:for|among) the))"
    rf"|\b(?:also|again|likewise)\s+(?:{_GETS}|made|makes|joins?|joined|return(?:s|ed)?|appears?|"
    rf"appeared)\b[^.;]{{0,40}}?"
    rf"\b(?:{_HONOUR}|list|winners|recipients|honou?rees)\b"
    rf"|\balso\s+(?:was|were|is|are|has been|have been)\s+{_TOLD}(?=\s*(?:[.,;]|$|by the magazine|this year|in 20|"
    rf"for 20))"
    rf"|\b{_GETS}\s+(?:its|their)\s+{ORDINAL}\b|(?<=[a-z])\s+its\s+{ORDINAL}(?=\s*[.,;]|$)"
    rf"|\b(?:is|are|was|were)\s+(?:an?\s+|the\s+)?(?:other[s]?(?=\s*[.,;]|$)|(?:first-time|repeat|(?:{CARDINAL}|"
    rf"{ORDINAL})-time|new)"
    rf"\s+(?:winner|recipient|honou?ree|awardee)s?\b)"
    r"|\b(?:made|makes|returned to|returns to|joined|joins)\s+the\s+(?:\w+\s+)?(?:list|winners|honou?rees|"
    r"recipients)\b"
    r"|\b(?:made|makes)\s+it\s+(?:as\s+well|too|again)\b"
    rf"|\bmakes\s+(?:it\s+|this\s+)?(?:the\s+)?(?:{CARDINAL}|{ORDINAL})\s+(?:straight|in a row|consecutive)\b",
    re.IGNORECASE,
)
_REFERS = Cue(_REFERRED.pattern.replace("HEED", "heed"))
"""The same in small letters, which most lines do not hold."""
_BY_PLURAL = re.compile(r"\b(?:won|was honou?red|was recogni[sz]ed|was chosen|earned one|received one)\s+for\b")
"""What tells one school's part of a plural: "Several programs won 2024 awards. … The college won for its camp"."""
_SINGLE = re.compile(
    rf"\b(?:{_GETS}|{_TOLD}|again|returned?|back|for (?:a|the|its) {ORDINAL})\b|\b(?:{ORDINAL}|{CARDINAL})\s+"
    rf"(?:straight|consecutive|in a row|time|award)\b",
    re.IGNORECASE,
)
"""What an item under an announcement says of its school's win."""
_GIVER = re.compile(
    r"\b(?:magazine|publication|publisher|editors|judges|reviewers|insight into (?:diversity|academia))\s+(?:has\s+|"
    r"had\s+|"
    r"have\s+)?(?:also\s+|again\s+|likewise\s+)*(?:put|puts|placed|named|names|included|includes|gave|gives|awarded|"
    r"picked|"
    r"chose|chosen|selected|honou?red|recogni[sz]ed|listed|lists)\s+(?:both\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(
    r"[^.;]{0,80}?\b(?:among the (?:\w+\s+)?(?:winners|recipients|honou?rees)|on (?:the|its) (?:\w+\s+)?list|as well|"
    r"too|"
    r"(?:the|its|that) (?:same )?(?:award|honou?r|distinction|recognition|title)|in (?:the|its) [\w ]{3,40}category)\b",
    re.IGNORECASE,
)
_BY_GIVER = re.compile(
    rf"\b(?:{_TOLD})\b[^.;]{{0,20}}\bby (?:the magazine )?insight into (?:diversity|academia)\b", re.IGNORECASE
)
"""What tells of a win without the award's name."""
_ITS_AWARD = re.compile(
    rf"^(?:Its|That|The)\s+(?:20[0-4]\d\s+)?{_HONOUR}\s+(?:is|was|marks|makes)\b|^It (?:is|was) its\b"
)
_WINNERS = Cue(r"\b(?:winners|recipients|honou?rees|list)\b")
"""Words for those who have the award, however far above it was named."""
_THE_OTHER = re.compile(r"\bthe\s+(?:only\s+)?others?\b", re.IGNORECASE)
"""What sets schools that won too apart from the one of whose win is told."""
_SO_ARE = re.compile(r"So\s+(?:are|were|is|was|did|have|has)\s+(?:the\s+)?(?=[A-Z])")
"""How a line begins that tells the same of further schools: "So are Hart College and Orr College."."""
_OTHERS_FIRST = re.compile(r"(?:Other|Others|Also|Among)\b")
"""How a line begins that lists further winners."""
_IN_THE_PAST = Cue(r"\b(?:in the past|in (?:earlier|former|other|past|previous|prior|recent) years|in years past)\b")
"""What tells of wins in years that it does not name."""
_NEAR = 4
"""Lines behind that of an award in which a school can be told to have won it too."""


def referred(scene: Scene, line: Line) -> Iterator[Win]:
    """Wins of schools that a line without an award's name tells of, for the award of a line before it."""
    if line.awards or scene.award is None or scene.year is None or not scene.announces:
        return
    if _IN_THE_PAST.search(line.text) or not (line.schools or _ITS_AWARD.search(line.text)):
        return
    years = {year.year for year in stated_years(line.text, scene.hints)} - {scene.year}
    if years or OTHER_HONOUR.search(line.text) or other_awards(line.text):
        return
    if line.schools:
        yield from _named(scene, line)
    else:
        yield from _of_line_before(scene, line)


_AMONG_THEM = re.compile(
    r",?\s+(?:(?:is|are|was|were)\s+)?(?:among|one of|two of)\s+(?:them|those|these)(?=\s*(?:[.,;]|$))"
)
"""How a line goes on behind a school that is one of those honoured: "83 share the award, Lakeside among them"."""


def _named(scene: Scene, line: Line) -> Iterator[Win]:
    for school in line.schools:
        them = _AMONG_THEM.match(line.text, school.end - line.start)
        if them and re.search(_HONOUR, line.text[: school.start - line.start], re.IGNORECASE):
            told = subjects(line, school.end)
            yield from (_won(scene, line, them, each, scene.award) for each in told)
            return
    among = _AMONG_HONOURED.search(line.text)
    if among:
        schools = group(line) or subjects(line, line.start + among.start())
        if len(schools) > 1:
            yield from (_won(scene, line, among, school, scene.award) for school in schools)
            return
    so = _SO_ARE.match(line.text)
    before = scene.lines[line.number - 1] if so and line.number else None
    if so and before and before.wins and before.awards:
        yield from (_won(scene, line, so, school, before.awards[0]) for school in line.schools)
        return
    head = _head_of(scene, line)
    award = _award_before(scene, line)
    matches = list(_REFERRED.finditer(line.text)) if _REFERS.search(line.text) else []
    if head:
        matches, award = matches or list(islice(_SINGLE.finditer(line.text), 1)), head.awards[-1]
    if not matches and award and award is not scene.award:
        matches = list(islice(_BY_PLURAL.finditer(line.text), 1))
    if matches and award is None and _WINNERS.search(line.text):
        award = scene.award
    if not matches or award is None:
        yield from _given(scene, line, award or scene.award)
        return
    for match in matches:
        if any(one.end - line.start <= match.end() for one in line.schools):
            for one in group(line) or subjects(line, line.start + match.start()):
                yield _won(scene, line, match, one, award)


_HONOURS = re.compile(
    rf"^(?:It|This|That|The)\s+(?:(?:20[0-4]\d\s+)?{_HONOUR}\s+)?(?:also\s+)?(?:honou?rs|honou?red|recogni[sz](?:es|ed)|"
    r"goes to|went to)\s+(?:both\s+)?(?:the\s+)?$"
    rf"|\b(?:there (?:are|were)|separate|further|individual)\s+(?:[a-z]+\s+)?{_HONOUR}\s+(?:for|to)\s+(?:both\s+)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
"""What the award does to those who have it: "It honors …"."""


def _given(scene: Scene, line: Line, award: AwardMention | None) -> Iterator[Win]:
    """The wins of schools that the magazine "put among the winners", "chose as well" or "gave the same award"."""
    for school in line.schools:
        begin, end = school.start - line.start, school.end - line.start
        giver, behind = _GIVER.search(line.text[:begin]), _GIVEN_TO.match(line.text, end)
        honours = _HONOURS.search(line.text[:begin])
        told = honours or (giver if behind else None)
        if told:
            for one in subjects(line, school.start if honours else school.end):
                yield _won(scene, line, told, one, award)
            return


def _won(
    scene: Scene, line: Line, match: re.Match[str], school: SchoolMention | None, award: AwardMention | None
) -> Win:
    beside = school is not None and ALONG_WITH.search(line.text[: school.start - line.start])
    beside = beside or _THE_OTHER.search(match[0])
    told = award or scene.award
    code, health = (told.award, told.health) if told else ("", False)
    return Win(
        line.start + match.start(), line.start + match.end(), code, scene.year or 0,
        "claimed" if beside else "announced", school, health, scene.year_printed, listed=True,
        aside=not (_of_group(scene, line) or _opens(scene, line)),
    )  # fmt: skip


def _award_before(scene: Scene, line: Line) -> AwardMention | None:
    """The award, no tier, that the nearest of the lines before names as won, or whose winners it lists; else none."""
    above = scene.lines[line.number - 1] if line.number else None
    listed = above and above.schools and _OTHERS_FIRST.match(above.text) and _WINNERS.search(above.text)
    if above and listed and not above.names_other_list:
        return scene.award
    for other in reversed(scene.lines[max(0, line.number - _NEAR) : line.number]):
        full = [award for award in other.awards if not award.on_top]
        if full and other.wins:
            return full[-1]
    return None


def _head_of(scene: Scene, line: Line) -> Line | None:
    """The announcing line above the list of which the line is an item, or a paragraph that begins with its school."""
    opens = line.schools and line.schools[0].start - line.start <= len("At the ")
    if not (line.sentence.item or opens) or not scene.announces or not is_listing(scene):
        return None
    head = next((other for other in scene.lines if other.awards and is_group(other)), None)
    return head if head and (line.sentence.item or number_told(head)) else None


@lru_cache(maxsize=1)
def is_listing(scene: Scene) -> bool:
    """Whether the text announces a number of schools that it names one by one further down."""
    top = scene.lines[: _NEAR * 2]
    of_units = sum(is_unit(school) for line in top for school in line.schools) >= FEWEST_LISTED
    return any(
        is_group(line)
        and (
            line.wins or _BY_GIVER.search(line.text) or (of_units and line.sentence.headline and WIN.search(line.text))
        )
        for line in top
    )


def _of_group(scene: Scene, line: Line) -> bool:
    return is_listing(scene) and line.number > 0


def _opens(scene: Scene, line: Line) -> bool:
    """Whether a line is the first sentence below the headlines: of whom it tells, the news is."""
    first = next((one for one in scene.lines if not one.sentence.headline), None)
    return line is first


def _of_line_before(scene: Scene, line: Line) -> Iterator[Win]:
    """The win that "Its 2022 award is the fifth in a row" tells of the school of the line before."""
    before = scene.lines[line.number - 1] if line.number else None
    if before is None or len({school.name for school in before.schools}) != 1 or before.awards:
        return
    school = before.schools[0]
    if scene.school and school.name == scene.school.name:
        return
    match = _ITS_AWARD.search(line.text)
    if match and scene.award:
        yield Win(
            line.start + match.start(), line.start + match.end(), scene.award.award, scene.year or 0, "announced",
            school, scene.award.health, scene.year_printed, listed=True, aside=True,
        )  # fmt: skip


def of_others(scene: Scene, line: Line) -> Iterator[Win]:
    """Other schools that a line lists among those honoured in the same year."""
    cue = other_schools(line)
    if cue is None or scene.award is None or scene.year is None or _IN_THE_PAST.search(line.text):
        return
    for school in line.schools:
        if school.start - line.start >= cue.end() and not OTHER_BODY.match(line.text, school.end - line.start):
            yield Win(
                school.start, school.end, scene.award.award, scene.year, "claimed", school, scene.award.health,
                scene.year_printed, listed=True, aside=True,
            )  # fmt: skip
