"""Lines that tell of a win by the giver's name alone, where the award is named in another sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.transform.statements.lines import Line
from etl.transform.statements.values import AwardMention

_GIVER = re.compile(r"\binsight\s+into\s+(?:diversity|academia)\b", re.IGNORECASE)
_CREDITS = re.compile(
    r"\b(?:recogni[sz]ed|recogni[sz]es|honou?red|honou?rs|singled out|singles out|lauded|named|selected|chosen|"
    r"chose|picked|commended|caught the (?:eye|attention))\b",
    re.IGNORECASE,
)
_LEAD = 6
"""Lines at the top in which the news stands."""


def named_by_giver(lines: Sequence[Line]) -> list[Line]:
    """The lines; where none tells of a win by an award's name, one of the lead that tells it by the giver's name gets
    the award that the text names elsewhere.
    """
    awards = [award for line in lines for award in line.awards if not award.on_top]
    if not awards or any(line.wins for line in lines):
        return list(lines)
    for line in lines[:_LEAD]:
        giver = _GIVER.search(line.text)
        if giver and line.schools and _CREDITS.search(line.text) and not line.awards:
            return [_with_award(one, giver, awards[0]) if one is line else one for one in lines]
    return list(lines)


def _with_award(line: Line, giver: re.Match[str], award: AwardMention) -> Line:
    named = replace(award, start=line.start + giver.start(), end=line.start + giver.end(), year=None)
    return replace(line, awards=(named,), boilerplate=False)
