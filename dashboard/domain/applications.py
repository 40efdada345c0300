"""Applications: their statuses in words, deadlines planned backwards, and how often an application succeeds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dashboard.domain.wording import counted, listed
from etl.transform.records import STAGES

WORDS: Final = {
    "planned": "planned",
    "drafting": "drafting",
    "submitted": "submitted",
    "won": "awarded",
    "not_won": "not awarded",
    "withdrawn": "withdrawn",
    "did_not_apply": "did not apply",
}
"""What the log says of an application, in the words of the screen, in the order in which it goes on."""
OPEN: Final = frozenset({"planned", "drafting"})
"""Statuses under which there is something to do."""
SOON_DAYS: Final = 14


@dataclass(frozen=True)
class Step:
    """A step on the way to an application, so many days before the deadline of its cycle."""

    step: str
    name: str
    days_before: int


DEFAULT_STEPS: Final = (
    Step("data-request", "Data request", 60),
    Step("first-draft", "First draft", 30),
    Step("review", "Review", 14),
    Step("sign-off", "Sign-off", 5),
    Step("submit", "Submit", 0),
)
"""The plan that counts until the office enters its own."""


@dataclass(frozen=True)
class Task:
    """What is kept of a step of one application."""

    step: str
    owner: str | None
    due_on: date | None
    """The day it is due, where it is not the planned one."""
    done_on: date | None
    note: str | None
    seen: tuple[int, ...]
    """The number of its row, for the version check."""


@dataclass(frozen=True)
class DueWords:
    """How a state of a step is shown: by its mark and its word, never by colour alone."""

    mark: str
    word: str


DUE: Final = {
    "overdue": DueWords("!", "overdue"),
    "soon": DueWords("◔", "due soon"),
    "later": DueWords("○", "later"),
    "not_known": DueWords("?", "deadline not known"),
    "done": DueWords("✓", "done"),
}
"""The states of a step, in the order in which steps are listed."""


@dataclass(frozen=True)
class Deadline:
    """One step of one application with its day."""

    school_id: str
    award: str
    year: int
    step: str
    name: str
    due_on: date | None
    """None: the cycle's deadline is not known."""
    state: str
    """overdue, soon (within 14 days), later, not_known or done."""
    closes_on: date | None
    """The deadline of the cycle."""
    task: Task

    @property
    def application(self) -> str:
        """The application in words: "HP-HEED 2027"."""
        return f"{self.award} {self.year}"


def deadlines(
    application: tuple[str, str, int],
    closes_on: date | None,
    steps: Iterable[Step],
    tasks: Mapping[str, Task],
    today: date,
) -> list[Deadline]:
    """The steps of an application (school, award, year), each so many days before `closes_on`, seen from `today`.

    A day that the task gives itself counts in place of the planned one. Without a deadline no day is made up. A step
    due today is due soon, not overdue. Days are days of the calendar: leap days and turns of the year count as any.
    """
    found = []
    for step in steps:
        task = tasks.get(step.step) or Task(step.step, None, None, None, None, ())
        planned = closes_on - timedelta(days=step.days_before) if closes_on else None
        due_on = task.due_on or planned
        state = due_state(due_on, task.done_on, today)
        found.append(Deadline(*application, step.step, step.name, due_on, state, closes_on, task))
    return found


def due_state(due_on: date | None, done_on: date | None, today: date) -> str:
    """The state of a step: done, not_known (without a day), overdue, soon (today to 14 days ahead) or later."""
    if done_on is not None:
        return "done"
    if due_on is None:
        return "not_known"
    days = (due_on - today).days
    return "overdue" if days < 0 else "soon" if days <= SOON_DAYS else "later"


def in_order(found: Iterable[Deadline]) -> list[Deadline]:
    """Overdue steps first, then those due soon, later, without a day, done; in each the earliest day first."""
    states = list(DUE)
    return sorted(
        found,
        key=lambda one: (states.index(one.state), one.due_on or date.max, one.application, one.step),
    )


def days_text(day: date, today: date) -> str:
    """A day seen from today: "today", "in 41 days", "3 days ago"."""
    days = (day - today).days
    if days == 0:
        return "today"
    near = {1: "tomorrow", -1: "yesterday"}
    return near.get(days) or (f"in {days:,} days" if days > 0 else f"{-days:,} days ago")


def due_sentence(found: Sequence[Deadline], today: date) -> str:
    """What is due, as a sentence without a full stop; empty where there is nothing to do.

    "2 steps overdue, 1 due within 14 days; the 2027 HP-HEED application is due in 41 days".
    """
    states = Counter(one.state for one in found)
    if not found or states["done"] == len(found):
        return ""
    late = [f"{counted(states['overdue'], 'step')} overdue"] if states["overdue"] else []
    noun = "" if late else (" step" if states["soon"] == 1 else " steps")
    soon = [f"{states['soon']}{noun} due within {SOON_DAYS} days"] if states["soon"] else []
    without_day = states["not_known"] == len(found) - states["done"]
    none = "What is due is not known" if without_day else "No step is overdue or due soon"
    return "; ".join([", ".join(late + soon) or none, *_closing(found, today)])


def _closing(found: Iterable[Deadline], today: date) -> list[str]:
    """The next application that is due; without one, that a deadline is passed or not known."""
    names = {(one.closes_on, one.award, one.year) for one in found if one.state != "done"}
    ahead = sorted((day, award, year) for day, award, year in names if day and day >= today)
    if ahead:
        day, award, year = ahead[0]
        return [f"the {year} {award} application is due {days_text(day, today)}"]
    passed = sorted((day, award, year) for day, award, year in names if day)
    if passed:
        day, award, year = passed[-1]
        return [f"the {year} {award} deadline passed {days_text(day, today)}"]
    return [f"the deadline of {listed(sorted(f'{award} {year}' for _, award, year in names))} is not known"]


def office_today(now: datetime, zone: str | None) -> date:
    """The day of `now` (with its time zone) where the office is; an unknown zone counts as that of `now`."""
    try:
        return now.astimezone(ZoneInfo(zone)).date() if zone else now.date()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return now.date()


def stage(outcome: str) -> int:
    """How far along an application is: of entries of one day the furthest counts."""
    return next(at for at, outcomes in enumerate(STAGES) if outcome in outcomes)


def decided(outcome: str, record: str | None, year: str | None) -> str:
    """What is known of an application: by its record, else by its year, else what the log says last.

    `record` is the status of its award and year, `year` that of the family. An announced win settles an application
    that the log calls submitted, a complete list of winners one that nobody names; a log that says two things of one
    day settles nothing.
    """
    if record == "won" or (record == "not_won" and outcome != "withdrawn"):
        return record
    if record == "pending" and year == "not_won":
        return year
    contradicted = record == "unknown" and outcome in ("won", "not_won")
    return "submitted" if contradicted else outcome


@dataclass(frozen=True)
class Success:
    """Applications counted by what is known of them. A rate is told over known decisions alone."""

    won: int
    not_won: int
    waiting: int
    """Submitted, the decision not known."""
    unfinished: int
    """Planned or drafting."""
    withdrawn: int
    did_not_apply: int

    @property
    def known(self) -> int:
        """Applications whose decision is known."""
        return self.won + self.not_won

    @property
    def rate(self) -> float | None:
        """Share of known decisions that were wins, 0 to 1; None while no decision is known."""
        return self.won / self.known if self.known else None

    def told(self) -> str:
        """The rate as a sentence without a full stop: "3 of 4 known decisions were awards; left out: 1 withdrawn"."""
        left = f"; left out: {self.left_out()}" if self.left_out() else ""
        if not self.known:
            return f"No decision is known yet{left}"
        noun = "decision was an award" if self.known == 1 else "decisions were awards"
        return f"{self.won} of {self.known} known {noun}{left}"

    def left_out(self) -> str:
        """What the rate leaves out, in words: "1 undecided, 1 withdrawn"; empty for nothing."""
        parts = (
            (self.waiting, "undecided"),
            (self.unfinished, "not submitted yet"),
            (self.withdrawn, "withdrawn"),
            (self.did_not_apply, "not applied for"),
        )
        return ", ".join(f"{n} {word}" for n, word in parts if n)


def success(outcomes: Iterable[str]) -> Success:
    """The applications counted; `outcomes` has one a application, as `decided` gives it."""
    n = Counter(outcomes)
    return Success(
        n["won"], n["not_won"], n["submitted"], n["planned"] + n["drafting"], n["withdrawn"], n["did_not_apply"]
    )
