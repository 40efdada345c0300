"""Statements such as "the only school in Missouri"."""

import re
from collections.abc import Iterator

from etl.transform.statements.cues import ANAPHOR
from etl.transform.statements.lines import Scene, subject_of
from etl.transform.statements.places import STATE_CODES
from etl.transform.statements.values import OnlyOne
from etl.transform.statements.years import stated_years

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
_ONLY = re.compile(rf"\b(?:the\s+)?(?P<which>only|first|sole)\s+{_WHAT}(?:[\w'-]+\s+){{0,6}}?{_PLACE}")
_NO_OTHER = re.compile(
    rf"\b[Nn]o\s+(?P<which>other\s+)?{_WHAT}(?:[\w'-]+\s+){{0,3}}?{_PLACE}\s+(?:has|have|had|was|were)\b"
    r"(?P<behind>[^.;]{0,60})"
)
"""The same told of the others: "no other college in Missouri has won it", "no university in Missouri had before us"."""
_BEFORE_US = re.compile(r"\bbefore\b|\buntil\b", re.IGNORECASE)


def _no_others(text: str) -> Iterator[re.Match[str]]:
    """What is told of all others: with "other", or of those before this one."""
    return (one for one in _NO_OTHER.finditer(text) if one["which"] or _BEFORE_US.search(one["behind"]))


def _is_first(match: re.Match[str]) -> bool:
    if "behind" in match.groupdict():
        return bool(_BEFORE_US.search(match["behind"]))
    return match["which"].casefold() == "first"


def only_ones(scene: Scene) -> list[OnlyOne]:
    """Statements that the school is the only or first one in a place."""
    found = []
    for line in scene.lines:
        if line.boilerplate or not (line.awards or ANAPHOR.search(line.text)):
            continue
        for match in (*_ONLY.finditer(line.text), *_no_others(line.text)):
            place = re.sub(r"[.'s]*$", "", match["place"]).strip() or match["place"]
            school = subject_of(line, line.start + match.start())
            code = STATE_CODES.get(match["place"].rstrip(".").casefold(), place)
            year = next((y.year for y in stated_years(line.text, scene.hints)), None)
            found.append(
                OnlyOne(line.start + match.start(), line.start + match.end(), match[0], code, school,
                        (line.awards[0].award if line.awards else scene.award.award if scene.award else None), year,
                        match["what"], _is_first(match))
            )  # fmt: skip
    return found
