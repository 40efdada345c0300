"""Awards, years and a lead for tests of the grammar. All is invented."""

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
LEAD = "Lakeside University has received the 2022 HEED Award of INSIGHT Into Diversity. "
DAY = date(2022, 10, 4)


def read(text: str, day: date | None = DAY) -> Reading:
    """What the grammar reads in a text on a page of that day."""
    return read_statements(text, AWARDS, Hints(day, FIRST, {"HP-HEED": "HEED"}, 2026, knows=frozenset().__contains__))
