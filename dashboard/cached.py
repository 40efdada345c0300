"""Answers to questions, remembered until the next change of the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, local
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import streamlit as st
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.memory import give_back
from etl.database import database_url, engine_for
from etl.reading import answered, reachable_version, read_url, stamp_of
from etl.troubles import is_unreachable

P = ParamSpec("P")
Answer = TypeVar("Answer")
Stamp = tuple[int, str]
"""The newest data version and when it was made."""

REMEMBERED_ANSWERS: Final = 256
"""A school's page asks six questions; the answers of some forty readers stay."""
SEEN: Final = "data_version_seen"
"""Where a session keeps the newest data version it made or was shown: it is never shown an older one."""
_NEWEST: Final[dict[str, Stamp]] = {}
"""What each database held when it was last asked."""
_CHANGE: Final = Lock()
_LOOK: Final = local()
"""What a page that is being drawn in this thread was told of the newest data version."""


@contextmanager
def one_look() -> Iterator[None]:
    """While a page is drawn, the newest data version is asked for once: all of the page is of one version.

    A page that asks for the engine for changes is told anew from then on.
    """
    _LOOK.wanted, _LOOK.told = True, None
    try:
        yield
    finally:
        _LOOK.wanted, _LOOK.told = False, None


def engine() -> Engine:
    """The engine for changes, on the database that `AWARDS_DATABASE_URL` names now.

    Whoever asks for it is about to change something: what this session is shown next holds that change.
    """
    if get_script_run_ctx(suppress_warning=True) is not None:
        st.session_state.pop(SEEN, None)
    _LOOK.wanted, _LOOK.told = False, None
    return _engine(database_url(), read_only=False)


def reader() -> Engine:
    """The engine for questions: on the read replica if there is one and it holds what this session has seen."""
    return _reader()[0]


def data_version() -> int:
    """The number of the newest data version; 0 while there is no database, or nothing in it."""
    return _reader()[1][0]


def ask(question: Callable[Concatenate[Connection, P], Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
    """The answer to `question`, asked of the database once a data version.

    All readers are given the same object, which saves copying it at every click: nobody may change it. Arguments must
    be values (text, numbers, tuples, frozen dataclasses).
    """
    asked_of, stamp = _reader()
    # One text to remember the answer by: to hash one takes a tenth of hashing its parts.
    asked = repr((question.__module__, question.__qualname__, str(asked_of.url), stamp, args, sorted(kwargs.items())))
    answer: Answer = _remembered(
        asked, _question=lambda connection: question(connection, *args, **kwargs), _engine=asked_of
    )
    return answer


@st.cache_resource(max_entries=REMEMBERED_ANSWERS, show_spinner=False)
def _remembered(
    asked: str,  # noqa: ARG001  what the answer is remembered by
    *,
    _question: Callable[[Connection], Any],
    _engine: Engine,
) -> Any:
    return answered(_engine, _question)


@st.cache_resource(show_spinner=False)
def _engine(url: str, *, read_only: bool) -> Engine:
    return engine_for(url, read_only=read_only)


def _reader() -> tuple[Engine, Stamp]:
    """The engine to ask, and what it holds."""
    told: tuple[Engine, Stamp] | None = getattr(_LOOK, "told", None)
    if told is None:
        told = _newest()
        _forget_older(str(told[0].url), told[1])
        if getattr(_LOOK, "wanted", False):
            _LOOK.told = told
    return told


def _forget_older(url: str, stamp: Stamp) -> None:
    """Let go of all answers once a database holds something newer: nobody asks for the older ones again."""
    with _CHANGE:
        known = _NEWEST.get(url)
        if known == stamp or (known and known[0] > stamp[0]):
            return
        _NEWEST[url] = stamp
    if known:
        _remembered.clear()
        give_back()


def _newest() -> tuple[Engine, Stamp]:
    """The same, asked of the databases."""
    primary, url = _engine(database_url(), read_only=False), read_url()
    if url is None:
        return primary, stamp_of(primary)
    replica = _engine(url, read_only=True)
    seen, copied = _seen(primary), _stamp_if_there(replica)
    if copied is not None and copied[0] >= seen:
        _saw(copied[0])
        return replica, copied
    stamp = stamp_of(primary) if copied is None else _stamp_if_there(primary)
    if stamp is None:
        return replica, copied or (0, "")  # an older answer is better than none, and the foot names its version
    _saw(stamp[0])
    return primary, stamp


def _stamp_if_there(asked: Engine) -> Stamp | None:
    """What a database holds; None where it does not answer."""
    try:
        return stamp_of(asked)
    except DBAPIError as error:
        if not is_unreachable(error):
            raise
        return None


def _seen(primary: Engine) -> int:
    """The newest data version this session knows of; asked of the database itself at its start and after a change."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return 0
    if SEEN not in st.session_state:
        st.session_state[SEEN] = reachable_version(primary) or 0
    return int(st.session_state[SEEN])


def _saw(version: int) -> None:
    if get_script_run_ctx(suppress_warning=True) is not None:
        st.session_state[SEEN] = max(version, int(st.session_state.get(SEEN, 0)))
