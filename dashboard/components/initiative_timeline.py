"""Initiatives of one school over the award years: a row a programme, a column an award year."""

from collections.abc import Sequence
from html import escape
from typing import Final

from dashboard.components.links import MAIN_FAMILY, link, page_address
from dashboard.components.many_strips import cell_html, years_style
from dashboard.domain.initiatives import Programme, cited_words
from dashboard.domain.statuses import mark, word
from dashboard.domain.streaks import SchoolStreaks, YearCell
from dashboard.domain.wording import counted
from dashboard.palette import LIGHT
from dashboard.pictures import Format, Picture, Strip, Tile, Words, grid_picture
from dashboard.pictures.strips import tile_of

NO_CITATION: Final = "·"
AWARD_ROW: Final = "The award itself"


def years_of(found: Sequence[Programme], streaks: SchoolStreaks) -> list[int]:
    """The columns: from the first year that a programme is cited for to the last year of the strip."""
    cited = [year for programme in found for year in programme.years]
    if not cited:
        return []
    return list(range(min(cited), max(*cited, streaks.as_of or 0) + 1))


def timeline_html(caption: str, found: Sequence[Programme], streaks: SchoolStreaks) -> str:
    """The table; its first row is the school's year strip. Marks are numbers of sources."""
    years = years_of(found, streaks)
    heads = "".join(
        f'<th scope="col" role="columnheader" class="aw-y"><span aria-hidden="true">{year % 100:02d}</span>'
        f"<b>{year}</b></th>"
        for year in years
    )
    rows = "".join(_row_html(programme, years, streaks) for programme in found)
    return (
        f'<div class="aw aw-many aw-scroll" role="region" tabindex="0" aria-label="{escape(caption)}" '
        f'style="{years_style(years)}"><table role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Initiative</th>{heads}'
        '<th scope="col" role="columnheader" class="aw-told">Cited</th></tr></thead>'
        f'<tbody role="rowgroup">{_award_html(years, streaks)}{rows}</tbody></table></div>'
    )


def timeline_legend_html() -> str:
    """What the marks of the timeline mean."""
    return (
        '<div class="aw"><ul class="aw-legend" aria-label="What the marks mean">'
        '<li><span class="aw-tile aw-cited" aria-hidden="true">1</span>cited, by so many sources</li>'
        f'<li><span class="aw-tile" aria-hidden="true">{NO_CITATION}</span>no citation known</li></ul></div>'
    )


def timeline_picture(found: Sequence[Programme], streaks: SchoolStreaks, words: Words, form: Format) -> Picture:
    """The same table as a picture."""
    years = years_of(found, streaks)
    award = Strip(AWARD_ROW, tuple(tile_of(_cell(streaks, year)) for year in years))
    rows = [Strip(one.name, tuple(_tile(one, year) for year in years), cited_words(one)) for one in found]
    states = {cell.status for cell in streaks.years if cell.year in years}
    legend = [(mark(status), word(status)) for status in states]
    legend += [("1", "cited, by so many sources"), (NO_CITATION, "no citation known")]
    return grid_picture([award, *rows], legend, words, form)


def _cell(streaks: SchoolStreaks, year: int) -> YearCell:
    return next((cell for cell in streaks.years if cell.year == year), YearCell(year, "unknown"))


def _tile(programme: Programme, year: int) -> Tile:
    n = len({citation.source_id for citation in programme.cited_for(year)})
    if not n:
        return Tile(year, NO_CITATION, "no citation known", LIGHT.panel, LIGHT.soft, LIGHT.panel)
    return Tile(year, str(n), f"cited by {counted(n, 'source')}", LIGHT.tint, LIGHT.ink, LIGHT.accent)


def _award_html(years: Sequence[int], streaks: SchoolStreaks) -> str:
    cells = "".join(map(cell_html, (_cell(streaks, year) for year in years)))
    head = f'<th scope="row" role="rowheader">{AWARD_ROW}</th>'
    return f'<tr role="row">{head}{cells}<td role="cell" class="aw-told"></td></tr>'


def _row_html(programme: Programme, years: Sequence[int], streaks: SchoolStreaks) -> str:
    family = "" if streaks.family == MAIN_FAMILY else streaks.family
    ledger = page_address("initiatives", school=streaks.school_id, family=family, q=programme.name)
    cells = "".join(_year_html(programme, year) for year in years)
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{link(ledger, programme.name)} '
        f'<span class="aw-who">{escape(", ".join(programme.categories))}</span></th>{cells}'
        f'<td role="cell" class="aw-told">{escape(cited_words(programme))}</td></tr>'
    )


def _year_html(programme: Programme, year: int) -> str:
    titles = dict.fromkeys(citation.source for citation in programme.cited_for(year))
    if not titles:
        return '<td role="cell" class="aw-y"><b>no citation known</b></td>'
    return (
        f'<td role="cell" class="aw-y aw-cited" style="--aw-mark:\'{len(titles)}\'" '
        f'title="{escape(f"{year}: " + "; ".join(titles))}"><b>cited by {counted(len(titles), "source")}</b></td>'
    )
