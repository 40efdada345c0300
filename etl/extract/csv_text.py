"""A delimited text file as a table: comma, semicolon, tab or bar, with or without lines above its heading."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from etl.extract.csv_rows import Layout, text_blocks
from etl.extract.decoding import TextLines
from etl.extract.header import header_of, known_headings
from etl.extract.recognise import (
    EMPTY_NOTICE,
    SAMPLE_ROWS,
    Recognised,
    recognised,
    titles_notice,
    unknown_headings,
    unrecognised,
    without_empty_end,
)
from etl.extract.records import BadRecord, Record, tolerant_records
from etl.extract.table import FileRefused, RowFault, Table, one_by_one
from etl.kinds import Kind

DELIMITERS = (",", ";", "\t", "|")
TSV_DELIMITERS = ("\t", ",", ";", "|")


@dataclass(frozen=True)
class Sample:
    """The first records of a file as one delimiter splits them, and the first line that breaks the rules of quoting."""

    delimiter: str
    records: tuple[Record, ...]
    bad: BadRecord | None

    @property
    def rows(self) -> list[list[str]]:
        """The cells of each record."""
        return [record.cells for record in self.records]

    def is_blank(self, start: int = 0) -> bool:
        """Whether the records from this one on hold nothing but white space."""
        return not self.bad and not any(cell.strip() for cells in self.rows[start:] for cell in cells)


def read_text(path: Path, kind: Kind | None, given: Collection[str]) -> Table:
    """The file's table. Raises FileRefused when it holds nothing, or nothing that is recognised."""
    sample = sampled(path, kind)
    if sample.is_blank():
        raise FileRefused(path.name, "the file holds nothing but white space", "Export or download it again")
    found = recognised(sample.rows, kind, given, path.name)
    if found is None:
        raise _unrecognised(path, sample, kind, given)
    return _table(path, sample, found)


def sampled(path: Path, kind: Kind | None) -> Sample:
    """The first records, split by the delimiter with which most headings are known; if none are, by the one that
    makes most columns.
    """
    lines = list(islice(TextLines(path), 2 * SAMPLE_ROWS))
    order = TSV_DELIMITERS if path.suffix.lower() == ".tsv" else DELIMITERS
    samples = [_sample(lines, delimiter) for delimiter in order]
    return max(samples, key=lambda sample: (known_headings(sample.rows, kind), _usual_width(sample.rows)))


def _sample(lines: Sequence[str], delimiter: str) -> Sample:
    records = list(tolerant_records(lines, delimiter))
    bad = next((record for record in records if isinstance(record, BadRecord)), None)
    return Sample(delimiter, tuple(record for record in records if isinstance(record, Record)), bad)


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    widths = [len(cells) for cells in rows if any(cells)]
    return max(widths, key=widths.count, default=0)


def _unrecognised(path: Path, sample: Sample, kind: Kind | None, given: Collection[str]) -> FileRefused:
    bad = sample.bad
    if bad and (not sample.records or bad.begin < sample.records[0].begin):
        return FileRefused(path.name, bad.reason, "The heading could not be read", line=bad.begin, value=bad.text)
    return unrecognised(sample.rows, kind, given, path.name)


def _table(path: Path, sample: Sample, found: Recognised) -> Table:
    record = sample.records[found.header.index]
    headings = without_empty_end(record.cells)
    header = header_of(found.header.kind, headings)
    empty = EMPTY_NOTICE if sample.is_blank(found.header.index + 1) else ""
    notices = [text for text in (titles_notice(sample.rows, found.header), found.notice, empty) if text]
    faults: list[RowFault] = []
    blocks = text_blocks(Layout(path, sample.delimiter, len(headings), record.end + 1), faults, notices)
    unknown = unknown_headings(header, headings)
    return Table(
        header.kind,
        path.name,
        "",
        record.begin,
        header.columns,
        tuple(map(str.strip, headings)),
        unknown,
        one_by_one(path.name, blocks),
        faults,
        notices,
        blocks,
    )
