"""Delimited lines into records by the rules of quoting (RFC 4180): one stray quote costs one row and no other."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

# A cell of a list of awards is a name or a remark; what runs over more lines than this is a quote that was not closed.
MAX_LINES_IN_ROW = 200
# With fewer columns a line of a remark looks like a row too easily.
RUNAWAY_WIDTH = 3


@dataclass(frozen=True)
class Record:
    """Cells, with the first and the last line that they were read from."""

    begin: int
    end: int
    cells: list[str]


@dataclass(frozen=True)
class BadRecord:
    """A line that breaks the rules of quoting, as it stands in the file, and why."""

    begin: int
    text: str
    reason: str


class _Broken(Exception):
    """The record being read breaks the rules."""


LONGEST_CELL = 131_072
"""Characters; a longer cell is a quote that was never closed, not a text that somebody wrote."""


def reader(lines: Iterable[str], delimiter: str) -> "Reader":
    """A csv reader that raises csv.Error for a quote that is not closed, or closed in the middle of a cell, and
    for a cell of more than `LONGEST_CELL` characters.
    """
    csv.field_size_limit(LONGEST_CELL)  # one for the whole process, and other libraries set it as they like
    return csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)


def is_runaway(cells: Sequence[str], lines: int, width: int | None, delimiter: str) -> bool:
    """Whether a record of several lines swallowed rows, because a quote was opened and closed only rows later.

    Width is the number of columns of the table. It did when it has too many lines; or when its first line, and each
    that lies wholly in the cell, would be a whole row by itself, and there is one such line, or the last would be a row
    too, or what follows on the cell is no rest of a row. With one or two columns that cannot be told.
    """
    if lines > MAX_LINES_IN_ROW:
        return True
    if width is None or width < RUNAWAY_WIDTH:
        return False
    before = next((place for place, cell in enumerate(cells) if "\n" in cell or "\r" in cell), None)
    if before is None:
        return False
    # In quotes, each quote stood doubled: so the lines are again as in the file.
    first, *inner, last = re.split(r"\r\n|\n|\r", cells[before].replace('"', '""'))
    after = cells[before + 1 :]
    if before + _pieces(first, delimiter) != width or any(_pieces(line, delimiter) != width for line in inner):
        return False
    is_row = _pieces(last + '"', delimiter) + len(after) == width
    return bool(inner) or is_row or len(cells) != width or any('"' in cell for cell in after)


def _pieces(line: str, delimiter: str) -> int:
    return len(next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), []))


def tolerant_records(
    lines: Iterable[str], delimiter: str, width: int | None = None, first_line: int = 1
) -> Iterator[Record | BadRecord]:
    """Every record of the lines, and each line that belongs to none.

    Slower than `reader`: when a record breaks the rules, its first line is given out as bad, and reading starts again
    with the line after it, so that no row is lost to a quote that another row left open.
    """
    feed = _Feed(iter(lines))
    begin = first_line
    records = reader(feed, delimiter)
    while True:
        try:
            cells = next(records)
            if len(feed.used) > 1 and is_runaway(cells, len(feed.used), width, delimiter):
                raise _Broken
        except StopIteration:
            return
        except (csv.Error, _Broken) as error:
            yield BadRecord(begin, feed.used[0].rstrip("\r\n"), _reason(error, begin, len(feed.used)))
            feed.give_back()
            begin += 1
            records = reader(feed, delimiter)
            continue
        yield Record(begin, begin + len(feed.used) - 1, cells)
        begin += len(feed.used)
        feed.used.clear()


def _reason(error: Exception, begin: int, lines: int) -> str:
    if "field limit" in str(error):
        return f'a cell from line {begin} on has more than {LONGEST_CELL:,} characters; close its quote (")'
    if lines == 1 and "expected after" in str(error):
        return (
            'a quotation mark (") stands inside a cell; double it ("") and put the whole cell in quotes, or take it out'
        )
    return f'the quotation mark (") opened on line {begin} is not closed where its cell ends; close it, or take it out'


class _Feed:
    """Lines for a csv reader, remembering those that the record at hand has used."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.used: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.used.append(line)
        return line

    def give_back(self) -> None:
        """Takes back all lines of the record but the first, to be read anew."""
        self._again.extendleft(reversed(self.used[1:]))
        self.used.clear()
