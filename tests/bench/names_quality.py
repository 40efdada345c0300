"""Precision and recall of the resolver, on names that it has not seen."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.transform.schools import Alias, Decision, Institution, Resolver, School
from tests.bench.names_data import LEVELS, Answer

FOLDS = 10
SEED = 1


@dataclass
class Measure:
    """Counts over names. `wrong` holds what was accepted and should not have been, `missed` what was not accepted."""

    sure: int = 0
    right: int = 0
    unsure: int = 0
    asked: int = 0
    wrong: list[tuple[Answer, Decision]] = field(default_factory=list)
    missed: list[tuple[Answer, Decision]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of right ones in what was accepted or created."""
        taken = self.right + len(self.wrong)
        return self.right / taken if taken else 1.0

    @property
    def recall(self) -> float:
        """The share of right ones in what has a right answer."""
        return self.right / self.sure if self.sure else 1.0

    @property
    def asked_share(self) -> float:
        """The share that came out as review in what only a person can say."""
        return self.asked / self.unsure if self.unsure else 1.0

    def count(self, answer: Answer, decision: Decision, *, right: bool) -> None:
        """Count one name; `right` tells whether the school is the right one."""
        taken = decision.decision in ("accepted", "created")
        self.sure += answer.sure
        self.unsure += not answer.sure
        self.asked += not answer.sure and decision.decision == "review"
        self.right += answer.sure and taken and right
        if taken and not (answer.sure and right):
            self.wrong.append((answer, decision))
        elif answer.sure and not taken:
            self.missed.append((answer, decision))


def measured(resolver: Resolver, answers: Sequence[Answer]) -> Measure:
    """The measure by unit: institution and kind must both be right."""
    measure = Measure()
    for answer, decision in zip(answers, resolver.resolve_many([one.name for one in answers]), strict=True):
        right = (decision.unitid, decision.kind) == (answer.unitid, answer.kind)
        measure.count(answer, decision, right=right)
    return measure


def cross_validated(
    institutions: Sequence[Institution],
    schools: Sequence[School],
    aliases: Sequence[Alias],
    answers: Sequence[Answer],
    *,
    whole_schools: bool,
) -> Measure:
    """The measure on each school's names while its aliases are held out, and with `whole_schools` its row too. Then
    the right answer is the right institution and kind; else it is the school.
    """
    identifiers = sorted({answer.school_id for answer in answers})
    random.Random(SEED).shuffle(identifiers)
    measure = Measure()
    for fold in range(FOLDS):
        held = set(identifiers[fold::FOLDS])
        asked = [answer for answer in answers if answer.school_id in held]
        names = {answer.name.school for answer in asked if not answer.school_id}
        kept = [alias for alias in aliases if alias.school_id not in held - {""} and alias.name not in names]
        known = [school for school in schools if not whole_schools or school.school_id not in held]
        resolver = Resolver(institutions, known, kept, LEVELS)
        for answer, decision in zip(asked, resolver.resolve_many([one.name for one in asked]), strict=True):
            unit = (decision.unitid, decision.kind) == (answer.unitid, answer.kind)
            right = unit if whole_schools else decision.school_id == answer.school_id
            measure.count(answer, decision, right=right)
    return measure
