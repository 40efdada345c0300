"""The kinds of file that can be loaded, and the columns of each.

This is the contract between reading (which finds the columns in a file), cleaning (which turns text into values)
and loading (which writes the values to the table of the kind). A new kind of file is a new `Kind` here.
"""

from dataclasses import dataclass
from typing import Literal

Parse = Literal[
    "text",
    "printed_name",
    "award",
    "year",
    "whole",
    "decimal",
    "yes_no",
    "day",
    "url",
    "state",
    "unitid",
    "code",
    "choice",
]
"""How a cell becomes a value. `printed_name` keeps the print but for white space and invisible marks; `award` is a
code or any printed name of an award; `code` is an identifier kept as text (leading zeros and all)."""


@dataclass(frozen=True)
class Column:
    """One column of a kind: its name in the schema, how its cells are read, and what else a spreadsheet calls it."""

    name: str
    parse: Parse = "text"
    required: bool = False
    default: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """For `choice`: pairs (how a spreadsheet may put it, the value it means); both compared without case."""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)  # each is there once: told apart by what it is, not by all that it holds
class Kind:
    """One kind of file.

    `key` names the columns that tell two rows of one file apart; a row with the same key and other content is a
    changed row. `marks` are sets of columns: a file that has all columns of one set may be of this kind.
    `table` is the table that holds its rows, `order` its place when a folder is loaded.
    """

    name: str
    title: str
    table: str
    order: int
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]
    fixed: tuple[tuple[str, str], ...] = ()
    """Values that every row of this kind has, whatever the file says: (column, value)."""

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError when the kind has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")


def _same(*values: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, value) for value in values)


OUTCOMES = (
    *_same("won", "not_won", "did_not_apply", "withdrawn", "submitted", "drafting", "planned"),
    ("win", "won"), ("winner", "won"), ("recipient", "won"), ("awarded", "won"), ("received", "won"),
    ("not won", "not_won"), ("not awarded", "not_won"), ("declined", "not_won"), ("rejected", "not_won"),
    ("unsuccessful", "not_won"), ("not selected", "not_won"), ("lost", "not_won"),
    ("did not apply", "did_not_apply"), ("not applied", "did_not_apply"), ("no application", "did_not_apply"),
    ("applied", "submitted"), ("pending", "submitted"), ("under review", "submitted"),
    ("draft", "drafting"), ("in preparation", "drafting"), ("in progress", "drafting"),
    ("plan", "planned"), ("intended", "planned"),
)  # fmt: skip

SCHOOL_KINDS = (
    "institution", "system", "medicine", "osteopathic medicine", "nursing", "dentistry", "pharmacy",
    "veterinary medicine", "public health", "allied health", "optometry", "law", "library",
    "health sciences center", "academic medical center", "other unit",
)  # fmt: skip

_WHO = (
    Column("school_as_printed", "printed_name", required=True, synonyms=(
        "school", "school name", "name of school", "winner", "recipient", "awardee", "honoree", "college", "school/college",
        "recipient name", "award recipient", "applicant", "college or school", "unit", "name", "campus", "institution",
        "institution name", "university", "organization", "schools", "winners", "recipients", "awardees", "honorees",
        "colleges", "institutions", "universities", "winning school", "winning institution", "award winner")),
    Column("parent_as_printed", "printed_name", synonyms=(
        "parent", "parent institution", "university name", "home institution", "system", "part of", "parent name",
        "university", "institution", "institution name", "parent university", "college or university")),
    Column("state", "state", synonyms=("st", "state code", "us state", "location")),
)  # fmt: skip

_SOURCE = (
    Column("source_id", "code", synonyms=("source", "source key")),
    Column("source_url", "url", synonyms=("url", "link", "web page", "page", "address", "source link", "reference")),
)
_NOTE = Column("note", synonyms=("notes", "comment", "comments", "remark", "remarks"))
_SUSPECT = Column("suspect", "yes_no", default="no", synonyms=("doubtful", "questionable", "do not count"))
_YEAR = Column("year", "year", required=True, synonyms=("award year", "cycle", "cycle year", "yr", "award_yr"))
_AWARD = Column(
    "award", "award", required=True, synonyms=("award name", "award code", "prize", "recognition", "honor", "program")
)
_AWARD_PRINT = Column("award_as_printed", "printed_name", synonyms=("award as printed", "printed award"))

_WHO_OR_ID = (
    Column("school_id", "code", synonyms=("school key", "school code")),
    Column("school_as_printed", "printed_name", synonyms=_WHO[0].synonyms),
    *_WHO[1:],
)

WINNERS = Kind(
    "winners", "winner list", "observation", 80,
    (*_WHO, _AWARD, _AWARD_PRINT, _YEAR,
     Column("outcome", "choice", default="won", choices=OUTCOMES, synonyms=("result", "status", "decision")),
     Column("basis", "choice", default="announced", choices=_same("announced", "claimed"),
            synonyms=("evidence", "kind of statement")),
     *_SOURCE, Column("place", synonyms=("where in the source", "page number", "paragraph")), _SUSPECT, _NOTE),
    key=("source_id", "source_url", "school_as_printed", "parent_as_printed", "state", "award", "year", "basis"),
    marks=(("school_as_printed", "award", "year"), ("school_as_printed", "year"), ("school_as_printed", "award")),
)  # fmt: skip

APPLICATIONS = Kind(
    "applications", "application log", "observation", 90,
    (*_WHO, _AWARD, _YEAR,
     Column("outcome", "choice", required=True, choices=OUTCOMES, synonyms=(
         "status", "result", "application status", "decision", "stage", "state of application")),
     Column("stated_on", "day", synonyms=("date", "as of", "updated", "updated on", "entered on", "status date",
                                          "decided on", "decision date", "submitted on", "date submitted")),
     Column("owner", synonyms=("responsible", "lead", "contact", "who", "prepared by", "assigned to")),
     _NOTE),
    key=("school_as_printed", "parent_as_printed", "state", "award", "year", "stated_on"),
    marks=(("award", "year", "outcome", "owner"), ("award", "year", "outcome", "stated_on"),
           ("school_as_printed", "award", "year", "outcome")),
    fixed=(("basis", "own_log"),),
)  # fmt: skip

CLAIMS = Kind(
    "claims", "counted claims", "claim", 100,
    (*_WHO_OR_ID,
     Column("family", "code", required=True, synonyms=("award_family", "award family", "award", "lineage")),
     Column("as_of_year", "year", required=True, synonyms=("as of", "year", "as of award year", "award year")),
     Column("claim", "choice", required=True,
            choices=(*_same("consecutive", "total", "first_time", "every_year_since"), ("in a row", "consecutive"),
                     ("streak", "consecutive"), ("first time", "first_time"), ("first", "first_time"),
                     ("times", "total"), ("every year since", "every_year_since"), ("since", "every_year_since")),
            synonyms=("kind", "kind of claim", "claim kind", "claim type", "type")),
     Column("n", "whole", required=True, synonyms=("count", "number", "how many")),
     Column("counts_from", "year", synonyms=("counted from", "from year", "since")),
     Column("words", synonyms=("claim as printed", "quote", "as printed", "text", "statement")),
     Column("ambiguous", "yes_no", default="no", synonyms=("unclear",)),
     *_SOURCE, _SUSPECT, _NOTE),
    key=("source_id", "source_url", "school_id", "school_as_printed", "family", "as_of_year", "claim", "words"),
    marks=(("claim", "n", "as_of_year"),),
)  # fmt: skip

INITIATIVES = Kind(
    "initiatives", "initiatives", "initiative", 110,
    (*_WHO_OR_ID,
     Column("initiative", "printed_name", required=True, synonyms=(
         "initiative_name", "initiative name", "programme", "program", "program name", "project", "activity")),
     Column("category", synonyms=("type", "theme", "area")),
     Column("year", "year", synonyms=("award year", "cycle", "year cited", "cited in")),
     *_SOURCE, _NOTE),
    key=("source_id", "source_url", "school_id", "school_as_printed", "initiative", "year"),
    marks=(("initiative",),),
)  # fmt: skip

SOURCES = Kind(
    "sources", "sources", "source", 60,
    (Column("source_id", "code", required=True, synonyms=("source", "id")),
     Column("url", "url", synonyms=("link", "address", "web page")),
     Column("title", required=True, synonyms=("headline", "page title")),
     Column("publisher_kind", "choice", default="other", choices=_same("school", "magazine", "news", "own office", "other"),
            synonyms=("kind", "publisher kind", "type")),
     Column("published_on", "day", synonyms=("published", "date", "publication date")),
     Column("mirror", "yes_no", default="no", synonyms=("copy", "aggregator")),
     _NOTE),
    key=("source_id",), marks=(("source_id", "title"),),
)  # fmt: skip

AWARDS = Kind(
    "awards", "awards", "award", 20,
    (Column("award", "code", required=True, synonyms=("award code", "code")),
     Column("name", required=True, synonyms=("award name",)),
     Column("short_name", synonyms=("short name",)),
     Column("family", "code", required=True, synonyms=("award family", "lineage")),
     Column("role", "choice", default="award", choices=_same("award", "tier", "mention")),
     Column("on_top_of", "code", synonyms=("tier of",)),
     Column("given_to", "choice", default="any", choices=_same("any", "institution", "health", "library")),
     Column("publisher", synonyms=("giver",)), _NOTE),
    key=("award",), marks=(("award", "family", "role"),),
)  # fmt: skip

AWARD_NAMES = Kind(
    "award_names", "names of awards", "award_name", 30,
    (Column("award", "code", required=True, synonyms=("award code", "code")),
     Column("name", "printed_name", required=True, synonyms=("award name", "printed name")),
     Column("from_year", "year", synonyms=("from",)), Column("to_year", "year", synonyms=("to",)),
     Column("publisher", synonyms=("giver",)), _NOTE),
    key=("award", "name", "from_year"), marks=(("award", "name", "from_year", "to_year"),),
)  # fmt: skip

CYCLES = Kind(
    "cycles", "award cycles", "cycle", 50,
    (Column("award", "award", required=True, synonyms=_AWARD.synonyms), _YEAR,
     Column("held", "yes_no", default="yes", synonyms=("was held",)),
     Column("announced", "yes_no", synonyms=("winners announced", "results out")),
     Column("opens_on", "day", synonyms=("opens", "opening date")),
     Column("deadline_on", "day", synonyms=("deadline", "due", "due date", "closes", "closing date")),
     Column("announced_on", "day", synonyms=("announcement date", "date announced")),
     Column("award_name", synonyms=("award_name_that_year", "name that year")),
     Column("publisher", synonyms=("publisher_name_that_year", "giver")),
     Column("list_complete_by", synonyms=("list complete by", "complete list confirmed by")),
     Column("list_complete_on", "day", synonyms=("list complete on",)), _NOTE),
    key=("award", "year"),
    marks=(("award", "year", "held"), ("award", "year", "deadline_on"), ("award", "year", "announced"),
           ("award", "year", "award_name"), ("award", "year", "opens_on"), ("award", "year", "list_complete_by")),
)  # fmt: skip

RECIPIENTS = Kind(
    "recipients", "printed numbers of recipients", "recipients_total", 70,
    (Column("award", "award", required=True, synonyms=_AWARD.synonyms), _YEAR,
     Column("recipients", "whole", required=True, synonyms=("number of recipients", "winners", "total", "recipients_best")),
     *_SOURCE, _NOTE),
    key=("award", "year", "source_id", "source_url"), marks=(("award", "year", "recipients"),),
)  # fmt: skip

SCHOOLS = Kind(
    "schools", "schools", "school_entry", 30,
    (Column("school_id", "code", required=True, synonyms=("school key", "id")),
     Column("name", "printed_name", required=True, synonyms=("school", "school name")),
     Column("short_name", synonyms=("short name", "abbreviation", "acronym")),
     Column("kind", "choice", required=True, choices=_same(*SCHOOL_KINDS), synonyms=("kind of school", "type", "unit type")),
     Column("institution_name", "printed_name", synonyms=("institution", "parent", "university")),
     Column("unitid", "unitid", synonyms=("ipeds unitid", "ipeds id", "unit id", "ipeds")),
     Column("state", "state", synonyms=("st",)),
     Column("former_names", synonyms=("former names", "formerly")), _NOTE),
    key=("school_id",), marks=(("school_id", "name", "kind"),),
)  # fmt: skip

NAMES = Kind(
    "names", "names (aliases)", "name", 40,
    (Column("name", "printed_name", required=True, synonyms=("school_as_printed", "alias", "printed name", "school", "name as printed")),
     Column("school_id", "code", synonyms=("school key", "means")),
     Column("unitid", "unitid", synonyms=("ipeds unitid", "unit id")),
     Column("label", "choice", default="sure", choices=_same("sure", "ambiguous", "not_a_school"), synonyms=("verdict", "answer")),
     Column("scope_parent", "printed_name", synonyms=("parent", "parent_as_printed")),
     Column("scope_state", "state", synonyms=("state",)),
     Column("scope_domain", "code", synonyms=("domain", "web domain")),
     Column("scope_source_url", "url", synonyms=("source_url", "source url", "url")),
     Column("scope_award", "award", synonyms=("award",)),
     Column("scope_year", "year", synonyms=("year",)),
     Column("candidates", synonyms=("could be",)),
     Column("reason", synonyms=("why",)),
     Column("said_by", synonyms=("who", "source")), Column("said_on", "day", synonyms=("when",))),
    key=("name", "scope_parent", "scope_state", "scope_domain", "scope_source_url", "scope_award", "scope_year"),
    marks=(("name", "school_id", "scope_domain"), ("name", "school_id", "label"), ("name", "school_id", "scope_parent")),
)  # fmt: skip

INSTITUTIONS = Kind(
    "institutions", "institutions (IPEDS)", "institution_edition", 10,
    (Column("unitid", "unitid", required=True, synonyms=("ipeds unitid", "unit id")),
     Column("name", "printed_name", required=True, synonyms=("institution name", "institution", "instnm")),
     Column("edition", "year", synonyms=("directory year", "ipeds year")),
     Column("aliases"), Column("former_names"), Column("city"), Column("state", "state", synonyms=("stabbr",)),
     Column("region"), Column("control"), Column("level"), Column("hbcu", "yes_no"), Column("tribal", "yes_no"),
     Column("land_grant", "yes_no"), Column("medical", "yes_no"), Column("hospital", "yes_no"),
     Column("locale"), Column("carnegie_basic_code", "whole"), Column("carnegie_basic"), Column("size_class"),
     Column("system_name"), Column("web_domain"), Column("latitude", "decimal"), Column("longitude", "decimal"),
     Column("active", "yes_no", default="yes"), Column("merged_into_unitid", "unitid"), Column("ror_id", "code"),
     Column("ug_headcount_2023_24", "whole"), Column("professions")),
    key=("unitid", "edition"), marks=(("unitid", "name", "control"), ("unitid", "name", "web_domain")),
)  # fmt: skip

PEERS = Kind(
    "peers", "peer groups", "peer_member", 120,
    (Column("group_name", "printed_name", required=True, synonyms=("group", "peer group", "group name")),
     *_WHO_OR_ID,
     Column("reason", synonyms=("why", "rationale")), Column("frozen_on", "day", synonyms=("date", "as of", "frozen"))),
    key=("group_name", "school_id", "school_as_printed", "parent_as_printed", "state"),
    marks=(("group_name", "school_id"), ("group_name", "school_as_printed")),
)  # fmt: skip

KINDS: tuple[Kind, ...] = (
    INSTITUTIONS, AWARDS, AWARD_NAMES, SCHOOLS, NAMES, CYCLES, SOURCES, RECIPIENTS, WINNERS, APPLICATIONS, CLAIMS,
    INITIATIVES, PEERS,
)  # fmt: skip


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises KeyError listing the known kinds when there is none."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise KeyError(f"no kind {name!r}; known: {', '.join(sorted(kind.name for kind in KINDS))}")
