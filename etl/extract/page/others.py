"""What of a page is hidden, frames it, or tells of other pages: it says nothing of this school."""

import re
from collections.abc import Iterator, Mapping

from etl.extract.announcement_days import day_in
from etl.extract.page.tree import BLOCKS, FEWEST_WORDS, HEADINGS, LONGEST_CARD, Element, links_in, text_in

_NO_TEXT = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "button", "select", "nav", "footer", "aside")
)
_NO_TEXT_ROLES = frozenset(("navigation", "contentinfo", "search", "complementary", "alert", "dialog", "alertdialog"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
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
_LONGEST_LABEL, _LONGEST_LINE = 60, 300


def is_silent(one: Element) -> bool:
    """Whether an element is none of which a reader of the page sees text, or stands around it."""
    if not isinstance(one.tag, str):
        return True  # comments
    hidden = one.get("hidden") not in (None, "until-found") or _HIDDEN.search(one.get("style") or "")
    return one.tag in _NO_TEXT or bool(hidden) or one.get("role") in _NO_TEXT_ROLES


def lines_away(tree: Element, length: Mapping[Element, int]) -> Iterator[Element]:
    """Lines within the text that lead to another page: "Read more: …"."""
    for one in tree.iter(*BLOCKS, "figure", "a"):
        if 0 < length[one] <= LONGEST_CARD and _leads_away(one, length[one]):
            yield one


def _leads_away(one: Element, length: int) -> bool:
    """Whether a block is a line that leads elsewhere, a list of headlines, or a heading that is a link."""
    links, text = links_in(one), text_in(one)
    label = _LEADS_AWAY.match(text) if links and length <= _LONGEST_LINE else None
    if label and (
        ":" in label[0] or len(text) - label.end() - sum(len(text_in(link)) for link in links) <= _BESIDE_LINK
    ):
        return True  # "Related to this, …" is prose: there the label has no colon, and more than links behind it
    linked = one.tag in _SUBHEADINGS and links and len(text_in(links[0])) >= len(text) - 1
    return bool(_OTHER_HEADLINES.match(text) or (linked and _OF_AWARDS.search(text)))


def cards_of_others(tree: Element, length: Mapping[Element, int]) -> Iterator[Element]:
    """Two or more entries beside each other, each with a headline that leads elsewhere and a day."""
    for parent in tree.iter():
        cards = [one for one in parent if 0 < length[one] <= LONGEST_CARD and _is_card(one)]
        if len(cards) > 1:
            yield from cards


def _is_card(one: Element) -> bool:
    text = text_in(one)
    if one.tag not in (*BLOCKS, "tr", "a", "ul", "dl") or day_in(text) is None:
        return False
    told = [said for link in links_in(one) if len((said := text_in(link)).split()) >= FEWEST_WORDS]
    if one.tag == "p":  # a paragraph with a day and a link is prose
        return bool(told) and len(text) - sum(map(len, told)) <= _BESIDE_LINK
    return bool(told)


def lists_of_others(tree: Element, length: Mapping[Element, int]) -> Iterator[Element]:
    """What stands under "Related stories", "Upcoming events" and the like, with that heading."""
    taken: set[Element] = set()
    for label in tree.iter():
        short = isinstance(label.tag, str) and 0 < length[label] <= _LONGEST_LABEL and label.tag != "title"
        if not short or label in taken or not _OTHERS.fullmatch(text_in(label)):
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
        if length[one] and (length[one] > 2 * LONGEST_CARD or not links_in(one) or one.tag in HEADINGS):
            return
        yield one
