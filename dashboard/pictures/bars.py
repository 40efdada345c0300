"""Bars as pictures: numbers a year, filled and outlined; shares of schools, of two groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.palette import LIGHT
from dashboard.pictures.sheet import (
    INNER,
    MARGIN,
    NOTE_POINTS,
    TEXT_POINTS,
    Format,
    Picture,
    Sheet,
    Words,
    fitted,
    font,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PANEL, PANEL_HEAD, AXIS = 36.0, 6.0, 6.0
LABEL, TOLD = 52.0, 40.0
BAR: Final = 4.2
SPACE: Final = 3.4


@dataclass(frozen=True)
class Panel:
    """Numbers a year under one name; what is None is not known, and not drawn."""

    name: str
    filled: Mapping[int, int | None]
    outlined: Mapping[int, int | None]


@dataclass(frozen=True)
class Share:
    """How many schools of how many, under one label: our own say in words, and a bar for each group."""

    label: str
    groups: tuple[tuple[str, int, int], ...]
    """(group, n, of) with the first group filled, the next outlined."""
    note: str = ""
    """A few words behind the label, such as "we cite 2"."""


def bars_picture(panels: Sequence[Panel], filled: str, outlined: str, words: Words, form: Format) -> Picture:
    """A panel under the other: filled bars (what `filled` says) inside outlined ones (what `outlined` says)."""
    each = PANEL_HEAD + PANEL + AXIS
    years = sorted({year for panel in panels for year in (*panel.filled, *panel.outlined)})
    sheet = Sheet(words, each * max(len(panels), 1) + 5)
    for at, panel in enumerate(panels):
        sheet.text(MARGIN, sheet.top + at * each + PANEL_HEAD / 2, panel.name, TEXT_POINTS, bold=True)
        _draw_panel(sheet.chart(MARGIN + 8, at * each + PANEL_HEAD, INNER - 8, PANEL), panel, years)
    sheet.text(
        MARGIN, sheet.top + each * max(len(panels), 1) + 2.5, f"Filled: {filled}. Outlined: {outlined}.", NOTE_POINTS,
        LIGHT.soft,
    )  # fmt: skip
    told = [f"{panel.name}: {_panel_told(panel)}" for panel in panels]
    return sheet.saved(form, words.title, ". ".join([words.title, f"{filled}, of {outlined}", *told]) + ".")


def _draw_panel(axes: Axes, panel: Panel, years: Sequence[int]) -> None:
    from matplotlib.ticker import MaxNLocator

    outlined = {year: n for year, n in panel.outlined.items() if n is not None}
    filled = {year: n for year, n in panel.filled.items() if n is not None}
    axes.bar(list(filled), list(filled.values()), width=0.72, color=LIGHT.accent)
    axes.bar(list(outlined), list(outlined.values()), width=0.72, fill=False, edgecolor=LIGHT.edge, linewidth=1.0)
    axes.set_xlim(min(years, default=0) - 0.6, max(years, default=1) + 0.6)
    axes.set_xticks(years, [str(year) for year in years])
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.set_ylim(bottom=0)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font(NOTE_POINTS))


def _panel_told(panel: Panel) -> str:
    def number(n: int | None) -> str:
        return "an unknown number" if n is None else str(n)

    years = sorted({*panel.filled, *panel.outlined})
    return "; ".join(f"{year} {number(panel.filled.get(year))} of {number(panel.outlined.get(year))}" for year in years)


def shares_picture(shares: Sequence[Share], words: Words, form: Format) -> Picture:
    """A row a label, in it a bar a group from 0 to 100 %, each with its number and its denominator."""
    groups = max((max(len(share.groups), 2 if share.note else 1) for share in shares), default=1)
    each = BAR * groups + SPACE
    sheet = Sheet(words, each * max(len(shares), 1))
    for at, share in enumerate(shares):
        _draw_share(sheet, share, sheet.top + at * each + SPACE / 2)
    told = [f"{share.label}: {_share_told(share)}" for share in shares]
    return sheet.saved(form, words.title, ". ".join([words.title, *told]) + ".")


def _draw_share(sheet: Sheet, share: Share, top: float) -> None:
    from matplotlib.patches import Rectangle

    left, full = MARGIN + LABEL, INNER - LABEL - TOLD
    sheet.text(MARGIN, top + BAR / 2, fitted(share.label, TEXT_POINTS, LABEL - 3))
    if share.note:
        sheet.text(MARGIN, top + BAR * 1.5, fitted(share.note, NOTE_POINTS, LABEL - 3), NOTE_POINTS, LIGHT.soft)
    for at, (group, n, of) in enumerate(share.groups):
        y, part = top + at * BAR, full * n / of if of else 0.0
        fill, edge = (LIGHT.paper, LIGHT.edge) if at else (LIGHT.accent, LIGHT.accent)
        sheet.plane.add_patch(
            Rectangle((left, y + 0.4), part, BAR - 0.8, linewidth=0.9, facecolor=fill, edgecolor=edge)
        )
        said = f"{n} of {of} {group}"
        sheet.text(
            left + part + 1.5, y + BAR / 2, fitted(said, NOTE_POINTS, INNER - LABEL - part), NOTE_POINTS, LIGHT.soft
        )


def _share_told(share: Share) -> str:
    told = [f"{n} of {of} {group}" for group, n, of in share.groups]
    return "; ".join([*told, *([share.note] if share.note else [])])
