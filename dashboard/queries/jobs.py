"""Loads that were asked for in the browser."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from dashboard.queries.versions import in_utc
from etl.schema import LoadJob


@dataclass(frozen=True)
class JobInfo:
    """One load asked for in the browser."""

    job_id: int
    state: str
    """waiting, running, done or failed."""
    files: tuple[str, ...]
    made_at: datetime
    """UTC, as below."""
    made_by: str
    seen_at: datetime
    rows_done: int
    rows_total: int | None
    result: dict[str, Any] | None
    """The report of the load, file by file, or under `error` why it failed."""

    @property
    def going(self) -> bool:
        """Whether it has not ended."""
        return self.state in ("waiting", "running")


def jobs(connection: Connection, n: int) -> list[JobInfo]:
    """The newest `n` jobs, newest first."""
    return [_job(row) for row in connection.execute(_jobs().limit(n))]


def job(connection: Connection, job_id: int) -> JobInfo | None:
    """The job of that number."""
    found = connection.execute(select(*LoadJob.__table__.c).where(LoadJob.job_id == job_id)).first()
    return _job(found) if found else None


def _jobs() -> Select[Any]:
    return select(*LoadJob.__table__.c).order_by(LoadJob.job_id.desc())


def _job(row: Any) -> JobInfo:
    said = dict(row._mapping)
    return JobInfo(
        **{
            **said,
            "files": tuple(said["files"]),
            "made_at": in_utc(said["made_at"]),
            "seen_at": in_utc(said["seen_at"]),
        }
    )
