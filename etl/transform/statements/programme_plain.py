"""Plain words that clearly mean one programme: "a bias response team", "its inclusive teaching initiative"."""

import re
from collections.abc import Iterator

from etl.transform.statements.lines import Line
from etl.transform.statements.programme_names import programme
from etl.transform.statements.sought import sought
from etl.transform.statements.values import Programme

_FIELD = (
    r"(?:diversity|inclusion|inclusive|equity|bias|anti-?racis[mt]|cultural|multi-?cultural|intercultural|cross-cultural|"
    r"belonging|gender-inclusive|safe zone|allyship|ally|affinity|first-generation|underrepresented|veterans?|"
    r"health equity|racial (?:justice|healing)|social justice|accessibility|women's|peer[- ]mentor(?:ing|ship)|"
    r"mentor(?:ing|ship)|pipeline|pathways?|academic enrichment|leadership|"
    r"community(?=\s+(?:cupboard|pantry|closet|garden)))"
)
_THING = (
    r"(?:programs?|programmes?|trainings?|series|academy|committee|council|team|task force|audit|summit|"
    r"seminars?|workshops?|curriculum|celebration|dashboards?|scholarships?|fellowships?|camps?|centers?|conference|"
    r"certificate|webinars?|forum|cupboard|pantry|closet|wall|mural|floor|initiative|library|lounge)"
)
_THINGS = (
    "program|training|series|academy|committee|council|team|task force|audit|summit|seminar|workshop|curriculum|"
    "celebration|dashboard|scholarship|fellowship|camp|center|conference|certificate|webinar|forum|cupboard|pantry|"
    "closet|wall|mural|floor|initiative|library|lounge"
)
"""The same, each in the singular, as they are looked for."""
_SUBJECT = (
    r"(?:(?:implicit|unconscious|cultural|racial|social|health|systemic)\s+)?"
    r"(?:diversity|equity|inclusion|inclusive \w+|belonging|bias|racism|anti-?racism|justice|competenc[ey]|humility|"
    r"microaggressions?|allyship|accessibility|discrimination)"
)
_NOT_INSIDE = (
    r"(?!(?:and|or|the|an?|of|in|for|to|that|with|on|by|as|is|are|was|were|its|our|their|this|these|there|all|above|has|have|"
    r"each|every|many|more|other|such|some|several|where|which|when|through|from|at|into|also)\b)"
)
_PLAIN = sought(
    _THINGS,
    rf"(?:(?<![\w'-])(?:an?|the|its|our|their|new|\w+'s|offers?|offered|provides?|holds?|hosts?|added|adds|includes?|including|runs|"
    r"launched|started|has|have)|[,;:])\s+"
    rf"(?P<name>(?:{_NOT_INSIDE}[a-z][\w/-]*\s+){{0,3}}?{_FIELD}\s+(?:{_NOT_INSIDE}[a-z][\w/-]*\s+){{0,2}}?{_THING})\b"
    r"(?!\s+(?!over|after|under)(?:[a-z]{2,}(?:er|or)s?|members?)\b)",
)
_ABOUT = sought(
    _THINGS,
    rf"(?<![\w'-])(?:an?|its|our|their)\s+(?:new\s+)?(?P<name>(?:{_NOT_INSIDE}[a-z][\w/-]*\s+){{0,3}}?{_THING}\s+(?:on|about|against)\s+"
    rf"(?:{_SUBJECT}(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+|\b))+)",
)
"""A thing and the field that it is about: "a training program on equity and inclusion"."""
_FEWEST = 3
_SINGLE = re.compile(
    r"(?:academy|council|committee|audit|summit|dashboards?|cupboard|pantry|closet|wall|mural|floor|library|lounge)$"
)
"""Things of which a school has one, so that two words tell which is meant."""


def plain_names(line: Line, hidden: str) -> Iterator[Programme]:
    """The programmes that a line describes in plain words: three or more, or two for a thing that there is once."""
    for match in _ABOUT.finditer(line.text):
        name = re.sub(r"[,\s]+(?:and|&)?\s*$", "", match["name"])
        yield programme(line, match.start("name"), name)
    for match in _PLAIN.finditer(hidden):
        if len(match["name"].split()) < _FEWEST and not _SINGLE.search(match["name"]):
            continue
        yield programme(line, match.start("name"), line.text[match.start("name") : match.end("name")])
