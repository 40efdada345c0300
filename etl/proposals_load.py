"""Accepted proposals as an ordinary load: rows of the kinds that files have, with the document as their source."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from etl.database import upgrade, writing
from etl.extract.announcement import Document
from etl.extract.table import Place, Table, TextRow
from etl.find import Work
from etl.kinds import kind_named
from etl.load.binding import known_schools
from etl.pipeline import load_works
from etl.proposals_source import checksum, loaded_name, source_key
from etl.proposals_values import (
    ClaimProposal,
    InitiativeProposal,
    ObservationProposal,
    Proposal,
    Proposed,
    RecipientsProposal,
)
from etl.report import FileReport, LoadReport, current_user
from etl.schema import tables

_KIND_OF: Mapping[type, str] = {
    ObservationProposal: "winners",
    ClaimProposal: "claims",
    InitiativeProposal: "initiatives",
    RecipientsProposal: "recipients",
}


def load_proposals(
    engine: Engine,
    proposed: Proposed,
    accepted: Sequence[Proposal],
    *,
    names: Mapping[str, str] | None = None,
    by: str | None = None,
    dry_run: bool = False,
) -> LoadReport:
    """Load those proposals, corrected or as they were, as what the document says.

    Loading the same again changes nothing; loading fewer takes back the rest; each kind of rows is a load that can be
    undone. `names` gives the name of a school whose key was corrected. With `dry_run` nothing is changed.
    """
    upgrade(engine)
    document = proposed.document
    report = LoadReport(dry_run=dry_run)
    who = by or current_user()
    if dry_run:
        with engine.connect().execution_options(writes=True) as connection, connection.begin() as transaction:
            works = _works(connection, document, accepted, names or {})
            report.files.extend(_loaded(connection, works, who))
            transaction.rollback()
        return report
    with writing(engine) as connection:
        source, _ = source_key(connection, document)
        report.files.extend(_loaded(connection, _works(connection, document, accepted, names or {}), who))
        if report.succeeded:
            _keep(connection, document, source)
    return report


def _loaded(connection: Connection, works: list[Work], by: str) -> list[FileReport]:
    """The reports on the kinds of which the document says something, or said something before."""
    reports = load_works(connection, works, by, lambda _name, _rows: None)
    return [one for one in reports if one.error or one.rows_read or one.gone]


def _works(
    connection: Connection, document: Document, accepted: Sequence[Proposal], names: Mapping[str, str]
) -> list[Work]:
    """The work for each kind; a kind of which nothing was accepted is loaded empty, to take back earlier rows.

    What another file tells of the source stands: then the document tells nothing of it. A school that is there neither
    before nor by a win that is accepted, is told by its name alone: a key would be nobody's.
    """
    key, told = source_key(connection, document)
    there = known_schools(connection) | {one.school_id for one in accepted if isinstance(one, ObservationProposal)}
    sources = [] if told else [_source(document, key)]
    rows: dict[str, list[dict[str, str]]] = {"sources": sources, **{kind: [] for kind in _KIND_OF.values()}}
    for one in accepted:
        if (row := _row(one, key, names)) is not None:
            row |= {"school_id": ""} if row.get("school_id", "") not in there else {}
            rows[_KIND_OF[type(one)]].append(row)
    works = [_work(document, kind, found) for kind, found in rows.items()]
    return sorted(works, key=lambda work: work.kind.order)


def _work(document: Document, kind: str, rows: Sequence[Mapping[str, str]]) -> Work:
    columns = tuple(column.name for column in kind_named(kind).columns)
    name = loaded_name(document)
    found = (
        TextRow(Place(name, "", number), tuple(row.get(name, "") for name in columns))
        for number, row in enumerate(rows, 1)
    )
    table = Table(kind_named(kind), name, "", 0, columns, columns, (), found)
    n_bytes = len(document.text.encode())
    return Work(Path(name), name, kind_named(kind), (table,), checksum(document), n_bytes, {})


def _source(document: Document, key: str) -> dict[str, str]:
    return {
        "source_id": key,
        "url": document.url or "",
        "title": document.title,
        "publisher_kind": "other",
        "published_on": str(document.published_on or ""),
        "note": f"published by {document.publisher}" if document.publisher else "",
    }


def _row(one: Proposal, key: str, names: Mapping[str, str]) -> dict[str, str] | None:
    """A proposal as a row of its kind; None for a claim of which nobody said the year."""
    source = {"source_id": key}
    match one:
        case ObservationProposal():
            said = {
                "award": one.award,
                "award_as_printed": one.award_as_printed or "",
                "year": str(one.year),
                "outcome": one.outcome,
                "basis": one.basis,
                "place": one.place,
            }
            return {**_who(one, names), **said, **source, "note": one.note}
        case ClaimProposal():
            if one.as_of_year is None:
                return None
            said = {"school_id": one.school_id or "", "family": one.family or "", "as_of_year": str(one.as_of_year),
                    "claim": one.claim,
                    "n": str(one.n), "counts_from": str(one.counts_from or ""), "words": one.words,
                    "ambiguous": "yes" if one.ambiguous else "no"}  # fmt: skip
            return {**_who(one, names), **said, **source, "note": one.place}
        case InitiativeProposal():
            said = {
                "school_id": one.school_id or "",
                "initiative": one.name,
                "category": one.category or "",
                "year": str(one.year or ""),
            }
            return {**_who(one, names), **said, **source, "note": one.place}
        case RecipientsProposal():
            said = {
                "award": one.award,
                "year": str(one.year),
                "recipients": str(one.recipients),
            }
            return {**said, **source, "note": one.place}


def _who(one: ObservationProposal | ClaimProposal | InitiativeProposal, names: Mapping[str, str]) -> dict[str, str]:
    """The school as printed; where a person chose another school than the name means, that school's own name."""
    chosen = names.get(one.school_id or "")
    if chosen:
        return {"school_as_printed": chosen}
    return {"school_as_printed": one.school_as_printed or "", "parent_as_printed": one.parent_as_printed or ""}


def _keep(connection: Connection, document: Document, source: str) -> None:
    """Keep the text, once a text: the places of proposals count its characters."""
    kept, key = tables()["document"], checksum(document)
    if kept_text(connection, key) is None:
        facts = {"sha256": key, "source_id": source, "title": document.title, "text": document.text}
        connection.execute(kept.insert().values(**facts, url=document.url, published_on=document.published_on))


def kept_text(connection: Connection, sha256_of_text: str) -> str | None:
    """The text of a loaded document, by its checksum; None where none was kept."""
    kept = tables()["document"]
    return connection.scalar(select(kept.c.text).where(kept.c.sha256 == sha256_of_text))
