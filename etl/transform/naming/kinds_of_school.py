"""The kinds of school and their wordings: "College of Nursing", "medical school", "Perelman School of Medicine", "SOM".

All patterns read the words of `normal.words` joined by blanks: lower case, no punctuation, "sciences" as "science".
A unit is named for the first subject it lists, because that is how the combined schools are meant: a School of
Medicine and Dentistry is the medical school, a School of Nursing and Health Professions the nursing school.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as worded: its kind, what narrows it within the kind (an id-like word or ""), the title to show, and
    whether the wording leaves no doubt about the kind."""

    kind: str
    part: str
    title: str
    sure: bool


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit found in a text, with the positions of its first and past-the-last word."""

    start: int
    end: int
    unit: Unit
    several: bool
    """Whether the heads are plural with more than one subject: "Colleges of Nursing and Pharmacy"."""


_STRONG = (
    ("osteopathic medicine", r"osteopathic(?: (?:medicine|medical))?"),
    ("veterinary medicine", r"veterinary(?: (?:medicine|medical|med))?|vet(?: (?:medicine|med))?"),
    ("medicine", r"(?:human )?medicine|medical"),
    ("dentistry", r"dental(?: (?:medicine|surgery|hygiene|health|science))?|dentistry|stomatology|oral health"),
    ("nursing", r"nursing"),
    ("pharmacy", r"pharmacy|pharmaceutical science|pharmaceutical"),
    ("public health", r"(?:(?:global|community|urban) )*public health(?: science)?|global health"),
    ("optometry", r"optometry|optometric"),
    ("law", r"law"),
)
_ALLIED = (
    ("", r"(?:allied|applied) health(?: (?:science|professions?))?|health (?:professions?|science)|health related professions"
         r"|health and rehabilitation science|rehabilitation science|health care professions|health occupations"),
    ("physical-therapy", r"physical therapy"),
    ("occupational-therapy", r"occupational (?:therapy|science)"),
    ("physician-assistant", r"physician assistant"),
)  # fmt: skip
_OTHER = (
    ("education", r"(?:teacher |urban )?education"),
    ("business", r"business|management"),
    ("engineering", r"engineering"),
    ("social-work", r"social (?:work|welfare|service)"),
    ("arts-and-sciences", r"(?:liberal )?arts|humanities|letters"),
    ("graduate", r"graduate"),
    ("agriculture", r"agriculture|agricultural"),
    ("architecture", r"architecture"),
    ("journalism", r"journalism|communications?"),
    ("public-affairs", r"public (?:affairs|policy|administration|service)|government"),
    ("information", r"information|computing|computer science"),
    ("music", r"music"),
    ("theology", r"theology|divinity"),
    ("science", r"(?:natural |environmental )?science"),
)
_UNSURE = (
    ("allied health", r"health|wellness|kinesiology|nutrition"),
    ("public health", r"population health|community health"),
    ("other unit", r"podiatric|podiatry|chiropractic|midwifery|biomedical|psychology|behavioral|human"),
)

_MORE = (
    "allied applied behavioral biomedical clinical community development disorders exercise global health human "
    "innovation interprofessional kinesiology leadership life midwifery nutrition policy population practice "
    "professional professions profession rehabilitation related research science services studies surgery therapy "
    "translational tropical vision wellness hygiene care administration"
)
_SUBJECT_WORDS = sorted(
    {word for _, pattern in (*_STRONG, *_ALLIED, *_OTHER, *_UNSURE) for word in re.findall(r"[a-z]{3,}", pattern)}
    | set(_MORE.split()) - {"for"},
    key=len,
    reverse=True,
)  # fmt: skip
_WORD = "(?:" + "|".join(_SUBJECT_WORDS) + ")"
_RUN = rf"{_WORD}(?: (?:and )?{_WORD})*"
_HEAD = r"(?:colleges?|schools?|faculty|faculties|division|department)"
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
_BARE = re.compile(
    r"(?:nursing|pharmacy|dentistry|dental medicine|dental|law|optometry|public health|veterinary medicine|vet med"
    r"|allied health(?: science| professions)?|osteopathic medicine|health professions)$"
)
"""Subjects that stand for their school after the name of an institution, as in "Ohio State Optometry". "Medicine" is
not among them: "Michigan Medicine" is a medical center, "FSU Medicine" a college."""


def _first(rules: tuple[tuple[str, str], ...], run: str) -> tuple[str, str] | None:
    for name, pattern in rules:
        found = re.match(rf"(?:{pattern})\b", run)
        if found:
            return name, run[found.end() :].strip()
    return None


@lru_cache(maxsize=4096)
def unit_of_subject(run: str) -> tuple[str, str, bool] | None:
    """(kind, part, sure) of a unit's subject such as "nursing and health professions", or None when it has none."""
    for table, kind_of, sure in (
        (_STRONG, lambda name: (name, ""), True),
        (_ALLIED, lambda name: ("allied health", name), True),
        (_UNSURE[1:2], lambda name: (name, ""), False),
        (_OTHER, lambda name: ("other unit", name), True),
        (_UNSURE, lambda name: (name, ""), False),
    ):
        found = _first(table, run)
        if found:
            kind, part = kind_of(found[0])
            return kind, part, sure and _rest_agrees(kind, found[1])
    return None


def _rest_agrees(kind: str, rest: str) -> bool:
    """Whether what is listed after the first subject leaves the kind as it is."""
    if not rest or kind == "medicine":
        return True
    others = {name for name, pattern in _STRONG if re.search(rf"\b(?:{pattern})\b", rest)} - {kind}
    if kind == "osteopathic medicine":
        return True
    if kind == "public health":
        return not others - {"medicine"}
    return not others and not re.search(r"\b(?:education|business|engineering|arts)\b", rest)


def _titled(text: str) -> str:
    small = {"of", "and", "for", "the"}
    named = " ".join(word if word in small else word.capitalize() for word in text.split())
    return re.sub(r"\bScience\b(?! Center)", "Sciences", named).replace("Health Science Center", "Health Sciences Center")


def _of_match(found: re.Match[str]) -> tuple[Unit, bool] | None:
    text = found.group()
    if found["of"] or found["before"]:
        told = unit_of_subject(found["of"] or found["before"])
        if told is None:
            return None
        plural = (found["head"] or "").endswith(("colleges", "schools", "faculties")) and " and " in (found["of"] or "")
        return Unit(told[0], told[1], _titled(text), told[2]), plural
    if found["library"]:
        part = re.match(r"(health science|medical|law)\b", text)
        return Unit("library", part[1].replace(" ", "-") if part else "", _titled(text), True), False
    kind = {"hsc": "health sciences center", "amc": "academic medical center"}.get(found.lastgroup or "", "law")
    return Unit(kind, "", _titled(text), True), False


def units_in(text: str) -> Iterator[UnitSpan]:
    """The units named in a text of words, from left to right."""
    for found in _UNIT.finditer(text):
        told = _of_match(found)
        if told:
            start = text.count(" ", 0, found.start())
            yield UnitSpan(start, start + found.group().count(" ") + 1, told[0], told[1])


def bare_unit(text: str) -> Unit | None:
    """The unit that a whole text names by its subject alone ("Nursing"), or None."""
    if not _BARE.match(text):
        return None
    told = unit_of_subject(text)
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
    return _TITLES[kind]


def vocabulary() -> frozenset[str]:
    """All words that wordings of units are made of."""
    heads = "college colleges school schools faculty division department library libraries center medical"
    return frozenset(_SUBJECT_WORDS) | frozenset(heads.split()) | {"of", "and", "for", "the", "at", "in"}
