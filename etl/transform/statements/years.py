"""Years in a sentence that can be award years: not those of foundings, classes, issues, plans or days."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from etl.transform.statements.sought import Cue, sought
from etl.transform.statements.values import Hints

REMEMBERED = 2_000
"""Sentences of which is kept what was found in them."""
MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBERS = {name: n for n, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}  # fmt: skip
_DAY = re.compile(rf"\b(?P<month>{MONTHS})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>20\d\d)\b", re.I)
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{MONTHS})\.?,?\s+(?P<year>20\d\d)\b", re.I)
_NUMERIC = re.compile(
    r"(?<![\d/-])(?:(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>20\d\d)|"
    r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d))(?![\d/-])"
)
_MONTH_ALONE = re.compile(rf"\W*(?P<month>{MONTHS})\.?,?\s+(?P<year>20\d\d)\W*", re.I)
"""A line, or a part of a headline set off by a bar, that holds a month and its year, and nothing else."""
_MONTH_IN = re.compile(
    rf"\b(?P<month>{MONTHS})\.?,?\s+(?P<year>20\d\d)\b(?!\s+(?:print\w*\s+)?(?:issue|edition|number|magazine|publication)\b)"
    r"|\b(?P<m>0?[1-9]|1[0-2])/(?P<y>20\d\d)\b",
    re.IGNORECASE,
)
"""A month and its year, as the head of a document has them beside other words: "Report to the board, May 2024"."""
_SEASONS = {"winter": 1, "spring": 4, "summer": 6, "fall": 10, "autumn": 10}
_SEASON = re.compile(
    rf"\b(?P<season>{'|'.join(_SEASONS)}),?\s+(?:of\s+|semester\s+|term\s+|quarter\s+)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s[|»•·>]\s")
_ISSUE = re.compile(
    rf"\b(?:(?:{MONTHS})\.?(?:\s?(?:/|and|&|[-–])\s?(?:{MONTHS}))?|fall|autumn|winter|"
    rf"spring),?\s+(?P<year>20[0-4]\d)\s+"
    r"(?:print(?:ed)?\s+|special\s+|annual\s+|awards?\s+|HEED\s+|health\s+professions?\s+)*(?:issue|edition|number|magazine|publication)\b"
    rf"|\b(?:issue|edition|magazine|publication|insight into (?:diversity|academia)(?: magazine)?)\s+(?:of|for|in)\s+"
    rf"(?:{MONTHS})(?:\s?/\s?(?:{MONTHS}))?,?\s+(?P<later>20[0-4]\d)\b"
    rf"|\bissue,\s+(?:{MONTHS})(?:\s?/\s?(?:{MONTHS}))?,?\s+(?P<last>20[0-4]\d)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(20[0-4]\d)(?:\s*[-–—]\s*'?|\s(?:through|thru|to|until)\s+|,?\s+and each year through\s+)(20[0-4]\d|[0-4]\d)\b"
)
_YEAR = re.compile(
    r"(?<!\d)20[0-4]\d(?=(?:20[0-4]\d)*(?!\d))|(?<=20[0-4]\d)20[0-4]\d(?!\d)|(?<=20[0-4]\d)20[0-4]\d(?=20)"
)
"""A year; years run together where the marks between them were lost ("20132014") are years too."""
_EXCEPT = sought(
    "except|not|excluding|other than|missing|skipping|aside from",
    r"(?:\b(?:except(?:ing|ion of)?|but not|excluding|other than|missing(?: only)?|skipping|aside from)|,\s+not)"
    r"\s+(?:for\s+|in\s+)*20[0-4]\d"
    r"(?:,\s*20[0-4]\d|,?\s+(?:and|or)\s+20[0-4]\d)*",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?:\b(?:in|and|for|both)|,)\s+(?P<quoted>'(?P<year>[0-4]\d))\b(?!')")
"""A year as "'18"."""
_NOT_BEFORE = Cue(
    rf"(?:{MONTHS}\.?,?|{MONTHS}\.?\s\d{{1,2}},?|{MONTHS}/{MONTHS}|fall|spring|summer|winter|autumn|"
    rf"class(?:es)? of|since|until|by|academic year|fiscal year|"
    r"after|before|counting (?:from|since)|^\W*(?:beginning|starting) (?:in|with)|"
    rf"page|no\.|\d/|since (?:at least )?(?:late |early )?|\$)\s*$"
)
_OTHER_ACT = Cue(
    r"\b(?:launch|establish|found(?=ed|ing)|creat|open|(?<!streak )(?<!run )(?:beg[au]n|start)|adopt|introduc|"
    r"form(?=ed)|"
    r"join(?=ed the)|add(?=ed\s+(?!(?:\w+\s+){0,3}(?:awards?|hono|titles?|heed|wins?)))|hir(?=ed)|appoint|built|"
    r"implement|institut(?=ed)|develop|graduat|serv|move|enroll|took effect|complet|charter|"
    r"inaugurat(?=ed)|unveil|publish|"
    r"renam|merg|host|expand|plan|hold(?!s?\s+(?:(?:the|an?|its|our|their)\s+|(?:\w+\s+){0,2}(?:heed|awards?)\b.*)$)|grew|rose|total(?!\s+of\b)|arriv|"
    r"publicat|incept|first (?:given|presented|awarded|offered|handed|bestowed))\w*\b"
    r"(?:\s+[\w',-]+){0,6}?\s+(?:in|during|since|of|for)?\s*(?:early |late )?$"
)
WHEN_WON = re.compile(
    r",?\s+(?:when|the year)\s+[^,.;]{0,60}?\b(?:received|won|earned|got|(?:was|were) (?:\w+\s+)?(?:named|honou?red|"
    r"recogni[sz]ed|selected|chosen))\b",
    re.IGNORECASE,
)
"""How a year goes on that is one of winning: "since 2017, when it received its first award"."""
_NOT_AFTER = re.compile(
    r"\s*(?:[-–/]\s?\d{2,4}\b|'s?\s+class|\s(?:issue|edition|report|plan|strategic|class|graduates?|"
    r"census|academic|school year|fall|"
    r"budget|survey|election|catalog|calendar|november|october|december|september)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedYear:
    """A year with its place in the sentence."""

    year: int
    start: int
    end: int


def stated_years(text: str, hints: Hints, first: int = 2005) -> list[StatedYear]:
    """The years of a sentence that can be award years, spans ("from 2016 through 2019") with every year in them."""
    if "20" not in text and "'" not in text:
        return []
    found = [*_years_in(text), *(_in_fall(text) if hints.several else ())]
    return sorted((one for one in found if first <= one.year <= hints.latest), key=lambda one: (one.start, one.year))


_FALL_IN = re.compile(
    r"\b(?:in|during|for)\s+(?:the\s+)?(?P<season>(?:early\s+|late\s+)?(?:fall|autumn|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?)\.?,?\s+"
    r"(?:of\s+)?(?P<year>20[0-4]\d))\b(?!\s+(?:issue|edition|term|semester|enroll\w*|cohort|class|magazine)\b)",
    re.IGNORECASE,
)
"""A season of the awards with its year, as a draft tells it: "in fall 2022, we received it"."""


def _in_fall(text: str) -> Iterator[StatedYear]:
    for match in _FALL_IN.finditer(text):
        if _possible(text, match.start("season"), match.end()):
            yield StatedYear(int(match["year"]), match.start("season"), match.end())


@lru_cache(maxsize=REMEMBERED)
def _years_in(text: str) -> tuple[StatedYear, ...]:
    """All years of a sentence that can be award years; asked for again and again while a text is read."""
    spans = [match for match in _SPAN.finditer(text) if _is_award_span(text, match)]
    found = [
        StatedYear(year, match.start(), match.end())
        for match in spans
        for year in range(int(match[1]), _last(match) + 1)
    ]
    for match in _YEAR.finditer(text):
        inside = any(span.start() <= match.start() < span.end() for span in spans)
        if not inside and _possible(text, match.start(), match.end()):
            found.append(StatedYear(int(match[0]), match.start(), match.end()))
    for match in _SHORT.finditer(text):
        found.append(StatedYear(2000 + int(match["year"]), match.start("quoted"), match.end()))
    left_out = {int(year) for match in _EXCEPT.finditer(text) for year in _YEAR.findall(match[0])}
    found = [one for one in found if one.year not in left_out]
    return tuple(sorted(found, key=lambda year: (year.start, year.year)))


def _last(span: re.Match[str]) -> int:
    """The last year of a span, printed in full or as "2016-18"."""
    return int(span[2]) if len(span[2]) == 4 else int(span[1]) // 100 * 100 + int(span[2])


_IN_OFFICE = re.compile(
    r"\b(?:deanship|tenure|presidency|leadership|chancellorship|term|career|service)\W*$", re.IGNORECASE
)
"""What leads to the years that somebody was in office."""


def _is_award_span(text: str, match: re.Match[str]) -> bool:
    """Whether two years stand for a run of award years: a short span, and no plan or academic year."""
    length = _last(match) - int(match[1])
    led = re.search(
        r"(?:\bfrom|\bin|\bfor|\bbetween|\(|\bawards?|\byears?:?|,|\bwinners?|\band)\s*$", text[: match.start()], re.I
    )
    of_person = _IN_OFFICE.search(text, 0, match.start())
    short = len(match[2]) == 2 and not re.search(r"\b(?:from|between)\s*$", text[: match.start()], re.I)
    return (
        (1 if short else 0) < length <= 14
        and bool(led and not of_person)
        and not re.match(r"\)?\s*(?:strategic|plan|academic|school year|diversity)", text[match.end() :], re.I)
    )


def _possible(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 70) : start]
    if re.search(r"\bbetween\s+(?:20\d\d\s+and\s+)?$", before, re.I):
        return False
    academic = re.search(r"(?<!\d)20\d\d\s?[-–/]\s?$", before)
    listed = re.search(r"\bafter\s+$", before, re.I) and re.match(r",\s+20[0-4]\d", text[end:])
    if listed or (re.search(r"\bsince\s+$", before, re.I) and WHEN_WON.match(text, end)):
        return True
    return not (
        academic
        or _IN_OFFICE.search(before)
        or _NOT_BEFORE.search(before)
        or _OTHER_ACT.search(before)
        or _NOT_AFTER.match(text[end:])
    )


def first_date(texts: Iterable[str]) -> date | None:
    """The first full day that is written out in the texts, as "Oct. 17, 2017", "17 October 2017" or "10/17/2017"; else
    the middle of a month that is a text, or a part of one between bars.
    """
    kept = tuple(texts)
    parts = (part for text in kept for part in _BAR.split(text))
    alone = (match for part in parts if (match := _MONTH_ALONE.fullmatch(part)))
    months = (date(int(one["year"]), _NUMBERS[one["month"][:3].casefold()], 15) for one in alone)
    return next(_dates(kept), None) or next(months, None)


def first_month(texts: Iterable[str]) -> date | None:
    """The middle of the first month that the texts name with its year, as "May 2024" or "5/2024"."""
    found = (match for text in texts for match in _MONTH_IN.finditer(text))
    for one in found:
        return date(int(one["year"] or one["y"]), int(one["m"] or 0) or _NUMBERS[one["month"][:3].casefold()], 15)
    return None


def first_season(texts: Iterable[str]) -> date | None:
    """The middle of the first season that the texts name with its year, as "fall 2025"."""
    seasons = (match for text in texts for match in _SEASON.finditer(text))
    return next((date(int(one["year"]), _SEASONS[one["season"].casefold()], 15) for one in seasons), None)


def _dates(texts: Iterable[str]) -> Iterator[date]:
    for text in texts:
        for match in sorted((*_DAY.finditer(text), *_DAY_FIRST.finditer(text)), key=lambda found: found.start()):
            yield from _day(int(match["year"]), _NUMBERS[match["month"][:3].casefold()], int(match["day"]))
        for match in _NUMERIC.finditer(text):
            year, month, day = match["year"] or match["y"], match["month"] or match["m"], match["day"] or match["d"]
            yield from _day(int(year), int(month), int(day))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


def issue_year(texts: Iterable[str]) -> int | None:
    """The year of the magazine's issue that the texts name: "the November/December 2021 issue"; None for none."""
    found = (match for text in texts for match in _ISSUE.finditer(text))
    return next((int(match["year"] or match["later"] or match["last"]) for match in found), None)
