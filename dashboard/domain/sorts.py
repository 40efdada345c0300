"""Sorts of institutions that a sentence can name ("the only public university in Ohio"), by the IPEDS directory."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_TWO_YEAR = "At least 2 but less than 4 years"
_COLLEGES = ("Associate's Colleges", "Baccalaureate/Associate's Colleges")
"""Beginnings of the Carnegie classes of community colleges: some grant a few bachelor's degrees."""
_WORDS = re.compile(
    r"\b(?:public|private|independent|community|two-year|four-year|jesuit|catholic|christian|liberal arts|"
    r"research|land-grant|historically black|hispanic|tribal|women's|regional)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Directory:
    """What the directory says of an institution; None where it says nothing."""

    control: str | None = None
    level: str | None = None
    carnegie: str | None = None
    hbcu: bool | None = None
    tribal: bool | None = None
    land_grant: bool | None = None


def sorts_named(words: str) -> list[str]:
    """The sorts of institution that words name, in small letters."""
    return [match[0].casefold() for match in _WORDS.finditer(words)]


def is_of(sort: str, institution: Directory | None) -> bool | None:
    """Whether an institution is of a sort; None where the directory does not tell: it knows no faiths."""
    return _known(institution).get(sort) if institution else None


def _known(one: Directory) -> Mapping[str, bool | None]:
    public = None if one.control is None else one.control.startswith("Public")
    college = None if one.carnegie is None else one.carnegie.startswith(_COLLEGES)
    two_year = None if one.level is None else one.level == _TWO_YEAR or bool(college)
    return {
        "public": public,
        "private": None if public is None else not public,
        "independent": None if public is None else not public,
        "community": None if college is None or public is None else college and public,
        "two-year": two_year,
        "four-year": None if one.level is None else one.level != _TWO_YEAR,
        "research": None if one.carnegie is None else one.carnegie.startswith("Doctoral Universities"),
        "historically black": one.hbcu,
        "tribal": one.tribal,
        "land-grant": one.land_grant,
    }
