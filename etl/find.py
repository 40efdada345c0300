"""Which files a call names, what they are, and in which order they are loaded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from etl.extract.announcement import is_document
from etl.extract.csv_text import sampled
from etl.extract.files import read_file
from etl.extract.header import headers_in
from etl.extract.table import FileRefused, Table
from etl.kinds import Kind, kind_named
from etl.report import FileReport

SKIPPED_FOLDERS = frozenset({"templates", "__pycache__"})
"""Folders that a folder load passes over: empty forms are no data."""
UNREAD_SUFFIXES = frozenset({".json", ".md", ".db", ".db-wal", ".db-shm", ".about.json"})
"""Files that lie beside data and describe or hold it; passed over without a word."""
TEXT_SUFFIXES = frozenset({".txt", ".text"})
"""Endings that documents and tables share; the heading decides."""


@dataclass(frozen=True)
class Work:
    """The tables of one kind in one file."""

    path: Path
    name: str
    kind: Kind
    tables: tuple[Table, ...]
    sha256: str
    n_bytes: int
    defaults: Mapping[str, str]


def find_work(
    paths: Iterable[Path], kind: str | None, name: str | None, defaults: Mapping[str, str]
) -> tuple[list[list[Work]], list[FileReport]]:
    """The work to do, a list a file and in the order of kinds, and reports of files that cannot be read.

    Documents are left aside: `find_documents` names them.
    """
    found: list[list[Work]] = []
    refused: list[FileReport] = []
    for path in _files(paths):
        if _is_prose(path, kind, defaults):
            continue
        try:
            if work := _work(path, kind, name, defaults):
                found.append(work)
            else:
                refused.append(FileReport(str(path), kind, error=f"{path}: nothing to load was recognised in it"))
        except (FileRefused, OSError) as error:
            refused.append(FileReport(str(path), kind, error=str(error)))
    found.sort(key=lambda works: (min(work.kind.order for work in works), works[0].name))
    return found, refused + _twins(found)


def find_documents(
    paths: Iterable[Path], kind: str | None, name: str | None, defaults: Mapping[str, str]
) -> tuple[list[Path], list[FileReport]]:
    """The files to be read as announcements, and reports of those that share their name with an earlier one."""
    seen: dict[str, Path] = {}
    refused: list[FileReport] = []
    for path in _files(paths):
        if not _is_prose(path, kind, defaults):
            continue
        identity = name or path.name
        if identity in seen:
            error = (
                f"{path}: {seen[identity]} has the same name, and a document replaces what was loaded under its name; "
                "load one of them apart with --as NAME"
            )
            refused.append(FileReport(str(path), None, error=error))
        seen.setdefault(identity, path)
    return list(seen.values()), refused


def _is_prose(path: Path, kind: str | None, defaults: Mapping[str, str]) -> bool:
    """Whether a file is read as a document: by its ending, and for text unless a kind is named or its heading tells."""
    if not is_document(path):
        return False
    if path.suffix.lower() not in TEXT_SUFFIXES:
        return True
    return kind is None and not _has_heading(path, defaults)


def _has_heading(path: Path, defaults: Mapping[str, str]) -> bool:
    try:
        return bool(headers_in(sampled(path, None).rows, None, defaults))
    except (FileRefused, OSError):
        return False  # reading it as a document says what is amiss


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file named, and in folders every file that could hold data."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for inner in sorted(path.rglob("*")):
            parts = inner.relative_to(path).parts
            passed_over = SKIPPED_FOLDERS.intersection(parts[:-1]) or any(
                part.startswith((".", "~$")) for part in parts
            )
            if inner.is_file() and not passed_over and inner.suffix.lower() not in UNREAD_SUFFIXES:
                yield inner


def _work(path: Path, kind: str | None, name: str | None, defaults: Mapping[str, str]) -> list[Work]:
    by_kind: dict[str, list[Table]] = defaultdict(list)
    unknown: list[str] = []
    for table in read_file(path, kind, defaults):
        if table.kind is None:
            unknown += table.notices
        else:
            by_kind[table.kind.name].append(table)
    with path.open("rb") as file:
        sha256 = file_digest(file, "sha256").hexdigest()
    n_bytes = path.stat().st_size
    works = [
        Work(path, name or path.name, kind_named(one), tuple(tables), sha256, n_bytes, defaults)
        for one, tables in by_kind.items()
    ]
    if works:
        works[0].tables[0].notices.extend(unknown)
    return sorted(works, key=lambda work: work.kind.order)


def _twins(found: list[list[Work]]) -> list[FileReport]:
    """Refuse files that one call would load under one identity: the second would replace the first."""
    seen: dict[tuple[str, str], Path] = {}
    refused: list[FileReport] = []
    for works in list(found):
        twin = next((seen[work.kind.name, work.name] for work in works if (work.kind.name, work.name) in seen), None)
        if twin is not None:
            found.remove(works)
            error = (
                f"{works[0].path}: {twin} has the same name and kind, and a file replaces what was loaded under its "
                "name; load one of them apart with --as NAME"
            )
            refused.append(FileReport(str(works[0].path), works[0].kind.name, error=error))
            continue
        seen.update({(work.kind.name, work.name): work.path for work in works})
    return refused
