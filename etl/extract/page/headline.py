"""The headline of a page, the day beside it, and what stands above it and below its article."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from etl.extract.announcement_days import day_in
from etl.extract.page.head import Head
from etl.extract.page.tree import FEWEST_WORDS, HEADINGS, RUNNING_TEXT, Element, same, text_in

_SHORTEST_TITLE = 12
_AROUND = 12
"""Pieces of text below a headline in which the day of the page can stand, and half as many above it."""
_LONGEST_DAY = 40
"""Characters of a line above the headline that holds little but the day of the page."""
_CHANGED = re.compile(r"\b(?:updated|modified|reviewed|revised)\b", re.IGNORECASE)


def title_and_heading(tree: Element, head: Head) -> tuple[str, Element | None]:
    """The page's title, and the heading that prints it: the longest that the title in its head holds."""
    headings = [(text_in(one), one) for one in tree.iter(*HEADINGS)]
    headings += [
        (text_in(one), one) for one in tree.iter() if isinstance(one.tag, str) and one.get("role") == "heading"
    ]
    fitting = [(text, one) for text, one in headings if len(text) >= _SHORTEST_TITLE and _confirms(head, text)]
    if fitting:
        return max(fitting, key=lambda one: len(one[0]))
    if head.shared:
        return head.shared, None
    first = next(((text, one) for text, one in headings if one.tag == "h1" and text), None)
    return first or (head.headline() or "", None)


def is_confirmed(heading: Element, head: Head) -> bool:
    """Whether the title in the head of the page holds the headline: the first heading of a newsletter is none."""
    return _confirms(head, text_in(heading))


def _confirms(head: Head, text: str) -> bool:
    return any(same(text) in same(title) for title in head.titles)


def above_heading(heading: Element) -> Iterator[Element]:
    """What stands above the headline: contents, tickers, events, and little that is the article's."""
    for one in (heading, *heading.iterancestors()):
        yield from one.itersiblings(preceding=True)


def next_article(tree: Element, heading: Element) -> Iterator[Element]:
    """A further article below the first, as pages that never end have it: from its headline on."""
    if heading.tag != "h1":
        return
    own = set(heading.iterancestors())
    at = next((number for number, one in enumerate(tree.iter("h1")) if one is heading), 0)
    for further in list(tree.iter("h1"))[at + 1 :]:
        if further.get("class") != heading.get("class") or len(text_in(further).split()) <= FEWEST_WORDS:
            continue
        top = further
        while (above := top.getparent()) is not None and above not in own:
            top = above
        yield top
        yield from top.itersiblings()
        return


def day_beside(tree: Element, heading: Element | None) -> date | None:
    """The day that stands beside the headline, above the running text; not the one on which the page was changed."""
    if heading is None:
        return None
    inner = set(heading.iter())
    pieces: list[tuple[str, bool]] = []
    for one in tree.iter():
        if not isinstance(one.tag, str) or one.tag in ("title", "script", "style"):
            continue
        for text in (one.get("datetime") if one.tag == "time" else None, one.text):
            if text and text.strip():
                pieces.append((" ".join(text.split()), one in inner))
        if one.tail and one.tail.strip():
            pieces.append((" ".join(one.tail.split()), False))
    at = next((number for number, (_, own) in enumerate(pieces) if own), 0)
    below: list[str] = []
    for text, own in pieces[at:]:
        if own:
            continue
        if len(text) > RUNNING_TEXT or len(below) == _AROUND:
            break
        below.append(text)
    above = [text for text, _ in pieces[max(0, at - _AROUND // 2) : at] if len(text) <= _LONGEST_DAY]
    return _first_day(below) or _first_day(above)


def _first_day(texts: Iterable[str]) -> date | None:
    changed = False
    for text in texts:
        day = None if changed or _CHANGED.search(text) else day_in(text)
        if day:
            return day
        changed = bool(_CHANGED.search(text)) and day_in(text) is None
    return None
