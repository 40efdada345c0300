"""Numbers of schools in a sentence: "46 other institutions", "one of the 83", "Winners number 35"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.transform.statements.numbers import CARDINAL, number
from etl.transform.statements.sought import Cue

_WINNERS = r"(?:recipients?|winners?|honou?rees?|awardees?|holders?)"
_WHO = (
    rf"(?:{_WINNERS}|institutions?|schools?|colleges?|universities|campuses|organizations|champions?|libraries|"
    r"systems|peers|programs)"
)
_MORE = r"(?:other|fellow|further|additional|more)"
_NO_KIND = (
    r"(?!(?:of|to|in|for|from|with|that|which|who|by|on|at|as|years?|times?|students?|percent|have|has|had|are|is|was|"
    r"were|will|would|get|gets|got|earned|received|won|others|different|our|its|their|his|her|the)\b)"
)
_KIND = rf"(?P<kind>(?:{_NO_KIND}(?!\d)[\w.'&·-]+,?\s+){{0,9}}?)"
_GOT = (
    r"(?:were|was|have been|had been|are|got|gets?|earned|received|won|made|share[sd]?|took|take|hold|held|carry|"
    r"obtained|gained|did)"
)
_NUMBER = Cue(CARDINAL)
"""What all that counts schools holds."""
_OF_SCHOOLS = re.compile(
    rf"(?P<n>{CARDINAL})\s+(?P<more>{_MORE}s?\s+)?{_KIND}(?P<who>{_WHO})\b(?!\s+(?:presidents?|students?|deans?|leaders?))",
    re.IGNORECASE,
)
_BARE = Cue(
    rf"\bone (?:of|among)\s+(?:only\s+|just\s+|the\s+|these\s+)*(?P<one>{CARDINAL})(?=\s*(?:[.,;)·]|$|to\b|in\b|that\b|"
    rf"named\b|selected\b|chosen\b|honou?red\b|recogni[sz]ed\b|nationwide\b|across\b|overall\b|altogether\b))"
    rf"|\ball (?P<all>{CARDINAL}) of (?:this|the) year's\s[^.;,]{{0,60}}?\b{_WINNERS}\b"
    rf"|\b(?:has|have) one of the (?P<has>{CARDINAL})\b"
    rf"|\b(?:recogni[sz]ed|honou?red|selected|chose|named|picked) (?:just|only) (?P<few>{CARDINAL})(?=\s*[.,;]|$)"
    rf"|\bof the (?P<who>{CARDINAL}) (?:that|which|who) (?:receive|received|won|got|earned|hold|have) (?:it|this|the)\b"
    rf"|(?<!\w\s)(?P<rest>{CARDINAL})\s+others?\s+(?:shared?|received?|earned|won|hold|have (?:it|the|this))\b"
    rf"|\b(?:and|with|alongside|by|among|of|joins?|joined)\s+(?:the\s+|only\s+|just\s+|some\s+)*(?P<more>{CARDINAL})\s+(?:others?|more)"
    r"(?=\s*(?:[.,;)]|$|[–—-]|on\b|in\b|that\b|to\b|who\b|whose\b|are\b|were\b|will\b|honou?red\b|selected\b|chosen\b|named\b|"
    r"recogni[sz]ed\b|from\b|across\b|nationwide\b))"
    rf"|\b(?:of the|out of(?: the)?|only|just|a mere|and|but)\s+(?P<got>{CARDINAL})\s+(?:(?:nationally |nationwide |"
    r"in the (?:nation|country) )?to (?:earn|receive|win|get)|"
    rf"(?:of them\s+)?{_GOT})\b(?!\s+(?:by|in) (?:\d|one|a)\b)"
    rf"|\b(?:{_WINNERS}|institutions|schools|colleges)\b[^.;]{{0,70}}?\b(?:numbers?|numbered|total|totaled)\s+"
    rf"(?P<sum>{CARDINAL})(?=\s*(?:[.,;]|$|this\b|in\b|for\b))"
    rf"|\b(?:{_WINNERS}|institutions|schools|colleges|universities)(?:\s+(?:across|around|throughout|in|from)\s[^.;,]{{2,30}})?"
    rf"\s*[–—,-]\s*(?P<them>{CARDINAL}) "
    r"(?:of them|in all|all told|this year|nationwide|in number)\b"
    rf"|\bof\s+[^.;,]{{0,20}}?(?:institutions|schools|colleges|universities)\b[^.;,]{{0,120}},\s+(?P<were>{CARDINAL})\s+{_GOT}\b"
    rf"|\bthere (?:were|are) (?:only |just )?(?P<there>{CARDINAL})(?=\s*(?:[.,;]|$|(?:of them|in all|in total)\b))"
    rf"|\b(?:panel|magazine|judges|editors|reviewers|jury)\s+(?:has\s+|have\s+)?(?:picked|chose|chosen|selected)\s+"
    rf"(?P<panel>{CARDINAL})(?=\s*(?:[.,;]|$))"
    rf"|^(?P<begins>{CARDINAL})\s+(?:were|have been)\s+(?:chosen|picked|selected|honou?red|recogni[sz]ed)\b"
    rf"|\b(?:down|up) from (?:the )?(?P<from>{CARDINAL}) (?=in 20\d\d\b)"
    rf"|\bnow (?P<now>{CARDINAL}) (?:have been|were|are) (?:chosen|selected|honou?red|recogni[sz]ed|named|picked)\b"
    rf"|\b(?:selected|chosen|honou?red|recogni[sz]ed)\b[^.;,]{{0,25}}\bwere\s+(?P<chosen>{CARDINAL})(?=\s*[.,;])"
)
"""Numbers without the word for what they count."""
_ONE_MORE = frozenset(("more", "rest"))
"""Which of these numbers the school of the text is not counted in."""
_OF_KIND = re.compile(
    r"\s+(?:(?:of|from|at)\s+)?(?P<kind>[\w-]+(?:\s[\w-]+)?)\s+(?:schools|colleges|universities|institutions|programs)\b"
)
"""Of what kind those are whose number was told: "only 12 of them are nursing programs"."""
_LISTED = re.compile(
    rf"\b(?:list|roll|roster|group|class|cohort|field|circle|company)\b(?:\s+of\s+[^.;,]{{0,50}}?)?\s+"
    rf"(?:has|had|have|holds|names?|includes|counts|contains|comprises|numbers|stands at|runs to|is made up of|came to|"
    rf"totals|totaled)\s+(?:only\s+|just\s+|a total of\s+)*(?P<n>{CARDINAL})\b(?:\s+(?P<who>{_WHO}|names?|members?|"
    r"entries|places)\b|(?=[.,;]|$|\s+(?:this|in|for)\b))",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    rf"\bnumber of (?:\w+\s+)?{_WINNERS}\s*(?:is|was|stands at|stood at|rose to|fell to|grew to|came to|comes to|"
    rf"totals)\s+(?:only\s+|just\s+)?(?P<n>{CARDINAL})(?=[.,;]|$|\s+(?:this|in|for)\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:along(?:side)?(?: with)?|together with|joins?|joining|joined by|next to|beside|besides|"
    r"in the company of)\s+(?:(?:only|just|the|some|all|other)\s+)*$"
    r"|(?:^|[.;]\s)besides\s+[^,.;]{2,60},\s+(?:(?:only|just)\s+)*$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"\s+(?:in all|altogether|in total|all told)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:the|its|their|\w+'s)\s+other\s+$", re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:(?<!no )more than|over|nearly|almost|about|around|approximately|some|up to|at least|roughly|"
    r"(?<!no )fewer than|(?<!no )less than|as many as)\s+$",
    re.IGNORECASE,
)
"""What makes a number no exact one."""
_OF_LEAGUE = re.compile(r"\b(?:Big|Top|Pac|Power|Ivy)[- ]$")
"""What makes a number part of a league's name."""
_TWO = re.compile(
    r"^Both (?:are|were|will|have|appear)\b|"
    r"\b(?:both|the two|the pair of) (?:\w+ )?(?:universities|schools|institutions|colleges|campuses)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SchoolNumber:
    """A number of schools with its place in the sentence; `kind` are the words before what is counted.

    `plainly` tells that the words count winners, wherever they stand; `beside` that one school more than those printed
    is counted in.
    """

    start: int
    end: int
    n: int
    kind: str
    plainly: bool
    beside: bool = False


def school_numbers(text: str) -> list[SchoolNumber]:
    """The numbers of schools in a sentence, those told of beside it counted in: "34 other recipients" is 35."""
    found: list[SchoolNumber] = []
    if not _NUMBER.search(text):
        return found
    for one in (*_named(text), *_bare(text)):
        if not any(one.start < other.end and one.end > other.start for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _named(text: str) -> Iterator[SchoolNumber]:
    for pattern in (_LISTED, _NUMBER_OF):
        for match in pattern.finditer(text):
            yield SchoolNumber(match.start(), match.end(), number(match["n"]), "", plainly=True)
    for match in _OF_SCHOOLS.finditer(text):
        before = text[: match.start()]
        if _ROUGH.search(before) or _OF_LEAGUE.search(before):
            continue
        beside = not _IN_ALL.match(text, match.end()) and (
            match["more"] or _BESIDE.search(before) or _OTHER.search(before)
        )
        own = (2 if _TWO.search(text) else 1) if beside else 0
        plainly = bool(re.fullmatch(_WINNERS, match["who"], re.IGNORECASE) or beside)
        yield SchoolNumber(match.start(), match.end(), number(match["n"]) + own, match["kind"], plainly, own == 1)


def _bare(text: str) -> Iterator[SchoolNumber]:
    for match in _BARE.finditer(text):
        name = match.lastgroup or ""
        if not _ROUGH.search(text[: match.start(name)]):
            n = number(match[name]) + (name in _ONE_MORE)
            of_kind = _OF_KIND.match(text, match.end())
            kind = of_kind["kind"] if of_kind else ""
            yield SchoolNumber(match.start(), match.end(), n, kind, plainly=True, beside=name in _ONE_MORE)
