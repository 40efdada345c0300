"""The log, its history and what is due, asked of a real small database that was changed through the real doors."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.applications import DEFAULT_STEPS
from dashboard.queries.application_work import NO_PARTS, library, parts, plan, tasks
from dashboard.queries.applications import applications, awards_to_apply_for, history
from dashboard.queries.deadlines import coming_cycles, cycle_dates, due
from etl.applications import (
    Application,
    Dates,
    Entry,
    LibraryText,
    Step,
    Task,
    enter_dates,
    enter_status,
    retire_answer,
    save_answer,
    set_parts,
    set_steps,
    set_task,
    take_back,
)
from etl.pipeline import load

Fresh = Callable[[], Engine]
SOM, TODAY = "umkc-som", date(2026, 11, 23)
MAY, JUNE = date(2025, 5, 1), date(2025, 6, 1)


@pytest.fixture
def engine(fresh_small: Fresh) -> Engine:
    return fresh_small()


def enter(engine: Engine, outcome: str, day: date = MAY, year: int = 2025, **more: Any) -> None:
    award = more.pop("award", "HP-HEED")
    enter_status(engine, Entry(SOM, award, year, outcome, day, **more), seen=None, by="ann")


def asked(engine: Engine, question: Callable[..., Any], *arguments: Any) -> Any:
    with engine.connect() as connection:
        return question(connection, *arguments)


def test_of_file_and_form_the_latest_day_leads_and_each_says_where_it_comes_from(
    engine: Engine, tmp_path: Path
) -> None:
    log = tmp_path / "log.csv"
    name = "University of Missouri-Kansas City School of Medicine"
    log.write_text(f"school,award,year,status,date,owner\n{name},HP-HEED,2025,drafting,2025-05-01,Bob\n", "utf-8")
    load(engine, [log], by="bob")
    enter(engine, "submitted", JUNE, owner="Ann", note="sent")
    (one,) = asked(engine, applications, SOM)
    assert [(entry.outcome, entry.stated_on, entry.owner, entry.by, entry.file) for entry in one.entries] == [
        ("submitted", JUNE, "Ann", "ann", "application log, entered here"),
        ("drafting", MAY, "Bob", "bob", "log.csv"),
    ]
    assert [entry.entered_here for entry in one.entries] == [True, False]
    assert (one.label, one.decided, one.record, one.conflict) == ("HP-HEED 2025", "submitted", "pending", False)
    assert one.seen == tuple(sorted(entry.content_key for entry in one.entries))
    assert asked(engine, applications, "uvm") == []
    assert asked(engine, applications) == [one]


def test_an_announced_win_settles_what_the_log_calls_submitted(engine: Engine, tmp_path: Path) -> None:
    enter(engine, "submitted")
    page = tmp_path / "winners.csv"
    name = "University of Missouri-Kansas City School of Medicine"
    page.write_text(f"school,award,year,source_url\n{name},HP-HEED,2025,https://example.org/a\n", "utf-8")
    load(engine, [page], by="bob")
    (one,) = asked(engine, applications, SOM)
    assert (one.latest.outcome, one.decided, one.record) == ("submitted", "won", "won")


def test_the_history_keeps_what_was_corrected_and_taken_back(engine: Engine) -> None:
    enter(engine, "planned", MAY)
    enter(engine, "drafting", MAY)
    enter(engine, "submitted", JUNE)
    take_back(engine, asked(engine, applications, SOM)[0].latest.row_id, by="bob")
    told = asked(engine, history, SOM, "HP-HEED", 2025)
    assert [(entry.outcome, entry.by, entry.ended_by) for entry in told] == [
        ("submitted", "ann", "bob"), ("drafting", "ann", None), ("planned", "ann", "ann"),
    ]  # fmt: skip
    assert all((entry.ended_at is None) == (entry.ended_by is None) for entry in told)


def test_the_plan_is_the_default_until_the_office_enters_one(engine: Engine) -> None:
    assert asked(engine, plan).steps == DEFAULT_STEPS
    assert asked(engine, plan).is_default
    set_steps(engine, [Step("Hand in", 0), Step("Draft", 10)], seen=(), by="ann")
    kept = asked(engine, plan)
    assert [(step.name, step.days_before) for step in kept.steps] == [("Draft", 10), ("Hand in", 0)]
    assert (kept.is_default, len(kept.seen)) == (False, 2)


def test_what_is_due_follows_from_cycle_plan_and_tasks(engine: Engine) -> None:
    assert asked(engine, due, SOM, TODAY) == []
    enter(engine, "drafting", TODAY, 2027)
    assert {(one.state, one.due_on) for one in asked(engine, due, SOM, TODAY)} == {("not_known", None)}
    enter_dates(engine, Dates("HP-HEED", 2027, None, date(2027, 1, 3)), by="ann")
    set_task(engine, Task(Application(SOM, "HP-HEED", 2027), "review", "Bob", done_on=TODAY), seen=(), by="ann")
    found = asked(engine, due, SOM, TODAY)
    assert [(one.name, one.state, one.due_on, one.task.owner) for one in found] == [
        ("Data request", "overdue", date(2026, 11, 4), None),
        ("First draft", "soon", date(2026, 12, 4), None),
        ("Sign-off", "later", date(2026, 12, 29), None),
        ("Submit", "later", date(2027, 1, 3), None),
        ("Review", "done", date(2026, 12, 20), "Bob"),
    ]
    assert set(asked(engine, tasks, SOM)) == {("HP-HEED", 2027)}
    enter(engine, "submitted", TODAY, 2027)
    assert asked(engine, due, SOM, TODAY) == []


def test_a_coming_cycle_is_planned_without_an_entry_for_schools_that_know_the_award(engine: Engine) -> None:
    enter(engine, "won", MAY, 2023)
    for award in ("HP-HEED", "HEED"):
        enter_dates(engine, Dates(award, 2027, None, date(2027, 3, 1)), by="ann")
    assert {one.application for one in asked(engine, due, SOM, TODAY)} == {"HP-HEED 2027"}
    assert asked(engine, due, "uvm", TODAY) == []
    assert asked(engine, due, SOM, date(2027, 3, 2)) == [], "nobody applied, and the deadline is past"
    enter(engine, "did not apply", TODAY, 2027)
    assert asked(engine, due, SOM, TODAY) == []


def test_cycles_to_come_are_those_that_can_still_be_applied_for(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "more-cycles.csv"
    file.write_text(
        "award,year,held,announced,opens_on,deadline_on\nHP-HEED,2027,yes,,2026-12-01,2027-02-01\n"
        "HEED,2027,yes,,,2026-11-22\nSTEM-PROGRAM,2027,no,,,2027-01-01\nHP-HEED,2026,yes,yes,,2027-01-01\n",
        "utf-8",
    )
    load(engine, [file], by="tests")
    enter_dates(engine, Dates("HP-HEED", 2027, None, date(2027, 2, 28)), by="ann")
    found = [(one.award, one.year, one.opens_on, one.deadline_on) for one in asked(engine, coming_cycles, TODAY)]
    assert found[0] == ("HP-HEED", 2027, date(2026, 12, 1), date(2027, 2, 28)), "what a person entered outweighs a file"
    assert [one[:2] for one in found[1:]] == [("LEAD", 2025)], "its day is not known"
    assert {one.entered_here for one in asked(engine, cycle_dates) if one.year == 2027 and one.award == "HP-HEED"} == {
        True
    }
    assert "DIVERSITY-CHAMPION" not in asked(engine, awards_to_apply_for)


def test_the_library_says_when_a_text_was_last_used_and_keeps_texts_that_were_taken_out(engine: Engine) -> None:
    first = save_answer(engine, LibraryText("Who mentors?", "Peers.", review_by=MAY), seen=(), by="ann")
    second = save_answer(engine, LibraryText("A budget?", "Small."), seen=(), by="ann")
    for year in (2024, 2025):
        set_parts(engine, Application(SOM, "HP-HEED", year), initiatives=["X"], answers=[first], seen=(), by="ann")
    retire_answer(engine, first, seen=None, by="bob")
    retire_answer(engine, second, seen=None, by="bob")
    (text,) = asked(engine, library)
    assert (text.answer_id, text.last_used, text.retired, text.overdue(TODAY)) == (first, 2025, True, True)
    assert asked(engine, parts)[SOM, "HP-HEED", 2025].initiatives == ("X",)
    assert asked(engine, parts).get((SOM, "HEED", 2025), NO_PARTS).seen == ()
