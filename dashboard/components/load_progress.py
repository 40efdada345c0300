"""Loads that are under way and what became of them: they go on when the page is left."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, Final

import streamlit as st

from dashboard import jobs
from dashboard.cached import engine
from dashboard.components import frame, who
from dashboard.components.clock import moment
from dashboard.components.links import link, page_address
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.domain.wording import counted
from dashboard.queries.jobs import JobInfo, job
from dashboard.queries.jobs import jobs as newest_jobs
from etl.report import NotPossible

JOB: Final = "job"
"""In the address: the load whose result is shown."""
STARTED: Final = "load_started"
"""In the session: the load that was started last, until its number is known."""
TOLD: Final = "load_told"
SHOWN_JOBS: Final = 10
_JOBS: Final = (
    Column("Files"),
    Column("State"),
    Column("What came of it"),
    Column("By"),
    Column("Asked for", tight=True),
)
_RESULT: Final = (
    Column("File"),
    Column("New", number=True),
    Column("Changed", number=True),
    Column("Unchanged", number=True),
    Column("Gone", number=True),
    Column("Refused", number=True),
    Column("Unresolved", number=True),
    Column("Load", number=True),
)


def show_going() -> None:
    """The loads under way, with rows and time left; the page is drawn anew when one has ended."""
    jobs.end_dead(engine())
    here, others = jobs.going(), _elsewhere()
    _take_over_started()
    if here or others:
        frame.section(
            f"{counted(len(here) + len(others), 'load')} under way", "You may leave this page: the load goes on."
        )
        _watch()


def show_result() -> None:
    """What became of the load that the address names."""
    _tell()
    number = st.query_params.get(JOB, "")
    with engine().connect() as connection:
        found = job(connection, int(number)) if number.isdecimal() and len(number) < 10 else None
    if found is None or found.going:
        return
    if found.state == "failed":
        frame.section("The load failed", _sentence((found.result or {}).get("error", "why is not known")))
        return
    files = (found.result or {}).get("files", [])
    frame.section(_what_came(files), f"Asked for by {found.made_by}; {', '.join(found.files)}.")
    frame.show(table_html("What was loaded, in rows", _RESULT, map(_result_row, files), fold=True))
    if then := _next_html(files):
        frame.show(then)
    loads = [one["load"] for one in files if one["load"]]
    if loads:
        numbers = ", ".join(map(str, loads))
        st.button(
            f"Undo this load ({numbers})", on_click=_undo, args=(tuple(loads),), key="undo_job",
            disabled=not who.may("admin"), help=who.hint("admin") or "What its files said before counts again.",
        )  # fmt: skip


def show_newest() -> None:
    """The newest loads that were asked for here."""
    with engine().connect() as connection:
        found = newest_jobs(connection, SHOWN_JOBS)
    if found:
        frame.section("Loads asked for here", "All loads, by page or by command, stand under Sources.")
        frame.show(table_html("The newest, first", _JOBS, map(_job_row, found), fold=True))


@st.fragment(run_every=1.0)
def _watch() -> None:
    here, others = jobs.going(), _elsewhere()
    if not here and not others:
        st.rerun()
    for one in here:
        name = ", ".join(one.files)
        st.progress(_part(one.rows_done, one.rows_total), f"{name}: {state_words(one)}")
    for other in others:
        told = f"{', '.join(other.files)}: by {other.made_by}, {_rows(other.rows_done, other.rows_total)}"
        st.progress(_part(other.rows_done, other.rows_total), told)


def _elsewhere() -> list[JobInfo]:
    """The loads under way in other processes of the server."""
    mine = {one.job_id for one in jobs.going()}
    with engine().connect() as connection:
        return [one for one in newest_jobs(connection, SHOWN_JOBS) if one.going and one.job_id not in mine]


def _take_over_started() -> None:
    """Put the number of the load that was started here last in the address, once it has ended."""
    started = st.session_state.get(STARTED)
    if isinstance(started, jobs.Job) and started.ended.is_set():
        del st.session_state[STARTED]
        if started.job_id:
            st.query_params[JOB] = str(started.job_id)
        elif started.error:
            st.session_state[TOLD] = (f"Not loaded: {started.error}.", False)


def _part(done: int, total: int | None) -> float:
    return min(1.0, done / total) if total else 0.0


def _rows(done: int, total: int | None) -> str:
    return f"{done:,} of {total:,} rows" if total else f"{done:,} rows"


def state_words(one: jobs.Job) -> str:
    """How far a load of this process is, in rows and, where that can be said, in time."""
    if one.job_id is None:
        return "waiting for another load to end"
    if one.rows_total and one.rows_done >= one.rows_total:
        return f"all {one.rows_total:,} rows read; what follows from them is being worked out"
    left = one.seconds_left()
    return _rows(one.rows_done, one.rows_total) + (
        f", about {_span(left)} left for reading" if left is not None else ""
    )


def _span(seconds: float) -> str:
    return counted(max(1, round(seconds)), "second") if seconds < 90 else counted(round(seconds / 60), "minute")


def _what_came(files: Iterable[dict[str, Any]]) -> str:
    told = list(files)
    changed = sum(one["new"] + one["changed"] + one["gone"] for one in told)
    if not any(one["load"] for one in told):
        return "Nothing was loaded: all of it was known, or nothing could be taken"
    return f"Loaded: {counted(changed, 'row')} new, changed or gone"


def _result_row(one: dict[str, Any]) -> tuple[Cell, ...]:
    if one["error"]:
        return (
            Html(f'{escape(one["file"])} <span class="aw-flag">not loaded</span><br>{escape(one["error"])}'),
            *[None] * 7,
        )
    counts = (one[name] for name in ("new", "changed", "unchanged", "gone", "refused", "unresolved"))
    return (f"{one['file']} ({one['kind']})", *(f"{count:,}" for count in counts), str(one["load"] or ""))


def _next_html(files: Sequence[dict[str, Any]]) -> str:
    refused, waiting = (sum(one[name] for one in files) for name in ("refused", "unresolved"))
    said = [f"{counted(refused, 'row')} refused: mend them below."] if refused else []
    review = link("review", "Review asks which schools they mean")
    said += (
        [f"{counted(waiting, 'row')} {'waits' if waiting == 1 else 'wait'} for a person: {review}."] if waiting else []
    )
    return "".join(f'<p class="aw">{line}</p>' for line in said)


def _job_row(one: JobInfo) -> tuple[Cell, ...]:
    result = one.result or {}
    came = "" if one.going else result["error"] if "error" in result else _what_came(result.get("files", []))
    named = Html(link(page_address("load", job=one.job_id), ", ".join(one.files)))
    return named, one.state, came, one.made_by, moment(one.made_at)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _undo(loads: Sequence[int]) -> None:
    from etl.pipeline import undo_all  # late: no other page should wait for what loads import

    try:
        undo_all(engine(), loads[::-1], by=who.who("admin"))
    except NotPossible as error:
        st.session_state[TOLD] = (f"Not undone: {error}", False)
        return
    st.session_state[TOLD] = ("Undone: what the files said before counts again.", True)


def _tell() -> None:
    if told := st.session_state.pop(TOLD, None):
        (st.success if told[1] else st.error)(told[0])
