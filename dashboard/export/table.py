"""What a table that can be exported is: its title, its filters, its columns and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dashboard.domain.choices import Choice, Given, parsed, written
from dashboard.export.columns import column_info
from dashboard.export.passport import ColumnInfo


@dataclass(frozen=True)
class Content:
    """Columns, and rows that come as they are asked for."""

    columns: tuple[ColumnInfo, ...]
    rows: Iterator[Sequence[object]]


@dataclass(frozen=True)
class ExportTable:
    """A table that can be exported."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    start: Any
    """The filter that lets everything through."""
    content: Callable[[Connection, Any, int | None], Content]
    data: bool = True
    """Whether it goes into the package of all data: the audit log is for the office alone, a comparison of a choice."""

    def wanted(self, given: Given) -> Any:
        """The filter that an address or a command line gives. Raises NotAChoice."""
        return parsed(self.choices, self.start, given)

    def written(self, wanted: Any) -> tuple[tuple[str, str], ...]:
        """The filter as names with values."""
        return written(self.choices, wanted, self.start)


def content_of(names: Iterable[str], rows: Iterable[Sequence[object]]) -> Content:
    """Rows with columns of these names."""
    return Content(tuple(map(column_info, names)), iter(rows))
