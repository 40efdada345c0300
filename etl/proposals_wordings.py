"""Other ways to print the name of a school: as a unit of its owner, without its place or what else stands behind."""

import re
from collections.abc import Iterator

from etl.transform.statements import STATE_NAMES

CENTER = re.compile(r"(?:'s)?\s+(?:Academic\s+)?(?:Health|Medical)(?:\s+Sciences?)?\s+(?:Center|Campus)$")
"""What stands behind a university's name where its health schools are meant together."""
_OWNED = re.compile(r"(?:The )?(?P<owner>.+?)'s?\s+(?P<unit>(?:[A-Z][\w.'-]*\s+)*(?:School|College|Faculty)\b.*)")
"""A unit behind the name of the university whose it is: "Lakeside's Hart College of Medicine"."""
_SHORT_UNIT = re.compile(
    r"(?:The )?(?P<owner>.+?)'?s?\s+"
    r"(?P<field>Pharmacy|Nursing|Dentistry|Medicine|Law|Optometry|Public Health|Veterinary Medicine)"
)
"""A university and a field alone: "Lakeside Pharmacy"."""
_PLACED = re.compile(
    r"(?P<name>.*\b(?:School|College|Faculty) of (?:\w+ )?(?:Medicine|Nursing|Dentistry|Pharmacy|Optometry|Law))\s+"
    r"[A-Z][a-z]+"
)
"""A unit with the place of its campus behind its name: "Lakeside College of Osteopathic Medicine Harbor"."""
_WITH_MORE = re.compile(r"(?P<name>.*\b(?:School|College) of \w+(?: (?!and\b)\w+)?)\s+(?:&|and)\s+[A-Z].*")
"""A unit with more behind its name: "Lakeside College of Dentistry & Dental Clinics"."""
_STATES = "|".join(sorted(STATE_NAMES.values(), key=len, reverse=True))
_OF_STATE = re.compile(rf"(?:The )?(?:{_STATES})\s+(?P<unit>(?:School|College) of .*)")
"""A unit that bears the name of its state: "Kansas College of Osteopathic Medicine"."""
HYPHENED = re.compile(r"[A-Z]{2,4}-[A-Z]")
"""Initials parted by a hyphen: "UL-H"."""


def other_ways(name: str, parent: str | None) -> Iterator[tuple[str, str | None]]:
    """Other ways to print a name and its parent, the nearest first."""
    if parent and (whole := CENTER.sub("", parent)) != parent:
        yield name, whole
    if (owned := _OWNED.fullmatch(name)) and not parent:
        yield owned["unit"], owned["owner"]
    if parent and (unit := _OF_STATE.fullmatch(name)):
        yield unit["unit"], parent
    if field := _SHORT_UNIT.fullmatch(name):
        yield f"College of {field['field']}", parent or field["owner"]
    if placed := _PLACED.fullmatch(name) or _WITH_MORE.fullmatch(name):
        yield placed["name"], parent
    if HYPHENED.fullmatch(name):
        yield name.replace("-", ""), parent
