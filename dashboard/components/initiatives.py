"""Citations of initiatives as tables, and which of them are looked for."""

from collections.abc import Iterable
from html import escape

from dashboard.components import filters
from dashboard.components.links import link, school_address, web_link
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.domain.initiatives import Citation

OWN, WITH_PEERS, ALL = "this school", "with its peers", "all schools"
"""Whose citations: as shown and as in the address."""
_COLUMNS = (Column("Initiative"), Column("Category"), Column("Cited for"), Column("Source"))
_LEDGER = (
    Column("Initiative"),
    Column("Cited for", tight=True),
    Column("School"),
    Column("Category"),
    Column("Source"),
)


def initiatives_html(found: Iterable[Citation]) -> str:
    """The initiatives of one school as a table, in their order."""
    return table_html("Initiatives, the latest award year first", _COLUMNS, map(_row, found), fold=True)


def ledger_html(caption: str, found: Iterable[Citation]) -> str:
    """Citations of many schools as a table: programme, award year, school, category, source."""
    return table_html(caption, _LEDGER, map(_ledger_row, found), fold=True)


def choose_ledger(everything: Iterable[Citation]) -> tuple[str, str, tuple[str, ...]]:
    """Whose citations, which words and which categories the address asks for, with the controls to change them."""
    whose = filters.one("Whose", "of", [OWN, WITH_PEERS, ALL])
    text = filters.text("Search", "q")
    known = sorted({one.category for one in everything if one.category})
    return whose, text, filters.some("Category", "category", known)


def _year(one: Citation) -> str:
    return str(one.year) if one.year else "year not said"


def _row(one: Citation) -> tuple[Cell, ...]:
    return one.initiative, one.category, _year(one), Html(web_link(one.url, one.source))


def _ledger_row(one: Citation) -> tuple[Cell, ...]:
    note = f'<br><span class="aw-quiet">{escape(one.note)}</span>' if one.note else ""
    school = Html(link(school_address(one.school_id), one.school))
    return Html(escape(one.initiative) + note), _year(one), school, one.category, Html(web_link(one.url, one.source))
