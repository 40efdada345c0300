"""Who changed what and when: data versions, files and loads."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, func, select

from etl.load.versioned import Row, rows_of
from etl.schema import tables


def newest_version(connection: Connection) -> int:
    """The number of the newest data version; 0 before the first change."""
    version = tables()["data_version"]
    return int(connection.execute(select(func.coalesce(func.max(version.c.version), 0))).scalar_one())


def next_version(
    connection: Connection,
    change: str,
    by: str,
    note: str,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> int:
    """Open the next data version for a change, enter the change in the audit log, and return the version's number.

    `before` and `after` are what a hand-made entry said and says, as the audit log keeps them (values that JSON knows).
    """
    number = newest_version(connection) + 1
    row = {"version": number, "change": change, "made_at": datetime.now(UTC), "made_by": by, "note": note}
    connection.execute(tables()["data_version"].insert(), row)
    audit(connection, by, change, note, version=number, before=before, after=after)
    return number


def audit(
    connection: Connection,
    who: str,
    action: str,
    what: str,
    *,
    version: int | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Add an act to the audit log, which nothing can change or delete."""
    act = {"at": datetime.now(UTC), "who": who, "action": action, "what": what, "version": version}
    connection.execute(tables()["audit"].insert(), {**act, "before": before, "after": after})


def file_number(connection: Connection, kind: str, name: str) -> int:
    """The number of the file of that kind and name, made when there is none yet."""
    file = tables()["file"]
    found = connection.execute(select(file.c.file_id).where(file.c.kind == kind, file.c.name == name)).scalar()
    if found is not None:
        return int(found)
    number = _next_number(connection, file.c.file_id)
    connection.execute(file.insert().values(file_id=number, kind=kind, name=name))
    return number


def _next_number(connection: Connection, column: Column[int]) -> int:
    """The number after the highest; given here, as only one writes at a time and a sequence leaves gaps."""
    return int(connection.execute(select(func.coalesce(func.max(column), 0) + 1)).scalar_one())


def enter_load(connection: Connection, facts: Mapping[str, Any]) -> int:
    """Enter a load and return its number."""
    load = tables()["load"]
    number = _next_number(connection, load.c.load_id)
    connection.execute(load.insert().values(load_id=number, **facts))
    return number


def load_numbered(connection: Connection, load_id: int) -> Row | None:
    """The load of that number with the kind and name of its file; None when there is none."""
    load, file = tables()["load"], tables()["file"]
    query = select(load, file.c.kind, file.c.name).join(file, file.c.file_id == load.c.file_id)
    found = rows_of(connection, query.where(load.c.load_id == load_id))
    return found[0] if found else None


def standing_loads(connection: Connection, file_id: int) -> list[Row]:
    """The loads of a file that are not undone, newest first."""
    load = tables()["load"]
    query = select(load).where(load.c.file_id == file_id, load.c.undone_version.is_(None))
    return rows_of(connection, query.order_by(load.c.load_id.desc()))
