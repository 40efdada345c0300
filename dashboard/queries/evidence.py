"""What stands under a record: observations, tiers and claims, each with its place and source."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from dashboard.queries.claims import ClaimShown, claims
from dashboard.queries.frames import plain
from dashboard.queries.sources import SourceInfo, sources_named
from dashboard.queries.versions import counts_in
from etl.schema import Award, File, Observation, YearStatus

_WEIGHT = ("announced", "own_log", "claimed")
"""Bases, the weightiest first."""


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
    """Every observation of that school, family and year: those that count first, then by weight of basis and by day."""
    return _evidence(connection, school_id, Award.family == family, year, version)


def tier_evidence(
    connection: Connection, school_id: str, family: str, year: int, version: int | None = None
) -> list[Evidence]:
    """Every observation of a tier or mention on top of `family` of that school and year, in the order of `evidence`."""
    return _evidence(connection, school_id, Award.on_top_of == family, year, version)


def year_evidence(
    connection: Connection, school_id: str, family: str, year: int, version: int | None = None
) -> YearEvidence:
    """`evidence`, with the tiers on top and the claims that the year follows from."""
    return YearEvidence(
        school_id,
        family,
        year,
        tuple(evidence(connection, school_id, family, year, version)),
        tuple(tier_evidence(connection, school_id, family, year, version)),
        tuple(_claims_behind(connection, school_id, family, year, version)),
    )


def _evidence(
    connection: Connection, school_id: str, of_award: ColumnElement[bool], year: int, version: int | None
) -> list[Evidence]:
    awards = select(Award.award).where(of_award, counts_in(Award, version))
    statement = _observations(version).where(
        Observation.bound_school_id == school_id, Observation.year == plain(year), Observation.award.in_(awards)
    )
    rows = connection.execute(statement).mappings().all()
    about = sources_named(connection, {row["source_id"] for row in rows}, version)
    return sorted((_shown(dict(row), about) for row in rows), key=_order)


def _observations(version: int | None) -> Select[*tuple[Any, ...]]:
    table = Observation
    return (
        select(table.row_id, table.school_as_printed, table.parent_as_printed, table.state.label("printed_state"))
        .add_columns(table.award, table.award_as_printed, table.year, table.outcome, table.basis, table.suspect)
        .add_columns(table.note, table.rule, table.decision, table.stated_on, table.owner, table.source_id)
        .add_columns(File.kind.label("file_kind"), File.name.label("file"), table.sheet, table.line, table.place)
        .join(File, File.file_id == table.file_id)
        .where(counts_in(table, version))
    )


def _shown(row: dict[str, Any], about: dict[str, SourceInfo]) -> Evidence:
    return Evidence(source=about[row.pop("source_id")], **row)


def _order(shown: Evidence) -> tuple[bool, int, date, int]:
    day = shown.stated_on or shown.source.published_on or date.max
    return shown.suspect, _WEIGHT.index(shown.basis), day, shown.row_id


def _claims_behind(
    connection: Connection, school_id: str, family: str, year: int, version: int | None
) -> list[ClaimShown]:
    supports = connection.scalar(
        select(YearStatus.sources).where(
            YearStatus.school_id == school_id,
            YearStatus.family == family,
            YearStatus.year == plain(year),
            counts_in(YearStatus, version),
        )
    )
    if not supports:
        return []
    # A page known by its key in one file and by its address in another is one source.
    pages = {about.url or key for key, about in sources_named(connection, supports, version).items()}
    shown = claims(connection, school_id, family, version)
    return [claim for claim in shown if (claim.source.url or claim.source.source_id) in pages]
