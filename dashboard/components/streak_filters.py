"""Which schools the page of streaks shows, and in which order."""

from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.cached import ask
from dashboard.components import filters
from dashboard.components.streak_words import standing
from dashboard.domain.streak_filter import ORDERS, STATES, StreakFilter, matching
from dashboard.queries.all_streaks import all_streaks


@dataclass(frozen=True)
class Options:
    """What the filters of one family offer."""

    kinds: tuple[str, ...]
    states: tuple[str, ...]
    most_wins: int


@dataclass(frozen=True)
class Chosen:
    """The schools that a filter lets through."""

    school_ids: tuple[str, ...]
    """In the order of the filter."""
    as_of: int | None
    """Last award year of the family; None where it has none."""
    standing: str
    """How many have a streak alive, as a sentence."""


def choose(offered: Options, family: str) -> StreakFilter:
    """The filter in the address for the streaks of one family, with the controls to change it."""
    return StreakFilter(
        family=family,
        text=filters.text("School", "q"),
        kinds=filters.some("Kind of school", "kind", offered.kinds),
        states=filters.some("State", "state", offered.states),
        streak=filters.some("Streak", "streak", STATES),
        min_wins=filters.at_least("Wins at least", "wins", offered.most_wins),
        order=filters.one("Sort by", "sort", tuple(ORDERS)),
    )


def options(_connection: Connection, family: str) -> Options:
    """What the filters of a family offer; a question to `ask`, so that it is gathered once a data version."""
    rows = ask(all_streaks, family)
    return Options(
        kinds=tuple(sorted({row.kind for row in rows})),
        states=tuple(sorted({row.state for row in rows if row.state})),
        most_wins=max((row.total for row in rows), default=0),
    )


def chosen_schools(_connection: Connection, wanted: StreakFilter) -> Chosen:
    """The schools that the filter lets through; a question to `ask`, so that they are sorted once a data version."""
    everyone = ask(all_streaks, wanted.family)
    found = matching(everyone, wanted)
    as_of = everyone[0].as_of if everyone else None
    return Chosen(tuple(row.school_id for row in found), as_of, standing(found, as_of))
