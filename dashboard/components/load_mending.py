"""Refused rows mended: one in the page, or all as a spreadsheet that is loaded again."""

import csv
import io
import shutil
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Final

import streamlit as st

from dashboard import jobs
from dashboard.cached import ask, data_version, engine
from dashboard.components import filters, frame, who
from dashboard.domain.wording import counted
from dashboard.export.names import file_name
from dashboard.export.workbook import workbook_bytes
from dashboard.queries.bookkeeping import RefusedRowShown, refused_rows
from dashboard.queries.mending import MARK, PLACE_HEADS, refused_tables
from etl.report import FileReport, NotPossible

TOLD: Final = "mending_told"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_LABEL: Final = 60
ROWS_TO_CHOOSE: Final = 50
"""Rows offered at a time: thousands in one list make every answer of the page slow."""


def show_mending(n: int) -> None:
    """The `n` rows that wait to be mended: as a spreadsheet, and one of them as a form."""
    frame.section(
        f"{counted(n, 'row')} refused, kept until mended" if n else "No row is refused",
        "Mend one here, or all in a spreadsheet that you then drop above; each then takes the place of the refused one."
        if n
        else "Rows that cannot be taken are kept here with the reasons.",
    )
    if told := st.session_state.pop(TOLD, None):
        (st.success if told[1] else st.error)(told[0])
    if not n:
        return
    st.download_button(
        f"Download {counted(n, 'refused row')} (XLSX)",
        data=lambda: workbook_bytes((one.name, one.heads, one.rows) for one in refused_tables(ask(refused_rows))),
        file_name=file_name("refused-rows", "", data_version(), datetime.now(UTC).date(), "xlsx"),
        mime=XLSX,
        on_click="ignore",
        key="refused_xlsx",
    )
    start, end, told = filters.part_of(n, filters.page_of(n, ROWS_TO_CHOOSE, "mend_page"), ROWS_TO_CHOOSE)
    by_key = {str(row.row_id): row for row in ask(refused_rows, start=start, n=end - start)}
    labels = {key: _label(row) for key, row in by_key.items()}
    label = f"Row to mend ({told})" if n > ROWS_TO_CHOOSE else "Row to mend"
    chosen = filters.one(label, "mend", list(by_key), labels=labels)
    _form(by_key[chosen])


def _label(row: RefusedRowShown) -> str:
    place = ", ".join(part for part in (row.file, row.sheet, f"line {row.line}") if part)
    said = " | ".join(row.cells)
    return f"{place} (no. {row.row_id}): {said[:LONGEST_LABEL]}"


def _form(row: RefusedRowShown) -> None:
    """Every cell of the row with what is wrong with it."""
    table = refused_tables([row])[0]
    heads = [head for head in table.heads if head not in PLACE_HEADS]
    wrong = {reason.column: reason.message for reason in row.reasons if reason.column}
    whole = [reason.message for reason in row.reasons if not reason.column]
    named = dict(zip(row.headers, row.columns, strict=False))
    reasons = [*whole, *(f"{column}: {message}" for column, message in wrong.items())]
    frame.show(f'<div class="aw aw-notice">{"".join(f"<p>{escape(one)}</p>" for one in reasons)}</div>')
    with st.form(f"mend_{row.row_id}", border=False):
        with st.grid(2, min_column_width=filters.FILTER_PIXELS):
            for at, head in enumerate(heads):
                column = named.get(head) or head
                mark = " (to mend)" if column in wrong else ""
                key = f"mend_{row.row_id}_{at}"
                st.text_input(f"{head or 'Column without a head'}{mark}", table.rows[0][at], key=key)
        added = _missing(row, named.values())
        for column in added:
            st.text_input(f"{column} (to mend; the file has no such column)", key=f"mend_{row.row_id}_{column}")
        st.form_submit_button(
            "Load again", type="primary", on_click=_load_again, args=(row, tuple(heads), tuple(added))
        )


def _missing(row: RefusedRowShown, known: Iterable[str | None]) -> list[str]:
    """Columns that a reason names and the file lacks."""
    there = {*known, *row.headers}
    return list(dict.fromkeys(one.column for one in row.reasons if one.column and one.column not in there))


@who.refusing
def _load_again(row: RefusedRowShown, heads: Sequence[str], added: Sequence[str]) -> None:
    by, key = who.who("analyst"), f"mend_{row.row_id}"
    cells = [str(st.session_state[f"{key}_{at}"]) for at in range(len(heads))]
    cells += [str(st.session_state[f"{key}_{column}"]) for column in added]
    written = io.StringIO()
    csv.writer(written).writerows([[*heads, *added, f"{MARK} row"], [*cells, str(row.row_id)]])
    st.session_state[TOLD] = _loaded(row, written.getvalue(), by)


def _loaded(row: RefusedRowShown, text: str, by: str) -> tuple[str, bool]:
    """Load the mended row unless it would be refused again; what to tell, and whether it is in."""
    from etl.pipeline import load  # late: no other page should wait for what loads import

    name = f"row {row.row_id} of {row.file}, mended"
    folder, paths = jobs.kept([(f"row {row.row_id}.csv", text.encode())])
    try:
        tried = load(engine(), paths, kind=row.kind, name=name, by=by, dry_run=True).files[0]
        if tried.error or tried.refused:
            return f"Still not taken: {_why(tried)}", False
        loaded = load(engine(), paths, kind=row.kind, name=name, by=by).files[0]
    except NotPossible as error:
        return str(error), False
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    waits = " Its school waits in Review." if loaded.unresolved else ""
    return f"The row is mended and loaded (load {loaded.load_id}).{waits}", True


def _why(report: FileReport) -> str:
    reasons = (reason.message for row in report.refused_rows for reason in row.reasons)
    return report.error or "; ".join(reasons)
