"""The words for a streak: only an alive one is called current."""

import pytest

from dashboard.components.figures import Figure
from dashboard.components.streak_words import current_phrase, figures, standing, state_words
from dashboard.domain.streaks import Current, Run, SchoolStreaks, State, YearCell

NONE = Current(0, None, None, "none")


def school(statuses: str, current: Current, longest: Run, name: str = "Example") -> SchoolStreaks:
    """A school whose years from 2019 on have these statuses."""
    cells = tuple(YearCell(2019 + at, status) for at, status in enumerate(statuses.split()))
    won = [cell.year for cell in cells if cell.status == "won"]
    first, last = (won[0], won[-1]) if won else (None, None)
    return SchoolStreaks(
        "example", name, name, "institution", "MO", "HEED", cells[-1].year, cells, len(won), first, longest, current,
        NONE, last,
    )  # fmt: skip


ALIVE = school("won unknown won won", Current(2, 2021, 2022, "alive"), Run(2, 2021, 2022))
OPEN = school("won won probable unknown", Current(2, 2019, 2020, "open", (2021, 2022)), Run(2, 2019, 2020))
BROKEN = school("won won not_won unknown", Current(0, 2019, 2020, "broken", (2022,)), Run(2, 2019, 2020))
NEVER = school("unknown unknown unknown unknown", NONE, Run(0, None, None))
SINGLE = school("unknown won unknown unknown", Current(1, 2020, 2020, "open", (2021, 2022)), Run(1, 2020, 2020))


@pytest.mark.parametrize(
    ("streaks", "phrase", "short", "meaning"),
    [
        (ALIVE, "2 in a row through 2022, current", "Streak alive", "reaches 2022"),
        (OPEN, "2 in a row through 2020; 2021 probably won and 2022 not known", "Streak open", "2022 not known"),
        (BROKEN, "broken after 2020", "Streak broken", "2021: not won"),
        (NEVER, "no win known", "No streak", "does not mean that there was none"),
        (SINGLE, "won 2020; 2021 and 2022 not known", "Streak open", "2021 and 2022 not known"),
    ],
)
def test_a_streak_is_told_with_what_is_not_known(streaks: SchoolStreaks, phrase: str, short: str, meaning: str) -> None:
    assert current_phrase(streaks) == phrase
    assert state_words(streaks).short == short
    assert meaning in state_words(streaks).meaning


@pytest.mark.parametrize("streaks", [OPEN, BROKEN, NEVER, SINGLE])
def test_no_other_streak_is_called_current_or_alive(streaks: SchoolStreaks) -> None:
    words = state_words(streaks)
    told = f"{current_phrase(streaks)} {words.short} {words.meaning}".replace("Neither alive", "")
    assert "current" not in told
    assert "alive" not in told


@pytest.mark.parametrize(
    ("streaks", "figure"),
    [
        (ALIVE, Figure("Current streak", "2", "2021–2022, alive")),
        (OPEN, Figure("In a row through 2020", "2", "open: 2021 probably won and 2022 not known")),
        (BROKEN, Figure("Current streak", "0", "broken after 2020")),
        (NEVER, Figure("Current streak", "–", "no win known")),
    ],
)
def test_the_large_figure_of_the_last_run(streaks: SchoolStreaks, figure: Figure) -> None:
    assert figures(streaks)[1] == figure


def test_the_other_large_figures() -> None:
    wins, _, longest, first = figures(ALIVE)
    assert wins == Figure("Wins", "3", "2019, 2021 and 2022")
    assert longest == Figure("Longest streak", "2", "2021–2022")
    assert first == Figure("First known win", "2019", "")


def test_unknown_is_no_zero() -> None:
    _, run, longest, first = figures(NEVER)
    assert (run.number, first.number) == ("–", "–")
    assert longest.note == "none known"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No school fits this filter"),
        ([OPEN, NEVER], "None of 2 schools has a streak alive in 2022"),
        ([ALIVE, OPEN], "1 of 2 schools has a streak alive in 2022; the longest is 2 in a row (Example)"),
        ([ALIVE, ALIVE], "2 of 2 schools have a streak alive in 2022; the longest is 2 in a row (2 schools)"),
    ],
)
def test_how_many_streaks_are_alive(rows: list[SchoolStreaks], sentence: str) -> None:
    assert standing(rows, 2022) == sentence


def test_every_state_has_words() -> None:
    states: tuple[State, ...] = ("alive", "open", "broken", "none")
    told = {streaks.current.state for streaks in (ALIVE, OPEN, BROKEN, NEVER)}
    assert told == set(states)
