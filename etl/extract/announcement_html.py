"""A saved web page as a document: main text, title, address and day; scripts are neither run nor kept."""

import logging
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

from etl.extract.announcement_page import Page, page_of
from etl.extract.announcement_plain import text_of
from etl.extract.announcement_values import Document, Progress, title_of
from etl.extract.foreign import foreign
from etl.extract.table import FileRefused

MAX_DEPTH = 400
"""Nested tags beyond which a page is read tag by tag: the tree builders of the libraries call themselves for each."""
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "nav", "header", "footer", "form", "iframe", "head", "aside"}
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "br",
        "tr",
        "table",
        "section",
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figcaption",
        "dd",
        "dt",
        "hr",
        "main",
    }
)
_TOP = 400
"""Characters at the top of a text in which its title stands, if it does."""
_SHORTEST = 200
"""Characters below which the main text that the library finds is doubted."""
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "source", "wbr", "area", "base", "col", "embed", "track", "param"}
)


def read_html(path: Path, progress: Progress) -> Document:
    """The document of a saved page."""
    html, notices = text_of(path)
    document = of_html(html, path.name, notices)
    progress(1, 1)
    return document


def of_html(html: str, file: str, notices: tuple[str, ...] = ()) -> Document:
    """The document of HTML; where the library finds little, all text outside menus and scripts."""
    plain = _plain(html)
    page = _page(html, file) if plain.deepest <= MAX_DEPTH else None
    if page is None:
        title = title_of(plain.text, plain.title, file)
        return Document(file, _under(title, plain.text, file), title, notices=notices)
    body, whole = _main(page.markup, file), _plain(page.markup).text
    if len(body) < _SHORTEST < len(whole) or not body:
        body = whole
    title = title_of(body, page.title, file)
    return Document(file, _under(title, body, file), title, page.url, page.site, page.day, notices=notices)


def _under(title: str, body: str, file: str) -> str:
    """The text under its title, if it does not begin with it."""
    return body if title == file or title.casefold() in body[:_TOP].casefold() else f"{title}\n\n{body}"


def _page(html: str, file: str) -> Page | None:
    with suppress(FileRefused), foreign(file, "the page cannot be read", ""):
        return page_of(html)
    return None


def _main(html: str, file: str) -> str:
    """The main text that the library finds in the page; nothing where it fails over it."""
    from trafilatura import extract  # late: it takes longer to import than a page takes to read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it fails over is read as plain text
    with suppress(FileRefused), foreign(file, "the page cannot be read", ""):
        found = extract(html, include_comments=False, include_tables=True, favor_recall=True) or ""
        return "\n".join(map(str.rstrip, found.split("\n")))
    return ""


def _plain(html: str) -> "_Plain":
    plain = _Plain()
    plain.feed(html)
    plain.close()
    return plain


class _Plain(HTMLParser):
    """All text outside menus, scripts and styles, a line a block; and the title that the head tells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.deepest = 0
        self._depth = 0
        self._silent = 0
        self._in_title = False
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        """The text read so far."""
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        return "\n\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the library's
        """Note blocks and silent elements."""
        if tag not in _VOID:
            self._depth += 1
            self.deepest = max(self.deepest, self._depth)
            self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self._parts.append("\n")
        self._in_title = self._in_title or tag == "title"

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Go on behind `<![…`, also where that is no markup at all, over which the library stops."""
        try:
            return super().parse_marked_section(i, bool(report))
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag not in _VOID:
            self._depth = max(self._depth - 1, 0)
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        if tag in _BLOCKS:
            self._parts.append("\n")
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        """Keep text that a reader of the page sees."""
        if self._in_title:
            self.title += data
        elif not self._silent:
            self._parts.append(data)
