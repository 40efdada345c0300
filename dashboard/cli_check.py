"""The command `awards check`: a draft held against the records."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dashboard.cli_database import connected, fail

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dashboard.domain.factcheck import Finding

CONTRADICTED: Final = 1
UNREADABLE: Final = 2
DRAFTS: Final = frozenset({".txt", ".text", ".md", ".markdown", ".docx"})

app = typer.Typer(help="Hold drafts against the records.", no_args_is_help=True)


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Draft (.txt, .md, .docx), or - for standard input.")],
    school: Annotated[
        str | None, typer.Option("--school", metavar="ID", help="School the draft is about; default: the own school.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list, an object a statement.")] = False,
) -> None:
    """Check every statement about wins, streaks and counts in a draft; exit code 1 if one is contradicted."""
    from dashboard.drafts import findings

    text = _text(file)
    with connected(UNREADABLE) as connection:
        found = findings(connection, text, school or _own_school(connection))
    if as_json:
        typer.echo(json.dumps([finding.as_json() for finding in found], ensure_ascii=False, indent=2))
    else:
        _show(found)
    raise typer.Exit(CONTRADICTED if any(finding.verdict == "contradicted" for finding in found) else 0)


def _text(file: str) -> str:
    from etl.extract.announcement import read_document
    from etl.extract.table import FileRefused

    if file == "-":
        return sys.stdin.read()
    path = Path(file)
    if path.suffix.lower() not in DRAFTS:
        fail(f"{file}: drafts are read from {', '.join(sorted(DRAFTS))}, or from standard input with -", UNREADABLE)
    try:
        return read_document(path).text
    except (FileRefused, OSError) as error:
        fail(str(error), UNREADABLE)


def _own_school(connection: "Connection") -> str | None:
    from sqlalchemy import select

    from etl.schema import Setting

    found = connection.scalar(select(Setting.value).where(Setting.name == "own_school"))
    return str(found) if found else None


def _show(found: "list[Finding]") -> None:
    from dashboard import terminal
    from dashboard.drafts import MARKS

    out = terminal.console()
    if not found:
        out.print("No statement about an award was found.")
    for one in found:
        about = " ".join(str(part) for part in (one.school_id, one.family, one.as_of) if part)
        out.print(f"{MARKS[one.verdict]} {one.verdict}: “{' '.join(one.text.split())}” ({about})")
        out.print(f"    {one.reason}")
        if one.supported_wording and one.verdict != "supported":
            out.print(f"    The records support: {one.supported_wording}")
        if one.sources:
            out.print(f"    Sources: {', '.join(one.sources)}")
