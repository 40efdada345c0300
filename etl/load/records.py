"""Records, year statuses and clashes of schools, derived anew and stored where they differ."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as replaced
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, Text, and_, func, select, text

from etl.kinds import SOURCES
from etl.load.reference import by_file
from etl.load.sources import url_source_id
from etl.load.touched import Touched
from etl.load.versioned import CHUNK, Row, live, live_among, replace, rows_of
from etl.schema import tables
from etl.transform.conclusion import Conclusion, CycleYear, SourcedClaim, conclude
from etl.transform.inference import CountedClaim
from etl.transform.records import Statement

DIVIDER = "\n"
"""Parts the keys of sources where the database draws them together; no key has line breaks."""
SCHOOLS_AT_A_TIME = 200
"""Schools whose statements are held in memory together."""
CELLS_ASKED_FOR = 20_000
"""Up to so many years of schools are asked for by themselves; when more changed, all of a school is read."""
CELLS_A_QUESTION = 5_000
WANTED = {
    "sqlite": text(
        "SELECT json_extract(value, '$[0]') AS one, json_extract(value, '$[1]') AS other, "
        "json_extract(value, '$[2]') AS year FROM json_each(:wanted)"
    ),
    "postgresql": text(
        "SELECT value ->> 0 AS one, value ->> 1 AS other, CAST(value ->> 2 AS INTEGER) AS year "
        "FROM jsonb_array_elements(CAST(:wanted AS jsonb))"
    ),
}
"""School, award or family, and year of each cell, out of one text: by the kind of database."""
Scope = dict[str, set[int] | None]
"""By family the years of a school to derive anew, None for all of them."""


@dataclass(frozen=True)
class World:
    """What all schools share: awards by family, tiers, the calendar, and the names that wait."""

    family_of: Mapping[str, str]
    sits_on: Mapping[str, str]
    """Family on which a tier sits."""
    calendar: Mapping[str, list[CycleYear]]
    complete: frozenset[str]
    """Families with a complete list of winners."""
    waiting: Mapping[tuple[str, int], list[Row]]
    """Unresolved names by family and award year, where its list of winners is complete."""
    unitid_of: Mapping[str, str | None]
    one_source: Mapping[str, str]
    """For a page that is known by its address and by keys, the key that stands for all of them."""

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
        school = t["school"]
        unitids = connection.execute(select(school.c.school_id, school.c.unitid).where(school.c.valid_to.is_(None)))
        return cls(
            family_of,
            {row["award"]: row["on_top_of"] for row in awards if row["role"] == "tier" and row["on_top_of"]},
            calendar,
            frozenset(family for family, years in calendar.items() if any(year.list_complete for year in years)),
            _waiting(connection, family_of, calendar),
            dict(tuple(row) for row in unitids),
            _one_source(connection),
        )

    def family_of_claim(self, family: str) -> str:
        """The family that a claim's `family` speaks of, whether it counts the family or one award of it."""
        code = family.removeprefix("award:")
        return self.family_of.get(code, code) if family.startswith("award:") else family

    def families_of(self, award: str) -> set[str]:
        """The families in which an award counts: its own, and the one on which it sits as a tier."""
        found = {self.family_of.get(award), self.sits_on.get(award)}
        return {family for family in found if family} if award in self.family_of else set()

    def awards_in(self, family: str) -> list[str]:
        """The awards that count in a family, with the tiers that sit on it."""
        return [award for award in self.family_of if family in self.families_of(award)]

    def could_be(self, school_id: str, family: str) -> set[int]:
        """Years in which a name that waits could be this school; a name without candidates could be any."""
        unitid = self.unitid_of.get(school_id)
        return {
            year
            for (named, year), rows in self.waiting.items()
            if named == family and any(_could_be(row["candidates"], school_id, unitid) for row in rows)
        }


def _waiting(
    connection: Connection, family_of: Mapping[str, str], calendar: Mapping[str, list[CycleYear]]
) -> dict[tuple[str, int], list[Row]]:
    """Names that wait for a person, by family and award year: only beside a complete list do they matter."""
    lists = {(family, one.year) for family, years in calendar.items() for one in years if one.list_complete}
    waiting = defaultdict(list)
    if lists:
        name = tables()["unresolved_name"]
        query = select(name).where(name.c.valid_to.is_(None), name.c.year.in_({year for _, year in lists}))
        for row in rows_of(connection, query):
            if (family := family_of.get(row["award"])) and (family, row["year"]) in lists:
                waiting[family, row["year"]].append(row)
    return waiting


def _could_be(candidates: list[dict[str, Any]], school_id: str, unitid: str | None) -> bool:
    return not candidates or any(
        school_id == one["school_id"] or (unitid is not None and one["unitid"] == unitid) for one in candidates
    )


def _one_source(connection: Connection) -> dict[str, str]:
    """For the pages that files of sources list, by each of their keys and by their address, one key for each page."""
    source, file = tables()["source"], tables()["file"]
    query = select(source.c.source_id, source.c.url).join(file, file.c.file_id == source.c.file_id)
    listed = query.where(source.c.valid_to.is_(None), source.c.url.is_not(None), file.c.kind == SOURCES.name)
    rows = sorted(connection.execute(listed), key=lambda row: (row.source_id.startswith("web:"), row.source_id))
    first: dict[str, str] = {}
    for source_id, url in rows:
        first.setdefault(url, source_id)
    return {url_source_id(url): one for url, one in first.items()} | {key: first[url] for key, url in rows}


@dataclass
class Facts:
    """All that is said about one school."""

    observations: list[tuple[str, Statement]]
    """Pairs of family and statement."""
    claims: list[tuple[str, SourcedClaim]]


def refresh_records(connection: Connection, touched: Touched | Collection[str], version: int) -> set[str]:
    """Derive records anew where something else is said, and store what differs; returns the schools whose records
    changed.
    """
    change, world = Touched.of(touched), World.read(connection)
    changed: set[str] = set()
    wanted = sorted(change.all())
    claims = _claims(connection, wanted, world)
    scopes = {school_id: _scope(school_id, change, world, claims) for school_id in wanted}
    wholly = [school_id for school_id in wanted if _is_whole(scopes[school_id])]
    # Apart, since one school of which all is read would have all of its neighbours read too.
    for among in (wholly, sorted(scopes.keys() - set(wholly))):
        for start in range(0, len(among), SCHOOLS_AT_A_TIME):
            part = {school_id: scopes[school_id] for school_id in among[start : start + SCHOOLS_AT_A_TIME]}
            changed |= _refresh(connection, part, world, claims, version)
    return changed


def _scope(school_id: str, change: Touched, world: World, claims: "Claims") -> Scope | None:
    """What of a school to derive anew, None for all; a claim ties all years of a family together."""
    if school_id in change.schools:
        return None
    counted = {family for family, _ in claims.get(school_id, ())}
    scope: Scope = {}
    for award, year in change.years[school_id]:
        for family in world.families_of(award):
            years = scope.setdefault(family, None if family in counted else set())
            if years is not None:
                years.add(year)
    return scope


def _is_whole(scope: Scope | None) -> bool:
    """Whether all of a school, or of one of its families, is derived anew."""
    return scope is None or None in scope.values()


Claims = Mapping[str, list[tuple[str, SourcedClaim]]]
"""By school the counted claims with the family of each."""


def _claims(connection: Connection, school_ids: list[str], world: World) -> Claims:
    claims = defaultdict(list)
    for row in live_among(connection, tables()["claim"], "bound_school_id", school_ids):
        claim = _claim(row, world.one_source.get(row["source_id"], row["source_id"]))
        claims[row["bound_school_id"]].append((world.family_of_claim(row["family"]), claim))
    return claims


def _refresh(
    connection: Connection, scopes: Mapping[str, Scope | None], world: World, claims: Claims, version: int
) -> set[str]:
    cells = _cells(scopes)
    said = _statements(connection, list(scopes), cells, world)
    answers = {}
    for school_id, scope in scopes.items():
        facts = Facts(said.get(school_id, []), list(claims.get(school_id, ())))
        for family, years in (scope if scope is not None else _all_of(school_id, facts, world)).items():
            answers[school_id, family] = _conclude(world, school_id, family, facts, years)
    return _store(connection, scopes, cells, answers, world, version)


def _all_of(school_id: str, facts: Facts, world: World) -> Scope:
    """All families of which something is said of the school, and those with a complete list."""
    families = {family for family, _ in (*facts.observations, *facts.claims)}
    families |= {world.sits_on[one.award] for _, one in facts.observations if one.award in world.sits_on}
    return dict.fromkeys(families | (world.complete if school_id in world.unitid_of else frozenset()))


Cells = list[tuple[str, str, int]]
"""School, family and year."""


def _cells(scopes: Mapping[str, Scope | None]) -> Cells | None:
    """The years of schools to derive anew where they are few, None where all of a school has to be read."""
    cells: Cells = []
    for school_id, scope in scopes.items():
        if scope is None or _is_whole(scope):
            return None
        cells += [(school_id, family, year) for family, years in scope.items() for year in years or ()]
    return cells if len(cells) <= CELLS_ASKED_FOR else None


def _conclude(world: World, school_id: str, family: str, facts: Facts, years: set[int] | None) -> Conclusion:
    """What follows in one family; a tier is an award in its own family and a tier in the one it sits on."""
    own = [one for named, one in facts.observations if named == family]
    tiers = [replaced(one, role="tier") for _, one in facts.observations if world.sits_on.get(one.award) == family]
    calendar = world.calendar.get(family, [])
    could_be = world.could_be(school_id, family) if family in world.complete else set()
    if years is None:
        return conclude([*own, *tiers], [claim for named, claim in facts.claims if named == family], calendar, could_be)
    told = [one for one in (*own, *tiers) if one.year in years]
    return conclude(told, [], [cycle for cycle in calendar if cycle.year in years], could_be)


def _statements(
    connection: Connection, school_ids: list[str], cells: Cells | None, world: World
) -> dict[str, list[tuple[str, Statement]]]:
    """What is said of the schools, by school, with the family of each award: one statement for all sources that say
    the same.
    """
    t = tables()["observation"]
    told = (t.c.bound_school_id, t.c.award, t.c.year, t.c.outcome, t.c.basis, t.c.suspect, t.c.stated_on)
    query = select(*told, func.aggregate_strings(t.c.source_id, DIVIDER)).where(t.c.valid_to.is_(None)).group_by(*told)
    found = defaultdict(list)
    for part in _among(
        connection.dialect.name, query, cells, school_ids, (t.c.bound_school_id, t.c.award, t.c.year), world.awards_in
    ):
        for school_id, award, year, outcome, basis, suspect, stated_on, sources in connection.execute(part):
            if award in world.family_of:
                keys = sorted({world.one_source.get(key, key) for key in sources.split(DIVIDER)})
                one = Statement(0, award, year, outcome, basis, suspect, keys[0], stated_on, "award", tuple(keys[1:]))
                found[school_id].append((world.family_of[award], one))
    return found


def _among(
    dialect: str,
    query: Select[Any],
    cells: Cells | None,
    school_ids: list[str],
    columns: tuple[ColumnElement[Any], ...],
    spread: Callable[[str], Iterable[str]],
) -> Iterator[Select[Any]]:
    """The query asked, in parts, for the rows of the cells, or of the schools where all of each is to be read;
    `columns` are those of the school, of what `spread` makes of a family, and of the year.
    """
    if cells is None:
        yield from (query.where(columns[0].in_(school_ids[at : at + CHUNK])) for at in range(0, len(school_ids), CHUNK))
        return
    wanted = sorted({(school_id, one, year) for school_id, family, year in cells for one in spread(family)})
    for at in range(0, len(wanted), CELLS_A_QUESTION):
        # Joined, since SQLite looks up each row of a join by all columns of an index, and a list of tuples by two; as
        # one text, since a list of values is written out anew for every question, which takes as long as its answer.
        told = WANTED[dialect].bindparams(wanted=json.dumps(wanted[at : at + CELLS_A_QUESTION]))
        named = told.columns(one=Text, other=Text, year=Integer).cte("wanted")
        yield query.join(named, and_(*(mine == given for mine, given in zip(columns, named.c, strict=True))))


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
    scopes: Mapping[str, Scope | None],
    cells: Cells | None,
    answers: Mapping[tuple[str, str], Conclusion],
    world: World,
    version: int,
) -> set[str]:
    """Make the answers what counts for the schools, within their scopes."""
    t = tables()
    records = [
        row for (school, family), answer in answers.items() for row in _record_rows(school, family, answer, world)
    ]
    years = [row for (school, family), answer in answers.items() for row in _year_rows(school, family, answer)]
    clashes = [
        {"school_id": school, "family": family, "statements": list(answer.clash)}
        for (school, family), answer in answers.items()
        if answer.clash
    ]
    own = defaultdict(list)
    for award, family in world.family_of.items():
        own[family].append(award)
    changed: set[str] = set()
    for table, key, spread, wanted in (
        (t["record"], "award", own.__getitem__, records),
        (t["year_status"], "family", lambda family: [family], years),
    ):
        now, about = select(table).where(table.c.valid_to.is_(None)), (table.c.school_id, table.c[key], table.c.year)
        present = [
            row
            for part in _among(connection.dialect.name, now, cells, list(scopes), about, spread)
            for row in rows_of(connection, part)
            if _is_within(scopes[row["school_id"]], row)
        ]
        came, went = replace(connection, table, itemgetter("school_id", key, "year"), present, wanted, version)
        changed.update(row["school_id"] for row in (*came, *went))
    if cells is None:
        present = [
            row
            for row in live_among(connection, t["clash"], "school_id", scopes)
            if (scope := scopes[row["school_id"]]) is None or scope.get(row["family"], ()) is None
        ]
        came, went = replace(connection, t["clash"], itemgetter("school_id", "family"), present, clashes, version)
        changed.update(row["school_id"] for row in (*came, *went))
    return changed


def _is_within(scope: Scope | None, row: Row) -> bool:
    """Whether a row is of the years that are derived anew."""
    if scope is None:
        return True
    years = scope.get(row["family"], ())
    return years is None or row["year"] in years


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
