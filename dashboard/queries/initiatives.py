"""Initiatives: programmes that sources cite for a school and an award year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, select

from dashboard.domain.initiatives import Citation, Use
from dashboard.queries.frames import TEXT, WHOLE, framed
from dashboard.queries.sources import sources_named
from dashboard.queries.versions import counts_in
from etl.schema import ApplicationPart, File, Initiative, School

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS: Final = {
    "school_id": TEXT,
    "school": TEXT,
    "initiative": TEXT,
    "category": TEXT,
    "year": WHOLE,
    "note": TEXT,
    "source_id": TEXT,
    "source": TEXT,
    "url": TEXT,
    "file": TEXT,
    "sheet": TEXT,
    "line": WHOLE,
}


def initiatives(connection: Connection, school_id: str | None = None, version: int | None = None) -> DataFrame:
    """Initiatives of one school, or of all schools; newest award year first, then by school and name.

    Columns: school_id, school, initiative, category, year (whole, may be missing), note, source_id, source (title),
    url, and where it stands: file, sheet, line. Initiatives whose printed school waits for a person are left out.
    """
    found = citations(connection, school_id, version)
    return framed([[getattr(citation, name) for name in COLUMNS] for citation in found], COLUMNS)


def citations(connection: Connection, school_id: str | None = None, version: int | None = None) -> list[Citation]:
    """The same as values, in the same order."""
    statement = (
        select(School.school_id, School.name, Initiative.initiative, Initiative.category, Initiative.year)
        .add_columns(Initiative.note, Initiative.source_id, File.name.label("file"), Initiative.sheet, Initiative.line)
        .join(File, File.file_id == Initiative.file_id)
        .join(School, School.school_id == Initiative.bound_school_id)
        .where(counts_in(Initiative, version), counts_in(School, version))
    )
    if school_id is not None:
        statement = statement.where(Initiative.bound_school_id == school_id)
    rows = sorted(connection.execute(statement), key=lambda row: (-(row.year or 0), row.name, row.initiative))
    about = sources_named(connection, {row.source_id for row in rows}, version)
    return [
        Citation(
            row.school_id, row.name, row.initiative, row.category, row.year, row.source_id,
            about[row.source_id].title, about[row.source_id].url, row.note, row.file, row.sheet, row.line,
        )
        for row in rows
    ]  # fmt: skip


def uses(connection: Connection, school_id: str, version: int | None = None) -> list[Use]:
    """The programmes that applications of a school use, by year and award."""
    statement = (
        select(ApplicationPart.reference, ApplicationPart.award, ApplicationPart.year)
        .where(ApplicationPart.school_id == school_id, ApplicationPart.part == "initiative")
        .where(counts_in(ApplicationPart, version))
    )
    found = [Use(row.reference, row.award, row.year) for row in connection.execute(statement)]
    return sorted(found, key=lambda use: (use.year, use.award, use.initiative))
