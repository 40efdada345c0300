"""Rows that a person enters: appended to a file of their kind or taken out of it, a load each."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select

from etl.load import book
from etl.load.ground import FileRows, PlacedRow
from etl.load.versioned import Row


def append(connection: Connection, rows: FileRows, version: int, row: Mapping[str, Any]) -> int:
    """Let the file say one row more; of two with one key the new one counts. Returns the number of the load."""
    query = select(func.max(rows.table.c.line)).where(rows.table.c.file_id == rows.file_id)
    line = connection.execute(query).scalar() or 0
    rows.take([PlacedRow("", line + 1, tuple(row[name] for name in rows.columns))])
    rows.finish(keep_rest=True)
    return _enter(connection, rows, version, repr(row))


def keep_only(
    connection: Connection, rows: FileRows, version: int, kept: Iterable[Row], notices: Sequence[str] = ()
) -> int:
    """Let the file say these rows and no others; `notices` are kept with the load. Returns the number of the load."""
    wanted = [PlacedRow("", row["line"], tuple(row[name] for name in rows.columns)) for row in kept]
    rows.take(wanted)
    rows.finish()
    return _enter(connection, rows, version, repr(wanted), notices)


def _enter(connection: Connection, rows: FileRows, version: int, text: str, notices: Sequence[str] = ()) -> int:
    counts = rows.counts
    facts = {
        "file_id": rows.file_id,
        "version": version,
        "sha256": sha256(text.encode()).hexdigest(),
        "n_bytes": len(text.encode()),
        "rows_read": counts.new + counts.changed + counts.unchanged,
        "rows_new": counts.new,
        "rows_changed": counts.changed,
        "rows_unchanged": counts.unchanged,
        "rows_gone": counts.gone,
        "rows_refused": 0,
        "notices": list(notices),
    }
    return book.enter_load(connection, facts)
