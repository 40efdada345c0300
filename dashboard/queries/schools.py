"""Schools: all, one, the own one, and by a piece of their name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Row, Select, and_, func, select

from dashboard.queries.frames import TEXT, framed
from dashboard.queries.versions import counts_in
from etl.schema import Institution, School, Setting

if TYPE_CHECKING:
    from pandas import DataFrame

OWN_SCHOOL = "own_school"
"""Name of the setting."""
DEFAULT_OWN_SCHOOL = "umkc-som"
SCHOOLS_AT_A_TIME = 20
CLOSE = 0.7
"""How alike (0 to 1) a name must be to be offered for a typing error."""


@dataclass(frozen=True)
class SchoolInfo:
    """A school with what the directory says of its university."""

    school_id: str
    name: str
    short_name: str
    """Name for tight places; the full name where there is none."""
    kind: str
    institution_name: str | None
    unitid: str | None
    state: str | None
    former_names: tuple[str, ...]
    note: str | None
    origin: str
    """listed in a file, or created from a printed name."""
    city: str | None
    region: str | None
    control: str | None


def schools(connection: Connection, version: int | None = None) -> DataFrame:
    """All schools as a table, by name.

    Columns, all text: school_id, name, short_name (the full name where there is none), kind, institution_name, unitid,
    state, origin. Missing where nothing is known.
    """
    columns = ("school_id", "name", "short_name", "kind", "institution_name", "unitid", "state", "origin")
    infos = all_schools(connection, version)
    return framed([[getattr(info, name) for name in columns] for info in infos], dict.fromkeys(columns, TEXT))


def all_schools(connection: Connection, version: int | None = None) -> list[SchoolInfo]:
    """All schools, by name."""
    return sorted(_infos(connection, _statement(version)), key=lambda info: (info.name.casefold(), info.school_id))


def school_names(connection: Connection, version: int | None = None) -> dict[str, str]:
    """The name of every school by its key, in the order of names: what a choice of schools offers."""
    return {info.school_id: info.name for info in all_schools(connection, version)}


def school(connection: Connection, school_id: str, version: int | None = None) -> SchoolInfo | None:
    """The school of that key; None when there is none."""
    return next(iter(_infos(connection, _statement(version).where(School.school_id == school_id))), None)


def schools_in_order(
    connection: Connection, among: Collection[str] = (), version: int | None = None
) -> Iterator[list[str]]:
    """The keys of all schools (or of those `among` them) by name, some at a time, for answers that come in parts."""
    statement = select(School.school_id, School.name).where(counts_in(School, version))
    if among:
        statement = statement.where(School.school_id.in_(among))
    # Sorted here: databases differ in how they order text.
    keys = [key for key, _ in sorted(connection.execute(statement), key=lambda row: (row[1].casefold(), row[0]))]
    for start in range(0, len(keys), SCHOOLS_AT_A_TIME):
        yield keys[start : start + SCHOOLS_AT_A_TIME]


def own_school(connection: Connection) -> str:
    """The key of the office's own school, as set; `umkc-som` until somebody sets it."""
    setting = connection.scalar(select(Setting.value).where(Setting.name == OWN_SCHOOL))
    return setting or DEFAULT_OWN_SCHOOL


def find_schools(connection: Connection, text: str, limit: int = 10) -> list[SchoolInfo]:
    """Schools that `text` may mean, best first.

    Those whose key, name, short name or university holds every word of `text` (without case) come first, the closest
    ahead; then, for typing errors, those whose key or name is close to it. Empty for empty text.
    """
    words = text.casefold().split()
    if not words:
        return []
    ranked = [
        (_holds(info, words), _likeness(info, " ".join(words)), info) for info in _infos(connection, _statement(None))
    ]
    found = [entry for entry in ranked if entry[0] or entry[1] >= CLOSE]
    found.sort(key=lambda entry: (not entry[0], -entry[1], entry[2].school_id))
    return [info for _, _, info in found[:limit]]


def _holds(info: SchoolInfo, words: list[str]) -> bool:
    whole = " ".join((info.school_id, info.name, info.short_name, info.institution_name or "")).casefold()
    return all(word in whole for word in words)


def _likeness(info: SchoolInfo, text: str) -> float:
    names = {info.school_id, info.name.casefold(), info.short_name.casefold()}
    return max(SequenceMatcher(None, name, text).ratio() for name in names)


def _statement(version: int | None) -> Select[*tuple[object, ...]]:
    directory = and_(Institution.unitid == School.unitid, counts_in(Institution, version))
    return (
        select(School.school_id, School.name, func.coalesce(School.short_name, School.name).label("short_name"))
        .add_columns(School.kind, School.institution_name, School.unitid, School.state, School.former_names)
        .add_columns(School.note, School.origin, Institution.city, Institution.region, Institution.control)
        .outerjoin(Institution, directory)
        .where(counts_in(School, version))
    )


def _infos(connection: Connection, statement: Select[*tuple[object, ...]]) -> list[SchoolInfo]:
    return [_info(row) for row in connection.execute(statement)]


def _info(row: Row[*tuple[object, ...]]) -> SchoolInfo:
    said = dict(row._mapping)
    former = tuple(part.strip() for part in (said.pop("former_names") or "").split("|") if part.strip())
    return SchoolInfo(former_names=former, **said)
