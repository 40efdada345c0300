"""Counted claims: "third year in a row", as sources print them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from dashboard.queries.sources import SourceInfo

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class ClaimShown:
    """One counted statement with its source and place."""

    row_id: int
    school_id: str
    school_as_printed: str | None
    family: str
    """Award family, or `award:CODE` where the page counts one award alone."""
    as_of_year: int
    claim: str
    """consecutive, total, first_time or every_year_since."""
    n: int
    counts_from: int | None
    words: str | None
    ambiguous: bool
    suspect: bool
    note: str | None
    clashes: bool
    """Whether it cannot be true together with other statements about the school: nothing is inferred then."""
    file: str
    sheet: str
    line: int
    source: SourceInfo


def claims(
    connection: Connection, school_id: str, family: str | None = None, version: int | None = None
) -> list[ClaimShown]:
    """The claims of one school (in one family and its awards), by as-of year and kind."""
    raise NotImplementedError


def claims_table(connection: Connection, school_id: str | None = None, version: int | None = None) -> DataFrame:
    """Claims of one school or of all as a table, by school and as-of year.

    Columns: school_id, school, family, as_of_year, claim, n, counts_from, words, ambiguous, suspect, clashes,
    source_id, source, url.
    """
    raise NotImplementedError
