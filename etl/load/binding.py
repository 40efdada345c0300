"""Rows bound to schools: what a printed name means, by the names, schools and institutions that count now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Table, select

from etl.load.ground import BOUND
from etl.load.versioned import Row, add, close, live, rows_of
from etl.schema import REVIEW, Base, tables
from etl.transform.schools import Alias, Decision, Institution, PrintedName, Resolver, School

BOUND_TABLES = tuple(sorted(table.name for table in Base.metadata.sorted_tables if "bound_school_id" in table.c))
"""The tables whose rows carry a printed name."""
BY_KEY = "the file names the school by its key"
UNKNOWN_KEY = "no school has the key that the file gives"


@dataclass
class Binder:
    """Ties rows to schools and remembers the schools that had to be created for it."""

    make_resolver: Callable[[], Resolver]
    schools: frozenset[str]
    """Keys of the schools that are listed or created already."""
    urls: Mapping[str, str | None]
    """Address of each source."""
    created: dict[str, Decision] = field(default_factory=dict)

    @cached_property
    def _resolver(self) -> Resolver:
        # Made when the first name asks for it: most files that are loaded hold no printed names.
        return self.make_resolver()

    def resolve(self, names: Sequence[PrintedName]) -> list[Decision]:
        """What the names mean, in order."""
        return self._resolver.resolve_many(names) if names else []

    def __call__(self, rows: Sequence[dict[str, Any]]) -> None:
        """Fill in school, decision and rule of rows that are about to be stored."""
        for row, (school_id, decision, rule) in zip(rows, self.decide(rows), strict=True):
            row.update(bound_school_id=school_id, decision=decision, rule=rule)

    def decide(self, rows: Sequence[Mapping[str, Any]]) -> list[tuple[str | None, str, str]]:
        """School, decision and rule of each row."""
        asked = [row for row in rows if not row.get("school_id")]
        answers = iter(self.resolve([self.evidence(row) for row in asked]))
        return [
            by_key(row["school_id"], self.schools) if row.get("school_id") else self._by_name(next(answers))
            for row in rows
        ]

    def evidence(self, row: Mapping[str, Any]) -> PrintedName:
        """Everything the row carries that tells which school is meant."""
        return PrintedName(
            school=row["school_as_printed"] or "",
            parent=row["parent_as_printed"],
            state=row["state"],
            award=_award(row),
            year=row.get("year"),
            source_url=self.urls.get(row.get("source_id") or ""),
        )

    def _by_name(self, answer: Decision) -> tuple[str | None, str, str]:
        if answer.decision == "created" and answer.school_id:
            self.created[answer.school_id] = answer
        return answer.school_id if answer.decision in ("accepted", "created") else None, answer.decision, answer.why


def _award(row: Mapping[str, Any]) -> str | None:
    if "award" in row:
        return str(row["award"])
    family = str(row.get("family") or "")
    return family.removeprefix("award:") if family.startswith("award:") else None


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


def binder(connection: Connection, urls: Mapping[str, str | None]) -> Binder:
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


def rebind(connection: Connection, binder: Binder, version: int) -> set[str]:
    """Decide again for every row that counts; rows whose school changes are replaced. Returns the schools touched."""
    touched: set[str] = set()
    for name in BOUND_TABLES:
        touched |= _rebind_table(connection, tables()[name], binder, version)
    return touched


def _rebind_table(connection: Connection, table: Table, binder: Binder, version: int) -> set[str]:
    rows = live(connection, table)
    old: list[Row] = []
    new: list[dict[str, Any]] = []
    for row, (school_id, decision, rule) in zip(rows, binder.decide(rows), strict=True):
        if (row["bound_school_id"], row["decision"], row["rule"]) != (school_id, decision, rule):
            old.append(row)
            new.append({**row, "bound_school_id": school_id, "decision": decision, "rule": rule})
    close(connection, table, (row["row_id"] for row in old), version)
    add(connection, table, new, version)
    return {row["bound_school_id"] for row in (*old, *new) if row["bound_school_id"]}


def rebind_by_key(connection: Connection, version: int) -> set[str]:
    """Bind anew the rows that name their school by a key that came or went. Returns the schools touched."""
    known = known_schools(connection)
    touched: set[str] = set()
    for name in BOUND_TABLES:
        table = tables()[name]
        if "school_id" not in table.c:
            continue
        keyed = select(table).where(table.c.valid_to.is_(None), table.c.school_id.is_not(None))
        old = [row for row in rows_of(connection, keyed) if (row["school_id"] in known) != bool(row["bound_school_id"])]
        new = [{**row, **dict(zip(BOUND, by_key(row["school_id"], known), strict=True))} for row in old]
        close(connection, table, (row["row_id"] for row in old), version)
        add(connection, table, new, version)
        touched.update(row["school_id"] for row in old)
    return touched


def by_key(school_id: str, known: frozenset[str]) -> tuple[str | None, str, str]:
    """School, decision and rule of a row whose file names the school by key."""
    return (school_id, "accepted", BY_KEY) if school_id in known else (None, "unmatched", UNKNOWN_KEY)


def waiting(connection: Connection) -> Iterable[Row]:
    """All rows that count and whose name no rule could tie to one school."""
    for name in BOUND_TABLES:
        table = tables()[name]
        unbound = table.c.valid_to.is_(None) & table.c.bound_school_id.is_(None)
        yield from rows_of(connection, select(table).where(unbound))
