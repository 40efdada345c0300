"""The parts of an institution's name: what its campuses share, the campus, the core, the place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.transform.naming.forms import NOUNS
from etl.transform.naming.kinds_of_school import bare_unit, units_in
from etl.transform.naming.normal import CONNECTORS, words
from etl.transform.naming.places import CODES

UNTIL = re.compile(r"\s*\([^()]*\d{4}[^()]*\)\s*$")
"""The years after a former name, as in "Old Name (to 2019)"."""
IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
HEALTH_TAIL = re.compile(r" (?:of )?(?:health science|health professions|medical)(?: university| center)?$")
"""The end of a name that says what a health school is: "SUNY Downstate Health Sciences University"."""
SYSTEM_TAIL = re.compile(r",?\s+(?:(?:the )?state university of new york|suny|cuny)$", re.IGNORECASE)

_MAIN = re.compile(r"[- ](?:main campus|campus immersion)$", re.IGNORECASE)
_BREAK = re.compile(r"\s*[-–—,/]\s*|\s+(?:at|in)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name parted into what campuses share and the campus; `main` campuses answer to the shared name alone."""

    base: list[str]
    campus: list[str]
    main: bool = False


def parts_of(name: str, city: str | None) -> Iterator[Parts]:
    """The ways to part a name: at its dash, "at", "in" or comma, and before its city. None for most names."""
    if _MAIN.search(name):
        yield Parts(words(_MAIN.sub("", name)), [], main=True)
        return
    at_mark = _at_mark(name)
    inner = tuple(_before_city(at_mark.base if at_mark else words(name), words(city or "")))
    yield from inner
    if at_mark:
        yield at_mark
        yield from (Parts(one.base, at_mark.campus) for one in inner)


def _at_mark(name: str) -> Parts | None:
    for found in _BREAK.finditer(name):
        base, campus = words(name[: found.start()]), words(name[found.end() :])
        if len(telling(base)) > 1 and campus and NOUNS.intersection(base):
            return Parts(base, [word for word in campus if word != "campus"])
    return None


def _before_city(name: list[str], city: list[str]) -> Iterator[Parts]:
    size = len(city)
    if (
        0 < size < len(name) - 1
        and name[-size:] == city
        and name[-size - 1] != "of"
        and NOUNS.intersection(name[:-size])
    ):
        yield Parts(name[:-size], city)


def telling(parts: list[str]) -> list[str]:
    """The words but for "of", "the" and the like; all words where nothing else is there."""
    return [part for part in parts if part not in CONNECTORS] or parts


def core_of(parts: list[str]) -> list[str]:
    """The words without "University of" or the noun at the end; empty when nothing would be left."""
    kept = [part for part in parts if part not in CONNECTORS]
    core = [part for part in kept if part not in NOUNS]
    return core if core and len(core) < len(kept) else []


def without_place(parts: list[str], city: str | None) -> Iterator[list[str]]:
    """The name without its place or its district: "Tulane University", "Air Force Academy"."""
    if parts[:2] == ["united", "states"] and len(parts) > 3:
        yield parts[2:]
        yield ["us", *parts[2:]]
    if parts[-1] == "district" and NOUNS.intersection(parts):
        yield parts[:-1]
    if "of" in parts[2:]:
        at = len(parts) - 1 - parts[::-1].index("of")
        named = NOUNS.intersection(parts[1:at]) and not is_unit_alone(parts[:at])
        if named and (" ".join(parts[at + 1 :]) in CODES or parts[at + 1 :] == words(city or "")):
            yield parts[:at]


def names_unit(parts: list[str]) -> bool:
    """Whether the words name a unit ("Health Sciences Center") and not a place."""
    text = " ".join(parts)
    return next(units_in(text), None) is not None or bare_unit(text) is not None


def is_unit_alone(parts: list[str]) -> bool:
    """Whether the words are only the wording of a unit: some institutions list "College of Education" as an alias."""
    text = " ".join(parts)
    return bare_unit(text) is not None or any(span.start == 0 and span.end == len(parts) for span in units_in(text))
