"""What a fact check is held against: years and claims of schools, printed totals, other winners of a state."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, and_, func, select

from dashboard.domain.factcheck_rules import CountedStatement, Judgement, KnownClaim, Ledger, verdict_of_claim
from dashboard.domain.sorts import Directory
from dashboard.queries.claims import ClaimShown, claims
from dashboard.queries.families import last_announced_year
from dashboard.queries.streaks import streaks
from dashboard.queries.versions import counts_in
from etl.schema import Award, Calendar, Institution, RecipientsTotal, School, YearStatus
from etl.schema import Claim as ClaimRow

_WORDS = {
    "consecutive": "{n} in a row as of {year}",
    "total": "{n} in all as of {year}",
    "first_time": "first time in {year}",
    "every_year_since": "every year since {n}, as of {year}",
}


@dataclass(frozen=True)
class OtherWinner:
    """A school that won, or probably won, and when."""

    school_id: str
    school: str
    kind: str
    unitid: str | None
    directory: Directory | None
    years: tuple[int, ...]
    known: tuple[int, ...]
    """Those of the years that are won for certain."""
    sources: tuple[str, ...]


@dataclass
class FactBook:
    """The records of one data version, asked school by school and remembered."""

    connection: Connection
    version: int | None = None
    _ledgers: dict[tuple[str, str], Ledger | None] = field(default_factory=dict)

    def family(self, award: str) -> str:
        """The family of an award; an unknown code is its own."""
        asked = select(Award.family).where(Award.award == award, counts_in(Award, self.version))
        return self.connection.scalar(asked) or award

    def last_year(self, family: str) -> int | None:
        """The family's last cycle that was held and announced."""
        return last_announced_year(self.connection, family, version=self.version)

    def ledger(self, school_id: str, family: str) -> Ledger | None:
        """Years and claims of a school in a family; None for an unknown school or a family without any year."""
        key = (school_id, family)
        if key not in self._ledgers:
            self._ledgers[key] = self._ledger(school_id, family)
        return self._ledgers[key]

    def _ledger(self, school_id: str, family: str) -> Ledger | None:
        said = claims(self.connection, school_id, family, self.version)
        asked = [claim.as_of_year for claim in said if claim.family == family]
        last = max([*asked, self.last_year(family) or 0, self._last_known(school_id, family)])
        found = streaks(self.connection, family, as_of=last or None, school_ids=[school_id], version=self.version)
        if not found or not found[0].years:
            return None
        one = found[0]
        known = tuple(known_claim(claim) for claim in said if not (claim.suspect or claim.ambiguous))
        return Ledger(school_id, one.school_name, family, one.state, one.kind, one.years, known)

    def _last_known(self, school_id: str, family: str) -> int:
        asked = select(func.max(YearStatus.year)).where(
            YearStatus.school_id == school_id, YearStatus.family == family, counts_in(YearStatus, self.version)
        )
        return self.connection.scalar(asked) or 0

    def totals(self, award: str, year: int) -> dict[int, tuple[str, ...]]:
        """Numbers of recipients as printed, each with the keys of the sources that print it."""
        asked = select(RecipientsTotal.recipients, RecipientsTotal.source_id).where(
            RecipientsTotal.award == award, RecipientsTotal.year == year, counts_in(RecipientsTotal, self.version)
        )
        found: dict[int, set[str]] = {}
        for recipients, source in self.connection.execute(asked):
            found.setdefault(recipients, set()).add(source)
        return {n: tuple(sorted(sources)) for n, sources in sorted(found.items())}

    def winners(self, family: str, state: str | None, year: int | None = None) -> list[OtherWinner]:
        """All schools (of a state) with won or probably won years in a family (or that year alone), by name."""
        asked = (
            select(
                School.school_id,
                School.name,
                School.kind,
                YearStatus.year,
                YearStatus.sources,
                YearStatus.status,
                Institution.unitid,
                Institution.control,
                Institution.level,
                Institution.carnegie_basic,
                Institution.hbcu,
                Institution.tribal,
                Institution.land_grant,
            )
            .join(YearStatus, YearStatus.school_id == School.school_id)
            .outerjoin(Institution, and_(Institution.unitid == School.unitid, counts_in(Institution, self.version)))
            .where(counts_in(School, self.version), counts_in(YearStatus, self.version))
            .where(YearStatus.family == family, YearStatus.status.in_(("won", "probable")))
        )
        asked = asked if state is None else asked.where(School.state == state)
        asked = asked if year is None else asked.where(YearStatus.year == year)
        found: dict[tuple[str, str, str, str | None, Directory | None], list[tuple[int, list[str]]]] = {}
        known: defaultdict[str, list[int]] = defaultdict(list)
        for school_id, name, kind, won, sources, status, unitid, *said in self.connection.execute(asked):
            directory = Directory(*said) if unitid else None
            found.setdefault((name, school_id, kind, unitid, directory), []).append((won, sources))
            known[school_id] += [won] if status == "won" else []
        return [
            OtherWinner(
                key, name, kind, unitid, directory, tuple(sorted(year for year, _ in rows)), tuple(sorted(known[key])),
                _sources(rows),
            )
            for (name, key, kind, unitid, directory), rows in sorted(found.items(), key=lambda one: one[0][:2])
        ]  # fmt: skip

    def lists_complete(self, family: str, year: int | None = None) -> bool:
        """Whether the list of winners of every held cycle of the family (or of that year) was marked complete."""
        asked = select(Calendar.list_complete).where(
            Calendar.family == family, Calendar.held, counts_in(Calendar, self.version)
        )
        asked = asked if year is None else asked.where(Calendar.year == year)
        marked = self.connection.scalars(asked).all()
        return bool(marked) and all(marked)

    def stored_claims(self) -> Collection[str]:
        """Keys of the schools of which claims are stored."""
        asked = select(ClaimRow.bound_school_id).where(counts_in(ClaimRow, self.version)).distinct()
        return [school_id for school_id in self.connection.scalars(asked) if school_id]


def _sources(rows: Iterable[tuple[int, list[str]]]) -> tuple[str, ...]:
    return tuple(sorted({source for _, sources in rows for source in sources}))


def verdicts(
    connection: Connection, school_id: str, family: str | None = None, version: int | None = None
) -> dict[str, Judgement]:
    """The verdict on each stored claim of a school (in one family), by the claim's `key`.

    Claims are weighed as a draft would be, against everything but their own page and its copies.
    """
    book = FactBook(connection, version)
    found: dict[str, Judgement] = {}
    for claim in claims(connection, school_id, family, version):
        own = book.ledger(school_id, book.family(claim.family.removeprefix("award:")))
        if own is not None:
            found[claim.key] = verdict_of_claim(statement_of(claim), own)
    return found


def known_claim(claim: ClaimShown) -> KnownClaim:
    """A stored claim as the rules take it."""
    words = _WORDS[claim.claim].format(n=claim.n, year=claim.as_of_year)
    return KnownClaim(statement_of(claim), f"{words} ({claim.source.source_id})")


def statement_of(claim: ClaimShown) -> CountedStatement:
    """A stored claim as a statement to be weighed."""
    alone = claim.family.removeprefix("award:") if claim.family.startswith("award:") else None
    return CountedStatement(
        claim.claim, claim.n, claim.as_of_year, claim.counts_from, claim.ambiguous, alone, claim.source.source_id
    )
