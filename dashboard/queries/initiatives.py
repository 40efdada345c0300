"""Initiatives: programmes that sources cite for a school and an award year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from pandas import DataFrame


def initiatives(connection: Connection, school_id: str | None = None, version: int | None = None) -> DataFrame:
    """Initiatives of one school, or of all schools; newest award year first, then by name.

    Columns: school_id, school, initiative, category, year (whole, may be missing), note, source_id, source (title),
    url.
    """
    raise NotImplementedError
