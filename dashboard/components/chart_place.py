"""A chart with all that belongs to it: units, source, pictures for print, the same rows as a table."""

from collections.abc import Callable, Sequence
from time import sleep
from typing import Final

import streamlit as st

from dashboard.charts import CONFIG, Chart
from dashboard.components import frame
from dashboard.components.pictures import picture_buttons, source_line, words
from dashboard.pictures import Format, Picture, Words

PAUSE_SECONDS: Final = 0.2
SCRIPT_ASKED_FOR: Final = "chart_script_asked_for"


def show_chart(
    chart: Chart,
    key: str,
    said: Sequence[str],
    picture: Callable[[Words, Format], Picture],
    table_key: str,
    table: Callable[[], str],
) -> None:
    """The figure under the heading that tells its finding, and under it units, source, pictures and table.

    `said` is which part of the data it shows, for the names of the pictures. Whether the table (HTML of the same rows)
    is open stands in the address under `table_key`.
    """
    _let_the_answer_be_drawn()
    st.plotly_chart(chart.figure, alt=chart.alt, config=CONFIG, key=key)
    frame.note(f"{chart.units} {source_line()}.")
    picture_buttons(key, said, key, lambda form: picture(words(chart.title, chart.units), form))
    opened = st.expander("The same numbers as a table", key=table_key, bind="query-params")
    if opened.open:
        opened.html(table())


def _let_the_answer_be_drawn() -> None:
    """Wait before the first chart that a browser is sent: while its script is run nothing else is drawn, and the answer
    that was sent before it must be seen by then.
    """
    if st.context.url and SCRIPT_ASKED_FOR not in st.session_state:
        st.session_state[SCRIPT_ASKED_FOR] = True
        sleep(PAUSE_SECONDS)
