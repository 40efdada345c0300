"""Rows bound to schools: what a printed name means, by the names, schools and institutions that count now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Table, select

from etl.load import bulk
from etl.load.ground import BOUND, Bound
from etl.load.sources import Urls
from etl.load.touched import Touched
from etl.load.versioned import BOOKKEEPING, Row, add, close, column_names, live, live_parts, rows_of
from etl.schema import ENTERED, ENTERED_SOURCE, REVIEW, Base, tables
from etl.transform.schools import Alias, Asked, Decision, Gist, Institution, PrintedName, Resolver, School

BOUND_TABLES = tuple(sorted(table.name for table in Base.metadata.sorted_tables if "bound_school_id" in table.c))
"""The tables whose rows carry a printed name."""
REMEMBERED = 200_000
"""Different names whose decisions are remembered while a file is loaded."""
BY_KEY = "the file names the school by its key"
UNKNOWN_KEY = "no school has the key that the file gives"


@dataclass
class Binder:
    """Ties rows to schools and remembers the schools that had to be created for it."""

    make_resolver: Callable[[], Resolver]
    schools: frozenset[str]
    """Keys of the schools that are listed or created already."""
    urls: Urls
    created: dict[str, Decision] = field(default_factory=dict)
    _decided: dict[Gist, Decision] = field(default_factory=dict)

    @cached_property
    def _resolver(self) -> Resolver:
        # Made when the first name asks for it: most files that are loaded hold no printed names.
        return self.make_resolver()

    def resolve(self, names: Sequence[PrintedName]) -> list[Decision]:
        """What the names mean, in order."""
        return self._resolver.resolve_many(names) if names else []

    def asked(self, columns: Mapping[str, Sequence[Any]]) -> list[Asked | None]:
        """What each row asks about its school; None for a row that names it by its key."""
        schools = columns["school_as_printed"]
        blank: list[Any] = [None] * len(schools)
        sources = columns.get("source_id", blank)
        self.urls.learn(sources)
        urls = map(self.urls.get, sources)
        awards = columns["award"] if "award" in columns else map(_award_of, columns.get("family", blank))
        years = columns.get("year", blank)
        asked: list[Asked | None] = list(
            zip(
                (school or "" for school in schools),
                columns["parent_as_printed"],
                columns["state"],
                awards,
                years,
                urls,
                strict=True,
            )
        )
        if "school_id" in columns or ENTERED_SOURCE in sources:
            keys = map(_key, schools, columns.get("school_id", blank), sources)
            return [None if key else one for one, key in zip(asked, keys, strict=True)]
        return asked

    def bound(self, columns: Mapping[str, Sequence[Any]], asked: Sequence[Asked | None]) -> Bound:
        """School, decision and rule of each row."""
        answers = iter(self._answers([one for one in asked if one is not None]))
        if None not in asked:
            found = list(answers)
        else:
            blank = [None] * len(asked)
            schools, sources = columns["school_as_printed"], columns.get("source_id", blank)
            keys = map(_key, schools, columns.get("school_id", blank), sources)
            found = [
                by_key(key or "", self.schools) if one is None else next(answers)
                for one, key in zip(asked, keys, strict=True)
            ]
        return [answer[0] for answer in found], [answer[1] for answer in found], [answer[2] for answer in found]

    def _answers(self, asked: Sequence[Asked]) -> list[tuple[str | None, str, str]]:
        """School, decision and rule for each: whatever cannot be told apart is decided once."""
        if not asked:
            return []
        gists = self._resolver.gists(asked)
        if len(self._decided) > REMEMBERED:
            self._decided.clear()
        if new := set(gists) - self._decided.keys():
            names = {gist: PrintedName(*one) for gist, one in zip(gists, asked, strict=True) if gist in new}
            self._decided.update(zip(names, self._resolver.resolve_many(list(names.values())), strict=True))
        told = {gist: _told(self._decided[gist]) for gist in set(gists)}
        answers = list(map(told.__getitem__, gists))
        last = dict(zip((answer[0] for answer in answers), gists, strict=True))
        for school_id, gist in last.items():
            if school_id and self._decided[gist].decision == "created":
                self.created[school_id] = self._decided[gist]
        return answers

    def evidence(self, row: Mapping[str, Any]) -> PrintedName:
        """Everything the row carries that tells which school is meant."""
        return PrintedName(
            school=row["school_as_printed"] or "",
            parent=row["parent_as_printed"],
            state=row["state"],
            award=row["award"] if "award" in row else _award_of(row.get("family")),
            year=row.get("year"),
            source_url=self.urls.get(row.get("source_id")),
        )


def _told(answer: Decision) -> tuple[str | None, str, str]:
    return answer.school_id if answer.decision in ("accepted", "created") else None, answer.decision, answer.why


def _key(school_as_printed: str | None, school_id: str | None, source_id: str | None) -> str | None:
    return (school_as_printed if source_id == ENTERED_SOURCE else school_id) or None


def key_of(row: Mapping[str, Any]) -> str | None:
    """The key by which a row names its school, for certain; None where it prints a name."""
    return _key(row["school_as_printed"], row.get("school_id"), row.get("source_id"))


def _award_of(family: str | None) -> str | None:
    return family.removeprefix("award:") if family and family.startswith("award:") else None


def directory(connection: Connection) -> Resolver:
    """The resolver over the institutions, schools and names that count now."""
    t = tables()
    reviews = set(connection.execute(select(t["file"].c.file_id).where(t["file"].c.name == REVIEW)).scalars())
    levels = {row["award"]: row["given_to"] for row in live(connection, t["award"])}
    return Resolver(
        [_institution(row) for row in live(connection, t["institution"])],
        [_school(row) for row in live(connection, t["school"]) if row["origin"] == "listed"],
        [_alias(row, answered=row["file_id"] in reviews) for row in live(connection, t["name"])],
        levels,
    )


def binder(connection: Connection, urls: Urls) -> Binder:
    """A binder over the names, schools and institutions that count now."""
    return Binder(lambda: directory(connection), known_schools(connection), urls)


def known_schools(connection: Connection) -> frozenset[str]:
    """Keys of the schools that are listed or created now."""
    school = tables()["school"]
    return frozenset(connection.execute(select(school.c.school_id).where(school.c.valid_to.is_(None))).scalars())


def _parts(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split("|") if part.strip())


def _institution(row: Row) -> Institution:
    return Institution(
        unitid=row["unitid"],
        name=row["name"],
        aliases=_parts(row["aliases"]),
        former_names=_parts(row["former_names"]),
        city=row["city"],
        state=row["state"],
        control=row["control"],
        level=row["level"],
        system_name=row["system_name"],
        web_domain=row["web_domain"],
        active=row["active"],
        merged_into_unitid=row["merged_into_unitid"],
        professions=_parts(row["professions"]),
        medical=row["medical"],
        hospital=row["hospital"],
        carnegie_basic_code=row["carnegie_basic_code"],
    )


def _school(row: Row) -> School:
    return School(
        school_id=row["school_id"],
        name=row["name"],
        short_name=row["short_name"],
        kind=row["kind"],
        unitid=row["unitid"],
        state=row["state"],
        former_names=_parts(row["former_names"]),
    )


def _alias(row: Row, *, answered: bool) -> Alias:
    return Alias(
        name=row["name"],
        school_id=row["school_id"],
        unitid=row["unitid"],
        label=row["label"],
        scope_parent=row["scope_parent"],
        scope_state=row["scope_state"],
        scope_domain=row["scope_domain"],
        scope_source_url=row["scope_source_url"],
        scope_award=row["scope_award"],
        scope_year=row["scope_year"],
        candidates=row["candidates"],
        reason=row["reason"],
        answered=answered,
    )


def rebind(connection: Connection, binder: Binder, version: int) -> Touched:
    """Decide again for every row that counts; rows whose school changes are replaced. Returns what that touched."""
    touched = Touched(waiting=None)
    for name in BOUND_TABLES:
        _rebind_table(connection, tables()[name], binder, version, touched)
    return touched


def _rebind_table(connection: Connection, table: Table, binder: Binder, version: int, touched: Touched) -> None:
    for rows in live_parts(connection, table):
        binder.urls.trim()
        columns = {name: [row[name] for row in rows] for name in column_names(table)}
        asked = binder.asked(columns)
        bound = binder.bound(columns, asked)
        was = zip(*(columns[name] for name in BOUND), strict=True)
        differ = [at for at, (old, new) in enumerate(zip(was, zip(*bound, strict=True), strict=True)) if old != new]
        if not differ:
            continue
        old = {name: [column[at] for at in differ] for name, column in columns.items()}
        new = {**old, **{name: [column[at] for at in differ] for name, column in zip(BOUND, bound, strict=True)}}
        for changed in (old, new):
            touched.add(changed, [asked[at] for at in differ], 1)
        close(connection, table, old["row_id"], version)
        kept = {name: column for name, column in new.items() if name not in BOOKKEEPING}
        bulk.insert(connection, table, kept, {"valid_from": version})


def rebind_by_key(connection: Connection, version: int) -> Touched:
    """Bind anew the rows that name their school by a key that came or went. Returns what that touched."""
    known, file = known_schools(connection), tables()["file"]
    entered = select(file.c.file_id).where(file.c.name == ENTERED)
    touched = Touched()
    for name in BOUND_TABLES:
        table = tables()[name]
        has_key = table.c.school_id.is_not(None) if "school_id" in table.c else table.c.file_id.in_(entered)
        query = select(table).where(table.c.valid_to.is_(None), has_key)
        rows = [(row, key_of(row) or "") for row in rows_of(connection, query)]
        old = [(row, key) for row, key in rows if (key in known) != bool(row["bound_school_id"])]
        new = [{**row, **dict(zip(BOUND, by_key(key, known), strict=True))} for row, key in old]
        close(connection, table, (row["row_id"] for row, _ in old), version)
        add(connection, table, new, version)
        touched.schools.update(key for _, key in old)
    return touched


def by_key(school_id: str, known: frozenset[str]) -> tuple[str | None, str, str]:
    """School, decision and rule of a row whose file names the school by key."""
    return (school_id, "accepted", BY_KEY) if school_id in known else (None, "unmatched", UNKNOWN_KEY)


def waiting(connection: Connection) -> Iterable[Row]:
    """All rows that count and whose name no rule could tie to one school."""
    for name in BOUND_TABLES:
        table = tables()[name]
        for rows in live_parts(connection, table, table.c.bound_school_id.is_(None)):
            yield from rows
