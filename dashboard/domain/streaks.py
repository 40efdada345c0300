"""What a streak is, and how it is told.

A *year* of a school in an award family has one of seven states (see `statuses`). Years run from the family's first
cycle to *as of*; a year in which no award was held carries `no_award`, and a streak passes over it without growing.

* **Run**: won years with nothing but `no_award` years between them. Its length counts the won years.
* **Longest**: the longest run; of several the latest.
* **Current**: the last run, with its state:

  - *broken*: a `not_won` or `did_not_apply` year follows by as-of. Its length now is 0; `first` and `last` still tell
    which run it was. This goes before *alive*: who knows by own log that the year after the last announced cycle was
    lost has no streak as of that year.
  - *alive*: the run reaches the last cycle that was held and announced by as-of (or a later year).
  - *open*: only unknown, probable or pending years follow. So is every run while no announced cycle is known.
  - *none*: nothing was won by as-of.

* **Unknown since**: the unknown, probable and pending years after the last run, up to as-of.
* **Probable current**: the same over years that are won or probably won.

Only an alive streak is called current in a sentence. Unknown is not "no": it never breaks a run, and never joins two.
A win outranks the calendar: a won year that the calendar calls not held stays a win, and is counted. Nothing else does:
whatever else is known of such a year, it carries `no_award`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dashboard.domain.sentences import answer_sentence
from dashboard.domain.statuses import TIER_MARK, mark

__all__ = ["Current", "Run", "SchoolStreaks", "State", "YearCell", "answer_sentence", "strip_head", "strip_text"]

State = Literal["alive", "open", "broken", "none"]


@dataclass(frozen=True)
class YearCell:
    """One school's year in one award family: a cell of the year strip."""

    year: int
    status: str
    """One of the seven states."""
    sources: tuple[str, ...] = ()
    """Keys of the sources under it."""
    award: str | None = None
    """Code of the award won, where it is known which."""
    basis: str | None = None
    """announced, claimed, own_log, claim, tier or list; None where nothing is known."""
    conflict: bool = False
    """Whether what counts disagrees."""
    why: str = ""
    """What the status follows from, in one line."""
    tiers: tuple[str, ...] = ()
    """Codes of the tiers received on top of that year's win."""


@dataclass(frozen=True)
class Run:
    """An unbroken run of won years: n = 0 and no years where there is none."""

    n: int
    first: int | None
    last: int | None


@dataclass(frozen=True)
class Current:
    """The last run and what became of it."""

    n: int
    """Length now: 0 when broken or none."""
    first: int | None
    last: int | None
    state: State
    unknown_since: tuple[int, ...] = ()
    """Undecided years after `last`, up to as-of."""


@dataclass(frozen=True)
class SchoolStreaks:
    """Everything about one school's wins in one award family as of an award year."""

    school_id: str
    school_name: str
    short_name: str
    """Name for tight places; the full name where there is none."""
    kind: str
    state: str | None
    """US state of the school, two letters."""
    family: str
    as_of: int | None
    """Last award year looked at; None while the family has neither a cycle nor a record."""
    years: tuple[YearCell, ...]
    """From the family's first cycle to `as_of`, without gaps."""
    total: int
    """Number of won years."""
    first_year: int | None
    """First won year."""
    longest: Run
    current: Current
    probable_current: Current
    last_won: int | None

    def as_json(self) -> dict[str, object]:
        """The object that `awards streaks --json` prints for this school."""
        return {
            "school_id": self.school_id,
            "family": self.family,
            "as_of": self.as_of,
            "years": [{"year": y.year, "status": y.status, "sources": list(y.sources)} for y in self.years],
            "total": self.total,
            "first_year": self.first_year,
            "longest": {"n": self.longest.n, "from": self.longest.first, "to": self.longest.last},
            "current": _current_json(self.current),
            "probable_current": _current_json(self.probable_current),
        }


def _current_json(current: Current) -> dict[str, object]:
    return {
        "n": current.n,
        "from": current.first,
        "to": current.last,
        "state": current.state,
        "unknown_since": list(current.unknown_since),
    }


def strip_text(years: Iterable[YearCell]) -> str:
    """The year strip as text: three columns a year, its mark, a star for a tier, a space; no space at the end.

    Stands under `strip_head` of the same years.
    """
    cells = (f"{mark(cell.status)}{TIER_MARK if cell.tiers else ' '} " for cell in years)
    return "".join(cells).rstrip()


def strip_head(years: Iterable[YearCell]) -> str:
    """The head of year strips: the last two digits of each year, three columns a year."""
    return " ".join(f"{cell.year % 100:02d}" for cell in years)
