"""Add an announcement: what a press release says is shown, corrected by a person, and loaded."""

import streamlit as st

from dashboard.components import announcement_form, frame
from dashboard.components.document_input import ask_for_document

ENDINGS = ("txt", "md", "html", "htm", "pdf", "docx", "eml")
EXPLAINED = (
    "A press release, a saved page or an e-mail: what it says of awards is found in it, shown to you, and loaded only "
    "after your yes. People's names are not taken."
)

top = st.container()
document = ask_for_document("announcement", ENDINGS, "Read it", with_address=True)
if document is None:
    with top:
        frame.answer(announcement_form.LABEL, "Upload an announcement, or paste its text", EXPLAINED)
        announcement_form.tell()
else:
    announcement_form.show(document, top)
