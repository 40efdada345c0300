"""Streaks: every school as a year strip, filtered and sorted."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame, streak_filters
from dashboard.components.downloads import export_buttons
from dashboard.components.filters import FILTER_PIXELS, page_of, paged
from dashboard.components.many_strips import strips_html
from dashboard.components.pictures import strips_buttons
from dashboard.components.school_picker import family
from dashboard.components.streak_filters import chosen_schools, options
from dashboard.components.year_strip import legend_html
from dashboard.domain.page_purposes import PURPOSES
from dashboard.queries.streaks import streaks

ROWS_A_PAGE = 25
EXPLAINED = (
    "A streak is alive when it reaches the last announced year, open when nothing is known of the years since, "
    "broken when one of them was not won."
)
TERMS = ("streak", "alive", "open", "broken", "award-family")

answer_place = st.container()
with st.grid(4, min_column_width=FILTER_PIXELS):
    code = family()
    wanted = streak_filters.choose(ask(options, code), code)
found = ask(chosen_schools, wanted)
with answer_place:
    label = f"Streaks · {code} award family, as of {found.as_of}"
    frame.answer(label, found.standing, EXPLAINED, terms=TERMS, purpose=PURPOSES["streaks"])
if found.school_ids:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        page = page_of(len(found.school_ids), ROWS_A_PAGE)
        export_buttons(len(found.school_ids), "streaks", wanted, (code, *wanted.described()))
    keys, told = paged(list(found.school_ids), page, ROWS_A_PAGE)
    by_key = {row.school_id: row for row in ask(streaks, code, school_ids=tuple(keys))}
    shown = [by_key[key] for key in keys]
    frame.show(legend_html(cell for row in shown for cell in row.years))
    frame.show(strips_html(f"Schools sorted by {wanted.order.lower()} ({told})", shown))
    strips_buttons(shown, found.standing, (code, *wanted.described(), f"page {page}"))
else:
    frame.no_match("streaks", "school")
