# ruff: noqa: E501
"""Every question with hostile values: what is asked for is a value, never SQL, and nothing of it is an error."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_type_hints

import pytest
from sqlalchemy import Connection, Engine, func, select

import dashboard.queries
from dashboard.queries.families import Span
from etl.database import engine_for
from etl.schema import tables

TEXTS = (
    "'", '"', "`", "%", "_", "\\", "\\'", "a\x00b", "';DROP TABLE school;--", "' OR '1'='1", "x" * 10_000, ":name", "%s",
    "%(a)s", "?", "{x}", "$1", "é\u202e🏆", "-- ", "/*", "NULL", "",
)  # fmt: skip
NUMBERS = (0, -1, 2**31 - 1, -(2**31))


def questions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """All public functions that ask a connection, by name."""
    for module in pkgutil.iter_modules(dashboard.queries.__path__):
        found = importlib.import_module(f"dashboard.queries.{module.name}")
        for name, function in vars(found).items():
            own = inspect.isfunction(function) and function.__module__ == found.__name__ and not name.startswith("_")
            if own and next(iter(inspect.signature(function).parameters), "") == "connection":
                yield f"{module.name}.{name}", function


ALL = dict(questions())


@pytest.fixture(scope="module")
def asked(shipped_url: str) -> Iterator[Connection]:
    """A connection to the shipped data."""
    engine: Engine = engine_for(shipped_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def hints_of(found: Any) -> dict[str, Any]:
    """The types of a function's parameters or a class's fields; names that are imported for types alone are there."""
    return get_type_hints(found, localns={"DataFrame": object, "Collection": Collection, "Sequence": Sequence})


def value(hint: Any, text: str, number: int, connection: Connection) -> Any:  # noqa: PLR0911  a type a line
    """A value of that type which holds the text or the number."""
    said = str(hint)
    if is_dataclass(hint) and hint is not Span:
        hints = hints_of(hint)
        given = {one.name: value(hints[one.name], text, number, connection) for one in fields(hint)}
        days = {name: "2023-01-01" for name in ("since", "until") if name in given}  # what is no day is told to be none
        return hint(**given | days)
    if hint is Span:
        return dashboard.queries.families.span(connection, "HEED", None)
    if "tuple[int" in said:
        return (number,)
    if any(word in said for word in ("tuple[", "Collection", "frozenset", "list[")):
        return (text,)
    if "date" in said:
        return date(1, 1, 1)
    if "str" in said:
        return text
    if "bool" in said:
        return True
    if "Literal" in said:
        return hint.__args__[0]
    return number


def contents(connection: Connection) -> dict[str, int]:
    """The number of rows of each table."""
    return {name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables().items()}  # type: ignore[attr-defined]  # fmt: skip


def test_there_are_questions() -> None:
    assert len(ALL) > 50
    assert {"schools.find_schools", "records.records", "links.link_of"} <= ALL.keys()


@pytest.mark.parametrize("name", list(ALL))
def test_hostile_values_are_values(asked: Connection, name: str) -> None:
    question, hints = ALL[name], hints_of(ALL[name])
    names = [one for one in inspect.signature(question).parameters if one != "connection"]
    texts = TEXTS if any("str" in str(hints[one]) or is_dataclass(hints[one]) for one in names) else ("",)
    numbers = NUMBERS if any("int" in str(hints[one]) for one in names) else (0,)
    for at in range(max(len(texts), len(numbers))):
        text, number = texts[at % len(texts)], numbers[at % len(numbers)]
        small = {one: number % 50 for one in names if one in ("n", "limit", "start", "first", "skipped")}
        given = {one: value(hints[one], text, number, asked) for one in names} | small
        try:
            answer = question(asked, **given)
        except Exception:
            asked.rollback()
            raise
        if inspect.isgenerator(answer):
            list(answer)


def test_nothing_was_changed(asked: Connection) -> None:
    assert contents(asked)["school"] > 100


@pytest.mark.parametrize("text", TEXTS[:-1])
def test_a_search_finds_what_is_there_and_nothing_else(asked: Connection, text: str) -> None:
    found = ALL["schools.find_schools"](asked, text)
    assert len(found) == 0 or not set("%_\\'\"`?{$") & set(text)
    assert ALL["links.link_of"](asked, text) is None
    assert ALL["schools.school"](asked, text) is None
