"""Which schools the page of streaks shows, and in which order."""

from collections.abc import Sequence

from dashboard.components import filters
from dashboard.domain.streak_filter import ORDERS, STATES, StreakFilter
from dashboard.domain.streaks import SchoolStreaks


def choose(rows: Sequence[SchoolStreaks], family: str) -> StreakFilter:
    """The filter in the address for the streaks of one family, with the controls to change it."""
    return StreakFilter(
        family=family,
        text=filters.text("School", "q"),
        kinds=filters.some("Kind of school", "kind", sorted({row.kind for row in rows})),
        states=filters.some("State", "state", sorted({row.state for row in rows if row.state})),
        streak=filters.some("Streak", "streak", STATES),
        min_wins=filters.at_least("Wins at least", "wins", max((row.total for row in rows), default=0)),
        order=filters.one("Sort by", "sort", tuple(ORDERS)),
    )
