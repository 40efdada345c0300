"""The decision: from a printed name with the evidence of its row to one school, to a question, or to nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from etl.transform.coded import Coded
from etl.transform.naming.aliases import AliasBook
from etl.transform.naming.aliasing import AliasAnswers
from etl.transform.naming.candidates import SchoolRows
from etl.transform.naming.directory import directory_of
from etl.transform.naming.evidence import DEFAULT_LEVELS, Evidence, EvidenceReader
from etl.transform.naming.findings import Doubt, Finding
from etl.transform.naming.forms import Rank
from etl.transform.naming.judging import Judge
from etl.transform.naming.kinds_of_school import unit_words
from etl.transform.naming.mending import Mender
from etl.transform.naming.nearest import Lookalikes
from etl.transform.naming.normal import cleaned, key, without_possessive, words
from etl.transform.naming.notes import Notes, without_brackets
from etl.transform.naming.own_short import own_readings
from etl.transform.naming.questions import Questions, asked, unmatched
from etl.transform.naming.reading import Reader, Reading
from etl.transform.naming.school_names import SchoolNames
from etl.transform.naming.settling import Settler
from etl.transform.naming.spelling import Speller
from etl.transform.naming.strength import LETTERS, SAYS_ITSELF
from etl.transform.naming.telling import Asked, Gist, Telling
from etl.transform.naming.telling import asked as asked_of
from etl.transform.naming.values import Alias, Decision, Institution, Level, PrintedName, School

LONGEST_NAME = 250
LONGEST_CELL = 4000
MISSPELT = 0.95
_A_WORD = re.compile(r"[a-z]{2}|[A-Z]")


@dataclass(frozen=True, slots=True)
class _Result:
    """A decision, with the rank of the form it rests on and whether evidence beside the name spoke for it."""

    decision: Decision
    rank: Rank
    proved: bool


class Resolver:
    """Resolves printed names against institutions, schools and aliases. Made once, then asked; it never changes.

    `award_levels` tells which units an award goes to (a `Level` by award code); without it only Health Professions HEED
    is known to go to health units and LEAD to libraries.
    """

    def __init__(
        self,
        institutions: Iterable[Institution],
        schools: Iterable[School],
        aliases: Iterable[Alias],
        award_levels: Mapping[str, str] | None = None,
    ) -> None:
        self._directory = directory_of(tuple(institutions))
        rows = SchoolRows(self._directory, schools)
        levels = DEFAULT_LEVELS if award_levels is None else cast(Mapping[str, Level], award_levels)
        self._evidence = EvidenceReader(self._directory, levels)
        self._reader = Reader(self._directory)
        self._notes = Notes(self._directory, self._reader, self._evidence)
        self._judge = Judge(self._directory)
        self._settler = Settler(self._directory, rows)
        self._schools = SchoolNames(self._directory, rows.by_id.values())
        self._aliases = AliasBook(aliases)
        self._answers = AliasAnswers(self._directory, rows, self._settler)
        self._questions = Questions(rows, self._settler)
        self._mender = Mender(Speller(self._directory.vocabulary() | unit_words() | self._schools.words()))
        self._lookalikes = Lookalikes(self._directory.names())
        self._telling = Telling(self._aliases, self._evidence)

    def knows_short_form(self, text: str) -> bool:
        """Whether two words or more are a form of an institution's name today, or one of the past that says of itself
        that it is a university's; the place of a campus alone left out.
        """
        parts = words(cleaned(text))
        found = self._directory.found(key(parts)) if len(parts) > 1 else ()
        return any(form.rank >= Rank.CORE and (not form.former or parts[-1] in SAYS_ITSELF) for form in found)

    def knows_initials(self, text: str) -> bool:
        """Whether an institution is listed under a word of three letters or more, or has it as its web domain."""
        found = self._directory.found(key(words(text)))
        return (
            len(text) >= LETTERS and text.isalpha() and any(form.listed and form.rank is Rank.SHORT for form in found)
        )

    def town(self, unitid: str | None) -> str | None:
        """The town of an institution."""
        found = self._directory.institutions.get(unitid or "")
        return found.city if found else None

    def resolve(self, name: PrintedName) -> Decision:
        """The decision on one name."""
        return self.resolve_many([name])[0]

    def resolve_many(self, names: Sequence[PrintedName]) -> list[Decision]:
        """The decisions on many names, in their order: the same as one by one, rows that nothing tells apart once."""
        gists = self.gists(map(asked_of, names))
        decided: dict[Gist, Decision] = {}
        waiting: dict[Gist, str] = {}
        for gist, name in dict(zip(gists, names, strict=True)).items():
            decision = self._decided(name)
            if decision is None:
                waiting[gist] = key(words(cleaned(name.school)))
            else:
                decided[gist] = decision
        near = self._lookalikes.nearest(list(waiting.values()))
        for gist, institutions in zip(waiting, near, strict=True):
            decided[gist] = self._questions.of_lookalikes(institutions)
        return [decided[gist] for gist in gists]

    def gists(self, rows: Iterable[Asked]) -> list[Gist]:
        """What of each row can tell schools apart: for rows with the same gist the decision is the same."""
        return self._telling.gists(rows)

    def telling(self, *asked: Coded) -> list[Coded]:
        """Columns in which rows that ask the same agree, for rows given by the columns of `Asked`."""
        return self._telling.columns(*asked)

    def _decided(self, name: PrintedName) -> Decision | None:
        """The decision, or None when only look-alikes are left to offer."""
        text = cleaned(name.school) if len(name.school) <= LONGEST_CELL else name.school
        if len(text) > LONGEST_NAME:
            return unmatched("too long", f"longer than {LONGEST_NAME} characters: no name of a school")
        if not _A_WORD.search(text):
            return unmatched("no name", "no word in Latin letters")
        return self._of_text(name, text)

    def _of_text(self, name: PrintedName, text: str) -> Decision | None:
        evidence = self._evidence.of(name)
        said, final = self._said(name, evidence, text)
        if said and final:
            return said
        noted = self._notes.read(text, evidence)
        tried = self._tried(text, noted.evidence)
        if isinstance(tried, _Result):
            if noted.unexplained and tried.decision.school_id:
                return replace(
                    asked(tried.decision), rule="words left over", why=f"nothing explains {noted.unexplained!r}"
                )
            return tried.decision if tried.proved or not said else said
        return said or self._questions.asked(tried, text, noted.evidence, lambda parts: self._alone(parts, evidence))

    def _alone(self, parts: list[str], evidence: Evidence) -> Decision | Doubt | None:
        result = self._of_words(parts, evidence)
        return result.decision if isinstance(result, _Result) else result

    def _said(self, name: PrintedName, evidence: Evidence, text: str) -> tuple[Decision | None, bool]:
        """What the aliases say, and whether that settles it."""
        for parts in dict.fromkeys((tuple(words(text)), tuple(words(without_brackets(text))))):
            fitting = self._aliases.fitting(key(parts), name)
            answer = self._answers.answer(fitting, evidence, list(parts)) if fitting else None
            if fitting and answer:
                return answer, not fitting.only_warns
        return None, False

    def _tried(self, text: str, evidence: Evidence) -> "_Result | Doubt | None":
        """The result of the name as printed, else without its possessive, else with its typing errors put right."""
        whole = self._directory.found(key(words(text)))
        plain = text if whole and whole[0].rank is Rank.OFFICIAL else without_brackets(text)
        bare = without_possessive(plain)
        result = self._of_words(words(plain), evidence)
        if not isinstance(result, _Result) and bare != plain:
            again = self._of_words(words(bare), evidence)
            result = again if isinstance(again, _Result) else result or again
        if isinstance(result, _Result):
            return result
        return self._mended(words(bare), evidence) or result

    def _of_words(self, parts: list[str], evidence: Evidence) -> "_Result | Doubt | None":
        text = key(parts)
        school = self._schools.found(text, evidence)
        if school:
            return _Result(self._answers.of_school(school[0], evidence, school[1]), Rank.LONG, bool(school[1]))
        readings = own_readings(parts, evidence.page, self._directory) or self._reader.readings(parts)
        if evidence.parent and not any(reading.rank and reading.rank >= Rank.FAMILY for reading in readings):
            joined = self._reader.whole([*evidence.parent.words, *parts])
            readings = [joined] if joined else readings
        return self._best(readings, evidence, text)

    def _best(self, readings: list[Reading], evidence: Evidence, text: str) -> "_Result | Doubt | None":
        """The one answer of the readings that say most, unless a reading that says as much has evidence against it."""
        judged = [self._judge.judged(reading, evidence) for reading in readings]
        found = sorted((one for one in judged if isinstance(one, Finding)), key=lambda finding: -finding.rank)
        doubts = sorted((one for one in judged if isinstance(one, Doubt)), key=lambda doubt: -doubt.rank)
        if not found:
            return doubts[0] if doubts else _unit_alone(readings)
        first = found[0]
        against = next((doubt for doubt in doubts if doubt.rule.endswith("speaks against")), None)
        if against and against.rank >= max(Rank.FAMILY, first.rank):
            return against
        decisions = [self._settler.settled(one, evidence, text) for one in found if one.rank == first.rank]
        if len({decision.school_id for decision in decisions}) > 1:
            unitids = tuple(dict.fromkeys(finding.unitid for finding in found))
            return Doubt("two close candidates", "it can be read in two ways", unitids, first.unit, first.rank)
        return _Result(decisions[0], first.rank, first.is_proved_by_row)

    def _mended(self, parts: list[str], evidence: Evidence) -> _Result | None:
        """The result of the words put right, where all ways that give a school give the same."""
        results: dict[str, _Result] = {}
        for mended, safe in self._mender.mended(parts):
            result = self._of_words(mended, evidence)
            if isinstance(result, _Result) and result.decision.school_id:
                if not result.proved and (result.rank < Rank.FAMILY or not safe):
                    return None
                results[result.decision.school_id] = result
        return _as_mended(next(iter(results.values()))) if len(results) == 1 else None


def _as_mended(result: _Result) -> _Result:
    old = result.decision
    why = f"{old.why}; a typing error was put right"
    score = round(old.score * MISSPELT, 4)
    return replace(result, decision=replace(old, rule=f"typing error, {old.rule}", why=why, score=score))


def _unit_alone(readings: list[Reading]) -> Doubt | None:
    """The doubt about a unit without its institution, None when no unit is printed either."""
    alone = [reading.units[0] for reading in readings if reading.units and not reading.forms and not reading.prefix]
    return Doubt("unit alone", "a unit is printed without its institution", (), alone[0], Rank.SHORT) if alone else None
