"""What frames every page: style, answer, sections, empty states, the line at the foot."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from dashboard import cached
from dashboard.components.glossary import terms_line
from dashboard.components.links import link
from dashboard.components.year_strip import CONFLICT_MARK
from dashboard.domain.statuses import TIER_MARK, WORDS
from dashboard.palette import css_variables
from dashboard.queries.versions import VersionInfo, version_info


@cache
def style_html() -> str:
    """The style sheet of all pages with the colours of both themes and the marks of states; without its comments."""
    sheet = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
    short = re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    return f"<style>.stApp {{ {css_variables()} }}\n{_marks_css()}{short}</style>"


def _marks_css() -> str:
    """The mark of each state, for the tiles that the style sheet draws."""
    marks = "".join(f'.aw-{status} {{ --aw-mark: "{words.mark}"; }}\n' for status, words in WORDS.items())
    return f'{marks}.aw-tier {{ --aw-star: "{TIER_MARK}"; }}\n.aw-odd {{ --aw-clash: "{CONFLICT_MARK}"; }}\n'


def show(html: str) -> None:
    """Put HTML on the page. Every value in it must be escaped; scripts are taken out by Streamlit."""
    st.html(html)


def answer(label: str, sentence: str, then: str = "", *, terms: Sequence[str] = (), purpose: str = "") -> None:
    """The page's first lines, as `answer_html` writes them."""
    show(answer_html(label, sentence, then, terms=terms, purpose=purpose))


def answer_html(
    label: str,
    sentence: str,
    then: str = "",
    pill: str = "",
    state: str = "",
    terms: Sequence[str] = (),
    purpose: str = "",
) -> str:
    """What a page is about, the answer as its heading, what that means, the words it uses.

    `terms` are keys of the glossary; `purpose` tells what the page is for where `then` does not.
    """
    mark = f'<p class="aw-state aw-state-{escape(state)}">{escape(pill)}</p>' if pill else ""
    more = f'<p class="aw-then">{escape(then)}</p>' if then else ""
    about = f'<p class="aw-words-used">{escape(purpose)}</p>' if purpose else ""
    return (
        f'<header class="aw aw-answer"><p class="aw-label">{escape(label)}</p>'
        f"<h1>{escape(sentence)}</h1>{mark}{more}{about}{terms_line(*terms) if terms else ''}</header>"
    )


def section(title: str, then: str = "", terms: Sequence[str] = ()) -> None:
    """The heading of a part of the page, what it says in a line, and the words it uses (keys of the glossary)."""
    more = f'<p class="aw-then">{escape(then)}</p>' if then else ""
    words = terms_line(*terms) if terms else ""
    show(f'<div class="aw aw-section"><h2>{escape(title)}</h2>{more}{words}</div>')


def note(text: str) -> None:
    """A line of small print."""
    show(f'<div class="aw"><p class="aw-label">{escape(text)}</p></div>')


def empty(label: str, sentence: str, ways_out: list[str]) -> None:
    """A page without content: what is missing, and what to do about it (HTML, every value escaped)."""
    items = "".join(f"<li>{way}</li>" for way in ways_out)
    show(
        f'<div class="aw aw-empty"><p class="aw-label">{escape(label)}</p><h1>{escape(sentence)}</h1>'
        f"<ul>{items}</ul></div>"
    )


def empty_database() -> None:
    """The page of a database in which nothing was loaded yet."""
    empty(
        "Nothing to show yet",
        "The database is empty",
        [
            "Load the records that come with the program: <code>awards load data</code>",
            'Load a list of your own: drop it on the page <a href="load">Load files</a>, or '
            "<code>awards load winners.csv</code> (CSV, TSV or XLSX)",
            "Is this the wrong database? <code>AWARDS_DATABASE_URL</code> names the one that is used.",
            "Then reload this page.",
        ],
    )


def no_match(page: str, what: str) -> None:
    """What stands in for a table when the filter lets nothing through."""
    show(
        f'<div class="aw aw-empty"><h2>No {escape(what)} fits this filter</h2><ul>'
        f'<li><a href="{escape(page)}">Take all filters off</a></li>'
        "<li>Or take them off one by one: each that is set narrows the others.</li></ul></div>"
    )


def foot() -> None:
    """The last line of every page: which data this is."""
    version = cached.ask(version_info) if cached.data_version() else None  # there need not be a database yet
    ways = (("glossary", "What do these words mean?"), ("rules", "How it counts"), ("accessibility", "Accessibility"))
    links = "".join(f"<li>{link(page, text)}</li>" for page, text in ways)
    show(
        f'<footer class="aw aw-foot"><p>{_version_told(version)} '
        f"Not known is not a no: only wins are public.</p><ul>{links}</ul></footer>"
    )


def _version_told(version: VersionInfo | None) -> str:
    if version is None:
        return "Nothing is loaded yet."
    day = f"{version.made_at.day} {version.made_at:%B %Y}"
    return f"Data version {version.version} of {day} ({escape(version.note)})."
