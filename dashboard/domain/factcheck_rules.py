"""The verdict on a counted statement: what the records say to "for the third year in a row".

Every statement is weighed against the years of the school in the award's family, and gets one of four verdicts.

**Known years.** A year is *won* or *not won* as the records have it: by announcement, past win named, own log or
complete list. A further year counts as *probably won* (or *not won*) if it follows from the counted claims of **other**
pages together with the known years, or (won only) from a tier. The statement itself, its page, and any page that says
the very same (same kind, count and year) prove nothing for it: press releases are copied. Where the school's stored
claims clash with each other or with known years, nothing follows from them, and the reason says so.

**In a row, n as of Y** speaks of the last n held years up to Y; *every year since S, as of Y* of all held years from S
to Y. Years without an award are passed over.

* *contradicted*: one of those years was not won or not applied for (so a shorter run known at both ends contradicts),
  or fewer than n years were held by Y;
* *understated*: all of them were won, and the held year before them too;
* *supported*: all of them were won or probably won;
* *undecided*: otherwise; the years that are not known are named.

**n times as of Y** counts the held years from the first (or the year the text counts from) to Y.

* *understated*: more wins are known, or probably won, than it says, or the other claims leave room only for more;
* *contradicted*: the years not won and the other claims leave room only for fewer;
* *supported*: the won and probably won years are n and no other claim speaks for more or fewer, or the other claims
  leave room for n alone;
* *undecided*: otherwise.

**First time, as of Y**

* *contradicted*: an earlier year was won or probably won, or Y was not won;
* *supported*: Y was won, or probably won, and every earlier year was not won, or none was held;
* *undecided*: otherwise.

**"Second year"** can mean the second time or the second in a row: it is supported if either reading is, contradicted or
understated only if neither reading could be true.

A page that counts one award of a family alone is held against the wins of that award; its total then means at least.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard.domain.factcheck_ground import (
    CountedStatement,
    Ground,
    Judgement,
    KnownClaim,
    Ledger,
    Verdict,
    counted_claim,
    ground_for,
)
from dashboard.domain.wording import counted as counted_words
from dashboard.domain.wording import years_text
from etl.transform.inference import CountedClaim, infer

__all__ = ["CountedStatement", "Judgement", "KnownClaim", "Ledger", "Verdict", "ordinal", "verdict_of_claim"]


def verdict_of_claim(statement: CountedStatement, ledger: Ledger) -> Judgement:
    """The verdict on a counted statement about the ledger's school, by the rules at the head of this module."""
    ground = ground_for(statement, ledger)
    if statement.ambiguous and statement.claim == "total":
        return _either(statement, ground)
    return _RULES[statement.claim](statement, ground)


def _in_a_row(said: CountedStatement, ground: Ground) -> Judgement:
    held = _through(ground.held, said.as_of_year)
    if said.claim == "consecutive":
        if len(held) < said.n:
            reason = f"the award was held {counted_words(len(held), 'time')} by {said.as_of_year}"
            return Judgement("contradicted", reason, supported_wording=_run_wording(said, ground))
        years = held[-said.n :]
    else:
        years = [year for year in held if year >= said.n]
    before = [year for year in held if year < years[0]] if years else []
    return _of_run(said, ground, years, before[-1] if before else None)


def _of_run(said: CountedStatement, ground: Ground, years: Sequence[int], before: int | None) -> Judgement:
    lost = [year for year in years if year in ground.not_won]
    missing = tuple(year for year in years if year not in ground.counting and year not in ground.not_won)
    if lost:
        reason = f"{years_text(lost)} {'was' if len(lost) == 1 else 'were'} not won{_why(ground, lost)}"
        return Judgement("contradicted", reason, tuple(lost), missing, ground.behind(lost), _run_wording(said, ground))
    if missing or not years:
        reason = (
            f"{years_text(missing)} not known{_aside(ground)}" if missing else f"no award was held by {said.as_of_year}"
        )
        known = [year for year in years if year in ground.counting]
        return Judgement("undecided", reason, tuple(known), missing, ground.behind(known), _run_wording(said, ground))
    if before is not None and before in ground.counting:
        longer = _run_ending(ground, said.as_of_year, ground.counting)
        told = f"{len(longer)} in a row, {longer[0]}–{longer[-1]}{_why(ground, longer)}"
        return Judgement("understated", told, tuple(longer), (), ground.behind(longer), _run_wording(said, ground))
    return Judgement(
        "supported", _stated(ground, years), tuple(years), (), ground.behind(years), _run_wording(said, ground)
    )


def _stated(ground: Ground, years: Sequence[int]) -> str:
    sure = [year for year in years if year in ground.won]
    rest = [year for year in years if year not in ground.won]
    parts = [f"won {years_text(sure)}"] if sure else []
    parts += [f"{years_text(rest)} probably won{_why(ground, rest)}"] if rest else []
    return "; ".join(parts)


def _why(ground: Ground, years: Iterable[int]) -> str:
    reasons = sorted({ground.because[year] for year in years if year in ground.because})
    return f" (by {'; '.join(reasons)})" if reasons else ""


def _times(said: CountedStatement, ground: Ground) -> Judgement:
    held = [year for year in _through(ground.held, said.as_of_year) if year >= (said.counts_from or 0)]
    counting = [year for year in held if year in ground.counting]
    missing = tuple(year for year in held if year not in ground.counting and year not in ground.not_won)
    possible = _possible_totals(said, ground, held)
    verdict, reason = _of_total(said, ground, counting, possible)
    return Judgement(verdict, reason, tuple(counting), missing if verdict == "undecided" else (),
                     ground.behind(counting), _total_wording(said, ground, held))  # fmt: skip


def _of_total(
    said: CountedStatement, ground: Ground, counting: Sequence[int], possible: Sequence[int]
) -> tuple[Verdict, str]:
    """Verdict and reason: more or fewer wins than n are certain, or n can be true."""
    if said.award and len(counting) >= said.n:
        return "supported", _stated(ground, counting)
    if len(counting) > said.n:
        told = _stated(ground, counting)
        return "understated", f"{counted_words(len(counting), 'win')} by {said.as_of_year}: {told}"
    if possible and possible[0] > said.n:
        return "understated", f"at least {counted_words(possible[0], 'win')} by {said.as_of_year}{_by_others(ground)}"
    if possible and possible[-1] < said.n:
        lost = [year for year in _through(ground.held, said.as_of_year) if year in ground.not_won]
        not_won = f": {years_text(lost)} not won{_why(ground, lost)}" if lost else _by_others(ground)
        return "contradicted", f"at most {counted_words(possible[-1], 'win')} by {said.as_of_year}{not_won}"
    return _of_possible_total(said, ground, counting, possible)


def _of_possible_total(
    said: CountedStatement, ground: Ground, counting: Sequence[int], possible: Sequence[int]
) -> tuple[Verdict, str]:
    told = _stated(ground, counting)
    if list(possible) == [said.n] and len(counting) < said.n:
        return "supported", f"follows from other claims{_by_others(ground)}" + (f"; {told}" if told else "")
    if len(counting) < said.n:
        known = f": {years_text(counting)}" if counting else ""
        return "undecided", f"{len(counting)} of {said.n} wins known by {said.as_of_year}{known}{_aside(ground)}"
    if possible and said.n not in possible:
        return "undecided", f"{told}; but other claims speak against it{_by_others(ground)}"
    return "supported", told


def _possible_totals(said: CountedStatement, ground: Ground, held: Sequence[int]) -> list[int]:
    """The numbers of wins in those years that fit the known years and the other claims, least first."""
    won, lost = ground.stated
    others = [counted_claim(str(number), claim.statement) for number, claim in enumerate(ground.others)]
    return [
        n
        for n in range(len(held) + 1)
        if not infer(
            ground.held, won, lost, [*others, CountedClaim("this", "total", n, said.as_of_year, said.counts_from)]
        ).clash
    ]


def _by_others(ground: Ground) -> str:
    words = ", ".join(sorted({claim.words for claim in ground.others}))
    return f" (by {words})" if words else ""


def _aside(ground: Ground) -> str:
    """What to add where years are not known: that the school's claims clash, or that others say the very same."""
    words = ", ".join(sorted({claim.words for claim in ground.aside}))
    if words and not ground.clash:
        return f"; the same is claimed, which does not prove it: {words}"
    return f"; nothing follows from the school's claims, which clash: {', '.join(ground.clash)}" if ground.clash else ""


def _first(said: CountedStatement, ground: Ground) -> Judgement:
    year = said.as_of_year
    earlier = [y for y in ground.held if (said.counts_from or 0) <= y < year]
    wins = [y for y in earlier if y in ground.counting]
    missing = tuple(y for y in earlier if y not in ground.not_won)
    wording = _total_wording(replace(said, claim="total"), ground, [*earlier, year])
    if wins:
        return Judgement("contradicted", _stated(ground, wins), tuple(wins), (), ground.behind(wins), wording)
    if year in ground.not_won:
        return Judgement(
            "contradicted", f"{year} was not won{_why(ground, [year])}", (year,), (), ground.behind([year]), wording
        )
    if year not in ground.counting:
        return Judgement("undecided", f"{year} not known", (), (year, *missing), (), wording)
    if missing:
        told = f"{years_text(missing)} {'is' if len(missing) == 1 else 'are'} not known"
        reason = f"no earlier win is known, but {told}{_aside(ground)}"
        return Judgement("undecided", reason, (year,), missing, ground.behind([year]), wording)
    reason = f"{_stated(ground, [year])}; " + (
        f"{years_text(earlier)} not won{_why(ground, earlier)}" if earlier else "no award was held before"
    )
    return Judgement("supported", reason, (year,), (), ground.behind([year, *earlier]), wording)


_RULES = {"consecutive": _in_a_row, "every_year_since": _in_a_row, "total": _times, "first_time": _first}


def _either(said: CountedStatement, ground: Ground) -> Judgement:
    """The better of the two readings of "second year"."""
    times = _times(said, ground)
    if said.counts_from:
        return times
    row = _in_a_row(replace(said, claim="consecutive"), ground)
    order = ("supported", "undecided", "understated", "contradicted")
    best = min((times, row), key=lambda one: order.index(one.verdict))
    reading = "times" if best is times else "in a row"
    return replace(best, reason=f"reads two ways; as {said.n} {reading}: {best.reason}")


def _through(held: Iterable[int], year: int) -> list[int]:
    return [one for one in held if one <= year]


def _run_ending(ground: Ground, year: int, counting: frozenset[int]) -> list[int]:
    """The held years of the run that ends with `year`; none if it was not won."""
    run: list[int] = []
    for one in reversed(_through(ground.held, year)):
        if one not in counting:
            break
        run.insert(0, one)
    return run


def _run_wording(said: CountedStatement, ground: Ground) -> str:
    """What the won years alone support: the run up to the as-of year, or the last run before it, or the years."""
    run = _run_ending(ground, said.as_of_year, ground.won)
    if len(run) > 1:
        return f"for the {ordinal(len(run))} year in a row, {run[0]}–{run[-1]}"
    return _years_wording(ground, said.as_of_year)


def _total_wording(said: CountedStatement, ground: Ground, held: Iterable[int]) -> str:
    won = [year for year in held if year in ground.won]
    if len(won) > 1 and said.as_of_year in won:
        return f"for at least the {ordinal(len(won))} time ({years_text(won)})"
    return _years_wording(ground, said.as_of_year)


def _years_wording(ground: Ground, year: int) -> str:
    won = _through(sorted(ground.won), year)
    return f"won in {years_text(won)}" if won else ""


_TEENS = {11: "th", 12: "th", 13: "th"}
_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(n: int) -> str:
    """A number as an ordinal: words up to tenth, then 11th, 21st."""
    if 1 <= n <= len(_WORDS):
        return _WORDS[n - 1]
    return f"{n}{_TEENS.get(n % 100, {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th'))}"
