"""Who is at work in this browser, and what that person may do: every change is signed by `who`, which asks."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, ParamSpec

import streamlit as st

from dashboard import acts
from dashboard.access import NotAllowed, Person, Role, access, person, reaches
from dashboard.cached import engine
from etl.report import current_user

P = ParamSpec("P")
TOLD: Final = "not_allowed_told"


def who(role: Role = "analyst") -> str:
    """Whoever is at work, for signing a change that needs that role: the e-mail address; without sign-in the account.

    Raises NotAllowed, and enters it in the audit log, when the person does not have the role.
    """
    found = access()
    if not found.sign_in:
        return current_user()
    one = signed_in()
    if one is None:
        raise NotAllowed("nobody is signed in here, or too long ago; reload the page and sign in")
    if not reaches(one.role, role):
        acts.note(engine(), one.name, acts.REFUSED, f"something that needs {role}; the role is {one.role or 'none'}")
        raise NotAllowed(reason(role))
    return one.name


def signed_in() -> Person | None:
    """Who signed in; None when nobody did, or sign-in is off."""
    found = access()
    return person(st.user.to_dict(), found) if found.sign_in else None


def may(role: Role) -> bool:
    """Whether whoever is at work has the role; without sign-in everybody at this machine has."""
    if not access().sign_in:
        return True
    one = signed_in()
    return one is not None and reaches(one.role, role)


def reason(role: Role) -> str:
    """Why something is not for this person, and whom to ask."""
    one = signed_in()
    has = f"yours is {one.role}" if one and one.role else "you have none"
    return f"This needs the role {role}; {has}. Ask {access().ask}."


def hint(role: Role) -> str | None:
    """The same for a button that is disabled; None where it is not."""
    return None if may(role) else reason(role)


def refusing(act: Callable[P, Any]) -> Callable[P, None]:
    """A callback that tells on the page, in place of failing, that it is not for this person."""

    @wraps(act)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            act(*args, **kwargs)
        except NotAllowed as error:
            st.session_state[TOLD] = str(error)

    return guarded


def tell() -> None:
    """Tell once that the last act was not for this person."""
    if told := st.session_state.pop(TOLD, None):
        st.error(f"Nothing was changed. {told}")
