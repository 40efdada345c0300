"""Names of programmes and offices in running text, told by their own words, their neighbours or what explains them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.transform.statements.lines import Line
from etl.transform.statements.programme_names import named, programme, spells
from etl.transform.statements.programme_outside import no_programme_of_it
from etl.transform.statements.programme_words import (
    DIVERSITY,
    GIVEN_TO,
    HEAD,
    LINK,
    NO_START,
    TELLING,
    TITLE,
    W,
)
from etl.transform.statements.sought import sought
from etl.transform.statements.values import Programme

_NAME = re.compile(rf"(?<![\w'@/.-]){W}(?:‚?\s+(?:(?:{LINK})\s+)*{W})*")
_SEGMENT = r"[A-Z][\w'/&-]*(?:\s+(?!and\b)[A-Z][\w'/&-]*){0,3}"
_FIELD = r"(?:Diversity|Equity|Inclusion|Inclusive Excellence|Belonging|Access|Justice|Engagement|Accessibility)"
_OFFICE = sought(
    "office|division|center|centre|institute",
    rf"(?<![\w'])(?P<name>(?:[A-Z]{{2,6}}\s+)?(?:Office|Division|Center|Centre|Institute)\s+(?:of|for|on)\s+(?:the\s+)?"
    rf"{_SEGMENT}(?:(?:[,‚]\s+{_SEGMENT}){{0,3}}[,‚]?\s+(?:and|anđ|&)\s+{_SEGMENT}|(?:[,‚]\s+{_FIELD}\b)*))",
)
"""An office with its field: "Office of Diversity, Equity and Community Engagement"."""
_GUIDED = re.compile(
    r"\b(?:guid|inform|shap|defin|underl|driv|anchor|inspir)\w*\s+(?:(?:the|our|its|their)\s+)?(?:\S+\s+){0,6}$",
    re.IGNORECASE,
)
"""What values and principles do to an office, which is no work of it."""
_LOW_OFFICE = sought(
    "office|team|committee|council|center",
    r"(?P<name>(?:[A-Z][\w-]*(?:[,‚]\s+|[,‚]?\s+(?:and|anđ|&)\s+|\s+)){1,6}"
    r"(?:[Oo]ffice|team|committee|council|center))\b(?!\s+(?:of|for)\s)",
)
_CALLED_ONE = re.compile(
    r"[\"']?(?:\s*[,;—–]|\s-)\s*(?:an?|our|its|one of|ˢ+'?s?|[A-Z][\w&]*'s)\s+(?:[\w'-]+,?\s+){0,6}?"
    r"(?:program|initiative|series|course|effort|association|event|camp|campaign|certificate|plan|project|conference|workshop|training|academy|organization|club|talks?|gathering|scholarship|chapter|pathway|"
    r"fellowship)"
)
"""What calls the name in front of it a programme."""
_DOES = re.compile(
    r"[\"']?,\s+(?:(?:(?:both|all) of|through|in|under|by|with)\s+which|to whom)\s|"
    r"[\"']?,\s+which\s+(?:gives?|gave|prepares?|pairs?|brings?|helps?|helped|serves?|offers?|provides?|trains?|connects?|"
    r"introduces?|match(?:es|ed)|takes|lets|supports?|teaches|draws|meets|invites?)\b"
)
"""What the name in front of it does, or what is done in it."""
_IN_IT = re.compile(r"[\"']?,\s+(?:in|through)\s+which\s")
"""What tells that people do something in what the name in front of it is."""
_EXPLAINED = re.compile(
    r"[\"']?(?:\s*[,;—–]|\s-)\s*(?:(?:an?|our|its|one of)\s+(?:[\w'-]+,?\s+){0,6}?(?:program|initiative|series|course|"
    r"effort|event|group|camp|"
    r"organization|network|campaign|plan|project|partnership|community|club|space|conference|workshop|training)|"
    r"(?:through|in|with|at|by|on|for|to) which|which|(?:held|run|led|designed|aimed|meant|open|named|offered|funded|"
    r"hosted|launched|founded|begun|created|devoted|organized)\b)"
)
"""What explains the name in front of it."""
_RUN_BY = re.compile(rf"{_CALLED_ONE.pattern}|,\s+(?:run|led|held|offered|hosted)\s")
"""What tells that a short word in capitals is a programme, not a school."""
_DETERMINED = re.compile(
    r"(?:\b(?:the|(?:an?|its|our|their)(?: new| own)?|this|such as|like|including|called|named|"
    r"known as|and|through|via|with|is|are|was|were)|'s?|ˢ|[,;:—–(\"])\s*$"
)
"""What stands before a name in a sentence."""
_SPELLED_OUT = re.compile(r"[A-Z][\w.-]+\s*\((?=[^()]*[A-Z][^()]*[A-Z])[A-Z][^()]{10,120}\)$")
_SHORTENED = re.compile(r"(?P<name>[A-Z].*?)\s*\((?P<short>[A-Z][A-Z.&-]{1,9})\)$")
_ENDS = re.compile(
    r"\s+and\s+(?:the|with|through|by)\s+|(?<=\))\s+and\s+(?=[A-Z])|\s+and\s+(?=[A-Z][\w.-]+\s*\([A-Z]|\w*[a-z][A-Z]|#|Camp\s|Project\s)|"
    rf"\s+(?:for|with|of)\s+an?\s+|\b{HEAD}(?P<and>\s+and\s+)(?=[A-Z])"
)
"""Where one name ends and another begins."""
_BEGINS = re.compile(r"(?:Women|Men|Black Men|Girls) in [A-Z]")
"""How a name begins that tells itself, wherever it stands."""
_BESIDE = re.compile(r"[,;]?\s*(?:[,;]|\b(?:and|anđ|or|as well as|both))\s*(?:(?:the|an?|its|our|both)\s+)?")
_LEADS_IN = re.compile(
    r"(?:(?:Together|Along|Because|Out|Part|According|Thanks|Through|With|In|At|For|From|By|As|Of|To|On|Now|And|But|"
    r"Take|Also|There (?:is|are))\s+)"
    r"(?:(?:with|of|to|for|in|at)\s+)?(?:(?:the|a|an|its|our)\s+)?|"
    r"(?:Launch|Creat|Establish|Expand|Develop|Start|Host|Offer|Build|Form|Add|Hold|Provid|Implement|Introduc|Sponsor|Support|Sett)"
    r"(?:ing|ed|e|es)?(?:\s+up)?\s+(?:the|an?|its|our|their)\s+"
)
"""Words at the beginning of a sentence that are no part of the name behind them."""
_SOMEBODY = re.compile(r",?\s+(?:who|said|says)\b")
_ONE_WORD = re.compile(r"#?\w*[a-z][A-Z]\w*|[A-Z]{4,}\w*|#\w+|\w+-[Ii]n-\w+")
"""Names of one word: "BayBridge", "STRIDE"."""
_FURTHEST = 80
"""Characters before a name that tell what it is."""
_FEWEST = 2
"""Words of a name that needs no telling word."""


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    name: str
    sure: bool


def proper_names(line: Line, hidden: str) -> Iterator[Programme]:
    """The names in a line that are told to be programmes, and those that stand in a list with one."""
    found = list(_candidates(hidden))
    for at, one in enumerate(found):
        if one.sure or _beside_sure(hidden, found, at):
            yield from named(line, one.start, line.text[one.start : one.end])


def _candidates(hidden: str) -> Iterator[_Found]:
    for match in _NAME.finditer(hidden):
        for start, end in _pieces(hidden, match.start(), match.end()):
            lead = _LEADS_IN.match(hidden, start, end)
            at = lead.end() if lead else start
            name = hidden[at:end].rstrip(" .,;:")
            if (" " in name or _ONE_WORD.fullmatch(name)) and not _no_programme(hidden, at, name):
                yield _Found(at, at + len(name), name, _sure(hidden, at, at + len(name), name))


def _no_programme(hidden: str, at: int, name: str) -> bool:
    """Whether a name is that of a school, an award, a place, somebody, or what somebody heads or was given."""
    if "ˢ" in name or "·" in name or no_programme_of_it(name) or NO_START.search(name):
        return True
    before = hidden[max(0, at - _FURTHEST) : at]
    return bool(
        TITLE.search(before)
        or GIVEN_TO.search(before)
        or hidden.rfind("(", 0, at) > hidden.rfind(")", 0, at)
        or _SOMEBODY.match(hidden, at + len(name))
    )


def _pieces(hidden: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of capitalised words, cut where one name ends and another begins: "Bay Program and the River Camp"."""
    at = start
    for cut in _ENDS.finditer(hidden, start, end):
        yield at, cut.start("and") if cut["and"] else cut.start()
        at = cut.end()
    yield at, end


def _sure(hidden: str, start: int, end: int, name: str) -> bool:
    """Whether a name's own words, or those around it, tell that it is a programme's."""
    if _ONE_WORD.fullmatch(name):
        camel = re.search(r"[a-z][A-Z]", name)
        return bool((_EXPLAINED if camel else _RUN_BY).match(hidden, end) or _IN_IT.match(hidden, end))
    before = hidden[max(0, start - _FURTHEST) : start].lstrip(' "')
    led = _DETERMINED.search(before) or not before or _LEADS_IN.fullmatch(before)
    if not led:
        return bool(_BEGINS.match(name)) and _capitals(name) >= _FEWEST
    explained = (
        _CALLED_ONE.match(hidden, end)
        or _DOES.match(hidden, end)
        or (DIVERSITY.search(name) and _EXPLAINED.match(hidden, end))
    )
    return _tells_itself(name) or bool(explained and _capitals(name) >= _FEWEST)


def _capitals(name: str) -> int:
    return sum(word[0].isupper() or word[0].isdigit() for word in name.split())


def _tells_itself(name: str) -> bool:
    """Whether a name ends in a telling word, or is spelled out beside its short form."""
    if _SPELLED_OUT.match(name):
        return True
    short = _SHORTENED.match(name)
    spelled = short and spells(short["name"], re.sub(r"[.&-]", "", short["short"]))
    telling = TELLING.search(re.sub(r"\s*\([^)]*\)$", "", name))
    return bool(spelled or telling) and _capitals(name) >= _FEWEST


def _beside_sure(hidden: str, found: list[_Found], at: int) -> bool:
    """Whether a name stands in a list with one that is told to be a programme."""
    one = found[at]
    if len(one.name.split()) < _FEWEST and not _ONE_WORD.fullmatch(one.name):
        return False
    before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    return bool(
        (before and before.sure and _BESIDE.fullmatch(hidden[before.end : one.start]))
        or (after and after.sure and _BESIDE.fullmatch(hidden[one.end : after.start]))
    )


def offices(line: Line, hidden: str) -> Iterator[Programme]:
    """The offices and teams whose field is diversity; not those that only say what somebody heads."""
    for pattern in (_OFFICE, _LOW_OFFICE):
        for match in pattern.finditer(hidden):
            name = line.text[match.start("name") : match.end("name")]
            if (
                DIVERSITY.search(name)
                and not TITLE.search(hidden, max(0, match.start() - _FURTHEST), match.start())
                and not _GUIDED.search(hidden, max(0, match.start() - _FURTHEST), match.start())
                and "ˢ" not in match["name"]
                and "·" not in match["name"]
            ):
                yield programme(line, match.start("name"), name)
