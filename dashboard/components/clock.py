"""The day and the time where the reader is, as the browser tells it; without a browser, where the server is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from dashboard.domain.applications import office_today


def today() -> date:
    """The day it is at the reader's office: days until a deadline are counted from it."""
    return office_today(datetime.now().astimezone(), st.context.timezone)


def moment(at: datetime) -> str:
    """A moment in the reader's time: "2026-11-23 14:02"; in UTC, and saying so, where it is not known."""
    try:
        return f"{at.astimezone(ZoneInfo(st.context.timezone or '')):%Y-%m-%d %H:%M}"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"{at:%Y-%m-%d %H:%M} UTC"


def day_words(day: date) -> str:
    """A day for reading: "3 January 2027"."""
    return f"{day.day} {day:%B %Y}"
