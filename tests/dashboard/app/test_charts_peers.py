"""Charts of a comparison: figure, title and alternative text say the same, and unknown is drawn as unknown."""

from typing import Any

import pytest

from dashboard.charts import THEME_ACCENT
from dashboard.charts_peers import MOST_LINES, cumulative, cumulative_picture, shares, shares_picture
from dashboard.domain.comparison import Comparison, compare
from dashboard.domain.streaks import Current, Run, SchoolStreaks, YearCell
from dashboard.pictures import Words

NONE = Current(0, None, None, "none")


def school(key: str, *statuses: str) -> SchoolStreaks:
    cells = tuple(YearCell(2020 + at, status) for at, status in enumerate(statuses))
    return SchoolStreaks(
        key, f"{key} <b>School", key, "law", None, "HEED", cells[-1].year, cells,
        total=0, first_year=None, longest=Run(0, None, None), current=NONE, probable_current=NONE, last_won=None,
    )  # fmt: skip


@pytest.fixture
def found() -> Comparison:
    others = [school("<i>A", "won", "won", "unknown"), school("B", "not_won", "unknown", "won")]
    return compare(school("Own", "unknown", "won", "pending"), others, 2020, 2022)


def traces(figure: Any, name: str, mode: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name == name and trace.mode == mode]


def test_own_years_are_filled_where_won_and_hollow_where_undecided(found: Comparison) -> None:
    figure = cumulative(found).figure
    (marks,) = traces(figure, "Own", "markers")
    assert list(zip(marks.x, marks.y, marks.marker.symbol, marks.customdata, strict=True)) == [
        (2020, 0, "circle-open", "not known"),
        (2021, 1, "circle", "won"),
        (2022, 1, "circle-open", "pending"),
    ]
    assert marks.marker.color == THEME_ACCENT


def test_lines_into_undecided_years_are_dotted(found: Comparison) -> None:
    dotted, solid = traces(cumulative(found).figure, "Own", "lines")
    assert (dotted.line.dash, list(dotted.x), list(dotted.y)) == ("dot", [2021, 2022, None], [1, 1, None])
    assert (solid.line.dash, list(solid.x), list(solid.y)) == ("solid", [2020, 2021, None], [0, 1, None])


def test_names_that_look_like_html_are_text_in_the_figure(found: Comparison) -> None:
    figure = cumulative(found).figure
    written = [note.text for note in figure.layout.annotations] + [trace.hovertemplate or "" for trace in figure.data]
    assert any("&lt;i&gt;A" in text for text in written)
    assert not any("<i>" in text for text in written)


def test_the_alternative_text_tells_every_school_of_a_small_group(found: Comparison) -> None:
    alt = cumulative(found).alt
    assert alt.startswith("Own: 1 known win by 2022; most in the group: 2 (<i>A).")
    assert "Own 1 (2 years undecided); <i>A 2 (1 year undecided); B 1 (1 year undecided)." in alt


def test_a_large_group_is_its_highest_middle_and_lowest() -> None:
    others = [school(f"s{at:02}", *["won"] * (at % 3), *["unknown"] * (3 - at % 3)) for at in range(MOST_LINES + 1)]
    found = compare(school("Own", "won", "won", "won"), others, 2020, 2022)
    figure = cumulative(found).figure
    ends = {trace.name: trace.y[-1] for trace in figure.data if trace.name.endswith("of the group")}
    assert ends == {"highest of the group": 2, "middle of the group": 1, "lowest of the group": 0}
    assert "1 more school in the table" in cumulative(found).alt


def test_shares_stack_to_all_schools_of_the_group(found: Comparison) -> None:
    chart = shares(found)
    counts = {trace.name: list(trace.y) for trace in chart.figure.data}
    assert counts == {"won": [1, 1, 1], "known, not won": [1, 0, 0], "undecided": [0, 1, 1]}
    assert chart.title == "1 of 2 schools of the group known to have won in 2022"
    assert "2020 1 won of 2 decided, of 2; 2021 1 won of 1 decided, of 2" in chart.alt


def test_a_year_without_an_award_has_no_bar() -> None:
    found = compare(school("Own", "won", "no_award"), [school("A", "won", "no_award")], 2020, 2021)
    assert list(shares(found).figure.data[0].x) == [2020]
    assert "2021 no award held" in shares(found).alt


@pytest.mark.parametrize("form", ["png", "svg"])
def test_both_are_pictures_for_print_too(found: Comparison, form: Any) -> None:
    words = Words("A finding", "units", "a source")
    assert len(cumulative_picture(found, words, form).content) > 1000
    assert "2020 1 of 2" in shares_picture(found, words, form).alt
    assert "not known: 2020 and 2022" in cumulative_picture(found, words, form).alt
