"""Load, preview, undo, rebuild, and the other changes a person makes: the steps in order, one transaction each."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, select
from sqlalchemy import Table as SqlTable

from etl.database import upgrade, writing
from etl.extract.table import FileRefused, Table
from etl.find import Work, find_work
from etl.kinds import PEERS, kind_named
from etl.load import book, refused
from etl.load.behind import written_behind
from etl.load.binding import Binder, binder
from etl.load.exported import without_standing
from etl.load.follow import all_schools, follow
from etl.load.ground import Counts, FileRows, PlacedRow
from etl.load.one_file import Context, RowReader, award_names, write_rows
from etl.load.settle import bereave, settle
from etl.load.sources import SourceBook
from etl.load.touched import Touched
from etl.load.versioned import Row, as_of, live, replace
from etl.peers import group_notices
from etl.report import FileReport, LoadReport, NotPossible, current_user
from etl.schema import tables

OWN_SCHOOL = "own_school"
REFUSED_HEADS = "refused:"
"""Beginning of the heads by which a spreadsheet of refused rows says where each comes from."""
CURING = frozenset({"awards", "award_names", "sources"})
"""Kinds that refused rows may wait for."""
SHOWN = 10
"""Line numbers listed in a notice."""
SELDOM = (100_000, 50, 100)
"""Objects made between two searches for garbage, and searches of the young between those of the older."""
Progress = Callable[[str, int], None]
"""Told the name of the file being loaded and the number of its rows read so far."""


def load(
    engine: Engine,
    paths: Iterable[Path],
    *,
    kind: str | None = None,
    name: str | None = None,
    defaults: Mapping[str, str] | None = None,
    dry_run: bool = False,
    by: str | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Load files and folders; each file is wholly in or not at all.

    `kind` says what the files are where their columns do not; `name` is the identity to load a file under in place of
    its own name; `defaults` give values for columns a file lacks. With `dry_run` the report says what would change and
    nothing is changed. Files that can't be read are in the report with their error.
    """
    upgrade(engine)
    found, unreadable = find_work(paths, kind, name, defaults or {})
    report = LoadReport(unreadable, dry_run)
    who, tell = by or current_user(), progress or (lambda _name, _rows: None)
    with seldom_collected():
        if dry_run:
            with engine.connect().execution_options(writes=True) as connection, connection.begin() as transaction:
                for works in found:
                    report.files.extend(load_works(connection, works, who, tell))
                transaction.rollback()
        else:
            for works in found:
                with writing(engine) as connection:
                    report.files.extend(load_works(connection, works, who, tell))
    return report


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Lets Python look for garbage that refers to itself more seldom: a load makes objects by the million and hardly
    any of that, and the search takes up to half of its time.
    """
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def load_works(connection: Connection, works: list[Work], by: str, progress: Progress) -> list[FileReport]:
    """Load all kinds of rows of one file, or none of them if it turns out to be unreadable half way."""
    attempt = connection.begin_nested()
    try:
        reports = [_load_one(connection, work, by, progress) for work in works]
    except FileRefused as error:
        attempt.rollback()
        return [FileReport(works[0].name, works[0].kind.name, error=str(error))]
    attempt.commit()
    return reports


def _context(connection: Connection) -> Context:
    sources = SourceBook.read(connection)
    return Context(award_names(connection), sources, binder(connection, sources.urls), date.today())


def _load_one(connection: Connection, work: Work, by: str, progress: Progress) -> FileReport:
    report = FileReport(work.name, work.kind.name)
    attempt = connection.begin_nested()
    version = book.next_version(connection, "load", by, f"{work.kind.title}: {work.name}")
    file_id = book.file_number(connection, work.kind.name, work.name)
    context = _context(connection)
    reader = RowReader(work.kind, work.name, context)
    rows = FileRows(connection, work.kind, file_id, version, context.binder)
    exported = False
    with written_behind(connection):
        for table in work.tables:
            found, standing = without_standing(connection, work.kind, table)
            write_rows(reader, reader.rows(found, work.defaults), rows, lambda n: progress(work.name, n))
            report.notices.extend(_notices(found))
            if standing:
                exported = True
                rows.counts.unchanged += standing.skipped
                reader.n_read += standing.skipped
                reader.refuse_edited(found, standing.edited)
                report.notices.append(f"an export: {standing.skipped} rows stand already where they came from")
    changed = Changed({work.kind.name}, rows.touched, context.binder)
    _tell_counts(report, reader, rows.finish(keep_rest=exported))
    if "source_id" in rows.table.c and work.kind.name != "sources":
        changed.sources_came, changed.sources_went = context.sources.write(connection, file_id, version)
    kept = refused.store(connection, file_id, reader.refused, version)
    report.mended = refused.mark_mended(connection, reader.mends, version)
    if rows.counts.anything or kept or report.mended:
        _after(connection, version, changed)
        report.version = version
        if work.kind.name == PEERS.name:
            report.notices.extend(group_notices(connection, file_id))
        report.load_id = book.enter_load(connection, _load_facts(work, report, file_id))
    _tell_unresolved(connection, report, rows)
    if report.load_id is None:
        attempt.rollback()  # all was known: not even a data version is used up
    else:
        attempt.commit()
    return report


def _notices(table: Table) -> list[str]:
    where = f"sheet {table.sheet}: " if table.sheet else ""
    unknown = [head for head in table.unknown if not head.startswith(REFUSED_HEADS)]
    ignored = [f"columns not known and not loaded: {', '.join(unknown)}"] if unknown else []
    return [f"{where}{notice}" for notice in (*table.notices, *ignored)]


def _tell_counts(report: FileReport, reader: RowReader, counts: Counts) -> None:
    report.new, report.changed, report.unchanged, report.gone = (
        counts.new,
        counts.changed,
        counts.unchanged,
        counts.gone,
    )
    report.rows_read, report.refused_rows = reader.n_read, reader.refused
    if counts.repeated:
        lines = ", ".join(str(line) for line in counts.repeated[:SHOWN])
        more = f" and {len(counts.repeated) - SHOWN} more" if len(counts.repeated) > SHOWN else ""
        report.notices.append(f"rows that repeat an earlier row of the file word for word, counted once: {lines}{more}")


def _tell_unresolved(connection: Connection, report: FileReport, rows: FileRows) -> None:
    """Tell which names of the file wait for a person."""
    if "bound_school_id" not in rows.table.c:
        return
    t = rows.table
    query = select(t.c.school_as_printed, t.c.parent_as_printed, *([t.c.school_id] if "school_id" in t.c else []))
    query = query.where(t.c.file_id == rows.file_id, t.c.valid_to.is_(None), t.c.bound_school_id.is_(None))
    waiting = [", ".join(part for part in row if part) for row in connection.execute(query)]
    report.unresolved, report.unresolved_names = len(waiting), sorted(set(waiting))


def _load_facts(work: Work, report: FileReport, file_id: int) -> dict[str, Any]:
    return {
        "file_id": file_id,
        "version": report.version,
        "sha256": work.sha256,
        "n_bytes": work.n_bytes,
        "rows_read": report.rows_read,
        "rows_new": report.new,
        "rows_changed": report.changed,
        "rows_unchanged": report.unchanged,
        "rows_gone": report.gone,
        "rows_refused": report.refused,
        "notices": report.notices,
    }


@dataclass
class Changed:
    """What a change of the ground touched."""

    kinds: set[str]
    touched: Touched
    binder: Binder | None
    sources_came: bool = False
    sources_went: bool = False


def _after(connection: Connection, version: int, changed: Changed) -> None:
    """Derive all that follows from the change, waiting rows that it frees or bereaves included."""
    if (changed.sources_went or changed.kinds & CURING) and (bereaved := bereave(connection, version)):
        changed.touched.update(bereaved)
    if changed.sources_came or changed.kinds & CURING:
        cause = "" if changed.kinds & CURING else "source:"
        kinds, touched = settle(connection, version, lambda: _context(connection), cause)
        if kinds:
            changed.touched.update(touched)
            changed.binder = None
    follow(connection, version, kinds=changed.kinds, touched=changed.touched, binder=changed.binder)


def undo(engine: Engine, load_id: int, *, by: str | None = None) -> int:
    """Undo a load; what its file said before counts again. Returns the data version this makes.

    Raises NotPossible when there is no such load or it is undone already.
    """
    return undo_all(engine, [load_id], by=by)[0]


def undo_all(engine: Engine, load_ids: Sequence[int], *, by: str | None = None) -> list[int]:
    """Undo loads in that order, all of them or none; as `undo`, with a data version for each."""
    upgrade(engine)
    with writing(engine) as connection:
        return [_undo(connection, load_id, by or current_user()) for load_id in load_ids]


def _undo(connection: Connection, load_id: int, by: str) -> int:
    target = book.load_numbered(connection, load_id)
    if target is None:
        raise NotPossible(f"there is no load {load_id}; `awards loads` lists them")
    if target["undone_version"] is not None:
        raise NotPossible(f"load {load_id} is undone already, in data version {target['undone_version']}")
    note = f"load {load_id} of {target['kind']} {target['name']} undone"
    version = book.next_version(connection, "undo", by, note)
    newest = book.standing_loads(connection, target["file_id"])[0]["load_id"]
    load = tables()["load"]
    connection.execute(load.update().where(load.c.load_id == load_id).values(undone_version=version))
    if newest == load_id:
        _restore(connection, target, version)
    return version


def _restore(connection: Connection, undone: Row, version: int) -> None:
    """Let the file say again what its newest standing load said, or nothing."""
    kind, file_id = kind_named(undone["kind"]), undone["file_id"]
    standing = book.standing_loads(connection, file_id)
    earlier = standing[0]["version"] if standing else 0
    changed = Changed({kind.name}, Touched(waiting=None), None)
    if kind.table != "source" and "source_id" in tables()[kind.table].c:
        changed.sources_came, changed.sources_went = _bring_back(connection, "source", file_id, earlier, version)
    rows = FileRows(connection, kind, file_id, version, _context(connection).binder)
    rows.take(_said(row, rows) for row in as_of(connection, rows.table, earlier, file_id=file_id))
    rows.finish()
    changed.touched.update(rows.touched)
    refused.restore(connection, file_id, earlier, version)
    refused.reopen(connection, undone["version"], version)
    _after(connection, version, changed)


def _said(row: Row, rows: FileRows) -> PlacedRow:
    return PlacedRow(row["sheet"], row["line"], tuple(row[name] for name in rows.columns))


def _bring_back(connection: Connection, name: str, file_id: int, earlier: int, version: int) -> tuple[bool, bool]:
    table = tables()[name]
    present, wanted = live(connection, table, file_id=file_id), as_of(connection, table, earlier, file_id=file_id)
    came, went = replace(connection, table, lambda row: row["content_key"], present, wanted, version)
    return bool(came), bool(went)


def rebuild(engine: Engine, *, by: str | None = None) -> int:
    """Derive everything anew from what files say. Returns how many derived rows came out differently: 0 is right."""
    upgrade(engine)
    with writing(engine) as connection:
        attempt = connection.begin_nested()
        version = book.next_version(connection, "rebuild", by or current_user(), "all derived anew")
        differing = sum(derive_anew(connection, version).values())
        if differing:
            attempt.commit()
        else:
            attempt.rollback()
        return differing


def derive_anew(connection: Connection, version: int) -> dict[str, int]:
    """Derive everything anew; the number of rows of each table that came or went by it in data version `version`."""
    kinds = {"institutions", "schools", "names", "awards", "cycles"}
    follow(connection, version, kinds=kinds, touched=all_schools(connection))
    return {name: _rows_of_version(connection, table, version) for name, table in tables().items()}


def _rows_of_version(connection: Connection, table: SqlTable, version: int) -> int:
    """How many rows of a table came in a data version."""
    if "valid_from" not in table.c:
        return 0
    changed = (table.c.valid_from == version) | (table.c.valid_to == version)
    return int(connection.execute(select(func.count()).select_from(table).where(changed)).scalar_one())


def set_own_school(engine: Engine, school_id: str, *, by: str | None = None) -> int:
    """Make a school the office's own. Returns the data version this makes; raises NotPossible for an unknown school."""
    with writing(engine) as connection:
        if not live(connection, tables()["school"], school_id=school_id):
            raise NotPossible(f"there is no school {school_id!r}; `awards schools TEXT` finds its key")
        version = book.next_version(connection, "setting", by or current_user(), f"own school: {school_id}")
        setting = tables()["setting"]
        connection.execute(delete(setting).where(setting.c.name == OWN_SCHOOL))
        connection.execute(setting.insert().values(name=OWN_SCHOOL, value=school_id))
        return version
