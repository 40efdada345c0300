"""A table as a file in one of the formats, with its passport; memory does not grow with its rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import IO, Any, Final

from sqlalchemy import Connection

from dashboard.domain.choices import NotAChoice
from dashboard.export.cells import plain_cell
from dashboard.export.csv_file import csv_chunks
from dashboard.export.passport import ColumnInfo, Passport
from dashboard.export.table import Content, ExportTable
from dashboard.queries.versions import version_info

MEDIA_TYPES: Final = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
}
"""By ending."""
FORMATS: Final = ("csv", "xlsx", "parquet", "json")
_READ_AT_A_TIME: Final = 1 << 20


def write_table(
    file: IO[bytes],
    ending: str,
    connection: Connection,
    table: ExportTable,
    wanted: Any,
    version: int | None = None,
) -> Passport:
    """Write the rows that `wanted` lets through to `file` (open for writing and reading), and return its passport.

    Raises NotAChoice for an ending that is no format or a data version that there is not, and TooManyRows where a
    sheet of a workbook cannot hold the rows.
    """
    if ending not in FORMATS:
        raise NotAChoice(f"{ending!r} is no format; known: {', '.join(FORMATS)}")
    info = version_info(connection, version)
    if info is None:
        raise NotAChoice(f"there is no data version {version}; `awards loads` tells which there are")
    content = table.content(connection, wanted, version)
    blank = Passport(
        table.name, table.title, table.written(wanted), content.columns, 0, info.version, info.made_at, _now()
    )
    done = replace(blank, rows=_written(file, ending, content, blank))
    return replace(done, sha256=_sha256(file))


def _written(file: IO[bytes], ending: str, content: Content, passport: Passport) -> int:
    """Write the content, with the passport where the format has room for one. Returns the number of rows."""
    if ending in ("csv", "json"):
        counted = _Counted(content.rows)
        heads = [column.name for column in content.columns]
        for chunk in csv_chunks(heads, counted) if ending == "csv" else _json_chunks(content.columns, counted):
            file.write(chunk)
        return counted.n
    if ending == "xlsx":
        from dashboard.export.workbook import WorkbookDraft as Draft
    else:
        from dashboard.export.parquet_file import ParquetDraft as Draft  # type: ignore[assignment]
    draft = Draft(file, content.columns)
    draft.add(content.rows)
    draft.finish(replace(passport, rows=draft.rows))
    return draft.rows


class _Counted:
    """Rows, counted as they pass."""

    def __init__(self, rows: Iterable[Sequence[object]]) -> None:
        self._rows = rows
        self.n = 0

    def __iter__(self) -> Iterator[Sequence[object]]:
        for row in self._rows:
            self.n += 1
            yield row


def _json_chunks(columns: Sequence[ColumnInfo], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """A list of objects, one a line; yes/no are true and false, what is missing is null, lists are lists."""
    before = "[\n"
    for row in rows:
        said = {column.name: _json_value(value) for column, value in zip(columns, row, strict=True)}
        yield (before + json.dumps(said, ensure_ascii=False)).encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def _json_value(value: object) -> object:
    return value if isinstance(value, bool) else [*value] if isinstance(value, tuple | list) else plain_cell(value)


def _sha256(file: IO[bytes]) -> str:
    file.seek(0)
    digest = sha256()
    while part := file.read(_READ_AT_A_TIME):
        digest.update(part)
    return digest.hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
