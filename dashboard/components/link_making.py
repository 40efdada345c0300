"""Making a data link: open as it is without sign-in, with a token and an end where sign-in is on."""

from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from dashboard import link_tokens
from dashboard.access import access
from dashboard.cached import engine
from dashboard.components import who
from dashboard.components.links import link
from dashboard.queries.links import link_of
from etl.links import make_link

DAYS: Final = (30, 90, 365)
MADE: Final = "data_link_made"
"""In the session: the links made in it, by what they open."""


def show_data_link(address: str, key: str) -> None:
    """The address for programs (with the host, as the page knows it), or the way to make one that opens."""
    if not access().sign_in:
        st.code(address, language=None, wrap_lines=True)
        return
    opened = _opened(address)
    made: dict[str, str] = st.session_state.setdefault(MADE, {})
    if opened in made:
        st.code(made[opened], language=None, wrap_lines=True)
        st.caption("Whoever has this link reads these rows without signing in: give it to nobody else.")
        st.html(f'<p class="aw">{link("links", "Your data links, and how to revoke one")}</p>')
        return
    days = st.segmented_control(
        "Days it lasts", DAYS, default=DAYS[0], required=True, key=f"{key}_days", width="content"
    )
    role = link_tokens.needed_for(opened)
    st.button(
        "Make a data link", key=f"{key}_link", on_click=_make, args=(address, opened, f"{key}_days"),
        disabled=not who.may(role), help=who.hint(role),
    )  # fmt: skip
    st.caption(f"Programs cannot sign in: for {days} days this link opens these rows to whoever has it.")


@who.refusing
def _make(address: str, opened: str, days_key: str) -> None:
    by = who.who(link_tokens.needed_for(opened))
    ends_at = datetime.now(UTC) + timedelta(days=int(st.session_state[days_key]))
    key = make_link(engine(), opened, ends_at.replace(microsecond=0), by=by)
    with engine().connect() as connection:
        found = link_of(connection, key)
    if found:
        host = address.partition("/data/")[0].partition("/calendar")[0]
        st.session_state[MADE][opened] = f"{host}{link_tokens.with_token(found, access().key)}"


def _opened(address: str) -> str:
    parts = urlsplit(address)
    return link_tokens.address_of(parts.path, parse_qsl(parts.query, keep_blank_values=True))
