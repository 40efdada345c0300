"""Runs of capitalised words, cut where one school's name ends and other words or another name begin."""

import re
from collections.abc import Iterator

from etl.transform.statements.school_words import STOP_WORDS
from etl.transform.statements.values import Hints

_WORD = r"(?:[A-Z][\w&.]*(?:['-](?:St\.(?=\s[A-Z])|[A-Za-z]\w*))*|[A-Z]&[A-Z])"
_PART_BEHIND = re.compile(
    r"\s+[-–—]\s+(?=(?:Office|Division|Department|News|Report|Council|Institutional|"
    r"Access|Diversity|Inclusion|Inclusive|Equity|Annual|"
    r"Strategic|Points)\b|[A-Z]{4,}\b)|\s+/\s+"
)
"""Where a part of a university or a word in capitals stands behind its name: "Lakeside University - Office of …"."""
_LINK = r"(?:of|the|and|&|at|for|de|in|on)"
_TITLE = r"(?:M\.D\.|MD|D\.O\.|Ph\.D\.|Jr\.|Sr\.),?\s+(?:School|College|Medical|Center)\b"
_DEGREE = rf",\s+(?={_TITLE})"
"""What stands between somebody's name and the title behind it, in the name of a unit: "Orr Hart, M.D. College of …"."""
RUN = re.compile(rf"{_WORD}(?:(?:\s+|\s?[-–/]\s?(?!The\b)|,?\s+{_LINK}(?:\s+the)?\s+|\s+\(|{_DEGREE}){_WORD}\)?)*")
INSTITUTION = re.compile(r"\b(?:University|Universities|College|Institute of|Polytechnic|Seminary|SUNY|CUNY)\b")
UNIT = re.compile(
    r"\b(?:(?:School|Schools|College|Colleges|Faculty|Graduate School) of|School for|Medical School|"
    r"Law School|Law Center|Medical Center|Health Sciences? Center|Center for Health Sciences|"
    r"Medicine|Nursing|Dentistry|"
    r"Pharmacy|Optometry|Libraries|Library|Dental|Law|System Administration|Health Sciences)\b"
)
_TELLING = re.compile(rf"{INSTITUTION.pattern}|{UNIT.pattern}|\b(?:State|Tech)$")
_CAPITAL_WORD = re.compile(r"[A-Z][A-Za-z&'.]*")
_LEAD = re.compile(rf"[\s,–—-]*(?:{_LINK}\s+)*")
_TAIL = re.compile(rf"(?:[\s,(–—-]+{_LINK})*[\s,(–—-]*$")
"""What stands at the ends of a piece and is no part of a name."""
_OWN_UNIT = re.compile(r"(?:'s)?\s+(?:Law School|Law Center|Medical School|(?:School|College) of .*|Law)$")
"""The unit behind the name of its university."""
_WHOLE_BEHIND = re.compile(r"(?:the )?(?:[A-Z][\w.']*\s+)*(?:University|College|School|Center|Law|Medicine|Nursing)\b")
"""A school's name behind its short form or that of its university: "LU and the Lakeside University Law School"."""
_NOTHING = frozenset[str]().__contains__
_JOINED = re.compile(r"(?:,\s+|,?\s+and\s+|\s+&\s+)(?:the\s+|The\s+)?(?=[A-Z])")
"""What can stand between two names."""
_NEXT = re.compile(
    r"(?:University (?:of|at)|School of|College of|(?:[A-Z][\w&.'-]*\s+){1,4}?(?:University|College|State|Tech|"
    r"School of|Law "
    r"Center|Law School|Medical School|Medical College)\b)"
)
"""How the name of a further school begins."""


_LAW = re.compile(r"(?P<whose>.+) Law(?: School)?")
"""A law school by the short form of its university: "Lakeside State Law"."""


def pieces(text: str, start: int, end: int, hints: Hints) -> Iterator[tuple[int, int]]:
    """A run of capitalised words, cut at words of headlines and where one school's name follows another's."""
    run = text[start:end]
    cuts = [(0, 0)]
    cuts += _between(run, hints)
    cuts += ((match.start(), match.end()) for match in _PART_BEHIND.finditer(run))
    for match in _CAPITAL_WORD.finditer(run):
        word = match[0].casefold()
        if (word in STOP_WORDS or word.rstrip(".") in STOP_WORDS) and match[0] != "The" and not _in_name(run, match):
            cuts.append((match.start(), match.end()))
    cuts.sort()
    for (_, at), (to, _) in zip(cuts, [*cuts[1:], (len(run), len(run))], strict=True):
        piece = run[at:to]
        lead = _LEAD.match(piece)
        tail = _TAIL.search(piece)
        left, right = at + (lead.end() if lead else 0), at + (tail.start() if tail else len(piece))
        if right > left:
            yield start + left, start + right


_NAME_GOES_ON = {
    "new": re.compile(r"\s+(?:York|Jersey|Mexico|Hampshire|England|Orleans|Haven|School|Rochelle|Paltz)\b"),
    "a": re.compile(r"\s&\s[MT]\b|-[A-Z]"),
    "national": re.compile(r"\s+(?:[A-Z][a-z]+\s+)?University\b"),
}
"""How a name goes on that holds a word which ends names elsewhere: "New York", "A & M"."""


def _in_name(run: str, match: re.Match[str]) -> bool:
    if match[0] == "A.":  # an initial, and no article
        return match.start() > 0 and bool(re.match(r"\s+[A-Z][a-z]", run[match.end() :]))
    behind = _NAME_GOES_ON.get(match[0].casefold())
    return behind is not None and bool(behind.match(run, match.end()))


def _between(run: str, hints: Hints) -> list[tuple[int, int]]:
    """Where one school's name ends in a run of capitalised words and the next begins."""
    joined = list(_JOINED.finditer(run))
    if not joined or _is_one(run.removeprefix("The "), hints):
        return []
    cuts, at = [], 0
    for match in joined:
        if _ends(run[at : match.start()], run[match.end() :], match[0], hints):
            cuts.append((match.start(), match.end()))
            at = match.end()
    return cuts


def _is_one(name: str, hints: Hints) -> bool:
    """Whether a run is one name with a joiner in it, by itself or before its unit: "Hart & Orr Law School"."""
    base = _OWN_UNIT.sub("", name)
    return hints.knows is not None and (hints.knows(name) or (bool(_JOINED.search(base)) and hints.knows(base)))


def _ends(left: str, right: str, joiner: str, hints: Hints) -> bool:
    """Whether a name ends before a joiner of a run and another begins behind it."""
    knows = hints.knows or _NOTHING
    if re.match(_TITLE, right):
        return False
    if "," in joiner and "the" in joiner and not (_TELLING.search(left) or knows(left)):
        return True  # "In western Ohio, the Hart School of Law", "our neighbor on Orr Hill, the Hart School of Law"
    if "and" in joiner and re.search(r"\b(?:University|College|Polytechnic)$|\([A-Z][\w\s-]*\)$", left):
        return True
    short = "and" in joiner and (re.fullmatch(r"[A-Z]{2,6}|U[A-Z][a-z]+", left) or right.startswith(f"{left} "))
    if short and _WHOLE_BEHIND.match(right):
        return True
    if " " in left and INSTITUTION.search(right) and knows(right):
        return True  # somebody else's name before a school's: "Harbor Works and Lakeside University"
    telling = _TELLING.search(left) or knows(left.strip(" ,"))
    initials = re.match(r"[A-Z]{3,}\b(?! [A-Z])", right)
    law = _LAW.fullmatch(right)
    its_law = law and (knows(law["whose"]) or left.removeprefix("The ").startswith(law["whose"]))
    other = _NEXT.match(right) or knows(initials[0] if initials else right) or its_law
    return bool(telling and other) and not re.search(r"\b(?:of|for)$", left)
