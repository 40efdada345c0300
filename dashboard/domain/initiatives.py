"""Programmes: which names mean one, when each was cited, and what categories schools are cited with.

A *citation* is one source naming a programme of a school in connection with an award, mostly with the award year. That
a programme is cited with a win does not say that it led to it, and nothing here claims so. A school of which no
citation is known may run any number of programmes: it is counted apart, never as a school without.

Two names mean one programme where they differ only in case, accents, punctuation, "programme" for "program" and "the".
Nothing else is taken for the same: "Summer Scholars" and "Summer Scholars II" stay two.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.domain.wording import counted, listed, years_text

Standing = Literal["cited", "year not said", "never cited"]
_SAME: Final = {"programme": "program", "programmes": "programs"}


@dataclass(frozen=True)
class Citation:
    """One source that cites one programme of one school."""

    school_id: str
    school: str
    initiative: str
    """The programme as the source names it."""
    category: str | None
    year: int | None
    """The award year in connection with which it is cited; None: the source does not say."""
    source_id: str
    source: str
    """Title of the source."""
    url: str | None
    note: str | None = None
    file: str = ""
    """Name of the file that says so."""
    sheet: str = ""
    line: int = 0

    def as_json(self) -> dict[str, object]:
        """The object that `awards initiatives --json` prints."""
        return {
            "school_id": self.school_id,
            "school": self.school,
            "initiative": self.initiative,
            "category": self.category,
            "year": self.year,
            "source_id": self.source_id,
            "source": self.source,
            "url": self.url,
            "note": self.note,
        }


@dataclass(frozen=True)
class Use:
    """A programme that one of the office's own applications uses."""

    initiative: str
    award: str
    year: int


@dataclass(frozen=True)
class Programme:
    """One programme of one school with all that cites or uses it."""

    name: str
    """The spelling of its newest citation."""
    categories: tuple[str, ...]
    citations: tuple[Citation, ...]
    uses: tuple[Use, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The award years it is cited for."""
        return tuple(sorted({citation.year for citation in self.citations if citation.year}))

    @property
    def standing(self) -> Standing:
        """cited, cited without an award year, or never cited (then an application of the office names it)."""
        if self.years:
            return "cited"
        return "year not said" if self.citations else "never cited"

    def cited_for(self, year: int) -> tuple[Citation, ...]:
        """The citations for one award year."""
        return tuple(citation for citation in self.citations if citation.year == year)


@dataclass(frozen=True)
class CategoryCount:
    """How many schools are cited with a category: of two groups, each over those of which any citation is known."""

    category: str
    own: int
    """Programmes of the own school."""
    ahead: int
    """Peers with a longer streak that are cited with it."""
    others: int
    """The other peers that are."""


@dataclass(frozen=True)
class Categories:
    """Categories of a school beside its peers."""

    counts: tuple[CategoryCount, ...]
    """Those most peers with longer streaks are cited with first."""
    own_known: bool
    """Whether any citation of the own school is known."""
    ahead: int
    """Peers with a longer streak of which any citation is known: the denominator."""
    others: int
    """The other peers of which any is known."""
    silent: tuple[str, ...]
    """Peers of which no citation is known, which is not the same as none."""


def programme_key(name: str) -> str:
    """What two names of one programme have in common: equal keys mean the same programme."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.sub(r"[^\w]+", " ", re.sub(r"(?<=\w)['’](?=\w)", "", letters)).replace("_", " ").split()
    kept = [_SAME.get(word, word) for word in words if word != "the"]
    return " ".join(kept) or plain.strip()


def programmes(citations: Iterable[Citation], uses: Iterable[Use] = ()) -> list[Programme]:
    """The programmes of one school: first those cited for an award year, by their first year, then the others."""
    cited: dict[str, list[Citation]] = {}
    used: dict[str, list[Use]] = {}
    for citation in citations:
        cited.setdefault(programme_key(citation.initiative), []).append(citation)
    for use in uses:
        used.setdefault(programme_key(use.initiative), []).append(use)
    found = [_programme(cited.get(key, ()), used.get(key, ())) for key in {**cited, **used}]
    return sorted(found, key=_place)


def _programme(citations: Sequence[Citation], uses: Sequence[Use]) -> Programme:
    ordered = sorted(citations, key=lambda one: (-(one.year or 0), one.initiative, one.source_id))
    names = [one.initiative for one in ordered] or [use.initiative for use in uses]
    found = Counter(one.category for one in citations if one.category)
    categories = tuple(category for category, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
    return Programme(names[0], categories, tuple(ordered), tuple(sorted(uses, key=lambda use: (use.year, use.award))))


def _place(programme: Programme) -> tuple[int, int, str]:
    order = ("cited", "year not said", "never cited")
    return order.index(programme.standing), min(programme.years, default=0), programme.name.casefold()


def matching(found: Iterable[Citation], text: str, wanted: Sequence[str] = ()) -> list[Citation]:
    """The citations that hold every word of `text` (programme, school, category, source), of those categories."""
    words = text.casefold().split()
    return [one for one in found if (not wanted or one.category in wanted) and _holds(one, words)]


def _holds(one: Citation, words: Sequence[str]) -> bool:
    whole = " ".join((one.initiative, one.school, one.school_id, one.category or "", one.source)).casefold()
    return all(word in whole for word in words)


def cited_words(programme: Programme) -> str:
    """Whether and when a programme was cited: "2022 and 2023", "never cited; used in HEED 2024"."""
    used = listed(f"{use.award} {use.year}" for use in programme.uses)
    behind = f"; used in {used}" if used else ""
    if programme.standing == "cited":
        return years_text(programme.years) + behind
    return ("award year not said" if programme.standing == "year not said" else "never cited") + behind


def categories(
    own: Sequence[Citation], peers: Mapping[str, Sequence[Citation]], ahead: AbstractSet[str], silent: Iterable[str]
) -> Categories:
    """Categories of the own school and of its peers.

    `peers` has the citations of each peer of which any is known, by key; `ahead` the keys of the peers whose longest
    streak is longer than the own one; `silent` the names of those of which no citation is known.
    """
    ours = Counter(category for one in programmes(own) for category in one.categories)
    by_school = {key: {one.category for one in cited if one.category} for key, cited in peers.items()}
    every = {*ours, *(category for some in by_school.values() for category in some)}
    counts = [
        CategoryCount(
            category,
            ours[category],
            sum(category in some for key, some in by_school.items() if key in ahead),
            sum(category in some for key, some in by_school.items() if key not in ahead),
        )
        for category in every
    ]
    counts.sort(key=lambda one: (-one.ahead, -one.others, -one.own, one.category))
    n_ahead = sum(key in ahead for key in peers)
    return Categories(tuple(counts), bool(own), n_ahead, len(peers) - n_ahead, tuple(silent))


def ledger_sentence(found: Sequence[Programme]) -> str:
    """What is known of a school's programmes, as the answer of the page."""
    if not found:
        return "No initiative of this school is known"
    dated = [one for one in found if one.standing == "cited"]
    years = sorted({year for one in dated for year in one.years})
    again = sum(len(one.years) > 1 for one in dated)
    if not dated:
        return f"{counted(len(found), 'initiative')} known, none cited for an award year"
    told = f"{counted(len(dated), 'initiative')} cited, for {listed(map(str, years))}"
    return f"{told}; {again or 'none'} in more than one award year"


def categories_sentence(found: Categories) -> str:
    """What peers with longer streaks are cited with and the own school is not: a count, never a cause."""
    if not found.ahead:
        return "Of no peer with a longer streak is an initiative known"
    if not found.own_known:
        return "None of our initiatives is known, so nothing can be set beside those of the peers"
    missing = [one for one in found.counts if one.ahead and not one.own]
    if not missing:
        return "No category is cited of peers with a longer streak that is not cited of us too"
    names = listed(f"{one.category.lower()} ({one.ahead} of {found.ahead})" for one in missing)
    ours = {1: "it", 2: "either"}.get(len(missing), "any of these")
    return f"Peers with a longer streak are cited with {names}; no source cites us with {ours}"
