"""Verdicts on statements as HTML: mark and word, reason, what is missing, what is behind it."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from dashboard.components.links import link, school_address, web_link
from dashboard.components.marked_text import Mark
from dashboard.domain.factcheck import Finding, Judgement
from dashboard.domain.wording import years_text
from dashboard.drafts import MARKS
from dashboard.queries.sources import SourceInfo

KINDS: Final = {
    "win": "a win",
    "not_won": "a year without the award",
    "consecutive": "years in a row",
    "total": "a number of wins",
    "first_time": "a first time",
    "every_year_since": "every year since",
    "only": "the only or first one",
    "recipients": "a number of recipients",
}


def verdict_html(verdict: str) -> str:
    """A verdict as mark and word."""
    return (
        f'<span class="aw-verdict aw-v-{escape(verdict)}"><span aria-hidden="true">{MARKS[verdict]}</span> '
        f"{escape(verdict)}</span>"
    )


def judgement_html(judged: Judgement) -> str:
    """A verdict with its reason, as a cell of a table."""
    return f'{verdict_html(judged.verdict)}<br><span class="aw-quiet">{escape(judged.reason)}</span>'


def marks_of(found: Iterable[Finding]) -> list[Mark]:
    """The places of statements in a draft, each marked with its number, mark and word."""
    return [
        Mark(one.start, one.end, f"{number} {MARKS[one.verdict]} {one.verdict}", f"aw-v-{one.verdict}")
        for number, one in enumerate(found, 1)
    ]


def findings_html(found: Iterable[Finding], names: Mapping[str, str], sources: Mapping[str, SourceInfo]) -> str:
    """Every statement with all that stands behind its verdict; `names` and `sources` are asked by key."""
    return "".join(_finding_html(number, one, names, sources) for number, one in enumerate(found, 1))


def _finding_html(number: int, one: Finding, names: Mapping[str, str], sources: Mapping[str, SourceInfo]) -> str:
    rows = [
        ("Why", escape(one.reason)),
        ("About", _about(one, names)),
        ("Missing to decide", escape(years_text(one.missing)) if one.missing else ""),
        ("Years behind it", ", ".join(_year(one, year) for year in one.years)),
        ("Sources", "; ".join(_source(sources[key]) for key in one.sources if key in sources)),
        ("The records support", f"“{escape(one.supported_wording)}”" if one.supported_wording else ""),
    ]
    items = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows if value)
    return (
        f'<div class="aw aw-finding"><h3>{number}. “{escape(" ".join(one.text.split()))}”</h3>'
        f"<p>{verdict_html(one.verdict)}</p><dl>{items}</dl></div>"
    )


def _about(one: Finding, names: Mapping[str, str]) -> str:
    school = ""
    if one.school_id:
        school = link(school_address(one.school_id, one.family or "HEED"), names.get(one.school_id, one.school_id))
    parts = [KINDS[one.kind], school, escape(one.family or ""), f"as of {one.as_of}" if one.as_of else ""]
    return ", ".join(part for part in parts if part)


def _year(one: Finding, year: int) -> str:
    return link(school_address(one.school_id, one.family or "HEED", year), str(year)) if one.school_id else str(year)


def _source(source: SourceInfo) -> str:
    return web_link(source.url, source.title)
