"""Sources: what was loaded, when, by whom; what was refused; which names wait for a person."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters, frame
from dashboard.components.book import loads_html, refused_html, unresolved_html
from dashboard.components.filters import page_of, paged
from dashboard.components.source_table import matching, sources_html
from dashboard.domain.wording import counted
from dashboard.queries.bookkeeping import loads, refused_rows, unresolved_names
from dashboard.queries.sources import sources

ROWS_A_PAGE = 25
EXPLAINED = "Every number on these pages rests on one of these documents, and can be opened down to it."

every_load, refused, names, everything = ask(loads), ask(refused_rows), ask(unresolved_names), ask(sources)
waiting = f"{counted(len(refused), 'row')} refused, {counted(len(names), 'name')} waiting for a person"
frame.answer("Sources · where it all comes from", f"{counted(len(everything), 'source')}; {waiting}", EXPLAINED)

frame.section("Loads", "A load can be undone (awards undo); what its file said before then counts again.")
shown, told = paged(every_load, page_of(len(every_load), ROWS_A_PAGE, "loads"), ROWS_A_PAGE)
frame.show(loads_html(f"Loads, newest first ({told})", shown))

frame.section(
    f"{counted(len(refused), 'row')} refused",
    "Kept whole until somebody mends them: awards refused -o refused.xlsx writes a spreadsheet, "
    "awards load refused.xlsx takes it back.",
)
if refused:
    rows, told = paged(refused, page_of(len(refused), ROWS_A_PAGE, "refused"), ROWS_A_PAGE)
    frame.show(refused_html(f"Refused rows ({told})", rows))

frame.section(
    f"{counted(len(names), 'name')} unresolved",
    "Printed names that no rule ties to one school for certain. The page Review asks for the answer, and keeps it.",
)
if names:
    waiting_names, told = paged(names, page_of(len(names), ROWS_A_PAGE, "names"), ROWS_A_PAGE)
    frame.show(unresolved_html(f"Names that wait ({told})", waiting_names))

frame.section("All sources")
with st.grid(2, min_column_width=filters.FILTER_PIXELS):
    found = matching(everything, filters.text("Search sources", "q"))
if len(found):
    some, told = paged(found, page_of(len(found), ROWS_A_PAGE), ROWS_A_PAGE)
    frame.show(sources_html(f"Sources ({told})", some))
else:
    frame.no_match("sources", "source")
