"""Schools: all, one, the own one, and by a piece of their name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from pandas import DataFrame

DEFAULT_OWN_SCHOOL = "umkc-som"


@dataclass(frozen=True)
class SchoolInfo:
    """A school with what the directory says of its university."""

    school_id: str
    name: str
    short_name: str
    """Name for tight places; the full name where there is none."""
    kind: str
    institution_name: str | None
    unitid: str | None
    state: str | None
    former_names: tuple[str, ...]
    note: str | None
    origin: str
    """listed in a file, or created from a printed name."""
    city: str | None
    region: str | None
    control: str | None


def schools(connection: Connection, version: int | None = None) -> DataFrame:
    """All schools, by name.

    Columns: school_id, name, short_name (the full name where there is none), kind, institution_name, unitid, state,
    origin. Text columns; None where nothing is known.
    """
    raise NotImplementedError


def school(connection: Connection, school_id: str, version: int | None = None) -> SchoolInfo | None:
    """The school of that key; None when there is none."""
    raise NotImplementedError


def own_school(connection: Connection) -> str:
    """The key of the office's own school, as set; `umkc-som` until somebody sets it."""
    raise NotImplementedError


def find_schools(connection: Connection, text: str, limit: int = 10) -> list[SchoolInfo]:
    """Schools that `text` may mean, best first.

    Those whose key, name, short name or university holds every word of `text` (without case) come first, then, for
    typing errors, those whose key or name is close to it. Empty for empty text.
    """
    raise NotImplementedError
