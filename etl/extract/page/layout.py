"""Tables and loose text of a page as blocks of text, so that the library that finds the main text keeps them."""

from itertools import pairwise

from lxml import html

from etl.extract.page.tree import Element, lengths

_APART = frozenset(
    ("p", "div", "ul", "ol", "dl", "table", "section", "article", "main", "center", "blockquote", "hr", "pre", "figure",
     "header", "h1", "h2", "h3", "h4", "h5", "h6")
)  # fmt: skip
"""Elements beside which text stands loose."""
_LEADS_TO_LIST = 40
"""Characters of a paragraph that leads to a list."""
_CELL = 200
"""Characters of a cell from which on a table lays out a page."""


def lay_out(tree: Element) -> None:
    """Make plain blocks of tables that hold no figures but the page itself, and paragraphs of text that stands loose
    beside blocks or is parted by empty lines.
    """
    length = lengths(tree)
    for table in list(tree.iter("table")):
        long = any(length[cell] >= _CELL for cell in table.iter("td", "th"))
        if long or next(table.iterdescendants("table"), None) is not None:
            for one in (table, *table.iter("thead", "tbody", "tfoot", "tr", "td", "th")):
                one.tag = "div"
    for block in list(tree.iter("body", "div", "section", "article", "main", "center", "td")):
        _part(block)


def unlink(tree: Element) -> None:
    """Make plain text of the links of a list that a paragraph leads to: the library would take it for a menu."""
    length = lengths(tree)
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
