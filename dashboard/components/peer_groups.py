"""The peer groups there are: who froze which schools, when and why, and the way to take one away."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.cached import engine
from dashboard.components import frame
from dashboard.components.downloads import csv_button
from dashboard.components.links import link, page_address
from dashboard.components.peer_choice import GROUP
from dashboard.components.peer_suggestion import TOLD
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.components.who import hint, may, refusing, who
from dashboard.domain.wording import counted
from dashboard.queries.peers import PeerGroup
from etl.report import NotPossible

if TYPE_CHECKING:
    from pandas import DataFrame

_COLUMNS: Final = (
    Column("Group"),
    Column("Schools", number=True),
    Column("Frozen on", tight=True),
    Column("Reason"),
    Column("Made by"),
    Column("Load", number=True),
)


def show_groups(known: Sequence[PeerGroup], shown: PeerGroup | None) -> None:
    """The groups as a table, the oldest first; the one that is shown as a file, and the choice of one to take away."""
    frame.show(table_html("Peer groups, the oldest first", _COLUMNS, map(_row, known), fold=True))
    if shown:
        frame.note(f"The schools of “{shown.name}” as a file that can be loaded again:")
        csv_button(len(shown.school_ids), "peer group", (shown.name,), lambda: members_frame(shown), key="members")
    by_load = {group.load_id: _told(group, known) for group in known}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("Group to take away", list(by_load), format_func=by_load.__getitem__)
        st.button(
            "Take it away (undo its load)", on_click=_take_away, args=(chosen, by_load[chosen]),
            disabled=not may("admin"), help=hint("admin"),
        )  # fmt: skip


def notices_html(group: PeerGroup) -> str:
    """What the reader of a group should know: names that are tied to no school, and what was told when it was made."""
    told = [escape(notice) for notice in group.notices]
    if group.unresolved:
        names = ", ".join(f"“{escape(name)}”" for name in group.unresolved)
        told.append(f"{escape(group.name)}: tied to no school yet: {names} ({link('review', 'review')})")
    items = "".join(f"<p>{line[0].upper()}{line[1:]}.</p>" for line in told)
    return f'<div class="aw aw-notice">{items}</div>' if told else ""


def members_frame(group: PeerGroup) -> "DataFrame":
    """A group as the file from which it can be loaded again: group_name, school_id, reason, frozen_on."""
    from pandas import DataFrame

    rows = [(group.name, school_id, group.reason, group.frozen_on) for school_id in group.school_ids]
    return DataFrame(rows, columns=["group_name", "school_id", "reason", "frozen_on"])


def _row(group: PeerGroup) -> tuple[Cell, ...]:
    unresolved = f" and {counted(len(group.unresolved), 'name')} that waits" if group.unresolved else ""
    made = f"{group.made_by}, {group.made_at:%Y-%m-%d %H:%M} UTC, {group.file}"
    return (
        Html(link(page_address("peers", group=group.name), group.name)),
        f"{len(group.school_ids)}{unresolved}",
        group.frozen_on.isoformat(),
        group.reason or "not given",
        made,
        str(group.load_id),
    )


def _told(group: PeerGroup, known: Sequence[PeerGroup]) -> str:
    """The group, with all others that came by the same load."""
    return ", ".join(other.name for other in known if other.load_id == group.load_id)


@refusing
def _take_away(load_id: int, names: str) -> None:
    from etl.pipeline import undo  # late: half a second that no other reader of this page should wait for

    try:
        undo(engine(), load_id, by=who("admin"))
    except NotPossible as error:
        st.session_state[TOLD] = (str(error), False)
        return
    st.session_state[TOLD] = (f"Taken away: {names}. It can be made again under the same name.", True)
    st.query_params.pop(GROUP, None)
