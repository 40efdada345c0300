"""Initiatives: programmes that sources cite for a school and an award year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, select

from dashboard.queries.frames import TEXT, WHOLE, framed
from dashboard.queries.sources import sources_named
from dashboard.queries.versions import counts_in
from etl.schema import Initiative, School

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
}


def initiatives(connection: Connection, school_id: str | None = None, version: int | None = None) -> DataFrame:
    """Initiatives of one school, or of all schools; newest award year first, then by school and name.

    Columns: school_id, school, initiative, category, year (whole, may be missing), note, source_id, source (title),
    url. Initiatives whose printed school waits for a person are left out.
    """
    statement = (
        select(School.school_id, School.name, Initiative.initiative, Initiative.category, Initiative.year)
        .add_columns(Initiative.note, Initiative.source_id)
        .join(School, School.school_id == Initiative.bound_school_id)
        .where(counts_in(Initiative, version), counts_in(School, version))
    )
    if school_id is not None:
        statement = statement.where(Initiative.bound_school_id == school_id)
    rows = sorted(connection.execute(statement), key=lambda row: (-(row.year or 0), row.name, row.initiative))
    about = sources_named(connection, {row.source_id for row in rows}, version)
    return framed([(*row, about[row.source_id].title, about[row.source_id].url) for row in rows], COLUMNS)
