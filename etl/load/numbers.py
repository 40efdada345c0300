"""Rows by number: what they say as 64-bit numbers, and sets of such numbers that stay small in memory."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def number_of(*parts: Any) -> int:
    """A signed 64-bit number for the parts; equal parts give equal numbers on every machine."""
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest(), "big", signed=True)


def numbers_of(columns: Sequence[Sequence[Any]], *, as_one: bool = False) -> Numbers:
    """`number_of(*row)` for each row of the columns, or `number_of(row)` if taken as one part. There is at least one
    row; each different value of a column is written out once.
    """
    end = (",)" if len(columns) == 1 else ")") + (",)" if as_one else "")
    texts: list[Iterable[str]] = []
    before = "((" if as_one else "("
    for at, column in enumerate(columns):
        after = ", " if at + 1 < len(columns) else end
        different = set(column)
        if any(isinstance(value, float) for value in different):  # 0.0 equals -0.0, and is written in another way
            texts.append([f"{before}{value!r}{after}" for value in column])
            before = ""
        elif len(different) == 1:
            before += f"{different.pop()!r}{after}"
        else:
            told = {value: f"{before}{value!r}{after}" for value in different}
            texts.append(map(told.__getitem__, column))
            before = ""
    texts.append(repeat(before, len(columns[0])))
    rows = map("".join, zip(*texts, strict=True))
    digests = b"".join(blake2b(row.encode(), digest_size=8).digest() for row in rows)
    return np.frombuffer(digests, ">i8").astype(np.int64)


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
