"""What somebody has open or has entered, kept while another page is looked at.

Streamlit forgets a field as soon as a page without it is drawn, and all of a session when a link loads a page anew: the
next session of the same browser begins with what the last one had.
"""

from copy import copy
from typing import Any, Final, TypeVar

import streamlit as st

from dashboard.components.who import signed_in
from dashboard.seats import COOKIE, shelf

KEPT: Final = "kept_fields"
BEGUN: Final = "kept_fields_begun"
T = TypeVar("T")


def held(key: str, begin: T) -> T:
    """What is held under that key in this session; at its beginning what the browser's last one held, else `begin`."""
    if key not in st.session_state:
        st.session_state[key] = copy(_shelf().get(key, begin))
    found: T = st.session_state[key]
    return found


def hold(key: str, value: Any) -> None:
    """Hold a value under that key, in this session and for the browser's next one."""
    st.session_state[key] = _shelf()[key] = value


def kept(key: str, value: T) -> T:
    """What the field of that key begins with: what was entered in it before, else `value`.

    It stays the same as long as the field is on the page.
    """
    entered, begun = held(KEPT, dict[str, Any]()), st.session_state.setdefault(BEGUN, {})
    if key not in st.session_state or key not in begun:
        begun[key] = entered.get(key, value)
    found: T = begun[key]
    return found


def keep(key: str, value: T) -> T:
    """Keep what the field of that key holds now, and return it."""
    entered = held(KEPT, dict[str, Any]())
    if key not in entered or entered[key] != value:
        hold(KEPT, {**entered, key: value})
    return value


def forget(start: str) -> None:
    """Forget what was entered in the fields whose keys begin so, and what else is held under such keys."""
    hold(KEPT, {key: value for key, value in held(KEPT, dict[str, Any]()).items() if not key.startswith(start)})
    for place in (st.session_state.get(BEGUN, {}), st.session_state, _shelf()):
        for key in [str(key) for key in place if str(key).startswith(start)]:
            del place[key]


def _shelf() -> dict[str, Any]:
    """What the browser of this session has open; nothing where it has no seat."""
    seat = st.context.cookies.get(COOKIE)
    one = signed_in()
    return shelf(seat, one.name if one else "") if seat else {}
