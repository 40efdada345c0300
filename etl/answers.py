"""A person's answers about printed names: kept as names with who, when and why, used ever after, and taken back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, select

from etl.database import writing
from etl.kinds import SCHOOL_KINDS, kind_named
from etl.load import book, by_hand
from etl.load.follow import follow
from etl.load.ground import FileRows
from etl.load.versioned import Row, live, rows_of
from etl.report import NotPossible, current_user
from etl.schema import REVIEW, tables
from etl.transform.schools import created_school_id


@dataclass(frozen=True)
class Scope:
    """Where an answer holds. All that is given must fit; nothing given: wherever the name is printed."""

    parent: str | None = None
    state: str | None = None
    domain: str | None = None
    source_url: str | None = None
    award: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class NewSchool:
    """A school that nobody has listed yet: a unit of a known institution."""

    unitid: str
    kind: str
    name: str


@dataclass(frozen=True)
class Answer:
    """What a printed name means: a school by key, a new school, or (neither) no school at all."""

    name: str
    school_id: str | None = None
    new_school: NewSchool | None = None
    scope: Scope = field(default_factory=Scope)
    reason: str = ""


def answer_name(engine: Engine, answer: Answer, *, by: str | None = None) -> int:
    """Keep an answer and apply it to all rows that wait and to all that will come. Returns the number of its load.

    Raises NotPossible for a school or institution that is not known, or a name that is empty.
    """
    who = by or current_user()
    with writing(engine) as connection:
        version = book.next_version(connection, "review", who, _note(answer))
        kinds = {"names"}
        school_id, unitid = answer.school_id, None
        if answer.new_school:
            school_id, unitid = _list_school(connection, answer.new_school, version), answer.new_school.unitid
            kinds.add("schools")
        elif school_id:
            _known(connection, school_id)
        row = _as_name(answer, school_id, unitid, who)
        load_id = _append(connection, "names", row, version)
        follow(connection, version, kinds=kinds, touched=set())
        return load_id


def take_back(engine: Engine, row_id: int, *, by: str | None = None) -> int:
    """Take back the answer kept in the row of that number of table `name`. Returns the number of the load that does it.

    Raises NotPossible when no answer from review has that number.
    """
    with writing(engine) as connection:
        kept = [row for row in answers(connection) if row["row_id"] == row_id]
        if not kept:
            raise NotPossible(f"there is no answer {row_id} to take back; it may be taken back already")
        note = f"answer about {kept[0]['name']!r} taken back"
        version = book.next_version(connection, "review", by or current_user(), note)
        load_id = _without(connection, kept[0], version)
        follow(connection, version, kinds={"names", "schools"}, touched=set())
        return load_id


def answers(connection: Connection) -> list[Row]:
    """The answers from review that count now, newest first: rows of table `name`."""
    name, file = tables()["name"], tables()["file"]
    query = select(name).join(file, file.c.file_id == name.c.file_id)
    query = query.where(file.c.name == REVIEW, name.c.valid_to.is_(None))
    return rows_of(connection, query.order_by(name.c.row_id.desc()))


def _note(answer: Answer) -> str:
    if not answer.name.strip():
        raise NotPossible("an answer needs the printed name it is about")
    means = answer.new_school.name if answer.new_school else answer.school_id
    return f"{answer.name!r} is {means or 'not a school'}"


def _known(connection: Connection, school_id: str) -> None:
    if not live(connection, tables()["school"], school_id=school_id):
        raise NotPossible(f"there is no school {school_id!r}; `awards schools TEXT` finds its key")


def _as_name(answer: Answer, school_id: str | None, unitid: str | None, who: str) -> dict[str, Any]:
    scope = answer.scope
    return {
        "name": answer.name,
        "school_id": school_id,
        "unitid": unitid,
        "label": "sure" if school_id else "not_a_school",
        "scope_parent": scope.parent,
        "scope_state": scope.state,
        "scope_domain": scope.domain,
        "scope_source_url": scope.source_url,
        "scope_award": scope.award,
        "scope_year": scope.year,
        "candidates": None,
        "reason": answer.reason or None,
        "said_by": who,
        "said_on": date.today(),
    }


def _list_school(connection: Connection, new: NewSchool, version: int) -> str:
    institutions = live(connection, tables()["institution"], unitid=new.unitid)
    if not institutions:
        raise NotPossible(f"no institution has the UNITID {new.unitid}; load the directory that has it")
    if new.kind not in SCHOOL_KINDS:
        raise NotPossible(f"{new.kind!r} is no kind of school; known: {', '.join(SCHOOL_KINDS)}")
    school_id = _key_for(connection, new)
    row = {
        "school_id": school_id,
        "name": new.name,
        "short_name": None,
        "kind": new.kind,
        "institution_name": institutions[0]["name"],
        "unitid": new.unitid,
        "state": institutions[0]["state"],
        "former_names": None,
        "note": "entered in review",
    }
    _append(connection, "schools", row, version)
    return school_id


def _key_for(connection: Connection, new: NewSchool) -> str:
    """The key of a new school; where another of its kind bears the plain one already, its name tells them apart."""
    plain = created_school_id(new.unitid, new.kind)
    bearers = {row["name"] for row in live(connection, tables()["school"], school_id=plain)}
    if bearers <= {new.name}:
        return plain
    return created_school_id(new.unitid, new.kind, "-".join(re.findall(r"[a-z0-9]+", new.name.casefold())))


def _append(connection: Connection, kind: str, row: dict[str, Any], version: int) -> int:
    """Add a row to what the review file of that kind says."""
    return by_hand.append(connection, _review_rows(connection, kind, version), version, row)


def _without(connection: Connection, gone: Row, version: int) -> int:
    """Let the review file say all it says but for one row."""
    kept = [row for row in answers(connection) if row["row_id"] != gone["row_id"]]
    return by_hand.keep_only(connection, _review_rows(connection, "names", version), version, kept)


def _review_rows(connection: Connection, kind: str, version: int) -> FileRows:
    return FileRows(connection, kind_named(kind), book.file_number(connection, kind, REVIEW), version, _bind_nothing)


def _bind_nothing(rows: Sequence[dict[str, Any]]) -> None:
    """Names and schools are bound to nothing."""
