"""A draft held against the records: every statement about wins and counts, with a verdict.

How counted statements are weighed stands in `dashboard.domain.factcheck_rules`; one told as the least ("at least
four times") is *supported* where the records show more. The other kinds:

**A win** ("received the award in 2022") is *supported* if the year is won, *contradicted* if it was not won or not
applied for, *undecided* if it is only probable, pending or not known. **A win denied** ("did not receive the award in
2022", of the kind `not_won`) is *contradicted* if the year is won, *supported* if it was not won, not applied for or
not held, else *undecided*; "has never won" by any year and by all of them.

**"The only (or first) school in Missouri"**, or "no other school", is *contradicted* by another school of that place
and kind that won for certain by the year named, or by that of the draft; "the first" by one that won before it, or
before its own first win where it names no year; *supported* only if no other is known and every winners' list it
speaks of was marked complete; *undecided* otherwise, as others may have won, or have only probably. "The only
university" is *undecided* where no other won as a whole, but a school of another did.
Whether a school is public, private, a community college, two-year, four-year, tribal, historically Black, land-grant or
a research university is what the IPEDS directory says; where that tells nothing of the others ("the only Jesuit
university"), or that the school itself is of another sort, the sentence is *undecided*.

**"One of 62 recipients"** is *supported* if a source prints that number for the award and year (other printed numbers
are told), *contradicted* if only other numbers are printed, *undecided* if none is, if it speaks of a part of them,
or if the draft tells no year. Of a health school the plain name of the award means that of health schools, too.

**Whose a statement is:** the school's that it names, else the draft's. "We" is the school that the draft is about,
unless the draft names only another one, and that before its first "we".
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from dashboard.domain.factcheck_facts import Check, Facts, Names
from dashboard.domain.factcheck_numbers import verdict_of_number
from dashboard.domain.factcheck_only import verdict_of_only
from dashboard.domain.factcheck_rules import (
    CountedStatement,
    Judgement,
    Ledger,
    Verdict,
    ordinal,
    verdict_of_claim,
)
from dashboard.domain.factcheck_whose import school_meant, school_of_draft, we_is_own
from dashboard.domain.statuses import BREAKS, word
from dashboard.domain.streaks import YearCell
from dashboard.domain.wording import years_text
from etl.transform.statements import (
    AwardCodes,
    Counted,
    Denial,
    Hints,
    OnlyOne,
    Reading,
    Recipients,
    Win,
    read_statements,
)

__all__ = ["Finding", "Judgement", "Verdict", "check_text", "ordinal", "verdict_of_claim", "verdict_of_win"]

FURTHEST = 50
"""Years beyond the records to which a statement is followed; further off is a slip of the pen."""


@dataclass(frozen=True)
class Finding:
    """A statement of a draft and what the records say to it. `kind` is win, not_won, consecutive, total, first_time,
    every_year_since, only or recipients; `n` the count, for every_year_since the first year, for win and not_won None.
    """

    text: str
    start: int
    end: int
    kind: str
    school_id: str | None
    family: str | None
    n: int | None
    as_of: int | None
    verdict: Verdict
    reason: str
    supported_wording: str
    sources: tuple[str, ...]
    years: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The finding as one object of `awards check --json`."""
        said = asdict(self)
        return {key: list(value) if isinstance(value, tuple) else value for key, value in said.items()}


def check_text(
    text: str, awards: AwardCodes, facts: Facts, names: Names, own_school: str | None, hints: Hints | None = None
) -> list[Finding]:
    """Every statement of a draft about awards, in the order of the text, with its verdict.

    `names` tells what the names in it mean. A statement without a school's name is taken to be about the school that
    the draft is about, else about `own_school`; one without a year as of that of the draft, else of the last announced
    cycle.
    """
    reading = read_statements(text, awards, hints)
    check = Check(text, facts, names(reading), own_school, reading, hints.older if hints else {})
    check = replace(check, we_is_own=we_is_own(check))
    return list(_findings(check))


def _findings(check: Check) -> Iterator[Finding]:
    counted = [(one.start, one.end) for one in check.reading.counted]
    spans = list(_told_by_counts(check.reading))
    for statement in check.reading.statements():
        match statement:
            case Counted():
                yield _counted(check, statement)
            case Win():
                inside = any(start < statement.end and statement.start < end for start, end in counted)
                if not inside and (statement.start, statement.end, statement.year) not in spans:
                    yield _win(check, statement)
            case Denial():
                yield _denial(check, statement)
            case Recipients():
                yield _recipients(check, statement)
            case OnlyOne():
                yield _only(check, statement)


_CLOSE = 12
"""Characters between a count and the years in brackets behind it that it counts."""


def _told_by_counts(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """The wins of a span of years that a count tells already: "12 consecutive years (2012-2023)"."""
    for win in reading.wins:
        for one in reading.counted:
            years = range((one.as_of_year or 0) - one.n + 1, (one.as_of_year or 0) + 1)
            run = one.claim == "consecutive" and 0 <= win.start - one.end <= _CLOSE
            if run and win.end - win.start > len("2023") and win.year in years:
                yield win.start, win.end, win.year


def _finding(
    check: Check, start: int, end: int, kind: str, school_id: str | None, family: str | None, judged: Judgement,
    *, n: int | None = None, as_of: int | None = None,
) -> Finding:  # fmt: skip
    return Finding(
        check.text[start:end], start, end, kind, school_id, family, n, as_of, judged.verdict, judged.reason,
        judged.supported_wording, judged.sources, judged.years, judged.missing,
    )  # fmt: skip


def _counted(check: Check, said: Counted) -> Finding:
    school_id = school_meant(check, said, said.as_of_year)
    family = check.facts.family(said.award or "")
    begun = said.n if said.claim == "every_year_since" else 0
    told = said.as_of_year if (said.as_of_year or 0) >= begun else None
    year = told or check.facts.last_year(family)
    ledger = check.facts.ledger(school_id, family) if school_id else None
    if ledger is None or year is None:
        judged = Judgement("undecided", _nobody(school_id, family))
    else:
        statement = CountedStatement(said.claim, said.n, year, said.counts_from, said.ambiguous)
        judged = verdict_of_claim(statement, _reaching(ledger, year))
        if said.at_least and judged.verdict == "understated":
            judged = replace(judged, verdict="supported")
        if told is None:
            judged = replace(judged, reason=f"as of {year}, the last announced cycle: {judged.reason}")
    return _finding(check, said.start, said.end, said.claim, school_id, family, judged, n=said.n, as_of=year)


def _nobody(school_id: str | None, family: str) -> str:
    if school_id is None:
        return "it is not clear which school is meant; name it in full, or set the own school"
    return f"nothing is known of {school_id} in {family}"


def _reaching(ledger: Ledger, year: int) -> Ledger:
    """The ledger with years up to `year`, those beyond it not known."""
    last = ledger.years[-1]
    more = tuple(YearCell(later, "unknown") for later in range(last.year + 1, min(year, last.year + FURTHEST) + 1))
    return replace(ledger, years=(*ledger.years, *more))


def verdict_of_win(year: int, ledger: Ledger) -> Judgement:
    """The verdict on a win of one year, by the rule at the head of this module."""
    cell = next((cell for cell in ledger.years if cell.year == year), None)
    won = [one.year for one in ledger.years if one.status == "won"]
    wording = f"won in {years_text(won)}" if won else ""
    if cell is None:
        return Judgement("undecided", f"{year} is not among the years of the award", (), (year,), (), wording)
    if cell.status == "won":
        flagged = "; the sources disagree" if cell.conflict else ""
        return Judgement(
            "supported", f"{year} {word(cell.status)}{flagged}", (year,), (), cell.sources, f"won in {year}"
        )
    why = f" ({cell.why})" if cell.why else ""
    if cell.status in BREAKS or cell.status == "no_award":
        return Judgement("contradicted", f"{year} {word(cell.status)}{why}", (year,), (), cell.sources, wording)
    return Judgement("undecided", f"{year} {word(cell.status)}{why}", (), (year,), cell.sources, wording)


def _win(check: Check, said: Win) -> Finding:
    school_id = school_meant(check, said, said.year)
    family = check.facts.family(said.award)
    ledger = check.facts.ledger(school_id, family) if school_id else None
    judged = (
        verdict_of_win(said.year, _reaching(ledger, said.year))
        if ledger
        else Judgement("undecided", _nobody(school_id, family))
    )
    return _finding(check, said.start, said.end, "win", school_id, family, judged, as_of=said.year)


_AGAINST: Mapping[Verdict, Verdict] = {"supported": "contradicted", "contradicted": "supported"}
"""The verdict on a denial by that on the win."""


def verdict_of_never(ledger: Ledger) -> Judgement:
    """The verdict on a school that is said never to have won, by the rule at the head of this module."""
    won = [cell for cell in ledger.years if cell.status == "won"]
    open_years = tuple(cell.year for cell in ledger.years if cell.status not in (*BREAKS, "no_award", "won"))
    wording = f"won in {years_text([cell.year for cell in won])}" if won else ""
    if won:
        keys = tuple(sorted({key for cell in won for key in cell.sources}))
        return Judgement("contradicted", wording, tuple(cell.year for cell in won), (), keys, wording)
    if open_years:
        return Judgement("undecided", f"{years_text(open_years)} not known", (), open_years)
    return Judgement("supported", "no year was won", tuple(cell.year for cell in ledger.years))


def _denial(check: Check, said: Denial) -> Finding:
    if said.year is None:
        school_id, family = school_meant(check, said, None), check.facts.family(said.award)
        ledger = check.facts.ledger(school_id, family) if school_id else None
        judged = verdict_of_never(ledger) if ledger else Judgement("undecided", _nobody(school_id, family))
        return _finding(check, said.start, said.end, "not_won", school_id, family, judged)
    win = _win(check, Win(said.start, said.end, said.award, said.year, "claimed", said.school))
    verdict = _AGAINST.get(win.verdict, win.verdict)
    wording = f"did not win in {said.year}" if verdict == "supported" else win.supported_wording
    return replace(win, kind="not_won", verdict=verdict, supported_wording=wording)


def _recipients(check: Check, said: Recipients) -> Finding:
    family = check.facts.family(said.award) if said.award else None
    last = check.reading.year or check.facts.last_year(family) if family else None
    year = said.year or last
    judged = verdict_of_number(check, said, year, school_of_draft(check))
    if judged.verdict == "contradicted" and not (said.year or check.reading.year):
        judged = replace(judged, verdict="undecided", reason=f"the award year is not clear; {judged.reason}")
    return _finding(check, said.start, said.end, "recipients", None, family, judged, n=said.recipients, as_of=year)


def _only(check: Check, said: OnlyOne) -> Finding:
    school_id = school_meant(check, said, said.year)
    family = check.facts.family(said.award) if said.award else None
    judged = (
        verdict_of_only(check, said, school_id, family)
        if school_id and family
        else Judgement("undecided", _nobody(school_id, family or ""))
    )
    return _finding(check, said.start, said.end, "only", school_id, family, judged, n=1, as_of=said.year)
