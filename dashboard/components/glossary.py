"""Words and what they mean, as HTML; the links by which other pages lead to a word."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from dashboard.components.links import link, page_address
from dashboard.components.record_table import status_html
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.domain.glossary import TERMS, Term
from dashboard.domain.page_purposes import PageWords

ASKED: Final = "term"
"""Under this name a word stands in the address of the glossary."""
_TERMS: Final = (Column("Word", tight=True), Column("Means"))
_PAGES: Final = (Column("Page", tight=True), Column("What it is for"))
_STATES: Final = (Column("State", tight=True), Column("Means"))


def term_link(key: str, text: str = "") -> str:
    """A link to a term of the glossary, as HTML, by its word or `text`. Raises KeyError for a word that is no term."""
    known = TERMS[key]
    address = escape(page_address("glossary", term=key))
    return f'<a class="aw-term" href="{address}" title="{escape(known.meaning)}">{escape(text or known.word)}</a>'


def terms_line(*keys: str) -> str:
    """A line of links to the words that a page uses, as HTML."""
    return f'<p class="aw-words-used">Words used here: {", ".join(term_link(key) for key in keys)}</p>'


def asked_html(found: Term) -> str:
    """The one word that was asked for."""
    example = f'<p class="aw-quiet">{escape(found.example)}</p>' if found.example else ""
    return (
        f'<div class="aw aw-panel"><p><strong>{escape(found.word)}</strong>: {escape(found.meaning)}</p>{example}</div>'
    )


def terms_html(caption: str, terms: Iterable[Term]) -> str:
    """Terms as a table; each can be asked for by its own address."""
    return table_html(caption, _TERMS, [_row(one) for one in terms], fold=True)


def states_html(caption: str, states: Mapping[str, Term]) -> str:
    """The states of a year as a table, with their marks."""
    rows = [(Html(status_html(status)), _meaning(one)) for status, one in states.items()]
    return table_html(caption, _STATES, rows, fold=True)


def pages_html(caption: str, pages: Iterable[PageWords]) -> str:
    """What each page is for; its name leads there."""
    rows = [(Html(link(page_address(one.address), one.title)), one.purpose) for one in pages]
    return table_html(caption, _PAGES, rows, fold=True)


def _row(one: Term) -> tuple[Cell, ...]:
    return Html(f'<a href="{escape(page_address("glossary", term=one.key))}">{escape(one.word)}</a>'), _meaning(one)


def _meaning(one: Term) -> Cell:
    example = f'<br><span class="aw-quiet">{escape(one.example)}</span>' if one.example else ""
    return Html(escape(one.meaning) + example)
