"""One school among its peers as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dashboard.domain.choices import Choice, NotAChoice
from dashboard.domain.comparison import Comparison, NoCycle, Standing, compare
from dashboard.export.table import Content, ExportTable, content_of
from dashboard.queries.peers import groups
from dashboard.queries.schools import own_school
from dashboard.queries.streaks import streaks

NO_GROUP = "-"
"""How an address says that no group is meant."""


@dataclass(frozen=True)
class ComparisonFilter:
    """Which school is compared with whom, over which years."""

    school_id: str = ""
    """Empty: the own school."""
    group: str = ""
    """Name of a peer group; empty: none."""
    others: tuple[str, ...] = ()
    """Keys of further schools."""
    family: str = "HEED"
    first_year: int | None = None
    last_year: int | None = None


def comparison_content(found: Comparison) -> Content:
    """The comparison as a table, the own school first.

    Columns: school_id, school, role (own or group), family, from, to, the status of every year under its number, wins,
    undecided_years, probable_years, place_from, place_to, best_place, worst_place, first_known_win, longest_n,
    longest_from, longest_to, streak (alive, open, broken or none), tiers.
    """
    names = (
        "school_id", "school", "role", "family", "from", "to", *(str(cell.year) for cell in found.own.cells), "wins",
        "undecided_years", "probable_years", "place_from", "place_to", "best_place", "worst_place", "first_known_win",
        "longest_n", "longest_from", "longest_to", "streak", "tiers",
    )  # fmt: skip
    return content_of(names, (_row(found, one) for one in found.own_first))


def _row(found: Comparison, one: Standing) -> tuple[object, ...]:
    return (
        one.school_id, one.streaks.school_name, "own" if one is found.own else "group", one.streaks.family,
        found.years[0], found.years[-1], *(cell.status for cell in one.cells), one.wins, one.undecided, one.probable,
        one.first_place, one.last_place, one.best_place, one.worst_place, one.streaks.first_year, one.longest.n,
        one.longest.first, one.longest.last, one.streaks.current.state, _tiers(one),
    )  # fmt: skip


def _tiers(one: Standing) -> tuple[str, ...]:
    """The tiers of the span: ("DIVERSITY-CHAMPION 2021", …)."""
    return tuple(f"{tier} {cell.year}" for cell in one.cells for tier in cell.tiers)


def _content(connection: Connection, wanted: ComparisonFilter, version: int | None) -> Content:
    school_id = wanted.school_id or own_school(connection)
    others = [*_members(connection, wanted.group, version), *wanted.others]
    everyone = streaks(
        connection, wanted.family, as_of=wanted.last_year, school_ids={school_id, *others}, version=version
    )
    by_key = {one.school_id: one for one in everyone}
    if unknown := [key for key in (school_id, *others) if key not in by_key]:
        raise NotAChoice(f"no school has the key {unknown[0]!r}; `awards schools TEXT` finds it")
    own = by_key[school_id]
    if len(by_key) == 1 or not own.years:
        raise NotAChoice("nothing to compare with: choose a group or further schools, and a family that has cycles")
    first, last = wanted.first_year or own.years[0].year, wanted.last_year or own.years[-1].year
    try:
        return comparison_content(compare(own, everyone, first, last))
    except NoCycle as error:
        raise NotAChoice(str(error)) from error


def _members(connection: Connection, name: str, version: int | None) -> tuple[str, ...]:
    if name in ("", NO_GROUP):
        return ()
    known = {group.name: group.school_ids for group in groups(connection, version)}
    if name not in known:
        raise NotAChoice(f"no peer group is called {name!r}; known: {', '.join(known) or 'none'}")
    return tuple(known[name])


def picked(found: Comparison, group: str, others: tuple[str, ...]) -> ComparisonFilter:
    """The filter that gives this comparison again."""
    own = found.own.streaks
    span = ComparisonFilter(first_year=found.years[0], last_year=found.years[-1])
    return replace(span, school_id=own.school_id, group=group, others=others, family=own.family)


COMPARISON = ExportTable(
    "comparison",
    "One school among its peers",
    (
        Choice("school", "school_id", "one", "key of the school; the own one where none is given"),
        Choice("group", "group", "one", "name of a peer group"),
        Choice("with", "others", "many", "key of a further school"),
        Choice("family", "family", "one", "code of the award family"),
        Choice("years", "", "years", "award years, such as 2018-2023"),
    ),
    ComparisonFilter(),
    _content,
    data=False,
)
