"""The commands about names: `awards match` measures a list, `awards review` answers what waits, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.extract.table import FileRefused
from etl.report import NotPossible

if TYPE_CHECKING:
    from etl.reviewing import Question, Review

app = typer.Typer()

KEYS = "[1-9] that school  [o] another school  [n] new school  [x] not a school  [l] later  [u] undo  [q] stop"
MOST_CANDIDATES = 9
"""One key each."""


@app.command()
def match(
    source: Annotated[Path, typer.Argument(metavar="IN", exists=True, dir_okay=False, help="CSV, column school.")],
    target: Annotated[Path, typer.Option("-o", "--output", help="Where the answer is written.")],
    no_create: Annotated[bool, typer.Option("--no-create", help="Never propose a school that has no row yet.")] = False,
) -> None:
    """Match printed names to schools; rows come out in order with decision, school, kind, score, rule, candidates."""
    from etl.database import engine_for
    from etl.matching import match_file

    try:
        matched = match_file(engine_for(), source, target, create=not no_create)
    except (FileRefused, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    told = ", ".join(f"{count:,} {decision}" for decision, count in sorted(matched.counts.items()))
    typer.echo(f"{matched.rows:,} names: {told or 'none'}. Written to {target}.")


@app.command()
def review() -> None:
    """Answer the names that wait, one key each; every answer is kept and can be taken back."""
    from etl.database import engine_for, upgrade
    from etl.reviewing import Review

    engine = engine_for()
    upgrade(engine)
    asked = Review(engine)
    while (question := asked.next()) is not None:
        _show(question, asked)
        typer.echo(KEYS)
        key = typer.getchar().casefold()
        if key == "q":
            break
        try:
            typer.echo(_do(asked, question, key))
        except NotPossible as error:
            typer.echo(f"Not possible: {error}")
    typer.echo(asked.summary())


def _show(question: "Question", asked: "Review") -> None:
    typer.echo("")
    typer.secho(f"{question.name}", bold=True)
    for line in question.facts():
        typer.echo(f"  {line}")
    for number, candidate in enumerate(question.candidates[:MOST_CANDIDATES], 1):
        known = f"{candidate['name']} [{candidate['school_id'] or 'new'}, {candidate['kind']}]"
        typer.echo(f"  {number}  {known}: {candidate['reason']}")
    typer.echo(f"  ({asked.left()} names wait)")


def _do(asked: "Review", question: "Question", key: str) -> str:
    """Carry out the answer that a key stands for; returns what to tell."""
    if key.isdecimal() and 1 <= int(key) <= len(question.candidates[:MOST_CANDIDATES]):
        return asked.take(question, int(key) - 1, scope=_scope(question))
    answers: dict[str, Callable[[], str]] = {
        "o": lambda: _another(asked, question),
        "n": lambda: _new(asked, question),
        "x": lambda: asked.no_school(question, scope=_scope(question)),
        "u": asked.undo,
        "l": lambda: asked.later(question),
    }
    return answers[key]() if key in answers else f"{key!r} is no answer."


def _another(asked: "Review", question: "Question") -> str:
    school_id = typer.prompt("Key of the school (`awards schools TEXT` finds it)")
    return asked.choose(question, school_id, scope=_scope(question))


def _new(asked: "Review", question: "Question") -> str:
    unitid = typer.prompt("UNITID of its university")
    kind = typer.prompt("Kind of school")
    name = typer.prompt("Full name", default=question.name)
    return asked.create(question, unitid, kind, name, scope=_scope(question))


def _scope(question: "Question") -> str:
    """Where the answer holds; the first that is offered is the narrowest."""
    offered = question.scopes()
    if len(offered) > 1:
        typer.echo("Where does it hold?  " + "   ".join(f"[{key}] {text}" for key, text in offered.items()))
        chosen = typer.getchar().casefold()
        if chosen in offered:
            return chosen
    return next(iter(offered))
