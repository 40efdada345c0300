"""What was missed in an announcement, told by a person: its kind, and the words that say it."""

from typing import Final

import streamlit as st

from dashboard.components import frame
from dashboard.components.kept_fields import held, hold
from etl.proposals import Known, Proposal, Proposed, added
from etl.report import NotPossible

KINDS: Final = {
    "observation": "a win",
    "claim": "a count or a streak",
    "initiative": "a programme",
    "recipients": "a number of recipients",
}
LONGEST_WORDS: Final = 500
TOLD: Final = "statement_adding_told"


def added_to(key: str) -> list[Proposal]:
    """The statements that were added to the document of that key, in the order in which they were."""
    return held(f"{key}_added", list[Proposal]())


def show_adding(proposed: Proposed, known: Known, key: str) -> None:
    """Ask for a statement that was missed; it stands among the others when the page is drawn again."""
    frame.section("Was something missed?", "Copy the words that say it from the text. It gets a row to be completed.")
    with st.form(f"{key}_adding", border=False):
        st.selectbox("It tells of", list(KINDS), key=f"{key}_kind", format_func=KINDS.__getitem__)
        st.text_input("Its words in the text", key=f"{key}_words", max_chars=LONGEST_WORDS)
        st.form_submit_button("Add it", on_click=_add, args=(proposed, known, key))
    if told := st.session_state.pop(TOLD, None):
        text, done = told
        (st.success if done else st.error)(text)
    if added_to(key):
        st.button("Take the last one added out", on_click=_take_out, args=(key,))


def _take_out(key: str) -> None:
    hold(f"{key}_added", added_to(key)[:-1])


def _add(proposed: Proposed, known: Known, key: str) -> None:
    try:
        one = added(proposed, known, st.session_state[f"{key}_kind"], st.session_state[f"{key}_words"])
    except NotPossible as error:
        st.session_state[TOLD] = (f"Not added: {error}.", False)
        return
    hold(f"{key}_added", [*added_to(key), one])
    st.session_state[f"{key}_words"] = ""
    st.session_state[TOLD] = (
        "Added: its row stands above, in the order of the text. Look at each of its fields.",
        True,
    )
