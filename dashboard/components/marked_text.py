"""A document's text with places marked in it. The text is shown as text, never as the document's HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

WHOLE: Final = 20_000
"""Characters up to which a text is shown whole; of a longer one what stands around its marks."""
AROUND: Final = 400
"""Characters on either side of a mark that are shown of a long text."""


@dataclass(frozen=True)
class Mark:
    """A place in a text, and what is said of it there."""

    start: int
    end: int
    label: str
    style: str = ""


def marked_html(title: str, text: str, marks: Iterable[Mark]) -> str:
    """The text under its title with its marks; one that begins inside an earlier mark is left out."""
    apart = list(_apart(sorted(marks, key=lambda mark: (mark.start, -mark.end))))
    shown = _spans(len(text), apart)
    body = '<span class="aw-quiet"> […] </span>'.join(_span_html(text, apart, *span) for span in shown)
    return (
        f'<div class="aw aw-text" role="region" tabindex="0" aria-label="{escape(title)}">'
        f'<p class="aw-label">{escape(title)}</p><div class="aw-words">{body}</div></div>'
    )


def _apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    end = 0
    for mark in marks:
        if mark.start >= end and mark.end > mark.start:
            yield mark
            end = mark.end


def _spans(length: int, marks: list[Mark]) -> list[tuple[int, int]]:
    """The parts of the text that are shown."""
    if length <= WHOLE:
        return [(0, length)]
    spans: list[tuple[int, int]] = []
    for mark in marks:
        start, end = max(mark.start - AROUND, 0), min(mark.end + AROUND, length)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans or [(0, AROUND)]


def _span_html(text: str, marks: list[Mark], start: int, end: int) -> str:
    parts, at = [], start
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            parts += [escape(text[at : mark.start]), _mark_html(text, mark)]
            at = mark.end
    return "".join([*parts, escape(text[at:end])])


def _mark_html(text: str, mark: Mark) -> str:
    style = f" {escape(mark.style)}" if mark.style else ""
    words = escape(text[mark.start : mark.end])
    return f'<mark class="aw-found{style}">{words} <b>{escape(mark.label)}</b></mark>'
