"""Units of one university in one breath, taken apart: "the Colleges of Dentistry, Nursing and Pharmacy"."""

import re
from collections.abc import Iterator

from etl.transform.statements.values import SchoolMention, Sentence

FIELD = (
    r"(?:(?:Osteopathic |Veterinary |Dental |Internal )?Medicine(?! and Dentistry| & Dentistry)|Medicine and Dentistry|"
    r"Nursing|Dentistry|Pharmacy|Optometry|Law|Public Health|"
    r"Social Work|(?:Applied |Allied )?Health (?:Professions|Sciences)|Education|Engineering|Business)"
)
_FIELDS = rf"(?P<fields>{FIELD}(?:,\s+{FIELD})*,?\s+(?:and|&)\s+{FIELD})\b"
_WORD = r"(?:[A-Z][\w&.'-]*)"
_PLURAL = re.compile(
    rf"(?P<lead>(?:{_WORD}(?:\s+(?:of|at|the|and|in)\s+|\s+|-))*)(?P<kind>[Ss]chools|[Cc]olleges|"
    rf"[Ff]aculties)\s+of\s+{_FIELDS}"
)
_BARE = re.compile(rf"(?<!of )(?<![A-Z]\w )\b{_FIELDS}(?!\s+(?:School|College|Library|Student|Program|Center|Award)|')")
_UNITS = re.compile(r"\b(?P<kind>colleges|schools|faculties)\b")
_ONE = {"schools": "School", "colleges": "College", "faculties": "Faculty"}


def units_listed(sentence: Sentence, text: str) -> tuple[list[SchoolMention], str]:
    """The units listed in a sentence, each a mention of its own in the singular; and the text without them."""
    found = list(_plural(sentence, text))
    if not found and (kind := _UNITS.search(text)):
        for match in _BARE.finditer(text):
            found += _each(sentence, match, _ONE[kind["kind"]], "")
    for mention in found:
        at, to = mention.start - sentence.start, mention.end - sentence.start
        text = text[:at] + "·" * (to - at) + text[to:]
    for match in _PLURAL.finditer(sentence.text):
        text = text[: match.start()] + "·" * (match.end() - match.start()) + text[match.end() :]
    return found, text


def _plural(sentence: Sentence, text: str) -> Iterator[SchoolMention]:
    for match in _PLURAL.finditer(text):
        lead = re.sub(r"^(?:The|For|In)\s+", "", match["lead"].strip()).removesuffix("'s").removesuffix("'")
        yield from _each(sentence, match, _ONE[match["kind"].casefold()], re.sub(r"\s+(?:of|at|the)$", "", lead))


def _each(sentence: Sentence, match: re.Match[str], kind: str, lead: str) -> Iterator[SchoolMention]:
    for field in re.finditer(FIELD, match["fields"]):
        start = sentence.start + match.start("fields") + field.start()
        name = f"{kind} of {field[0]}"
        yield SchoolMention(start, start + len(field[0]), name, lead or None, unit=True)
