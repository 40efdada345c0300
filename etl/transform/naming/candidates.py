"""Schools to choose from, where a person decides; and the identifiers of schools that have no row yet."""

from collections import defaultdict
from collections.abc import Iterable

from etl.transform.naming.directory import Directory
from etl.transform.naming.kinds_of_school import default_title
from etl.transform.naming.standing import HEALTH_KINDS, taught_kinds
from etl.transform.naming.values import Candidate, Institution, School

KNOWN_UNIT, CHOICE, TO_CREATE, SAME_KIND = 0.6, 0.5, 0.4, 0.1
"""Scores of candidates: they only order them."""
MOST_CANDIDATES = 8


def created_school_id(unitid: str, kind: str, part: str = "") -> str:
    """The identifier of a school without a row: "178402-dentistry". It follows from the institution and the kind, and
    where one institution can have several of a kind, from what tells them apart ("127060-other-unit-education").
    """
    return "-".join(filter(None, (unitid, kind.replace(" ", "-"), part)))


def display_name(institution: Institution) -> str:
    """The institution's name as it is shown in names of its schools."""
    return " ".join(institution.name.removesuffix("-Main Campus").split())


def candidate_of(row: School, score: float, reason: str) -> Candidate:
    """A school that has a row, as a candidate."""
    return Candidate(row.school_id, row.unitid, row.kind, row.name, score, reason)


class SchoolRows:
    """The schools that have rows, by identifier and by institution and kind."""

    def __init__(self, directory: Directory, schools: Iterable[School]) -> None:
        self._directory = directory
        self.by_id = {school.school_id: school for school in schools}
        self._rows: dict[tuple[str, str], list[School]] = defaultdict(list)
        for school in self.by_id.values():
            if school.unitid:
                self._rows[directory.current(school.unitid), school.kind].append(school)

    def at(self, unitid: str, kind: str) -> list[School]:
        """The schools of that kind at the institution."""
        return list(self._rows.get((unitid, kind), ()))

    def candidates(self, unitid: str, kind: str | None, reason: str) -> tuple[Candidate, ...]:
        """The schools of that kind at the institution (None: the institution itself), to choose from."""
        sought = kind or self._directory.kinds[unitid]
        rows = self.at(unitid, sought)
        if rows:
            return tuple(candidate_of(row, CHOICE, reason) for row in rows)
        return (self._to_create(unitid, sought, reason),)

    def health_units(self, unitid: str) -> tuple[Candidate, ...]:
        """The health units of an institution: those that have rows first, then those its degrees speak for."""
        rows = [row for kind in HEALTH_KINDS for row in self.at(unitid, kind)]
        known = [candidate_of(row, KNOWN_UNIT, "a health unit of the printed institution") for row in rows]
        taught = taught_kinds(self._directory.institutions[unitid])
        missing = [kind for kind in taught if kind not in {row.kind for row in rows}]
        return (*known, *(self._to_create(unitid, kind, "it awards degrees in that profession") for kind in missing))

    def of_kind(self, kind: str | None) -> tuple[Candidate, ...]:
        """A few schools of a kind, whatever their institution."""
        same = [row for row in self.by_id.values() if row.kind == kind]
        return tuple(candidate_of(row, SAME_KIND, "a school of that kind") for row in same[:MOST_CANDIDATES])

    def _to_create(self, unitid: str, kind: str, reason: str) -> Candidate:
        name = display_name(self._directory.institutions[unitid])
        if kind != self._directory.kinds[unitid]:
            name = f"{name} {default_title(kind)}"
        return Candidate(created_school_id(unitid, kind), unitid, kind, name, TO_CREATE, reason)
