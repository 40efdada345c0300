"""What a change of the ground touched: no more than that is derived anew."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from etl.transform.coded import Coded, Groups
from etl.transform.schools import Asked

Cycle = tuple[str, int]
"""An award and a year of it."""


class Asks(Protocol):
    """Knows what rows ask about their schools."""

    def waiting(self, columns: Mapping[str, Coded]) -> list[Asked]:
        """What the rows ask that no rule ties to a school, but for those that name it by its key."""


@dataclass
class Touched:
    """Schools, cycles and printed names of which something else is said than before."""

    schools: set[str] = field(default_factory=set)
    """Schools of which anything may have changed."""
    years: defaultdict[str, set[Cycle]] = field(default_factory=lambda: defaultdict(set))
    """By school the cycles of which something else is said of it."""
    cycles: set[Cycle] = field(default_factory=set)
    """Cycles that may be announced now and were not, or the other way round."""
    waiting: Counter[Asked] | None = field(default_factory=Counter)
    """Names that no rule ties to a school: rows that came less rows that went. None: not counted."""

    @classmethod
    def of(cls, given: "Touched | Collection[str]") -> "Touched":
        """The change itself, or one of which only the schools are known."""
        return given if isinstance(given, Touched) else cls(schools=set(given), waiting=None)

    def add(self, columns: Mapping[str, Coded], asks: Asks, sign: int) -> None:
        """Add rows that came (sign 1) or went (-1), given by columns; `asks` tells what those that wait ask."""
        bound = columns["bound_school_id"]
        if self.waiting is not None and None in bound.values:
            for name in asks.waiting(columns):
                self.waiting[name] += sign
        if "basis" not in columns:
            self.schools.update(filter(None, bound.values))
            return
        told = bound, columns["award"], columns["year"]
        for school, *cycle in Groups.of(*told).told(*told):
            if school is not None:
                self.years[school].add((cycle[0], cycle[1]))
        said = columns["award"], columns["year"], columns["basis"], columns["outcome"]
        found = Groups.of(*said).told(*said)
        self.cycles.update((award, year) for award, year, *how in found if how == ["announced", "won"])

    def update(self, other: "Touched") -> None:
        """Add what another change touched."""
        self.schools |= other.schools
        for school, cycles in other.years.items():
            self.years[school] |= cycles
        self.cycles |= other.cycles
        if self.waiting is None or other.waiting is None:
            self.waiting = None
        else:
            self.waiting.update(other.waiting)

    def add_cycles(self, schools: Iterable[str], cycles: Collection[Cycle]) -> None:
        """Add the same cycles for all these schools."""
        for school in schools:
            self.years[school].update(cycles)

    def all(self) -> set[str]:
        """All schools touched."""
        return self.schools | self.years.keys()
