"""Which institution a page belongs to, by its host name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from etl.transform.naming.standing import class_order
from etl.transform.naming.values import Institution


class Hosts:
    """The web domains of institutions."""

    def __init__(self, institutions: Iterable[Institution]) -> None:
        own: dict[str, set[str]] = defaultdict(set)
        sites: dict[str, set[str]] = defaultdict(set)
        for institution in institutions:
            domain = (institution.web_domain or "").lower().removeprefix("www.")
            if domain:
                own[domain].add(institution.unitid)
                if domain.endswith(".edu"):
                    sites[_registered(domain)].add(institution.unitid)
        self._own, self._sites = _frozen(own), _frozen(sites)

    def at(self, host: str) -> tuple[frozenset[str], frozenset[str]]:
        """The institutions whose own web domain the host is under, and if none, those that share its registered one."""
        labels = host.split(".")
        for at in range(len(labels) - 1):
            own = self._own.get(".".join(labels[at:]))
            if own:
                return own, frozenset()
        return frozenset(), self._sites.get(_registered(host), frozenset())


def _registered(host: str) -> str:
    return ".".join(host.split(".")[-2:])


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(members) for name, members in sets.items()}


def named_by_label(institutions: Iterable[Institution]) -> frozenset[str]:
    """The institutions that the label of their web domain names: of several that share a domain, the foremost."""
    by_domain: dict[str, list[Institution]] = defaultdict(list)
    for institution in institutions:
        by_domain[institution.web_domain or ""].append(institution)
    foremost: set[str] = set()
    for sharing in by_domain.values():
        first = min(map(class_order, sharing))
        foremost |= {institution.unitid for institution in sharing if class_order(institution) == first}
    return frozenset(foremost)


def site_of(url: str) -> str:
    """An address up to its first slash: it holds the host whole, and many addresses share it."""
    return "/".join(url.split("/", 3)[:3])


@lru_cache(maxsize=20_000)
def host_of(url: str) -> str:
    """The host name of an address, in lower case and without "www.", or "" when it has none."""
    text = url.strip()
    try:
        host = urlsplit(text if "//" in text else "//" + text).hostname or ""
    except ValueError:
        return ""
    return host.strip(".").removeprefix("www.")
