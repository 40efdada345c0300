"""The rows of a delimited text file under its heading, read as they are asked for."""

import csv
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path

from etl.extract.decoding import TextLines
from etl.extract.records import BadRecord, is_runaway, reader, tolerant_records
from etl.extract.table import ROWS_AT_ONCE, Block, Place, RowFault, TextRow, in_blocks

LINES_AT_ONCE = 1000
"""Lines that are tried as plain rows together; where one is odd, these are read one by one."""


@dataclass(frozen=True)
class Layout:
    """How the rows of a file lie: what divides their cells, how many columns there are, on which line rows begin."""

    path: Path
    delimiter: str
    width: int
    first_line: int


def text_blocks(layout: Layout, faults: list[RowFault], notices: list[str]) -> Iterator[Block]:
    """The rows in the order of the file, but for those without text. Rows that cannot be read go to `faults`; what is
    odd about the text goes to `notices` at the end.

    Read by the csv module alone until a row breaks the rules of quoting; from there on once more and line by line.
    """
    lines = TextLines(layout.path)
    broken = yield from _joined(_strict_blocks(layout, lines, faults))
    if broken is not None:
        lines = TextLines(layout.path)
        yield from in_blocks(_tolerant_rows(layout, lines, broken, faults))
    notices.extend(lines.notices())


Strict = Generator[Block, None, int | None]
"""Rows up to the first that breaks the rules; returns the line where that begins, None if there is none."""


def _joined(parts: Strict) -> Strict:
    """The rows of small blocks in larger ones."""
    lines: list[int] = []
    cells: list[Sequence[str]] = []
    broken: int | None = None
    while True:
        try:
            part = next(parts)
        except StopIteration as end:
            broken = end.value
            break
        lines.extend(part.lines)
        cells.extend(part.cells)
        if len(lines) >= ROWS_AT_ONCE:
            yield Block("", lines, cells)
            lines, cells = [], []
    if lines:
        yield Block("", lines, cells)
    return broken


def _strict_blocks(layout: Layout, lines: TextLines, faults: list[RowFault]) -> Strict:
    feed = islice(lines, layout.first_line - 1, None)
    begin = layout.first_line
    while chunk := list(islice(feed, LINES_AT_ONCE)):
        cells = _plain(layout, chunk)
        if cells is not None:
            yield Block("", range(begin, begin + len(chunk)), cells)
            begin += len(chunk)
            continue
        rows = _strict_rows(layout, chain(chunk, feed), begin, begin + len(chunk), faults)
        kept, begin, broken = rows
        yield Block("", [row.place.line for row in kept], [row.cells for row in kept])
        if broken:
            return begin
    return None


def _plain(layout: Layout, lines: list[str]) -> list[list[str]] | None:
    """The cells of lines of which each is a row with a first cell and as many cells as the heading; else None."""
    try:
        rows = list(reader(lines, layout.delimiter))
    except csv.Error:
        return None
    plain = len(rows) == len(lines) and set(map(len, rows)) == {layout.width} and all(map(itemgetter(0), rows))
    return rows if plain else None


def _strict_rows(
    layout: Layout, lines: Iterator[str], begin: int, until: int, faults: list[RowFault]
) -> tuple[list[TextRow], int, bool]:
    """The rows up to line `until`, or to the end of the row that lies across it; the line after them; and whether the
    row that begins there breaks the rules.
    """
    kept: list[TextRow] = []
    above = begin - 1
    records = reader(lines, layout.delimiter)
    try:
        while begin < until and (cells := next(records, None)) is not None:
            end = above + records.line_num
            if end != begin and is_runaway(cells, end - begin + 1, layout.width, layout.delimiter):
                return kept, begin, True
            if row := _fitted(layout, begin, cells, faults):
                kept.append(row)
            begin = end + 1
    except csv.Error:
        return kept, begin, True
    return kept, begin, False


def _tolerant_rows(layout: Layout, lines: TextLines, begin: int, faults: list[RowFault]) -> Iterator[TextRow]:
    rest = islice(lines, begin - 1, None)
    for record in tolerant_records(rest, layout.delimiter, layout.width, begin):
        if isinstance(record, BadRecord):
            cells = tuple(record.text.split(layout.delimiter))
            faults.append(RowFault(Place(layout.path.name, "", record.begin), cells, record.text, (record.reason,)))
        elif row := _fitted(layout, record.begin, record.cells, faults):
            yield row


def _fitted(layout: Layout, begin: int, cells: Sequence[str], faults: list[RowFault]) -> TextRow | None:
    """The row with as many cells as there are columns; None for one without text or with text in too many cells."""
    if not any(cell.strip() for cell in cells):
        return None
    place = Place(layout.path.name, "", begin)
    width = layout.width
    if any(cell.strip() for cell in cells[width:]):
        faults.append(RowFault(place, tuple(cells), layout.delimiter.join(cells), (_too_many(cells, width),)))
        return None
    return TextRow(place, (*cells[:width], *[""] * (width - len(cells))))


def _too_many(cells: Sequence[str], width: int) -> str:
    return (
        f"the row has {len(cells)} cells and the heading {width}; put a cell that holds the delimiter in quotes, "
        "or take the extra cells out"
    )
