"""Rows by number: what they say as 64-bit numbers, and sets of such numbers that stay small in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.transform.coded import Coded

Numbers = NDArray[np.int64]
STEP, FIRST, SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
"""The constants of splitmix64 (Steele, Lea and Flood 2014), whose last step spreads every bit over all bits."""


def number_of(*parts: Any) -> int:
    """A signed 64-bit number for the parts; equal parts give equal numbers on every machine."""
    return int.from_bytes(_digest(parts), "big", signed=True)


def _digest(parts: tuple[Any, ...]) -> bytes:
    return blake2b(repr(parts).encode(), digest_size=8).digest()


def numbers_of(columns: Sequence[Coded]) -> Numbers:
    """A number for each row, from those of its values: equal rows give equal numbers on every machine."""
    return _together(list(map(_each, columns)), len(columns[0]))


def _each(column: Coded) -> NDArray[np.uint64]:
    """The number of the value of each row."""
    # Tuples of one, as `number_of` makes them; drawn up and written out without a step of Python's for each.
    digests = [blake2b(text, digest_size=8).digest() for text in map(str.encode, map(repr, zip(column.values)))]
    return np.frombuffer(b"".join(digests), ">u8").astype(np.uint64)[column.codes]


def _together(columns: Sequence[NDArray[np.uint64]], count: int) -> Numbers:
    numbers = np.zeros(count, np.uint64)
    for column in columns:
        numbers = _spread(numbers + STEP + column)
    return numbers.view(np.int64)


def _spread(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    numbers = (numbers ^ (numbers >> np.uint64(30))) * FIRST
    numbers = (numbers ^ (numbers >> np.uint64(27))) * SECOND
    return numbers ^ (numbers >> np.uint64(31))


def former_numbers_of(columns: Sequence[Coded]) -> Numbers:
    """The numbers that rows were given up to schema 2, each from the row as a whole."""
    return np.array([number_of(row) for row in zip(*columns, strict=True)], np.int64)


def former_keys_of(columns: Sequence[Coded]) -> Numbers:
    """The numbers by which rows were told apart up to schema 2."""
    return np.array([number_of(*row) for row in zip(*columns, strict=True)], np.int64)


def contents_and_keys(columns: Sequence[Coded], key: Sequence[int]) -> tuple[Numbers, Numbers]:
    """The numbers of rows by all that they say, and by the columns that tell them apart; each value is read once."""
    once = {id(column): _each(column) for column in {id(column): column for column in columns}.values()}
    each = [once[id(column)] for column in columns]
    return _together(each, len(columns[0])), _together([each[place] for place in key], len(columns[0]))


def former_contents_and_keys(columns: Sequence[Coded], key: Sequence[int]) -> tuple[Numbers, Numbers]:
    """As `contents_and_keys`, for the numbers of up to schema 2."""
    return former_numbers_of(columns), former_keys_of([columns[place] for place in key])


@dataclass(frozen=True)
class Numbering:
    """How the rows of a file are numbered: by all that they say, and by what tells them apart."""

    contents: Callable[[Sequence[Coded]], Numbers]
    contents_and_keys: Callable[[Sequence[Coded], Sequence[int]], tuple[Numbers, Numbers]]


NUMBERING = Numbering(numbers_of, contents_and_keys)
FORMER = Numbering(former_numbers_of, former_contents_and_keys)
"""How files were numbered by schemas 1 and 2. A file goes on in the numbers that its rows have."""


class NumberSet:
    """Numbers that were met, as sorted arrays of growing size: eight bytes a number."""

    def __init__(self) -> None:
        self._parts: list[Numbers] = []

    def add(self, numbers: Numbers) -> NDArray[np.bool_]:
        """Add the numbers; returns which of them were met for the first time."""
        different, first_at = np.unique(numbers, return_index=True)
        known = np.zeros(len(different), bool)
        for part in self._parts:
            known |= part[np.minimum(np.searchsorted(part, different), len(part) - 1)] == different
        is_first = np.zeros(len(numbers), bool)
        is_first[first_at[~known]] = True
        if not known.all():
            self._keep(different[~known])
        return is_first

    def _keep(self, numbers: Numbers) -> None:
        self._parts.append(numbers)
        while len(self._parts) > 1 and len(self._parts[-2]) < 2 * len(self._parts[-1]):
            self._parts[-2:] = [np.sort(np.concatenate(self._parts[-2:]))]
