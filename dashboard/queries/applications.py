"""The office's own log: an application a school, award and award year, with all that was entered about it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, select
from sqlalchemy.orm import aliased

from dashboard.domain.applications import decided, stage
from dashboard.queries.frames import plain
from dashboard.queries.versions import counts_in, in_utc
from etl.schema import ENTERED, Award, DataVersion, File, Observation, Record, School, YearStatus

Made = aliased(DataVersion)


@dataclass(frozen=True)
class LogEntry:
    """One entry of the log: how an application stood on a day."""

    row_id: int
    content_key: int
    outcome: str
    """planned, drafting, submitted, won, not_won, withdrawn or did_not_apply."""
    stated_on: date | None
    owner: str | None
    note: str | None
    file: str
    line: int
    by: str
    """Who entered it, or loaded its file."""
    at: datetime
    """UTC."""
    ended_by: str | None = None
    """Who replaced it or took it back; None: it counts now."""
    ended_at: datetime | None = None

    @property
    def entered_here(self) -> bool:
        """Whether it was entered by hand, so that it can be taken back here."""
        return self.file == ENTERED


@dataclass(frozen=True)
class ApplicationShown:
    """One application, as the log and all other sources have it."""

    school_id: str
    school: str
    award: str
    year: int
    entries: tuple[LogEntry, ...]
    """Those that count now, the latest first."""
    decided: str
    """What is known of it: the log's last word, or what other sources settle."""
    record: str | None
    """Status of its record."""
    conflict: bool
    """Whether sources disagree about its record."""

    @property
    def latest(self) -> LogEntry:
        """The entry that decides: of the latest day the furthest stage."""
        return self.entries[0]

    @property
    def label(self) -> str:
        """The application in words: "HP-HEED 2027"."""
        return f"{self.award} {self.year}"

    @property
    def seen(self) -> tuple[int, ...]:
        """What a form that shows it has seen, for the version check."""
        return tuple(sorted(entry.content_key for entry in self.entries))


def applications(connection: Connection, school_id: str | None = None) -> list[ApplicationShown]:
    """The applications of one school, or of all schools, the newest award year first, then by award and school."""
    rows = connection.execute(_entries(school_id).where(counts_in(Observation, None))).all()
    grouped: dict[tuple[str, str, int], list[Row[*tuple[object, ...]]]] = defaultdict(list)
    for row in rows:
        grouped[row.school_id, row.award, row.year].append(row)
    records, years = _records(connection, school_id), _years(connection, school_id)
    found = [_application(key, group, records.get(key), years) for key, group in grouped.items()]
    return sorted(found, key=lambda one: (-one.year, one.award, one.school, one.school_id))


def history(connection: Connection, school_id: str, award: str, year: int) -> list[LogEntry]:
    """Everything that was ever entered about one application, the latest first; what was replaced or taken back too."""
    statement = _entries(school_id).where(Observation.award == award, Observation.year == plain(year))
    runs: list[list[Row[*tuple[object, ...]]]] = []
    rows = sorted(connection.execute(statement), key=lambda row: (row.file, row.content_key, row.valid_from))
    for row in rows:  # a row is written anew when names change: runs without a gap are one entry
        last = runs[-1][-1] if runs else None
        joins = last and (last.file, last.content_key, last.valid_to) == (row.file, row.content_key, row.valid_from)
        if joins:
            runs[-1].append(row)
        else:
            runs.append([row])
    ends = _versions(connection, {run[-1].valid_to for run in runs if run[-1].valid_to is not None})
    found = [_entry(run[0], run[-1].row_id, ends.get(run[-1].valid_to)) for run in runs]
    return sorted(found, key=lambda one: (one.at, one.row_id), reverse=True)


def _entries(school_id: str | None) -> Select[*tuple[object, ...]]:
    own = Observation.bound_school_id.is_not(None) if school_id is None else Observation.bound_school_id == school_id
    return (
        select(Observation.row_id, Observation.content_key, Observation.bound_school_id.label("school_id"))
        .add_columns(School.name.label("school"), Observation.award, Observation.year, Observation.outcome)
        .add_columns(Observation.stated_on, Observation.owner, Observation.note, File.name.label("file"))
        .add_columns(Observation.line, Made.made_by, Made.made_at, Observation.valid_from, Observation.valid_to)
        .join(File, File.file_id == Observation.file_id)
        .join(Made, Made.version == Observation.valid_from)
        .join(School, (School.school_id == Observation.bound_school_id) & School.valid_to.is_(None))
        .where(own, Observation.basis == "own_log")
    )


def _entry(row: Row[*tuple[object, ...]], row_id: int, end: tuple[str, datetime] | None = None) -> LogEntry:
    return LogEntry(
        row_id,
        row.content_key,
        row.outcome,
        row.stated_on,
        row.owner,
        row.note,
        row.file,
        row.line,
        row.made_by,
        in_utc(row.made_at),
        *(end or (None, None)),
    )


def _application(
    key: tuple[str, str, int],
    rows: list[Row[*tuple[object, ...]]],
    record: tuple[str, str, bool] | None,
    years: dict[tuple[str, str, int], str],
) -> ApplicationShown:
    school_id, award, year = key
    entries = sorted(
        (_entry(row, row.row_id) for row in rows),
        key=lambda one: (one.stated_on or date.min, stage(one.outcome), one.row_id),
        reverse=True,
    )
    family, status, conflict = record or ("", None, False)
    known = decided(entries[0].outcome, status, years.get((school_id, family, year)))
    return ApplicationShown(school_id, rows[0].school, award, year, tuple(entries), known, status, conflict)


def _records(connection: Connection, school_id: str | None) -> dict[tuple[str, str, int], tuple[str, str, bool]]:
    """Family, status and conflict by school, award and year, of records under which the own log lies."""
    columns = (Record.school_id, Record.award, Record.year, Record.family, Record.status, Record.conflict)
    statement = select(*columns).where(counts_in(Record, None))
    if school_id is not None:
        statement = statement.where(Record.school_id == school_id)
    rows = connection.execute(statement)
    return {(row.school_id, row.award, row.year): (row.family, row.status, row.conflict) for row in rows}


def _years(connection: Connection, school_id: str | None) -> dict[tuple[str, str, int], str]:
    columns = (YearStatus.school_id, YearStatus.family, YearStatus.year, YearStatus.status)
    statement = select(*columns).where(counts_in(YearStatus, None))
    if school_id is not None:
        statement = statement.where(YearStatus.school_id == school_id)
    return {(row.school_id, row.family, row.year): row.status for row in connection.execute(statement)}


def _versions(connection: Connection, versions: set[int]) -> dict[int | None, tuple[str, datetime]]:
    columns = (DataVersion.version, DataVersion.made_by, DataVersion.made_at)
    rows = connection.execute(select(*columns).where(DataVersion.version.in_(versions)))
    return {row.version: (row.made_by, in_utc(row.made_at)) for row in rows}


def awards_to_apply_for(connection: Connection) -> dict[str, str]:
    """The awards that can be applied for (no tiers, no mentions): names for headings by code, in order of code."""
    columns = (Award.award, Award.name, Award.short_name)
    statement = select(*columns).where(counts_in(Award, None), Award.role == "award").order_by(Award.award)
    return {row.award: row.short_name or row.name for row in connection.execute(statement)}
