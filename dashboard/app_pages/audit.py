"""Audit log: who did what and when, and what it changed."""

import streamlit as st

from dashboard.cached import engine
from dashboard.components import filters, frame
from dashboard.components.audit_table import acts_html, ask_filter
from dashboard.components.downloads import export_buttons
from dashboard.components.filters import page_of
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.wording import counted
from dashboard.queries.audit import acts, count_acts, people_and_actions

ACTS_A_PAGE = 50
EXPLAINED = PURPOSES["audit"]
TERMS = ("load", "data-version")

top = st.container()
with engine().connect() as connection:  # not remembered with a data version: not every act makes one
    wanted = ask_filter(*people_and_actions(connection))
    n = count_acts(connection, wanted)
    page = page_of(n, ACTS_A_PAGE)
    shown = acts(connection, wanted, (page - 1) * ACTS_A_PAGE, ACTS_A_PAGE)
with top:
    frame.answer("Audit log · who did what?", f"{counted(n, 'act')}, newest first", EXPLAINED, terms=TERMS)
if shown:
    _, told = filters.paged(list(range(n)), page, ACTS_A_PAGE)
    frame.show(acts_html(f"Acts ({told})", shown))
    export_buttons(n, "audit", wanted, wanted.described())
else:
    frame.no_match("audit", "act")
