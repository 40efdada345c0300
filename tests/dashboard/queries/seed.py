"""A small database written row by row, for questions whose answers must not depend on how files are loaded."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any, cast

from sqlalchemy import JSON, Column, Connection, Engine, delete, inspect

from etl.database import engine_for
from etl.schema import Base, tables

BLANKS: dict[type, object] = {str: "", int: 0, bool: False, list: [], date: date(2024, 1, 2)}
GIVEN = {
    "decision": "accepted",
    "rule": "the printed name is the school's name",
    "outcome": "won",
    "basis": "announced",
    "label": "sure",
    "role": "award",
    "given_to": "any",
    "publisher_kind": "other",
    "kind": "institution",
    "origin": "listed",
    "status": "won",
    "claim": "total",
    "change": "load",
    "held": True,
    "known": True,
    "announced": True,
    "valid_from": 1,
    "file_id": 1,
    "line": 2,
    "n_sources": 1,
    "made_at": datetime(2024, 1, 2, 3, 4, tzinfo=UTC),
}
"""Values of columns that a test does not care about."""


def fresh_engine(folder: Path) -> Engine:
    """An engine on an empty database with all tables, version 1 and the file `1`."""
    engine = engine_for(f"sqlite:///{folder / 'awards.db'}")
    Base.metadata.create_all(engine)
    return engine


class Seed:
    """Writes rows; columns that are not given are filled with something harmless."""

    def __init__(self, connection: Connection, first_key: int = 1) -> None:
        self.connection = connection
        self._keys = count(first_key)

    def begin(self) -> "Seed":
        """Enter the first data version and its file."""
        self.row("data_version", version=1, made_by="tester", note="first load")
        self.row("file", file_id=1, kind="winners", name="winners.csv")
        return self

    def row(self, table: str, **values: object) -> None:
        """Add a row to `table`."""
        columns = tables()[table].columns
        unknown = sorted(values.keys() - columns.keys())
        if unknown:
            raise KeyError(f"{table} has no column {unknown}")
        filled = {name: self._blank(table, column) for name, column in columns.items() if name not in values}
        self.connection.execute(tables()[table].insert().values({**filled, **values}))

    def _blank(self, table: str, column: Column[Any]) -> object:
        if column.primary_key or column.name in ("row_key", "content_key", "name_key"):
            return next(self._keys)
        if column.nullable:
            return None
        if table == "award" and column.name == "name":
            return "An Award"
        return GIVEN.get(column.name, BLANKS.get(_python_type(column), ""))

    def award(self, award: str, family: str | None = None, **more: object) -> None:
        """An award; its family has its own code unless given."""
        self.row("award", award=award, name=more.pop("name", award.title()), family=family or award, **more)

    def school(self, school_id: str, **more: object) -> None:
        """A school, by default with its key as name."""
        self.row("school", school_id=school_id, name=more.pop("name", school_id), **more)

    def calendar(self, family: str, years: Mapping[int, str], **more: object) -> None:
        """A calendar: year -> held, announced, cancelled or gap (`held` is not announced yet)."""
        turn = 0
        for year, what in sorted(years.items()):
            held = what != "cancelled"
            turn += held
            said = {"held": held, "known": what != "gap", "announced": what == "announced"}
            self.row("calendar", family=family, year=year, turn=turn if held else None, **{**said, **more})

    def years(self, school_id: str, statuses: Mapping[int, str], family: str = "HEED", **more: object) -> None:
        """Year statuses of a school."""
        for year, status in statuses.items():
            self.row("year_status", school_id=school_id, family=family, year=year, status=status, **more)

    def clear(self, *names: str) -> None:
        """Empty those tables."""
        for name in names:
            self.connection.execute(delete(tables()[name]))


def _python_type(column: Column[Any]) -> type:
    return list if isinstance(column.type, JSON) else cast(type, column.type.python_type)


def table_names(engine: Engine) -> set[str]:
    """Names of the tables that are there."""
    return set(inspect(engine).get_table_names())
