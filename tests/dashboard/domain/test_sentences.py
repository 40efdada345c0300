"""The sentence that opens a page: true, short, and "current" for alive streaks alone."""

import pytest

from dashboard.domain.streaks import Current, Run, SchoolStreaks, YearCell, answer_sentence

STATUS = {
    "W": "won",
    "P": "probable",
    "n": "not_won",
    "d": "did_not_apply",
    "s": "pending",
    "x": "no_award",
    "?": "unknown",
}
NONE = Current(0, None, None, "none")


def told(strip: str, *, total: int = 0, current: Current = NONE, probable: Current | None = None) -> str:
    """The sentence for a strip from 2018 on."""
    years = tuple(YearCell(year, STATUS[mark]) for year, mark in enumerate(strip, 2018))
    won = [cell.year for cell in years if cell.status == "won"]
    return answer_sentence(
        SchoolStreaks(
            school_id="example-college",
            school_name="Example College",
            short_name="Example",
            kind="institution",
            state="MO",
            family="HEED",
            as_of=2017 + len(strip),
            years=years,
            total=total,
            first_year=min(won, default=None),
            longest=Run(current.n, current.first, current.last),
            current=current,
            probable_current=probable or current,
            last_won=max(won, default=None),
        )
    )


def test_an_open_streak_is_told_through_its_last_year_with_what_is_not_known() -> None:
    current = Current(2, 2022, 2023, "open", (2024, 2025))
    assert told("W???WW??", total=3, current=current) == "3 wins, 2 in a row through 2023; 2024 and 2025 not known"


def test_an_alive_streak_alone_is_called_current() -> None:
    assert told("W???WW", total=3, current=Current(2, 2022, 2023, "alive")) == (
        "3 wins; current streak: 2 in a row, 2022–2023"
    )


def test_an_alive_streak_of_one_year() -> None:
    assert told("W????W", total=2, current=Current(1, 2023, 2023, "alive")) == "2 wins; current streak: 1 year, 2023"


def test_an_alive_streak_with_a_later_cycle_still_pending() -> None:
    current = Current(2, 2019, 2020, "alive", (2021,))
    assert told("?WWs", total=2, current=current) == "2 wins; current streak: 2 in a row, 2019–2020; 2021 pending"


def test_an_open_win_of_one_year_is_not_called_a_row() -> None:
    current = Current(1, 2018, 2018, "open", (2019, 2020, 2021))
    assert told("W???", total=1, current=current) == "1 win, in 2018; 2019–2021 not known"


def test_the_last_of_several_scattered_wins() -> None:
    assert told("W?W?", total=2, current=Current(1, 2020, 2020, "open", (2021,))) == (
        "2 wins, the last in 2020; 2021 not known"
    )


@pytest.mark.parametrize(("mark", "said"), [("n", "2020 not won"), ("d", "2020 did not apply")])
def test_a_broken_streak_is_no_current_streak(mark: str, said: str) -> None:
    current = Current(0, 2018, 2019, "broken", (2021,))
    sentence = told(f"WW{mark}?", total=2, current=current)
    assert sentence == f"2 wins, the last in 2019; no current streak: {said}"


def test_a_broken_streak_with_a_new_application() -> None:
    current = Current(0, 2018, 2018, "broken", (2020,))
    assert told("Wns", total=1, current=current) == "1 win, in 2018; no current streak: 2019 not won; 2020 pending"


def test_what_is_pending_or_probable_after_the_last_win_is_told_year_by_year() -> None:
    current = Current(1, 2018, 2018, "open", (2019, 2020, 2021))
    probable = Current(2, 2018, 2019, "open", (2020, 2021))
    assert told("WP?s", total=1, current=current, probable=probable) == (
        "1 win, in 2018; probably 2 in a row, 2018–2019; 2019 probably won, 2020 not known and 2021 pending"
    )


def test_no_win_known_does_not_say_that_there_was_none() -> None:
    assert told("????") == "No win known, 2018–2021"


def test_no_win_but_an_application() -> None:
    assert told("nn?s") == "No win known, 2018–2021; 2021 pending"


def test_only_probable_wins() -> None:
    assert told("?PP?", probable=Current(2, 2019, 2020, "open", (2021,))) == (
        "No win known, 2018–2021; probably 2 in a row, 2019–2020; 2019 and 2020 probably won"
    )


def test_no_cycle_yet() -> None:
    assert told("") == "No cycle of this award is known by 2017"


def test_an_award_without_any_year() -> None:
    nothing = SchoolStreaks(
        "a", "A", "A", "library", None, "NEW", None, (), 0, None, Run(0, None, None), NONE, NONE, None
    )
    assert answer_sentence(nothing) == "No cycle of this award is known"


@pytest.mark.parametrize("state", ["open", "none"])
def test_current_is_said_of_no_open_streak_and_of_none(state: str) -> None:
    current = Current(2, 2018, 2019, "open", (2020,)) if state == "open" else NONE
    assert "current" not in told("WW?" if state == "open" else "???", total=2 * (state == "open"), current=current)
