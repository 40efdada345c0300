"""The ways in which a sentence counts, in their order: in a row, every year since, times, first time."""

import re
from collections.abc import Callable, Iterator

from etl.transform.statements.counted_parts import STRAIGHT, Found, Rule
from etl.transform.statements.counted_runs import LOOSE, RUNS, SINCE
from etl.transform.statements.counted_totals import TOTALS
from etl.transform.statements.numbers import ORDINAL

_GROUPS: tuple[tuple[tuple[Rule, ...], re.Pattern[str]], ...] = (
    (
        RUNS,
        re.compile(
            r"row|running|straight|succe|conse[cq]|straigth|uninterrupted|streak|run\b|years|peat|since|back|without",
            re.I,
        ),
    ),
    (SINCE, re.compile(r"since|from|year|existence|existed", re.I)),
    (TOTALS, re.compile("")),
    (LOOSE, re.compile(r"since|years", re.I)),
)
"""The rules in their order, each group with the words of which a sentence needs one: most need not be tried."""
_NEEDED = frozenset(needs for rules, _ in _GROUPS for *_, needs in rules if needs)
"""What rules ask a sentence to hold before they are tried."""
COUNTS = re.compile(
    rf"{ORDINAL}|\b(?:{STRAIGHT}|row|times?|years?|streak|back[- ]to[- ]back|"
    rf"annually|since|peats?|twice|thrice|running|total|counts?|makes|made|brings|without|never|before|until now|"
    rf"occasions?|altogether|overall|"
    rf"in all|all told|award no|to date|so far|as of|through|up to|history)\b",
    re.IGNORECASE,
)
"""Without one of these no rule can match: most sentences need not be tried."""


def rules_for(text: str) -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str]], Found]]]:
    """The rules that can match in a text, in the order in which they count."""
    if not COUNTS.search(text):
        return
    there = {needed: bool(needed.search(text)) for needed in _NEEDED}
    for rules, words in _GROUPS:
        if words.search(text):
            yield from ((pattern, make) for pattern, make, needs in rules if needs is None or there[needs])
