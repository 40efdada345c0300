"""Accessibility: what was tested and how, what is open, and how to report a barrier."""

from html import escape
from importlib.metadata import version

from dashboard.components import frame
from dashboard.components.contact import contact_html
from dashboard.components.table import Column, table_html
from dashboard.domain.accessibility import LEFT_OPEN, NOT_TESTED, STANDARD, TESTED
from dashboard.domain.page_purposes import PURPOSES


def bullets(lines: tuple[str, ...]) -> str:
    """Lines as a list."""
    return f'<div class="aw"><ul class="aw-plain">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul></div>'


frame.answer(
    "Accessibility",
    f"Made to meet {STANDARD}; tested by program, not yet by people",
    PURPOSES["accessibility"],
)
frame.section(
    "What is tested",
    f"These tests run in Chromium before each release; this is version {version('dei-award-tracker')}.",
)
frame.show(table_html("Tests and what they find", (Column("Tested"), Column("Found")), TESTED, fold=True))
frame.section("What is not tested")
frame.show(bullets(NOT_TESTED))
frame.section("What is known to be open", "The library that draws these pages, Streamlit, leaves these to itself.")
frame.show(bullets(LEFT_OPEN))
frame.section("Report a barrier")
frame.show(contact_html())
