"""What an entry must be before it is kept: a known school and award, a year, days, text without what cannot be seen."""

from datetime import date

from sqlalchemy import Connection

from etl.load.one_file import award_names
from etl.load.versioned import live
from etl.report import NotPossible
from etl.schema import tables
from etl.transform.clean_columns import unknown_award
from etl.transform.clean_text import MAX_CHARACTERS, free_text, one_line

FIRST_YEAR, LAST_YEAR = 1950, 2100
LONGEST_LINE = 500


def known_school(connection: Connection, school_id: str) -> str:
    """The key of the school. Raises NotPossible for one that is not known."""
    if not live(connection, tables()["school"], school_id=school_id):
        raise NotPossible(f"there is no school {school_id!r}; `awards schools TEXT` finds its key")
    return school_id


def known_award(connection: Connection, award: str, year: int) -> str:
    """The code of the award that a code or a printed name means. Raises NotPossible for one that is not known."""
    names = award_names(connection)
    if (code := names.code(award, year)) is None:
        raise NotPossible(f"award {award!r} {unknown_award(award, names)}")
    return code


def line(text: str | None, what: str) -> str | None:
    """A text on one line; None where it is empty. Raises NotPossible for one that is too long."""
    plain = one_line(text or "")
    if len(plain) > LONGEST_LINE:
        raise NotPossible(f"{what} has {len(plain):,} characters, more than {LONGEST_LINE}; shorten it")
    return plain or None


def long_text(text: str | None, what: str) -> str | None:
    """A text with its lines; None where it is empty. Raises NotPossible for one that is too long."""
    plain = free_text(text or "")
    if len(plain) > MAX_CHARACTERS:
        raise NotPossible(f"{what} has {len(plain):,} characters, more than {MAX_CHARACTERS:,}; shorten it")
    return plain or None


def some_day(day: date | None, what: str) -> date | None:
    """The day. Raises NotPossible for one so far away that it is a slip."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotPossible(f"{what} {day.isoformat()} is outside the years {FIRST_YEAR}–{LAST_YEAR}; put the right day")
    return day
