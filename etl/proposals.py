"""What an announcement says, as proposals for a person, and the accepted ones as an ordinary load. The door.

```
known = known_now(connection)
proposed = propose(read_document(path), known)
load_proposals(engine, proposed, proposed.proposals, by="…")
```
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection

from etl.extract.announcement import Document, day_of, read_document
from etl.extract.other_news import without_other_news
from etl.load.directory import directory
from etl.load.one_file import award_names
from etl.load.versioned import live
from etl.proposals_added import added, with_added
from etl.proposals_awards import NO_HEALTH_KINDS, award_for
from etl.proposals_load import load_proposals
from etl.proposals_naming import Naming, schools_meant
from etl.proposals_values import (
    ClaimProposal,
    InitiativeProposal,
    Known,
    ObservationProposal,
    Proposal,
    Proposed,
    RecipientsProposal,
    certain,
)
from etl.proposals_whose import Whose
from etl.schema import tables
from etl.transform.naming.normal import name_key
from etl.transform.naming.standing import HEALTH_KINDS
from etl.transform.schools import Decision
from etl.transform.statements import Counted, Reading, Win, read_statements

__all__ = [
    "ClaimProposal",
    "Document",
    "InitiativeProposal",
    "Known",
    "ObservationProposal",
    "Proposal",
    "Proposed",
    "RecipientsProposal",
    "added",
    "known_now",
    "load_proposals",
    "propose",
    "read_document",
    "schools_meant",
    "with_added",
]


NOT_READ = "lists of other news in it are left out"
_WITHOUT = re.compile(r"\s*\([^)]*\)")
_CORE = re.compile(r"\s+(?:University|College)(?:[- ]Main Campus)?$")


def known_now(connection: Connection) -> Known:
    """What counts in the newest data version."""
    t = tables()
    awards, cycles = live(connection, t["award"]), live(connection, t["cycle"])
    first: dict[str, int] = {}
    for row in cycles:
        first[row["award"]] = min(first.get(row["award"], row["year"]), row["year"])
    latest = max((row["year"] for row in cycles), default=date.today().year)
    return Known(
        directory(connection),
        award_names(connection),
        {row["award"]: row["family"] for row in awards},
        frozenset(row["award"] for row in awards if row["given_to"] == "health" and row["role"] == "award"),
        first,
        max(latest, date.today().year),
        {row["school_id"]: row["name"] for row in live(connection, t["school"])},
        _short_forms(connection),
        libraries=frozenset(row["award"] for row in awards if row["given_to"] == "library"),
    )


def _short_forms(connection: Connection) -> frozenset[str]:
    """The keys of all short forms: aliases, short names, and names of universities without that word."""
    t = tables()
    said = [row["name"] for row in live(connection, t["name"])]
    said += [_WITHOUT.sub("", row["short_name"]) for row in live(connection, t["school"]) if row["short_name"]]
    for row in live(connection, t["institution"]):
        said += [part.strip() for part in (row["aliases"] or "").split("|")]
        said.append(_CORE.sub("", row["name"]))
    return frozenset(name_key(one) for one in said if len(one) > 1)


def propose(document: Document, known: Known) -> Proposed:
    """What the document says; empty where it names no award that is known."""
    text = without_other_news(document.text)
    reading = read_statements(text, known.awards, known.hints(day_of(document), document.url))
    naming = Naming(document, reading, known)
    found: list[Proposal] = [*_observations(document, reading, naming, known)]
    found += _claims(document, reading, naming, known)
    found += _recipients(document, reading, naming, known)
    found += _initiatives(document, reading, naming)
    notices = [*document.notices, *([NOT_READ] if text != document.text else [])]
    if not reading.awards:
        notices.append("no award that is known is named in it")
    elif not found:
        notices.append("an award is named, but nothing is said of a win")
    return Proposed(document, tuple(sorted(found, key=lambda one: (one.start, one.end))), tuple(notices))


def _observations(document: Document, reading: Reading, naming: Naming, known: Known) -> Iterator[ObservationProposal]:
    best: dict[tuple[str | None, str, int], ObservationProposal] = {}
    news = _of_the_news(reading, naming)
    for win in reading.wins:
        decision = naming.of(win.school, win.award, win.year, listed=win.listed)
        award = award_for(win.award, win.year, _kind(decision, naming, known), known, printed=win.health)
        name, parent = naming.printed(win.school)
        if decision is naming.main:
            name, parent = naming.printed(None)
        if _in_vain(decision, award, name, known):
            continue
        family = known.family(award)
        basis = win.basis
        if win.aside and certain(decision) not in news:
            basis = "claimed" if naming.is_other(decision) else "announced" if _is_new(win, naming, decision) else basis
        tier = award if family != known.family(naming.award) and award != naming.award else None
        one = ObservationProposal(
            name, parent, certain(decision), award, win.year, basis, "won", tier, win.start, win.end,
            document.place(win.start, win.end), _misprint(document.text[win.start : win.end]),
            _doubt(win, basis, day_of(document)),
            tuple(c.school_id for c in decision.candidates) if decision and not certain(decision) else (),
        )  # fmt: skip
        key = (one.school_id or one.school_as_printed, award, win.year)
        if key not in best or (best[key].basis, one.basis) == ("claimed", "announced"):
            best[key] = one
    yield from (one for one in best.values() if not _said_in_full(one, best.values()))


def _doubt(win: Win, basis: str, day: date | None) -> str:
    """What of the award year a person should look at."""
    if not win.year_printed:
        return "award year not printed: taken from the page's day or the magazine's issue"
    far = basis == "announced" and day and not day.year - 1 <= win.year <= day.year + 1
    return f"announced as of {win.year}, but published on {day}" if far else ""


def _of_the_news(reading: Reading, naming: Naming) -> set[str]:
    """The schools whose wins are the news, told neither in passing nor as past."""
    told = (win for win in reading.wins if win.basis == "announced" and not win.aside)
    return {key for win in told if (key := certain(naming.of(win.school, win.award, win.year, listed=win.listed)))}


def _is_new(win: Win, naming: Naming, decision: Decision | None) -> bool:
    """Whether a win told in passing is of the news: a unit's of the university whose news it is, in the same year."""
    return win.year == naming.year and naming.is_part(decision)


def _said_in_full(one: ObservationProposal, every: Iterable[ObservationProposal]) -> bool:
    """Whether the same win stands there for a school that this uncertain one can be, or under a longer name."""
    name = one.school_as_printed or ""
    return one.school_id is None and any(
        other is not one
        and (other.award, other.year) == (one.award, one.year)
        and (
            other.school_id in one.candidates
            or (other.school_as_printed or "").endswith(f" {name.removeprefix('The ')}")
            or re.fullmatch(rf"(?:The )?{re.escape(name)} (?:University|College)", other.school_as_printed or "")
        )
        for other in every
    )


def _in_vain(decision: Decision | None, award: str, name: str | None, known: Known) -> bool:
    """Whether a win can be nobody's: no school is named, or one that has no part in an award for health units or
    for libraries, or a library that has no part in any other.
    """
    if name is None and not (decision and (certain(decision) or decision.candidates)):
        return True
    kind = decision.kind if decision and certain(decision) else None
    if award in known.libraries:
        return kind not in (None, "institution", "library")
    return kind == "library" or (award in known.health and kind in NO_HEALTH_KINDS)


def _kind(decision: Decision | None, naming: Naming, known: Known) -> str | None:
    """The kind of school; of a main school that is not certain yet, a health school's where its award tells."""
    if decision and decision.kind:
        return decision.kind
    kinds = {one.kind for one in decision.candidates} if decision else set()
    if len(kinds) == 1:
        return kinds.pop()
    return min(HEALTH_KINDS) if decision is naming.main and naming.award in known.health else None


def _misprint(printed: str) -> str | None:
    """The award's name where it is printed amiss: "Health Professionals HEED"."""
    return " ".join(printed.split()) if re.search(r"health[-\s]+profession(?!s\b)", printed, re.IGNORECASE) else None


def _claims(document: Document, reading: Reading, naming: Naming, known: Known) -> Iterator[ClaimProposal]:
    """Each claim once: "the sixth time" beside a run of six stays, the same words at two places do not."""
    seen: set[tuple[Any, ...]] = set()
    for said in reading.counted:
        decision = naming.of(said.school, said.award, said.as_of_year)
        name, parent = naming.printed(None if decision is naming.main else said.school)
        if name is None and certain(decision) is None:
            continue
        family = known.family(said.award)
        key = (certain(decision) or name, family, said.claim, said.n, said.as_of_year)
        if key in seen or (said.ambiguous and not said.counts_from and _settled(said, reading)):
            continue
        if _is_of_run(said, reading, known):
            continue
        seen.add(key)
        yield ClaimProposal(
            said.claim, said.n, said.as_of_year, name, parent, certain(decision), family, said.ambiguous,
            said.counts_from, said.words, said.start, said.end, document.place(said.start, said.end),
        )  # fmt: skip


def _settled(said: Counted, reading: Reading) -> bool:
    """Whether the text says elsewhere what an ambiguous count means: "second year" beside "second year in a row"."""
    clear = (one for one in reading.counted if not one.ambiguous and one.claim in ("consecutive", "total"))
    return any((one.n, one.as_of_year, one.award) == (said.n, said.as_of_year, said.award) for one in clear)


def _is_of_run(said: Counted, reading: Reading, known: Known) -> bool:
    """Whether a number of awards only says in short what the text tells as a run: "sixth HEED Award" in a headline, and
    "for the sixth consecutive year" below it. "For the sixth time" is a count of its own.
    """
    if said.claim != "total" or said.counts_from or re.search(r"\btimes?\b", said.words, re.IGNORECASE):
        return False
    family = known.family(said.award)
    runs = (one for one in reading.counted if one.claim == "consecutive" and known.family(one.award) == family)
    return any((one.n, one.as_of_year) == (said.n, said.as_of_year) for one in runs)


def _recipients(document: Document, reading: Reading, naming: Naming, known: Known) -> Iterator[RecipientsProposal]:
    """Each number once; a plain award's for the award that the main school's kind makes of it."""
    seen = set()
    kind = _kind(naming.main, naming, known)
    health = any(award.health for award in reading.awards)
    for said in reading.recipients:
        if said.among or said.award is None or said.year is None:
            continue
        apart = kind is not None and kind not in HEALTH_KINDS and naming.prints_in_full(said.award)
        short = health and _plain(said.award, reading) and not apart and said.award != naming.award
        award = award_for(said.award, said.year, kind, known)
        if naming.award and short and known.family(said.award) == known.family(naming.award):
            award = naming.award
        key = (award, said.year, said.recipients)
        if key not in seen:
            seen.add(key)
            place = document.place(said.start, said.end)
            yield RecipientsProposal(award, said.year, said.recipients, said.words, said.start, said.end, place)


def _plain(award: str, reading: Reading) -> bool:
    return any(one.award == award and not one.on_top and not one.health for one in reading.awards)


def _initiatives(document: Document, reading: Reading, naming: Naming) -> Iterator[InitiativeProposal]:
    """The programmes, where the document names an award; of a win that is past, too. Each is the main school's, or that
    of several winners beside whose name it stands.
    """
    whose = Whose(document, reading, naming)
    for said in reading.programmes:
        school = whose.of(said)
        name, parent = naming.printed(school)
        decision = naming.of(school, naming.award, naming.year, listed=school is not None)
        yield InitiativeProposal(
            said.name, said.category, naming.year, name, parent, certain(decision), said.start, said.end,
            document.place(said.start, said.end),
        )  # fmt: skip
