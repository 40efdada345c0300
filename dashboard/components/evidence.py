"""Under one year of one school: what each source says, whether it counts, and where it stands."""

from collections.abc import Iterable, Mapping
from html import escape

from dashboard.components.links import web_link
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.components.verdicts import judgement_html, verdict_html
from dashboard.domain.factcheck import Judgement
from dashboard.domain.observed import BASIS_WORDS, CLAIM_WORDS, OUTCOME_WORDS
from dashboard.domain.statuses import long_word, mark, word
from dashboard.domain.streaks import YearCell
from dashboard.domain.wording import counted
from dashboard.queries.claims import ClaimShown, ClashShown
from dashboard.queries.evidence import Evidence, YearEvidence
from dashboard.queries.sources import SourceInfo

_OBSERVATIONS = (Column("Source"), Column("Says"), Column("Printed as"), Column("Stands in"), Column("Counts"))
_CLAIMS = (Column("Source"), Column("Claims"), Column("In its words"), Column("Stands in"), Column("Counts"))


def year_title(cell: YearCell, found: YearEvidence) -> str:
    """The line that opens a year: "● 2023: won · 4 statements · sources disagree"."""
    said = (*found.observations, *found.tiers)
    parts = [f"{mark(cell.status)} {cell.year}: {word(cell.status)}"]
    if said:
        none_counts = ", none counts" if all(observation.suspect for observation in said) else ""
        parts.append(f"{counted(len(said), 'statement')}{none_counts}")
    return " · ".join([*parts, *(["sources disagree"] if cell.conflict else [])])


def year_html(cell: YearCell, found: YearEvidence, verdicts: Mapping[str, Judgement] | None = None) -> str:
    """Everything under one year: why it has its status, every statement with its source, tiers, and claims with their
    `verdicts`, asked by a claim's key.
    """
    parts = [_reason_html(cell)]
    if found.observations:
        parts.append(observations_html(f"What sources say of {cell.year}", found.observations))
    if found.tiers:
        parts.append(observations_html(f"Tiers and mentions in {cell.year}", found.tiers))
    if found.claims:
        parts.append(claims_html(f"Counted claims that {cell.year} follows from", found.claims, verdicts))
    return "".join(parts)


def observations_html(caption: str, observations: Iterable[Evidence]) -> str:
    """A table of statements; those that do not count say so, with the reason."""
    return table_html(caption, _OBSERVATIONS, map(_observation_row, observations), fold=True)


def claims_html(caption: str, claims: Iterable[ClaimShown], verdicts: Mapping[str, Judgement] | None = None) -> str:
    """A table of counted claims; those that clash or do not count say so. `verdicts` are asked by a claim's key."""
    if verdicts is None:
        return table_html(caption, _CLAIMS, map(_claim_row, claims), fold=True)
    rows = ((*_claim_row(claim), _verdict(verdicts.get(claim.key))) for claim in claims)
    return table_html(caption, (*_CLAIMS, Column("Verdict of the records")), rows, fold=True)


def clash_html(clash: ClashShown, verdicts: Mapping[str, Judgement] | None = None) -> str:
    """Statements that cannot all be true, each with its source and its verdict; nothing is inferred from them."""
    years = [f"{year}: {word(status)}" for year, status in clash.years]
    weighed = verdicts or {}
    said = [
        f"{_claimed(claim)}, {web_link(claim.source.url, claim.source.title)}"
        + (f": {verdict_html(weighed[claim.key].verdict)}" if claim.key in weighed else "")
        for claim in clash.claims
    ]
    items = "".join(f"<li>{item}</li>" for item in (*said, *map(escape, years)))
    return (
        f'<div class="aw aw-notice"><p><strong>These statements cannot all be true ({escape(clash.family)}).</strong> '
        f"Nothing is inferred from the claims.</p><ul>{items}</ul></div>"
    )


def source_html(source: SourceInfo) -> str:
    """A source: its title as a link, who publishes it and when."""
    about = ", ".join(part for part in (source.publisher_kind, _day(source), "a copy" if source.mirror else "") if part)
    return f'{web_link(source.url, source.title)}<br><span class="aw-quiet">{escape(about)}</span>'


def _reason_html(cell: YearCell) -> str:
    lines = [f"<p>{escape(cell.why or long_word(cell.status))}</p>"]
    if not cell.conflict:
        return f'<div class="aw">{"".join(lines)}</div>'
    return f'<div class="aw aw-notice"><p><strong>Sources disagree about this year.</strong></p>{"".join(lines)}</div>'


def _observation_row(said: Evidence) -> tuple[Cell, ...]:
    outcome, basis = OUTCOME_WORDS.get(said.outcome, said.outcome), BASIS_WORDS.get(said.basis, said.basis)
    printed = ", ".join(part for part in (said.school_as_printed, said.parent_as_printed, said.printed_state) if part)
    return (
        Html(source_html(said.source)),
        Html(f'{escape(said.award)} {said.year}: {escape(outcome)}<br><span class="aw-quiet">{escape(basis)}</span>'),
        Html(f'{escape(printed)}<br><span class="aw-quiet">{escape(said.rule)}</span>'),
        _place(said.file, said.sheet, said.line, said.place),
        _counts(said.suspect, said.note),
    )


def _claim_row(claim: ClaimShown) -> tuple[Cell, ...]:
    counting = _counts(claim.suspect, claim.note)
    if claim.clashes:
        counting = Html('<span class="aw-flag">clashes</span> with other statements; nothing follows from it')
    elif claim.ambiguous:
        counting = Html('<span class="aw-flag">reads two ways</span> nothing follows from it')
    return (
        Html(source_html(claim.source)),
        Html(_claimed(claim)),
        claim.words,
        _place(claim.file, claim.sheet, claim.line, None),
        counting,
    )


def _verdict(judged: Judgement | None) -> Cell:
    return Html(judgement_html(judged)) if judged else None


def _claimed(claim: ClaimShown) -> str:
    count = CLAIM_WORDS.get(claim.claim, claim.claim).format(n=claim.n)
    alone = f" ({claim.family.removeprefix('award:')} alone)" if claim.family.startswith("award:") else ""
    return escape(f"{count} as of {claim.as_of_year}{alone}")


def _counts(suspect: bool, note: str | None) -> Cell:
    if suspect:
        return Html(f'<span class="aw-flag">does not count</span> {escape(note or "")}')
    return Html(f'yes<br><span class="aw-quiet">{escape(note)}</span>') if note else "yes"


def _place(file: str, sheet: str, line: int, place: str | None) -> str:
    return ", ".join(part for part in (file, sheet, f"line {line}", place) if part)


def _day(source: SourceInfo) -> str:
    return source.published_on.isoformat() if source.published_on else ""
