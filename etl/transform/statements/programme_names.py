"""From words that could name a programme to a programme, or to nothing; and each programme once."""

import re
from collections.abc import Iterable, Iterator

from etl.transform.statements.lines import Line
from etl.transform.statements.programme_outside import no_programme_of_it
from etl.transform.statements.programme_words import (
    COMMISSIONED,
    COORDINATED,
    DIVERSITY,
    HEAD,
    LONGEST,
    NO_THING,
    NOT,
    PLAIN,
    STOP_FIRST,
    TOGETHER,
    VAGUE,
)
from etl.transform.statements.sought import sought
from etl.transform.statements.values import Programme, SchoolMention
from etl.transform.statements.years import MONTHS

_HIDDEN_COMMA = "‚"
_CUT = re.compile(
    rf"(?:(?<=\))\s+and\s+(?=[A-Z])|:\s+the\s+(?=[A-Z])|\s+(?:for|with)\s+an?\s+(?=[A-Z])|,?\s+and\s+(?:(?:with|through|by)\s+(?=[A-Z])|(?=Camp\b|Project\b))|(?<=[\w)])(?:,\s+|,?\s+and\s+)(?:the|its|an?|their)\s+|\b(?!Training|Mentoring|Curriculum|"
    rf"Science){HEAD}(?P<and>,?\s+and\s+)(?=[A-Z]))"
)
_PLURAL = re.compile(r"\b(?:Initiatives|Efforts|Programs|Practices)$")
_OWNER = re.compile(r"(?:[Tt]he )?(?:University|College|School|Institute|Campus|Law Center|Libraries|[A-Z]{2,6})'s?\s+")
_WHOSE = re.compile(
    r"(?:[A-Z][\w.-]+\s){0,3}(?!(?:Women|Men|President|Provost|Dean|Chancellor|Children|People|Girl|Boy|Master|Founder|Mayor|Governor|"
    r"Student|Teacher|Veteran|Director|Superintendent|Saint|St)\b)[A-Z][\w.-]+'s\s+(?=(?:[A-Z][\w&.'-]*\s+(?:\w+\s+){0,2})+[A-Z])"
)
"""The school, the town or the person to which a programme belongs: "Bay State's Roadmap for Action"."""
_PEOPLE_OF = re.compile(
    r"(?:Students?|Members|Employees|Staff|Faculty|Residents|Patients|Families|Participants|Graduates)\s+"
    r"(?:(?:in|at|from)\s+(?:the\s+|its\s+|our\s+)?|of\s+(?:the|its|our)\s+)(?=[A-Z])"
)
_WHEN = re.compile(
    rf"\s+(?:in|since|during)\s+(?:19|20)\d\d[.,]?$|\s+(?:on|in|from)\s+(?i:{MONTHS})\b.*$|"
    r"\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$|\s+and\s+for\s.*$"
)
_THERE_IS = re.compile(r"There\s+(?:is|are|was|were)\s+(?:also\s+)?")
_FIRST_WORD = re.compile(r"(\w[\w'-]*)\s+")
_NUMBERING = re.compile(r"(?:Many|All|Each|Every|No|Some|Two|Three|Four|One)\s+[A-Z]")
"""What belongs to a name inside a sentence and leads to several at its head: "Many Voices"."""
_CALLED = re.compile(r"[a-z][^A-Z]*\s(?:called|named|known as|dubbed)\s+(?:the\s+)?(?=[A-Z])")
_ONE_IS = re.compile(
    r"(?:\d{3}\s+)?(?:(?:One|Another|It|This|The first|The second|First|Second)\s+)?(?:is|was)\s+(?:an?|the|its|our)\s+"
    r"(?=[A-Z])|\d{3}\s+an?\s+(?=[A-Z])"
)
"""What says of a name that it is one of several, or follows the end of a sum of money."""
_BEGUN = re.compile(
    r"(?:to\s+)?(?:creat|launch|establish|start|found|introduc|host|offer|expand|open)(?:e|es|ed|ing|s)?\s+(?:an?|the|its|our|their)\s+"
    r"|[A-Z][a-z]+ing\s+(?:with\s+|on\s+)?(?:the|its|our)\s+(?=[A-Z])"
)
_GIVEN = re.compile(r"\s+(?:held|offered|run|led|given|open|based|available)\s+(?:on|by|at|in|to|for|every|each)\b.*$")
_REMARK = sought("(", r"(?<=\w)(?<=[A-Za-z]{2})\s*\((?:[a-z]+\s|[a-z]+-[a-z]+\s)[^()]*\)$")
"""A remark in brackets behind a name."""
_BRACKETS = sought("(", r"\([^()]*\)")
_GOES_ON = re.compile(r"\s(?:the|we|it|our|they|students|is an?|was an?)\s")
_TOLD_OF = re.compile(rf"(\b{HEAD})\s*{_GOES_ON.pattern}.*$")
"""A name, and what the sentence goes on to tell."""
_AT_SCHOOL = re.compile(rf".*?\b{HEAD}\b(?:\s*\([^()]*\))?(?=\s+(?:at|of)\s+(?:the\s+)?[A-Z])")
_ANY_SCHOOL = re.compile(
    r"(?:STEM|DEI|DE&I|EDI|A?DEIB?|ADEI|LGBTQ\w*\+?|BIPOC|URM|IDE)\s+(?:\w+\s+)?(?:[Pp]rograms?|[Ii]nitiatives?|[Tt]rainings?|"
    r"[Oo]ffices?|[Tt]eams?|[Cc]ommittees?|[Ww]ork|[Cc]ouncils?|[Ee]fforts?|[Pp]rogramming|[Ww]ebsite|[Aa]wards)"
)
"""What every school has, called by a short word for its field."""
_RUN_TOGETHER = re.compile(r"[A-Z][a-z]{2,}[A-Z][a-z]{2,}[A-Z][a-z]{2,}\s")
"""Words of a page's menu that lost the blanks between them."""
_TOWN = re.compile(r"[A-Z]\w+ (?:Center|Park)")
_PLACE = re.compile(r".*\b(?:Center|Centre|Hall|Ballroom|Auditorium|Union|Lounge)")
_IN_THE = re.compile(r"\b(?:in|inside|outside|to)\s+(?:the\s+(?:former\s+)?)?$")
"""What stands before a place."""
_BY_THE = re.compile(r"\bby\s+(?:the\s+)?$")
_PANEL = re.compile(r".*\b(?:Commission|Committee|Board|Council|Senate)")
"""Those who approve or adopt something."""
_IN = re.compile(r"\b(?:in|near|from)\s+$", re.IGNORECASE)
_OF_TOWN = re.compile(r"\s+(?:police|city|mayor|residents)\b")
"""What stands around a town named like a centre: "in Hart Center", "the Hart Center police"."""
_KIND_LEAD = re.compile(
    r"(?:LGBT\S*\s)?(?:[a-z][\w'-]*\s)+(?:group|club|program|organization|camp|series|initiative)\s(?=[A-Z])|(?:recently|newly|lately)\s[a-z]+ed\s(?=[A-Z])"
)
"""Plain words for what it is before a name: "men's group BayMEN", "recently founded Bay Council"."""
_FOR_WHOM = re.compile(r"(?<=\w)\s(?:for (?:those|students|people|pupils|anyone)|to [a-z]{3,}(?= \w))\b.*$")
"""For whom it is, or what it does, behind a name."""
_ALIAS = re.compile(r"(?:also\s+|better\s+)?known\s+(?!as\b)[^.;]*?\bas\s", re.IGNORECASE)
"""How another name for the same is led in: "known around campus as"."""
_EMPTY = frozenset(
    (
        "the",
        "a",
        "of",
        "and",
        "for",
        "program",
        "programs",
        "initiative",
        "initiatives",
        "seminars",
        "workshops",
        "trainings",
    )
)


def masked(line: Line) -> str:
    """The line with awards and schools blanked out, and with the commas inside names hidden."""
    text = line.text
    places = [(award.start, award.end, "·") for award in line.awards]
    places += [(school.start, school.end, "ˢ") for school in line.schools if not _within_name(line, school)]
    for start, end, mark in places:
        at, to = start - line.start, end - line.start
        at += _programme_before(text[at:to])
        text = text[:at] + mark * (to - at) + text[to:]
    for match in (
        *TOGETHER.finditer(text),
        *COORDINATED.finditer(text),
        *COMMISSIONED.finditer(text),
        *_BRACKETS.finditer(text),
    ):
        inner = match[0].replace(",", _HIDDEN_COMMA)
        inner = re.sub(r"\band\b", "anđ", inner)
        text = text[: match.start()] + inner + text[match.end() :]
    return text


def _programme_before(name: str) -> int:
    """How much of what was taken for a school's name is that of a programme: "Bay Program at Lakeside University"."""
    found = _AT_SCHOOL.match(name)
    return (
        found.end() + 1
        if found and not re.match(r"(?:The\s+)?[\w\s]*\b(?:Institute|Center|Academy)\b", found[0])
        else 0
    )


def _within_name(line: Line, school: SchoolMention) -> bool:
    """Whether a short form of a school's name is part of a longer name: "Clemson Summer Scholars Program"."""
    before, after = line.text[: school.start - line.start], line.text[school.end - line.start :]
    short = not re.search(r"\b(?:University|College|School|Institute|Center)\b", school.name)
    return short and bool(re.match(r"\s[A-Z]", after) or re.search(r"[a-z]\s[A-Z]\w+\s$", before))


def parts(line: Line, start: int, name: str) -> Iterator[Programme]:
    """The programmes of a run of capitalised words: "House System and Wellness Advocate Program" are two."""
    at = 0
    for cut in _CUT.finditer(name):
        left = cut.start("and") if cut["and"] else cut.start()
        if left > at:
            yield from named(line, start + at, line.text[start + at : start + left])
        at = cut.end()
    yield from named(line, start + at, line.text[start + at : start + len(name)])


def named(line: Line, start: int, name: str) -> Iterator[Programme]:
    """The programme, without leading articles, unless it is something else."""
    if _ALIAS.match(name):
        return
    start, name = _without_lead(line, start, name)
    name = _GIVEN.sub("", _WHEN.sub("", name))
    name = _REMARK.sub("", name)
    if name[:1].isupper() and re.search(r"\s[A-Z]", name):
        name = _FOR_WHOM.sub("", name)
    name = (_TOLD_OF.sub(r"\1", name) if _GOES_ON.search(name) else name).rstrip(' ,.;:"')
    if (
        NO_THING.search(name)
        or no_programme_of_it(name)
        or _ANY_SCHOOL.fullmatch(name)
        or _RUN_TOGETHER.match(name)
        or PLAIN.match(name)
        or not name
        or "·" in name
        or NOT.search(name)
        or VAGUE.match(name)
        or (_PLURAL.search(name) and VAGUE.match(name.casefold()))
        or len(name.split()) > LONGEST
    ):
        return
    if len(name.split()) == 1 and (
        not re.search(r"[A-Z].*[A-Z0-9]|[a-z][A-Z]|[A-Z]\w{5,}", name)
        or name.endswith("ly")
        or re.fullmatch(HEAD + "|College|University|School|Students?|Campus|Faculty", name)
    ):
        return
    at = line.text.find(name, max(0, start - 3))
    before = line.text[:at]
    if not DIVERSITY.search(name) and (
        (_PLACE.fullmatch(name) and _IN_THE.search(before)) or (_PANEL.fullmatch(name) and _BY_THE.search(before))
    ):
        return
    if _TOWN.fullmatch(name) and (_IN.search(line.text[:at]) or _OF_TOWN.match(line.text, at + len(name))):
        return
    yield programme(line, at, name)


def _without_lead(line: Line, start: int, name: str) -> tuple[int, str]:
    """Where a name begins and the name, without the words that only lead to it: "Lakeside's" of a camp."""
    for lead in (_THERE_IS, _ONE_IS):
        start, name = _cut(start, name, lead)
    while (first := _FIRST_WORD.match(name)) and first[1].casefold() in STOP_FIRST and not _in_title(line, name, start):
        start, name = start + first.end(), name[first.end() :]
    for lead in (_CALLED, _KIND_LEAD, _PEOPLE_OF, _OWNER, _WHOSE, _BEGUN):
        start, name = _cut(start, name, lead)
    return start, name


def _cut(start: int, name: str, lead: re.Pattern[str]) -> tuple[int, str]:
    match = lead.match(name)
    return (start + match.end(), name[match.end() :]) if match else (start, name)


def _in_title(line: Line, name: str, start: int) -> bool:
    """Whether the first word of a name belongs to it, though it weighs nothing elsewhere: "Many Voices"."""
    inside = line.text.find(name, max(0, start - 3)) > 0 and not line.sentence.headline
    return bool(inside and _NUMBERING.match(name))


def programme(line: Line, at: int, name: str) -> Programme:
    """The programme of that name at that place of the line."""
    begin = line.start + max(at, 0)
    return Programme(begin, begin + len(name), name, None)


def spells(name: str, short: str) -> bool:
    """Whether the first letters of a name's words, all or those written large, make a short form."""
    words = re.findall(r"[A-Za-z][\w']*", re.sub(r"^The\s", "", name))
    return short in ("".join(w[0] for w in words if w[0].isupper()), "".join(w[0] for w in words).upper())


def once(found: Iterable[Programme]) -> list[Programme]:
    """Each programme once: of names at one place the longest, of the same name the first."""
    kept: list[tuple[Programme, frozenset[str]]] = []
    for one in sorted(found, key=lambda p: (p.start, -(p.end - p.start))):
        said = _words(one.name)
        inside = bool(kept) and any(one.start < other.end and one.end > other.start for other, _ in kept[-_NEAR:])
        if not inside and not any(said <= others or others < said for _, others in kept):
            kept.append((one, said))
    return [one for one, _ in kept]


_NEAR = 4
"""Names among the last found that can stand at the same place."""


def _words(name: str) -> frozenset[str]:
    words = frozenset(re.findall(r"[a-z0-9]+", name.casefold()))
    return words - _EMPTY or words
