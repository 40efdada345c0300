"""Whether the words around a count say that no wins of a school are counted, or none that were."""

import re
from functools import lru_cache

from etl.transform.statements.counted_parts import Found
from etl.transform.statements.counted_whose import award_of
from etl.transform.statements.cues import other_awards
from etl.transform.statements.lines import Line, Scene, is_no_win
from etl.transform.statements.numbers import ORDINAL
from etl.transform.statements.sought import Cue

_NOT_FIRST = Cue(
    r"\bnot\s+(?:\w+\s+){0,3}$|\b(?:award|program|honou?r|magazine|publication|heed)'s\s*$|\bsince (?:it|the \w+|we) $"
)
_EDITION = re.compile(r"\w+(?:-\w+)?\s+annual\s+(?!(?:years?|times?)\b)", re.I)
"""The edition of an award, as in "the third annual HEED Award", which counts no school's wins."""
_THIS_SECOND = Cue(r"\b(?:this|that|such a)\s+$")
"""What makes "second" one of two things told of: "few institutions get this second honor"."""
_OF_WINNERS = Cue(r"\b(?:winners?|recipients?|honou?rees?)\s+(?:of|in|for)\s+(?:(?:its|the)\s+)?$")
_WINNERS_OF = Cue(r"\b(?:winners?|recipients?|honou?rees?)\s+of\s+(?:its|the)\s+$")
"""What leads to the edition that somebody won: "winners of the second HEED Award"."""
_OWN = Cue(r"\b(?:its|our|their|a|'s)\s+$")
_OF_OTHERS = re.compile(
    r"\s+(?:that\s+)?the (?:award|honou?r) (?:has\s+)?(?:gone|went|goes) to (?:an?|one|two|three|any)\b|"
    r"\s+(?:that\s+)?(?:an?|any|one|two|both)\s+(?!row)|[- ]?\s*(?:students?|class)\b|"
    r"\s+[a-z]{2,}s\s+(?:all|every|any|each|incoming|new)\s|"
    r"\s+(?:that\s+)?(?:(?i:insight into) \w+|the (?:magazine|publication|publisher))\b[^.;]{0,90}?\b"
    r"(?:(?:is|was)\s+(?:presenting|giving)|presents|presented|gives|gave|has\s+(?:\w+\s+)?an?)\s|"
    r"\s+(?:that\s+)?(?:(?-i:[A-Z][a-z]+)|s?he|they)\s+(?:has|have|had)\s+(?:ever\s+)?(?!received|won|earned|been|gotten|got|"
    r"obtained|garnered|achieved|secured|captured|claimed|taken|made|landed|gained|attained|brought|held|had)[a-z]+ed\b"
)
_AGE = re.compile(r"(?:its|their|an?|the)\s+[\w-]+\s+year\b", re.IGNORECASE)
"""How old an award or a programme is: "in its ninth year"."""
_OF_DEED = re.compile(
    r"(?:\s+in a row)?\s+(?:that|in which)\s+(?:the\s+|our\s+)?\w+\s+"
    r"(?:exceed|top|enroll|rais|grew|ranked|surpass|met|set|post|drew|"
    r"serv|open|host|finish|increas)\w*\b",
    re.IGNORECASE,
)
"""What a school did so many years in a row: "the fifth year in a row that it exceeded its goal"."""
_OF_GIVER = re.compile(
    r"(?:\s+in a row)?\s+(?:that\s+)?the (?:magazine|publication|publisher|editors)\s+"
    r"(?!(?:has\s+|have\s+)?(?:nam|honou?r|recogni|cho[so]|select|pick|give|gave|award|list|includ|put|present))\w"
)
"""What the giver did that often."""
_BY_GIVER = Cue(
    r"\b(?:magazine|publication|publisher|journal)\s+(?:that|which)\s+has\s+"
    r"(?:presented|given|recogni[sz]ed|honou?red|awarded|published)\b[^.;]*$"
    r"|\b(?:magazine|publication|publisher|journal)\s+has\s+(?:handed out|given out|presented|offered|held)\s+"
    r"(?:this|the|its)\b[^.;]*$"
)
"""What the giver has done that often or that long, told of it in passing."""
_SINCE = re.compile(r"\s+(?:time\s+)?since\b")
_AGE_OF_AWARD = re.compile(
    r",?\s+since\s+(?:the|its|this)\s[^.;,]{0,40}?\b(?:was|were|began|started|launched|inception|creation|beginning|founding)\b"
    r"|,?\s+(?:recogni[sz]es|honou?rs|goes to)\b|,?\s+recogni[sz]ed (?:universities|colleges|schools|institutions)\b"
    r"|,?\s+(?:has|have)\s+(?:\w+\s+)?(?:gone to|been\s+(?:given|presented|awarded|handed)|recogni[sz]ed|honou?red)\b",
    re.IGNORECASE,
)
"""How so many years go on that are those of the award: "over the past 10 years since the award was created"."""
_IN_OFFICE = Cue(
    r"\b(?:has|have|had)\s+(?:been\s+)?(?:(?:served|led|headed|directed|worked|managed|overseen)\b|(?:been|held)\b"
    r"[^.;,]{0,60}?\b(?:director|dean|president|officer|provost|coordinator|chair\w*|manager|professor|chancellor)\b)"
    r"[^.;,]{0,60}$"
)
"""What tells that so many years are those in which somebody was in office."""
_OF_EVENT = re.compile(
    r"\s+(?:awards?\s+)?(?:banquet|ceremony|dinner|luncheon|gala|summit|conference|breakfast|reception)\b",
    re.IGNORECASE,
)
"""What is held for the so-many-th time: "its second annual Diversity Awards Banquet"."""
_OF_SOME = re.compile(
    r"\s+that\s+(?:the\s+)?\w+\s+(?:has|had)\s+won\s+\w+\s+(?:years|times)\s+(?:running|in a row)\b|"
    r"\s+as\s+an?\s+applicant\b|"
    r"\s+under\s+(?:its|the|our|her|his)\s+(?:\w+\s+)?(?:dean|president|director|leadership)\b|"
    r"\s+(?:in\s+\w+\s+years\s+)?that\s+(?:one\s+of\s+)?(?:our|its|their|the)\s+(?:students|faculty|employees|alumni)\b"
)
"""What counts the wins under one dean, or those of students."""
_SEVERAL_NOW = re.compile(
    r"(?<=honor|award)\s[^.;,]{0,60}?\bthis\s+(?:fall|autumn|spring|summer|month|week|semester|season)\b"
)
"""What tells behind a so-many-th honor that others came in the same months: "the third honor to reach us this fall"."""
_THIS_YEAR = re.compile(
    r"(?:(?<=awards)|(?<=award)\s+(?:received|won|earned)\s+by\s+the\s+\w+)\s+this\s+(?:year|fall|autumn|season)\b",
    re.IGNORECASE,
)
"""What tells behind a number of awards that it counts those of one year: "two HEED Awards this year"."""
_ORDINAL = re.compile(rf"\b{ORDINAL}\b", re.IGNORECASE)
_BY_MANY = re.compile(
    r"\b(?:institutions|schools|colleges|universities)\b[^.;]{0,40}?\b(?:that|which|who|to)\s+(?:have\s+|had\s+)?"
    r"(?:w[io]n|receive|received|earn|earned)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What tells before a first that it is one of many schools: "one of 48 institutions that won the first award"."""
_IN_WEEKS = re.compile(r"\s+in\s+(?:a matter of|less than|only|just)?\s*(?:\w+\s+)?(?:weeks|days|months)\b")
"""What counts more than one award a year."""
_SINCE_THEN = re.compile(r"\b(?:years|long|time|while)\s+since\b[^.;,]{0,40}$", re.IGNORECASE)
_WON = re.compile(r"\b(?:award|prize|seal)\s+(?:has\s+)?(?:come|came|gone|went|goes)\s+to\b", re.IGNORECASE)
"""How a win of another award is told."""
_BY_OTHERS = re.compile(
    r"^(?!The\s(?:magazine|publication)|INSIGHT|Insight)[A-Z][^.;]{2,60}?\s(?:has|have|had)\s+also\s+(?:recogni[sz]ed|honou?red|named|selected)\s"
)
"""What another body than the magazine has done: of that the lines behind it tell."""
_BEFORE_NOW = re.compile(r"\s+(?:before|earlier|prior|previous)\b", re.IGNORECASE)
"""What sets the years that are counted apart from this one: "as in each of the two years before"."""
_NEAR = 4
"""Lines above one in which it is told whose honour is spoken of."""
_GIVEN_FIRST = re.compile(
    r"\b(?:award|honou?r|prize|it)s?\b[^.;,]{0,40}\b(?:is|was|are|were|being)\s+(?:being\s+)?(?:given|presented|awarded|"
    r"offered|handed out|bestowed|conferred)\s+(?:out\s+)?(?:for\s+(?:the\s+)?)?$"
    r"|\b(?:gave|presented|handed out)\s+(?:its|the|this)\s+(?:(?!to\b)\w+\s+){0,8}(?:for\s+(?:the\s+)?(?:very\s+)?)?$"
    r"|\b(?:giv|present|award|offer|hand|bestow|conferr)ing\s+(?:out\s+|it\s+)?(?:for\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
"""What the giver does for the first time: nothing that a school counts."""
_GIVEN_FIRST_BEHIND = re.compile(
    r"\s+(?:(?:\w+\s+){0,3}?(?:award|honou?r|prize)s?\s+)?(?:ever\s+)?(?:presented|given|awarded|conferred|bestowed|"
    r"handed out|offered)\b(?!\s+to\s+(?:the|our|an?|us)\b)"
    r"|\s+(?:that\s+|in which\s+)?(?:it|the\s+(?:\w+\s+){0,3}?(?:awards?|honou?rs?|recognitions?|prizes?))\s+"
    r"(?:was|were|is|are|has been|have been)\s+(?:\w+\s+)?"
    r"(?:presented|given|awarded|offered|open|established|created|conferred)\b"
)
"""The same, told behind: "the first national award ever presented", "the first year the awards were given"."""
_FIRST_EDITION = re.compile(
    r"\b(?:(?:first|1st)[- ]annual|inaugural)\s+(?:\w+\s+){0,4}?"
    r"(?:HEED|awards?|(?:class|group|list) of (?:recipients|winners))\b",
    re.IGNORECASE,
)
"""The award itself is given for the first time."""
_SET_UP = re.compile(
    r"\b(?:set up|created?|established|launched|introduced|started|gave out)\s+(?:an?|the|its|this)\s+(?:\w+\s+)?"
    r"(?:award|honou?r|prize)\b",
    re.IGNORECASE,
)
_TOOK_PART = re.compile(r"\b(?:takes?|taking|took)\s+part\s+in\b[^.;]*$|\bparticipat\w+\s+in\b[^.;]*$", re.IGNORECASE)
_AFTER_ITS = re.compile(
    r"\b(?:year|years|months?|time|long) (?:after|before|since) (?:its|our|their|the)\s+$", re.IGNORECASE
)
"""What only tells a time by the first award: "the year after its first award"."""
_APPLIED_THEN = re.compile(r"\bappl(?:ied|ying|ies)\b[^.;]{0,40}\b20[0-4]\d\s+(?:for\s+(?:the\s+)?)?$", re.IGNORECASE)
_GREW = Cue(
    r"\b(?:grew|rose|increased|climbed|dropped|fell|expanded|enrolled|graduated|ranked|finish(?:ed|es)|complet(?:ed|es)|"
    r"enter(?:ed|s)|raised)\b[^.;,]{0,25}?\b(?:for\s+)?(?:the|its|an?)?\s*$"
)
_PLANNED = Cue(
    r"\b(?:hop(?:es?|ing)|aim(?:s|ing)?|plan(?:s|ning)?|wants?|intends?|expects?|try|trying|would|could(?!\s+celebrate)|might|should|"
    r"if(?!\s+(?:you are|one|we)\s+count)|whether|unless)\b(?!\s+like\s+to\b)[^.;:\"]{0,80}$"
    r"|\bwould\s+like\s+to\s+(?:be|win|receive|earn|get|have)\b[^.;:\"]{0,80}$"
    r"|\b(?:do not|don't|never|cannot|must not|should not)\s+(?:write|say|claim|state|print|use)\b[^.;\"]{0,60}$"
)
"""What makes a count one that is hoped for or asked about: "we hope to win for the third time"."""
_ASKED = re.compile(r"(?!.*\b(?:did|do) you know\b)[^\"]*\?[\"')]*\s*$", re.IGNORECASE)
"""A question, which says nothing."""
_MAYBE = re.compile(r"[^.;,]{0,20}\b(?:would|could|might)\b")


def no_count(scene: Scene, line: Line, match: re.Match[str], found: Found) -> bool:
    """Whether the words around a count say that no wins of a school are counted, or none that were."""
    before, after = line.text[: match.start()], line.text[match.end() :]
    own = _OWN.search(before) and not _OF_WINNERS.search(before)
    edition = (_EDITION.match(match[0]) or _EDITION.match(line.text, match.start())) and not own
    if edition or _NOT_FIRST.search(before) or _PLANNED.search(before) or _ASKED.match(line.text):
        return True
    if (
        _of_its_claim(scene, line, match, found)
        or _OF_EVENT.match(after)
        or _IN_WEEKS.match(after)
        or (not _ORDINAL.search(match[0]) and _THIS_YEAR.match(line.text, match.end()))
        or _OF_SOME.match(after)
        or _of_other_body(scene, line)
        or _of_no_win(line, match)
    ):
        return True
    if re.search(r"\bin\s+$", before) and not re.match(r"\s+(?:as|of|on)\b", after) and _AGE.match(match[0]):
        return True
    second = _THIS_SECOND.search(before) and re.match(r"second\s+(?!consecutive|straight|year|time)", match[0], re.I)
    if second or _BY_GIVER.search(before):
        return True
    return bool(
        _GREW.search(before) or _OF_GIVER.match(after) or _OF_DEED.match(after) or _MAYBE.match(after)
    ) or _twice_this_year(scene, line, match)


def _of_its_claim(scene: Scene, line: Line, match: re.Match[str], found: Found) -> bool:
    """Whether the words around a first time, a run or a total say that it is none of wins."""
    before, after = line.text[: match.start()], line.text[match.end() :]
    if found.claim == "first_time":
        return _of_others(after, found) or _no_win(before) or _of_edition(scene, line, match, found)
    if found.claim == "consecutive":
        return bool(_BEFORE_NOW.match(after) or _AGE_OF_AWARD.match(after)) or _in_office(before)
    edition = _WINNERS_OF.search(before)
    return found.claim == "total" and bool(edition or _SEVERAL_NOW.match(line.text, match.end()))


def _in_office(before: str) -> bool:
    """Whether so many years are those that somebody was in office: "has been its director for the last six years"."""
    return _IN_OFFICE.search(before)


def _of_other_body(scene: Scene, line: Line) -> bool:
    """Whether a line that names no award stands behind what another body did, and not behind this award."""
    if line.awards:
        return False
    above = reversed(scene.lines[max(0, line.number - _NEAR) : line.number])
    told = (
        not other.awards for other in above if other.awards or _BY_OTHERS.search(other.text) or _of_other_award(other)
    )
    return next(told, False)


def _of_other_award(line: Line) -> bool:
    """Whether a line tells of a win of an award with another name."""
    return bool(other_awards(line.text) and _WON.search(line.text))


def _of_no_win(line: Line, match: re.Match[str]) -> bool:
    """Whether a count is of what is called after the award: "the first HEED Award summit"."""
    at = line.start + match.end()
    return any(is_no_win(line, award) for award in line.awards if award.start <= at + 1 <= award.end + 1)


def _of_others(after: str, found: Found) -> bool:
    """Whether the words behind a first time tell of somebody else's, or begin another count."""
    return bool((_OF_OTHERS.match(after) and not found.got) or _SINCE.match(after))


def _of_edition(scene: Scene, line: Line, match: re.Match[str], found: Found) -> bool:
    """Whether what is first is the award: the first ever given, or of the first edition of which the text tells."""
    given = None if found.got else _GIVEN_FIRST_BEHIND.match(line.text, match.end())
    if given or _OF_WINNERS.search(line.text[: match.start()]):
        return True
    award = award_of(scene, line, match)
    if award is None or not re.search(r"\baward\b", match[0], re.I):
        return False
    return any(all(one.award == award.award for one in other.awards) for other in _first_editions(scene))


@lru_cache(maxsize=1)
def _first_editions(scene: Scene) -> tuple[Line, ...]:
    """The lines that tell of an award given for the first time."""
    return tuple(line for line in scene.lines if _FIRST_EDITION.search(line.text))


def _no_win(before: str) -> bool:
    """Whether what happened for the first time is no win: an award was given, a school applied long ago."""
    return bool(
        _SINCE_THEN.search(before)
        or _GIVEN_FIRST.search(before)
        or _SET_UP.search(before)
        or _APPLIED_THEN.search(before)
        or _TOOK_PART.search(before)
        or _BY_MANY.search(before)
        or _AFTER_ITS.search(before)
    )


def _twice_this_year(scene: Scene, line: Line, match: re.Match[str]) -> bool:
    """Whether "twice" means two awards of one year: "honored twice: it receives both the award and the title"."""
    if not match.groupdict().get("twice"):
        return False
    told = " ".join(one.text for one in scene.lines[line.number : line.number + 2])
    return bool(
        re.search(
            r"\bboth\b|\btwo (?:awards|honou?rs)\b|\bthis (?:year|fall|autumn|month|week|season)\b",
            told[match.start() :],
            re.I,
        )
    )
