"""One kind of rows of one file into the database, inside the caller's transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from sqlalchemy import Connection

from etl.extract.table import Table
from etl.kinds import Kind
from etl.load.binding import Binder
from etl.load.ground import ABSENT, FileRows, PlacedRows, said_columns
from etl.load.refused import ROW_HEADER, RefusedRow
from etl.load.sources import SourceBook
from etl.load.together import together
from etl.load.versioned import live
from etl.schema import tables
from etl.transform.awards import AwardName, AwardNames
from etl.transform.clean import Reason, block_cleaner
from etl.transform.coded import Coded

NO_SCHOOL = Reason("school_as_printed", "", "school is missing; give its name as printed, or its key in school_id")

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

    def rows(self, table: Table, defaults: Mapping[str, str]) -> Iterator[PlacedRows]:
        """The rows of a table that can be taken, many at a time."""
        clean = block_cleaner(self.kind, table.columns, defaults, self.context.awards, self.context.today.year)
        mended_at = table.headers.index(ROW_HEADER) if ROW_HEADER in table.headers else None
        for block in table.blocks():
            self.n_read += len(block.lines)
            columns, unfit = clean(block.cells)
            at = np.array([place for place in range(len(block.lines)) if place not in unfit], np.int64)
            said, odd = self._said(
                dict(zip((column.name for column in self.kind.columns), columns, strict=True)), len(at)
            )
            refused = {**unfit, **{int(at[place]): (reason,) for place, reason in odd.items()}}
            for place in sorted(refused):
                self._refuse(table, block.sheet, block.lines[place], block.cells[place], refused[place], defaults)
            if odd:
                fit = np.delete(np.arange(len(at)), list(odd))
                said, at = {name: column.picked(fit) for name, column in said.items()}, at[fit]
            lines = [block.lines[place] for place in at]
            if mended_at is not None:
                taken = (block.cells[place][mended_at] for place in at)
                self.mends.extend(int(cell) for cell in taken if cell.strip().isdigit())
            yield PlacedRows(block.sheet, lines, said)
        for fault in table.faults:
            self.n_read += 1
            reasons = tuple(Reason("", fault.text, reason) for reason in fault.reasons)
            self._refuse(table, fault.place.sheet, fault.place.line, fault.cells or (fault.text,), reasons, {})

    def refuse_edited(self, table: Table, edited: Iterable[tuple[str, int, Sequence[str], Reason]]) -> None:
        """Keep aside the rows of an export that were edited since."""
        for sheet, line, cells, reason in edited:
            self.n_read += 1
            self._refuse(table, sheet, line, cells, (reason,), {})

    def _said(self, cleaned: dict[str, Coded], count: int) -> tuple[dict[str, Coded], dict[int, Reason]]:
        """What the rows say by column of their table, and why some cannot be taken, by place."""
        table, refused = tables()[self.kind.table], dict[int, Reason]()
        cleaned.update((name, Coded.same(value, count)) for name, value in self.kind.fixed)
        if "source_id" in table.c and self.kind.name != "sources":
            blank = Coded.same(None, count)
            named = cleaned.get("source_id", blank)
            sources = self.context.sources.sources_of(
                named, cleaned.get("source_url", blank), self.kind, self.file_name
            )
            unknown = np.flatnonzero(sources.having(lambda source: source is None)).tolist()
            refused = {at: _unknown_source(str(named[at])) for at in unknown}
            cleaned["source_id"] = sources
        if "school_id" in cleaned and "bound_school_id" in table.c:
            given = cleaned["school_id"].having(bool) | cleaned["school_as_printed"].having(bool)
            refused = {**dict.fromkeys(np.flatnonzero(~given).tolist(), NO_SCHOOL), **refused}
        absent = {name: Coded.same(ABSENT.get(name), count) for name in said_columns(table)}
        return {name: cleaned.get(name, nothing) for name, nothing in absent.items()}, refused

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


def write_rows(reader: RowReader, found: Iterable[PlacedRows], rows: FileRows, progress: Progress) -> None:
    """Store the rows batch by batch, and the sources that they bring along."""
    for batch in together(_watched(reader, found, progress)):
        rows.take_many(batch)
        if reader.kind.name != "sources" and "source_id" in rows.table.c:
            reader.context.sources.write_brought(rows.connection, rows.file_id, rows.version)


def _watched(reader: RowReader, found: Iterable[PlacedRows], progress: Progress) -> Iterator[PlacedRows]:
    """The rows, and how many were read whenever some more are."""
    for batch in found:
        progress(reader.n_read)
        yield batch
