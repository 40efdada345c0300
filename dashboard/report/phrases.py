"""Phrases of a report: references to rows, names of awards, numbers with their nouns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dashboard.domain.sentences import answer_sentence
from dashboard.domain.streaks import SchoolStreaks, YearCell
from dashboard.domain.wording import span_text, years_text
from dashboard.report.facts import Facts, FamilyFacts
from dashboard.report.model import Cite, Ref

PUBLISHERS: Final = {
    "school": "a school's own page",
    "magazine": "the magazine that gives the award",
    "news": "news",
    "own office": "our own office",
    "other": "other",
}


def rows_of_years(family: str, years: Iterable[int]) -> Ref:
    """A reference to the rows of those years."""
    return Ref(tuple(("year", family, year) for year in years))


def cited(cell: YearCell) -> Cite | str:
    """The sources of a year; nothing where it has none."""
    return Cite(cell.sources) if cell.sources else ""


def award_words(facts: Facts, code: str) -> str:
    """An award in running text: "Health Professions HEED Award"."""
    name = facts.awards[code].short_name if code in facts.awards else code
    return name if name.casefold().endswith("award") else f"{name} Award"


def family_words(one: FamilyFacts, facts: Facts) -> str:
    """A family in running text, by the short name of its main award: "HEED award family"."""
    code = one.family.family
    name = facts.awards[code].short_name if code in facts.awards else code
    return f"{name} family" if name.casefold().endswith("award") else f"{name} award family"


def standing(streaks: SchoolStreaks) -> str:
    """Where the school stands, as `answer_sentence` says it, so put that the fact check reads it aright: a span of
    years beside "no win", or a year not won in the sentence of a win, would be read as years of wins.
    """
    said = answer_sentence(streaks)
    if streaks.current.state == "none" and streaks.years:
        span = span_text(streaks.years[0].year, streaks.years[-1].year)
        return said.replace(f"No win known, {span}", "No win known", 1)
    return said.replace("; no current streak:", ". No current streak:", 1)


def sources_words(n: int) -> str:
    """How many sources say so: "1 source says so", "2 sources say so"."""
    return "1 source says so" if n == 1 else f"{n} sources say so"


def not_known(years: Iterable[int]) -> str:
    """Years that are not known: "2024 and 2025 are not known"."""
    some = list(years)
    return f"{years_text(some)} {'is' if len(some) == 1 else 'are'} not known"
