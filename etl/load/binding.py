"""Rows bound to schools: what a printed name means, by the names, schools and institutions that count now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from sqlalchemy import Connection, Table, select

from etl.load import bulk
from etl.load.directory import directory
from etl.load.ground import BOUND, Bound, Columns, by_column
from etl.load.sources import Urls
from etl.load.touched import Touched
from etl.load.versioned import BOOKKEEPING, Row, add, close, live_parts, rows_of
from etl.schema import ENTERED, ENTERED_SOURCE, Base, tables
from etl.transform.coded import Coded, Groups
from etl.transform.schools import Asked, Decision, Gist, PrintedName, Resolver

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

    def bound(self, columns: Columns) -> Bound:
        """School, decision and rule of each row."""
        keys, asks = _keys(columns), self._asks(columns)
        telling = [] if all(keys.values) else self._resolver.telling(*asks)
        alike = Groups.of(keys, *telling)
        told = list(zip(alike.told(keys), alike.told(*asks), strict=True))
        answers = iter(self._answers([one for (key,), one in told if not key]))
        found = [by_key(key, self.schools) if key else next(answers) for (key,), _ in told]
        school, decision, rule = (Coded([answer[at] for answer in found], alike.codes).merged() for at in range(3))
        return school, decision, rule

    def waiting(self, columns: Columns) -> list[Asked]:
        """What the rows ask that no rule ties to a school, but for those that name it by its key."""
        waits = columns["bound_school_id"].having(lambda school: school is None) & ~_keys(columns).having(bool)
        return list(zip(*self._asks({name: column.picked(waits) for name, column in columns.items()}), strict=True))

    def _asks(self, columns: Columns) -> tuple[Coded, ...]:
        """What the rows ask about their schools: the parts of `Asked`."""
        schools = columns["school_as_printed"].mapped(lambda school: school or "")
        blank = Coded.same(None, len(schools))
        sources = columns.get("source_id", blank)
        self.urls.learn(sources.values)
        awards = columns["award"] if "award" in columns else columns.get("family", blank).mapped(_award_of)
        beside = columns["parent_as_printed"], columns["state"], awards, columns.get("year", blank)
        return schools, *beside, sources.mapped(self.urls.get)

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
        decisions = list(map(self._decided.__getitem__, gists))
        self.created.update((one.school_id, one) for one in decisions if one.school_id and one.decision == "created")
        return list(map(_told, decisions))

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


def _keys(columns: Columns) -> Coded:
    """The keys by which rows name their schools; None where they print a name."""
    schools = columns["school_as_printed"]
    blank = Coded.same(None, len(schools))
    given = schools, columns.get("school_id", blank), columns.get("source_id", blank)
    if "school_id" not in columns and ENTERED_SOURCE not in given[2].values:
        return blank
    alike = Groups.of(*given)
    return Coded([_key(*one) for one in alike.told(*given)], alike.codes)


def key_of(row: Mapping[str, Any]) -> str | None:
    """The key by which a row names its school, for certain; None where it prints a name."""
    return _key(row["school_as_printed"], row.get("school_id"), row.get("source_id"))


def _award_of(family: str | None) -> str | None:
    return family.removeprefix("award:") if family and family.startswith("award:") else None


def binder(connection: Connection, urls: Urls) -> Binder:
    """A binder over the names, schools and institutions that count now."""
    return Binder(lambda: directory(connection), known_schools(connection), urls)


def known_schools(connection: Connection) -> frozenset[str]:
    """Keys of the schools that are listed or created now."""
    school = tables()["school"]
    return frozenset(connection.execute(select(school.c.school_id).where(school.c.valid_to.is_(None))).scalars())


def rebind(connection: Connection, binder: Binder, version: int) -> Touched:
    """Decide again for every row that counts; rows whose school changes are replaced. Returns what that touched."""
    touched = Touched(waiting=None)
    for name in BOUND_TABLES:
        _rebind_table(connection, tables()[name], binder, version, touched)
    return touched


def _rebind_table(connection: Connection, table: Table, binder: Binder, version: int, touched: Touched) -> None:
    for rows in live_parts(connection, table):
        binder.urls.trim()
        columns = by_column(table, rows)
        bound = binder.bound(columns)
        was = zip(*(columns[name] for name in BOUND), strict=True)
        differ = [at for at, (old, new) in enumerate(zip(was, zip(*bound, strict=True), strict=True)) if old != new]
        if not differ:
            continue
        columns = {name: column.picked(np.array(differ)) for name, column in columns.items()}
        new = {**columns, **{name: one.picked(np.array(differ)) for name, one in zip(BOUND, bound, strict=True)}}
        for changed in (columns, new):
            touched.add(changed, binder, 1)
        close(connection, table, columns["row_id"], version)
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
