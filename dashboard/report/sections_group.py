"""The school among its peers, and the office's own applications."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from dashboard.domain import comparison_words
from dashboard.domain.applications import WORDS, decided, stage, success
from dashboard.domain.comparison import Comparison, Standing
from dashboard.domain.wording import counted
from dashboard.report.facts import Facts, FamilyFacts, Statement
from dashboard.report.figures import peers_figure
from dashboard.report.model import Block, Bullets, Column, Heading, Key, Paragraph, Ref, Row, Table, text
from dashboard.report.phrases import award_words, rows_of_years

NO_LOG: Final = (
    "The office's own log has no entry for this school: how often it applied is not known, so there is no success rate."
)


def peers(facts: Facts) -> Iterator[Block]:
    """Position, bounds and shares in the chosen group, always with the number of schools behind them."""
    group = facts.group
    if group is None:
        return
    why = f" Reason: {group.reason.rstrip('.')}." if group.reason else ""
    on = f"{group.frozen_on.day} {group.frozen_on:%B %Y}"
    yield Paragraph(text(f"Peer group “{group.name}”, fixed on {on}.{why}"))
    for one in facts.families:
        if len(facts.families) > 1:
            yield Heading(f"{one.family.name}")
        if one.comparison is None:
            yield Paragraph(
                text("Nothing can be compared: the group has no other school that is known, or no award was held.")
            )
        else:
            yield from _compared(facts, one, one.comparison)


def _compared(facts: Facts, one: FamilyFacts, found: Comparison) -> Iterator[Block]:
    keys = tuple(_key(one, each) for each in found.own_first)
    yield Paragraph(text(f"{comparison_words.answer(found)}. {comparison_words.caution(found)} ", Ref(keys)))
    yield peers_figure(facts, one, found, text("Rows of the schools ", Ref(keys)))
    yield _standings(one, found)
    yield _shares(one, found)
    for head, lines in comparison_words.changes_told(found.changes()):
        yield Paragraph(text(f"{head}:"))
        yield Bullets(tuple(text(line) for line in lines))


def _standings(one: FamilyFacts, found: Comparison) -> Table:
    rows = [
        Row(
            (
                text(each.streaks.school_name),
                text(comparison_words.places(each.first_place, each.last_place)),
                text(str(each.wins)),
                text(str(each.undecided)),
                text(str(each.longest.n)),
                (Ref((_key(one, each),)),),
            )
        )
        for each in found.everyone
    ]
    columns = (
        Column("School", 3.4),
        Column("Place", 1),
        Column("Known wins", 0.9, number=True),
        Column("Years not decided", 1, number=True),
        Column("Longest run", 1, number=True),
        Column("Row", 0.9),
    )
    caption = f"The school and its {len(found.others)} peers; {len(found.held)} award years were held"
    return Table(caption, columns, tuple(rows))


def _shares(one: FamilyFacts, found: Comparison) -> Table:
    keys = Ref(tuple(_key(one, each) for each in found.others))
    rows = [
        Row(
            (
                text(str(share.year)),
                text(str(share.won) if share.held else "no award held"),
                text(str(share.decided) if share.held else ""),
                text(str(share.n)),
            )
        )
        for share in found.shares()
    ]
    columns = (
        Column("Year"),
        Column("Known to have won", number=True),
        Column("Decided: won, not won or did not apply", number=True),
        Column("All peers", number=True),
    )
    return Table(
        "Peers that won, of those whose year is decided, of all", columns, tuple(rows), text("Rows of the peers ", keys)
    )


def _key(one: FamilyFacts, each: Standing) -> Key:
    return ("peer", one.family.family, each.school_id)


def applications(facts: Facts) -> Iterator[Block]:
    """The applications of the own log with their results, and the success rate over known decisions."""
    entries = logged(facts)
    if not entries:
        yield Paragraph(text(NO_LOG))
        return
    outcomes = {key: outcome(facts, key, places) for key, places in entries.items()}
    counts = success(outcomes.values())
    every = Ref(tuple(("statement", at) for places in entries.values() for at in places))
    rate = (
        f"Success rate: {counts.won} of {counted(counts.known, 'decision')} known, {counts.rate:.0%}. Wins that are "
        "not in the log are not counted in it."
        if counts.rate is not None
        else "No decision is known yet, so there is no success rate."
    )
    left = f" Left out: {counts.left_out()}." if counts.left_out() else ""
    yield Paragraph(text(f"{counted(len(entries), 'application')} in the office's own log ", every, f". {rate}{left}"))
    rows = [
        Row(
            (
                text(str(year)),
                text(award_words(facts, award)),
                text(WORDS[outcomes[award, year]]),
                _behind(facts, award, year, places),
            )
        )
        for (award, year), places in sorted(entries.items(), key=lambda item: (-item[0][1], item[0][0]))
    ]
    columns = (Column("Year", 0.6), Column("Award", 2.6), Column("Result", 1.4), Column("Rows", 1))
    yield Table("Applications in the own log", columns, tuple(rows))


def _behind(facts: Facts, award: str, year: int, places: list[int]) -> tuple[Ref]:
    family = facts.awards[award].family if award in facts.awards else award
    keys = (*rows_of_years(family, [year]).keys, *(("statement", at) for at in places))
    return (Ref(keys),)


def logged(facts: Facts) -> dict[tuple[str, int], list[int]]:
    """The entries of the own log up to the report's year, by award and year: places among the statements."""
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, one in enumerate(facts.statements):
        if one.basis == "own_log" and not one.suspect and one.year <= facts.choices.year:
            found[one.award, one.year].append(at)
    return dict(found)


def outcome(facts: Facts, key: tuple[str, int], places: list[int]) -> str:
    """What is known of one application: the log's last word, or what other sources settle."""
    said: list[Statement] = [facts.statements[at] for at in places]
    last = max(said, key=lambda one: (one.stated_on, stage(one.outcome)))
    family = facts.awards[key[0]].family if key[0] in facts.awards else ""
    cell = next((one.cell(key[1]) for one in facts.families if one.family.family == family), None)
    return decided(last.outcome, facts.record_statuses.get(key), cell.status if cell else None)
