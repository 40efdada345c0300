"""A comparison as figures, in the style of `dashboard.charts`: what is not known is drawn hollow, never as zero."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from statistics import median_low
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts import OUTLINE, THEME_ACCENT, THEME_SOFT, Chart, label_years
from dashboard.domain.comparison import Comparison, Standing
from dashboard.domain.comparison_words import cumulative_title, named, share_title, share_told
from dashboard.domain.statuses import UNDECIDED, WINS, word
from dashboard.domain.wording import counted
from dashboard.pictures import Format, Line, Panel, Picture, Words, bars_picture, lines_picture

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

MOST_LINES: Final = 12
"""Schools of the group with a line each; of a larger group the highest, the middle and the lowest are drawn."""
PIXELS: Final = 300
CUMULATIVE_UNITS: Final = "Up: known wins added up. Across: award year. A line a school."
SHARE_UNITS: Final = "Up: number of schools of the group. Across: award year."
CLEAR: Final = "rgba(0,0,0,0)"


def cumulative(found: Comparison) -> Chart:
    """Known wins added up year by year, a line a school, the own one in the accent.

    An undecided year is hollow and a dotted line leads there: the count may be too low from there on.
    """
    from plotly.graph_objects import Figure

    figure = Figure()
    many = len(found.others) > MOST_LINES
    for name, counts in _summary(found) if many else []:
        figure.add_trace(_line(found.years, counts, name))
    for one in () if many else reversed(found.others):
        _add_school(figure, one, own=False)
    _add_school(figure, found.own, own=True)
    _house_style(figure, found)
    figure.update_yaxes(title=None, rangemode="tozero", dtick=_step(max(one.wins for one in found.own_first)))
    _name_ends(figure, found)
    return Chart(figure, cumulative_title(found), _cumulative_alt(found), CUMULATIVE_UNITS)


def shares(found: Comparison) -> Chart:
    """Schools of the group by year: that won (filled), of which it is known that they did not (hatched), the rest
    (outlined).
    """
    import plotly.graph_objects as go

    rows = [share for share in found.shares() if share.held]
    years, told = [share.year for share in rows], [share_told(share) for share in rows]
    figure = go.Figure()
    bars: tuple[tuple[str, list[int], dict[str, Any]], ...] = (
        ("won", [share.won for share in rows], {"color": THEME_ACCENT}),
        (
            "known, not won",
            [share.decided - share.won for share in rows],
            {
                "color": CLEAR,
                "line": {"color": THEME_SOFT, "width": 1.5},
                "pattern": {"shape": "/", "fgcolor": THEME_SOFT, "size": 6, "solidity": 0.3},
            },
        ),
        (
            "undecided",
            [share.n - share.decided for share in rows],
            {"color": CLEAR, "line": {"color": OUTLINE, "width": 1.5}},
        ),
    )
    for name, counts, marker in bars:
        figure.add_trace(
            go.Bar(
                x=years, y=counts, name=name, marker=marker, width=0.72, customdata=told,
                hovertemplate="%{x}: %{customdata}<extra></extra>",
            )
        )  # fmt: skip
    _house_style(figure, found)
    figure.update_layout(barmode="stack", bargap=0.2)
    figure.update_yaxes(dtick=_step(len(found.others)))
    return Chart(figure, share_title(found), _share_alt(found), SHARE_UNITS)


def cumulative_picture(found: Comparison, words: Words, form: Format) -> Picture:
    """The chart of cumulative wins for print; of a large group the highest, middle and lowest number of each year."""
    own = _picture_line(found.own, own=True)
    if len(found.others) > MOST_LINES:
        lines = [Line(name, dict(zip(found.years, counts, strict=True))) for name, counts in _summary(found)]
    else:
        lines = [_picture_line(one, own=False) for one in found.others]
    return lines_picture([own, *lines], words, form)


def _picture_line(one: Standing, *, own: bool) -> Line:
    undecided = frozenset(cell.year for cell in one.cells if cell.status in UNDECIDED)
    return Line(one.streaks.short_name, {year: wins for year, wins, _ in one.cumulative()}, undecided, own)


def shares_picture(found: Comparison, words: Words, form: Format) -> Picture:
    """The chart of shares for print."""
    held = [share for share in found.shares() if share.held]
    panel = Panel("", {share.year: share.won for share in held}, {share.year: share.n for share in held})
    return bars_picture([panel], "schools of the group known to have won", "all schools of the group", words, form)


def _summary(found: Comparison) -> list[tuple[str, list[int]]]:
    """The highest, middle and lowest number of known wins in the group, by year."""
    counts = [[wins for _, wins, _ in one.cumulative()] for one in found.others]
    by_year = list(zip(*counts, strict=True))
    ways = (("highest of the group", max), ("middle of the group", median_low), ("lowest of the group", min))
    return [(name, [way(of_year) for of_year in by_year]) for name, way in ways]


def _line(years: Sequence[int], counts: Sequence[int], name: str) -> Any:
    import plotly.graph_objects as go

    return go.Scatter(
        x=years, y=counts, name=name, mode="lines", line={"color": THEME_SOFT, "width": 1.5},
        hovertemplate="%{x}: %{y}, " + escape(name) + "<extra></extra>",
    )  # fmt: skip


def _add_school(figure: Figure, one: Standing, *, own: bool) -> None:
    """Three traces: dotted pieces into undecided years, solid ones into decided years, and the marks."""
    import plotly.graph_objects as go

    rows = one.cumulative()
    years, wins = [year for year, *_ in rows], [n for _, n, _ in rows]
    colour, width = (THEME_ACCENT, 3) if own else (THEME_SOFT, 1.25)
    name = one.streaks.short_name
    for undecided, dash in ((True, "dot"), (False, "solid")):
        x, y = _pieces(one, wins, undecided=undecided)
        line = {"color": colour if own else OUTLINE, "width": width if dash == "solid" else 1.5, "dash": dash}
        figure.add_trace(go.Scatter(x=x, y=y, name=name, mode="lines", line=line, hoverinfo="skip"))
    marked = [at for at, cell in enumerate(one.cells) if cell.status in WINS or (own and cell.status in UNDECIDED)]
    figure.add_trace(
        go.Scatter(
            x=[years[at] for at in marked], y=[wins[at] for at in marked], name=name, mode="markers",
            marker={
                "color": colour, "size": 9 if own else 5, "line": {"width": 1.5},
                "symbol": ["circle" if one.cells[at].status in WINS else "circle-open" for at in marked],
            },
            customdata=[word(one.cells[at].status) for at in marked],
            hovertemplate="%{x}: %{y}, " + escape(name) + " (%{customdata})<extra></extra>",
        )
    )  # fmt: skip


def _pieces(one: Standing, wins: Sequence[int], *, undecided: bool) -> tuple[list[int | None], list[int | None]]:
    """The pieces of a school's line that lead into an undecided (or a decided) year, with gaps between them."""
    x: list[int | None] = []
    y: list[int | None] = []
    for at, cell in enumerate(one.cells):
        if at and (cell.status in UNDECIDED) == undecided:
            x += [one.cells[at - 1].year, cell.year, None]
            y += [wins[at - 1], wins[at], None]
    return x, y


def _name_ends(figure: Figure, found: Comparison) -> None:
    """Names at the ends of the own line and of the highest, where that is another one."""
    most = max(one.wins for one in found.others)
    leaders = [one for one in found.others if one.wins == most]
    ends = [(found.own.wins, f"<b>{escape(found.own.streaks.short_name)}</b>", THEME_ACCENT)]
    if most > found.own.wins:
        ends.append((most, escape(named(leaders, 1)), THEME_SOFT))
    for wins, text, colour in ends:
        figure.add_annotation(
            x=found.years[-1], y=wins, text=text, showarrow=False, xanchor="right", yanchor="bottom", yshift=6,
            font={"size": 14, "color": colour},
        )  # fmt: skip


def _step(most: int) -> int:
    """Whole numbers between two lines of the grid, some five lines in all."""
    return max(1, -(-most // 5))


def _house_style(figure: Figure, found: Comparison) -> None:
    figure.update_layout(
        height=PIXELS, margin={"l": 0, "r": 8, "t": 24, "b": 0}, font={"size": 14}, dragmode=False,
        hovermode="closest", showlegend=False,
    )  # fmt: skip
    for axis in (figure.update_xaxes, figure.update_yaxes):
        axis(fixedrange=True, tickfont={"size": 14, "color": THEME_SOFT}, title=None)
    figure.update_xaxes(
        showgrid=False, tickangle=0, tickformat="d", range=[found.years[0] - 0.6, found.years[-1] + 0.6]
    )
    label_years(figure, found.years)
    figure.update_yaxes(nticks=5, rangemode="tozero", zeroline=False)


def _cumulative_alt(found: Comparison) -> str:
    lines = "; ".join(
        f"{one.streaks.short_name} {one.wins}{_undecided_told(one.undecided)}"
        for one in found.own_first[: MOST_LINES + 1]
    )
    more = len(found.own_first) - MOST_LINES - 1
    rest = f"; {counted(more, 'more school')} in the table" if more > 0 else ""
    return (
        f"{cumulative_title(found)}. Lines of known wins added up from {found.years[0]} to {found.years[-1]}; "
        f"undecided years are hollow. At the end: {lines}{rest}."
    )


def _undecided_told(years: int) -> str:
    return f" ({counted(years, 'year')} undecided)" if years else ""


def _share_alt(found: Comparison) -> str:
    told = "; ".join(f"{share.year} {share_told(share)}" for share in found.shares())
    bars = "Bars by award year: schools of the group that won, that are known not to have won, and the rest"
    return f"{share_title(found)}. {bars}. {told}."
