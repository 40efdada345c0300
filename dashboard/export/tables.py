"""The tables that can be exported: of each its title, its filters and its rows, the same for page, link and command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from dashboard.domain.choices import Choice, NotAChoice, plain_words
from dashboard.domain.initiatives import matching as cited_with
from dashboard.domain.statuses import WORDS
from dashboard.domain.streak_filter import ORDERS, STATES, StreakFilter, matching
from dashboard.export.comparison import COMPARISON
from dashboard.export.table import Content, ExportTable, content_of
from dashboard.queries import audit, claims, initiatives, observations, records, schools, sources
from dashboard.queries.all_streaks import all_streaks
from dashboard.queries.audit import AuditFilter
from dashboard.queries.observations import ObservationFilter
from dashboard.queries.records import RecordFilter
from etl.schema import BASES, OUTCOMES

if TYPE_CHECKING:
    from pandas import DataFrame

    from dashboard.domain.streaks import SchoolStreaks


@dataclass(frozen=True)
class SchoolFilter:
    """Rows of which schools, holding which words. An empty field does not restrict."""

    school_ids: tuple[str, ...] = ()
    text: str = ""
    """Words that the row must all hold, without case."""

    def described(self) -> tuple[str, ...]:
        """The filter in few words, a part each, for the name of a file."""
        return (*self.school_ids, *((self.text,) if self.text else ()))


_TEXT: Final = Choice("q", "text", "text", "words that a row must all hold")
_SCHOOLS: Final = Choice("school", "school_ids", "many", "key of a school")
_FAMILIES: Final = Choice("families", "families", "many", "code of an award family")
_AWARDS: Final = Choice("award", "awards", "many", "code of an award")
_YEARS: Final = Choice("years", "", "years", "award years, such as 2018-2023")
_KINDS: Final = Choice("kind", "kinds", "many", "kind of school")
_STATES: Final = Choice("state", "states", "many", "US state, two letters")
_STATUS_WORDS: Final = tuple((status, words.word) for status, words in WORDS.items())
_RECORD_BASES: Final = plain_words((*BASES, "claim", "tier", "list"))


@dataclass(frozen=True)
class InitiativeFilter:
    """Which citations. An empty field does not restrict; fields restrict together."""

    school_ids: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    text: str = ""
    """Words that programme, school, category or source must all hold, without case."""


def table_named(name: str) -> ExportTable:
    """The table of that name. Raises NotAChoice listing those there are."""
    if name not in TABLES:
        raise NotAChoice(f"{name!r} is no table; known: {', '.join(TABLES)}")
    return TABLES[name]


def streakscontent_of(found: Sequence[SchoolStreaks]) -> Content:
    """Streaks as a table, a row a school and a column a year.

    Columns: school_id, school, kind, state, family, as_of, the status of every year under its number, streak (alive,
    open, broken or none), current_n, current_from, current_to, not_known_since, longest_n, longest_from, longest_to,
    wins, first_win.
    """
    years = [str(cell.year) for cell in found[0].years] if found else []
    names = (
        "school_id", "school", "kind", "state", "family", "as_of", *years, "streak", "current_n", "current_from",
        "current_to", "not_known_since", "longest_n", "longest_from", "longest_to", "wins", "first_win",
    )  # fmt: skip
    return content_of(names, map(_streak_row, found))


def _streak_row(row: SchoolStreaks) -> tuple[object, ...]:
    now, longest = row.current, row.longest
    return (
        row.school_id, row.school_name, row.kind, row.state, row.family, row.as_of,
        *(cell.status for cell in row.years),
        now.state, now.n, now.first, now.last, now.unknown_since, longest.n, longest.first, longest.last,
        row.total, row.first_year,
    )  # fmt: skip


def _records(connection: Connection, wanted: RecordFilter, version: int | None) -> Content:
    return content_of(records.COLUMNS, records.record_rows(connection, wanted, version))


def _observations(connection: Connection, wanted: ObservationFilter, version: int | None) -> Content:
    return content_of(observations.COLUMNS, observations.observation_rows(connection, wanted, version))


def _applications(connection: Connection, wanted: ObservationFilter, version: int | None) -> Content:
    return _observations(connection, replace(wanted, bases=("own_log",)), version)


def _audit(connection: Connection, wanted: AuditFilter, version: int | None) -> Content:
    return content_of(audit.COLUMNS, audit.audit_rows(connection, wanted, version))


def _streaks(connection: Connection, wanted: StreakFilter, version: int | None) -> Content:
    return streakscontent_of(matching(all_streaks(connection, wanted.family, version=version), wanted))


def _initiatives(connection: Connection, wanted: InitiativeFilter, version: int | None) -> Content:
    cited = initiatives.citations(connection, version=version)
    some = [one for one in cited if not wanted.school_ids or one.school_id in wanted.school_ids]
    rows = (
        [getattr(one, name) for name in initiatives.COLUMNS] for one in cited_with(some, wanted.text, wanted.categories)
    )
    return content_of(initiatives.COLUMNS, rows)


def _sources(connection: Connection, wanted: SchoolFilter, version: int | None) -> Content:
    frame = sources.sources(connection, version, wanted.text)
    return content_of(frame.columns, zip(*(frame[name].tolist() for name in frame.columns), strict=True))


def _small(name: str, title: str, table: Callable[..., DataFrame]) -> ExportTable:
    """A table that is small enough to be made as a frame."""

    def content(connection: Connection, wanted: SchoolFilter, version: int | None) -> Content:
        frame = table(connection, version=version)
        rows = zip(*(frame[name].tolist() for name in frame.columns), strict=True)
        at = list(frame.columns).index("school_id") if "school_id" in frame.columns else None
        return content_of(frame.columns, (row for row in rows if _fits(row, at, wanted)))

    return ExportTable(name, title, (_TEXT, _SCHOOLS), SchoolFilter(), content)


def _fits(row: Sequence[object], at: int | None, wanted: SchoolFilter) -> bool:
    if wanted.school_ids and at is not None and row[at] not in wanted.school_ids:
        return False
    whole = " ".join(cell for cell in row if isinstance(cell, str)).casefold()
    return all(word in whole for word in wanted.text.casefold().split())


TABLES: Final[dict[str, ExportTable]] = {
    table.name: table
    for table in (
        ExportTable(
            "records",
            "Records: one a school, award family and year",
            (
                _TEXT, _SCHOOLS, _FAMILIES, _AWARDS, _KINDS, _STATES, _YEARS,
                Choice("status", "statuses", "many", "status of the year", _STATUS_WORDS),
                Choice("basis", "bases", "many", "what the record rests on", _RECORD_BASES),
                Choice("conflicts", "conflicts_only", "yes", "only records whose sources disagree"),
            ),
            RecordFilter(),
            _records,
        ),
        ExportTable(
            "observations",
            "Observations: what each source says, one statement a row",
            (
                _TEXT, _SCHOOLS, _FAMILIES, _AWARDS, _YEARS,
                Choice("outcome", "outcomes", "many", "outcome", plain_words(OUTCOMES)),
                Choice("basis", "bases", "many", "basis", plain_words(BASES)),
            ),
            ObservationFilter(),
            _observations,
        ),
        _small("claims", "Counted claims, as sources print them", claims.claims_table),
        ExportTable(
            "initiatives",
            "Initiatives that sources cite",
            (_TEXT, _SCHOOLS, Choice("category", "categories", "many", "category of the programme")),
            InitiativeFilter(),
            _initiatives,
        ),
        _small("schools", "Schools", schools.schools),
        ExportTable("sources", "Sources, and how much rests on each", (_TEXT,), SchoolFilter(), _sources),
        ExportTable(
            "applications",
            "The office's own log of applications",
            (_TEXT, _SCHOOLS, _FAMILIES, _AWARDS, _YEARS),
            ObservationFilter(),
            _applications,
        ),
        ExportTable(
            "streaks",
            "Wins and streaks, one school a row",
            (
                _TEXT, Choice("family", "family", "one", "code of the award family"), _KINDS, _STATES,
                Choice("streak", "streak", "many", "state of the streak", plain_words(STATES)),
                Choice("wins", "min_wins", "whole", "least number of wins"),
                Choice("sort", "order", "one", "order of the rows", plain_words(ORDERS)),
            ),
            StreakFilter(),
            _streaks,
        ),
        COMPARISON,
        ExportTable(
            "audit",
            "Audit log: who did what and when, newest first",
            (
                _TEXT, Choice("who", "people", "many", "who did it"),
                Choice("action", "actions", "many", "what was done"),
                Choice("since", "since", "one", "first day, such as 2026-11-01"),
                Choice("until", "until", "one", "last day"),
            ),
            AuditFilter(),
            _audit,
            data=False,
        ),
    )
}  # fmt: skip
"""By name."""
