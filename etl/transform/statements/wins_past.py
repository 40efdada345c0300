"""Past wins: years other than that of the text, in a line that speaks of winning."""

import re
from collections.abc import Iterator

from etl.transform.statements.cues import (
    ALL_OF_YEAR,
    ANAPHOR,
    OTHER_LISTS,
    WIN,
    of_somebody,
    of_something_else,
    other_awards,
)
from etl.transform.statements.lines import Line, Scene, goes_on_from, is_no_win
from etl.transform.statements.looking_back import looks_back
from etl.transform.statements.scene_day import page_day
from etl.transform.statements.sought import Cue, sought
from etl.transform.statements.values import AwardMention, Win
from etl.transform.statements.wins_schools import by_field, subjects
from etl.transform.statements.years import WHEN_WON, StatedYear, stated_years

_LAST_YEAR = sought(
    "last",
    r"\b(?:recogni[sz]ed|honou?red|won|received|earned|selected|named)\b[^.;]{0,80}\blast "
    r"year(?:\s+(?:as well|too|also)|[.,]?$)|\balso\b[^.;]{0,40}\blast year\b|"
    r"\b(?:was|were)\s+on\s+(?:the|this)\s+list\s+last\s+year\b|"
    r"\bwhen\s+(?:we|it|the\s+\w+)\s+(?:won|received|earned)(?:\s+it)?\s+last\s+(?:year|fall|autumn)\b|"
    r"\b(?:recogni[sz]ed|honou?red|selected|named|won|received)\b[^.;]{0,30}\bfor the first time "
    r"last (?:year|fall|autumn)\b|"
    r"^[\"']?last year,?\s(?:when\s)?[^.;,]{0,60}\b"
    r"(?:won|received|earned|was (?:named|selected|honou?red|recogni[sz]ed))\b",
    re.IGNORECASE,
)


_BY_ANOTHER = re.compile(
    r"\b(?:recogni[sz]ed|honou?red|named|selected|chosen)\s+by\s+(?!(?:the\s+)?(?:magazine|publication|insight)\b)",
    re.IGNORECASE,
)
"""What tells that it was somebody else than the magazine who honoured."""
_LAST = re.compile(r"\blast (?:year|fall|autumn)\b", re.IGNORECASE)
_OF_WINNERS = re.compile(
    r"\s+(?:recipients?|winners?|honou?rees?|awardees?|list|class of (?:winners|honou?rees))\b", re.I
)
_AS_WINNER = re.compile(
    r"(?:,\s*20\d\d)*,?\s*(?:and|&)\s*20\d\d\s+(?:recipient|winner|honou?ree|HEED|award|health|diversity|higher)", re.I
)
"""How a sentence goes on behind the first of the years of "a 2019 and 2020 recipient"."""


_HAD_IT = Cue(
    r"\b(?:earlier|previous|first|last|other)\s+(?:(?:heed\s+)?(?:award|win|one)\s+)?(?:was|dates)\s+(?:in|from|of)\b|"
    r"\b(?:since|after|from)\s+(?:its|our|their|the)\s+first\s+(?:\w+\s+){0,2}(?:award|win|honou?r)\s+(?:in|of)\b|"
    r"\b(?:was|been) ours\b|\b(?:had|has had|won|received|earned|got|took|held|landed|been given|after)\s+(?:it|one)\b|"
    r"\b(?:has|have|had)\s+been\s+(?:an?\s+)?(?:recipients?|winners?|honou?rees?)\s+in\b"
)

_PRESUPPOSED = re.compile(
    r"\b(?:the|our|its|an?)\s+20\d\d\s+(?:HEED\s+)?award\b(?!\s+(?:criteria|cycle|season|application|year))|"
    r"\b(?:the|our|its|an?|\w+:)\s+award\s+(?:in|of|for)\s+20\d\d\b",
    re.IGNORECASE,
)
"""How a draft speaks of an award as one that it has: "our award in 2022", "the 2020 award is on display"."""
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ied|ies|ying|ications?)|submi\w+|deadline|would|next|prepar\w+)\b", re.IGNORECASE
)
_NEAR = 3
"""Lines in which one about the giver may stand between a win and "it"."""
_OF_AWARD = re.compile(
    r"\bthe (?:first|inaugural) (?:HEED )?(?:awards|honou?rees|winners|recipients)\s+(?:were\s+\w+\s+)?in\s+$"
)
"""What leads to the year in which the award itself began."""
_TO_APPLY = re.compile(r"\b(?:apply|applying|reapply|compete)\s+(?:\w+\s+){0,3}in\s+$", re.IGNORECASE)
"""What leads to a year in which a school wants to try."""
_NOT_OF_SCHOOL = re.compile(r",?\s+(?:s?he|(?:Dr|Mr|Ms|Mrs)\.)\s|\s+there\s+(?:were|had been)\s", re.IGNORECASE)
"""How a year goes on in which somebody was given something, or others were counted."""
_HONOURED_ONE = re.compile(
    r"\b(?:honou?red|recogni[sz]ed|named|awarded|gave|presented|selected|chose|picked)\s+(?:him|her)\b", re.IGNORECASE
)
"""What tells that a person was honoured."""
_FUNDS = re.compile(
    r"\b(?:research|sponsored|grant|external|federal|contract)\s+awards\b"
    r"|(?-i:\b(?!HEED\b|INSIGHT\b|DEI\b)[A-Z]{3,}\s+(?:awards?|prizes?)\b)"
    r"|\bawards\s+(?:reached|totaled|totalled|grew|rose|fell|topped|exceeded|of|worth)\s+(?:\w+\s+)?\$",
    re.IGNORECASE,
)
"""Awards that are money, or of another sort: "research awards reached $34 million in 2019", "the STEM award"."""
_ITEM_BEFORE, _ITEM = re.compile(r"[:,;]\s+(?:and\s+)?in\s+$"), re.compile(r"\s+for\s")
"""An item of a list of years with what was honoured in each: "in 2018 for its camp, in 2019 for its library"."""
_OF_ELSE = re.compile(
    r"\b(?:prizes?|medals?|finalists?|scholarships?|grants?|fellowships?|ranked|certif\w+|voted|contests?)\b|"
    r"(?-i:\b(?:Association|Society|Council|Foundation|Federation|Chamber)\b[^.;]{0,30}\b(?:gave|honored|named|recognized)\b)|"
    r"(?-i:\baward (?:from|by) (?:the|a) (?!magazine|publication))",
    re.IGNORECASE,
)
"""Honours of another sort, though they have no name."""
_IT_WON_ELSE = re.compile(
    r",?\s+(?:it|we|they|the\s+\w+)\s+(?:(?:also|has|had)\s+)*(?:won|received|earned|got)\s+(?:an?|the|its)\s+(?!HEED|same|second|third|\w+\s+HEED)"
    r"[^.;]{0,60}?\b(?:award|prize|medal|grant|seal)\b",
    re.IGNORECASE,
)
"""How a year goes on in which something else was won: "and in 2020 it won an award for its gardens"."""
_NAMED_IT = re.compile(
    r",?\s+(?:it\s+)?(?:also\s+)?(?:named|made|called|designated|declared)\s+(?:it|us|the \w+)\s+an?\s+$|"
    r",?\s+(?:it|we|they)\s+(?:also\s+)?(?:took home|won|received|earned|got|landed|was (?:given|named|awarded))\s+"
    r"(?:an?|the|its|our)\s+$",
    re.I,
)
"""What leads from a year to the award that was given in it: "and in 2020 named it a Diversity Champion"."""
_PERIOD = re.compile(r"\bof the (?:last|past)\s[^.;]{2,20}\(\s*$", re.IGNORECASE)
"""What a span of years behind "six of the last seven years" tells: over which it counts."""
_ENTRY = re.compile(r"\s*20\d\d\s*[:–—-]\s")
"""A year at the head of its entry in a history."""
_LIST = re.compile(r"[:(]\s*20\d\d(?:\s*(?:,|;|&|,?\s+and)\s*20\d\d)+\W*$")
"""The years behind the name of an award, and nothing else: "HEED Award: 2021, 2022"."""
_GOT = re.compile(
    r"\b(?:received|w[io]ns?|earned|named|selected|honou?red|recogni[sz]ed|chosen|awarded|again|was|were|has)\b", re.I
)
"""What an item of a list says that tells of getting something, and is not itself the name of another honour."""
_WON = re.compile(rf"{WIN.pattern}|{_HAD_IT.pattern}", re.IGNORECASE)


def by_years(scene: Scene, line: Line) -> Iterator[Win]:
    """A win for each year that a line tells as one of winning, that of the text left out."""
    if scene.far_above(line):
        return
    if years := years_below(scene, line):
        yield from years
        return
    entry = line.awards and (line.sentence.item or _ENTRY.match(line.text) or _LIST.search(line.text))
    has = scene.hints.several and _PRESUPPOSED.search(line.text) and not _APPLYING.search(line.text)
    if not (line.awards or ((has or spoken_of(scene, line)) and scene.award)):
        return
    if not (entry or has or line.speaks_of_win or _HAD_IT.search(line.text)):
        return
    if not line.awards and not scene.hints.several and not any(one.awards for one in scene.lines[: line.number]):
        return
    if not line.awards and _of_another(scene, line):
        return
    before = goes_on_from(scene, line)
    for year in [*stated_years(line.text, scene.hints), *_last_year(scene, line)]:
        award = before.awards[-1] if before else award_at(scene, line, year)
        told = year.year == scene.year and not (scene.hints.several or of_somebody(line.text))
        if award is None or told or _beyond(scene, year.year):
            continue
        if award in line.awards and is_no_win(line, award):
            continue
        if year.year < scene.first_year(award.award) or not (_is_had(line, year, has) or _of_a_win(line, year)):
            continue
        field = by_field(scene, line, year.start)
        at, teller = (before.awards[-1].start, before) if before else (line.start + year.start, line)
        schools = [field] if field else subjects(teller, at)
        for school in schools:
            yield Win(
                line.start + year.start, line.start + year.end, award.award, year.year, "claimed", school,
                award.health and award in line.awards, listed=len(schools) > 1,
            )  # fmt: skip


def _of_another(scene: Scene, line: Line) -> bool:
    """Whether a line that names no award tells of another one, of money, or of what somebody else was given."""
    if line.names_other_list or _HONOURED_ONE.search(line.text) or _FUNDS.search(line.text):
        return True
    return scene.hints.several and of_something_else(line.text)


_ONLY_YEARS = re.compile(r"(?:20\d\d(?:\s*(?:,|;|&|and)\s*)*)+\.?")


def years_below(scene: Scene, line: Line) -> list[Win]:
    """A win for each year of a line that holds nothing else, below a heading that is the award's name."""
    above = scene.lines[line.number - 1] if line.number else None
    if above is None or "|" in above.text or not (above.sentence.headline and _ONLY_YEARS.fullmatch(line.text)):
        return []
    near = scene.lines[max(0, line.number - 2) : line.number]  # a name can begin in one line and end in the next
    award = next((one for other in reversed(near) for one in other.awards if one.end > above.start), None)
    if award is None:
        return []
    return [
        Win(line.start + year.start, line.start + year.end, award.award, year.year, "claimed", None, award.health)
        for year in stated_years(line.text, scene.hints)
        if scene.first_year(award.award) <= year.year <= scene.hints.latest
    ]


def _is_had(line: Line, year: StatedYear, has: re.Match[str] | bool | None) -> bool:
    """Whether a year stands beside an award that the line speaks of as one that the school has."""
    near = _PRESUPPOSED.finditer(line.text) if has else ()
    return any(match.start() <= year.start and year.end <= match.end() for match in near)


def spoken_of(scene: Scene, line: Line) -> bool:
    """Whether a line without an award's name speaks of one, by a word for it or by "it" behind a line that names it."""
    if line.speaks_of_award:
        return True
    above = reversed(scene.lines[max(0, line.number - _NEAR) : line.number])
    told = [other for other in above if not other.boilerplate]
    before = told if scene.hints.several else told[:1]
    return any(other.wins for other in before) and bool(_HAD_IT.search(line.text))


def _last_year(scene: Scene, line: Line) -> Iterator[StatedYear]:
    last = None if _BY_ANOTHER.search(line.text) else _LAST_YEAR.search(line.text)
    day = page_day(scene.lines, scene.hints) if last else None
    year = day.year - 1 if day else scene.year - 1 if scene.year else None
    told = _LAST.search(line.text, last.start()) if last else None
    if told and year and scene.announces:
        yield StatedYear(year, told.start(), told.end())


def _beyond(scene: Scene, year: int) -> bool:
    """Whether a year lies after the one that the text announces: then it is told of something else."""
    news = scene.announces and not scene.hints.several and not looks_back(scene)
    return bool(news and scene.year and year > scene.year)


def award_at(scene: Scene, line: Line, year: StatedYear) -> AwardMention | None:
    """The award of which a year in a line tells: the one before it, else behind it, else that of the lines before."""
    before = [award for award in line.awards if award.end - line.start <= year.start]
    after = [award for award in line.awards if award.start - line.start >= year.end]
    if before and after and _NAMED_IT.match(line.text, year.end, after[0].start - line.start):
        return after[0]
    if before:
        return before[-1]
    return after[0] if after else _award_above(scene, line) or scene.award


def _award_above(scene: Scene, line: Line) -> AwardMention | None:
    """The award of which the lines just before told: "won the same award in 2017" is of that one."""
    above = reversed(scene.lines[max(0, line.number - _NEAR) : line.number])
    return next((full[-1] for other in above if (full := [one for one in other.awards if not one.on_top])), None)


def _of_a_win(line: Line, year: StatedYear) -> bool:
    """Whether the year is told of this award: led in as a year of winning, with no other award nearer."""
    before = line.text[: year.start]
    known = [award.end - line.start for award in line.awards if award.end - line.start <= year.start]
    other = [match for match in other_awards(before) if not _is_known(line, match)]
    nearer = (
        bool(other)
        and other[-1].end() > max(known, default=-1)
        and bool(known or not ANAPHOR.search(before[other[-1].end() :]))
    )
    nearer = nearer and not _goes_on_with(line, year)
    begins = _BEGINS.fullmatch(before) and _WON.search(line.text, year.end)
    if begins and not line.awards and (other_awards(line.text[year.end :]) or _OF_ELSE.search(line.text, year.end)):
        return False
    if _PERIOD.search(before) or any(one.end() == year.start for one in ALL_OF_YEAR.finditer(line.text)):
        return False
    if known and any(match.start() > max(known) for match in OTHER_LISTS.finditer(before)):
        return False
    if known and _IT_WON_ELSE.match(line.text, year.end) and re.search(r",?\s+and\s+in\s+$", before):
        return False
    item = before.rpartition(";")[2]
    if known and max(known) < len(before) - len(item) and re.search(r"[A-Z]", item) and not _GOT.search(item):
        return False
    entry = _ENTRY.match(line.text) and _WON.search(line.text, year.end)
    won = _WON.search(before) or known or line.awards or begins or entry or "streak" in before
    return _led(line, year) and not nearer and bool(won)


def _goes_on_with(line: Line, year: StatedYear) -> bool:
    """Whether a year stands behind others in a list of years with what was honoured in each."""
    if not (_ITEM_BEFORE.search(line.text, 0, year.start) and _ITEM.match(line.text, year.end)):
        return False
    return bool(re.search(r":\s+in\s+20[0-4]\d\s+for\s", line.text[: year.start]))


_LEADS = re.compile(
    r"(?:\b(?:in|for|from|after|followed by|during|both|between|of|and|&|again|as well as|also)|"
    r"[,(/;:])\s*(?:the\s+)?(?:years?\s+)?$|\d\s*[,/;]?\s*$",
    re.IGNORECASE,
)
"""What leads to a year of winning."""


_ARE = re.compile(
    r"\b(?:earlier|previous|past|other|further)\s+(?:\w+\s+)?(?:awards|wins|years|honou?rs)\b[^.;:]{0,30}\s(?:are|were|include|included)\s+"
    r"(?:those\s+(?:of|for|from)\s+)?$",
    re.IGNORECASE,
)
"""What leads to a list of years: "earlier awards include 2019 and 2022"."""


_BEGINS = re.compile(
    r"\s*(?:(?:Before|Prior to|After) that,?\s+)?(?:In|For|in|for)\s+(?:both\s+|the\s+)?"
    r"(?:20\d\d(?:,\s+(?:and\s+)?|\s+and\s+))*"
)
"""How a line begins with the year of which it tells, or with several: "In 2016, 2017 and 2018, it …"."""


def _led(line: Line, year: StatedYear) -> bool:
    """Whether the words around a year make it one in which something was won."""
    before = line.text[: year.start]
    if _OF_AWARD.search(before) or _TO_APPLY.search(before):
        return False
    if _NOT_OF_SCHOOL.match(line.text, year.end):
        return False
    if _LAST.fullmatch(line.text, year.start, year.end) or _LEADS.search(before) or _ARE.search(before):
        return True
    if WHEN_WON.match(line.text, year.end):
        return True
    if not before.strip() and _ENTRY.match(line.text):
        return True
    of_winners = _OF_WINNERS.match(line.text, year.end) and re.search(r"\b(?:the|an?)\s+(?:\w+\s+)?$", before)
    return bool(of_winners or (_AS_WINNER.match(line.text, year.end) and re.search(r"\b(?:an?|the|its)\s+$", before)))


def _is_known(line: Line, match: re.Match[str]) -> bool:
    return any(a.start - line.start < match.end() and a.end - line.start > match.start() for a in line.awards)
