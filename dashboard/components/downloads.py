"""What is on the screen, as a file."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.cached import data_version
from dashboard.domain.streaks import SchoolStreaks
from dashboard.export import csv_bytes, file_name

if TYPE_CHECKING:
    from pandas import DataFrame


def csv_button(rows: int, what: str, filters: Sequence[str], frame: Callable[[], "DataFrame"]) -> None:
    """A button that hands over `frame` as CSV: the rows on the screen in their order, on all pages.

    The file is made on the click. Its name says what, which part, when and of which data version.
    """
    st.download_button(
        f"Download {rows:,} row{'s' if rows != 1 else ''} (CSV)",
        data=lambda: csv_bytes(frame()),
        file_name=file_name(what, filters, data_version(), datetime.now(UTC).date()),
        mime="text/csv",
        on_click="ignore",
        disabled=rows == 0,
        key="download",
    )


def streaks_frame(rows: Sequence[SchoolStreaks]) -> "DataFrame":
    """Streaks as a table, a row a school and a column a year.

    Columns: school_id, school, kind, state, family, as_of, the status of every year under its number, streak (alive,
    open, broken or none), current_n, current_from, current_to, not_known_since, longest_n, longest_from, longest_to,
    wins, first_win.
    """
    from pandas import DataFrame

    return DataFrame([_streak_row(row) for row in rows]).convert_dtypes()


def _streak_row(row: SchoolStreaks) -> dict[str, object]:
    return {
        "school_id": row.school_id,
        "school": row.school_name,
        "kind": row.kind,
        "state": row.state,
        "family": row.family,
        "as_of": row.as_of,
        **{str(cell.year): cell.status for cell in row.years},
        "streak": row.current.state,
        "current_n": row.current.n,
        "current_from": row.current.first,
        "current_to": row.current.last,
        "not_known_since": row.current.unknown_since,
        "longest_n": row.longest.n,
        "longest_from": row.longest.first,
        "longest_to": row.longest.last,
        "wins": row.total,
        "first_win": row.first_year,
    }
