"""A chart with all that belongs to it: units, source, pictures for print, the same rows as a table."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from dashboard.charts import CONFIG, Chart
from dashboard.components import frame
from dashboard.components.first_sight import let_be_drawn
from dashboard.components.pictures import picture_buttons, source_line, words
from dashboard.pictures import Format, Picture, Words

PAUSE_SECONDS: Final = 0.1


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
    let_be_drawn("what stands above the first chart", PAUSE_SECONDS)  # while its script is run nothing else is
    st.plotly_chart(chart.figure, alt=chart.alt, config=CONFIG, key=key)
    frame.note(f"{chart.units} {source_line()}.")
    picture_buttons(key, said, key, lambda form: picture(words(chart.title, chart.units), form))
    opened = st.expander("The same numbers as a table", key=table_key, bind="query-params")
    if opened.open:
        opened.html(table())
