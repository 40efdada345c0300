"""What all tables share: words that columns may hold, names of constraints, the columns of versioned rows."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Date, DateTime, ForeignKey, Index, Integer, MetaData, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

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
ENTERED = "application log, entered here"
"""Name of the files (of kinds applications and cycles) that hold what people entered of applications by hand."""
ENTERED_SOURCE = f"file:{ENTERED}"
"""Key of that log as a source. Its rows name their school by key, in place of a printed name."""

COUNTS_NOW = text("valid_to IS NULL")
Number = BigInteger().with_variant(Integer, "sqlite")


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A constraint that `column` holds one of `values`, named after the column."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def live_index(table: str, *columns: str, unique: bool = False) -> Index:
    """An index over the rows of `table` that count now."""
    name = f"{'uq' if unique else 'ix'}_{table}_live_{'_'.join(columns)}"
    return Index(name, *columns, unique=unique, sqlite_where=COUNTS_NOW, postgresql_where=COUNTS_NOW)


class Base(DeclarativeBase):
    """Root of all tables; constraints have fixed names so that migrations can address them."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text(), date: Date(), datetime: DateTime(timezone=True)}


class Versioned:
    """Columns of every row that counts from one data version to another."""

    row_id: Mapped[int] = mapped_column(Number, primary_key=True, sort_order=-9, comment="number of the row")
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
