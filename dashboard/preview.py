"""What loading files would change, found by loading them in a transaction that is rolled back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, or_, select

from dashboard.domain.streaks import SchoolStreaks
from dashboard.queries.all_streaks import all_streaks
from dashboard.queries.families import families
from dashboard.queries.streaks import streaks
from dashboard.queries.versions import newest_version
from etl.batch import Asked, load_batch
from etl.database import upgrade
from etl.kinds import kind_named
from etl.load.book import file_number, standing_loads
from etl.report import FileReport
from etl.schema import Calendar, YearStatus, tables

SHOWN: Final = 10
"""Rows of each sort that are shown of a file."""
MOST_SCHOOLS: Final = 1_000
"""Schools that are asked for by key; of more, all are."""
TOUCHED: Final = 200_000
"""Rows of a file of which changed ones are looked for in pairs."""


@dataclass(frozen=True)
class SampleRow:
    """A row as it would stand, or stood: its place and what it says by column."""

    line: int
    said: tuple[tuple[str, str], ...]
    """Columns with values, empty ones left out; of a changed row those that differ, as "before → after"."""


@dataclass(frozen=True)
class FilePreview:
    """What would become of one kind of rows of one file."""

    report: FileReport
    next_version_of: str | None
    """When a file of that kind and name was loaded before, by whom: this one takes its place."""
    new: tuple[SampleRow, ...] = ()
    changed: tuple[SampleRow, ...] = ()
    gone: tuple[SampleRow, ...] = ()


@dataclass(frozen=True)
class StreakChange:
    """How a school's standing in an award family would change: (before, after) of each."""

    school_id: str
    school: str
    family: str
    confirmed: tuple[str, str]
    probable: tuple[str, str]
    wins: tuple[int, int]

    def sentence(self) -> str:
        """What changes, the confirmed streak first: "UVA’s confirmed streak 7 → 8"."""
        parts = [
            f"{what} {before} → {after}"
            for what, (before, after) in (("confirmed streak", self.confirmed), ("probable streak", self.probable))
            if before != after
        ] or [f"wins {self.wins[0]} → {self.wins[1]}"]
        return f"{self.school}’s {', '.join(parts)} ({self.family})"


@dataclass(frozen=True)
class Preview:
    """What loading some files would change."""

    files: tuple[FilePreview, ...]
    streaks: tuple[StreakChange, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether loading the files would do anything at all."""
        return any(one.report.load_id is not None for one in self.files)

    @property
    def rows(self) -> int:
        """Rows to be read."""
        return sum(one.report.rows_read for one in self.files)


def preview(
    engine: Engine, asked: Sequence[Asked], by: str, progress: Callable[[str, int], None] = lambda _name, _rows: None
) -> Preview:
    """What loading the files would change; nothing is changed. Waits for a load that is under way."""
    upgrade(engine)
    with engine.connect().execution_options(writes=True) as connection, connection.begin() as transaction:
        before = newest_version(connection)
        reports = load_batch(connection, asked, by, progress)
        files = tuple(_file(connection, report) for report in reports)
        changes = tuple(_streak_changes(connection, before))
        transaction.rollback()
    return Preview(files, changes)


def _file(connection: Connection, report: FileReport) -> FilePreview:
    if report.kind is None or report.version is None:
        return FilePreview(report, None)
    kind = kind_named(report.kind)
    table, file_id = tables()[kind.table], file_number(connection, kind.name, report.file)
    columns = [column.name for column in kind.columns if column.name in table.c]
    new, changed, gone = _rows(connection, table, file_id, report.version, columns)
    return FilePreview(report, _earlier(connection, file_id, report.load_id), new, changed, gone)


def _earlier(connection: Connection, file_id: int, load_id: int | None) -> str | None:
    """The load whose place this one takes, in words."""
    before = [load for load in standing_loads(connection, file_id) if load["load_id"] != load_id]
    if not before:
        return None
    made = tables()["data_version"]
    by = connection.execute(select(made.c.made_by, made.c.made_at).where(made.c.version == before[0]["version"])).one()
    return f"load {before[0]['load_id']} of {by.made_at:%Y-%m-%d} by {by.made_by}"


_Samples = tuple[SampleRow, ...]


def _rows(
    connection: Connection, table: Table, file_id: int, version: int, columns: list[str]
) -> tuple[_Samples, _Samples, _Samples]:
    """The first rows that would be new, changed and gone."""
    said = [table.c[name] for name in columns]
    query = select(table.c.row_key, table.c.line, *said).where(table.c.file_id == file_id).order_by(table.c.line)
    came = connection.execute(query.where(table.c.valid_from == version).limit(TOUCHED)).all()
    went = connection.execute(query.where(table.c.valid_to == version).limit(TOUCHED)).all()
    before = {row.row_key: row for row in went}
    now = {row.row_key for row in came}
    new = [_sample(row, columns) for row in came if row.row_key not in before][:SHOWN]
    changed = [_difference(before[row.row_key], row, columns) for row in came if row.row_key in before][:SHOWN]
    gone = [_sample(row, columns) for row in went if row.row_key not in now][:SHOWN]
    return tuple(new), tuple(changed), tuple(gone)


def _sample(row: Any, columns: Sequence[str]) -> SampleRow:
    values = ((name, getattr(row, name)) for name in columns)
    return SampleRow(row.line, tuple((name, _text(value)) for name, value in values if value not in (None, "")))


def _difference(before: Any, after: Any, columns: Sequence[str]) -> SampleRow:
    pairs = ((name, _text(getattr(before, name)), _text(getattr(after, name))) for name in columns)
    differing = tuple((name, f"{old or 'nothing'} → {new or 'nothing'}") for name, old, new in pairs if old != new)
    return SampleRow(after.line, (*_sample(after, columns).said[:2], *differing))


def _text(value: object) -> str:
    return "" if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _streak_changes(connection: Connection, before: int) -> list[StreakChange]:
    """How streaks differ from those of data version `before`: the longest confirmed ones first."""
    found: list[tuple[int, StreakChange]] = []
    for family in families(connection):
        schools = _touched(connection, family.family, before)
        if schools is not None and not schools:
            continue
        then = {one.school_id: one for one in _streaks(connection, family.family, schools, before)}
        for one in _streaks(connection, family.family, schools):
            change = _change(then.get(one.school_id), one)
            if change:
                found.append((one.current.n, change))
    return [change for _, change in sorted(found, key=lambda pair: (-pair[0], pair[1].school, pair[1].family))]


def _streaks(
    connection: Connection, family: str, schools: set[str] | None, version: int | None = None
) -> list[SchoolStreaks]:
    """The streaks of some schools or, with None, of all."""
    if schools is None:
        return all_streaks(connection, family, version=version)
    return streaks(connection, family, school_ids=schools, version=version)


def _touched(connection: Connection, family: str, before: int) -> set[str] | None:
    """The schools whose years changed since; None for all, as when a year came to the calendar."""
    since = or_(Calendar.valid_from > before, Calendar.valid_to > before)
    if connection.execute(select(Calendar.row_id).where(Calendar.family == family, since).limit(1)).first():
        return None
    changed = or_(YearStatus.valid_from > before, YearStatus.valid_to > before)
    query = select(YearStatus.school_id).where(YearStatus.family == family, changed).distinct().limit(MOST_SCHOOLS + 1)
    schools = set(connection.scalars(query))
    return schools if len(schools) <= MOST_SCHOOLS else None


def _change(before: SchoolStreaks | None, after: SchoolStreaks) -> StreakChange | None:
    found = StreakChange(
        after.school_id,
        after.short_name,
        after.family,
        (_run(before and before.current), _run(after.current)),
        (_run(before and before.probable_current), _run(after.probable_current)),
        (before.total if before else 0, after.total),
    )
    same = found.confirmed[0] == found.confirmed[1] and found.probable[0] == found.probable[1]
    return None if same and found.wins[0] == found.wins[1] else found


def _run(current: Any) -> str:
    """A streak in a word: its length, and what became of it unless it is alive."""
    if current is None or current.state == "none":
        return "none"
    return f"{current.n}" if current.state == "alive" else f"{current.n} ({current.state})"
