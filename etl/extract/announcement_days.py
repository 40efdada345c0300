"""Days as pages print them in and around their heads."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WAYS = tuple(
    re.compile(rf"(?<![\w/]){way}(?!\d)", re.IGNORECASE)
    for way in (
        r"(?P<year>20\d\d)-(?P<number>\d{1,2})-(?P<day>\d{1,2})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>20\d\d)",
        rf"(?P<day>\d{{1,2}})[\s-]+{_MONTH}[\s,-]+(?P<year>20\d\d)",
        r"(?P<number>\d{1,2})[/.](?P<day>\d{1,2})[/.](?P<year>(?:20)?\d\d)(?!/)",
    )
)
"""2022-10-04, October 4, 2022, 4 Oct 2022, and 10/4/22 as it is written in the United States."""


def day_in(text: str) -> date | None:
    """The first day that a text prints; None where it prints none."""
    found = sorted(((match.start(), match) for way in _WAYS for match in way.finditer(text)), key=lambda one: one[0])
    return next((day for _, match in found if (day := _day(match.groupdict()))), None)


def _day(said: dict[str, str | None]) -> date | None:
    year, month = said["year"] or "", said.get("month")
    number = MONTHS.index(month[:3].casefold()) + 1 if month else int(said["number"] or 0)
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(said["day"] or 0))
    except ValueError:
        return None
