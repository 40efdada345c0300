"""Sentences that documents of different schools have in common: the giver's own, which say nothing about a school."""

from collections import defaultdict
from collections.abc import Iterable

from etl.proposals_values import ObservationProposal, Proposed
from etl.transform.statements import likeness, sentences

FEWEST_WORDS = 12
"""Words below which two texts can have a sentence in common by chance."""


def shared_sentences(proposed: Iterable[Proposed]) -> frozenset[str]:
    """The sentences, as `likeness` gives them, that stand in documents which announce wins of different schools."""
    schools: dict[str, set[str]] = defaultdict(set)
    for one in proposed:
        announced = {school for won in one.proposals if (school := _announced(won))}
        for said in sentences(one.document.text) if announced else ():
            if len(said.text.split()) >= FEWEST_WORDS:
                schools[likeness(said.text)].add("|".join(sorted(announced)))
    return frozenset(text for text, told in schools.items() if len(told) > 1)


def _announced(one: object) -> str | None:
    if isinstance(one, ObservationProposal) and one.basis == "announced":
        return one.school_id or one.school_as_printed
    return None
