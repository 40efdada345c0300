"""The command `awards export`: a table as a file, with its passport beside it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dashboard.cli_database import NOTHING, UNKNOWN, connected, fail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

ALL: Final = "all"
app = typer.Typer(help="Take tables along.")

Many = list[str] | None


def _many(name: str, help_: str) -> object:
    return typer.Option(f"--{name}", help=f"{help_}; may be given several times.")


@app.command()
def export(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="records, observations, … or all.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help=".csv .xlsx .parquet .json; all: .zip")
    ],
    q: Annotated[str | None, typer.Option("--q", help="Words that a row must all hold.")] = None,
    school: Annotated[Many, _many("school", "Key of a school")] = None,
    families: Annotated[Many, _many("families", "Code of an award family")] = None,
    award: Annotated[Many, _many("award", "Code of an award")] = None,
    kind: Annotated[Many, _many("kind", "Kind of school")] = None,
    state: Annotated[Many, _many("state", "US state, two letters")] = None,
    category: Annotated[Many, _many("category", "Category of a programme")] = None,
    years: Annotated[str | None, typer.Option("--years", help="Award years, such as 2018-2023.")] = None,
    status: Annotated[Many, _many("status", "Status of the year")] = None,
    outcome: Annotated[Many, _many("outcome", "Outcome of an observation")] = None,
    basis: Annotated[Many, _many("basis", "What it rests on")] = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only records whose sources disagree.")] = False,
    family: Annotated[str | None, typer.Option("--family", help="Award family of the streaks.")] = None,
    streak: Annotated[Many, _many("streak", "State of the streak")] = None,
    wins: Annotated[str | None, typer.Option("--wins", help="Least number of wins.")] = None,
    sort: Annotated[str | None, typer.Option("--sort", help="Order of the streaks.")] = None,
    group: Annotated[str | None, typer.Option("--group", help="Peer group of the comparison.")] = None,
    others: Annotated[Many, _many("with", "Key of a further school of the comparison")] = None,
    who: Annotated[Many, _many("who", "Who did it, in the audit log")] = None,
    action: Annotated[Many, _many("action", "What was done, in the audit log")] = None,
    since: Annotated[str | None, typer.Option("--since", help="First day of the audit log.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Last day of the audit log.")] = None,
    version: Annotated[
        int | None, typer.Option("--as-of-version", min=1, help="An earlier data version; default: the newest.")
    ] = None,
) -> None:
    """Write a table with the filters of its page, and its passport NAME.about.json beside it.

    Tables: records, observations, claims, initiatives, schools, sources, applications, streaks, comparison, audit;
    `all` writes all data as one package (.zip). Rows and order are those of the page under the same filters.
    """
    one = {
        "q": q, "years": years, "family": family, "wins": wins, "sort": sort, "conflicts": "yes" * conflicts,
        "group": group, "since": since, "until": until,
    }  # fmt: skip
    many = {
        "school": school, "families": families, "award": award, "kind": kind, "state": state, "status": status,
        "outcome": outcome, "basis": basis, "streak": streak, "with": others, "category": category,
        "who": who, "action": action,
    }  # fmt: skip
    given = {name: [value] for name, value in one.items() if value} | {
        name: said for name, said in many.items() if said
    }
    from dashboard.domain.choices import NotAChoice
    from dashboard.export.workbook import TooManyRows

    with connected() as connection:
        try:
            written = _export(connection, table, output, given, version)
        except (NotAChoice, TooManyRows) as error:
            fail(str(error), UNKNOWN)
        except OSError as error:
            fail(f"{output} cannot be written: {error.strerror or error}; nothing was left behind", NOTHING)
    typer.echo(written)


def _export(
    connection: "Connection", name: str, output: Path, given: "Mapping[str, list[str]]", version: int | None
) -> str:
    """Write the table and its passport. Returns what to tell."""
    from dashboard.domain.choices import NotAChoice
    from dashboard.export.atomic import whole_file
    from dashboard.export.names import about_name
    from dashboard.export.package import write_package
    from dashboard.export.tables import TABLES, table_named
    from dashboard.export.write import FORMATS, write_table

    ending = output.suffix.lower().removeprefix(".")
    if name == ALL:
        if ending != "zip" or given:
            raise NotAChoice("all tables go, unfiltered, into one .zip file: awards export all -o FILE.zip")
        with whole_file(output) as file:
            passports = write_package(file, connection, version)
        return f"{output} written: {len(passports)} tables, {sum(one.rows for one in passports):,} rows"
    if name not in TABLES:
        raise NotAChoice(f"{name!r} is no table; known: {', '.join((*TABLES, ALL))}")
    if ending not in FORMATS:
        raise NotAChoice(
            f"{output}: {ending or 'no ending'} is no format; known: {', '.join(f'.{one}' for one in FORMATS)}"
        )
    asked = table_named(name)
    with whole_file(output) as file:
        passport = write_table(file, ending, connection, asked, asked.wanted(given), version)
    about = output.with_name(about_name(output.name))
    with whole_file(about) as file:
        file.write(passport.bytes(output.name))
    return f"{output} written: {passport.rows:,} rows of data version {passport.data_version}; passport: {about}"
