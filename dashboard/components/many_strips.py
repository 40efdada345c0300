"""Many schools at once, each as a year strip: one table, a row a school."""

from collections.abc import Sequence
from html import escape

from dashboard.components.links import link, school_address
from dashboard.components.streak_words import current_phrase
from dashboard.components.year_strip import told
from dashboard.domain.streaks import SchoolStreaks, YearCell


def strips_html(caption: str, rows: Sequence[SchoolStreaks], marked: str = "") -> str:
    """The table of strips. All rows cover the same years. On a narrow screen each row folds to a card.

    The school whose key is `marked` stands out as the one that the others are held against.
    """
    years = [cell.year for cell in rows[0].years] if rows else []
    heads = "".join(
        f'<th scope="col" role="columnheader" class="aw-y" title="{year}">'
        f'<span aria-hidden="true">{year % 100:02d}</span><span class="aw-sr">{year}</span></th>'
        for year in years
    )
    body = "".join(_row_html(row, marked) for row in rows)
    return (
        f'<div class="aw aw-many aw-scroll" role="region" tabindex="0" aria-label="{escape(caption)}" '
        f'style="{years_style(years)}">'
        f'<table role="table"><caption>{escape(caption)}</caption><thead role="rowgroup"><tr role="row">'
        f'<th scope="col" role="columnheader">School</th>{heads}'
        '<th scope="col" role="columnheader" class="aw-told">Last run</th>'
        '<th scope="col" role="columnheader" class="aw-num">Longest</th>'
        '<th scope="col" role="columnheader" class="aw-num">Wins</th>'
        f'</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def years_style(years: Sequence[int]) -> str:
    """What the style sheet is told of the years of such a table: how many there are, the first and the last."""
    first, last = (years[0], years[-1]) if years else ("", "")
    return f"--aw-years:{max(len(years), 1)};--aw-first:'{first}';--aw-last:'{last}'"


def _row_html(streaks: SchoolStreaks, marked: str) -> str:
    name = link(school_address(streaks.school_id, streaks.family), streaks.school_name)
    own = streaks.school_id == marked
    where = ", ".join(part for part in ("this school" if own else "", streaks.kind, streaks.state) if part)
    shown = ' class="aw-own"' if own else ""
    cells = "".join(map(cell_html, streaks.years))
    wins = f'{streaks.total}<span class="aw-only-narrow"> win{"" if streaks.total == 1 else "s"}</span>'
    return (
        f'<tr role="row"{shown}><th scope="row" role="rowheader">'
        f'{name} <span class="aw-who">{escape(where)}</span></th>{cells}'
        f'<td role="cell" class="aw-told">{escape(current_phrase(streaks))}</td>'
        f'<td role="cell" class="aw-num">{streaks.longest.n}<span class="aw-only-narrow"> longest</span></td>'
        f'<td role="cell" class="aw-num">{wins}</td></tr>'
    )


def cell_html(cell: YearCell) -> str:
    """One year as a cell of such a table."""
    # Short on purpose: a page holds 350 of these. The style sheet draws tile and marks; `b` has the words that screen
    # readers tell.
    more = f"{' aw-tier' if cell.tiers else ''}{' aw-odd' if cell.conflict else ''}"
    return f'<td role="cell" class="aw-y aw-{cell.status}{more}"><b>{escape(told(cell))}</b></td>'
