"""The command `awards initiatives`: the ledger of programmes that sources cite."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli_database import UNKNOWN, connected, fail
from dashboard.cli_read import check_school

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.domain.initiatives import Citation, Use

app = typer.Typer(help="Ask for initiatives.", no_args_is_help=True)


@app.command()
def initiatives(
    school: Annotated[str | None, typer.Option("--school", metavar="ID", help="Key of one school.")] = None,
    category: Annotated[str | None, typer.Option("--category", metavar="NAME", help="One category.")] = None,
    search: Annotated[str, typer.Option("--search", metavar="TEXT", help="Words that a citation must all hold.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list, an object a citation.")] = False,
) -> None:
    """Programmes that sources cite: for which award year, of which school, by whom."""
    from dashboard.domain.initiatives import matching
    from dashboard.queries.initiatives import citations, uses

    with connected() as connection:
        if school is not None:
            check_school(connection, school)
        everything = citations(connection, school)
        used = uses(connection, school) if school is not None else []
    wanted = () if category is None else (_known_category(everything, category),)
    found = matching(everything, search, wanted)
    if as_json:
        typer.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=2))
        return
    _show(found)
    if school is not None and not wanted and not search:
        _show_never_cited(everything, used)


def _known_category(everything: "Sequence[Citation]", wanted: str) -> str:
    """The category, in whatever case it was typed."""
    known = sorted({one.category for one in everything if one.category})
    by_case = {category.casefold(): category for category in known}
    found = by_case.get(wanted.strip().casefold())
    if found is None:
        fail(f"no initiative is of the category {wanted!r}; known: {', '.join(known) or 'none'}", UNKNOWN)
    return found


def _show(found: "Sequence[Citation]") -> None:
    from dashboard import terminal

    if not found:
        typer.echo("No citation of an initiative fits; that is not known is not that there is none.")
        return
    rows = [
        (one.initiative, one.year or "not said", one.school, one.category, one.source, one.url or "") for one in found
    ]
    heads = ("initiative", "award year", "school", "category", "source", "address")
    terminal.console().print(terminal.table(heads, rows))


def _show_never_cited(everything: "Sequence[Citation]", used: "Sequence[Use]") -> None:
    from dashboard.domain.initiatives import cited_words, programmes

    for one in programmes(everything, used):
        if one.standing != "cited":
            typer.echo(f"{one.name}: {cited_words(one)}")
