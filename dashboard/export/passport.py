"""The passport of an exported file: what it holds, of which data, made when and by which program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version as installed_version
from typing import Any, Final

PROGRAM: Final = "dei-award-tracker"


@dataclass(frozen=True)
class ColumnInfo:
    """A column of an export."""

    name: str
    type: str
    """text, whole, number, yes/no, day or list (values joined by " | ")."""
    meaning: str
    unit: str = ""


@dataclass(frozen=True)
class Passport:
    """What is to be known of an exported file."""

    table: str
    title: str
    filters: tuple[tuple[str, str], ...]
    """As in the address of a page: (name, value)."""
    columns: tuple[ColumnInfo, ...]
    rows: int
    data_version: int
    data_made_at: datetime
    """When the data version was made, UTC."""
    made_at: datetime
    """When the file was made, UTC."""
    sha256: str = ""
    """Of the file's bytes; empty inside a file, which cannot hold its own."""

    def as_json(self, file_name: str = "") -> dict[str, Any]:
        """The passport as JSON knows it."""
        return {
            **({"file": file_name} if file_name else {}),
            "table": self.table,
            "title": self.title,
            "filters": [{"name": name, "value": value} for name, value in self.filters],
            "rows": self.rows,
            "columns": [
                {"name": column.name, "type": column.type, "meaning": column.meaning, "unit": column.unit}
                for column in self.columns
            ],
            "data_version": self.data_version,
            "data_version_made_at": _moment(self.data_made_at),
            "made_at": _moment(self.made_at),
            "program": program(),
            **({"sha256": self.sha256} if self.sha256 else {}),
        }

    def bytes(self, file_name: str = "") -> bytes:
        """The passport as the file `NAME.about.json`."""
        return (json.dumps(self.as_json(file_name), indent=2, ensure_ascii=False) + "\n").encode()

    def lines(self) -> list[Sequence[str]]:
        """The passport as rows of text, for a sheet of a workbook."""
        filters = [(name, value) for name, value in self.filters] or [("none", "")]
        return [
            (self.title,),
            ("table", self.table),
            ("rows", f"{self.rows:,}"),
            ("data version", f"{self.data_version}, of {_moment(self.data_made_at)}"),
            ("made at", _moment(self.made_at)),
            ("program", program()),
            (),
            ("filters",),
            *filters,
            (),
            ("column", "meaning", "type", "unit"),
            *((column.name, column.meaning, column.type, column.unit) for column in self.columns),
        ]


def program() -> str:
    """Name and version of the program."""
    return f"{PROGRAM} {installed_version(PROGRAM)}"


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
