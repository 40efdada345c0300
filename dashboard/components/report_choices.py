"""What a person chooses about a report; all but the own paragraphs stands in the address."""

from datetime import UTC, datetime
from typing import Final

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters
from dashboard.components.filters import FILTER_PIXELS
from dashboard.components.kept_fields import keep, kept
from dashboard.components.links import MAIN_FAMILY
from dashboard.queries.families import families, last_announced_year
from dashboard.queries.peers import groups
from dashboard.report.choices import FIRST_YEAR, LAST_YEAR, SECTIONS, Choices

NO_GROUP: Final = "-"
"""What the address says for no group."""
ALL_YEARS: Final = "all"
OWN: Final = "own_paragraphs"
OWN_HELP: Final = (
    "Markdown: paragraphs, **bold**, *italics*, lists and links of the web. HTML stays letters. At most 50 KB. "
    "It stands under “From the office”; it is kept with a kept report, and not in the address."
)


def choose(school_id: str) -> Choices:
    """The choices with their controls. Raises NotAReport for choices that cannot be."""
    with st.expander("Choose what the report holds"):
        controls = st.grid(3, min_column_width=FILTER_PIXELS)
        written = st.text_area("Own paragraphs", kept(OWN, ""), key=OWN, help=OWN_HELP, height=120)
        own = keep(OWN, written or "")
    with controls:
        year = _year()
        names = {NO_GROUP: "no comparison", **{group.name: group.name for group in ask(groups)}}
        peers = filters.one("Peer group", "peers", list(names), labels=names)
        known = ask(families)
        codes = [found.family for found in known if found.role == "award"]
        chosen = filters.some("Award families", "families", codes)
        first, last = _span(
            [found.first_year for found in known if found.family == (chosen or (MAIN_FAMILY,))[0]], year
        )
        sections = _sections()
    return Choices(
        school_id,
        year,
        datetime.now(UTC).date(),
        sections=sections,
        peers="" if peers == NO_GROUP else peers,
        families=chosen,
        first_year=first,
        last_year=last,
        paragraphs=(own,) if own.strip() else (),
    )


def _year() -> int:
    announced = ask(last_announced_year, MAIN_FAMILY) or datetime.now(UTC).year
    return int(st.number_input("Year of the report", FIRST_YEAR, LAST_YEAR, announced, key="year", bind=filters.BIND))


def _span(first_years: list[int | None], year: int) -> tuple[int | None, int | None]:
    """First and last year of the figures; None: all."""
    start = next((found for found in first_years if found), year)
    years = [str(one) for one in range(start, year + 1)] if year - start < LAST_YEAR - FIRST_YEAR else []
    first = filters.one("Figures from", "from", [ALL_YEARS, *years])
    last = filters.one("Figures to", "to", [ALL_YEARS, *reversed(years)])
    return (None if first == ALL_YEARS else int(first)), (None if last == ALL_YEARS else int(last))


def _sections() -> tuple[str, ...]:
    chosen = st.multiselect(
        "Sections",
        list(SECTIONS),
        key="sections",
        bind=filters.BIND,
        placeholder="all",
        format_func=SECTIONS.__getitem__,
    )
    return tuple(key for key in SECTIONS if key in chosen) or tuple(SECTIONS)
