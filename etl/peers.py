"""Peer groups made by hand, each an ordinary load of a file of its own: who and when are kept, and undo works."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, select

from etl.database import writing
from etl.kinds import kind_named
from etl.load import book, by_hand
from etl.load.binding import by_key, known_schools
from etl.load.ground import BOUND, Bind, FileRows
from etl.load.versioned import Row, live, live_among, rows_of
from etl.report import NotPossible, current_user
from etl.schema import tables
from etl.transform.clean_text import Unfit, one_line, printed_name

KIND = "peers"
FILE = "peer group: {}"
"""Name of the file that holds a group made by hand."""
OWN_SCHOOL = "own_school"
FEWEST = 2
"""Schools, besides the own one, that a group made by hand needs."""
LONGEST_NAME = 80
SHOWN = 10
"""Keys listed in a message."""


def make_group(
    engine: Engine, name: str, school_ids: Iterable[str], reason: str, *, by: str | None = None, own: str | None = None
) -> int:
    """Freeze the schools as a peer group of that name, today. Returns the number of its load; undoing it takes the
    group away. What the maker should know (see `notices_about`) is kept with the load. `own` is the own school where
    the office has set none.

    Raises NotPossible for an empty or overlong name, a name that a group has, no reason, a school that is not known,
    and fewer than two schools besides the own one.
    """
    name, reason = _name(name), one_line(reason)
    wanted = list(dict.fromkeys(key for key in map(str.strip, school_ids) if key))
    with writing(engine) as connection:
        own = _own_school(connection) or own
        _check(connection, name, wanted, reason, own)
        version = book.next_version(connection, "peer group", by or current_user(), f"peer group {name!r}")
        file_id = book.file_number(connection, KIND, FILE.format(name))
        rows = FileRows(connection, kind_named(KIND), file_id, version, _binding(connection))
        members = _members(connection, name, wanted, reason)
        return by_hand.keep_only(connection, rows, version, members, notices_about(connection, name, wanted, own))


def group_notices(connection: Connection, file_id: int) -> list[str]:
    """What whoever loads a file of groups should know of those it now holds."""
    own, groups = _own_school(connection), dict[str, list[str]]()
    elsewhere: set[str] = set()
    for row in live(connection, tables()["peer_member"]):
        if row["file_id"] != file_id:
            elsewhere.add(row["group_name"])
            continue
        members = groups.setdefault(row["group_name"], [])
        if row["bound_school_id"] and row["bound_school_id"] not in members:
            members.append(row["bound_school_id"])
    return [
        *(
            notice
            for name, members in sorted(groups.items())
            for notice in notices_about(connection, name, members, own)
        ),
        *(
            f"peer group {name!r} is in another file too; its schools are taken together"
            for name in sorted(groups)
            if name in elsewhere
        ),
    ]


def notices_about(connection: Connection, name: str, school_ids: Sequence[str], own: str | None) -> list[str]:
    """What is odd about a group, though it can be used: too few schools, the own one in it, closed or merged ones."""
    notices = []
    if len(set(school_ids) - {own}) < FEWEST:
        told = "no school that is known" if not set(school_ids) - {own} else "one school that is known"
        notices.append(f"peer group {name!r} has {told} besides the own one; a position in it says little")
    if own in school_ids:
        notices.append(f"peer group {name!r} holds the own school {own}; it is never compared with itself")
    if gone := _gone(connection, school_ids):
        notices.append(f"peer group {name!r} holds schools of closed or merged institutions: {_listed(gone)}")
    return notices


def _name(text: str) -> str:
    if not one_line(text):
        raise NotPossible("a peer group needs a name")
    try:
        return printed_name(text)
    except Unfit as error:
        raise NotPossible(f"the name {one_line(text)[:LONGEST_NAME]!r} {error}") from error


def _check(connection: Connection, name: str, wanted: Sequence[str], reason: str, own: str | None) -> None:
    if len(name) > LONGEST_NAME:
        raise NotPossible(f"the name has {len(name)} characters; at most {LONGEST_NAME} fit")
    if not reason:
        raise NotPossible("a peer group needs a reason: say in a few words why these schools")
    _check_free(connection, name)
    unknown = sorted(set(wanted) - known_schools(connection))
    if unknown:
        raise NotPossible(f"not known: {_listed(unknown)}; `awards schools TEXT` finds the key of a school")
    others = set(wanted) - {own}
    if len(others) < FEWEST:
        raise NotPossible(
            f"a peer group needs at least {FEWEST} schools besides the own one, and this has {len(others)}"
        )


def _check_free(connection: Connection, name: str) -> None:
    for row in live(connection, tables()["peer_member"]):
        if row["group_name"].casefold() == name.casefold():
            load_id = book.standing_loads(connection, row["file_id"])[0]["load_id"]
            raise NotPossible(
                f"there is a peer group {row['group_name']!r} already, and groups are frozen; give another name, or "
                f"take it away first (undo load {load_id})"
            )


def _own_school(connection: Connection) -> str | None:
    setting = tables()["setting"]
    found = connection.execute(select(setting.c.value).where(setting.c.name == OWN_SCHOOL)).scalar()
    return str(found) if found else None


def _gone(connection: Connection, school_ids: Iterable[str]) -> list[str]:
    """Those of the schools whose institution is closed or merged."""
    schools = live_among(connection, tables()["school"], "school_id", school_ids)
    t = tables()["institution"]
    query = select(t.c.unitid).where(
        t.c.valid_to.is_(None), t.c.active.is_(False) | t.c.merged_into_unitid.is_not(None)
    )
    gone = {row["unitid"] for row in rows_of(connection, query)}
    return sorted(row["school_id"] for row in schools if row["unitid"] in gone)


def _members(connection: Connection, name: str, wanted: Sequence[str], reason: str) -> list[Row]:
    schools = {row["school_id"]: row for row in live_among(connection, tables()["school"], "school_id", wanted)}
    return [_member(line, schools[key], name, reason) for line, key in enumerate(wanted, 1)]


def _member(line: int, school: Row, name: str, reason: str) -> Row:
    return {
        "line": line,
        "group_name": name,
        "school_id": school["school_id"],
        "school_as_printed": school["name"],
        "parent_as_printed": None,
        "state": school["state"],
        "reason": reason,
        "frozen_on": date.today(),
    }


def _binding(connection: Connection) -> Bind:
    known = known_schools(connection)

    def bind(rows: Sequence[dict[str, Any]]) -> None:
        for row in rows:
            row.update(zip(BOUND, by_key(row["school_id"], known), strict=True))

    return bind


def _listed(keys: Sequence[str]) -> str:
    more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
    return f"{', '.join(keys[:SHOWN])}{more}"
