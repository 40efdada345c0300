"""Tables, constraints and column comments: the contract between what gets in and what is asked.

Four groups:

* ground tables hold what files say, a row each, and are only ever added to; a row that no longer counts is closed;
* derived tables hold what follows from the ground (schools, calendar, records, year statuses), versioned alike;
* book-keeping says who loaded what and when, what was refused, and what the office has set;
* the office's own tables hold what it enters by hand beside its log: plans, tasks, texts, reports, links; and the
  audit log.

A row of the first two groups counts from data version `valid_from` up to, not including, `valid_to`. The newest version
is the rows whose `valid_to` is empty; any earlier version can be asked for again.
"""

from sqlalchemy import Table

from etl.schema.base import (
    AWARD_LEVELS,
    AWARD_ROLES,
    BASES,
    CHANGES,
    CLAIM_KINDS,
    DECISIONS,
    ENTERED,
    ENTERED_SOURCE,
    LABELS,
    OUTCOMES,
    PUBLISHER_KINDS,
    REVIEW,
    STATUSES,
    Base,
    Ground,
    Printed,
    Versioned,
)
from etl.schema.book import DataVersion, Document, File, Load, RefusedRow, Setting
from etl.schema.derived import Calendar, Clash, Institution, Record, School, UnresolvedName, YearStatus
from etl.schema.ground import (
    Award,
    AwardName,
    Claim,
    Cycle,
    Initiative,
    InstitutionEdition,
    Name,
    Observation,
    PeerMember,
    RecipientsTotal,
    SchoolEntry,
    Source,
)
from etl.schema.office import (
    JOB_STATES,
    PART_KINDS,
    ApplicationPart,
    ApplicationTask,
    Audit,
    DataLink,
    DeadlineStep,
    LibraryAnswer,
    LoadJob,
    PrintedReport,
)

__all__ = [
    "AWARD_LEVELS",
    "AWARD_ROLES",
    "BASES",
    "CHANGES",
    "CLAIM_KINDS",
    "DECISIONS",
    "ENTERED",
    "ENTERED_SOURCE",
    "JOB_STATES",
    "LABELS",
    "OUTCOMES",
    "PART_KINDS",
    "PUBLISHER_KINDS",
    "REVIEW",
    "STATUSES",
    "ApplicationPart",
    "ApplicationTask",
    "Audit",
    "Award",
    "AwardName",
    "Base",
    "Calendar",
    "Claim",
    "Clash",
    "Cycle",
    "DataLink",
    "DataVersion",
    "DeadlineStep",
    "Document",
    "File",
    "Ground",
    "Initiative",
    "Institution",
    "InstitutionEdition",
    "LibraryAnswer",
    "Load",
    "LoadJob",
    "Name",
    "Observation",
    "PeerMember",
    "Printed",
    "PrintedReport",
    "RecipientsTotal",
    "Record",
    "RefusedRow",
    "School",
    "SchoolEntry",
    "Setting",
    "Source",
    "UnresolvedName",
    "Versioned",
    "YearStatus",
    "tables",
]


def tables() -> dict[str, Table]:
    """All tables by name."""
    return dict(Base.metadata.tables)
