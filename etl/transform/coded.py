"""Columns of many rows in which each value stands once: what is asked of a value is asked once, not once a row."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
MOST_GROUPS = 2**62
"""Below the numbers that 64 bits can tell apart."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A column: its values, and for each row which of them it has. Values may stand there more than once."""

    values: Sequence[Any]
    codes: Codes

    @classmethod
    def of(cls, column: "Sequence[Any] | Coded") -> "Coded":
        """The column with each different value once, in the order in which they come; one that is coded as it is."""
        if isinstance(column, Coded):
            return column
        known: defaultdict[Any, int] = defaultdict()
        known.default_factory = known.__len__
        codes = np.fromiter(map(known.__getitem__, column), np.int64, len(column))
        return cls(list(known), codes)

    @classmethod
    def each(cls, column: Sequence[Any]) -> "Coded":
        """The column with a value for each row, whether they are equal or not."""
        return cls(column, np.arange(len(column)))

    @classmethod
    def same(cls, value: Any, count: int) -> "Coded":
        """A column of `count` rows that all have one value."""
        return cls([value], np.zeros(count, np.int64))

    @classmethod
    def joined(cls, columns: "Sequence[Coded]") -> "Coded":
        """The columns one after another, with each different value once; one column alone is left as it is."""
        if len(columns) == 1:
            return columns[0]
        once = cls.of(list(chain.from_iterable(column.values for column in columns)))
        places = np.split(once.codes, np.cumsum([len(column.values) for column in columns])[:-1])
        return cls(
            once.values, np.concatenate([place[column.codes] for place, column in zip(places, columns, strict=True)])
        )

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[Any]:
        return map(self.values.__getitem__, self.codes.tolist())

    def __getitem__(self, row: int) -> Any:
        return self.values[self.codes[row]]

    def mapped(self, into: Callable[[Any], Any]) -> "Coded":
        """The column with what `into` makes of each value."""
        return Coded(list(map(into, self.values)), self.codes)

    def merged(self) -> "Coded":
        """The same column with equal values as one."""
        once = Coded.of(self.values)
        return self if len(once.values) == len(self.values) else Coded(once.values, once.codes[self.codes])

    def picked(self, rows: NDArray[Any]) -> "Coded":
        """Some rows, by number or by a yes or no for each, with the values that these have."""
        codes = self.codes[rows]
        used = np.zeros(len(self.values), bool)
        used[codes] = True
        return (
            self
            if len(self.values) == 1 and len(codes) == len(self)
            else Coded(list(compress(self.values, used)), (np.cumsum(used) - 1)[codes])
        )

    def only(self, rows: NDArray[np.bool_]) -> "Coded":
        """The column with None but in these rows."""
        return Coded([None, *self.values], np.where(rows, self.codes + 1, 0))

    def having(self, test: Callable[[Any], bool]) -> NDArray[np.bool_]:
        """For each row whether its value passes the test."""
        return np.fromiter(map(test, self.values), bool, len(self.values))[self.codes]


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows drawn together that agree in some columns: the group of each row, and one row of each group."""

    codes: Codes
    rows: Codes

    @classmethod
    def of(cls, *columns: Coded) -> "Groups":
        """The rows that agree in all of the columns; there is at least one row."""
        numbers, size = np.zeros(len(columns[0]), np.int64), 1
        for column in columns:
            if size * len(column.values) > MOST_GROUPS:
                different, numbers = np.unique(numbers, return_inverse=True)
                size = len(different)
            numbers, size = numbers * len(column.values) + column.codes, size * len(column.values)
        _, rows, codes = np.unique(numbers, return_index=True, return_inverse=True)
        return cls(codes, rows)

    def told(self, *columns: Coded) -> Iterator[tuple[Any, ...]]:
        """What the columns hold in each group."""
        return zip(
            *(map(column.values.__getitem__, column.codes[self.rows].tolist()) for column in columns), strict=True
        )
