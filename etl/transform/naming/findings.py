"""What weighing a reading of a name gives: a finding, or a doubt."""

from dataclasses import dataclass

from etl.transform.naming.forms import Form, Rank
from etl.transform.naming.kinds_of_school import Unit

DEGREES = "the degrees it awards"


@dataclass(frozen=True, slots=True)
class Finding:
    """One institution, and its unit or None for the institution itself.

    `part` tells units of one kind apart (a campus, a narrower subject); `proofs` are what speaks for it beside the
    name, in words for the screen.
    """

    unitid: str
    unit: Unit | None
    part: str
    rank: Rank
    proofs: tuple[str, ...]

    @property
    def is_proved_by_row(self) -> bool:
        """Whether the row itself speaks for it, and not only what the directory knows."""
        return any(proof != DEGREES for proof in self.proofs)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a reading settles nothing, and the institutions it leaves."""

    rule: str
    why: str
    unitids: tuple[str, ...]
    unit: Unit | None
    rank: Rank


@dataclass(frozen=True, slots=True)
class Left:
    """The forms that the evidence of the row leaves, and what of it spoke for them."""

    forms: tuple[Form, ...]
    by_state: bool = False
    by_parent: bool = False
    by_page: bool = False

    @property
    def rank(self) -> Rank:
        """The rank of the form that says most."""
        return self.forms[0].rank

    def proofs(self, *, traced: bool) -> tuple[str, ...]:
        """What spoke for them; `traced` when the institution awards degrees in the profession of the unit."""
        told = (
            (self.by_parent, "the printed parent"),
            (self.by_page, "the page is its own"),
            (self.by_state, "the state"),
            (traced, DEGREES),
        )
        return tuple(words for given, words in told if given)
