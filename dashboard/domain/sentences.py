"""Where a school stands, told in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.domain.statuses import BREAKS, UNDECIDED, word
from dashboard.domain.wording import counted, listed, span_text, years_text

if TYPE_CHECKING:
    from dashboard.domain.streaks import Current, SchoolStreaks, YearCell


def answer_sentence(streaks: SchoolStreaks) -> str:
    """Where the school stands, as one sentence without a full stop.

    Total first, then the last run with its state, then the years that are not decided: "3 wins, 2 in a row through
    2023; 2024 and 2025 not known". Only an alive streak is called current, a broken one is said to be none, and what is
    only probable is told apart from what is won.
    """
    if not streaks.years:
        return "No cycle of this award is known" + (f" by {streaks.as_of}" if streaks.as_of else "")
    told = _WON[streaks.current.state](streaks)
    parts = [part for part in (told, _probable(streaks), _undecided(streaks)) if part]
    return "; ".join(parts)


def _none(streaks: SchoolStreaks) -> str:
    first, last = streaks.years[0].year, streaks.years[-1].year
    return f"No win known, {span_text(first, last)}"


def _alive(streaks: SchoolStreaks) -> str:
    run = streaks.current
    length = f"{run.n} in a row, {span_text(run.first or 0, run.last or 0)}" if run.n > 1 else f"1 year, {run.last}"
    return f"{counted(streaks.total, 'win')}; current streak: {length}"


def _open(streaks: SchoolStreaks) -> str:
    run = streaks.current
    if run.n > 1:
        return f"{counted(streaks.total, 'win')}, {run.n} in a row through {run.last}"
    return f"{counted(streaks.total, 'win')}, {_when_last(streaks)}"


def _broken(streaks: SchoolStreaks) -> str:
    end = next(cell for cell in streaks.years if cell.year > (streaks.last_won or 0) and cell.status in BREAKS)
    return f"{counted(streaks.total, 'win')}, {_when_last(streaks)}; no current streak: {end.year} {word(end.status)}"


_WON = {"none": _none, "alive": _alive, "open": _open, "broken": _broken}


def _when_last(streaks: SchoolStreaks) -> str:
    return f"the last in {streaks.last_won}" if streaks.total > 1 else f"in {streaks.last_won}"


def _probable(streaks: SchoolStreaks) -> str:
    """The probable streak, where it reaches further than the confirmed one."""
    run = streaks.probable_current
    if run.n < 2 or _same_run(run, streaks.current):
        return ""
    return f"probably {run.n} in a row, {span_text(run.first or 0, run.last or 0)}"


def _same_run(one: Current, other: Current) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _undecided(streaks: SchoolStreaks) -> str:
    """The undecided years that matter: those after the last win, or, without a win, those of which something is known.

    After a break nothing that is not known can bring the streak back, so only what is pending or probable is told.
    """
    cells = [cell for cell in streaks.years if cell.year > (streaks.last_won or 0) and cell.status in UNDECIDED]
    if streaks.current.state in ("none", "broken"):
        cells = [cell for cell in cells if cell.status != "unknown"]
    return listed(_told(cells))


def _told(cells: Iterable[YearCell]) -> list[str]:
    return [
        f"{years_text(cell.year for cell in group)} {word(status)}"
        for status, group in groupby(cells, key=lambda cell: cell.status)
    ]
