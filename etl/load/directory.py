"""The resolver over the institutions, schools and names that count now, made once while these stay the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from etl.schema import REVIEW, tables
from etl.transform.schools import Alias, Institution, Resolver, School

_INSTITUTION = (
    "unitid", "name", "aliases", "former_names", "city", "state", "control", "level", "system_name", "web_domain",
    "active", "merged_into_unitid", "professions", "medical", "hospital", "carnegie_basic_code",
)  # fmt: skip
_SCHOOL = ("school_id", "name", "short_name", "kind", "unitid", "state", "former_names")
_NAME = (
    "name", "school_id", "unitid", "label", "scope_parent", "scope_state", "scope_domain", "scope_source_url",
    "scope_award", "scope_year", "candidates", "reason", "file_id",
)  # fmt: skip
_LISTS = frozenset(("aliases", "former_names", "professions"))
"""Columns that hold several values, parted by bars."""
Rows = Sequence[Row[Any]]


@dataclass(frozen=True)
class Said:
    """All that a resolver is made of, as the database holds it."""

    institutions: Rows
    schools: Rows
    names: Rows
    reviews: frozenset[int]
    """Files whose names are a person's answers."""
    levels: Rows
    """Awards with whom they are given to."""

    @classmethod
    def read(cls, connection: Connection) -> "Said":
        """What counts now."""
        t, file = tables(), tables()["file"]
        reviews = connection.execute(select(file.c.file_id).where(file.c.name == REVIEW)).scalars()
        return cls(
            _live(connection, t["institution"], _INSTITUTION),
            _live(connection, t["school"], _SCHOOL, origin="listed"),
            _live(connection, t["name"], _NAME),
            frozenset(reviews),
            _live(connection, t["award"], ("award", "given_to")),
        )


_last: tuple[Said, Resolver] | None = None
"""The last resolver, with what it was made of: loads, reviews and announcements come one after another."""


def directory(connection: Connection) -> Resolver:
    """The resolver over the institutions, schools and names that count now."""
    global _last  # noqa: PLW0603 one place for all threads, and its replacement is one step
    said, last = Said.read(connection), _last
    if last is not None and last[0] == said:
        return last[1]
    resolver = _made(said)
    _last = said, resolver
    return resolver


def _made(said: Said) -> Resolver:
    return Resolver(
        [Institution(**_values(row, _INSTITUTION)) for row in said.institutions],
        [School(**_values(row, _SCHOOL)) for row in said.schools],
        [Alias(**_values(row, _NAME[:-1]), answered=row.file_id in said.reviews) for row in said.names],
        {row.award: row.given_to for row in said.levels},
    )


def _live(connection: Connection, table: Table, columns: Sequence[str], **equals: Any) -> Rows:
    query = select(*(table.c[name] for name in columns)).where(table.c.valid_to.is_(None)).order_by(table.c.row_id)
    return connection.execute(query.filter_by(**equals)).all()


def _values(row: Row[Any], columns: Sequence[str]) -> dict[str, Any]:
    return {name: _parts(value) if name in _LISTS else value for name, value in zip(columns, row, strict=False)}


def _parts(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split("|") if part.strip())
