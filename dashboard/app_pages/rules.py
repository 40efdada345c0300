"""How it counts: the states of a year and the rules, as the program itself applies them."""

import streamlit as st

from dashboard.components import frame
from dashboard.components.record_table import status_html
from dashboard.components.table import Column, Html, table_html
from dashboard.domain.statuses import WORDS
from dashboard.shipped import shipped

frame.answer(
    "How it counts",
    "Unknown is not “no”: it never breaks a streak, and never joins two",
    "These are the definitions that the program applies, on every page, in files and in the terminal.",
)
frame.section("The seven states of a school's year")
frame.show(
    table_html(
        "Mark, word and meaning of each state",
        (Column("State", tight=True), Column("What it says")),
        [(Html(status_html(status)), words.long) for status, words in WORDS.items()],
    )
)
_title, _, rules = shipped("docs/rules.md").read_text(encoding="utf-8").partition("\n")
st.markdown(rules)
