"""A document as text with places: .txt, .md, .html, .pdf, .docx and .eml. The door of `announcement_*`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from etl.extract.announcement_html import read_html
from etl.extract.announcement_mail import read_mail
from etl.extract.announcement_office import read_docx
from etl.extract.announcement_pdf import read_pdf
from etl.extract.announcement_plain import read_markdown, read_plain
from etl.extract.announcement_values import Document, Progress, Section, day_of
from etl.extract.apart import read_apart
from etl.extract.guards import check_name, contains, head_of, told
from etl.extract.table import FileRefused

__all__ = ["SUFFIXES", "Document", "Progress", "Section", "day_of", "documents_in", "is_document", "read_document"]

_READERS: dict[str, Callable[[Path, Progress], Document]] = {
    ".txt": read_plain, ".text": read_plain, ".md": read_markdown, ".markdown": read_markdown, ".html": read_html,
    ".htm": read_html, ".xhtml": read_html, ".pdf": read_pdf, ".docx": read_docx, ".eml": read_mail,
}  # fmt: skip
SUFFIXES = frozenset(_READERS)
"""Endings of the files that are read as documents."""
SUPPORTED = "text (.txt, .md), web pages (.html), PDF (.pdf), Word (.docx) and e-mails (.eml)"
MAX_FILE_BYTES = 200 * 1024 * 1024
MAX_TEXT_BYTES = 10 * 1024 * 1024
"""Of formats that are all text: far longer than any magazine, and read in a few seconds."""
APART_FROM_BYTES = 1024 * 1024
"""Larger documents, and PDF of any size, are read in a process of their own."""
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REAL = {"a PDF document": ".pdf", "a web page (HTML)": ".html"}


def is_document(path: Path) -> bool:
    """Whether the file's ending says that it is a document to read as an announcement."""
    return path.suffix.lower() in SUFFIXES


def documents_in(path: Path) -> Iterator[Path]:
    """The path, or in a folder all documents by name, hidden ones left out."""
    if not path.is_dir():
        yield path
        return
    for inner in sorted(path.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in inner.relative_to(path).parts)
        if inner.is_file() and is_document(inner) and not hidden:
            yield inner


def read_document(path: Path, progress: Progress | None = None) -> Document:
    """The text of a document, its title, address, day and places. `progress` is told pages read and pages in all.

    Raises FileRefused for what cannot be read: another format, a password, no text, too long.
    """
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        raise FileRefused(
            path.name, "files of this type are not read as announcements", f"Supported are {SUPPORTED}", value=suffix
        )
    _check(path, suffix)
    apart = suffix == ".pdf" or path.stat().st_size > APART_FROM_BYTES
    return (read_apart if apart else read_here)(path, progress or (lambda _done, _total: None))


def read_here(path: Path, progress: Progress) -> Document:
    """The same within this process, for a file that is checked: over a hostile PDF it may never come back."""
    document = _READERS[path.suffix.lower()](path, progress)
    document = replace(document, text=_storable(document.text), title=_storable(document.title))
    if not document.text.strip():
        raise FileRefused(path.name, "no text was found in it", "Save the page or document anew and load that")
    return document


def _storable(text: str) -> str:
    """The text without the two sorts of characters that no database takes, one for one, so that places stay right."""
    return _UNSTORABLE.sub("\ufffd", text)


def _check(path: Path, suffix: str) -> None:
    check_name(path)
    if not path.is_file():
        raise FileRefused(path.name, "there is no such file", "Check the path")
    size = path.stat().st_size
    if size == 0:
        raise FileRefused(path.name, "the file is empty (0 bytes)", "Save or download it again")
    most = MAX_FILE_BYTES if suffix in (".pdf", ".docx") else MAX_TEXT_BYTES
    if size > most:
        found = f"the file has {size:,} bytes, more than the {most:,} that are read of such a document"
        raise FileRefused(path.name, found, "Cut out the pages that speak of the award and load these")
    _check_head(path, suffix)


def _check_head(path: Path, suffix: str) -> None:
    head = head_of(path)
    if head.startswith(_OLE):
        _refuse_ole(path)
    found = told(head)
    if suffix == ".docx" and not found.startswith("a ZIP"):
        raise FileRefused(
            path.name,
            f"the file is {found or 'text'}, no Word document",
            "Give it its right ending, or save it as .docx in Word",
        )
    if suffix == ".pdf" and found != "a PDF document":
        raise FileRefused(
            path.name, f"the file is {found or 'text'}, no PDF", f"Give it its right ending{_ending(found)}"
        )
    markup = found in ("a web page (HTML)", "an XML document")
    if suffix in (".txt", ".text", ".md", ".markdown", ".eml") and found and not markup:
        raise FileRefused(
            path.name, f"the file is {found}, no text", f"Give it its right ending{_ending(found)}, or save it as text"
        )
    if suffix in (".html", ".htm", ".xhtml") and found and not markup:
        raise FileRefused(path.name, f"the file is {found}, no web page", f"Give it its right ending{_ending(found)}")


def _ending(found: str) -> str:
    return f" ({_REAL[found]})" if found in _REAL else ""


def _refuse_ole(path: Path) -> None:
    if contains(path, "EncryptedPackage".encode("utf-16-le")):
        raise FileRefused(
            path.name, "the document is protected with a password", "Take the password off in Word and save it again"
        )
    raise FileRefused(path.name, "the file is an old Word document (.doc)", "Save it as .docx in Word")
