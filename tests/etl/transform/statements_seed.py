"""Awards, years, a lead and what is asked of a text, for tests of the grammar. All is invented."""

from collections.abc import Callable
from datetime import date

from etl.transform.awards import AwardName, AwardNames
from etl.transform.statements import Hints, Reading, read_statements

AWARDS = AwardNames(
    AwardName(code, name)
    for code, name in (
        ("HEED", "Higher Education Excellence in Diversity (HEED) Award"),
        ("HP-HEED", "Health Professions HEED"),
        ("DIVERSITY-CHAMPION", "Diversity Champion"),
        ("STEM-PROGRAM", "Inspiring Programs in STEM Award"),
    )
)
FIRST = {"HEED": 2012, "HP-HEED": 2016, "DIVERSITY-CHAMPION": 2016, "STEM-PROGRAM": 2017}
LAKESIDE = "Lakeside University"
LEAD = "Lakeside University has received the 2022 HEED Award of INSIGHT Into Diversity. "
OWN = (LAKESIDE, "HEED", 2022, "announced")
"""The win of the lead."""
DAY = date(2022, 10, 4)


def read(text: str, day: date | None = DAY, *, knows: Callable[[str], bool] = frozenset[str]().__contains__) -> Reading:
    """What the grammar reads in a text on a page of that day; `knows` tells the short forms that are schools'."""
    return read_statements(text, AWARDS, Hints(day, FIRST, {"HP-HEED": "HEED"}, 2026, knows=knows))


Won = tuple[str | None, str, int, str]
"""School, award, award year and basis."""


def won(text: str, day: date | None = DAY) -> set[Won]:
    """School, award, year and basis of each win in the text."""
    return {
        (win.school.name.removeprefix("The ") if win.school else None, win.award, win.year, win.basis)
        for win in read(text, day).wins
    }


def counted(text: str, day: date | None = DAY) -> set[tuple[str, int, int | None]]:
    """Claim, number and award year of each count in the text."""
    return {(one.claim, one.n, one.as_of_year) for one in read(text, day).counted}


def numbers(text: str) -> set[int]:
    """Each number of all recipients."""
    return {one.recipients for one in read(text).recipients if one.among is None}
