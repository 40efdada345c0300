"""The ways in which a sentence counts, in their order: in a row, every year since, times, first time."""

import re
from collections.abc import Callable

from etl.transform.statements.counted_parts import STRAIGHT, Found, Rule
from etl.transform.statements.counted_runs import LOOSE, RUNS, SINCE
from etl.transform.statements.counted_totals import TOTALS
from etl.transform.statements.numbers import ORDINAL
from etl.transform.statements.sought import folded

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
_WORDS = frozenset(word for rules, _ in _GROUPS for seeks, *_ in rules for word in seeks.words)
"""Words of which a sentence must hold those of a rule before that is tried."""
COUNTS = re.compile(
    rf"{ORDINAL}|\b(?:{STRAIGHT}|row|times?|years?|streak|back[- ]to[- ]back|"
    rf"annually|since|peats?|twice|thrice|running|total|counts?|makes|made|brings|without|never|before|until now|"
    rf"occasions?|altogether|overall|"
    rf"in all|all told|award no|to date|so far|as of|through|up to|history)\b",
    re.IGNORECASE,
)
"""Without one of these no rule can match: most sentences need not be tried."""


def rules_for(text: str) -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], Found]]]:
    """The rules that can match in a text, in the order in which they count."""
    low = folded(text)
    there = {word for word in _WORDS if word in low}
    groups = [([one for one in rules if not there.isdisjoint(one[0].words)], words) for rules, words in _GROUPS]
    likely = [one for rules, words in groups if rules and words.search(text) for one in rules]
    needed = {needs: bool(needs.search(text)) for needs in {needs for *_, needs in likely if needs}}
    found = [(seeks.pattern, make) for seeks, make, needs in likely if needs is None or needed[needs]]
    return found if found and COUNTS.search(text) else []
