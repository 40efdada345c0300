"""What an institution may be called, derived from its row in the directory by rules that hold for all.

Every form has a rank: how much it says. A form of low rank needs further evidence, see `evidence.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from etl.transform.naming.initials import initials
from etl.transform.naming.kinds_of_school import bare_unit, units_in
from etl.transform.naming.normal import CONNECTORS, key, words
from etl.transform.naming.places import CODES, OLD_ABBREVIATIONS, STATES
from etl.transform.naming.values import Institution


class Rank(IntEnum):
    """How much a form says, from initials to the official name."""

    SHORT = 1
    """Initials, the label of the web domain, UMass, UVA."""
    CAMPUS = 2
    """The place of a campus alone, as its system prints it ("Fullerton"), or a school without its unit ("Burrell")."""
    CORE = 3
    """The name without its "University": "Clemson", "Ohio State", "Texas Tech"."""
    FAMILY = 4
    """The name that the campuses of one university share."""
    LONG = 5
    """A long alias, or a campus with the short name of its system: "UNC Charlotte"."""
    OFFICIAL = 6


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an institution's name. `listed` forms stand in the directory (as alias or web domain) and are not
    only derived; `former` ones are names of the past; `family` is the key of the name shared with other campuses."""

    key: str
    unitid: str
    rank: Rank
    listed: bool = False
    former: bool = False
    family: str = ""
    merged: bool = False
    """Whether it is the name of an institution that merged into this one, and not of this one."""


NOUNS = frozenset(
    ("university", "college", "institute", "school", "seminary", "academy", "conservatory", "universidad", "colleges")
)
_SYSTEMS = (
    (("state", "university", "of", "new", "york"), "suny"),
    (("city", "university", "of", "new", "york"), "cuny"),
    (("california", "state", "university"), "csu"),
    (("california", "state", "university"), "cal state"),
    (("california", "state", "polytechnic", "university"), "cal poly"),
)
"""Short names of systems that do not follow from initials, or that are written before the campus."""

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_HEALTH_TAIL = re.compile(r" (?:of )?(?:health science|health professions|medical)(?: university| center)?$")
_MAIN = re.compile(r"[- ](?:main campus|campus immersion)$", re.IGNORECASE)
_BREAK = re.compile(r"\s*[-–—,/]\s*|\s+(?:at|in)\s+", re.IGNORECASE)
_SYSTEM_TAIL = re.compile(r",?\s+(?:(?:the )?state university of new york|suny|cuny)$", re.IGNORECASE)
UNTIL = re.compile(r"\s*\([^()]*\d{4}[^()]*\)\s*$")
"""The years after a former name, as in "Old Name (to 2019)"."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A name parted into what campuses share and the campus; `main` campuses answer to the shared name alone."""

    base: list[str]
    campus: list[str]
    main: bool = False


def parts_of(name: str, city: str | None) -> Parts | None:
    """The name parted at its dash, "at", "in", comma, or before its city; None for a name without a campus."""
    if _MAIN.search(name):
        return Parts(words(_MAIN.sub("", name)), [], main=True)
    for found in _BREAK.finditer(name):
        base, campus = words(name[: found.start()]), words(name[found.end() :])
        if len(_kept(base)) > 1 and campus and NOUNS.intersection(base):
            return Parts(base, [word for word in campus if word != "campus"])
    return _before_city(words(name), words(city or ""))


def _before_city(name: list[str], city: list[str]) -> Parts | None:
    size = len(city)
    if 0 < size < len(name) - 1 and name[-size:] == city and NOUNS.intersection(name[:-size]) and name[-size - 1] != "of":
        return Parts(name[:-size], city)
    return None


def core_of(parts: list[str]) -> list[str]:
    """The words without "University of" or the noun at the end; empty when nothing would be left."""
    kept = [part for part in parts if part not in CONNECTORS]
    core = [part for part in kept if part not in NOUNS]
    return core if core and len(core) < len(kept) else []


def forms_of(institution: Institution, *, labelled: bool = True) -> Iterator[Form]:
    """All forms of an institution's names; `labelled` when the label of its web domain is one."""
    unitid = institution.unitid
    yield from _of_name(institution, institution.name, former=False)
    for former in institution.former_names:
        yield from _of_name(institution, UNTIL.sub("", former), former=True)
    for alias in institution.aliases:
        yield from _of_alias(unitid, alias)
    label = domain_label(institution.web_domain)
    if label and labelled:
        yield Form(key(words(label)), unitid, Rank.SHORT, listed=True)


def domain_label(domain: str | None) -> str:
    """The label of a web domain that names its institution ("umkc" of umkc.edu), or "" for a deeper domain."""
    labels = (domain or "").split(".")
    return labels[0].replace("-", " ") if len(labels) == 2 and labels[1] == "edu" else ""


def _of_name(institution: Institution, name: str, *, former: bool) -> Iterator[Form]:
    unitid = institution.unitid
    plain = _BRACKETS.sub("", name)
    for text in {name, plain, _SYSTEM_TAIL.sub("", plain)}:
        parts = words(text)
        yield Form(key(parts), unitid, Rank.OFFICIAL, former=former)
        yield from _system_written(unitid, parts, former)
        for shorter in _without_place(parts, institution.city):
            yield Form(key(shorter), unitid, Rank.LONG, former=former)
            yield from _shortened(unitid, shorter, "", former)
    told = parts_of(plain, institution.city)
    if told is None:
        yield from _shortened(unitid, words(plain), "", former)
        return
    yield from _of_parts(institution, told, former)
    inner = _before_city(told.base, words(institution.city or ""))
    if inner:
        yield from _of_parts(institution, inner, former)


def _of_parts(institution: Institution, told: Parts, former: bool) -> Iterator[Form]:
    unitid, family = institution.unitid, key(told.base)
    yield Form(family, unitid, Rank.OFFICIAL if told.main else Rank.FAMILY, former=former, family=family)
    yield from _shortened(unitid, told.base, family, former)
    if not told.campus:
        return
    for form in _shortened(unitid, told.base, family, former):
        yield Form(key([form.key, *told.campus]), unitid, Rank.LONG, former=former)
        if form.key == initials(_kept(told.base)) and len(told.campus[0]) > 1:
            yield Form(form.key + initials(_kept(told.campus)), unitid, Rank.SHORT, former=former)
            yield Form(key([form.key, initials(_kept(told.campus))]), unitid, Rank.SHORT, former=former)
    base = core_of(told.base)
    for name in CODES:
        rest = base[len(name.split()) :]
        if base[: len(name.split())] == name.split() and rest and rest != ["state"]:
            yield Form(key([*rest, *told.campus]), unitid, Rank.LONG, former=former)
    if base[-1:] == ["state"]:
        yield Form(key([*told.campus, "state"]), unitid, Rank.CORE, former=former)
    campus = [word for word in told.campus if word not in CONNECTORS]
    public = institution.control == "Public"
    if len(campus) > 1 and campus[0] in OLD_ABBREVIATIONS.values():
        yield Form(key(campus), unitid, Rank.LONG)
    elif public and not units_named(campus):
        yield Form(key(campus), unitid, Rank.CAMPUS)


def _without_place(parts: list[str], city: str | None) -> Iterator[list[str]]:
    """The name without its place or its district: "Tulane University", "Air Force Academy"."""
    if parts[:2] == ["united", "states"] and len(parts) > 3:
        yield parts[2:]
        yield ["us", *parts[2:]]
    if "of" in parts[2:]:
        at = len(parts) - 1 - parts[::-1].index("of")
        place = parts[at + 1 :]
        named = NOUNS.intersection(parts[1:at]) and not _is_unit_alone(parts[:at])
        if named and (" ".join(place) in CODES or place == words(city or "")):
            yield parts[:at]
    if parts[-1] == "district" and NOUNS.intersection(parts):
        yield parts[:-1]


def _kept(parts: list[str]) -> list[str]:
    return [part for part in parts if part not in CONNECTORS] or parts


def units_named(parts: list[str]) -> bool:
    """Whether the words name a unit ("Health Sciences Center") and not a place."""
    return next(units_in(" ".join(parts)), None) is not None or bare_unit(" ".join(parts)) is not None


def _system_written(unitid: str, parts: list[str], former: bool) -> Iterator[Form]:
    """Names of systems written out or short, before or after: "SUNY Cortland", "Hunter College"."""
    for spelled, short in _SYSTEMS:
        size = len(spelled)
        if tuple(parts[:size]) == spelled and len(parts) > size:
            rest = [part for part in parts[size:] if part != "college"]
            yield Form(key([short, *rest]), unitid, Rank.LONG, former=former)
            yield Form(key([short, "college", *rest]), unitid, Rank.LONG, former=former)
        if parts[0] == short and len(parts) > 1:
            yield Form(key([*spelled, *parts[1:]]), unitid, Rank.LONG, former=former)
            yield Form(key([short, "college", *parts[1:]]), unitid, Rank.LONG, former=former)
            if NOUNS.intersection(parts[1:]) and not units_named(parts[1:]):
                yield Form(key(parts[1:]), unitid, Rank.LONG, former=former)
                yield from _shortened(unitid, parts[1:], "", former)


def _shortened(unitid: str, parts: list[str], family: str, former: bool) -> Iterator[Form]:
    kept = [part for part in parts if part not in CONNECTORS]
    text = " ".join(parts)
    spans = tuple(units_in(text))
    health = _HEALTH_TAIL.search(text)
    if spans or health:
        core = parts[: spans[0].start] + parts[spans[-1].end :] if spans else text[: health.start()].split() if health else []
        if len(_kept(core)) > (not spans):
            yield Form(key(core), unitid, Rank.CAMPUS if spans else Rank.CORE, former=former, family=family)
    else:
        core = core_of(parts)
        for form in {key(core), *_state_shortened(core), *_tech(kept)} - {""}:
            yield Form(form, unitid, Rank.CORE, former=former, family=family)
    for form in _drawn_together(kept, [] if spans or health else core):
        yield Form(form, unitid, Rank.SHORT, former=former, family=family)


def _state_shortened(core: list[str]) -> Iterator[str]:
    """ "NC State", "Penn State", "K-State"."""
    for code, name in STATES.items():
        named = name.split()
        rest = core[len(named) :]
        if core[: len(named)] == named and rest:
            yield key([code.lower(), *rest])
            if rest == ["state"]:
                yield key([name[0], *rest])
        if core[: len(named)] == named and name in OLD_ABBREVIATIONS:
            yield key([OLD_ABBREVIATIONS[name], *rest])


def _tech(kept: list[str]) -> Iterator[str]:
    """ "Georgia Tech", "Greenville Tech"."""
    for at, part in enumerate(kept):
        if at and part in ("technology", "technological", "technical", "tech", "polytechnic"):
            before = kept[: at - 1] if kept[at - 1] in NOUNS else kept[:at]
            if before:
                yield key([*before, "tech"])


def _drawn_together(kept: list[str], core: list[str]) -> Iterator[str]:
    letters = initials(kept)
    if 1 < len(letters) <= 7:
        yield letters
    if kept and kept[0] == "university" and core:
        yield from _after_u(core)
    elif len(core) > 1:
        yield initials(core)


def _after_u(core: list[str]) -> Iterator[str]:
    """ "UMass", "UVA", "UIowa"."""
    name = " ".join(core)
    if len(core) == 1:
        yield "u" + name
    for code, state in STATES.items():
        if state == name:
            yield "u" + code.lower()
    if name in OLD_ABBREVIATIONS:
        yield "u" + OLD_ABBREVIATIONS[name]


_GENERIC = frozenset(("tech", "state", "central", "eastern", "western", "northern", "southern", "college", "university", "academy"))


def _of_alias(unitid: str, alias: str) -> Iterator[Form]:
    parts = words(_BRACKETS.sub("", alias))
    text = key(parts)
    if not text or text in _GENERIC or len(parts) > 12 or _is_unit_alone(parts):
        return
    count = len(text.split())
    named = count > 1 and bool(NOUNS.intersection(parts))
    rank = Rank.LONG if named or count > 2 else Rank.SHORT if count == 1 and len(text) <= 6 else Rank.CORE
    yield Form(text, unitid, rank, listed=True)


def _is_unit_alone(parts: list[str]) -> bool:
    """Whether an alias is only the wording of a unit: some institutions list "College of Education" as their alias."""
    text = " ".join(parts)
    return bare_unit(text) is not None or any(span.start == 0 and span.end == len(parts) for span in units_in(text))
