"""The version check: what a form showed against what counts now, and what somebody else made of it meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, select

from etl.database import writing
from etl.load import book
from etl.load.versioned import BOOKKEEPING, Row, content, live, replace, rows_of
from etl.report import NotPossible, current_user
from etl.schema import tables

CHANGE = "application"
Seen = tuple[int, ...]
"""Numbers of the rows that a form showed, in order; () where there were none."""


@dataclass(frozen=True)
class Theirs:
    """What somebody else entered meanwhile; `said` is empty where they took something away."""

    by: str
    at: datetime
    """UTC."""
    said: Mapping[str, Any]


class Changed(NotPossible):
    """Somebody else changed it since the form showed it. Nothing was written; `now` is what counts now."""

    def __init__(self, what: str, theirs: tuple[Theirs, ...], now: Seen) -> None:
        who = " and ".join(dict.fromkeys(f"{one.by} at {one.at:%Y-%m-%d %H:%M} UTC" for one in theirs))
        super().__init__(f"{what} was changed meanwhile by {who or 'somebody'}; nothing was written")
        self.theirs, self.now = theirs, now


def check(connection: Connection, what: str, table: Table, present: Iterable[Row], seen: Seen | None, key: str) -> None:
    """Raise Changed unless the rows that count are those that were seen (None: whatever is there).

    `key` is the column that numbers rows: `row_id`, or `content_key` for rows that are written anew when names change.
    """
    rows = sorted(present, key=lambda row: int(row[key]))
    now = tuple(int(row[key]) for row in rows)
    if seen is None or now == tuple(sorted(seen)):
        return
    came = [(row["valid_from"], _said(row)) for row in rows if row[key] not in seen]
    gone = set(seen) - set(now)
    query = select(table.c.valid_to).where(table.c[key].in_(gone), table.c.valid_to.is_not(None))
    went: list[tuple[int, dict[str, Any]]] = [(version, {}) for version in connection.execute(query).scalars()]
    raise Changed(what, tuple(_theirs(connection, *one) for one in sorted(came or went, key=lambda one: one[0])), now)


def _said(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in BOOKKEEPING}


def _theirs(connection: Connection, version: int, said: Mapping[str, Any]) -> Theirs:
    table = tables()["data_version"]
    (about,) = rows_of(connection, select(table).where(table.c.version == version))
    at = about["made_at"]
    return Theirs(about["made_by"], at if at.tzinfo else at.replace(tzinfo=UTC), said)


def plain(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """What a row says, as the audit log keeps it: days as text, what is empty left out."""
    values = {name: row[name] for name in names if row.get(name) is not None}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


@dataclass(frozen=True)
class Hold:
    """Rows of one of the office's tables that are changed together."""

    what: str
    """What they are, for messages."""
    table: str
    where: Mapping[str, Any]
    """The columns whose values they share."""
    key: tuple[str, ...]
    """The columns that tell them apart."""


def put(
    engine: Engine, hold: Hold, wanted: Iterable[Row], *, seen: Seen | None, by: str | None, note: str
) -> int | None:
    """Make `wanted` the rows that count of what is held. Returns the data version; None where they do already.

    Raises Changed when the rows that count are not those seen.
    """
    with writing(engine) as connection:
        return put_in(connection, hold, wanted, seen=seen, by=by, note=note)


def put_in(
    connection: Connection, hold: Hold, wanted: Iterable[Row], *, seen: Seen | None, by: str | None, note: str
) -> int | None:
    """What `put` does, inside the caller's transaction."""
    table, rows = tables()[hold.table], list(wanted)
    present = live(connection, table, **hold.where)
    check(connection, hold.what, table, present, seen, "row_id")
    if sorted(repr(content(row, table)) for row in present) == sorted(repr(content(row, table)) for row in rows):
        return None
    names = [column.name for column in table.columns if column.name not in BOOKKEEPING]
    before, after = ([plain(row, names) for row in side] for side in (present, rows))
    version = book.next_version(
        connection,
        CHANGE,
        by or current_user(),
        note,
        before={hold.table: before} if before else None,
        after={hold.table: after} if after else None,
    )
    replace(connection, table, lambda row: tuple(row[name] for name in hold.key), present, rows, version)
    return version
