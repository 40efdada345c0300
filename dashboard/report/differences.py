"""What changed between two data versions about one school: statuses, counts, streaks, initiatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dashboard.domain.statuses import word
from dashboard.domain.streaks import Current, YearCell
from dashboard.domain.wording import counted, span_text
from dashboard.queries.reports import Printed
from dashboard.report.choices import Choices, NotAReport, from_json
from dashboard.report.facts import Facts, FamilyFacts
from dashboard.report.model import Key

NOT_THERE = "not known"


@dataclass(frozen=True)
class Difference:
    """One thing that is told otherwise than before."""

    what: str
    before: str
    now: str
    keys: tuple[Key, ...]
    """The rows of the appendix behind it."""
    sources: tuple[str, ...]
    """Those behind what is told now."""

    def as_json(self) -> dict[str, object]:
        """The object that `awards report-changes --json` prints."""
        return {"what": self.what, "before": self.before, "now": self.now, "sources": list(self.sources)}


def differences(connection: Connection, choices: Choices, before: int) -> list[Difference]:
    """What is told otherwise in the choices' data version than in version `before`, as of the report's year."""
    now = Facts(connection, replace(choices, peers=""))
    codes = now.family_codes
    then = _facts(connection, replace(choices, peers="", version=before, since_version=None, families=()), codes)
    found: list[Difference] = []
    for code in codes:
        one = now.family_facts(code, choices.year)
        old = then.family_facts(code, choices.year) if then and code in then.all_families else None
        found += [*_statuses(one, old), *_counts(one, old)]
    return [*found, *_initiatives(now, then)]


def since_printed(connection: Connection, kept: Printed) -> list[Difference]:
    """What is told otherwise in the newest data version than in that of a kept report, as of its year."""
    choices = replace(from_json(kept.choices), version=None, since_version=None, peers="", paragraphs=())
    return differences(connection, choices, kept.version)


def _facts(connection: Connection, choices: Choices, codes: tuple[str, ...]) -> Facts | None:
    """The facts of the earlier version; None where the school was not known then."""
    try:
        facts = Facts(connection, choices)
    except NotAReport:
        return None
    facts.__dict__["family_codes"] = codes
    return facts


def _statuses(one: FamilyFacts, old: FamilyFacts | None) -> Iterator[Difference]:
    was = {cell.year: cell for cell in old.streaks.years} if old else {}
    for cell in one.streaks.years:
        before, now = _told(was.get(cell.year)), _told(cell)
        if before != now:
            what = f"{one.family.family} {cell.year}"
            yield Difference(what, before, now, (("year", one.family.family, cell.year),), cell.sources)


def _told(cell: YearCell | None) -> str:
    if cell is None:
        return NOT_THERE
    tiers = [f"{tier.replace('-', ' ').title()} on top" for tier in cell.tiers]
    return ", ".join([word(cell.status), *tiers, *(["sources disagree"] if cell.conflict else [])])


def _counts(one: FamilyFacts, old: FamilyFacts | None) -> Iterator[Difference]:
    won = tuple(cell for cell in one.streaks.years if cell.status == "won")
    keys = tuple(("year", one.family.family, cell.year) for cell in won)
    sources = tuple(sorted({source for cell in won for source in cell.sources}))
    code = one.family.family
    told = [
        (f"{code}: wins", _wins(old), _wins(one)),
        (f"{code}: longest run", _longest(old), _longest(one)),
        (f"{code}: last run", _run(old), _run(one)),
    ]
    for what, before, now in told:
        if before != now:
            yield Difference(what, before, now, keys, sources)


def _wins(one: FamilyFacts | None) -> str:
    return counted(one.streaks.total, "known win") if one and one.streaks.total else "no known win"


def _longest(one: FamilyFacts | None) -> str:
    run = one.streaks.longest if one else None
    return f"{run.n} in a row, {span_text(run.first or 0, run.last or 0)}" if run and run.n else "none"


def _run(one: FamilyFacts | None) -> str:
    run: Current | None = one.streaks.current if one else None
    if run is None or run.state == "none":
        return "none"
    if run.state == "broken":
        return f"broken after {run.last}"
    return f"{run.n} through {run.last}, {run.state}"


def _initiatives(now: Facts, then: Facts | None) -> Iterator[Difference]:
    was = set(then.initiatives) if then else set()
    for at, one in enumerate(now.initiatives):
        if one not in was:
            what = f"Initiative: {one.name}"
            yield Difference(what, "not cited", _cited(one.year), (("initiative", at),), (one.source_id,))
    here = set(now.initiatives)
    for one in sorted(was - here, key=lambda gone: (gone.year or 0, gone.name, gone.source_id)):
        yield Difference(f"Initiative: {one.name}", _cited(one.year), "no longer cited", (), (one.source_id,))


def _cited(year: int | None) -> str:
    return f"cited for {year}" if year else "cited, year not said"
