"""What became of a streak, in the words of the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.components.figures import Figure
from dashboard.domain.statuses import BREAKS, word
from dashboard.domain.streaks import Current, Run, SchoolStreaks
from dashboard.domain.wording import counted, listed, span_text, years_text


@dataclass(frozen=True)
class StateWords:
    """The state of a streak: a word or two, and what that means here."""

    short: str
    meaning: str


def state_words(streaks: SchoolStreaks) -> StateWords:
    """Whether the streak is alive, with the reason."""
    current, as_of = streaks.current, streaks.as_of
    if current.state == "alive":
        return StateWords("Streak alive", f"It reaches {current.last}, the last award year that was announced.")
    if current.state == "open":
        return StateWords("Streak open", f"Neither alive nor broken: {_undecided(streaks)}.")
    if current.state == "broken":
        end = next(cell for cell in streaks.years if cell.year > (current.last or 0) and cell.status in BREAKS)
        return StateWords("Streak broken", f"It ended in {current.last}; {end.year}: {word(end.status)}.")
    return StateWords("No streak", f"No win is known up to {as_of}, which does not mean that there was none.")


def current_phrase(streaks: SchoolStreaks) -> str:
    """The last run in few words; only an alive one is called current."""
    current = streaks.current
    if current.state == "none":
        return "no win known"
    if current.state == "alive":
        return f"{_in_a_row(current)}, current" if current.n > 1 else f"won {current.last}, current"
    if current.state == "broken":
        return f"broken after {current.last}"
    since = f"; {_undecided(streaks)}" if current.unknown_since else ""
    return f"{_in_a_row(current)}{since}" if current.n > 1 else f"won {current.last}{since}"


def figures(streaks: SchoolStreaks) -> list[Figure]:
    """The large figures of a school: wins, the last run with its state, the longest, the first win."""
    won = [cell.year for cell in streaks.years if cell.status == "won"]
    return [
        Figure("Wins", str(streaks.total), years_text(won)),
        _run_figure(streaks),
        Figure("Longest streak", str(streaks.longest.n), _span(streaks.longest)),
        Figure("First known win", str(streaks.first_year or "–"), "" if streaks.first_year else "none known"),
    ]


def _run_figure(streaks: SchoolStreaks) -> Figure:
    current = streaks.current
    if current.state == "alive":
        return Figure("Current streak", str(current.n), f"{_span(current)}, alive")
    if current.state == "open":
        return Figure(f"In a row through {current.last}", str(current.n), f"open: {_undecided(streaks)}")
    if current.state == "broken":
        return Figure("Current streak", "0", f"broken after {current.last}")
    return Figure("Current streak", "–", "no win known")


def _undecided(streaks: SchoolStreaks) -> str:
    """The years after the last run by what is known of them: "2022 probably won and 2023 not known"."""
    cells = [cell for cell in streaks.years if cell.year in streaks.current.unknown_since]
    groups = groupby(cells, key=lambda cell: cell.status)
    return listed(f"{years_text(cell.year for cell in group)} {word(status)}" for status, group in groups)


def _in_a_row(current: Current) -> str:
    return f"{current.n} in a row through {current.last}"


def _span(run: Run | Current) -> str:
    return span_text(run.first, run.last) if run.first and run.last else "none known"


def standing(rows: Sequence[SchoolStreaks], as_of: int | None) -> str:
    """How many of the schools have a streak alive, and the longest of these, as a sentence."""
    if not rows:
        return "No school fits this filter"
    alive = [row for row in rows if row.current.state == "alive"]
    if not alive:
        return f"None of {counted(len(rows), 'school')} has a streak alive in {as_of}"
    most = max(row.current.n for row in alive)
    leaders = [row for row in alive if row.current.n == most]
    who = leaders[0].short_name if len(leaders) == 1 else counted(len(leaders), "school")
    verb = "has" if len(alive) == 1 else "have"
    return (
        f"{len(alive)} of {counted(len(rows), 'school')} {verb} a streak alive in {as_of}; "
        f"the longest is {most} in a row ({who})"
    )
