"""Year strips as pictures: a row a school, a tile a year, the mark inside the tile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.domain.statuses import TIER_MARK, WORDS, mark, word
from dashboard.domain.streaks import SchoolStreaks, YearCell
from dashboard.domain.wording import years_text
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
    line_mm,
    width_mm,
    wrapped,
)

CONFLICT_MARK: Final = "!"
ROW, HEAD, LEGEND, GAP = 7.0, 5.0, 7.0, 0.7
NAME, TOLD = 46.0, 44.0
"""Widths of the names before the tiles and of the words after them."""
WIDEST_TILE: Final = 11.0
STAR_POINTS: Final = 5.5


@dataclass(frozen=True)
class Tile:
    """One cell: what it says by mark, what by words, and how it looks."""

    year: int
    mark: str
    told: str
    """The cell in words: for the alternative text and the legend."""
    fill: str = LIGHT.paper
    ink: str = LIGHT.ink
    edge: str = LIGHT.paper
    star: bool = False
    clash: bool = False


@dataclass(frozen=True)
class Strip:
    """One row: a name, a tile a year, and a few words behind."""

    name: str
    tiles: tuple[Tile, ...]
    told: str = ""


_LOOKS: Final = {
    "won": (LIGHT.accent, LIGHT.accent_ink, LIGHT.accent),
    "probable": (LIGHT.tint, LIGHT.accent, LIGHT.accent),
    "not_won": (LIGHT.paper, LIGHT.ink, LIGHT.edge),
    "did_not_apply": (LIGHT.paper, LIGHT.ink, LIGHT.edge),
    "pending": (LIGHT.paper, LIGHT.ink, LIGHT.edge),
    "no_award": (LIGHT.paper, LIGHT.soft, LIGHT.paper),
    "unknown": (LIGHT.panel, LIGHT.soft, LIGHT.panel),
}
"""Fill, ink and edge of a status; the mark tells it without them."""


def tile_of(cell: YearCell) -> Tile:
    """The tile of one year of a school."""
    fill, ink, edge = _LOOKS[cell.status]
    tiers = " with a tier" if cell.tiers else ""
    clash = ", sources disagree" if cell.conflict else ""
    told = f"{word(cell.status)}{tiers}{clash}"
    return Tile(cell.year, mark(cell.status), told, fill, ink, edge, bool(cell.tiers), cell.conflict)


def strip_of(streaks: SchoolStreaks, told: str = "") -> Strip:
    """The strip of a school under its short name, with a few words behind it."""
    return Strip(streaks.short_name, tuple(map(tile_of, streaks.years)), told)


def strip_picture(strips: Sequence[Strip], words: Words, form: Format) -> Picture:
    """Year strips under one another, with the legend of the marks that occur. All strips cover the same years."""
    told = {tile.told.partition(",")[0].removesuffix(" with a tier") for strip in strips for tile in strip.tiles}
    legend = [(words.mark, words.word) for words in WORDS.values() if words.word in told]
    tiles = [tile for strip in strips for tile in strip.tiles]
    if any(tile.star for tile in tiles):
        legend.append((TIER_MARK, "tier on top of a win"))
    if any(tile.clash for tile in tiles):
        legend.append((CONFLICT_MARK, "sources disagree"))
    return grid_picture(strips, legend, words, form)


def grid_picture(strips: Sequence[Strip], legend: Sequence[tuple[str, str]], words: Words, form: Format) -> Picture:
    """Rows of tiles with the years above them and a legend of (mark, word) below."""
    sheet = Sheet(words, HEAD + ROW * max(len(strips), 1) + LEGEND)
    years = [tile.year for tile in strips[0].tiles] if strips else []
    told = TOLD if any(strip.told for strip in strips) else 0.0
    step = min((INNER - NAME - told) / max(len(years), 1), WIDEST_TILE)
    for at, year in enumerate(years):
        x = MARGIN + NAME + (at + 0.5) * step
        label = str(year) if step > width_mm("2026", NOTE_POINTS) + 1 else f"{year % 100:02d}"
        sheet.text(x, sheet.top + HEAD / 2, label, NOTE_POINTS, LIGHT.soft, across="center")
    for row, strip in enumerate(strips):
        _draw_row(sheet, strip, sheet.top + HEAD + row * ROW, step)
    _draw_legend(sheet, legend, sheet.top + HEAD + ROW * max(len(strips), 1))
    return sheet.saved(form, words.title, grid_alt(strips, words.title))


def grid_alt(strips: Iterable[Strip], title: str) -> str:
    """The picture in words: the title, then every row with its years by what they say."""
    return ". ".join([title, *(f"{strip.name}: {_row_told(strip)}" for strip in strips)]) + "."


def _row_told(strip: Strip) -> str:
    years: dict[str, list[int]] = {}
    for tile in strip.tiles:
        years.setdefault(tile.told, []).append(tile.year)
    parts = [f"{told} {years_text(some)}" for told, some in years.items()]
    return "; ".join(parts + ([strip.told] if strip.told else []))


def _draw_row(sheet: Sheet, strip: Strip, top: float, step: float) -> None:
    middle = top + ROW / 2
    sheet.text(MARGIN, middle, fitted(strip.name, TEXT_POINTS, NAME - 3))
    for at, tile in enumerate(strip.tiles):
        _draw_tile(sheet, tile, MARGIN + NAME + at * step, top + GAP, step - GAP, ROW - 2 * GAP)
    if strip.told:
        x = MARGIN + NAME + len(strip.tiles) * step + 2
        lines = wrapped(strip.told, NOTE_POINTS, TOLD - 2, most=2)
        for line_at, line in enumerate(lines):
            y = middle + (line_at - (len(lines) - 1) / 2) * line_mm(NOTE_POINTS) * 0.85
            sheet.text(x, y, line, NOTE_POINTS, LIGHT.soft)


def _draw_tile(sheet: Sheet, tile: Tile, x: float, y: float, width: float, height: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    sheet.plane.add_patch(
        FancyBboxPatch(
            (x + 0.5, y + 0.5), width - 1, height - 1, boxstyle="round,pad=0.5,rounding_size=0.9",
            facecolor=tile.fill, edgecolor=tile.edge, linewidth=0.7,
        )
    )  # fmt: skip
    sheet.text(x + width / 2, y + height / 2, tile.mark, TEXT_POINTS, tile.ink, across="center")
    if tile.star:
        sheet.text(x + width - 0.4, y + 1.5, TIER_MARK, STAR_POINTS, tile.ink, across="right")
    if tile.clash:
        sheet.text(x + width - 0.5, y + height - 1.3, CONFLICT_MARK, NOTE_POINTS, tile.ink, bold=True, across="right")


def _draw_legend(sheet: Sheet, legend: Sequence[tuple[str, str]], top: float) -> None:
    x = MARGIN
    for sign, meaning in legend:
        sheet.text(x, top + LEGEND * 0.6, sign, NOTE_POINTS)
        indent = max(width_mm(sign, NOTE_POINTS), 2.2) + 1.2
        sheet.text(x + indent, top + LEGEND * 0.6, meaning, NOTE_POINTS, LIGHT.soft)
        x += indent + width_mm(meaning, NOTE_POINTS) + 4
