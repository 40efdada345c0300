"""Report: the annual report as it will be, with its choices and its files."""

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame, report_choices, school_picker
from dashboard.components.report_files import download_buttons, kept_reports, show_kept
from dashboard.components.report_view import show_report, shown_report
from dashboard.domain.page_purposes import PURPOSES
from dashboard.report.choices import NotAReport
from dashboard.report.facts import last_year_version

TERMS = ("streak", "tier", "initiative", "peer-group", "source")
WAYS_OUT = ["Change the choices above.", '<a href="report">Take all choices off</a>.']

answer_place, school_place = st.columns([7, 2], gap="large")
with school_place:
    school_id = school_picker.choose_school()
if school_id is None:
    with answer_place:
        school_picker.unknown("report")
else:
    kept = kept_reports(school_id)
    try:
        choices = report_choices.choose(school_id)
        settled = replace(choices, since_version=last_year_version(kept, choices.year))
        with st.spinner("Making the report …"):
            shown = ask(shown_report, settled)
    except NotAReport as error:
        with answer_place:
            frame.empty("Report", "This report cannot be made", [escape(str(error)), *WAYS_OUT])
    else:
        with answer_place:
            about = f"{shown.report.title} · {shown.report.subtitle}"
            frame.answer(about, shown.report.headline, PURPOSES["report"], terms=TERMS)
        download_buttons(shown.report, settled)
        show_report(shown.html)
    show_kept(kept)
