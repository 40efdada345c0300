"""Choices that stand in the address: a link to a page shows what its sender saw.

A choice that is the default is left out of the address; a value that is no choice falls back to the default.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Final, TypeVar

import streamlit as st

BIND: Final = "query-params"
LONGEST_TEXT: Final = 80
YEAR: Final = "year"
FILTER_PIXELS: Final = 152
"""Least width of a control: two stand side by side on a telephone."""
Row = TypeVar("Row")


def one(
    label: str, key: str, options: Sequence[str], hint: str | None = None, labels: Mapping[str, str] | None = None
) -> str:
    """One of `options`, shown by `labels` where given; the first is the default."""
    shown = labels or {option: option for option in options}
    return st.selectbox(label, options, key=key, bind=BIND, help=hint, format_func=shown.__getitem__)


def some(label: str, key: str, options: Sequence[str]) -> tuple[str, ...]:
    """Any of `options`; none means that it does not matter."""
    return tuple(st.multiselect(label, options, key=key, bind=BIND, placeholder="all"))


def text(label: str, key: str) -> str:
    """A piece of text, without blanks around it."""
    return str(st.text_input(label, key=key, bind=BIND, max_chars=LONGEST_TEXT)).strip()


def at_least(label: str, key: str, most: int) -> int:
    """A whole number from 0 to `most`; 0 is the default."""
    return int(st.number_input(label, 0, max(most, 1), 0, key=key, bind=BIND))


def page_of(rows: int, size: int, key: str = "page") -> int:
    """The page that is shown, counted from 1; the control appears when there is more than one page."""
    pages = ceil(rows / size)
    return int(st.pagination(pages, key=key, bind=BIND)) if pages > 1 else 1


def part_of(rows: int, page: int, size: int) -> tuple[int, int, str]:
    """Of so many rows those of one page, counted from 1: the first, the one after the last, and "26–50 of 183"."""
    start = (page - 1) * size
    end = min(start + size, rows)
    return start, end, f"{start + 1:,}–{end:,} of {rows:,}" if rows > size else f"{rows:,}"


def paged(rows: list[Row], page: int, size: int) -> tuple[list[Row], str]:
    """The rows of one page, counted from 1, and which these are: "26–50 of 183"."""
    start, end, told = part_of(len(rows), page, size)
    return rows[start:end], told


def years_in_address() -> frozenset[int]:
    """The years that the address asks to see opened."""
    return frozenset(int(year) for year in st.query_params.get_all(YEAR) if re.fullmatch(r"[12]\d{3}", year))


def show_years_in_address(years: Iterable[int]) -> None:
    """Put the opened years in the address; none: nothing stands there."""
    opened = [str(year) for year in sorted(years)]
    if opened:
        st.query_params[YEAR] = opened
    else:
        st.query_params.pop(YEAR, None)
