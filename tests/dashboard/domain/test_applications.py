"""Deadlines planned backwards, days seen from where the office is, and success over known decisions alone."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from dashboard.domain.applications import (
    DEFAULT_STEPS,
    WORDS,
    Deadline,
    Step,
    Task,
    days_text,
    deadlines,
    decided,
    due_sentence,
    due_state,
    in_order,
    office_today,
    stage,
    success,
)
from dashboard.domain.ics import calendar_bytes
from etl.schema import OUTCOMES

KEY = ("umkc-som", "HP-HEED", 2028)
TODAY = date(2028, 2, 1)
SOON, APPLICATION = "due within 14 days", "the 2028 HP-HEED application is"
STAMP = datetime(2028, 1, 31, 9, 30, tzinfo=UTC)


def planned(
    closes_on: date | None,
    today: date = TODAY,
    tasks: dict[str, Task] | None = None,
    steps: tuple[Step, ...] = DEFAULT_STEPS,
) -> list[Deadline]:
    return deadlines(KEY, closes_on, steps, tasks or {}, today)


def task(step: str, **more: object) -> Task:
    said = {"owner": None, "due_on": None, "done_on": None, "note": None, "seen": (7,), **more}
    return Task(step, **said)  # type: ignore[arg-type]


def test_steps_are_planned_backwards_over_a_leap_day_and_the_turn_of_the_year() -> None:
    assert [one.due_on for one in planned(date(2028, 3, 1))] == [
        date(2028, 1, 1), date(2028, 1, 31), date(2028, 2, 16), date(2028, 2, 25), date(2028, 3, 1),
    ]  # fmt: skip
    assert next(one.due_on for one in planned(date(2028, 2, 29))) == date(2027, 12, 31)
    assert planned(date(2027, 3, 1))[2].due_on == date(2027, 2, 15), "no leap day in 2027"


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 730), st.integers(-800, 800))
def test_a_step_lies_its_days_before_the_deadline_and_its_state_follows_from_the_days_left(
    closes_on: date, days: int, ahead: int
) -> None:
    due_on = closes_on - timedelta(days=days)
    (one,) = planned(closes_on, due_on - timedelta(days=ahead), steps=(Step("s", "S", days),))
    assert one.due_on == due_on
    assert one.state == ("overdue" if ahead < 0 else "soon" if ahead <= 14 else "later")


def test_a_task_moves_its_day_and_done_is_done_though_the_day_is_past() -> None:
    kept = {"review": task("review", due_on=date(2028, 2, 2), owner="Ann"), "submit": task("submit", done_on=TODAY)}
    found = {one.step: one for one in planned(date(2020, 1, 1), tasks=kept)}
    assert (found["review"].due_on, found["review"].state, found["review"].task.owner) == (
        date(2028, 2, 2),
        "soon",
        "Ann",
    )
    assert found["submit"].state == "done"
    assert found["sign-off"].state == "overdue"


def test_without_a_deadline_no_day_is_made_up() -> None:
    found = planned(None)
    assert {(one.due_on, one.state) for one in found} == {(None, "not_known")}
    assert due_sentence(found, TODAY) == "What is due is not known; the deadline of HP-HEED 2028 is not known"


def test_overdue_comes_first_then_soon_later_unknown_done_each_by_day() -> None:
    mixed = [*planned(None), *planned(date(2028, 3, 1), tasks={"submit": task("submit", done_on=TODAY)})]
    assert [(one.state, one.due_on) for one in in_order(reversed(mixed))][:4] == [
        ("overdue", date(2028, 1, 1)), ("overdue", date(2028, 1, 31)),
        ("later", date(2028, 2, 16)), ("later", date(2028, 2, 25)),
    ]  # fmt: skip
    assert [one.state for one in in_order(mixed)][4:] == [*["not_known"] * 5, "done"]


@pytest.mark.parametrize(
    ("closes_on", "today", "says"),
    [
        (date(2028, 3, 13), TODAY, f"1 step overdue, 1 {SOON}; {APPLICATION} due in 41 days"),
        (date(2028, 6, 1), TODAY, f"No step is overdue or due soon; {APPLICATION} due in 121 days"),
        (date(2028, 3, 1), date(2028, 3, 1), f"4 steps overdue, 1 {SOON}; {APPLICATION} due today"),
        (date(2028, 2, 29), date(2028, 3, 1), "5 steps overdue; the 2028 HP-HEED deadline passed yesterday"),
        (date(2028, 2, 29), date(2028, 2, 28), f"4 steps overdue, 1 {SOON}; {APPLICATION} due tomorrow"),
    ],
)  # fmt: skip
def test_what_is_due_as_a_sentence(closes_on: date, today: date, says: str) -> None:
    assert due_sentence(planned(closes_on, today), today) == says


def test_nothing_to_do_is_no_sentence() -> None:
    every = {step.step: task(step.step, done_on=TODAY) for step in DEFAULT_STEPS}
    assert due_sentence([], TODAY) == ""
    assert due_sentence(planned(date(2028, 3, 1), tasks=every), TODAY) == ""


def test_the_day_is_the_one_where_the_office_is() -> None:
    night = datetime(2028, 3, 1, 3, 30, tzinfo=UTC)
    assert office_today(night, "America/Chicago") == date(2028, 2, 29)
    assert office_today(night, "Pacific/Auckland") == date(2028, 3, 1)
    assert office_today(night, None) == date(2028, 3, 1)
    assert office_today(night, "No/Such zone") == date(2028, 3, 1)
    assert office_today(night, "../../etc/passwd") == date(2028, 3, 1)
    zone = timezone(timedelta(hours=-6))
    assert office_today(night.astimezone(zone), None) == date(2028, 2, 29)
    assert due_state(date(2028, 2, 29), None, office_today(night, "America/Chicago")) == "soon"
    assert due_state(date(2028, 2, 29), None, office_today(night, "Pacific/Auckland")) == "overdue"


def test_days_in_words() -> None:
    day = date(2028, 2, 29)
    told = [days_text(day, day + timedelta(days=n)) for n in (-2000, -2, -1, 0, 1, 2)]
    assert told == ["in 2,000 days", "in 2 days", "tomorrow", "today", "yesterday", "2 days ago"]


@pytest.mark.parametrize(
    ("outcome", "record", "year", "known"),
    [
        ("submitted", "pending", "pending", "submitted"),
        ("submitted", "won", "won", "won"),
        ("submitted", "pending", "not_won", "not_won"),
        ("not_won", "won", "won", "won"),
        ("won", "unknown", "unknown", "submitted"),
        ("withdrawn", "did_not_apply", "did_not_apply", "withdrawn"),
        ("did_not_apply", "did_not_apply", "did_not_apply", "did_not_apply"),
        ("planned", "unknown", "unknown", "planned"),
        ("drafting", None, None, "drafting"),
    ],
)
def test_what_is_known_of_an_application(outcome: str, record: str | None, year: str | None, known: str) -> None:
    assert decided(outcome, record, year) == known


def test_success_counts_known_decisions_alone() -> None:
    counts = success(["won", "won", "won", "not_won", "submitted", "planned", "drafting", "withdrawn", "did_not_apply"])
    assert (counts.won, counts.known, counts.rate) == (3, 4, 0.75)
    assert counts.told() == (
        "3 of 4 known decisions were awards; left out: 1 undecided, 2 not submitted yet, 1 withdrawn, 1 not applied for"
    )
    assert success(["submitted"]).rate is None
    assert success(["submitted"]).told() == "No decision is known yet; left out: 1 undecided"
    assert success([]).told() == "No decision is known yet"
    assert success(["not_won"]).told() == "0 of 1 known decision was an award"


@given(st.lists(st.sampled_from(OUTCOMES)))
def test_every_application_is_counted_once(outcomes: list[str]) -> None:
    n = success(outcomes)
    assert n.won + n.not_won + n.waiting + n.unfinished + n.withdrawn + n.did_not_apply == len(outcomes)


def test_every_outcome_has_a_word_and_a_stage() -> None:
    assert set(WORDS) == set(OUTCOMES)
    assert {stage(outcome) for outcome in OUTCOMES} == set(range(5))


def feed(found: list[Deadline]) -> bytes:
    return calendar_bytes("Award deadlines: Example, “Med”; {x}", found, STAMP)


def test_the_calendar_is_read_back_as_it_was_written() -> None:
    odd = "Ann; O'Neil, \\ “Dr.”\nsecond line " + "ä" * 90
    kept = {"review": task("review", owner=odd), "submit": task("submit", done_on=TODAY)}
    content = feed(planned(date(2028, 2, 29), tasks=kept))
    calendar = Calendar.from_ical(content)
    assert str(calendar["x-wr-calname"]) == "Award deadlines: Example, “Med”; {x}"
    events = calendar.walk("VEVENT")
    assert [(str(one["summary"]), one.decoded("dtstart"), one.decoded("dtend")) for one in events] == [
        ("Data request: HP-HEED 2028", date(2027, 12, 31), date(2028, 1, 1)),
        ("First draft: HP-HEED 2028", date(2028, 1, 30), date(2028, 1, 31)),
        ("Review: HP-HEED 2028", date(2028, 2, 15), date(2028, 2, 16)),
        ("Sign-off: HP-HEED 2028", date(2028, 2, 24), date(2028, 2, 25)),
    ]
    assert {one.decoded("dtstamp") for one in events} == {STAMP}
    assert str(events[2]["description"]) == f"Owner: {odd}\nDeadline of the application: 2028-02-29"
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    content.decode("utf-8")


def test_the_same_deadlines_give_the_same_bytes_and_an_event_keeps_its_name() -> None:
    first, moved = planned(date(2028, 2, 29)), planned(date(2028, 4, 1))
    assert feed(first) == feed(list(reversed(first)))
    uids = [[str(one["uid"]) for one in Calendar.from_ical(feed(found)).walk("VEVENT")] for found in (first, moved)]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == 5


def test_steps_without_a_day_are_not_in_the_calendar() -> None:
    assert Calendar.from_ical(feed(planned(None))).walk("VEVENT") == []
