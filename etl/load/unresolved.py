"""The queue of printed names that wait for a person."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection

from etl.load.binding import Binder, known_schools, waiting
from etl.load.ground import number_of
from etl.load.versioned import live, replace
from etl.schema import tables
from etl.transform.schools import NOT_A_SCHOOL, Candidate, Decision, PrintedName


def refresh(connection: Connection, binder: Binder, version: int) -> int:
    """Make the queue hold the names that wait, but those that a person called no school; returns how many."""
    asked = Counter(binder.evidence(row) for row in waiting(connection) if not row.get("school_id"))
    names = list(asked)
    answers = binder.resolve(names)
    waiting_names = [pair for pair in zip(names, answers, strict=True) if pair[1].rule != NOT_A_SCHOOL]
    schools = known_schools(connection)  # those that this very change created are among them
    wanted = [_queued(name, answer, asked[name], schools) for name, answer in waiting_names]
    table = tables()["unresolved_name"]
    replace(connection, table, lambda row: row["name_key"], live(connection, table), wanted, version)
    return len(wanted)


def _queued(name: PrintedName, answer: Decision, n_rows: int, schools: frozenset[str]) -> dict[str, Any]:
    return {
        "name_key": number_of(name.school, name.parent, name.state, name.award, name.year, name.source_url),
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
