"""The verdict on a number of recipients, by the rule at the head of `factcheck`."""

from dashboard.domain.factcheck_facts import Check
from dashboard.domain.factcheck_rules import Judgement
from etl.transform.naming.standing import HEALTH_KINDS
from etl.transform.statements import Recipients


def verdict_of_number(check: Check, said: Recipients, year: int | None, school_id: str | None = None) -> Judgement:
    """The verdict on the number that the draft prints for an award and year; of a health school, the plain name of an
    award is that of health schools, too.
    """
    if said.among:
        return Judgement("undecided", f"numbers of {said.among} among the recipients are not recorded")
    if said.award is None or year is None:
        return Judgement("undecided", "the award year is not clear; name it")
    siblings = [*_of_health(check, said.award, school_id), *_siblings(check, said.award)]
    printed = {award: check.facts.totals(award, year) for award in (said.award, *siblings)}
    agreeing = next((award for award, totals in printed.items() if said.recipients in totals), None)
    meant = agreeing or next((award for award in siblings[:1] if printed[award]), said.award)
    totals = printed[meant]
    others = ", ".join(f"{n} ({', '.join(sources)})" for n, sources in totals.items() if n != said.recipients)
    wording = " or ".join(str(n) for n in totals)
    wording = f"one of {wording} recipients" if wording else ""
    if agreeing:
        keys = tuple(totals[said.recipients])
        also = f"; other sources print {others}" if others else ""
        return Judgement(
            "supported",
            f"{said.recipients} is printed for {agreeing} {year} by {', '.join(keys)}{also}",
            (year,),
            (),
            keys,
            wording,
        )
    if totals:
        keys = tuple(sorted({key for sources in totals.values() for key in sources}))
        return Judgement("contradicted", f"for {meant} {year} sources print {others}", (year,), (), keys, wording)
    return Judgement("undecided", f"no source prints a number of recipients for {said.award} {year}", (), (year,))


def _of_health(check: Check, award: str, school_id: str | None) -> list[str]:
    """The awards that are meant by a plain name where a health school says it."""
    ledger = check.facts.ledger(school_id, check.facts.family(award)) if school_id else None
    if ledger is None or ledger.kind not in HEALTH_KINDS:
        return []
    return [own for own, plain in check.older.items() if plain == award]


def _siblings(check: Check, award: str) -> list[str]:
    """Other awards of the family that the draft names: a plain name can stand for either."""
    family = check.facts.family(award)
    return sorted({one.award for one in check.reading.awards if check.facts.family(one.award) == family} - {award})
