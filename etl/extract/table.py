"""What reading a file gives: tables of text rows, each row with its place, and what could not be read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import NamedTuple

from etl.kinds import Kind

SHOWN_CHARACTERS = 80
KEPT_LINE_NUMBERS = 10
ROWS_AT_ONCE = 20_000
"""Rows that are read, cleaned and written together, whatever the file's size."""


class Place(NamedTuple):
    """Where a row begins: `line` is the 1-based line of a text file or the row of a sheet; `sheet` is '' for text.

    A named tuple, as are rows: made once a row, a frozen dataclass would cost more than splitting the row does.
    """

    file: str
    sheet: str
    line: int


class TextRow(NamedTuple):
    """One row as the file has it: one text per column of its table, '' where the cell is empty, nothing cleaned."""

    place: Place
    cells: tuple[str, ...]


class Block(NamedTuple):
    """Rows of one sheet that follow on each other: the line and the cells of each."""

    sheet: str
    lines: Sequence[int]
    cells: Sequence[Sequence[str]]


@dataclass(frozen=True)
class RowFault:
    """A row that could not be read, kept whole: its cells as far as they can be told apart, and its text."""

    place: Place
    cells: tuple[str, ...]
    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The rows of a file or of one sheet.

    `kind` is None for a sheet in which nothing was recognised: it has a notice and no rows. `columns` names the
    column of the kind for each cell, None where the heading is not known; `headers` are the headings as printed and
    `unknown` those of them that no column of the kind has. `rows` can be run through once; `faults` and
    `notices` are complete when it has ended.
    """

    kind: Kind | None
    file: str
    sheet: str
    header_line: int
    columns: tuple[str | None, ...]
    headers: tuple[str, ...]
    unknown: tuple[str, ...]
    rows: Iterator[TextRow]
    faults: list[RowFault] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    read: Iterator[Block] | None = None
    """The same rows as `rows`, where a reader has them together at no cost."""

    def blocks(self) -> Iterator[Block]:
        """The rows in place of `rows`, many at a time: only one of the two can be run through."""
        return self.read if self.read is not None else in_blocks(self.rows)


def in_blocks(rows: Iterable[TextRow]) -> Iterator[Block]:
    """Single rows drawn together."""
    for sheet, group in groupby(rows, lambda row: row.place.sheet):
        while part := list(islice(group, ROWS_AT_ONCE)):
            yield Block(sheet, [row.place.line for row in part], [row.cells for row in part])


def one_by_one(file: str, blocks: Iterable[Block]) -> Iterator[TextRow]:
    """The rows of blocks."""
    for block in blocks:
        for line, cells in zip(block.lines, block.cells, strict=True):
            yield TextRow(Place(file, block.sheet, line), tuple(cells))


class FileRefused(Exception):
    """A file that cannot be read at all. As text: where, what was found, and what to do about it."""

    def __init__(
        self,
        file: str,
        problem: str,
        remedy: str,
        *,
        sheet: str | None = None,
        line: int | None = None,
        value: str = "",
    ) -> None:
        super().__init__(file, problem, remedy, sheet, line, value)
        self.file = file
        self.problem = problem
        self.remedy = remedy
        self.sheet = sheet
        self.line = line
        self.value = value

    def __str__(self) -> str:
        where = self.file
        if self.sheet is not None:
            where += f", sheet {self.sheet!r}"
        if self.line is not None:
            where += f", line {self.line}"
        what = f"{self.problem}: {shortened(self.value)!r}" if self.value else self.problem
        return f"{where}: {what}. {self.remedy}"


def shortened(text: str) -> str:
    """The text, or its beginning with dots when it is too long for a message."""
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


@dataclass
class MetLines:
    """The lines in which something was met: how many they were, and the numbers of the first few."""

    numbers: list[int] = field(default_factory=list)
    count: int = 0

    def add(self, number: int) -> None:
        """Counts one more line; its number is kept while there are few."""
        self.count += 1
        if len(self.numbers) < KEPT_LINE_NUMBERS:
            self.numbers.append(number)

    def __str__(self) -> str:
        more = f" and {self.count - len(self.numbers)} more" if self.count > len(self.numbers) else ""
        return f"{'line' if self.count == 1 else 'lines'} {', '.join(map(str, self.numbers))}{more}"
