"""Typing errors: words that no name in the directory has, put right where there is one way only.

A word that some name has is never changed, so that Clark and Clarke, Northwestern and Northeastern stay apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from rapidfuzz.distance import OSA

from etl.transform.naming.memory import Memory

MIN_LETTERS = 4
LETTERS_FOR_TWO_ERRORS = 9
MAX_WORDS_IN_ERROR = 3
MAX_WAYS = 6


class Speller:
    """Puts words right against a vocabulary."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._known = frozenset(vocabulary)
        self._by_shortened: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= MIN_LETTERS:
                for short in _shortened(word):
                    self._by_shortened[short].append(word)
        self._nearest = Memory(self._sought).__getitem__

    def corrected(self, parts: list[str]) -> Iterator[list[str]]:
        """The words with every unknown word put right, in each way that is nearest; nothing when all are known, when
        too many are not, or when one cannot be put right.
        """
        wrong = [at for at, part in enumerate(parts) if part not in self._known and len(part) > 1]
        if not wrong or len(wrong) > MAX_WORDS_IN_ERROR:
            return
        ways = [self._nearest(parts[at]) for at in wrong]
        if not all(ways):
            return
        for count, choice in enumerate(product(*ways)):
            if count == MAX_WAYS:
                return
            mended = list(parts)
            for at, word in zip(wrong, choice, strict=True):
                mended[at] = word
            yield mended

    def _sought(self, word: str) -> tuple[str, ...]:
        if len(word) < MIN_LETTERS:
            return ()
        near = {known for short in _shortened(word) for known in self._by_shortened.get(short, ())}
        near |= {short for short in _shortened(word) if short in self._known and len(short) >= MIN_LETTERS}
        measured = sorted((OSA.distance(word, known), known) for known in near)
        allowed = 2 if len(word) >= LETTERS_FOR_TWO_ERRORS else 1
        best = [known for distance, known in measured if distance == measured[0][0] and distance <= allowed]
        return tuple(best)


def _shortened(word: str) -> set[str]:
    """The word, and the word with each one letter left out: words at one error share one of these."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}
