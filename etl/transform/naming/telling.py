"""What of a row's evidence can tell schools apart: rows that agree in it mean the same, and are decided once."""

from collections.abc import Hashable, Iterable

from etl.transform.coded import Coded
from etl.transform.naming.aliases import AliasBook
from etl.transform.naming.evidence import EvidenceReader
from etl.transform.naming.memory import Memory
from etl.transform.naming.normal import cleaned, key, words
from etl.transform.naming.notes import without_brackets
from etl.transform.naming.values import Alias, PrintedName
from etl.transform.naming.web import host_of, site_of

REMEMBERED = 200_000
"""Texts remembered of each sort: a list names the same schools, awards and pages again and again."""
Asked = tuple[str, str | None, str | None, str | None, int | None, str | None]
"""School, parent, state, award, year and address of a row, as in `PrintedName`."""
Gist = tuple[Hashable, ...]


class Telling:
    """Finds what can tell. Most pages belong to no school, and most names are kept for any award, year and page."""

    def __init__(self, aliases: AliasBook, evidence: EvidenceReader) -> None:
        self._aliases = aliases
        self._evidence = evidence
        self._hosts = Memory(host_of, REMEMBERED)
        self._speaking = Memory(self._speaking_of, REMEMBERED)
        self._levels = Memory(evidence.levels, REMEMBERED)
        self._scopes = Memory(self._scopes_of, REMEMBERED)

    def _speaking_of(self, host: str) -> str | None:
        return host if self._evidence.speaks(host) else None

    def gists(self, rows: Iterable[Asked]) -> list[Gist]:
        """For each row what can tell of it."""
        hosts, speaking, levels, scopes = self._hosts, self._speaking, self._levels, self._scopes
        gists: list[Gist] = []
        for school, parent, state, award, year, url in rows:
            host = hosts[site_of(url)] if url else ""
            gist: Gist = (school, parent, state, levels[award or ""], speaking[host] if host else None)
            if asked := scopes[school]:
                told = {"award": award, "year": year, "host": host, "url": url}
                gist = (*gist, *(told[name] for name in asked))
            gists.append(gist)
        return gists

    def columns(self, school: Coded, parent: Coded, state: Coded, award: Coded, year: Coded, url: Coded) -> list[Coded]:
        """Columns of rows of which those that agree in all of them have one gist."""
        levels = award.mapped(lambda one: self._levels[one or ""]).merged()
        found = [school, parent, state, levels, url.mapped(self._speaking_at).merged()]
        asks_for_more = school.having(lambda one: bool(self._scopes[one]))
        return [*found, *(column.only(asks_for_more) for column in (award, year, url) if asks_for_more.any())]

    def _speaking_at(self, url: str | None) -> str | None:
        host = self._hosts[site_of(url)] if url else ""
        return self._speaking[host] if host else None

    def _scopes_of(self, school: str) -> tuple[str, ...]:
        """What the kept names of that print ask for beside parent and state."""
        text = cleaned(school)
        keys = {key(words(text)), key(words(without_brackets(text)))}
        found = {scope for one in keys for alias in self._aliases.named(one) for scope in _scopes(alias)}
        return tuple(sorted(found))


def _scopes(alias: Alias) -> Iterable[str]:
    given = (
        ("award", alias.scope_award),
        ("year", alias.scope_year),
        ("host", alias.scope_domain),
        ("url", alias.scope_source_url),
    )
    return (name for name, scope in given if scope)


def asked(name: PrintedName) -> Asked:
    """The parts of a name."""
    return name.school, name.parent, name.state, name.award, name.year, name.source_url
