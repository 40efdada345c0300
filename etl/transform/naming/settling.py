"""From an institution and a kind to the school: the row it has, or the school to create."""

from etl.transform.naming.candidates import (
    CHOICE,
    MOST_CANDIDATES,
    SchoolRows,
    candidate_of,
    created_school_id,
    display_name,
)
from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence
from etl.transform.naming.findings import Doubt, Finding
from etl.transform.naming.forms import NOUNS, Rank
from etl.transform.naming.kinds_of_school import units_in
from etl.transform.naming.normal import key, words
from etl.transform.naming.standing import HEALTH_KINDS
from etl.transform.naming.values import Candidate, Decision, School

_SCORES = {
    Rank.OFFICIAL: 0.99, Rank.LONG: 0.98, Rank.FAMILY: 0.97, Rank.CORE: 0.95, Rank.CAMPUS: 0.94, Rank.SHORT: 0.94,
}  # fmt: skip
_CENTERS = ("health sciences center", "academic medical center")
_SEVERAL_IN_KIND = ("other unit", "library", "allied health")


def question(rule: str, why: str, candidates: tuple[Candidate, ...], score: float = 0.5) -> Decision:
    """The decision to ask a person."""
    return Decision("review", None, None, None, score, rule, why, candidates[:MOST_CANDIDATES])


class Settler:
    """Finds the school of an institution and kind among those that have rows."""

    def __init__(self, directory: Directory, rows: SchoolRows) -> None:
        self._directory = directory
        self._rows = rows

    def settled(self, found: Finding, evidence: Evidence, text: str) -> Decision:
        """The decision on a finding; `text` is the key of what is printed."""
        kind = self._kind_of(found)
        whole = kind == self._directory.kinds[found.unitid]
        barred = self.barred(found.unitid, kind, evidence) if whole else None
        if barred:
            return barred
        rows = self._rows_for(found, kind, whole=whole)
        fitting = self._told_apart([row for row in rows if self._fits(row, found, text)], evidence)
        if len(fitting) == 1:
            why = f"{fitting[0].name}: {_said(found)}"
            row = fitting[0]
            return Decision("accepted", row.school_id, row.unitid, row.kind, _SCORES[found.rank], _rule(found), why)
        if fitting or (rows and found.part in ("", *_campus(found))):
            choice = tuple(candidate_of(row, CHOICE, "has the printed kind") for row in fitting or rows)
            return question("several of that kind", "the institution has other schools of that kind", choice)
        return self._created(found, kind, whole=whole)

    def _kind_of(self, found: Finding) -> str:
        """The kind of the school found. A health center named as a unit of itself is the institution."""
        own = self._directory.kinds[found.unitid]
        if found.unit is None or (own in _CENTERS and found.unit.kind in _CENTERS):
            return own
        return found.unit.kind

    def barred(self, unitid: str, kind: str, evidence: Evidence) -> Decision | None:
        """A question, where the award goes to units only and the institution alone is printed."""
        if evidence.levels <= {"health"} and kind not in HEALTH_KINDS:
            why = "the award goes to health units, and only the institution is printed"
            return question("parent only", why, self._rows.health_units(unitid))
        if evidence.levels <= {"library"} and kind != "library":
            why = "the award goes to libraries, and only the institution is printed"
            return question("parent only", why, self._rows.candidates(unitid, "library", "its library"))
        return None

    def _rows_for(self, found: Finding, kind: str, *, whole: bool) -> list[School]:
        rows = self._rows.at(found.unitid, kind)
        if whole and not rows:
            rows = self._rows.at(found.unitid, "institution")
        return rows if found.unit else [row for row in rows if self._is_itself(row, found.unitid)]

    def _is_itself(self, row: School, unitid: str) -> bool:
        """Whether a row is the institution itself, and not a former one that merged into it."""
        return any(form.unitid == unitid and not form.merged for form in self._directory.found(key(words(row.name))))

    def _fits(self, row: School, found: Finding, text: str) -> bool:
        """Whether nothing tells the row from the unit found: another campus, or another narrower subject."""
        if found.unit is None:
            return True
        place, part = self._distinction(row)
        if part != found.unit.part and row.kind in _SEVERAL_IN_KIND:
            return False
        campus = {word for words_ in _campus(found) for word in words_.split("-")}
        return place <= set(text.split()) | campus and campus <= set(key(words(row.name)).split())

    def _distinction(self, row: School) -> tuple[set[str], str]:
        """The words of a row's name after its unit that are not its institution's (a campus), and its unit's part."""
        parts = words(row.name)
        span = next(units_in(" ".join(parts)), None)
        if span is None:
            return set(), ""
        institution = self._directory.institutions[self._directory.current(row.unitid or "")]
        own = {*words(institution.name), *words(institution.city or ""), "campus", *NOUNS}
        return set(key(parts[span.end :]).split()) - own, span.unit.part

    def _told_apart(self, rows: list[School], evidence: Evidence) -> list[School]:
        """Of several rows that fit, the one whose campus is printed, or else the one in the printed state."""
        if len(rows) < 2:
            return rows
        most = max(len(self._distinction(row)[0]) for row in rows)
        named = [row for row in rows if most and len(self._distinction(row)[0]) == most]
        if len(named) == 1:
            return named
        inside = [row for row in rows if evidence.state and row.state == evidence.state]
        return inside if len(inside) == 1 else rows

    def _created(self, found: Finding, kind: str, *, whole: bool) -> Decision:
        title = found.unit.title if found.unit and not whole else ""
        name = f"{display_name(self._directory.institutions[found.unitid])} {title}".strip()
        identifier = created_school_id(found.unitid, kind, found.part if title else "")
        why = f"{name}: {_said(found)}"
        score = _SCORES[found.rank]
        return Decision("created", identifier, found.unitid, kind, score, _rule(found), why, (), name)

    def doubted(self, doubt: Doubt) -> Decision:
        """The question that a doubt leaves, with what could be meant."""
        kind = doubt.unit.kind if doubt.unit else None
        shown = doubt.unitids[:MOST_CANDIDATES]
        found = [choice for unitid in shown for choice in self._rows.candidates(unitid, kind, doubt.why)]
        return question(doubt.rule, doubt.why, tuple(found) or self._rows.of_kind(kind))


def _campus(found: Finding) -> tuple[str, ...]:
    """What of a finding's part is a campus and no narrower subject."""
    part = found.unit.part if found.unit else ""
    campus = found.part.removeprefix(part).strip("-")
    return (campus,) if campus else ()


def _rule(found: Finding) -> str:
    short = found.rank < Rank.FAMILY
    if found.unit is None:
        return "short form + evidence" if short else "institution"
    return "short form + kind + evidence" if short else "institution + kind"


def _said(found: Finding) -> str:
    unit = f" and its kind ({found.unit.kind})" if found.unit else ""
    verb = "are" if unit else "is"
    proofs = f", by {', '.join(dict.fromkeys(found.proofs))}" if found.proofs else ""
    return f"the institution{unit} {verb} certain{proofs}"
