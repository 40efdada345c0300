"""Wins year after year: "in a row", "each of the past six years", "every year since 2014"."""

from etl.transform.statements.counted_parts import (
    GAP,
    ROW,
    ROW_WORDS,
    STRAIGHT,
    THING,
    YEAR,
    Found,
    Rule,
    row,
    rule,
    since,
    span,
    times,
)
from etl.transform.statements.numbers import CARDINAL, ORDINAL

RUNS: tuple[Rule, ...] = (
    rule(
        "consec|conseq|straight|straigth|successive|uninterrupted",
        rf"(?P<n>{ORDINAL})[- ](?:and\s+)?{STRAIGHT}\b(?:[- ](?:{THING}))?",
        row,
    ),
    rule(ROW_WORDS, rf"(?P<n>{ORDINAL})\s+(?:annual\s+)?(?:{THING})\s+{ROW}\b", row),
    rule(ROW_WORDS, rf"(?P<n>{ORDINAL}){GAP}(?:{THING})\s+{ROW}\b", row),
    rule(ROW_WORDS, rf"(?P<n>{ORDINAL}){GAP}awards?\s+for\s+(?:[\w&]+\s+){{1,5}}?{ROW}\b", row),
    rule("row|succession", rf"(?P<n>{ORDINAL})\s+(?:one\s+)?in\s+(?:a\s+row|succession)\b", row),
    rule("many", rf"(?P<n>{ORDINAL})(?:{GAP}|\s+)in\s+as\s+many\s+years\b", row),
    rule(
        "consec|conseq|straight|straigth|successive|uninterrupted",
        rf"(?P<n>{CARDINAL})[- ]{STRAIGHT}\s+(?:[\w'()-]+\s+){{0,4}}?{THING}\b",
        row,
    ),
    rule(ROW_WORDS, rf"(?P<n>{CARDINAL})\s+(?:[\w'()-]+\s+){{0,4}}?(?:{THING})\s+{ROW}\b", row),
    rule(
        "row|straight|succession|consecutive",
        rf"\b(?P<n>{CARDINAL})\s+(?:of\s+(?:them|these)\s+)?(?:in\s+a\s+row|in\s+succession|(?:straight|consecutive)(?=\s*(?:[.,;:()]|$|(?:for|in|as\s+of|by|through|up\s+to|"
        r"since|now)\b)))",
        row,
    ),
    rule(
        "without",
        rf"\b(?P<n>{CARDINAL})\s+(?:times|years)\b(?:\s+now)?,?\s+without\s+(?:an?\s+)?"
        r"(?:break|interruption|gap|pause|miss(?:ing)?)\b",
        row,
    ),
    rule("came|were|are|was", rf"\b(?P<n>{CARDINAL})\s+(?:\w+\s+)?(?:came|were|are|was)\s+{ROW}\b", row),
    rule("run|streak", rf"(?P<n>{CARDINAL})[- ]years?\s+(?:winning\s+)?(?:streak|run)\b", row),
    rule("run", rf"\brun\s+of\s+(?P<n>{CARDINAL})\s+(?:{THING})\b", row),
    rule(
        "streak", rf"streak\s+(?:to|of|at|(?:has\s+)?(?:reached|hit|grew\s+to|grown\s+to))\s+(?P<n>{CARDINAL})\b", row
    ),
    rule(
        "run|series|streak",
        r"\b(?:streak|run|series)\b(?:\s+of\s+[\w\s]{2,30}?)?(?:\s+(?:as of|in|by)\s+20\d\d)?"
        r"(?::\s+|\s+(?:stood|stands|was|is|ran|runs)\s+(?:at\s+|to\s+)?)"
        rf"(?P<n>{CARDINAL})(?:\s+(?:{THING})\b)?",
        row,
    ),
    rule("without", rf"(?P<n>{ORDINAL})\s+{THING}\s+without\s+(?:an?\s+)?(?:break|interruption|gap|pause)\b", row),
    rule(
        "years",
        rf"(?:each|every one|all)\s+of\s+(?:the|those|these|its)\s+(?:award's\s+|past\s+|last\s+|"
        rf"previous\s+)?(?P<n>{CARDINAL})\s+(?:\w+\s+)?years\b",
        row,
    ),
    rule(
        "consecutively",
        rf"consecutively\s+(?:for|over)\s+(?:the\s+)?(?:past\s+|last\s+)?(?P<n>{CARDINAL})\s+years\b",
        row,
    ),
    rule(
        "last|past|previous",
        rf"(?:each|every|all)(?:\s+year)?\s+(?:of|for|in|over)?\s*(?:the\s+)?(?:past|last|"
        rf"previous)\s+(?P<n>{CARDINAL})\s+years\b",
        row,
    ),
    rule("strong|counting", rf"\b(?P<n>{CARDINAL})\s+years\s+(?:strong|and\s+counting)\b", row),
    rule(
        "decade",
        rf"\bhalf\s+a\s+decade\s+(?:{ROW}|now)\b|\bfor\s+half\s+a\s+decade\s+without\b",
        lambda _: Found("consecutive", 5),
    ),
    rule("decade", rf"(?<!half )\ba\s+decade\s+{ROW}\b", lambda _: Found("consecutive", 10)),
    rule("peat", r"\b(?P<n>three|four|five)[- ]?peat\b", row),
    rule(
        "since",
        rf"\b(?P<n>{ORDINAL})\s+since\s+(?:the|its|their)\s+(?:award|honou?r|program|recognition)(?:'s)?\s+\w+"
        rf"(?:\s+in\s+(?P<since>{YEAR}))?",
        times,
    ),
    rule("back", r"\bback[- ]to[- ]back\b", lambda _: Found("consecutive", 2)),
    rule("running", r"\b(?:two|2)\s+years\s+running\b", lambda _: Found("consecutive", 2)),
)
_TO = rf"(?P<year>{YEAR})\s*(?:to|through|thru|until|and|[-–])\s*(?P<to>(?:20)?\d\d)\b"
"""Two years with all between them."""
SINCE: tuple[Rule, ...] = (
    rule(
        "every|each",
        rf"\b(?P<year>{YEAR})\s+and\s+(?:in\s+)?(?:every|each)\s+(?:single\s+)?year\s+(?:after(?:\s+that)?|thereafter)\b",
        since,
    ),
    rule(
        "each|every|all", rf"\b(?:every|each|all)\s+(?:single\s+|of\s+the\s+)?years?\s+(?:from|between)\s+{_TO}", span
    ),
    rule(
        "between",
        rf"\bbetween\s+{_TO}[^.;]{{0,90}}?\b(?:every|each)\s+(?:single\s+)?year\b",
        span,
    ),
    rule(
        "from",
        rf"\bfrom\s+{_TO},?\s+(?:without\s+(?:an?\s+|any\s+)?(?:break|interruption|gap|pause)|uninterrupted\w*|"
        r"[^.;]{0,60}?\b(?:without\s+an?\s+(?:break|gap)|(?:every|each)\s+(?:single\s+)?year)|(?:every|each)\s+(?:single\s+)?year|annually|continuously)\b",
        span,
    ),
    rule(
        "each|every",
        rf"\b(?:every|each)\s+(?:single\s+)?(?:year|time)\s+(?:since|"
        rf"from)\s+(?:(?!{YEAR})[\w',()-]+\s+){{0,8}}?(?P<year>{YEAR})\b"
        r"(?!\s*(?:to|through|thru|until|[-–])\s*(?:20)?\d\d)",
        since,
    ),
    rule(
        "since",
        r"\b(?:annually|continuously|yearly|without (?:an? )?(?:interruption|break|gap|pause))\s+since\s+"
        rf"(?P<year>{YEAR})\b",
        since,
    ),
    rule(
        "since",
        rf"\bsince\s+(?P<year>{YEAR})\b[^.;]{{0,80}}?\b(?:(?:every|each)\s+(?:single\s+)?(?:year|list)|annually|continuously|"
        r"year (?:after|upon|by) year|year in,?\s+year out|"
        r"without\s+(?:a\s+)?(?:break|interruption|gap)|(?:not|never)\s+"
        rf"(?:been\s+a|missed\s+an?|gone\s+a)\s+(?:single\s+)?year)\b",
        since,
    ),
    rule(
        "first",
        rf"\bsince\s+(?:our|its|the|their)\s+first\b[^.;]{{0,30}}?\bin\s+(?P<year>{YEAR})\b[^.;]{{0,60}}?\b"
        r"(?:(?:every|each)\s+(?:single\s+)?year|annually|continuously|without\s+(?:a\s+)?(?:break|interruption|gap))\b",
        since,
    ),
    rule(
        "uninterrupted|annually|continuously|yearly",
        rf"\b(?:uninterrupted(?:ly)?|annually|continuously|yearly)\s+(?:from|between)\s+{_TO}",
        span,
    ),
    rule("annual", rf"\bon\s+an\s+annual\s+basis\s+since\s+(?P<year>{YEAR})\b", since),
    rule(
        "missed",
        rf"\b(?:never|not|hasn't|haven't|hadn't)\s+missed\s+an?\s+(?:single\s+|HEED\s+)?(?:year|cycle|round)\s+since\s+(?P<year>{YEAR})\b",
        since,
    ),
    rule(
        "missed",
        rf"\b(?P<year>{YEAR})\b[^.;]{{0,60}}?\b(?:never|not|hasn't|haven't)\s+missed\s+an?\s+year\s+since\b",
        since,
    ),
    rule(
        "since",
        rf"\b(?:first|initially)\b[^.;]{{0,80}}?\b(?P<year>{YEAR})\b[^.;]{{0,60}}?\b(?:every|"
        rf"each)\s+(?:single\s+)?year\s+since\b(?!\s+(?:{YEAR}|its|the|it))",
        since,
    ),
    rule(
        "each|every",
        r"\b(?:every|each)\s+(?:single\s+)?year\s+(?:since\s+(?:its|the|their)\s+(?:award's\s+|"
        r"award\s+)?(?:inception|creation|beginning|launch|start|founding)|"
        r"(?:that\s+)?(?:it|the (?:heed )?award)\b[^.;,]{0,60}?\s+"
        r"ha(?:s|ve)\s+(?:been\s+(?:given|presented|offered)|existed)|"
        r"of\s+(?:its|the award's)\s+existence|since\s+(?:the\s+award|it)\s+(?:began|was\s+\w+))\b",
        since,
    ),
    rule(
        "since",
        rf"\bsince\s+(?:the|its)\s+(?:award's\s+)?(?:inception|beginning|creation|"
        rf"launch)(?:\s+in\s+(?P<year>{YEAR}))?,?[^.;]{{0,80}}?"
        r"\b(?:every|each)\s+(?:single\s+)?year\b",
        since,
    ),
)
LOOSE: tuple[Rule, ...] = (
    rule(
        "since",
        rf"\b(?:winner|recipient|holder|honou?ree|champion|"
        rf"awardee)s?\s+(?:of\s+)?[^.;,]{{0,60}}?\bsince\s+(?P<year>{YEAR})\b",
        since,
    ),
    rule(
        "since",
        rf"\bhas\s+(?:won|received|earned|held|kept|been\s+(?:named|honou?red|recogni[sz]ed|"
        rf"awarded))\b[^.;,]{{0,80}}?(?<!time )\bsince\s+(?P<year>{YEAR})\b",
        since,
    ),
    rule(
        "last|past",
        rf"(?:for|over|in)\s+(?:each\s+of\s+)?the\s+(?:past|"
        rf"last)\s+(?P<n>{CARDINAL})\s+(?:consecutive\s+)?years\b",
        row,
    ),
)
