"""Deciding what a table is: one heading and one kind, or a refusal that says what is missing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from etl.extract.guards import MAX_COLUMNS
from etl.extract.header import HEADER_ROWS, Header, headers_in, nearest
from etl.extract.table import FileRefused, shortened
from etl.kinds import KINDS, OUTCOMES, Kind

# Rows under the heading that are looked at to tell a winner list from an application log.
SAMPLE_ROWS = 200
SHOWN_HEADINGS = 12
EMPTY_NOTICE = "there are no rows under the heading"
READ_AS_WINNERS = (
    "read as a winner list, since every outcome is a win; if it is the office's own application log, load it with "
    "--kind applications"
)
READ_AS_LOG = (
    "read as the office's application log, since it has other outcomes than wins; if it is a winner list, load it with "
    "--kind winners"
)
WINS = frozenset(spelling for spelling, outcome in OUTCOMES if outcome == "won")
DERIVED = {
    "records": frozenset({"school_id", "status", "n_sources", "why"}),
    "streaks": frozenset({"school_id", "streak", "longest_n", "first_win"}),
    "a comparison": frozenset({"school_id", "role", "best_place", "worst_place"}),
    "schools": frozenset({"school_id", "kind", "origin", "short_name"}),
    "sources": frozenset({"source_id", "observations", "claims", "initiatives"}),
    "the audit log": frozenset({"act", "at", "who", "action", "data_version"}),
}
"""By what is exported, the heads that only an export of it has together."""


@dataclass(frozen=True)
class Recognised:
    """The heading decided on, and what a reader should know about the decision ('' if nothing)."""

    header: Header
    notice: str = ""


def recognised(
    rows: Sequence[Sequence[str]], kind: Kind | None, given: Collection[str], file: str, sheet: str | None = None
) -> Recognised | None:
    """The heading among the first rows, or None. Raises FileRefused when several kinds fit equally well, and when there
    are more columns than any list of awards has.
    """
    _check_derived(rows, file, sheet)
    found = headers_in(rows, kind, given)
    if not found:
        _check_width(rows, file, sheet)
        return None
    if len(found) == 1:
        return Recognised(found[0])
    return _told_by_outcomes(found, rows) or _ambiguous(found, rows, file, sheet)


def _check_derived(rows: Sequence[Sequence[str]], file: str, sheet: str | None) -> None:
    """Refuse an export of what is derived: loaded as statements, a number would prove itself."""
    for cells in rows[:HEADER_ROWS]:
        heads = {cell.strip().removeprefix("\ufeff") for cell in cells}
        for what, marks in DERIVED.items():
            if marks <= heads:
                found = f"it is an export of {what}, which follow from statements; there is nothing in it to load"
                raise FileRefused(file, found, "Load the files that say so, or an export of observations.", sheet=sheet)


def _check_width(rows: Sequence[Sequence[str]], file: str, sheet: str | None) -> None:
    widest = max((len(cells) for cells in rows[:HEADER_ROWS]), default=0)
    if widest > MAX_COLUMNS:
        found = f"{widest:,} columns found, more than the {MAX_COLUMNS} that are read"
        raise FileRefused(file, found, "Is it the right file, with rows down and columns across?", sheet=sheet)


def _told_by_outcomes(found: list[Header], rows: Sequence[Sequence[str]]) -> Recognised | None:
    """A winner list and an application log can have the same headings. Only an office knows what did not win: a list
    in which everybody won is a winner list, and any other outcome makes it a log.
    """
    kinds = {header.kind.name: header for header in found}
    if set(kinds) != {"winners", "applications"}:
        return None
    place = kinds["winners"].columns.index("outcome")
    below = rows[kinds["winners"].index + 1 : kinds["winners"].index + 1 + SAMPLE_ROWS]
    outcomes = {cells[place].strip().casefold() for cells in below if len(cells) > place} - {""}
    if not outcomes:
        return None
    if outcomes <= WINS:
        return Recognised(kinds["winners"], READ_AS_WINNERS)
    return Recognised(kinds["applications"], READ_AS_LOG)


def _ambiguous(found: list[Header], rows: Sequence[Sequence[str]], file: str, sheet: str | None) -> Recognised:
    names = sorted(header.kind.name for header in found)
    headings = _shown(rows[found[0].index])
    remedy = f"Say which with --kind {names[0]} or " + " or ".join(f"--kind {name}" for name in names[1:])
    raise FileRefused(file, f"its columns fit {' and '.join(names)} equally well", remedy, sheet=sheet, value=headings)


def unrecognised(
    rows: Sequence[Sequence[str]], kind: Kind | None, given: Collection[str], file: str, sheet: str | None = None
) -> FileRefused:
    """The refusal of a table whose heading was not found, with the nearest kind and what it lacks."""
    if kind:
        problem = f"no heading of a {kind.name} file ({kind.title}) was found in the first {HEADER_ROWS} rows"
        columns = ", ".join(column.name for column in kind.columns)
        return FileRefused(file, problem, f"Known columns are {columns}", sheet=sheet, value=_first(rows))
    problem = f"no kind of file is recognised by the columns in the first {HEADER_ROWS} rows"
    if (near := nearest(rows, given)) is None:
        names = ", ".join(kind.name for kind in KINDS)
        remedy = f"Head the columns (a winner list: school, award, year), or say with --kind what it is: {names}"
        return FileRefused(file, problem, remedy, sheet=sheet, value=_first(rows))
    header, lacking = near
    missing = ", ".join(lacking) or "a second known column"
    remedy = (
        f"Nearest is {header.kind.name} ({header.kind.title}), which lacks {missing}: add the column, or give one "
        f"value for the whole file with --set {(lacking or ('award',))[0]}=…, or name the kind with --kind"
    )
    return FileRefused(file, problem, remedy, sheet=sheet, value=_shown(rows[header.index]))


def _first(rows: Sequence[Sequence[str]]) -> str:
    return _shown(next((cells for cells in rows if any(cells)), ()))


def _shown(cells: Sequence[str]) -> str:
    return " | ".join(shortened(cell.strip()) for cell in cells[:SHOWN_HEADINGS])


def unknown_headings(header: Header, headings: Sequence[str]) -> tuple[str, ...]:
    """The headings that mean no column, as printed; one without text by its place."""
    return tuple(
        heading.strip() or f"(column {place}, no heading)"
        for place, (heading, column) in enumerate(zip(headings, header.columns, strict=True), 1)
        if column is None
    )


def without_empty_end(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells up to the last one that holds text."""
    filled = [place for place, cell in enumerate(cells, 1) if cell.strip()]
    return tuple(cells[: filled[-1]]) if filled else ()


def titles_notice(rows: Sequence[Sequence[str]], header: Header) -> str:
    """What stands above the heading and is not read; '' if nothing does."""
    titles = [_shown([cell for cell in cells if cell.strip()]) for cells in rows[: header.index] if any(cells)]
    return f"above the heading, not read: {'; '.join(titles)}" if titles else ""
