"""The promises of the store, on real small databases: twice is once, any order, undo gives back, rebuild agrees."""

import csv
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from etl.pipeline import load, rebuild, undo
from tests.conftest import Fresh

WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""Making a failing example smaller would take minutes of real loads; it is small as it is."""
REAL_TIME = settings(
    max_examples=8,
    phases=WITHOUT_SHRINKING,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NAMES = (
    "University of Missouri-Kansas City School of Medicine",
    "University of Vermont",
    "University of Kentucky",
    "University of Kentucky College of Dentistry",
    "A school that nobody knows",
    "",
)
AWARDS = ("HEED", "HP-HEED", "DIVERSITY-CHAMPION", "No such award")
WINNER_HEADS = ("school", "award", "year", "basis", "suspect", "source_id")
LOG_HEADS = ("school", "award", "year", "status", "date")
CLAIM_HEADS = ("school_id", "family", "claim", "n", "as_of_year", "source_id")

years = st.integers(2012, 2025).map(str)
winners = st.tuples(
    st.sampled_from(NAMES), st.sampled_from(AWARDS), years, st.sampled_from(("announced", "claimed")),
    st.sampled_from(("yes", "no")), st.sampled_from(("s0001", "s0002", "x1", "")),
)  # fmt: skip
entries = st.tuples(
    st.sampled_from(NAMES), st.sampled_from(AWARDS[:2]), years,
    st.sampled_from(("awarded", "not awarded", "submitted", "withdrawn", "did not apply", "planned")),
    st.sampled_from(("", "2024-05-01", "2025-01-31")),
)  # fmt: skip
claims = st.tuples(
    st.sampled_from(("umkc-som", "uvm", "kentucky", "157085-dentistry", "nobody")), st.just("HEED"),
    st.sampled_from(("consecutive", "total", "first_time")), st.integers(1, 4).map(str), years,
    st.sampled_from(("s0001", "s0002", "x1")),
)  # fmt: skip
sources = st.just((("s0001", "One page", "https://one.example.org/a"), ("s0002", "Another page", "")))


@st.composite
def folders(draw: st.DrawFn) -> dict[str, list[tuple[str, ...]]]:
    """Small files of every kind that says something about schools."""
    return {
        "winners-a.csv": [WINNER_HEADS, *draw(st.lists(winners, max_size=6))],
        "winners-b.csv": [WINNER_HEADS, *draw(st.lists(winners, max_size=6))],
        "log.csv": [LOG_HEADS, *draw(st.lists(entries, max_size=4))],
        "claims.csv": [CLAIM_HEADS, *draw(st.lists(claims, max_size=4))],
        "pages.csv": [("source_id", "title", "url"), *draw(sources)],
        "more-pages.csv": [("source_id", "title", "url"), ("x1", "Late page", "")],
    }


def write(folder: Path, files: dict[str, list[tuple[str, ...]]]) -> dict[str, Path]:
    for name, rows in files.items():
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    return {name: folder / name for name in files}


def said(engine: Engine) -> dict[str, Any]:
    """Everything that counts now, without the numbers that only tell when it came."""
    questions = {
        "records": "SELECT school_id, award, year, status, basis, n_sources, conflict, why FROM record",
        "years": "SELECT school_id, family, year, status, award, basis, conflict, why, sources FROM year_status",
        "clashes": "SELECT school_id, family, statements FROM clash",
        "schools": "SELECT school_id, name, kind, origin FROM school",
        "queue": "SELECT school_as_printed, award, year, source_url, decision, candidates, n_rows FROM unresolved_name",
        "refused": "SELECT f.name, r.sheet, r.line FROM refused_row r JOIN file f ON f.file_id = r.file_id",
        "observations": "SELECT source_id, school_as_printed, award, year, bound_school_id, rule FROM observation",
    }
    with engine.connect() as connection:
        return {
            name: sorted(map(tuple, connection.execute(text(f"{query} WHERE valid_to IS NULL".replace(
                "f.file_id WHERE valid_to", "f.file_id WHERE r.valid_to")))), key=repr)
            for name, query in questions.items()
        }  # fmt: skip


def load_in_order(engine: Engine, paths: Sequence[Path]) -> None:
    for path in paths:
        load(engine, [path], by="tests")


@REAL_TIME
@given(files=folders(), data=st.data())
def test_order_does_not_matter(
    fresh_small: Fresh, files: dict[str, list[tuple[str, ...]]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        paths = write(Path(folder), files)
        one, other = fresh_small(), fresh_small()
        load_in_order(one, list(paths.values()))
        load_in_order(other, data.draw(st.permutations(list(paths.values()))))
        assert said(one) == said(other)


@REAL_TIME
@given(files=folders())
def test_twice_is_once(fresh_small: Fresh, files: dict[str, list[tuple[str, ...]]]) -> None:
    with TemporaryDirectory() as folder:
        paths = list(write(Path(folder), files).values())
        engine = fresh_small()
        load_in_order(engine, paths)
        before = (said(engine), versions(engine))
        again = load(engine, paths, by="tests")
        assert (said(engine), versions(engine)) == before
        assert (again.as_json()["new"], again.as_json()["changed"]) == (0, 0)


@REAL_TIME
@given(files=folders(), newer=st.lists(winners, max_size=6), data=st.data())
def test_undo_gives_what_was_there(
    fresh_small: Fresh, files: dict[str, list[tuple[str, ...]]], newer: list[tuple[str, ...]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        paths = write(Path(folder), files)
        engine = fresh_small()
        last = data.draw(st.sampled_from(sorted(paths)))
        load_in_order(engine, [path for name, path in paths.items() if name != last])
        before = said(engine)
        reports = [load(engine, [paths[last]], by="tests")]
        loaded = said(engine)
        if last.startswith("winners"):
            write(Path(folder), {last: [WINNER_HEADS, *newer]})
            reports.append(load(engine, [paths[last]], by="tests"))
        states = [loaded, before] if len(reports) == 2 else [before]
        for report, state in zip(reversed(reports), states, strict=True):
            numbers = [file.load_id for file in report.files if file.load_id]
            for number in numbers:
                undo(engine, number, by="tests")
            assert said(engine) == state


@REAL_TIME
@given(files=folders())
def test_rebuild_agrees(fresh_small: Fresh, files: dict[str, list[tuple[str, ...]]]) -> None:
    with TemporaryDirectory() as folder:
        engine = fresh_small()
        load_in_order(engine, list(write(Path(folder), files).values()))
        before = said(engine)
        with engine.begin() as connection:
            for table in ("record", "year_status", "clash", "calendar", "unresolved_name", "institution", "school"):
                connection.execute(text(f"DELETE FROM {table}"))
            connection.execute(text("UPDATE observation SET bound_school_id = NULL, decision = 'unmatched', rule = ''"))
        rebuild(engine, by="tests")
        assert said(engine) == before


@REAL_TIME
@given(files=folders())
def test_a_dry_run_changes_nothing_and_tells_what_the_load_does(
    fresh_small: Fresh, files: dict[str, list[tuple[str, ...]]]
) -> None:
    with TemporaryDirectory() as folder:
        paths = list(write(Path(folder), files).values())
        engine = fresh_small()
        before = (said(engine), versions(engine))
        preview = load(engine, paths, dry_run=True, by="tests").as_json()
        assert (said(engine), versions(engine)) == before
        done = load(engine, paths, by="tests").as_json()
        assert {**preview, "dry_run": False} == done


def versions(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM data_version")).scalar_one())
