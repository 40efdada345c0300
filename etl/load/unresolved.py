"""The queue of printed names that wait for a person."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Text, cast, or_, select

from etl.load.binding import Binder, key_of, known_schools, waiting
from etl.load.numbers import number_of
from etl.load.touched import Cycle
from etl.load.versioned import Row, live, live_among, replace, rows_of
from etl.schema import tables
from etl.transform.schools import (
    NOT_A_SCHOOL,
    Asked,
    Candidate,
    Decision,
    PrintedName,
    created_school_id,
)

SEARCHED = 50
"""Keys of schools that are looked for in the text of candidates; of more, all candidates are read."""


def refresh(
    connection: Connection, binder: Binder, version: int, changed: Mapping[Asked, int] | None, moved: Collection[str]
) -> set[Cycle]:
    """Make the queue hold the names that wait, but those that a person called no school; returns the awards and years
    of the names that came, went or changed.

    `changed` tells by how many rows more or fewer a name waits, where nothing else has changed but the schools `moved`;
    None: the whole queue is made anew.
    """
    table = tables()["unresolved_name"]
    schools = known_schools(connection)  # those that this very change created are among them
    if changed is None:
        asked = Counter(binder.evidence(row) for row in waiting(connection) if not key_of(row))
        wanted = _queue(binder, asked, schools)
        present = live(connection, table)
    else:
        counts = {_key(name): (name, more) for one, more in changed.items() if more for name in (PrintedName(*one),)}
        present = [*live_among(connection, table, "name_key", counts), *_offering(connection, moved, counts)]
        asked = Counter({_printed(row): row["n_rows"] for row in present})
        asked.update(dict(counts.values()))
        wanted = _queue(binder, +asked, schools)
    came, went = replace(connection, table, lambda row: row["name_key"], present, wanted, version)
    return {(row["award"], row["year"]) for row in (*came, *went) if row["award"] and row["year"] is not None}


def _queue(binder: Binder, asked: Mapping[PrintedName, int], schools: frozenset[str]) -> list[dict[str, Any]]:
    answers = zip(asked.items(), binder.resolve(list(asked)), strict=True)
    return [_queued(name, answer, n, schools) for (name, n), answer in answers if answer.rule != NOT_A_SCHOOL]


def _offering(connection: Connection, school_ids: Collection[str], but: Collection[int]) -> list[Row]:
    """The names that wait, but for some, and could be schools that have just come or gone."""
    if not school_ids:
        return []
    table = tables()["unresolved_name"]
    query = select(table).where(table.c.valid_to.is_(None))
    named = sorted({json.dumps(part)[1:-1] for one in school_ids for part in (one, one.partition("-")[0])})
    if len(named) <= SEARCHED:  # to take candidates apart costs far more than to search their text
        text = cast(table.c.candidates, Text)
        query = query.where(or_(*(text.contains(one, autoescape=True) for one in named)))
    rows = rows_of(connection, query)
    return [row for row in rows if row["name_key"] not in but and _offers(row["candidates"], school_ids)]


def _offers(candidates: Iterable[Mapping[str, Any]], school_ids: Collection[str]) -> bool:
    return any(
        one["school_id"] in school_ids or created_school_id(one["unitid"] or "", one["kind"]) in school_ids
        for one in candidates
    )


def _printed(row: Mapping[str, Any]) -> PrintedName:
    return PrintedName(
        row["school_as_printed"],
        row["parent_as_printed"],
        row["state"],
        row["award"],
        row["year"],
        row["source_url"],
    )


def _key(name: PrintedName) -> int:
    return number_of(name.school, name.parent, name.state, name.award, name.year, name.source_url)


def _queued(name: PrintedName, answer: Decision, n_rows: int, schools: frozenset[str]) -> dict[str, Any]:
    return {
        "name_key": _key(name),
        "school_as_printed": name.school,
        "parent_as_printed": name.parent,
        "state": name.state,
        "award": name.award,
        "year": name.year,
        "source_url": name.source_url,
        "decision": answer.decision,
        "rule": answer.why,
        "candidates": [_candidate(at, candidate, schools) for at, candidate in enumerate(answer.candidates, 1)],
        "n_rows": n_rows,
    }


def _candidate(at: int, candidate: Candidate, schools: frozenset[str]) -> dict[str, Any]:
    """A candidate as it is stored; one without a row yet has no key, only what it would be made of."""
    return {
        "rank": at,
        "school_id": candidate.school_id if candidate.school_id in schools else None,
        "unitid": candidate.unitid,
        "kind": candidate.kind,
        "name": candidate.name,
        "score": round(candidate.score, 4),
        "reason": candidate.reason,
    }
