"""What an application uses: initiatives of the school, and texts of the answer library."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from dashboard.cached import ask, engine
from dashboard.components import frame
from dashboard.components.application_changes import Attempt, attempt, form_key, seen_by, tell
from dashboard.components.who import refusing
from dashboard.domain.wording import counted
from dashboard.queries.application_work import NO_PARTS, library, parts
from dashboard.queries.applications import ApplicationShown
from dashboard.queries.initiatives import initiatives

LABELS: Final = {"initiative": "Initiatives", "answer": "Answers"}


def parts_form(one: ApplicationShown) -> None:
    """The initiatives and answers that an application uses, to be chosen."""
    used = ask(parts).get((one.school_id, one.award, one.year), NO_PARTS)
    texts = {text.answer_id: text for text in ask(library)}
    known = ask(initiatives, one.school_id)["initiative"].tolist()
    form = f"parts {one.school_id} {one.label}"
    key = form_key(form)
    seen = seen_by(form, f"{key} initiative", used.seen)
    told = f": {counted(len(used.initiatives), 'initiative')}, {counted(len(used.answers), 'answer')}"
    frame.section(
        f"What {one.label} uses{told if used.seen else ''}",
        "Initiatives come from sources and files, answers from the library.",
    )
    with st.form(key, border=False):
        st.multiselect(
            LABELS["initiative"],
            sorted({*known, *used.initiatives}),
            list(used.initiatives),
            key=f"{key} initiative",
            accept_new_options=True,
            placeholder="choose, or type the name of one",
        )
        st.multiselect(
            LABELS["answer"],
            [text.answer_id for text in texts.values() if not text.retired or text.answer_id in used.answers],
            list(used.answers),
            format_func=lambda answer_id: texts[answer_id].question,
            key=f"{key} answer",
            placeholder="choose from the library",
        )
        st.form_submit_button("Keep what it uses", on_click=_keep, args=(one, form, key, seen))
    tell(form)


@refusing
def _keep(one: ApplicationShown, form: str, key: str, seen: tuple[int, ...]) -> None:
    from etl.applications import Application, set_parts  # late, as in application_changes

    chosen = {part: tuple(st.session_state[f"{key} {part}"]) for part in LABELS}
    at, which = engine(), Application(one.school_id, one.award, one.year)

    def save(seen: tuple[int, ...] | None, by: str) -> object:
        return set_parts(at, which, initiatives=chosen["initiative"], answers=chosen["answer"], seen=seen, by=by)

    mine = {part: ", ".join(names) for part, names in chosen.items()}
    attempt(Attempt(f"What {one.label} uses", form, save, mine, _words, f"Kept what {one.label} uses."), seen)


def _words(said: Mapping[str, Any]) -> dict[str, str]:
    if "reference" in said:
        return {LABELS[said["part"]]: said["reference"]}
    return {LABELS[part]: said.get(part, "") for part in LABELS}
