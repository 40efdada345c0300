"""What follows from all statements about one school: a record an award and year, a status a year of the award family.

The rules in short (docs/rules.md has them in full, with their edge cases):

* a suspect statement is shown and never counts;
* an announcement outweighs the own log, the log a past win that is merely named, and that an inference. Whatever
  disagrees with the answer flags it as a conflict;
* of the own log's entries the latest decides. `submitted` is no answer, so any statement of a win goes beyond it;
* a winners' list that a person marked complete weighs like an announcement, and says no where nobody says won.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

BASES = ("announced", "own_log", "claimed")
"""What a statement rests on, the weightiest first."""
MEANS = {
    "won": "won",
    "not_won": "not_won",
    "did_not_apply": "did_not_apply",
    "withdrawn": "did_not_apply",
    "submitted": "pending",
    "drafting": "unknown",
    "planned": "unknown",
}
"""The status that each outcome stands for."""
ANSWERS = ("won", "not_won", "did_not_apply")
"""The statuses that settle a year, in the order in which they count where statements of one weight disagree."""
STAGES = (("planned",), ("drafting",), ("submitted",), ("withdrawn", "did_not_apply"), ("won", "not_won"))
"""How far an application has come: of entries of one day the furthest decides."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One observation that is tied to the school: this award, this year, this outcome, by this source.

    `role` is the role of its award: award, tier or mention. `stated_on` is the day of an entry of the own log.
    `others` are further sources that say the very same.
    """

    key: str | int
    award: str
    year: int
    outcome: str
    basis: str
    suspect: bool
    source_id: str
    stated_on: date | None = None
    role: str = "award"
    others: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """All sources that say so."""
        return (self.source_id, *self.others)


@dataclass(frozen=True, slots=True)
class Record:
    """What all statements about one award and year of the school come to.

    `basis` is the weight that decided, empty where nothing counts; `n_sources` counts the sources that are not
    suspect; `conflict` says that some of them disagree; `why` tells in a line who says what.
    """

    award: str
    year: int
    status: str
    basis: str | None
    n_sources: int
    conflict: bool
    why: str


def records_of(statements: Iterable[Statement]) -> list[Record]:
    """One record for each award and year that a statement names, by award and year."""
    groups: defaultdict[tuple[str, int], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.award, statement.year].append(statement)
    return [_record(award, year, groups[award, year]) for award, year in sorted(groups)]


def _record(award: str, year: int, statements: Iterable[Statement]) -> Record:
    counting: dict[str, list[Statement]] = {}
    suspect: set[str] = set()
    for statement in statements:
        if statement.suspect:
            suspect.update(statement.sources)
        else:
            counting.setdefault(statement.basis, []).append(statement)
    said = tuple((basis, _outcomes(counting[basis], basis)) for basis in BASES if basis in counting)
    sources = {basis: _sources_of(group) for basis, group in counting.items()}
    status, decided_by, conflict = _weigh(said)
    n_sources = len(set().union(*sources.values()))
    return Record(award, year, status, decided_by, n_sources, conflict, _why(said, sources, suspect))


def _sources_of(statements: Iterable[Statement]) -> set[str]:
    found: set[str] = set()
    for statement in statements:
        found.add(statement.source_id)
        found.update(statement.others)
    return found


def _outcomes(counting: Sequence[Statement], basis: str) -> tuple[str, ...]:
    """What is said on one basis: all of it, but of the own log the latest day's furthest stage; undated is earliest."""
    if len(counting) == 1:
        return (counting[0].outcome,)
    said = {(s.stated_on, s.outcome) for s in counting}
    if basis == "own_log" and len(said) > 1:
        latest = max((day or date.min for day, _ in said), default=date.min)
        today = {outcome for day, outcome in said if (day or date.min) == latest}
        furthest = next(stage for stage in reversed(STAGES) if today.intersection(stage))
        return tuple(sorted(today.intersection(furthest)))
    return tuple(sorted({outcome for _, outcome in said}))


@lru_cache(maxsize=1024)
def _weigh(said: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, str | None, bool]:
    """The status, the basis that decides, and whether there is a conflict; `said` has the weightiest basis first."""
    means = {basis: {MEANS[outcome] for outcome in outcomes} for basis, outcomes in said}
    conflict = len(set().union(*means.values()).intersection(ANSWERS)) > 1
    for basis, statuses in means.items():
        answers = [answer for answer in ANSWERS if answer in statuses]
        if answers and not (basis == "own_log" and len(answers) > 1):
            return answers[0], basis, conflict
    waiting = [basis for basis, statuses in means.items() if "pending" in statuses]
    return ("pending", waiting[0], conflict) if waiting else ("unknown", next(iter(means), None), conflict)


def _why(
    said: Iterable[tuple[str, tuple[str, ...]]], sources: Mapping[str, Collection[str]], suspect: Collection[str]
) -> str:
    """A line like `announced won (2 sources); own log submitted; suspect, not counted: s0066`."""
    parts = [_in_words(basis, outcomes, len(sources[basis])) for basis, outcomes in said]
    if suspect:
        parts.append(f"suspect, not counted: {', '.join(sorted(suspect))}")
    return "; ".join(parts)


@lru_cache(maxsize=1024)
def _in_words(basis: str, outcomes: tuple[str, ...], n_sources: int) -> str:
    said = f"{basis} {' and '.join(outcomes)}".replace("_", " ")
    return said if basis == "own_log" else f"{said} ({n_sources} source{'s' if n_sources > 1 else ''})"
