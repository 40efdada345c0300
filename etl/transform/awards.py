"""Which award a printed name means."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

# The giver renamed itself in 2025; both names stand beside the award's name as often as not.
PUBLISHERS = ("insight into diversity", "insight into academia")
# Words that stand beside the name of any award and tell none from another.
NOISE = frozenset(
    ("the", "a", "an", "s", "award", "awards", "magazine", "magazines", "by", "from", "annual", "prestigious",
     "national", "winner", "winners", "recipient", "recipients")
)  # fmt: skip
# Below this a suggestion would mislead more often than help.
CLOSE_ENOUGH = 75


@dataclass(frozen=True)
class AwardName:
    """A printed name of an award, by the code of the award, and the award years in which it was in use (None: open)."""

    award: str
    name: str
    from_year: int | None = None
    to_year: int | None = None

    def fits(self, year: int) -> bool:
        """Whether the name was in use in that award year."""
        return (self.from_year or year) <= year <= (self.to_year or year)


class AwardNames:
    """All names of all awards, asked by a printed name."""

    def __init__(self, rows: Iterable[AwardName]) -> None:
        self._codes: dict[str, str] = {}
        self._names: dict[str, list[AwardName]] = {}
        for row in rows:
            self._codes[row.award.casefold()] = row.award
            self._add(row)
            self._add(AwardName(row.award, row.award))

    def _add(self, row: AwardName) -> None:
        for key in award_keys(row.name):
            known = self._names.setdefault(key, [])
            if row not in known:
                known.append(row)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all awards, sorted."""
        return tuple(sorted(self._codes.values()))

    def code(self, text: str, year: int | None) -> str | None:
        """The code of the award that the text means in that award year, None when there is no one award.

        An exact code in any case comes first, then a name by its keys (see `award_keys`). A name that one award alone
        has means that award in any year, since old names are printed for years after a change; a name that several
        awards have had means the one that bore it in that year.
        """
        if (exact := self._codes.get(text.strip().casefold())) is not None:
            return exact
        rows = next((self._names[key] for key in award_keys(text) if key in self._names), [])
        awards = {row.award for row in rows}
        if len(awards) > 1 and year is not None:
            awards = {row.award for row in rows if row.fits(year)}
        return awards.pop() if len(awards) == 1 else None

    def closest(self, text: str) -> tuple[str, str] | None:
        """The known name most like the text, with the code of its award; None when nothing is like it."""
        key = next(iter(award_keys(text)), "")
        best = process.extractOne(key, list(self._names), scorer=fuzz.token_sort_ratio, score_cutoff=CLOSE_ENOUGH)
        if best is None:
            return None
        name = self._names[best[0]][0]
        return name.name, name.award


@lru_cache(maxsize=4096)
def award_keys(text: str) -> tuple[str, ...]:
    """What to look a printed name up by: its telling words, then these without an acronym in brackets, none if no words
    are left.

    Left out is what differs from print to print: case, accents, dashes and other punctuation, year numbers, the
    giver, and words such as 'the' and 'award'.
    """
    keys = (" ".join(_words(text)), " ".join(_words(re.sub(r"\([A-Z][A-Z0-9&.-]{1,9}\)", " ", text))))
    return tuple(dict.fromkeys(key for key in keys if key))


def _words(text: str) -> list[str]:
    bare = re.sub("[™®©]", " ", text)  # these would become letters below
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c)).casefold()
    words = " ".join(re.findall(r"[^\W_]+", plain))
    for publisher in PUBLISHERS:
        words = words.replace(publisher, " ")
    return [word for word in words.split() if word not in NOISE and not re.fullmatch(r"(19|20)\d\d", word)]
