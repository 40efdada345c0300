"""What is asked, or left unmatched, where no reading of a name settles it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.transform.naming.candidates import SchoolRows
from etl.transform.naming.evidence import Evidence
from etl.transform.naming.findings import Doubt
from etl.transform.naming.forms import Rank
from etl.transform.naming.lists import texts_in_cell, units_in_cell
from etl.transform.naming.normal import words
from etl.transform.naming.settling import Settler, question
from etl.transform.naming.values import Candidate, Decision

LIKE_ENOUGH = 0.80
AROUND, LOOKS_ALIKE = 0.3, 0.5
_SEVERAL = ("several schools in one cell", "the cell names several schools")


def unmatched(rule: str, why: str) -> Decision:
    """The decision that nothing known is near."""
    return Decision("unmatched", None, None, None, 0.0, rule, why)


def asked(decision: Decision) -> Decision:
    """The decision as a question, with its school as the candidate."""
    if decision.school_id is None or decision.kind is None:
        return decision
    name = decision.name or decision.why.split(":")[0]
    candidate = Candidate(decision.school_id, decision.unitid, decision.kind, name, decision.score, decision.why)
    return question(decision.rule, decision.why, (candidate,))


Answer = Callable[[list[str]], "Decision | Doubt | None"]
"""What the words of a text alone give."""


class Questions:
    """Finds what to ask."""

    def __init__(self, rows: SchoolRows, settler: Settler) -> None:
        self._rows = rows
        self._settler = settler

    def asked(self, doubt: Doubt | None, text: str, evidence: Evidence, answer: Answer) -> Decision | None:
        """The question about an unsettled text; None when only look-alikes are left to offer."""
        several = self._several(doubt, text, answer)
        if several:
            return question(*_SEVERAL, several)
        return self._settler.doubted(doubt) if doubt else self._around(evidence)

    def _several(self, doubt: Doubt | None, text: str, answer: Answer) -> tuple[Candidate, ...]:
        """The schools that a cell names, where they are more than one."""
        named = [found for part in texts_in_cell(text) if (found := tuple(self._meant(answer(words(part)))))]
        candidates = {candidate.school_id: candidate for found in named for candidate in found}
        if len(named) > 1 and len(candidates) > 1:
            return tuple(candidates.values())
        units = units_in_cell(words(text)) if doubt else ()
        unitids = doubt.unitids if doubt and len(doubt.unitids) == 1 else ()
        return tuple(
            choice
            for unit in units
            for unitid in unitids
            for choice in self._rows.candidates(unitid, unit.kind, _SEVERAL[1])
        )

    def _meant(self, result: Decision | Doubt | None) -> Iterator[Candidate]:
        if isinstance(result, Decision):
            yield from asked(result).candidates
        elif result and result.rank >= Rank.CORE and len(result.unitids) == 1:
            yield from self._settler.doubted(result).candidates

    def _around(self, evidence: Evidence) -> Decision | None:
        """The question that remains where only the parent or the page is known."""
        parent = evidence.parent
        unitids = [form.unitid for form in parent.forms] if parent else sorted(evidence.page.own)
        what = "the printed parent" if parent else "the page's institution"
        found = [choice for unitid in unitids for choice in self._rows.candidates(unitid, None, f"it is {what}")]
        return question("unknown name", f"not known; only {what} is", tuple(found), AROUND) if found else None

    def of_lookalikes(self, near: tuple[tuple[str, float], ...]) -> Decision:
        """The question about a name of which only look-alikes are known; unmatched when nothing is near."""
        found = [
            replace(candidate, score=likeness)
            for unitid, likeness in near
            if likeness >= LIKE_ENOUGH
            for candidate in self._rows.candidates(unitid, None, "the name looks alike")
        ]
        if not found:
            return unmatched("unknown name", "nothing known is near")
        return question("looks alike", "only look-alikes are known", tuple(found), found[0].score * LOOKS_ALIKE)
