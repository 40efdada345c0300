"""Answers that people gave about printed names, each with the way to take it back."""

from collections.abc import Sequence

import streamlit as st

from dashboard.cached import engine
from dashboard.components import frame
from dashboard.components.answer_form import TOLD, Told
from dashboard.components.links import link, school_address
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.components.who import who
from dashboard.queries.answers import AnswerGiven
from etl.answers import take_back
from etl.report import NotPossible

_COLUMNS = (
    Column("Name as printed"),
    Column("Means"),
    Column("Holds"),
    Column("Why"),
    Column("Said by"),
    Column("On", tight=True),
)


def show_answers(given: Sequence[AnswerGiven]) -> None:
    """The answers as a table, newest first, and the choice of one to take back."""
    frame.show(table_html("Answers, newest first", _COLUMNS, map(_row, given)))
    labels = {one.row_id: f"{one.name} ({one.scope})" for one in given}
    chosen = st.selectbox("Answer to take back", list(labels), format_func=labels.__getitem__)
    st.button("Take it back", on_click=_take_back, args=(chosen,))


def _row(one: AnswerGiven) -> tuple[Cell, ...]:
    means = Html(link(school_address(one.school_id), one.school or one.school_id)) if one.school_id else "not a school"
    return one.name, means, one.scope, one.reason, one.said_by, one.said_on.isoformat() if one.said_on else None


def _take_back(row_id: int) -> None:
    try:
        take_back(engine(), row_id, by=who())
        st.session_state[TOLD] = Told("The answer is taken back.", done=True)
    except NotPossible as error:
        st.session_state[TOLD] = Told(str(error), done=False)
