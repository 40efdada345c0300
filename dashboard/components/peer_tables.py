"""A comparison as strips, tables and file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

from dashboard.components.links import link, school_address
from dashboard.components.many_strips import strips_html
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.domain.comparison import Changes, Standing, YearShare
from dashboard.domain.comparison_words import changes_told, places, tiers_told
from dashboard.domain.statuses import UNDECIDED, WORDS, mark
from dashboard.domain.streaks import SchoolStreaks
from dashboard.domain.wording import listed, span_text

if TYPE_CHECKING:
    pass

_STANDINGS: Final = (
    Column("School", tight=True),
    Column("Place", number=True),
    Column("Possible places", number=True),
    Column("Known wins", number=True),
    Column("Probably won", number=True),
    Column("Pending or not known", number=True),
    Column("First known win", number=True),
    Column("Longest streak", number=True),
    Column("Tiers"),
)
_SHARES: Final = (
    Column("Award year"),
    Column("Won", number=True),
    Column("Known not to have won", number=True),
    Column("Undecided", number=True),
    Column("All", number=True),
    Column("Share that won", number=True),
)


def span_strips_html(caption: str, rows: Iterable[Standing], own: str) -> str:
    """The strips of the span, the own school marked; runs and wins are those of the span."""
    return strips_html(caption, [_in_span(row) for row in rows], own)


def _in_span(one: Standing) -> SchoolStreaks:
    return replace(one.streaks, years=one.cells, total=one.wins, longest=one.longest)


def standings_html(caption: str, rows: Iterable[Standing]) -> str:
    """Places, wins, first win, longest streak and tiers, a row a school."""
    return table_html(caption, _STANDINGS, map(_standing, rows))


def _standing(one: Standing) -> tuple[Cell, ...]:
    name = link(school_address(one.school_id, one.streaks.family), one.streaks.short_name)
    longest = (
        f"{one.longest.n} ({span_text(one.longest.first, one.longest.last)})"
        if one.longest.first and one.longest.last
        else "0"
    )
    return (
        Html(name),
        places(one.first_place, one.last_place),
        places(one.best_place, one.worst_place),
        str(one.wins),
        str(one.probable),
        str(one.undecided - one.probable),
        str(one.streaks.first_year or "none known"),
        longest,
        tiers_told(one),
    )


def cumulative_html(rows: Sequence[Standing]) -> str:
    """The table under the chart of cumulative wins; an undecided year carries its mark."""
    years = [cell.year for cell in rows[0].cells]
    columns = (Column("School"), *(Column(str(year), number=True) for year in years))
    caption = f"Known wins added up; {marks_told()} stand beside undecided years"
    return table_html(caption, columns, map(_cumulative, rows))


def marks_told() -> str:
    """The marks of undecided years with their words."""
    return listed(f"{words.mark} ({words.word})" for status, words in WORDS.items() if status in UNDECIDED)


def _cumulative(one: Standing) -> tuple[Cell, ...]:
    pairs = zip(one.cumulative(), one.cells, strict=True)
    return one.streaks.short_name, *(
        f"{wins} {mark(cell.status)}" if cell.status in UNDECIDED else str(wins) for (_, wins, _), cell in pairs
    )


def shares_html(shares: Iterable[YearShare]) -> str:
    """The table under the chart of shares. The share runs from what is known to what is possible."""
    return table_html("Schools of the group by award year", _SHARES, map(_share, shares))


def _share(share: YearShare) -> tuple[Cell, ...]:
    if not share.held:
        return str(share.year), None, None, None, str(share.n), "no award held"
    unknown = share.n - share.decided
    return (
        str(share.year),
        str(share.won),
        str(share.decided - share.won),
        str(unknown),
        str(share.n),
        share_range(share),
    )


def share_range(share: YearShare) -> str:
    """The share of all that won, at least and at most: "36–93%"."""
    least, most = share.won / share.n, (share.won + share.n - share.decided) / share.n
    return f"{least:.0%}" if least == most else f"{least:.0%}–{most:.0%}".replace("%–", "–")


def changes_html(changes: Changes, own: str) -> str:
    """What the last year brought, a list under each heading; the own school is set in bold."""
    lists = changes_told(changes)
    if not lists:
        years = listed(str(year) for year in (changes.before, changes.year) if year)
        told = f"Nothing is known to have changed: no school here is known to have won in {years}."
        return f'<div class="aw"><p>{told}</p></div>'
    return '<div class="aw">' + "".join(_changed(head, lines, own) for head, lines in lists) + "</div>"


def _changed(head: str, lines: Sequence[str], own: str) -> str:
    items = "".join(
        f"<li><strong>{escape(line)}</strong></li>" if line.startswith(f"{own}: ") else f"<li>{escape(line)}</li>"
        for line in lines
    )
    return f'<h3>{escape(head)} ({len(lines)})</h3><ul class="aw-plain">{items}</ul>'
