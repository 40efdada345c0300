"""What the office enters by hand beside its log: plans, tasks, texts, printed reports, links, and who did what.

The first four tables are versioned: an entry keeps its key, a change closes its row and adds the next, and the data
version of a row says who wrote it and when. The others are written once.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from etl.schema.base import Base, Number, Versioned, live_index, one_of

PART_KINDS = ("initiative", "answer")
JOB_STATES = ("waiting", "running", "done", "failed")


class DeadlineStep(Versioned, Base):
    """A step on the way to an application, so many days before its deadline; the office's own plan."""

    __tablename__ = "deadline_step"
    step: Mapped[str] = mapped_column(comment="key of the step")
    name: Mapped[str] = mapped_column(comment="what is to be done")
    days_before: Mapped[int] = mapped_column(comment="days before the deadline of the award's cycle; 0: that day")
    __table_args__ = (live_index("deadline_step", "step", unique=True),)


class ApplicationTask(Versioned, Base):
    """A step of one application: who does it, by when, and whether it is done."""

    __tablename__ = "application_task"
    school_id: Mapped[str] = mapped_column(comment="the school that applies")
    award: Mapped[str] = mapped_column(comment="code of the award")
    year: Mapped[int] = mapped_column(comment="award year")
    step: Mapped[str] = mapped_column(comment="key of the step")
    owner: Mapped[str | None] = mapped_column(comment="who does it")
    due_on: Mapped[date | None] = mapped_column(comment="day it is due, where it is not the planned one")
    done_on: Mapped[date | None] = mapped_column(comment="day it was done; empty: not done")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (live_index("application_task", "school_id", "award", "year", "step", unique=True),)


class LibraryAnswer(Versioned, Base):
    """A text that answers a question of an application form, kept to be used again."""

    __tablename__ = "library_answer"
    answer_id: Mapped[str] = mapped_column(comment="key of the answer")
    question: Mapped[str] = mapped_column(comment="the question it answers")
    answer: Mapped[str] = mapped_column(comment="the text")
    owner: Mapped[str | None] = mapped_column(comment="who keeps it right")
    review_by: Mapped[date | None] = mapped_column(comment="day by which it must be looked at again")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (live_index("library_answer", "answer_id", unique=True),)


class ApplicationPart(Versioned, Base):
    """An initiative or a text of the library that one application uses."""

    __tablename__ = "application_part"
    school_id: Mapped[str] = mapped_column(comment="the school that applies")
    award: Mapped[str] = mapped_column(comment="code of the award")
    year: Mapped[int] = mapped_column(comment="award year")
    part: Mapped[str] = mapped_column(comment="initiative or answer")
    reference: Mapped[str] = mapped_column(comment="name of the initiative, or key of the answer")
    __table_args__ = (
        one_of("part", PART_KINDS),
        live_index("application_part", "school_id", "award", "year", "part", "reference", unique=True),
    )


class PrintedReport(Base):
    """A report that was made to be kept: of which data it was, and with which choices."""

    __tablename__ = "printed_report"
    report_id: Mapped[int] = mapped_column(primary_key=True, comment="number of the report")
    school_id: Mapped[str] = mapped_column(comment="the school it is about")
    year: Mapped[int] = mapped_column(comment="year of the report")
    version: Mapped[int] = mapped_column(ForeignKey("data_version.version"), comment="data version it tells of")
    choices: Mapped[dict[str, Any]] = mapped_column(JSON, comment="sections, peer group, families, span, paragraphs")
    file_name: Mapped[str] = mapped_column(comment="name of the file")
    sha256: Mapped[str] = mapped_column(comment="SHA-256 of the file")
    made_at: Mapped[datetime] = mapped_column(comment="when, UTC")
    made_by: Mapped[str] = mapped_column(comment="who")


class DataLink(Base):
    """A data link that carries a token, so that a spreadsheet can read it where sign-in is on."""

    __tablename__ = "data_link"
    token_id: Mapped[str] = mapped_column(primary_key=True, comment="key that the token carries; no secret")
    owner: Mapped[str] = mapped_column(comment="who made it and may revoke it")
    address: Mapped[str] = mapped_column(comment="path and filters it opens")
    made_at: Mapped[datetime] = mapped_column(comment="when, UTC")
    ends_at: Mapped[datetime] = mapped_column(comment="until when it opens, UTC")
    revoked_at: Mapped[datetime | None] = mapped_column(comment="when it was revoked, UTC; empty: it was not")


class LoadJob(Base):
    """A load asked for in the browser, so that it goes on when the page is left."""

    __tablename__ = "load_job"
    job_id: Mapped[int] = mapped_column(primary_key=True, comment="number of the job")
    state: Mapped[str] = mapped_column(comment="waiting, running, done or failed")
    files: Mapped[list[str]] = mapped_column(JSON, comment="names of its files")
    made_at: Mapped[datetime] = mapped_column(comment="when, UTC")
    made_by: Mapped[str] = mapped_column(comment="who")
    seen_at: Mapped[datetime] = mapped_column(comment="when it last told of itself, UTC")
    rows_done: Mapped[int] = mapped_column(comment="rows read so far")
    rows_total: Mapped[int | None] = mapped_column(comment="rows to read; empty: not known")
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON, comment="the report of the load, or why it failed")
    __table_args__ = (one_of("state", JOB_STATES),)


class Audit(Base):
    """One act of one person: only added to; triggers refuse to change or delete a row."""

    __tablename__ = "audit"
    audit_id: Mapped[int] = mapped_column(Number, primary_key=True, comment="number of the act")
    at: Mapped[datetime] = mapped_column(comment="when, UTC")
    who: Mapped[str] = mapped_column(comment="who")
    action: Mapped[str] = mapped_column(comment="what was done, in a word")
    what: Mapped[str] = mapped_column(comment="to what, in one line")
    version: Mapped[int | None] = mapped_column(comment="the data version it made; empty: it changed no data")
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON, comment="what it said before; empty: nothing")
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON, comment="what it says since; empty: nothing")
    __table_args__ = (Index("ix_audit_at", "at"),)
