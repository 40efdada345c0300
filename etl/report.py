"""What a change did, or would do, and who makes it: counts, notices, refused rows and waiting names, file by file."""

import getpass
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from etl.extract.guards import printable

if TYPE_CHECKING:
    from etl.load.refused import RefusedRow

USER_VARIABLE = "AWARDS_USER"


class NotPossible(Exception):
    """A change that cannot be made; the text says why and what to do."""


def current_user() -> str:
    """Who is at work: `AWARDS_USER`, or the name of the account."""
    return os.environ.get(USER_VARIABLE, "").strip() or getpass.getuser()


@dataclass
class FileReport:
    """What became of the rows of one kind in one file; of a file that could not be read, why."""

    file: str
    kind: str | None
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    unresolved: int = 0
    rows_read: int = 0
    load_id: int | None = None
    version: int | None = None
    mended: int = 0
    refused_rows: "list[RefusedRow]" = field(default_factory=list)
    unresolved_names: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    error: str | None = None

    def __post_init__(self) -> None:
        """Names of files and folders may hold what no terminal can show."""
        self.file = printable(self.file)
        self.error = None if self.error is None else printable(self.error)

    @property
    def refused(self) -> int:
        """Number of rows that could not be taken."""
        return len(self.refused_rows)

    @property
    def taken(self) -> bool:
        """Whether the file was loaded, or all of it was known already."""
        return self.error is None and (self.new + self.changed + self.unchanged + self.gone > 0 or not self.refused)

    def as_json(self) -> dict[str, Any]:
        """The report with counts of rows and, for each refused row, its place and reasons."""
        return {
            "file": self.file,
            "kind": self.kind,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "gone": self.gone,
            "refused": self.refused,
            "unresolved": self.unresolved,
            "mended": self.mended,
            "load": self.load_id,
            "data_version": self.version,
            "notices": self.notices,
            "unresolved_names": self.unresolved_names,
            "refused_rows": [_refused_json(row) for row in self.refused_rows],
            "error": self.error,
        }


def _refused_json(row: "RefusedRow") -> dict[str, Any]:
    reasons = [{"column": why.column, "value": why.value, "message": why.message} for why in row.reasons]
    return {"sheet": row.sheet, "line": row.line, "cells": list(row.cells), "reasons": reasons}


@dataclass
class LoadReport:
    """What became of all files of one call; `proposals` are what its documents say, as objects."""

    files: list[FileReport] = field(default_factory=list)
    dry_run: bool = False
    proposals: list[dict[str, Any]] = field(default_factory=list)

    def _sum(self, name: str) -> int:
        return sum(getattr(file, name) for file in self.files)

    @property
    def succeeded(self) -> bool:
        """Whether something was loaded, or all was known already."""
        return any(file.taken for file in self.files)

    def as_json(self) -> dict[str, Any]:
        """Counts of rows over all files, each file's own, and what documents propose."""
        counts = {name: self._sum(name) for name in ("new", "changed", "unchanged", "refused", "unresolved")}
        files = [file.as_json() for file in self.files]
        return {**counts, "dry_run": self.dry_run, "files": files, "proposals": self.proposals}
