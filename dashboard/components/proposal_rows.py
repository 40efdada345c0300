"""What a document proposes as rows that a person ticks, unticks and corrects."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Final

import streamlit as st

from dashboard.components import filters, frame
from dashboard.components.kept_fields import keep, kept
from dashboard.components.marked_text import Mark
from dashboard.components.proposal_schools import Choices, choices_for, of_school
from dashboard.domain.observed import BASIS_WORDS
from etl.proposals import (
    ClaimProposal,
    InitiativeProposal,
    Known,
    ObservationProposal,
    Proposal,
    Proposed,
    RecipientsProposal,
)
from etl.proposals_terminal import told, words
from etl.transform.statements.categories import CATEGORIES

FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST: Final = 100_000
LONGEST_NAME: Final = 300
SAY_THE_YEAR: Final = (
    "The text does not say of which award year this is told. Give it under “As of year” and it can be loaded; "
    "untick the "
    "statement to leave it out."
)
SAY_THE_SCHOOL: Final = "The school is not known. Search it above, choose it under “School”, and this can be loaded."
CLAIMS: Final = {
    "consecutive": "years in a row",
    "total": "times in all",
    "first_time": "first time",
    "every_year_since": "every year since",
}


def marks_of(proposed: Proposed) -> list[Mark]:
    """The places of the proposals, each marked with the numbers of its rows."""
    numbers: dict[tuple[int, int], list[str]] = {}
    for number, one in enumerate(proposed.proposals, 1):
        numbers.setdefault((one.start, one.end), []).append(str(number))
    return [Mark(start, end, ", ".join(rows)) for (start, end), rows in numbers.items()]


def show_rows(proposed: Proposed, known: Known, key: str) -> list[Proposal]:
    """The rows of the document; returns the ticked proposals, corrected."""
    choices = choices_for(proposed, known, key)
    return [
        one
        for number, (proposal, own) in enumerate(_with_keys(proposed), 1)
        for one in _row(proposed, proposal, number, choices, f"{key}_{own}")
    ]


def _with_keys(proposed: Proposed) -> Iterator[tuple[Proposal, str]]:
    """The proposals, each with a key of its own that stays when another one comes in before it."""
    seen: Counter[str] = Counter()
    for one in proposed.proposals:
        own = f"{one.kind}_{one.start}_{one.end}"
        seen[own] += 1
        yield one, f"{own}_{seen[own]}"


def corrected_names(proposed: Proposed, accepted: Sequence[Proposal], known: Known) -> dict[str, str]:
    """The names of the schools that a person chose in place of what was proposed, by key."""
    before = {(one.kind, one.start, one.end, _school_of(one)) for one in proposed.proposals}
    after = {(one.kind, one.start, one.end, _school_of(one)) for one in accepted}
    return {key: known.names[key] for *_, key in after - before if key and key in known.names}


def _row(proposed: Proposed, one: Proposal, number: int, choices: Choices, key: str) -> Iterator[Proposal]:
    with st.container(border=True):
        head = st.container()
        ticked = keep(
            f"{key}_take", st.checkbox(f"Load statement {number}", kept(f"{key}_take", True), key=f"{key}_take")
        )
        with st.grid(4, min_column_width=filters.FILTER_PIXELS):
            corrected = _fields(one, choices, key)
        with head:
            frame.show(_row_html(number, told(corrected), f"“{words(proposed, one)}” ({one.place})"))
        missing = _missing(corrected) if ticked else None
        if missing:
            st.warning(missing)
    if ticked and not missing:
        yield corrected


def _missing(one: Proposal) -> str | None:
    """What a person has to say before a statement can be loaded; None where nothing is missing."""
    if isinstance(one, ClaimProposal) and one.as_of_year is None:
        return SAY_THE_YEAR
    if not isinstance(one, RecipientsProposal) and not (one.school_id or one.school_as_printed):
        return SAY_THE_SCHOOL
    return None


def _row_html(number: int, said: str, stands: str) -> str:
    return (
        f'<div class="aw"><p><strong>{number}</strong> · {escape(said)}</p>'
        f'<p class="aw-label">{escape(stands)}</p></div>'
    )


def _fields(one: Proposal, choices: Choices, key: str) -> Proposal:
    match one:
        case ObservationProposal():
            return replace(
                of_school(one, choices, key),
                award=_of("Award", choices.awards, one.award, f"{key}_award"),
                year=_year("Award year", one.year, f"{key}_year") or one.year,
                basis=_of("Basis", tuple(BASIS_WORDS)[:2], one.basis, f"{key}_basis", BASIS_WORDS),
            )
        case ClaimProposal():
            return replace(
                of_school(one, choices, key),
                claim=_of("Claim", tuple(CLAIMS), one.claim, f"{key}_claim", CLAIMS),
                n=_number("Count (or first year)", one.n, f"{key}_n"),
                as_of_year=_year("As of year", one.as_of_year, f"{key}_year"),
                family=_of("Award family", choices.families, one.family, f"{key}_family"),
            )
        case InitiativeProposal():
            return replace(
                of_school(one, choices, key),
                name=_text("Name", one.name, f"{key}_name"),
                category=_of("Category", CATEGORIES, one.category, f"{key}_category") or None,
                year=_year("Award year", one.year, f"{key}_year"),
            )
        case RecipientsProposal():
            return replace(
                one,
                award=_of("Award", choices.awards, one.award, f"{key}_award"),
                year=_year("Award year", one.year, f"{key}_year") or one.year,
                recipients=_number("Recipients", one.recipients, f"{key}_n"),
            )


def _of(
    label: str, options: Sequence[str], value: str | None, key: str, labels: Mapping[str, str] | None = None
) -> str:
    """One of `options`, at first the proposed one; empty where none was proposed or chosen."""
    value = kept(key, value or None)
    offered = list(dict.fromkeys([*([value] if value else []), *options]))
    shown = labels or {}
    at = offered.index(value) if value else None
    return keep(key, st.selectbox(label, offered, at, key=key, format_func=lambda one: shown.get(one, one)) or "")


def _text(label: str, value: str, key: str) -> str:
    """A text, the proposed one where nothing is left of it."""
    return keep(key, str(st.text_input(label, kept(key, value), key=key, max_chars=LONGEST_NAME)).strip()) or value


def _year(label: str, value: int | None, key: str) -> int | None:
    return keep(key, st.number_input(label, FIRST_YEAR, LAST_YEAR, kept(key, value), key=key))


def _number(label: str, value: int, key: str) -> int:
    return keep(key, int(st.number_input(label, 1, max(MOST, value), kept(key, value), key=key)))


def _school_of(one: Proposal) -> str | None:
    return None if isinstance(one, RecipientsProposal) else one.school_id
