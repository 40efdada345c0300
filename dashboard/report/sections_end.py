"""What changed since the report before, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.domain.factcheck import Finding
from dashboard.domain.statuses import UNDECIDED, word
from dashboard.domain.wording import counted, listed, years_text
from dashboard.queries.versions import version_info
from dashboard.report.differences import Difference, differences
from dashboard.report.facts import Facts
from dashboard.report.model import Block, Bullets, Cite, Column, Key, Paragraph, Ref, Row, Runs, Table, text
from dashboard.report.phrases import family_words, rows_of_years
from dashboard.report.sections_group import logged


def changes(facts: Facts) -> Iterator[Block]:
    """What is told otherwise than in the data of the report before."""
    since = facts.since_version
    if since is None:
        year = facts.choices.year - 1
        yield Paragraph(
            text(f"There is no kept report of {year} about this school, so there is nothing to hold this one against.")
        )
        return
    info = version_info(facts.connection, since)
    day = f" of {info.made_at.day} {info.made_at:%B %Y}" if info else ""
    found = differences(facts.connection, facts.choices, since)
    held = f"Held against data version {since}{day}"
    if not found:
        yield Paragraph(text(f"{held}: statuses, streaks, counts and initiatives are the same."))
        return
    yield Paragraph(
        text(f"{held}, {counted(len(found), 'thing')} {'is' if len(found) == 1 else 'are'} told otherwise.")
    )
    yield differences_table(found)


def differences_table(found: Sequence[Difference]) -> Table:
    """The differences, each with its row and sources."""
    rows = [
        Row(
            (
                text(one.what),
                text(one.before),
                text(one.now),
                text(Ref(one.keys), " ", Cite(one.sources) if one.sources else ""),
            )
        )
        for one in found
    ]
    columns = (Column("What", 2), Column("Before", 1.4), Column("Now", 1.6), Column("Behind it", 1.2))
    return Table("What is told otherwise", columns, tuple(rows))


def unknown(facts: Facts, undecided: Sequence[Finding]) -> Iterator[Block]:
    """Everything that the report cannot say."""
    items = [*_years(facts), *_doubts(facts), *_left_out(facts), *_undecided(undecided)]
    if items:
        yield Bullets(tuple(items))
    yield Paragraph(text("Only winners are public. Not known is never counted as a no, and never as zero."))


def _years(facts: Facts) -> Iterator[Runs]:
    for one in facts.families:
        code = one.family.family
        for status in ("unknown", "probable", "pending"):
            years = [cell.year for cell in one.streaks.years if cell.status == status and status in UNDECIDED]
            if years:
                yield text(
                    f"{family_words(one, facts)}: {years_text(years)} {word(status)} ", rows_of_years(code, years)
                )
        if clashing := [cell.year for cell in one.streaks.years if cell.conflict]:
            yield text(
                f"{family_words(one, facts)}: sources disagree about {years_text(clashing)} ",
                rows_of_years(code, clashing),
            )


def _doubts(facts: Facts) -> Iterator[Runs]:
    suspect = [at for at, one in enumerate(facts.statements) if one.suspect]
    if suspect:
        keys: tuple[Key, ...] = tuple(("statement", at) for at in suspect)
        yield text(
            f"{counted(len(suspect), 'statement')} {'is' if len(suspect) == 1 else 'are'} suspect and not counted ",
            Ref(keys),
        )
    for clash in facts.clashes:
        keys = tuple(("claim", claim.key) for claim in clash.claims)
        yield text(
            f"Counted claims in the {clash.family} award family cannot all be true; nothing follows from them ",
            Ref(keys),
        )
    if facts.waiting_names:
        told = listed(f"“{name}”" for name in facts.waiting_names[:5])
        more = len(facts.waiting_names) - 5
        yield text(
            f"Names that could be this school wait for a person: {told}{f' and {more} more' if more > 0 else ''}"
        )


def _left_out(facts: Facts) -> Iterator[Runs]:
    if facts.group is None:
        yield text("No peer group was chosen, so the report compares with nobody.")
    elif facts.group.unresolved:
        n = len(facts.group.unresolved)
        yield text(
            f"{counted(n, 'name')} of the peer group {'is' if n == 1 else 'are'} tied to no school and not compared."
        )
    if not logged(facts):
        yield text("How often the school applied is not known: the own log has no entry.")
    if not facts.initiatives:
        yield text("Which initiatives the school has beyond those that sources cite is not known.")


def _undecided(found: Sequence[Finding]) -> Iterator[Runs]:
    for one in {(one.text, one.reason): one for one in found}.values():
        yield text(f"The records cannot decide the statement “{' '.join(one.text.split())}”: {one.reason}.")
