"""Which award a plain name means, by the kind of the school that won it."""

from etl.proposals_values import Known
from etl.transform.naming.standing import HEALTH_KINDS

NO_HEALTH_KINDS = frozenset(("law", "library"))
"""Kinds of unit that no award for health units goes to."""


def award_for(award: str, year: int, kind: str | None, known: Known, *, printed: bool = True) -> str:
    """The award that is meant: a health school's plain award is that for health units from its first year on, and
    before that year a health award can only have been the family's older one. Where the award for health units is not
    `printed` with the win, a school of another kind won the older one.
    """
    for health in known.health:
        older = known.families.get(health, health)
        first = known.first_years.get(health, 0)
        if award == older and older != health and kind in HEALTH_KINDS and year >= first:
            return health
        if award == health and (year < first or (not printed and kind not in (None, *HEALTH_KINDS))):
            return older
    return award
