"""Undo of any load, and the rebuild: what an admin can take back or derive anew."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard.cached import ask, engine
from dashboard.components import frame, who
from dashboard.queries.bookkeeping import LoadInfo, mending_loads
from etl.report import NotPossible

TOLD: Final = "undo_told"


def show_undo(loads: Sequence[LoadInfo]) -> None:
    """The choice of a load to undo, and the button that derives everything anew; closed to who may not."""
    frame.section(
        "Take back, or derive anew",
        "An undone load is kept, and what its file said before counts again. A rebuild should change nothing.",
    )
    if told := st.session_state.pop(TOLD, None):
        (st.success if told[1] else st.error)(told[0])
    closed, why = not who.may("admin"), who.hint("admin")
    if why:
        frame.note(why)
    labels = {
        one.load_id: f"{one.load_id}: {one.file} ({one.kind}), {one.made_at:%Y-%m-%d} by {one.made_by}"
        for one in loads
        if one.undone_version is None
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if labels:
            chosen = st.selectbox(
                "Load",
                list(labels),
                None,
                placeholder="choose what to take back",
                format_func=labels.__getitem__,
                key=f"undo_load_{next(iter(labels))}",
                disabled=closed,
            )
            st.button(
                "Undo it", on_click=_undo, args=(chosen,), disabled=closed or chosen is None, help=why, key="undo_one"
            )
        st.button("Derive all records anew", on_click=_rebuild, disabled=closed, help=why, key="rebuild")


def _undo(load_id: int) -> None:
    from etl.pipeline import undo  # late: no other page should wait for what loads import

    try:
        version = undo(engine(), load_id, by=who.who("admin"))
    except NotPossible as error:
        st.session_state[TOLD] = (f"Not undone: {error}", False)
        return
    mending = ask(mending_loads, load_id)
    stay = ", ".join(map(str, mending))
    more = (
        f" Rows of it that were mended stay loaded (load {stay}): undo that, too, if they shall go." if mending else ""
    )
    st.session_state[TOLD] = (f"Load {load_id} is undone; the data version is now {version}.{more}", True)


def _rebuild() -> None:
    from etl.pipeline import rebuild  # late, as above

    try:
        differing = rebuild(engine(), by=who.who("admin"))
    except NotPossible as error:
        st.session_state[TOLD] = (f"Not derived anew: {error}", False)
        return
    told = "nothing changed" if not differing else f"{differing:,} rows differ now"
    st.session_state[TOLD] = (f"All derived anew; {told}.", True)
