"""What a document proposes, and what it is read against. Nothing of it counts before a person accepts it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Final

from etl.extract.announcement import Document
from etl.transform.naming.normal import name_key
from etl.transform.schools import Decision, PrintedName, Resolver
from etl.transform.statements import AwardCodes, Hints

MOST_NAMES: Final = 400
"""Names of a document that are held against each other: a magazine has more."""
AGREED: Final[Mapping[str, tuple[str, ...]]] = {
    "observation": ("school_as_printed", "school_id", "award", "year", "basis", "outcome", "tier"),
    "claim": ("claim", "n", "as_of_year", "school_id"),
    "initiative": ("name", "category"),
}
"""What programs are told of a proposal of each kind, beside its place."""


@dataclass(frozen=True)
class Known:
    """What a document is read against.

    `families` gives each award's family, `health` the awards that go to health units alone, `first_years` the first
    award year of each, `names` the name of each school that has a row, `short` the keys of short forms of names,
    `shared` sentences that other schools' documents have too, `libraries` the awards that go to libraries alone.
    """

    resolver: Resolver
    awards: AwardCodes
    families: Mapping[str, str] = field(default_factory=dict)
    health: frozenset[str] = frozenset()
    first_years: Mapping[str, int] = field(default_factory=dict)
    latest: int = 2100
    names: Mapping[str, str] = field(default_factory=dict)
    short: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    libraries: frozenset[str] = frozenset()

    def hints(self, published: date | None, url: str | None = None) -> Hints:
        """What the grammar is told of a document of that day and address."""
        older = {code: self.families[code] for code in self.health if self.families.get(code) not in (None, code)}
        return Hints(
            published,
            self.first_years,
            older,
            self.latest,
            knows=self._knows,
            initials=self.resolver.knows_initials,
            own_initials=partial(self._at_home, url) if url else None,
            shared=self.shared,
        )

    def _knows(self, text: str) -> bool:
        return name_key(text) in self.short or self.resolver.knows_short_form(text)

    def _at_home(self, url: str, text: str) -> bool:
        """Whether an institution goes by these initials on a page of its own."""
        return certain(self.resolver.resolve(PrintedName(school=text, source_url=url))) is not None

    def draft_hints(self) -> Hints:
        """What the grammar is told of a draft: it tells of many years; where it names no award, the oldest is meant."""
        oldest = min(self.first_years, key=lambda award: (self.first_years[award], award), default=None)
        return replace(self.hints(None), several=True, assume=oldest)

    def family(self, award: str | None) -> str | None:
        """The family of an award; of a tier its own."""
        return self.families.get(award or "", award)


def certain(decision: Decision | None) -> str | None:
    """The school that a decision ties a name to, None where a person is to be asked."""
    return decision.school_id if decision and decision.decision in ("accepted", "created") else None


@dataclass(frozen=True)
class ObservationProposal:
    """A win that the document states. `award_as_printed` is given for a misprint.

    `tier` is the award's code again where it is a tier or mention; `candidates` are
    the schools that the name could mean where it is not certain.
    """

    school_as_printed: str | None
    parent_as_printed: str | None
    school_id: str | None
    award: str
    year: int
    basis: str
    outcome: str
    tier: str | None
    start: int
    end: int
    place: str
    award_as_printed: str | None = None
    note: str = ""
    candidates: tuple[str, ...] = ()
    kind: str = "observation"


@dataclass(frozen=True)
class ClaimProposal:
    """A counted statement; for every_year_since `n` is the first year."""

    claim: str
    n: int
    as_of_year: int | None
    school_as_printed: str | None
    parent_as_printed: str | None
    school_id: str | None
    family: str | None
    ambiguous: bool
    counts_from: int | None
    words: str
    start: int
    end: int
    place: str
    kind: str = "claim"


@dataclass(frozen=True)
class InitiativeProposal:
    """A programme that the document credits to the school."""

    name: str
    category: str | None
    year: int | None
    school_as_printed: str | None
    parent_as_printed: str | None
    school_id: str | None
    start: int
    end: int
    place: str
    kind: str = "initiative"


@dataclass(frozen=True)
class RecipientsProposal:
    """A number of recipients as the document prints it."""

    award: str
    year: int
    recipients: int
    words: str
    start: int
    end: int
    place: str
    kind: str = "recipients"


Proposal = ObservationProposal | ClaimProposal | InitiativeProposal | RecipientsProposal


@dataclass(frozen=True)
class Proposed:
    """A document with all that it proposes, in the order of the text."""

    document: Document
    proposals: tuple[Proposal, ...]
    notices: tuple[str, ...] = ()

    def as_json(self) -> list[dict[str, Any]]:
        """Observations, claims and initiatives as objects with the agreed keys, and the document they stand in."""
        said = (asdict(one) for one in self.proposals)
        return [
            {key: one[key] for key in ("kind", "start", "end", *AGREED[one["kind"]])} | {"file": self.document.file}
            for one in said
            if one["kind"] in AGREED
        ]
