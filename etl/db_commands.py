"""The commands that look after the database: `awards db upgrade|status|copy`, `backup`, `restore`, `check-data`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etl.command_group import Commands

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from etl.contents import Tell
    from etl.keeping.checking import Check

NOT_OK = 1

app = typer.Typer(help="Look after the database.", no_args_is_help=True, cls=Commands)
database = typer.Typer(help="The database itself: its schema, and copies of it.", no_args_is_help=True, cls=Commands)
app.add_typer(database, name="db")

Replace = Annotated[bool, typer.Option("--replace", help="Put it in the place of what is there.")]


@database.command()
def upgrade() -> None:
    """Bring the schema of the database to the one this program works with; data stay."""
    from etl.database import engine_for, schema_revision
    from etl.database import upgrade as upgrade_schema
    from etl.migrations import HEAD

    engine = engine_for()
    before = schema_revision(engine)
    upgrade_schema(engine)
    typer.echo(
        f"The schema is {HEAD} already." if before == HEAD else f"The schema was {before or 'not there'}, now {HEAD}."
    )


@database.command()
def status(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False) -> None:
    """Where the database is, its schema, its newest data version, and the rows of each table."""
    from etl.database import engine_for

    said = _status(engine_for())
    if as_json:
        typer.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return
    tables: dict[str, int] = said.pop("tables")
    for name, value in said.items():
        typer.echo(f"{name.replace('_', ' ')}: {'none yet' if value is None else value}")
    for table, rows in tables.items():
        typer.echo(f"  {table}: {rows:,} rows")


def _status(engine: "Engine") -> dict[str, Any]:
    from sqlalchemy import func, select

    from etl.contents import snapshot, stored_tables
    from etl.database import revision_of, shown
    from etl.migrations import HEAD
    from etl.reading import newest_stamp, read_url

    with snapshot(engine) as connection:
        revision = revision_of(connection)
        tables = stored_tables(connection) if revision else []
        counts = {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}
        version, made_at = newest_stamp(connection) if revision else (0, "")
    return {
        "database": shown(engine.url),
        "read_replica": _hidden(read_url()),
        "schema": revision,
        "schema_of_this_program": HEAD,
        "data_version": version,
        "made_at": made_at or None,
        "tables": counts,
    }


def _hidden(url: str | None) -> str | None:
    from sqlalchemy import make_url

    from etl.database import shown

    return shown(make_url(url)) if url else None


@database.command()
def copy(
    target: Annotated[str, typer.Argument(metavar="TARGET_URL", help="sqlite:///FILE or postgresql://USER@HOST/NAME")],
    replace: Replace = False,
) -> None:
    """Copy the database into another, SQLite or PostgreSQL, every row checked on both sides, in one transaction."""
    from etl.copying import copy_database
    from etl.database import engine_for, shown

    source, goal = engine_for(), engine_for(target)
    with _progress() as tell:
        copied = copy_database(source, goal, replace=replace, tell=tell)
    for one in copied:
        typer.echo(f"  {one.table}: {one.content.rows:,} rows, the same on both sides ({one.content.hash[:12]})")
    rows = sum(one.content.rows for one in copied)
    typer.echo(f"{rows:,} rows of {len(copied)} tables copied to {shown(goal.url)}.")
    typer.echo("To work with it, set AWARDS_DATABASE_URL to that address.")


@app.command()
def backup(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="File to write; a SQLite file whatever the database is.")
    ],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a backup that is there.")] = False,
) -> None:
    """Write the whole database into one file, while it is in use; its checksum goes beside it."""
    from etl.database import engine_for
    from etl.keeping.backup import backup as write_backup
    from etl.keeping.backup import checksum_file

    with _progress() as tell:
        made = write_backup(engine_for(), file, replace=replace, tell=tell)
    typer.echo(f"{file} written: data version {made.data_version}, {made.rows:,} rows of {len(made.tables)} tables.")
    typer.echo(f"Its checksum is in {checksum_file(file)}. Keep both on another disk.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup that `awards backup` made.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of what the database holds, which is kept in a file.")
    ] = False,
) -> None:
    """Bring a backup back after checking it; what the database held before is kept in a file beside the backup."""
    from etl.database import engine_for
    from etl.keeping.backup import checksum_file
    from etl.keeping.restore import restore as bring_back

    with _progress() as tell:
        done = bring_back(engine_for(), file, replace=replace, tell=tell)
    if not done.checksum_known:
        typer.echo(f"{checksum_file(file)} is not there: checked by what the backup says of itself alone.", err=True)
    said = done.manifest
    typer.echo(f"Brought back: data version {said.data_version} of {said.made_at}, {said.rows:,} rows.")
    if done.kept:
        typer.echo(f"What was there before is in {done.kept}.")


@app.command("check-data")
def check_data(
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list, an object a check.")] = False,
) -> None:
    """Check all that must hold: records follow from the files, checksums, keys, sources. Exit code 1 if one fails."""
    from etl.database import engine_for
    from etl.keeping.checking import check_data as run_checks

    done = []
    for check in run_checks(engine_for()):
        done.append(check)
        if not as_json:
            _show(check)
    if as_json:
        typer.echo(json.dumps([check.as_json() for check in done], ensure_ascii=False, indent=2))
    raise typer.Exit(0 if all(check.ok for check in done) else NOT_OK)


def _show(check: "Check") -> None:
    typer.echo(f"{'ok    ' if check.ok else 'NOT OK'}  {check.name}")
    for fault in check.faults:
        typer.echo(f"        {fault}")
    if check.n_faults > len(check.faults):
        typer.echo(f"        … and {check.n_faults - len(check.faults)} more")


@contextmanager
def _progress() -> Iterator["Tell"]:
    """Tells the table at work and its rows, on the error stream."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda table, rows: bar.update(task, description=f"{table}: {rows:,} rows")
