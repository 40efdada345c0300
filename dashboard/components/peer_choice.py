"""Whom the page of peers holds against whom, and over which years: all of it stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import streamlit as st

from dashboard.cached import ask
from dashboard.components import filters, frame
from dashboard.components.links import link, page_address
from dashboard.components.school_picker import LONGEST_KEY
from dashboard.queries.peers import PeerGroup, groups
from dashboard.queries.schools import school_names

GROUP: Final = "group"
WITH: Final = "with"
FIRST: Final = "from"
LAST: Final = "to"
NO_GROUP: Final = "-"
"""What the address says for no group; no group can bear this name."""
MOST_PICKED: Final = 500
_GROUP_WIDGET: Final = "chosen_group"
_WITH_WIDGET: Final = "chosen_with"


@dataclass(frozen=True)
class Others:
    """The schools to compare with."""

    group: PeerGroup | None
    picked: tuple[str, ...]
    """Keys of schools picked by hand, besides the group."""
    unknown: tuple[str, ...] = ()
    """Keys in the address that no school has."""

    @property
    def school_ids(self) -> tuple[str, ...]:
        """Keys of all of them, each once."""
        return tuple(dict.fromkeys((*(self.group.school_ids if self.group else ()), *self.picked)))

    @property
    def told(self) -> str:
        """What they are, in a few words."""
        if self.group is None:
            return "schools picked by hand"
        return f"peer group “{self.group.name}”" + (" and schools picked by hand" if self.picked else "")


def choose_others() -> Others | None:
    """The schools that the address asks for, with the controls to change them.

    Without any, the oldest group: a new group does not change what an address shows. None when the address names a
    group that there is not; nothing is drawn then, `unknown_group` says so.
    """
    known = {group.name: group for group in ask(groups)}
    names = ask(school_names)
    asked = st.query_params.get_all(WITH)[:MOST_PICKED]
    picked = list(dict.fromkeys(key for key in asked if key in names))
    first = NO_GROUP if asked else next(iter(known), NO_GROUP)
    wanted = st.query_params.get(GROUP, first)
    if wanted != NO_GROUP and wanted not in known:
        return None
    st.session_state[_GROUP_WIDGET], st.session_state[_WITH_WIDGET] = wanted, picked  # the address rules
    st.selectbox("Peer group", [*known, NO_GROUP], format_func=_told, key=_GROUP_WIDGET, on_change=_remember)
    st.multiselect(
        "Further schools", list(names), format_func=names.__getitem__, key=_WITH_WIDGET, placeholder="none",
        on_change=_remember,
    )  # fmt: skip
    return Others(known.get(wanted), tuple(picked), tuple(sorted(set(asked) - set(names))))


def choose_span(first: int, last: int) -> tuple[int, int]:
    """The first and last award year that the address asks for, by default all, with the controls to change them."""
    up = [str(year) for year in range(first, last + 1)]
    one = int(filters.one("From", FIRST, up))
    other = int(filters.one("To", LAST, up[::-1]))
    return min(one, other), max(one, other)


def unknown_group() -> None:
    """What stands in for the comparison with a group that there is not."""
    wanted = st.query_params[GROUP][:LONGEST_KEY]
    ways = [f"{link(page_address('peers', group=group.name), group.name)} is a group." for group in ask(groups)]
    ways.append(f"{link('peers', 'All peers')} is where this page opens.")
    ways.append("A group that was taken away can be made again, under the same name.")
    frame.empty("Unknown peer group", f"There is no peer group “{wanted}”", ways)


def unknown_schools(keys: Sequence[str]) -> None:
    """Tell which schools of the address are left out."""
    if keys:
        told = ", ".join(f"<code>{escape(key[:LONGEST_KEY])}</code>" for key in keys[:5])
        more = f" and {len(keys) - 5} more" if len(keys) > 5 else ""
        frame.show(
            f'<div class="aw aw-notice"><p>No school has the key {told}{more}; left out. '
            f"{link('streaks', 'Streaks')} lists all schools.</p></div>"
        )


def _told(name: str) -> str:
    return "no group" if name == NO_GROUP else name


def _remember() -> None:
    """Put both choices in the address, so that neither changes when a group comes or goes."""
    st.query_params[GROUP] = st.session_state[_GROUP_WIDGET]
    if picked := st.session_state[_WITH_WIDGET]:
        st.query_params[WITH] = picked
    else:
        st.query_params.pop(WITH, None)
