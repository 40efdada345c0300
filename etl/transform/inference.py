"""What follows from the known years and the counted claims of one school in one award family.

A school's year is won or not. Let P(y) be the number of wins up to year y. Every statement then bounds a difference of
two such sums: "three in a row as of 2020" is P(2020) - P(2017) >= 3, a known win in 2018 is P(2018) - P(2017) >= 1, and
that a year is won once at most is 0 <= P(y) - P(y-1) <= 1. A system of that kind is totally unimodular and its bounds
are whole numbers, so shortest paths give exact answers for whole years:

* the statements can all be true together exactly if no cycle of bounds is negative;
* a year is won in every world that fits the statements exactly if the least P(y) - P(y-1) is 1, and in none exactly if
  the greatest is 0.

What the claims say, with their edge cases:

* `consecutive` n as of Y: the n years up to Y in which the award was held were won, at least; a longer run does not
  contradict it. Fewer than n such years: the claim cannot be true.
* `every_year_since` n as of Y: every held year from n to Y was won.
* `total` n as of Y: exactly n wins from the first year (or `counts_from`) to Y. Y itself need not be one of them: "has
  won three times as of 2023" is said after a year without a win too.
* `first_time` as of Y: Y was won, and no earlier year (from `counts_from`, where given).
* A page that counts one award of the family alone bounds the family from below only, as every win of the award is one
  of the family: consecutive and every_year_since hold unchanged, total means n or more, first_time that Y was won.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

CLAIMS_REMEMBERED = 65_536
"""Different sets of years and claims whose answer is kept in memory; schools share many."""


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A counted statement of a school about its wins; `claim_key` names it in the answer.

    `claim` is consecutive, total, first_time or every_year_since. `n` is the count; for every_year_since it is the
    first year, for first_time 1. `counts_from` is the first year counted, where the page says so. `whole_family` is
    False where the page counts `award` alone.
    """

    claim_key: str
    claim: str
    n: int
    as_of_year: int
    counts_from: int | None = None
    whole_family: bool = True
    award: str | None = None


@dataclass(frozen=True, slots=True)
class Inferred:
    """What follows: years that were won or not won for certain if the claims are true, each with the claims it takes.

    `probable` and `not_won` hold no year that was known before, and a year's claims are as few as suffice.
    `clash` names a smallest set of statements that cannot all be true, claims by key, known years as `won:2014` or
    `not_won:2015`; empty if there is none. With a clash nothing is inferred.
    """

    probable: Mapping[int, tuple[str, ...]]
    not_won: Mapping[int, tuple[str, ...]]
    clash: tuple[str, ...] = ()


class _Counted(NamedTuple):
    """What a claim says, without who says it; `since` 0 counts from the first year."""

    claim: str
    n: int
    as_of_year: int
    since: int
    whole_family: bool


class _Bound(NamedTuple):
    """P(head) - P(tail) <= weight, because statement number `said` says so. P(i) counts wins in the first i years."""

    tail: int
    head: int
    weight: int
    said: int


class _Solved(NamedTuple):
    """An answer in numbers of statements instead of keys, so that schools with the same pattern share it."""

    probable: tuple[tuple[int, tuple[int, ...]], ...] = ()
    not_won: tuple[tuple[int, tuple[int, ...]], ...] = ()
    clash: tuple[int, ...] = ()


def infer(
    held_years: Sequence[int], won: Collection[int], not_won: Collection[int], claims: Sequence[CountedClaim]
) -> Inferred:
    """What follows for each year of `held_years`: all years from the first cycle on but those without an award.

    A known win in another year counts as a held year too; a year known as not won outside `held_years` says nothing.
    The answer depends neither on the order of the claims nor on duplicates. Claims that say the same share the least
    key. Raises ValueError for a year that is known as both won and not won, and for an unknown kind of claim.
    """
    if not claims:
        return Inferred({}, {})
    if both := sorted(set(won) & set(not_won)):
        raise ValueError(f"years {both} are given as won and as not won; decide each before inferring")
    keys = _keys(claims)
    years = tuple(sorted({*held_years, *won}))
    lost = tuple(year for year in years if year in not_won)
    marks = (*(f"won:{year}" for year in sorted(won)), *(f"not_won:{year}" for year in lost))
    solved = _solve(years, tuple(sorted(won)), lost, tuple(keys))
    named = (*keys.values(), *marks)
    return Inferred(
        {year: tuple(sorted(named[said] for said in because)) for year, because in solved.probable},
        {year: tuple(sorted(named[said] for said in because)) for year, because in solved.not_won},
        tuple(named[said] for said in sorted(solved.clash, key=lambda said: (said >= len(keys), named[said]))),
    )


def _keys(claims: Iterable[CountedClaim]) -> dict[_Counted, str]:
    """What is claimed, in canonical order, each with the least key that claims it."""
    keys: dict[_Counted, str] = {}
    for claim in claims:
        counted = _Counted(claim.claim, claim.n, claim.as_of_year, claim.counts_from or 0, claim.whole_family)
        keys[counted] = min(keys.get(counted, claim.claim_key), claim.claim_key)
    return dict(sorted(keys.items()))


@lru_cache(maxsize=CLAIMS_REMEMBERED)
def _solve(
    years: tuple[int, ...], won: tuple[int, ...], not_won: tuple[int, ...], claims: tuple[_Counted, ...]
) -> _Solved:
    """The answer for one pattern; statements are numbered: claims first, then the won, then the not won years."""
    bounds = [bound for said, claim in enumerate(claims) for bound in _bounds_of_claim(years, claim, said)]
    bounds += [_at_least(i, i + 1, 1, said) for said, i in enumerate(map(years.index, won), len(claims))]
    bounds += [_at_most(i, i + 1, 0, said) for said, i in enumerate(map(years.index, not_won), len(claims) + len(won))]
    paths = _Paths(len(years) + 1, bounds, len(claims))
    if not paths.feasible:
        return _Solved(clash=_smallest_clash(len(years) + 1, bounds))
    open_years = [(i, year) for i, year in enumerate(years) if year not in won and year not in not_won]
    return _Solved(
        tuple((year, paths.claims_between(i + 1, i)) for i, year in open_years if paths.weight(i + 1, i) < 0),
        tuple((year, paths.claims_between(i, i + 1)) for i, year in open_years if paths.weight(i, i + 1) < 1),
    )


def _at_least(start: int, end: int, wins: int, said: int) -> _Bound:
    return _Bound(end, start, -wins, said)


def _at_most(start: int, end: int, wins: int, said: int) -> _Bound:
    return _Bound(start, end, wins, said)


def _bounds_of_claim(years: Sequence[int], claim: _Counted, said: int) -> list[_Bound]:
    """The bounds that a claim sets, by the definitions at the head of this module."""
    end = bisect_right(years, claim.as_of_year)
    start = min(bisect_left(years, claim.since), end)
    match claim.claim:
        case "consecutive":
            return [_at_least(max(end - claim.n, 0), end, claim.n, said)]
        case "every_year_since":
            start = min(bisect_left(years, claim.n), end)
            return [_at_least(start, end, end - start, said)]
        case "total":
            exact = [_at_most(start, end, claim.n, said)] if claim.whole_family else []
            return [_at_least(start, end, claim.n, said), *exact]
        case "first_time":
            before = bisect_left(years, claim.as_of_year)
            none_before = [_at_most(min(start, before), before, 0, said)] if claim.whole_family else []
            return [_at_least(before, end, 1, said), *none_before]
    raise ValueError(f"unknown kind of claim {claim.claim!r}; known: consecutive, every_year_since, first_time, total")


class _Paths:
    """Shortest paths through the bounds; of equally short ones the path that takes the fewest claims, then marks.

    Both are one whole number: weight times `unit`, plus `per_claim` a claim, plus 1 a mark. As every cycle then costs
    more than nothing, a path can be read off by following edges that cost just what they should.
    """

    def __init__(self, nodes: int, bounds: Sequence[_Bound], claims: int) -> None:
        self.claims = claims
        per_claim = len(bounds) + 1
        self.unit = per_claim * (2 * claims + 1)
        self.edges: list[list[tuple[int, int, int | None]]] = [[] for _ in range(nodes)]
        for tail, head, weight, said in bounds:
            self.edges[tail].append((head, weight * self.unit + (per_claim if said < claims else 1), said))
        for node in range(nodes - 1):
            self.edges[node].append((node + 1, self.unit, None))
            self.edges[node + 1].append((node, 0, None))
        self.cost = self._shortest(nodes)
        self.feasible = all(self.cost[node][node] >= 0 for node in range(nodes))

    def _shortest(self, nodes: int) -> list[list[int]]:
        """All distances, by Floyd and Warshall."""
        cost = [[max(head - tail, 0) * self.unit for head in range(nodes)] for tail in range(nodes)]
        for tail, edges in enumerate(self.edges):
            for head, step, _ in edges:
                cost[tail][head] = min(cost[tail][head], step)
        for middle in range(nodes):
            onward = cost[middle]
            for tail in range(nodes):
                there = cost[tail][middle]
                cost[tail] = [min(direct, there + rest) for direct, rest in zip(cost[tail], onward, strict=True)]
        return cost

    def weight(self, tail: int, head: int) -> int:
        """The greatest that P(head) - P(tail) can be."""
        return self.cost[tail][head] // self.unit

    def claims_between(self, tail: int, head: int) -> tuple[int, ...]:
        """The claims on the shortest path."""
        taken: list[int] = []
        while tail != head:
            left = self.cost[tail][head]
            tail, _, said = next(edge for edge in self.edges[tail] if edge[1] + self.cost[edge[0]][head] == left)
            if said is not None and said < self.claims:
                taken.append(said)
        return tuple(taken)


_Walk = tuple[int, tuple[int, ...]]
"""The weight of a walk and the statements that it takes, in their order."""


def _smallest_clash(nodes: int, bounds: Sequence[_Bound]) -> tuple[int, ...]:
    """The statements on a negative cycle that takes as few as possible; there must be a negative cycle.

    A cycle that passes no node twice takes no statement twice (both bounds of a total join the same two nodes, both
    of a first time end in the same one), so the fewest bounds are the fewest statements, and none of them is idle.
    """
    reached: list[list[_Walk]] = [[(max(head - tail, 0), ()) for head in range(nodes)] for tail in range(nodes)]
    for _ in bounds:
        reached = [_one_statement_more(row, bounds) for row in reached]
        if found := [tuple(sorted(row[node][1])) for node, row in enumerate(reached) if row[node][0] < 0]:
            return min(found)
    raise ArithmeticError(f"bounds without a negative cycle cannot clash: {sorted(bounds)}")


def _one_statement_more(reached: Sequence[_Walk], bounds: Sequence[_Bound]) -> list[_Walk]:
    """The lightest walk to each node that takes one bound more than those in `reached`, and any plain steps."""
    unreached = max(walk[0] for walk in reached) + sum(abs(bound.weight) for bound in bounds) + len(reached)
    longer: list[_Walk] = [(unreached, ())] * len(reached)
    for tail, head, weight, said in bounds:
        longer[head] = min(longer[head], (reached[tail][0] + weight, (*reached[tail][1], said)))
    for node in range(1, len(longer)):
        longer[node] = min(longer[node], (longer[node - 1][0] + 1, longer[node - 1][1]))
    for node in reversed(range(len(longer) - 1)):
        longer[node] = min(longer[node], longer[node + 1])
    return longer
