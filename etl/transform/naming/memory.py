"""What a function says of a thing, remembered: lists name the same schools, awards and pages again and again."""

from collections.abc import Callable, Hashable
from typing import TypeVar

MOST = 100_000
"""Things remembered of each sort before all are forgotten."""
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memory(dict[Key, Value]):
    """What `read` says of a thing. Threads may share it: what one forgets another reads anew."""

    def __init__(self, read: Callable[[Key], Value], most: int = MOST) -> None:
        super().__init__()
        self._read = read
        self._most = most

    def __missing__(self, thing: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        self[thing] = found = self._read(thing)
        return found
