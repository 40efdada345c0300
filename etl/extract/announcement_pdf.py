"""A PDF as text, page by page."""

import logging
from datetime import date
from pathlib import Path

from etl.extract.announcement_values import Document, Progress, Section, title_of
from etl.extract.foreign import foreign
from etl.extract.table import FileRefused

MAX_CHARACTERS = 10 * 1024 * 1024
_SCANNED = 20
"""Characters a page below which it holds no text to speak of."""


def read_pdf(path: Path, progress: Progress) -> Document:
    """The document of a .pdf file, with page numbers as places."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its words about odd files are of no use to the reader
    with foreign(path.name, "the PDF cannot be read", "Open it in a PDF reader and print it to a new PDF"):
        try:
            reader = PdfReader(path)
            if reader.is_encrypted and not reader.decrypt(""):
                raise FileRefused(
                    path.name, "the PDF is protected with a password", "Save it without the password and load that"
                )
            pages = _pages(reader, progress, path)
            title, day = _about(reader)
        except (
            DependencyError
        ) as error:  # ciphers of which the library alone cannot tell whether they ask for a password
            raise FileRefused(
                path.name, "the PDF is encrypted", "Print it to a new PDF without protection and load that"
            ) from error
    if sum(len(page.strip()) for page in pages) < _SCANNED:
        raise FileRefused(
            path.name,
            f"none of its {len(pages)} pages holds text; it was scanned",
            "Run text recognition (OCR) over it and load the result",
        )
    return _document(path, pages, title, day)


def _pages(reader: "PdfReader", progress: Progress, path: Path) -> list[str]:  # type: ignore[name-defined]  # noqa: F821
    pages, length, total = [], 0, len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        pages.append(page.extract_text() or "")
        length += len(pages[-1])
        if length > MAX_CHARACTERS:
            raise FileRefused(
                path.name,
                f"its text is longer than {MAX_CHARACTERS:,} characters",
                "Cut out the pages that speak of the award",
            )
        progress(number, total)
    return pages


def _about(reader: "PdfReader") -> tuple[str | None, date | None]:  # type: ignore[name-defined]  # noqa: F821
    """Title and day that the file says of itself; None for what it does not say, or says so that it cannot be read."""
    try:
        said = reader.metadata
        made = said.creation_date if said else None
        title = said.title if said else None
        return title if isinstance(title, str) else None, made.date() if made else None
    except Exception:  # noqa: BLE001  the pages are read, and what the file says of itself is no reason to refuse them
        return None, None


def _document(path: Path, pages: list[str], title: str | None, day: date | None) -> Document:
    text, sections = "", []
    for number, page in enumerate(pages, 1):
        sections.append(Section(len(text), f"page {number}"))
        text += f"{page.strip()}\n\f"
    empty = [number for number, page in enumerate(pages, 1) if not page.strip()]
    notices = (f"pages without text (scanned?): {', '.join(map(str, empty[:20]))}",) if empty else ()
    usable = (
        title
        if title and not title.casefold().endswith((".doc", ".docx", ".indd")) and "untitled" not in title.casefold()
        else None
    )
    return Document(
        path.name, text, title_of(text, usable, path.name), published_on=day, sections=tuple(sections), notices=notices
    )
