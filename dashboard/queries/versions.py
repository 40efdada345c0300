"""Data versions: which rows count in which, and what each was."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from etl.schema import DataVersion, Versioned


@dataclass(frozen=True)
class VersionInfo:
    """One change of the database."""

    version: int
    change: str
    """load, undo, review, rebuild, setting, peer group or application."""
    made_at: datetime
    """UTC."""
    made_by: str
    note: str


def counts_in(table: type[Versioned], version: int | None) -> ColumnElement[bool]:
    """Whether a row of `table` counts in data version `version` (None: the newest)."""
    if version is None:
        return table.valid_to.is_(None)
    return and_(table.valid_from <= version, or_(table.valid_to.is_(None), table.valid_to > version))


def newest_version(connection: Connection) -> int:
    """The number of the newest data version; 0 while nothing was loaded."""
    return connection.scalar(select(func.max(DataVersion.version))) or 0


def version_info(connection: Connection, version: int | None = None) -> VersionInfo | None:
    """What data version `version` (None: the newest) was; None when there is none of that number."""
    raise NotImplementedError
