"""Addresses of web pages and states of the United States, from text."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from etl.transform.clean_text import Unfit, one_line

MAX_URL_CHARACTERS = 2000
PLAIN = re.compile(r"https?://(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?:/[!-~]{0,1500})?", re.ASCII)
"""Addresses that stay as they are, in the usual form; there are others."""
HOST = re.compile(r"(?!-)[^\s/@:.]+(\.[^\s/@:.]+)+\.?")

STATES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
    "connecticut": "CT", "delaware": "DE", "district of columbia": "DC", "florida": "FL", "georgia": "GA",
    "hawaii": "HI", "idaho": "ID", "illinois": "IL", "indiana": "IN", "iowa": "IA", "kansas": "KS",
    "kentucky": "KY", "louisiana": "LA", "maine": "ME", "maryland": "MD", "massachusetts": "MA", "michigan": "MI",
    "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE", "nevada": "NV",
    "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY", "north carolina": "NC",
    "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA",
    "rhode island": "RI", "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX",
    "utah": "UT", "vermont": "VT", "virginia": "VA", "washington": "WA", "west virginia": "WV", "wisconsin": "WI",
    "wyoming": "WY", "puerto rico": "PR", "guam": "GU", "virgin islands": "VI", "u s virgin islands": "VI",
    "us virgin islands": "VI", "american samoa": "AS", "northern mariana islands": "MP",
    "federated states of micronesia": "FM", "micronesia": "FM", "marshall islands": "MH", "palau": "PW",
    "washington dc": "DC", "washington d c": "DC", "d c": "DC",
}  # fmt: skip
"""By name in lower case without punctuation: the two letters of the United States Postal Service, with the district,
the territories and the freely associated states, in all of which there are institutions with a UNITID."""
CODES = frozenset(STATES.values())


def state(text: str) -> str:
    """The two letters of a state, from these or its name, also after a town ('Kansas City, MO'). Raises Unfit."""
    whole = one_line(text)
    for part in (whole, whole.rpartition(",")[2]):
        if (found := _state(part)) is not None:
            return found
    raise Unfit("is no state of the United States; put its two letters, such as MO, or its name")


def _state(text: str) -> str | None:
    words = " ".join(re.findall(r"[^\W_]+", text.casefold()))
    letters = words.replace(" ", "").upper()
    return STATES.get(words) or (letters if letters in CODES else None)


def url(text: str) -> str:
    """The address of a web page, http or https; 'www.…' gets the https that it lacks. Raises Unfit."""
    plain = one_line(text)
    if plain.casefold().startswith("www."):
        plain = "https://" + plain
    if len(plain) > MAX_URL_CHARACTERS:
        raise Unfit(f"has {len(plain):,} characters, more than the {MAX_URL_CHARACTERS:,} of an address; shorten it")
    scheme, colon, rest = plain.partition(":")
    if not colon or not rest.startswith("//") or scheme.casefold() not in ("http", "https"):
        raise Unfit("is no address of a web page; it begins with https:// or http://")
    # The host ends with the first slash after it at the latest; of a site with many pages it is looked at once.
    if " " in plain or not _has_host("/".join(plain.split("/", 3)[:3])):
        raise Unfit("is not one whole address of a web page; copy it from the browser, one in a cell")
    return f"{scheme.casefold()}:{rest}"


@lru_cache(maxsize=10_000)
def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return port_is_right and parts.username is None and HOST.fullmatch(parts.hostname or "") is not None
