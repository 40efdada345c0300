"""Plain text and Markdown as documents."""

import re
from pathlib import Path

from etl.extract.announcement_values import Document, Progress, title_of
from etl.extract.decoding import TextLines
from etl.extract.guards import head_of, told
from etl.extract.table import FileRefused

_MOST_ODD = 0.05
"""Share of control characters beyond which a file is no text."""
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")


def read_plain(path: Path, progress: Progress) -> Document:
    """The text as it stands; a web page named .txt is read as one."""
    if told(head_of(path)) == "a web page (HTML)":
        from etl.extract.announcement_html import read_html

        return read_html(path, progress)
    text, notices = text_of(path)
    return Document(path.name, text, title_of(text, None, path.name), notices=notices)


def read_markdown(path: Path, progress: Progress) -> Document:
    """The text with its marks; of links the words alone."""
    document = read_plain(path, progress)
    text = _LINK.sub(lambda match: match[1], document.text)
    return Document(path.name, text, title_of(text, None, path.name), notices=document.notices)


def text_of(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a file in any of the usual encodings, and what was odd about it."""
    lines = TextLines(path)
    text = "".join(lines.blocks()).replace("\r\n", "\n").replace("\r", "\n")
    odd = sum(1 for character in text[:20_000] if character < " " and character not in "\n\t\f")
    if odd > _MOST_ODD * min(len(text), 20_000):
        raise FileRefused(path.name, "the file is no text", "Save it as text (.txt), PDF or Word (.docx)")
    return text, tuple(lines.notices())
