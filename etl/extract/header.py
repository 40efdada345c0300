"""Which row is the heading, which kind of file it heads, and which column each heading means."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.extract.guards import MAX_COLUMNS
from etl.kinds import KINDS, Kind

# Titles, dates and remarks above a table take a handful of rows; thirty leave room for a letterhead.
HEADER_ROWS = 30
# One heading alone proves nothing: a remark may say just "Activity".
LEAST_COLUMNS = 2
# A text longer than this is a remark or a cell of data, not a heading.
MAX_HEADING = 200


@dataclass(frozen=True)
class Header:
    """A row read as the headings of a kind. `index` is its place among the rows looked at; `columns` the column of the
    kind for each heading, None for a heading that the kind does not know; `exact` how many are named as in the schema.
    """

    kind: Kind
    index: int
    columns: tuple[str | None, ...]
    exact: int

    @property
    def score(self) -> tuple[int, int]:
        """How well the kind fits: how many headings it knows, and how many of them exactly."""
        return sum(column is not None for column in self.columns), self.exact


@lru_cache(maxsize=4096)
def folded(heading: str) -> str:
    """A heading without case, accents, underscores and punctuation: 'Award_Year*:' is 'award year'."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", heading) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain.casefold()).strip()


@cache
def names_of(kind: Kind) -> dict[str, tuple[tuple[int, int], ...]]:
    """For each folded name its columns in the kind, as pairs (rank, number of the column): rank 0 is the name itself,
    others the place among the synonyms.
    """
    names: dict[str, list[tuple[int, int]]] = {}
    for number, column in enumerate(kind.columns):
        for rank, name in enumerate((column.name, *column.synonyms)):
            names.setdefault(folded(name), []).append((rank, number))
    return {name: tuple(places) for name, places in names.items()}


def header_of(kind: Kind, cells: Sequence[str], index: int = 0) -> Header:
    """The row read as headings of that kind.

    A heading means at most one column and a column has at most one heading. A name as in the schema goes before any
    synonym; among synonyms of one column the one named earlier in the kind wins, and the other heading may then mean
    another column ('School', 'Institution': the institution is the parent).
    """
    offers = sorted(
        (rank > 0, number, rank, place)
        for place, cell in enumerate(cells)
        for rank, number in _meanings(kind, cell)
    )  # fmt: skip
    taken: dict[int, int] = {}
    exact = 0
    for is_synonym, number, _, place in offers:
        if place not in taken and number not in taken.values():
            taken[place] = number
            exact += not is_synonym
    columns = tuple(kind.columns[taken[place]].name if place in taken else None for place in range(len(cells)))
    return Header(kind, index, columns, exact)


def _meanings(kind: Kind, heading: str) -> tuple[tuple[int, int], ...]:
    """The columns that a heading may mean; when it means none, what stands in brackets is left out of it."""
    if len(heading) > MAX_HEADING:
        return ()
    names = names_of(kind)
    return names.get(folded(heading)) or names.get(folded(re.sub(r"\(.*?\)|\[.*?\]", " ", heading))) or ()


def heading_rows(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows that may be a heading, each with its index: the first few, without those that are far too wide."""
    return ((index, cells) for index, cells in enumerate(rows[:HEADER_ROWS]) if len(cells) <= MAX_COLUMNS)


def headers_in(rows: Sequence[Sequence[str]], kind: Kind | None, given: Collection[str]) -> list[Header]:
    """The best readings of one of the first rows as headings: empty when there is none, several kinds when they tie.

    A kind is possible when the headings, with the columns that are given for the whole file, hold all columns of one
    of its marks. A kind that was named needs no mark. More headings known is better, then more named exactly.
    """
    readings = [
        header
        for index, cells in heading_rows(rows)
        for candidate in ((kind,) if kind else KINDS)
        if (header := header_of(candidate, cells, index)).score > (0, 0)
        and (kind or is_marked(header, given))
    ]  # fmt: skip
    best = max((header.score for header in readings), default=(0, 0))
    ties = [header for header in readings if header.score == best]
    return [header for header in ties if header.index == ties[0].index]


def is_marked(header: Header, given: Collection[str]) -> bool:
    """Whether the headings, and the columns given for the whole file, are enough to know the kind by."""
    found = {*header.columns, *given} & {column.name for column in header.kind.columns}
    return len(found) >= LEAST_COLUMNS and any(found.issuperset(mark) for mark in header.kind.marks)


def known_headings(rows: Sequence[Sequence[str]], kind: Kind | None) -> int:
    """How many headings of the best row any kind (or that kind) knows, marked or not."""
    kinds = (kind,) if kind else KINDS
    return max((header_of(k, cells).score[0] for _, cells in heading_rows(rows) for k in kinds), default=0)


def nearest(rows: Sequence[Sequence[str]], given: Collection[str]) -> tuple[Header, tuple[str, ...]] | None:
    """The reading that lacks the fewest columns of a mark, and those columns; None when no heading is known."""
    best: tuple[int, int, Header, tuple[str, ...]] | None = None
    for index, cells in heading_rows(rows):
        for kind in KINDS:
            header = header_of(kind, cells, index)
            for mark in kind.marks:
                lacking = tuple(name for name in mark if name not in header.columns and name not in given)
                offer = (-len(lacking), header.score[0], header, lacking)
                if header.score[0] and (best is None or offer[:2] > best[:2]):
                    best = offer
    return (best[2], best[3]) if best else None
