"""What only a report asks: awards by code, the log's own records, and the reports that were printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from dashboard.queries.versions import counts_in, in_utc
from etl.schema import Award, AwardName, PrintedReport, Record


@dataclass(frozen=True)
class AwardInfo:
    """An award: its name today, its family, what it sits on."""

    award: str
    name: str
    short_name: str
    family: str
    role: str
    on_top_of: str | None


@dataclass(frozen=True)
class Printed:
    """A report that was kept."""

    report_id: int
    school_id: str
    year: int
    version: int
    """The data version it tells of."""
    choices: Mapping[str, Any]
    file_name: str
    sha256: str
    made_at: datetime
    """UTC."""
    made_by: str

    def as_json(self) -> dict[str, object]:
        """The object that `awards reports --json` prints."""
        return {
            "report": self.report_id,
            "school_id": self.school_id,
            "year": self.year,
            "version": self.version,
            "choices": dict(self.choices),
            "file": self.file_name,
            "sha256": self.sha256,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "made_by": self.made_by,
        }


def awards(connection: Connection, version: int | None = None) -> dict[str, AwardInfo]:
    """All awards by code; of a code that two files list the first by name counts."""
    columns = (Award.award, Award.name, Award.short_name, Award.family, Award.role, Award.on_top_of)
    rows = connection.execute(select(*columns).where(counts_in(Award, version)).order_by(Award.award, Award.row_id))
    found: dict[str, AwardInfo] = {}
    for row in rows:
        info = AwardInfo(row.award, row.name, row.short_name or row.name, row.family, row.role, row.on_top_of)
        found.setdefault(row.award, info)
    return found


def printed_award_names(
    connection: Connection, version: int | None = None
) -> list[tuple[str, str, int | None, int | None]]:
    """Names of awards as printed: (award, name, from year, to year)."""
    columns = (AwardName.award, AwardName.name, AwardName.from_year, AwardName.to_year)
    rows = connection.execute(select(*columns).where(counts_in(AwardName, version)).order_by(AwardName.row_id))
    return [(row.award, row.name, row.from_year, row.to_year) for row in rows]


def record_statuses(connection: Connection, school_id: str, version: int | None = None) -> dict[tuple[str, int], str]:
    """The status of each record of a school, by award and year."""
    statement = select(Record.award, Record.year, Record.status).where(
        Record.school_id == school_id, counts_in(Record, version)
    )
    return {(row.award, row.year): row.status for row in connection.execute(statement)}


def printed_reports(connection: Connection, school_id: str | None = None) -> list[Printed]:
    """The kept reports (of one school), the newest first."""
    statement = select(PrintedReport.__table__).order_by(PrintedReport.report_id.desc())
    if school_id is not None:
        statement = statement.where(PrintedReport.school_id == school_id)
    return [_printed(row) for row in connection.execute(statement)]


def printed_report(connection: Connection, report_id: int) -> Printed | None:
    """The kept report of that number; None when there is none."""
    found = connection.execute(select(PrintedReport.__table__).where(PrintedReport.report_id == report_id)).first()
    return None if found is None else _printed(found)


def _printed(row: Row[Any]) -> Printed:
    said = dict(row._mapping)
    return Printed(**{**said, "made_at": in_utc(row.made_at)})
