"""What the measuring of names reads: the shipped reference data, the full directory, names with their right answers."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from etl.extract.ipeds import institution_rows
from etl.transform.naming.normal import name_key
from etl.transform.schools import Alias, Institution, PrintedName, School

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "data" / "reference"
GOLD = ROOT.parent / "shared" / "facts" / "names_gold.csv"
FULL_DIRECTORY = ROOT.parent / "shared" / "reference" / "ipeds_hd2024.csv"
PRINTED = ROOT / "tests" / "data" / "printed_names.csv"
LEVELS = {"HP-HEED": "health", "LEAD": "library", "HEED": "institution"}


@dataclass(frozen=True)
class Answer:
    """A printed name with its right answer: a school (`school_id` may be blank), or nothing but a question."""

    name: PrintedName
    sure: bool
    unitid: str = ""
    kind: str = ""
    school_id: str = ""
    part: str = ""


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def institution(row: Mapping[str, str]) -> Institution:
    return Institution(
        unitid=row["unitid"],
        name=row["name"],
        aliases=_parts(row["aliases"]),
        former_names=_parts(row["former_names"]),
        city=row["city"] or None,
        state=row["state"] or None,
        control=row["control"] or None,
        level=row["level"] or None,
        system_name=row["system_name"] or None,
        web_domain=row["web_domain"] or None,
        active=row["active"] != "no",
        merged_into_unitid=row["merged_into_unitid"] or None,
        professions=_parts(row["professions"]),
        carnegie_basic_code=int(row["carnegie_basic_code"]) if row["carnegie_basic_code"] else None,
    )


def shipped_institutions() -> list[Institution]:
    return [institution(row) for row in rows(REFERENCE / "institutions.csv")]


def all_institutions() -> list[Institution]:
    """The full directory of 2024, with what the shipped subset knows beyond it."""
    shipped = {one.unitid: one for one in shipped_institutions()}
    return [shipped.get(row["unitid"]) or institution(row) for row in institution_rows(FULL_DIRECTORY)]


def schools() -> list[School]:
    return [
        School(
            school_id=row["school_id"],
            name=row["name"],
            short_name=row["short_name"] or None,
            kind=row["kind"],
            unitid=row["unitid"] or None,
            state=row["state"] or None,
            former_names=_parts(row["former_names"]),
        )
        for row in rows(REFERENCE / "schools.csv")
    ]


def aliases() -> list[Alias]:
    return [
        Alias(
            name=row["name"],
            school_id=row["school_id"] or None,
            unitid=row["unitid"] or None,
            label=row["label"] or "sure",  # type: ignore[arg-type]
            scope_parent=row["scope_parent"] or None,
            scope_state=row["scope_state"] or None,
            scope_domain=row["scope_domain"] or None,
            scope_source_url=row["scope_source_url"] or None,
            scope_award=row["scope_award"] or None,
            scope_year=int(row["scope_year"]) if row["scope_year"] else None,
            candidates=row["candidates"] or None,
            reason=row["reason"] or None,
        )
        for row in rows(REFERENCE / "names.csv")
    ]


def aliases_without(answers: Iterable[Answer]) -> list[Alias]:
    """The kept aliases, but for those of the names to be measured: what is looked up is no measure of the rules."""
    measured = {name_key(answer.name.school) for answer in answers}
    return [alias for alias in aliases() if name_key(alias.name) not in measured]


def gold() -> list[Answer]:
    """The curated names: `school_id` is given, except where the answer is to ask."""
    kinds = {school.school_id: school for school in schools()}
    found = []
    for row in rows(GOLD):
        award = None if row["award_hint"] == "(initiative)" else row["award_hint"]
        url = row["example_source_url"] or None
        name = PrintedName(
            row["school_as_printed"], row["parent_as_printed"] or None, row["state"] or None, award, None, url
        )
        school = kinds.get(row["school_id"])
        found.append(
            Answer(
                name,
                row["label"] == "sure",
                school.unitid or "" if school else "",
                school.kind if school else "",
                row["school_id"],
            )
        )
    return found


def printed() -> list[Answer]:
    """Names of schools that the shipped data does not have. What they are is public; the award says only for what sort
    of award the row is, and no win.
    """
    return [
        Answer(
            PrintedName(
                row["school"],
                row["parent"] or None,
                row["state"] or None,
                row["award"] or None,
                None,
                row["source_url"] or None,
            ),
            row["label"] == "sure",
            row["unitid"],
            row["kind"],
            part=row["part"],
        )
        for row in rows(PRINTED)
    ]
