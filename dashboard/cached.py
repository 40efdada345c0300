"""Answers to questions, remembered until the next change of the database."""

from collections.abc import Callable
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import streamlit as st
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, ProgrammingError

from dashboard.queries.versions import newest_version
from etl.database import database_url, engine_for

P = ParamSpec("P")
Answer = TypeVar("Answer")

REMEMBERED_ANSWERS: Final = 256
"""A school's page asks six questions; the answers of some forty readers stay."""


def engine() -> Engine:
    """The engine on the database that `AWARDS_DATABASE_URL` names now."""
    return _engine(database_url())


def data_version() -> int:
    """The number of the newest data version; 0 while there is no database, or nothing in it."""
    try:
        with engine().connect() as connection:
            return newest_version(connection)
    except (OperationalError, ProgrammingError) as error:
        if _is_missing_table(error):
            return 0
        raise


def ask(question: Callable[Concatenate[Connection, P], Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
    """The answer to `question`, asked of the database once a data version.

    All readers are given the same object, which saves copying it at every click: nobody may change it. Arguments must
    be values (text, numbers, tuples, frozen dataclasses).
    """
    asked = (f"{question.__module__}.{question.__qualname__}", database_url(), data_version())
    answer: Answer = _remembered(asked, args, tuple(sorted(kwargs.items())), _question=question)
    return answer


@st.cache_resource(max_entries=REMEMBERED_ANSWERS, show_spinner=False)
def _remembered(
    asked: tuple[str, str, int],  # noqa: ARG001  part of what the answer is remembered by
    args: tuple[object, ...],
    kwargs: tuple[tuple[str, object], ...],
    *,
    _question: Callable[..., Any],
) -> Any:
    with engine().connect() as connection:
        return _question(connection, *args, **dict(kwargs))


@st.cache_resource(show_spinner=False)
def _engine(url: str) -> Engine:
    return engine_for(url)


def _is_missing_table(error: OperationalError | ProgrammingError) -> bool:
    # SQLite says "no such table", PostgreSQL 'relation "data_version" does not exist'
    return "no such table" in str(error.orig) or 'relation "' in str(error.orig)
