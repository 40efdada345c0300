"""The facts of a report, each asked once, as of one data version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sqlalchemy import Connection

from dashboard.domain.comparison import Comparison, NoCycle, compare
from dashboard.domain.streaks import SchoolStreaks, YearCell
from dashboard.queries.claims import ClaimShown, ClashShown, claims, clashes
from dashboard.queries.families import Family, families
from dashboard.queries.initiatives import initiatives
from dashboard.queries.observations import COLUMNS, ObservationFilter, observation_rows
from dashboard.queries.peers import PeerGroup, groups
from dashboard.queries.reports import AwardInfo, Printed, awards, printed_reports, record_statuses
from dashboard.queries.schools import SchoolInfo, school
from dashboard.queries.sources import SourceInfo, sources_named, unresolved_names
from dashboard.queries.streaks import streaks
from dashboard.queries.totals import PrintedTotal, wins_by_year
from dashboard.queries.versions import VersionInfo, newest_version, version_info
from dashboard.report.choices import Choices, NotAReport

MAIN_FAMILY: Final = "HEED"


@dataclass(frozen=True)
class Statement:
    """One observation about the school: a row of the appendix."""

    source_id: str
    printed: str
    award: str
    year: int
    outcome: str
    basis: str
    place: str
    suspect: bool
    note: str
    stated_on: str


@dataclass(frozen=True)
class InitiativeRow:
    """One citation of a programme: a row of the appendix."""

    name: str
    category: str
    year: int | None
    source_id: str


@dataclass(frozen=True)
class FamilyFacts:
    """One award family: the school's years and streaks as of the report's year, and the printed totals."""

    family: Family
    streaks: SchoolStreaks
    """As of `as_of`; its years are all from the family's first."""
    first: int
    last: int
    """The span of the figures."""
    totals: tuple[tuple[int, str, tuple[PrintedTotal, ...]], ...]
    """(year, award, printed totals) of the report's year."""
    comparison: Comparison | None

    @property
    def cells(self) -> tuple[YearCell, ...]:
        """The years of the span."""
        return tuple(cell for cell in self.streaks.years if self.first <= cell.year <= self.last)

    def cell(self, year: int) -> YearCell | None:
        """The year of that number, where the family has it."""
        return next((cell for cell in self.streaks.years if cell.year == year), None)


class Facts:
    """Answers to a report's questions. Raises NotAReport for a school, family, group or version that there is not."""

    def __init__(self, connection: Connection, choices: Choices) -> None:
        self.connection = connection
        self.choices = choices
        self.version = self._version()
        found = school(connection, choices.school_id, self.version)
        if found is None:
            raise NotAReport(
                f"there is no school {choices.school_id!r} in data version {self.version}; "
                "`awards schools TEXT` finds a school's key"
            )
        self.school: SchoolInfo = found

    def _version(self) -> int:
        newest = newest_version(self.connection)
        asked = self.choices.version
        for name, number in (("data version", asked), ("data version to hold it against", self.choices.since_version)):
            if number is not None and not 1 <= number <= newest:
                raise NotAReport(f"there is no {name} {number}; the newest is {newest}, the first is 1")
        if newest == 0:
            raise NotAReport("nothing has been loaded yet; `awards load data` loads the shipped records")
        return newest if asked is None else asked

    @cached_property
    def info(self) -> VersionInfo:
        """What the data version was."""
        found = version_info(self.connection, self.version)
        if found is None:
            raise NotAReport(f"there is no data version {self.version}")
        return found

    @cached_property
    def awards(self) -> dict[str, AwardInfo]:
        """All awards by code."""
        return awards(self.connection, self.version)

    def award_name(self, code: str) -> str:
        """The name of an award today; its code where it has none."""
        return self.awards[code].name if code in self.awards else code

    @cached_property
    def all_families(self) -> dict[str, Family]:
        """All families of awards (not of tiers and mentions), by code."""
        return {one.family: one for one in families(self.connection, self.version) if one.role == "award"}

    @cached_property
    def families(self) -> tuple[FamilyFacts, ...]:
        """The families of the report, in the order chosen; HEED first, then those with anything known."""
        return tuple(self.family_facts(code, self.choices.year) for code in self.family_codes)

    @cached_property
    def family_codes(self) -> tuple[str, ...]:
        """The codes of the families of the report."""
        known = self.all_families
        if missing := [code for code in self.choices.families if code not in known]:
            told = ", ".join(known) or "none"
            raise NotAReport(f"no award family is called {', '.join(missing)}; there are: {told}")
        if self.choices.families:
            return tuple(dict.fromkeys(self.choices.families))
        spoken = {self.awards[one.award].family for one in self.statements if one.award in self.awards}
        spoken |= {claim.family.removeprefix("award:") for claim in self.claims}
        others = [code for code in known if code in spoken and code != MAIN_FAMILY]
        first = [MAIN_FAMILY] if MAIN_FAMILY in known else []
        return tuple(first + others) or tuple(known)[:1]

    def family_facts(self, code: str, year: int) -> FamilyFacts:
        """The facts of one family as of a year, or of its last calendar year where that comes before."""
        family = self.all_families[code]
        as_of = min(year, family.last_year) if family.last_year else year
        asked = {"as_of": as_of, "version": self.version}
        own = streaks(self.connection, code, school_ids=(self.school.school_id,), **asked)[0]
        first = max(self.choices.first_year or as_of, own.years[0].year) if own.years else as_of
        if own.years and self.choices.first_year is None:
            first = own.years[0].year
        last = min(self.choices.last_year or as_of, as_of)
        return FamilyFacts(family, own, first, last, self._totals(code, year), self._comparison(code, first, last))

    def _totals(self, code: str, year: int) -> tuple[tuple[int, str, tuple[PrintedTotal, ...]], ...]:
        table = wins_by_year(self.connection, code, self.version)
        rows = zip(table["year"], table["award"], table["printed"], strict=True)
        return tuple((int(at), str(award), printed) for at, award, printed in rows if at == year and printed)

    @cached_property
    def group(self) -> PeerGroup | None:
        """The chosen peer group."""
        if not self.choices.peers:
            return None
        known = {group.name: group for group in groups(self.connection, self.version)}
        if self.choices.peers not in known:
            told = ", ".join(known) or "none yet"
            raise NotAReport(f"no peer group is called {self.choices.peers!r}; there are: {told}")
        return known[self.choices.peers]

    def _comparison(self, code: str, first: int, last: int) -> Comparison | None:
        """The school among the group; None without a group, without schools in it, and where no award was held."""
        group = self.group
        others = [key for key in group.school_ids if key != self.school.school_id] if group else []
        if not others or last < first:
            return None
        asked = (self.school.school_id, *others)
        found = {
            one.school_id: one
            for one in streaks(self.connection, code, as_of=last, school_ids=asked, version=self.version)
        }
        try:
            own, rest = found[self.school.school_id], [found[key] for key in others if key in found]
            return compare(own, rest, first, last) if rest and own.years else None
        except NoCycle:
            return None

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that sources state outright about the school, by year, award and source."""
        rows = observation_rows(self.connection, ObservationFilter(school_ids=(self.school.school_id,)), self.version)
        found = [_statement(dict(zip(COLUMNS, row, strict=True))) for row in rows]
        return tuple(sorted(found, key=lambda one: (one.year, one.award, one.basis, one.source_id, one.place)))

    @cached_property
    def claims(self) -> tuple[ClaimShown, ...]:
        """The counted claims of the school."""
        return tuple(claims(self.connection, self.school.school_id, None, self.version))

    @cached_property
    def clashes(self) -> tuple[ClashShown, ...]:
        """Claims of the school that cannot all be true."""
        return tuple(clashes(self.connection, self.school.school_id, None, self.version))

    @cached_property
    def initiatives(self) -> tuple[InitiativeRow, ...]:
        """The programmes cited for the school up to the report's year, or for no year, the newest award year first."""
        table = initiatives(self.connection, self.school.school_id, self.version)
        values = table[["initiative", "category", "year", "source_id"]].astype("object")
        rows = values.where(values.notna(), None).itertuples(index=False, name=None)
        found = {
            InitiativeRow(name, category or "", None if year is None else int(year), source)
            for name, category, year, source in rows
            if year is None or int(year) <= self.choices.year
        }
        return tuple(sorted(found, key=lambda one: (-(one.year or 0), one.name, one.category, one.source_id)))

    @cached_property
    def record_statuses(self) -> dict[tuple[str, int], str]:
        """The status of each record by award and year."""
        return record_statuses(self.connection, self.school.school_id, self.version)

    @cached_property
    def waiting_names(self) -> tuple[str, ...]:
        """Printed names that could be this school and wait for a person."""
        own = self.school.school_id
        waiting = unresolved_names(self.connection, self.version, candidate=own)
        return tuple(
            dict.fromkeys(one.school_as_printed for one in waiting if any(c.school_id == own for c in one.candidates))
        )

    @cached_property
    def since_version(self) -> int | None:
        """The data version the report is held against; None where there was no report of the year before."""
        if self.choices.since_version is not None:
            return self.choices.since_version
        kept = printed_reports(self.connection, self.school.school_id)
        return last_year_version([one for one in kept if one.version <= self.version], self.choices.year)

    def sources(self, keys: set[str]) -> dict[str, SourceInfo]:
        """The sources of those keys."""
        return sources_named(self.connection, keys, self.version)


def last_year_version(kept: Iterable[Printed], year: int) -> int | None:
    """The newest data version that a kept report of the year before tells of; None where there is none."""
    return max((one.version for one in kept if one.year == year - 1), default=None)


def _statement(row: dict[str, object]) -> Statement:
    printed = ", ".join(str(row[name]) for name in ("school_as_printed", "parent_as_printed") if row[name])
    return Statement(
        source_id=str(row["source_id"]),
        printed=printed,
        award=str(row["award"]),
        year=int(str(row["year"])),
        outcome=str(row["outcome"]),
        basis=str(row["basis"]),
        place=str(row["place"] or ""),
        suspect=bool(row["suspect"]),
        note=str(row["note"] or ""),
        stated_on=str(row["stated_on"] or ""),
    )
