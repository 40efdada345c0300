"""Statements such as "the only school in Missouri"."""

import re
from collections.abc import Iterator

from etl.transform.statements.carried import year_just_above
from etl.transform.statements.counted_about import GETS_IT
from etl.transform.statements.cues import other_awards
from etl.transform.statements.lines import Line, Scene, subject_of
from etl.transform.statements.numbers import CARDINAL, ORDINAL
from etl.transform.statements.places import STATE_CODES, STATE_NAMES
from etl.transform.statements.sought import sought
from etl.transform.statements.values import OnlyOne
from etl.transform.statements.years import stated_years

_STATES = "|".join(re.escape(name) for name in sorted(STATE_NAMES.values(), key=len, reverse=True))
_PLACE = (
    r"(?:in|from|of)\s+(?:the\s+(?:state|commonwealth)\s+of\s+|all\s+of\s+)?(?P<place>the\s+(?:state|nation|"
    r"country|region|midwest|south|northeast|southeast|"
    r"world|big\s+ten|u\.?s\.?|united\s+states)|[A-Z][\w.]+(?:\s+(?:Carolina|Dakota|Hampshire|Jersey|"
    r"Mexico|York|Island|Virginia|of\s+Columbia))?)(?:\s+ever\b)?"
)
_WHAT = (
    r"(?P<what>(?:[\w'&-]+\s+){0,5}?(?:school|college|"
    r"university|institution|campus|program|library|system|one|winner|recipient|honou?ree)"
    r"(?:\s+or\s+(?:college|university|school))?(?:\s+of\s+[a-z]+(?:\s+(?:medicine|health))?)?)\s+"
)
_ONLY = sought(
    "only|first|sole", rf"\b(?:[Tt]he\s+)?(?P<which>[Oo]nly|[Ff]irst|[Ss]ole)\s+{_WHAT}(?:[\w'-]+\s+){{0,6}}?{_PLACE}"
)
_OF_PLACE = sought(
    "only|first|sole",
    rf"(?:\b[Tt]he\s+|^\W*)(?P<which>[Oo]nly|[Ff]irst|[Ss]ole|only|first|sole)\s+(?P<place>{_STATES})\s+(?P<what>(?:[\w'&-]+\s+){{0,3}}?(?:school|college|"
    r"university|institution|campus))\b"
    rf"|\b[Ii]n\s+(?P<there>{_STATES}),?\s+(?:[\w'&-]+\s+){{1,6}}?(?P<one>only|first|sole)\s+"
    r"(?P<kind>(?:[\w'&-]+\s+){0,3}?(?:school|college|university|institution|campus))\b"
    rf"|\b(?P<whose>{_STATES})'s?\s+(?P<rank>only|first|sole)\s+(?P<sort>(?:[\w'()&-]+\s+){{0,6}}?(?:school|college|university|"
    r"institution|campus|winner|recipient|honou?ree))\b",
)
"""The same with the state before: "the only Missouri school on the list", "in Missouri we were the first school",
"Missouri's only winner".
"""
_ONLY_TO = sought(
    "only|first|sole|other",
    r"(?<!one of )\b(?:[Tt]he\s+|^\W*)(?P<which>[Oo]nly|[Ff]irst|[Ss]ole)\s+"
    r"(?P<what>(?:[\w'&-]+\s+){0,4}?(?:school|college|university|institution|library|system)(?:\s+of\s+[a-z]+(?:\s+(?:medicine|health))?)?)\s+"
    r"(?:ever\s+)?(?:to\s+(?:have\s+)?(?:been\s+)?(?:win|won|earn|earned|receive|received|get|be\s+\w+ed)|with)\b"
    r"|\b[Nn]o\s+other\s+(?P<kind>(?:[\w'&-]+\s+){0,4}?(?:school|college|university|institution)(?:\s+of\s+[a-z]+)?)\s+"
    r"(?:has|have|had|was|were|received|won|earned|got|took)\b",
)
"""The same without a place: of all there are."""
_NO_OTHER = re.compile(
    rf"\b[Nn]o\s+(?P<which>other\s+)?{_WHAT}(?:[\w'-]+\s+){{0,3}}?{_PLACE}\s+(?:has|have|had|was|were|holds?|received|won|earned|got|took)\b"
    r"(?P<behind>[^.;]{0,60})"
)
"""The same told of the others: "no other college in Missouri has won it", "no university in Missouri had before us"."""
_OF_ELSE = re.compile(
    r"\s+to\s+(?:have\s+)?(?:win|won|earn\w*|receive\w*|get)\s+(?:the|an?|its)\s+(?!(?:\w+\s+)?(?:awards?|honou?rs?|HEED|distinction|"
    r"recognition|20))"
)
"""How a line goes on where something else was won."""
_TO_WIN = re.compile(r"\bto\s+(?:have\s+)?(?:w[io]n|earn(?:ed)?|receive[d]?|hold|be\s+\w+ed)\b|\bwith\s+the\s+award\b")
_OF_LIST = re.compile(
    r"\bto\s+do\s+so\b|\b(?:among|of)\s+(?:them|these|those)\b|\bon\s+(?:the|that|this|its)\s+(?:20\d\d\s+)?list\b"
    r"|\bthis\s+(?:year|fall)\b"
)
"""What speaks of the winners of one year, of which the line or those above it told."""
_COUNTED = re.compile(
    rf"[^.;]{{0,80}}?\b(?:{CARDINAL}|(?:{ORDINAL}))\s+(?:consecutive\s+|straight\s+)?(?:times?|years?)\b|[^.;]{{0,120}}?\bmore\s+(?:often|times)\b"
)
_EVERYWHERE = "the country"
_LEADS = re.compile(r"\W*(?:In|For|As of)\s+")
_BEFORE_US = re.compile(r"\bbefore\b|\buntil\b", re.IGNORECASE)


def _won_above(scene: Scene, line: Line) -> bool:
    """Whether a line of a draft tells of winning what the line before it names."""
    above = scene.lines[line.number - 1] if line.number and scene.hints.several else None
    told = above and (above.awards or above.speaks_of_award or above.wins)
    to_win = _TO_WIN.search(line.text) or _OF_LIST.search(line.text)
    return bool(told and to_win and not line.names_other_list)


def _no_others(text: str) -> Iterator[re.Match[str]]:
    """What is told of all others: with "other", or of those before this one."""
    return (one for one in _NO_OTHER.finditer(text) if one["which"] or _BEFORE_US.search(one["behind"]))


def _is_first(match: re.Match[str]) -> bool:
    if "behind" in match.groupdict():
        return bool(_BEFORE_US.search(match["behind"]))
    return (_told(match, "which", "one", "rank") or "").casefold() == "first"


def _told(match: re.Match[str], *names: str) -> str | None:
    """What the first of these groups holds that took part."""
    groups = match.groupdict()
    return next((groups[name] for name in names if groups.get(name)), None)


def _year(scene: Scene, line: Line, match: re.Match[str]) -> int | None:
    """The year in which a school is said to be the only one: behind the words, or with which the sentence begins; one
    of which is told before ("our page said in 2021 that") is of something else. Of a list that was spoken of its year.
    """
    years = stated_years(line.text, scene.hints)
    leads = (year.year for year in years if year.end <= match.start() and _LEADS.fullmatch(line.text[: year.start]))
    end = min((at for mark in ";:" if (at := line.text.find(mark, match.end())) >= 0), default=len(line.text))
    own = (year.year for year in years if match.start() <= year.start < end)
    year = next(own, None) or next(leads, None)
    if year or not (scene.hints.several and _OF_LIST.search(line.text, match.start())):
        return year
    before = [year.year for year in years if year.end <= match.start()]
    return before[-1] if before else year_just_above(scene, line, went_on=True) or scene.year


def only_ones(scene: Scene) -> list[OnlyOne]:
    """Statements that the school is the only or first one in a place."""
    found = []
    for line in scene.lines:
        if (
            line.boilerplate
            or scene.far_above(line)
            or not (line.awards or line.speaks_of_award or GETS_IT.search(line.text) or _won_above(scene, line))
        ):
            continue
        placed = [*_ONLY.finditer(line.text), *_OF_PLACE.finditer(line.text), *_no_others(line.text)]
        spans = [range(*match.span()) for match in placed]
        told = _ONLY_TO.finditer(line.text)
        anywhere = [
            match for match in told if not any(match.start("what" if match["what"] else "kind") in one for one in spans)
        ]
        for match in (*placed, *anywhere):
            if _COUNTED.match(line.text, match.start()):
                continue  # the only one that won so often: others can have won
            if not line.awards and (_OF_ELSE.match(line.text, match.end()) or other_awards(line.text)):
                continue
            said = _told(match, "place", "there", "whose") or _EVERYWHERE
            place = re.sub(r"[.'s]*$", "", said).strip() or said
            school = subject_of(line, line.start + match.start())
            code = STATE_CODES.get(said.rstrip(".").casefold(), place)
            year = _year(scene, line, match)
            found.append(
                OnlyOne(line.start + match.start(), line.start + match.end(), match[0], code, school,
                        (line.awards[0].award if line.awards else scene.award.award if scene.award else None), year,
                        _told(match, "what", "kind", "sort") or "", _is_first(match))
            )  # fmt: skip
    return found
