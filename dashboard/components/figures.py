"""Large figures: a number, what it counts, and the note without which it misleads."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

YEARS: Final = re.compile(r"\d{4}–\d{4}")
"""A span of years, which stands on one line."""


@dataclass(frozen=True)
class Figure:
    """One large figure."""

    label: str
    number: str
    note: str = ""


def figures_html(figures: Iterable[Figure]) -> str:
    """The figures side by side; on a narrow screen they wrap."""
    return f'<div class="aw"><dl class="aw-figures">{"".join(map(_figure_html, figures))}</dl></div>'


def _figure_html(figure: Figure) -> str:
    told = YEARS.sub(r'<span class="aw-years">\g<0></span>', escape(figure.note))
    note = f'<span class="aw-note">{told}</span>' if told else ""
    number = f'<span class="aw-n">{escape(figure.number)}</span>'
    return f"<div><dt>{escape(figure.label)}</dt><dd>{number} {note}</dd></div>"
