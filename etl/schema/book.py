"""Book-keeping: who loaded what and when, what was refused, what the office has set."""

from datetime import date, datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from etl.schema.base import CHANGES, Base, Versioned, live_index, one_of


class DataVersion(Base):
    """One change of the database. Exports and reports carry its number."""

    __tablename__ = "data_version"
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="1, 2, 3 … without gaps")
    change: Mapped[str] = mapped_column(comment="what kind of change it was")
    made_at: Mapped[datetime] = mapped_column(comment="when, UTC")
    made_by: Mapped[str] = mapped_column(comment="who")
    note: Mapped[str] = mapped_column(comment="what, in one line")
    __table_args__ = (one_of("change", CHANGES),)


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


class Document(Base):
    """The text of a document of which something was loaded: the places in proposals count its characters."""

    __tablename__ = "document"
    sha256: Mapped[str] = mapped_column(primary_key=True, comment="SHA-256 of the text, as in its loads")
    source_id: Mapped[str] = mapped_column(comment="key of the document as a source")
    title: Mapped[str] = mapped_column(comment="its title")
    url: Mapped[str | None] = mapped_column(comment="its address, where it tells one")
    published_on: Mapped[date | None] = mapped_column(comment="the day it gives itself")
    text: Mapped[str] = mapped_column(comment="the text that was read")


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
    __table_args__ = (live_index("refused_row", "file_id"),)


class Setting(Base):
    """What the office has set, such as its own school."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True, comment="name of the setting")
    value: Mapped[str] = mapped_column(comment="its value")
