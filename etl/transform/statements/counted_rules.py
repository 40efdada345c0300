"""The ways in which a sentence counts: in a row, times, first time, every year since."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from etl.transform.statements.numbers import CARDINAL, ORDINAL, number
from etl.transform.statements.values import ClaimKind

_GAP = rf"(?:\s+(?!{ORDINAL}\s)[\w'()&-]+){{0,9}}?\s+"
_ROW = r"(?:in a row|running|straight|in succession|consecutively|back[- ]to[- ]back)"
_THING = r"(?:years?|times?|awards?|heeds?|honou?rs?|wins?|recognitions?|designations?|cycles?|appearances?|titles?)"
_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern says, without what it is about."""

    claim: ClaimKind
    n: int
    ambiguous: bool = False
    back: int | None = None
    """Counted over so many years up to the as-of year."""
    counts_from: int | None = None


_ORDINAL, _CARDINAL = re.compile(ORDINAL, re.IGNORECASE), re.compile(CARDINAL, re.IGNORECASE)
_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Found], re.Pattern[str] | None]
"""What a sentence says, what it means, and what must stand in it for that: most rules need not be tried."""


def _rule(pattern: str, make: Callable[[re.Match[str]], Found]) -> _Rule:
    ordinal, cardinal = f"(?P<n>{ORDINAL})" in pattern, f"(?P<n>{CARDINAL})" in pattern
    return re.compile(pattern, re.IGNORECASE), make, _ORDINAL if ordinal else _CARDINAL if cardinal else None


def rules_for(text: str) -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str]], Found]]]:
    """The rules that can match in a text, in the order in which they count."""
    if not COUNTS.search(text):
        return
    there = {_ORDINAL: bool(_ORDINAL.search(text)), _CARDINAL: bool(_CARDINAL.search(text))}
    yield from ((pattern, make) for pattern, make, needs in RULES if needs is None or there[needs])


def _row(match: re.Match[str]) -> Found:
    return Found("consecutive", number(match["n"]))


def _times(match: re.Match[str]) -> Found:
    """A total, with the years over which the text counts, if it says so; "the sixth in six years" is a run."""
    groups = match.groupdict()
    since = int(groups["since"]) if groups.get("since") else None
    back = number(groups["back"]) if groups.get("back") else None
    if back == number(groups["n"]):
        return _row(match)
    return Found("total", number(groups["n"]), bool(back), back, since)


def _since(match: re.Match[str]) -> Found:
    year = match.groupdict().get("year")
    return Found("every_year_since", int(year) if year else 0)


_OVER = (
    rf"(?:\s+(?:(?:in|over|during|within|of)\s+(?:the\s+|its\s+)?(?:past|last|"
    rf"previous)?\s*(?P<back>{CARDINAL})\s+years|since\s+(?P<since>{_YEAR})"
    r"|overall|in all|in total|altogether))?"
)
RULES: tuple[_Rule, ...] = (
    _rule(
        rf"(?P<n>{ORDINAL})[- ](?:and\s+)?(?:consecutive|straight|successive|"
        rf"uninterrupted)\b(?:[- ](?:{_THING}))?",
        _row,
    ),
    _rule(rf"(?P<n>{ORDINAL})\s+(?:annual\s+)?(?:{_THING})\s+{_ROW}\b", _row),
    _rule(rf"(?P<n>{ORDINAL}){_GAP}(?:{_THING})\s+{_ROW}\b", _row),
    _rule(rf"(?P<n>{ORDINAL})\s+in\s+a\s+row\b", _row),
    _rule(rf"(?P<n>{ORDINAL})(?:{_GAP}|\s+)in\s+as\s+many\s+years\b", _row),
    _rule(
        rf"(?P<n>{CARDINAL})[- ](?:consecutive|straight|successive|"
        rf"uninterrupted)\s+(?:[\w'()-]+\s+){{0,4}}?{_THING}\b",
        _row,
    ),
    _rule(rf"(?P<n>{CARDINAL})\s+(?:[\w'()-]+\s+){{0,4}}?(?:{_THING})\s+{_ROW}\b", _row),
    _rule(rf"\b(?P<n>{CARDINAL})\s+(?:in\s+a\s+row|in\s+succession|straight(?=\s*(?:[.,;:)]|$|for\b|in\b)))", _row),
    _rule(rf"(?P<n>{CARDINAL})[- ]years?\s+(?:winning\s+)?(?:streak|run)\b", _row),
    _rule(rf"streak\s+(?:to|of|at)\s+(?P<n>{CARDINAL})\b", _row),
    _rule(
        rf"(?:each|every one|all)\s+of\s+(?:the|those|these|its)\s+(?:award's\s+|past\s+|last\s+|"
        rf"previous\s+)?(?P<n>{CARDINAL})\s+(?:\w+\s+)?years\b",
        _row,
    ),
    _rule(rf"consecutively\s+(?:for|over)\s+(?:the\s+)?(?:past\s+|last\s+)?(?P<n>{CARDINAL})\s+years\b", _row),
    _rule(
        rf"(?:each|every|all)(?:\s+year)?\s+(?:of|for|in|over)?\s*(?:the\s+)?(?:past|last|"
        rf"previous)\s+(?P<n>{CARDINAL})\s+years\b",
        _row,
    ),
    _rule(r"\b(?P<n>three|four|five)[- ]?peat\b", _row),
    _rule(
        rf"\b(?P<n>{ORDINAL})\s+since\s+(?:the|its|their)\s+(?:award|honou?r|program|recognition)(?:'s)?\s+\w+"
        rf"(?:\s+in\s+(?P<since>{_YEAR}))?",
        _times,
    ),
    _rule(r"\bback[- ]to[- ]back\b", lambda _: Found("consecutive", 2)),
    _rule(r"\b(?:two|2)\s+years\s+running\b", lambda _: Found("consecutive", 2)),
    _rule(
        rf"\b(?:every|each)\s+(?:single\s+)?year\s+(?:since|"
        rf"from)\s+(?:(?!{_YEAR})[\w',()-]+\s+){{0,8}}?(?P<year>{_YEAR})\b"
        r"(?!\s*(?:to|through|thru|until|[-–])\s*(?:20)?\d\d)",
        _since,
    ),
    _rule(rf"\b(?:annually|continuously|yearly|without interruption)\s+since\s+(?P<year>{_YEAR})\b", _since),
    _rule(
        rf"\b(?:first|initially)\b[^.;]{{0,80}}?\b(?P<year>{_YEAR})\b[^.;]{{0,60}}?\b(?:every|"
        rf"each)\s+(?:single\s+)?year\s+since\b(?!\s+(?:{_YEAR}|its|the|it))",
        _since,
    ),
    _rule(
        r"\b(?:every|each)\s+(?:single\s+)?year\s+(?:since\s+(?:its|the|their)\s+(?:award's\s+|"
        r"award\s+)?(?:inception|creation|beginning|launch|start|founding)|"
        r"(?:that\s+)?(?:it|the award)\s+has\s+(?:been\s+(?:given|presented|offered)|existed)|"
        r"of\s+(?:its|the award's)\s+existence|since\s+(?:the\s+award|it)\s+(?:began|was\s+\w+))\b",
        _since,
    ),
    _rule(
        rf"\bsince\s+(?:the|its)\s+(?:award's\s+)?(?:inception|beginning|creation|"
        rf"launch)(?:\s+in\s+(?P<year>{_YEAR}))?,?[^.;]{{0,80}}?"
        r"\b(?:every|each)\s+(?:single\s+)?year\b",
        _since,
    ),
    _rule(rf"\b(?P<n>{ORDINAL})\s+time\s+overall\b", _times),
    _rule(rf"\b(?P<n>{ORDINAL})\s+(?:time|overall){_OVER}\b", _times),
    _rule(
        rf"\b(?P<n>{ORDINAL})\s+(?:(?:national|diversity|such|annual|total|insight into (?:diversity|"
        rf"academia)|health professions?|higher education|heed|excellence|in|and|distinction|"
        rf"inclusion|prestigious|\(heed\)|20\d\d)\s+){{0,9}}?(?:awards?|heed(?!\s+(?:\w+\s+)?(?:awards?|"
        rf"honou?r))|honou?rs?|recognition|win|designation|title|victory)\b{_OVER}",
        _times,
    ),
    _rule(rf"\b(?P<n>{ORDINAL})\s+in\s+(?:the\s+)?(?:past|last)?\s*(?P<back>{CARDINAL})\s+years\b", _times),
    _rule(
        rf"\b(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|chosen|"
        rf"it)\b[^.;]{{0,60}}?\b(?P<n>{CARDINAL})\s+times\b{_OVER}",
        _times,
    ),
    _rule(
        rf"\b(?P<n>{CARDINAL})\s+(?:times\s+in|of|out\s+of)\s+the\s+(?:past|"
        rf"last)\s+(?P<back>{CARDINAL})\s+years\b",
        _times,
    ),
    _rule(
        rf"\b(?P<n>{CARDINAL})[- ]time\s+(?:[\w'-]+\s+){{0,6}}?(?:winner|recipient|honou?ree|awardee|"
        rf"champion)\b",
        _times,
    ),
    _rule(
        rf"\b(?:total|count|tally|number)\s+(?:of\s+awards\s+)?(?:to|of|at|"
        rf"now)\s+(?P<n>{CARDINAL})\s+(?:heed\s+)?(?:awards|wins|honou?rs|times|recognitions)?\b",
        _times,
    ),
    _rule(
        rf"\b(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|it)\b[^.;]{{0,80}}?\b"
        rf"(?P<n>{CARDINAL})\s+(?:other\s+|previous\s+|prior\s+|earlier\s+)(?:times|occasions)\b",
        lambda m: Found("total", number(m["n"]) + 1),
    ),
    _rule(
        r"\b(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|"
        r"chosen)\b[^.;]{0,40}?\b(?P<twice>twice|thrice)\b",
        lambda m: Found("total", 2 if m["twice"].casefold() == "twice" else 3),
    ),
    _rule(
        r"\b(?:the|its|for the|our|their)?\s*(?:very )?first[- ](?:ever\s+)?(?:time|year|appearance)\b"
        r"(?!\s+(?:that\s+)?(?:an?|any|one|two|both|in (?:state|the state))\s)(?!\s+(?:of|for) "
        r"the\b)(?!\s+(?:students?|class))|"
        r"\bfirst-ever\b|\bfirst[- ]time\s+(?:winner|recipient|honou?ree)\b",
        lambda _: Found("first_time", 1),
    ),
    _rule(
        rf"\b(?:for\s+(?:the|a|its)|marks?\s+(?:the|its)|is\s+(?:the|its|our)|the|its|"
        rf"a)\s+(?P<n>{ORDINAL})\s+(?:annual\s+)?year\b(?!\s*(?:of\s(?!receiving|winning|being|earning)|"
        rf"students?|medical|class|residents?|"
        rf"nursing|cohort|that the (?:magazine|award)))",
        lambda m: Found("total", number(m["n"]), ambiguous=True),
    ),
    _rule(
        rf"\b(?:is|was|makes?|marks?|,|earns?|gets?|wins?|won|earned|got|collects?|collected|takes?)\s+(?:its|their|"
        rf"our|"
        rf"(?:the\s+)?(?:[A-Z][\w&.-]*\s+){{0,3}}[A-Z][\w-]*(?:'s|s'))\s+(?P<n>{ORDINAL})(?=\s*[.,;:(–—]|$|\s+(?:in|for|from|since|such|one)\b)",
        _times,
    ),
    _rule(
        r"\b(?:first|inaugural)\s+(?:heed\s+)?(?:award|honou?r|win|recognition)\s+(?:came|was|arrived|dates)\b|"
        r"\b(?:its|our|their|the|school's|college's|university's)\s+first\s+(?:came|arrived|dates)\b|"
        r"\b(?:awards?|honou?rs?|recognition|distinction|designation|title|win|is|was|it's|,)\s+(?:a|the)\s+first\s+for\s+"
        r"(?:the(?!\s+(?:state|nation|country|region|county|city)\b)|our|its|us|[A-Z])|\b(?:award|honou?r|HEED|it|this)\s+(?:is|was)\s+a\s+first(?=[.,;]|$)",
        lambda _: Found("first_time", 1),
    ),
    _rule(
        r"\bhad\s+never\s+(?:before\s+|yet\s+)?"
        r"(?:won|received|earned|been (?:named|honou?red|recogni[sz]ed|selected))\b"
        r"|\bhad\s+never\s+(?:before\s+|yet\s+)?(?:gone|been (?:given|awarded|presented|granted|bestowed))\s+"
        r"(?:up)?(?:on|to)\b[^.;]{0,60}\buntil (?:now|this year|then)\b"
        r"|\bnever before had\b[^.;]{0,40}\b(?:won|received|earned|been (?:named|honou?red|recogni[sz]ed|selected))\b",
        lambda _: Found("first_time", 1),
    ),
    _rule(rf"\bfor\s+(?P<n>{ORDINAL})\s+year\b", lambda m: Found("total", number(m["n"]), ambiguous=True)),
    _rule(
        rf"\b(?:winner|recipient|holder|honou?ree|champion|"
        rf"awardee)s?\s+(?:of\s+)?[^.;,]{{0,60}}?\bsince\s+(?P<year>{_YEAR})\b",
        _since,
    ),
    _rule(
        rf"\bhas\s+(?:won|received|earned|held|kept|been\s+(?:named|honou?red|recogni[sz]ed|"
        rf"awarded))\b[^.;,]{{0,80}}?(?<!time )\bsince\s+(?P<year>{_YEAR})\b",
        _since,
    ),
    _rule(
        rf"(?:for|over|in)\s+(?:each\s+of\s+)?the\s+(?:past|"
        rf"last)\s+(?P<n>{CARDINAL})\s+(?:consecutive\s+)?years\b",
        _row,
    ),
)
COUNTS = re.compile(
    rf"{ORDINAL}|\b(?:consecutive|straight|successive|row|times?|years?|streak|back[- ]to[- ]back|"
    rf"annually|since|peats?|twice|thrice|running|total|count|never)\b",
    re.IGNORECASE,
)
"""Without one of these no rule can match: most sentences need not be tried."""
