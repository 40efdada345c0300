"""What the records say to a draft: the answer, the marked text, the statements, and the rules of verdicts."""

from collections import Counter
from inspect import getdoc
from typing import Final

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame
from dashboard.components.marked_text import marked_html
from dashboard.components.verdicts import findings_html, marks_of
from dashboard.domain import factcheck, factcheck_rules
from dashboard.domain.factcheck import Finding
from dashboard.domain.wording import counted
from dashboard.drafts import MARKS, findings
from dashboard.queries.schools import own_school, schools
from dashboard.queries.sources import sources_named

WORST_FIRST: Final = ("contradicted", "understated", "undecided", "supported")


def about_school() -> str:
    """The school that statements without a name are about; the own one until another is chosen."""
    own = ask(own_school)
    keys = list(_names())
    at = keys.index(own) if own in keys else None
    chosen = st.selectbox(
        "School that the draft is about, where it names none", keys, at, format_func=_names().__getitem__
    )
    return chosen or own


def show_findings(label: str, text: str, school_id: str) -> None:
    """The draft with its statements marked, and each of them with its verdict."""
    found = ask(findings, text, school_id)
    if not found:
        frame.answer(label, "No statement about an award was found", "Awards are known by their names, see Sources.")
        return
    frame.answer(label, _told(found), "Marked in the text, and below it one by one.")
    frame.show(marked_html("The draft", text, marks_of(found)))
    keys = tuple(sorted({key for one in found for key in one.sources}))
    frame.section(counted(len(found), "statement"))
    frame.show(findings_html(found, _names(), ask(sources_named, keys)))


def show_rules() -> None:
    """The rules of verdicts, as the program itself has them."""
    with st.expander("How verdicts are given"):
        for module in (factcheck_rules, factcheck):
            st.markdown((getdoc(module) or "").partition("\n")[2])


def _told(found: list[Finding]) -> str:
    """How many statements have which verdict: "3 statements: ✗ 1 contradicted, ✓ 2 supported"."""
    verdicts = Counter(one.verdict for one in found)
    parts = [f"{MARKS[verdict]} {verdicts[verdict]} {verdict}" for verdict in WORST_FIRST if verdicts[verdict]]
    return f"{counted(len(found), 'statement')}: {', '.join(parts)}"


def _names() -> dict[str, str]:
    known = ask(schools)
    return dict(zip(known["school_id"], known["name"], strict=True))
