"""What an institution is as a whole: a university, a medical school that stands alone, a system office."""

import re

from etl.transform.naming.kinds_of_school import units_in
from etl.transform.naming.normal import words
from etl.transform.naming.values import Institution

_SYSTEM = re.compile(
    r"\b(?:system(?: \w+)? offices?|system administration|central office|district(?: office)?|system)$|chancellor"
)
_HEALTH_CENTER = re.compile(
    r"\b(?:health (?:and )?science university|university of (?:integrative )?health science"
    r"|university of (?:science and medicine|medicine and \w+)|medical university|medical science|medical branch"
    r"|institute of health professions|college of health (?:science|professions))\b"
)
_NURSING = re.compile(r"\bnursing university\b")

SPECIAL_FOCUS_MEDICAL, SPECIAL_FOCUS_HEALTH, SPECIAL_FOCUS_RESEARCH, SPECIAL_FOCUS_LAW = 25, 26, 27, 31
"""Carnegie basic classes (2018 and 2021) of institutions that teach one field only."""


def kind_of_institution(institution: Institution) -> str:
    """The kind of school that the whole institution is.

    Its name decides where it names one health or law school ("Medical College of Wisconsin") or a health sciences
    university; else a medical school center by its Carnegie class is a health sciences center; all others are
    institutions. Offices of systems have no Carnegie class.
    """
    text = " ".join(words(institution.name))
    if institution.carnegie_basic_code is None and _SYSTEM.search(text):
        return "system"
    if _HEALTH_CENTER.search(text):
        return "health sciences center"
    if _NURSING.search(text):
        return "nursing"
    return _kind_by_unit(text) or _kind_by_class(institution)


def _kind_by_unit(text: str) -> str | None:
    kinds = [span.unit.kind for span in units_in(text) if span.unit.kind not in ("other unit", "library")]
    if not kinds:
        return None
    if kinds[-1] == "allied health" or (kinds[-1] == "academic medical center" and "osteopathic" in text):
        return "health sciences center"
    return kinds[-1]


def _kind_by_class(institution: Institution) -> str:
    code, clinical = institution.carnegie_basic_code, set(institution.professions) - {"public_health"}
    if code in (SPECIAL_FOCUS_MEDICAL, SPECIAL_FOCUS_HEALTH) and any(
        "Medical Center" in name for name in institution.aliases
    ):
        return "academic medical center"
    if code == SPECIAL_FOCUS_MEDICAL or (code == SPECIAL_FOCUS_HEALTH and len(clinical) > 1):
        return "health sciences center"
    return "law" if code == SPECIAL_FOCUS_LAW else "institution"


_TAUGHT = {
    "medicine": ("medicine_md",), "osteopathic medicine": ("medicine_do",), "nursing": ("nursing",),
    "dentistry": ("dentistry",), "pharmacy": ("pharmacy",), "veterinary medicine": ("veterinary",),
    "public health": ("public_health",), "optometry": ("optometry",),
    "allied health": ("physical_therapy", "occupational_therapy", "physician_assistant", "public_health", "nursing"),
    "health sciences center": ("medicine_md", "medicine_do"),
    "academic medical center": ("medicine_md", "medicine_do"),
}  # fmt: skip

HEALTH_KINDS = (
    "medicine", "osteopathic medicine", "nursing", "dentistry", "pharmacy", "veterinary medicine", "public health",
    "allied health", "optometry", "health sciences center", "academic medical center",
)  # fmt: skip


def is_traceable(kind: str) -> bool:
    """Whether the directory tells which institutions have a unit of the kind, by the degrees they award."""
    return kind in _TAUGHT


def teaches(institution: Institution, kind: str) -> bool:
    """Whether the institution awards degrees in the profession of the kind; False also when that is unknown."""
    return any(profession in institution.professions for profession in _TAUGHT.get(kind, ()))


def taught_kinds(institution: Institution) -> tuple[str, ...]:
    """The kinds of health school that the institution's degrees speak for."""
    return tuple(kind for kind in HEALTH_KINDS[:9] if teaches(institution, kind) and kind != "allied health")


def is_health_campus(institution: Institution) -> bool:
    """Whether the institution trains physicians or dentists: the campus that a system's health schools belong to."""
    return any(kind in institution.professions for kind in ("medicine_md", "medicine_do", "dentistry"))


SPECIAL_FOCUS = 7
_CLASS_ORDER = {15: 0, 16: 1, 17: 2, 18: 3, 19: 4, 20: 5, 21: 5, 22: 5, 23: 6, 14: 6}


def class_order(institution: Institution) -> int:
    """0 for the highest research activity, larger for less; SPECIAL_FOCUS for one field of health; 9 when unknown."""
    code = institution.carnegie_basic_code
    if code is None:
        return 9
    focused = (SPECIAL_FOCUS_MEDICAL, SPECIAL_FOCUS_HEALTH, SPECIAL_FOCUS_RESEARCH)
    return _CLASS_ORDER.get(code, SPECIAL_FOCUS if code in focused else 8)
