"""Deadlines as an iCalendar feed (RFC 5545) that calendars subscribe to."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from icalendar import Calendar, Event

from dashboard.domain.applications import Deadline

PRODUCT: Final = "-//DEI award tracker//Deadlines//EN"
DOMAIN: Final = "deadlines.dei-award-tracker"
LOOK_AGAIN: Final = timedelta(hours=12)
"""How often a calendar that subscribes should look again."""


def calendar_bytes(name: str, found: Iterable[Deadline], stamp: datetime) -> bytes:
    """The steps that are not done and have a day, as all-day events, in order of their days.

    `stamp` is the moment of the data they are told of (with its time zone): the same data gives the same bytes. An
    event keeps its UID when its day, its owner or its name changes.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    ahead = [one for one in found if one.due_on is not None and one.state != "done"]
    for one in sorted(ahead, key=lambda one: (one.due_on, uid(one))):
        calendar.add_component(_event(one, stamp))
    return bytes(calendar.to_ical())


def uid(one: Deadline) -> str:
    """The name of a step's event for all time."""
    return f"{one.school_id}.{one.award}.{one.year}.{one.step}@{DOMAIN}"


def _event(one: Deadline, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", uid(one))
    event.add("dtstamp", stamp)
    if one.due_on:
        event.add("dtstart", one.due_on)
        event.add("dtend", one.due_on + timedelta(days=1))
    event.add("summary", f"{one.name}: {one.application}")
    event.add("description", _description(one))
    event.add("categories", [one.award])
    event.add("transp", "TRANSPARENT")
    return event


def _description(one: Deadline) -> str:
    closes = one.closes_on.isoformat() if one.closes_on else "not known"
    lines = [f"Owner: {one.task.owner or 'nobody yet'}", f"Deadline of the application: {closes}"]
    return "\n".join([*lines, *([one.task.note] if one.task.note else [])])
