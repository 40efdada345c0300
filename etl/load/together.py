"""Cleaned rows drawn together before they are bound and written: what stands in many of them is looked at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from etl.load.ground import PlacedRows
from etl.transform.coded import Coded

ROWS_TOGETHER = 100_000
"""Rows that are bound and written together: their cells are gone by then, and each takes some 200 bytes."""


def together(batches: Iterable[PlacedRows]) -> Iterator[PlacedRows]:
    """The batches of one sheet that follow on each other as one, as soon as it has `ROWS_TOGETHER` rows."""
    part: list[PlacedRows] = []
    for batch in batches:
        if part and (part[0].sheet != batch.sheet or sum(len(one.lines) for one in part) >= ROWS_TOGETHER):
            yield _joined(part)
            part = []
        part.append(batch)
    if part:
        yield _joined(part)


def _joined(part: Sequence[PlacedRows]) -> PlacedRows:
    columns = {name: Coded.joined([one.columns[name] for one in part]) for name in part[0].columns}
    return PlacedRows(part[0].sheet, list(chain.from_iterable(one.lines for one in part)), columns)
