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
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from etl.transform.inference import CountedClaim, Inferred, infer

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
AWARDS_ORDER = ("won", "pending", "not_won", "did_not_apply", "unknown")
"""Which record stands for a family's year in which a school has several: it enters one award of the family."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One observation that is tied to the school: this award, this year, this outcome, by this source.

    `role` is the role of its award: award, tier or mention. `stated_on` is the day of an entry of the own log.
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


@dataclass(frozen=True, slots=True)
class CycleYear:
    """One year of a family: whether any of its awards was held, and whether the winners' list of each is complete."""

    year: int
    held: bool
    announced: bool
    list_complete: bool


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A counted claim with its source; one that is suspect, ambiguous or counts tiers or mentions says nothing here."""

    counted: CountedClaim
    source_id: str
    suspect: bool = False
    ambiguous: bool = False
    role: str = "award"


@dataclass(frozen=True, slots=True)
class YearStatus:
    """What a year strip shows for one year: one of the seven statuses, and what it rests on.

    `award` is the award whose record decided; `basis` announced, claimed or own_log as there, else claim, tier or list,
    empty where nothing decides. `sources` are those of all statements and claims that count for the year, sorted.
    """

    year: int
    status: str
    award: str | None
    basis: str | None
    conflict: bool
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """All that follows for one school in one family; `clash` names claims and years that cannot all be true."""

    records: tuple[Record, ...]
    years: tuple[YearStatus, ...]
    clash: tuple[str, ...]


def conclude(
    statements: Sequence[Statement],
    claims: Sequence[SourcedClaim],
    calendar: Sequence[CycleYear],
    could_be_unresolved: Collection[int] = (),
) -> Conclusion:
    """The records, years and clash of one school in one family, tiers and mentions included.

    `calendar` holds the family's cycles; without a held one nothing follows from claims. `could_be_unresolved` are the
    years whose lists hold an unresolved name that could be this school: there a complete list does not say no.
    Years come out only where there is evidence: what is merely unknown or without an award is told by the calendar.
    Neither the order of statements nor duplicates matter.
    """
    records = records_of(statements)
    cycles = {cycle.year: cycle for cycle in calendar}
    lists = {cycle.year for cycle in calendar if cycle.held and cycle.list_complete}.difference(could_be_unresolved)
    stated = {year: _nothing(year) for year in lists} | _by_statements(records, statements)
    years = {year: _by_calendar(status, cycles.get(year), year in lists) for year, status in stated.items()}
    inferred = _inferred(years, claims, cycles)
    years |= _by_claims(years, inferred, {claim.counted.claim_key: claim.source_id for claim in claims})
    years |= _by_tiers(years, records, statements)
    return Conclusion(tuple(records), tuple(years[year] for year in sorted(years)), inferred.clash)


def records_of(statements: Iterable[Statement]) -> list[Record]:
    """One record for each award and year that a statement names, by award and year."""
    groups: defaultdict[tuple[str, int], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.award, statement.year].append(statement)
    return [_record(award, year, groups[award, year]) for award, year in sorted(groups)]


def _record(award: str, year: int, statements: Sequence[Statement]) -> Record:
    counting = [statement for statement in statements if not statement.suspect]
    said = tuple((basis, outcomes) for basis in BASES if (outcomes := _outcomes(counting, basis)))
    status, decided_by, conflict = _weigh(said)
    sources = {statement.source_id for statement in counting}
    return Record(award, year, status, decided_by, len(sources), conflict, _why(said, statements))


def _outcomes(counting: Iterable[Statement], basis: str) -> tuple[str, ...]:
    """What is said on one basis: all of it, but of the own log the latest day's furthest stage; undated is earliest."""
    said = {(s.stated_on, s.outcome) for s in counting if s.basis == basis}
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


def _why(said: Iterable[tuple[str, tuple[str, ...]]], statements: Iterable[Statement]) -> str:
    """A line like `announced won (2 sources); own log submitted; suspect, not counted: s0066`."""
    parts = [
        f"{basis} {' and '.join(outcomes)}".replace("_", " ") + _counted(statements, basis) for basis, outcomes in said
    ]
    if suspect := sorted({statement.source_id for statement in statements if statement.suspect}):
        parts.append(f"suspect, not counted: {', '.join(suspect)}")
    return "; ".join(parts)


def _counted(statements: Iterable[Statement], basis: str) -> str:
    sources = {s.source_id for s in statements if s.basis == basis and not s.suspect}
    return "" if basis == "own_log" else f" ({len(sources)} source{'s' if len(sources) > 1 else ''})"


def _nothing(year: int) -> YearStatus:
    return YearStatus(year, "unknown", None, None, False, "", ())


def _by_statements(records: Iterable[Record], statements: Iterable[Statement]) -> dict[int, YearStatus]:
    """Each year that a statement names, as the records of its awards have it; tiers and mentions leave it unknown."""
    entered, sources = defaultdict[int, list[Record]](list), defaultdict[int, set[str]](set)
    awards = {statement.award for statement in statements if statement.role == "award"}
    for record in records:
        entered[record.year] += [record] if record.award in awards else []
    for statement in statements:
        if statement.role == "award" and not statement.suspect:
            sources[statement.year].add(statement.source_id)
    return {year: _of_awards(year, group, sources[year]) for year, group in entered.items()}


def _of_awards(year: int, records: Sequence[Record], sources: Iterable[str]) -> YearStatus:
    """The status of the record that stands for the year; a conflict in any award of the family is one of the year."""
    if not records:
        return _nothing(year)
    best = min(records, key=_precedence)
    conflict = any(record.conflict for record in records)
    why = "; ".join(f"{record.award} {record.why}" for record in records)
    return YearStatus(
        year, best.status, best.award if best.basis else None, best.basis, conflict, why, tuple(sorted(sources))
    )


def _precedence(record: Record) -> tuple[int, int, str]:
    weight = BASES.index(record.basis) if record.basis else len(BASES)
    return AWARDS_ORDER.index(record.status), weight, record.award


def _by_calendar(status: YearStatus, cycle: CycleYear | None, list_complete: bool) -> YearStatus:
    """The status once cycles that were not held and complete lists of winners have had their say."""
    if cycle is not None and not cycle.held:
        why = _and(status.why, "the calendar says that no award was held")
        if status.status == "won":
            return replace(status, conflict=True, why=why)
        conflict = status.conflict or status.status == "not_won"
        return replace(status, status="no_award", award=None, basis=None, conflict=conflict, why=why)
    settled = status.status in ("not_won", "did_not_apply") or (status.status, status.basis) == ("won", "announced")
    if settled or not list_complete:
        return status
    why = _and(status.why, "the complete list of winners does not name it")
    if status.status == "won":
        return replace(status, conflict=True, why=why)
    return replace(status, status="not_won", award=None, basis="list", why=why)


def _inferred(
    years: Mapping[int, YearStatus], claims: Iterable[SourcedClaim], cycles: Mapping[int, CycleYear]
) -> Inferred:
    """What the claims say beyond what is known; from the first cycle on every year counts but those without award."""
    held = [year for year, cycle in cycles.items() if cycle.held]
    counted = [c.counted for c in claims if c.role == "award" and not c.suspect and not c.ambiguous] if held else []
    if not counted:
        return Inferred({}, {})
    last = max(*cycles, *(claim.as_of_year for claim in counted))
    possible = [year for year in range(min(held), last + 1) if year not in cycles or cycles[year].held]
    won = [year for year, status in years.items() if status.status == "won"]
    not_won = [year for year, status in years.items() if status.status in ("not_won", "did_not_apply")]
    return infer(possible, won, not_won, counted)


def _by_claims(
    years: Mapping[int, YearStatus], inferred: Inferred, source_ids: Mapping[str, str]
) -> dict[int, YearStatus]:
    """The years of which the claims say something; an application under way stays pending, and tells what they say."""
    changed = {}
    for follows, answers in (("probable", inferred.probable), ("not_won", inferred.not_won)):
        for year, keys in answers.items():
            status = years.get(year, _nothing(year))
            why = _and(status.why, f"{follows.replace('_', ' ')} by claim{'s' * (len(keys) > 1)} {', '.join(keys)}")
            changed[year] = replace(status, why=why)
            if status.status == "unknown":
                sources = tuple(sorted({*status.sources, *(source_ids[key] for key in keys)}))
                changed[year] = replace(status, status=follows, award=None, basis="claim", why=why, sources=sources)
    return changed


def _by_tiers(
    years: Mapping[int, YearStatus], records: Iterable[Record], statements: Iterable[Statement]
) -> dict[int, YearStatus]:
    """The years not won that have tiers or mentions: a tier that was won makes the year probable or contradicts it."""
    changed: dict[int, YearStatus] = {}
    roles = {statement.award: statement.role for statement in statements}
    for record in records:
        status = changed.get(record.year, years[record.year])
        if roles[record.award] != "award" and status.status != "won":
            named = {
                s.source_id for s in statements if (s.award, s.year) == (record.award, record.year) and not s.suspect
            }
            why = _and(status.why, f"{roles[record.award]} {record.award} {record.why}")
            told = replace(status, why=why, sources=tuple(sorted({*status.sources, *named})))
            says_won = roles[record.award] == "tier" and record.status == "won"
            changed[record.year] = _with_tier(told) if says_won else told
    return changed


def _with_tier(status: YearStatus) -> YearStatus:
    """A tier is an observation: it goes before what follows from claims, and against an answer it is a conflict."""
    if status.status in ("unknown", "probable"):
        return replace(status, status="probable", award=None, basis="tier")
    if status.basis == "claim":
        return replace(status, status="probable", basis="tier", conflict=True)
    return replace(status, conflict=status.conflict or status.status in ("not_won", "did_not_apply"))


def _and(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
