"""Which schools are like a given one: Gower's distance over what the directory says of their universities.

The *distance* of two schools is the weighted mean of seven parts, each from 0 (the same) to 1 (as far apart as can be):

* control, Carnegie class, region, medical degree, sector: 0 where both have the same value, 1 where they differ;
* size and urbanicity are ordered: the number of steps between the two values over the steps of the whole scale, so that
  the distance of two schools does not depend on which other schools are known.

A part that is not known of either school drops out of the sum and of the weights it is divided by. Where less than half
of the weight is known of both schools, they are not measured: a distance of 0 over one feature would say too much. Only
schools of the same kind are held against each other. Equal distances stand in the order of school_id.

J. C. Gower: A general coefficient of similarity and some of its properties. Biometrics 27 (1971), 857–871; ranks for
ordered features as in L. Kaufman and P. J. Rousseeuw: Finding Groups in Data (1990), section 1.2.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Final

LEAST_KNOWN: Final = 0.5
"""Share of the weight that must be known of both schools."""
MOST_WEIGHT: Final = 100.0
SIZES: Final = ("Under 1,000", "1,000 - 4,999", "5,000 - 9,999", "10,000 - 19,999", "20,000 and above")
"""Size classes of IPEDS, by number of students."""
LOCALES: Final = (
    *("City: Large", "City: Midsize", "City: Small", "Suburb: Large", "Suburb: Midsize", "Suburb: Small"),
    *("Town: Fringe", "Town: Distant", "Town: Remote", "Rural: Fringe", "Rural: Distant", "Rural: Remote"),
)
"""Degrees of urbanisation of NCES, from the city outwards."""


class UnusableWeights(ValueError):
    """Weights that nothing can be measured with; the text says why and what to do."""


@dataclass(frozen=True)
class Feature:
    """Something that two schools can have in common."""

    key: str
    """Its name as a field of `Weights` and of `SchoolFeatures`."""
    label: str
    scale: tuple[str, ...] = ()
    """Its values in order; empty where values are the same or not."""

    def distance(self, one: str | None, other: str | None) -> float | None:
        """From 0 to 1; None where a value is not known or not on the scale."""
        if one is None or other is None:
            return None
        if not self.scale:
            return 0.0 if one == other else 1.0
        if one not in self.scale or other not in self.scale:
            return None
        return abs(self.scale.index(one) - self.scale.index(other)) / (len(self.scale) - 1)


FEATURES: Final = (
    Feature("control", "control"),
    Feature("size", "students", SIZES),
    Feature("carnegie", "Carnegie class"),
    Feature("region", "region"),
    Feature("urbanicity", "urbanicity", LOCALES),
    Feature("medical", "medical degree"),
    Feature("sector", "sector"),
)


@dataclass(frozen=True)
class Weights:
    """How much each feature counts, against the others: only their ratios matter. 0 leaves a feature out."""

    control: float = 1.0
    size: float = 1.0
    carnegie: float = 1.0
    region: float = 1.0
    urbanicity: float = 1.0
    medical: float = 1.0
    sector: float = 1.0

    def __post_init__(self) -> None:
        """Raise UnusableWeights for a weight below 0 or beyond `MOST_WEIGHT`, or when all are 0."""
        wrong = [f"{name}={value:g}" for name, value in asdict(self).items() if not 0 <= value <= MOST_WEIGHT]
        if wrong:
            raise UnusableWeights(f"weights run from 0 to {MOST_WEIGHT:g}: {', '.join(wrong)}")
        if not any(asdict(self).values()):
            raise UnusableWeights("all weights are 0; give at least one feature a weight")

    def of(self, feature: Feature) -> float:
        """The weight of a feature."""
        return float(getattr(self, feature.key))

    def told(self) -> str:
        """All weights in a line: "control 1, students 2"."""
        return ", ".join(f"{feature.label} {self.of(feature):g}" for feature in FEATURES)


def weights_from(text: str) -> Weights:
    """Weights from "size=2,region=0"; features that are not named keep 1. Raises UnusableWeights for anything else."""
    known = [field.name for field in fields(Weights)]
    given: dict[str, float] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, value = (piece.strip() for piece in part.partition("="))
        if name not in known:
            raise UnusableWeights(f"{name!r} is no feature; known: {', '.join(known)}")
        try:
            given[name] = float(value)
        except ValueError as error:
            raise UnusableWeights(f"{part!r} is no weight; write it as {name}=2") from error
    return Weights(**given)


@dataclass(frozen=True)
class SchoolFeatures:
    """A school with what the directory says of its university; None where it says nothing."""

    school_id: str
    name: str
    short_name: str
    kind: str
    state: str | None
    control: str | None = None
    size: str | None = None
    carnegie: str | None = None
    region: str | None = None
    urbanicity: str | None = None
    medical: str | None = None
    sector: str | None = None
    standing: str = ""
    """That its university is closed or merged, in words; empty where it is open."""

    def value(self, feature: Feature) -> str | None:
        """What is known of a feature."""
        found: str | None = getattr(self, feature.key)
        return found


@dataclass(frozen=True)
class Part:
    """One feature of two schools."""

    feature: Feature
    own: str | None
    theirs: str | None
    distance: float | None
    """0 to 1; None: not known."""


@dataclass(frozen=True)
class Peer:
    """A school with its distance and what makes it."""

    school: SchoolFeatures
    distance: float
    """0 to 1."""
    parts: tuple[Part, ...]
    """The features that have a weight, in the order of `FEATURES`."""

    @property
    def alike(self) -> tuple[Part, ...]:
        """Features in which both schools are the same."""
        return tuple(part for part in self.parts if part.distance == 0)

    @property
    def different(self) -> tuple[Part, ...]:
        """Features in which they differ."""
        return tuple(part for part in self.parts if part.distance)

    @property
    def unknown(self) -> tuple[Part, ...]:
        """Features that are not known of one or both."""
        return tuple(part for part in self.parts if part.distance is None)

    def as_json(self) -> dict[str, object]:
        """The object that `awards peers suggest --json` prints."""
        return {
            "school_id": self.school.school_id,
            "school": self.school.name,
            "state": self.school.state,
            "distance": round(self.distance, 4),
            "alike": {part.feature.key: part.theirs for part in self.alike},
            "different": {part.feature.key: {"own": part.own, "theirs": part.theirs} for part in self.different},
            "unknown": [part.feature.key for part in self.unknown],
            "standing": self.school.standing,
        }


@dataclass(frozen=True)
class Suggestion:
    """The schools most like one, the nearest first, and out of how many."""

    own: SchoolFeatures
    peers: tuple[Peer, ...]
    n_measured: int
    """Other schools of the same kind whose distance is known."""
    unmeasured: tuple[SchoolFeatures, ...]
    """Other schools of the same kind of which too little is known."""


def parts_of(own: SchoolFeatures, other: SchoolFeatures, weights: Weights) -> tuple[Part, ...]:
    """The features that have a weight, with the distance in each."""
    pairs = ((feature, own.value(feature), other.value(feature)) for feature in FEATURES if weights.of(feature))
    return tuple(Part(feature, one, two, feature.distance(one, two)) for feature, one, two in pairs)


def distance(own: SchoolFeatures, other: SchoolFeatures, weights: Weights = Weights()) -> float | None:
    """Gower's distance, 0 to 1; None for schools of different kinds and where too little is known."""
    if own.kind != other.kind:
        return None
    known = [part for part in parts_of(own, other, weights) if part.distance is not None]
    weight = sum(weights.of(part.feature) for part in known)
    if weight < LEAST_KNOWN * sum(weights.of(feature) for feature in FEATURES):
        return None
    return sum(weights.of(part.feature) * (part.distance or 0.0) for part in known) / weight


def suggest(
    own: SchoolFeatures, schools: Iterable[SchoolFeatures], weights: Weights = Weights(), n: int = 10
) -> Suggestion:
    """The `n` schools of the same kind that are nearest to `own`, which is left out itself."""
    peers: list[Peer] = []
    unmeasured: list[SchoolFeatures] = []
    for school in schools:
        if school.school_id == own.school_id or school.kind != own.kind:
            continue
        far = distance(own, school, weights)
        if far is None:
            unmeasured.append(school)
        else:
            peers.append(Peer(school, far, parts_of(own, school, weights)))
    peers.sort(key=lambda peer: (peer.distance, peer.school.school_id))
    unmeasured.sort(key=lambda school: school.school_id)
    return Suggestion(own, tuple(peers[:n]), len(peers), tuple(unmeasured))
