"""Awards by name in running text: long forms, acronyms, misprints, with the award year printed beside them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from etl.transform.statements.sought import Sought, sought
from etl.transform.statements.values import AwardCodes, AwardMention, Hints

_GIVER = r"(?:insight\s+into\s+(?:diversity|academia)(?:\s+magazine)?(?:'s)?\s+)"
_HEALTH = r"(?:health[-\s]+profession(?:s|al|als)?'?s?\s+)"
_LONG = (
    r"(?:(?:national\s+)?higher[-\s]+ed(?:ucation(?:al)?)?\s+excellenc(?:e|y)(?:\s+(?:in|for|and|&)\s+"
    r"(?:diversity|distinction|inclusion)(?:\s+(?:and|&)\s+inclusion)?)?"
    r"|(?:national\s+)?higher[-\s]+education\s+(?:in\s+)?diversity(?=,?\s*\(?\s*\"?(?:heed|award))"
    r"|excellence\s+in\s+higher\s+education\s+diversity"
    r"|excellence\s+in\s+diversity\s+in\s+higher\s+education"
    r"|excellence\s+in\s+diversity(?=\s*\(?\s*(?:heed|award|honou?r)))"
)
_TAIL = r"(?:\s+(?:national\s+|diversity\s+|excellence\s+)?(?:awards?|honou?rs?|recognition)\b)?"
# The letters with which it can begin stand first in it: most places of a text have none of them.
_HEED = re.compile(
    rf"(?=[\"(inhe]){_GIVER}?(?P<before>{_HEALTH})?(?:(?P<long>{_LONG})(?:\s*\(?award\)?)?"
    r"(?:\s*(?:--|[–—])\s*HEED(?=\s*(?:--|[–—]))|,?\s*(?:or\s+)?[(\[]?\"?HEED\"?[)\]]?)?"
    rf"|[(\"]?\bHEED(?:Awards?)?\b(?!-[a-z])[)\"]?)(?P<after>\s+(?:for\s+)?health[-\s]+profession(?:s|al|als)?\b)?{_TAIL}"
    r"(?P<behind>\s+(?:for|in)\s+(?:the\s+)?health[-\s]+professions?(?:\s+category)?\b)?",
    re.IGNORECASE,
)
_IS_OF_OTHERS = re.compile(
    r"\b(?!(?:HEED|INSIGHT|Insight|Into|Diversity|Academia|Award|A|An|The|Its|Our|As|And|Of|For|With|Named|Receives?|Wins?|"
    r"Earns?|Both|National|New|First|Only)\b)[A-Z][a-z]+\s+$"
)
"""A word of a name before "Champion Award", which makes it one of somebody else's: "Health Equity Champion Award"."""
_WORD = 30
"""Characters in which that word stands."""
_CHAMPION_ALONE = sought("champion", r"\bChampions?\s+(?:Award|status|designation|title|tier)\b")
_OTHERS: tuple[tuple[Sought, str], ...] = (
    (sought("profession", r"\bhealth[-\s]+professions?\s+awards?\b(?!\s*\(?HEED)", re.I), "Health Professions HEED"),
    (sought("champion", r"\b(?:heed\s+)?diversity\s+champions?\b(?:\s+awards?)?", re.I), "Diversity Champion"),
    (sought("champion", r"\bHEED\s+champions?\b(?:\s+awards?)?", re.I), "HEED Champion"),
    (_CHAMPION_ALONE, "Diversity Champion"),
    (sought("mention", r"\b(?:heed\s+(?:award\s+)?)?hono(?:ra|rab)(?:ry|le)\s+mention\b", re.I),
     "HEED Honorary Mention"),
    (sought("inspiring", r"\binspiring\s+(?:programs?\s+in\s+)?STEM\b(?:\s+awards?)?", re.I),
     "Inspiring Programs in STEM Award"),
    (sought("library", r"\blibrary\s+excellence\s+in\s+access\s+(?:and|&)\s+diversity\b(?:\s*\(LEAD\))?(?:\s+awards?)?",
            re.I),
     "LEAD Award"),
    (sought("lead", r"\bLEAD\s+[Aa]wards?\b"), "LEAD Award"),
    (sought("supplier", r"\b(?:jess\w*\s+(?:l\.?\s+)?moore\s+)?supplier\s+diversity\s+(?:excellence\s+)?award\b", re.I),
     "Jesse L. Moore Supplier Diversity Award"),
)  # fmt: skip
_GIVEN_BY = re.compile(r"\bHEED\b|insight\s+into\s+(?:diversity|academia)", re.IGNORECASE)
"""What a text holds whose "excellence in diversity award" is the one of the magazine."""
_NAMED_GIVER = re.compile(r"\bHEED\b|INSIGHT|Insight [Ii]nto|insight into (?:diversity|academia) magazine")
"""The award or its giver by name: "whose insight into diversity" is neither, and there are other champions."""
APART = frozenset({"Inspiring Programs in STEM Award", "LEAD Award", "Jesse L. Moore Supplier Diversity Award"})
ON_TOP = frozenset({"Diversity Champion", "HEED Champion", "HEED Honorary Mention"})
_YEAR_BEFORE = re.compile(
    r"(?P<year>\b20[0-4]\d\b)\s*(?:'s\s+)?(?:\"|\(|[-–—]\s*)?"
    r"(?:(?:annual|national|prestigious|recipients?|winners?|honorees?|of|for|the|an?|as|in|by|top|"
    r"colleges?|insight|into|"
    r"diversity|academia|magazine|magazine's|insight's)\s+){0,7}#?$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"^\"?(?:\s+(?:awards?|recipients?|winners?|honou?rs?))?(?:\s+(?:by|from|of)\s+insight\s+into\s+\w+(?:\s+magazine)?)?\s*(?:,?\s*(?:for|in|of)\s+(?:the\s+)?(?:(?:Aug|Sept|Octo|Novem|Decem)\w*\s+)?|"
    r"\(|,\s)(?P<year>20[0-4]\d)\b(?!\s*[-–—/]\s*\d)"
    r"(?!\s+(?:issue|edition|for|because|after)|,?\s+(?:and\s+|&\s+)?(?:20[0-4]\d|'\d\d))",
    re.IGNORECASE,
)


def awards_named(plain: str, codes: AwardCodes, hints: Hints) -> list[AwardMention]:
    """The awards that `codes` knows, in the order of the text. `plain` has straight quotes (see `sentences`)."""
    found: list[AwardMention] = []
    for match, name, health in _matches(plain, hints):
        start = match.start() + len(match[0]) - len(match[0].lstrip(' ("'))
        end = match.start() + len(match[0].rstrip())
        year = _year(plain, start, end, hints)
        code = codes.code(name, year)
        at = bisect_left(found, start, key=_start)
        free = (at == 0 or found[at - 1].end <= start) and (at == len(found) or found[at].start >= end)
        if code and free:
            found.insert(at, AwardMention(start, end, code, year, health, name in ON_TOP, name in APART))
    return found


def _start(mention: AwardMention) -> int:
    return mention.start


def _matches(plain: str, hints: Hints) -> Iterator[tuple[re.Match[str], str, bool]]:
    """All matches, those of tiers and other awards first, since their names hold the acronym too."""
    known = _GIVEN_BY.search(plain)
    named = known and _NAMED_GIVER.search(plain)
    for pattern, name in _OTHERS:
        for match in pattern.finditer(plain) if named or hints.several or name not in ON_TOP else ():
            of_others = _IS_OF_OTHERS.search(plain, max(0, match.start() - _WORD), match.start())
            meant = named or name not in ON_TOP or match[0].istitle()  # a draft need not name who gives the tier
            if meant and (pattern is not _CHAMPION_ALONE or not of_others):
                yield match, name, name.startswith("Health")
    for match in _IN_CATEGORY.finditer(plain) if known else ():
        yield match, "Health Professions HEED", True
    for match in _HEED.finditer(plain):
        if (match["long"] and (known or "higher" in match["long"].casefold())) or "HEED" in match[0]:
            health = bool(match["before"] or match["after"] or match["behind"] or _in_category(plain, match))
            yield match, "Health Professions HEED" if health else "HEED", health


_IN_CATEGORY = re.compile(
    r"\b(?:winners?|recipients?|honou?rees?)\s+in\s+(?:an?|the)\s+(?:separate\s+)?"
    r"(?:category\s+for\s+(?:the\s+)?health\s+professions|health[-\s]+professions\s+category)\b",
    re.IGNORECASE,
)
"""The award told by its category alone: "one of 24 winners in a category for the health professions"."""
_CATEGORY = re.compile(r"\b[Ii]n the health[- ]professions? category\b[^.;\n]{0,60}$")
"""What leads to the award in the category of health schools."""


def _in_category(plain: str, match: re.Match[str]) -> bool:
    return bool(_CATEGORY.search(plain, max(0, match.start() - 100), match.start()))


def _year(plain: str, start: int, end: int, hints: Hints) -> int | None:
    before = _YEAR_BEFORE.search(plain, max(0, start - 90), start)
    if before and not re.search(
        r"(?:class|since|until|fall|spring)\s+(?:of\s+)?$", plain[: before.start()][-12:], re.I
    ):
        year = int(before["year"])
        dated = re.search(
            r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*(?:\d{1,2},?\s*)?$",
            plain[: before.start("year")][-18:],
            re.I,
        )
        if not dated and year <= hints.latest:
            return year
    after = _YEAR_AFTER.search(plain[end : end + 90])
    if after and int(after["year"]) <= hints.latest:
        return int(after["year"])
    return None
