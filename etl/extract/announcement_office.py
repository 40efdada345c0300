"""A Word document as text, paragraph by paragraph."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from etl.extract.announcement_values import Document, Progress, Section, title_of
from etl.extract.table import FileRefused


def read_docx(path: Path, progress: Progress) -> Document:
    """The document of a .docx file: its paragraphs and the cells of its tables, in order."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        word = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise FileRefused(
            path.name, "the Word document is damaged or something else", "Open it in Word and save it as .docx again"
        ) from error
    text, sections = "", []
    for number, paragraph in enumerate(_paragraphs(word), 1):
        if paragraph.strip():
            sections.append(Section(len(text), f"paragraph {number}"))
            text += f"{paragraph}\n\n"
    if not text.strip():
        raise FileRefused(
            path.name,
            "the Word document holds no text",
            "If it holds pictures of text, run text recognition (OCR) first",
        )
    progress(1, 1)
    properties = word.core_properties
    day: date | None = properties.modified.date() if properties.modified else None
    notices = (f"the document says it was last changed on {day}",) if day else ()
    return Document(path.name, text, title_of(text, None, path.name), sections=tuple(sections), notices=notices)


def _paragraphs(word: Any) -> Iterator[str]:
    for block in word.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield " | ".join(dict.fromkeys(cell.text for cell in row.cells))
        elif block.style is not None and "List" in str(block.style.name):
            yield f"• {block.text}"
        else:
            yield block.text
