"""The commands `awards peers …`: schools like one, comparisons, and peer groups."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli_database import NOTHING, UNKNOWN, connected, fail
from dashboard.cli_read import FIRST_YEAR, LAST_YEAR, FamilyCode, check_school, known_family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from dashboard.domain.comparison import Comparison
    from dashboard.domain.peers import Suggestion, Weights
    from dashboard.queries.peers import PeerGroup

app = typer.Typer(help="Schools to compare with: suggest, compare, freeze as a group.", no_args_is_help=True)

School = Annotated[str | None, typer.Option("--school", metavar="ID", help="Key of the school; default: the own one.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def suggest(
    school: School = None,
    n: Annotated[int, typer.Option("-n", min=1, max=500, help="How many.")] = 10,
    weights: Annotated[
        str, typer.Option(metavar="k=v,…", help="Weights of features, such as size=2,region=0; others weigh 1.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Schools of the same kind, the most alike first, each with its distance (0 to 1) and what makes it."""
    from dashboard.domain.peers import suggest as suggest_peers
    from dashboard.queries.peers import features

    weighed = _weights(weights)
    with connected() as connection:
        wanted = _school(connection, school)
        everyone = features(connection)
    own = next(one for one in everyone if one.school_id == wanted)
    found = suggest_peers(own, everyone, weighed, n)
    if as_json:
        typer.echo(json.dumps([peer.as_json() for peer in found.peers], ensure_ascii=False, indent=2))
    else:
        _show_suggestion(found, weighed)


@app.command()
def compare(
    school: School = None,
    group: Annotated[str | None, typer.Option("--group", metavar="NAME", help="Name of a peer group.")] = None,
    others: Annotated[
        list[str] | None, typer.Option("--with", metavar="ID", help="Key of a school; may be given again.")
    ] = None,
    family: FamilyCode = "HEED",
    first: Annotated[
        int | None, typer.Option("--from", min=FIRST_YEAR, max=LAST_YEAR, help="First award year; default: all.")
    ] = None,
    last: Annotated[
        int | None,
        typer.Option("--to", min=FIRST_YEAR, max=LAST_YEAR, help="Last award year; default: the last announced."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """One school among a peer group or hand-picked schools: wins, place, streaks, what changed."""
    with connected() as connection:
        wanted = _school(connection, school)
        members = _members(connection, group, others or [])
        found = _compared(connection, wanted, members, known_family(connection, family), first, last)
    if as_json:
        typer.echo(json.dumps({"group": group, **found.as_json()}, ensure_ascii=False, indent=2))
    else:
        _show_comparison(found)


@app.command()
def groups(as_json: AsJson = False) -> None:
    """The peer groups, with who froze them, when and why."""
    from dashboard import terminal
    from dashboard.queries.peers import groups as ask_groups

    with connected() as connection:
        known = ask_groups(connection)
    if as_json:
        typer.echo(json.dumps([group.as_json() for group in known], ensure_ascii=False, indent=2))
    elif not known:
        typer.echo(
            "There is no peer group yet; `awards peers suggest` finds schools, `awards peers make` freezes them."
        )
    else:
        rows = [
            (
                one.name,
                len(one.school_ids),
                len(one.unresolved) or "",
                one.frozen_on,
                one.reason,
                one.made_by,
                one.load_id,
            )
            for one in known
        ]
        heads = ("group", "schools", "names that wait", "frozen on", "reason", "made by", "load")
        terminal.console().print(terminal.table(heads, rows, right=("schools", "names that wait", "load")))


@app.command()
def make(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the group.")],
    schools: Annotated[str, typer.Option("--schools", metavar="a,b,c", help="Keys of its schools.")],
    reason: Annotated[str, typer.Option("--reason", help="Why these schools.")],
) -> None:
    """Freeze schools as a peer group, today. `awards undo` takes it away."""
    from dashboard.queries.peers import groups as ask_groups
    from dashboard.queries.schools import own_school
    from etl.database import engine_for
    from etl.peers import make_group
    from etl.report import NotPossible

    with connected() as connection:
        own = own_school(connection)
    try:
        load_id = make_group(engine_for(), name, schools.split(","), reason, own=own)
    except NotPossible as error:
        fail(str(error), NOTHING)
    with connected() as connection:
        made = next(group for group in ask_groups(connection) if group.load_id == load_id)
    typer.echo(f"Peer group {made.name!r} is frozen with {len(made.school_ids)} schools (load {load_id}).")
    for notice in made.notices:
        typer.echo(f"Notice: {notice}.")


def _weights(text: str) -> "Weights":
    from dashboard.domain.peers import UnusableWeights, weights_from

    try:
        return weights_from(text)
    except UnusableWeights as error:
        fail(str(error), UNKNOWN)


def _school(connection: "Connection", school: str | None) -> str:
    from dashboard.queries.schools import own_school

    wanted = school or own_school(connection)
    check_school(connection, wanted)
    return wanted


def _members(connection: "Connection", group: str | None, others: "Sequence[str]") -> list[str]:
    """Keys of the schools to compare with."""
    from dashboard.queries.peers import groups as ask_groups

    for one in others:
        check_school(connection, one)
    if group is None:
        return list(others)
    known = ask_groups(connection)
    wanted = " ".join(group.split()).casefold()
    found = next((one for one in known if one.name.casefold() == wanted), None)
    if found is None:
        listed = ", ".join(one.name for one in known) or "none yet; `awards peers make` freezes one"
        fail(f"no peer group has the name {group!r}; known: {listed}", UNKNOWN)
    _tell_notices(found)
    return [*found.school_ids, *others]


def _tell_notices(group: "PeerGroup") -> None:
    for notice in group.notices:
        typer.echo(f"Notice: {notice}.", err=True)
    for name in group.unresolved:
        typer.echo(f"Notice: {name!r} in the group is tied to no school yet; `awards review` asks for it.", err=True)


def _compared(
    connection: "Connection", school: str, members: "Sequence[str]", family: str, first: int | None, last: int | None
) -> "Comparison":
    from dashboard.domain.comparison import NoCycle
    from dashboard.domain.comparison import compare as compare_schools
    from dashboard.queries.streaks import streaks

    if not set(members) - {school}:
        fail("nothing to compare with: give --group NAME or --with ID; `awards peers groups` lists groups", UNKNOWN)
    everyone = streaks(connection, family, as_of=last, school_ids=[school, *members])
    own = next(one for one in everyone if one.school_id == school)
    years = [cell.year for cell in own.years]
    try:
        if not years:
            raise NoCycle(f"no {family} cycle is known" + (f" up to {last}" if last else ""))
        return compare_schools(own, everyone, first or years[0], last or years[-1])
    except NoCycle as error:
        fail(f"{error}; `awards streaks` shows the years of the family", UNKNOWN)


def _show_suggestion(found: "Suggestion", weights: "Weights") -> None:
    from dashboard import terminal

    out = terminal.console()
    rows = [
        (
            *(peer.school.school_id, peer.school.name, f"{peer.distance:.2f}"),
            ", ".join(part.feature.label for part in peer.alike),
            "; ".join(f"{part.feature.label}: {part.theirs}" for part in peer.different),
            ", ".join(part.feature.label for part in peer.unknown),
        )
        for peer in found.peers
    ]
    out.print(
        terminal.table(("key", "school", "distance", "alike", "not alike", "not known"), rows, right=("distance",))
    )
    measured = f"{found.n_measured} of {found.n_measured + len(found.unmeasured)}"
    out.print(f"Weights: {weights.told()}.")
    out.print(f"Measured: {measured} other schools of kind {found.own.kind!r} that are known here.")
    out.print("Schools become known by winning or by being listed: those that never won are mostly missing.")


def _show_comparison(found: "Comparison") -> None:
    from dashboard import terminal
    from dashboard.domain.comparison_words import answer, caution, changes_told, places, share_told, tiers_told
    from dashboard.domain.streaks import strip_head, strip_text

    out = terminal.console()
    out.print(f"{found.own.streaks.school_name}: {answer(found)}.\n{caution(found)}")
    rows = [
        (
            *(f"{'> ' if one is found.own else ''}{one.streaks.short_name}", strip_text(one.cells)),
            *(one.wins, one.probable or "", one.undecided - one.probable or ""),
            *(places(one.first_place, one.last_place), places(one.best_place, one.worst_place)),
            *(one.streaks.first_year, one.longest.n, tiers_told(one)),
        )
        for one in found.everyone
    ]
    counts = ("wins", "probable", "not known")
    heads = ("school", strip_head(found.own.cells), *counts, "place", "possible", "first win", "longest", "tiers")
    out.print(terminal.table(heads, rows, right=(*counts, "first win", "longest")))
    out.print(terminal.legend())
    shares = [(share.year, share_told(share)) for share in found.shares()]
    out.print(terminal.table(("year", "the group"), shares))
    for head, lines in changes_told(found.changes()):
        out.print(head)
        for line in lines:
            out.print(f"  {line}", soft_wrap=True)
