"""Many schools at once, each as a year strip: one table, a row a school."""

from collections.abc import Sequence
from html import escape

from dashboard.components.links import link, school_address
from dashboard.components.streak_words import current_phrase
from dashboard.components.year_strip import CONFLICT_MARK, hint, told
from dashboard.domain.statuses import TIER_MARK, mark
from dashboard.domain.streaks import SchoolStreaks, YearCell


def strips_html(caption: str, rows: Sequence[SchoolStreaks]) -> str:
    """The table of strips. All rows cover the same years. On a narrow screen each row folds to a card."""
    years = [cell.year for cell in rows[0].years] if rows else []
    heads = "".join(
        f'<th scope="col" role="columnheader" class="aw-y" title="{year}">'
        f'<span aria-hidden="true">{year % 100:02d}</span><span class="aw-sr">{year}</span></th>'
        for year in years
    )
    body = "".join(map(_row_html, rows))
    return (
        f'<div class="aw aw-many aw-scroll" role="region" tabindex="0" aria-label="{escape(caption)}" '
        f'style="--aw-years:{len(years)}">'
        f'<table role="table"><caption>{escape(caption)}</caption><thead role="rowgroup"><tr role="row">'
        f'<th scope="col" role="columnheader">School</th>{heads}'
        '<th scope="col" role="columnheader" class="aw-told">Last run</th>'
        '<th scope="col" role="columnheader" class="aw-num">Longest</th>'
        '<th scope="col" role="columnheader" class="aw-num">Wins</th>'
        f'</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row_html(streaks: SchoolStreaks) -> str:
    name = link(school_address(streaks.school_id, streaks.family), streaks.school_name)
    where = ", ".join(part for part in (streaks.kind, streaks.state) if part)
    cells = "".join(map(_cell_html, streaks.years))
    wins = f'{streaks.total}<span class="aw-only-narrow"> win{"" if streaks.total == 1 else "s"}</span>'
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{name} <span class="aw-who">{escape(where)}</span></th>'
        f'{cells}<td role="cell" class="aw-told">{escape(current_phrase(streaks))}</td>'
        f'<td role="cell" class="aw-num">{streaks.longest.n}<span class="aw-only-narrow"> longest</span></td>'
        f'<td role="cell" class="aw-num">{wins}</td></tr>'
    )


def _cell_html(cell: YearCell) -> str:
    # Short on purpose: a page holds 350 of these. `i` is the tile, `b` the words for screen readers.
    star = TIER_MARK if cell.tiers else ""
    title = f' title="{escape(hint(cell))}"' if cell.why else ""
    return (
        f'<td role="cell" class="aw-y aw-{cell.status}"{title}>'
        f'<i aria-hidden="true">{mark(cell.status)}{star}{CONFLICT_MARK if cell.conflict else ""}</i>'
        f"<b>{escape(told(cell))}</b></td>"
    )
