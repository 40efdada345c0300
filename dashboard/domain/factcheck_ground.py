"""The years of a school as they stand for one counted statement. The rules stand in `factcheck_rules`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dashboard.domain.statuses import BREAKS, UNDECIDED
from dashboard.domain.streaks import YearCell
from etl.transform.inference import CountedClaim, infer

Verdict = Literal["supported", "contradicted", "understated", "undecided"]


@dataclass(frozen=True)
class CountedStatement:
    """A counted statement to be weighed; `source_id` is the page that makes it, empty for a draft.

    For every_year_since `n` is the first year. `award` is given where one award of the family is counted alone.
    """

    claim: str
    n: int
    as_of_year: int
    counts_from: int | None = None
    ambiguous: bool = False
    award: str | None = None
    source_id: str = ""


@dataclass(frozen=True)
class KnownClaim:
    """A stored claim of the school, by its page; suspect, ambiguous ones and counts of tiers are left out before."""

    statement: CountedStatement
    words: str


@dataclass(frozen=True)
class Ledger:
    """All that the records hold of one school in one family: its years from the first cycle on, and its claims."""

    school_id: str
    school: str
    family: str
    state: str | None
    kind: str
    years: tuple[YearCell, ...]
    claims: tuple[KnownClaim, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """A verdict with its reason in a sentence, the years and sources behind it, and what is missing to decide."""

    verdict: Verdict
    reason: str
    years: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    supported_wording: str = ""


@dataclass(frozen=True)
class Ground:
    """The years as they stand for one statement: held, won, probably won, not won."""

    held: tuple[int, ...]
    won: frozenset[int]
    probable: frozenset[int]
    not_won: frozenset[int]
    because: dict[int, str]
    """Why a year that is not stated outright is probable or not won."""
    sources: dict[int, tuple[str, ...]]
    stated: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    """The years won, and those not won, without inference."""
    others: tuple[KnownClaim, ...] = ()
    """The claims that inference may use."""
    aside: tuple[KnownClaim, ...] = ()
    """The claims of other pages that say the very same, and prove nothing for it."""
    clash: tuple[str, ...] = ()
    """The statements of the school that cannot all be true; then nothing follows from its claims."""

    @property
    def counting(self) -> frozenset[int]:
        """Won and probably won years."""
        return self.won | self.probable

    def behind(self, years: Iterable[int]) -> tuple[str, ...]:
        """Keys of the sources under those years, sorted."""
        return tuple(sorted({source for year in years for source in self.sources.get(year, ())}))


def ground_for(statement: CountedStatement, ledger: Ledger) -> Ground:
    """The years of the ledger, with what follows from claims other than the statement and its copies."""
    cells = {cell.year: cell for cell in ledger.years}
    won = frozenset(year for year, cell in cells.items() if cell.status == "won")
    lost = frozenset(year for year, cell in cells.items() if cell.status in BREAKS and cell.basis != "claim")
    others, clash = _others(statement, ledger, won, lost)
    named = {str(number): claim for number, claim in enumerate(others)}
    inferred = infer(_held(ledger), won, lost, [counted_claim(key, claim.statement) for key, claim in named.items()])
    follows = (*inferred.probable.items(), *inferred.not_won.items())
    tiers = {year for year, cell in cells.items() if cell.tiers and cell.status in UNDECIDED}
    because = dict.fromkeys(tiers, "a tier of that year")
    because |= {year: ", ".join(sorted({named[key].words for key in keys})) for year, keys in follows}
    sources = {year: set(cell.sources) for year, cell in cells.items() if cell.status == "won" or year in lost | tiers}
    for year, keys in follows:
        sources.setdefault(year, set()).update(named[key].statement.source_id for key in keys)
    counted_alone = frozenset(year for year in won if statement.award in (None, cells[year].award))
    return Ground(
        held=_held(ledger),
        won=counted_alone,
        probable=frozenset({*inferred.probable, *tiers} - won),
        not_won=frozenset({*lost, *inferred.not_won} - tiers),
        because=because,
        sources={year: tuple(sorted(keys - {""})) for year, keys in sources.items()},
        stated=(won, lost),
        others=tuple(others),
        aside=tuple(claim for claim in ledger.claims if _says_again(claim.statement, statement)),
        clash=clash,
    )


def _held(ledger: Ledger) -> tuple[int, ...]:
    return tuple(cell.year for cell in ledger.years if cell.status != "no_award")


def _others(
    statement: CountedStatement, ledger: Ledger, won: frozenset[int], lost: frozenset[int]
) -> tuple[list[KnownClaim], tuple[str, ...]]:
    """The claims that bear on the statement; none where the school's claims clash, and then which."""
    named = {str(number): claim for number, claim in enumerate(ledger.claims)}
    known = [counted_claim(key, claim.statement) for key, claim in named.items()]
    clash = infer(_held(ledger), won, lost, known).clash
    if clash:
        return [], tuple(named[key].words if key in named else key.replace(":", " ") for key in clash)
    return [claim for claim in ledger.claims if not same(claim.statement, statement)], ()


def _says_again(one: CountedStatement, statement: CountedStatement) -> bool:
    """Whether another page says what a statement says."""
    return same(one, statement) and one.source_id != statement.source_id


def same(one: CountedStatement, other: CountedStatement) -> bool:
    """Whether two statements are of one page, or say the very same."""
    copied = (one.claim, one.n, one.as_of_year) == (other.claim, other.n, other.as_of_year)
    return copied or bool(other.source_id and one.source_id == other.source_id)


def counted_claim(key: str, said: CountedStatement) -> CountedClaim:
    """The statement as inference takes it, under that key."""
    return CountedClaim(key, said.claim, said.n, said.as_of_year, said.counts_from, said.award is None, said.award)
