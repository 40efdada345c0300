"""The first sections: where the school stands, the results of the year, the streak with its rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dashboard.domain.statuses import BREAKS, UNDECIDED, WINS
from dashboard.domain.streaks import YearCell
from dashboard.domain.wording import counted, listed, span_text, years_text
from dashboard.report.facts import Facts, FamilyFacts
from dashboard.report.figures import strip_figure
from dashboard.report.model import Block, Bullets, Cite, Heading, Paragraph, Ref, Runs, text
from dashboard.report.own_words import own_blocks
from dashboard.report.phrases import (
    award_words,
    cited,
    family_words,
    not_known,
    rows_of_years,
    sources_words,
    standing,
)

STATES: Final = {
    "alive": "Alive: its last year is the last cycle that was held and announced.",
    "open": "Open: only years follow that are not known, probable or pending, so it may go on or not.",
    "broken": "Broken: a year that was not won, or not applied for, follows it. Its length now is 0.",
    "none": "None: no win is known.",
}
RULE: Final = (
    "The rule: a streak is an unbroken run of held award years of a family with status won, told with its first and "
    "last year. Years in which no award was held are passed over. A year that is not known neither breaks a run nor "
    "joins two. Total, longest and current streak count years that sources state outright; probable years and tiers "
    "are counted apart."
)


def headline(facts: Facts) -> Iterator[Block]:
    """One sentence a family, and the strip of the first."""
    for one in facts.families:
        yield Paragraph(_standing(facts, one))
    if late := _announced(facts):
        yield Paragraph(text(late))
    first = facts.families[0]
    if first.cells:
        years = [cell.year for cell in first.cells]
        yield strip_figure(facts, first, text("Rows of the years ", rows_of_years(first.family.family, years)))


def remarks(facts: Facts) -> Iterator[Block]:
    """The author's own paragraphs."""
    for number, markdown in enumerate(facts.choices.paragraphs, 1):
        yield from own_blocks(markdown, number)


def results(facts: Facts) -> Iterator[Block]:
    """What is known of the report's year, family by family."""
    year = facts.choices.year
    for one in facts.families:
        if len(facts.families) > 1:
            yield Heading(f"{one.family.name}")
        cell = one.cell(year)
        yield Paragraph(_result(facts, one, cell, year))
        if cell and cell.conflict:
            yield Paragraph(text("The sources disagree about this year; the rows show each of them."))
        if one.totals:
            yield Bullets(tuple(_totals(facts, one)))


def streak(facts: Facts) -> Iterator[Block]:
    """The last run with its state, the longest, and the rule."""
    for one in facts.families:
        if len(facts.families) > 1:
            yield Heading(f"{one.family.name}")
        yield Bullets(tuple(_streak(one)))
    yield Paragraph(text(RULE), quoted=True)


def _standing(facts: Facts, one: FamilyFacts) -> Runs:
    about = f"{facts.school.name}, {family_words(one, facts)}: "
    told_up_to = f" Years are told up to {one.streaks.as_of}." if one.streaks.years else ""
    cells = [cell for cell in one.streaks.years if cell.status in WINS] or list(one.streaks.years)
    behind = [cell.year for cell in cells] + list(one.streaks.current.unknown_since)
    return text(f"{about}{standing(one.streaks)}.{told_up_to} ", rows_of_years(one.family.family, behind))


def _announced(facts: Facts) -> str:
    """That the report's year is not announced yet, where it is not."""
    year = facts.choices.year
    late = [one for one in facts.families if one.family.last_announced_year and one.family.last_announced_year < year]
    told = [f"{family_words(one, facts)} (last: {one.family.last_announced_year})" for one in late]
    return f"Nothing is announced yet for {year} in the {listed(told)}." if told else ""


def _result(facts: Facts, one: FamilyFacts, cell: YearCell | None, year: int) -> Runs:
    if cell is None:
        if one.family.first_year and year < one.family.first_year:
            return text(
                f"The {family_words(one, facts)} begins in {one.family.first_year}; there is no cycle of {year}."
            )
        return text(
            f"Nothing is announced for {year}: the calendar of the {family_words(one, facts)} does not have that year."
        )
    rows = rows_of_years(one.family.family, [year])
    return text(_told(facts, one, cell), " ", rows, " " if cell.sources else "", cited(cell))


def _told(facts: Facts, one: FamilyFacts, cell: YearCell) -> str:
    school, award = facts.school.name, award_words(facts, cell.award or one.family.family)
    tiers = f", with {_tiers(cell)} on top" if cell.tiers else ""
    says = f"; {sources_words(len(cell.sources))}" if cell.sources else ""
    why = _sentence(cell.why)
    told = {
        "won": f"{school} won the {award} in {cell.year}{tiers}{says}.",
        "probable": f"The {award} of {cell.year} is probably won: {cell.why}.",
        "not_won": f"{school} did not win the {award} in {cell.year}. {why}",
        "did_not_apply": f"{school} did not apply for the {award} of {cell.year}. {why}",
        "pending": f"{cell.year}: the application is submitted, the result is not known yet.",
        "no_award": f"{cell.year}: no award of the family was held.",
        "unknown": f"{cell.year} is not known: no source says anything. Only winners are public, so this is not a no.",
    }
    return told[cell.status]


def _sentence(why: str) -> str:
    return f"{why[0].upper()}{why[1:]}." if why else ""


def _tiers(cell: YearCell) -> str:
    return listed(tier.replace("-", " ").title() for tier in cell.tiers)


def _totals(facts: Facts, one: FamilyFacts) -> Iterator[Runs]:
    """The numbers of recipients as printed: they conflict, and all are told."""
    for year, award, printed in one.totals:
        for total in printed:
            said = f"{award_words(facts, award)}: {counted(total.recipients, 'recipient')} in {year}, printed by "
            key = ("total", award, year, total.recipients)
            yield text(f"{said}{counted(len(total.sources), 'source')} ", Ref((key,)), " ", Cite(total.sources))


def _streak(one: FamilyFacts) -> Iterator[Runs]:
    found, code = one.streaks, one.family.family
    run = found.current
    yield text(STATES[run.state])
    if run.state == "none" or run.first is None or run.last is None:
        return
    won = [cell.year for cell in found.years if cell.status in WINS]
    last = [year for year in won if run.first <= year <= run.last]
    yield text(f"Last run: {counted(len(last), 'year')}, {span_text(run.first, run.last)} ", rows_of_years(code, last))
    longest = found.longest
    years = [year for year in won if (longest.first or 0) <= year <= (longest.last or 0)]
    spanned = span_text(longest.first or 0, longest.last or 0)
    yield text(f"Longest run: {counted(longest.n, 'year')}, {spanned} ", rows_of_years(code, years))
    lost = [cell.year for cell in found.years if cell.year > run.last and cell.status in BREAKS]
    if lost:
        yield text(f"Broken by {years_text(lost)} ", rows_of_years(code, lost))
    if run.unknown_since:
        yield text(f"Of the years since, {not_known(run.unknown_since)} ", rows_of_years(code, run.unknown_since))
    probable = found.probable_current
    if probable.n > run.n and probable.first and probable.last:
        years = [c.year for c in found.years if probable.first <= c.year <= probable.last and c.status != "no_award"]
        told = f"With probable years: {counted(probable.n, 'year')}, {span_text(probable.first, probable.last)} "
        yield text(told, rows_of_years(code, years))
    between = [c.year for c in found.years if c.status in UNDECIDED and c.year < run.first]
    if between:
        yield text(f"Before it: {years_text(between)} not decided ", rows_of_years(code, between))
