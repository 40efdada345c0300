"""Patterns that are asked for often, in ways that cost little.

Most sentences hold none of the words without which a pattern can't match, and to look for a word takes a hundredth of
the time of a pattern; a pattern in small letters finds what it looks for in small letters three times as quickly.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

REMEMBERED = 2_000
"""Texts of which is kept how they read in small letters."""


@lru_cache(maxsize=REMEMBERED)
def folded(text: str) -> str:
    """A text in small letters, character for character, as patterns read it that take no account of case: for them
    there are further forms of "i" and "s".
    """
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text holds one of some words in small letters, in whatever letters, be it within a longer word."""
    low = folded(text)
    for word in words:  # noqa: SIM110 - asked for thousands of times while a text is read; any() takes twice as long
        if word in low:
            return True
    return False


class Cue:
    """A pattern in small letters, which finds what it looks for in whatever letters."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._search = re.compile(pattern).search

    @cached_property
    def _in_text(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    def search(self, text: str) -> bool:
        """Whether there is a match."""
        return self._search(folded(text)) is not None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches."""
        return self._in_text.finditer(text) if self.search(text) else iter(())


class Sought:
    """A pattern, and words of which each of its matches holds one; it is asked for matches as a pattern is."""

    __slots__ = ("pattern", "words")

    def __init__(self, words: tuple[str, ...], pattern: re.Pattern[str]) -> None:
        self.words = words
        self.pattern = pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text, start, end) if holds(text, self.words) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches."""
        return self.pattern.finditer(text, start, end) if holds(text, self.words) else iter(())

    def sub(self, said: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each match replaced."""
        return self.pattern.sub(said, text) if holds(text, self.words) else text


def sought(words: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Sought:
    """A pattern to be tried where a text holds one of the words, which stand in small letters between bars.

    Each match must hold one of them, be it as a part of a word; a test goes through all patterns for that.
    """
    return Sought(tuple(words.split("|")), re.compile(pattern, flags))
