"""What an announcement says, as proposals for a person: nothing of it counts before it is accepted and loaded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from etl.extract.announcement import Document
from etl.load.binding import directory
from etl.load.one_file import award_names
from etl.load.versioned import live
from etl.schema import tables
from etl.transform.schools import Decision, PrintedName, Resolver
from etl.transform.statements import AwardCodes, Counted, Hints, Reading, SchoolMention, read_statements

HEALTH_KINDS = frozenset(
    ("medicine", "osteopathic medicine", "nursing", "dentistry", "pharmacy", "veterinary medicine", "public health",
     "allied health", "optometry", "health sciences center", "academic medical center")
)  # fmt: skip
"""Kinds of school to which awards given to health units go."""


@dataclass(frozen=True)
class Known:
    """What a document is read against.

    `families` gives each award's family, `health` the awards that go to health units alone, `first_years` the first
    award year of each.
    """

    resolver: Resolver
    awards: AwardCodes
    families: Mapping[str, str] = field(default_factory=dict)
    health: frozenset[str] = frozenset()
    first_years: Mapping[str, int] = field(default_factory=dict)
    latest: int = 2100

    def hints(self, published: date | None) -> Hints:
        """What the grammar is told."""
        older = {code: self.families[code] for code in self.health if self.families.get(code) not in (None, code)}
        return Hints(published, self.first_years, older, self.latest)

    def school_of(self, school: SchoolMention, award: str | None, year: int | None) -> str | None:
        """The key of the school that a name means, None where it is not certain."""
        asked = PrintedName(school=school.name, parent=school.parent, award=award, year=year)
        return _id(self.resolver.resolve(asked))

    def family(self, award: str | None) -> str | None:
        """The family of an award; of a tier its own."""
        return self.families.get(award or "", award)


def known_now(connection: Connection) -> Known:
    """What counts in the newest data version."""
    t = tables()
    awards, cycles = live(connection, t["award"]), live(connection, t["cycle"])
    first: dict[str, int] = {}
    for row in cycles:
        first[row["award"]] = min(first.get(row["award"], row["year"]), row["year"])
    latest = max((row["year"] for row in cycles), default=date.today().year)
    return Known(
        directory(connection),
        award_names(connection),
        {row["award"]: row["family"] for row in awards},
        frozenset(row["award"] for row in awards if row["given_to"] == "health" and row["role"] == "award"),
        first,
        max(latest, date.today().year),
    )


@dataclass(frozen=True)
class ObservationProposal:
    """A win that the document states."""

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
        """The proposals as objects, the keys of each kind as its class has them."""
        return [asdict(one) for one in self.proposals]


def propose(document: Document, known: Known) -> Proposed:
    """What the document says; empty where it names no award that is known."""
    reading = read_statements(document.text, known.awards, known.hints(document.published_on))
    naming = _Naming(document, reading, known)
    found: list[Proposal] = [*_observations(document, reading, naming, known)]
    found += _claims(document, reading, naming, known)
    found += _recipients(document, reading, naming)
    found += _initiatives(document, reading, naming, found)
    notices = [*document.notices]
    if not reading.awards:
        notices.append("no award that is known is named in it")
    elif not found:
        notices.append("an award is named, but nothing is said of a win")
    return Proposed(document, tuple(sorted(found, key=lambda one: (one.start, one.end))), tuple(notices))


class _Naming:
    """Ties the names in one document to schools; asked with the document's address as evidence."""

    def __init__(self, document: Document, reading: Reading, known: Known) -> None:
        self._document = document
        self._known = known
        self._reading = reading
        self._asked: dict[tuple[str, str | None, str | None, int | None], Decision] = {}
        first = next((win for win in reading.wins if win.basis == "announced"), None)
        self.award, self.year = (first.award, first.year) if first else (None, None)
        self.main = self.of(reading.school, self.award, self.year)

    def of(self, school: SchoolMention | None, award: str | None, year: int | None) -> Decision | None:
        """The decision on a name, on the main school's for none; of a parent named for its unit, the unit's."""
        if school is None:
            return self.main if hasattr(self, "main") else None
        decision = self._resolved(school.name, school.parent, award, year)
        main = getattr(self, "main", None)
        if main is None or decision.school_id == main.school_id:
            return decision
        if decision.school_id is None or self._stands_for(decision, main, award):
            return main
        return decision

    def _stands_for(self, decision: Decision, main: Decision, award: str | None) -> bool:
        """Whether the university is named where its school is meant: the award goes to health units alone, or no win
        of its own is announced."""
        parent = decision.kind == "institution" and decision.unitid == main.unitid and main.kind != "institution"
        if not parent:
            return False
        announced = {self._resolved(w.school.name, w.school.parent, w.award, w.year).school_id
                     for w in self._reading.wins if w.school and w.basis == "announced" and not w.health}  # fmt: skip
        return award in self._known.health or decision.school_id not in announced

    def _resolved(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision:
        key = (name, parent, award, year)
        if key not in self._asked:
            asked = PrintedName(school=name, parent=parent, award=award, year=year, source_url=self._document.url)
            self._asked[key] = self._known.resolver.resolve(asked)
        return self._asked[key]

    def printed(self, school: SchoolMention | None) -> tuple[str | None, str | None]:
        """The name and its parent as the document prints them."""
        named = school or self._reading.school
        return (named.name, named.parent) if named else (None, None)


def _id(decision: Decision | None) -> str | None:
    return decision.school_id if decision and decision.decision in ("accepted", "created") else None


def award_for(award: str, year: int, kind: str | None, known: Known) -> str:
    """The award that is meant: a health school's plain award is that for health units from its first year on, and
    before that year a health award can only have been the family's older one."""
    for health in known.health:
        older = known.families.get(health, health)
        first = known.first_years.get(health, 0)
        if award == older and older != health and kind in HEALTH_KINDS and year >= first:
            return health
        if award == health and year < first:
            return older
    return award


def _observations(
    document: Document, reading: Reading, naming: _Naming, known: Known
) -> Iterator[ObservationProposal]:
    best: dict[tuple[str | None, str, int], ObservationProposal] = {}
    for win in reading.wins:
        decision = naming.of(win.school, win.award, win.year)
        award = award_for(win.award, win.year, decision.kind if decision else None, known)
        name, parent = naming.printed(win.school)
        if decision is naming.main:
            name, parent = naming.printed(None)
        family = known.family(award)
        tier = award if family != known.family(naming.award) and award != naming.award else None
        one = ObservationProposal(
            name, parent, _id(decision), award, win.year, win.basis, "won", tier, win.start, win.end,
            document.place(win.start, win.end),
            "" if win.year_printed else "award year not printed: taken from the day of the page",
            tuple(c.school_id for c in decision.candidates) if decision and not _id(decision) else (),
        )  # fmt: skip
        key = (one.school_id or one.school_as_printed, award, win.year)
        if key not in best or (best[key].basis, one.basis) == ("claimed", "announced"):
            best[key] = one
    yield from best.values()


def _claims(document: Document, reading: Reading, naming: _Naming, known: Known) -> Iterator[ClaimProposal]:
    """Each claim once: a total that only repeats a run in other words stays, the same words at two places do not."""
    seen: set[tuple[Any, ...]] = set()
    for said in reading.counted:
        decision = naming.of(said.school, said.award, said.as_of_year)
        name, parent = naming.printed(None if decision is naming.main else said.school)
        family = known.family(said.award)
        key = (_id(decision) or name, family, said.claim, said.n, said.as_of_year)
        if key in seen or (said.ambiguous and not said.counts_from and _settled(said, reading)):
            continue
        seen.add(key)
        yield ClaimProposal(
            said.claim, said.n, said.as_of_year, name, parent, _id(decision), family, said.ambiguous,
            said.counts_from, said.words, said.start, said.end, document.place(said.start, said.end),
        )  # fmt: skip


def _settled(said: Counted, reading: Reading) -> bool:
    """Whether the text says elsewhere what an ambiguous count means: "second year" beside "second year in a row"."""
    clear = (one for one in reading.counted if not one.ambiguous and one.claim in ("consecutive", "total"))
    return any((one.n, one.as_of_year, one.award) == (said.n, said.as_of_year, said.award) for one in clear)


def _recipients(document: Document, reading: Reading, naming: _Naming) -> Iterator[RecipientsProposal]:
    seen = set()
    health = any(award.health for award in reading.awards)
    for said in reading.recipients:
        if said.among or said.award is None or said.year is None:
            continue
        award = naming.award if health and naming.award and said.award != naming.award and _plain(said.award, reading) else said.award
        key = (award, said.year, said.recipients)
        if key not in seen:
            seen.add(key)
            place = document.place(said.start, said.end)
            yield RecipientsProposal(award, said.year, said.recipients, said.words, said.start, said.end, place)


def _plain(award: str, reading: Reading) -> bool:
    return any(one.award == award and not one.on_top and not one.health for one in reading.awards)


def _initiatives(
    document: Document, reading: Reading, naming: _Naming, found: Sequence[Proposal]
) -> Iterator[InitiativeProposal]:
    """The programmes, for the main school, where the document says anything of a win."""
    if not any(isinstance(one, ObservationProposal) and one.basis == "announced" for one in found):
        return
    name, parent = naming.printed(None)
    for said in reading.programmes:
        yield InitiativeProposal(
            said.name, said.category, naming.year, name, parent, _id(naming.main), said.start, said.end,
            document.place(said.start, said.end),
        )  # fmt: skip
