"""The gate before the pages: who must sign in first, who has no role, and which pages a role opens."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Final, Literal

import streamlit as st

from dashboard import acts
from dashboard.access import ConfigurationWrong, Person, Role, access
from dashboard.cached import engine
from dashboard.components import frame, who
from dashboard.queries.links import NO_ROLE

NEEDS: Final[Mapping[str, Role]] = {
    "announcement": "analyst",
    "applications": "analyst",
    "review": "analyst",
    "load": "analyst",
    "audit": "admin",
}
"""The role that a page needs, by its address; all others need a viewer."""
NOTED: Final = "sign_in_noted"
Pages = Mapping[str, Sequence[st.Page]]


def is_open() -> bool:
    """Whether whoever is there may see any page at all."""
    try:
        return who.may("viewer")
    except ConfigurationWrong:
        return False


def visibility(address: str) -> Literal["visible", "hidden"]:
    """Whether the page of that address stands in the menu: not where the role does not open it."""
    try:
        return "visible" if who.may(NEEDS[address]) else "hidden"
    except ConfigurationWrong:
        return "hidden"


def visible(pages: Pages) -> dict[str, list[st.Page]]:
    """The pages that stand in the menu of whoever is there."""
    kept = {section: [page for page in some if page.visibility == "visible"] for section, some in pages.items()}
    return {section: some for section, some in kept.items() if some}


def navigation(pages: Pages) -> st.Page:
    """The page that the address asks for, with the menu in the bar; before the sign-in there is none."""
    return st.navigation(pages, position="top" if is_open() else "hidden")


def opens(page: st.Page) -> bool:
    """Whether the role opens the page, which an address can ask for without the menu."""
    return who.may(NEEDS.get(page.url_path, "viewer"))


def refuse(page: st.Page) -> None:
    """What stands in for a page that the role does not open."""
    role, one = NEEDS.get(page.url_path, "viewer"), who.signed_in()
    if one:
        what = f"page “{page.title}”, which needs {role}; the role is {one.role}{_when(one)}"
        _note_once(one, f"page {page.url_path}", acts.REFUSED, what)
    frame.empty(page.title, "This page is not open to you", [escape(who.reason(role))])
    frame.foot()


def show() -> None:
    """What stands in for every page: the way to sign in, or why nobody is let in."""
    try:
        found, one = access(), who.signed_in()
    except ConfigurationWrong as error:
        frame.empty(
            "Sign-in",
            "Nobody can sign in at the moment",
            [f"{escape(str(error))}.", "Whoever looks after the server can mend it; no restart is needed."],
        )
        return
    if one:
        _no_role(one)
        return
    told = escape(f"Who has a role is decided by {found.ask}.")
    frame.empty("Award tracker", "Sign in to see the awards", [told])
    with st.container(horizontal=True):
        for provider in found.providers:
            label = f"Sign in with {provider}" if provider else "Sign in"
            st.button(label, type="primary", on_click=st.login, args=(provider,) if provider else (), key=label)


def note_sign_in() -> None:
    """Enter the sign-in of whoever is there in the audit log, once a sign-in."""
    one = who.signed_in()
    if one:
        _note_once(one, "sign-in", acts.SIGNED_IN, f"as {one.role or 'nobody with a role'}{_when(one)}")


def account() -> None:
    """Who is signed in, with which role, and the way out; nothing without sign-in."""
    one = who.signed_in()
    if one is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="aw-account"):
        frame.note(f"Signed in as {one.name} ({one.role})")
        _sign_out()


def _sign_out() -> None:
    st.button("Sign out", on_click=st.logout, type="tertiary", key="sign_out")


def _no_role(one: Person) -> None:
    _note_once(one, "no role", acts.REFUSED, f"{NO_ROLE}{_when(one)}")
    ways = [
        f"You are signed in as {escape(one.name)}, and no role is given to that address.",
        f"Ask {escape(access().ask)} for one: viewer (look, export), analyst (load, review) or admin.",
    ]
    frame.empty("Award tracker", "You have no role here", ways)
    _sign_out()


def _when(one: Person) -> str:
    """The sign-in, told apart from others of the same person."""
    return f" (signed in at {datetime.fromtimestamp(one.since, UTC):%Y-%m-%dT%H:%M:%SZ})" if one.since else ""


def _note_once(one: Person, key: str, action: str, what: str) -> None:
    """Note once a session; a sign-in, which many sessions share, once altogether."""
    noted: set[str] = st.session_state.setdefault(NOTED, set())
    if key not in noted:
        noted.add(key)
        after = {"entries": list(one.entries)} if one.entries else None
        acts.note(engine(), one.name, action, what, after=after, once=bool(one.since))
