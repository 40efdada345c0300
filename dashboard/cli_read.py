"""The reading commands of `awards`: streaks, schools, sources, loads, refused rows."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from dashboard.cli_database import NOTHING, UNKNOWN, connected, fail

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dashboard.domain.streaks import SchoolStreaks
    from dashboard.queries.families import Family
    from dashboard.queries.mending import RefusedTable

FIRST_YEAR, LAST_YEAR = 1900, 2100

app = typer.Typer(help="Ask the award database.", no_args_is_help=True)

FamilyCode = Annotated[str, typer.Option("--family", help="Code of the award family.")]
AsOf = Annotated[
    int | None,
    typer.Option("--as-of", min=FIRST_YEAR, max=LAST_YEAR, help="Last award year; default: the last announced cycle."),
]


@app.command()
def streaks(
    school: Annotated[str | None, typer.Option("--school", metavar="ID", help="Key of one school.")] = None,
    family: FamilyCode = "HEED",
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list, an object a school.")] = False,
) -> None:
    """Wins and streaks of every school, or of one."""
    from dashboard.queries.streaks import streaks as ask_streaks

    with connected() as connection:
        asked = known_family(connection, family)
        if school is not None:
            check_school(connection, school)
        answers = ask_streaks(connection, asked, as_of=as_of, school_ids=None if school is None else [school])
    if as_json:
        typer.echo(json.dumps([answer.as_json() for answer in answers], indent=2))
    else:
        _show_streaks(answers, alone=school is not None)


@app.command("school")
def one_school(
    school_id: Annotated[str, typer.Argument(metavar="ID", help="Key of the school; `awards schools` finds it.")],
) -> None:
    """One school: what it is, its years in every award family, its claims with the verdict of the records."""
    from dashboard import terminal
    from dashboard.queries.claims import claims
    from dashboard.queries.factcheck import verdicts
    from dashboard.queries.schools import school

    with connected() as connection:
        info = school(connection, school_id)
        if info is None:
            _unknown_school(connection, school_id)
        known = _known_streaks(connection, school_id)
        said = claims(connection, school_id)
        weighed = verdicts(connection, school_id) if said else {}
    out = terminal.console()
    terminal.show_school(out, info)
    for title, answer in known:
        out.rule(title, align="left")
        terminal.show_streaks(out, answer)
    if said:
        out.rule("Claims", align="left")
        terminal.show_claims(out, said, weighed)


@app.command()
def schools(
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="A piece of a name; without it all schools.")] = "",
) -> None:
    """Schools and their keys."""
    from dashboard import terminal
    from dashboard.queries.schools import all_schools, find_schools

    with connected() as connection:
        found = find_schools(connection, text) if text.strip() else all_schools(connection)
    if not found:
        fail(f"no school is called anything like {text!r}", UNKNOWN)
    rows = [(info.school_id, info.name, info.kind, info.state) for info in found]
    terminal.console().print(terminal.table(("key", "name", "kind", "state"), rows))


@app.command()
def sources() -> None:
    """List the sources, and how many rows rest on each."""
    from dashboard import terminal
    from dashboard.queries.sources import source_uses

    with connected() as connection:
        uses = source_uses(connection)
    terminal.show_sources(terminal.console(), uses)


@app.command()
def loads() -> None:
    """Every load: when, by whom, how many rows; newest first."""
    from dashboard import terminal
    from dashboard.queries.bookkeeping import loads as ask_loads

    with connected() as connection:
        terminal.show_loads(terminal.console(), ask_loads(connection))


@app.command()
def refused(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Export as .xlsx or .csv, to be mended.")
    ] = None,
) -> None:
    """Rows that could not be taken, each with every reason."""
    from dashboard import terminal
    from dashboard.queries.bookkeeping import refused_rows
    from dashboard.queries.mending import refused_tables
    from dashboard.queries.versions import newest_version

    if output is not None and output.suffix.lower() not in (".xlsx", ".csv"):
        fail(f"{output}: refused rows are exported as .xlsx or .csv; give the file such an ending", UNKNOWN)
    with connected() as connection:
        rows, version = refused_rows(connection), newest_version(connection)
    if not rows:
        typer.echo("No rows are refused.")
    elif output is None:
        terminal.show_refused(terminal.console(), rows)
    else:
        _export_refused(output, refused_tables(rows), version)


def _export_refused(output: Path, tables: "list[RefusedTable]", version: int) -> None:
    from dashboard.export.csv_file import text_csv_bytes
    from dashboard.export.workbook import workbook_bytes

    if output.suffix.lower() == ".xlsx":
        files = {output: workbook_bytes((table.name, table.heads, table.rows) for table in tables)}
    else:
        alone = len(tables) == 1
        files = {
            output if alone else output.with_stem(f"{output.stem}-{table.name.replace(' ', '-')}"): text_csv_bytes(
                table.heads, table.rows
            )
            for table in tables
        }
    for path, content in files.items():
        _write(path, content)
        typer.echo(f'{path} written. Mend it, then: awards load {path} --as "mended v{version}"')


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror or error}; name another file", NOTHING)


def known_family(connection: "Connection", code: str) -> str:
    """The code of the family, in whatever case it was typed."""
    known = _families(connection)
    found = [family.family for family in known if family.family.casefold() == code.strip().casefold()]
    listed = "\n".join(f"  {family.family}  {family.name}" for family in known)
    if not found:
        fail(f"no award family has the code {code!r}; known:\n{listed}", UNKNOWN)
    return found[0]


def _families(connection: "Connection") -> "list[Family]":
    from dashboard.queries.families import families

    return families(connection)


def check_school(connection: "Connection", school_id: str) -> None:
    """Leave with exit code 2 and the closest keys when no school has that key."""
    from dashboard.queries.schools import school

    if school(connection, school_id) is None:
        _unknown_school(connection, school_id)


def _unknown_school(connection: "Connection", school_id: str) -> NoReturn:
    from dashboard.queries.schools import find_schools

    close = "".join(f"\n  {info.school_id}  {info.name}" for info in find_schools(connection, school_id, limit=5))
    hint = f"close to it:{close}" if close else "`awards schools` lists all keys"
    fail(f"no school has the key {school_id!r}; {hint}", UNKNOWN)


def _known_streaks(connection: "Connection", school_id: str) -> "list[tuple[str, SchoolStreaks]]":
    """The streaks of a school in every family of which anything is known, with the family's name."""
    from dashboard.queries.streaks import streaks as ask_streaks

    answers = [
        (family.name, answer)
        for family in _families(connection)
        for answer in ask_streaks(connection, family.family, school_ids=[school_id])
    ]
    return [(name, answer) for name, answer in answers if any(cell.why for cell in answer.years)]


def _show_streaks(answers: "list[SchoolStreaks]", *, alone: bool) -> None:
    from dashboard import terminal

    out = terminal.console()
    if alone:
        out.print(f"{answers[0].school_name} ({answers[0].school_id})")
        terminal.show_streaks(out, answers[0])
    else:
        terminal.show_all_streaks(out, answers)
