"""A saved web page as a document: main text, title, address and day; scripts are neither run nor kept."""

import logging
import re
from contextlib import suppress
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

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
    plain = _Plain()
    plain.feed(html)
    plain.close()
    found = _main(html, file) if plain.deepest <= MAX_DEPTH else None
    body = (found.text or "") if found else ""
    if len(body) < _SHORTEST < len(plain.text) or not body:
        body = plain.text
    title = _title(found, plain, body, file)
    text = body if title == file or title.casefold() in body[:400].casefold() else f"{title}\n\n{body}"
    url = found.url if found and str(found.url or "").startswith(("http://", "https://")) else plain.url
    return Document(
        file, text, title, url, found.sitename if found else plain.site, _day(found, plain), notices=notices
    )


def _main(html: str, file: str) -> Any:
    """What the library finds in the page; None when it fails over it."""
    from trafilatura import bare_extraction  # late: it takes longer to import than a page takes to read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it fails over is read as plain text
    with suppress(FileRefused), foreign(file, "the page cannot be read", ""):
        return bare_extraction(html, include_comments=False, include_tables=True, with_metadata=True, favor_recall=True)
    return None


def _title(found: Any, plain: "_Plain", body: str, file: str) -> str:
    given = plain.heading or (found.title if found else None) or plain.title
    return title_of(body, re.split(r"\s+[|»]\s+", given)[0] if given else None, file)


def _day(found: Any, plain: "_Plain") -> date | None:
    for said in (plain.published, found.date if found else None):
        if said:
            with suppress(ValueError):
                return date.fromisoformat(str(said)[:10])
    return None


class _Plain(HTMLParser):
    """All text outside menus, scripts and styles, a line a block; and what the head says of the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = self.heading = ""
        self.url: str | None = None
        self.site: str | None = None
        self.published: str | None = None
        self.deepest = 0
        self._depth = 0
        self._silent = 0
        self._in = ""
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        """The text read so far."""
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        return "\n\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note blocks, silent elements and the head's facts."""
        if tag not in _VOID:
            self._depth += 1
            self.deepest = max(self.deepest, self._depth)
            self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self._parts.append("\n")
        if tag in ("title", "h1"):
            self._in = tag
        if tag in ("meta", "link"):
            self._head({name: value or "" for name, value in attrs})

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Go on behind `<![…`, also where that is no markup at all, over which the library stops."""
        try:
            return super().parse_marked_section(i, bool(report))
        except AssertionError:
            return self.parse_bogus_comment(i)

    def _head(self, said: dict[str, str]) -> None:
        name, content = (said.get("property") or said.get("name") or "").casefold(), said.get("content", "")
        if said.get("rel", "").casefold() == "canonical" or name == "og:url":
            address = content or said.get("href", "")
            self.url = address if address.startswith(("http://", "https://")) else self.url
        elif name == "og:site_name":
            self.site = content
        elif name in ("article:published_time", "date", "dc.date", "publishdate", "pubdate", "datepublished"):
            self.published = self.published or content

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag not in _VOID:
            self._depth = max(self._depth - 1, 0)
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        if tag in _BLOCKS:
            self._parts.append("\n")
        if tag == self._in:
            self._in = ""

    def handle_data(self, data: str) -> None:
        """Keep text that a reader of the page sees."""
        if self._in == "title":
            self.title += data
        elif not self._silent:
            if self._in == "h1":
                self.heading += data
            self._parts.append(data)
