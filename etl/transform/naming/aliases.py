"""Aliases: what a name means within its scopes, as data. The narrowest alias that fits decides."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from etl.transform.naming.normal import name_key
from etl.transform.naming.places import state_code
from etl.transform.naming.values import Alias, PrintedName
from etl.transform.naming.web import host_of

_UNITID = re.compile(r"(\d{6})\)?$")


@dataclass(frozen=True, slots=True)
class Fitting:
    """The narrowest aliases that fit a name: one, or several that say different things."""

    aliases: tuple[Alias, ...]

    @property
    def agree(self) -> bool:
        """Whether all say the same."""
        return len({(alias.school_id, alias.unitid, alias.label) for alias in self.aliases}) == 1

    @property
    def only_warns(self) -> bool:
        """Whether it only says that the name is shared, whatever the row: then the row's own evidence may decide."""
        return self.agree and self.aliases[0].label == "ambiguous" and not scopes_of(self.aliases[0])


class AliasBook:
    """All aliases, by the key of their name."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._by_key: dict[str, list[Alias]] = defaultdict(list)
        for alias in aliases:
            self._by_key[name_key(alias.name)].append(alias)

    def __contains__(self, text: str) -> bool:
        return text in self._by_key

    def named(self, text: str) -> list[Alias]:
        """All aliases of that key."""
        return self._by_key.get(text, [])

    def fitting(self, text: str, name: PrintedName) -> Fitting | None:
        """The aliases of that key whose scopes all fit the row, those with the most scopes; None when none fits."""
        fits = [alias for alias in self._by_key.get(text, ()) if _fits(alias, name)]
        if not fits:
            return None
        fits = [alias for alias in fits if alias.answered] or fits
        most = max(map(scopes_of, fits))
        narrowest = [alias for alias in fits if scopes_of(alias) == most]
        # An alias that names the school says more than one that names its institution alone.
        told = [alias for alias in narrowest if alias.school_id or alias.label != "sure"]
        return Fitting(tuple(told or narrowest))


def scopes_of(alias: Alias) -> int:
    """How many scopes an alias has; one address counts more than the domain it is under."""
    given = (alias.scope_parent, alias.scope_state, alias.scope_domain, alias.scope_award, alias.scope_year)
    return sum(scope is not None and scope != "" for scope in given) + (2 if alias.scope_source_url else 0)


def is_for_one_award(alias: Alias) -> bool:
    """Whether the alias was said of one award, year or page, or in answer: it knows what that award goes to."""
    return bool(alias.answered or alias.scope_award or alias.scope_year or alias.scope_source_url)


def _fits(alias: Alias, name: PrintedName) -> bool:
    return (
        (not alias.scope_parent or name_key(alias.scope_parent) == name_key(name.parent or ""))
        and (not alias.scope_state or state_code(alias.scope_state) == state_code(name.state))
        and (not alias.scope_award or alias.scope_award in (name.award or "").split("|"))
        and (not alias.scope_year or alias.scope_year == name.year)
        and (not alias.scope_domain or _is_under(host_of(name.source_url or ""), alias.scope_domain))
        and (not alias.scope_source_url or _same_address(alias.scope_source_url, name.source_url or ""))
    )


def _is_under(host: str, domain: str) -> bool:
    domain = domain.lower().removeprefix("www.")
    return host == domain or host.endswith("." + domain)


def _same_address(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(url: str) -> str:
    text = url.strip().split("#")[0].rstrip("/").lower()
    return text.split("//", 1)[-1].removeprefix("www.")


def listed_candidates(alias: Alias) -> tuple[tuple[str, str | None], ...]:
    """The candidates an alias lists, each as (text, UNITID when the text ends in one)."""
    texts = [text.strip() for text in (alias.candidates or "").split("|") if text.strip()]
    found = [(text, _UNITID.search(text)) for text in texts]
    return tuple((text, match[1] if match else None) for text, match in found)
