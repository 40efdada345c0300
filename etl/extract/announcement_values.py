"""What reading a document gives: one text, what the document says of itself, and the places in it."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from etl.extract.announcement_days import MONTHS, day_in

Progress = Callable[[int, int], None]
"""Told the pages read so far and the pages in all."""


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of the text with its name in the document: `page 3`, `paragraph 12`."""

    start: int
    name: str


@dataclass(frozen=True)
class Document:
    """A document as text. `url`, `publisher` and `published_on` are what it says of itself, None where it does not.

    No names of authors or senders are kept. `notices` are for the reader: pages without text, other encodings. `named`:
    a person gave it its name, `file`.
    """

    file: str
    text: str
    title: str
    url: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    sections: tuple[Section, ...] = ()
    notices: tuple[str, ...] = ()
    named: bool = False

    def place(self, start: int, end: int) -> str:
        """Where in the document the characters stand: `page 3, characters 4,210–4,230`."""
        at = bisect_right([section.start for section in self.sections], start) - 1
        named = f"{self.sections[at].name}, " if at >= 0 else ""
        return f"{named}characters {start}–{end}"


_DAY_IN_ADDRESS = re.compile(
    r"/(?P<year>20[0-4]\d)(?:[/-]?(?P<month>0[1-9]|1[0-2])|[/-](?P<short>[1-9]))(?:[/-]?(?P<day>[0-3]?\d))?(?=[/._-]|$)"
)
_FALL = 10
"""The month that stands for the season in which awards are announced."""
_NAME = r"(?P<{}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fall|autumn|heed)[a-z]*(?:[-_]awards?)?"
_MONTH_IN_ADDRESS = re.compile(
    rf"[/_-](?:{_NAME.format('name')}[-_/]?(?P<year>20[0-4]\d)|(?P<first>20[0-4]\d)[-_/]?{_NAME.format('behind')})"
    r"(?=[/._-]|$)",
    re.IGNORECASE,
)
"""A month, a season or the award by name with its year: "/fall-2024/", "/2012/december/", "2023-heed-award"."""


_YEAR_IN_ADDRESS = re.compile(r"/(?P<year>20[0-4]\d)/(?!.*/20[0-4]\d)")
"""A year alone as a folder: "/news/stories/2020/"."""
_YEAR = re.compile(r"\b20[0-4]\d\b")


def day_of(document: Document) -> date | None:
    """The day of the page: as it says itself, else that in its address (".../2021/10/04/..."), in the middle of a month
    where it holds no day, or in the season of the awards where it holds a year alone and the text none that is near
    it; None where neither tells.
    """
    if document.published_on or not document.url:
        return document.published_on
    address = unquote(document.url)
    alone = _YEAR_IN_ADDRESS.search(address)
    told = alone and all(int(year) < int(alone["year"]) - 1 for year in _YEAR.findall(document.text))
    return _day_in(address) or (date(int(alone["year"]), _FALL, 15) if alone and told else None)


def _day_in(address: str) -> date | None:
    match = _DAY_IN_ADDRESS.search(address)
    if match is None:
        return _month_in(address)
    try:
        return date(int(match["year"]), int(match["month"] or match["short"]), int(match["day"] or 15))
    except ValueError:
        return None


def _month_in(address: str) -> date | None:
    """The middle of the month that the address names; a season or the award with its year stand for its autumn."""
    match = _MONTH_IN_ADDRESS.search(address)
    if match is None:
        return None
    name = (match["name"] or match["behind"])[:3].casefold()
    month = MONTHS.index(name) + 1 if name in MONTHS else _FALL
    return date(int(match["year"] or match["first"]), month, 15)


_NO_TITLE = re.compile(
    r"\W*(?:(?:for\s+)?immediate\s+release|(?:news|press|media)\s+(?:release|advisory|contacts?)|embargoed\b.*|contacts?:.*|"
    r"(?:posted|published|updated|released|date)\b.{0,40}|from:.*|to:.*|page \d+.*|https?://\S+|skip to\b.{0,30}|"
    r"home\s*[>/|»›].{0,200})\W*",
    re.IGNORECASE,
)
"""A line above the title of a release."""
_RELEASE = re.compile(r"\W*(?:(?:for\s+)?immediate\s+release|(?:news|press|media)\s+release)\b", re.IGNORECASE)
_REACHED = re.compile(r"@|\d{3}\W{1,2}\d{3}\W\d{4}|\bwww\.|https?:|\bcontacts?:", re.IGNORECASE)
_FEWEST_WORDS = 4
_LETTERHEAD = re.compile(
    r"(?=.*\b(?:UNIVERSITY|COLLEGE|INSTITUTE|SCHOOL)\b)(?!.*(?:WIN|RECEIV|EARN|NAME|HONO|RECOGNI|AWARD))[^a-z]+"
)
"""The name of a school alone, in capitals."""


_TOP_LINES, _LONGEST_TITLE, _LONGEST_DAY = 40, 250, 40
"""Lines at the top in which a title stands; characters of a title, and of a line that is a day."""


def title_of(text: str, given: str | None, file: str) -> str:
    """The title as given, else the first line that is short enough for one and no part of a letter's head, else the
    first of all; the file's name where there is none.
    """
    if given and given.strip():
        return " ".join(given.split())
    lines = [said for line in text.splitlines()[:_TOP_LINES] if (said := line.strip(" #*\t-="))]
    titles = [one for one in lines if not (_NO_TITLE.fullmatch(one) or _LETTERHEAD.fullmatch(one) or _is_day(one))]
    release = next((at for at, one in enumerate(lines) if _RELEASE.match(one)), None)
    below = [one for one in lines[(release or 0) + 1 :] if one in titles and _is_headline(one)]
    first = next(iter((*(below if release is not None else ()), *titles, *lines)), "")
    return first if 0 < len(first) <= _LONGEST_TITLE else file


def _is_headline(line: str) -> bool:
    """Whether a line below the head of a release can be its headline, and is not whom to call."""
    return len(line.split()) >= _FEWEST_WORDS and len(line) <= _LONGEST_TITLE and not _REACHED.search(line)


def _is_day(line: str) -> bool:
    return day_in(line) is not None and len(line) <= _LONGEST_DAY
