"""Printed names of a file matched to schools, beside the file's own columns; the database is only read."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from sqlalchemy import Engine

from etl.database import engine_for, is_empty, shipped_data
from etl.extract.table import FileRefused, Table
from etl.extract.tabular import read_tables
from etl.load.directory import directory
from etl.load.one_file import award_names
from etl.pipeline import load
from etl.transform.awards import AwardNames
from etl.transform.clean_text import Unfit, safe_text
from etl.transform.clean_web import state as state_code
from etl.transform.schools import Decision, PrintedName, Resolver

ADDED = ("decision", "school_id", "unitid", "kind", "score", "rule", "candidates")
"""Columns that the answer adds to those of the file."""
NUMBER = re.compile(r"[-+]?[\d.,]+\s?%?")
AT_A_TIME = 50_000
"""Names resolved together: enough for speed, few enough for memory."""


@dataclass(frozen=True)
class Matched:
    """How many rows came out with each decision."""

    counts: Mapping[str, int]

    @property
    def rows(self) -> int:
        """Number of rows matched."""
        return sum(self.counts.values())


def match_file(engine: Engine, source: Path, target: Path, *, create: bool = True) -> Matched:
    """Match the names of `source` and write its rows, in order, with the columns `ADDED` to `target`.

    With an empty database the shipped schools, names and institutions are used. Without `create` a school that a load
    would create comes out as review. Raises FileRefused when the file can't be read.
    """
    if is_empty(engine):
        with TemporaryDirectory() as folder:
            own = engine_for(f"sqlite:///{folder}/shipped.db")
            load(own, [shipped_data() / "reference"], by="match")
            counts = _match(own, source, target, create)
            own.dispose()
            return counts
    return _match(engine, source, target, create)


def _match(engine: Engine, source: Path, target: Path, create: bool) -> Matched:
    (table, *_) = read_tables(source, "winners")
    if "school_as_printed" not in table.columns:
        raise FileRefused(source.name, "no column holds the names", "Call the column with the printed names school")
    with engine.connect() as connection:
        matcher = _Matcher(directory(connection), award_names(connection), table, create)
    part = target.with_name(f"{target.name}.part")  # a run that is broken off leaves no half answer behind
    with part.open("w", encoding="utf-8", newline="") as file:
        counts = matcher.write(file)
    part.replace(target)
    return Matched(counts)


class _Matcher:
    def __init__(self, resolver: Resolver, awards: AwardNames, table: Table, create: bool) -> None:
        self._resolver, self._awards, self._table, self._create = resolver, awards, table, create
        self._at = {column: at for at, column in enumerate(table.columns) if column}

    def write(self, file: TextIO) -> dict[str, int]:
        writer = csv.writer(file)
        writer.writerow((*map(_safe, self._table.headers), *ADDED))
        counts: dict[str, int] = {}
        for batch in self._batches():
            names = [self._evidence(cells) for cells in batch]
            for cells, answer in zip(batch, self._resolver.resolve_many(names), strict=True):
                told = self._told(answer)
                counts[told[0]] = counts.get(told[0], 0) + 1
                writer.writerow((*map(_safe, cells), *told))
        return counts

    def _batches(self) -> Iterator[list[tuple[str, ...]]]:
        batch: list[tuple[str, ...]] = []
        for row in self._table.rows:
            batch.append(row.cells)
            if len(batch) == AT_A_TIME:
                yield batch
                batch = []
        yield batch
        if self._table.faults:
            yield [fault.cells or (fault.text,) for fault in self._table.faults]

    def _cell(self, cells: tuple[str, ...], column: str) -> str | None:
        at = self._at.get(column)
        return (cells[at].strip() or None) if at is not None and at < len(cells) else None

    def _evidence(self, cells: tuple[str, ...]) -> PrintedName:
        year = self._cell(cells, "year") or ""
        number = int(year) if year.isdecimal() else None
        award = self._cell(cells, "award")
        return PrintedName(
            school=self._cell(cells, "school_as_printed") or "",
            parent=self._cell(cells, "parent_as_printed"),
            state=_state(self._cell(cells, "state")),
            award=(self._awards.code(award, number) or award) if award else None,
            year=number,
            source_url=self._cell(cells, "source_url"),
        )

    def _told(self, answer: Decision) -> tuple[str, ...]:
        candidates = [candidate.school_id for candidate in answer.candidates]
        if answer.decision == "created" and not self._create:
            only = answer.school_id or ""
            return ("review", "", "", "", f"{answer.score:.3f}", answer.rule, "|".join([only, *candidates]))
        known = answer.decision in ("accepted", "created")
        ids = (answer.school_id, answer.unitid, answer.kind) if known else (None, None, None)
        return (answer.decision, *(one or "" for one in ids), f"{answer.score:.3f}", answer.rule, "|".join(candidates))


def _safe(cell: str) -> str:
    """The cell of the file, as text where a spreadsheet would take it for a formula; numbers stay such."""
    return cell if NUMBER.fullmatch(cell) else safe_text(cell)


def _state(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return state_code(text)
    except Unfit:
        return None  # a state that is none is no evidence; the name may still tell
