"""Answers that people gave about printed names, and institutions to choose from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from etl.schema import REVIEW, File, Institution, Name, School

MOST_FOUND = 20


@dataclass(frozen=True)
class AnswerGiven:
    """One answer from review that counts now."""

    row_id: int
    name: str
    school_id: str | None
    school: str | None
    """None: not a school."""
    scope: str
    """Where it holds, in words."""
    reason: str | None
    said_by: str
    said_on: date | None


@dataclass(frozen=True)
class InstitutionFound:
    """An institution to choose."""

    unitid: str
    name: str
    state: str | None


def answers_given(connection: Connection) -> list[AnswerGiven]:
    """The answers from review that count now, newest first."""
    query = (
        select(*Name.__table__.columns, School.name.label("school"))
        .join(File, File.file_id == Name.file_id)
        .outerjoin(School, (School.school_id == Name.school_id) & School.valid_to.is_(None))
        .where(File.name == REVIEW, Name.valid_to.is_(None))
        .order_by(Name.row_id.desc())
    )
    return [_answer(row) for row in connection.execute(query)]


def _answer(row: Any) -> AnswerGiven:
    return AnswerGiven(
        row_id=row.row_id,
        name=row.name,
        school_id=row.school_id,
        school=row.school,
        scope=_scope(row),
        reason=row.reason,
        said_by=row.said_by or "",
        said_on=row.said_on,
    )


def _scope(name: Any) -> str:
    parts = (
        ("beside", name.scope_parent),
        ("in", name.scope_state),
        ("on pages of", name.scope_domain),
        ("on", name.scope_source_url),
        ("for", name.scope_award),
        ("in", name.scope_year),
    )
    return ", ".join(f"{word} {value}" for word, value in parts if value) or "wherever it is printed"


def find_institutions(connection: Connection, words: str) -> list[InstitutionFound]:
    """Institutions whose name or other names hold all the words, by name, at most `MOST_FOUND`; none for no words."""
    wanted = words.split()
    if not wanted:
        return []
    query = select(Institution.unitid, Institution.name, Institution.state).where(Institution.valid_to.is_(None))
    for word in wanted:
        named = (column.icontains(word, autoescape=True) for column in (Institution.name, Institution.aliases))
        query = query.where(or_(*named))
    return [InstitutionFound(*row) for row in connection.execute(query.order_by(Institution.name).limit(MOST_FOUND))]
