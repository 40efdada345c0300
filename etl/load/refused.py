"""Rows that could not be taken: kept whole, closed when mended, tried again when what they wait for arrives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Text, cast, select

from etl.load.book import standing_loads
from etl.load.versioned import Row, add, as_of, close, live, live_among, replace, rows_of
from etl.schema import tables
from etl.transform.clean import Reason

ROW_HEADER = "refused: row"
"""Head of the column by which a mended row says which refused row it mends."""


@dataclass(frozen=True)
class RefusedRow:
    """A row that could not be taken: where it stands, what it holds, every reason."""

    sheet: str
    line: int
    headers: tuple[str, ...]
    columns: tuple[str | None, ...]
    cells: tuple[str, ...]
    reasons: tuple[Reason, ...]

    def stored(self, file_id: int) -> dict[str, Any]:
        """The row as table `refused_row` holds it."""
        waits = sorted({reason.waits_for for reason in self.reasons})
        curable = bool(waits) and "" not in waits
        return {
            "file_id": file_id,
            "sheet": self.sheet,
            "line": self.line,
            "headers": list(self.headers),
            "columns": list(self.columns),
            "cells": list(self.cells),
            "reasons": [asdict(reason) for reason in self.reasons],
            "mended": False,
            "waits_for": waits if curable else [],
        }


def _told_apart(row: Mapping[str, Any]) -> str:
    """Rows that say the same word for word are one, as they are among rows that are taken."""
    return repr((list(row["headers"]), list(row["cells"])))


def store(connection: Connection, file_id: int, refused: Sequence[RefusedRow], version: int) -> bool:
    """Make these the refused rows of the file, but for those mended meanwhile; returns whether anything changed."""
    table = tables()["refused_row"]
    closed = select(table).where(table.c.file_id == file_id, table.c.mended, table.c.valid_to.is_not(None))
    mended = {_told_apart(row) for row in rows_of(connection, closed)}
    wanted = {_told_apart(row): row for row in (row.stored(file_id) for row in reversed(refused))}
    present = {_told_apart(row): row for row in live(connection, table, file_id=file_id)}
    came = [row for name, row in reversed(wanted.items()) if name not in present and name not in mended]
    went = [row["row_id"] for name, row in present.items() if name not in wanted]
    close(connection, table, went, version)
    add(connection, table, came, version)
    return bool(came or went)


def mark_mended(connection: Connection, row_ids: Iterable[int], version: int) -> int:
    """Close refused rows that somebody has loaded mended; returns how many were still open."""
    table = tables()["refused_row"]
    rows = live_among(connection, table, "row_id", row_ids)
    for row in rows:
        change = table.update().where(table.c.row_id == row["row_id"]).values(mended=True, valid_to=version)
        connection.execute(change)
    return len(rows)


def restore(connection: Connection, file_id: int, earlier: int, version: int) -> None:
    """Let the refused rows of the file be those of data version `earlier`."""
    table = tables()["refused_row"]
    present, wanted = live(connection, table, file_id=file_id), as_of(connection, table, earlier, file_id=file_id)
    replace(connection, table, _told_apart, present, wanted, version)


def reopen(connection: Connection, closed_in: int, version: int) -> None:
    """Open again the refused rows that were mended in data version `closed_in`, whose load is being undone; not those
    of a file of which no load stands.
    """
    table = tables()["refused_row"]
    query = select(table).where(table.c.mended, table.c.valid_to == closed_in)
    rows = rows_of(connection, query)
    for row in rows:
        connection.execute(table.update().where(table.c.row_id == row["row_id"]).values(mended=False))
    standing = {file_id for file_id in {row["file_id"] for row in rows} if standing_loads(connection, file_id)}
    add(connection, table, ({**row, "mended": False} for row in rows if row["file_id"] in standing), version)


def curable(connection: Connection, cause: str = "") -> list[Row]:
    """Refused rows that wait for something that another load may bring: for what begins like `cause`."""
    table = tables()["refused_row"]
    waits = cast(table.c.waits_for, Text)
    query = select(table).where(table.c.valid_to.is_(None), waits.contains(f'"{cause}', autoescape=True))
    return rows_of(connection, query.order_by(table.c.row_id))
