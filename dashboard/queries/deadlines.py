"""What is due: the cycles that come, and every step on the way to an application with its day."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from dashboard.domain.applications import OPEN, Deadline, deadlines, in_order
from dashboard.queries.application_work import plan, tasks
from dashboard.queries.applications import applications, awards_to_apply_for
from dashboard.queries.versions import counts_in
from etl.schema import ENTERED, Cycle, File, Record

YEARS_BACK: Final = 1
"""A cycle without a deadline may still come as long as its award year is no older than last year's."""


@dataclass(frozen=True)
class CycleDates:
    """One award in one year, as far as its days are known."""

    award: str
    year: int
    opens_on: date | None
    deadline_on: date | None
    held: bool
    announced: bool
    entered_here: bool
    """Whether its days were entered by hand."""

    def comes(self, today: date) -> bool:
        """Whether it can still be applied for, as far as is known."""
        if not self.held or self.announced:
            return False
        return self.deadline_on >= today if self.deadline_on else self.year >= today.year - YEARS_BACK


def cycle_dates(connection: Connection) -> list[CycleDates]:
    """Every award in every year that has a cycle, by year and award; what was entered by hand outweighs files."""
    columns = (*Cycle.__table__.columns, File.name.label("file"))
    statement = select(*columns).join(File, File.file_id == Cycle.file_id).where(counts_in(Cycle, None))
    rows = sorted(connection.execute(statement), key=lambda row: (row.file == ENTERED, row.file, row.row_key))
    merged: dict[tuple[str, int], CycleDates] = {}
    for cycle in rows:
        before = merged.get((cycle.award, cycle.year))
        merged[cycle.award, cycle.year] = CycleDates(
            cycle.award,
            cycle.year,
            cycle.opens_on or (before.opens_on if before else None),
            cycle.deadline_on or (before.deadline_on if before else None),
            cycle.held and (before is None or before.held),
            bool(cycle.announced or cycle.announced_on or (before and before.announced)),
            cycle.file == ENTERED or bool(before and before.entered_here),
        )
    return sorted(merged.values(), key=lambda one: (one.year, one.award))


def coming_cycles(connection: Connection, today: date) -> list[CycleDates]:
    """The cycles of awards that can still be applied for: the earliest deadline first, unknown ones last."""
    awards = awards_to_apply_for(connection)
    found = [one for one in cycle_dates(connection) if one.award in awards and one.comes(today)]
    return sorted(found, key=lambda one: (one.deadline_on or date.max, one.year, one.award))


def due(connection: Connection, school_id: str, today: date) -> list[Deadline]:
    """Every step of the school's applications to come, those overdue first.

    An application counts while the log calls it planned or drafting. A cycle that the log does not mention counts when
    its deadline is known and lies ahead and the school has a record for its award, in whatever year.
    """
    cycles = {(one.award, one.year): one for one in cycle_dates(connection)}
    logged = {(one.award, one.year): one.decided for one in applications(connection, school_id)}
    wanted = {key for key, outcome in logged.items() if outcome in OPEN}
    known = awards_of(connection, school_id) & awards_to_apply_for(connection).keys()
    wanted |= {
        key
        for key, one in cycles.items()
        if key not in logged and one.award in known and one.deadline_on and one.comes(today)
    }
    steps, kept = plan(connection).steps, tasks(connection, school_id)
    found: list[Deadline] = []
    for award, year in wanted:
        cycle = cycles.get((award, year))
        closes_on = cycle.deadline_on if cycle else None
        found += deadlines((school_id, award, year), closes_on, steps, kept.get((award, year), {}), today)
    return in_order(found)


def awards_of(connection: Connection, school_id: str) -> set[str]:
    """The awards of which the school has a record, in whatever year."""
    statement = select(Record.award).where(Record.school_id == school_id, counts_in(Record, None))
    return set(connection.scalars(statement))
