"""The comparison on the page of peers: strips, charts, what changed, the table; and what stands in for it."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from dashboard import charts_peers
from dashboard.components import frame
from dashboard.components.chart_place import show_chart
from dashboard.components.downloads import export_buttons
from dashboard.components.filters import page_of, paged
from dashboard.components.peer_choice import Others
from dashboard.components.peer_groups import notices_html
from dashboard.components.peer_tables import (
    changes_html,
    cumulative_html,
    shares_html,
    span_strips_html,
    standings_html,
)
from dashboard.components.year_strip import legend_html, strip_html
from dashboard.domain.comparison import Comparison, Standing
from dashboard.domain.comparison_words import answer, caution
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.streaks import SchoolStreaks, answer_sentence
from dashboard.domain.wording import span_text
from dashboard.export.comparison import picked

ROWS_A_PAGE: Final = 25
TERMS: Final = ("peer-group", "award-family", "award-year", "streak")
CUMULATIVE: Final = (
    "Filled marks are won years. Hollow marks and dotted lines are undecided years: the true line may lie higher from "
    "there on."
)
SHARES: Final = "Filled: won. Hatched: known not to have won, or not to have applied. Outlined: undecided."


def show_answer(found: Comparison, others: Others) -> None:
    """The place of the own school as a sentence, and what it rests on."""
    own = found.own.streaks
    frozen = f", frozen {others.group.frozen_on:%Y-%m-%d}" if others.group else ""
    label = f"{own.school_name} · {own.family} award family · {others.told}{frozen}"
    frame.answer(label, answer(found), caution(found), terms=TERMS, purpose=PURPOSES["peers"])
    for notice in _notices(own.school_id, others):
        frame.show(notice)


def show_comparison(found: Comparison, others: Others) -> None:
    """Strips, charts, what changed, the table."""
    rows, told = _page(found)
    frame.show(legend_html(cell for row in (found.own, *rows) for cell in row.cells))
    own, strips = found.own.streaks, [found.own, *rows]
    frame.show(span_strips_html(f"{own.short_name}, then the group by known wins ({told})", strips, own.school_id))
    _show_charts(found, strips, _said(found, others))
    changes = found.changes()
    since = f" since {changes.before}" if changes.before else ""
    frame.section(
        f"What changed in {changes.year}{since}", "The last held award year of the span, of all schools here."
    )
    frame.show(changes_html(changes, own.school_name))
    frame.section(
        "The comparison in figures",
        "Possible places: whatever the undecided years were. Undecided: probably won, pending or not known.",
    )
    with st.container(horizontal=True):
        group = others.group.name if others.group else ""
        wanted = picked(found, group, others.picked)
        export_buttons(len(found.own_first), "comparison", wanted, _said(found, others))
    frame.show(standings_html(f"Places by known wins, {own.short_name} first", strips))


def _page(found: Comparison) -> tuple[list[Standing], str]:
    """The schools of the group on the page that is shown, and which these are."""
    page = page_of(len(found.others), ROWS_A_PAGE)
    rows, told = paged(list(found.others), page, ROWS_A_PAGE)
    return rows, f"{told} schools" if len(found.others) > 1 else "1 school"


def _said(found: Comparison, others: Others) -> tuple[str, ...]:
    """Which comparison it is, for the names of files."""
    own, group = found.own.streaks, others.group.name if others.group else "picked"
    return own.school_id, own.family, group, span_text(found.years[0], found.years[-1])


def _show_charts(found: Comparison, strips: Sequence[Standing], said: Sequence[str]) -> None:
    lines, bars = charts_peers.cumulative(found), charts_peers.shares(found)
    frame.section(lines.title, CUMULATIVE)
    show_chart(
        lines, "peer-wins", said, lambda words, form: charts_peers.cumulative_picture(found, words, form),
        "cumulative", lambda: cumulative_html(strips),
    )  # fmt: skip
    frame.section(bars.title, SHARES)
    show_chart(
        bars, "peer-shares", said, lambda words, form: charts_peers.shares_picture(found, words, form),
        "shares", lambda: shares_html(found.shares()),
    )  # fmt: skip


def show_alone(own: SchoolStreaks, has_groups: bool, others: Others) -> None:
    """The own school while there is nothing to compare it with."""
    frame.answer(
        f"{own.school_name} · {own.family} award family, as of {own.as_of}",
        "No schools to compare with yet" if not has_groups else "No schools chosen to compare with",
        f"{answer_sentence(own)}. Freeze a group of the schools suggested below, or pick further schools.",
        terms=TERMS,
        purpose=PURPOSES["peers"],
    )
    for notice in _notices(own.school_id, others):
        frame.show(notice)
    frame.show(strip_html(own.years) + legend_html(own.years))


def show_no_cycle(own: SchoolStreaks, first: int, last: int) -> None:
    """What stands in for a comparison over years in which nothing was held."""
    frame.answer(
        f"{own.school_name} · {own.family} award family",
        f"No {own.family} cycle was held in {span_text(first, last)}",
        f"Choose another span: its years run from {own.years[0].year} to {own.as_of}.",
    )


def _notices(choice_own: str, others: Others) -> Iterable[str]:
    if choice_own in others.school_ids:
        told = "The school itself is in the group; it is left out of the comparison."
        yield f'<div class="aw aw-notice"><p>{told}</p></div>'
    if others.group and (told := notices_html(others.group)):
        yield told
