"""The values that go into and come out of the resolver of names. All frozen, all without behaviour."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accepted", "created", "review", "unmatched"]
NOT_A_SCHOOL = "not a school"
"""The rule of a decision that a person made: the name is no school, and nobody need be asked again."""
Level = Literal["institution", "health", "library", "any"]
"""Which units may win an award: a whole institution, health units only, libraries only, or anybody."""


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as a source prints it, with all the evidence of its row. `award` may hold several codes, parted by `|`."""

    school: str
    parent: str | None = None
    state: str | None = None
    award: str | None = None
    year: int | None = None
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A school that a name could mean, and why. The school may not have a row yet: its identifier is then the one
    that `created_school_id` gives.
    """

    school_id: str
    unitid: str | None
    kind: str
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a printed name means.

    `accepted`: one school that has a row. `created`: institution and kind are certain and the school has no row yet;
    `name` is then the name to store. `review`: a person decides between `candidates`. `unmatched`: nothing known is
    near. `rule` is short and stable (it is counted and filtered by), `why` is one line for the screen. `score` is
    between 0 and 1 and only orders decisions; it is no probability.
    """

    decision: Verdict
    school_id: str | None
    unitid: str | None
    kind: str | None
    score: float
    rule: str
    why: str
    candidates: tuple[Candidate, ...] = ()
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Institution:
    """A US college or university of the IPEDS directory. `former_names` may end in the year, as "Old Name (to 2019)";
    `professions` are the health professions in which it awards degrees, empty when none or when unknown.
    """

    unitid: str
    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    city: str | None = None
    state: str | None = None
    control: str | None = None
    level: str | None = None
    system_name: str | None = None
    web_domain: str | None = None
    active: bool = True
    merged_into_unitid: str | None = None
    professions: tuple[str, ...] = ()
    medical: bool | None = None
    hospital: bool | None = None
    carnegie_basic_code: int | None = None


@dataclass(frozen=True, slots=True)
class School:
    """A unit that wins awards and has a row: the institution itself or one of its schools, colleges, libraries."""

    school_id: str
    name: str
    short_name: str | None = None
    kind: str = "institution"
    unitid: str | None = None
    state: str | None = None
    former_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """What a printed name means within its scopes; every scope that is given must fit. `candidates` are school
    identifiers, or texts that end in a UNITID, parted by `|`. With `unitid` alone the name tells the kind.
    """

    name: str
    school_id: str | None = None
    unitid: str | None = None
    label: Literal["sure", "ambiguous", "not_a_school"] = "sure"
    scope_parent: str | None = None
    scope_state: str | None = None
    scope_domain: str | None = None
    scope_source_url: str | None = None
    scope_award: str | None = None
    scope_year: int | None = None
    candidates: str | None = None
    reason: str | None = None
    answered: bool = False
    """A person's answer in review: it outweighs every row that is none."""
