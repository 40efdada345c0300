"""Statements such as "the only school in Missouri"."""

import re

from etl.transform.statements.cues import ANAPHOR
from etl.transform.statements.lines import Scene, subject_of
from etl.transform.statements.places import STATE_CODES
from etl.transform.statements.values import OnlyOne
from etl.transform.statements.years import stated_years

_ONLY = re.compile(
    r"\b(?:the\s+)?(?P<which>only|first|sole)\s+(?P<what>(?:[\w'&-]+\s+){0,5}?(?:school|college|"
    r"university|institution|campus|program|library|system|one|winner|recipient|honou?ree)"
    r"(?:\s+or\s+(?:college|university|school))?)\s+(?:[\w'-]+\s+){0,6}?(?:in|from|"
    r"of)\s+(?:the\s+(?:state|commonwealth)\s+of\s+|all\s+of\s+)?(?P<place>the\s+(?:state|nation|"
    r"country|region|midwest|south|northeast|southeast|"
    r"world|big\s+ten|u\.?s\.?|united\s+states)|[A-Z][\w.]+(?:\s+(?:Carolina|Dakota|Hampshire|Jersey|"
    r"Mexico|York|Island|Virginia|of\s+Columbia))?)",
)


def only_ones(scene: Scene) -> list[OnlyOne]:
    """Statements that the school is the only or first one in a place."""
    found = []
    for line in scene.lines:
        if line.boilerplate or not (line.awards or ANAPHOR.search(line.text)):
            continue
        for match in _ONLY.finditer(line.text):
            place = re.sub(r"[.'s]*$", "", match["place"]).strip() or match["place"]
            school = subject_of(line, line.start + match.start())
            code = STATE_CODES.get(match["place"].rstrip(".").casefold(), place)
            year = next((y.year for y in stated_years(line.text, scene.hints)), None)
            found.append(
                OnlyOne(line.start + match.start(), line.start + match.end(), match[0], code, school,
                        (line.awards[0].award if line.awards else scene.award.award if scene.award else None), year,
                        match["what"], match["which"].casefold() == "first")
            )  # fmt: skip
    return found
