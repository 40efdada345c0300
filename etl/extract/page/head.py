"""What the head of a page tells of it: address, site, day, titles."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.extract.announcement_days import day_in
from etl.extract.page.tree import Element, text_in

_DAYS = (
    "article:published_time", "datepublished", "og:published_time", "publishdate", "pubdate", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "publish-date",
    "publish_date", "publication_date", "article.published", "newswise:published",
)  # fmt: skip
"""Names under which the head of a page tells its day of publication."""
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|SingleFile\s+url:\s*)(?P<url>https?://[^\s>]+)")
"""What browsers and the usual tool write into a page that they save."""
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(?P<scheme>https?):/+(?P<rest>.+)$")


_PARTS = re.compile(r"\s+(?:[|»–—-]|::)\s+")
"""What stands between the headline and the site in the title of a page."""


@dataclass(frozen=True)
class Head:
    """What the head of a page tells, None where it does not; `shared` is the title that other sites shall show."""

    url: str | None
    site: str | None
    day: date | None
    shared: str | None
    title: str | None

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles told."""
        return tuple(one for one in (self.shared, self.title) if one)

    def headline(self) -> str | None:
        """The title without the site's name, as far as its longest part is that."""
        return max(_PARTS.split(self.title), key=len) if self.title else None


def head_of(tree: Element, markup: str) -> Head:
    """What the head of a page tells."""
    metas: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = (one.get("property") or one.get("name") or one.get("itemprop") or "").casefold()
        if name and one.get("content"):
            metas.setdefault(name, one.get("content"))
    saved = _SAVED_FROM.search(markup[:5_000])
    canonical = next(
        (one.get("href") for one in tree.iter("link") if "canonical" in (one.get("rel") or "").split()), None
    )
    base = next((one.get("href") for one in tree.iter("base")), None)
    linked = list(_linked(tree))
    told = (canonical, metas.get("og:url"), saved["url"] if saved else None, *_addresses(linked), base)
    url = next((one for one in told if one and one.startswith(("http://", "https://"))), None)
    linked_days = (one["datePublished"] for one in linked if isinstance(one.get("datePublished"), str))
    days = (day_in(one) for one in (*linked_days, *(metas[name] for name in _DAYS if name in metas)))
    title = next((text_in(one) for one in tree.iter("title")), None)
    sites = (metas.get("og:site_name"), *_publishers(linked))
    return Head(
        _unarchived(url), next((site for site in sites if site), None), next((day for day in days if day), None),
        metas.get("og:title"), title,
    )  # fmt: skip


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


def _publishers(linked: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The names of those who publish what a page tells of itself."""
    for one in linked:
        publisher = one.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str):
            yield " ".join(name.split())


def _addresses(linked: Iterable[dict[str, Any]]) -> Iterator[str | None]:
    """The addresses that an article tells of itself."""
    for one in linked:
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
