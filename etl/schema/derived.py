"""Derived tables: what follows from the ground, versioned alike."""

from typing import Any

from sqlalchemy import JSON, BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from etl.kinds import SCHOOL_KINDS
from etl.schema.base import STATUSES, Base, Versioned, live_index, one_of
from etl.schema.columns import InstitutionColumns, SchoolColumns


class Institution(InstitutionColumns, Versioned, Base):
    """An institution by its newest edition, with the names of older ones."""

    __tablename__ = "institution"
    __table_args__ = (live_index("institution", "unitid", unique=True),)


class School(SchoolColumns, Versioned, Base):
    """A school that is listed, or that a printed name proves."""

    __tablename__ = "school"
    origin: Mapped[str] = mapped_column(comment="listed in a file, or created from a printed name")
    __table_args__ = (
        one_of("kind", SCHOOL_KINDS),
        one_of("origin", ("listed", "created")),
        live_index("school", "school_id", unique=True),
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
    __table_args__ = (live_index("calendar", "family", "year", unique=True),)


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
        one_of("status", STATUSES),
        live_index("record", "school_id", "award", "year", unique=True),
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
        one_of("status", STATUSES),
        live_index("year_status", "family", "school_id", "year", unique=True),
        # All that streaks are reckoned from: rows that lie scattered over the file need not be read for it.
        live_index("year_status", "family", "school_id", "year", "status", "valid_to"),
    )


class Clash(Versioned, Base):
    """Statements about one school and family that cannot all be true; nothing is inferred from its claims."""

    __tablename__ = "clash"
    school_id: Mapped[str] = mapped_column(comment="the school")
    family: Mapped[str] = mapped_column(comment="award family")
    statements: Mapped[list[str]] = mapped_column(JSON, comment="claims (claim:row) and years (won:2014) that clash")
    __table_args__ = (live_index("clash", "school_id", "family", unique=True),)


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
    __table_args__ = (live_index("unresolved_name", "name_key", unique=True),)
