"""The audit log: who did what and when, and what it changed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Text, cast, func, or_, select

from dashboard.domain.choices import NotAChoice
from dashboard.queries.versions import in_utc
from etl.schema import Audit

COLUMNS: Final = ("act", "at", "who", "action", "what", "data_version", "before", "after")


@dataclass(frozen=True)
class AuditFilter:
    """Which acts. An empty field does not restrict."""

    text: str = ""
    """Words that the act must all hold, without case."""
    people: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    since: str = ""
    """First day, ISO 8601, UTC."""
    until: str = ""
    """Last day."""

    def described(self) -> tuple[str, ...]:
        """The filter in few words, a part each, for the name of a file."""
        days = f"{self.since}-{self.until}" if self.since or self.until else ""
        return tuple(part for part in (*self.people, *self.actions, days, self.text) if part)


@dataclass(frozen=True)
class Act:
    """One act of one person."""

    audit_id: int
    at: datetime
    """UTC."""
    who: str
    action: str
    what: str
    version: int | None
    """The data version it made; None: it changed no data."""
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def count_acts(connection: Connection, wanted: AuditFilter) -> int:
    """How many acts the filter lets through."""
    return connection.scalar(_only(select(func.count()).select_from(Audit), wanted)) or 0


def acts(connection: Connection, wanted: AuditFilter, first: int = 0, n: int | None = None) -> list[Act]:
    """The acts that the filter lets through, newest first, from the one numbered `first` (from 0), `n` of them."""
    query = _only(_ACTS, wanted).order_by(Audit.audit_id.desc()).offset(first)
    return [_act(row) for row in connection.execute(query if n is None else query.limit(n))]


def audit_rows(
    connection: Connection, wanted: AuditFilter, version: int | None = None
) -> Iterator[tuple[int, str, str, str, str, int | None, str, str]]:
    """The same as rows of `COLUMNS`, moments in ISO 8601, what it said before and after as JSON.

    `version`: only acts up to the last that made this data version or an earlier one.
    """
    query = _only(_ACTS, wanted).order_by(Audit.audit_id.desc())
    if version is not None:
        last = select(func.max(Audit.audit_id)).where(Audit.version <= version).scalar_subquery()
        query = query.where(Audit.audit_id <= last)
    for row in connection.execute(query):
        act = _act(row)
        at = act.at.isoformat(timespec="seconds")
        yield act.audit_id, at, act.who, act.action, act.what, act.version, said(act.before), said(act.after)


def people_and_actions(connection: Connection) -> tuple[list[str], list[str]]:
    """Everybody who did something, and all actions there are, in order."""
    people = connection.scalars(select(Audit.who).distinct())
    actions = connection.scalars(select(Audit.action).distinct())
    return sorted(people, key=str.casefold), sorted(actions, key=str.casefold)


def newest_act(connection: Connection) -> int:
    """The number of the newest act; 0 before the first."""
    return connection.scalar(select(func.max(Audit.audit_id))) or 0


def said(value: dict[str, Any] | None) -> str:
    """What was said before or after, as JSON; empty where nothing was."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


_ACTS: Final = select(
    Audit.audit_id, Audit.at, Audit.who, Audit.action, Audit.what, Audit.version, Audit.before, Audit.after
)


def _act(row: Any) -> Act:
    return Act(row.audit_id, in_utc(row.at), row.who, row.action, row.what, row.version, row.before, row.after)


def _only(query: Select[*tuple[Any, ...]], wanted: AuditFilter) -> Select[*tuple[Any, ...]]:
    found: list[ColumnElement[bool]] = []
    if wanted.people:
        found.append(Audit.who.in_(wanted.people))
    if wanted.actions:
        found.append(Audit.action.in_(wanted.actions))
    if wanted.since:
        found.append(Audit.at >= _midnight(wanted.since, 0))
    if wanted.until:
        found.append(Audit.at < _midnight(wanted.until, 1))
    held = (Audit.who, Audit.action, Audit.what, cast(Audit.before, Text), cast(Audit.after, Text))
    found += [
        or_(*(func.lower(func.coalesce(column, "")).contains(word, autoescape=True) for column in held))
        for word in wanted.text.casefold().split()
    ]
    return query.where(*found)


def _midnight(day: str, later: int) -> datetime:
    """The beginning of a day, or of the day so many days later. Raises NotAChoice."""
    try:
        return datetime.combine(date.fromisoformat(day) + timedelta(days=later), time(), UTC)
    except (ValueError, OverflowError) as error:
        raise NotAChoice(f"{day!r} is no day; write it like 2026-11-23") from error
