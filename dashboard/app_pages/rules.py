"""How it counts: the states of a year and the rules, as the program itself applies them."""

import streamlit as st

from dashboard.components import frame
from dashboard.components.glossary import states_html
from dashboard.domain.glossary import STATES
from dashboard.domain.page_purposes import PURPOSES
from dashboard.shipped import shipped

frame.answer(
    "How it counts",
    "Unknown is not “no”: it never breaks a streak, and never joins two",
    PURPOSES["rules"],
    terms=("observation", "claim", "record", "status", "streak", "cycle"),
)
frame.section("The seven states of a school's year")
frame.show(states_html("Mark, word and meaning of each state", STATES))
_title, _, rules = shipped("docs/rules.md").read_text(encoding="utf-8").partition("\n")
st.markdown(rules)
