"""Which school and award family a page is about: both stand in the address."""

from dataclasses import dataclass
from html import escape
from typing import Final

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters, frame
from dashboard.components.links import MAIN_FAMILY, link, page_address, school_address
from dashboard.queries.families import families
from dashboard.queries.schools import SchoolInfo, find_schools, own_school, school_names

SCHOOL: Final = "school"
FAMILY: Final = "family"
_WIDGET: Final = "chosen_school"
LONGEST_KEY: Final = 60


@dataclass(frozen=True)
class Choice:
    """The school and the family that the address asks for."""

    school_id: str
    family: str
    own: str
    """Key of the office's own school."""

    @property
    def is_own(self) -> bool:
        """Whether it is the office's own school."""
        return self.school_id == self.own


def choose() -> Choice | None:
    """The choice in the address, by default the own school, with the controls to change it.

    None when the address, or the setting, names a school that there is not: nothing is drawn then, `unknown` says so.
    """
    wanted = choose_school()
    return None if wanted is None else Choice(wanted, family(), ask(own_school))


def asked_for() -> Choice | None:
    """What the address asks for, before the controls are drawn, which may have been moved since; None as `choose`."""
    own, codes = ask(own_school), _families()
    wanted, code = st.query_params.get(SCHOOL, own), st.query_params.get(FAMILY, codes[0])
    return Choice(wanted, code if code in codes else codes[0], own) if wanted in ask(school_names) else None


def choose_school() -> str | None:
    """The key of the school in the address, by default the own one, with the control to change it; None as `choose`."""
    own = ask(own_school)
    names = ask(school_names)
    wanted = st.query_params.get(SCHOOL, own)
    if wanted not in names:
        return None
    st.session_state[_WIDGET] = wanted  # the address rules, also after the browser's back button
    st.selectbox("School", list(names), format_func=names.__getitem__, key=_WIDGET, on_change=_remember, args=(own,))
    return str(wanted)


def family() -> str:
    """The award family in the address, with the control to change it."""
    return filters.one("Award family", FAMILY, _families())


def _families() -> list[str]:
    """The families that have an award of their own, the main one first."""
    codes = [found.family for found in ask(families) if found.role == "award"]
    return sorted(codes, key=lambda code: code != MAIN_FAMILY)


def unknown(page: str) -> None:
    """What stands in for a page about a school that there is not: schools that may be meant."""
    own = ask(own_school)
    wanted = st.query_params.get(SCHOOL, own)[:LONGEST_KEY]
    close = ask(find_schools, wanted.replace("-", " "), 5)
    ways = [f"Did you mean {_school_link(found, page)}?" for found in close]
    ways.append(f"{link('streaks', 'All schools')} can be searched by name.")
    if wanted == own:
        ways.append("The own school is set with <code>awards own-school ID</code>.")
    else:
        ways.append(f"{link(page_address(page), 'The own school')} is where this page opens.")
    frame.empty("Unknown school", f"There is no school “{wanted}”", ways)


def _school_link(school: SchoolInfo, page: str) -> str:
    address = school_address(school.school_id) if page == "school" else page_address(page, school=school.school_id)
    return f"{link(address, school.name)} <code>{escape(school.school_id)}</code>"


def _remember(own: str) -> None:
    """Put the school that was picked in the address; what was opened of the school before is closed."""
    picked = st.session_state[_WIDGET]
    if picked == own:
        st.query_params.pop(SCHOOL, None)
    else:
        st.query_params[SCHOOL] = picked
    filters.show_years_in_address(())
