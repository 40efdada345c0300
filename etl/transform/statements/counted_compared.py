"""Counts that a draft compares: "more than five", "nearly every year", "every year but 2017"."""

import re
from dataclasses import replace

from etl.transform.statements.counted_parts import Found
from etl.transform.statements.lines import Line

_MORE_THAN = re.compile(r"\b(?:more than|over|greater than|above|upwards of)\s+(?:the\s+)?$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:at least|no fewer than|no less than|a minimum of)\s+(?:the\s+)?$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:fewer than|less than|under|below|nearly|almost|(?<!adds )(?<!add )up to|about|around|roughly|"
    r"no more than|at most)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What makes a number one that is not reached, or not told."""
_NOT_EVERY = re.compile(
    r"\b(?:nearly|almost|not|but|virtually|practically|n't)\s+$|\bexception of\b|\bexcept\b"
    r"|\b(?:did|has|have|had|was|were) not\b[^.;,]*$",
    re.IGNORECASE,
)
_NEARLY = re.compile(r"\b(?:nearly|almost|virtually|not)\s+(?:every|each|all)\b", re.IGNORECASE)
_BUT_SOME = re.compile(
    r"[^.;]{0,60}?\b(?:except\b|other than|save (?:for|one|in)|but (?:one|two|three|four|five|for|not|20|in))",
    re.IGNORECASE,
)
"""What takes some years out of every year: "in every year but three", "since 2016, except 2017"."""
_WISHED = re.compile(
    r"\b(?:hop(?:es?|ed|ing)|wants?|wanted|plans?|planned|aims?|aimed|(?:would|'d) like|"
    r"(?:goals?|targets?|ambitions?)\b[^.;,]{0,20}\b(?:is|was|are))\s+to\s(?:(?!\b(?:and|but)\b)[^.;,])*$",
    re.IGNORECASE,
)
"""What leads to a count that is wished for: "our target is to win the award for a fifth time"."""
_AS_OF_THEN = re.compile(r"^\W*(?:When|As of|By|Up to|Until|Through|As late as)\b[^;]*\b20[0-4]\d\b", re.IGNORECASE)
"""What tells of a time up to which there was no win: "When I arrived in 2017, this school had never won"."""


def compared(line: Line, match: re.Match[str], found: Found) -> Found | None:
    """What a draft says by a count that it compares: one more than it is more than, nothing where it is less or near;
    nothing either where years are taken out of every year, of plans, and of a time before.
    """
    before = line.text[: match.start()]
    if _WISHED.search(before) or (found.got and _AS_OF_THEN.search(before)):
        return None
    if found.claim == "every_year_since":
        near = _NEARLY.search(match[0]) or _NOT_EVERY.search(before)
        return None if near or _BUT_SOME.search(match[0] + line.text[match.end() :]) else found
    told = next((name for name in ("n", "twice") if match.groupdict().get(name)), None)
    if found.claim == "first_time" or told is None:
        return found
    before = line.text[: match.start(told)]
    if _ABOUT.search(before):
        return None
    if _MORE_THAN.search(before):
        return replace(found, n=found.n + 1, at_least=True)
    return replace(found, at_least=bool(_AT_LEAST.search(before)))
