"""Every mark that a chart draws stands out against the paper of both themes: computed from the figures themselves."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import THEME_ACCENT, THEME_SOFT, Chart, coverage
from dashboard.charts_peers import CLEAR, MOST_LINES, cumulative, shares
from dashboard.domain.comparison import compare
from dashboard.palette import DARK, LIGHT, Palette, contrast
from dashboard.queries.totals import COLUMNS
from tests.dashboard.app.test_charts_peers import school

THEMES = {"light": LIGHT, "dark": DARK}
LEAST_OF_SHAPES = 3.0
LEAST_OF_TEXT = 4.5


def charts() -> dict[str, Chart]:
    """Every chart of the pages, with every kind of mark it has."""
    wins = pd.DataFrame(
        [
            (2020, "HEED", True, True, 3, (), 9, (9,), "majority", 1 / 3),
            (2021, "HEED", True, True, 2, (), None, (), "", None),
        ],
        columns=list(COLUMNS),
    )
    own = school("Own", "unknown", "won", "pending")
    few = [school("A", "won", "won", "unknown"), school("B", "not_won", "unknown", "won")]
    many = [school(f"S{at}", "won", "not_won", "unknown") for at in range(MOST_LINES + 1)]
    return {
        "coverage": coverage(wins),
        "cumulative": cumulative(compare(own, few, 2020, 2022)),
        "cumulative of many": cumulative(compare(own, many, 2020, 2022)),
        "shares": shares(compare(own, few, 2020, 2022)),
    }


def painted(colour: str, palette: Palette) -> str:
    """What the theme puts in the place of a colour."""
    return {THEME_ACCENT: palette.accent, THEME_SOFT: palette.soft}.get(colour, colour)


def over(colour: str, ground: str, opacity: float) -> str:
    """A colour that lets the ground shine through."""
    parts = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * opacity + other * (1 - opacity)):02X}" for one, other in parts)


def marks(trace: Any) -> Iterator[tuple[str, float]]:
    """The colour and opacity of each thing a trace draws, but for what it draws in no colour at all."""
    opacity = 1.0 if trace.opacity is None else trace.opacity
    if trace.type == "bar":
        found = [trace.marker.color, trace.marker.line.color, trace.marker.pattern.fgcolor]
    else:
        found = [trace.line.color] * ("lines" in trace.mode) + [trace.marker.color] * ("markers" in trace.mode)
    drawn = [colour for colour in found if colour not in (None, CLEAR)]
    assert drawn, f"{trace.name} draws nothing that could be seen"
    return ((colour, opacity) for colour in drawn)


@pytest.mark.parametrize("theme", THEMES)
def test_every_mark_of_every_chart_stands_out(theme: str) -> None:
    palette = THEMES[theme]
    faint = {}
    for name, chart in charts().items():
        assert chart.figure.data
        for trace in chart.figure.data:
            for colour, opacity in marks(trace):
                seen = over(painted(colour, palette), palette.paper, opacity)
                if contrast(seen, palette.paper) < LEAST_OF_SHAPES:
                    faint[name, trace.name] = round(contrast(seen, palette.paper), 2)
    assert faint == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_of_every_chart_can_be_read(theme: str) -> None:
    palette = THEMES[theme]
    for chart in charts().values():
        layout = chart.figure.layout
        words = [layout.xaxis.tickfont.color, layout.yaxis.tickfont.color]
        words += [annotation.font.color for annotation in layout.annotations]
        assert all(words)
        assert all(contrast(painted(colour, palette), palette.paper) >= LEAST_OF_TEXT for colour in words)
