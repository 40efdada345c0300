"""What follows for one school in one award family: its records, a status for each year, and what clashes.

Records of the family's awards come first, then what the calendar and complete lists of winners say, then what follows
from counted claims, then tiers. docs/rules.md has the rules in full, with their edge cases.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from etl.transform.inference import CountedClaim, Inferred, infer
from etl.transform.records import BASES, Record, Statement, records_of

AWARDS_ORDER = ("won", "pending", "not_won", "did_not_apply", "unknown")
"""Which record stands for a family's year in which a school has several: it enters one award of the family."""


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

    def in_words(self) -> str:
        """The claim for a line on the screen, as `3 in a row as of 2020 (s0012)`."""
        one = self.counted
        said = {
            "consecutive": f"{one.n} in a row as of {one.as_of_year}",
            "total": f"{one.n} in all as of {one.as_of_year}",
            "first_time": f"first time in {one.as_of_year}",
            "every_year_since": f"every year since {one.n}, as of {one.as_of_year}",
        }
        return f"{said[one.claim]} ({self.source_id})"


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
    years |= _by_claims(years, inferred, {claim.counted.claim_key: claim for claim in claims})
    years |= _by_tiers(years, records, statements)
    return Conclusion(tuple(records), tuple(years[year] for year in sorted(years)), inferred.clash)


def _nothing(year: int) -> YearStatus:
    return YearStatus(year, "unknown", None, None, False, "", ())


def _by_statements(records: Iterable[Record], statements: Iterable[Statement]) -> dict[int, YearStatus]:
    """Each year that a statement names, as the records of its awards have it; tiers and mentions leave it unknown."""
    entered, sources = defaultdict[int, list[Record]](list), defaultdict[int, set[str]](set)
    awards = {statement.award for statement in statements if statement.role == "award"}
    for record in records:
        group = entered[record.year]
        if record.award in awards:
            group.append(record)
    for statement in statements:
        if statement.role == "award" and not statement.suspect:
            named = sources[statement.year]
            named.add(statement.source_id)
            named.update(statement.others)
    return {year: _of_awards(year, group, sources[year]) for year, group in entered.items()}


def _of_awards(year: int, records: Sequence[Record], sources: Iterable[str]) -> YearStatus:
    """The status of the record that stands for the year; a conflict in any award of the family is one of the year."""
    if not records:
        return _nothing(year)
    best = min(records, key=_precedence) if len(records) > 1 else records[0]
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
    years: Mapping[int, YearStatus], inferred: Inferred, claims: Mapping[str, SourcedClaim]
) -> dict[int, YearStatus]:
    """The years of which the claims say something; an application under way stays pending, and tells what they say."""
    changed = {}
    for follows, answers in (("probable", inferred.probable), ("not_won", inferred.not_won)):
        for year, keys in answers.items():
            status = years.get(year, _nothing(year))
            said = ", ".join(sorted({claims[key].in_words() for key in keys}))
            why = _and(status.why, f"{follows.replace('_', ' ')} by claim{'s' * (len(keys) > 1)}: {said}")
            changed[year] = replace(status, why=why)
            if status.status == "unknown":
                sources = tuple(sorted({*status.sources, *(claims[key].source_id for key in keys)}))
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
            same = (s for s in statements if (s.award, s.year) == (record.award, record.year) and not s.suspect)
            named = {source for s in same for source in s.sources}
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
