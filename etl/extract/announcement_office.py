"""A Word document as text, paragraph by paragraph."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from etl.extract.announcement_values import Document, Progress, Section, title_of
from etl.extract.archive import WORD, Archive
from etl.extract.foreign import foreign
from etl.extract.table import FileRefused

# A magazine of 300 pages has about a million characters in some thousand paragraphs.
MAX_CHARACTERS = 10 * 1024 * 1024
MAX_PART_BYTES = 40 * 1024 * 1024
"""Of a part in XML: the tree that is made of it takes some ten times as much memory."""


def read_docx(path: Path, progress: Progress) -> Document:
    """The document of a .docx file: its paragraphs and the cells of its tables, in order. Macros, links to other files
    and what is embedded stay unread.
    """
    import docx

    archive = Archive(path, WORD)
    largest = max(archive.size(name) for name in archive.names if name.endswith((".xml", ".rels")))
    if largest > MAX_PART_BYTES:
        found = f"a part of it unpacks to {largest:,} bytes, more than the {MAX_PART_BYTES:,} that are read"
        raise FileRefused(path.name, found, "Cut out the pages that speak of the award and load these")
    with foreign(
        path.name, "the Word document is damaged or something else", "Open it in Word and save it as .docx again"
    ):
        word = docx.Document(str(path))
        text, sections = _text(word, path)
        day: date | None = _day(word)
    if not text.strip():
        raise FileRefused(
            path.name,
            "the Word document holds no text",
            "If it holds pictures of text, run text recognition (OCR) first",
        )
    progress(1, 1)
    notices = (f"the document says it was last changed on {day}",) if day else ()
    return Document(path.name, text, title_of(text, None, path.name), sections=tuple(sections), notices=notices)


def _text(word: Any, path: Path) -> tuple[str, list[Section]]:
    parts, sections, length = [], [], 0
    for number, paragraph in enumerate(_paragraphs(word), 1):
        if paragraph.strip():
            sections.append(Section(length, f"paragraph {number}"))
            parts.append(f"{paragraph}\n\n")
            length += len(parts[-1])
        if length > MAX_CHARACTERS:
            found = f"its text is longer than {MAX_CHARACTERS:,} characters"
            raise FileRefused(path.name, found, "Cut out the pages that speak of the award")
    return "".join(parts), sections


def _day(word: Any) -> date | None:
    """The day of the last change, None where the document does not say one that can be read."""
    try:
        changed = word.core_properties.modified
    except (ValueError, KeyError, AttributeError):
        return None
    return changed.date() if changed else None


def _paragraphs(word: Any) -> Iterator[str]:
    for block in word.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield " | ".join(dict.fromkeys(cell.text for cell in row.cells))
        elif block.style is not None and "List" in str(block.style.name):
            yield f"• {block.text}"
        else:
            yield block.text
