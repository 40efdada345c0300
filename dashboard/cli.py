"""The command `awards`: load, ask, check and serve."""

import os
from typing import Annotated

import typer

from dashboard.cli_applications import app as applying
from dashboard.cli_check import app as checking
from dashboard.cli_export import app as exporting
from dashboard.cli_initiatives import app as asking_initiatives
from dashboard.cli_peers import app as comparing
from dashboard.cli_read import app as reading
from dashboard.cli_report import app as reporting
from etl.command_group import Commands
from etl.commands import app as loading
from etl.db_commands import app as keeping
from etl.name_commands import app as naming

DEFAULT_PORT = 8501

app = typer.Typer(no_args_is_help=True, cls=Commands)
app.add_typer(loading)
app.add_typer(reading)
app.add_typer(asking_initiatives)
app.add_typer(checking)
app.add_typer(exporting)
app.add_typer(naming)
app.add_typer(reporting)
app.add_typer(keeping)
app.add_typer(applying, name="applications")
app.add_typer(comparing, name="peers")


def _tell_version(asked: bool) -> None:
    if asked:
        from dashboard.export.passport import program

        typer.echo(program())
        raise typer.Exit


@app.callback()
def awards(
    _version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version and end.")
    ] = False,
) -> None:
    """The award tracker of a DEI office: records with sources, streaks by rule."""


@app.command()
def serve(
    port: Annotated[int, typer.Option(envvar="PORT", help="Port to listen on.")] = DEFAULT_PORT,
    host: Annotated[str, typer.Option(help="Address to listen on; only this machine by default.")] = "127.0.0.1",
    without_sign_in: Annotated[
        bool, typer.Option("--without-sign-in", help="Serve other machines although anybody there could change data.")
    ] = False,
) -> None:
    """Serve the dashboard; the first time, the shipped records are loaded before.

    Without sign-in (docs/server.md) only this machine is served.
    """
    from dashboard.server import NotServed, way_in
    from dashboard.server import serve as serve_dashboard

    try:
        told = way_in(host, without_sign_in=without_sign_in)
    except NotServed as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    first_start()
    typer.echo(f"The dashboard is at http://{host}:{port}  (stop it with Ctrl+C)")
    typer.echo(told)
    serve_dashboard(port=port, host=host)


def first_start() -> None:
    """Build the database from the shipped data if nothing has ever been loaded; otherwise do nothing."""
    from etl.commands import load_shipped
    from etl.database import engine_for, is_empty, upgrade

    engine = engine_for()
    upgrade(engine)
    if is_empty(engine) and os.environ.get("AWARDS_START_EMPTY", "") != "1":
        typer.echo("First start: building the database from the shipped data …", err=True)
        load_shipped(engine)


@app.command("own-school")
def own_school(school_id: Annotated[str, typer.Argument(metavar="ID", help="Key of the school.")]) -> None:
    """Make a school the office's own: the one the Overview opens with."""
    from etl.database import engine_for
    from etl.pipeline import set_own_school
    from etl.report import NotPossible

    try:
        version = set_own_school(engine_for(), school_id)
    except NotPossible as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    typer.echo(f"The own school is now {school_id} (data version {version}).")


def main() -> None:
    """Run the command line."""
    app()
