"""The years of one school, each to be opened; which are open stands in the address."""

from functools import partial
from typing import Final

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters, frame
from dashboard.components.evidence import year_html, year_title
from dashboard.domain.statuses import word
from dashboard.domain.streaks import SchoolStreaks, YearCell
from dashboard.domain.wording import years_text
from dashboard.queries.evidence import YearEvidence, year_evidence
from dashboard.queries.factcheck import verdicts

SILENT: Final = {
    "unknown": "No source we hold says anything of these years.",
    "no_award": "The award was not given; a streak passes over it.",
}
"""States that need no source, and what to say of years that have none."""


def show_years(streaks: SchoolStreaks) -> None:
    """A line for every year of which anything is said, the latest first; the others are named together."""
    open_now = filters.years_in_address()
    silent: dict[str, list[int]] = {}
    with st.container(gap="xxsmall"):
        for cell in reversed(streaks.years):
            found = ask(year_evidence, streaks.school_id, streaks.family, cell.year)
            if cell.status in SILENT and not (found.observations or found.tiers):
                silent.setdefault(cell.status, []).append(cell.year)
            else:
                _show_year(streaks, cell, found, cell.year in open_now)
    for status, years in silent.items():
        frame.note(f"{word(status).capitalize()}: {years_text(years)}. {SILENT[status]}")


def _show_year(streaks: SchoolStreaks, cell: YearCell, found: YearEvidence, is_open: bool) -> None:
    key = f"opened {streaks.school_id} {streaks.family} {cell.year}"
    remember = partial(_remember, key, cell.year)
    line = st.expander(year_title(cell, found), expanded=is_open, key=key, on_change=remember)
    if line.open:
        line.html(year_html(cell, found, ask(verdicts, streaks.school_id)))


def _remember(key: str, year: int) -> None:
    """Put the year in the address when it was opened, take it out when it was closed."""
    open_now = filters.years_in_address()
    filters.show_years_in_address(open_now | {year} if st.session_state[key] else open_now - {year})
