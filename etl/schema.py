"""Tables, constraints and column comments: the contract between what gets in and what is asked.

Three groups:

* ground tables hold what files say, a row each, and are only ever added to; a row that no longer counts is closed;
* derived tables hold what follows from the ground (schools, calendar, records, year statuses), versioned alike;
* book-keeping says who loaded what and when, what was refused, and what the office has set.

A row of the first two groups counts from data version `valid_from` up to, not including, `valid_to`. The newest version
is the rows whose `valid_to` is empty; any earlier version can be asked for again.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from etl.kinds import SCHOOL_KINDS

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
STATUSES = ("won", "probable", "not_won", "did_not_apply", "pending", "no_award", "unknown")
"""The seven states of a school's year. `no_award` follows from the calendar alone."""
OUTCOMES = ("won", "not_won", "did_not_apply", "withdrawn", "submitted", "drafting", "planned")
BASES = ("announced", "claimed", "own_log")
CLAIM_KINDS = ("consecutive", "total", "first_time", "every_year_since")
DECISIONS = ("accepted", "created", "review", "unmatched")
LABELS = ("sure", "ambiguous", "not_a_school")
AWARD_ROLES = ("award", "tier", "mention")
AWARD_LEVELS = ("any", "institution", "health", "library")
PUBLISHER_KINDS = ("school", "magazine", "news", "own office", "other")
CHANGES = ("load", "undo", "review", "rebuild", "setting", "peer group", "application")

REVIEW = "answers from review"
"""Name of the files (of kinds names and schools) that hold what people answered about printed names."""

_COUNTS_NOW = text("valid_to IS NULL")
_Number = BigInteger().with_variant(Integer, "sqlite")


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _live(table: str, *columns: str, unique: bool = False) -> Index:
    """An index over the rows of `table` that count now."""
    name = f"{'uq' if unique else 'ix'}_{table}_live_{'_'.join(columns)}"
    return Index(name, *columns, unique=unique, sqlite_where=_COUNTS_NOW, postgresql_where=_COUNTS_NOW)


class Base(DeclarativeBase):
    """Root of all tables; constraints have fixed names so that migrations can address them."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text(), date: Date(), datetime: DateTime(timezone=True)}


class Versioned:
    """Columns of every row that counts from one data version to another."""

    row_id: Mapped[int] = mapped_column(_Number, primary_key=True, sort_order=-9, comment="number of the row")
    valid_from: Mapped[int] = mapped_column(sort_order=90, comment="first data version in which the row counts")
    valid_to: Mapped[int | None] = mapped_column(
        sort_order=91, comment="first data version in which it no longer counts; empty: it counts now"
    )


class Ground(Versioned):
    """A row of a file, cleaned, with its place."""

    file_id: Mapped[int] = mapped_column(ForeignKey("file.file_id"), sort_order=80, comment="the file that says so")
    sheet: Mapped[str] = mapped_column(sort_order=81, comment="sheet of a workbook; empty for text files")
    line: Mapped[int] = mapped_column(sort_order=82, comment="line of the file or row of the sheet, counted from 1")
    row_key: Mapped[int] = mapped_column(BigInteger, sort_order=83, comment="hash of the columns that tell rows apart")
    content_key: Mapped[int] = mapped_column(BigInteger, sort_order=84, comment="hash of all columns of the file")


class Printed:
    """A printed name and what it was tied to; the latter follows from names, schools and institutions."""

    school_as_printed: Mapped[str | None] = mapped_column(comment="the school's name as the source prints it")
    parent_as_printed: Mapped[str | None] = mapped_column(comment="its university's name as the source prints it")
    state: Mapped[str | None] = mapped_column(comment="US state, two letters")
    bound_school_id: Mapped[str | None] = mapped_column(
        sort_order=70, comment="the school the row was tied to; empty: it waits for a person"
    )
    decision: Mapped[str] = mapped_column(sort_order=71, comment="accepted, created, review or unmatched")
    rule: Mapped[str] = mapped_column(sort_order=72, comment="the rule that tied it, with what it saw, in one line")


# --- ground: what files say -------------------------------------------------------------------------------------------


class Source(Ground, Base):
    """A document that says something."""

    __tablename__ = "source"
    source_id: Mapped[str] = mapped_column(
        comment="key of the source; `file:…` for a loaded file, `web:…` for a bare address"
    )
    url: Mapped[str | None] = mapped_column(comment="address, http or https")
    title: Mapped[str] = mapped_column(comment="title as published, or the file's name")
    publisher_kind: Mapped[str] = mapped_column(comment="school, magazine, news, own office or other")
    published_on: Mapped[date | None] = mapped_column(comment="day of publication")
    mirror: Mapped[bool] = mapped_column(
        comment="a copy or aggregator: find the original before showing it as evidence"
    )
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (
        _one_of("publisher_kind", PUBLISHER_KINDS),
        _live("source", "file_id"),
        _live("source", "source_id"),
    )


class Award(Ground, Base):
    """An award, a tier on top of it, or a mention."""

    __tablename__ = "award"
    award: Mapped[str] = mapped_column(comment="code of the award")
    name: Mapped[str] = mapped_column(comment="its full name today")
    short_name: Mapped[str | None] = mapped_column(comment="name for headings")
    family: Mapped[str] = mapped_column(comment="code of the lineage over which streaks run")
    role: Mapped[str] = mapped_column(comment="award, tier (on top of a win) or mention (no win)")
    on_top_of: Mapped[str | None] = mapped_column(comment="for tiers and mentions: the family they sit on")
    given_to: Mapped[str] = mapped_column(
        comment="kinds of school that can win it: any, institution, health or library"
    )
    publisher: Mapped[str | None] = mapped_column(comment="who gives it")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (
        _one_of("role", AWARD_ROLES),
        _one_of("given_to", AWARD_LEVELS),
        _live("award", "file_id"),
        _live("award", "award"),
    )


class AwardName(Ground, Base):
    """A name an award has borne, or is misprinted as."""

    __tablename__ = "award_name"
    award: Mapped[str] = mapped_column(comment="code of the award")
    name: Mapped[str] = mapped_column(comment="name as printed")
    from_year: Mapped[int | None] = mapped_column(comment="first award year of the name")
    to_year: Mapped[int | None] = mapped_column(comment="last award year of the name")
    publisher: Mapped[str | None] = mapped_column(comment="name of the giver in those years")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (_live("award_name", "file_id"),)


class Cycle(Ground, Base):
    """One award in one year."""

    __tablename__ = "cycle"
    award: Mapped[str] = mapped_column(comment="code of the award")
    year: Mapped[int] = mapped_column(comment="award year")
    held: Mapped[bool] = mapped_column(comment="whether the award was given that year")
    announced: Mapped[bool | None] = mapped_column(
        comment="whether the winners are out; empty: follows from date or totals"
    )
    opens_on: Mapped[date | None] = mapped_column(comment="day on which applications open")
    deadline_on: Mapped[date | None] = mapped_column(comment="last day for applications")
    announced_on: Mapped[date | None] = mapped_column(comment="day on which winners were announced")
    award_name: Mapped[str | None] = mapped_column(comment="name of the award that year")
    publisher: Mapped[str | None] = mapped_column(comment="name of the giver that year")
    list_complete_by: Mapped[str | None] = mapped_column(comment="who marked our list of its winners complete")
    list_complete_on: Mapped[date | None] = mapped_column(comment="when the list was marked complete")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (_live("cycle", "file_id"), _live("cycle", "award", "year"))


class RecipientsTotal(Ground, Base):
    """A number of recipients as one source prints it."""

    __tablename__ = "recipients_total"
    award: Mapped[str] = mapped_column(comment="code of the award")
    year: Mapped[int] = mapped_column(comment="award year")
    recipients: Mapped[int] = mapped_column(comment="number of recipients as printed")
    source_id: Mapped[str] = mapped_column(comment="who prints it")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (_live("recipients_total", "file_id"), _live("recipients_total", "award", "year"))


class _InstitutionColumns:
    """What the IPEDS directory says of a university or college."""

    unitid: Mapped[str] = mapped_column(comment="IPEDS UNITID, six digits")
    name: Mapped[str] = mapped_column(comment="official name")
    edition: Mapped[int | None] = mapped_column(comment="year of the directory (2024 is 2024-25)")
    aliases: Mapped[str | None] = mapped_column(comment="other names, divided by |")
    former_names: Mapped[str | None] = mapped_column(
        comment="earlier names, divided by |, with the last year where known"
    )
    city: Mapped[str | None] = mapped_column(comment="city")
    state: Mapped[str | None] = mapped_column(comment="US state or territory, two letters")
    region: Mapped[str | None] = mapped_column(comment="region of the Bureau of Economic Analysis")
    control: Mapped[str | None] = mapped_column(comment="public, private not-for-profit or private for-profit")
    level: Mapped[str | None] = mapped_column(comment="four years, two years or less")
    hbcu: Mapped[bool | None] = mapped_column(comment="historically Black college or university")
    tribal: Mapped[bool | None] = mapped_column(comment="tribal college")
    land_grant: Mapped[bool | None] = mapped_column(comment="land-grant institution")
    medical: Mapped[bool | None] = mapped_column(comment="grants a medical degree")
    hospital: Mapped[bool | None] = mapped_column(comment="has a hospital")
    locale: Mapped[str | None] = mapped_column(comment="degree of urbanisation")
    carnegie_basic_code: Mapped[int | None] = mapped_column(comment="Carnegie basic classification, code")
    carnegie_basic: Mapped[str | None] = mapped_column(comment="Carnegie basic classification")
    size_class: Mapped[str | None] = mapped_column(comment="students, size class")
    system_name: Mapped[str | None] = mapped_column(comment="system it belongs to")
    web_domain: Mapped[str | None] = mapped_column(comment="web domain without www")
    latitude: Mapped[float | None] = mapped_column(comment="degrees north")
    longitude: Mapped[float | None] = mapped_column(comment="degrees east")
    active: Mapped[bool] = mapped_column(comment="whether it is open in that edition")
    merged_into_unitid: Mapped[str | None] = mapped_column(comment="UNITID it merged into")
    ror_id: Mapped[str | None] = mapped_column(comment="Research Organization Registry id")
    ug_headcount_2023_24: Mapped[int | None] = mapped_column(comment="undergraduates, twelve-month headcount 2023-24")
    professions: Mapped[str | None] = mapped_column(comment="health professions it awards degrees in, divided by |")


class InstitutionEdition(_InstitutionColumns, Ground, Base):
    """An institution as one edition of the directory has it."""

    __tablename__ = "institution_edition"
    __table_args__ = (_live("institution_edition", "file_id"), _live("institution_edition", "unitid"))


class _SchoolColumns:
    """What is kept of a school."""

    school_id: Mapped[str] = mapped_column(comment="readable key of the school")
    name: Mapped[str] = mapped_column(comment="full name")
    short_name: Mapped[str | None] = mapped_column(comment="name for tight places; display only, never an alias")
    kind: Mapped[str] = mapped_column(comment="kind of school")
    institution_name: Mapped[str | None] = mapped_column(comment="name of its university")
    unitid: Mapped[str | None] = mapped_column(comment="IPEDS UNITID of its university, or its own")
    state: Mapped[str | None] = mapped_column(comment="US state, two letters")
    former_names: Mapped[str | None] = mapped_column(comment="earlier names, divided by |")
    note: Mapped[str | None] = mapped_column(comment="remark")


class SchoolEntry(_SchoolColumns, Ground, Base):
    """A school as a file lists it."""

    __tablename__ = "school_entry"
    __table_args__ = (
        _one_of("kind", SCHOOL_KINDS),
        _live("school_entry", "file_id"),
        _live("school_entry", "school_id"),
    )


class Name(Ground, Base):
    """A printed name and the school it means. All scopes given must fit; the narrowest row wins."""

    __tablename__ = "name"
    name: Mapped[str] = mapped_column(comment="name as printed")
    school_id: Mapped[str | None] = mapped_column(comment="the school it means")
    unitid: Mapped[str | None] = mapped_column(comment="the institution it means, for names of institutions")
    label: Mapped[str] = mapped_column(comment="sure, ambiguous (ask) or not_a_school")
    scope_parent: Mapped[str | None] = mapped_column(comment="only beside this printed parent")
    scope_state: Mapped[str | None] = mapped_column(comment="only in this state")
    scope_domain: Mapped[str | None] = mapped_column(comment="only on pages of this web domain")
    scope_source_url: Mapped[str | None] = mapped_column(comment="only on this page")
    scope_award: Mapped[str | None] = mapped_column(comment="only for this award")
    scope_year: Mapped[int | None] = mapped_column(comment="only for this award year")
    candidates: Mapped[str | None] = mapped_column(comment="schools it could mean, divided by |")
    reason: Mapped[str | None] = mapped_column(comment="why")
    said_by: Mapped[str | None] = mapped_column(comment="who says so: a person or a source")
    said_on: Mapped[date | None] = mapped_column(comment="when it was said")
    __table_args__ = (_one_of("label", LABELS), _live("name", "file_id"))


class Observation(Printed, Ground, Base):
    """One statement of one source: this school, this award, this year, this outcome, on this basis."""

    __tablename__ = "observation"
    source_id: Mapped[str] = mapped_column(comment="the source that says so")
    award: Mapped[str] = mapped_column(comment="code of the award")
    award_as_printed: Mapped[str | None] = mapped_column(comment="the award's name where the print is odd")
    year: Mapped[int] = mapped_column(comment="award year, not the year of the page")
    outcome: Mapped[str] = mapped_column(
        comment="won, not_won, did_not_apply, withdrawn, submitted, drafting or planned"
    )
    basis: Mapped[str] = mapped_column(comment="announced (news of that win), claimed (a past win named), own_log")
    place: Mapped[str | None] = mapped_column(comment="place in the source")
    suspect: Mapped[bool] = mapped_column(comment="must not count without a person")
    stated_on: Mapped[date | None] = mapped_column(comment="day of the entry in the own log")
    owner: Mapped[str | None] = mapped_column(comment="who is responsible, in the own log")
    note: Mapped[str | None] = mapped_column(comment="remark; for suspect rows the reason")
    __table_args__ = (
        _one_of("outcome", OUTCOMES),
        _one_of("basis", BASES),
        _one_of("decision", DECISIONS),
        _live("observation", "file_id"),
        _live("observation", "bound_school_id"),
    )


class Claim(Printed, Ground, Base):
    """A counted statement: in a row, times, first time, every year since; as of an award year."""

    __tablename__ = "claim"
    school_id: Mapped[str | None] = mapped_column(comment="the school, where the file names it by key")
    source_id: Mapped[str] = mapped_column(comment="the source that says so")
    family: Mapped[str] = mapped_column(comment="award family; `award:CODE` where the page counts one award alone")
    as_of_year: Mapped[int] = mapped_column(comment="award year up to which it counts")
    claim: Mapped[str] = mapped_column(comment="consecutive, total, first_time or every_year_since")
    n: Mapped[int] = mapped_column(comment="the count; the first year for every_year_since")
    counts_from: Mapped[int | None] = mapped_column(comment="first year counted, where the page says so")
    words: Mapped[str | None] = mapped_column(comment="the few words that state it")
    ambiguous: Mapped[bool] = mapped_column(comment="reads two ways (second year: second time?)")
    suspect: Mapped[bool] = mapped_column(comment="must not count without a person")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (
        _one_of("claim", CLAIM_KINDS),
        _one_of("decision", DECISIONS),
        _live("claim", "file_id"),
        _live("claim", "bound_school_id"),
    )


class Initiative(Printed, Ground, Base):
    """A programme that a source cites for a school and an award year."""

    __tablename__ = "initiative"
    school_id: Mapped[str | None] = mapped_column(comment="the school, where the file names it by key")
    source_id: Mapped[str] = mapped_column(comment="the source that cites it")
    initiative: Mapped[str] = mapped_column(comment="name of the programme")
    category: Mapped[str | None] = mapped_column(comment="category")
    year: Mapped[int | None] = mapped_column(comment="award year for which it was cited; empty: not said")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (
        _one_of("decision", DECISIONS),
        _live("initiative", "file_id"),
        _live("initiative", "bound_school_id"),
    )


class PeerMember(Printed, Ground, Base):
    """A school's place in a named, frozen peer group."""

    __tablename__ = "peer_member"
    group_name: Mapped[str] = mapped_column(comment="name of the group")
    school_id: Mapped[str | None] = mapped_column(comment="the school, where the file names it by key")
    reason: Mapped[str | None] = mapped_column(comment="why it is in the group")
    frozen_on: Mapped[date | None] = mapped_column(comment="day on which the group was fixed")
    __table_args__ = (_one_of("decision", DECISIONS), _live("peer_member", "file_id"))


# --- derived: what follows --------------------------------------------------------------------------------------------


class Institution(_InstitutionColumns, Versioned, Base):
    """An institution by its newest edition, with the names of older ones."""

    __tablename__ = "institution"
    __table_args__ = (_live("institution", "unitid", unique=True),)


class School(_SchoolColumns, Versioned, Base):
    """A school that is listed, or that a printed name proves."""

    __tablename__ = "school"
    origin: Mapped[str] = mapped_column(comment="listed in a file, or created from a printed name")
    __table_args__ = (
        _one_of("kind", SCHOOL_KINDS),
        _one_of("origin", ("listed", "created")),
        _live("school", "school_id", unique=True),
    )


class Calendar(Versioned, Base):
    """One family in one year, from its first to its last known cycle."""

    __tablename__ = "calendar"
    family: Mapped[str] = mapped_column(comment="award family")
    year: Mapped[int] = mapped_column(comment="award year")
    held: Mapped[bool] = mapped_column(comment="an award of the family was given, or nothing says that none was")
    known: Mapped[bool] = mapped_column(comment="the year has a cycle")
    announced: Mapped[bool] = mapped_column(comment="its winners are out")
    list_complete: Mapped[bool] = mapped_column(comment="every held award's list of winners was marked complete")
    turn: Mapped[int | None] = mapped_column(comment="number of the year among those not bridged; empty: bridged")
    __table_args__ = (_live("calendar", "family", "year", unique=True),)


class Record(Versioned, Base):
    """What follows from all observations of one school, award and year."""

    __tablename__ = "record"
    school_id: Mapped[str] = mapped_column(comment="the school")
    family: Mapped[str] = mapped_column(comment="family of the award")
    award: Mapped[str] = mapped_column(comment="code of the award")
    year: Mapped[int] = mapped_column(comment="award year")
    status: Mapped[str] = mapped_column(comment="one of the seven states")
    basis: Mapped[str | None] = mapped_column(comment="the weightiest basis under it")
    n_sources: Mapped[int] = mapped_column(comment="number of different sources that count")
    conflict: Mapped[bool] = mapped_column(comment="whether what counts disagrees")
    why: Mapped[str] = mapped_column(comment="what it follows from, in one line")
    __table_args__ = (
        _one_of("status", STATUSES),
        _live("record", "school_id", "award", "year", unique=True),
    )


class YearStatus(Versioned, Base):
    """One school's year in one award family: a cell of the year strip. No row: nothing is known."""

    __tablename__ = "year_status"
    school_id: Mapped[str] = mapped_column(comment="the school")
    family: Mapped[str] = mapped_column(comment="award family")
    year: Mapped[int] = mapped_column(comment="award year")
    status: Mapped[str] = mapped_column(comment="one of the seven states")
    award: Mapped[str | None] = mapped_column(comment="the award won, where it is known which")
    basis: Mapped[str | None] = mapped_column(comment="announced, claimed, own_log, claim, tier or list")
    conflict: Mapped[bool] = mapped_column(comment="whether what counts disagrees")
    why: Mapped[str] = mapped_column(comment="what it follows from, in one line")
    sources: Mapped[list[str]] = mapped_column(JSON, comment="keys of the sources under it, in order")
    __table_args__ = (
        _one_of("status", STATUSES),
        _live("year_status", "family", "school_id", "year", unique=True),
    )


class Clash(Versioned, Base):
    """Statements about one school and family that cannot all be true; nothing is inferred from its claims."""

    __tablename__ = "clash"
    school_id: Mapped[str] = mapped_column(comment="the school")
    family: Mapped[str] = mapped_column(comment="award family")
    statements: Mapped[list[str]] = mapped_column(JSON, comment="claims (claim:row) and years (won:2014) that clash")
    __table_args__ = (_live("clash", "school_id", "family", unique=True),)


class UnresolvedName(Versioned, Base):
    """A printed name, with all it was printed beside, that waits for a person."""

    __tablename__ = "unresolved_name"
    name_key: Mapped[int] = mapped_column(BigInteger, comment="hash of the name and what it was printed beside")
    school_as_printed: Mapped[str] = mapped_column(comment="the name")
    parent_as_printed: Mapped[str | None] = mapped_column(comment="its printed parent")
    state: Mapped[str | None] = mapped_column(comment="US state, two letters")
    award: Mapped[str | None] = mapped_column(comment="code of the award")
    year: Mapped[int | None] = mapped_column(comment="award year")
    source_url: Mapped[str | None] = mapped_column(comment="address of the page")
    decision: Mapped[str] = mapped_column(comment="review or unmatched")
    rule: Mapped[str] = mapped_column(comment="why no school was taken, in one line")
    candidates: Mapped[list[dict[str, Any]]] = mapped_column(
        JSON, comment="schools it could be, best first, with reasons"
    )
    n_rows: Mapped[int] = mapped_column(comment="number of rows that wait for the answer")
    __table_args__ = (_live("unresolved_name", "name_key", unique=True),)


# --- book-keeping -----------------------------------------------------------------------------------------------------


class DataVersion(Base):
    """One change of the database. Exports and reports carry its number."""

    __tablename__ = "data_version"
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="1, 2, 3 … without gaps")
    change: Mapped[str] = mapped_column(comment="what kind of change it was")
    made_at: Mapped[datetime] = mapped_column(comment="when, UTC")
    made_by: Mapped[str] = mapped_column(comment="who")
    note: Mapped[str] = mapped_column(comment="what, in one line")
    __table_args__ = (_one_of("change", CHANGES),)


class File(Base):
    """A file's identity: its kind and name. Its newest load that is not undone counts."""

    __tablename__ = "file"
    file_id: Mapped[int] = mapped_column(primary_key=True, comment="number of the file")
    kind: Mapped[str] = mapped_column(comment="kind of file, see etl/kinds.py")
    name: Mapped[str] = mapped_column(comment="its name, or the name given for it")
    __table_args__ = (UniqueConstraint("kind", "name"),)


class Load(Base):
    """One run over one file."""

    __tablename__ = "load"
    load_id: Mapped[int] = mapped_column(primary_key=True, comment="number of the load")
    file_id: Mapped[int] = mapped_column(ForeignKey("file.file_id"), comment="the file")
    version: Mapped[int] = mapped_column(ForeignKey("data_version.version"), comment="data version it made")
    undone_version: Mapped[int | None] = mapped_column(
        ForeignKey("data_version.version"), comment="data version in which it was undone; empty: it stands"
    )
    sha256: Mapped[str] = mapped_column(comment="SHA-256 of the file")
    n_bytes: Mapped[int] = mapped_column(BigInteger, comment="size of the file in bytes")
    rows_read: Mapped[int] = mapped_column(comment="rows found in the file")
    rows_new: Mapped[int] = mapped_column(comment="rows that were not there")
    rows_changed: Mapped[int] = mapped_column(comment="rows that say something else than before")
    rows_unchanged: Mapped[int] = mapped_column(comment="rows that say what was there")
    rows_gone: Mapped[int] = mapped_column(comment="rows of the version before that this one lacks")
    rows_refused: Mapped[int] = mapped_column(comment="rows kept for mending")
    notices: Mapped[list[str]] = mapped_column(
        JSON, comment="what the reader should know: unknown columns, mended bytes"
    )
    __table_args__ = (Index("ix_load_file_id", "file_id"),)


class RefusedRow(Versioned, Base):
    """A row that could not be taken, kept whole until somebody mends it or what it waits for arrives."""

    __tablename__ = "refused_row"
    file_id: Mapped[int] = mapped_column(ForeignKey("file.file_id"), comment="the file")
    sheet: Mapped[str] = mapped_column(comment="sheet of a workbook; empty for text files")
    line: Mapped[int] = mapped_column(comment="line of the file or row of the sheet, counted from 1")
    headers: Mapped[list[str]] = mapped_column(JSON, comment="the file's column heads")
    columns: Mapped[list[str | None]] = mapped_column(JSON, comment="what each column was read as")
    cells: Mapped[list[str]] = mapped_column(JSON, comment="the row, as it stood")
    reasons: Mapped[list[dict[str, str]]] = mapped_column(JSON, comment="every reason: column, value, message")
    mended: Mapped[bool] = mapped_column(
        comment="closed because somebody loaded it mended; the same row is not kept again"
    )
    waits_for: Mapped[list[str]] = mapped_column(JSON, comment="what would cure it (source:s0001); empty: only mending")
    __table_args__ = (_live("refused_row", "file_id"),)


class Setting(Base):
    """What the office has set, such as its own school."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True, comment="name of the setting")
    value: Mapped[str] = mapped_column(comment="its value")


def tables() -> dict[str, Table]:
    """All tables by name."""
    return dict(Base.metadata.tables)
