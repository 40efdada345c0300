"""The streaks of all schools at once, in columns: the rule of `dashboard.domain.streaks`, a step a year for everybody.

A status is a small number here. Walking a million years one by one takes seconds, walking each award year once for all
schools takes hundredths.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.statuses import BREAKS, PROBABLE_WINS, UNDECIDED, WINS
from dashboard.domain.streaks import Current, Run, State

Codes = NDArray[np.int8]
"""Numbers of statuses, a row a year and a column a school."""
Marks = NDArray[np.bool_]
Numbers = NDArray[np.int64]
STATUSES: Final = ("unknown", "won", "probable", "not_won", "did_not_apply", "pending", "no_award")
"""Statuses by their number; what nothing is known of is 0."""
CODES: Final = {status: code for code, status in enumerate(STATUSES)}
STATES: Final[tuple[State, ...]] = ("none", "open", "alive", "broken")
"""States by their number."""
_UPPER, _MIDDLE, _LOWER = 32, 16, (1 << 16) - 1
"""Where the parts of a packed run begin, and the bits that a part has."""


@dataclass(frozen=True, eq=False)
class RunColumns:
    """The runs of each school that matter, an entry a school; 0 where there is none."""

    total: Numbers
    first_year: Numbers
    longest_n: Numbers
    longest_first: Numbers
    longest_last: Numbers
    n: Numbers
    """Length of the last run, also of a broken one."""
    first: Numbers
    last: Numbers
    state: Codes
    """Numbers of `STATES`."""

    def longest(self) -> Iterator[Run]:
        """The longest run of each school."""
        runs = _side_by_side(self.longest_n, self.longest_first, self.longest_last)
        return (Run(n, first or None, last or None) for n, first, last in runs)


@dataclass(frozen=True, eq=False)
class StreakColumns:
    """The streaks of schools in one family as of an award year."""

    family: str
    as_of: int | None
    years: range
    school_ids: tuple[str, ...]
    """In order; every column has an entry for each."""
    codes: Codes
    confirmed: RunColumns
    probable: RunColumns

    def currents(self, runs: RunColumns) -> Iterator[Current]:
        """The last run of each school at one of the two levels, with what became of it."""
        each = _side_by_side(runs.n, runs.first, runs.last, runs.state)
        for (n, first, last, state), since in zip(each, self._unknown_since(runs), strict=True):
            word = STATES[state]
            yield Current(0 if word == "broken" else n, first or None, last or None, word, since)

    def _unknown_since(self, runs: RunColumns) -> list[tuple[int, ...]]:
        """Of each school the undecided years after its last run; none where there is no run."""
        after = _column(self.years) > np.where(runs.last > 0, runs.last, self.years.stop)
        since: list[list[int]] = [[] for _ in self.school_ids]
        for school, year in np.argwhere((_any_of(self.codes, UNDECIDED) & after).T).tolist():
            since[school].append(self.years[year])
        return [tuple(some) for some in since]


def columns_of(
    family: str, as_of: int | None, years: range, school_ids: tuple[str, ...], codes: Codes, last_announced: int | None
) -> StreakColumns:
    """The streaks of schools whose years have these `codes`; `last_announced` is the last announced cycle by as-of."""
    confirmed = _run_columns(codes, years, WINS, last_announced)
    probable = _run_columns(codes, years, PROBABLE_WINS, last_announced)
    return StreakColumns(family, as_of, years, school_ids, codes, confirmed, probable)


def _run_columns(codes: Codes, years: range, wins: Collection[str], last_announced: int | None) -> RunColumns:
    won = _any_of(codes, wins)
    last, longest = _last_and_longest(won, codes == CODES["no_award"], years)
    return RunColumns(
        total=won.sum(axis=0, dtype=np.int64),
        first_year=_first_years(won, years),
        longest_n=longest >> _UPPER,
        longest_first=longest & _LOWER,
        longest_last=longest >> _MIDDLE & _LOWER,
        n=last & _LOWER,
        first=last >> _MIDDLE & _LOWER,
        last=last >> _UPPER,
        state=_states(codes, years, last >> _UPPER, last_announced),
    )


def _last_and_longest(won: Marks, bridged: Marks, years: range) -> tuple[Numbers, Numbers]:
    """Each school's last and longest run, packed so that the greatest number is the run that is looked for.

    The last one holds last year, first year and length, the longest holds length, last year and first year; 0 is none.
    """
    length, first, last, longest = np.zeros((4, won.shape[1]), dtype=np.int64)
    for year, now, bridge in zip(years, won, bridged, strict=True):
        first = np.maximum(first, year * (now & (length == 0)))
        length = (length + now) * (now | bridge)
        last = np.maximum(last, now * ((year << _UPPER) + (first << _MIDDLE) + length))
        longest = np.maximum(longest, now * ((length << _UPPER) + (year << _MIDDLE) + first))
    return last, longest


def _first_years(won: Marks, years: range) -> Numbers:
    first = np.where(won, _column(years), years.stop).min(axis=0, initial=years.stop)
    return np.where(first < years.stop, first, 0)


def _states(codes: Codes, years: range, last: Numbers, last_announced: int | None) -> Codes:
    """What became of the last runs, which end in the years `last`."""
    last_break = (_any_of(codes, BREAKS) * _column(years)).max(axis=0, initial=0)
    reaches = last >= last_announced if last_announced is not None else np.zeros(len(last), dtype=bool)
    kept = np.where(reaches, STATES.index("alive"), STATES.index("open"))
    ended = np.where(last_break > last, STATES.index("broken"), kept)
    return np.where(last > 0, ended, STATES.index("none")).astype(np.int8)


def _any_of(codes: Codes, statuses: Collection[str]) -> Marks:
    """Where one of the statuses stands."""
    return np.array([status in statuses for status in STATUSES])[codes]


def _column(years: range) -> Numbers:
    return np.asarray(years, dtype=np.int64)[:, np.newaxis]


def _side_by_side(*columns: NDArray[np.signedinteger]) -> Iterator[tuple[int, ...]]:
    return zip(*(column.tolist() for column in columns), strict=True)
