"""Reports that were made to be kept: entered once, with the data version they tell of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine

from etl.database import writing
from etl.load import book
from etl.report import NotPossible, current_user
from etl.schema import tables


@dataclass(frozen=True)
class KeptReport:
    """What is kept of a report; the file itself stays with whoever made it."""

    school_id: str
    year: int
    version: int
    """The data version it tells of."""
    choices: Mapping[str, Any]
    file_name: str
    sha256: str


def keep_report(engine: Engine, kept: KeptReport, *, by: str | None = None) -> int:
    """Enter the report and return its number. It changes no data, so it makes no data version; the audit log has it.

    Raises NotPossible for a data version that there is not.
    """
    who = by or current_user()
    with writing(engine) as connection:
        _check(connection, kept.version)
        printed = tables()["printed_report"]
        row = {
            "school_id": kept.school_id,
            "year": kept.year,
            "version": kept.version,
            "choices": dict(kept.choices),
            "file_name": kept.file_name,
            "sha256": kept.sha256,
            "made_at": datetime.now(UTC),
            "made_by": who,
        }
        number = int(connection.execute(printed.insert().values(**row).returning(printed.c.report_id)).scalar_one())
        told = f"report {number}: {kept.school_id} {kept.year}, data version {kept.version}, {kept.file_name}"
        book.audit(connection, who, "report", told, after={"sha256": kept.sha256})
        return number


def _check(connection: Connection, version: int) -> None:
    newest = book.newest_version(connection)
    if not 1 <= version <= newest:
        raise NotPossible(f"there is no data version {version}; the newest is {newest}")
