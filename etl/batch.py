"""Several files asked for at once, each in its own way, and loaded as one change: all of it stands, or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from etl.extract.announcement import is_document
from etl.find import Work, find_work
from etl.pipeline import Progress, load_works
from etl.report import FileReport


@dataclass(frozen=True)
class Asked:
    """A file to load, and what is said of it beside its contents."""

    path: Path
    kind: str | None = None
    """What it is, where its columns do not tell."""
    name: str | None = None
    """The identity to load it under in place of its own name."""
    defaults: Mapping[str, str] = field(default_factory=dict)
    """Values for columns that it lacks."""

    @property
    def identity(self) -> str:
        """The name it is loaded under."""
        return self.name or self.path.name


def load_batch(connection: Connection, asked: Iterable[Asked], by: str, progress: Progress) -> list[FileReport]:
    """Load the files in the order of their kinds inside the caller's transaction, and report on each.

    A file that cannot be read is in the reports with its error, and nothing of it is loaded.
    """
    found: list[list[Work]] = []
    reports: list[FileReport] = []
    named: set[str] = set()
    for one in asked:
        if one.identity in named:
            error = f"{one.identity}: another file of this load has the same name; load one of them under another name"
            reports.append(FileReport(one.identity, one.kind, error=error))
            continue
        named.add(one.identity)
        read, refused = find_work([one.path], one.kind, one.name, one.defaults)
        found.extend(read)
        reports.extend(_plain(report, one) for report in refused)
        if not read and not refused:
            reports.append(FileReport(one.identity, None, error=_not_a_table(one)))
    found.sort(key=lambda works: (min(work.kind.order for work in works), works[0].name))
    for works in found:
        reports.extend(load_works(connection, works, by, progress))
    return reports


def _plain(report: FileReport, one: Asked) -> FileReport:
    """The report without the folder, which says nothing to whoever uploaded the file."""
    report.file = one.identity
    report.error = (report.error or "").replace(str(one.path), one.identity)
    return report


def _not_a_table(one: Asked) -> str:
    if is_document(one.path):
        return f"{one.identity} is a document, not a table: the page “Add an announcement” reads what it says"
    return f"{one.identity}: nothing to load was recognised in it"
