"""Whether a count is one of wins of the award, and not of something else that happens year after year."""

import re

from etl.transform.statements.counted_parts import Found
from etl.transform.statements.counted_whose import distance
from etl.transform.statements.cues import ANAPHOR, OTHER_LISTS, other_awards
from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.sought import Cue

_THIS_IS = re.compile(
    r"(?:For\s+(?:[A-Z]|the\s|our\s|us\b)[^,;.]{2,60}?,?\s+(?:it|this|that)|[\"']?(?:It|This year|This|That|20[0-4]\d)|"
    r"(?:(?:[Ii]n|By|For)\s+20[0-4]\d|By\s+(?:our|my|its|this)\s+count|Overall|"
    r"All told|In all),?\s+(?:it|this|that)|(?:Our|The|Its)\s+first(?:\s+one)?(?=\s+(?:is|was|came)\s+in\s)|"
    r"[^.;]{0,60}\bthat\s+(?:it|this|20[0-4]\d))(?:\s+(?:is|was),[^,;.]{3,40},)?"
    r"(?:'s|\s+(?:is|was|came|had been|marks?|marked|makes?|(?:adds?(?: up)?|comes?|amounts?) to))\s+"
    r"(?:(?:for\s+the|a\s+first|the|in|its|our|now|also|"
    r"(?:\w+ )?\w+ (?:in a row|running|straight|consecutive|in total|times))\b|"
    r"[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3}'s)"
)
_ABOUT_PEOPLE = re.compile(
    r"\b(?:growth|enrol\w+|graduat\w+|students?|freshm[ae]n|applicants?|budget|record|increase\w*|"
    r"(?:foot|basket|base|volley)ball|soccer|teams?|tournament|season|gift|donat\w+|(?<!-)grants?|rank\w+|term|semester|tenure)\b",
    re.IGNORECASE,
)
_AWARD_WORD = Cue(r"\b(?:awards?|awarded|honou?r\w*|recogni\w+|distinctions?|recipients?|list|heed)\b")
OTHER_HONOUR = re.compile(
    rf"{OTHER_LISTS.pattern}|^\W*Other (?:recognition|awards|honou?rs)\b|"
    r"\b(?:[Gg]reat (?:[Pp]laces?|[Cc]olleges?) to [Ww]ork|[Ee]mployer of|best places|[Cc]olleges? of [Dd]istinction|"
    r"[Mm]ilitary[- ][Ff]riendly|[Bb]est (?:[Cc]olleges?|for [Vv]ets)|accredit\w+|"
    r"[Tt]op (?:college|university|employer|workplace)|[a-z]+-friendly (?:campus|university|school|college)|"
    r"rated (?:gold|silver|bronze)|with an? (?!HEED|national)[a-z]+ [a-z]+ award|Fulbrights?|Goldwaters?|Trumans?|"
    r"(?-i:[Tt]he\s+(?!INSIGHT|Insight|HEED|National|Higher|Health)[A-Z]\w+(?:\s+[A-Z]\w+){0,2}\s+(?:[a-z]+\s+){1,2}"
    r"(?:award|prize|medal)\s)|football|basketball|soccer|athletics?|tournament|ribbon|trophy|championship|choir|band|"
    r"gala)\b"
)
GETS_IT = Cue(
    r"\b(?:it|college|school|university|campus) is (?:there|back)\b|"
    r"\b(?:gets?|got|gotten|obtain(?:s|ed)|receiv(?:es?|ed|ing)|w[io]ns?|winning|earn(?:s|ed)?|holds?|held|had|have|"
    r"has had|given|come to)\s+(?:it|this|that)\b|"
    r"\b(?:is|was|were|been|be)\s+(?:again\s+)?(?:given it|picked|chosen|selected|named|listed)\b|"
    r"\b(?:on|makes?|made)\s+(?:that|the|this|its)\s+(?:\w+\s+)?list\b|\bamong those (?:who|that)\b|"
    r"\bmade it\b|\bdone so\b|\b(?:counts?|made|makes?|called) (?:this|it) (?:as )?(?:the|our|its)\b|"
    r"\bstands? at\b|\bthat (?:run|streak)\b|"
    r"\b(?:is|are|was|were|been)\s+(?:(?:again|once more)\s+)?among\s+"
    r"(?:them|those|the\s+(?:\w+\s+)?(?:winners|recipients|honou?rees))\b|"
    r"\bnever\s+(?:before\s+)?(?:applied|been)\b|\bnot\s+been\s+(?:named|honou?red|recogni[sz]ed|selected|chosen)\b|"
    r"\bfirst\s+(?:try|attempt|application)\b"
)
"""How a line tells of a win without a word for the award."""
_LIST_BEFORE = re.compile(
    r"\b(?!(?:HEED|INSIGHT|Insight)\b)(?:[A-Z][\w'&-]+\s+){2,}(?:list|ranking|index|roster|honor roll)\s+"
    r"(?:for\s+)?(?:the\s+)?$"
)
"""The list of another giver, on which a school stands that often: "the Campus Pride list for four years in a row"."""
_RUN = re.compile(
    r"\b(?:overall|row|running|straight|consecutive\w*|success\w+|missed|back[- ]to[- ]back)\b", re.IGNORECASE
)
_APART = re.compile(r"(?:^|[,;:!(\"—–]\s*)(?:(?:in 20\d\d|for|now|the|its|our|an?)\s+)*$", re.IGNORECASE)
_APART_BEHIND = re.compile(r"(?:\s+(?:in|by|as of) 20\d\d)?\s*(?:[,;:!.)\"—–]|$|(?:says|means|shows|tells)\b)")
_FOR_THE = re.compile(r"\W*For\s+(?:the|an?|its|our|their)\s+")
_PRONOUN = re.compile(
    r"(?:^|[,;:(]\s)\W*(?:(?:and|but|so)\s+)?(?:(?:in|by|as of) 20\d\d,?\s+)?(?:it|we|that|this)\b", re.IGNORECASE
)
_LIGHT = re.compile(
    r"(?:[\s,:]|\b(?:named|honou?red|recogni[sz]ed|selected|chosen|won|received|awarded|recipient|winner|is|was|are|were|has|have|had|been|it|one|again|now|also|even|could|can|may|celebrates?|celebrated|obtained|"
    r"reached|marks?|marked|in|on|at|its|our|their|the|an?|for|by|as|20[0-4]\d)\b)*"
)
_FEW = 10
"""Words of a sentence that hardly says more than the count."""
_THE_AWARD = re.compile(r"\b(?:the|this|that) (?:award|honou?r)\b")
_NEAR = 4
_SPOKEN = 200
"""Characters around a count in which a word for the award must stand."""


def about_award(line: Line, match: re.Match[str]) -> bool:
    """Whether the count is of this award: it names it or speaks of an award, and no other thing stands nearer."""
    text = line.text
    window = text[max(0, match.start() - _SPOKEN) : match.end() + _SPOKEN]
    if not line.awards and (OTHER_HONOUR.search(text) or not (ANAPHOR.search(window) or _THIS_IS.match(text))):
        return False
    if _LIST_BEFORE.search(text[: match.start()]) or (line.awards and _of_other_item(line, match)):
        return False
    clause = text[max((text.rfind(mark, 0, match.start()) for mark in ",;:"), default=-1) + 1 : match.start()]
    if _ABOUT_PEOPLE.search(clause) and not _AWARD_WORD.search(clause):
        return False
    if not line.awards and _ABOUT_PEOPLE.search(text[: match.start()]) and not _AWARD_WORD.search(text):
        return False
    at = match.start()
    others = [m for m in other_awards(text) if not _known(line, m)]
    if others and not _distance_to_award(line, match) <= min(abs(m.start() - at) for m in others):
        return False
    near = text[match.end() : match.end() + 25]
    return line.sentence.headline or not re.match(
        rf"\s*(?:of|in|for)?\s*(?:\w+\s+)?{_ABOUT_PEOPLE.pattern}", near, re.I
    )


def _of_other_item(line: Line, match: re.Match[str]) -> bool:
    """Whether a count stands in an item of a list that names no award of ours: "the Best list three years in a row"."""
    begin = max(line.text.rfind(mark, 0, match.start()) for mark in ";:") + 1
    end = line.text.find(";", match.end())
    if not begin and end < 0:
        return False
    item = line.text[begin : end if end >= 0 else len(line.text)]
    places = [*(award.start for award in line.awards), *(school.start for school in line.schools)]
    inside = any(begin <= place - line.start < begin + len(item) for place in places)
    names = re.search(r"\s(?:[A-Z]\w+\s+){1,}(?:of\s+the\s+)?(?:[A-Z]\w+|list)", item)
    return bool(names) and not (inside or ANAPHOR.search(item) or GETS_IT.search(item) or _THIS_IS.match(item.strip()))


def _known(line: Line, match: re.Match[str]) -> bool:
    return any(a.start - line.start < match.end() and a.end - line.start > match.start() for a in line.awards)


def _distance_to_award(line: Line, match: re.Match[str]) -> int:
    return min((distance(line, award, match) for award in line.awards), default=10_000)


def tells_of_it(scene: Scene, line: Line) -> bool:
    """Whether a line close behind one that names the award can count wins of it: "two years in a row" in a quotation.

    It names no other honour, and nothing else that is counted in years.
    """
    if not (scene.announces or scene.hints.several) or line.awards:
        return False
    if other_awards(line.text) or OTHER_HONOUR.search(line.text):
        return False
    if _ABOUT_PEOPLE.search(line.text) and not GETS_IT.search(line.text):
        return False
    near = scene.lines[max(0, line.number - _NEAR) : line.number + 2]
    return any(other.awards or _THE_AWARD.search(other.text) for other in near)


def under_other(scene: Scene, line: Line) -> bool:
    """Whether the heading above a line of a draft is that of another honour."""
    heads = (one for one in reversed(scene.lines[: line.number]) if one.sentence.headline)
    head = next(heads, None) if scene.hints.several else None
    return head is not None and not head.awards and bool(OTHER_HONOUR.search(head.text))


def stands_alone(scene: Scene, line: Line, match: re.Match[str], found: Found) -> bool:
    """Whether a count needs no award beside it: something is got, or a run is set apart in what somebody says."""
    if GETS_IT.search(line.text) or "missed" in match[0] or (scene.hints.several and _is_light(line, match)):
        return True
    if found.claim != "first_time" and (_THIS_IS.match(line.text) or _opens(scene, line, match)):
        return True
    apart = _APART.search(line.text[: match.start()]) and _APART_BEHIND.match(line.text, match.end())
    if line.schools and re.search(
        r"\b20[0-4]\d\s?[,:–—|-]\s+(?:(?:for\s+)?(?:the|its)\s+)?$", line.text[: match.start()]
    ):
        return True
    said = '"' in line.text or len(line.text.split()) <= _FEW
    return bool(_RUN.search(match[0]) and apart and said)


def _opens(scene: Scene, line: Line, match: re.Match[str]) -> bool:
    """Whether a count opens the sentence behind one that tells of a win: "For the third year, a jury has liked us"."""
    above = scene.lines[line.number - 1] if line.number else None
    return bool(above and above.wins and _FOR_THE.fullmatch(line.text, 0, match.start()))


def _is_light(line: Line, match: re.Match[str]) -> bool:
    """Whether nothing stands between the school and a count but words that tell of nothing else: "it was one in 2023
    for the second straight year".
    """
    ends = [school.end - line.start for school in line.schools if school.end - line.start <= match.start()]
    ends += [one.end() for one in _PRONOUN.finditer(line.text, 0, match.start())]
    return bool(ends) and bool(_LIGHT.fullmatch(line.text, max(ends), match.start()))


def goes_on(scene: Scene, line: Line) -> bool:
    """Whether a line says more of the win that the line before it tells: "It is the fifth consecutive year"."""
    return bool(line.number and _THIS_IS.match(line.text) and scene.lines[line.number - 1].wins)
