"""Refused rows that waited for an award or a source, taken as soon as it is there; rows that lost theirs wait again."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy import Table as SqlTable

from etl.extract.table import Place, Table, TextRow
from etl.kinds import Kind, kind_named
from etl.load.ground import FileRows, said_columns
from etl.load.one_file import Context, RowReader
from etl.load.refused import curable
from etl.load.touched import Touched
from etl.load.versioned import Row, close, rows_of
from etl.schema import tables


def settle(connection: Connection, version: int, make: Callable[[], Context], cause: str) -> tuple[set[str], Touched]:
    """Take the refused rows whose reasons are gone. Returns the kinds that this changed, and what it touched.

    `cause` is the beginning of what rows wait for that may have come now, '' for anything; `make` makes what they are
    read against, if there are any.
    """
    kinds: set[str] = set()
    touched = Touched(waiting=None)
    groups = defaultdict(list)
    for row in curable(connection, cause):
        groups[row["file_id"], tuple(row["headers"]), tuple(row["columns"])].append(row)
    if not groups:
        return kinds, touched
    context = make()
    for (file_id, _, _), rows in groups.items():
        kind, name = _file(connection, file_id)
        table, numbers = _as_table(kind, name, rows)
        context.sources.forget()
        reader = RowReader(kind, name, context)
        placed = list(reader.rows(table, {}))
        refused = {(row.sheet, row.line) for row in reader.refused}
        cured = [numbers[place] for place in numbers if place not in refused]
        if not cured:
            continue
        writer = FileRows(connection, kind, file_id, version, context.binder)
        for part in placed:
            writer.take_many(part)
        writer.finish(keep_rest=True)
        context.sources.write_missing(connection, file_id, version)
        close(connection, tables()["refused_row"], cured, version)
        kinds.add(kind.name)
        touched.update(writer.touched)
    return kinds, touched


def _file(connection: Connection, file_id: int) -> tuple[Kind, str]:
    file = tables()["file"]
    (row,) = rows_of(connection, select(file).where(file.c.file_id == file_id))
    return kind_named(row["kind"]), row["name"]


def _as_table(kind: Kind, name: str, rows: list[Row]) -> tuple[Table, dict[tuple[str, int], int]]:
    """The refused rows as a table that can be read again, and the number of each by its place."""

    def texts() -> Iterator[TextRow]:
        for row in rows:
            yield TextRow(Place(name, row["sheet"], row["line"]), tuple(row["cells"]))

    numbers = {(row["sheet"], row["line"]): row["row_id"] for row in rows}
    columns, headers = tuple(rows[0]["columns"]), tuple(rows[0]["headers"])
    return Table(kind, name, "", 1, columns, headers, (), texts()), numbers


def bereave(connection: Connection, version: int) -> Touched | None:
    """Refuse again the rows whose source is no longer known, so that undoing a load of sources leaves what was before.

    Returns what this touched, None where nothing. Rows whose award is no longer known stay: without it they derive
    nothing.
    """
    bereaved = [
        row
        for name in ("winners", "claims", "initiatives", "recipients")
        for row in _bereave_kind(connection, kind_named(name), version)
    ]
    schools = {row["bound_school_id"] for row in bereaved if row.get("bound_school_id")}
    return Touched(schools=schools, waiting=None) if bereaved else None


def _bereave_kind(connection: Connection, kind: Kind, version: int) -> list[Row]:
    t, file = tables(), tables()["file"]
    table = t[kind.table]
    query = select(table).join(file, file.c.file_id == table.c.file_id)
    query = query.where(table.c.valid_to.is_(None), file.c.kind == kind.name, _unknown(table))
    rows = rows_of(connection, query)
    close(connection, table, (row["row_id"] for row in rows), version)
    if rows:
        refused = [_as_refused(kind, row, version) for row in rows]
        connection.execute(t["refused_row"].insert(), refused)
    return rows


def _unknown(table: SqlTable) -> ColumnElement[bool]:
    source = tables()["source"]
    known = select(source.c.source_id).where(source.c.valid_to.is_(None))
    return table.c.source_id.not_in(known)


def _as_refused(kind: Kind, row: Row, version: int) -> dict[str, Any]:
    columns = [
        name for name in said_columns(tables()[kind.table]) if any(name == column.name for column in kind.columns)
    ]
    source = row["source_id"]
    reason = {
        "column": "source_id",
        "value": source,
        "message": f"source {source} is not known any more; load the file of sources that has it",
        "waits_for": f"source:{source}",
    }
    return {
        "file_id": row["file_id"],
        "sheet": row["sheet"],
        "line": row["line"],
        "headers": columns,
        "columns": columns,
        "cells": [_text(row[name]) for name in columns],
        "reasons": [reason],
        "mended": False,
        "waits_for": [f"source:{source}"],
        "valid_from": version,
    }


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
