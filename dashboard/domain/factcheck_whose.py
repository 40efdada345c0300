"""Whose a statement of a draft is, by the rule at the head of `factcheck`."""

import re

from dashboard.domain.factcheck_facts import Check
from etl.transform.statements import Counted, Denial, OnlyOne, Win, is_another

Said = Win | Denial | Counted | OnlyOne
"""A statement about one school."""
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")
_CLAUSE_ENDS = re.compile(r"[.!?;]\s|\n")
_LONGEST_CLAUSE = 1_000
"""Characters before a statement in which its clause begins."""
_BESIDE = re.compile(r"\b(?:with|alongside|beside|like|as\s+did)\b", re.IGNORECASE)
"""What sets a school beside the one that won: "we have been named a recipient, together with Hart University"."""
_WE = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)


def _says_we(check: Check, said: Said) -> bool:
    """Whether the clause of a statement speaks of "we": it names no school, or one beside which "we" won."""
    near = max(0, said.start - _LONGEST_CLAUSE)
    begin = max((end.end() for end in _CLAUSE_ENDS.finditer(check.text, near, said.start)), default=near)
    end = _SENTENCE_ENDS.search(check.text, said.end)
    if said.school is None:
        return bool(_WE.search(check.text, begin, end.start() if end else len(check.text)))
    beside = said.school.start >= said.end and _BESIDE.search(check.text, said.end, said.school.start)
    return bool((said.school.end <= begin or beside) and _WE.search(check.text, begin, said.start))


def _stands_behind(check: Check, told: int, named: int) -> bool:
    """Whether the draft names a school only in a later sentence than the one told, which is no title."""
    title = re.match(r"\s*[^\n.]+\n", check.text)
    return told > (title.end() if title else 0) and bool(_SENTENCE_ENDS.search(check.text, told, named))


def we_is_own(check: Check) -> bool:
    """Whether "we" is the school that the draft is about: where it names that one, or another behind "we" alone."""
    main = check.reading.school
    if main is None or check.own_school is None:
        return check.own_school is not None
    if check.school_of(main, None, None) == check.own_school:
        return True
    first = _WE.search(check.text)
    nameless = (one.start for one in check.reading.statements() if getattr(one, "school", main) is None)
    return min([main.start, *nameless, *([first.start()] if first else [])]) < main.start


def school_of_draft(check: Check) -> str | None:
    """The school that a draft names as its own, else the own one."""
    main = check.reading.school
    return (check.school_of(main, None, None) if main else None) or check.own_school


def school_meant(check: Check, said: Said, year: int | None) -> str | None:
    """The school that is meant: the one named, else the draft's, else the own; None where another is named that is not
    certain: nobody else's records speak for it.
    """
    school, award, main = said.school, said.award, check.reading.school
    if check.we_is_own and _says_we(check, said):
        return check.own_school
    if school is None and main and check.own_school and _stands_behind(check, said.end, main.start):
        return check.own_school
    if main and main.unit and not main.parent and check.own_school:
        main = None  # a unit without its university is one beside the draft's own
    for named in dict.fromkeys((school, main)):
        if named is not None and (found := check.school_of(named, award, year)):
            return found
        if named is not None and is_another(named, check.reading.school):
            return None
    return check.own_school
