"""Years and numbers in running text."""

from collections.abc import Iterable


def counted(n: int, noun: str) -> str:
    """`n` with its noun in the right number: "1 win", "3 wins"."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def listed(words: Iterable[str]) -> str:
    """Words as a list in running text: "a", "a and b", "a, b and c"; empty for none."""
    *front, last = [*words] or [""]
    return f"{', '.join(front)} and {last}" if front else last


def years_text(years: Iterable[int]) -> str:
    """Years as a list in running text, three and more in a row as a span: "2016, 2018 and 2020–2023"."""
    spans: list[list[int]] = []
    for year in sorted(set(years)):
        if spans and spans[-1][-1] == year - 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return listed(part for span in spans for part in _span_parts(span))


def span_text(first: int, last: int) -> str:
    """A span of years: "2022–2023", or the year alone."""
    return str(first) if first == last else f"{first}–{last}"


def _span_parts(span: list[int]) -> list[str]:
    return [str(year) for year in span] if len(span) < 3 else [f"{span[0]}–{span[-1]}"]
