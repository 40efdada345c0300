"""The wordings of units: "College of Nursing", "medical school", "Perelman School of Medicine", "UIC Pharmacy".

All patterns read the words of `normal.words` joined by blanks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.transform.naming.subjects import SUBJECT_WORDS, kind_of_subject


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as worded: its kind, what narrows it within the kind (an id-like word or ""), the title to show, and
    whether the wording leaves no doubt about the kind.
    """

    kind: str
    part: str
    title: str
    sure: bool


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit found in a text, with the positions of its first and past-the-last word.

    `listed` holds all units of a plural head with several subjects: "Colleges of Nursing and Pharmacy".
    """

    start: int
    end: int
    unit: Unit
    listed: tuple[Unit, ...] = ()


_HEADS = ("college", "school", "faculty", "division", "department")
_PLURAL_HEADS = ("colleges", "schools", "faculties")
_HEAD = "(?:" + "|".join((*_PLURAL_HEADS, *_HEADS)) + ")"
_WORD = "(?:" + "|".join(SUBJECT_WORDS) + ")"
_RUN = rf"{_WORD}(?: (?:and )?{_WORD})*"
_BEFORE = (
    r"(?:osteopathic medical|medical|dental|law|nursing|pharmacy|veterinary medical|veterinary|vet|business|engineering"
    r"|graduate|divinity|public health|optometry)"
)
_UNIT = re.compile(
    rf"\b(?:(?P<head>{_HEAD}) (?:of |for )(?:the )?(?P<of>{_RUN})"
    rf"|(?P<before>{_BEFORE}) (?:schools?|colleges?)(?! of (?:the )?{_WORD})"
    r"|(?P<hsc>health science (?:center|campus)|center for (?:the )?health science|academic health (?:science )?center)"
    r"|(?P<amc>(?:academic )?medical center)"
    r"|(?P<lawcenter>law center)"
    r"|(?P<library>(?:(?:university|college|health science|medical|law) )?(?:libraries|library)(?: system)?))\b"
)
_FIXED_KINDS = {"hsc": "health sciences center", "amc": "academic medical center", "lawcenter": "law"}
_LIBRARY_PART = re.compile(r"(health science|medical|law)\b")
_BARE = re.compile(
    r"(?:nursing|pharmacy|dentistry|dental medicine|dental|law|optometry|public health|veterinary medicine|vet med"
    r"|allied health(?: science| professions)?|osteopathic medicine|health professions)$"
)
"""Subjects that stand for their school after the name of an institution, as in "Ohio State Optometry". "Medicine" is
not among them: "Michigan Medicine" is a medical center, "FSU Medicine" a college."""


def units_in(text: str) -> Iterator[UnitSpan]:
    """The units named in a text of words, from left to right."""
    for found in _UNIT.finditer(text):
        unit = _unit_of(found)
        if unit:
            start = text.count(" ", 0, found.start())
            yield UnitSpan(start, start + found.group().count(" ") + 1, unit, tuple(_listed(found)))


def _unit_of(found: re.Match[str]) -> Unit | None:
    title = _titled(found.group())
    subject = found["of"] or found["before"]
    if subject:
        told = kind_of_subject(subject)
        return Unit(told[0], told[1], title, told[2]) if told else None
    if found["library"]:
        part = _LIBRARY_PART.match(found.group())
        return Unit("library", part[1].replace(" ", "-") if part else "", title, True)
    return Unit(_FIXED_KINDS[found.lastgroup or ""], "", title, True)


def _listed(found: re.Match[str]) -> Iterator[Unit]:
    """The units of a plural head with several subjects, nothing for one unit."""
    subjects = (found["of"] or "").split(" and ")
    if found["head"] in _PLURAL_HEADS and len(subjects) > 1:
        for subject in subjects:
            told = kind_of_subject(subject)
            if told:
                yield Unit(told[0], told[1], default_title(told[0]), told[2])


def _titled(text: str) -> str:
    small = ("of", "and", "for", "the")
    named = " ".join(word if word in small else word.capitalize() for word in text.split())
    return re.sub(r"\bScience\b", "Sciences", named)


def bare_unit(text: str) -> Unit | None:
    """The unit that a whole text names by its subject alone ("Nursing"), or None."""
    told = kind_of_subject(text) if _BARE.match(text) else None
    return Unit(told[0], told[1], default_title(told[0]), told[2]) if told else None


_TITLES = {
    "medicine": "School of Medicine", "osteopathic medicine": "College of Osteopathic Medicine",
    "nursing": "School of Nursing", "dentistry": "School of Dentistry", "pharmacy": "College of Pharmacy",
    "veterinary medicine": "College of Veterinary Medicine", "public health": "School of Public Health",
    "allied health": "College of Health Professions", "optometry": "College of Optometry", "law": "School of Law",
    "library": "Libraries", "health sciences center": "Health Sciences Center",
    "academic medical center": "Medical Center", "other unit": "other unit",
}  # fmt: skip


def default_title(kind: str) -> str:
    """What a unit of the kind is usually called, for units printed by initials or subject alone."""
    return _TITLES.get(kind, kind)


def unit_words() -> frozenset[str]:
    """All words that wordings of units are made of."""
    others = ("library", "libraries", "center", "medical", "of", "and", "for", "the", "at", "in")
    return frozenset((*SUBJECT_WORDS, *_HEADS, *_PLURAL_HEADS, *others))
