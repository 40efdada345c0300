"""What a draft is checked against, and what its statements are weighed with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dashboard.domain.factcheck_rules import Ledger
from dashboard.domain.sorts import Directory
from etl.transform.statements import Reading, SchoolMention

SchoolOf = Callable[[SchoolMention, str | None, int | None], str | None]
"""The key of the school that a name in the draft means, None where it is not certain."""
Names = Callable[[Reading], SchoolOf]
"""What the names in a draft mean, told by all that was read in it."""


class Winner(Protocol):
    """A school that won, or probably won, and when."""

    @property
    def school_id(self) -> str:
        """Its key."""

    @property
    def school(self) -> str:
        """Its name."""

    @property
    def kind(self) -> str:
        """What kind of school it is."""

    @property
    def unitid(self) -> str | None:
        """The IPEDS number of its institution."""

    @property
    def directory(self) -> Directory | None:
        """What the IPEDS directory says of its institution."""

    @property
    def years(self) -> tuple[int, ...]:
        """The award years won, or probably won."""

    @property
    def known(self) -> tuple[int, ...]:
        """Those of them that are won for certain."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the sources behind these."""


class Facts(Protocol):
    """The records a draft is held against; `dashboard.queries.factcheck.FactBook` asks them of the database."""

    def family(self, award: str) -> str:
        """The family of an award."""

    def last_year(self, family: str) -> int | None:
        """The family's last cycle that was held and announced."""

    def ledger(self, school_id: str, family: str) -> Ledger | None:
        """Years and claims of a school in a family."""

    def totals(self, award: str, year: int) -> Mapping[int, Sequence[str]]:
        """Printed numbers of recipients with their sources."""

    def winners(self, family: str, state: str | None, year: int | None = None) -> Sequence[Winner]:
        """Schools (of a state) that won in a family."""

    def lists_complete(self, family: str, year: int | None = None) -> bool:
        """Whether all winners' lists of the family (or of that year) were marked complete."""


@dataclass(frozen=True)
class Check:
    """What every statement of one draft is weighed with."""

    text: str
    facts: Facts
    school_of: SchoolOf
    own_school: str | None
    reading: Reading
    older: Mapping[str, str] = field(default_factory=dict)
    """The plain award that health schools won before they had one of their own, by that."""
    we_is_own: bool = True
    """Whether "we" is the own school."""
