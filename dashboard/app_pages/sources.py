"""Sources: what was loaded, when, by whom; what was refused; which names wait for a person."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters, frame
from dashboard.components.book import loads_html, refused_html, unresolved_html
from dashboard.components.downloads import export_buttons
from dashboard.components.filters import page_of, paged, part_of
from dashboard.components.source_table import sources_html
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.wording import counted
from dashboard.export.tables import SchoolFilter
from dashboard.queries.bookkeeping import loads, refused_count, refused_rows, unresolved_count, unresolved_names
from dashboard.queries.sources import rows_by_source, source_count, sources_part, uses_of

ROWS_A_PAGE = 25
EXPLAINED = PURPOSES["sources"]
TERMS = ("source", "load", "refused-row", "unresolved-name", "observation", "claim")

every_load, refused, names = ask(loads), ask(refused_count), ask(unresolved_count)
waiting = f"{counted(refused, 'row')} refused, {counted(names, 'name')} waiting for a person"
frame.answer(
    "Sources · where it all comes from", f"{counted(ask(source_count), 'source')}; {waiting}", EXPLAINED, terms=TERMS
)

frame.section("Loads", "A load can be undone, on the page Load files; what its file said before then counts again.")
shown, told = paged(every_load, page_of(len(every_load), ROWS_A_PAGE, "loads"), ROWS_A_PAGE)
frame.show(loads_html(f"Loads, newest first ({told})", shown))

frame.section(
    f"{counted(refused, 'row')} refused",
    "Kept whole, with every reason, until somebody mends them: one by one on the page Load files, or all at once in a "
    "spreadsheet by the command awards refused.",
)
if refused:
    start, end, told = part_of(refused, page_of(refused, ROWS_A_PAGE, "refused"), ROWS_A_PAGE)
    frame.show(refused_html(f"Refused rows ({told})", ask(refused_rows, start=start, n=end - start)))

frame.section(
    f"{counted(names, 'name')} unresolved",
    "Printed names that no rule ties to one school for certain. The page Review asks for the answer, and keeps it.",
)
if names:
    start, end, told = part_of(names, page_of(names, ROWS_A_PAGE, "names"), ROWS_A_PAGE)
    frame.show(unresolved_html(f"Names that wait ({told})", ask(unresolved_names, start=start, n=end - start)))

frame.section("All sources")
with st.grid(2, min_column_width=filters.FILTER_PIXELS):
    text = filters.text("Search sources", "q")
found = ask(source_count, text)
if found:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        start, end, told = part_of(found, page_of(found, ROWS_A_PAGE), ROWS_A_PAGE)
        export_buttons(found, "sources", SchoolFilter(text=text), (text,))
    some = ask(sources_part, text, start=start, n=end - start)
    rows = ask(rows_by_source, keys=tuple(info.source_id for info, _ in some))
    frame.show(sources_html(f"Sources ({told})", uses_of(some, rows)))
else:
    frame.no_match("sources", "source")
