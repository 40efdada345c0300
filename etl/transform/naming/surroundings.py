"""The words around a unit's name: donors before it, places after it."""

from collections.abc import Collection

from etl.transform.naming.forms import NOUNS
from etl.transform.naming.normal import CONNECTORS, key
from etl.transform.naming.places import CODES, state_code

MOST_DONOR_WORDS = 9
_NO_DONORS = frozenset((
    "office", "department", "division", "program", "programs", "initiative", "project", "association", "society",
    "foundation", "fund", "hospital", "hospitals", "childrens", "clinic", "center", "student", "students", "alumni",
    "affairs", "diversity", "inclusion", "equity", "development", "relations", "award", "awards", "winner", "magazine",
    "network", "group", "committee", "council", "former", "formerly", "system", "systems", "health", "academic",
    "provost", "dean", "deans", "chancellor", "president", "equal", "opportunity", "access", "engagement", "outreach",
    "multicultural",
))  # fmt: skip
"""Words of offices and other bodies that are no school and no person."""
_NO_DONOR_NOUNS = NOUNS - {"institute"}


def stripped(parts: list[str]) -> list[str]:
    """The words without "of", "at" and the like at either end."""
    start, end = 0, len(parts)
    while start < end and parts[start] in CONNECTORS:
        start += 1
    while end > start and parts[end - 1] in CONNECTORS:
        end -= 1
    return parts[start:end]


def are_donors(parts: list[str]) -> bool:
    """Whether words before a unit can be the persons it is named for: no office, no second institution, no state."""
    if len(parts) > MOST_DONOR_WORDS or not _NO_DONOR_NOUNS.isdisjoint(parts):
        return False
    return _NO_DONORS.isdisjoint(parts) and not any(part in CODES for part in parts)


def are_place(parts: list[str], cities: Collection[str]) -> bool:
    """Whether the words are a city, a state, or a city and its state."""
    parts = [part for part in parts if part not in ("campus", "in", "at")]
    if key(parts) in cities or state_code(" ".join(parts)):
        return True
    return any(key(parts[:at]) in cities and state_code(" ".join(parts[at:])) for at in range(1, len(parts)))
