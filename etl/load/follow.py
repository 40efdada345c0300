"""What follows from a change of the ground, in order: institutions, schools, bindings, calendar, records."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from etl.load import binding, reference, unresolved
from etl.load.records import refresh_records
from etl.load.sources import SourceBook
from etl.schema import tables

NAMING_KINDS = frozenset({"institutions", "schools", "names", "awards", "sources"})
"""Kinds that can change what a printed name means (an address is evidence too)."""
WORLD_KINDS = frozenset({"awards", "cycles", "recipients", "sources"})
"""Kinds that can change every school's records."""


def follow(
    connection: Connection,
    version: int,
    *,
    kinds: Collection[str],
    touched: Collection[str],
    binder: binding.Binder | None = None,
) -> set[str]:
    """Derive anew what rests on the rows of these kinds; returns the schools whose records changed.

    `touched` are the schools to which changed rows are or were bound. `binder` is the one that bound them, if any:
    without it, and whenever naming changed, a new one is made from what counts now.
    """
    schools = set(touched)
    if "institutions" in kinds:
        reference.refresh_institutions(connection, version)
    if binder is None or NAMING_KINDS & set(kinds):
        reference.refresh_schools(connection, {}, version)
        binder = binding.binder(connection, SourceBook.read(connection).urls)
        schools |= binding.rebind(connection, binder, version)
    if reference.refresh_schools(connection, binder.created, version):
        schools |= binding.rebind_by_key(connection, version)
    calendar_changed = reference.refresh_calendar(connection, version)
    unresolved.refresh(connection, binder, version)
    if calendar_changed or WORLD_KINDS & set(kinds) or _lists_complete(connection):
        schools |= all_schools(connection)
    return refresh_records(connection, schools, version)


def all_schools(connection: Connection) -> set[str]:
    """Every school there is now, and every one that has records."""
    t = tables()
    found: set[str] = set()
    for name in ("school", "record", "year_status"):
        query = select(t[name].c.school_id).distinct().where(t[name].c.valid_to.is_(None))
        found.update(connection.execute(query).scalars())
    return found


def _lists_complete(connection: Connection) -> bool:
    """Whether some list of winners is complete, so that a name that waits can decide about every school."""
    calendar = tables()["calendar"]
    query = select(calendar.c.row_id).where(calendar.c.valid_to.is_(None), calendar.c.list_complete).limit(1)
    return connection.execute(query).first() is not None
