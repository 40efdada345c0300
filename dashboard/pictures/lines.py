"""Lines over years as a picture: each named at its end, years that are not known drawn as such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dashboard.domain.wording import years_text
from dashboard.palette import LIGHT
from dashboard.pictures.sheet import INNER, MARGIN, NOTE_POINTS, Format, Picture, Sheet, Words, fitted, font

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT, AXIS, NAMES = 90.0, 8.0, 42.0
DASHES: Final = ("-", "--", ":", "-.")
_HOLLOW: Final = "Hollow marks: of that year nothing is known, so the number is the least it can be."
MARKERS: Final = ("o", "s", "^", "D", "v", "P", "X")


@dataclass(frozen=True)
class Line:
    """A number a year under a name."""

    name: str
    points: Mapping[int, float]
    """By year; a year without a number is left out, and the line breaks there."""
    unknown: frozenset[int] = field(default_factory=frozenset)
    """Years of which it is not known whether they add to the number: marked ?."""
    own: bool = False
    """Whether it is the reader's own, drawn in the accent."""


def lines_picture(lines: Sequence[Line], words: Words, form: Format) -> Picture:
    """Lines over the same years; the own one in the accent, the others told apart by dash and marker."""
    sheet = Sheet(words, HEIGHT + AXIS + 5)
    axes = sheet.chart(MARGIN + 8, 0, INNER - 8 - NAMES, HEIGHT)
    for at, line in enumerate(sorted(lines, key=lambda line: line.own)):
        _draw_line(axes, line, at)
    _finish(axes, lines)
    _draw_names(sheet, axes, lines)
    sheet.text(MARGIN, sheet.top + HEIGHT + AXIS + 2.5, _HOLLOW, NOTE_POINTS, LIGHT.soft)
    return sheet.saved(form, words.title, ". ".join([words.title, *map(_told, lines)]) + ".")


def _draw_line(axes: Axes, line: Line, at: int) -> None:
    years = sorted(line.points)
    colour = LIGHT.accent if line.own else LIGHT.soft
    dash, marker = ("-", "o") if line.own else (DASHES[at % len(DASHES)], MARKERS[at % len(MARKERS)])
    span = range(years[0], years[-1] + 1) if years else range(0)
    values = [line.points.get(year, float("nan")) for year in span]
    axes.plot(list(span), values, dash, color=colour, linewidth=2.2 if line.own else 1.0)
    for known, fill in ((True, colour), (False, LIGHT.paper)):
        some = [year for year in years if (year not in line.unknown) is known]
        axes.plot(
            some,
            [line.points[year] for year in some],
            marker,
            color=colour,
            markerfacecolor=fill,
            markersize=4.5,
            clip_on=False,
        )


def _finish(axes: Axes, lines: Sequence[Line]) -> None:
    from matplotlib.ticker import MaxNLocator

    years = sorted({year for line in lines for year in line.points})
    axes.set_xticks(years, [str(year) for year in years])
    axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.set_ylim(bottom=0)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font(NOTE_POINTS))


def _draw_names(sheet: Sheet, axes: Axes, lines: Sequence[Line]) -> None:
    """The names right of the last points, moved apart where they would overlap."""
    low, high = axes.get_ylim()
    step = 3.6
    ends = sorted(((line.points[max(line.points)], line) for line in lines if line.points), key=lambda end: -end[0])
    y = float("-inf")
    for value, line in ends:
        y = max(sheet.top + HEIGHT * (1 - (value - low) / (high - low)), y + step)
        colour = LIGHT.accent if line.own else LIGHT.soft
        name = fitted(f"{value:g}  {line.name}", NOTE_POINTS, NAMES - 4, bold=line.own)
        sheet.text(MARGIN + INNER - NAMES + 2, y, name, NOTE_POINTS, colour, bold=line.own)


def _told(line: Line) -> str:
    values = "; ".join(f"{year} {line.points[year]:g}" for year in sorted(line.points))
    unknown = f"; not known: {years_text(line.unknown)}" if line.unknown else ""
    return f"{line.name}: {values}{unknown}"
