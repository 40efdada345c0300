"""Numbers, years, identifiers and yes or no, from text."""

import math
import re

from etl.transform.clean_text import Unfit, one_line

# The first HEED cycle; no award of the giver is older.
FIRST_AWARD_YEAR = 2012
# Claims and names reach further back than the awards: no office counts from before this.
FIRST_YEAR = 1950
YES = frozenset(("yes", "y", "true", "t", "1", "1.0", "x", "✓", "✔"))
NO = frozenset(("no", "n", "false", "f", "0", "0.0"))
# What an integer of every supported database holds.
LARGEST = 2_147_483_647
THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)


def year(text: str, first: int, last: int) -> int:
    """A year from `first` to `last`, four digits, with '.0' as spreadsheets put it. Raises Unfit."""
    found = re.fullmatch(r"(\d{4})(\.0+)?", one_line(text), re.ASCII)
    if found is None:
        raise Unfit(_no_year(text, first, last))
    if not first <= int(found[1]) <= last:
        raise Unfit(f"is outside {first}–{last}; put the right year")
    return int(found[1])


def _no_year(text: str, first: int, last: int) -> str:
    if re.match(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}", text):
        return "is a date; put the award year alone, which need not be the year of the page"
    if re.search(r"\d{2,4}\s*[-–—/]\s*\d{2,4}|FY|AY", text, re.IGNORECASE):
        return "may mean either of two years; put the award year alone, such as 2023"
    return f"is no year; put one year of four digits, from {first} to {last}"


def whole(text: str) -> int:
    """A whole number, also with thousands divided by commas, and with '.0'. Raises Unfit."""
    plain = _without_commas(one_line(text))
    if re.fullmatch(r"[+-]?\d{1,15}(\.0*)?", plain, re.ASCII) is None:
        raise Unfit("is no whole number; put digits alone, such as 62")
    number = int(plain.partition(".")[0])
    if abs(number) > LARGEST:
        raise Unfit(f"is larger than any count here ({LARGEST:,}); put the right number")
    return number


def decimal(text: str) -> float:
    """A finite number with a decimal point. Raises Unfit."""
    plain = _without_commas(one_line(text))
    try:
        number = float(plain) if "_" not in plain else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise Unfit("is no number; put digits with a decimal point, such as 39.08")
    return number


def _without_commas(text: str) -> str:
    return text.replace(",", "") if THOUSANDS.fullmatch(text) else text


def yes_no(text: str) -> bool:
    """Yes or no, as people and programs write it. Raises Unfit."""
    word = one_line(text).casefold()
    if word not in YES and word not in NO:
        raise Unfit("is neither yes nor no; put yes or no")
    return word in YES


def unitid(text: str) -> str:
    """A UNITID of the federal directory: six digits, kept as text. Raises Unfit."""
    found = re.fullmatch(r"(\d{6})(\.0+)?", one_line(text), re.ASCII)
    if found is None:
        raise Unfit("is no IPEDS UNITID; it has six digits, such as 178402 (see nces.ed.gov/ipeds)")
    return found[1]
