"""The audit log on the screen: its filters, and its acts as a table."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, Final

import streamlit as st

from dashboard.components import filters
from dashboard.components.clock import moment
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.queries.audit import Act, AuditFilter

LONGEST: Final = 300
"""Characters of a value that are shown; the file holds all."""
_COLUMNS: Final = (
    Column("When", tight=True),
    Column("Who"),
    Column("Action"),
    Column("What"),
    Column("Before"),
    Column("After"),
    Column("Data version", number=True),
)


def ask_filter(people: Sequence[str], actions: Sequence[str]) -> AuditFilter:
    """The filter that the controls say, which stands in the address."""
    with st.grid(4, min_column_width=filters.FILTER_PIXELS):
        text = filters.text("Search", "q")
        chosen = filters.some("Who", "who", people)
        done = filters.some("Action", "action", actions)
        since = _day("From day (UTC)", "since")
        until = _day("To day (UTC)", "until")
    return AuditFilter(text, chosen, done, since, until)


def acts_html(caption: str, acts: Iterable[Act]) -> str:
    """Acts in the order given."""
    return table_html(caption, _COLUMNS, map(_row, acts), fold=True)


def _day(label: str, key: str) -> str:
    day = st.date_input(label, value=None, key=key, bind=filters.BIND, format="YYYY-MM-DD")
    return day.isoformat() if isinstance(day, date) else ""


def _row(act: Act) -> tuple[Cell, ...]:
    version = None if act.version is None else str(act.version)
    return moment(act.at), act.who, act.action, act.what, Html(_said(act.before)), Html(_said(act.after)), version


def _said(value: Mapping[str, Any] | None) -> str:
    """Names with values, a line each; long values are cut."""
    return "<br>".join(
        f'<span class="aw-quiet">{escape(name)}</span> {escape(_word(one))}' for name, one in (value or {}).items()
    )


def _word(value: object) -> str:
    text = value if isinstance(value, str) else "nothing" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
