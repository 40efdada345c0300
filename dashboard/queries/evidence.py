"""What stands under a record: observations, tiers and claims, each with its place and source."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dashboard.queries.claims import ClaimShown
from dashboard.queries.sources import SourceInfo


@dataclass(frozen=True)
class Evidence:
    """One observation: what one source says of one school, award and year."""

    row_id: int
    school_as_printed: str | None
    parent_as_printed: str | None
    printed_state: str | None
    award: str
    award_as_printed: str | None
    year: int
    outcome: str
    """won, not_won, did_not_apply, withdrawn, submitted, drafting or planned."""
    basis: str
    """announced, claimed or own_log."""
    suspect: bool
    """Shown, but does not count without a person; the reason stands in `note`."""
    note: str | None
    rule: str
    """The rule that tied the printed name to the school, in one line."""
    decision: str
    """accepted or created."""
    stated_on: date | None
    owner: str | None
    file_kind: str
    file: str
    """Name of the file."""
    sheet: str
    line: int
    place: str | None
    """Place in the source."""
    source: SourceInfo
    """Where the source is unknown, only its key is filled."""


@dataclass(frozen=True)
class YearEvidence:
    """Everything under one school's year in one award family."""

    school_id: str
    family: str
    year: int
    observations: tuple[Evidence, ...]
    """Of the family's own awards."""
    tiers: tuple[Evidence, ...]
    """Of the tiers and mentions on top of the family, in the same year."""
    claims: tuple[ClaimShown, ...]
    """Claims by sources that the year's status names as its support."""


def evidence(
    connection: Connection, school_id: str, family: str, year: int, version: int | None = None
) -> list[Evidence]:
    """Every observation of that school, family and year: those that count first, then by weight of basis and date."""
    raise NotImplementedError


def year_evidence(
    connection: Connection, school_id: str, family: str, year: int, version: int | None = None
) -> YearEvidence:
    """`evidence`, with the tiers on top and the claims that the year follows from."""
    raise NotImplementedError
