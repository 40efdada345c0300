"""What was entered in the fields of a page, kept while another page is looked at.

Streamlit forgets a field as soon as a page without it is drawn.
"""

from typing import Final, TypeVar

import streamlit as st

KEPT: Final = "kept_fields"
BEGUN: Final = "kept_fields_begun"
T = TypeVar("T")


def kept(key: str, value: T) -> T:
    """What the field of that key begins with: what was entered in it before, else `value`.

    It stays the same as long as the field is on the page.
    """
    entered, begun = (st.session_state.setdefault(name, {}) for name in (KEPT, BEGUN))
    if key not in st.session_state or key not in begun:
        begun[key] = entered.get(key, value)
    found: T = begun[key]
    return found


def keep(key: str, value: T) -> T:
    """Keep what the field of that key holds now, and return it."""
    st.session_state.setdefault(KEPT, {})[key] = value
    return value


def forget(start: str) -> None:
    """Forget what was entered in the fields whose keys begin so, and what else is kept under such keys."""
    for held in (st.session_state.get(KEPT, {}), st.session_state.get(BEGUN, {}), st.session_state):
        for key in [str(key) for key in held if str(key).startswith(start)]:
            del held[key]
