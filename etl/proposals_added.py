"""A statement that a person adds to those that a document proposes: its words, and what the others share."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from etl.proposals_values import (
    ClaimProposal,
    InitiativeProposal,
    Known,
    ObservationProposal,
    Proposal,
    Proposed,
    RecipientsProposal,
)
from etl.report import NotPossible
from etl.transform.statements import category_of
from etl.transform.statements.numbers import CARDINAL, ORDINAL, number

ADDED = "added by hand"
_NUMBER = re.compile(rf"{ORDINAL}|{CARDINAL}", re.IGNORECASE)


def with_added(proposed: Proposed, added: Iterable[Proposal]) -> Proposed:
    """The document with those statements among its own, in the order of the text."""
    every = sorted((*proposed.proposals, *added), key=lambda one: (one.start, one.end))
    return replace(proposed, proposals=tuple(every))


def added(proposed: Proposed, known: Known, kind: str, words: str) -> Proposal:
    """A statement of that kind in those words of the document, with the school, award and year of most of the others.

    A person has to look at each of its fields. Raises NotPossible where the words do not stand in the text.
    """
    document = proposed.document
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.search(pattern, document.text) or re.search(pattern, document.text, re.IGNORECASE)
    if not pattern or match is None:
        raise NotPossible(f"“{words.strip()}” does not stand in the text: copy the words that say it from there")
    start, end = match.span()
    where: dict[str, Any] = {"start": start, "end": end, "place": document.place(start, end)}
    who = {name: _most(proposed, name, named=True) for name in ("school_as_printed", "parent_as_printed", "school_id")}
    award, year = _award(proposed, known), _year(proposed, known)
    first = _NUMBER.search(match[0])
    n = number(first[0]) if first else 1
    said = " ".join(match[0].split())
    make: dict[str, Callable[..., Proposal]] = {
        "observation": partial(
            ObservationProposal, award=award, basis="announced", outcome="won", tier=None, note=ADDED, **who
        ),
        "claim": partial(
            ClaimProposal, claim=_claim(said, n), n=n, as_of_year=year, family=known.family(award), ambiguous=False,
            counts_from=None, words=said, **who,
        ),
        "initiative": partial(InitiativeProposal, name=said, category=category_of(said), **who),
        "recipients": partial(RecipientsProposal, award=award, recipients=n, words=said),
    }  # fmt: skip
    return make[kind](**where) if kind == "claim" else make[kind](year=year, **where)


def _claim(words: str, n: int) -> str:
    """The claim that the words could be."""
    if n == 1:
        return "first_time"
    return "consecutive" if re.search(r"\b(?:row|consecutive\w*|straight|running)\b", words) else "total"


def _most(proposed: Proposed, name: str, *, named: bool = False) -> Any:
    """What most proposals have under that name, of those that are certain of their school if it is part of that."""
    told = [one for one in proposed.proposals if hasattr(one, name)]
    sure = [one for one in told if getattr(one, "school_id", None)]
    values = Counter(getattr(one, name) for one in (sure if named and sure else told))
    return values.most_common(1)[0][0] if values else None


def _award(proposed: Proposed, known: Known) -> str:
    """The award of most others, else the oldest."""
    oldest = min(known.first_years, key=lambda award: (known.first_years[award], award), default="")
    return _most(proposed, "award") or oldest


def _year(proposed: Proposed, known: Known) -> int:
    """The award year of most others, else that of the day of publication, else the latest."""
    day = proposed.document.published_on
    return _most(proposed, "year") or (day.year if day else known.latest)
