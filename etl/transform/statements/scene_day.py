"""The day of a page or a document, as its head, its foot, its title or its address tells."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from etl.transform.statements.lines import Line
from etl.transform.statements.sought import sought
from etl.transform.statements.values import Hints
from etl.transform.statements.years import MONTHS, first_date, first_month, first_season

HEAD = 6
"""Lines at the top in which the day of the page can stand."""
_DAY_ALONE = 5
"""Words of a line that holds little but a day: one in a sentence, or under a picture, can be another."""
_NOTES = 12
"""Lines at the top in which an editor tells when the text was first printed; else it stands at the end."""
_SHORT = 8
"""Words of a sentence at the top that tells of the document: "Prepared for the visit in February 2024."."""
_POSTED = re.compile(
    r"\W*(?:(?:date\s+)?(?:first\s+)?(?:posted|published)|release date|date)\b(?:\s+(?:on|at|by))?\s*:?", re.IGNORECASE
)
"""How a line begins that tells the day of the page: another day can stand in its frame."""
_FIRST_RAN = sought(
    "story|article|post|release|piece",
    r"\b(?:version of (?:this|the)|this) (?:story|article|post|release|piece)\b[^.;]{0,20}?\b"
    r"(?:appeared|ran|(?:was|were)\s+(?:first\s+|originally\s+)?(?:published|posted|printed|released))\s+(?:first\s+)?"
    rf"(?:in|on)\s+(?P<day>{MONTHS}\.?(?:\s+\d{{1,2}})?,?\s+20\d\d)\b",
    re.IGNORECASE,
)
"""When a text was first printed, told by an editor: "A first version of this story appeared in November 2024"."""
_FOOT = 3
"""Lines at the end of a page in which it tells when it was brought up to date."""
_UPDATED = re.compile(r"\b(?:updated|reviewed|revised|posted|compiled|prepared)\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\W*(?:(?:page|was|last|date)\s+)*(?:updated|modified|revised|reviewed|changed|printed)\b", re.IGNORECASE
)
"""How a line begins that tells when the page was changed, or printed."""
_DATELINE = re.compile(rf"[A-Z][\w .,'-]{{2,40}},\s+{MONTHS}\.?\s+20\d\d\s*\)?\s+[-–—]", re.IGNORECASE)
"""The place and month with which a release begins."""
_MONTH_AT_END = re.compile(rf"[,(–—:|-]\s*{MONTHS}\.?\s+20\d\d\W*$", re.IGNORECASE)


def page_day(lines: Sequence[Line], hints: Hints) -> date | None:
    """The day of the page, as its head or its address tells."""
    head = [line.text for line in lines[:HEAD] if not _CHANGED.match(line.text)]
    alone = [text for text in head if len(text.split()) <= _DAY_ALONE]
    ran = (match["day"] for line in (*lines[:_NOTES], *lines[-HEAD:]) if (match := _FIRST_RAN.search(line.text)))
    told = (
        first_date(ran)
        or first_date([text for text in head if _POSTED.match(text)])
        or first_date(alone)
        or first_date(head)
        or first_month(line.text for line in lines[:HEAD] if _is_of_head(line, hints))
        or first_month(match[0] for text in head if (match := _DATELINE.match(text)))
    )
    if told is None and hints.several:
        of_head = [line.text for line in lines[:HEAD] if _is_of_head(line, hints)]
        foot = [line.text for line in lines[-_FOOT:] if _UPDATED.search(line.text)]
        told = first_season(of_head) or of_report(of_head) or first_month(foot)
    if told and hints.published and told.year > hints.published.year:
        return hints.published  # the other is the day of a visit
    return told or hints.published


def of_report(heads: Iterable[str]) -> date | None:
    """A day in the autumn of the year that the title of a report tells: "Annual Report 2022", "FY 2024", "2021-22"."""
    for head in heads:
        if match := _REPORT_OF.search(head) or _YEAR_OF.search(head):
            fiscal = _FISCAL.search(head, 0, match.start("year"))
            return date(int(match["year"]) - bool(fiscal), 12, 1)
    return None


_REPORT_WORDS = r"(?:report|summary|review|update|highlights|letter|yearbook|overview)"
_FISCAL = re.compile(r"\b(?:FY|fiscal\s+year)\s?$", re.IGNORECASE)
_REPORT_OF = re.compile(
    rf"\b{_REPORT_WORDS}\b[^.;\d]{{1,60}}?(?P<year>20[0-4]\d)(?:\s?[-–/]\s?(?:20)?\d\d)?(?!\d)", re.IGNORECASE
)
_YEAR_OF = re.compile(
    rf"\b(?P<year>20[0-4]\d)(?:\s?[-–/]\s?(?:20)?\d\d)?\s+(?:[A-Za-z]+\s+){{0,2}}{_REPORT_WORDS}\b", re.IGNORECASE
)
"""The year of which a report tells, before or behind the word for it."""


def _is_of_head(line: Line, hints: Hints) -> bool:
    """Whether a line is no sentence, or a short one: a month in it is that of the document. In that of a win, it can
    be another, unless it stands apart at the end: "HEED status of the colleges, December 2023".
    """
    if hints.several and line.sentence.headline and _MONTH_AT_END.search(line.text):
        return True
    return (line.sentence.headline or len(line.text.split()) <= _SHORT) and not line.wins
