"""The subjects of units: from "nursing and health professions" to the kind of school.

Subjects are read as the words of `normal.words` joined by blanks: lower case, no punctuation, "sciences" as "science".
A unit is named for the first subject it lists, because that is how the combined schools are meant: a School of
Medicine and Dentistry is the medical school, a School of Nursing and Health Professions the nursing school.
"""

import re
from functools import lru_cache

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
    ("", r"(?:allied|applied) health(?: (?:science|professions?))?|health (?:professions?|science)"
         r"|health related professions|health and rehabilitation science|rehabilitation science"
         r"|health care professions|health occupations"),
    ("physical-therapy", r"physical therapy"),
    ("occupational-therapy", r"occupational (?:therapy|science)"),
    ("physician-assistant", r"physician assistant"),
)  # fmt: skip
_DOUBTFUL_FIRST = (("public health", r"population health|community health"),)
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
_DOUBTFUL = (
    ("allied health", r"health|wellness|kinesiology|nutrition"),
    ("other unit", r"podiatric|podiatry|chiropractic|midwifery|biomedical|psychology|behavioral|human"),
)
_MORE = (
    "allied applied behavioral biomedical clinical community development disorders exercise global health human "
    "innovation interprofessional justice kinesiology leadership life midwifery nutrition policy population practice "
    "professional professions profession rehabilitation related research science services social studies surgery "
    "therapy translational tropical vision wellness hygiene care administration"
)
_NO_HEALTH = re.compile(r"\b(?:education|business|engineering|arts)\b")


def _all_words() -> list[str]:
    tables = (*_STRONG, *_ALLIED, *_DOUBTFUL_FIRST, *_OTHER, *_DOUBTFUL)
    found = {word for _, pattern in tables for word in re.findall(r"[a-z]{3,}", pattern)} | set(_MORE.split())
    return sorted(found, key=lambda word: (-len(word), word))


SUBJECT_WORDS = tuple(_all_words())
"""All words that subjects are made of, the long ones first."""


@lru_cache(maxsize=4096)
def kind_of_subject(run: str) -> tuple[str, str, bool] | None:
    """(kind, part, sure) of a subject: what narrows it within the kind ("social-work" or ""), and whether the wording
    leaves no doubt about the kind. None when the words are no subject.
    """
    for table, sure in ((_STRONG, True), (_ALLIED, True), (_DOUBTFUL_FIRST, False), (_OTHER, True), (_DOUBTFUL, False)):
        found = _first(table, run)
        if found:
            kind, part = _kind_and_part(table, found[0])
            return kind, part, sure and _rest_agrees(kind, found[1])
    return None


def _kind_and_part(table: tuple[tuple[str, str], ...], name: str) -> tuple[str, str]:
    if table is _ALLIED:
        return "allied health", name
    return ("other unit", name) if table is _OTHER else (name, "")


def _first(table: tuple[tuple[str, str], ...], run: str) -> tuple[str, str] | None:
    for name, pattern in table:
        found = re.match(rf"(?:{pattern})\b", run)
        if found:
            return name, run[found.end() :].strip()
    return None


def _rest_agrees(kind: str, rest: str) -> bool:
    """Whether what is listed after the first subject leaves the kind as it is."""
    if not rest or kind in ("medicine", "osteopathic medicine"):
        return True
    others = {name for name, pattern in _STRONG if re.search(rf"\b(?:{pattern})\b", rest)} - {kind}
    if kind == "public health":
        return not others - {"medicine"}
    return not others and not _NO_HEALTH.search(rest)
