"""What an institution may be called, derived from its row in the directory by rules that hold for all."""

from collections.abc import Iterator

from etl.transform.naming.forms import NOUNS, Form, Rank
from etl.transform.naming.initials import initials
from etl.transform.naming.kinds_of_school import units_in
from etl.transform.naming.name_parts import (
    HEALTH_TAIL,
    IN_BRACKETS,
    SYSTEM_TAIL,
    UNTIL,
    Parts,
    core_of,
    is_unit_alone,
    names_unit,
    parts_of,
    telling,
    without_place,
)
from etl.transform.naming.normal import CONNECTORS, key, words
from etl.transform.naming.places import CODES, OLD_ABBREVIATIONS, STATES
from etl.transform.naming.values import Institution

_SYSTEMS = (
    (("state", "university", "of", "new", "york"), "suny"),
    (("city", "university", "of", "new", "york"), "cuny"),
    (("california", "state", "university"), "csu"),
    (("california", "state", "university"), "cal state"),
    (("california", "state", "polytechnic", "university"), "cal poly"),
)
"""Short names of systems that do not follow from initials, or that are written before the campus."""
_TECHNICAL = ("technology", "technological", "technical", "tech", "polytechnic")
_GENERIC = (
    "tech",
    "state",
    "central",
    "eastern",
    "western",
    "northern",
    "southern",
    "college",
    "university",
    "academy",
)
"""Aliases that many institutions could list, and a few do."""
_STATE_WORDS = [(code, name.split()) for code, name in STATES.items()]
LONGEST_ALIAS = 12
LONGEST_INITIALS = 7
LONGEST_SHORT = 6


def forms_of(institution: Institution, *, labelled: bool = True) -> Iterator[Form]:
    """All forms of an institution's names; `labelled` when the label of its web domain is one."""
    yield from _of_name(institution, institution.name, former=False)
    for former in institution.former_names:
        yield from _of_name(institution, UNTIL.sub("", former), former=True)
    for alias in institution.aliases:
        yield from _of_alias(institution.unitid, alias)
    label = domain_label(institution.web_domain)
    if label and labelled:
        yield Form(key(words(label)), institution.unitid, Rank.SHORT, listed=True)


def domain_label(domain: str | None) -> str:
    """The label of a web domain that names its institution ("umkc" of umkc.edu), or "" for a deeper domain."""
    labels = (domain or "").split(".")
    return labels[0].replace("-", " ") if len(labels) == 2 and labels[1] == "edu" else ""


def _of_name(institution: Institution, name: str, *, former: bool) -> Iterator[Form]:
    unitid, plain = institution.unitid, IN_BRACKETS.sub("", name)
    for text in sorted({name, plain, SYSTEM_TAIL.sub("", plain)}):
        parts = words(text)
        yield Form(key(parts), unitid, Rank.OFFICIAL, former=former)
        yield from _system_written(unitid, parts, former)
        for shorter in without_place(parts, institution.city):
            yield Form(key(shorter), unitid, Rank.LONG, former=former)
            yield from _shortened(unitid, shorter, "", former)
    ways = tuple(parts_of(plain, institution.city))
    for told in ways:
        yield from _of_parts(institution, told, former)
    if not ways:
        yield from _shortened(unitid, words(plain), "", former)


def _of_parts(institution: Institution, told: Parts, former: bool) -> Iterator[Form]:
    unitid, family = institution.unitid, key(told.base)
    yield Form(family, unitid, Rank.OFFICIAL if told.main else Rank.FAMILY, former=former, family=family)
    yield Form(key([*told.base, *told.campus]), unitid, Rank.LONG, former=former)
    shared = tuple(_shortened(unitid, told.base, family, former))
    yield from shared
    if told.campus:
        yield from _of_campus(unitid, told, shared, former)
        if institution.control == "Public" and not names_unit(told.campus):
            yield Form(key(told.campus), unitid, Rank.CAMPUS)


def _of_campus(unitid: str, told: Parts, shared: tuple[Form, ...], former: bool) -> Iterator[Form]:
    """The short forms of the shared name, each with the campus: "UNC Charlotte", "UNCG", "A&M-San Antonio"."""
    campus, whole = telling(told.campus), initials(telling(told.base))
    for form in shared:
        yield Form(key([form.key, *told.campus]), unitid, Rank.LONG, former=former)
        if form.key == whole and len(campus[0]) > 1:
            yield Form(form.key + initials(campus), unitid, Rank.SHORT, former=former)
            yield Form(key([form.key, initials(campus)]), unitid, Rank.SHORT, former=former)
    for rest in _without_state(core_of(told.base)):
        yield Form(key([*rest, *told.campus]), unitid, Rank.LONG, former=former)
    if core_of(told.base)[-1:] == ["state"]:
        yield Form(key([*told.campus, "state"]), unitid, Rank.CORE, former=former)
    if len(campus) > 1 and campus[0] in OLD_ABBREVIATIONS.values():
        yield Form(key(campus), unitid, Rank.LONG, former=former)


def _without_state(core: list[str]) -> Iterator[list[str]]:
    for name in CODES:
        size = len(name.split())
        if core[:size] == name.split() and core[size:] and core[size:] != ["state"]:
            yield core[size:]


def _system_written(unitid: str, parts: list[str], former: bool) -> Iterator[Form]:
    """Names of systems written out or short, before or after: "SUNY Cortland", "Hunter College"."""
    for spelled, short in _SYSTEMS:
        size = len(spelled)
        if tuple(parts[:size]) == spelled and len(parts) > size:
            rest = [part for part in parts[size:] if part != "college"]
            yield Form(key([short, *rest]), unitid, Rank.LONG, former=former)
            yield Form(key([short, "college", *rest]), unitid, Rank.LONG, former=former)
        if parts[0] == short and len(parts) > 1:
            yield from _without_system(unitid, parts[1:], (spelled, short), former)


def _without_system(unitid: str, rest: list[str], system: tuple[tuple[str, ...], str], former: bool) -> Iterator[Form]:
    yield Form(key([*system[0], *rest]), unitid, Rank.LONG, former=former)
    yield Form(key([system[1], "college", *rest]), unitid, Rank.LONG, former=former)
    if NOUNS.intersection(rest) and not names_unit(rest):
        yield Form(key(rest), unitid, Rank.LONG, former=former)
        yield from _shortened(unitid, rest, "", former)


def _shortened(unitid: str, parts: list[str], family: str, former: bool) -> Iterator[Form]:
    kept = [part for part in parts if part not in CONNECTORS]
    unnamed = _without_unit(parts)
    core = [] if unnamed else core_of(parts)
    if unnamed:
        yield Form(key(unnamed[0]), unitid, unnamed[1], former=former, family=family)
    for text in sorted({key(core), *_state_shortened(core), *(_tech(kept) if not unnamed else ())} - {""}):
        yield Form(text, unitid, Rank.CORE, former=former, family=family)
    for text in _drawn_together(kept, core):
        yield Form(text, unitid, Rank.SHORT, former=former, family=family)


def _without_unit(parts: list[str]) -> tuple[list[str], Rank] | None:
    """The name of a school that stands alone without what it is: "Burrell", "SUNY Downstate"; None for other names."""
    text = " ".join(parts)
    spans = tuple(units_in(text))
    if spans:
        return parts[: spans[0].start] + parts[spans[-1].end :], Rank.CAMPUS
    tail = HEALTH_TAIL.search(text)
    if tail:
        rest = text[: tail.start()].split()
        return (rest if len(telling(rest)) > 1 else []), Rank.CORE
    return None


def _state_shortened(core: list[str]) -> Iterator[str]:
    """The state by its code or its old abbreviation: "NC State", "Penn State", "K-State"."""
    for code, parts in _STATE_WORDS:
        if core[: len(parts)] != parts:
            continue
        name, rest = STATES[code], core[len(parts) :]
        shorts = [code.lower()] if rest else []
        shorts += [name[0]] if rest == ["state"] else []
        shorts += [OLD_ABBREVIATIONS[name]] if name in OLD_ABBREVIATIONS else []
        yield from (key([short, *rest]) for short in shorts)


def _tech(kept: list[str]) -> Iterator[str]:
    """What precedes "Institute of Technology" and the like, with "Tech": "Georgia Tech", "Greenville Tech"."""
    for at, part in enumerate(kept):
        before = kept[: at - 1] if at and kept[at - 1] in NOUNS else kept[:at]
        if part in _TECHNICAL and before:
            yield key([*before, "tech"])


def _drawn_together(kept: list[str], core: list[str]) -> Iterator[str]:
    letters = initials(kept)
    if 1 < len(letters) <= LONGEST_INITIALS:
        yield letters
    if kept and kept[0] == "university" and core:
        yield from after_u(core)
    elif len(core) > 1:
        yield initials(core)
    if len(core) > 2 and core[-1] == "state":
        yield key([initials(core[:-1]), "state"])


def after_u(core: list[str]) -> Iterator[str]:
    """What is drawn together with the U of university: "UMass", "UVA", "UIowa", and the other way round "KU"."""
    name = " ".join(core)
    yield initials(core) + "u"
    if len(core) == 1:
        yield "u" + name
    if name in CODES:
        yield "u" + CODES[name].lower()
    if name in OLD_ABBREVIATIONS:
        yield "u" + OLD_ABBREVIATIONS[name]


def _of_alias(unitid: str, alias: str) -> Iterator[Form]:
    parts = words(IN_BRACKETS.sub("", alias))
    text = key(parts)
    if not text or text in _GENERIC or len(parts) > LONGEST_ALIAS or is_unit_alone(parts):
        return
    count = len(text.split())
    named = count > 1 and bool(NOUNS.intersection(parts))
    rank = Rank.LONG if named or count > 2 else Rank.SHORT if count == 1 and len(text) <= LONGEST_SHORT else Rank.CORE
    yield Form(text, unitid, rank, listed=True)
    for spelled, short in _SYSTEMS:
        if parts[0] == short and count > 1:
            yield Form(key([*spelled, *parts[1:]]), unitid, Rank.LONG, listed=True)
