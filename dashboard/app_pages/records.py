"""Records: filter everything, and take along exactly what is shown."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame, record_filters
from dashboard.components.downloads import csv_button
from dashboard.components.filters import FILTER_PIXELS, page_of, paged
from dashboard.components.record_table import records_html
from dashboard.components.record_words import records_sentence
from dashboard.queries.records import records

ROWS_A_PAGE = 50
EXPLAINED = "A record follows from all that sources say of one year; nobody types it in. The year leads down to them."

answer_place = st.container()
with st.grid(4, min_column_width=FILTER_PIXELS, vertical_alignment="bottom"):
    wanted = record_filters.choose(ask(records))
found = ask(records, wanted)
with answer_place:
    frame.answer("Records · one a school, award family and year", records_sentence(found), EXPLAINED)
if len(found):
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        page = page_of(len(found), ROWS_A_PAGE)
        csv_button(len(found), "records", wanted.described(), lambda: found)
    shown, told = paged(found, page, ROWS_A_PAGE)
    frame.show(records_html(f"Records by school, award family and year ({told})", shown))
else:
    frame.no_match("records", "record")
