"""The command `awards`: load, ask, check and serve."""

import os
from typing import Annotated

import typer

from dashboard.cli_check import app as checking
from dashboard.cli_read import app as reading
from etl.commands import app as loading
from etl.name_commands import app as naming

DEFAULT_PORT = 8501

app = typer.Typer(
    help="The award tracker of a DEI office: records with sources, streaks by rule.", no_args_is_help=True
)
app.add_typer(loading)
app.add_typer(reading)
app.add_typer(checking)
app.add_typer(naming)


@app.command()
def serve(
    port: Annotated[int, typer.Option(envvar="PORT", help="Port to listen on.")] = DEFAULT_PORT,
    host: Annotated[str, typer.Option(help="Address to listen on; only this machine by default.")] = "127.0.0.1",
) -> None:
    """Serve the dashboard; the first time, the shipped records are loaded before."""
    from dashboard.server import serve as serve_dashboard

    first_start()
    typer.echo(f"The dashboard is at http://{host}:{port}  (stop it with Ctrl+C)")
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
