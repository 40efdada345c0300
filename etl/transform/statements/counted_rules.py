"""The ways in which a sentence counts, in their order: in a row, every year since, times, first time."""

import re
from collections.abc import Callable

from etl.transform.statements.counted_parts import Found, Rule
from etl.transform.statements.counted_runs import LOOSE, RUNS, SINCE
from etl.transform.statements.counted_totals import TOTALS
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
_RULES = tuple(
    (seeks, make, frozenset(filter(None, (words, needs)))) for rules, words in _GROUPS for seeks, make, needs in rules
)
"""All rules, each with what a sentence must hold for it."""
_BY_WORD = {
    word: [at for at, (seeks, *_) in enumerate(_RULES) if word in seeks.words]
    for word in sorted({word for seeks, *_ in _RULES for word in seeks.words})
}
"""The numbers of the rules each match of which can hold a word, by that word."""


def rules_for(text: str) -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], Found]]]:
    """The rules that can match in a text, in the order in which they count."""
    low = folded(text)
    likely = [_RULES[at] for at in sorted({at for word, rules in _BY_WORD.items() if word in low for at in rules})]
    lacking = {cue for cue in {cue for *_, cues in likely for cue in cues} if not cue.search(text)}
    return [(seeks.pattern, make) for seeks, make, cues in likely if lacking.isdisjoint(cues)]
