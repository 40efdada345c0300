"""The loading commands: `awards load`, `undo`, `rebuild`; also alone as `python -m etl`, for a scheduled job."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.command_group import Commands
from etl.kinds import KINDS

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from etl.pipeline import Progress
    from etl.report import FileReport, LoadReport

SHOWN_ROWS = 20
"""Refused rows and waiting names listed on the terminal; the rest is counted."""

PAGES_BETWEEN = 100
"""Pages of a document after which its progress is told."""

app = typer.Typer(help="Load what sources say into the award database.", no_args_is_help=True, cls=Commands)


def _kinds(value: str | None) -> str | None:
    known = sorted(kind.name for kind in KINDS)
    if value is not None and value not in known:
        raise typer.BadParameter(f"{value!r} is no kind of file; known: {', '.join(known)}")
    return value


def _there(paths: list[Path]) -> list[Path]:
    """The paths, all of which must exist; `data` means the shipped data where no folder of that name is at hand."""
    from etl.database import shipped_data

    found = [shipped_data() if path == Path("data") and not path.exists() else path for path in paths]
    if missing := sorted(str(path) for path in found if not path.exists()):
        raise typer.BadParameter(f"{', '.join(missing)} does not exist")
    return found


def _defaults(settings: list[str]) -> dict[str, str]:
    pairs = [setting.partition("=") for setting in settings]
    for setting, (column, sign, _) in zip(settings, pairs, strict=True):
        if not sign or not column.strip():
            raise typer.BadParameter(f"{setting!r}: write --set COLUMN=VALUE, for instance --set year=2023")
    return {column.strip(): value.strip() for column, _, value in pairs}


@app.command()
def load(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Lists (CSV, TSV, XLSX), announcements (TXT, MD, HTML, PDF, DOCX, EML) and folders; "
            "`data` is what comes along.",
            callback=_there,
        ),
    ],
    kind: Annotated[
        str | None, typer.Option(help="What the files are, if their columns do not tell.", callback=_kinds)
    ] = None,
    name: Annotated[str | None, typer.Option("--as", help="Load under this name in place of the file's own.")] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", help="COLUMN=VALUE for a column the file lacks, e.g. year=2023.")
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Load what announcements propose without asking, unseen.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as one JSON object.")] = False,
) -> None:
    """Load files; a folder is loaded whole, in the right order. Loading a file again changes nothing.

    What an announcement says is proposed, and loaded when you say yes to it.
    """
    from etl.database import engine_for
    from etl.pipeline import load as load_files
    from etl.proposals_terminal import Way, take_documents

    engine, given = engine_for(), _defaults(settings or [])
    with _progress(quiet=as_json) as progress:
        report = load_files(engine, paths, kind=kind, name=name, defaults=given, dry_run=dry_run, progress=progress)
    way = Way(accept, dry_run, as_json)
    found = take_documents(engine, paths, way, kind=kind, name=name, defaults=given, progress=_pages(quiet=as_json))
    report.files += found.files
    report.proposals = found.proposals
    if as_json:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2, default=str))
    elif report.files or not report.proposals:
        show(report)
    raise typer.Exit(0 if report.succeeded or report.proposals else 1)


def load_shipped(engine: "Engine") -> "LoadReport":
    """Load the data that come with the program, with progress on the terminal."""
    from etl.database import shipped_data
    from etl.pipeline import load as load_files

    with _progress(quiet=False) as progress:
        return load_files(engine, [shipped_data()], progress=progress)


@app.command()
def undo(
    load_id: Annotated[int, typer.Argument(metavar="LOAD", help="Number of the load, see `awards loads`.")],
) -> None:
    """Undo a load: what its file said before counts again."""
    from etl.database import engine_for
    from etl.pipeline import undo as undo_load
    from etl.report import NotPossible

    try:
        version = undo_load(engine_for(), load_id)
    except NotPossible as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    typer.echo(f"Load {load_id} undone; the data version is now {version}.")


@app.command()
def rebuild() -> None:
    """Derive all records anew from what the files say; nothing should change."""
    from etl.database import engine_for
    from etl.pipeline import rebuild as rebuild_all

    differing = rebuild_all(engine_for())
    typer.echo(
        "All derived anew; nothing changed." if not differing else f"All derived anew; {differing} rows differ now."
    )


@contextmanager
def _progress(*, quiet: bool) -> Iterator["Progress"]:
    """Shows the file at work and its rows on the error stream, where output of programs is not disturbed."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, quiet=quiet)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[rows]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(name: str, rows: int, total: int | None = None) -> None:
            if name not in tasks:
                for done in tasks.values():
                    bar.update(done, total=1, completed=1)
                tasks[name] = bar.add_task(name, total=total, rows="")
            bar.update(tasks[name], completed=rows if total else 0, rows=f"{rows:,} rows")

        yield tell


def _pages(*, quiet: bool) -> Callable[[str], Callable[[int, int], None]]:
    """Tells of long documents every hundred pages, on the error stream."""

    def of(name: str) -> Callable[[int, int], None]:
        def tell(done: int, total: int) -> None:
            if not quiet and done % PAGES_BETWEEN == 0 and done:
                typer.echo(f"{name}: page {done} of {total} read", err=True)

        return tell

    return of


def show(report: "LoadReport") -> None:
    """Print the report for a person."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    out = Console(markup=False, emoji=False)  # what stands in files is no markup
    title = "What would change (nothing was changed)" if report.dry_run else "What was loaded, in rows"
    table = Table(title=title, box=SIMPLE, pad_edge=False)
    table.add_column("file", overflow="fold")
    for head in ("new", "changed", "same", "gone", "refused", "waiting", "load"):
        table.add_column(head, justify="right", no_wrap=True)
    for file in report.files:
        counts = (file.new, file.changed, file.unchanged, file.gone, file.refused, file.unresolved)
        named = file.file if not file.kind or file.kind in file.file else f"{file.file} ({file.kind})"
        table.add_row(named, *(f"{count:,}" for count in counts), str(file.load_id or ""))
    out.print(table)
    for file in report.files:
        for line in _remarks(file):
            out.print(line, highlight=False, markup=False, soft_wrap=True)
    if not report.succeeded and _no_awards():
        out.print("The database holds no awards yet: `awards load data` loads those that come along.", markup=False)
    if not report.files:
        out.print("Nothing to load was found there.", markup=False)


def _no_awards() -> bool:
    from etl.database import engine_for, is_empty

    return is_empty(engine_for())


def _remarks(file: "FileReport") -> Iterator[str]:
    if file.error:
        yield f"Not loaded: {file.error}"
    for notice in file.notices:
        yield f"{file.file}: {notice}"
    for row in file.refused_rows[:SHOWN_ROWS]:
        where = f"{file.file}, sheet {row.sheet}, line {row.line}" if row.sheet else f"{file.file}, line {row.line}"
        yield f"Refused: {where}: {'; '.join(reason.message for reason in row.reasons)}"
    if file.refused > SHOWN_ROWS:
        yield f"… and {file.refused - SHOWN_ROWS} more refused rows of {file.file}"
    if file.refused:
        yield "Refused rows are kept; `awards refused -o FILE.xlsx` writes a spreadsheet to mend and load."
    for name in file.unresolved_names[:SHOWN_ROWS]:
        yield f"Waits for a person: {name}"
    if len(file.unresolved_names) > SHOWN_ROWS:
        yield f"… and {len(file.unresolved_names) - SHOWN_ROWS} more names of {file.file} that wait"
