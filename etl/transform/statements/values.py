"""What the grammar finds. Every value has its place: `start` and `end` count characters of the text that was read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

Basis = Literal["announced", "claimed"]
ClaimKind = Literal["consecutive", "total", "first_time", "every_year_since"]


class AwardCodes(Protocol):
    """Who knows the awards: `etl.transform.awards.AwardNames` does."""

    def code(self, text: str, year: int | None) -> str | None:
        """The code of the award that the text means in that award year, None where there is no one award."""


@dataclass(frozen=True)
class Hints:
    """What is known beside the text.

    `published`: day of the page. `first_years`: first award year of each award. `older`: for an award that split off,
    the award of its family that was there before. `latest`: no award year beyond it is believed. `several`: the text
    tells of many years, as an annual report does, so a year in a sentence goes before that of the whole. `assume`: the
    award that is meant where the text names none. `knows`: whether a short form such as "Virginia Tech" is a school's.
    `initials`: whether a school is listed under a word of capitals; `own_initials`: whether the one whose page it is
    goes by it. `shared`: sentences, in the form of `sentences.likeness`, that other schools' texts hold word for word.
    """

    published: date | None = None
    first_years: Mapping[str, int] = field(default_factory=dict)
    older: Mapping[str, str] = field(default_factory=dict)
    latest: int = 2100
    several: bool = False
    assume: str | None = None
    knows: Callable[[str], bool] | None = None
    initials: Callable[[str], bool] | None = None
    own_initials: Callable[[str], bool] | None = None
    shared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline or item of a list; `text` is the same length as its span, in plain characters."""

    start: int
    end: int
    text: str
    headline: bool = False
    item: bool = False


@dataclass(frozen=True, slots=True)
class AwardMention:
    """An award by one of its names, misprints included; `year` is the award year printed beside it."""

    start: int
    end: int
    award: str
    year: int | None = None
    health: bool = False
    on_top: bool = False
    """A tier or a mention on top of an award."""
    apart: bool = False
    """An award of its own, which is announced at another time of the year."""


@dataclass(frozen=True, slots=True)
class SchoolMention:
    """A name that could be a school's; `parent` is the university printed elsewhere, for a bare unit."""

    start: int
    end: int
    name: str
    parent: str | None = None
    unit: bool = False


@dataclass(frozen=True, slots=True)
class Win:
    """A school, an award, a year.

    `year_printed` is False where the year is taken from the day of the page; `listed` tells that the school stands
    beside others that won the same, `aside` that the text tells of it behind the win of another school.
    """

    start: int
    end: int
    award: str
    year: int
    basis: Basis
    school: SchoolMention | None
    health: bool = False
    year_printed: bool = True
    listed: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Denial:
    """A school, an award, a year that the text says was not won; without a year, none ever was."""

    start: int
    end: int
    award: str
    year: int | None
    school: SchoolMention | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted statement; for every_year_since `n` is the first year. `as_of_year` None: the text does not tell."""

    start: int
    end: int
    words: str
    claim: ClaimKind
    n: int
    as_of_year: int | None
    award: str | None
    school: SchoolMention | None
    ambiguous: bool = False
    counts_from: int | None = None
    health: bool = False
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Recipients:
    """A number of recipients: of all, or of those that `among` names ("dental schools")."""

    start: int
    end: int
    words: str
    recipients: int
    award: str | None
    year: int | None
    among: str | None = None


@dataclass(frozen=True, slots=True)
class OnlyOne:
    """The school is said to be the only (or first) one of its kind in a place to have won."""

    start: int
    end: int
    words: str
    place: str
    school: SchoolMention | None
    award: str | None
    year: int | None
    what: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme that the text credits to the school, with a suggested category."""

    start: int
    end: int
    name: str
    category: str | None


Statement = Win | Denial | Counted | Recipients | OnlyOne | Programme


@dataclass(frozen=True)
class Reading:
    """All that was found in a text, each group in the order of the text; nothing where no known award is named."""

    school: SchoolMention | None = None
    awards: tuple[AwardMention, ...] = ()
    schools: tuple[SchoolMention, ...] = ()
    wins: tuple[Win, ...] = ()
    counted: tuple[Counted, ...] = ()
    recipients: tuple[Recipients, ...] = ()
    only: tuple[OnlyOne, ...] = ()
    programmes: tuple[Programme, ...] = ()
    denials: tuple[Denial, ...] = ()
    year: int | None = None
    """The award year of which the text tells, or a text of its day would; None where it tells neither."""

    def statements(self) -> Iterator[Statement]:
        """All statements in the order of the text."""
        found: list[Statement] = [*self.wins, *self.denials, *self.counted, *self.recipients, *self.only,
                                  *self.programmes]  # fmt: skip
        yield from sorted(found, key=lambda one: (one.start, one.end))
