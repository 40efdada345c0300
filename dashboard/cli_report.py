"""The commands of the annual report: make one, list those that were kept, tell what changed since."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dashboard.queries.reports import Printed
    from dashboard.report.choices import Choices

REFUSED: Final = 2

app = typer.Typer(help="The annual report.", no_args_is_help=True)


SchoolKey = Annotated[
    str | None, typer.Option("--school", metavar="ID", help="Key of the school; `awards schools TEXT` finds it.")
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="File: .docx, .pdf, .html or .pptx.")]
Families = Annotated[
    str, typer.Option("--families", metavar="A,B", help="Award families; default: HEED and all with anything known.")
]
Own = Annotated[
    list[Path] | None,
    typer.Option("--paragraph", metavar="FILE", help="Own paragraph (Markdown); can be given again."),
]
AsOfVersion = Annotated[
    int | None, typer.Option("--as-of-version", metavar="N", help="Tell of an earlier data version.")
]
SinceVersion = Annotated[
    int | None,
    typer.Option(
        "--since-version",
        metavar="N",
        help="Data version it is held against; default: that of last year's kept report.",
    ),
]
Stated = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="Date that stands in the report; default: today."),
]
Again = Annotated[
    int | None,
    typer.Option("--again", metavar="REPORT_ID", help="Make a kept report again: its choices, data version and date."),
]
Keep = Annotated[
    bool, typer.Option("--keep/--no-keep", help="Keep choices and data version: next year's report tells what changed.")
]


@app.command()
def report(
    output: Output,
    school: SchoolKey = None,
    year: Annotated[int | None, typer.Option("--year", help="Year of the report.")] = None,
    peers: Annotated[str, typer.Option("--peers", metavar="GROUP", help="Peer group to compare with.")] = "",
    families: Families = "",
    first: Annotated[int | None, typer.Option("--from", help="First year of the figures.")] = None,
    last: Annotated[int | None, typer.Option("--to", help="Last year of the figures.")] = None,
    sections: Annotated[str, typer.Option("--sections", metavar="A,B", help="Sections by name; default: all.")] = "",
    paragraph: Own = None,
    as_of_version: AsOfVersion = None,
    since_version: SinceVersion = None,
    stated: Stated = None,
    again: Again = None,
    keep: Keep = False,
) -> None:
    """Write the annual report of a school: from the records, with every source."""
    from dashboard.report.choices import SECTIONS, Choices
    from dashboard.report.write import form_of

    with _engine() as engine, _told():
        form = form_of(output)
        if again is not None:
            choices = _choices_again(engine, again)
        else:
            if year is None:
                _fail("--year is missing: say which year the report is of")
            choices = Choices(
                school or _own_school(engine), year, stated.date() if stated else _today(),
                sections=_listed(sections) or tuple(SECTIONS), peers=peers.strip(), families=_listed(families),
                first_year=first, last_year=last, paragraphs=tuple(map(_paragraph, paragraph or ())),
                version=as_of_version, since_version=since_version,
            )  # fmt: skip
        _write(engine, choices, output, form, keep=keep)


def _write(engine: "Engine", choices: "Choices", output: Path, form: str, *, keep: bool) -> None:
    from dashboard.report.facts import Facts
    from dashboard.report.make import report as make
    from dashboard.report.write import report_bytes, write_whole
    from etl.printed import KeptReport, keep_report

    with engine.connect() as connection:
        facts = Facts(connection, choices)
        settled = replace(choices, version=facts.version, since_version=facts.since_version)
        made = make(connection, settled)
    content = report_bytes(made, form)
    write_whole(output, content)
    sha256 = hashlib.sha256(content).hexdigest()
    about = f"{made.title}, {made.subtitle}; data version {made.version}, {len(made.notes())} sources"
    typer.echo(f"{output}: {about}, SHA-256 {sha256}")
    if keep:
        kept = KeptReport(choices.school_id, choices.year, made.version, settled.as_json(), output.name, sha256)
        number = keep_report(engine, kept)
        typer.echo(f"Kept as report {number}; `awards report --again {number} -o FILE` makes it again.")


def _choices_again(engine: "Engine", number: int) -> "Choices":
    from dashboard.report.choices import from_json

    return from_json(_kept(engine, number).choices)


def _kept(engine: "Engine", number: int) -> "Printed":
    from dashboard.queries.reports import printed_report

    with engine.connect() as connection:
        found = printed_report(connection, number)
    if found is None:
        _fail(f"there is no report {number}; `awards reports` lists them")
    return found


@app.command()
def reports(
    school: Annotated[str | None, typer.Option("--school", metavar="ID", help="Key of one school.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list, an object a report.")] = False,
) -> None:
    """The reports that were kept, the newest first."""
    from dashboard import terminal
    from dashboard.queries.reports import printed_reports

    with _engine() as engine, engine.connect() as connection:
        found = printed_reports(connection, school)
    if as_json:
        typer.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=2))
        return
    if not found:
        typer.echo("No report was kept yet; `awards report … --keep` keeps one.")
        return
    heads = ("report", "school", "year", "version", "when (UTC)", "who", "file", "SHA-256")
    rows = [
        (
            o.report_id,
            o.school_id,
            o.year,
            o.version,
            f"{o.made_at:%Y-%m-%d %H:%M}",
            o.made_by,
            o.file_name,
            o.sha256[:12],
        )
        for o in found
    ]
    terminal.console().print(terminal.table(heads, rows, right=("report", "year", "version")))


@app.command("report-changes")
def report_changes(
    report_id: Annotated[int, typer.Argument(metavar="REPORT_ID", help="A kept report; `awards reports` lists them.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list, an object a difference.")] = False,
) -> None:
    """What changed since a report was kept: statuses, streaks, counts and initiatives, with their sources."""
    from dashboard import terminal
    from dashboard.report.differences import since_printed

    with _engine() as engine, _told():
        kept = _kept(engine, report_id)
        with engine.connect() as connection:
            found = since_printed(connection, kept)
    if as_json:
        typer.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=2))
        return
    about = f"report {report_id} ({kept.school_id} {kept.year}, data version {kept.version})"
    if not found:
        typer.echo(f"Nothing changed since {about}.")
        return
    rows = [(one.what, one.before, one.now, ", ".join(one.sources)) for one in found]
    terminal.console().print(terminal.table(("what", "before", "now", "sources"), rows))
    typer.echo(f"{len(rows)} told otherwise since {about}.")


def _listed(said: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in said.split(",") if part.strip()))


def _paragraph(path: Path) -> str:
    from dashboard.report.choices import OWN_BYTES

    try:
        with path.open("rb") as file:
            content = file.read(OWN_BYTES + 1)
        if len(content) > OWN_BYTES:
            _fail(f"{path}: an own paragraph has at most {OWN_BYTES:,} bytes; shorten or divide it")
        return content.decode("utf-8-sig")
    except OSError as error:
        _fail(f"{path} cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        _fail(f"{path} is no text in UTF-8 (byte {error.start}); save it as UTF-8")


def _today() -> date:
    return datetime.now(UTC).date()


def _own_school(engine: "Engine") -> str:
    from dashboard.queries.schools import own_school

    with engine.connect() as connection:
        return own_school(connection)


@contextmanager
def _engine() -> "Iterator[Engine]":
    from etl.database import engine_for, is_empty

    engine = engine_for()
    if is_empty(engine):
        _fail("nothing has been loaded yet; `awards load data` loads the shipped records")
    yield engine
    engine.dispose()


@contextmanager
def _told() -> Iterator[None]:
    """Tell what cannot be, in one message, without a traceback."""
    from dashboard.report.choices import NotAReport
    from etl.report import NotPossible

    try:
        yield
    except (NotAReport, NotPossible) as error:
        _fail(str(error))


def _fail(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(REFUSED)
