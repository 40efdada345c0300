"""The list of all pages on a narrow screen.

Streamlit's own list there breaks the structure of lists as soon as pages stand in sections, so that a screen reader
loses count, and its drawer stays open over the page that was asked for; the style sheet hides both, and this list on a
wide screen.
"""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.components.links import FIRST_PAGE, page_address


def narrow_menu(pages: Mapping[str, Sequence[st.Page]], here: st.Page) -> None:
    """Every page by section, folded under the word Menu; `here` is the one that is open."""
    parts = "".join(_section_html(section, some, here) for section, some in pages.items())
    st.html(
        f'<details class="aw aw-menu"><summary>Menu</summary>'
        f'<nav class="aw-pages" aria-label="All pages">{parts}</nav></details>'
    )


def _section_html(section: str, pages: Sequence[st.Page], here: st.Page) -> str:
    head = f'<p class="aw-label">{escape(section)}</p>' if section else ""
    items = "".join(_item_html(page, page.url_path == here.url_path) for page in pages)
    return f"{head}<ul>{items}</ul>"


def _item_html(page: st.Page, is_here: bool) -> str:
    current = ' aria-current="page"' if is_here else ""
    address = page_address(page.url_path or FIRST_PAGE)
    return f'<li><a href="{escape(address)}"{current}>{escape(page.title)}</a></li>'
