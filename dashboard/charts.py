"""Frames to figures: one house style, each figure with a title that says its finding and an alternative text.

Colours come from the reader's theme, so that a figure follows it without being drawn again; `for_paper` gives a figure
the light colours for a printed page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dashboard.domain.wording import listed, span_text
from dashboard.palette import LIGHT
from dashboard.pictures import Format, Panel, Picture, Words, bars_picture

if TYPE_CHECKING:
    from pandas import DataFrame
    from plotly.graph_objects import Figure

OUTLINE: Final = "#76849A"
"""Outline of what is printed: stands 3:1 against the paper of both themes."""
PANEL_PIXELS: Final = 150
MOST_YEARS_NAMED: Final = 7
TIE: Final = "tie"
"""What `queries.totals` calls the rule that leaves several printed numbers standing."""
HELD: Final = "held"
COVERAGE_UNITS: Final = "Up: number of schools. Across: award year. A panel an award."
THEME_ACCENT: Final = "#000001"
THEME_SOFT: Final = "#000002"
"""Streamlit puts the first and second colour of the theme (chartCategoricalColors) in the place of these."""
CONFIG: Final[dict[str, Any]] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


@dataclass(frozen=True)
class Chart:
    """A figure with what must be said of it in words."""

    figure: Figure
    title: str
    """The finding, for the heading above the figure."""
    alt: str
    """The alternative text, made from the data."""
    units: str = ""
    """What the axes count."""


def coverage(wins: DataFrame) -> Chart:
    """Wins that we hold beside the totals that sources print, a panel an award.

    `wins` has the columns of `queries.totals.wins_by_year`. Years of which no total is printed have no outline; they
    are left out of the share in the title.
    """
    from plotly.subplots import make_subplots

    awards = sorted(set(wins["award"]), key=lambda award: -wins.loc[wins["award"] == award, "won"].sum())
    figure = make_subplots(
        rows=len(awards) or 1,
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.3 / max(len(awards), 1),
        subplot_titles=awards,
    )
    for row, award in enumerate(awards, start=1):
        _add_panel(figure, wins[wins["award"] == award], row)
    _house_style(figure, panels=len(awards))
    label_years(figure, sorted(set(wins["year"])))
    return Chart(figure, coverage_title(wins), _coverage_alt(wins), COVERAGE_UNITS)


def coverage_picture(wins: DataFrame, words: Words, form: Format) -> Picture:
    """The same as a picture for print."""
    panels = [
        Panel(str(award), _by_year(rows, "won"), _by_year(rows, "best_total"))
        for award, rows in wins.groupby("award", sort=False)
    ]
    return bars_picture(panels, "wins we hold", "winners as printed", words, form)


def _by_year(rows: DataFrame, column: str) -> dict[int, int | None]:
    numbers = rows[column].astype("object").where(rows[column].notna(), None)
    return {int(year): None if n is None else int(n) for year, n in zip(rows["year"], numbers, strict=True)}


def coverage_title(wins: DataFrame) -> str:
    """How much of what is printed we hold: "We hold 626 of the 1361 wins printed for 2012–2025 (46 %)"."""
    told = wins[wins["best_total"].notna() & (wins["best_total"] > 0)]
    if told.empty:
        return f"We hold {int(wins['won'].sum())} wins; no total is printed to compare them with"
    held, printed = int(told["won"].sum()), int(told["best_total"].sum())
    span = span_text(int(told["year"].min()), int(told["year"].max()))
    return f"We hold {held:,} of the {printed:,} wins printed for {span} ({held / printed:.0%})"


def without_outline(wins: DataFrame) -> str:
    """Which years have no outline, and why; nothing where all have one: "No outline for 2025: sources tie"."""
    left = wins[wins["best_total"].isna() & (wins["won"] > 0)]
    parts = (
        (f"{listed(str(year) for year in sorted(set(rows['year'])))}: {why}")
        for tied, why in ((True, "sources print numbers that tie"), (False, "no number is printed"))
        if not (rows := left[(left["best_basis"] == TIE) == tied]).empty
    )
    told = "; ".join(parts)
    return f"No outline for {told}." if told else ""


def label_years(figure: Figure, years: Sequence[int]) -> None:
    """Name years under the axis, the last one always, no more than a telephone has room for."""
    if years:
        step = -(-(years[-1] - years[0] + 1) // MOST_YEARS_NAMED)
        figure.update_xaxes(tick0=years[-1], dtick=step)


def _add_panel(figure: Figure, rows: DataFrame, row: int) -> None:
    import plotly.graph_objects as go

    held = go.Bar(
        x=rows["year"], y=rows["won"], name=HELD, width=0.72, hovertemplate="%{x}: we hold %{y}<extra></extra>"
    )
    printed = go.Bar(
        x=rows["year"], y=rows["best_total"], name="printed", width=0.72,
        marker={"color": "rgba(0,0,0,0)", "line": {"color": OUTLINE, "width": 1.5}},
        hovertemplate="%{x}: %{y} printed<extra></extra>",
    )  # fmt: skip
    figure.add_trace(held, row=row, col=1)
    figure.add_trace(printed, row=row, col=1)


def _house_style(figure: Figure, panels: int) -> None:
    figure.update_layout(
        barmode="overlay", height=40 + PANEL_PIXELS * max(panels, 1), margin={"l": 0, "r": 0, "t": 28, "b": 0},
        font={"size": 14}, dragmode=False, hovermode="x", bargap=0.2, showlegend=False,
    )  # fmt: skip
    figure.update_traces(selector={"name": HELD}, marker_color=THEME_ACCENT)
    figure.update_annotations(x=0, xanchor="left", font={"size": 14, "color": THEME_SOFT})
    for axis in (figure.update_xaxes, figure.update_yaxes):
        axis(fixedrange=True, tickfont={"size": 14, "color": THEME_SOFT})
    figure.update_xaxes(showgrid=False, tickangle=0, tickformat="d")
    figure.update_yaxes(nticks=4, rangemode="tozero", zeroline=False)


def for_paper(figure: Figure) -> Figure:
    """A copy of the figure in the light colours, to be printed without Streamlit's theme."""
    import plotly.graph_objects as go

    copy = go.Figure(figure)
    copy.update_traces(selector={"name": HELD}, marker_color=LIGHT.accent)
    copy.update_layout(template="plotly_white")  # where Streamlit runs, the default template holds its places too
    copy.update_layout(paper_bgcolor=LIGHT.paper, plot_bgcolor=LIGHT.paper, font_color=LIGHT.ink)
    copy.update_annotations(font_color=LIGHT.soft)
    copy.update_xaxes(tickfont_color=LIGHT.soft)
    copy.update_yaxes(tickfont_color=LIGHT.soft)
    return copy


def _coverage_alt(wins: DataFrame) -> str:
    panels = (f"{award}: {_years_told(rows)}" for award, rows in wins.groupby("award", sort=False))
    return f"{coverage_title(wins)}. Bars by award year, wins we hold of winners as printed. {'. '.join(panels)}."


def _years_told(rows: DataFrame) -> str:
    best = rows["best_total"].astype("object").where(rows["best_total"].notna(), "an unknown number")
    return "; ".join(
        f"{year} {won} of {total}" for year, won, total in zip(rows["year"], rows["won"], best, strict=True)
    )
