"""Whom a reader can turn to: the office's own contact, as it is set."""

import os
import re
from html import escape
from typing import Final

from dashboard.components.links import is_web, link

CONTACT_VARIABLE: Final = "AWARDS_CONTACT"
"""An e-mail address, the address of a page, or a line of text."""
_MAIL: Final = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+")
LONGEST: Final = 300


def contact_html() -> str:
    """Where to report a barrier; without a setting, in words whom to ask."""
    contact = os.environ.get(CONTACT_VARIABLE, "").strip()[:LONGEST]
    what = (
        "Say which page (its address holds all you chose), what you wanted to do, and what you use to read the screen."
    )
    if not contact:
        who = "Tell the office that gave you the address of these pages, or your university's accessibility office."
        return f'<div class="aw"><p>{who} {what}</p></div>'
    return f'<div class="aw"><p>Write to {_linked(contact)}. {what}</p></div>'


def _linked(contact: str) -> str:
    if _MAIL.fullmatch(contact):
        return link(f"mailto:{contact}", contact)
    return link(contact, contact) if is_web(contact) else escape(contact)
