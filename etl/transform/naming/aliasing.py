"""What a fitting alias answers."""

import re

from etl.kinds import SCHOOL_KINDS
from etl.transform.naming.aliases import Fitting, is_for_one_award, listed_candidates, scopes_of
from etl.transform.naming.candidates import CHOICE, KNOWN_UNIT, SchoolRows, candidate_of
from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence
from etl.transform.naming.findings import Finding
from etl.transform.naming.forms import Rank
from etl.transform.naming.kinds_of_school import Unit, bare_unit, units_in
from etl.transform.naming.settling import Settler, question
from etl.transform.naming.values import NOT_A_SCHOOL, Alias, Candidate, Decision, School

_CREATED = re.compile(r"(\d{6})-([a-z-]+)$")


class AliasAnswers:
    """Turns aliases into decisions."""

    def __init__(self, directory: Directory, rows: SchoolRows, settler: Settler) -> None:
        self._directory = directory
        self._rows = rows
        self._settler = settler

    def answer(self, fitting: Fitting, evidence: Evidence, parts: list[str]) -> Decision | None:
        """The decision that the aliases make; None when they point to nothing that is known."""
        alias = fitting.aliases[0]
        if not fitting.agree:
            choice = tuple(found for one in fitting.aliases for found in self._candidates(one))
            return question("aliases disagree", "two answers are kept for it", choice)
        if alias.label == "ambiguous":
            return question("kept as ambiguous", alias.reason or "kept as ambiguous", self._candidates(alias))
        if alias.label == "not_a_school":
            return self._no_school(alias)
        return self._sure(alias, evidence, parts)

    def _no_school(self, alias: Alias) -> Decision:
        """No school of its own: the school that the kept answer credits, or none at all."""
        credited = self._rows.by_id.get(alias.school_id or "")
        if credited:
            why = f"{credited.name}: {alias.reason or 'a kept answer credits it'}"
            return _accepted(credited, "credited to its school", why)
        return Decision("unmatched", None, None, None, 1.0, NOT_A_SCHOOL, alias.reason or "a kept answer says so")

    def _sure(self, alias: Alias, evidence: Evidence, parts: list[str]) -> Decision | None:
        school = self._rows.by_id.get(alias.school_id or "")
        if school is None:
            return self._created(alias.school_id) if alias.school_id else self._at_institution(alias, evidence, parts)
        if not (alias.answered or scopes_of(alias)) and self._is_spoken_against(school, evidence):
            return None
        if is_for_one_award(alias):
            return _accepted(school, "alias in scope", f"{school.name}: a kept answer for this award")
        return self.of_school(school, evidence, ("a kept answer",), "alias in scope")

    def _at_institution(self, alias: Alias, evidence: Evidence, parts: list[str]) -> Decision | None:
        """The answer of an alias that knows the institution, and leaves the kind to the wording."""
        unitid = self._directory.current(alias.unitid or "")
        if unitid not in self._directory.institutions:
            return None
        unit = _worded(parts, self._directory.kinds[unitid])
        found = Finding(unitid, unit, unit.part if unit else "", Rank.OFFICIAL, ("a kept answer",))
        return self._settler.settled(found, evidence, " ".join(parts))

    def _is_spoken_against(self, school: School, evidence: Evidence) -> bool:
        """Whether the row's state or parent is another than the school's: an alias without scopes did not know it."""
        institution = self._directory.institutions.get(self._directory.current(school.unitid or ""))
        states = {school.state, institution.state if institution else None} - {None}
        if evidence.state and states and evidence.state not in states:
            return True
        parent = evidence.parent
        return bool(parent and parent.forms and institution and institution.unitid not in parent.around)

    def _created(self, school_id: str) -> Decision | None:
        """The school that a person accepted before it had a row."""
        told = _CREATED.match(school_id)
        if not told or told[1] not in self._directory.institutions:
            return None
        kinds = sorted((kind for kind in SCHOOL_KINDS if told[2].startswith(kind.replace(" ", "-"))), key=len)
        if not kinds:
            return None
        name = self._rows.candidates(told[1], kinds[-1], "")[0].name
        why = f"{name}: a kept answer"
        return Decision("created", school_id, told[1], kinds[-1], 1.0, "alias in scope", why, (), name)

    def of_school(
        self, school: School, evidence: Evidence, proofs: tuple[str, ...], rule: str = "name of a school"
    ) -> Decision:
        """The school as the decision, unless it is a whole institution and the award goes to units only."""
        unitid = self._directory.current(school.unitid or "")
        if school.kind in ("institution", "system") and unitid in self._directory.institutions:
            barred = self._settler.barred(unitid, school.kind, evidence)
            if barred:
                return barred
        return _accepted(school, rule, f"{school.name}: " + (", ".join(proofs) or "a name of that school alone"))

    def _candidates(self, alias: Alias) -> tuple[Candidate, ...]:
        school = self._rows.by_id.get(alias.school_id or "")
        found = [candidate_of(school, KNOWN_UNIT, alias.reason or "kept answer")] if school else []
        for text, unitid in listed_candidates(alias):
            row = self._rows.by_id.get(text)
            if row:
                found.append(candidate_of(row, CHOICE, alias.reason or "kept as a candidate"))
            elif unitid and unitid in self._directory.institutions:
                found += self._rows.candidates(unitid, None, alias.reason or "kept as a candidate")
        if not found and alias.unitid and alias.unitid in self._directory.institutions:
            found += self._rows.candidates(alias.unitid, None, alias.reason or "kept answer")
        return tuple(found)


def _accepted(school: School, rule: str, why: str) -> Decision:
    return Decision("accepted", school.school_id, school.unitid, school.kind, 1.0, rule, why)


def _worded(parts: list[str], own_kind: str) -> Unit | None:
    """The unit that a kept name words, None when it names the whole institution."""
    spans = tuple(units_in(" ".join(parts)))
    ends = (bare_unit(" ".join(parts[at:])) for at in range(len(parts)))
    unit = spans[-1].unit if spans else next(filter(None, ends), None)
    return None if unit is None or unit.kind == own_kind else unit
