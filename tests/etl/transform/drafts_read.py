"""How tests read a draft: what it counts, tells as won or denies, by year and school. All names are invented."""

from etl.transform.statements import Hints, Reading, read_statements
from tests.etl.transform.statements_seed import AWARDS, FIRST

HEAD = "Lakeside University\n\n"


def draft(text: str, *known: str) -> Reading:
    """The reading of a draft; `known` are short forms that are known to be schools'."""
    hints = Hints(
        None, FIRST, {"HP-HEED": "HEED"}, 2026, several=True, assume="HEED", knows=frozenset(known).__contains__
    )
    return read_statements(text, AWARDS, hints)


def counts(text: str) -> set[tuple[str, int, int | None]]:
    """Claim, number and award year of each count."""
    return {(one.claim, one.n, one.as_of_year) for one in draft(text).counted}


def years(text: str) -> set[int]:
    """The years told as won."""
    return {win.year for win in draft(text).wins}


def denied(text: str) -> set[int | None]:
    """The years of which a win is denied; None for all."""
    return {one.year for one in draft(text).denials}


def schools(text: str, *known: str) -> dict[int, str | None]:
    """By year of each win, and by award year of each count, the school that it is of."""
    reading = draft(text, *known)
    told = [(win.year, win.school) for win in reading.wins]
    told += [(one.as_of_year or 0, one.school) for one in reading.counted]
    return {year: school.name if school else None for year, school in told}
