"""The office's log of its applications: an entry is an observation, and records follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine

from etl.applications.changes import CHANGE, Seen, check, plain
from etl.applications.checks import known_school
from etl.database import writing
from etl.kinds import APPLICATIONS
from etl.load import book, by_hand
from etl.load.binding import Binder, binder
from etl.load.follow import follow
from etl.load.ground import ABSENT, FileRows
from etl.load.one_file import award_names
from etl.load.sources import SourceBook
from etl.load.versioned import Row, live
from etl.report import NotPossible, current_user
from etl.schema import ENTERED, tables
from etl.transform.clean import cleaner

TOLD = ("school_as_printed", "award", "year", "outcome", "stated_on", "owner", "note")
"""The columns of an entry that the audit log keeps."""


@dataclass(frozen=True)
class Entry:
    """How an application stands, as of a day.

    `award` is a code or a printed name, `outcome` whatever a file of the kind may say ("submitted", "awarded").
    """

    school_id: str
    award: str
    year: int
    outcome: str
    stated_on: date
    owner: str | None = None
    note: str | None = None


def enter_status(engine: Engine, entry: Entry, *, seen: Seen | None, by: str | None = None) -> int | None:
    """Enter how an application stands. Returns the number of the load; None where the log says so already.

    An entry of a day replaces what was entered here of that day before; earlier days stay as history. `seen` are the
    content keys of the own log's rows about this application that the form showed, None for whatever is there. Raises
    Changed when there are others now, NotPossible for what cannot be an entry.
    """
    with writing(engine) as connection:
        said = _said(connection, entry)
        present = entries(connection, entry.school_id, said["award"], said["year"])
        what = f"{said['award']} {said['year']}"
        check(connection, what, tables()["observation"], present, seen, "content_key")
        if any(all(row[name] == said[name] for name in TOLD) for row in present):
            return None
        who, latest = by or current_user(), max(present, key=lambda row: row["stated_on"] or date.min, default=None)
        note = f"{entry.school_id}: {what} {said['outcome'].replace('_', ' ')}"
        before = plain(latest, TOLD) if latest else None
        version = book.next_version(connection, CHANGE, who, note, before=before, after=plain(said, TOLD))
        rows, sources, bind = _log(connection, version)
        said["source_id"] = sources.source_of({}, APPLICATIONS, ENTERED)
        load_id = by_hand.append(connection, rows, version, said)
        sources.write_missing(connection, rows.file_id, version)
        follow(connection, version, kinds={APPLICATIONS.name}, touched=rows.touched, binder=bind)
        return load_id


def take_back(engine: Engine, row_id: int, *, by: str | None = None) -> int:
    """Take back the entry kept in the row of that number of `observation`. Returns the number of the load that does it.

    Raises NotPossible when nothing that was entered here has that number, such as a row of a file.
    """
    with writing(engine) as connection:
        rows, *_ = _log(connection, 0)
        kept = live(connection, rows.table, file_id=rows.file_id)
        gone = next((row for row in kept if row["row_id"] == row_id), None)
        if gone is None:
            raise NotPossible(
                f"there is no entry {row_id} to take back; it may be taken back already, or stand in a file"
            )
        note = f"{gone['school_as_printed']}: {gone['award']} {gone['year']} {gone['outcome']} taken back"
        version = book.next_version(
            connection, CHANGE, by or current_user(), note.replace("_", " "), before=plain(gone, TOLD)
        )
        rows, _, bind = _log(connection, version)
        load_id = by_hand.keep_only(connection, rows, version, [row for row in kept if row is not gone])
        follow(connection, version, kinds={APPLICATIONS.name}, touched=rows.touched, binder=bind)
        return load_id


def entries(connection: Connection, school_id: str, award: str, year: int) -> list[Row]:
    """The rows of the own log about one application that count now, from files and from here."""
    found = live(connection, tables()["observation"], bound_school_id=school_id, award=award, year=year)
    return [row for row in found if row["basis"] == "own_log"]


def _log(connection: Connection, version: int) -> tuple[FileRows, SourceBook, Binder]:
    """The rows of the log, each bound for certain by its school's key."""
    sources = SourceBook.read(connection)
    bind = binder(connection, sources.urls)
    file_id = book.file_number(connection, APPLICATIONS.name, ENTERED)
    return FileRows(connection, APPLICATIONS, file_id, version, bind), sources, bind


def _said(connection: Connection, entry: Entry) -> dict[str, Any]:
    """What the entry says, cleaned as a row of a file is, so that both come to the same. Raises NotPossible."""
    known_school(connection, entry.school_id)
    today = datetime.now(UTC).date()
    if entry.stated_on > today + timedelta(days=1):  # the office's own day may be one ahead
        raise NotPossible(f"{entry.stated_on.isoformat()} lies ahead: an entry tells how things stand on a day")
    columns = [column.name for column in APPLICATIONS.columns]
    cells = _cells(entry)
    clean = cleaner(APPLICATIONS, columns, {}, award_names(connection), today.year)
    values, reasons = clean([cells[name] for name in columns])
    if values is None:
        raise NotPossible("; ".join(reason.message for reason in reasons))
    table = tables()["observation"]
    said = {**dict.fromkeys(table.columns.keys()), **ABSENT, **dict(zip(columns, values, strict=True))}
    return {**said, **dict(APPLICATIONS.fixed), "school_as_printed": entry.school_id}


def _cells(entry: Entry) -> Mapping[str, str]:
    return {
        "school_as_printed": "named by its key",
        "parent_as_printed": "",
        "state": "",
        "award": entry.award,
        "year": str(entry.year),
        "outcome": entry.outcome,
        "stated_on": entry.stated_on.isoformat(),
        "owner": entry.owner or "",
        "note": entry.note or "",
    }
