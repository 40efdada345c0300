"""Peer groups, and what the directory says of the schools that can be peers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from dashboard.domain.peers import SchoolFeatures
from dashboard.queries.versions import counts_in, in_utc
from etl.schema import DataVersion, File, Institution, Load, PeerMember, School

_STATES_OF_REGION = re.compile(r"( [A-Z]{2})+$")


@dataclass(frozen=True)
class PeerGroup:
    """A named, frozen set of schools, with who froze it and why."""

    name: str
    frozen_on: date
    """As its file says; without that the day it was loaded."""
    reason: str
    """Empty where its file gives none."""
    school_ids: tuple[str, ...]
    """Its schools in the order of the file, each once."""
    unresolved: tuple[str, ...]
    """Printed names that are tied to no school yet."""
    made_by: str
    made_at: datetime
    """UTC."""
    load_id: int
    """The load that undo would take back."""
    file: str
    notices: tuple[str, ...]
    """What was told when it was made."""

    def as_json(self) -> dict[str, object]:
        """The object that `awards peers groups --json` prints."""
        return {
            "group": self.name,
            "frozen_on": self.frozen_on.isoformat(),
            "reason": self.reason,
            "schools": list(self.school_ids),
            "unresolved": list(self.unresolved),
            "made_by": self.made_by,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "load": self.load_id,
            "file": self.file,
            "notices": list(self.notices),
        }


def groups(connection: Connection, version: int | None = None) -> list[PeerGroup]:
    """All peer groups, the oldest first, then by name. A group of several files is one: all their schools are in it."""
    members: dict[str, list[_MemberRow]] = {}
    for row in connection.execute(_members_statement(version)):
        members.setdefault(row.group_name, []).append(row)
    loads = _loads(connection, version)
    found = [_group(name, rows, loads) for name, rows in members.items()]
    return sorted(found, key=lambda group: (group.frozen_on, group.name.casefold(), group.name))


def features(connection: Connection, version: int | None = None) -> list[SchoolFeatures]:
    """Every school that is known, with what the directory says of its university, in the order of school_id."""
    directory = and_(Institution.unitid == School.unitid, counts_in(Institution, version))
    statement = (
        select(School.school_id, School.name, func.coalesce(School.short_name, School.name).label("short_name"))
        .add_columns(School.kind, School.state, Institution.control, Institution.level, Institution.size_class)
        .add_columns(Institution.carnegie_basic, Institution.region, Institution.locale, Institution.medical)
        .add_columns(Institution.active, Institution.merged_into_unitid)
        .outerjoin(Institution, directory)
        .where(counts_in(School, version))
    )
    return sorted(map(_features, connection.execute(statement)), key=lambda school: school.school_id)


_MemberRow = Row[int, str, str | None, str | None, str | None, str | None, date | None, str | None]


def _members_statement(
    version: int | None,
) -> Select[int, str, str | None, str | None, str | None, str | None, date | None, str | None]:
    table = PeerMember
    statement = select(
        table.file_id, table.group_name, table.school_id, table.school_as_printed, table.parent_as_printed,
        table.reason, table.frozen_on, table.bound_school_id,
    )  # fmt: skip
    return statement.where(counts_in(table, version)).order_by(table.file_id, table.sheet, table.line, table.row_id)


@dataclass(frozen=True)
class _LoadOfFile:
    load_id: int
    file: str
    made_by: str
    made_at: datetime
    notices: tuple[str, ...]


def _loads(connection: Connection, version: int | None) -> dict[int, _LoadOfFile]:
    """The newest load of each file of groups that stands (in that data version), by file."""
    stands: ColumnElement[bool] = Load.undone_version.is_(None)
    if version is not None:
        stands = and_(Load.version <= version, or_(stands, Load.undone_version > version))
    statement = (
        select(Load.file_id, Load.load_id, File.name, DataVersion.made_by, DataVersion.made_at, Load.notices)
        .join(File, File.file_id == Load.file_id)
        .join(DataVersion, DataVersion.version == Load.version)
        .where(File.kind == "peers", stands)
        .order_by(Load.load_id)
    )
    return {
        row.file_id: _LoadOfFile(row.load_id, row.name, row.made_by, in_utc(row.made_at), tuple(row.notices))
        for row in connection.execute(statement)
    }


def _group(name: str, rows: Sequence[_MemberRow], loads: dict[int, _LoadOfFile]) -> PeerGroup:
    load = max((loads[row.file_id] for row in rows), key=lambda one: one.load_id)
    days = [row.frozen_on for row in rows if row.frozen_on]
    return PeerGroup(
        name=name,
        frozen_on=max(days, default=load.made_at.date()),
        reason="; ".join(dict.fromkeys(row.reason for row in rows if row.reason)),
        school_ids=tuple(dict.fromkeys(row.bound_school_id for row in rows if row.bound_school_id)),
        unresolved=tuple(dict.fromkeys(_printed(row) for row in rows if not row.bound_school_id)),
        made_by=load.made_by,
        made_at=load.made_at,
        load_id=load.load_id,
        file=load.file,
        notices=tuple(notice for notice in load.notices if repr(name) in notice),
    )


def _printed(row: _MemberRow) -> str:
    printed = ", ".join(part for part in (row.school_as_printed, row.parent_as_printed) if part)
    return printed or row.school_id or ""


def _features(row: Row[tuple[object, ...]]) -> SchoolFeatures:
    return SchoolFeatures(
        school_id=row.school_id,
        name=row.name,
        short_name=row.short_name,
        kind=row.kind,
        state=row.state,
        control=row.control,
        size=row.size_class,
        carnegie=row.carnegie_basic,
        region=_STATES_OF_REGION.sub("", row.region) if row.region else None,
        urbanicity=row.locale,
        medical=None if row.medical is None else "granted" if row.medical else "not granted",
        sector=f"{row.control}, {row.level[0].lower()}{row.level[1:]}" if row.control and row.level else None,
        standing=_standing(row.active, row.merged_into_unitid),
    )


def _standing(active: bool | None, merged_into: str | None) -> str:
    if merged_into:
        return f"merged into the institution with UNITID {merged_into}"
    return "closed" if active is False else ""
