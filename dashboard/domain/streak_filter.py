"""Which schools a list of streaks holds, and in which order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.domain.streaks import SchoolStreaks

STATES: Final = ("alive", "open", "broken", "none")
"""What became of a streak, in the order in which they are listed."""
_LAST: Final = 9999
_Order = Callable[[SchoolStreaks], tuple[int, ...]]
ORDERS: Final[dict[str, _Order]] = {
    "Current streak": lambda s: (STATES.index(s.current.state), -s.current.n, -(s.current.last or 0), -s.total),
    "Longest streak": lambda s: (-s.longest.n, -(s.longest.last or 0), -s.total),
    "Most wins": lambda s: (-s.total, -s.longest.n, -(s.last_won or 0)),
    "Latest win": lambda s: (-(s.last_won or 0), -s.current.n, -s.total),
    "First win": lambda s: (s.first_year or _LAST,),
    "Name": lambda _s: (),
}
"""How rows may be ordered; schools that stand the same are ordered by name."""


@dataclass(frozen=True)
class StreakFilter:
    """Which schools to show. An empty field does not restrict; fields restrict together."""

    text: str = ""
    """Words that the school's key, name or short name must all hold, without case."""
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    """US states, two letters."""
    streak: tuple[str, ...] = ()
    """alive, open, broken or none."""
    min_wins: int = 0
    order: str = "Current streak"
    family: str = "HEED"
    """The award family whose streaks are listed."""

    def described(self) -> tuple[str, ...]:
        """The filter in few words, a part each, for the name of a file."""
        wins = (f"{self.min_wins} wins or more",) if self.min_wins else ()
        text = (self.text,) if self.text else ()
        return (*text, *self.kinds, *self.states, *self.streak, *wins, f"by {self.order.lower()}")


def matching(rows: Iterable[SchoolStreaks], wanted: StreakFilter) -> list[SchoolStreaks]:
    """The rows that `wanted` lets through, in its order."""
    order, words = ORDERS[wanted.order], wanted.text.casefold().split()
    found = (row for row in rows if _fits(row, wanted) and _named(row, words))
    return sorted(found, key=lambda row: (*order(row), row.school_name.casefold()))


def _fits(row: SchoolStreaks, wanted: StreakFilter) -> bool:
    return (
        (not wanted.states or row.state in wanted.states)
        and (not wanted.kinds or row.kind in wanted.kinds)
        and (not wanted.streak or row.current.state in wanted.streak)
        and row.total >= wanted.min_wins
    )


def _named(row: SchoolStreaks, words: Sequence[str]) -> bool:
    """Whether key, name and short name together hold all the words, which are in small letters."""
    if not words:
        return True
    named = f"{row.school_id} {row.school_name} {row.short_name}".casefold()
    return all(word in named for word in words)
