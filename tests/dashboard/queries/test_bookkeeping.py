"""Loads, refused rows, unresolved names, and refused rows as tables to mend."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from dashboard.queries.mending import PLACE_HEADS, RefusedTable, refused_tables
from dashboard.queries.sources import (
    Candidate,
    LoadInfo,
    Reason,
    RefusedRowShown,
    UnresolvedNameShown,
    loads,
    recent_loads,
    refused_rows,
    unresolved_names,
)
from tests.dashboard.queries.seed import Seed


def test_loads_newest_first(seed: Seed, connection: Connection) -> None:
    made = datetime(2026, 11, 23, 4, 5, tzinfo=UTC)
    seed.row("data_version", version=2, made_at=made, made_by="tester", note="log.csv")
    counts = {"rows_read": 9, "rows_new": 4, "rows_changed": 1, "rows_unchanged": 2, "rows_gone": 3, "rows_refused": 2}
    seed.row("load", load_id=1, version=1, undone_version=2)
    seed.row("load", load_id=2, version=2, sha256="ab", n_bytes=7, notices=["column owner not known"], **counts)
    newest, oldest = loads(connection)
    assert newest == LoadInfo(
        load_id=2, kind="winners", file="winners.csv", version=2, made_at=made, made_by="tester", undone_version=None,
        sha256="ab", n_bytes=7, notices=("column owner not known",), **counts,
    )  # fmt: skip
    assert (oldest.load_id, oldest.undone_version) == (1, 2)
    assert recent_loads(connection, 1) == [newest]


def refuse(seed: Seed, **said: object) -> None:
    """Write a refused row of winners.csv."""
    row = {"headers": ["School", "Year"], "columns": ["school_as_printed", "year"], "cells": ["A", "20x3"]}
    reasons = [{"column": "year", "value": "20x3", "message": "20x3 is no year", "waits_for": ""}]
    seed.row("refused_row", **{**row, "reasons": reasons, **said})


def test_refused_rows_by_file_and_line(seed: Seed, connection: Connection) -> None:
    seed.row("file", file_id=2, kind="applications", name="log.xlsx")
    refuse(seed, row_id=1, line=7)
    refuse(seed, row_id=2, line=3, waits_for=["source:s1"])
    refuse(seed, row_id=3, file_id=2, sheet="2024", line=9)
    refuse(seed, row_id=4, valid_from=1, valid_to=2)
    first, second, third = refused_rows(connection)
    assert [first.row_id, second.row_id, third.row_id] == [3, 2, 1]
    assert second == RefusedRowShown(
        row_id=2,
        kind="winners",
        file="winners.csv",
        sheet="",
        line=3,
        headers=("School", "Year"),
        cells=("A", "20x3"),
        reasons=(Reason("year", "20x3", "20x3 is no year"),),
        columns=("school_as_printed", "year"),
        waits_for=("source:s1",),
    )
    assert [row.row_id for row in refused_rows(connection, version=1)] == [3, 4, 2, 1]


def test_unresolved_names_that_hold_up_most_rows_come_first(seed: Seed, connection: Connection) -> None:
    ohio = {"rank": 1, "school_id": "ohio-state", "unitid": "204796", "kind": "institution", "name": "Ohio State"}
    oklahoma = {"rank": 2, "school_id": None, "unitid": "207388", "kind": "institution", "name": "Oklahoma State"}
    candidates = [{**ohio, "score": 0.9, "reason": "initials"}, {**oklahoma, "score": 0.8, "reason": "initials"}]
    told: dict[str, Any] = {"school_as_printed": "OSU", "rule": "several schools share it", "decision": "review"}
    about: dict[str, Any] = {
        "state": "OH",
        "award": "HEED",
        "year": 2020,
        "source_url": "http://a.example",
        "parent_as_printed": "P",
    }
    seed.row("unresolved_name", name_key=1, n_rows=1, **{**told, "decision": "unmatched"})
    seed.row("unresolved_name", name_key=2, n_rows=3, candidates=candidates, **told, **about)
    seed.row("unresolved_name", name_key=3, n_rows=9, valid_to=2, **told)
    most, least = unresolved_names(connection)
    assert most == UnresolvedNameShown(
        name_key=2,
        **told,
        **about,
        n_rows=3,
        candidates=(
            Candidate("ohio-state", "Ohio State", "204796", "institution", 0.9, "initials"),
            Candidate(None, "Oklahoma State", "207388", "institution", 0.8, "initials"),
        ),
    )
    assert (least.name_key, least.candidates) == (1, ())


def test_names_that_could_be_one_school(seed: Seed, connection: Connection) -> None:
    told: dict[str, Any] = {"school_as_printed": "OSU", "rule": "several schools share it", "decision": "review"}
    for at, keys in enumerate((["ohio"], ["ohio-state", None], ["100%", "universität"], []), 1):
        candidates = [{"school_id": key, "name": "A School"} for key in keys]
        seed.row("unresolved_name", name_key=at, n_rows=1, candidates=candidates, **told)
    for key, found in (("ohio", [1]), ("ohio-state", [2]), ("universität", [3]), ("100%", [3]), ("100", []), ("%", [])):
        assert [name.name_key for name in unresolved_names(connection, candidate=key)] == found


def row(row_id: int, headers: tuple[str, ...], cells: tuple[str, ...], kind: str = "winners") -> RefusedRowShown:
    """A refused row."""
    reasons = (Reason("year", "x", "x is no year"), Reason("", "", "a stray quote"))
    return RefusedRowShown(row_id, kind, "w.csv", "", row_id + 1, headers, cells, reasons, (), ())


def test_refused_rows_as_tables_with_the_files_own_heads() -> None:
    tables = refused_tables(
        [
            row(1, ("School", "Year"), ("A", "x")),
            row(2, ("School", "Year"), ("B", "x", "stray")),
            row(3, ("Name", "Year"), ("C",)),
            row(4, ("School", "Year"), ("D", "x"), kind="applications"),
        ]
    )
    why = "year: x is no year; a stray quote"
    assert tables == [
        RefusedTable(
            "applications", "applications", ("School", "Year", *PLACE_HEADS), (("D", "x", "4", "w.csv", "", "5", why),)
        ),
        RefusedTable("winners", "winners", ("Name", "Year", *PLACE_HEADS), (("C", "", "3", "w.csv", "", "4", why),)),
        RefusedTable(
            "winners",
            "winners 2",
            ("School", "Year", "refused: beyond the heads 1", *PLACE_HEADS),
            (("A", "x", "", "1", "w.csv", "", "2", why), ("B", "x", "stray", "2", "w.csv", "", "3", why)),
        ),
    ]


def test_a_mended_row_that_is_refused_again_names_its_new_place_alone() -> None:
    (table,) = refused_tables([row(9, ("School", "refused: row", "refused: file"), ("A", "1", "old.csv"))])
    assert table.heads == ("School", *PLACE_HEADS)
    assert table.rows[0][:3] == ("A", "9", "w.csv")


def test_no_refused_rows_make_no_tables() -> None:
    assert refused_tables([]) == []
