"""What is refused before any parser sees it: files that are too large, empty, or not what their name says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from etl.extract.table import FileRefused

Form = Literal["text", "workbook"]

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm")
SUPPORTED = ", ".join((*TEXT_SUFFIXES, *WORKBOOK_SUFFIXES))

# Three million rows of a winner list are about 200 MB; what is larger is more likely a mistake than a list of awards.
MAX_FILE_BYTES = 200 * 1024 * 1024
# The widest list known here, the federal directory of institutions, has some eighty columns.
MAX_COLUMNS = 500
# Enough to tell what a file is: a PDF's mark may come after up to 1,024 bytes of something else.
HEAD_BYTES = 4096
# A stray NUL comes from a broken export and is removed later; more than one in a hundred is no text at all.
MAX_NUL_SHARE = 0.01

# Control characters, marks that turn the direction of writing, and the bytes of names that are not UTF-8.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
SAVE_AS_CSV = "Save the list as CSV (UTF-8) or as an Excel workbook (.xlsx) and load that"
MARKS: tuple[tuple[bytes, str], ...] = (
    (OLE_MARK, "an old Excel or Office file"), *((mark, "a ZIP archive or an Excel workbook") for mark in ZIP_MARKS),
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"RIFF", "a RIFF media file"),
    (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"), (b"Rar!\x1a", "a RAR archive"),
    (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"), (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3\x00", "an SQLite database"), (b"\x7fELF", "a program"), (b"PAR1", "a Parquet file"),
    (b"\xff\xfe\x00\x00", "UTF-32 text"), (b"\x00\x00\xfe\xff", "UTF-32 text"),
)  # fmt: skip
MARKUP: tuple[tuple[bytes, str], ...] = (
    (b"<!doctype html", "a web page (HTML)"), (b"<html", "a web page (HTML)"), (b"<table", "a web page (HTML)"),
    (b"<?xml", "an XML document"), (b"<!doctype", "an XML document"),
)  # fmt: skip


def printable(text: str) -> str:
    """The text as it can be shown and kept anywhere, with a sign in place of each character that cannot."""
    return UNPRINTABLE.sub("\ufffd", text)


def check_name(path: Path) -> None:
    """Raises FileRefused for a name that no page, terminal or database could show as it is."""
    if UNPRINTABLE.search(path.name):
        found = "the file's name holds control characters, or letters that are not written in UTF-8"
        raise FileRefused(printable(path.name), found, "Give it another name and load that")


def checked_form(path: Path) -> Form:
    """Which reader the file is for. Raises FileRefused for everything that neither reader could read."""
    check_name(path)
    form = _form_by_name(path)
    try:
        _check_size(path)
        head = head_of(path)
    except OSError as error:
        raise FileRefused(
            path.name, f"the file cannot be opened ({error.strerror})", "Check who may read it"
        ) from error
    if form == "workbook":
        _check_workbook_head(path, head)
    else:
        _check_text_head(path, head)
    return form


def head_of(path: Path) -> bytes:
    """The first bytes of the file."""
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def _form_by_name(path: Path) -> Form:
    suffix = path.suffix.lower()
    if suffix in TEXT_SUFFIXES:
        return "text"
    if suffix in WORKBOOK_SUFFIXES:
        return "workbook"
    raise FileRefused(
        path.name, "files of this type are not read", f"Supported are {SUPPORTED}; save it as one of them", value=suffix
    )


def _check_size(path: Path) -> None:
    if not path.is_file():
        raise FileRefused(path.name, "there is no such file", "Check the path")
    size = path.stat().st_size
    if size == 0:
        raise FileRefused(path.name, "the file is empty (0 bytes)", "Export or download it again")
    if size > MAX_FILE_BYTES:
        found = f"the file has {size:,} bytes, more than the {MAX_FILE_BYTES:,} that are read at once"
        raise FileRefused(path.name, found, "Split it into several files")


def _check_workbook_head(path: Path, head: bytes) -> None:
    if head.startswith(OLE_MARK):
        _refuse_ole(path)
    if not head.startswith(ZIP_MARKS):
        found = f"the file is {told(head) or 'text'}, not an Excel workbook"
        raise FileRefused(path.name, found, "Give it its right ending (.csv for text), or save it as .xlsx in Excel")


def _refuse_ole(path: Path) -> None:
    if contains(path, "EncryptedPackage".encode("utf-16-le")):
        remedy = "Open it in Excel, take the password off (File, Info, Protect Workbook) and save it"
        raise FileRefused(path.name, "the workbook is protected with a password", remedy)
    raise FileRefused(path.name, "the file is an old Excel workbook (.xls)", "Save it as .xlsx in Excel")


def contains(path: Path, wanted: bytes) -> bool:
    """Whether these bytes are anywhere in the file."""
    tail = b""
    for block in _blocks(path):
        if wanted in tail + block:
            return True
        tail = block[-len(wanted) :]
    return False


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(1024 * 1024):
            yield block


def _check_text_head(path: Path, head: bytes) -> None:
    if found := told(head):
        remedy = "Name it .xlsx if it is a workbook; else s" if head.startswith(ZIP_MARKS) else "S"
        raise FileRefused(path.name, f"the file is {found}, not a text file", remedy + SAVE_AS_CSV[1:])
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and head.count(0) > len(head) * MAX_NUL_SHARE:
        raise FileRefused(
            path.name, f"the file is no text: {head.count(0)} of its first {len(head)} bytes are zero", SAVE_AS_CSV
        )


def told(head: bytes) -> str:
    """What a file is by its first bytes, in words; '' when it may be text."""
    for mark, words in MARKS:
        if head.startswith(mark):
            return words
    if b"%PDF-" in head[:1024]:
        return "a PDF document"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((words for mark, words in MARKUP if start.startswith(mark)), "")
