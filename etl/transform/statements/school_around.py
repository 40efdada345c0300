"""The names of a text around one of them, found without going through all."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from etl.transform.statements.values import SchoolMention

OWNED = re.compile(r"(?:The )?(?P<owner>[A-Z].+?)(?:'s)?\s+(?P<unit>(?:School|College|Faculty) of .+)")
"""A unit behind the name of its university: "Lakeside School of Dentistry"."""


@dataclass(frozen=True)
class Around:
    """The names of a text in their order, those among them that can be a unit's university, and the text."""

    found: Sequence[SchoolMention]
    parents: Sequence[SchoolMention]
    text: str

    @cached_property
    def _ending(self) -> dict[int, int]:
        """The number of the first name that ends at a place."""
        return {self.found[at].end: at for at in range(len(self.found) - 1, -1, -1)}

    @cached_property
    def _starts(self) -> list[int]:
        """Where the parents begin."""
        return [parent.start for parent in self.parents]

    @cached_property
    def _owners(self) -> dict[str, set[str]]:
        """By the name of a unit, who owns it in the names in full that end with it."""
        owners: dict[str, set[str]] = {}
        for one in self.found:
            if not one.unit and (match := OWNED.fullmatch(one.name)):
                owners.setdefault(match["unit"], set()).add(match["owner"])
        return owners

    def owner_of(self, unit: str) -> str | None:
        """The one university with which the text names a unit in full: "Lakeside School of Dentistry"."""
        owners = self._owners.get(unit.removeprefix("The "), set())
        return next(iter(owners)) if len(owners) == 1 else None

    def ending_near(self, place: int, near: int) -> SchoolMention | None:
        """The first name that ends at a place or up to so many characters before it."""
        ends = (self._ending.get(end) for end in range(place - near, place + 1))
        first = min((at for at in ends if at is not None), default=None)
        return None if first is None else self.found[first]

    def before(self, at: int) -> Iterator[SchoolMention]:
        """The names that end before the one with that number begins, the nearest first; no bare units."""
        start = self.found[at].start
        above = map(self.found.__getitem__, range(at - 1, -1, -1))
        return (one for one in above if one.end <= start and not one.unit)

    def nearest_parent(self, start: int) -> SchoolMention:
        """The last parent that begins before a place, else the first behind it."""
        before = bisect_left(self._starts, start)
        return self.parents[bisect_left(self._starts, self._starts[before - 1]) if before else 0]
