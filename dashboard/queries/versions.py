"""Data versions: which rows count in which, and what each was."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Integer, and_, bindparam, func, or_, select

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


def counts_then(table: type[Versioned], earlier: bool) -> ColumnElement[bool]:
    """The same for a statement that is built once: at the bound `version` if `earlier`, else in the newest."""
    if not earlier:
        return table.valid_to.is_(None)
    asked = bindparam("version", type_=Integer)
    return and_(table.valid_from <= asked, or_(table.valid_to.is_(None), table.valid_to > asked))


def newest_version(connection: Connection) -> int:
    """The number of the newest data version; 0 while nothing was loaded."""
    return connection.scalar(select(func.max(DataVersion.version))) or 0


def version_info(connection: Connection, version: int | None = None) -> VersionInfo | None:
    """What data version `version` (None: the newest) was; None when there is none of that number."""
    asked = newest_version(connection) if version is None else version
    columns = (DataVersion.version, DataVersion.change, DataVersion.made_at, DataVersion.made_by, DataVersion.note)
    row = connection.execute(select(*columns).where(DataVersion.version == asked)).first()
    return row and VersionInfo(row.version, row.change, in_utc(row.made_at), row.made_by, row.note)


def in_utc(moment: datetime) -> datetime:
    """The moment with its time zone: SQLite gives back what was stored as UTC without it."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
