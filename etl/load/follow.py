"""What follows from a change of the ground, in order: institutions, schools, bindings, calendar, records."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from etl.load import binding, reference, unresolved
from etl.load.records import refresh_records
from etl.load.sources import SourceBook
from etl.load.touched import Touched
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
    touched: Touched | Collection[str],
    binder: binding.Binder | None = None,
) -> set[str]:
    """Derive anew what rests on the rows of these kinds; returns the schools whose records changed.

    `touched` is what changed rows are or were about, or the schools they are or were bound to. `binder` is the one that
    bound them, if any: without it, and whenever naming changed, a new one is made from what counts now.
    """
    change = Touched.of(touched)
    if "institutions" in kinds:
        reference.refresh_institutions(connection, version)
    if binder is None or NAMING_KINDS & set(kinds):
        change.schools |= reference.refresh_schools(connection, {}, None, version)
        binder = binding.binder(connection, SourceBook.read(connection).urls)
        change.update(binding.rebind(connection, binder, version))
        looked_at = None
    else:
        looked_at = change.all()
    if moved := reference.refresh_schools(connection, binder.created, looked_at, version):
        change.schools |= moved
        change.update(binding.rebind_by_key(connection, version))
    world = bool(WORLD_KINDS & set(kinds))
    calendar_changed = reference.refresh_calendar(
        connection, version, None if world or looked_at is None else change.cycles
    )
    cycles = unresolved.refresh(connection, binder, version, change.waiting, moved)
    if calendar_changed or world:
        change.schools |= all_schools(connection)
    elif decided := cycles & reference.complete_cycles(connection):
        change.add_cycles(all_schools(connection), decided)
    return refresh_records(connection, change, version)


def all_schools(connection: Connection) -> set[str]:
    """Every school there is now, and every one that has records."""
    t = tables()
    found: set[str] = set()
    for name in ("school", "record", "year_status"):
        query = select(t[name].c.school_id).distinct().where(t[name].c.valid_to.is_(None))
        found.update(connection.execute(query).scalars())
    return found
