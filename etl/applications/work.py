"""The work on applications: the office's plan, who does which step by when, and what an application is made of."""

import re
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Engine

from etl.applications.changes import Hold, Seen, put, put_in
from etl.applications.checks import known_award, known_school, line, some_day
from etl.database import writing
from etl.report import NotPossible

LONGEST_PLAN_DAYS = 730
PLAN = Hold("the plan", "deadline_step", {}, ("step",))


@dataclass(frozen=True)
class Application:
    """One application: a school, an award, an award year."""

    school_id: str
    award: str
    year: int

    def __str__(self) -> str:
        return f"{self.award} {self.year}"


@dataclass(frozen=True)
class Step:
    """A step on the way to an application. Without a key it is new, and its name makes one."""

    name: str
    days_before: int
    step: str = ""


@dataclass(frozen=True)
class Task:
    """A step of one application: who does it, by when if not as planned, and when it was done."""

    application: Application
    step: str
    owner: str | None = None
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = None


def set_task(engine: Engine, task: Task, *, seen: Seen | None, by: str | None = None) -> int | None:
    """Keep who does a step, by when, and whether it is done. Returns the data version; None where nothing changes.

    `seen` is the number of the row that the form showed, () for none, None for whatever is there. Raises Changed, and
    NotPossible for an unknown school or award, or a day that cannot be.
    """
    where = {**asdict(task.application), "step": task.step}
    row = {
        **where,
        "owner": line(task.owner, "owner"),
        "due_on": some_day(task.due_on, "the day it is due"),
        "done_on": some_day(task.done_on, "the day it was done"),
        "note": line(task.note, "note"),
    }
    said = any(row[name] is not None for name in ("owner", "due_on", "done_on", "note"))
    state = "done" if task.done_on else "open"
    with writing(engine) as connection:
        known_school(connection, task.application.school_id)
        known_award(connection, task.application.award, task.application.year)
        hold = Hold(f"{task.application}, {task.step}", "application_task", where, ("step",))
        note = f"{task.application}: {task.step} {state}" + (f", {row['owner']}" if row["owner"] else "")
        return put_in(connection, hold, [row] if said else [], seen=seen, by=by, note=note)


def set_steps(engine: Engine, steps: Sequence[Step], *, seen: Seen | None, by: str | None = None) -> int | None:
    """Make these the steps of the office's plan. Returns the data version; None where they are already.

    Tasks of a step that goes are kept, and count again when it comes back. Raises Changed, and NotPossible for a plan
    without steps, a step without a name, two of one name, or days that cannot be.
    """
    if not steps:
        raise NotPossible("a plan needs at least one step")
    rows = [_step(step) for step in steps]
    twice = sorted({str(row["step"]) for row in rows if sum(other["step"] == row["step"] for other in rows) > 1})
    if twice:
        raise NotPossible(f"two steps have one name: {', '.join(twice)}; rename one")
    told = ", ".join(f"{row['name']} {row['days_before']}" for row in rows)
    return put(engine, PLAN, rows, seen=seen, by=by, note=f"plan, days before the deadline: {told}")


def _step(step: Step) -> dict[str, object]:
    name = line(step.name, "the name of a step")
    if name is None:
        raise NotPossible("a step needs a name")
    if not 0 <= step.days_before <= LONGEST_PLAN_DAYS:
        raise NotPossible(f"{name}: {step.days_before} days before the deadline; put 0 to {LONGEST_PLAN_DAYS}")
    key = step.step or "-".join(re.findall(r"[^\W_]+", name.casefold()))
    if not key:
        raise NotPossible(f"{name!r} has neither letter nor digit; name the step in words")
    return {"step": key, "name": name, "days_before": step.days_before}


def set_parts(
    engine: Engine,
    application: Application,
    *,
    initiatives: Collection[str],
    answers: Collection[str],
    seen: Seen | None,
    by: str | None = None,
) -> int | None:
    """Make these the initiatives (names) and library answers (keys) that an application uses.

    Returns the data version; None where it uses them already. Raises Changed and NotPossible.
    """
    where = asdict(application)
    chosen = [("initiative", name) for name in sorted(set(initiatives))] + [
        ("answer", key) for key in sorted(set(answers))
    ]
    rows = [{**where, "part": part, "reference": reference} for part, reference in chosen]
    with writing(engine) as connection:
        known_school(connection, application.school_id)
        known_award(connection, application.award, application.year)
        hold = Hold(f"what {application} uses", "application_part", where, ("part", "reference"))
        note = f"{application}: uses {len(set(initiatives))} initiatives and {len(set(answers))} answers"
        return put_in(connection, hold, rows, seen=seen, by=by, note=note)
