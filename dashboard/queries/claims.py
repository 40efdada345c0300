"""Counted claims: "third year in a row", as sources print them, and where they clash."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Select, select

from dashboard.queries.frames import TEXT, WHOLE, YES_NO, framed
from dashboard.queries.sources import SourceInfo, sources_named
from dashboard.queries.versions import counts_in
from etl.schema import Award, Claim, Clash, File, School

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class ClaimShown:
    """One counted statement with its source and place."""

    row_id: int
    key: str
    """By which a clash names it."""
    school_id: str
    school: str
    """Name of the school."""
    school_as_printed: str | None
    family: str
    """Award family, or `award:CODE` where the page counts one award alone."""
    as_of_year: int
    claim: str
    """consecutive, total, first_time or every_year_since."""
    n: int
    """The count; the first year for every_year_since."""
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


@dataclass(frozen=True)
class ClashShown:
    """Statements about one school and family that cannot all be true; nothing is inferred from its claims."""

    school_id: str
    family: str
    claims: tuple[ClaimShown, ...]
    years: tuple[tuple[int, str], ...]
    """Known years that take part: (year, won or not_won)."""


CLAIM_COLUMNS: Final = {
    "school_id": TEXT,
    "school": TEXT,
    "family": TEXT,
    "as_of_year": WHOLE,
    "claim": TEXT,
    "n": WHOLE,
    "counts_from": WHOLE,
    "words": TEXT,
    "ambiguous": YES_NO,
    "suspect": YES_NO,
    "clashes": YES_NO,
    "source_id": TEXT,
    "source": TEXT,
    "url": TEXT,
    "file": TEXT,
    "sheet": TEXT,
    "line": WHOLE,
}


def claims(
    connection: Connection, school_id: str, family: str | None = None, version: int | None = None
) -> list[ClaimShown]:
    """The claims of one school (in one family and its awards), by as-of year, kind and place."""
    return _claims(connection, school_id, family, version)


def claims_table(connection: Connection, school_id: str | None = None, version: int | None = None) -> DataFrame:
    """Claims of one school or of all as a table, by school, as-of year and kind.

    Columns: school_id, school, family, as_of_year, claim, n, counts_from, words, ambiguous, suspect, clashes (yes/no),
    source_id, source (title), url, and where it stands: file, sheet, line. Claims whose printed school waits for a
    person are left out.
    """
    shown = _claims(connection, school_id, None, version)
    names = list(CLAIM_COLUMNS)[: list(CLAIM_COLUMNS).index("source_id")]
    rows = [
        (
            *(getattr(claim, name) for name in names),
            *(claim.source.source_id, claim.source.title, claim.source.url, claim.file, claim.sheet, claim.line),
        )
        for claim in sorted(shown, key=lambda claim: claim.school.casefold())
    ]
    return framed(rows, CLAIM_COLUMNS)


def clashes(
    connection: Connection, school_id: str, family: str | None = None, version: int | None = None
) -> list[ClashShown]:
    """The clashes of one school (in one family), by family."""
    shown = {claim.key: claim for claim in _claims(connection, school_id, None, version)}
    return [
        ClashShown(
            school_id,
            clash.family,
            tuple(shown[said] for said in clash.statements if said in shown),
            tuple(_known_year(said) for said in clash.statements if not said.startswith("claim:")),
        )
        for clash in _clashes(connection, school_id, version)
        if family in (None, clash.family)
    ]


def _known_year(statement: str) -> tuple[int, str]:
    status, year = statement.split(":")
    return int(year), status


def _clashes(connection: Connection, school_id: str | None, version: int | None) -> Collection[Any]:
    statement = select(Clash.school_id, Clash.family, Clash.statements).where(counts_in(Clash, version))
    if school_id is not None:
        statement = statement.where(Clash.school_id == school_id)
    return connection.execute(statement.order_by(Clash.school_id, Clash.family)).all()


def _claims(connection: Connection, school_id: str | None, family: str | None, version: int | None) -> list[ClaimShown]:
    statement = _claims_statement(version)
    if school_id is not None:
        statement = statement.where(Claim.bound_school_id == school_id)
    if family is not None:
        statement = statement.where(Claim.family.in_(_names_of(connection, family, version)))
    rows = connection.execute(statement).mappings().all()
    about = sources_named(connection, {row["source_id"] for row in rows}, version)
    clashing = {
        (clash.school_id, said) for clash in _clashes(connection, school_id, version) for said in clash.statements
    }
    shown = [_shown(dict(row), about, clashing) for row in rows]
    return sorted(shown, key=lambda claim: (claim.as_of_year, claim.claim, claim.n, claim.row_id))


def _claims_statement(version: int | None) -> Select[*tuple[Any, ...]]:
    return (
        select(Claim.row_id, Claim.content_key, School.school_id, School.name.label("school"), Claim.school_as_printed)
        .add_columns(Claim.family, Claim.as_of_year, Claim.claim, Claim.n, Claim.counts_from, Claim.words)
        .add_columns(Claim.ambiguous, Claim.suspect, Claim.note, Claim.source_id)
        .add_columns(File.name.label("file"), Claim.sheet, Claim.line)
        .join(School, School.school_id == Claim.bound_school_id)
        .join(File, File.file_id == Claim.file_id)
        .where(counts_in(Claim, version), counts_in(School, version))
    )


def _shown(row: dict[str, Any], about: dict[str, SourceInfo], clashing: set[tuple[str, str]]) -> ClaimShown:
    key = f"claim:{row.pop('content_key')}"
    source = about[row.pop("source_id")]
    return ClaimShown(key=key, clashes=(row["school_id"], key) in clashing, source=source, **row)


def _names_of(connection: Connection, family: str, version: int | None) -> list[str]:
    """The ways in which a claim names the family or one award of it."""
    awards = connection.scalars(select(Award.award).where(Award.family == family, counts_in(Award, version)))
    return [family, *(f"award:{award}" for award in awards)]
