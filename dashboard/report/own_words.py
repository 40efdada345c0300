"""Own paragraphs: Markdown of a safe kind as blocks of the report.

Paragraphs, bold, italics, lists and links of the web are kept. Headings become bold lines, pictures their text, code
its letters; HTML is letters like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dashboard.report.model import Block, Bullets, Paragraph, Run, Runs, Text, clean

_LISTS: Final = {"bullet_list_open": False, "ordered_list_open": True}
_WEB: Final = frozenset({"http", "https"})


def own_blocks(markdown: str, number: int) -> list[Block]:
    """The blocks of an own paragraph, marked as the author's `number`th."""
    parser = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline"])
    return list(_blocks(parser.parse(markdown), number))


def _blocks(tokens: Sequence[Token], number: int) -> Iterator[Block]:
    lists: list[tuple[bool, list[Runs]]] = []
    heading = False
    for token in tokens:
        if token.type in _LISTS:
            lists.append((_LISTS[token.type], []))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            ordered, items = lists.pop()
            if lists:
                lists[-1][1].extend(items)
            elif items:
                yield Bullets(tuple(items), ordered, number)
        elif token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type in ("inline", "code_block", "fence"):
            runs = tuple(_runs(token, bold=heading))
            if runs and lists:
                lists[-1][1].append(runs)
            elif runs:
                yield Paragraph(runs, number)


def _runs(token: Token, *, bold: bool) -> Iterator[Run]:
    if token.type != "inline":
        yield Text(clean(token.content.strip()))
        return
    strong, italic, url = int(bold), 0, ""
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "link_open":
                url = web_address(str(child.attrGet("href") or ""))
            case "link_close":
                url = ""
            case "softbreak" | "hardbreak":
                yield Text(" ")
            case _:
                if child.content:
                    yield Text(clean(child.content), strong > 0, italic > 0, url)


def web_address(url: str) -> str:
    """The address, where it is one of the web; else none: its text stands alone."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return clean(url) if parts.scheme in _WEB and parts.hostname else ""
