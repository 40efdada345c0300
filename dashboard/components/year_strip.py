"""The year strip: one cell a year, as HTML that a screen reader tells as "2018: won"."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from dashboard.domain.statuses import TIER_MARK, WORDS, mark, word
from dashboard.domain.streaks import YearCell
from dashboard.domain.wording import years_text

CONFLICT_MARK = "!"
Address = Callable[[YearCell], str | None]
"""Where a cell leads; None: nowhere."""


def strip_html(years: Sequence[YearCell], address: Address = lambda _cell: None) -> str:
    """The large strip of one school, years under the tiles; cells lead to `address` where it gives one."""
    cells = "".join(_cell_html(cell, address(cell)) for cell in years)
    return f'<div class="aw"><ol class="aw-strip" aria-label="Year by year">{cells}</ol></div>'


def legend_html(years: Iterable[YearCell]) -> str:
    """What the marks mean: those that occur among `years`, in the order of the statuses."""
    cells = list(years)
    present = {cell.status for cell in cells}
    parts = [
        f'<li><span class="aw-tile aw-{status}" aria-hidden="true"><span class="aw-mark">{words.mark}</span></span>'
        f"{words.word}</li>"
        for status, words in WORDS.items()
        if status in present
    ]
    if any(cell.tiers for cell in cells):
        parts.append(f'<li><span class="aw-mark" aria-hidden="true">{TIER_MARK}</span>tier on top of a win</li>')
    if any(cell.conflict for cell in cells):
        parts.append(f'<li><strong aria-hidden="true">{CONFLICT_MARK}</strong>sources disagree</li>')
    return f'<div class="aw"><ul class="aw-legend" aria-label="What the marks mean">{"".join(parts)}</ul></div>'


def inferred_html(years: Iterable[YearCell]) -> str:
    """Which years are not won by inference alone: no source says so outright. Nothing where there is none."""
    inferred = [cell.year for cell in years if cell.status == "not_won" and cell.basis == "claim"]
    if not inferred:
        return ""
    were = "was" if len(inferred) == 1 else "were"
    told = (
        f"No source says outright that {years_text(inferred)} {were} not won: it follows from the school’s own counts."
    )
    return f'<div class="aw"><p class="aw-label">{escape(told)}</p></div>'


def tile_html(cell: YearCell) -> str:
    """The tile of one year, told in words to screen readers by `told`."""
    star = f'<span class="aw-star">{TIER_MARK}</span>' if cell.tiers else ""
    clash = f'<span class="aw-clash">{CONFLICT_MARK}</span>' if cell.conflict else ""
    return (
        f'<span class="aw-tile aw-{cell.status}" aria-hidden="true">'
        f'<span class="aw-mark">{mark(cell.status)}</span>{star}{clash}</span>'
    )


def told(cell: YearCell) -> str:
    """A year in words: "won, Diversity Champion on top, sources disagree"."""
    tiers = [f"{tier.replace('-', ' ').title()} on top" for tier in cell.tiers]
    return ", ".join([word(cell.status), *tiers, *(["sources disagree"] if cell.conflict else [])])


def hint(cell: YearCell) -> str:
    """What stands under a cell when a pointer rests on it."""
    return f"{cell.year}: {told(cell)}" + (f". {cell.why}" if cell.why else "")


def _cell_html(cell: YearCell, address: str | None) -> str:
    inside = (
        f'{tile_html(cell)}<span class="aw-year">{cell.year}</span><span class="aw-sr">: {escape(told(cell))}</span>'
    )
    if address:
        inside = f'<a href="{escape(address)}">{inside}</a>'
    return f'<li class="aw-{cell.status}" title="{escape(hint(cell))}">{inside}</li>'
