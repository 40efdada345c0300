"""What stands in for a page while the database cannot be asked."""

from html import escape

import streamlit as st

from dashboard.components import frame
from etl.troubles import told


def show(error: Exception) -> None:
    """Say that the database cannot be asked, why, and what to do; errors of another sort are raised as they are."""
    words = told(error)
    if words is None:
        raise error
    frame.empty(
        "Not to be had at the moment",
        "The database cannot be asked",
        [
            escape(f"{words[0].upper()}{words[1:]}."),
            "Nothing that was loaded is lost by this. The page comes back by itself as soon as the database answers: "
            "try again, or reload the page.",
            "Whoever looks after the server finds the state of the database at <code>/healthz</code>.",
        ],
    )
    st.button("Try again", key="database_again", type="primary")
