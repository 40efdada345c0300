"""What the rules of counting are made of: their words, what each says, and what a sentence must hold for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.transform.statements.numbers import CARDINAL, ORDINAL, number
from etl.transform.statements.sought import Cue, Sought, sought
from etl.transform.statements.values import ClaimKind

GAP = rf"(?:\s+(?!{ORDINAL}\s)[\w'()&-]+){{0,9}}?\s+"
ROW = r"(?:in a row|running|straight|in succession|consecutively|back[- ]to[- ]back)"
ROW_WORDS = "in a row|running|straight|in succession|consecutively|back"
THING = r"(?:years?|times?|awards?|heeds?|honou?rs?|wins?|recognitions?|designations?|cycles?|appearances?|titles?)"
STRAIGHT = r"(?:conse[cq][a-z]{2,7}ve|straight|straigth|successive|uninterrupted)"
"""Words for years without a gap, with the usual misprints of "consecutive"."""
YEAR = r"(?:19|20)\d\d"
GOT = r"(?:won|received|earned|been (?:named|honou?red|recogni[sz]ed|selected|chosen|given))"
ALL_TOLD = (
    r"(?:altogether|overall|in all(?=\s*(?:[.,;:)\"'–—]|$)|\s+(?:this|since|so|as|for|to|by|from|through|now)\b)|"
    r"in total|all told)"
)
TOLD_WORDS = "altogether|overall|in all|in total|all told"


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern says, without what it is about."""

    claim: ClaimKind
    n: int
    ambiguous: bool = False
    back: int | None = None
    """Counted over so many years up to the as-of year."""
    counts_from: int | None = None
    got: bool = False
    """Told as the first of the wins that there were, in its year: "first won it in 2013"."""
    until: int | None = None
    """The last year of those counted: "each year from 2016 through 2019"."""
    at_least: bool = False
    """Told as the fewest that there are: "more than four times"."""


ORDINAL_IN, CARDINAL_IN = Cue(ORDINAL), Cue(CARDINAL)
Rule = tuple[Sought, Callable[[re.Match[str]], Found], Cue | None]
"""What a sentence says, what it means, and what must stand in it for that: most rules need not be tried."""


RUN = Cue(r"\b(?:row|running|consecutive|straight|times?)\b")
FIRST = Cue(r"first|inaugural")
NEVER = Cue(r"never|\bnot\b|first")
TWICE = Cue(r"twice|thrice")


def rule(words: str, pattern: str, make: Callable[[re.Match[str]], Found], needs: Cue | None = None) -> Rule:
    """A rule of that pattern, each match of which holds one of the words; where it counts with a number, no sentence
    without one need be tried.
    """
    ordinal, cardinal = f"(?P<n>{ORDINAL})" in pattern, f"(?P<n>{CARDINAL})" in pattern
    return (
        sought(words, pattern, re.IGNORECASE),
        make,
        needs or (ORDINAL_IN if ordinal else CARDINAL_IN if cardinal else None),
    )


def row(match: re.Match[str]) -> Found:
    """A run of years."""
    return Found("consecutive", number(match["n"]))


def times(match: re.Match[str]) -> Found:
    """A total, with the years over which the text counts, if it says so; "the sixth in six years" is a run."""
    groups = match.groupdict()
    first = int(groups["since"]) if groups.get("since") else None
    back = number(groups["back"]) if groups.get("back") else None
    if back == number(groups["n"]):
        return row(match)
    return Found("total", number(groups["n"]), bool(back), back, first)


def since(match: re.Match[str]) -> Found:
    """Every year since one; 0 stands for the first that there was."""
    year = match.groupdict().get("year")
    return Found("every_year_since", int(year) if year else 0)


def span(match: re.Match[str]) -> Found:
    """Every year from one through another, printed in full or as "2016-19"."""
    first, last = match["year"], match["to"]
    return Found("every_year_since", int(first), until=int(first[: 4 - len(last)] + last))


OVER = (
    rf"(?:\s+(?:(?:in|over|during|within|of)\s+(?:the\s+|its\s+)?(?:past|last|"
    rf"previous)?\s*(?P<back>{CARDINAL})\s+years|since\s+(?P<since>{YEAR})"
    rf"|{ALL_TOLD}))?"
)
