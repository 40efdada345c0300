"""Wins over time, tiers, and the initiatives that sources cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.domain.initiatives import programme_key
from dashboard.domain.statuses import TIER_MARK, UNDECIDED, WINS, mark, word
from dashboard.domain.wording import counted, years_text
from dashboard.report.facts import Facts, FamilyFacts, InitiativeRow
from dashboard.report.figures import strip_figure, wins_figure
from dashboard.report.model import Block, Bullets, Cite, Column, Key, Paragraph, Ref, Row, Runs, Table, text
from dashboard.report.phrases import award_words, family_words, rows_of_years

MOST_LISTED: Final = 12
"""Programmes named in the text; of more the number, and the appendix has them all."""


def wins(facts: Facts) -> Iterator[Block]:
    """Known wins added up, and a table of the years."""
    drawn = [one for one in facts.families if one.cells]
    if not drawn:
        yield Paragraph(text("The families chosen have no award year in the span."))
        return
    keys = tuple(key for one in drawn for key in rows_of_years(one.family.family, (c.year for c in one.cells)).keys)
    yield wins_figure(facts, drawn, text("Rows of the years ", Ref(keys)))
    for at, one in enumerate(drawn):
        if at:
            years = [cell.year for cell in one.cells]
            yield strip_figure(facts, one, text("Rows of the years ", rows_of_years(one.family.family, years)))
        yield _years_table(facts, one)


def _years_table(facts: Facts, one: FamilyFacts) -> Table:
    rows, so_far = [], 0
    for cell in one.cells:
        so_far += cell.status in WINS
        status = f"{mark(cell.status)} {word(cell.status)}{f' {TIER_MARK}' if cell.tiers else ''}"
        award = award_words(facts, cell.award) if cell.award else ""
        behind = rows_of_years(one.family.family, [cell.year])
        rows.append(Row((text(str(cell.year)), text(status), text(award), text(str(so_far)), (behind,))))
    undecided = sum(cell.status in UNDECIDED for cell in one.cells)
    caption = f"{family_words(one, facts)} year by year: {counted(so_far, 'known win')}"
    caption += f", {counted(undecided, 'year')} not decided" if undecided else ""
    columns = (
        Column("Year", 0.6),
        Column("Status", 1.5),
        Column("Award", 2.4),
        Column("Known wins so far", 1.2, number=True),
        Column("Row", 0.8),
    )
    return Table(caption, columns, tuple(rows))


def tiers(facts: Facts) -> Iterator[Block]:
    """Tiers and mentions, each with its year, award and sources."""
    items = [item for one in facts.families for item in _tiers_of(facts, one)]
    if items:
        yield Bullets(tuple(items))
        yield Paragraph(text("A tier sits on top of a win and is counted apart. An honorary mention is no win."))
    else:
        yield Paragraph(text("No tier and no mention of the school is known."))


def _tiers_of(facts: Facts, one: FamilyFacts) -> Iterator[Runs]:
    on_top = {code for code, award in facts.awards.items() if award.on_top_of == one.family.family}
    said: dict[tuple[int, str], list[int]] = {}
    for at, statement in enumerate(facts.statements):
        if statement.award in on_top and statement.outcome == "won" and statement.year <= facts.choices.year:
            said.setdefault((statement.year, statement.award), []).append(at)
    for (year, award), places in sorted(said.items()):
        keys: tuple[Key, ...] = tuple(("statement", at) for at in places)
        sources = tuple(facts.statements[at].source_id for at in places)
        yield text(f"{year}: {facts.award_name(award)} ", Ref(keys), " ", Cite(sources))


def initiatives(facts: Facts) -> Iterator[Block]:
    """How many programmes are cited, for which years and with which categories; the first of them by name."""
    cited_rows = facts.initiatives
    if not cited_rows:
        yield Paragraph(
            text("No source that is known cites an initiative of the school. That does not mean that it has none.")
        )
        return
    keys: tuple[Key, ...] = tuple(("initiative", at) for at in range(len(cited_rows)))
    n = len({programme_key(row.name) for row in cited_rows})
    pages = len({row.source_id for row in cited_rows})
    told = f"{counted(n, 'initiative')} cited in {counted(pages, 'source')} "
    years = {row.year for row in cited_rows if row.year}
    spanned = f", in connection with {years_text(years)}. " if years else ". "
    yield Paragraph(text(told, Ref(keys), spanned, "That one is cited with an award does not say that it led to it."))
    yield _by_category(cited_rows)
    if n <= MOST_LISTED:
        yield Bullets(tuple(_programme(cited_rows, places) for places in _by_programme(cited_rows)))
    else:
        yield Paragraph(text(f"All {len(cited_rows)} citations stand in the appendix ", Ref(keys), "."))


def _by_programme(cited_rows: Sequence[InitiativeRow]) -> list[list[int]]:
    """The places of the rows of each programme: several sources and spellings of one are one."""
    places: dict[str, list[int]] = {}
    for at, row in enumerate(cited_rows):
        places.setdefault(programme_key(row.name), []).append(at)
    return list(places.values())


def _programme(cited_rows: Sequence[InitiativeRow], places: Sequence[int]) -> Runs:
    """A programme as it is spelled first, with every year and category it is cited for."""
    rows = [cited_rows[at] for at in places]
    years = years_text({row.year for row in rows if row.year})
    about = ", ".join(part for part in (years, *dict.fromkeys(row.category or "" for row in rows)) if part)
    keys: tuple[Key, ...] = tuple(("initiative", at) for at in places)
    sources = tuple(dict.fromkeys(row.source_id for row in rows))
    return text(f"{rows[0].name}{f' ({about})' if about else ''} ", Ref(keys), " ", Cite(sources))


def _by_category(cited_rows: tuple[InitiativeRow, ...]) -> Table:
    counts = Counter(row.category or "not said" for row in cited_rows)
    rows = []
    for category, n in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        keys: tuple[Key, ...] = tuple(
            ("initiative", at) for at, row in enumerate(cited_rows) if (row.category or "not said") == category
        )
        rows.append(Row((text(category), text(str(n)), (Ref(keys),))))
    columns = (Column("Category", 3), Column("Citations", 1, number=True), Column("Rows", 2))
    return Table("Citations by category", columns, tuple(rows))
