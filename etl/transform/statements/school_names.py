"""One run of capitalised words as a school's name, or as none: without offices, programmes and places around it."""

import re
from collections.abc import Iterator

from etl.transform.statements.places import STATE_NAMES
from etl.transform.statements.school_runs import INSTITUTION, RUN, UNIT
from etl.transform.statements.sought import sought
from etl.transform.statements.values import SchoolMention, Sentence

_CAMPUS = re.compile(
    r",\s+(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=$|[,;:.)'\"]|\s+\([A-Z]|\s+(?:has|have|is|are|was|were|will|received|earned|won|and|"
    r"also|an?|as|on|to|for|at|School|College|Medical))"
)
_IN_PLACE = re.compile(
    r"(?P<name>.*\b(?:University|College|School|Nursing|Medicine|Dentistry|Pharmacy|Sciences|Law|Health))\s+in\s+(?:the\s+)?"
    r"[A-Z][\w.]*(?:\s[A-Z]\w*)*"
)
"""The place behind a name: "Harbor College in Ohio"."""
_SYSTEMS = re.compile(
    r"\b(?:University of (?:California|Wisconsin|Illinois|Texas|Nevada|"
    r"Maine|Alaska|Puerto Rico|North Carolina|Hawai'?i|Nebraska|Tennessee|Maryland|"
    r"Massachusetts|Michigan|Missouri|Colorado|Minnesota|Alabama|Arkansas|Louisiana|South Carolina|South Florida)"
    r"|California State University|Texas A&M University|State University of New York|Arizona State University"
    r"|Indiana University|Penn State(?: University)?|SUNY)$"
)
_FIELD = re.compile(r"Medicine|Nursing|Dentistry|Pharmacy|Optometry|Library|Libraries|Dental|Law")
_HEADED = re.compile(r"\b(?:Schools?|Colleges?|Faculty|Center|Libraries|Library|System|University)\b")
_SHORT = re.compile(r"^(?:[A-Z][A-Za-z&-]*[A-Z][A-Za-z&-]*|[A-Z]\w+ (?:State|Tech|A&M))\b")
_STATES = "|".join(STATE_NAMES)
_PROGRAMME = re.compile(
    r"\b(?:Grants?|Programs?|Series|Initiatives?|Scholars?|Scholarships?|Plan|Fund|Conference|"
    r"Council|Committee|Fellowship|Award|Awards|Week|Project|Task Force|Report|Guide|Fair|Academy|"
    r"Camps?|Workshops?|Festival|Internships?|Pathways?|Bridge|Pipeline|Mentor(?:s|ship)|Club|Circle|Summit|"
    r"Symposium|Day|Lounge|Read)$|"
    r"\bCollege (?:Happen|Ready|Readiness|Bound|Track|Access|Prep\w*|Preview|Success|Possible|Now)\b|"
    r"^(?:The )?Summer\b.*\bInstitute$"
)
_OF_PROGRAMME = re.compile(
    r"\s+(?:program|initiative|camp|series|course|training|pathway|pipeline|scholarship|grant|fellowship|clinic|"
    r"building|hospital)s?\b"
)
"""What goes on behind a name that is a programme's or a building's: "the LU Dental clinic"."""
BOILER = sought(
    "insight|magazine|ranking|news|report|u.s. department|national institutes|association|society|federation|"
    "colleges of|schools of|herald|gazette|tribune|chronicle",
    r"insight (?:into|magazine)|\bmagazine\b|ranking|news\b|report\b|\b(?:herald|gazette|tribune|chronicle)$|"
    r"u\.s\. department|national institutes|\bassociation\b|\bsociety\b|\bfederation\b|"
    r"^(?:the )?(?:colleges|schools) of\b",
    re.I,
)


_OFFICE_OF = re.compile(
    r"'s?\s+(?:(?:[A-Z]\w+\s+)?(?:Office|Division|Department|Board|Council|Commission|Committee|Task Force)|"
    r"Chief|Vice|President|Chancellor|Provost|Dean)\b.*$"
)
"""A part of a university that wins nothing, behind the name of the university."""
_OFFICE_BEHIND = re.compile(
    r"(?<=[a-z]),?\s+(?:the\s+)(?:[A-Z]\w+\s+)?(?:Office|Division|Department|Council|Committee|Center)\b.*$"
)
_BOARD = re.compile(r"\s+(?:District\s+)?Board(?:\s+of\s+\w+)?$")
"""Those who govern a school, behind its name."""
_STATE_BEFORE = re.compile(r"(?!(?:St|Ste|Mt|Ft|Dr)\.)(?:(?:[A-Z]\.\s?){2}|[A-Z][a-z]{1,4}\.)\s+(?=[A-Z][a-z])")
"""The short form of a state that ends a dateline: "Harbor, N.Y. Lakeside University is …"."""
_END = re.compile(r"(?:'s?|\.)$")
_IN_BRACKETS = sought("(|)", rf"\s*(?!\((?:{_STATES})\)$)\([^)]*\)?$|(?<!\([A-Z]{{2}})\)$|'s?\s\([^)]*\).*$")
"""What stands in brackets behind a name, but for a state."""
_EVERYONE = re.compile(
    r"(?:Everyone|Everybody|Anyone|Students?|Faculty|Staff|Employees|Members|Graduates)\s+(?:at|of|from|in)\s+(?:the\s+)?(?=[A-Z])"
)
"""People of a school before its name."""
_APPOSED = re.compile(r"(?<=[a-z]),\s+the\s+(?:[A-Z][\w-]+\s+)+in\s.*$")
"""What goes on behind a school's name with that of a group of people: ", the Women in Academic Medicine"."""
_TWICE = re.compile(r"^(.{8,}?)\s+\1$")
"""A name that stands there twice, as a title and at the beginning of the text."""
_AGAIN = re.compile(r"^(?P<name>.*\b(?P<field>\w+))\s+[–—-]\s+(?P=field)$")
"""A unit at the head of an entry that begins with its field: "College of Nursing – Nursing has …"."""
_PLURAL_NAME = re.compile(r"(?:.*\s)?(?:Universities|Colleges|Schools)")
_OF_UNIT = re.compile(
    r"[^()]*\([A-Z&]{2,8}\)\s+(?:at|of|in)\s+(?:the\s+)?(?=.*\b(?:University|College)\b)|"
    r".*\s(?:of|at|for|in)\s+the\s+(?=(?:School|College|Faculty) of\s)"
    r"|.*\b(?:Programs?|Initiative|Project|Group|Council|Committee|Series|Club|Network|Office|Division|Fellowship|"
    r"Union|Museum|Trustees|Regents|Friends)\s+"
    r"(?:at|of|in|for)\s+(?:the\s+)?(?=.*\b(?:University|College)\b)"
)
"""What stands before a unit of which something is told: "the Office of Inclusion of the College of Optometry"."""


_NEARBY = re.compile(r"(?:Nearby|Neighbou?ring|Fellow|Crosstown)\s+(?=[A-Z])")
"""A word before a name that tells where its school is."""
_BEFORE_AND = re.compile(r"(?P<before>[^,]+),\s+and\s+(?:the\s+)?(?=University\b)")
"""What stands before a name and is none: "the United States, and the University of Harbor"."""
_OF_THE_WHOLE = re.compile(r"(?:The |the )?(?:University|College|Institute)'s\s+(?=(?:School|College|Faculty) of\s)")
"""The university before its unit, without its name: "the University's School of Medicine"."""
_POSSESSED = re.compile(
    r"(?P<name>.*\b(?:University|College|Institute|State|Tech|"
    r"(?:School|College|Faculty) of (?:[A-Z]\w+(?: (?:and |& )?)?)+))'s\s+(?P<thing>.+)"
)
"""A school, and something of its own: "Lakeside University's Science Bridge"."""
_LETTERED = re.compile(r"[A-H]\.\s+(?=[A-Z][a-z]{2,})")
"""The letter of a part of a document before the name that heads it: "B. Hart College"."""


def mentioned(sentence: Sentence, text: str, start: int, end: int) -> Iterator[SchoolMention]:
    """The school that a piece of a run names, as a mention of the sentence; nothing where it names none."""
    name, start, end = _cleaned(text, start, end)
    if _no_school(name) or _OF_PROGRAMME.match(text, end):
        return
    unit = UNIT.search(name)
    bare = bool(unit) and not _SHORT.match(name.removeprefix("The ")) and not parented(name)
    if INSTITUTION.search(name) or unit:
        yield SchoolMention(sentence.start + start, sentence.start + start + len(name), name, None, bare)


def _cleaned(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A name with its campus, without offices, brackets and places around it; where it begins and is read to."""
    if (numbered := _LETTERED.match(text, start, end)) and not start:
        start = numbered.end()
    if (state := _STATE_BEFORE.match(text, start, end)) and text[:start].endswith(", "):
        start = state.end()
    name = _BOARD.sub("", _OFFICE_OF.sub("", _END.sub("", text[start:end])))
    name = _APPOSED.sub("", name)
    if near := _NEARBY.match(name):
        name, start = name[near.end() :], start + near.end()
    if (led := _BEFORE_AND.match(name)) and not INSTITUTION.search(led["before"]):
        name, start = name[led.end() :], start + led.end()
    if whole := _OF_THE_WHOLE.match(name):
        name, start = name[whole.end() :], start + whole.end()
    own = _POSSESSED.fullmatch(name)
    if own and not (INSTITUTION.search(own["thing"]) or UNIT.search(own["thing"]) or _HEADED.search(own["thing"])):
        name = own["name"]
    if people := _EVERYONE.match(name):
        name, start = name[people.end() :], start + people.end()
    end = start + len(name)
    campus = _CAMPUS.match(text, end) if _SYSTEMS.search(name) else None
    if campus:
        after = re.match(rf"\s+{RUN.pattern}", text[campus.end() :])
        end = campus.end() + (after.end() if after and UNIT.search(after[0]) else 0)
        name = text[start:end]
    name = _OFFICE_BEHIND.sub("", _IN_BRACKETS.sub("", name).strip())
    if (of_unit := _OF_UNIT.match(name)) and not INSTITUTION.search(of_unit[0]):
        name, start = name[of_unit.end() :], start + of_unit.end()
    name = _AGAIN.sub(r"\g<name>", _TWICE.sub(r"\1", name))
    placed = _IN_PLACE.fullmatch(name)
    return (placed["name"] if placed else name), start, end


def _no_school(name: str) -> bool:
    """Whether a run is no school's name: too short or general, a programme's, a field's, part of a phrase."""
    field = " " not in name and _FIELD.fullmatch(name)
    if len(name) < SHORTEST or field or BOILER.search(name) or _PROGRAMME.search(name) or _PLURAL_NAME.fullmatch(name):
        return True
    if _ADDRESS.search(name) or _GENERAL.fullmatch(name) or _NO_NAME.match(name):
        return True
    phrase = len(name.split()) > LONGEST_UNIT or re.search(r"\b(?:for|in|on|and|of)\b", name)
    return bool(UNIT.search(name) and not INSTITUTION.search(name) and not _HEADED.search(name) and phrase)


_ADDRESS = re.compile(r"\.(?:edu|com|org|net)$", re.IGNORECASE)
SHORTEST = 3
LONGEST_UNIT = 4
"""Words that the name of a unit has without a word such as School."""
_GENERAL = re.compile(r"(?:The )?(?:(?:Community )?College|University|School|Institute|Medicine|Nursing|Law|Library)")
_NO_NAME = re.compile(
    r"(?:The )?(?:University|College|School|Institute|Campus)'s\s|.*\b(?:for|to|into|through|beyond) College$|"
    r"(?:All-)?(?:University|College|School) (?:Meeting|Day|Fair|Night|Hall|Senate|Assembly|Tour|Website)s?$|"
    r"(?:The )?(?:Division|Department|Office|Center|Institute) (?:of|for)\b|"
    r"(?:.*\s)?Schools? for (?:Men|Women|Veterans)\b|"
    r"(?:\w+\s){1,4}(?:of|at|in|for) the (?:College|University|School|Campus)$"
)


def parented(name: str) -> bool:
    """Whether the name of a unit names its university too."""
    rest = re.sub(
        r"\b(?:School|Schools|College|Colleges|Department|Division|Faculty) (?:of|for)\b.*?(?= at | University|$)",
        " ",
        name,
    )
    return bool(re.search(r"\bUniversity\b|\bCollege\b|\bInstitute of\b| at [A-Z]", rest)) or bool(
        re.match(r"(?:The )?(?:(?!The\b)[A-Z]\S+ )+(?:School|College|Medical School|Law)", name)
    )
