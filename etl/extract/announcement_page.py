"""A saved page as a tree: what its head says of it, and its body without what is hidden or tells of other pages.

What a library takes for the main text often holds the headlines of other news, and what it takes for the day is the
newest day it finds: both would be read as wins of this school.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from lxml import etree, html

from etl.extract.announcement_days import day_in

Element = Any
"""An element of lxml, which has no types."""


@dataclass(frozen=True)
class Page:
    """What a page says of itself, None or empty where it does not, and its markup without what belongs to others."""

    markup: str
    title: str
    url: str | None
    site: str | None
    day: date | None


_DAYS = (
    "article:published_time", "datepublished", "og:published_time", "publishdate", "pubdate", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "publish-date",
    "publish_date", "publication_date", "article.published", "newswise:published",
)  # fmt: skip
"""Names under which the head of a page tells its day of publication."""
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|SingleFile\s+url:\s*)(?P<url>https?://[^\s>]+)")
"""What browsers and the usual tool write into a page that they save."""
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(?P<scheme>https?):/+(?P<rest>.+)$")
_NO_TEXT = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "button", "select", "nav", "footer", "aside")
)
_NEVER_READ = frozenset(("script", "style", "noscript", "template"))
_NO_TEXT_ROLES = frozenset(("navigation", "contentinfo", "search", "complementary", "alert", "dialog", "alertdialog"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3")
_SHORTEST_TITLE = 12
_OTHERS = re.compile(
    r"\W*(?:related(?:\s+(?:stories|articles?|news|content|posts?|links|coverage|topics))?"
    r"|more\s+(?:news|stories|headlines|articles|posts|releases|from\b.{0,80}|in\b.{0,40}|coverage|to read)"
    r"|(?:read|up)\s+next|read\s+(?:more|also)|see\s+also|also\s+(?:of interest|in\b.{0,40}|on\b.{0,40})"
    r"|you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy|be interested in)|recommended(?:\s+(?:for you|stories|reading))?"
    r"|(?:most\s+)?(?:popular|read|viewed|recent)(?:\s+(?:posts?|news|stories|articles))?|trending(?:\s+now)?"
    r"|(?:latest|recent|other|top|featured|campus)\s+(?:news|stories|headlines|posts?|articles|releases)|headlines"
    r"|in this issue"
    r"|(?:upcoming\s+)?events|(?:previous|next|older|newer)(?:\s+(?:post|article|story))?|post\s+navigation"
    r"|(?:leave\s+a\s+)?comments?|(?:\d+\s+)?(?:comments|responses)|news\s+releases|in\s+other\s+news|archives?"
    r"|(?:share|follow|connect)(?:\s+(?:this|us|on)\b.{0,30})?|tags?|topics|filed\s+under|categories)\s*:?\W*",
    re.IGNORECASE,
)
"""What heads a list of other news, of days, comments or the like."""
_LEADS_AWAY = re.compile(
    r"\W*(?:read\s+(?:more|next|also)|related(?:\s+(?:story|article|news|content|coverage))?|see\s+also|also\s+read|"
    r"more\s+coverage|recommended|don't\s+miss|watch)\s*:?\s",
    re.IGNORECASE,
)
"""How a line within the text begins that leads to another page."""
_OTHER_HEADLINES = re.compile(
    r"\W*(?:other|more|related|recent|latest)\s+(?:headlines|news|stories|articles)\s*:", re.I
)
_BESIDE_LINK = 60
"""Characters beside its link that an entry or a line has which leads elsewhere."""
_OF_AWARDS = re.compile(
    r"\b(?:awards?|honou?r\w*|HEED|champion|recogni[sz]\w+|wins?|named|earns?|receives?)\b", re.IGNORECASE
)
"""What a linked heading holds that is a headline, and not the name of a programme."""
_SUBHEADINGS = ("h2", "h3", "h4", "h5")
_LONGEST_LABEL, _LONGEST_CARD, _LONGEST_LINE = 60, 500, 300
_FEWEST_WORDS = 4
"""Words of a link that is a headline."""
_RUNNING_TEXT = 200
"""Characters of running text: so many must stay, else the page is a list of news and is read as one."""
_LEADS_TO_LIST = 40
"""Characters of a paragraph that leads to a list."""
_CELL = 200
"""Characters of a cell from which on a table lays out a page."""


def page_of(markup: str) -> Page | None:
    """The page; None where there is nothing in it."""
    parser = html.HTMLParser(encoding="utf-8")
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    url, site, said = _head(tree, markup)
    _take_out(tree, [one for one in tree.iter() if _is_silent(one)], None)
    title, heading = _title(tree)
    printed = _day_beside(tree, heading)
    if heading is not None and _is_confirmed(tree, heading):
        for cut in (list(_above(heading)), list(_next_article(tree, heading))):
            length = _lengths(tree)
            if sum(length.get(one, 0) for one in cut) * 2 < length[tree]:  # comments stand outside the tree, too
                _take_out(tree, cut, heading)
    _lay_out(tree)
    for others in (_lines_away, _cards, _lists_of_others):
        length = _lengths(tree)
        doomed = list(others(tree, length))
        if length[tree] - sum(map(length.__getitem__, doomed)) >= _RUNNING_TEXT:
            _take_out(tree, doomed, heading)
    _unlink(tree)
    return Page(html.tostring(tree, encoding="unicode"), title, url, site, said or printed)


def _is_confirmed(tree: Element, heading: Element) -> bool:
    """Whether the title in the head of the page holds the headline: the first heading of a newsletter is none."""
    return any(_same(_text(heading)) in _same(title) for title in _titles(tree))


def _above(heading: Element) -> Iterator[Element]:
    """What stands above the headline: contents, tickers, events, and little that is the article's."""
    for one in (heading, *heading.iterancestors()):
        yield from one.itersiblings(preceding=True)


def _next_article(tree: Element, heading: Element) -> Iterator[Element]:
    """A further article below the first, as pages that never end have it: from its headline on."""
    if heading.tag != "h1":
        return
    own = set(heading.iterancestors())
    at = next((number for number, one in enumerate(tree.iter("h1")) if one is heading), 0)
    for further in list(tree.iter("h1"))[at + 1 :]:
        if further.get("class") != heading.get("class") or len(_text(further).split()) <= _FEWEST_WORDS:
            continue
        top = further
        while (above := top.getparent()) is not None and above not in own:
            top = above
        yield top
        yield from top.itersiblings()
        return


def _lengths(tree: Element) -> dict[Element, int]:
    """The characters of text in each element, counted once for all."""
    found: dict[Element, int] = {}
    for one in tree.iter():
        found[one] = len((one.text or "").strip()) if isinstance(one.tag, str) else 0
    for one in reversed(list(found)):
        parent = one.getparent()
        if parent is not None:
            found[parent] += found[one] + len((one.tail or "").strip())
    return found


def _head(tree: Element, markup: str) -> tuple[str | None, str | None, date | None]:
    """Address, site and day of publication that the head tells."""
    metas: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = (one.get("property") or one.get("name") or one.get("itemprop") or "").casefold()
        if name and one.get("content"):
            metas.setdefault(name, one.get("content"))
    saved = _SAVED_FROM.search(markup[:5_000])
    linked = next((one.get("href") for one in tree.iter("link") if "canonical" in (one.get("rel") or "").split()), None)
    base = next((one.get("href") for one in tree.iter("base")), None)
    told = (linked, metas.get("og:url"), saved["url"] if saved else None, *_linked_addresses(tree), base)
    url = next((one for one in told if one and one.startswith(("http://", "https://"))), None)
    linked_days = (one["datePublished"] for one in _linked(tree) if isinstance(one.get("datePublished"), str))
    days = (day_in(one) for one in (*linked_days, *(metas[name] for name in _DAYS if name in metas)))
    return _unarchived(url), metas.get("og:site_name"), next((day for day in days if day), None)


def _unarchived(url: str | None) -> str | None:
    """The address of the page itself, of one that an archive has kept."""
    archived = _ARCHIVED.match(url or "")
    return f"{archived['scheme']}://{archived['rest']}" if archived else url


def _linked(tree: Element) -> Iterator[dict[str, Any]]:
    """What a page tells of itself in JSON-LD."""
    for one in tree.iter("script"):
        if "ld+json" not in (one.get("type") or "") or not one.text:
            continue
        try:
            said = json.loads(one.text)
        except (ValueError, RecursionError):
            continue
        yield from _articles(said if isinstance(said, list) else [said])


def _linked_addresses(tree: Element) -> Iterator[str | None]:
    """The addresses that an article tells of itself in JSON-LD."""
    for one in _linked(tree):
        if isinstance(one.get("datePublished"), str) or isinstance(one.get("headline"), str):
            page = one.get("mainEntityOfPage")
            for told in (page.get("@id") if isinstance(page, dict) else page, one.get("url")):
                yield told if isinstance(told, str) else None


def _articles(items: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """The items that stand for the page itself, not those that it lists."""
    for item in items:
        if isinstance(item, dict):
            yield item
            inner = item.get("@graph")
            yield from _articles(inner if isinstance(inner, list) else [])


def _is_silent(one: Element) -> bool:
    """Whether an element is none of which a reader of the page sees text, or stands around it."""
    if not isinstance(one.tag, str):
        return True  # comments
    hidden = one.get("hidden") not in (None, "until-found") or _HIDDEN.search(one.get("style") or "")
    return one.tag in _NO_TEXT or bool(hidden) or one.get("role") in _NO_TEXT_ROLES


def _take_out(tree: Element, doomed: Iterable[Element], heading: Element | None) -> None:
    """Take elements out of the page, but for its root and what holds its heading or most of its text."""
    length = _lengths(tree)
    kept = {heading, *(heading.iterancestors() if heading is not None else ())}
    for one in doomed:
        empty = not isinstance(one.tag, str) or one.tag in _NEVER_READ
        if one.getparent() is None or one.tag in ("html", "body", "head") or one in kept:
            continue
        if empty or length[one] * 2 < length[tree]:
            one.drop_tree()


def _text(one: Element) -> str:
    return " ".join(" ".join(one.itertext(etree.Element)).split()) if isinstance(one.tag, str) else ""


def _same(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _titles(tree: Element) -> list[str]:
    """The titles that the head of the page tells."""
    metas = [one.get("content") or "" for one in tree.iter("meta") if one.get("property") == "og:title"][:1]
    return [one for one in (*metas, *([_text(one) for one in tree.iter("title")][:1])) if one]


def _title(tree: Element) -> tuple[str, Element | None]:
    """The page's title, and the heading that prints it: the longest that the title in its head holds."""
    told = _titles(tree)
    metas = [one.get("content") or "" for one in tree.iter("meta") if one.get("property") == "og:title"][:1]
    named = [one for one in told if one not in metas]
    headings = [(_text(one), one) for one in tree.iter(*_HEADINGS)]
    headings += [(_text(one), one) for one in tree.iter() if isinstance(one.tag, str) and one.get("role") == "heading"]
    fitting = [
        (text, one)
        for text, one in headings
        if len(text) >= _SHORTEST_TITLE and any(_same(text) in _same(title) for title in told)
    ]
    if fitting:
        return max(fitting, key=lambda one: len(one[0]))
    if metas and metas[0]:
        return metas[0], None
    first = next(((text, one) for text, one in headings if one.tag == "h1" and text), None)
    return first or (max(re.split(r"\s+(?:[|»–—-]|::)\s+", named[0]), key=len) if named else "", None)


_AROUND = 12
"""Pieces of text below a headline in which the day of the page can stand, and half as many above it."""
_LONGEST_DAY = 40
"""Characters of a line above the headline that holds little but the day of the page."""
_CHANGED = re.compile(r"\b(?:updated|modified|reviewed|revised)\b", re.IGNORECASE)


def _day_beside(tree: Element, heading: Element | None) -> date | None:
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
        if len(text) > _RUNNING_TEXT or len(below) == _AROUND:
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


def _lay_out(tree: Element) -> None:
    """Make plain blocks of tables that hold no figures but the page itself, and paragraphs of text that stands loose
    beside blocks or is parted by empty lines.
    """
    length = _lengths(tree)
    for table in list(tree.iter("table")):
        long = any(length[cell] >= _CELL for cell in table.iter("td", "th"))
        if long or next(table.iterdescendants("table"), None) is not None:
            for one in (table, *table.iter("thead", "tbody", "tfoot", "tr", "td", "th")):
                one.tag = "div"
    for block in list(tree.iter("body", "div", "section", "article", "main", "center", "td")):
        _part(block)


def _unlink(tree: Element) -> None:
    """Make plain text of the links of a list that a paragraph leads to: the library would take it for a menu."""
    length = _lengths(tree)
    for items in tree.iter("ul", "ol"):
        before = items.getprevious()
        if before is not None and before.tag == "p" and length[before] >= _LEADS_TO_LIST:
            for link in list(items.iter("a")):
                link.drop_tag()


def _part(block: Element) -> None:
    """Put the text that stands loose in a block into paragraphs: the library drops some of it."""
    inner = list(block)
    breaks = {one for one, behind in pairwise(inner) if one.tag == behind.tag == "br" and not (one.tail or "").strip()}
    if not breaks and not any(one.tag in _APART for one in inner):
        return
    parts: list[Element] = []
    loose = html.Element("p")
    loose.text, block.text = block.text, None
    for one in inner:
        tail, one.tail = one.tail, None
        block.remove(one)
        if one.tag in _APART or one in breaks:
            parts += [loose] if one.tag == "br" else [loose, one]
            loose = html.Element("p")
            loose.text = tail
        else:
            one.tail = tail
            loose.append(one)
    parts.append(loose)
    given = set(inner)
    block.extend(one for one in parts if one in given or len(one) or (one.text or "").strip())


_APART = frozenset(
    ("p", "div", "ul", "ol", "dl", "table", "section", "article", "main", "center", "blockquote", "hr", "pre", "figure",
     "header", "h1", "h2", "h3", "h4", "h5", "h6")
)  # fmt: skip
"""Elements beside which text stands loose."""
_BLOCKS = ("p", "div", "li", "section", "article", "td", "dd", "h2", "h3", "h4", "h5", "h6", "blockquote")


def _lines_away(tree: Element, length: Mapping[Element, int]) -> Iterator[Element]:
    """Lines within the text that lead to another page: "Read more: …"."""
    for one in tree.iter(*_BLOCKS, "figure", "a"):
        if 0 < length[one] <= _LONGEST_CARD and _leads_away(one, length[one]):
            yield one


def _leads_away(one: Element, length: int) -> bool:
    """Whether a block is a line that leads elsewhere, a list of headlines, or a heading that is a link."""
    links, text = _links(one), _text(one)
    label = _LEADS_AWAY.match(text) if links and length <= _LONGEST_LINE else None
    if label and (":" in label[0] or len(text) - label.end() - sum(len(_text(link)) for link in links) <= _BESIDE_LINK):
        return True  # "Related to this, …" is prose: there the label has no colon, and more than links behind it
    linked = one.tag in _SUBHEADINGS and links and len(_text(links[0])) >= len(text) - 1
    return bool(_OTHER_HEADLINES.match(text) or (linked and _OF_AWARDS.search(text)))


def _cards(tree: Element, length: Mapping[Element, int]) -> Iterator[Element]:
    """Two or more entries beside each other, each with a headline that leads elsewhere and a day."""
    for parent in tree.iter():
        cards = [one for one in parent if 0 < length[one] <= _LONGEST_CARD and _is_card(one)]
        if len(cards) > 1:
            yield from cards


def _is_card(one: Element) -> bool:
    text = _text(one)
    if one.tag not in (*_BLOCKS, "tr", "a", "ul", "dl") or day_in(text) is None:
        return False
    told = [said for link in _links(one) if len((said := _text(link)).split()) >= _FEWEST_WORDS]
    if one.tag == "p":  # a paragraph with a day and a link is prose
        return bool(told) and len(text) - sum(map(len, told)) <= _BESIDE_LINK
    return bool(told)


def _links(one: Element) -> list[Element]:
    return [one] if one.tag == "a" else list(one.iter("a"))


def _lists_of_others(tree: Element, length: Mapping[Element, int]) -> Iterator[Element]:
    """What stands under "Related stories", "Upcoming events" and the like, with that heading."""
    taken: set[Element] = set()
    for label in tree.iter():
        short = isinstance(label.tag, str) and 0 < length[label] <= _LONGEST_LABEL and label.tag != "title"
        if not short or label in taken or not _OTHERS.fullmatch(_text(label)):
            continue
        top = label
        while (above := top.getparent()) is not None and _opens(top, above) and length[above] * 2 < length[tree]:
            top = above
        found = [top, *(_under(top, length) if length[top] == length[label] else ())]
        taken.update(found)
        yield from found


def _opens(one: Element, above: Element) -> bool:
    """Whether an element is the first in the one above it that holds any text."""
    before = one.getprevious()
    return before is None and not (above.text or "").strip()


def _under(label: Element, length: Mapping[Element, int]) -> Iterator[Element]:
    """The blocks behind a heading that lead elsewhere, up to the first that does not."""
    for one in label.itersiblings():
        if length[one] and (length[one] > 2 * _LONGEST_CARD or not _links(one) or one.tag in _HEADINGS):
            return
        yield one
