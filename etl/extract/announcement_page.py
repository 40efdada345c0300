"""A saved page: what its head says of it, and its body without what is hidden or tells of other pages.

What a library takes for the main text often holds the headlines of other news, and what it takes for the day is the
newest day it finds: both would be read as wins of this school.
"""

from dataclasses import dataclass
from datetime import date

from lxml import etree, html

from etl.extract.page.head import head_of
from etl.extract.page.headline import above_heading, day_beside, is_confirmed, next_article, title_and_heading
from etl.extract.page.layout import lay_out, unlink
from etl.extract.page.others import cards_of_others, is_silent, lines_away, lists_of_others
from etl.extract.page.tree import RUNNING_TEXT, lengths, take_out


@dataclass(frozen=True)
class Page:
    """What a page says of itself, None or empty where it does not, and its markup without what belongs to others."""

    markup: str
    title: str
    url: str | None
    site: str | None
    day: date | None


def page_of(markup: str) -> Page | None:
    """The page; None where there is nothing in it."""
    parser = html.HTMLParser(encoding="utf-8")
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    head = head_of(tree, markup)
    take_out(tree, [one for one in tree.iter() if is_silent(one)], None)
    title, heading = title_and_heading(tree, head)
    printed = day_beside(tree, heading)
    if heading is not None and is_confirmed(heading, head):
        for cut in (list(above_heading(heading)), list(next_article(tree, heading))):
            length = lengths(tree)
            if sum(length.get(one, 0) for one in cut) * 2 < length[tree]:  # comments stand outside the tree, too
                take_out(tree, cut, heading)
    lay_out(tree)
    for others in (cards_of_others, lists_of_others, lines_away):
        length = lengths(tree)
        doomed = list(others(tree, length))
        if length[tree] - sum(map(length.__getitem__, doomed)) >= RUNNING_TEXT:
            take_out(tree, doomed, heading)
    unlink(tree)
    return Page(html.tostring(tree, encoding="unicode"), title, head.url, head.site, head.day or printed)
