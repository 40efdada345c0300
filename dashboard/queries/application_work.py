"""The work on applications: the plan, tasks, the answer library, and what each application uses."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from dashboard.domain.applications import DEFAULT_STEPS, Step, Task
from dashboard.queries.versions import counts_in, in_utc
from etl.schema import ApplicationPart, ApplicationTask, DataVersion, DeadlineStep, LibraryAnswer

ApplicationKey = tuple[str, str, int]
"""School, award, award year."""


@dataclass(frozen=True)
class Plan:
    """The steps on the way to every application, the earliest first."""

    steps: tuple[Step, ...]
    is_default: bool
    """Whether the office has entered none, so that the default counts."""
    seen: tuple[int, ...]


@dataclass(frozen=True)
class LibraryAnswerShown:
    """A text of the library."""

    answer_id: str
    question: str
    answer: str
    owner: str | None
    review_by: date | None
    note: str | None
    last_used: int | None
    """The newest award year of an application that uses it."""
    by: str
    at: datetime
    """When it was last changed, UTC."""
    seen: tuple[int, ...]
    retired: bool = False

    def overdue(self, today: date) -> bool:
        """Whether it should have been looked at again by now."""
        return self.review_by is not None and self.review_by < today


@dataclass(frozen=True)
class Parts:
    """What one application uses."""

    initiatives: tuple[str, ...]
    answers: tuple[str, ...]
    """Keys of texts of the library."""
    seen: tuple[int, ...]


NO_PARTS = Parts((), (), ())


def plan(connection: Connection) -> Plan:
    """The office's plan; the default while it has entered none."""
    rows = connection.execute(select(DeadlineStep).where(counts_in(DeadlineStep, None))).all()
    steps = sorted(
        (Step(row.step, row.name, row.days_before) for row in rows), key=lambda one: (-one.days_before, one.name)
    )
    return Plan(tuple(steps) or DEFAULT_STEPS, not steps, tuple(sorted(row.row_id for row in rows)))


def tasks(connection: Connection, school_id: str) -> dict[tuple[str, int], dict[str, Task]]:
    """What is kept of steps of the school's applications: by award and year, then by step."""
    statement = select(ApplicationTask).where(ApplicationTask.school_id == school_id, counts_in(ApplicationTask, None))
    found: dict[tuple[str, int], dict[str, Task]] = defaultdict(dict)
    for row in connection.execute(statement):
        found[row.award, row.year][row.step] = Task(
            row.step, row.owner, row.due_on, row.done_on, row.note, (row.row_id,)
        )
    return dict(found)


def parts(connection: Connection) -> dict[ApplicationKey, Parts]:
    """What each application uses, by school, award and year."""
    grouped: dict[ApplicationKey, list[Any]] = defaultdict(list)
    for row in connection.execute(select(ApplicationPart).where(counts_in(ApplicationPart, None))):
        grouped[row.school_id, row.award, row.year].append(row)
    return {key: _parts(rows) for key, rows in grouped.items()}


def _parts(rows: list[Any]) -> Parts:
    def of(part: str) -> tuple[str, ...]:
        return tuple(sorted(row.reference for row in rows if row.part == part))

    return Parts(of("initiative"), of("answer"), tuple(sorted(row.row_id for row in rows)))


def library(connection: Connection) -> list[LibraryAnswerShown]:
    """The texts of the library and, at the end, those taken out that an application uses; by question."""
    used: dict[str, int] = {}
    for (_, _, year), one in parts(connection).items():
        for answer_id in one.answers:
            used[answer_id] = max(year, used.get(answer_id, year))
    columns = (*LibraryAnswer.__table__.columns, DataVersion.made_by, DataVersion.made_at)
    statement = select(*columns).join(DataVersion, DataVersion.version == LibraryAnswer.valid_from)
    newest: dict[str, LibraryAnswerShown] = {}
    for row in connection.execute(statement.order_by(LibraryAnswer.row_id)):
        newest[row.answer_id] = LibraryAnswerShown(
            row.answer_id,
            row.question,
            row.answer,
            row.owner,
            row.review_by,
            row.note,
            used.get(row.answer_id),
            row.made_by,
            in_utc(row.made_at),
            (row.row_id,),
            retired=row.valid_to is not None,
        )
    shown = [one for one in newest.values() if not one.retired or one.answer_id in used]
    return sorted(shown, key=lambda one: (one.retired, one.question.casefold(), one.answer_id))
