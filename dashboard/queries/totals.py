"""Wins a year beside the numbers of recipients that sources print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, func, select

from dashboard.queries.frames import SHARE, TEXT, VALUES, WHOLE, YES_NO, framed
from dashboard.queries.sources import SourceInfo, sources_named
from dashboard.queries.versions import counts_in
from etl.schema import Award, Calendar, Cycle, File, RecipientsTotal, Record

if TYPE_CHECKING:
    from pandas import DataFrame

PUBLISHER = "magazine"
"""Kind of publisher whose own number of recipients beats all others."""
COLUMNS: Final = {
    "year": WHOLE,
    "award": TEXT,
    "held": YES_NO,
    "announced": YES_NO,
    "won": WHOLE,
    "printed": VALUES,
    "best_total": WHOLE,
    "best_totals": VALUES,
    "best_basis": TEXT,
    "coverage": SHARE,
}


@dataclass(frozen=True)
class PrintedTotal:
    """A number of recipients and the sources that print it."""

    recipients: int
    sources: tuple[str, ...]
    """Keys of the distinct sources, in order."""
    by_publisher: bool
    """Whether the award's own publisher prints it, be it in a copy."""

    def __str__(self) -> str:
        """As a cell of a table shows it: `62 (s0037, s0089)`."""
        return f"{self.recipients} ({', '.join(self.sources)})"


@dataclass(frozen=True)
class BestTotal:
    """The number of recipients that counts, and by which rule."""

    totals: tuple[int, ...]
    """The one number; the numbers of a tie, least first; none where nothing is printed."""
    basis: str
    """publisher, majority, tie, or empty where nothing is printed."""

    @property
    def total(self) -> int | None:
        """The one number; None where there is none or the tie stays open."""
        return self.totals[0] if len(self.totals) == 1 else None


def wins_by_year(connection: Connection, family: str = "HEED", version: int | None = None) -> DataFrame:
    """Wins a year and award of a family, beside the printed totals; by year and award.

    Columns: year, award, held (yes/no: that award), announced (yes/no: the family's year), won (whole: schools we hold
    as won), printed (tuple of PrintedTotal, the best supported first), best_total (whole; missing where nothing is
    printed or it stays open), best_totals (tuple: the one best total, all of a tie, or none), best_basis (publisher,
    majority, tie, or empty) and coverage (won / best_total, 0 to 1 and, should we hold too many, above; missing where
    best_total is). A row for every cycle, every printed total and every win. The rule of `best_of` decides.
    """
    held = _held(connection, family, version)
    won = _won(connection, family, version)
    printed = _printed(connection, family, version)
    announced = _announced(connection, family, version)
    rows = []
    for year, award in sorted({*held, *won, *printed}):
        cycle = (year, award, held.get((year, award), True), year in announced)
        rows.append((*cycle, *_compared(won.get((year, award), 0), printed.get((year, award), ()))))
    return framed(rows, COLUMNS)


def best_of(printed: Sequence[PrintedTotal]) -> BestTotal:
    """Which printed total counts.

    The publisher's own number beats the number that most distinct sources print. Numbers with the same support stay
    open together; nothing is averaged. A copy of a page counts as a source of its own, as who copied may have checked.
    """
    official = [total for total in printed if total.by_publisher]
    pool = official or printed
    most = max((len(total.sources) for total in pool), default=0)
    best = tuple(sorted(total.recipients for total in pool if len(total.sources) == most))
    return BestTotal(best, _basis(len(best), bool(official)))


def _basis(n_best: int, official: bool) -> str:
    if n_best == 0:
        return ""
    return "tie" if n_best > 1 else "publisher" if official else "majority"


_YearAward = tuple[int, str]


def _compared(won: int, printed: tuple[PrintedTotal, ...]) -> tuple[object, ...]:
    best = best_of(printed)
    coverage = won / best.total if best.total else None
    return won, printed, best.total, best.totals, best.basis, coverage


def _held(connection: Connection, family: str, version: int | None) -> dict[_YearAward, bool]:
    """Whether each cycle was held; of files that disagree the later one by name decides, as in the calendar."""
    statement = (
        select(Cycle.year, Cycle.award, Cycle.held)
        .join(File, File.file_id == Cycle.file_id)
        .where(Cycle.award.in_(_awards(connection, family, version)), counts_in(Cycle, version))
        .order_by(File.name, Cycle.row_key)
    )
    return {(year, award): held for year, award, held in connection.execute(statement)}


def _announced(connection: Connection, family: str, version: int | None) -> set[int]:
    statement = select(Calendar.year).where(
        Calendar.family == family, Calendar.held, Calendar.announced, counts_in(Calendar, version)
    )
    return set(connection.scalars(statement))


def _won(connection: Connection, family: str, version: int | None) -> dict[_YearAward, int]:
    statement = (
        select(Record.year, Record.award, func.count())
        .where(Record.award.in_(_awards(connection, family, version)), Record.status == "won")
        .where(counts_in(Record, version))
        .group_by(Record.year, Record.award)
    )
    return {(year, award): n for year, award, n in connection.execute(statement)}


def _printed(connection: Connection, family: str, version: int | None) -> dict[_YearAward, tuple[PrintedTotal, ...]]:
    table = RecipientsTotal
    statement = select(table.year, table.award, table.recipients, table.source_id).where(
        table.award.in_(_awards(connection, family, version)), counts_in(table, version)
    )
    rows = connection.execute(statement).all()
    about = sources_named(connection, {row.source_id for row in rows}, version)
    by_number: defaultdict[_YearAward, defaultdict[int, list[SourceInfo]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_number[row.year, row.award][row.recipients].append(about[row.source_id])
    return {
        key: tuple(sorted((_total(*said) for said in numbers.items()), key=_support))
        for key, numbers in by_number.items()
    }


def _total(recipients: int, sources: Iterable[SourceInfo]) -> PrintedTotal:
    """The sources are told apart by address: a page known by two keys prints its number once."""
    distinct: dict[str, SourceInfo] = {}
    for source in sorted(sources, key=lambda source: source.source_id):
        distinct.setdefault(source.url or source.source_id, source)
    keys = tuple(source.source_id for source in distinct.values())
    return PrintedTotal(recipients, keys, any(s.publisher_kind == PUBLISHER for s in distinct.values()))


def _support(total: PrintedTotal) -> tuple[bool, int, int]:
    return not total.by_publisher, -len(total.sources), total.recipients


def _awards(connection: Connection, family: str, version: int | None) -> list[str]:
    return list(connection.scalars(select(Award.award).where(Award.family == family, counts_in(Award, version))))
