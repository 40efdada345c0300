"""The ways in which a sentence counts, in their order: in a row, every year since, times, first time."""

import re
from collections.abc import Callable

from etl.transform.statements.counted_parts import STRAIGHT, Found, Rule
from etl.transform.statements.counted_runs import LOOSE, RUNS, SINCE
from etl.transform.statements.counted_totals import TOTALS
from etl.transform.statements.numbers import ORDINAL
from etl.transform.statements.sought import Cue, folded

_GROUPS: tuple[tuple[tuple[Rule, ...], Cue], ...] = (
    (
        RUNS,
        Cue(r"row|running|straight|succe|conse[cq]|straigth|uninterrupted|streak|run\b|years|peat|since|back|without"),
    ),
    (SINCE, Cue(r"since|from|year|existence|existed")),
    (TOTALS, Cue("")),
    (LOOSE, Cue(r"since|years")),
)
"""The rules in their order, each group with the words of which a sentence needs one: most need not be tried."""
_WORDS = frozenset(word for rules, _ in _GROUPS for seeks, *_ in rules for word in seeks.words)
"""Words of which a sentence must hold those of a rule before that is tried."""
COUNTS = Cue(
    rf"{ORDINAL}|\b(?:{STRAIGHT}|row|times?|years?|streak|back[- ]to[- ]back|"
    rf"annually|since|peats?|twice|thrice|running|total|counts?|makes|made|brings|without|never|before|until now|"
    rf"occasions?|altogether|overall|"
    rf"in all|all told|award no|to date|so far|as of|through|up to|history)\b"
)
"""Without one of these no rule can match: most sentences need not be tried."""


def rules_for(text: str) -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], Found]]]:
    """The rules that can match in a text, in the order in which they count."""
    low = folded(text)
    there = {word for word in _WORDS if word in low}
    groups = [([one for one in rules if not there.isdisjoint(one[0].words)], words) for rules, words in _GROUPS]
    likely = [one for rules, words in groups if rules and words.search(text) for one in rules]
    lacking = {needs for needs in {needs for *_, needs in likely} if needs and not needs.search(text)}
    found = [(seeks.pattern, make) for seeks, make, needs in likely if needs not in lacking]
    return found if found and COUNTS.search(text) else []
