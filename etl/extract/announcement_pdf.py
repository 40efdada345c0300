"""A PDF as text, page by page."""

import logging
import re
from collections import Counter
from datetime import date
from pathlib import Path

from etl.extract.announcement_values import Document, Progress, Section, title_of
from etl.extract.foreign import foreign
from etl.extract.table import FileRefused

MAX_CHARACTERS = 10 * 1024 * 1024
_PRINTED = re.compile(r"skia|chrom|firefox|wkhtml|quartz|print to pdf|cairo", re.IGNORECASE)
"""What programs are called that print a page to a PDF."""
_FRAME = 2
"""Lines at the head and at the foot of a page that can be its frame."""
_BROWSERS = re.compile(r"\d+/\d+/\d+, \d+:\d+\s[AP]M\b.*|https?://\S+\s+\d+/\d+")
"""What browsers print above and below a page."""
_ADDRESS = re.compile(r"https?://[^\s…]+(?!\S*…)(?=\s|$)")
_TOP = 1_000
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
            pages, url = without_frames(pages)
        except (
            DependencyError
        ) as error:  # ciphers of which the library alone cannot tell whether they ask for a password
            raise FileRefused(
                path.name, "the PDF is encrypted", "Print it to a new PDF without protection and load that"
            ) from error
    if sum(len(page.strip()) for page in pages) < _SCANNED:
        raise FileRefused(
            path.name,
            f"{f'none of its {len(pages)} pages' if len(pages) > 1 else 'its only page'} holds "
            f"{'text' if len(pages) > 1 else 'no text'}; it was scanned",
            "Run text recognition (OCR) over it and load the result",
        )
    return _document(path, pages, title, day, url)


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
        printed = said and _PRINTED.search(f"{said.producer or ''} {said.creator or ''}")
        made = said.creation_date if said and not printed else None  # that of a print is the day of nothing
        title = said.title if said else None
        return title if isinstance(title, str) else None, made.date() if made else None
    except Exception:  # noqa: BLE001  the pages are read, and what the file says of itself is no reason to refuse them
        return None, None


def without_frames(pages: list[str]) -> tuple[list[str], str | None]:
    """The pages without the lines that stand at the head or foot of each, and the address that they tell: a browser
    prints day, title, address and page number there.
    """
    rows = [page.strip().split("\n") for page in pages]
    ends = [Counter({_alike(line) for line in (*page[:_FRAME], *page[-_FRAME:])}) for page in rows]
    often = sum(ends, Counter[str]())
    framed: list[list[int]] = []
    met: set[str] = set()
    for page in rows:  # the first page keeps what all have: it can be the heading of a list
        framed.append([at for at, line in enumerate(page) if _is_frame(page, at, _alike(line) in met)])
        met |= {alike for line in page if often[alike := _alike(line)] > 1}
    told = (_ADDRESS.search(page[at]) for page, places in zip(rows, framed, strict=True) for at in places)
    url = next((match[0] for match in told if match), None)
    kept = [
        "\n".join(line for at, line in enumerate(page) if at not in places)
        for page, places in zip(rows, framed, strict=True)
    ]
    return kept, url


def _is_frame(page: list[str], at: int, again: bool) -> bool:
    """Whether a line of a page is one of its frame: a browser's, or one that other pages have, too."""
    if _FRAME <= at < len(page) - _FRAME or not page[at].strip():
        return False
    return again or bool(_BROWSERS.fullmatch(page[at].strip()))


def _alike(line: str) -> str:
    """A line as it stands on other pages, whatever the number of the page; a year is none."""
    return re.sub(r"(?<!\d)\d{1,3}(?!\d)", "0", " ".join(line.split()))


def _document(path: Path, pages: list[str], title: str | None, day: date | None, url: str | None) -> Document:
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
        path.name,
        text,
        title_of(text, _without_site(usable, text), path.name),
        url,
        published_on=day,
        sections=tuple(sections),
        notices=notices,
    )


def _without_site(title: str | None, text: str) -> str | None:
    """A title without the name of the site, where the text prints one part of it alone."""
    top = " ".join(text[:_TOP].split()).casefold()
    parts = re.split(r"\s+[|»–—-]\s+", title) if title else []
    return next((part for part in sorted(parts, key=len, reverse=True) if part.casefold() in top), title)
