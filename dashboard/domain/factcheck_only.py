"""The verdict on "the only school in Missouri", by the rule at the head of `factcheck`."""

from collections.abc import Sequence

from dashboard.domain.factcheck_facts import Check, Winner
from dashboard.domain.factcheck_rules import Judgement
from dashboard.domain.sorts import is_of, sorts_named
from dashboard.domain.wording import years_text
from etl.transform.naming.standing import HEALTH_KINDS
from etl.transform.statements import STATE_NAMES, OnlyOne

_KINDS = {
    "veterinar": "veterinary medicine", "vet school": "veterinary medicine", "osteopath": "osteopathic medicine",
    "optom": "optometry", "dent": "dentistry", "pharm": "pharmacy", "nurs": "nursing", "public health": "public health",
    "law": "law", "librar": "library", "medic": "medicine",
}  # fmt: skip
"""Kinds of school by the beginning of a word for them, "veterinary medicine" before "medicine"."""
_UNIVERSITY = "universit"
_WHOLES = (_UNIVERSITY, "institution", "campus")
"""Words for a school as a whole."""
_UNIVERSITIES = frozenset(("institution", "system", "health sciences center"))
"""Kinds of school that are a university, or all of one, and no part of it."""
_PERHAPS = frozenset(("health sciences center", "academic medical center"))
"""Kinds of institution that can be, or hold, a school of a health field."""
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
    kinds, perhaps = _kinds(said.what)
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
        if one.school_id != school_id and (not kinds or one.kind in kinds) and (within is None or one.unitid != within)
        and any(_speaks_against(year, said, until) for year in one.years)
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
        return _of_others(others, said, until, where)
    if own and (unlike := [sort for sort in sorts if is_of(sort, own.directory) is False]):
        return Judgement(
            "undecided", f"the IPEDS directory does not count {own.school} itself as {' and '.join(unlike)}"
        )
    like = [
        one.school
        for one in winners
        if one.school_id != school_id
        and one.kind in perhaps
        and any(_speaks_against(year, said, until) for year in one.years)
    ]
    return _of_none(
        where, " of that kind" if kinds else "", like, complete=check.facts.lists_complete(family, said.year)
    )


def _kinds(what: str) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of school that the words mean, none for any; and those that can hold a school of that kind."""
    said = what.casefold()
    kind = next((kind for stem, kind in _KINDS.items() if stem in said), None)
    if kind:
        return frozenset((kind,)), _PERHAPS if kind in HEALTH_KINDS else frozenset()
    return frozenset(HEALTH_KINDS if "health" in said else ()), frozenset()


def _of_none(where: str, of_kind: str, like: Sequence[str], *, complete: bool) -> Judgement:
    """The verdict where no other of that kind and place is known to have won."""
    if like:
        names = ", ".join(like[:_NAMED])
        return Judgement(
            "undecided", f"no other winner{of_kind} {where} is known, but others that can hold one: {names}"
        )
    if complete:
        return Judgement("supported", f"no other winner{of_kind} {where} is on the lists, which are complete")
    return Judgement(
        "undecided", f"no other winner{of_kind} {where} is known, but the lists of winners are not complete"
    )


def _speaks_against(year: int, said: OnlyOne, until: int | None) -> bool:
    """Whether a win of another in that year contradicts the statement: before it for the first, up to it otherwise."""
    return until is None or (year < until if said.first else year <= until)


def _of_others(others: Sequence[Winner], said: OnlyOne, until: int | None, where: str) -> Judgement:
    """The verdict where others won: contradicted by those known for certain, by probable wins alone undecided; the only
    university is undecided by schools of other universities alone, too.
    """
    if _UNIVERSITY in said.what.casefold() and not any(stem in said.what.casefold() for stem in _KINDS):
        units, others = others, [one for one in others if one.kind in _UNIVERSITIES]
        if not others:
            names = ", ".join(one.school for one in units[:_NAMED])
            return Judgement("undecided", f"schools of other universities {where} won, but none as a whole: {names}")
    certain = [one for one in others if any(_speaks_against(year, said, until) for year in one.known)]
    if not certain:
        names = ", ".join(one.school for one in others[:_NAMED])
        return Judgement("undecided", f"others {where} probably won, which is not known for certain: {names}")
    won = "; ".join(f"{one.school}: {years_text(one.known)}" for one in certain[:_NAMED])
    more = f"; and {len(certain) - _NAMED} more schools" if len(certain) > _NAMED else ""
    keys = tuple(sorted({key for one in certain[:_NAMED] for key in one.sources}))
    return Judgement("contradicted", f"others {where} won: {won}{more}", (), (), keys)
