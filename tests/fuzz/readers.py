"""The readers as a fuzzer sees them: bytes under a name go in; rows, text or a refusal come out, and nothing else."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from etl.extract.announcement import read_document, read_here
from etl.extract.files import read_file
from etl.extract.table import FileRefused

CORPUS = Path(__file__).resolve().parents[1] / "data" / "fuzz_corpus"
MOST_SECONDS = 10.0
"""Of the processor: a file of the corpus has some kilobytes; what takes longer than this over one hangs."""
MOST_ROWS = 20_000

Verdict = str
"""'read' or 'refused'."""


@dataclass(frozen=True)
class Slow(Exception):
    """A reader that took too long."""

    seconds: float


def _tables(path: Path) -> None:
    for table in read_file(path, None, {}):
        for at, row in enumerate(table.rows):
            assert all(isinstance(cell, str) for cell in row.cells)
            if at == MOST_ROWS:
                break
        assert all(fault.reasons for fault in table.faults)


def _document(path: Path) -> None:
    is_pdf = path.suffix == ".pdf"  # read in this process, or the fuzzer would not see the ways through it
    found = read_here(path, lambda _done, _total: None) if is_pdf else read_document(path)
    assert found.text.strip()
    assert (found.text + found.title).encode(), "text that can be stored"
    assert found.title
    assert found.url is None or found.url.startswith(("http://", "https://"))


@dataclass(frozen=True)
class Reader:
    """One reader: the name of the file that it is given, and what is done with it."""

    file: str
    read: Callable[[Path], None]

    @property
    def is_archive(self) -> bool:
        """Whether its files are ZIP archives, in which mutations belong into the parts."""
        return self.file.endswith((".xlsx", ".docx", ".zip"))


READERS = {
    "csv": Reader("winners.csv", _tables),
    "tsv": Reader("winners.tsv", _tables),
    "xlsx": Reader("winners.xlsx", _tables),
    "ipeds": Reader("hd2023.csv", _tables),
    "zip": Reader("HD2023.zip", _tables),
    "gz": Reader("hd2023.csv.gz", _tables),
    "txt": Reader("page.txt", _document),
    "md": Reader("page.md", _document),
    "html": Reader("page.html", _document),
    "eml": Reader("mail.eml", _document),
    "docx": Reader("page.docx", _document),
    "pdf": Reader("page.pdf", _document),
}


def tried(reader: Reader, content: bytes, folder: Path) -> Verdict:
    """What became of these bytes. Raises whatever the reader raises but its refusal, and Slow."""
    path = folder / reader.file
    path.write_bytes(content or b" ")
    begun = process_time()
    try:
        reader.read(path)
        verdict = "read"
    except FileRefused as error:
        assert str(error).startswith(path.name), str(error)
        assert error.problem, "a refusal says why"
        assert error.remedy, "a refusal says what to do"
        verdict = "refused"
    if (took := process_time() - begun) > MOST_SECONDS:
        raise Slow(took)
    return verdict


def place_of(error: BaseException) -> str:
    """What tells one fault from another: the type of the error and the last line of ours that it came through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/etl/" in frame.filename]
    last = frames[-1] if frames else None
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}" if last else type(error).__name__


def seeds(name: str) -> list[Path]:
    """The kept files of a reader."""
    return sorted(path for path in (CORPUS / name).glob("*") if path.is_file())
