"""From an institution and a kind to the school: the row it has, or the school to create."""

from collections import defaultdict
from collections.abc import Iterable

from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence
from etl.transform.naming.findings import Doubt, Finding
from etl.transform.naming.forms import NOUNS, Rank
from etl.transform.naming.kinds_of_school import default_title, units_in
from etl.transform.naming.normal import key, words
from etl.transform.naming.standing import HEALTH_KINDS, taught_kinds
from etl.transform.naming.values import Candidate, Decision, Institution, School

_SCORES = {Rank.OFFICIAL: 0.99, Rank.LONG: 0.98, Rank.FAMILY: 0.97, Rank.CORE: 0.95, Rank.CAMPUS: 0.94, Rank.SHORT: 0.94}
MOST_CANDIDATES = 8
_CENTERS = frozenset(("health sciences center", "academic medical center"))


def created_school_id(unitid: str, kind: str, part: str = "") -> str:
    """The identifier of a school without a row: "178402-dentistry". It follows from the institution and the kind, and
    for kinds that one institution has several of, from what narrows the kind ("127060-other-unit-education")."""
    return "-".join(filter(None, (unitid, kind.replace(" ", "-"), part)))


class Settler:
    """Finds the school of an institution and kind among those that have rows."""

    def __init__(self, directory: Directory, schools: Iterable[School]) -> None:
        self._directory = directory
        self.schools = {school.school_id: school for school in schools}
        self._rows: dict[tuple[str, str], list[School]] = defaultdict(list)
        for school in self.schools.values():
            if school.unitid:
                self._rows[directory.current(school.unitid), school.kind].append(school)

    def settled(self, found: Finding, evidence: Evidence, text: str) -> Decision:
        """The decision on a finding; `text` is the key of what is printed."""
        kind = self.kind_of(found)
        if found.unit is None or kind == self._own_kind(found.unitid):
            barred = self._barred(found, evidence, kind)
            if barred:
                return barred
        rows = self._rows.get((found.unitid, kind), [])
        if kind == self._own_kind(found.unitid) and not rows:
            rows = self._rows.get((found.unitid, "institution"), [])
        if found.unit is None:
            rows = [row for row in rows if self._is_itself(row, found.unitid)]
        fitting = [row for row in rows if self._fits(row, found, text)]
        if len(fitting) > 1:
            fitting = self._told_apart(fitting, evidence, text)
        if len(fitting) == 1:
            return self._accepted(fitting[0], found)
        if fitting or (rows and self._campus_of(found) == set(found.part.split("-")) - {""}):
            return self._asked(fitting or rows, found)
        return self._created(found, kind)

    def kind_of(self, found: Finding) -> str:
        """The kind of the school found. A health center named as a unit of itself is the institution."""
        own = self._own_kind(found.unitid)
        if found.unit is None or (own in _CENTERS and found.unit.kind in _CENTERS):
            return own
        return found.unit.kind

    def _own_kind(self, unitid: str) -> str:
        return self._directory.kinds[unitid]

    def _barred(self, found: Finding, evidence: Evidence, kind: str) -> Decision | None:
        """A question, where the award goes to units only and the institution alone is printed."""
        if evidence.levels <= {"health"} and kind not in HEALTH_KINDS:
            units = self.health_units(found.unitid)
            return _question("parent only", "the award goes to health units, and only the institution is printed", units)
        if evidence.levels <= {"library"} and kind != "library":
            units = self.candidates_of(found.unitid, "library", "the library of the printed institution")
            return _question("parent only", "the award goes to libraries, and only the institution is printed", units)
        return None

    def _is_itself(self, row: School, unitid: str) -> bool:
        """Whether a row is the institution itself, and not a former one that merged into it."""
        return any(form.unitid == unitid and not form.merged for form in self._directory.found(key(words(row.name))))

    def _fits(self, row: School, found: Finding, text: str) -> bool:
        """Whether nothing tells the row from the unit found: another campus, or another narrower subject."""
        if found.unit is None:
            return True
        place, part = self._distinction(row)
        if part != found.unit.part and (row.kind in ("other unit", "library", "allied health")):
            return False
        campus = self._campus_of(found)
        return set(place) <= set(text.split()) | campus and campus <= set(key(words(row.name)).split())

    def _campus_of(self, found: Finding) -> set[str]:
        """The words of the campus that the finding names."""
        narrower = found.unit.part.split("-") if found.unit else []
        return set(found.part.split("-")) - set(narrower) - {""}

    def _distinction(self, row: School) -> tuple[list[str], str]:
        """The words of a row's name after its unit that are not its institution's (a campus), and its unit's part."""
        parts = words(row.name)
        span = next(units_in(" ".join(parts)), None)
        if span is None:
            return [], ""
        institution = self._directory.institutions[self._directory.current(row.unitid or "")]
        own = set(words(institution.name)) | set(words(institution.city or ""))
        after = key(parts[span.end :]).split()
        return [word for word in after if word not in own and word != "campus" and word not in NOUNS], span.unit.part

    def _told_apart(self, rows: list[School], evidence: Evidence, text: str) -> list[School]:
        """The rows whose distinguishing words are printed, or whose state alone is the printed one."""
        scores = {row.school_id: len(self._distinction(row)[0]) for row in rows}
        best = max(scores.values())
        named = [row for row in rows if scores[row.school_id] == best]
        if len(named) == 1 and best:
            return named
        states = [row for row in rows if evidence.state and row.state == evidence.state]
        return states if len(states) == 1 else rows

    def _accepted(self, row: School, found: Finding) -> Decision:
        rule = _rule(found)
        why = f"{row.name}: {_said(found)}"
        return Decision("accepted", row.school_id, row.unitid, row.kind, _SCORES[found.rank], rule, why)

    def _created(self, found: Finding, kind: str) -> Decision:
        institution = self._directory.institutions[found.unitid]
        title = "" if found.unit is None or kind == self._own_kind(found.unitid) else found.unit.title
        name = " ".join(filter(None, (_display(institution), title)))
        part = found.part if title else ""
        identifier = created_school_id(found.unitid, kind, part)
        return Decision(
            "created", identifier, found.unitid, kind, _SCORES[found.rank], _rule(found), f"{name}: {_said(found)}", (), name
        )

    def _asked(self, rows: list[School], found: Finding) -> Decision:
        candidates = tuple(candidate_of(row, 0.5, "has the printed kind") for row in rows)
        return _question("several of that kind", "the institution has other schools of that kind", candidates)

    def health_units(self, unitid: str) -> tuple[Candidate, ...]:
        """The health units of an institution: those that have rows first, then those its degrees speak for."""
        known = [candidate_of(row, 0.6, "a health unit of the printed institution") for row in self._rows_of(unitid)]
        taken = {candidate.kind for candidate in known}
        institution = self._directory.institutions[unitid]
        taught = [kind for kind in taught_kinds(institution) if kind not in taken]
        return (*known, *(self._to_create(unitid, kind, "it awards degrees in that profession") for kind in taught))

    def _rows_of(self, unitid: str) -> list[School]:
        return [row for kind in HEALTH_KINDS for row in self._rows.get((unitid, kind), [])]

    def candidates_of(self, unitid: str, kind: str | None, reason: str) -> tuple[Candidate, ...]:
        """The schools of that kind at the institution (None: the institution itself), to choose from."""
        sought = kind or self._own_kind(unitid)
        rows = self._rows.get((unitid, sought), [])
        if rows:
            return tuple(candidate_of(row, 0.5, reason) for row in rows)
        return (self._to_create(unitid, sought, reason),)

    def _to_create(self, unitid: str, kind: str, reason: str) -> Candidate:
        name = _display(self._directory.institutions[unitid])
        if kind != self._own_kind(unitid):
            name = f"{name} {default_title(kind)}"
        return Candidate(created_school_id(unitid, kind), unitid, kind, name, 0.4, reason)

    def doubted(self, doubt: Doubt) -> Decision:
        """The question that a doubt leaves, with what could be meant."""
        kind = doubt.unit.kind if doubt.unit else None
        found = [candidate for unitid in doubt.unitids for candidate in self.candidates_of(unitid, kind, doubt.why)]
        if not doubt.unitids:
            same_kind = [row for row in self.schools.values() if row.kind == kind]
            found = [candidate_of(row, 0.1, "a school of that kind") for row in same_kind]
        return Decision("review", None, None, None, 0.5, doubt.rule, doubt.why, tuple(found[:MOST_CANDIDATES]))


def candidate_of(row: School, score: float, reason: str) -> Candidate:
    """A school that has a row, as a candidate."""
    return Candidate(row.school_id, row.unitid, row.kind, row.name, score, reason)


def _question(rule: str, why: str, candidates: tuple[Candidate, ...]) -> Decision:
    verdict = "review" if candidates else "unmatched"
    return Decision(verdict, None, None, None, 0.5 if candidates else 0.0, rule, why, candidates)  # type: ignore[arg-type]


def _rule(found: Finding) -> str:
    short = found.rank < Rank.FAMILY
    if found.unit is None:
        return "short form + evidence" if short else "institution"
    return "short form + kind + evidence" if short else "institution + kind"


def _said(found: Finding) -> str:
    unit = f" and its kind ({found.unit.kind})" if found.unit else ""
    proofs = f", by {', '.join(dict.fromkeys(found.proofs))}" if found.proofs else ""
    return f"the institution{unit} is certain{proofs}"


def _display(institution: Institution) -> str:
    return " ".join(institution.name.removesuffix("-Main Campus").split())
