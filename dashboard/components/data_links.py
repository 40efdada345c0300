"""Data links as a table, each with its state and the way to revoke it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

import streamlit as st

from dashboard import link_tokens
from dashboard.access import access
from dashboard.cached import engine
from dashboard.components import frame, who
from dashboard.components.clock import moment
from dashboard.components.link_making import MADE
from dashboard.components.links import link
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.export.table import ExportTable
from dashboard.queries.links import LinkInfo
from etl.links import revoke_link
from etl.report import NotPossible

TOLD: Final = "data_links_told"
_COLUMNS: Final = (
    Column("Opens"),
    Column("State"),
    Column("Made by"),
    Column("Made", tight=True),
    Column("Until", tight=True),
)


def links_html(caption: str, found: Sequence[LinkInfo], now: datetime) -> str:
    """The links in the order given."""
    return table_html(caption, _COLUMNS, (_row(one, now) for one in found), fold=True)


def tables_html(caption: str, tables: Iterable[ExportTable]) -> str:
    """What each table of the data holds, and its address as CSV."""
    rows = [(one.title, Html(link(f"data/{one.name}.csv", f"/data/{one.name}.csv"))) for one in tables if one.data]
    return table_html(caption, (Column("Table"), Column("Address of all its rows")), rows, fold=True)


def show_revoking(opening: Sequence[LinkInfo]) -> None:
    """The choice of one link that opens: to copy it again (one's own), or to revoke it."""
    if told := st.session_state.pop(TOLD, None):
        (st.success if told[1] else st.error)(told[0])
    if not opening:
        return
    frame.section("One link", "Copy it again, or revoke it: it then never opens anything again.")
    by_key = {one.token_id: one for one in opening}
    labels = {key: f"{one.address}, until {one.ends_at:%Y-%m-%d} ({one.owner})" for key, one in by_key.items()}
    chosen = st.selectbox("Link", list(labels), format_func=labels.__getitem__, key="link")
    person = who.signed_in()
    if person and by_key[chosen].owner == person.name:
        here = (st.context.url or "").partition("/links")[0]
        st.code(f"{here}{link_tokens.with_token(by_key[chosen], access().key)}", language=None, wrap_lines=True)
    st.button("Revoke this link", on_click=_revoke, args=(chosen,))


def _row(one: LinkInfo, now: datetime) -> tuple[Cell, ...]:
    state = "opens" if one.opens_at(now) else "revoked" if one.revoked_at else "ended"
    return one.address, state, one.owner, moment(one.made_at), f"{one.ends_at:%Y-%m-%d}"


def _revoke(key: str) -> None:
    try:
        revoke_link(engine(), key, by=who.who("viewer"), any_owner=who.may("admin"))
    except NotPossible as error:
        st.session_state[TOLD] = (f"Not revoked: {error}", False)
        return
    st.session_state.pop(MADE, None)
    st.session_state[TOLD] = ("The link is revoked.", True)
