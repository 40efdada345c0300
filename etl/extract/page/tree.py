"""What every part of the reading of a page asks of its tree."""

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

Element = Any
"""An element of lxml, which has no types."""
HEADINGS = ("h1", "h2", "h3")
BLOCKS = ("p", "div", "li", "section", "article", "td", "dd", "h2", "h3", "h4", "h5", "h6", "blockquote")
_NEVER_READ = frozenset(("script", "style", "noscript", "template"))
LONGEST_CARD = 500
"""Characters of an entry of a list of news."""
FEWEST_WORDS = 4
"""Words of a link that is a headline."""
RUNNING_TEXT = 200
"""Characters of running text: so many must stay, else the page is a list of news and is read as one."""


def lengths(tree: Element) -> dict[Element, int]:
    """The characters of text in each element, counted once for all."""
    found: dict[Element, int] = {}
    for one in tree.iter():
        found[one] = len((one.text or "").strip()) if isinstance(one.tag, str) else 0
    for one in reversed(list(found)):
        parent = one.getparent()
        if parent is not None:
            found[parent] += found[one] + len((one.tail or "").strip())
    return found


def text_in(one: Element) -> str:
    """The text of an element in one line; of a comment nothing."""
    return " ".join(" ".join(one.itertext(etree.Element)).split()) if isinstance(one.tag, str) else ""


def same(text: str) -> str:
    """The words of a text, as far as two texts have to have the same."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def links_in(one: Element) -> list[Element]:
    """The links in an element, itself if it is one."""
    return [one] if one.tag == "a" else list(one.iter("a"))


def take_out(tree: Element, doomed: Iterable[Element], heading: Element | None) -> None:
    """Take elements out of the page, but for its root and what holds its heading or most of its text."""
    length = lengths(tree)
    kept = {heading, *(heading.iterancestors() if heading is not None else ())}
    for one in doomed:
        empty = not isinstance(one.tag, str) or one.tag in _NEVER_READ
        if one.getparent() is None or one.tag in ("html", "body", "head") or one in kept:
            continue
        if empty or length[one] * 2 < length[tree]:
            one.drop_tree()
