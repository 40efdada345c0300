"""Streaks in plain Python, year by year, written without a look at the SQL; for comparison only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

UNDECIDED = ("unknown", "probable", "pending")


@dataclass(frozen=True)
class Calendar:
    """A family's cycles: year -> announced, held (not announced), cancelled or gap (no cycle entered)."""

    cycles: Mapping[int, str]

    def first(self) -> int:
        return min(self.cycles)

    def last_announced(self, as_of: int) -> int | None:
        return max((year for year, what in self.cycles.items() if what == "announced" and year <= as_of), default=None)

    def cancelled(self, year: int) -> bool:
        return self.cycles.get(year) == "cancelled"


def status_of(calendar: Calendar, known: Mapping[int, str], year: int) -> str:
    """A win stands whatever the calendar says; else a cancelled year has no award; else what is known."""
    status = known.get(year, "unknown")
    if status == "won":
        return status
    if calendar.cancelled(year):
        return "no_award"
    return "unknown" if status == "no_award" else status


def runs_of(strip: Mapping[int, str], wins: Collection[str]) -> list[list[int]]:
    """The unbroken runs of years with such a status, as lists of years; `no_award` neither breaks nor counts."""
    runs: list[list[int]] = []
    unbroken = False
    for year, status in sorted(strip.items()):
        if status in wins:
            if not unbroken:
                runs.append([])
            runs[-1].append(year)
            unbroken = True
        elif status != "no_award":
            unbroken = False
    return runs


def longest_of(runs: list[list[int]]) -> dict[str, int | None]:
    best: list[int] = []
    for run in runs:
        if len(run) >= len(best):
            best = run
    return {"n": len(best), "from": best[0] if best else None, "to": best[-1] if best else None}


def current_of(calendar: Calendar, strip: Mapping[int, str], wins: Collection[str]) -> dict[str, object]:
    runs = runs_of(strip, wins)
    if not runs:
        return {"n": 0, "from": None, "to": None, "state": "none", "unknown_since": []}
    run = runs[-1]
    after = {year: status for year, status in strip.items() if year > run[-1]}
    announced = calendar.last_announced(max(strip))
    if any(status in ("not_won", "did_not_apply") for status in after.values()):
        state = "broken"
    elif announced is not None and run[-1] >= announced:
        state = "alive"
    else:
        state = "open"
    return {
        "n": 0 if state == "broken" else len(run),
        "from": run[0],
        "to": run[-1],
        "state": state,
        "unknown_since": sorted(year for year, status in after.items() if status in UNDECIDED),
    }


def naive(calendar: Calendar, known: Mapping[int, str], as_of: int) -> dict[str, object]:
    """Everything that `SchoolStreaks.as_json` tells, but for the school, the family and the sources."""
    strip = {year: status_of(calendar, known, year) for year in range(calendar.first(), as_of + 1)}
    won = [year for year, status in strip.items() if status == "won"]
    return {
        "as_of": as_of,
        "years": list(strip.items()),
        "total": len(won),
        "first_year": won[0] if won else None,
        "longest": longest_of(runs_of(strip, ("won",))),
        "current": current_of(calendar, strip, ("won",)),
        "probable_current": current_of(calendar, strip, ("won", "probable")),
    }
