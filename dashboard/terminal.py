"""Answers as tables for the terminal."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

from dashboard.domain.statuses import TIER_MARK, WORDS, word
from dashboard.domain.streaks import SchoolStreaks, answer_sentence, strip_head, strip_text
from dashboard.domain.wording import counted, span_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from dashboard.domain.factcheck_rules import Judgement
    from dashboard.queries.bookkeeping import LoadInfo, RefusedRowShown
    from dashboard.queries.claims import ClaimShown
    from dashboard.queries.schools import SchoolInfo
    from dashboard.queries.sources import SourceUse

PIPED_WIDTH: Final = 160
"""Columns where the output is no terminal."""
PLAIN: Final = {"●": "W", "◐": "P", "○": "o", "–": "-", "…": ".", "×": "x", "★": "*"}
"""What is printed for a mark, or a dash, that the terminal's encoding does not have."""


def console() -> Console:
    """The console for answers. What its encoding cannot print, such as the marks on old Windows, is rewritten."""
    from rich.console import Console  # late: quick start

    if isinstance(sys.stdout, TextIOWrapper):
        codecs.register_error("rewritten", _rewritten)
        sys.stdout.reconfigure(errors="rewritten")
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False, markup=False, emoji=False)


def _rewritten(error: UnicodeError) -> tuple[str, int]:
    """Plain letters for marks: a "?" in their place would say that a won year is not known."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(PLAIN.get(char, "_") for char in error.object[error.start : error.end]), error.end


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], right: Sequence[str] = ()) -> Table:
    """Rows under heads; columns named in `right` hold numbers."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    made = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        made.add_column(Text(head), justify="right" if head in right else "left", overflow="fold")
    for row in rows:
        # As Text: what a file prints in square brackets is no markup.
        made.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    return made


def legend() -> str:
    """The marks of the year strip with their words."""
    return "   ".join([*(f"{words.mark} {words.word}" for words in WORDS.values()), f"{TIER_MARK} tier"])


def show_all_streaks(out: Console, answers: Sequence[SchoolStreaks]) -> None:
    """One line a school of which anything is known: most wins first, then the last won year, then the name."""
    known = [answer for answer in answers if any(cell.status not in ("unknown", "no_award") for cell in answer.years)]
    known.sort(key=lambda one: (-one.total, -(one.last_won or 0), one.school_name.casefold()))
    years = answers[0].years if answers else ()
    heads = ("school", strip_head(years), "wins", "longest", "current streak", "last won")
    out.print(table(heads, [_streaks_row(answer) for answer in known], right=("wins", "longest", "last won")))
    out.print(legend())
    if silent := len(answers) - len(known):
        out.print(f"Of {counted(silent, 'more school')} nothing is known in this award.")


def _streaks_row(answer: SchoolStreaks) -> tuple[object, ...]:
    alive = answer.current.state == "alive"
    current = f"{answer.current.n} ({span_text(answer.current.first or 0, answer.current.last or 0)})" if alive else ""
    return answer.short_name, strip_text(answer.years), answer.total, answer.longest.n, current, answer.last_won


def show_streaks(out: Console, answer: SchoolStreaks) -> None:
    """One school in one family: the sentence, the strip, and what each known year follows from."""
    out.print(f"{answer_sentence(answer)}.")
    if not answer.years:
        return
    out.print(f"\n{strip_head(answer.years)}\n{strip_text(answer.years)}\n\n{legend()}", soft_wrap=True)
    known = [cell for cell in answer.years if cell.why or cell.tiers]
    rows = [
        (c.year, word(c.status), c.award, ", ".join(c.tiers), "yes" if c.conflict else "", ", ".join(c.sources), c.why)
        for c in known
    ]
    if rows:
        out.print(table(("year", "status", "award", "tiers", "conflict", "sources", "follows from"), rows))


def show_school(out: Console, info: SchoolInfo) -> None:
    """What is known of a school itself."""
    said = (
        ("kind", info.kind),
        ("institution", info.institution_name),
        ("UNITID", info.unitid),
        ("place", ", ".join(part for part in (info.city, info.state) if part)),
        ("former names", "; ".join(info.former_names)),
        ("origin", info.origin),
        ("note", info.note),
    )
    out.print(f"{info.name} ({info.school_id})")
    for name, value in said:
        if value:
            out.print(f"  {name}: {value}", soft_wrap=True)


def show_claims(out: Console, claims: Sequence[ClaimShown], verdicts: Mapping[str, Judgement]) -> None:
    """The counted claims of a school; `verdicts` of the records are asked by a claim's key."""
    rows = [
        (
            *(c.as_of_year, c.claim.replace("_", " "), c.n, c.family, c.words, _doubts(c)),
            *(verdicts[c.key].verdict if c.key in verdicts else "", c.source.title, c.source.url),
        )
        for c in claims
    ]
    heads = ("as of", "claim", "n", "family", "words", "doubt", "verdict", "source", "address")
    out.print(table(heads, rows, right=("n",)))


def _doubts(claim: ClaimShown) -> str:
    doubts = {"suspect": claim.suspect, "ambiguous": claim.ambiguous, "clashes": claim.clashes}
    return ", ".join(doubt for doubt, holds in doubts.items() if holds)


def show_sources(out: Console, uses: Sequence[SourceUse]) -> None:
    """Every source with the number of rows that rest on it."""
    counts = ("observations", "claims", "initiatives")
    rows = [
        (
            *(use.source.source_id, use.source.title, use.source.publisher_kind, use.source.published_on),
            *("copy" if use.source.mirror else "", use.observations, use.claims, use.initiatives, use.source.url),
        )
        for use in uses
    ]
    out.print(table(("source", "title", "kind", "published", "copy", *counts, "address"), rows, right=counts))


def show_loads(out: Console, loads: Sequence[LoadInfo]) -> None:
    """Every load with its counts of rows."""
    counts = ("read", "new", "changed", "unchanged", "gone", "refused")
    heads = ("load", "version", "when (UTC)", "who", "kind", "file", *counts, "undone in")
    rows = [
        (
            *(
                one.load_id,
                one.version,
                f"{one.made_at:%Y-%m-%d %H:%M}",
                one.made_by,
                one.kind,
                one.file,
                one.rows_read,
            ),
            *(one.rows_new, one.rows_changed, one.rows_unchanged, one.rows_gone, one.rows_refused, one.undone_version),
        )
        for one in loads
    ]
    out.print(table(heads, rows, right=("load", "version", *counts, "undone in")))


def show_refused(out: Console, refused: Sequence[RefusedRowShown]) -> None:
    """Refused rows with their place and every reason."""
    rows = [
        (row.row_id, row.kind, row.file, row.sheet, row.line, "\n".join(reason.message for reason in row.reasons))
        for row in refused
    ]
    out.print(table(("row", "kind", "file", "sheet", "line", "reasons"), rows, right=("row", "line")))
