"""The rows of a delimited text file under its heading, read as they are asked for."""

import csv
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from etl.extract.decoding import TextLines
from etl.extract.records import BadRecord, is_runaway, reader, tolerant_records
from etl.extract.table import Place, RowFault, TextRow


@dataclass(frozen=True)
class Layout:
    """How the rows of a file lie: what divides their cells, how many columns there are, on which line rows begin."""

    path: Path
    delimiter: str
    width: int
    first_line: int


def text_rows(layout: Layout, faults: list[RowFault], notices: list[str]) -> Iterator[TextRow]:
    """The rows in the order of the file, but for those without text. Rows that cannot be read go to `faults`; what is
    odd about the text goes to `notices` at the end.

    Read by the csv module alone until a row breaks the rules of quoting; from there on once more and line by line.
    """
    lines = TextLines(layout.path)
    broken = yield from _strict_rows(layout, lines, faults)
    if broken is not None:
        lines = TextLines(layout.path)
        yield from _tolerant_rows(layout, lines, broken, faults)
    notices.extend(lines.notices())


def _strict_rows(layout: Layout, lines: TextLines, faults: list[RowFault]) -> Generator[TextRow, None, int | None]:
    """The rows up to the first that breaks the rules; returns the line where that begins, None if there is none."""
    # Most of the time of a large load is spent in this loop: the names are local, and the tuples made without the
    # named tuples' own constructors, which takes a fifth off it.
    make, width, file, delimiter = tuple.__new__, layout.width, layout.path.name, layout.delimiter
    begin = layout.first_line
    above = begin - 1
    records = reader(islice(lines, above, None), delimiter)
    try:
        for cells in records:
            end = above + records.line_num
            if end != begin and is_runaway(cells, end - begin + 1, width, delimiter):
                return begin
            if len(cells) == width and cells[0]:
                yield make(TextRow, (make(Place, (file, "", begin)), tuple(cells)))
            elif row := _fitted(layout, begin, cells, faults):
                yield row
            begin = end + 1
    except csv.Error:
        return begin
    return None


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
