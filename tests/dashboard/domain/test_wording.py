"""Years and numbers in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.wording import counted, listed, span_text, years_text


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ((), ""),
        ((2016,), "2016"),
        ((2025, 2024), "2024 and 2025"),
        ((2016, 2017, 2018), "2016–2018"),
        ((2016, 2018, 2020, 2021, 2022, 2023), "2016, 2018 and 2020–2023"),
        ((2016, 2016), "2016"),
    ],
)
def test_years(years: tuple[int, ...], text: str) -> None:
    assert years_text(years) == text


@given(st.sets(st.integers(2000, 2040)))
def test_years_can_be_read_back(years: set[int]) -> None:
    read: set[int] = set()
    for part in years_text(years).replace(" and ", ", ").split(", "):
        ends = [int(end) for end in part.split("–") if end]
        read.update(range(ends[0], ends[-1] + 1) if ends else ())
    assert read == years


def test_numbers_and_lists() -> None:
    assert (counted(0, "win"), counted(1, "win"), counted(2, "win")) == ("0 wins", "1 win", "2 wins")
    assert (listed(()), listed("a"), listed("ab"), listed("abc")) == ("", "a", "a and b", "a, b and c")
    assert (span_text(2022, 2023), span_text(2023, 2023)) == ("2022–2023", "2023")
