"""Records: one row per school, family and year of which anything is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class RecordFilter:
    """Which records to show. An empty field does not restrict; fields restrict together."""

    school_ids: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of school."""
    states: tuple[str, ...] = ()
    """US states, two letters."""
    bases: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    text: str = ""
    """A piece of the school's key, name, short name, university or of the reason (`why`), without case."""
    conflicts_only: bool = False

    def described(self) -> str:
        """The filter in few words for a file's name or a heading: "HEED, won, 2020–2023"; empty without any."""
        raise NotImplementedError


def records(connection: Connection, wanted: RecordFilter = RecordFilter(), version: int | None = None) -> DataFrame:
    """The records that `wanted` lets through, by school name, family and year.

    Columns: school_id, school, kind, state, family, award, year (whole), status, basis, n_sources (whole), conflict
    (yes/no), why. Text is None where nothing is known.
    """
    raise NotImplementedError
