"""The verdict on "the only school in Missouri", by the rule at the head of `factcheck`."""

from dashboard.domain.factcheck_facts import Check
from dashboard.domain.factcheck_rules import Judgement
from dashboard.domain.sorts import is_of, sorts_named
from dashboard.domain.wording import years_text
from etl.transform.statements import STATE_NAMES, OnlyOne

_KINDS = {
    "veterinar": "veterinary medicine", "vet school": "veterinary medicine", "osteopath": "osteopathic medicine",
    "optom": "optometry", "dent": "dentistry", "pharm": "pharmacy", "nurs": "nursing", "public health": "public health",
    "law": "law", "librar": "library", "medic": "medicine",
}  # fmt: skip
"""Kinds of school by the beginning of a word for them, "veterinary medicine" before "medicine"."""
_WHOLES = ("universit", "institution", "campus")
"""Words for a school as a whole."""
_NAMED = 5
"""Other winners that a reason names."""
_EVERYWHERE = ("nation", "country", "world", "u.s", "united states")


def verdict_of_only(check: Check, said: OnlyOne, school_id: str, family: str) -> Judgement:
    """The verdict on a school as the only or first one of its kind in a place."""
    ledger = check.facts.ledger(school_id, family)
    everywhere = any(place in said.place.casefold() for place in _EVERYWHERE)
    state = (
        said.place
        if said.place in STATE_NAMES
        else ledger.state
        if ledger and "state" in said.place.casefold()
        else None
    )
    if not everywhere and state is None:
        return Judgement("undecided", f"{said.place} is no state; the records cannot tell who is in it")
    kind = next((kind for stem, kind in _KINDS.items() if stem in said.what.casefold()), None)
    until = said.year or (None if said.first else check.reading.year)
    of_all = said.first or said.words.endswith(" ever")
    winners = check.facts.winners(family, None if everywhere else state, None if of_all else said.year)
    own = next((one for one in winners if one.school_id == school_id), None)
    # A university is not contradicted by a school of its own.
    within = own.unitid if own and any(word in said.what.casefold() for word in _WHOLES) else None
    if said.first and until is None and own:
        until = min(own.years)  # whoever won after it does not contradict that it was first
    others = [
        one for one in winners
        if one.school_id != school_id and kind in (None, one.kind) and (within is None or one.unitid != within)
        and not (until and (min(one.years) >= until if said.first else min(one.years) > until))
    ]  # fmt: skip
    where = "elsewhere" if everywhere else f"in {STATE_NAMES[state or '']}"
    sorts = sorts_named(said.words)
    told = [(one, {is_of(sort, one.directory) for sort in sorts}) for one in others]
    others = [one for one, of_sorts in told if of_sorts <= {True}]
    if not others and (open_ones := [one for one, of_sorts in told if False not in of_sorts]):
        names = ", ".join(one.school for one in open_ones[:_NAMED])
        reason = f"others {where} won, of which the records do not tell whether they are {' and '.join(sorts)}: {names}"
        return Judgement("undecided", reason)
    if others:
        won = "; ".join(f"{one.school}: {years_text(one.years)}" for one in others[:_NAMED])
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        keys = tuple(sorted({key for one in others[:_NAMED] for key in one.sources}))
        return Judgement("contradicted", f"others {where} won: {won}{more}", (), (), keys)
    if own and (unlike := [sort for sort in sorts if is_of(sort, own.directory) is False]):
        return Judgement(
            "undecided", f"the IPEDS directory does not count {own.school} itself as {' and '.join(unlike)}"
        )
    if check.facts.lists_complete(family, said.year):
        return Judgement("supported", f"no other winner {where} is on the lists, which are complete")
    return Judgement("undecided", f"no other winner {where} is known, but the lists of winners are not complete")
