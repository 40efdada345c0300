"""Glossary: what the words on these pages mean, each with an address of its own."""

import streamlit as st

from dashboard.components import frame
from dashboard.components.glossary import ASKED, asked_html, pages_html, states_html, terms_html
from dashboard.components.links import link
from dashboard.domain.glossary import STATES, TERMS, term
from dashboard.domain.page_purposes import PAGES, PURPOSES

asked = st.query_params.get(ASKED, "")
found = term(asked)
frame.answer(
    "Glossary",
    f"{found.word.capitalize()}: what the word means here" if found else f"{len(TERMS)} words and seven states",
    PURPOSES["glossary"],
)
if found:
    frame.show(asked_html(found))
elif asked:
    frame.note(f"There is no word “{asked[:60]}” in the glossary; these are all.")
frame.section("Words")
frame.show(terms_html("Words and what they mean", TERMS.values()))
frame.section("The seven states of a school's year")
frame.show(states_html("States by mark and word", STATES))
frame.section("The pages")
frame.show(pages_html("Pages and what each is for", PAGES))
frame.show(f'<div class="aw"><p>{link("rules", "How it counts")} has the rules in full.</p></div>')
