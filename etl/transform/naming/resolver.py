"""The decision: from a printed name with the evidence of its row to one school, to a question, or to nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from etl.transform.naming.aliases import AliasBook
from etl.transform.naming.aliasing import AliasAnswers
from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import DEFAULT_LEVELS, Evidence, EvidenceReader
from etl.transform.naming.findings import Doubt, Finding
from etl.transform.naming.forms import NOUNS, Rank
from etl.transform.naming.judging import Judge
from etl.transform.naming.kinds_of_school import vocabulary
from etl.transform.naming.lists import texts_in_cell
from etl.transform.naming.nearest import Lookalikes
from etl.transform.naming.normal import cleaned, key, without_possessive, words
from etl.transform.naming.places import CODES, state_code
from etl.transform.naming.reading import Reader, Reading
from etl.transform.naming.school_names import SchoolNames
from etl.transform.naming.settling import Settler
from etl.transform.naming.spelling import Speller
from etl.transform.naming.values import Alias, Candidate, Decision, Institution, Level, PrintedName, School

LONGEST_NAME = 250
LONGEST_CELL = 4000
LIKE_ENOUGH = 0.80
MISSPELT = 0.95
LETTERS_OF_A_NAME = 7
DISTINCT_WORDS = 3

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


@dataclass(frozen=True, slots=True)
class _Result:
    """A decision, with the rank of the form it rests on and whether evidence beside the name spoke for it."""

    decision: Decision
    rank: Rank
    proved: bool


class Resolver:
    """Resolves printed names against institutions, schools and aliases. Made once, then asked; it never changes.

    `award_levels` tells which units an award goes to, by award code; without it only Health Professions HEED is known
    to go to health units and LEAD to libraries.
    """

    def __init__(
        self,
        institutions: Iterable[Institution],
        schools: Iterable[School],
        aliases: Iterable[Alias],
        award_levels: Mapping[str, str] | None = None,
    ) -> None:
        schools = tuple(schools)
        levels: Mapping[str, Level] = DEFAULT_LEVELS if award_levels is None else award_levels  # type: ignore[assignment]
        self._directory = Directory(institutions)
        self._evidence = EvidenceReader(self._directory, levels)
        self._reader = Reader(self._directory)
        self._judge = Judge(self._directory)
        self._settler = Settler(self._directory, schools)
        self._schools = SchoolNames(self._directory, schools)
        self._aliases = AliasBook(aliases)
        self._answers = AliasAnswers(self._directory, self._settler)
        self._speller = Speller(self._directory.vocabulary() | vocabulary() | self._schools.words())
        self._lookalikes = Lookalikes(self._directory.names())

    def resolve(self, name: PrintedName) -> Decision:
        """The decision on one name."""
        return self.resolve_many([name])[0]

    def resolve_many(self, names: Sequence[PrintedName]) -> list[Decision]:
        """The decisions on many names, in their order: the same as one by one, each distinct row decided once."""
        decided: dict[PrintedName, Decision] = {}
        waiting: dict[PrintedName, str] = {}
        for name in dict.fromkeys(names):
            decision = self._decided(name)
            if decision is None:
                waiting[name] = key(words(cleaned(name.school)))
            else:
                decided[name] = decision
        near = self._lookalikes.nearest(list(waiting.values()))
        for name, institutions in zip(waiting, near, strict=True):
            decided[name] = self._unknown(institutions)
        return [decided[name] for name in names]

    def _decided(self, name: PrintedName) -> Decision | None:
        """The decision, or None when only look-alikes are left to offer."""
        text = cleaned(name.school) if len(name.school) <= LONGEST_CELL else name.school
        if len(text) > LONGEST_NAME:
            return _unmatched("too long", f"longer than {LONGEST_NAME} characters: no name of a school")
        if not re.search(r"[a-z]{2}|[A-Z]", text):
            return _unmatched("no name", "no word in Latin letters")
        return self._of_text(name, text)

    def _of_text(self, name: PrintedName, text: str) -> Decision | None:
        evidence = self._evidence.of(name)
        plain = " ".join(_BRACKETS.sub(" ", text).split()) or text
        said, final = self._said(name, evidence, text, plain)
        if said and final:
            return said
        notes = [words(note) for note in _BRACKETS.findall(text)]
        evidence, unexplained = self._with_notes(evidence, notes, words(plain))
        tried = self._tried(text, plain, evidence)
        if isinstance(tried, _Result) and tried.decision.decision in ("accepted", "created") and unexplained:
            return replace(_asked(tried.decision), rule="words left over", why=f"nothing explains {unexplained!r}")
        if isinstance(tried, _Result) and (tried.proved or not said):
            return tried.decision
        if said:
            return said
        if isinstance(tried, _Result):
            return tried.decision
        return self._in_doubt(tried, evidence, text, plain)

    def _said(
        self, name: PrintedName, evidence: Evidence, text: str, plain: str
    ) -> tuple[Decision | None, bool]:
        """What the aliases say, and whether that settles it."""
        for parts in dict.fromkeys((tuple(words(text)), tuple(words(plain)))):
            fitting = self._aliases.fitting(key(parts), name)
            answer = self._answers.answer(fitting, evidence, list(parts)) if fitting else None
            if fitting and answer:
                return answer, not fitting.only_warns
        return None, False

    def _tried(self, text: str, plain: str, evidence: Evidence) -> "_Result | Doubt | None":
        """The result of the name as printed, else without its possessive, else with its typing errors mended."""
        whole = self._directory.found(key(words(text)))
        first = words(text) if whole and whole[0].rank is Rank.OFFICIAL else words(plain)
        result = self._of_words(first, evidence)
        if not isinstance(result, _Result):
            bare = without_possessive(plain)
            again = self._of_words(words(bare), evidence) if bare != plain else None
            result = again if isinstance(again, _Result) else result or again
        if not isinstance(result, _Result):
            mended = self._mended(words(without_possessive(plain)), evidence)
            result = mended or result
        return result

    def _of_words(self, parts: list[str], evidence: Evidence) -> "_Result | Doubt | None":
        text = key(parts)
        school = self._schools.found(text, evidence)
        if school:
            decision = self._answers.of_school(school[0], evidence, school[1])
            return _Result(decision, Rank.LONG, bool(school[1]))
        readings, _ = self._reader.readings(parts)
        if evidence.parent and not any(reading.rank and reading.rank >= Rank.FAMILY for reading in readings):
            joined = self._reader.whole([*evidence.parent.words, *parts])
            readings = [joined] if joined else readings
        judged = [(reading, self._judge.judged(reading, evidence)) for reading in readings]
        return self._best(judged, evidence, text)

    def _best(
        self, judged: "list[tuple[Reading, Finding | Doubt | None]]", evidence: Evidence, text: str
    ) -> "_Result | Doubt | None":
        found = [result for _, result in judged if isinstance(result, Finding)]
        doubts = sorted((result for _, result in judged if isinstance(result, Doubt)), key=lambda doubt: -doubt.rank)
        speaking_against = [doubt for doubt in doubts if doubt.rule.endswith("speaks against")]
        if found:
            found.sort(key=lambda finding: -finding.rank)
            if speaking_against and speaking_against[0].rank >= max(Rank.FAMILY, found[0].rank):
                return speaking_against[0]
            decisions = [self._settler.settled(finding, evidence, text) for finding in found]
            rivals = {d.school_id for d, f in zip(decisions, found, strict=True) if f.rank == found[0].rank}
            if len(rivals) > 1:
                unitids = tuple(dict.fromkeys(finding.unitid for finding in found))
                return Doubt("two close candidates", "it can be read in two ways", unitids, found[0].unit, found[0].rank)
            return _Result(decisions[0], found[0].rank, bool(found[0].proofs))
        if doubts:
            return doubts[0]
        alone = [reading for reading, _ in judged if reading.units and not reading.forms and not reading.prefix]
        if alone:
            return Doubt("unit alone", "a unit is printed without its institution", (), alone[0].units[0], Rank.SHORT)
        return None

    def _mended(self, parts: list[str], evidence: Evidence) -> _Result | None:
        """The result of the words put right, where all ways that give one give the same. Initials are never put right,
        nor the word that alone tells an institution apart, unless the row has evidence beside it.
        """
        if len(parts) == 1 and len(parts[0]) < LETTERS_OF_A_NAME:
            return None
        results: dict[str | None, _Result] = {}
        for mended in self._speller.corrected(parts):
            result = self._of_words(mended, evidence)
            if not isinstance(result, _Result) or not result.decision.school_id:
                continue
            if not result.proved and (result.rank < Rank.FAMILY or not _is_safely_mended(parts, mended)):
                return None
            results[result.decision.school_id] = result
        if len(results) != 1:
            return None
        result = next(iter(results.values()))
        decision = result.decision
        rule, why = f"typing error, {decision.rule}", f"{decision.why}; a typing error was put right"
        return replace(result, decision=replace(decision, rule=rule, why=why, score=round(decision.score * MISSPELT, 4)))

    def _with_notes(
        self, evidence: Evidence, notes: list[list[str]], plain: list[str]
    ) -> tuple[Evidence, str]:
        """The evidence with what stands in brackets: a state, or the institution of a bare unit; and what of it
        nothing explains."""
        unexplained = ""
        for note in notes:
            text = key(note)
            state = CODES.get(text) or (state_code(text) if len(text) == 2 else None)
            forms = self._directory.found(text)
            if state and not evidence.state:
                evidence = replace(evidence, state=state)
            elif forms and not evidence.parent and self._reader.is_unit_alone(plain):
                evidence = replace(evidence, parent=self._evidence.parent(" ".join(note)))
            elif len(note) > 1 and not forms and not state and not self._reader.explains(note):
                unexplained = " ".join(note)
        return evidence, unexplained

    def _in_doubt(self, doubt: Doubt | None, evidence: Evidence, text: str, plain: str) -> Decision | None:
        listed = self._listed(text, evidence)
        if listed:
            return listed
        if doubt:
            return self._settler.doubted(doubt)
        return self._around(evidence)

    def _listed(self, text: str, evidence: Evidence) -> Decision | None:
        """The question that a list of several schools in one cell is."""
        candidates: dict[str, Candidate] = {}
        meaning = 0
        for part in texts_in_cell(text):
            meant = _meant(self._of_words(words(part), evidence), self._settler)
            meaning += bool(meant)
            candidates |= {candidate.school_id: candidate for candidate in meant if candidate.school_id not in candidates}
        if meaning < 2 or len(candidates) < 2:
            return None
        why = "the cell names several schools"
        return Decision("review", None, None, None, 0.5, "several schools in one cell", why, tuple(candidates.values()))

    def _around(self, evidence: Evidence) -> Decision | None:
        """The question that remains where only the parent or the page is known."""
        unitids = [form.unitid for form in evidence.parent.forms] if evidence.parent else sorted(evidence.page.own)
        if not unitids:
            return None
        what = "the printed parent" if evidence.parent else "the page's institution"
        found = [c for unitid in unitids[:5] for c in self._settler.candidates_of(unitid, None, f"it is {what}")]
        return Decision(
            "review", None, None, None, 0.3, "unknown name", f"not known; only {what} is", tuple(found)
        )

    def _unknown(self, near: tuple[tuple[str, float], ...]) -> Decision:
        like = [(unitid, likeness) for unitid, likeness in near if likeness >= LIKE_ENOUGH]
        if not like:
            return _unmatched("unknown name", "nothing known is near")
        found = [
            replace(candidate, score=likeness)
            for unitid, likeness in like
            for candidate in self._settler.candidates_of(unitid, None, "the name looks alike")
        ]
        return Decision("review", None, None, None, like[0][1] / 2, "looks alike", "only look-alikes are known", tuple(found))


def _is_safely_mended(parts: list[str], mended: list[str]) -> bool:
    """Whether only words were put right that do not tell institutions apart, or three such words are left."""
    changed = [new for old, new in zip(parts, mended, strict=True) if old != new]
    generic = NOUNS | vocabulary() | {"state"}
    kept = [new for old, new in zip(parts, mended, strict=True) if old == new and new not in generic]
    return generic.issuperset(changed) or len(kept) >= DISTINCT_WORDS


def _meant(result: "_Result | Doubt | None", settler: Settler) -> tuple[Candidate, ...]:
    if isinstance(result, _Result):
        return _asked(result.decision).candidates
    if isinstance(result, Doubt) and result.rank >= Rank.CORE and len(result.unitids) == 1:
        return settler.doubted(result).candidates
    return ()


def _asked(decision: Decision) -> Decision:
    """The decision as a question, with its school as the candidate."""
    if decision.school_id is None or decision.kind is None:
        return decision
    name = decision.name or decision.why.split(":")[0]
    candidate = Candidate(decision.school_id, decision.unitid, decision.kind, name, decision.score, decision.why)
    return Decision("review", None, None, None, 0.5, decision.rule, decision.why, (candidate,))


def _unmatched(rule: str, why: str) -> Decision:
    return Decision("unmatched", None, None, None, 0.0, rule, why)


