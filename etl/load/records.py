"""Records, year statuses and clashes of schools, derived anew and stored where they differ."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import replace as replaced
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, select

from etl.load.reference import by_file
from etl.load.versioned import Row, live, live_among, replace
from etl.schema import tables
from etl.transform.conclusion import Conclusion, CycleYear, SourcedClaim, conclude
from etl.transform.inference import CountedClaim
from etl.transform.records import Statement

SCHOOLS_AT_A_TIME = 20_000
"""Schools whose observations are held in memory together."""


@dataclass(frozen=True)
class World:
    """What all schools share: awards by family, tiers, the calendar, and the names that wait."""

    family_of: Mapping[str, str]
    sits_on: Mapping[str, str]
    """Family on which a tier sits."""
    calendar: Mapping[str, list[CycleYear]]
    waiting: Mapping[tuple[str, int], list[Row]]
    """Unresolved names by family and award year."""
    unitid_of: Mapping[str, str | None]

    @classmethod
    def read(cls, connection: Connection) -> "World":
        """The world as it counts now."""
        t = tables()
        awards = by_file(connection, t["award"])
        family_of = {row["award"]: row["family"] for row in awards}
        calendar = defaultdict(list)
        for row in live(connection, t["calendar"]):
            if row["known"]:
                calendar[row["family"]].append(
                    CycleYear(row["year"], row["held"], row["announced"], row["list_complete"])
                )
        waiting = defaultdict(list)
        for row in live(connection, t["unresolved_name"]):
            if row["award"] in family_of and row["year"] is not None:
                waiting[family_of[row["award"]], row["year"]].append(row)
        return cls(
            family_of,
            {row["award"]: row["on_top_of"] for row in awards if row["role"] == "tier" and row["on_top_of"]},
            calendar,
            waiting,
            {row["school_id"]: row["unitid"] for row in live(connection, t["school"])},
        )

    def family_of_claim(self, family: str) -> str:
        """The family that a claim's `family` speaks of, whether it counts the family or one award of it."""
        code = family.removeprefix("award:")
        return self.family_of.get(code, code) if family.startswith("award:") else family

    def could_be(self, school_id: str, family: str) -> set[int]:
        """Years in which a name that waits could be this school; a name without candidates could be any."""
        unitid = self.unitid_of.get(school_id)
        return {
            year
            for (named, year), rows in self.waiting.items()
            if named == family and any(_could_be(row["candidates"], school_id, unitid) for row in rows)
        }


def _could_be(candidates: list[dict[str, Any]], school_id: str, unitid: str | None) -> bool:
    return not candidates or any(
        school_id == one["school_id"] or (unitid is not None and one["unitid"] == unitid) for one in candidates
    )


@dataclass
class Facts:
    """All that is said about one school."""

    observations: list[tuple[str, Statement]]
    """Pairs of family and statement."""
    claims: list[tuple[str, SourcedClaim]]


def refresh_records(connection: Connection, school_ids: Collection[str], version: int) -> set[str]:
    """Derive records of the schools anew and store what differs; returns the schools whose records changed."""
    world = World.read(connection)
    changed: set[str] = set()
    wanted = sorted(school_ids)
    for start in range(0, len(wanted), SCHOOLS_AT_A_TIME):
        part = wanted[start : start + SCHOOLS_AT_A_TIME]
        changed |= _store(connection, part, _concluded(connection, part, world), world, version)
    return changed


def _concluded(connection: Connection, school_ids: list[str], world: World) -> dict[tuple[str, str], Conclusion]:
    """Conclusion by school and family."""
    complete = {family for family, years in world.calendar.items() if any(year.list_complete for year in years)}
    answers = {}
    for school_id, facts in _facts(connection, school_ids, world).items():
        families = {family for family, _ in (*facts.observations, *facts.claims)}
        families |= {world.sits_on[one.award] for _, one in facts.observations if one.award in world.sits_on}
        for family in families | complete:
            answers[school_id, family] = _conclude(world, school_id, family, facts)
    return answers


def _conclude(world: World, school_id: str, family: str, facts: Facts) -> Conclusion:
    """What follows in one family; a tier is an award in its own family and a tier in the one it sits on."""
    own = [one for named, one in facts.observations if named == family]
    tiers = [one for _, one in facts.observations if world.sits_on.get(one.award) == family]
    return conclude(
        [*own, *(replaced(one, role="tier") for one in tiers)],
        [claim for named, claim in facts.claims if named == family],
        world.calendar.get(family, []),
        world.could_be(school_id, family),
    )


def _facts(connection: Connection, school_ids: list[str], world: World) -> dict[str, Facts]:
    facts = {school_id: Facts([], []) for school_id in school_ids}
    t = tables()
    sources = _source_keys(connection)
    for row in live_among(connection, t["observation"], "bound_school_id", school_ids):
        if row["award"] in world.family_of and row["source_id"] in sources:
            statement = _statement(row, sources[row["source_id"]])
            facts[row["bound_school_id"]].observations.append((world.family_of[row["award"]], statement))
    for row in live_among(connection, t["claim"], "bound_school_id", school_ids):
        if row["source_id"] in sources:
            claim = _claim(row, sources[row["source_id"]])
            facts[row["bound_school_id"]].claims.append((world.family_of_claim(row["family"]), claim))
    return facts


def _source_keys(connection: Connection) -> dict[str, str]:
    """One key for each document: a page that is known by its key and by its address is one source."""
    source = tables()["source"]
    query = select(source.c.source_id, source.c.url).where(source.c.valid_to.is_(None))
    rows = connection.execute(query).all()
    first: dict[str, str] = {}
    for source_id, url in sorted(rows, key=lambda row: (row.source_id.startswith("web:"), row.source_id)):
        first.setdefault(url or source_id, source_id)
    return {source_id: first[url or source_id] for source_id, url in rows}


def _statement(row: Row, source_id: str) -> Statement:
    return Statement(
        key=row["content_key"],
        award=row["award"],
        year=row["year"],
        outcome=row["outcome"],
        basis=row["basis"],
        suspect=row["suspect"],
        source_id=source_id,
        stated_on=row["stated_on"],
    )


def _claim(row: Row, source_id: str) -> SourcedClaim:
    one_award = row["family"].startswith("award:")
    counted = CountedClaim(
        claim_key=f"claim:{row['content_key']}",
        claim=row["claim"],
        n=row["n"],
        as_of_year=row["as_of_year"],
        counts_from=row["counts_from"],
        whole_family=not one_award,
        award=row["family"].removeprefix("award:") if one_award else None,
    )
    return SourcedClaim(counted, source_id, suspect=row["suspect"], ambiguous=row["ambiguous"])


def _store(
    connection: Connection,
    school_ids: list[str],
    answers: Mapping[tuple[str, str], Conclusion],
    world: World,
    version: int,
) -> set[str]:
    records = (
        row for (school, family), answer in answers.items() for row in _record_rows(school, family, answer, world)
    )
    years = (row for (school, family), answer in answers.items() for row in _year_rows(school, family, answer))
    clashes = (
        {"school_id": school, "family": family, "statements": list(answer.clash)}
        for (school, family), answer in answers.items()
        if answer.clash
    )
    t = tables()
    wanted = (
        (t["record"], ("award", "year"), records),
        (t["year_status"], ("family", "year"), years),
        (t["clash"], ("family",), clashes),
    )
    return {school for table, key, rows in wanted for school in _put(connection, table, key, school_ids, rows, version)}


def _put(
    connection: Connection,
    table: Table,
    key: tuple[str, ...],
    school_ids: list[str],
    wanted: Iterable[Row],
    version: int,
) -> set[str]:
    """Make these the rows of the schools in a table; returns the schools whose rows changed."""
    present = live_among(connection, table, "school_id", school_ids)
    told_apart = itemgetter("school_id", *key)
    came, went = replace(connection, table, told_apart, present, wanted, version)
    return {row["school_id"] for row in (*came, *went)}


def _record_rows(school_id: str, family: str, answer: Conclusion, world: World) -> Iterable[Row]:
    for one in answer.records:
        if world.family_of[one.award] != family:
            continue  # a tier's record belongs to the tier's own family
        yield {
            "school_id": school_id,
            "family": family,
            "award": one.award,
            "year": one.year,
            "status": one.status,
            "basis": one.basis,
            "n_sources": one.n_sources,
            "conflict": one.conflict,
            "why": one.why,
        }


def _year_rows(school_id: str, family: str, answer: Conclusion) -> Iterable[Row]:
    for one in answer.years:
        yield {
            "school_id": school_id,
            "family": family,
            "year": one.year,
            "status": one.status,
            "award": one.award,
            "basis": one.basis,
            "conflict": one.conflict,
            "why": one.why,
            "sources": list(one.sources),
        }
