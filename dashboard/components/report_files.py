"""The report as files, made on the click, and the reports that were kept."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Final

import streamlit as st
from sqlalchemy import Connection

from dashboard.cached import ask, engine
from dashboard.components import frame
from dashboard.components.table import Column, table_html
from dashboard.components.who import hint, may, refusing, who
from dashboard.domain.wording import counted
from dashboard.queries.reports import Printed, printed_report, printed_reports
from dashboard.report.choices import FORMATS, Choices
from dashboard.report.differences import Difference, since_printed
from dashboard.report.model import Report
from dashboard.report.write import FORMAT_WORDS, MEDIA_TYPES, file_name, report_bytes
from etl.printed import KeptReport, keep_report

KEPT: Final = "report_kept"
DIFFERENCES: Final = (Column("What"), Column("Before"), Column("Now"), Column("Sources"))


def download_buttons(report: Report, choices: Choices) -> None:
    """A button for each kind of file, and one to keep the report."""
    with st.container(horizontal=True, width="content"):
        for form in FORMATS:
            st.download_button(
                f"Download {FORMAT_WORDS[form]}", data=_maker(report, form), file_name=file_name(report, form),
                mime=MEDIA_TYPES[form],
                on_click="ignore", key=f"report_{form}", help=f"Download the report (.{form})",
            )  # fmt: skip
        st.button(
            "Keep this report", on_click=refusing(_keep), args=(report, choices), disabled=not may("analyst"),
            help=hint("analyst") or "Keeps choices and data version: next year's report tells what changed since.",
        )  # fmt: skip
    if told := st.session_state.pop(KEPT, None):
        st.success(told)


def _maker(report: Report, form: str) -> Callable[[], bytes]:
    """Makes the file when it is asked for."""
    return lambda: report_bytes(report, form)


def _keep(report: Report, choices: Choices) -> None:
    settled = replace(choices, version=report.version)
    sha256 = hashlib.sha256(report_bytes(report, "docx")).hexdigest()
    kept = KeptReport(
        report.school_id, report.year, report.version, settled.as_json(), file_name(report, "docx"), sha256
    )
    number = keep_report(engine(), kept, by=who())
    st.session_state[KEPT] = f"Kept as report {number} (the Word file, data version {report.version})."


def kept_reports(school_id: str) -> list[Printed]:
    """The kept reports of a school, the newest first. They make no data version, so they are asked anew each time."""
    with engine().connect() as connection:
        return printed_reports(connection, school_id)


def show_kept(kept: list[Printed]) -> None:
    """Each kept report with what changed since it was printed."""
    frame.section(
        f"{counted(len(kept), 'kept report')}" if kept else "No kept report yet",
        "What changed since they were printed." if kept else "Keep a report, and next year's tells what changed since.",
    )
    for one in kept:
        about = (
            f"Report {one.report_id}: {one.year}, data version {one.version}, {one.made_at:%Y-%m-%d}, {one.file_name}"
        )
        with st.expander(about):
            found = ask(_changes, one.report_id)
            if not found:
                frame.note("Nothing changed since: statuses, streaks, counts and initiatives are the same.")
            else:
                rows = [(d.what, d.before, d.now, ", ".join(d.sources)) for d in found]
                frame.show(table_html(f"What changed since report {one.report_id}", DIFFERENCES, rows))
            frame.show(
                f'<div class="aw"><p class="aw-label">Made by {escape(one.made_by)}. The same again: '
                f"<code>awards report --again {one.report_id} -o report.docx</code></p></div>"
            )


def _changes(connection: Connection, report_id: int) -> list[Difference]:
    kept = printed_report(connection, report_id)
    return since_printed(connection, kept) if kept else []
