"""A comparison in words, for page and terminal alike. Denominators always; unknown is never told as "no".

A year is called undecided when it is not known, probably won or pending.
"""

from collections.abc import Callable, Sequence

from dashboard.domain.comparison import Changes, Comparison, Standing, YearShare, run_through
from dashboard.domain.statuses import word
from dashboard.domain.wording import counted, listed, span_text, years_text

MOST_NAMED = 6
"""Schools named in a sentence; of more the number."""


def ordinal(n: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th …"""
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def places(first: int, last: int) -> str:
    """Places that are shared or possible: "3rd–5th", or one place alone."""
    return ordinal(first) if first == last else f"{ordinal(first)}–{ordinal(last)}"


def answer(found: Comparison) -> str:
    """The page's first line: "3 known wins in 2012–2025, 1st–2nd of 11 schools"."""
    span = span_text(found.years[0], found.years[-1])
    wins = counted(found.own.wins, "known win") if found.own.wins else "No known win"
    place = places(found.own.first_place, found.own.last_place)
    return f"{wins} in {span}: {place} of {len(found.others) + 1} schools"


def caution(found: Comparison) -> str:
    """What the position rests on: how many schools have years that are not known, and what these could do to it."""
    n = len(found.others) + 1
    if not found.n_undecided:
        return f"Every held year of all {n} schools is known."
    who = (
        ("Both" if n == 2 else f"All {n}") + " schools"
        if found.n_undecided == n
        else f"{found.n_undecided} of the {n} schools"
    )
    some = f"{who} {_have(found.n_undecided)} undecided years"
    silent = f", {found.n_silent} of them nothing else" if found.n_silent else ""
    best, worst = found.own.best_place, found.own.worst_place
    could = (
        f"the place is {ordinal(best)} whatever they were"
        if best == worst
        else f"depending on what they were, the true place is anywhere from {ordinal(best)} to {ordinal(worst)}"
    )
    return f"{some}{silent}: {could}. Undecided is a year that is not known, probably won or pending."


def share_title(found: Comparison) -> str:
    """The finding of the chart of shares."""
    shares = [share for share in found.shares() if share.held]
    last = shares[-1]
    most = max(shares, key=lambda share: (share.won, share.year))
    if not most.won:
        return f"No win of the group ({counted(last.n, 'school')}) is known in these years"
    told = f"{last.won} of {counted(last.n, 'school')} of the group known to have won in {last.year}"
    return told if most.won == last.won else f"{told}; most in {most.year}: {most.won}"


def share_told(share: YearShare) -> str:
    """A year of the group: "5 won of 7 decided, of 14"."""
    if not share.held:
        return "no award held"
    return f"{share.won} won of {share.decided} decided, of {share.n}"


def cumulative_title(found: Comparison) -> str:
    """The finding of the chart of cumulative wins."""
    last = found.years[-1]
    most = max((one.wins for one in found.others), default=0)
    leaders = [one for one in found.others if one.wins == most]
    who = named(leaders, 2)
    own = f"{found.own.streaks.short_name}: {counted(found.own.wins, 'known win')} by {last}"
    return f"{own}; most in the group: {most} ({who})"


def named(schools: Sequence[Standing], most: int = MOST_NAMED) -> str:
    """The schools by short name, or how many where there are more than `most`."""
    if len(schools) > most:
        return counted(len(schools), "school")
    return listed(one.streaks.short_name for one in schools)


def tiers_told(one: Standing) -> str:
    """Tiers with their years: "Diversity Champion 2021–2023"; empty without any."""
    years: dict[str, list[int]] = {}
    for year, tier in one.tiers:
        years.setdefault(tier, []).append(year)
    return "; ".join(f"{tier.replace('-', ' ').title()} {years_text(of)}" for tier, of in years.items())


def changes_told(changes: Changes) -> list[tuple[str, list[str]]]:
    """What changed, by heading: a line a school, and none where nothing did."""
    year, before = changes.year, changes.before
    told: list[tuple[str, Sequence[Standing], Callable[[Standing], str]]] = [
        ("Streak grew", changes.grew, lambda one: f"{run_through(one.streaks, year)} in a row through {year}"),
        (f"Won {year}, not known to have won {before}", changes.new, lambda one: _new_win(one, year)),
        ("Streak ended", changes.ended, lambda _one: f"won {before}, not {year}"),
        ("Streak open", changes.opened, lambda one: f"won {before}; {_status(one, year)} in {year}"),
        ("Decided for the first time", changes.became_known, lambda one: _became(one, year)),
    ]
    if before is None:
        told[1] = (f"Won {year}, the first year held", changes.new, lambda _one: "won")
    return [(head, [f"{one.streaks.school_name}: {line(one)}" for one in found]) for head, found, line in told if found]


def _new_win(one: Standing, year: int) -> str:
    if one.streaks.first_year == year:
        return "first known win"
    earlier = [cell.year for cell in one.streaks.years if cell.status == "won" and cell.year < year]
    return f"won before in {years_text(earlier)}"


def _became(one: Standing, year: int) -> str:
    return f"{_status(one, year)} in {year}; no earlier year is decided"


def _status(one: Standing, year: int) -> str:
    return next(word(cell.status) for cell in one.streaks.years if cell.year == year)


def _have(n: int) -> str:
    return "has" if n == 1 else "have"
