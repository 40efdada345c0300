"""What the office enters by hand: as good as a file, never over somebody else's change unseen, and never lost."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import Engine, select

from etl.applications import (
    Application,
    Changed,
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
from etl.database import shipped_data
from etl.load.versioned import live, rows_of
from etl.pipeline import load, rebuild, undo
from etl.report import NotPossible
from etl.schema import tables

Fresh = Callable[[], Engine]
SOM = "umkc-som"
NAMES = {
    "umkc-som": ("University of Missouri-Kansas City School of Medicine", ""),
    "uvm": ("University of Vermont", ""),
}
"""Schools by key, and the name and parent under which a file prints them."""
DAY = date(2025, 5, 1)
APPLICATION = Application(SOM, "HP-HEED", 2026)
REAL_TIME = settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
said = {
    "year": st.integers(2016, 2025),
    "outcome": st.sampled_from(
        ("awarded", "not awarded", "submitted", "withdrawn", "did not apply", "planned", "drafting")
    ),
    "stated_on": st.sampled_from((date(2024, 2, 29), DAY, date(2025, 12, 31))),
    "owner": st.sampled_from((None, "Dr. Example")),
    "note": st.sampled_from((None, " a  note ")),
}
entries = st.one_of(
    st.builds(Entry, st.just(SOM), st.sampled_from(("HEED", "HP-HEED", "Health Professions HEED Award")), **said),
    st.builds(Entry, st.just("uvm"), st.just("HEED"), **said),
)


@pytest.fixture
def engine(fresh_small: Fresh) -> Engine:
    return fresh_small()


def records(engine: Engine) -> list[tuple[Any, ...]]:
    """What follows, without what tells the two sources apart."""
    names = ("school_id", "award", "year", "status", "basis", "n_sources", "conflict", "why")
    with engine.connect() as connection:
        found = [tuple(row[name] for name in names) for row in live(connection, tables()["record"])]
        years = [
            tuple(row[name] for name in ("school_id", "family", "year", "status", "why"))
            for row in live(connection, tables()["year_status"])
        ]
    return sorted(found) + sorted(years)


def observations(engine: Engine) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row) for row in live(connection, tables()["observation"])]


def rows(engine: Engine, table: str) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row) for row in live(connection, tables()[table])]


def newest(engine: Engine, table: str) -> dict[str, Any]:
    t = tables()[table]
    with engine.connect() as connection:
        return dict(rows_of(connection, select(t).order_by(t.primary_key.columns[0].desc()).limit(1))[0])


def seen(engine: Engine, school_id: str = SOM) -> tuple[int, ...]:
    return tuple(row["content_key"] for row in observations(engine) if row["bound_school_id"] == school_id)


@REAL_TIME
@given(made=st.lists(entries, min_size=1, max_size=6))
def test_form_and_file_give_the_same_records(fresh_small: Fresh, made: list[Entry]) -> None:
    """A file has a row a day; the form's entry of a day corrects what it said of that day before."""
    by_form, by_file = fresh_small(), fresh_small()
    for entry in made:
        enter_status(by_form, entry, seen=None, by="tests")
    names = {"Health Professions HEED Award": "HP-HEED"}
    last = {(one.school_id, names.get(one.award, one.award), one.year, one.stated_on): one for one in made}
    with TemporaryDirectory() as folder:
        book = load_workbook(shipped_data() / "templates" / "application-log.xlsx")
        sheet = book["Applications"]
        for one in last.values():
            who = NAMES[one.school_id]
            sheet.append([*who, "", one.award, one.year, one.outcome, one.stated_on, one.owner, one.note])
        path = Path(folder) / "my-log.xlsx"
        book.save(path)
        report = load(by_file, [path], by="tests")
    assert report.succeeded
    assert [file.refused + file.unresolved for file in report.files] == [0]
    assert records(by_form) == records(by_file)
    assert rebuild(by_form, by="tests") == 0


def test_an_entry_is_an_observation_bound_by_its_school_s_key(engine: Engine) -> None:
    number = enter_status(engine, Entry(SOM, "HP-HEED", 2024, "Not awarded", DAY, " Dr.  Example "), seen=(), by="ann")
    (row,) = observations(engine)
    said = {name: row[name] for name in ("award", "year", "outcome", "basis", "stated_on", "owner", "note")}
    assert said == {
        "award": "HP-HEED", "year": 2024, "outcome": "not_won", "basis": "own_log", "stated_on": DAY,
        "owner": "Dr. Example", "note": None,
    }  # fmt: skip
    assert (row["bound_school_id"], row["decision"]) == (SOM, "accepted")
    assert [(record["status"], record["why"]) for record in rows(engine, "record")] == [("not_won", "own log not won")]
    version, load_made = newest(engine, "data_version"), newest(engine, "load")
    assert (version["change"], version["made_by"]) == ("application", "ann")
    assert (load_made["load_id"], load_made["rows_new"]) == (number, 1)


def test_every_school_can_have_an_entry_however_its_name_reads(fresh_reference: Fresh) -> None:
    engine = fresh_reference()
    schools = [row["school_id"] for row in rows(engine, "school")]
    for school_id in schools[::20]:
        enter_status(engine, Entry(school_id, "HEED", 2024, "submitted", DAY), seen=(), by="ann")
    bound = {row["school_as_printed"]: row["bound_school_id"] for row in observations(engine)}
    assert bound == {school_id: school_id for school_id in schools[::20]}
    assert rows(engine, "unresolved_name") == []


def test_the_audit_log_says_what_stood_before_and_stands_now(engine: Engine) -> None:
    enter_status(engine, Entry(SOM, "HP-HEED", 2024, "submitted", DAY, "Ann"), seen=(), by="ann")
    enter_status(engine, Entry(SOM, "HP-HEED", 2024, "awarded", date(2025, 9, 1)), seen=None, by="bob")
    act = newest(engine, "audit")
    said = {"school_as_printed": SOM, "award": "HP-HEED", "year": 2024}
    assert act["before"] == {**said, "outcome": "submitted", "stated_on": "2025-05-01", "owner": "Ann"}
    assert act["after"] == {**said, "outcome": "won", "stated_on": "2025-09-01"}
    assert (act["who"], act["action"], act["what"]) == ("bob", "application", "umkc-som: HP-HEED 2024 won")


def test_two_people_change_one_application_and_nothing_is_lost(engine: Engine) -> None:
    enter_status(engine, Entry(SOM, "HP-HEED", 2024, "drafting", DAY), seen=(), by="ann")
    both_saw = seen(engine)
    enter_status(engine, Entry(SOM, "HP-HEED", 2024, "awarded", date(2025, 9, 1)), seen=both_saw, by="bob")
    version = newest(engine, "data_version")["version"]
    mine = Entry(SOM, "HP-HEED", 2024, "submitted", date(2025, 9, 1))
    with pytest.raises(
        Changed, match=r"HP-HEED 2024 was changed meanwhile by bob at .* UTC; nothing was written"
    ) as met:
        enter_status(engine, mine, seen=both_saw, by="ann")
    (theirs,) = met.value.theirs
    assert (theirs.by, theirs.said["outcome"], theirs.said["stated_on"]) == ("bob", "won", date(2025, 9, 1))
    assert theirs.at.tzinfo is not None
    assert newest(engine, "data_version")["version"] == version
    assert sorted(row["outcome"] for row in observations(engine)) == ["drafting", "won"]
    enter_status(engine, mine, seen=met.value.now, by="ann")
    assert sorted(row["outcome"] for row in observations(engine)) == ["drafting", "submitted"]


def test_a_new_application_that_somebody_entered_meanwhile_is_shown(engine: Engine) -> None:
    enter_status(engine, Entry(SOM, "HP-HEED", 2024, "planned", DAY), seen=(), by="bob")
    with pytest.raises(Changed):
        enter_status(engine, Entry(SOM, "Health Professions HEED", 2024, "submitted", DAY), seen=(), by="ann")


def test_an_entry_taken_back_meanwhile_is_told(engine: Engine) -> None:
    enter_status(engine, Entry(SOM, "HP-HEED", 2024, "planned", DAY), seen=(), by="ann")
    saw = seen(engine)
    take_back(engine, observations(engine)[0]["row_id"], by="bob")
    with pytest.raises(Changed) as met:
        enter_status(engine, Entry(SOM, "HP-HEED", 2024, "submitted", DAY), seen=saw, by="ann")
    assert [(one.by, one.said) for one in met.value.theirs] == [("bob", {})]


def test_names_that_change_meanwhile_are_no_change_of_the_application(engine: Engine, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(f"school,award,year,status,date\n{NAMES['uvm'][0]},HEED,2024,submitted,2024-05-01\n", "utf-8")
    load(engine, [log], by="tests")
    saw = seen(engine, "uvm")
    names = tmp_path / "names.csv"
    names.write_text(f"name,school_id,label\n{NAMES['uvm'][0]},uvm,sure\n", "utf-8")
    load(engine, [names], by="tests")
    assert enter_status(engine, Entry("uvm", "HEED", 2024, "awarded", date(2024, 9, 1)), seen=saw, by="ann")


def test_the_same_entry_twice_changes_nothing(engine: Engine) -> None:
    entry = Entry(SOM, "HP-HEED", 2024, "planned", DAY)
    assert enter_status(engine, entry, seen=(), by="ann")
    version = newest(engine, "data_version")["version"]
    assert enter_status(engine, entry, seen=None, by="ann") is None
    assert newest(engine, "data_version")["version"] == version


def test_take_back_and_undo_give_what_was_there_before(engine: Engine) -> None:
    nothing = records(engine)
    first = enter_status(engine, Entry(SOM, "HP-HEED", 2024, "submitted", DAY), seen=(), by="ann")
    before = records(engine)
    second = enter_status(engine, Entry(SOM, "HP-HEED", 2024, "not awarded", date(2025, 9, 1)), seen=None, by="ann")
    with_two = records(engine)
    late = next(row["row_id"] for row in observations(engine) if row["outcome"] == "not_won")
    taken = take_back(engine, late, by="bob")
    assert records(engine) == before
    with pytest.raises(NotPossible, match="there is no entry"):
        take_back(engine, late, by="bob")
    undo(engine, taken, by="bob")
    assert records(engine) == with_two
    assert second and first
    undo(engine, second, by="bob")
    undo(engine, first, by="bob")
    assert records(engine) == nothing
    assert rebuild(engine, by="tests") == 0


def test_a_row_of_a_file_is_not_taken_back_here(engine: Engine, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(f"school,award,year,status,date\n{NAMES['uvm'][0]},HEED,2024,submitted,2024-05-01\n", "utf-8")
    load(engine, [log], by="tests")
    with pytest.raises(NotPossible, match="or stand in a file"):
        take_back(engine, observations(engine)[0]["row_id"], by="ann")
    assert rows(engine, "observation")


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (Entry("nobody", "HEED", 2024, "planned", DAY), "there is no school 'nobody'"),
        (Entry(SOM, "HP-HED", 2024, "planned", DAY), "HP-HED"),
        (Entry(SOM, "HEED", 2099, "planned", DAY), "2099"),
        (Entry(SOM, "HEED", 2024, "sent", DAY), "is not one of"),
        (Entry(SOM, "HEED", 2024, "planned", datetime.now(UTC).date() + timedelta(days=3)), "lies ahead"),
        (Entry(SOM, "HEED", 2024, "planned", DAY, note="x" * 10_001), "10,001 characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_an_entry_is_refused_with_the_remedy(engine: Engine, entry: Entry, says: str) -> None:
    before = newest(engine, "data_version")["version"]
    with pytest.raises(NotPossible, match=says):
        enter_status(engine, entry, seen=(), by="ann")
    assert newest(engine, "data_version")["version"] == before


def test_a_task_keeps_its_owner_and_is_ticked_and_a_second_person_is_told(engine: Engine) -> None:
    assert set_task(engine, Task(APPLICATION, "review", "Ann"), seen=(), by="ann")
    (task,) = rows(engine, "application_task")
    saw = (task["row_id"],)
    assert set_task(engine, Task(APPLICATION, "review", "Ann"), seen=saw, by="ann") is None
    set_task(engine, Task(APPLICATION, "review", "Ann", done_on=DAY), seen=saw, by="bob")
    with pytest.raises(Changed) as met:
        set_task(engine, Task(APPLICATION, "review", "Carol"), seen=saw, by="carol")
    assert met.value.theirs[0].said["done_on"] == DAY
    set_task(engine, Task(APPLICATION, "review"), seen=met.value.now, by="carol")
    assert rows(engine, "application_task") == []
    assert newest(engine, "audit")["before"]["application_task"][0]["done_on"] == "2025-05-01"


def test_the_plan_is_changed_as_a_whole(engine: Engine) -> None:
    set_steps(engine, [Step("First draft", 30), Step("Hand in", 0)], seen=(), by="ann")
    saw = tuple(row["row_id"] for row in rows(engine, "deadline_step"))
    set_steps(engine, [Step("Draft for the dean", 40, "first-draft"), Step("Hand in", 0)], seen=saw, by="ann")
    found = {(row["step"], row["name"], row["days_before"]) for row in rows(engine, "deadline_step")}
    assert found == {("first-draft", "Draft for the dean", 40), ("hand-in", "Hand in", 0)}
    with pytest.raises(Changed):
        set_steps(engine, [Step("Hand in", 1)], seen=saw, by="bob")
    for steps, says in (
        ([], "at least one step"),
        ([Step(" ", 3)], "needs a name"),
        ([Step("A", 731)], "0 to 730"),
        ([Step("A", -1)], "0 to 730"),
        ([Step("A b", 1), Step("a B", 2)], "one name: a-b"),
    ):
        with pytest.raises(NotPossible, match=says):
            set_steps(engine, steps, seen=None, by="ann")


def test_the_library_gives_keys_and_never_gives_one_twice(engine: Engine) -> None:
    one = save_answer(engine, LibraryText("How do you mentor?", "In pairs.\nAll year."), seen=(), by="ann")
    row = rows(engine, "library_answer")[0]
    changed = LibraryText("How do you mentor?", "In groups.", "Ann", DAY, answer_id=one)
    assert save_answer(engine, changed, seen=(row["row_id"],), by="ann") == one
    with pytest.raises(Changed):
        retire_answer(engine, one, seen=(row["row_id"],), by="bob")
    assert retire_answer(engine, one, seen=None, by="bob")
    assert rows(engine, "library_answer") == []
    assert save_answer(engine, LibraryText("Another?", "Yes."), seen=(), by="ann") != one
    with pytest.raises(NotPossible, match="needs its question"):
        save_answer(engine, LibraryText(" ", "Yes."), seen=(), by="ann")
    with pytest.raises(NotPossible, match="there is no text 'a99'"):
        save_answer(engine, LibraryText("Q", "Yes.", answer_id="a99"), seen=(), by="ann")


def test_what_an_application_uses_is_set_as_a_whole(engine: Engine) -> None:
    set_parts(engine, APPLICATION, initiatives=["B", "A"], answers=["a1"], seen=(), by="ann")
    found = [(row["part"], row["reference"]) for row in rows(engine, "application_part")]
    assert sorted(found) == [("answer", "a1"), ("initiative", "A"), ("initiative", "B")]
    saw = tuple(row["row_id"] for row in rows(engine, "application_part"))
    assert set_parts(engine, APPLICATION, initiatives=["A"], answers=[], seen=saw, by="ann")
    with pytest.raises(Changed):
        set_parts(engine, APPLICATION, initiatives=[], answers=[], seen=saw, by="bob")


def test_the_days_of_a_cycle_are_entered_and_corrected(engine: Engine) -> None:
    enter_dates(engine, Dates("HP-HEED", 2028, None, date(2028, 2, 29)), by="ann")
    enter_dates(engine, Dates("HP-HEED", 2028, date(2028, 1, 1), date(2028, 3, 1)), by="ann")
    found = [(row["opens_on"], row["deadline_on"]) for row in rows(engine, "cycle") if row["year"] == 2028]
    assert found == [(date(2028, 1, 1), date(2028, 3, 1))]
    assert rebuild(engine, by="tests") == 0
    with pytest.raises(NotPossible, match="lies before the opening day"):
        enter_dates(engine, Dates("HP-HEED", 2028, DAY, date(2024, 1, 1)), by="ann")
    with pytest.raises(NotPossible, match="no award year"):
        enter_dates(engine, Dates("HP-HEED", 99, None, DAY), by="ann")
