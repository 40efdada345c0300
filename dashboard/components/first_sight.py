"""Short pauses in what a browser is sent first, so that it draws what matters before it is given more to draw.

A browser draws all that arrives together at once, when the last of it is ready. Each pause comes once a session.
"""

from time import sleep
from typing import Final

import streamlit as st

SEEN: Final = "first_sight"


def let_be_drawn(what: str, seconds: float) -> None:
    """Wait, once a session, until `what` was sent before stands on the screen; not where no browser is."""
    seen: set[str] = st.session_state.setdefault(SEEN, set())
    if what not in seen:
        seen.add(what)
        if st.context.url:
            sleep(seconds)
