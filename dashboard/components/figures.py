"""Large figures: a number, what it counts, and the note without which it misleads."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


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
    note = f'<span class="aw-note">{escape(figure.note)}</span>' if figure.note else ""
    number = f'<span class="aw-n">{escape(figure.number)}</span>'
    return f"<div><dt>{escape(figure.label)}</dt><dd>{number} {note}</dd></div>"
