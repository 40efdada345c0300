"""Derived reference data: institutions by their newest edition, the schools there are, the calendar of each family."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, exists, select

from etl.extract.ipeds import former_names
from etl.load.binding import BOUND_TABLES
from etl.load.touched import Cycle
from etl.load.versioned import BOOKKEEPING, CHUNK, Row, live, live_among, replace, rows_of
from etl.schema import tables
from etl.transform.schools import Decision


def by_file(connection: Connection, table: Table) -> list[Row]:
    """Rows of a ground table that count, in the order of their files' names: of two the later one wins."""
    file = tables()["file"]
    query = select(table).join(file, file.c.file_id == table.c.file_id).where(table.c.valid_to.is_(None))
    return rows_of(connection, query.order_by(file.c.name, table.c.row_key))


def _merged(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> dict[str, Any]:
    """One row of several: for each column the last value that says anything."""
    merged: dict[str, Any] = dict.fromkeys(columns)
    for row in rows:
        merged.update({column: row[column] for column in merged if row[column] is not None})
    return merged


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in BOOKKEEPING]


def refresh_institutions(connection: Connection, version: int) -> bool:
    """Make `institution` hold each institution by its newest edition; returns whether anything changed."""
    table = tables()["institution"]
    editions = defaultdict(list)
    for row in by_file(connection, tables()["institution_edition"]):
        editions[row["unitid"]].append(row)
    earlier = former_names(
        (row["edition"] or 0, row["unitid"], row["name"]) for rows in editions.values() for row in rows
    )
    wanted = [_newest(rows, _columns(table), earlier.get(unitid, ())) for unitid, rows in editions.items()]
    came, went = replace(connection, table, lambda row: row["unitid"], live(connection, table), wanted, version)
    return bool(came or went)


def _newest(rows: list[Row], columns: list[str], earlier: tuple[str, ...]) -> dict[str, Any]:
    merged = _merged(sorted(rows, key=lambda row: row["edition"] or 0), columns)
    merged["aliases"] = _united(row["aliases"] for row in rows)
    merged["former_names"] = _united([*(row["former_names"] for row in rows), "|".join(earlier)])
    return merged


def _united(lists: Iterable[str | None]) -> str | None:
    parts = {part.strip() for text in lists for part in (text or "").split("|") if part.strip()}
    return "|".join(sorted(parts)) or None


def refresh_schools(
    connection: Connection, created: Mapping[str, Decision], touched: Collection[str] | None, version: int
) -> set[str]:
    """Make `school` hold the listed schools and those that rows prove; returns the keys of those that came, went or
    changed.

    `created` are schools that rows of this change need; those created earlier stay as long as a row needs them. That
    is looked up for the schools `touched` alone, where it can be told, else (None) for all.
    """
    table = tables()["school"]
    present = live(connection, table)
    listed = defaultdict(list)
    for row in by_file(connection, tables()["school_entry"]):
        listed[row["school_id"]].append(row)
    columns = [name for name in _columns(table) if name != "origin"]
    wanted = [{**_merged(rows, columns), "origin": "listed"} for rows in listed.values()]
    earlier = {row["school_id"]: row for row in present if row["origin"] == "created"}
    asked = earlier.keys() - created.keys() if touched is None else (earlier.keys() - created.keys()) & set(touched)
    kept = (earlier.keys() - created.keys() - asked) | _needed(connection, asked)
    staying = kept - listed.keys()
    present = [row for row in present if row["school_id"] not in staying]
    wanted += _created(connection, [created[school_id] for school_id in sorted(created.keys() - listed.keys())])
    came, went = replace(connection, table, lambda row: row["school_id"], present, wanted, version)
    return {row["school_id"] for row in (*came, *went)}


def _needed(connection: Connection, school_ids: Collection[str]) -> set[str]:
    """Those of the created schools that a row needs: some printed name proves that they are there."""
    school = tables()["school"]
    wanted = sorted(school_ids)
    needed: set[str] = set()
    for name in BOUND_TABLES:
        table = tables()[name]
        proof = exists().where(
            table.c.bound_school_id == school.c.school_id, table.c.valid_to.is_(None), table.c.decision == "created"
        )
        query = select(school.c.school_id).where(school.c.valid_to.is_(None), proof)
        for start in range(0, len(wanted), CHUNK):
            part = query.where(school.c.school_id.in_(wanted[start : start + CHUNK]))
            needed.update(connection.execute(part).scalars())
    return needed


def _created(connection: Connection, answers: Collection[Decision]) -> list[dict[str, Any]]:
    institutions = {
        row["unitid"]: row
        for row in live_among(connection, tables()["institution"], "unitid", {answer.unitid for answer in answers})
    }
    return [
        {
            "school_id": answer.school_id,
            "name": answer.name,
            "short_name": None,
            "kind": answer.kind,
            "institution_name": institutions[answer.unitid or ""]["name"],
            "unitid": answer.unitid,
            "state": institutions[answer.unitid or ""]["state"],
            "former_names": None,
            "note": None,
            "origin": "created",
        }
        for answer in answers
    ]


def complete_cycles(connection: Connection) -> set[Cycle]:
    """The awards and years whose family has a complete list of winners for the year."""
    t = tables()
    query = select(t["award"].c.award, t["calendar"].c.year).join(
        t["calendar"], t["calendar"].c.family == t["award"].c.family
    )
    live_now = query.where(t["award"].c.valid_to.is_(None), t["calendar"].c.valid_to.is_(None))
    return {(award, year) for award, year in connection.execute(live_now.where(t["calendar"].c.list_complete))}


def refresh_calendar(connection: Connection, version: int, cycles_said: Collection[Cycle] | None = None) -> bool:
    """Make `calendar` hold every family's years from its first to its last cycle; returns whether anything changed.

    `cycles_said` are the cycles of which observations came or went, where nothing else has changed: all other years
    stay as they are. None: all are derived.
    """
    table = tables()["calendar"]
    if cycles_said is not None and not _undecided(connection, cycles_said):
        return False
    family_of = {row["award"]: row["family"] for row in by_file(connection, tables()["award"])}
    cycles: dict[tuple[str, int], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in by_file(connection, tables()["cycle"]):
        if family := family_of.get(row["award"]):
            cycles[family, row["year"]][row["award"]].append(row)
    years: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    for (family, year), by_award in cycles.items():
        years[family][year] = _family_year(connection, family, year, by_award)
    wanted = [row for family, known in years.items() for row in _numbered(family, known)]
    present = live(connection, table)
    came, went = replace(connection, table, lambda row: (row["family"], row["year"]), present, wanted, version)
    return bool(came or went)


def _family_year(connection: Connection, family: str, year: int, by_award: Mapping[str, list[Row]]) -> dict[str, Any]:
    said = ("award", "year", "held", "announced", "announced_on", "list_complete_by")
    held = [cycle for cycle in (_merged(rows, said) for rows in by_award.values()) if cycle["held"]]
    return {
        "family": family,
        "year": year,
        "held": bool(held),
        "known": True,
        "announced": bool(held) and all(_announced(connection, cycle) for cycle in held),
        "list_complete": bool(held) and all(cycle["list_complete_by"] for cycle in held),
    }


def _announced(connection: Connection, cycle: Mapping[str, Any]) -> bool:
    """Whether the winners of a cycle are out: as entered, or by its day, a printed total or an announced win."""
    if cycle["announced"] is not None:
        return bool(cycle["announced"])
    if cycle["announced_on"] is not None:
        return True
    total, observation = tables()["recipients_total"], tables()["observation"]
    same = {"award": cycle["award"], "year": cycle["year"]}
    win = {**same, "basis": "announced", "outcome": "won", "suspect": False}
    return _any(connection, total, same) or _any(connection, observation, win)


def _undecided(connection: Connection, cycles: Collection[Cycle]) -> bool:
    """Whether some of these cycles are announced, or not, by what observations say."""
    if not cycles:
        return False
    cycle = tables()["cycle"]
    open_to_it = cycle.c.announced.is_(None) & cycle.c.announced_on.is_(None)
    query = select(cycle.c.award, cycle.c.year).where(cycle.c.valid_to.is_(None), open_to_it)
    return any((award, year) in cycles for award, year in connection.execute(query))


def _any(connection: Connection, table: Table, equals: Mapping[str, Any]) -> bool:
    query = select(table.c.row_id).where(table.c.valid_to.is_(None)).limit(1)
    for column, value in equals.items():
        query = query.where(table.c[column] == value)
    return connection.execute(query).first() is not None


def _numbered(family: str, known: Mapping[int, dict[str, Any]]) -> list[dict[str, Any]]:
    """The years from first to last with their turn; only one without award has no turn."""
    rows: list[dict[str, Any]] = []
    turn = 0
    for year in range(min(known), max(known) + 1):
        blank = {
            "family": family,
            "year": year,
            "held": True,
            "known": False,
            "announced": False,
            "list_complete": False,
        }
        row = known.get(year, blank)
        turn += row["held"]
        rows.append({**row, "turn": turn if row["held"] else None})
    return rows
