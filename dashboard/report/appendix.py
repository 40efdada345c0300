"""The rows behind each number, each with its sources; and the notes, every source once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.domain.observed import OUTCOME_WORDS, RECORD_BASIS_WORDS
from dashboard.domain.statuses import TIER_MARK, mark, word
from dashboard.domain.streaks import YearCell
from dashboard.domain.wording import years_text
from dashboard.report.facts import Facts, FamilyFacts
from dashboard.report.model import Block, Cite, Column, Paragraph, Row, Runs, Table, text

LABEL = Column("Row", 0.6)
SOURCES = Column("Sources", 1)


def appendix(facts: Facts) -> Iterator[Block]:
    """A table for each kind of row. The first column is the row's own number, the last its sources."""
    yield Paragraph(
        text(
            "Each number in the text names its rows here, such as (A1); each row names its sources, such as [1]; "
            "the notes have them in full."
        )
    )
    for one in facts.families:
        if one.streaks.years:
            yield _years(one)
    tables = (_statements(facts), _claims(facts), _totals(facts), _initiatives(facts))
    yield from (table for table in tables if table.rows)
    if facts.group:
        yield from (_peers(one) for one in facts.families if one.comparison)


def _years(one: FamilyFacts) -> Table:
    rows = [
        Row(
            (
                (),
                text(str(cell.year)),
                text(f"{mark(cell.status)} {word(cell.status)}{f' {TIER_MARK}' if cell.tiers else ''}"),
                text(cell.award or ""),
                text(*_why(cell), "; sources disagree" if cell.conflict else ""),
                _cite(*cell.sources),
            ),
            ("year", one.family.family, cell.year),
        )
        for cell in one.streaks.years
    ]
    columns = (
        LABEL,
        Column("Year", 0.75),
        Column("Status", 1.3),
        Column("Award", 1),
        Column("Follows from", 3),
        SOURCES,
    )
    return Table(f"Years of the school in the {one.family.family} award family", columns, tuple(rows), labelled=True)


def _why(cell: YearCell) -> Iterator[str | Cite]:
    """What the year follows from, with the notes of the sources in place of their keys."""
    keys = "|".join(re.escape(key) for key in sorted(cell.sources, key=len, reverse=True))
    for part in re.split(rf"\(?\b({keys})\b\)?", cell.why) if keys else [cell.why]:
        yield Cite((part,)) if part in cell.sources else part


def _statements(facts: Facts) -> Table:
    rows = [
        Row(
            (
                (),
                text(str(one.year)),
                text(one.award),
                text(OUTCOME_WORDS.get(one.outcome, one.outcome) + (", suspect" if one.suspect else "")),
                text(RECORD_BASIS_WORDS.get(one.basis, one.basis)),
                text(one.printed),
                _cite(one.source_id),
            ),
            ("statement", at),
        )
        for at, one in enumerate(facts.statements)
    ]
    columns = (
        LABEL,
        Column("Year", 0.85),
        Column("Award", 1.1),
        Column("Says", 0.9),
        Column("Basis", 1.3),
        Column("School as printed", 2.4),
        SOURCES,
    )
    return Table("What sources state outright about the school", columns, tuple(rows), labelled=True)


def _claims(facts: Facts) -> Table:
    rows = []
    for claim in facts.claims:
        doubts = {"suspect": claim.suspect, "reads two ways": claim.ambiguous, "clashes with others": claim.clashes}
        doubt = ", ".join(name for name, holds in doubts.items() if holds)
        said = f"{claim.claim.replace('_', ' ')}, {claim.n}"
        cells = (
            text(str(claim.as_of_year)),
            text(said),
            text(claim.words or ""),
            text(doubt),
            _cite(claim.source.source_id),
        )
        rows.append(Row(((), *cells), ("claim", claim.key)))
    columns = (
        LABEL,
        Column("As of", 0.85),
        Column("Counts", 1.4),
        Column("Words of the source", 3),
        Column("Doubt", 1),
        SOURCES,
    )
    return Table("What sources count for the school", columns, tuple(rows), labelled=True)


def _totals(facts: Facts) -> Table:
    rows = [
        Row(
            ((), text(str(year)), text(award), text(str(total.recipients)), _cite(*total.sources)),
            ("total", award, year, total.recipients),
        )
        for one in facts.families
        for year, award, printed in one.totals
        for total in printed
    ]
    columns = (
        LABEL,
        Column("Year", 0.8),
        Column("Award", 1.5),
        Column("Recipients", 1.5, number=True),
        Column("Sources", 4),
    )
    return Table("Numbers of recipients as printed", columns, tuple(rows), labelled=True)


def _initiatives(facts: Facts) -> Table:
    rows = [
        Row(
            ((), text(str(one.year or "not said")), text(one.name), text(one.category), _cite(one.source_id)),
            ("initiative", at),
        )
        for at, one in enumerate(facts.initiatives)
    ]
    columns = (LABEL, Column("Year", 0.8), Column("Initiative", 3.4), Column("Category", 1.6), SOURCES)
    return Table("Initiatives cited", columns, tuple(rows), labelled=True)


def _peers(one: FamilyFacts) -> Table:
    rows = []
    for each in one.comparison.own_first if one.comparison else ():
        won = [cell for cell in each.cells if cell.status == "won"]
        open_years = [cell.year for cell in each.cells if cell.status in ("unknown", "probable", "pending")]
        sources = tuple(dict.fromkeys(source for cell in won for source in cell.sources))
        cells = (
            text(each.streaks.school_name),
            text(years_text(cell.year for cell in won) if won else "none known"),
            text(years_text(open_years) if open_years else "none"),
            _cite(*sources),
        )
        rows.append(Row(((), *cells), ("peer", one.family.family, each.school_id)))
    columns = (LABEL, Column("School", 2.4), Column("Won", 1.8), Column("Not decided", 1.6), Column("Sources", 1.8))
    return Table(f"The peer group in the {one.family.family} award family", columns, tuple(rows), labelled=True)


def _cite(*sources: str) -> Runs:
    return (Cite(sources),) if sources else ()
