"""Load files: dragged in, shown with what they would change, loaded on a click; and what was refused, mended."""

import streamlit as st

from dashboard.cached import ask, data_version
from dashboard.components import frame, load_input, load_preview, load_progress
from dashboard.components.load_button import show_button
from dashboard.components.load_mending import show_mending
from dashboard.components.load_undo import show_undo
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.wording import counted
from dashboard.queries.bookkeeping import loads, refused_count

LABEL = "Load files · what would they change?"
EXPLAINED = PURPOSES["load"]
TERMS = ("load", "refused-row", "unresolved-name")

top = st.container()
load_progress.show_going()
load_progress.show_result()
uploads = load_input.ask_for_files()
if uploads:
    found = load_preview.preview_of(uploads)
    with top:
        rows = f"{counted(len(uploads), 'file')} with {counted(found.rows, 'row')}"
        frame.answer(LABEL, f"{rows}; nothing is loaded yet", EXPLAINED, terms=TERMS)
    show_button(uploads, found)
    load_preview.show_preview(found)
else:
    with top:
        frame.answer(LABEL, "Drag lists here to see what they would change", EXPLAINED, terms=TERMS)
if data_version():
    show_mending(ask(refused_count))
load_progress.show_newest()
if data_version():
    show_undo(ask(loads))
