"""Wins counted one by one: "for the fourth time", "a six-time winner", "the first time", "its second year"."""

from etl.transform.statements.counted_parts import (
    ALL_TOLD,
    FIRST,
    GOT,
    NEVER,
    OVER,
    RUN,
    TOLD_WORDS,
    TWICE,
    YEAR,
    Found,
    Rule,
    rule,
    times,
)
from etl.transform.statements.numbers import CARDINAL, ORDINAL, number

_AWARD_WORDS = (
    r"(?:(?:HEED|Higher|Education|Excellence|in|and|Distinction|Diversity|\(HEED\)|Health|Professions|national|such|INSIGHT|Into|"
    r"Academia|20\d\d)\s+)*"
)
TOTALS: tuple[Rule, ...] = (
    rule("overall", rf"\b(?P<n>{ORDINAL})\s+time\s+overall\b", times),
    rule("overall|time", rf"\b(?P<n>{ORDINAL})\s+(?:time|overall){OVER}\b", times),
    rule(
        "award|heed|honor|honour|recognition|win|designation|title|victory",
        rf"\b(?P<n>{ORDINAL})\s+(?:(?:national|diversity|inspiring|programs?|stem|such|annual|total|"
        rf"insight into (?:diversity|"
        rf"academia)|health professions?|higher education|heed|excellence|in|and|distinction|"
        rf"inclusion|prestigious|champion|\(heed\)|20\d\d)\s+){{0,9}}?(?:awards?|heed(?!\s+(?:\w+\s+)?(?:awards?|"
        rf"honou?r))|honou?rs?|recognition|win|designation|title|victory)\b{OVER}",
        times,
    ),
    rule("years", rf"\b(?P<n>{ORDINAL})\s+in\s+(?:the\s+)?(?:past|last)?\s*(?P<back>{CARDINAL})\s+years\b", times),
    rule(
        "before|earlier|in the past|previously",
        rf"\b(?P<n>{CARDINAL})\s+times?\s+(?:(?:before|previously|earlier)\b(?!\s+(?:19|20)\d\d)|"
        r"in the past(?=\s*(?:[.,;]|$)))",
        lambda m: Found("total", number(m["n"]) + 1),
    ),
    rule(
        "awards",
        rf"\b(?:has|have|having|had|holds?|now)\s+(?:now\s+|already\s+|also\s+|been\s+)*(?:{GOT}\s+)?(?:with\s+)?(?:a\s+total\s+of\s+)?"
        rf"(?P<n>{CARDINAL})\s+(?:\w+\s+){{0,3}}?(?:HEED|Excellence\s+in\s+Diversity|Diversity\s+\(HEED\))\s+awards\b{OVER}",
        times,
    ),
    rule("since", rf"\b(?:its|our|their)\s+(?P<n>{ORDINAL})\s+since\s+(?P<since>{YEAR})\b", times),
    rule(
        "award its|award our",
        rf"\bthe\s+(?P<year>{YEAR})\s+award (?:its|our)\s+(?P<n>{ORDINAL})(?=\s*(?:[.,;]|$|and\b))",
        lambda m: Found("first_time" if number(m["n"]) == 1 else "total", number(m["n"]), until=int(m["year"])),
    ),
    rule(
        "before|prior|until",
        rf"^\W*(?:before|prior\s+to|until)\s+(?P<year>{YEAR}),?\s[^.;]{{2,60}}?\bhad\s+(?:not|never)\s+(?:yet\s+)?{GOT}\b",
        lambda m: Found("first_time", 1, until=int(m["year"])),
    ),
    rule("winning", rf"\b(?P<n>{ORDINAL})\s+winning\s+application\b", times),
    rule(
        "that|which",
        rf"\bthe\s+(?P<n>{ORDINAL})\s+(?:that|which)\s+(?:the\s+\w+|it|we|they|[A-Z][\w&-]+)\s+(?:has|have|had)\s+{GOT}\b",
        times,
    ),
    rule(
        "times",
        rf"\b(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|chosen|"
        rf"it)\b[^.;]{{0,60}}?\b(?P<n>{CARDINAL})\s+times\b{OVER}",
        times,
    ),
    rule(
        "last|past",
        rf"\b(?P<n>{CARDINAL})\s+(?:times\s+in|of|out\s+of)\s+the\s+(?:past|"
        rf"last)\s+(?P<back>{CARDINAL})\s+(?:HEED\s+)?(?:years|cycles|rounds)\b",
        times,
    ),
    rule(
        "last|past",
        rf"\b(?:in|of|over|during|out\s+of)\s+the\s+(?:past|last)\s+(?P<back>{CARDINAL})\s+years\b[^.;]{{0,80}}?\s"
        rf"(?:w[io]n|received|earned|got|taken|held)\b[^.;]{{0,60}}?\sin\s+(?P<n>{CARDINAL})(?=\s*(?:of\s+them\b|[.,;]|$))",
        times,
    ),
    rule(
        "time",
        rf"\b(?P<n>{CARDINAL})[- ]time\s+(?:[\w'-]+\s+){{0,6}}?(?:winner|recipient|honou?ree|awardee|"
        rf"champion)\b",
        times,
    ),
    rule(
        "count|number|tally|total",
        rf"\b(?:total|count|tally|number)\s+(?:of\s+awards\s+)?(?:to|of|at|"
        rf"now)\s+(?P<n>{CARDINAL})(?:\s+(?:heed\s+)?(?:awards|wins|honou?rs|times|recognitions)\b|(?=\s*(?:[.,;]|$)))",
        times,
    ),
    rule(
        "occasions|times|years",
        rf"\b(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|it)\b[^.;]{{0,80}}?\b"
        rf"(?P<n>{CARDINAL})\s+(?:other\s+|previous\s+|prior\s+|earlier\s+)(?:times|occasions)\b|"
        rf"\b(?:on|in)\s+(?P<earlier>{CARDINAL})\s+(?:other|previous|prior|earlier)\s+(?:occasions|years)\b",
        lambda m: Found("total", number(m["n"] or m["earlier"]) + 1),
    ),
    rule(
        "times",
        rf"\b(?P<n>{CARDINAL})\s+times\b(?!\s+(?:as(?!\s+of)|the(?!\s+(?:award|honou?r|heed))|more|higher|greater|larger|that|"
        rf"an?|per|each|over|faster|likelier)\b){OVER}",
        times,
    ),
    rule(TOLD_WORDS, rf"\b(?:and|,)\s+(?:now\s+)?(?P<n>{CARDINAL})\s+{ALL_TOLD}\b", times, needs=RUN),
    rule(TOLD_WORDS, rf"\b(?P<n>{ORDINAL})\s+{ALL_TOLD}\b", times),
    rule("all|total", rf":\s+(?P<n>{CARDINAL})\s+in\s+(?:all|total)\b", times),
    rule(
        "awards|heeds|honors|honours|wins",
        rf"\b(?P<n>{CARDINAL})\s+(?:\w+\s+){{0,3}}?(?:awards|HEEDs|honou?rs|wins)\s+"
        rf"(?:{ALL_TOLD}|(?:as of|through|up to|by)\s+20\d\d|to date|so far|up to now|until now|"
        rf"since\s+(?P<since>{YEAR}))\b",
        times,
    ),
    rule(
        "history",
        rf"\b(?P<n>{ORDINAL})\s+in\s+(?:the|its|our|their)\s+(?:[\w-]+(?:'s)?\s+){{0,3}}?history\b",
        times,
    ),
    rule(
        "awards|heeds|honors|honours|wins",
        rf"\b(?P<n>{CARDINAL})\s+(?:\w+\s+){{0,2}}?(?:awards|HEEDs|honou?rs|wins)\s+(?:in|over|of|out\s+of|during|within)\s+"
        rf"the\s+(?:past|last)\s+(?P<back>{CARDINAL})\s+years\b",
        times,
    ),
    rule(
        "makes|made|brings|is",
        r"\b(?:that|this|which|it)\s+(?:now\s+)?(?:makes|made|brings\s+(?:us|it)\s+to|is)\s+(?:a\s+total\s+of\s+)?"
        rf"(?P<n>{CARDINAL})\s+(?:HEED\s+|such\s+)?(?:awards|HEEDs|honou?rs|wins)\b",
        times,
    ),
    rule(
        "count|counts|number|numbers",
        rf"\b(?:we|it|the\s+\w+)\s+(?:now\s+)?(?:counts?|numbers?)\s+(?P<n>{CARDINAL})\s+(?:HEED\s+|such\s+)?"
        r"(?:awards|HEEDs|honou?rs|wins)\b",
        times,
    ),
    rule(
        "total",
        rf"\b(?:(?:for\s+)?a\s+|^)total\s+of\s+(?P<n>{CARDINAL})(?=\s*(?:[.,;)]|$|(?:HEED\s+|such\s+)?(?:awards|wins)\b))",
        times,
    ),
    rule(
        "total",
        rf"\btotals?\b[^.;:]{{0,30}}:\s+(?P<n>{CARDINAL})(?=\s*(?:[.,;]|$)|\s+(?:HEED\s+)?awards\b)",
        times,
    ),
    rule("occasions", rf"\bon\s+(?P<n>{CARDINAL})\s+occasions\b{OVER}", times),
    rule(
        "awards|heeds|wins",
        rf"\b(?:number|total|count|tally)\s+of\s+(?:[\w-]+\s+){{0,4}}?(?:awards|HEEDs|wins)\b[^.;]{{0,40}}?\s(?:to|at|is|was)\s+"
        rf"(?P<n>{CARDINAL})\b",
        times,
    ),
    rule("award", rf"\baward\s+(?:no\.|(?-i:Number)|#)\s*(?P<n>{CARDINAL})(?!\s+in\s+a\s+row)\b", times),
    rule(
        "thrice|twice",
        r"\b(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|"
        r"chosen)\b[^.;]{0,40}?\b(?P<twice>twice|thrice)\b(?!\s+(?:over|as|the)\b)",
        lambda m: Found("total", 2 if m["twice"].casefold() == "twice" else 3),
        needs=TWICE,
    ),
    rule(
        "first",
        r"\b(?:the|its|for the|our|their)?\s*(?:very )?first[- ](?:ever\s+)?(?:time|year|appearance)\b"
        r"(?!\s+(?:in|after)\s+(?:\w+\s+){0,2}(?:years|decades)\b|\s+since\b)"
        r"(?!\s+(?:that\s+)?(?:an?|any|one|two|both|in (?:state|the state))\s)(?!\s+(?:of|for) "
        r"(?:the|its|our|their)\b)(?!\s+(?:students?|class|seminars?|experience|program|courses?|medical|undergraduates|cohort|residents))|"
        r"(?<=,\s)(?:its|our|their)\s+first\s+ever\b(?=\s*(?:[.,;!]|$))|"
        rf"\bfirst-ever\b(?=\s*[.,;!]|\s*$|\s+{_AWARD_WORDS}(?:awards?|honou?rs?|heed|win|recognition|distinction|recipient)\b)|"
        r"\bfirst[- ]time\s+(?:winner|recipient|honou?ree)\b",
        lambda _: Found("first_time", 1),
        needs=FIRST,
    ),
    rule(
        "year",
        rf"\b(?:for\s+(?:the|an?|its)|marks?\s+(?:the|its)|is\s+(?:the|its|our)|the|its|our|their|an?|"
        rf"(?!(?:award|magazine|publication|program|heed)'s)[\w.&-]+'s?)\s+"
        rf"(?:record\s+|historic\s+|remarkable\s+)?(?P<n>{ORDINAL})\s+(?:annual\s+)?year\b(?!\s*(?:of\s(?!receiving|winning|being|earning)|"
        rf"students?|medical|class|residents?|"
        rf"nursing|cohort|for the award|"
        rf"that the (?:magazine|award(?!\s+(?:has\s+)?(?:comes?|goes|gone|(?:been|was)\s+won)))))",
        lambda m: Found("total", number(m["n"]), ambiguous=True),
    ),
    rule(
        "its|our|their|'s|s'",
        rf"\b(?:is|was|makes?|marks?|,|earns?|gets?|wins?|won|earned|got|collects?|collected|takes?)\s+(?:therefore\s+|thus\s+|now\s+|already\s+)?(?:its|their|"
        rf"our|"
        rf"(?:the\s+)?(?:[A-Z][\w&.-]*\s+){{0,3}}[A-Z][\w-]*(?:'s|s'))\s+(?P<n>{ORDINAL})(?=\s*[.,;:(–—]|$|\s+(?:in|for|from|since|such|one)\b)",
        times,
    ),
    rule(
        "for",
        rf"\b(?:awards?|honou?rs?|recognition|distinction|it|this|that)\s+(?:is|was|marks)\s+the\s+(?P<n>{ORDINAL})\s+"
        r"(?:such\s+one\s+|one\s+)?for\s+(?:the|our|its|us|[A-Z])",
        times,
    ),
    rule(
        "first|inaugural",
        r",?\s+(?:the|its|a)\s+first\s+in\s+(?:the\s+)?(?:[\w.-]+'s?|its|our|their)\s+history\b|"
        r"\b(?:first|inaugural)\s+(?:heed\s+)?(?:award|honou?r|win|recognition)\s+(?:came|was|arrived|dates)\b|"
        r"\b(?:its|our|their|the|school's|college's|university's)\s+first\s+(?:came|arrived|dates)\b|"
        r"\b(?:awards?|honou?rs?|recognition|distinction|designation|title|win|is|was|it's|,)\s+(?:a|the)\s+first\s+for\s+"
        r"(?:the(?!\s+(?:state|nation|country|region|county|city)\b|[\w\s]{1,40}\b(?:category|award)\b)|our|its|us|(?-i:[A-Z]))|\b(?:award|honou?r|HEED|it|this)\s+(?:is|was)\s+a\s+first(?=[.,;]|$)",
        lambda _: Found("first_time", 1),
        needs=FIRST,
    ),
    rule(
        "before|first|never|until|applied|competed",
        rf"\b(?:has|had|have)\s+not\s+(?:previously\s+)?(?:{GOT}|been\s+an?\s+(?:\w+\s+)?(?:recipient|winner))\b[^.;]{{0,40}}?\bbefore\b|"
        rf"\bhad\s+never\s+(?:before\s+|yet\s+)?{GOT}\b|\b(?:has|have)\s+never\s+(?:before\s+|previously\s+)?{GOT}\b"
        r"[^.;]{0,60}?\b(?:before|until|prior to)\b|\b(?:had|has|have)\s+never\s+(?:before\s+)?(?:applied|competed)\b"
        r"|\b(?:on|with|at)\s+(?:the|its|our|their)\s+(?:very\s+)?first\s+(?:try|attempt|application)\b"
        r"|\bhad\s+never\s+(?:before\s+|yet\s+)?(?:gone|been (?:given|awarded|presented|granted|bestowed))\s+"
        r"(?:up)?(?:on|to)\b[^.;]{0,60}\buntil (?:now|this year|then)\b"
        rf"|\b(?:has|have|had)\s+never\s+before\s+(?:been|{GOT})\b|\b(?:has|have|had)\s+not\s+been\s+(?:named|honou?red|recogni[sz]ed|selected|chosen)"
        rf"\b[^.;]{{0,60}}?\b(?:until now|before)\b"
        rf"|\b(?:has|have|had)\s+not\s+{GOT}\b[^.;]{{0,40}}?\buntil\s+(?:now|this year|then)\b"
        r"|\bha(?:s|ve|d)\s+never\s+been\s+(?:one\s+of|among)\s+(?:them|those|the\s+(?:\w+\s+)?(?:winners|recipients|honou?rees))\b"
        rf"|\bnever before ha[sd]\b[^.;]{{0,60}}\b{GOT}\b"
        r"|\bnever before ha[sd]\b[^.;]{0,60}\bbeen\s+(?:an?|the|one of|among)\s+(?:\w+\s+){0,3}?"
        r"(?:recipient|winner|honou?ree)s?\b"
        r"|\b(?:has|have|had)\s+never\s+(?:yet\s+|before\s+)?(?:been\s+(?:an?|the|one of|among)\s+(?:\w+\s+){0,3}?"
        r"(?:recipient|winner|honou?ree)s?|"
        r"had\s+(?:this|the|an?|such an?)\s+(?:\w+\s+){0,3}?(?:award|honou?r|distinction))\b"
        r"[^.;]{0,40}?\b(?:before|until)\b",
        lambda _: Found("first_time", 1, got=True),
        needs=NEVER,
    ),
    rule(
        "until",
        rf"\b(?:did|had)\s+not\s+(?:first\s+)?(?:win|receive|earn|get|{GOT})\b(?:(?!\bagain\b)[^.;]){{0,60}}?\buntil\s+(?P<year>{YEAR})\b",
        lambda m: Found("first_time", 1, until=int(m["year"])),
    ),
    rule(
        "first",
        r"(?:\bfirst\s+(?:received|won|earned|got|was\s+(?:named|honou?red|recogni[sz]ed))\b|"
        r"^first\s+(?:awarded|named|honou?red|recogni[sz]ed|selected|chosen)\b|"
        r"(?:(?<=was )|(?<=were )|(?<=been ))first\s+(?:named|honou?red|recogni[sz]ed|selected|chosen)\b|"
        r"(?:(?<=had )|(?<=have )|(?<=has ))first\s+been\s+(?:named|honou?red|recogni[sz]ed|selected|chosen)\b|"
        r"\b(?:the|our|its)\s+first\s+(?=(?:was|had\s+been)\s+(?:given|received|won|awarded|presented)\s+in\s)|"
        r"\bfirst\s+given\s+to\s+(?:us|it|the\s+\w+)(?=\s+in\s)|"
        r"\b(?:the|our|its)\s+first\s+(?:one\s+|of\s+(?:them|these)\s+)?(?=(?:was|came)\s+in\s)|"
        r"\b(?:the|our|its)\s+first\s+(?:one\s+|of\s+(?:them|these)\s+)(?=in\s)|\bthe\s+first\s+(?=was\s+20))"
        r"(?=[^.;]{0,80}?\bin\s+20[0-4]\d\b|was\s+20[0-4]\d\b)",
        lambda _: Found("first_time", 1, got=True),
        needs=FIRST,
    ),
    rule("year", rf"\bfor\s+(?P<n>{ORDINAL})\s+year\b", lambda m: Found("total", number(m["n"]), ambiguous=True)),
)
