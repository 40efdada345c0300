"""Add an announcement: what a press release says is shown, corrected by a person, and loaded."""

import streamlit as st

from dashboard.components import announcement_form, frame
from dashboard.components.document_input import ask_for_document
from dashboard.domain.page_purposes import PURPOSES

ENDINGS = ("txt", "md", "html", "htm", "pdf", "docx", "eml")
EXPLAINED = PURPOSES["announcement"]
TERMS = ("source", "observation", "claim", "initiative")

top = st.container()
document = ask_for_document("announcement", ENDINGS, "Read it", with_address=True, put_away=announcement_form.put_away)
if document is None:
    with top:
        frame.answer(announcement_form.LABEL, "Upload an announcement, or paste its text", EXPLAINED, terms=TERMS)
        announcement_form.tell()
else:
    announcement_form.show(document, top)
