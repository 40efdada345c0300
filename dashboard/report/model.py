"""What a report is made of, before it is a file: sections of blocks, blocks of runs, and the two kinds of reference.

A number in the text is followed by a `Ref` to the rows of the appendix behind it, and each of these rows by a `Cite` of
its sources: two steps from any number to where it comes from. Both name what they mean by key; `Report` numbers them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Final

from dashboard.queries.sources import SourceInfo

LANGUAGE: Final = "en-US"
Key = tuple[str | int, ...]
"""What a row of the appendix tells of: ("year", "HEED", 2023)."""
_BIDI_CONTROLS: Final = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)))


@dataclass(frozen=True)
class Text:
    """A piece of running text in one look; with `url` a link of the web."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


@dataclass(frozen=True)
class Ref:
    """The rows of the appendix behind what stands before it."""

    keys: tuple[Key, ...]


@dataclass(frozen=True)
class Cite:
    """The sources of what stands before it, by their keys."""

    sources: tuple[str, ...]


Run = Text | Ref | Cite
Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `own` is the number of the author's text it comes from, `quoted` tells what is no statement."""

    runs: Runs
    own: int | None = None
    quoted: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list of items."""

    items: tuple[Runs, ...]
    ordered: bool = False
    own: int | None = None


@dataclass(frozen=True)
class Heading:
    """The heading of a part of a section."""

    text: str


@dataclass(frozen=True)
class Column:
    """One column of a table: its head, its share of the width, whether it holds numbers."""

    head: str
    share: float = 1.0
    number: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a table; a row of the appendix has the key by which the text refers to it."""

    cells: tuple[Runs, ...]
    key: Key | None = None


@dataclass(frozen=True)
class Table:
    """Rows under heads. In the appendix the first column, the label of the row, is filled by the writer."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: Runs = ()
    labelled: bool = False


@dataclass(frozen=True)
class Figure:
    """A picture with its caption, its source line and its alternative text."""

    caption: str
    alt: str
    source: Runs
    png: bytes
    svg: bytes


Block = Paragraph | Bullets | Heading | Table | Figure


@dataclass(frozen=True)
class Section:
    """A part of the report."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """The whole report. `sources` has every source it cites, by key; two keys of one page are one note."""

    title: str
    subtitle: str
    school_id: str
    school: str
    year: int
    version: int
    made_on: date
    data_from: date
    """The day of the data version."""
    headline: str
    sections: tuple[Section, ...]
    sources: Mapping[str, SourceInfo]
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The number of each source's note."""
    labels: Mapping[Key, int] = field(default_factory=dict)
    """The number of each row of the appendix."""

    def section(self, key: str) -> Section | None:
        """The section of that key, where the report has it."""
        return next((section for section in self.sections if section.key == key), None)

    def notes(self) -> list[tuple[int, SourceInfo]]:
        """The notes by number: each source once."""
        by_number = {number: self.sources[key] for key, number in reversed(list(self.numbers.items()))}
        return sorted(by_number.items())

    def cited(self, cite: Cite) -> list[int]:
        """The numbers of the notes, each once."""
        return sorted({self.numbers[key] for key in cite.sources})

    def referred(self, ref: Ref) -> list[tuple[int, int]]:
        """The numbers of the rows as spans (first, last)."""
        return _spans({self.labels[key] for key in ref.keys if key in self.labels})


def text(*parts: str | Run) -> Runs:
    """Runs of plain pieces and of references; what no file format can carry is taken out."""
    return tuple(Text(clean(part)) if isinstance(part, str) else part for part in parts if part)


def clean(said: str) -> str:
    """The text without control characters, and without those that turn the order of what follows them."""
    if said.isprintable():  # so are most texts, and none of those characters is
        return said
    kept = (" " if unicodedata.category(c) == "Cc" else c for c in said if c not in _BIDI_CONTROLS)
    return "".join(c for c in kept if unicodedata.category(c) != "Cs" and (ord(c) & 0xFFFE) != 0xFFFE)


def plain(runs: Iterable[Run]) -> str:
    """The text of runs, without references."""
    return "".join(run.text for run in runs if isinstance(run, Text))


def numbered(report: Report) -> Report:
    """The report with its notes numbered as they come in the text, and the rows of its appendix from 1 on."""
    numbers: dict[str, int] = {}
    by_page: dict[str, int] = {}
    for run in _runs(report.sections):
        for key in run.sources if isinstance(run, Cite) else ():
            about = report.sources[key]
            numbers[key] = by_page.setdefault(about.url or about.source_id, len(by_page) + 1)
    tables = (block for section in report.sections for block in section.blocks if isinstance(block, Table))
    keys = [row.key for table in tables if table.labelled for row in table.rows if row.key]
    labels = {key: at for at, key in enumerate(keys, 1)}
    return Report(**{**report.__dict__, "numbers": numbers, "labels": labels})


def captions(sections: Sequence[Section]) -> dict[int, str]:
    """The caption of every figure and table by the `id` of its block, with its number: "Figure 1. …"."""
    found: dict[int, str] = {}
    figures = tables = 0
    for block in (block for section in sections for block in section.blocks):
        if isinstance(block, Figure):
            figures += 1
            found[id(block)] = f"Figure {figures}. {block.caption}"
        elif isinstance(block, Table):
            tables += 1
            found[id(block)] = f"Table {tables}. {block.caption}"
    return found


def _runs(sections: Iterable[Section]) -> Iterator[Run]:
    for section in sections:
        for block in section.blocks:
            yield from runs_of(block)


def runs_of(block: Block) -> Iterator[Run]:
    """Every run of a block, in the order in which it is read."""
    match block:
        case Paragraph():
            yield from block.runs
        case Bullets():
            for item in block.items:
                yield from item
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield from cell
            yield from block.source
        case Figure():
            yield from block.source
        case Heading():
            return


def cited_in(report: Report, blocks: Iterable[Block]) -> set[int]:
    """The numbers of the notes behind these blocks: those cited, and those of the rows referred to."""
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    rows = {row.key: row for table in tables if table.labelled for row in table.rows}
    found: set[int] = set()
    for run in (run for block in blocks for run in runs_of(block)):
        referred = [rows[key] for key in run.keys if key in rows] if isinstance(run, Ref) else []
        cites = [cell_run for row in referred for cell in row.cells for cell_run in cell]
        for cite in (run, *cites):
            found |= set(report.cited(cite)) if isinstance(cite, Cite) else set()
    return found


def _spans(numbers: Iterable[int]) -> list[tuple[int, int]]:
    spans = []
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        some = [number for _, number in group]
        spans.append((some[0], some[-1]))
    return spans
