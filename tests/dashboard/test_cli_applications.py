"""The commands `awards applications`, and the calendar as the web server gives it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response
from typer.testing import CliRunner, Result

from dashboard import feeds
from dashboard.cli_applications import app
from etl.applications import Dates, enter_dates
from etl.database import DATABASE_VARIABLE

Run = Callable[..., Result]
FIRST = ("set", "--award", "health professions heed", "--year", "2027", "--status", "in progress", "--on", "2026-11-01")


@pytest.fixture
def engine(fresh_small: Callable[[], Engine], monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = fresh_small()
    monkeypatch.setenv(DATABASE_VARIABLE, engine.url.render_as_string())
    monkeypatch.setenv("AWARDS_USER", "ann")
    return engine


@pytest.fixture
def run(engine: Engine) -> Run:
    return lambda *arguments: CliRunner().invoke(app, arguments, catch_exceptions=False)


def test_an_empty_log_says_how_to_start(run: Run) -> None:
    assert run().stdout == "No application is in the log yet; `awards applications set` enters the first.\n"
    assert run("list", "--json").stdout == "[]\n"
    assert run("deadlines").stdout == "Nothing is due.\n"


def test_an_entry_is_listed(run: Run) -> None:
    result = run(*FIRST, "--owner", "Dr. Example", "--note", "[draft]")
    assert (result.exit_code, result.stderr) == (0, "")
    assert run(*FIRST, "--owner", "Dr. Example", "--note", "[draft]").stdout == "The log says so already.\n"
    (one,) = json.loads(run("--json").stdout)
    assert {name: one[name] for name in ("school_id", "award", "year", "status", "owner", "stated_on", "note")} == {
        "school_id": "umkc-som", "award": "HP-HEED", "year": 2027, "status": "drafting", "owner": "Dr. Example",
        "stated_on": "2026-11-01", "note": "[draft]",
    }  # fmt: skip
    assert one["entered_by"] == "ann"
    told = run().stdout
    assert "Dr. Example" in told
    assert told.endswith("No decision is known yet; left out: 1 not submitted yet.\n")
    assert json.loads(run("list", "--school", "uvm", "--json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--school", "umkc-sum"), 2, "no school has the key 'umkc-sum'; close to it:"),
        ((*FIRST[:-1], "01-02-03"), 2, "--on '01-02-03' can be read as more than one day"),
        ((*FIRST[:5], "--status", "sent", "--on", "2026-11-01"), 1, "not entered: "),
        (("set", "--award", "Oscar", *FIRST[3:]), 1, "not entered: award 'Oscar'"),
        (("ics", "-o", "/no/such/folder/a.ics"), 1, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert says in result.stderr


def test_deadlines_and_the_calendar_agree(run: Run, engine: Engine, tmp_path: Path) -> None:
    run(*FIRST)
    enter_dates(engine, Dates("HP-HEED", 2027, None, date(2028, 2, 29)), by="ann")
    found = json.loads(run("deadlines", "--json").stdout)
    assert [one["due_on"] for one in found] == ["2027-12-31", "2028-01-30", "2028-02-15", "2028-02-24", "2028-02-29"]
    file = tmp_path / "a.ics"
    assert run("ics", "-o", str(file)).stdout == f"{file} written, 5 deadlines.\n"
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [one.decoded("dtstart").isoformat() for one in events] == [one["due_on"] for one in found]


def test_the_server_gives_the_same_calendar_and_tells_when_it_is_known(
    run: Run, engine: Engine, tmp_path: Path
) -> None:
    run(*FIRST)
    enter_dates(engine, Dates("HP-HEED", 2027, None, date(2028, 2, 29)), by="ann")
    file = tmp_path / "a.ics"
    run("ics", "-o", str(file))
    answer = asked("school=umkc-som")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.body == file.read_bytes() == asked().body
    again = asked("school=umkc-som", answer.headers["etag"])
    assert (again.status_code, again.body) == (304, b"")
    assert asked("school=nobody").status_code == 404
    run("set", "--award", "HP-HEED", "--year", "2027", "--status", "submitted")
    changed = asked("", answer.headers["etag"])
    assert (changed.status_code, b"BEGIN:VEVENT" in bytes(changed.body)) == (200, False)


def asked(query: str = "", known: str = "") -> Response:
    """What the web server answers to that address."""
    headers = [(b"if-none-match", known.encode())] if known else []
    return feeds.feed(Request({"type": "http", "query_string": query.encode(), "headers": headers}))
