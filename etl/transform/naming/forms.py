"""A form of an institution's name, and how much it says."""

from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """How much a form says, from initials to the official name. A form of low rank needs evidence beside the name."""

    SHORT = 1
    """Initials, the label of the web domain, UMass, UVA."""
    CAMPUS = 2
    """The place of a campus alone, as its system prints it ("Fullerton"), or a school without its unit ("Burrell")."""
    CORE = 3
    """The name without its "University": "Clemson", "Ohio State", "Texas Tech"."""
    FAMILY = 4
    """The name that the campuses of one university share."""
    LONG = 5
    """A long alias, or a campus with the short name of its system: "UNC Charlotte"."""
    OFFICIAL = 6


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an institution's name.

    `listed` forms stand in the directory (as alias or web domain) and are not only derived. `former` ones are names of
    the past, `merged` ones those of an institution that merged into this one. `family` is the key of the name that the
    campuses share.
    """

    key: str
    unitid: str
    rank: Rank
    listed: bool = False
    former: bool = False
    family: str = ""
    merged: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is the name that the institution has today."""
        return self.rank is Rank.OFFICIAL and not self.former


NOUNS = frozenset(
    ("university", "college", "institute", "school", "seminary", "academy", "conservatory", "universidad", "colleges")
)
"""What institutions are; no name is told from another by these words."""
