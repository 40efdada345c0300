"""Days from text, where the day is certain."""

import datetime as dt
import re

from etl.transform.clean_text import Unfit, one_line

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
FIRST_YEAR = 1950
# A deadline may lie some years ahead; what lies further is a slip.
YEARS_AHEAD = 10
MONTHS_A_YEAR, DAYS_A_MONTH = 12, 31
REMEDY = "put it as 2023-06-30"

ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?)?", re.ASCII
)
SLASHES = re.compile(
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})(?: \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)?", re.ASCII | re.I
)
NAMED = re.compile(r"(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})", re.ASCII | re.I)
NAMED_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<name>[a-z]{3,9})\.?,? (?P<year>\d{4})", re.ASCII | re.I
)


def day(text: str, today_year: int) -> dt.date:
    """A day written as in ISO 8601, in the order of the United States with slashes (6/30/2023), or with a month's name.

    Raises Unfit for all else: days that there are not, two-digit years, dots and dashes between month and day (which
    of them comes first differs from country to country), and years that no document of ours can have.
    """
    plain = one_line(text)
    found = next((match for form in (ISO, SLASHES, NAMED, NAMED_DAY_FIRST) if (match := form.fullmatch(plain))), None)
    if found is None:
        raise Unfit(_no_day(plain))
    parts = found.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    try:
        result = dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError as error:
        raise Unfit(f"is a day that there is not (read as month/day/year if it has slashes); {REMEDY}") from error
    if not FIRST_YEAR <= result.year <= today_year + YEARS_AHEAD:
        raise Unfit(f"is outside the years {FIRST_YEAR}–{today_year + YEARS_AHEAD}; {REMEDY}")
    return result


def _month(name: str) -> int:
    """The number of the month of that name, or of its first letters; 0, which no date has, when there is none."""
    word = "sep" if name.casefold() == "sept" else name.casefold()
    whole = next((number for number, month in enumerate(MONTHS, 1) if month == word), 0)
    return whole or next((number for number, month in enumerate(MONTHS, 1) if month[:3] == word), 0)


def _no_day(text: str) -> str:
    if re.fullmatch(r"\d{5}(\.\d+)?", text, re.ASCII):
        return f"is a spreadsheet's inner number of a day; format the column as a date, or {REMEDY}"
    if numbers := re.fullmatch(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})", text, re.ASCII):
        first, second, last = numbers.groups()
        plain = len(last) == len("2023") and any(MONTHS_A_YEAR < int(one) <= DAYS_A_MONTH for one in (first, second))
        return f"{'is not read in this form' if plain else 'can be read as more than one day'}; {REMEDY}"
    return f"is no day; {REMEDY}"
