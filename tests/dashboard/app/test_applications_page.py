"""Applications: the log starts empty, grows by forms, and no change of somebody else is written over unseen."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from etl.applications import (
    Application,
    Dates,
    Entry,
    LibraryText,
    Task,
    enter_dates,
    enter_status,
    save_answer,
    set_parts,
    set_task,
)
from etl.database import engine_for
from etl.load.versioned import live, rows_of
from etl.schema import tables

Page = Callable[..., Any]
MED = "alive-med"


@pytest.fixture
def engine(own_database: Path) -> Engine:
    """The database the pages show, opened beside them: somebody else at work."""
    return engine_for(f"sqlite:///{own_database}")


@pytest.fixture
def page(engine: Engine, page_there: Page) -> Callable[..., Any]:
    """Opens the page for the invented medical school."""
    return lambda **address: page_there("applications", school=MED, **address)


def field(screen: Any, kind: str, label: str) -> Any:
    (found,) = [widget for widget in getattr(screen.app, kind) if widget.label == label]
    return found


def press(screen: Any, label: str) -> None:
    field(screen, "button", label).click().run()
    assert not screen.app.exception, screen.app.exception[0].message


def told(screen: Any) -> list[str]:
    return [box.value for box in (*screen.app.success, *screen.app.error)]


def outcomes(engine: Engine) -> list[str]:
    table = tables()["observation"]
    with engine.connect() as connection:
        found = live(connection, table, basis="own_log", bound_school_id=MED)
        return [row["outcome"] for row in found]


def today() -> date:
    """The day on which the test runs, which need not be that on which all of them began."""
    return datetime.now(UTC).date()


def year() -> int:
    return today().year


def enter(engine: Engine, outcome: str, day: date | None = None, by: str = "bob") -> None:
    enter_status(engine, Entry(MED, "HEED", year(), outcome, day or today(), "Bob"), seen=None, by=by)


def test_an_empty_log_says_how_to_start_and_takes_the_first_entry(page: Page, engine: Engine) -> None:
    screen = page()
    assert screen.answer == "No application is in the log yet"
    assert "awards load application-log.xlsx" in screen.seen.text
    assert "Download the empty workbook (XLSX)" in [one.proto.label for one in screen.app.get("download_button")]
    field(screen, "selectbox", "Award").set_value("HEED")
    field(screen, "number_input", "Award year").set_value(year())
    field(screen, "selectbox", "Status").set_value("drafting")
    field(screen, "text_input", "Owner").set_value("Ann")
    press(screen, "Enter it")
    assert outcomes(engine) == ["drafting"]
    assert told(screen) == [f"Entered: HEED {year()} drafting, as of {today()}."]
    assert screen.app.session_state["tab"] == "Log"
    (row,) = screen.rows("Applications, the newest")
    assert [cell.strip() for cell in row[:4]] == [f"HEED {year()}", "drafting", str(today()), "Ann"]
    assert screen.answer == f"What is due is not known; the deadline of HEED {year()} is not known"


def test_the_next_entry_goes_on_top_and_the_history_keeps_the_first(page: Page, engine: Engine) -> None:
    enter(engine, "drafting", today() - timedelta(days=9))
    screen = page(tab="Log", application=f"HEED {year()}")
    assert field(screen, "selectbox", "Status").value == "drafting"
    field(screen, "selectbox", "Status").set_value("submitted")
    press(screen, "Enter it")
    assert outcomes(engine) == ["drafting", "submitted"]
    shown = screen.rows(f"Entries about HEED {year()}")
    assert [row[1].split()[-1] for row in shown] == ["submitted", "drafting"]
    press(screen, "Take it back")
    assert outcomes(engine) == ["drafting"]
    assert "no longer counts" in "".join(cell for row in screen.rows(f"Entries about HEED {year()}") for cell in row)


def test_a_change_by_somebody_else_is_shown_side_by_side_and_not_written_over(page: Page, engine: Engine) -> None:
    enter(engine, "drafting", today() - timedelta(days=9))
    screen = page(tab="Log", application=f"HEED {year()}")
    enter(engine, "won")
    field(screen, "selectbox", "Status").set_value("submitted")
    press(screen, "Enter it")
    assert outcomes(engine) == ["drafting", "won"]
    assert f"HEED {year()} was changed meanwhile by bob at" in screen.seen.text
    rows = screen.rows(f"HEED {year()}: what was entered meanwhile")
    assert rows[0] == ["Status", "awarded", "submitted"]
    assert rows[2] == ["Owner", "Bob", "Bob"]
    press(screen, "Load theirs")
    assert field(screen, "selectbox", "Status").value == "won"
    assert outcomes(engine) == ["drafting", "won"]
    assert "changed meanwhile" not in screen.seen.text


def test_saving_over_it_knowingly_keeps_theirs_in_the_history(page: Page, engine: Engine) -> None:
    enter(engine, "drafting", today() - timedelta(days=9))
    screen = page(tab="Log", application=f"HEED {year()}")
    enter(engine, "won")
    field(screen, "selectbox", "Status").set_value("submitted")
    field(screen, "text_input", "Note").set_value("sent by post")
    press(screen, "Enter it")
    press(screen, "Save mine over it")
    assert outcomes(engine) == ["drafting", "submitted"]
    shown = screen.rows(f"Entries about HEED {year()}")
    assert [("awarded" in row[1], "no longer counts" in row[1]) for row in shown].count((True, True)) == 1


def test_a_rerun_between_does_not_hide_that_somebody_changed_it(page: Page, engine: Engine) -> None:
    enter(engine, "drafting", today() - timedelta(days=9))
    screen = page(tab="Log", application=f"HEED {year()}")
    enter(engine, "won")
    screen.app.run()
    press(screen, "Enter it")
    assert outcomes(engine) == ["drafting", "won"]


def test_steps_are_listed_overdue_first_and_one_is_ticked(page: Page, engine: Engine) -> None:
    enter(engine, "drafting")
    enter_dates(engine, Dates("HEED", year(), None, today() + timedelta(days=20)), by="bob")
    screen = page()
    due = f"the {year()} HEED application is due in 20 days"
    assert screen.answer == f"2 steps overdue, 1 due within 14 days; {due}"
    rows = screen.rows("Steps, overdue first")
    assert [row[0] for row in rows] == ["Data request", "First draft", "Review", "Sign-off", "Submit"]
    assert rows[0][2].strip() == "overdue"
    field(screen, "text_input", "Owner").set_value("Ann")
    field(screen, "checkbox", "This step is done").check()
    press(screen, "Keep the step")
    assert told(screen) == [f"Kept: Data request, HEED {year()} is done."]
    assert screen.answer == f"1 step overdue, 1 due within 14 days; {due}"
    assert [row[0] for row in screen.rows("Steps, overdue first")][-1] == "Data request"


def test_a_step_that_somebody_ticked_meanwhile_is_not_unticked(page: Page, engine: Engine) -> None:
    enter(engine, "drafting")
    enter_dates(engine, Dates("HEED", year(), None, today() + timedelta(days=20)), by="bob")
    screen = page(step=f"Review · HEED {year()}")
    set_task(engine, Task(Application(MED, "HEED", year()), "review", "Bob", done_on=today()), seen=(), by="bob")
    field(screen, "text_input", "Owner").set_value("Ann")
    press(screen, "Keep the step")
    assert screen.rows(f"Review, HEED {year()}: what was entered")[0] == ["Owner", "Bob", "Ann"]


def test_the_plan_is_the_default_until_the_office_changes_it(page: Page, engine: Engine) -> None:
    screen = page(tab="Plan")
    assert "This is the default until you change it." in screen.seen.text
    field(screen, "number_input", "Step 1, days before the deadline").set_value(90)
    field(screen, "text_input", "Step 2").set_value("")
    field(screen, "text_input", "A further step").set_value("Ask the dean")
    field(screen, "number_input", "A further step, days before the deadline").set_value(7)
    press(screen, "Keep the steps")
    table = tables()["deadline_step"]
    with engine.connect() as connection:
        found = {row["name"]: row["days_before"] for row in rows_of(connection, select(table))}
    assert found == {"Data request": 90, "Review": 14, "Ask the dean": 7, "Sign-off": 5, "Submit": 0}
    assert told(screen) == ["The steps are kept."]


def test_the_deadline_of_a_cycle_is_entered(page: Page) -> None:
    screen = page(tab="Plan")
    field(screen, "number_input", "Its award year").set_value(year() + 1)
    field(screen, "date_input", "Deadline on").set_value(date(year() + 1, 3, 1))
    press(screen, "Keep the days")
    assert f"HEED {year() + 1}" in [row[0] for row in screen.rows("Cycles that come")]
    assert f"the {year() + 1} HEED application is due in" in screen.answer


def test_the_library_shows_overdue_texts_first_and_is_searched(page: Page, engine: Engine) -> None:
    late = save_answer(
        engine, LibraryText("Who <b>mentors</b>?", "Peers.", review_by=date(2020, 1, 1)), seen=(), by="bob"
    )
    save_answer(engine, LibraryText("A budget?", "A small one."), seen=(), by="bob")
    set_parts(engine, Application(MED, "HEED", 2023), initiatives=[], answers=[late], seen=(), by="bob")
    screen = page(tab="Answers")
    rows = screen.rows("Answers, those to be reviewed first")
    assert [row[0] for row in rows] == ["Who <b>mentors</b>?", "A budget?"]
    assert [row[3] for row in rows] == ["2023", "not yet"]
    assert rows[0][4].startswith("overdue")
    assert [row[0] for row in page(tab="Answers", q="small budget").rows("Answers, those")] == ["A budget?"]
    assert "No answer holds all these words." in page(tab="Answers", q="nothing").seen.text
    screen = page(tab="Answers", answer=f"Who <b>mentors</b>? ({late})")
    field(screen, "text_area", "Answer").set_value("Peers and alumni.")
    press(screen, "Keep the answer")
    assert told(screen) == ["The answer is kept."]
    press(screen, "Take it out of the library")
    assert [row[0] for row in screen.rows("Answers, those")] == ["A budget?"]


def test_what_an_application_uses_is_chosen(page: Page, engine: Engine) -> None:
    enter(engine, "drafting")
    save_answer(engine, LibraryText("A budget?", "A small one."), seen=(), by="bob")
    screen = page(tab="Log", application=f"HEED {year()}")
    field(screen, "multiselect", "Initiatives").set_value(["Example Mentoring"])
    field(screen, "multiselect", "Answers").set_value(["a1"])
    press(screen, "Keep what it uses")
    assert told(screen) == [f"Kept what HEED {year()} uses."]
    assert f"What HEED {year()} uses: 1 initiative, 1 answer" in screen.seen.headings


@pytest.mark.parametrize(
    "address",
    [
        {"tab": "No such tab"},
        {"application": "x" * 10_000, "tab": "Log"},
        {"step": "<script>alert(1)</script>"},
        {"answer": "nothing", "tab": "Answers"},
    ],
)
def test_an_address_edited_by_hand_shows_the_page(page: Page, engine: Engine, address: dict[str, str]) -> None:
    enter(engine, "drafting")
    assert page(**address).answer == f"What is due is not known; the deadline of HEED {year()} is not known"


def test_a_school_that_there_is_not_is_said_so(engine: Engine, page_there: Page) -> None:
    assert page_there("applications", school="nobody").answer == "There is no school “nobody”"
