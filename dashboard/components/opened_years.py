"""The years of one school, each to be opened; which are open stands in the address."""

from functools import partial

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters, frame
from dashboard.components.evidence import year_html, year_title
from dashboard.domain.streaks import SchoolStreaks, YearCell
from dashboard.domain.wording import years_text
from dashboard.queries.evidence import YearEvidence, year_evidence


def show_years(streaks: SchoolStreaks) -> None:
    """A line for every year of which anything is said, the latest first; those without a word are named together."""
    open_now = filters.years_in_address()
    silent: list[int] = []
    for cell in reversed(streaks.years):
        found = ask(year_evidence, streaks.school_id, streaks.family, cell.year)
        if cell.status == "unknown" and not (found.observations or found.tiers):
            silent.append(cell.year)
        else:
            _show_year(streaks, cell, found, cell.year in open_now)
    if silent:
        frame.note(f"Not known: {years_text(silent)}. No source we hold says anything of these years.")


def _show_year(streaks: SchoolStreaks, cell: YearCell, found: YearEvidence, is_open: bool) -> None:
    key = f"opened {streaks.school_id} {streaks.family} {cell.year}"
    title = year_title(cell, len(found.observations) + len(found.tiers))
    line = st.expander(title, expanded=is_open, key=key, on_change=partial(_remember, key, cell.year))
    if line.open:
        line.html(year_html(cell, found))


def _remember(key: str, year: int) -> None:
    """Put the year in the address when it was opened, take it out when it was closed."""
    open_now = filters.years_in_address()
    filters.show_years_in_address(open_now | {year} if st.session_state[key] else open_now - {year})
