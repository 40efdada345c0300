"""Whom the page of initiatives compares with, and categories of both, side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from dashboard.cached import ask
from dashboard.components import filters
from dashboard.components.links import link, school_address
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.domain.glossary import meaning
from dashboard.domain.initiatives import Categories, CategoryCount, Citation, programmes
from dashboard.domain.initiatives import categories as reckoned
from dashboard.domain.streaks import SchoolStreaks
from dashboard.pictures import Format, Picture, Share, Words, shares_picture
from dashboard.queries.peers import PeerGroup, groups

SAME_KIND: Final = "same kind"
ALL: Final = "all schools"
_CATEGORIES: Final = (
    Column("Category"),
    Column("Ours", number=True),
    Column("Peers with a longer streak"),
    Column("Other peers"),
)
_SCHOOLS: Final = (
    Column("School"),
    Column("Longest streak", number=True),
    Column("Initiatives", number=True),
    Column("Categories"),
)


@dataclass(frozen=True)
class Peers:
    """The schools compared with, the own one left out."""

    name: str
    """What they are called in a sentence: "medicine schools"."""
    rows: tuple[SchoolStreaks, ...]
    longest: int
    """The own school's longest streak."""

    @property
    def ahead(self) -> frozenset[str]:
        """Keys of those whose longest streak is longer."""
        return frozenset(row.school_id for row in self.rows if row.longest.n > self.longest)


def choose(own: SchoolStreaks, everyone: Sequence[SchoolStreaks]) -> Peers:
    """The peers in the address, with the control to change them: a group, schools of the same kind, or all."""
    by_name: dict[str, PeerGroup] = {group.name: group for group in ask(groups)}
    hint = f"Same kind: {own.kind}. {meaning('peer-group')}"
    wanted = filters.one("Compared with", "group", [SAME_KIND, *by_name, ALL], hint=hint)
    others = [row for row in everyone if row.school_id != own.school_id]
    if wanted in by_name:
        members = set(by_name[wanted].school_ids)
        return Peers(f"schools of the group {wanted}", _of(others, members), own.longest.n)
    if wanted == ALL:
        return Peers("schools", tuple(others), own.longest.n)
    same = {row.school_id for row in others if row.kind == own.kind}
    return Peers(f"schools of the kind {own.kind}", _of(others, same), own.longest.n)


def _of(rows: Iterable[SchoolStreaks], keys: set[str]) -> tuple[SchoolStreaks, ...]:
    return tuple(row for row in rows if row.school_id in keys)


def beside(own: Sequence[Citation], peers: Peers, cited: Mapping[str, Sequence[Citation]]) -> Categories:
    """Categories of the own school and of its peers; `cited` has the citations of every school that has any, by key."""
    known = {row.school_id: cited[row.school_id] for row in peers.rows if row.school_id in cited}
    silent = [row.short_name for row in peers.rows if row.school_id not in cited]
    return reckoned(own, known, peers.ahead, silent)


def categories_html(caption: str, found: Categories) -> str:
    """A row a category: our programmes, and the share of peers that are cited with it, as bar and as number."""
    return table_html(caption, _CATEGORIES, [_category_row(count, found) for count in found.counts], fold=True)


def categories_picture(found: Categories, words: Words, form: Format) -> Picture:
    """The same as a picture."""
    shares = [
        Share(
            count.category,
            (("peers with a longer streak", count.ahead, found.ahead), ("other peers", count.others, found.others)),
            _ours(count, found),
        )
        for count in found.counts
    ]
    return shares_picture(shares, words, form)


def schools_html(caption: str, rows: Sequence[SchoolStreaks], cited: Mapping[str, Sequence[Citation]]) -> str:
    """A row a school of which any initiative is known, with its categories."""
    return table_html(caption, _SCHOOLS, [_school_row(row, cited[row.school_id]) for row in rows], fold=True)


def _category_row(count: CategoryCount, found: Categories) -> tuple[Cell, ...]:
    return (
        count.category,
        _ours(count, found),
        _share(count.ahead, found.ahead),
        _share(count.others, found.others),
    )


def _ours(count: CategoryCount, found: Categories) -> str:
    if count.own:
        return f"{count.own} cited"
    return "none cited" if found.own_known else "not known"


def _share(n: int, of: int) -> Cell:
    if not of:
        return "no such peer"
    bar = f'<span class="aw-bar" aria-hidden="true" style="--aw-part:{n / of:.2f}"></span>'
    return Html(f"{bar}{n} of {of}")


def _school_row(row: SchoolStreaks, cited: Sequence[Citation]) -> tuple[Cell, ...]:
    found = programmes(cited)
    counts: dict[str, int] = {}
    for programme in found:
        for category in programme.categories:
            counts[category] = counts.get(category, 0) + 1
    told = "; ".join(f"{category} {n}" for category, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    return (
        Html(link(school_address(row.school_id, row.family), row.school_name)),
        row.longest.n,
        len(found),
        Html(escape(told)),
    )
