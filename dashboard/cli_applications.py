"""The commands `awards applications`: the office's log, its deadlines, and both as a file."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from etl.command_group import Commands

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dashboard.domain.applications import Deadline
    from dashboard.queries.applications import ApplicationShown

NOT_DONE: Final = 1
UNKNOWN: Final = 2
"""Exit code for a school that is not known, and for any wrong argument."""

app = typer.Typer(help="The office's own applications: their log, deadlines and calendar.", cls=Commands)

School = Annotated[str | None, typer.Option("--school", metavar="ID", help="Key of the school; default: the own one.")]
Json = Annotated[bool, typer.Option("--json", help="Print a JSON list.")]


@app.callback(invoke_without_command=True)
def applications(context: typer.Context, school: School = None, as_json: Json = False) -> None:
    """The office's own applications: their log, deadlines and calendar."""
    if context.invoked_subcommand is None:
        show_log(school=school, as_json=as_json)


@app.command("list")
def show_log(school: School = None, as_json: Json = False) -> None:
    """The log: how each application stands, who has it, when it was last told."""
    from dashboard import terminal
    from dashboard.domain.applications import WORDS, success
    from dashboard.queries.applications import applications as ask_applications

    with _connected() as connection:
        found = ask_applications(connection, _known_school(connection, school))
    if as_json:
        typer.echo(json.dumps([_application_json(one) for one in found], ensure_ascii=False, indent=2))
        return
    if not found:
        typer.echo("No application is in the log yet; `awards applications set` enters the first.")
        return
    heads = ("award", "year", "status", "as of", "owner", "entered by")
    rows = [
        (one.award, one.year, WORDS[one.latest.outcome], one.latest.stated_on, one.latest.owner, one.latest.by)
        for one in found
    ]
    terminal.console().print(terminal.table(heads, rows))
    typer.echo(f"{success(one.decided for one in found).told()}.")


@app.command("set")
def enter(
    award: Annotated[str, typer.Option("--award", help="Code or printed name of the award.")],
    year: Annotated[int, typer.Option("--year", help="Award year.")],
    status: Annotated[str, typer.Option("--status", help="planned, drafting, submitted, awarded, not awarded, …")],
    school: School = None,
    owner: Annotated[str | None, typer.Option("--owner", help="Who is responsible.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Remark.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Day, as 2026-11-23; default: today.")] = None,
) -> None:
    """Enter how an application stands; earlier days stay as history, the same day is corrected."""
    from etl.applications import Entry, enter_status
    from etl.report import NotPossible

    stated_on = _day(on)
    with _connected() as connection:
        school_id = _known_school(connection, school)
        try:
            entry = Entry(school_id, award, year, status, stated_on, owner, note)
            load = enter_status(connection.engine, entry, seen=None)
        except NotPossible as error:
            _fail(f"not entered: {error}", NOT_DONE)
    if load is None:
        typer.echo("The log says so already.")
    else:
        typer.echo(f"Entered: {school_id}, {award} {year} {status} on {stated_on} (load {load}).")


@app.command("deadlines")
def show_deadlines(school: School = None, as_json: Json = False) -> None:
    """Every step of the applications to come, those overdue first."""
    from dashboard import terminal
    from dashboard.domain.applications import DUE, due_sentence
    from dashboard.queries.deadlines import due

    today = datetime.now().astimezone().date()
    with _connected() as connection:
        found = due(connection, _known_school(connection, school), today)
    if as_json:
        typer.echo(json.dumps([_deadline_json(one) for one in found], ensure_ascii=False, indent=2))
        return
    typer.echo(f"{due_sentence(found, today) or 'Nothing is due'}.")
    if found:
        heads = ("", "state", "due", "step", "application", "owner")
        rows = [
            (DUE[one.state].mark, DUE[one.state].word, one.due_on, one.name, one.application, one.task.owner)
            for one in found
        ]
        terminal.console().print(terminal.table(heads, rows))


@app.command()
def ics(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The calendar file to write.")],
    school: School = None,
) -> None:
    """Write the deadlines as an iCalendar file."""
    from dashboard.calendars import calendar
    from dashboard.export.atomic import whole_file

    with _connected() as connection:
        content = calendar(connection, _known_school(connection, school))
    try:
        with whole_file(output) as file:
            file.write(content)
    except OSError as error:
        _fail(f"{output} cannot be written: {error.strerror or error}; name another file", NOT_DONE)
    typer.echo(f"{output} written, {content.count(b'BEGIN:VEVENT')} deadlines.")


def _application_json(one: "ApplicationShown") -> dict[str, object]:
    return {
        "school_id": one.school_id,
        "award": one.award,
        "year": one.year,
        "status": one.latest.outcome,
        "decided": one.decided,
        "conflict": one.conflict,
        "owner": one.latest.owner,
        "stated_on": _text(one.latest.stated_on),
        "note": one.latest.note,
        "source": one.latest.file,
        "entered_by": one.latest.by,
        "entered_at": one.latest.at.isoformat(),
        "entries": len(one.entries),
    }


def _deadline_json(one: "Deadline") -> dict[str, object]:
    return {
        "school_id": one.school_id,
        "award": one.award,
        "year": one.year,
        "step": one.step,
        "name": one.name,
        "state": one.state,
        "due_on": _text(one.due_on),
        "owner": one.task.owner,
        "done_on": _text(one.task.done_on),
        "application_due_on": _text(one.closes_on),
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date:
    from etl.transform.clean_days import day
    from etl.transform.clean_text import Unfit

    today = datetime.now().astimezone().date()
    if text is None:
        return today
    try:
        return day(text, today.year)
    except Unfit as error:
        _fail(f"--on {text!r} {error}", UNKNOWN)


def _known_school(connection: "Connection", school_id: str | None) -> str:
    from dashboard.queries.schools import find_schools, own_school
    from dashboard.queries.schools import school as ask_school

    wanted = school_id or own_school(connection)
    if ask_school(connection, wanted) is None:
        close = "".join(f"\n  {info.school_id}  {info.name}" for info in find_schools(connection, wanted, limit=5))
        hint = f"close to it:{close}" if close else "`awards schools` lists all keys"
        _fail(f"no school has the key {wanted!r}; {hint}", UNKNOWN)
    return wanted


@contextmanager
def _connected() -> "Iterator[Connection]":
    from etl.database import engine_for, is_empty, upgrade

    engine = engine_for()
    if is_empty(engine):
        _fail("nothing has been loaded yet; `awards load data` loads the shipped records", NOT_DONE)
    upgrade(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _fail(message: str, code: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)
