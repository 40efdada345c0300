"""How it counts: the states of a year and the definition of a streak, as the program itself applies them."""

import inspect
import re

import streamlit as st

from dashboard.components import frame
from dashboard.components.record_table import status_html
from dashboard.components.table import Column, Html, table_html
from dashboard.domain import streaks
from dashboard.domain.statuses import WORDS

frame.answer(
    "How it counts",
    "Unknown is not “no”: it never breaks a streak, and never joins two",
    "These are the definitions that the program itself applies, on every page, in files and in the terminal.",
)
frame.section("The seven states of a school's year")
frame.show(
    table_html(
        "Mark, word and meaning of each state",
        (Column("State", tight=True), Column("What it says")),
        [(Html(status_html(status)), words.long) for status, words in WORDS.items()],
    )
)
frame.section("Streaks")
_title, _, definition = inspect.cleandoc(streaks.__doc__ or "").partition("\n\n")
st.markdown(re.sub(r"`(\w+)`", lambda code: f"“{WORDS[code[1]].word}”" if code[1] in WORDS else code[1], definition))
