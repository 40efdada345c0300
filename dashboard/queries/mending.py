"""Refused rows as tables that can be mended and loaded again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.queries.bookkeeping import RefusedRowShown

MARK: Final = "refused:"
"""Beginning of the heads that loading knows and passes over; by `refused: row` it learns which row was mended."""
PLACE_HEADS: Final = ("refused: row", "refused: file", "refused: sheet", "refused: line", "refused: reasons")


@dataclass(frozen=True)
class RefusedTable:
    """Refused rows of one kind of file and with the same heads."""

    kind: str
    name: str
    """The kind, with a number where several tables are of it: fits the sheet of a workbook."""
    heads: tuple[str, ...]
    """The files' own heads, those for cells beyond them, and `PLACE_HEADS`."""
    rows: tuple[tuple[str, ...], ...]


def refused_tables(refused: Iterable[RefusedRowShown]) -> list[RefusedTable]:
    """The rows grouped by kind and heads, kinds in the order of their names, rows as given."""
    groups: defaultdict[tuple[str, tuple[str, ...]], list[RefusedRowShown]] = defaultdict(list)
    for row in refused:
        groups[row.kind, row.headers].append(row)
    kinds: defaultdict[str, int] = defaultdict(int)
    tables = []
    for (kind, headers), rows in sorted(groups.items()):
        kinds[kind] += 1
        name = kind if kinds[kind] == 1 else f"{kind} {kinds[kind]}"
        tables.append(_table(kind, name, headers, rows))
    return tables


def _table(kind: str, name: str, headers: Sequence[str], rows: Sequence[RefusedRowShown]) -> RefusedTable:
    width = max(len(headers), *(len(row.cells) for row in rows))
    beyond = [f"{MARK} beyond the heads {n}" for n in range(1, width - len(headers) + 1)]
    heads = [*headers, *beyond]
    kept = [at for at, head in enumerate(heads) if head not in PLACE_HEADS]
    return RefusedTable(
        kind,
        name,
        (*(heads[at] for at in kept), *PLACE_HEADS),
        tuple((*(_cell(row, at) for at in kept), *_place(row)) for row in rows),
    )


def _cell(row: RefusedRowShown, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _place(row: RefusedRowShown) -> tuple[str, ...]:
    reasons = "; ".join(
        f"{reason.column}: {reason.message}" if reason.column else reason.message for reason in row.reasons
    )
    return str(row.row_id), row.file, row.sheet, str(row.line), reasons
