"""How a win is told: as the news, as one that came before, in passing, or of all winners alike."""

import re
from functools import lru_cache

from etl.transform.statements.cues import ALL_OF_YEAR, of_somebody
from etl.transform.statements.lines import Line, Scene, is_unit
from etl.transform.statements.recipient_numbers import school_numbers
from etl.transform.statements.sought import Cue
from etl.transform.statements.values import AwardMention, SchoolMention
from etl.transform.statements.wins_referred import is_listing
from etl.transform.statements.wins_schools import MOST_GROUPED
from etl.transform.statements.years import stated_years

_CLAUSE = re.compile(
    r";|\s[–—]+\s|,\s+(?:which|who|whose|(?:an?|the same)\s+(?:honou?r|distinction|recognition|feat|prize|award|list|"
    r"title)|having|after|following|adding|previously|also|but|while|as\s+it|just as|like|something|"
    r"and\s+(?:it\s+|the \w+\s+)?(?:has|had|was|is|previously|also|again|earlier|won|received|earned)|"
    r"and\s+in\s+20\d\d,?\s+(?:it|we|they|the \w+))\b",
    re.IGNORECASE,
)
"""Where a clause ends that tells of an award, and one about other years or another award begins."""
_PAST_WIN = Cue(
    r"\b(?:previous|first received|first won|prior|past|before)\b|"
    r"\b(?:previously|formerly)\b(?! (?:called|known|named|titled|published))|"
    r"^[^,]*\b(?:received|won|earned)\b[^,]*\blast year\.?$"
)
THIS_YEAR = Cue(r"\bearlier (?:this (?:year|month|week|fall|autumn|summer|semester)|in 20\d\d)\b")
_OWN = re.compile(
    r"\b(?:it|its|our|we|us|the (?:university|college|school|institution|institute|district|campus|center)|one of|"
    r"among|along with|other|others)\b",
    re.IGNORECASE,
)
"""What speaks of the school of the text, though without its name."""
_WHO_WON = re.compile(
    r"\b(?:for|of|from)\s+(?:all\s+)?(?:the\s+|those\s+)?(?:colleges|universities|schools|institutions)(?:\s+and\s+\w+)?\s+"
    r"(?:that|which|who)\s+(?:won|received|earned|hold)\b"
    r"|\bat\s+a\s+(?:campus|university|college|school)\s+that\s+(?:has|had)\s+(?:won|received|earned)\b",
    re.IGNORECASE,
)
"""What speaks of the winners as such: "a meeting for the colleges that won"."""
_EACH_OF = Cue(r"\b(?:each|every one) of (?:the|these) (?:last|past)\b")
"""What counts years without news of one."""
_GIVES = Cue(r"\b(?:gives|presents|bestows|hands)\s+(?:also\s+)?(?:out\s+)?(?:the|its|an|a)\s+$")
"""What the giver does year after year."""
_EARLIER = re.compile(
    r"\b(?:in (?:august|september|october)|last (?:month|week|fall|autumn)|earlier|previous|already)\b", re.IGNORECASE
)
_SINCE = Cue(r"\b(?:winner|recipient|holder|won|received|earned)\b[^,;]{0,60}(?<!time )\bsince\b")


@lru_cache(maxsize=1)
def is_of_tier(scene: Scene) -> bool:
    """Whether the news is a tier, and the award below it came before: headlines and the first line that tells of a win
    name no other award, and a line behind them tells of that win as past.
    """
    told = [line for line in scene.lines if line.wins]
    below = (line for line in told if line.number > scene.first_told and not line.awards[0].on_top)
    return news_of_tier(scene) and any(_of_before(scene, line) for line in below)


@lru_cache(maxsize=1)
def news_of_tier(scene: Scene) -> bool:
    """Whether headlines and the first line that tells of a win name a tier alone."""
    news = [line for line in scene.lines if line.wins and line.number <= scene.first_told]
    return bool(news) and all(award.on_top for line in news for award in line.awards)


def _of_before(scene: Scene, line: Line) -> bool:
    """Whether a line tells of a win that came before the news: "last month", "in 2014 and 2015"."""
    years = {year.year for year in stated_years(line.text, scene.hints)} - {scene.year}
    return bool(years or _EARLIER.search(line.text))


def of_all(line: Line) -> bool:
    """Whether a line without a school's name tells of all winners alone: "24 schools are given the award"."""
    if ALL_OF_YEAR.search(line.text):
        return True
    of_all = _WHO_WON.search(line.text) or any(one.n >= MOST_GROUPED for one in school_numbers(line.text))
    return bool(of_all) and not line.sentence.headline and not _OWN.search(line.text)


def is_aside(scene: Scene, line: Line, school: SchoolMention | None) -> bool:
    """Whether a school other than that of the text is told of, neither in a headline nor in the first sentence."""
    if school is None or scene.school is None or school.name == scene.school.name or line.sentence.headline:
        return False
    opens = bool(line.awards) and school.start - line.start <= len("The ")
    if is_listing(scene) and (opens or (is_unit(school) and _owner(school) == _owner(scene.school))):
        return False
    return line.number > scene.first_told


def _owner(school: SchoolMention) -> str:
    """The first word of the name of the university to which a school belongs."""
    return (school.parent or school.name).removeprefix("The ").split()[0]


def only_past(scene: Scene, line: Line, award: AwardMention) -> bool:
    """Whether the clause of an award speaks of other years than that of the text: then it is not the one announced."""
    start, end = award.start - line.start, award.end - line.start
    if _GIVES.search(line.text[:start]):
        return True
    breaks = list(_CLAUSE.finditer(line.text))
    begin = max((match.start() for match in breaks if match.end() <= start), default=0)
    stop = min((match.start() for match in breaks if match.start() >= end), default=len(line.text))
    years = {year.year for year in stated_years(line.text, scene.hints) if begin <= year.start < stop}
    if len(years) > 1 and of_somebody(line.text):
        return True
    if years:
        return scene.year not in years
    clause = line.text[begin:stop]
    if _EACH_OF.search(clause):
        return True
    if THIS_YEAR.search(clause):
        return False
    since = _SINCE.search(clause) and "consecutive" not in clause
    return bool(since or (_PAST_WIN.search(clause) and not line.sentence.headline))
