"""The runs of one school's year strip, walked year by year: the rule of `dashboard.domain.streaks`."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dashboard.domain.statuses import BREAKS, UNDECIDED
from dashboard.domain.streaks import Current, Run, State, YearCell

NO_RUN = Run(0, None, None)
NO_CURRENT = Current(0, None, None, "none")


@dataclass(frozen=True)
class Runs:
    """The runs of a strip that matter: all nothing where no year counts."""

    total: int
    """Number of years that count."""
    first_year: int | None
    longest: Run
    """Of several the latest."""
    last: Run
    current: Current
    """The last run and what became of it."""


def runs_of(strip: Sequence[YearCell], wins: Collection[str], last_announced: int | None) -> Runs:
    """The runs of the years whose status is one of `wins`; `last_announced` is the last announced cycle by as-of."""
    found = _unbroken(strip, wins)
    if not found:
        return Runs(0, None, NO_RUN, NO_RUN, NO_CURRENT)
    return Runs(
        total=sum(run.n for run in found),
        first_year=found[0].first,
        longest=max(reversed(found), key=lambda run: run.n),  # of those of one length the first that is met
        last=found[-1],
        current=_current(found[-1], strip, last_announced),
    )


def _unbroken(strip: Iterable[YearCell], wins: Collection[str]) -> list[Run]:
    """All runs, the first year first: a year without an award neither breaks one nor counts."""
    found: list[Run] = []
    unbroken = False
    for cell in strip:
        if cell.status in wins:
            before = found.pop() if unbroken else Run(0, cell.year, None)
            found.append(Run(before.n + 1, before.first, cell.year))
            unbroken = True
        elif cell.status != "no_award":
            unbroken = False
    return found


def _current(last: Run, strip: Iterable[YearCell], last_announced: int | None) -> Current:
    after = [cell for cell in strip if cell.year > (last.last or 0)]
    state = _state(last, {cell.status for cell in after}, last_announced)
    undecided = tuple(cell.year for cell in after if cell.status in UNDECIDED)
    return Current(0 if state == "broken" else last.n, last.first, last.last, state, undecided)


def _state(last: Run, after: set[str], last_announced: int | None) -> State:
    if after & BREAKS:
        return "broken"
    return "alive" if last_announced is not None and (last.last or 0) >= last_announced else "open"
