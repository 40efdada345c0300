"""Units of one university in one breath, taken apart: "the Colleges of Dentistry, Nursing and Pharmacy"."""

import re
from collections.abc import Iterator

from etl.transform.statements.school_runs import INSTITUTION
from etl.transform.statements.sought import Cue, sought
from etl.transform.statements.values import SchoolMention, Sentence

FIELD = (
    r"(?:(?:Osteopathic |Veterinary |Dental |Internal )?Medicine(?! and Dentistry| & Dentistry)|Medicine and Dentistry|"
    r"Nursing|Dentistry|Pharmacy|Optometry|Law|Public Health|"
    r"Social Work|(?:Applied |Allied )?Health (?:Professions|Sciences)|Education|Engineering|Business)"
)
_FIELDS = rf"(?P<fields>{FIELD}(?:,\s+{FIELD})*,?\s+(?:and|&)\s+{FIELD})\b"
_WORD = r"(?:[A-Z][\w&.'-]*)"
_PLURAL = sought(
    "schools|colleges|faculties",
    rf"(?P<lead>(?:{_WORD}(?:\s+(?:of|at|the|and|in)\s+|\s+|-))*)(?P<kind>[Ss]chools|[Cc]olleges|"
    rf"[Ff]aculties)\s+of\s+{_FIELDS}",
)
_BARE = re.compile(rf"(?<!of )(?<![A-Z]\w )\b{_FIELDS}(?!\s+(?:School|College|Library|Student|Program|Center|Award)|')")
_UNITS = re.compile(r"\b(?P<kind>colleges|schools|faculties)\b")
_PLAIN = sought(
    "dental|nursing|medical|pharmacy|law|veterinary|optometry|public health",
    rf"(?<![\w'])(?P<lead>(?:{_WORD}(?:\s+(?:of|at|the)\s+|\s+|-))*{_WORD}?)(?:'s?|\s+and\s+(?:the|its))?\s+"
    r"(?P<field>dental|nursing|medical|pharmacy|law|veterinary|optometry|public health)\s+"
    r"(?P<kind>school|college|(?<=law )center)\b(?! of\b)",
)
"""A unit in plain words behind the name of its university: "Lakeside's dental school", "LU and its law school"."""
_PLAIN_AT = sought(
    "dental|nursing|medical|pharmacy|law|veterinary|optometry|public health",
    r"\b(?:[Tt]he|its|whose)\s+(?P<field>dental|nursing|medical|pharmacy|law|veterinary|optometry|public health)\s+"
    rf"(?P<kind>school|college)\s+(?:at|of)\s+(?:the\s+)?(?P<lead>(?:{_WORD}\s+(?:(?:of|at)\s+)?)*{_WORD})",
)
"""A unit in plain words before the name of its university: "the dental school at Lakeside University"."""
_NAMED = re.compile(r"(?:[A-Z][\w.-]*|\([A-Z][\w&-]+\)),\s+$")
"""The end of a name, behind which a unit in plain words between commas tells what its school is."""
_FIELDS_OF = {
    "dental": "Dentistry", "nursing": "Nursing", "medical": "Medicine", "pharmacy": "Pharmacy", "law": "Law",
    "veterinary": "Veterinary Medicine", "optometry": "Optometry", "public health": "Public Health",
}  # fmt: skip
_LOW_FIELDS = {
    "medicine": "Medicine", "nursing": "Nursing", "dentistry": "Dentistry", "pharmacy": "Pharmacy",
    "optometry": "Optometry", "law": "Law", "public health": "Public Health",
    "veterinary medicine": "Veterinary Medicine",
}  # fmt: skip
_LOW = "|".join(sorted(_LOW_FIELDS, key=len, reverse=True))
_LOW_LISTED = sought(
    "schools|colleges",
    rf"\b(?P<kind>schools|colleges)\b[^:;.]{{0,80}}(?::|\s[–—-])\s*(?P<fields>(?:{_LOW})(?:,\s+(?:{_LOW}))*,?\s+and\s+(?:{_LOW}))\b",
)
"""Units by their fields in small letters: "four more colleges are on the list: medicine, nursing and law"."""
_LOW_OF = sought(
    "schools|colleges|faculties",
    rf"\b(?P<kind>schools|colleges|faculties)\s+of\s+(?P<fields>(?:{_LOW})(?:,\s+(?:{_LOW}))*,?\s+and\s+(?:{_LOW}))\b",
)
_OF_ALL_SCHOOLS = re.compile(
    r"\b(?:U\.\s?S\.|United States|American|Canadian|(?:nation|country|state)'s|"
    r"[Aa]ll|[Aa]ny|[Oo]ther)\s+(?:health\s+)?$"
)
"""What leads to kinds of schools, and to no schools of a university: "given to U.S. schools of medicine and law"."""
_NATIONS = re.compile(r"(?:U\.?\s?S\.?|United States|American|Canadian)")
_PLACE = r"[A-Z][\w.]+(?:\s[A-Z]\w+){0,2}"
_CAMPUSES = sought(
    "campuses|schools|universities",
    r"(?P<system>University of [A-Z]\w+(?:\s[A-Z]\w+)?|[A-Z]\w+ State University|State University of New York|CSU|UC)"
    r"\s+(?:system\s+)?(?:campuses|schools|universities)\b[^.;:]{0,60}?"
    r"(?:[:;]\s+(?:the\s+)?others?\s+(?:being|are|were|include)|\b(?:being|are|were|include|including|at|in)|:)\s+"
    rf"(?P<places>{_PLACE}(?:,\s+{_PLACE})*,?\s+and\s+{_PLACE})",
)
"""Campuses by their places: "six State University campuses were honored, the others being Fullerton and Northridge"."""
_NAME = r"[A-Z][\w&.'-]*(?:\s(?:(?:of|and|&)\s)?[A-Z][\w&.'-]*){0,3}"
_SAINT = re.compile(r"\b(?:St\.|Saint)\s\w+'s$")
"""A school that bears a saint's name: "St. Mary's law school" is that of St. Mary's."""
_IN_COMMON = sought(
    "universities|colleges",
    rf"(?P<names>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})\s+(?P<kind>[Uu]niversities|[Cc]olleges)\b(?!\s+of\b)",
)
"""Schools with the last word of their names in common: "Hart, Central Orr and Lakeside State universities"."""
_PLACED = re.compile(r"\b(?:at|from|across|of|in|with|between|for)\s+(?:both\s+)?(?:the\s+)?$", re.IGNORECASE)
"""What tells before schools that something is done there."""
_COMMON = {"universities": "University", "colleges": "College"}
_FROM_SYSTEM = sought(
    "university of|state university|csu|uc",
    r"\b(?:from|in|of)\s+(?:the\s+)?(?P<system>University of [A-Z]\w+(?:\s[A-Z]\w+)?|[A-Z]\w+ State University|"
    r"State University of New York|CSU|UC)(?:\s+[Ss]ystem)?\s*,?\s*(?:are|were|include|:)\s+"
    rf"(?P<places>{_PLACE}(?:,\s+{_PLACE})+,?\s+and\s+{_PLACE})",
)
"""The same where the system comes first: "from the State University are East Bay, Fullerton and Northridge"."""
_SHORT_SYSTEMS = {"CSU": "California State University", "UC": "University of California"}
_TELLS = Cue(r"school|college|facult|center|campuses|universit|csu|uc")
"""Without one of these a sentence lists no units: most need not be looked at closely."""
_KINDS = {"center": "School"}
_NO_LEAD = re.compile(
    r"^(?:(?:The|In|At|For|And|But|While|When|As|On|This|That|Each|Every|One|Our|Its|A|An|No|Besides|Alongside|With|Both)"
    r"\s+)+"
)
_ONE = {"schools": "School", "colleges": "College", "faculties": "Faculty"}


def units_listed(sentence: Sentence, text: str) -> tuple[list[SchoolMention], str]:
    """The units listed in a sentence, each a mention of its own in the singular; and the text without them."""
    if not _TELLS.search(sentence.text):
        return [], text
    found = list(_plural(sentence, text))
    if not found and (kind := _UNITS.search(text)):
        for match in _BARE.finditer(text):
            found += _each(sentence, match, _ONE[kind["kind"]], "")
    for match in (*_LOW_LISTED.finditer(text), *_LOW_OF.finditer(text)):
        if _OF_ALL_SCHOOLS.search(text, 0, match.start()):
            continue
        for field in re.finditer(_LOW, match["fields"]):
            start = sentence.start + match.start("fields") + field.start()
            name = f"{_ONE[match['kind']]} of {_LOW_FIELDS[field[0]]}"
            found.append(SchoolMention(start, start + len(field[0]), name, None, unit=True))
    found += [*_campuses(sentence, text), *_in_plain_words(sentence, text), *_before_its_university(sentence, text)]
    found += _of_common_name(sentence, text)
    for mention in found:
        at, to = mention.start - sentence.start, mention.end - sentence.start
        text = text[:at] + "·" * (to - at) + text[to:]
    for match in _FROM_SYSTEM.finditer(sentence.text):
        text = text[: match.start("system")] + "·" * len(match["system"]) + text[match.end("system") :]
    for match in _PLURAL.finditer(sentence.text):
        text = text[: match.start()] + "·" * (match.end() - match.start()) + text[match.end() :]
    return found, text


def _campuses(sentence: Sentence, text: str) -> Iterator[SchoolMention]:
    for match in (*_CAMPUSES.finditer(text), *_FROM_SYSTEM.finditer(text)):
        for place in re.finditer(_PLACE, match["places"]):
            start = sentence.start + match.start("places") + place.start()
            system = _SHORT_SYSTEMS.get(match["system"], match["system"])
            name = place[0].rstrip(".")
            yield SchoolMention(start, start + len(name), name if INSTITUTION.search(name) else f"{system}, {name}")


def _of_common_name(sentence: Sentence, text: str) -> Iterator[SchoolMention]:
    for match in _IN_COMMON.finditer(text):
        if _PLACED.search(text, 0, match.start()):
            continue
        names = list(re.finditer(_NAME, re.sub(r",? and (?=[A-Z])", lambda link: "·" * len(link[0]), match["names"])))
        for name in names:
            lead = _NO_LEAD.match(name[0])
            at = name.start() + (lead.end() if lead else 0)
            said, start = match["names"][at : name.end()], sentence.start + match.start("names") + at
            if _NATIONS.fullmatch(said):
                continue
            end = sentence.start + match.end() if name is names[-1] else start + len(said)
            yield SchoolMention(start, end, f"{said} {_COMMON[match['kind'].casefold()]}")


def _in_plain_words(sentence: Sentence, text: str) -> Iterator[SchoolMention]:
    for match in _PLAIN.finditer(text):
        lead = _NO_LEAD.sub("", match["lead"])
        if not _SAINT.search(lead):
            lead = lead.removesuffix("'s").removesuffix("'")
        if lead[:1].isupper() and (lead.isupper() or len(lead) > 2) and not re.match(r"(?:The|In|Its|Our|This)$", lead):
            start = sentence.start + match.start("field")
            name = f"{_KINDS.get(match['kind'], match['kind'].title())} of {_FIELDS_OF[match['field']]}"
            yield SchoolMention(start, sentence.start + match.end("kind"), name, lead, unit=True)


def _before_its_university(sentence: Sentence, text: str) -> Iterator[SchoolMention]:
    for match in _PLAIN_AT.finditer(text):
        apposed = _NAMED.search(text, 0, match.start()) and re.match(
            r"(?:'s?(?: [A-Z]\w+)+)?,(?! and )", text[match.end() :]
        )
        if match["lead"][0].isupper() and not apposed:
            start = sentence.start + match.start("field")
            name = f"{_KINDS.get(match['kind'], match['kind'].title())} of {_FIELDS_OF[match['field'].casefold()]}"
            yield SchoolMention(start, sentence.start + match.end(), name, match["lead"], unit=True)


def _plural(sentence: Sentence, text: str) -> Iterator[SchoolMention]:
    for match in _PLURAL.finditer(text):
        lead = (
            re.sub(r"^(?:The|For|In|Its|Our|Their|These|Those|Both|All)(?:\s+|$)", "", match["lead"].strip())
            .removesuffix("'s")
            .removesuffix("'")
        )
        yield from _each(sentence, match, _ONE[match["kind"].casefold()], re.sub(r"\s+(?:of|at|the)$", "", lead))


def _each(sentence: Sentence, match: re.Match[str], kind: str, lead: str) -> Iterator[SchoolMention]:
    for field in re.finditer(FIELD, match["fields"]):
        start = sentence.start + match.start("fields") + field.start()
        name = f"{kind} of {field[0]}"
        yield SchoolMention(start, start + len(field[0]), name, lead or None, unit=True)
