"""From choices to a finished report: gathered, checked, numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sqlalchemy import Connection

from dashboard.report import sections_end, sections_group, sections_standing, sections_wins
from dashboard.report.appendix import appendix
from dashboard.report.check import checked
from dashboard.report.choices import SECTIONS, Choices
from dashboard.report.facts import Facts
from dashboard.report.model import Block, Cite, Report, Section, clean, numbered, runs_of
from dashboard.report.phrases import standing

_MAKERS: Final[dict[str, Callable[[Facts], Iterable[Block]]]] = {
    "headline": sections_standing.headline,
    "remarks": sections_standing.remarks,
    "year": sections_standing.results,
    "streak": sections_standing.streak,
    "wins": sections_wins.wins,
    "tiers": sections_wins.tiers,
    "initiatives": sections_wins.initiatives,
    "peers": sections_group.peers,
    "applications": sections_group.applications,
    "changes": sections_end.changes,
}


def report(connection: Connection, choices: Choices) -> Report:
    """The report that follows from the choices and the data version they name.

    Raises NotAReport where the choices fit nothing, and Contradicted where a sentence is against the records.
    """
    facts = Facts(connection, choices)
    sections = [_section(key, facts, make(facts)) for key, make in _MAKERS.items() if key in choices.sections]
    sections = [section for section in sections if section.blocks]
    undecided = checked(facts, sections)
    if "unknown" in choices.sections:
        sections.append(_section("unknown", facts, sections_end.unknown(facts, undecided)))
        checked(facts, sections[-1:])
    sections += [
        Section("notes", "Notes: the sources", ()),
        Section("appendix", "Appendix: the rows", tuple(appendix(facts))),
    ]
    return numbered(_whole(facts, sections))


def _section(key: str, facts: Facts, blocks: Iterable[Block]) -> Section:
    title = f"Results of {facts.choices.year}" if key == "year" else SECTIONS[key]
    return Section(key, title, tuple(blocks))


def _whole(facts: Facts, sections: Sequence[Section]) -> Report:
    runs = (run for section in sections for block in section.blocks for run in runs_of(block))
    keys = {key for run in runs if isinstance(run, Cite) for key in run.sources}
    day = facts.info.made_at
    return Report(
        title=clean(f"Annual award report {facts.choices.year}"),
        subtitle=clean(facts.school.name),
        school_id=facts.school.school_id,
        school=clean(facts.school.name),
        year=facts.choices.year,
        version=facts.version,
        made_on=facts.choices.made_on,
        data_from=day.date(),
        headline=clean(standing(facts.families[0].streaks)) if facts.families else "",
        sections=tuple(sections),
        sources=facts.sources(keys),
    )
