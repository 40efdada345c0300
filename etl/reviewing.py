"""The queue of names that wait, as a person goes through it: questions, where answers hold, taking them back."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Engine

from etl.answers import Answer, NewSchool, Scope, answer_name, answers, take_back
from etl.load.versioned import Row, live
from etl.report import NotPossible
from etl.schema import tables

EVERYWHERE, PARENT, DOMAIN, PAGE = "e", "p", "d", "s"
"""Keys of the scopes in which an answer can hold."""


@dataclass(frozen=True)
class Question:
    """A printed name that waits, with all it was printed beside."""

    row: Row

    @property
    def name(self) -> str:
        """The name as printed."""
        return str(self.row["school_as_printed"])

    @property
    def candidates(self) -> list[dict[str, Any]]:
        """Schools it could be, best first."""
        return list(self.row["candidates"])

    def facts(self) -> list[str]:
        """What the name was printed beside, a line each."""
        row = self.row
        where = [row["parent_as_printed"], row["state"], row["award"], row["year"]]
        beside = ", ".join(str(part) for part in where if part)
        rows = f"{row['n_rows']} row{'s' if row['n_rows'] != 1 else ''}"
        return [line for line in (beside, row["source_url"], f"{row['rule']} ({rows})") if line]

    def domain(self) -> str | None:
        """The host of the page, without www."""
        host = urlsplit(self.row["source_url"] or "").hostname
        return host.removeprefix("www.").rstrip(".") if host else None

    def scopes(self) -> dict[str, str]:
        """Where an answer could hold, the narrowest that fits a name of this sort first."""
        row = self.row
        offered: dict[str, str] = {}
        if row["parent_as_printed"]:
            offered[PARENT] = f"beside {row['parent_as_printed']!r}"
        if self.domain():
            offered[DOMAIN] = f"on pages of {self.domain()}"
            offered[PAGE] = "on this page"
        offered[EVERYWHERE] = "wherever it is printed"
        return offered

    def scope(self, key: str) -> Scope:
        """The scope that a key stands for. Raises NotPossible for a key that is not offered."""
        if key not in self.scopes():
            raise NotPossible(f"{key!r} is none of {', '.join(self.scopes())}")
        row = self.row
        return {
            PARENT: Scope(parent=row["parent_as_printed"]),
            DOMAIN: Scope(parent=row["parent_as_printed"], domain=self.domain()),
            PAGE: Scope(source_url=row["source_url"], award=row["award"], year=row["year"]),
            EVERYWHERE: Scope(),
        }[key]


def questions(engine: Engine) -> list[Question]:
    """All names that wait, those with most rows first."""
    with engine.connect() as connection:
        rows = live(connection, tables()["unresolved_name"])
    return [Question(row) for row in sorted(rows, key=lambda row: (-row["n_rows"], row["school_as_printed"]))]


def question_of(engine: Engine, name_key: int) -> Question:
    """The name of that key. Raises NotPossible when it no longer waits."""
    with engine.connect() as connection:
        rows = live(connection, tables()["unresolved_name"], name_key=name_key)
    if not rows:
        raise NotPossible("the name no longer waits: somebody has answered")
    return Question(rows[0])


@dataclass
class Review:
    """One sitting over the queue; remembers its answers so that they can be taken back."""

    engine: Engine
    by: str | None = None
    _given: list[int] = field(default_factory=list)
    """Rows of the answers given, oldest first."""
    _postponed: set[int] = field(default_factory=set)

    def left(self) -> int:
        """How many names wait."""
        return len(questions(self.engine))

    def next(self) -> Question | None:
        """The next name to ask about; None when all are answered or postponed."""
        return next((one for one in questions(self.engine) if one.row["name_key"] not in self._postponed), None)

    def take(self, question: Question, at: int, *, scope: str, reason: str = "") -> str:
        """Take a candidate; one that has no row yet is entered as a new school."""
        candidate = question.candidates[at]
        if candidate["school_id"] is None:
            new = (candidate["unitid"], candidate["kind"], candidate["name"])
            return self.create(question, *new, scope=scope, reason=reason)
        return self.choose(question, candidate["school_id"], scope=scope, reason=reason)

    def choose(self, question: Question, school_id: str, *, scope: str, reason: str = "") -> str:
        """Say that the name means a school that there is."""
        if not school_id.strip():
            raise NotPossible("choose the school that is meant")
        return self._answer(Answer(question.name, school_id.strip(), None, question.scope(scope), reason))

    def create(self, question: Question, unitid: str, kind: str, name: str, *, scope: str, reason: str = "") -> str:
        """Say that the name means a school that nobody has listed."""
        if not unitid.strip():
            raise NotPossible("choose the university that it belongs to")
        new = NewSchool(unitid.strip(), kind.strip().casefold(), name.strip())
        return self._answer(Answer(question.name, None, new, question.scope(scope), reason))

    def no_school(self, question: Question, *, scope: str, reason: str = "") -> str:
        """Say that the name is no school."""
        return self._answer(Answer(question.name, None, None, question.scope(scope), reason))

    def later(self, question: Question) -> str:
        """Leave the name for another time."""
        self._postponed.add(question.row["name_key"])
        return f"{question.name}: later."

    def undo(self) -> str:
        """Take the last answer of this sitting back."""
        if not self._given:
            raise NotPossible("no answer of this sitting is left to take back")
        take_back(self.engine, self._given.pop(), by=self.by)
        return "The last answer is taken back."

    def summary(self) -> str:
        """What this sitting came to, in a sentence."""
        given, waiting = len(self._given), self.left()
        return (
            f"{given} answer{'s' if given != 1 else ''} given; {waiting} name{'s wait' if waiting != 1 else ' waits'}."
        )

    def _answer(self, answer: Answer) -> str:
        before = self.left()
        answer_name(self.engine, answer, by=self.by)
        with self.engine.connect() as connection:
            self._given.append(answers(connection)[0]["row_id"])
        answered = before - self.left()
        return f"Kept. {answered} fewer name{'s wait' if answered != 1 else ' waits'}."
