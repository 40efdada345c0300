"""An announcement: what it proposes, loaded as a person has corrected it, and the way to take that back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.cached import ask, data_version, engine
from dashboard.components import frame
from dashboard.components.kept_fields import forget
from dashboard.components.marked_text import marked_html
from dashboard.components.proposal_rows import corrected_names, marks_of, show_rows
from dashboard.components.statement_adding import added_to, show_adding
from dashboard.components.who import hint, may, refusing, who
from dashboard.domain.wording import counted
from etl.database import database_url
from etl.extract.announcement import Document
from etl.pipeline import undo_all
from etl.proposals import Known, Proposal, Proposed, known_now, load_proposals, propose, with_added
from etl.proposals_load import kept_text
from etl.proposals_source import checksum
from etl.report import FileReport, LoadReport, NotPossible

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

TOLD: Final = "announcement_told"
LABEL: Final = "Add an announcement · what does it say?"
LOADED_BEFORE: Final = "this text was loaded here before: what you load now takes the place of what was accepted then"
NOTHING: Final = "Nothing was found that could be loaded"
ROWS: Final = "announcement_row_"
REMEMBERED: Final = 16
KINDS: Final = {
    "winners": "win",
    "claims": "claim",
    "initiatives": "initiative",
    "recipients": "printed total",
    "sources": "source",
}


@dataclass(frozen=True)
class Told:
    """What came of the last change, of which document (by checksum), and the loads that can be taken back."""

    text: str
    done: bool
    of: str
    loads: tuple[int, ...] = ()


def show(document: Document, top: "DeltaGenerator") -> None:
    """The answer in `top`; the document with its found places, a row for each proposal, and the button that loads."""
    known, key = ask(known_now), checksum(document)
    rows = f"{ROWS}{key[:12]}"
    proposed = with_added(_proposed(document, (database_url(), data_version()), known), added_to(rows))
    found = counted(len(proposed.proposals), "statement")
    with top:
        told = st.session_state.get(TOLD)
        loaded = isinstance(told, Told) and told.of == key and bool(told.loads)
        then = "what is loaded stands at the end of the page" if loaded else "none is loaded before you say so"
        sentence = f"{found} found; {then}" if proposed.proposals else NOTHING
        before = [] if loaded or ask(kept_text, key) is None else [LOADED_BEFORE]
        frame.answer(LABEL, sentence, "; ".join([*before, *proposed.notices]))
    frame.show(marked_html(document.title, document.text, marks_of(proposed)))
    accepted: list[Proposal] = []
    if proposed.proposals:
        frame.section(
            "What it says", "Untick what is wrong, correct what is nearly right. The numbers stand in the text."
        )
        accepted = show_rows(proposed, known, rows)
    show_adding(proposed, known, rows)
    if proposed.proposals:
        label = f"Load {counted(len(accepted), 'statement')}"
        st.button(label, type="primary", disabled=not accepted, on_click=_load, args=(proposed, accepted, known))
    tell(key)


def put_away() -> None:
    """Forget what was corrected and added, in this document and those before it."""
    forget(ROWS)


def tell(of: str | None = None) -> None:
    """Tell what came of the last change (of that document), with the button that takes it back."""
    told = st.session_state.get(TOLD)
    if not isinstance(told, Told) or of not in (None, told.of):
        return
    (st.success if told.done else st.error)(told.text)
    if told.loads:
        closed = not may("admin")
        st.button("Take it all back", on_click=_take_back, args=(told,), disabled=closed, help=hint("admin"))


@st.cache_resource(max_entries=REMEMBERED, show_spinner="Looking for statements …")
def _proposed(document: Document, asked: tuple[str, int], _known: Known) -> Proposed:  # noqa: ARG001  `asked`: which data
    return propose(document, _known)


@refusing
def _load(proposed: Proposed, accepted: Sequence[Proposal], known: Known) -> None:
    """Load the ticked ones; what came of it is told when the page is drawn again."""
    names = corrected_names(proposed, accepted, known)
    report = load_proposals(engine(), proposed, accepted, names=names, by=who())
    loads = tuple(file.load_id for file in report.files if file.load_id)
    of, before = checksum(proposed.document), st.session_state.get(TOLD)
    text = " ".join(_came_of_it(report, loads))
    if isinstance(before, Told) and before.of == of:
        loads = (*before.loads, *loads)
    st.session_state[TOLD] = Told(text, report.succeeded, of, loads)


def _came_of_it(report: LoadReport, loads: Sequence[int]) -> list[str]:
    new = [_new(file) for file in report.files if file.kind != "sources" and (file.new or file.changed)]
    lines = [f"Loaded: {', '.join(new)}." if new else "Nothing new: all of it was known, or nothing could be taken."]
    lines += [f"Not loaded: {file.error}" for file in report.files if file.error]
    refused = [reason.message for file in report.files for row in file.refused_rows for reason in row.reasons]
    lines += [f"Refused, and kept under Load files until mended: {'; '.join(refused)}."] if refused else []
    waiting = sum(file.unresolved for file in report.files)
    lines += [f"{counted(waiting, 'row')} wait in Review, as the school is not certain."] if waiting else []
    commands = ", ".join(f"awards undo {load}" for load in reversed(loads))
    return [*lines, *([f"To take it back: {commands}, or the button below."] if loads else [])]


def _new(file: FileReport) -> str:
    return counted(file.new + file.changed, KINDS[file.kind or ""])


def _take_back(told: Told) -> None:
    try:
        undo_all(engine(), told.loads[::-1], by=who("admin"))
    except NotPossible as error:
        st.session_state[TOLD] = Told(f"Not taken back: {error}", False, told.of)
        return
    st.session_state[TOLD] = Told("Taken back: what was known before counts again.", True, told.of)
