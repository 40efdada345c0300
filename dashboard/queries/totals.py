"""Wins a year beside the numbers of recipients that sources print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class PrintedTotal:
    """A number of recipients and the sources that print it."""

    recipients: int
    sources: tuple[str, ...]
    """Keys of the distinct sources, in order."""
    by_publisher: bool
    """Whether the award's own publisher prints it."""


def wins_by_year(connection: Connection, family: str = "HEED", version: int | None = None) -> DataFrame:
    """Wins a year and award of a family, beside the printed totals; by year and award.

    Columns: year, award, held (yes/no), announced (yes/no), won (whole: schools we hold as won), printed (tuple of
    PrintedTotal, the best supported first), best_total (whole; missing where nothing is printed or it stays open),
    best_totals (tuple: the one best total, both of a tie, or none), best_basis (publisher, majority, tie or empty) and
    coverage (won / best_total, 0 to 1 and, should we hold too many, above; missing where best_total is).

    A row for every cycle and for every year with a win. The best total: the publisher's own number beats the number
    that most distinct sources print; ties stay open. A mirror counts only where no original prints a total.
    """
    raise NotImplementedError
