"""Records: filter everything, and take along exactly what is shown."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame, record_filters
from dashboard.components.downloads import export_buttons
from dashboard.components.filters import FILTER_PIXELS, page_of, part_of
from dashboard.components.record_table import records_html
from dashboard.components.record_words import records_sentence
from dashboard.domain.page_purposes import PURPOSES
from dashboard.queries.records import record_counts, record_options, records_part

ROWS_A_PAGE = 50
EXPLAINED = PURPOSES["records"]
TERMS = ("record", "status", "award-family", "award-year", "basis", "conflict")

answer_place = st.container()
with st.grid(4, min_column_width=FILTER_PIXELS, vertical_alignment="bottom"):
    wanted = record_filters.choose(ask(record_options))
found = ask(record_counts, wanted)
with answer_place:
    frame.answer("Records · one a school, award family and year", records_sentence(found), EXPLAINED, terms=TERMS)
if found.total:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        page = page_of(found.total, ROWS_A_PAGE)
        export_buttons(found.total, "records", wanted, wanted.described())
    start, end, told = part_of(found.total, page, ROWS_A_PAGE)
    shown = ask(records_part, wanted, *found.part(start, end), end - start)
    frame.show(records_html(f"Records by school, award family and year ({told})", shown))
else:
    frame.no_match("records", "record")
