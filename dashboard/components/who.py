"""Who is at work in this browser: what a change is signed with."""

import streamlit as st

from etl.report import current_user


def who() -> str:
    """The signed-in person's e-mail address; without sign-in whoever started the server."""
    if st.user.is_logged_in if "is_logged_in" in st.user else False:
        return str(st.user.get("email") or st.user.get("sub"))
    return current_user()
