"""Honours without a name in texts that name the award only where they explain it: "Lakeside wins a national honor"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.transform.statements.cues import WIN, other_awards
from etl.transform.statements.lines import Line
from etl.transform.statements.numbers import ORDINAL
from etl.transform.statements.values import AwardMention

_HONOUR = re.compile(
    r"\b(?:national(?:ly)?|diversity|prestigious|top|inclusion|excellence)\s+(?:[\w-]+,?\s+(?:and\s+|&\s+)?){0,4}?"
    r"(?:awards?|honou?rs?|recognition|distinction|designation|prize)\b"
    r"|\b(?:recogni[sz]ed|honou?red|lauded|cited)\s+(?:\w+\s+){0,2}for\s+(?:(?:its|their|our|an?|the)\s+)?"
    r"(?:[\w-]+,?\s+){0,4}?(?:diversity|inclusi\w+)\b",
    re.IGNORECASE,
)
"""An award, or what is awarded, in plain words."""
_LEADS = re.compile(rf"(?:an?|the|its|our|their|another|for|with|as|top|again|{ORDINAL})", re.IGNORECASE)
"""What may stand in capitals before the plain words in a headline, beside verbs."""
_TOP = 4
"""Lines of the body in which the news stands."""


def with_plain_honours(lines: Sequence[Line], awards: Sequence[AwardMention]) -> list[Line]:
    """The lines; where the text names one award alone, and tells of no win of it by its name, the plain words for an
    honour in headlines and at the top of the body are read as that award.
    """
    full = [award for award in awards if not award.on_top]
    if len({award.award for award in full}) != 1:
        return list(lines)
    body = [line.number for line in lines if not line.sentence.headline][:_TOP]
    end = body[-1] if body else len(lines)
    return [_read(line, full[0]) if line.number <= end else line for line in lines]


def _read(line: Line, award: AwardMention) -> Line:
    found = _HONOUR.search(line.text)
    if found is None or line.awards or line.boilerplate or not line.schools or not line.speaks_of_win:
        return line
    if other_awards(line.text) or line.names_other_list:
        return line
    if _of_a_name(line.text[: found.start()]):
        return line
    place = line.start + found.start(), line.start + found.end()
    return replace(line, awards=(replace(award, start=place[0], end=place[1], year=None),))


def _of_a_name(before: str) -> bool:
    """Whether what leads to the plain words is part of a name: "the Green Campus Diversity Award"."""
    word = re.search(r"([\w'-]+)\s+$", before)
    return bool(word and word[1][0].isupper() and not (WIN.fullmatch(word[1]) or _LEADS.fullmatch(word[1])))
