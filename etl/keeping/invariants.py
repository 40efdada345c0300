"""What must always hold, a function each; each tells where it does not, in words. None of them changes anything."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Index, Table, and_, exists, func, or_, select, tuple_
from sqlalchemy.sql import FromClause

from etl.contents import BATCH
from etl.load.ground import said_columns
from etl.load.numbers import number_of, numbers_of
from etl.schema import tables
from etl.transform.coded import Coded

Faults = Iterator[str]
SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def _versioned() -> list[Table]:
    return [table for table in tables().values() if "valid_from" in table.c and "valid_to" in table.c]


def _count(connection: Connection, table: FromClause, where: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(where)).scalar_one())


def foreign_keys(connection: Connection) -> Faults:
    """Rows whose foreign key names a row that is not there."""
    for table in tables().values():
        for key in table.foreign_keys:
            other = key.column.table.alias()
            there = exists().where(other.c[key.column.name] == key.parent)
            if n := _count(connection, table, key.parent.is_not(None) & ~there):
                yield f"table {table.name}: {n} rows refer to a {key.column.table.name} that is not there"


def versions(connection: Connection) -> Faults:
    """Gaps in the numbers of data versions."""
    version = tables()["data_version"].c.version
    first, last, n = connection.execute(select(func.min(version), func.max(version), func.count())).one()
    if n and (first, last) != (1, n):
        yield f"{n} data versions are numbered from {first} to {last}"


def validity(connection: Connection) -> Faults:
    """Rows that end before they begin, or begin or end in a version that is not there."""
    newest = connection.execute(select(func.coalesce(func.max(tables()["data_version"].c.version), 0))).scalar_one()
    for table in _versioned():
        backwards = table.c.valid_to <= table.c.valid_from
        if n := _count(connection, table, backwards):
            yield f"table {table.name}: {n} rows end before they begin to count"
        outside = or_(table.c.valid_from < 1, table.c.valid_from > newest, table.c.valid_to > newest)
        if n := _count(connection, table, outside):
            yield f"table {table.name}: {n} rows begin or end in a data version that is not there"


def live_keys(connection: Connection) -> Faults:
    """Keys of which two rows count in one data version; for rows of files, two live rows of one file and key."""
    for table in _versioned():
        for names in _keys(table):
            columns = [table.c[name] for name in names]
            twice = select(*columns).where(table.c.valid_to.is_(None)).group_by(*columns).having(func.count() > 1)
            n = connection.execute(select(func.count()).select_from(twice.subquery())).scalar_one()
            n += _overlaps(connection, table, columns)
            if n:
                yield f"table {table.name}: {n} keys ({', '.join(names)}) of which two rows count at a time"


def _keys(table: Table) -> list[tuple[str, ...]]:
    unique = [index for index in table.indexes if isinstance(index, Index) and index.unique]
    keys = [tuple(column.name for column in index.columns) for index in unique]
    return [*keys, ("file_id", "row_key")] if "row_key" in table.c else keys


def _overlaps(connection: Connection, table: Table, columns: list[Any]) -> int:
    """Rows that count still when the next row of their key has begun."""
    following = func.lead(table.c.valid_from).over(partition_by=columns, order_by=[table.c.valid_from, table.c.row_id])
    spans = select(table.c.valid_to, following.label("following")).subquery()
    open_still = and_(spans.c.valid_to.is_(None), spans.c.following.is_not(None))
    return _count(connection, spans, or_(spans.c.valid_to > spans.c.following, open_still))


def sources_of_rows(connection: Connection) -> Faults:
    """Rows that count and whose source does not, and won years that name no source."""
    source = tables()["source"]
    live = select(source.c.source_id).where(source.c.valid_to.is_(None))
    for table in _versioned():
        if "source_id" in table.c and table is not source:
            orphan = and_(table.c.valid_to.is_(None), table.c.source_id.not_in(live))
            if n := _count(connection, table, orphan):
                yield f"table {table.name}: {n} rows have a source that is not known"
    record = tables()["record"]
    bare = and_(record.c.valid_to.is_(None), record.c.status != "unknown", record.c.n_sources < 1)
    if n := _count(connection, record, bare):
        yield f"table record: {n} records rest on no source"


def statements_of_records(connection: Connection) -> Faults:
    """Records that count without an observation of that school, award and year that counts."""
    record, seen = tables()["record"], tables()["observation"]
    said = select(seen.c.bound_school_id, seen.c.award, seen.c.year).where(
        seen.c.valid_to.is_(None), seen.c.bound_school_id.is_not(None)
    )
    without = tuple_(record.c.school_id, record.c.award, record.c.year).not_in(said)
    if n := _count(connection, record, record.c.valid_to.is_(None) & without):
        yield f"table record: {n} records that no statement is about"


def content_keys(connection: Connection) -> Faults:
    """Rows of files whose columns do not give the hash that was stored with them."""
    for table in tables().values():
        if "content_key" not in table.c:
            continue
        columns = [table.c[name] for name in said_columns(table)]
        query = select(table.c.row_id, table.c.content_key, *columns).order_by(table.c.row_id)
        streamed = {"stream_results": True, "max_row_buffer": BATCH}
        for part in connection.execute(query, execution_options=streamed).partitions(BATCH):
            row_ids, keys, *values = zip(*part, strict=True)
            said = [Coded.each(column) for column in values]
            for at in np.flatnonzero(numbers_of(said) != np.array(keys)).tolist():
                row = tuple(column[at] for column in values)
                if keys[at] not in (number_of(row), number_of(*row)):
                    yield f"table {table.name}: row {row_ids[at]} does not say what it said when it was written"


def counts_of_loads(connection: Connection) -> Faults:
    """Loads whose counts of rows do not add up, or that were undone before they were made."""
    load = tables()["load"].c
    counted = load.rows_new + load.rows_changed + load.rows_unchanged + load.rows_refused
    wrong = or_(load.rows_read != counted, load.undone_version <= load.version, load.n_bytes < 0)
    for load_id in connection.execute(select(load.load_id).where(wrong)).scalars():
        yield f"load {load_id}: its counts of rows or its versions do not add up"


def checksums_of_loads(connection: Connection) -> Faults:
    """Loads whose checksum is none."""
    load = tables()["load"].c
    for load_id, digest in connection.execute(select(load.load_id, load.sha256)):
        if not SHA256.fullmatch(digest):
            yield f"load {load_id}: {digest!r} is no SHA-256"


def checksums_of_documents(connection: Connection) -> Faults:
    """Documents whose text does not have the checksum it is kept under."""
    document = tables()["document"].c
    for digest, words in connection.execute(select(document.sha256, document.text)):
        if sha256(words.encode("utf-8", "surrogatepass")).hexdigest() != digest:
            yield f"document {digest[:12]}…: its text is not the one that was read"
