"""The button that loads the files shown, in a job of the server."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import jobs
from dashboard.cached import engine
from dashboard.components import who
from dashboard.components.load_input import Upload, asked_of, next_round
from dashboard.components.load_preview import KEPT
from dashboard.components.load_progress import JOB, STARTED
from dashboard.domain.wording import counted
from etl.batch import Asked

if TYPE_CHECKING:
    from dashboard.preview import Preview


def show_button(uploads: Sequence[Upload], found: "Preview") -> None:
    """The button, which says how much it loads; closed when there is nothing to do."""
    fit = [one for one in found.files if one.report.error is None]
    changed = sum(one.report.new + one.report.changed + one.report.gone for one in fit)
    refused = sum(one.report.refused for one in fit)
    then = f", keep {counted(refused, 'refused row')}" if refused else ""
    label = f"Load {counted(changed, 'row')}{then}" if found.changes_anything else "Nothing to load: all of it is known"
    if not fit:
        label = "Nothing to load: no file can be read"
    st.button(label, type="primary", disabled=not found.changes_anything, on_click=_load, args=(uploads, found.rows))


@who.refusing
def _load(uploads: Sequence[Upload], rows: int) -> None:
    by = who.who("analyst")
    folder, paths = jobs.kept([(one.file, one.content) for one in uploads])
    asked = [Asked(path, **said) for path, said in zip(paths, asked_of(uploads), strict=True)]
    st.session_state[STARTED] = jobs.start(engine(), folder, asked, by, rows)
    st.session_state.pop(KEPT, None)
    st.query_params.pop(JOB, None)
    next_round()
