"""When a name whose typing errors were put right may be taken."""

from collections.abc import Iterator

from etl.transform.naming.forms import NOUNS
from etl.transform.naming.kinds_of_school import unit_words
from etl.transform.naming.spelling import Speller

LETTERS_OF_A_NAME = 7
DISTINCT_WORDS = 3
_GENERIC = NOUNS | unit_words() | {"state"}


class Mender:
    """Puts typing errors right."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller

    def mended(self, parts: list[str]) -> Iterator[tuple[list[str], bool]]:
        """The words put right, in each way that is nearest, and whether that is safe without evidence beside the name:
        only words were put right that do not tell institutions apart, or three that do are left. Initials are never put
        right.
        """
        if len(parts) == 1 and len(parts[0]) < LETTERS_OF_A_NAME:
            return
        for mended in self._speller.corrected(parts):
            changed = [new for old, new in zip(parts, mended, strict=True) if old != new]
            kept = [new for old, new in zip(parts, mended, strict=True) if old == new and new not in _GENERIC]
            yield mended, _GENERIC.issuperset(changed) or len(kept) >= DISTINCT_WORDS
