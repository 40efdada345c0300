"""Announcements on the terminal: what each proposes is shown, and loaded when a person says yes."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from etl.extract.announcement import Document, Progress, read_document
from etl.extract.table import FileRefused
from etl.find import find_documents
from etl.proposals import known_now, load_proposals, propose
from etl.proposals_shared import shared_sentences
from etl.proposals_values import (
    ClaimProposal,
    InitiativeProposal,
    ObservationProposal,
    Proposal,
    Proposed,
    RecipientsProposal,
)
from etl.report import FileReport, LoadReport

if TYPE_CHECKING:
    from sqlalchemy import Engine

LONGEST_WORDS: Final = 160
WAITS: Final = (
    "Nothing of it was loaded: that needs a person's yes. --accept loads all of it; the page Add an announcement of "
    "the dashboard lets you correct it first."
)
FEWEST_TO_SHARE: Final = 2
CLAIMED: Final[Mapping[str, str]] = {
    "consecutive": "{n} in a row as of {year}",
    "total": "{n} in all as of {year}",
    "first_time": "first time, in {year}",
    "every_year_since": "every year since {n}, as of {year}",
}


@dataclass(frozen=True)
class Way:
    """How a call deals with proposals."""

    accept: bool
    dry_run: bool
    as_json: bool

    @property
    def interactive(self) -> bool:
        """Whether a person sits there who can be asked."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def shows_on_errors(self) -> bool:
        """Whether the preview goes to the error stream, as what is printed is read by a program or kept in a file."""
        return self.as_json or (self.interactive and not sys.stdout.isatty())


def take_documents(
    engine: "Engine",
    paths: list[Path],
    way: Way,
    *,
    kind: str | None,
    name: str | None,
    defaults: Mapping[str, str],
    progress: Callable[[str], Progress],
) -> LoadReport:
    """What became of the documents among `paths`; without `--accept` or a yes nothing is loaded.

    The database must have its tables.
    """
    paths, refused = find_documents(paths, kind, name, defaults)
    report = LoadReport(refused, way.dry_run)
    documents = _read(paths, name, progress, report)
    shared = _shared(engine, documents)
    for document in documents:
        with engine.connect() as connection:
            known = replace(known_now(connection), shared=shared)
        proposed = propose(document, known)
        report.proposals += proposed.as_json()
        report.files += _taken(engine, proposed, way)
    return report


def _read(
    paths: list[Path], name: str | None, progress: Callable[[str], Progress], report: LoadReport
) -> list[Document]:
    """The documents that can be read; the others are told in the report."""
    documents = []
    for path in paths:
        try:
            document = read_document(path, progress(path.name))
        except (FileRefused, OSError) as error:
            report.files.append(FileReport(str(path), None, error=str(error)))
            continue
        documents.append(replace(document, file=name, named=True) if name else document)
    return documents


def _shared(engine: "Engine", documents: list[Document]) -> frozenset[str]:
    """The sentences that documents of different schools have in common."""
    if len(documents) < FEWEST_TO_SHARE:
        return frozenset()
    with engine.connect() as connection:
        known = known_now(connection)
    return shared_sentences(propose(document, known) for document in documents)


def _taken(engine: "Engine", proposed: Proposed, way: Way) -> list[FileReport]:
    if not proposed.proposals:
        return [FileReport(proposed.document.file, None, error=f"{proposed.document.file}: {_why_nothing(proposed)}")]
    if way.interactive or not way.as_json:
        for line in preview(proposed):
            typer.echo(line, err=way.shows_on_errors)
    if not (way.dry_run or way.accept or _yes(way)):
        if not way.as_json:
            typer.echo(WAITS, err=way.shows_on_errors)
        return []
    return load_proposals(engine, proposed, proposed.proposals, dry_run=way.dry_run).files


def _yes(way: Way) -> bool:
    return way.interactive and typer.confirm("Load this?", default=False, err=True)


def _why_nothing(proposed: Proposed) -> str:
    return "; ".join(proposed.notices) or "nothing is said of an award"


def preview(proposed: Proposed) -> Iterator[str]:
    """The lines that show a person what a document proposes, each proposal with its words and their place."""
    document = proposed.document
    day = f", {document.published_on}" if document.published_on else ""
    yield f"{document.file}: “{_clean(document.title)}”{day}"
    for notice in proposed.notices:
        yield f"  {notice}"
    for one in proposed.proposals:
        yield f"  {told(one)}"
        yield f"      “{words(proposed, one)}” ({one.place})"


def told(one: Proposal) -> str:
    """A proposal in one line: the school, and what is said of it."""
    match one:
        case ObservationProposal():
            doubt = f" · {one.note}" if one.note else ""
            return f"won: {_school(one)} · {one.award} {one.year} · {one.basis}{doubt}"
        case ClaimProposal():
            said = CLAIMED[one.claim].format(n=one.n, year=one.as_of_year or "?")
            doubt = " · reads two ways" if one.ambiguous else ""
            doubt += " · no year is given: not loaded" if one.as_of_year is None else ""
            return f"claim: {_school(one)} · {one.family or 'which award is not clear'} · {said}{doubt}"
        case InitiativeProposal():
            return (
                f"initiative: {_school(one)} · {_clean(one.name)} · {one.category or 'no category'} · {one.year or '?'}"
            )
        case RecipientsProposal():
            return f"recipients: {one.award} {one.year} · {one.recipients} in all"


def words(proposed: Proposed, one: Proposal) -> str:
    """The words of a proposal as the text has them, on one line and not too long."""
    said = _clean(proposed.document.text[one.start : one.end])
    return said if len(said) <= LONGEST_WORDS else f"{said[:LONGEST_WORDS]} …"


def _school(one: ObservationProposal | ClaimProposal | InitiativeProposal) -> str:
    printed = _clean(one.school_as_printed or "school not named")
    return f"{printed} ({one.school_id or 'not certain: will wait in review'})"


def _clean(text: str) -> str:
    """Text on one line without characters that steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
