"""Columns that a ground table and the table derived from it share."""

from sqlalchemy.orm import Mapped, mapped_column


class InstitutionColumns:
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


class SchoolColumns:
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
