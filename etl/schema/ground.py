"""Ground tables: what files say, a row each, with its place. A row that no longer counts is closed."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from etl.kinds import SCHOOL_KINDS
from etl.schema.base import (
    AWARD_LEVELS,
    AWARD_ROLES,
    BASES,
    CLAIM_KINDS,
    DECISIONS,
    LABELS,
    OUTCOMES,
    PUBLISHER_KINDS,
    Base,
    Ground,
    Printed,
    live_index,
    one_of,
)
from etl.schema.columns import InstitutionColumns, SchoolColumns


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
        one_of("publisher_kind", PUBLISHER_KINDS),
        live_index("source", "file_id"),
        live_index("source", "source_id"),
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
        one_of("role", AWARD_ROLES),
        one_of("given_to", AWARD_LEVELS),
        live_index("award", "file_id"),
        live_index("award", "award"),
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
    __table_args__ = (live_index("award_name", "file_id"),)


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
    __table_args__ = (live_index("cycle", "file_id"), live_index("cycle", "award", "year"))


class RecipientsTotal(Ground, Base):
    """A number of recipients as one source prints it."""

    __tablename__ = "recipients_total"
    award: Mapped[str] = mapped_column(comment="code of the award")
    year: Mapped[int] = mapped_column(comment="award year")
    recipients: Mapped[int] = mapped_column(comment="number of recipients as printed")
    source_id: Mapped[str] = mapped_column(comment="who prints it")
    note: Mapped[str | None] = mapped_column(comment="remark")
    __table_args__ = (live_index("recipients_total", "file_id"), live_index("recipients_total", "award", "year"))


class InstitutionEdition(InstitutionColumns, Ground, Base):
    """An institution as one edition of the directory has it."""

    __tablename__ = "institution_edition"
    __table_args__ = (live_index("institution_edition", "file_id"), live_index("institution_edition", "unitid"))


class SchoolEntry(SchoolColumns, Ground, Base):
    """A school as a file lists it."""

    __tablename__ = "school_entry"
    __table_args__ = (
        one_of("kind", SCHOOL_KINDS),
        live_index("school_entry", "file_id"),
        live_index("school_entry", "school_id"),
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
    __table_args__ = (one_of("label", LABELS), live_index("name", "file_id"))


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
        one_of("outcome", OUTCOMES),
        one_of("basis", BASES),
        one_of("decision", DECISIONS),
        live_index("observation", "file_id"),
        live_index("observation", "bound_school_id", "award", "year"),
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
        one_of("claim", CLAIM_KINDS),
        one_of("decision", DECISIONS),
        live_index("claim", "file_id"),
        live_index("claim", "bound_school_id"),
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
        one_of("decision", DECISIONS),
        live_index("initiative", "file_id"),
        live_index("initiative", "bound_school_id"),
    )


class PeerMember(Printed, Ground, Base):
    """A school's place in a named, frozen peer group."""

    __tablename__ = "peer_member"
    group_name: Mapped[str] = mapped_column(comment="name of the group")
    school_id: Mapped[str | None] = mapped_column(comment="the school, where the file names it by key")
    reason: Mapped[str | None] = mapped_column(comment="why it is in the group")
    frozen_on: Mapped[date | None] = mapped_column(comment="day on which the group was fixed")
    __table_args__ = (one_of("decision", DECISIONS), live_index("peer_member", "file_id"))
