"""The answer library: texts to use again, those that must be looked at first, and the form that keeps one."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any, Final

import streamlit as st

from dashboard.cached import ask, engine
from dashboard.components import filters, frame
from dashboard.components.application_changes import Attempt, attempt, form_key, seen_by, tell, worded
from dashboard.components.application_words import heading
from dashboard.components.clock import moment
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.components.who import refusing
from dashboard.domain.wording import counted
from dashboard.queries.application_work import LibraryAnswerShown, library

NEW: Final = "new"
ROWS_A_PAGE: Final = 25
SHOWN: Final = 300
SHORT: Final = 60
LONGEST: Final = 10_000
_COLUMNS: Final = (
    Column("Question"),
    Column("Answer"),
    Column("Owner"),
    Column("Last used", tight=True),
    Column("Review by", tight=True),
)
_WORDS: Final = worded(
    {"question": "Question", "answer": "Answer", "owner": "Owner", "review_by": "Review by", "note": "Note"}
)


def show_library(today: date) -> None:
    """The texts that the search lets through, those to be reviewed first; then the form."""
    texts = [text for text in ask(library) if not text.retired]
    late = sum(text.overdue(today) for text in texts)
    told = f"{counted(late, 'text')} should have been looked at again by now." if late else "None waits for a review."
    heading(
        f"{counted(len(texts), 'answer')} in the library" if texts else "The library is empty",
        told if texts else "Keep the first answer: its question, the text, who keeps it right, and until when.",
    )
    if texts:
        found = matching(texts, filters.text("Search questions and answers", "q"), today)
        page = filters.page_of(len(found), ROWS_A_PAGE)
        shown, which = filters.paged(found, page, ROWS_A_PAGE)
        if shown:
            caption = f"Answers, those to be reviewed first ({which})"
            frame.show(table_html(caption, _COLUMNS, (_row(text, today) for text in shown), fold=True))
        else:
            frame.note("No answer holds all these words.")
    _form(texts)


def matching(texts: Sequence[LibraryAnswerShown], words: str, today: date) -> list[LibraryAnswerShown]:
    """The texts that hold every word in question, answer or owner, without case; those overdue for review first."""
    wanted = words.casefold().split()
    found = [
        text
        for text in texts
        if all(word in f"{text.question} {text.answer} {text.owner or ''}".casefold() for word in wanted)
    ]
    return sorted(
        found, key=lambda text: (not text.overdue(today), text.review_by or date.max, text.question.casefold())
    )


def _row(text: LibraryAnswerShown, today: date) -> tuple[Cell, ...]:
    answer = text.answer if len(text.answer) <= SHOWN else f"{text.answer[:SHOWN].rstrip()} …"
    review: Cell = text.review_by.isoformat() if text.review_by else None
    if text.overdue(today):
        review = Html(f'<span class="aw-flag">overdue</span><br>{text.review_by}')
    used = str(text.last_used) if text.last_used else "not yet"
    return text.question, Html(escape(answer).replace("\n", "<br>")), text.owner, used, review


def _form(texts: Sequence[LibraryAnswerShown]) -> None:
    by_key = {text.answer_id: text for text in texts}
    labels = {NEW: "A new answer", **{key: _label(text) for key, text in by_key.items()}}
    frame.section("Keep an answer")
    chosen = filters.one("Answer to change", "answer", list(labels), labels=labels) if texts else NEW
    text = by_key.get(chosen)
    form = f"answer {chosen}"
    key = form_key(form)
    seen = seen_by(form, f"{key} question", text.seen if text else ())
    with st.form(key, border=False):
        st.text_input("Question", text.question if text else "", key=f"{key} question", max_chars=500)
        st.text_area("Answer", text.answer if text else "", key=f"{key} answer", height=200, max_chars=LONGEST)
        with st.grid(2, min_column_width=filters.FILTER_PIXELS, vertical_alignment="bottom"):
            st.text_input("Who keeps it right", (text.owner or "") if text else "", key=f"{key} owner", max_chars=200)
            day = text.review_by if text else None
            st.date_input("Review by", day, key=f"{key} review_by", format="YYYY-MM-DD")
        st.text_input("Note", (text.note or "") if text else "", key=f"{key} note", max_chars=500)
        st.form_submit_button("Keep the answer", type="primary", on_click=_keep, args=(chosen, form, key, seen))
    tell(form)
    if text:
        frame.note(f"Last changed by {text.by}, {moment(text.at)}.")
        st.button("Take it out of the library", on_click=_retire, args=(text, form, seen))


def _label(text: LibraryAnswerShown) -> str:
    """How a text is told in the list and in the address."""
    short = text.question if len(text.question) <= SHORT else f"{text.question[:SHORT].rstrip()} …"
    return f"{short} ({text.answer_id})"


@refusing
def _keep(chosen: str, form: str, key: str, seen: tuple[int, ...]) -> None:
    from etl.applications import LibraryText, save_answer  # late, as in application_changes

    said: dict[str, Any] = {
        name: st.session_state[f"{key} {name}"] for name in ("question", "answer", "owner", "review_by", "note")
    }
    text = LibraryText(**said, answer_id="" if chosen == NEW else chosen)
    at = engine()
    change = Attempt(
        f"The answer “{text.question}”",
        form,
        lambda seen, by: save_answer(at, text, seen=seen, by=by),
        said,
        _WORDS,
        "The answer is kept.",
    )
    attempt(change, seen)


@refusing
def _retire(text: LibraryAnswerShown, form: str, seen: tuple[int, ...]) -> None:
    from etl.applications import retire_answer  # late, as in application_changes

    at = engine()
    change = Attempt(
        f"The answer “{text.question}”",
        form,
        lambda seen, by: retire_answer(at, text.answer_id, seen=seen, by=by),
        {"question": "(taken out)"},
        _WORDS,
        "The answer is taken out; applications that used it keep telling so.",
        f"answer {NEW}",
    )
    if attempt(change, seen):
        st.session_state["answer"] = NEW
