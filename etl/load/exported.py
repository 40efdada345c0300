"""An export of statements that is loaded back: what stands already where it came from is not said a second time.

The export names the file, sheet and line of each statement. A row that says what stands there counts as unchanged; one
that says something else is refused, since two statements would come of one. What the export lacks stays: it may be a
part of the whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select

from etl.extract.table import Block, Table
from etl.kinds import Kind
from etl.schema import tables
from etl.transform.clean import Reason
from etl.transform.clean_text import Unfit, unescaped

PLACE: Final = ("file", "sheet", "line")
MARKS: Final = frozenset({*PLACE, "source_id"})
"""Heads that only an export of statements has together."""
_Place = tuple[str, str, str]


def is_export(table: Table) -> bool:
    """Whether the table is an export of statements."""
    return frozenset(table.headers) >= MARKS


class Standing:
    """The statements that stand, by place, as an export tells them."""

    def __init__(self, connection: Connection, kind: Kind, table: Table) -> None:
        self.skipped = 0
        """Rows that say what stands already."""
        self.edited: list[tuple[str, int, Sequence[str], Reason]] = []
        """Sheet, line, cells and reason of the rows that say something else than what stands at their place."""
        self._heads = list(table.headers)
        self._at = [self._heads.index(head) for head in PLACE]
        self._compared = [
            (at, column) for at, head in enumerate(self._heads) if (column := _column(kind, head)) is not None
        ]
        self._connection, self._kind = connection, kind
        self._known: dict[str, dict[_Place, tuple[str, ...]]] = {}

    def rest(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks without the rows that stand already and without those that were edited."""
        for block in blocks:
            kept = [at for at, cells in enumerate(block.cells) if self._is_new(block, at, cells)]
            if kept:
                yield Block(block.sheet, [block.lines[at] for at in kept], [block.cells[at] for at in kept])

    def _is_new(self, block: Block, at: int, cells: Sequence[str]) -> bool:
        file, sheet, line = (cells[place].strip() for place in self._at)
        there = self._of(file).get((file, sheet, line)) if line else None
        if there is None:
            return True
        if there == tuple(_plain(cells[place]) for place, _ in self._compared):
            self.skipped += 1
        else:
            remedy = (
                f"says something else than line {line} of {file}, from which it was exported; change it there, or "
                "empty its cell in the column line to load it as a statement of its own"
            )
            self.edited.append((block.sheet, block.lines[at], cells, Reason("line", line, remedy)))
        return False

    def _of(self, file: str) -> Mapping[_Place, tuple[str, ...]]:
        """The statements of a file by place, read once."""
        if file not in self._known:
            t, files = tables()[self._kind.table], tables()["file"]
            query = select(t, files.c.name).join(files, files.c.file_id == t.c.file_id)
            rows = self._connection.execute(query.where(files.c.name == file, t.c.valid_to.is_(None)))
            columns = [column for _, column in self._compared]
            self._known[file] = {
                (file, said.sheet, str(said.line)): tuple(_told(getattr(said, column)) for column in columns)
                for said in rows
            }
        return self._known[file]


def _column(kind: Kind, head: str) -> str | None:
    """The column of the kind's table that an export shows under that head; None where it shows something derived."""
    table = tables()[kind.table]
    if head in PLACE or head not in table.c:
        return None
    return "bound_school_id" if head == "school_id" and "bound_school_id" in table.c else head


def _told(value: Any) -> str:
    """The value as an export tells it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _plain(cell: str) -> str:
    try:
        return unescaped(cell)
    except Unfit:
        return cell


def without_standing(connection: Connection, kind: Kind, table: Table) -> tuple[Table, Standing | None]:
    """The table with the rows that are new, and what became of the others; None for what is no export."""
    if not is_export(table):
        return table, None
    standing = Standing(connection, kind, table)
    return replace(table, read=standing.rest(table.blocks())), standing
