"""Fact check: a draft is held against the records, statement by statement."""

import streamlit as st

from dashboard.components import frame
from dashboard.components.document_input import ask_for_document
from dashboard.components.draft_check import about_school, show_findings, show_rules
from dashboard.domain.page_purposes import PURPOSES

LABEL = "Fact check · what a draft says of awards"
EXAMPLE = (
    "UMKC School of Medicine received the 2023 Health Professions HEED Award for the second year in a row. "
    "It has won the award every year since 2018."
)
EXPLAINED = PURPOSES["fact-check"]
TERMS = ("record", "claim", "streak")

top = st.container()
school_id = about_school()
draft = ask_for_document("draft", ("txt", "md", "docx"), "Check the draft")
with top:
    if draft is None:
        frame.answer(LABEL, "Paste a draft, or upload it, to see what the records say to it", EXPLAINED, terms=TERMS)
    else:
        show_findings(LABEL, draft.text, school_id)
if draft is None:
    frame.note("An example to paste:")
    st.code(EXAMPLE, language=None, wrap_lines=True)
show_rules()
