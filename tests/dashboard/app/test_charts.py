"""Charts: figure, title and alternative text say the same as the frame they are made from."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame

from dashboard.charts import (
    HELD,
    MOST_YEARS_NAMED,
    THEME_ACCENT,
    THEME_SOFT,
    coverage,
    coverage_title,
    for_paper,
    without_outline,
)
from dashboard.palette import DARK, LIGHT, contrast

Row = tuple[int, str, int, int | None]


def frame(rows: list[Row]) -> DataFrame:
    wins = DataFrame(rows, columns=["year", "award", "won", "best_total"])
    return wins.astype({"year": "Int64", "award": "str", "won": "Int64", "best_total": "Int64"})


SOME: list[Row] = [
    (2022, "HEED", 20, 100),
    (2022, "HP-HEED", 5, 60),
    (2023, "HEED", 30, None),
    (2023, "HP-HEED", 6, 62),
]


def test_the_title_says_the_finding_with_its_denominator() -> None:
    assert coverage_title(frame(SOME)) == "We hold 31 of the 222 wins printed for 2022–2023 (14%)"


def test_without_any_printed_total_the_title_says_so() -> None:
    assert (
        coverage_title(frame([(2022, "HEED", 3, None)])) == "We hold 3 wins; no total is printed to compare them with"
    )
    assert coverage_title(frame([])) == "We hold 0 wins; no total is printed to compare them with"


@given(
    st.lists(
        st.tuples(
            st.integers(2012, 2030), st.sampled_from(["A", "B"]), st.integers(0, 99), st.none() | st.integers(1, 99)
        )
    )
)
def test_the_title_counts_as_a_plain_loop_does(rows: list[Row]) -> None:
    held = sum(won for _, _, won, total in rows if total)
    printed = sum(total for *_, total in rows if total)
    numbers = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", coverage_title(frame(rows)))]
    assert numbers[:2] == [held, printed] if printed else numbers == [sum(won for _, _, won, _ in rows)]


@pytest.mark.parametrize(
    ("basis", "told"),
    [
        ("tie", "No outline for 2023: sources print numbers that tie."),
        ("", "No outline for 2023: no number is printed."),
    ],
)
def test_years_without_an_outline_are_told_with_the_reason(basis: str, told: str) -> None:
    wins = frame(SOME).assign(best_basis=["majority", "majority", basis, "publisher"])
    assert without_outline(wins) == told
    assert without_outline(wins[wins["year"] == 2022]) == ""


@pytest.mark.parametrize(("first", "last"), [(2012, 2025), (2012, 2024), (2024, 2025), (2012, 2048), (2023, 2023)])
def test_the_last_year_is_named_under_the_axis_and_no_more_than_fit(first: int, last: int) -> None:
    axis = coverage(frame([(year, "HEED", 1, 2) for year in range(first, last + 1)])).figure.layout.xaxis
    named = [year for year in range(first, last + 1) if (year - axis.tick0) % axis.dtick == 0]
    assert named[-1] == last
    assert len(named) <= MOST_YEARS_NAMED


def test_the_figure_holds_the_rows_of_the_frame() -> None:
    figure = coverage(frame(SOME)).figure
    drawn = {(trace.name, trace.yaxis or "y"): dict(zip(trace.x, trace.y, strict=True)) for trace in figure.data}
    assert drawn[HELD, "y"] == {2022: 20, 2023: 30}
    assert drawn[HELD, "y2"] == {2022: 5, 2023: 6}
    assert drawn["printed", "y2"] == {2022: 60, 2023: 62}
    assert drawn["printed", "y"][2022] == 100
    assert [note.text for note in figure.layout.annotations] == ["HEED", "HP-HEED"]


def test_the_alternative_text_tells_every_bar() -> None:
    assert coverage(frame(SOME)).alt == (
        "We hold 31 of the 222 wins printed for 2022–2023 (14%). Bars by award year, "
        "wins we hold of winners as printed. "
        "HEED: 2022 20 of 100; 2023 30 of an unknown number. HP-HEED: 2022 5 of 60; 2023 6 of 62."
    )


def test_a_family_without_rows_is_an_empty_figure() -> None:
    assert not coverage(frame([])).figure.data


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_outline_stands_out_on_both_papers(palette: Any) -> None:
    line = next(trace.marker.line.color for trace in coverage(frame(SOME)).figure.data if trace.name == "printed")
    assert contrast(line, palette.paper) >= 3


def test_on_paper_the_figure_has_the_light_colours() -> None:
    figure = for_paper(coverage(frame(SOME)).figure)
    assert {trace.marker.color for trace in figure.data if trace.name == HELD} == {LIGHT.accent}
    assert figure.layout.paper_bgcolor == LIGHT.paper
    assert not {THEME_ACCENT, THEME_SOFT} & set(re.findall("#[0-9a-f]{6}", figure.to_json())), (
        "Streamlit alone fills these"
    )
