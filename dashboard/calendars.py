"""Deadlines as a calendar: the same bytes for the page's button, the address to subscribe to, and the command."""

from typing import Final

from sqlalchemy import Connection

from dashboard.domain.ics import calendar_bytes
from dashboard.queries.deadlines import due
from dashboard.queries.schools import school
from dashboard.queries.versions import version_info

MIME: Final = "text/calendar; charset=utf-8"
CALENDAR: Final = "/calendar.ics"
LONGEST_KEY: Final = 200


class NothingToTell(Exception):
    """There is no such school, or no data; the text says which."""


def calendar(connection: Connection, school_id: str) -> bytes:
    """The deadlines of a school as an iCalendar file, of the newest data. Raises NothingToTell."""
    version, about = version_info(connection), school(connection, school_id)
    if version is None or about is None:
        raise NothingToTell(f"there is no school {school_id[:LONGEST_KEY]!r}")
    found = due(connection, school_id, version.made_at.date())
    return calendar_bytes(f"Award deadlines: {about.short_name}", found, version.made_at)
