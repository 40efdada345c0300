"""One kind of rows of one file into the database, inside the caller's transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from etl.extract.table import Table
from etl.kinds import Kind
from etl.load.binding import Binder
from etl.load.ground import ABSENT, FileRows, PlacedRow, said_columns
from etl.load.refused import ROW_HEADER, RefusedRow
from etl.load.sources import SourceBook
from etl.load.versioned import live
from etl.schema import tables
from etl.transform.awards import AwardName, AwardNames
from etl.transform.clean import Reason, cleaner

BATCH = 20_000
"""Rows held in memory at a time, whatever the file's size."""

Progress = Callable[[int], None]
"""Told the number of rows read so far."""


def award_names(connection: Connection) -> AwardNames:
    """All names of awards that count now."""
    t = tables()
    awards = live(connection, t["award"])
    named = [AwardName(row["award"], name) for row in awards for name in (row["name"], row["short_name"]) if name]
    printed = live(connection, t["award_name"])
    return AwardNames(
        [*named, *(AwardName(row["award"], row["name"], row["from_year"], row["to_year"]) for row in printed)]
    )


@dataclass
class Context:
    """What rows are read against: the awards, sources and schools that count before the file."""

    awards: AwardNames
    sources: SourceBook
    binder: Binder
    today: date


@dataclass
class RowReader:
    """Turns rows of text of one kind into rows to store; those that can't be taken are kept aside with every reason."""

    kind: Kind
    file_name: str
    context: Context
    refused: list[RefusedRow] = field(default_factory=list)
    mends: list[int] = field(default_factory=list)
    """Numbers of the refused rows that rows of this file mend."""
    n_read: int = 0

    def rows(self, table: Table, defaults: Mapping[str, str]) -> Iterator[PlacedRow]:
        """The rows of a table that can be taken."""
        clean = cleaner(self.kind, table.columns, defaults, self.context.awards, self.context.today.year)
        mended_at = table.headers.index(ROW_HEADER) if ROW_HEADER in table.headers else None
        for row in table.rows:
            self.n_read += 1
            values, reasons = clean(row.cells)
            placed = self._placed(row.place.sheet, row.place.line, values) if values is not None else None
            if isinstance(placed, PlacedRow):
                if mended_at is not None and row.cells[mended_at].strip().isdigit():
                    self.mends.append(int(row.cells[mended_at]))
                yield placed
                continue
            why = tuple(reasons) if placed is None else (placed,)
            self._refuse(table, row.place.sheet, row.place.line, row.cells, why, defaults)
        for fault in table.faults:
            self.n_read += 1
            reasons = tuple(Reason("", fault.text, reason) for reason in fault.reasons)
            self._refuse(table, fault.place.sheet, fault.place.line, fault.cells or (fault.text,), reasons, {})

    def _placed(self, sheet: str, line: int, values: Sequence[Any]) -> PlacedRow | Reason:
        said = {
            **dict(zip((column.name for column in self.kind.columns), values, strict=True)),
            **dict(self.kind.fixed),
        }
        table = tables()[self.kind.table]
        if "source_id" in table.c and self.kind.name != "sources":
            source = self.context.sources.source_of(said, self.kind, self.file_name)
            if source is None:
                return _unknown_source(str(said["source_id"]))
            said["source_id"] = source
        if "bound_school_id" in table.c and not (said.get("school_id") or said.get("school_as_printed")):
            return Reason(
                "school_as_printed", "", "school is missing; give its name as printed, or its key in school_id"
            )
        return PlacedRow(sheet, line, tuple(said.get(name, ABSENT.get(name)) for name in said_columns(table)))

    def _refuse(
        self,
        table: Table,
        sheet: str,
        line: int,
        cells: Sequence[str],
        reasons: Iterable[Reason],
        defaults: Mapping[str, str],
    ) -> None:
        absent = [name for name in defaults if name not in table.columns]
        self.refused.append(
            RefusedRow(
                sheet,
                line,
                (*table.headers, *absent),
                (*table.columns, *absent),
                (*cells, *(defaults[name] for name in absent)),
                tuple(reasons),
            )
        )


def _unknown_source(source_id: str) -> Reason:
    remedy = f"source {source_id} is not known; load the file of sources that has it, or give source_url instead"
    return Reason("source_id", source_id, remedy, waits_for=f"source:{source_id}")


def write_rows(reader: RowReader, found: Iterable[PlacedRow], rows: FileRows, progress: Progress) -> None:
    """Store the rows batch by batch."""
    source = iter(found)
    while batch := list(islice(source, BATCH)):
        rows.take(batch)
        progress(reader.n_read)
