"""Addresses of our own pages and of sources, safe to stand in HTML."""

from html import escape
from typing import Final
from urllib.parse import urlencode, urlsplit

WEB: Final = frozenset({"http", "https"})
MAIN_FAMILY: Final = "HEED"
"""The family pages open with; it is left out of addresses."""
FIRST_PAGE: Final = "overview"
"""The page that lies at the root: Streamlit knows it by no name of its own."""


def page_address(page: str, **choices: str | int | None) -> str:
    """The address of one of our pages with these choices, relative to any other page; empty choices are left out."""
    given = {name: str(value) for name, value in choices.items() if value not in (None, "")}
    place = "./" if page == FIRST_PAGE else page
    return f"{place}?{urlencode(given)}" if given else place


def school_address(school_id: str, family: str = MAIN_FAMILY, year: int | None = None) -> str:
    """The address of a school's page, with one year opened where one is given."""
    return page_address("school", school=school_id, family="" if family == MAIN_FAMILY else family, year=year)


def link(address: str, text: str) -> str:
    """A link to one of our own pages, as HTML."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def web_link(url: str | None, text: str) -> str:
    """A link to a page of the web, as HTML; the text alone where the address is neither http nor https."""
    return link(url, text) if url and is_web(url) else escape(text)


def is_web(url: str) -> bool:
    """Whether `url` is an address of the web with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in WEB and bool(parts.hostname)
