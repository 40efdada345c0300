"""The days of a coming cycle, where no file brings them: when it opens, and when applications are due."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from etl.applications.changes import CHANGE, plain
from etl.applications.checks import FIRST_YEAR, LAST_YEAR, known_award, some_day
from etl.database import writing
from etl.kinds import CYCLES
from etl.load import book, by_hand
from etl.load.binding import binder
from etl.load.follow import follow
from etl.load.ground import FileRows
from etl.load.sources import SourceBook
from etl.load.versioned import live
from etl.report import NotPossible, current_user
from etl.schema import ENTERED, tables

TOLD = ("award", "year", "opens_on", "deadline_on")


@dataclass(frozen=True)
class Dates:
    """When the cycle of an award opens and when applications are due; None: not known."""

    award: str
    year: int
    opens_on: date | None
    deadline_on: date | None


def enter_dates(engine: Engine, dates: Dates, *, by: str | None = None) -> int:
    """Enter the days of a cycle in place of those entered before. Returns the number of the load.

    Raises NotPossible for an unknown award, an impossible year, a cycle that closes before it opens, or that the
    calendar says is not held.
    """
    _fit(dates)
    with writing(engine) as connection:
        award = known_award(connection, dates.award, dates.year)
        cycles = live(connection, tables()["cycle"], award=award, year=dates.year)
        if any(not row["held"] for row in cycles):
            raise NotPossible(f"{award} {dates.year} is entered as not held; mend its file of cycles first")
        file_id = book.file_number(connection, CYCLES.name, ENTERED)
        earlier = next((row for row in cycles if row["file_id"] == file_id), None)
        said = {"award": award, "year": dates.year, "opens_on": dates.opens_on, "deadline_on": dates.deadline_on}
        note = f"{award} {dates.year}: due {dates.deadline_on or 'on a day not known'}"
        before = plain(earlier, TOLD) if earlier else None
        version = book.next_version(
            connection, CHANGE, by or current_user(), note, before=before, after=plain(said, TOLD)
        )
        rows = FileRows(connection, CYCLES, file_id, version, lambda _rows: None)
        load_id = by_hand.append(connection, rows, version, {**dict.fromkeys(rows.columns), **said, "held": True})
        bind = binder(connection, SourceBook.read(connection).urls)  # days of cycles change what no name means
        follow(connection, version, kinds={CYCLES.name}, touched=set(), binder=bind)
        return load_id


def _fit(dates: Dates) -> None:
    if not FIRST_YEAR <= dates.year <= LAST_YEAR:
        raise NotPossible(f"{dates.year} is no award year; put one from {FIRST_YEAR} to {LAST_YEAR}")
    opens, due = some_day(dates.opens_on, "opening day"), some_day(dates.deadline_on, "deadline")
    if opens and due and due < opens:
        raise NotPossible(f"the deadline {due} lies before the opening day {opens}; exchange or correct them")
