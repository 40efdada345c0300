"""The answer library: texts that answer questions of application forms, kept to be used again."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, func, select

from etl.applications.changes import Hold, Seen, put_in
from etl.applications.checks import line, long_text, some_day
from etl.database import writing
from etl.load.versioned import live
from etl.report import NotPossible
from etl.schema import tables


@dataclass(frozen=True)
class LibraryText:
    """A text of the library. Without a key it is new, and is given one."""

    question: str
    answer: str
    owner: str | None = None
    review_by: date | None = None
    note: str | None = None
    answer_id: str = ""


def save_answer(engine: Engine, text: LibraryText, *, seen: Seen | None, by: str | None = None) -> str:
    """Keep a text, new or in place of what it said. Returns its key.

    `seen` is the number of the row that the form showed, () for a new one, None for whatever is there. Raises Changed,
    and NotPossible for a text without question or answer, or a key that there never was.
    """
    question, answer = line(text.question, "question"), long_text(text.answer, "answer")
    if question is None or answer is None:
        raise NotPossible("a text of the library needs its question and its answer")
    with writing(engine) as connection:
        answer_id = _key(connection, text.answer_id)
        row = {
            "answer_id": answer_id,
            "question": question,
            "answer": answer,
            "owner": line(text.owner, "owner"),
            "review_by": some_day(text.review_by, "the day of the next review"),
            "note": line(text.note, "note"),
        }
        put_in(connection, _hold(answer_id), [row], seen=seen, by=by, note=f"answer {answer_id}: {question}"[:200])
        return answer_id


def retire_answer(engine: Engine, answer_id: str, *, seen: Seen | None, by: str | None = None) -> int:
    """Take a text out of the library; applications that used it keep telling so. Returns the data version.

    Raises Changed, and NotPossible where there is no such text.
    """
    with writing(engine) as connection:
        present = live(connection, tables()["library_answer"], answer_id=answer_id)
        if not present and not seen:
            raise NotPossible(f"there is no text {answer_id!r} in the library; it may be taken out already")
        note = f"answer {answer_id} taken out of the library"
        return put_in(connection, _hold(answer_id), [], seen=seen, by=by, note=note) or 0


def _hold(answer_id: str) -> Hold:
    return Hold(f"answer {answer_id}", "library_answer", {"answer_id": answer_id}, ("answer_id",))


def _key(connection: Connection, given: str) -> str:
    table = tables()["library_answer"]
    if not given:
        made = connection.execute(select(func.count(func.distinct(table.c.answer_id)))).scalar_one()
        return f"a{made + 1}"
    if not connection.execute(select(table.c.row_id).where(table.c.answer_id == given).limit(1)).first():
        raise NotPossible(f"there is no text {given!r} in the library")
    return given
