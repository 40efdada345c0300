"""The data package describes every shipped file, and every file is as described."""

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system

from etl.kinds import KINDS, Kind, kind_named

# frictionless and what it builds on still call functions that newer Pythons and libraries announce to remove.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
]

KIND_OF = {
    "institutions": "institutions",
    "schools": "schools",
    "names": "names",
    "awards": "awards",
    "award_names": "award_names",
    "cycles": "cycles",
    "sources": "sources",
    "observations": "winners",
    "recipients": "recipients",
    "claims": "claims",
    "initiatives": "initiatives",
}
FOLDERS = ("reference", "records", "templates")
Resource = dict[str, Any]


@pytest.fixture(scope="module")
def package(data_folder: Path) -> dict[str, Any]:
    descriptor: dict[str, Any] = json.loads((data_folder / "datapackage.json").read_text(encoding="utf-8"))
    return descriptor


@pytest.fixture(scope="module")
def tables(package: dict[str, Any]) -> list[Resource]:
    return [resource for resource in package["resources"] if resource["format"] == "csv"]


@pytest.fixture
def copied(data_folder: Path, tmp_path: Path) -> Path:
    """A copy of the described files that may be spoiled."""
    for folder in FOLDERS:
        shutil.copytree(data_folder / folder, tmp_path / folder)
    shutil.copy(data_folder / "datapackage.json", tmp_path)
    return tmp_path


def faults(folder: Path) -> set[tuple[str, str]]:
    """Pairs of resource and kind of error that the package in that folder has."""
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    general = {("package", error.type) for error in report.errors}
    return general | {(task.name, error.type) for task in report.tasks for error in task.errors}


def fields(resource: Resource) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in resource["schema"]["fields"]}


def kind_columns(kind: Kind) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Columns of a kind with the values they may have; no values for columns without a choice."""
    for column in kind.columns:
        yield column.name, tuple(sorted({value for _, value in column.choices}))


def test_every_file_is_described(data_folder: Path, package: dict[str, Any]) -> None:
    shipped = {
        path.relative_to(data_folder).as_posix()
        for folder in FOLDERS
        for path in (data_folder / folder).rglob("*")
        if path.is_file()
    }
    assert {resource["path"] for resource in package["resources"]} == shipped


def test_everything_is_valid(data_folder: Path) -> None:
    assert faults(data_folder) == set()


@dataclass(frozen=True)
class Spoiled:
    """A change of a file, and the kind of error that it must lead to in a resource."""

    path: str
    old: str
    new: str
    resource: str
    error: str


@pytest.mark.parametrize(
    "change",
    [
        Spoiled("records/observations.csv", "s0001,", "s9999,", "observations", "foreign-key"),
        Spoiled("records/recipients.csv", "HEED,2012,", "HEED,2011,", "recipients", "constraint-error"),
        Spoiled("records/recipients.csv", "HP-HEED,2016,", "HP-HEED,2015,", "recipients", "foreign-key"),
        Spoiled("reference/schools.csv", "umkc-som,", "umkc-dentistry,", "schools", "primary-key"),
        Spoiled("reference/schools.csv", ",178402,MO", ",999999,MO", "schools", "foreign-key"),
        Spoiled("records/claims.csv", "umkc-som,", "umkc-sum,", "claims", "foreign-key"),
        Spoiled("records/sources.csv", ",2021-10-18,", ",2021-10-32,", "sources", "type-error"),
        Spoiled("reference/awards.csv", ",tier,HEED", ",tier,HEAD", "awards", "foreign-key"),
        Spoiled("reference/names.csv", "source_url", "page", "names", "incorrect-label"),
    ],
    ids=lambda change: f"{change.resource}-{change.error}",
)
def test_a_fault_is_found(copied: Path, change: Spoiled) -> None:
    file = copied / change.path
    text = file.read_text(encoding="utf-8")
    assert change.old in text
    file.write_text(text.replace(change.old, change.new), encoding="utf-8", newline="")
    assert (change.resource, change.error) in faults(copied)


def test_a_changed_byte_is_found(copied: Path) -> None:
    file = copied / "reference" / "institutions.csv"
    file.write_bytes(file.read_bytes().replace(b"Kansas", b"Kanzas", 1))
    assert faults(copied) == {("institutions", "hash-count")}


def test_sizes_and_checksums(data_folder: Path, package: dict[str, Any]) -> None:
    """What to write into the package after a file was changed stands in the message."""
    found, described = {}, {}
    for resource in package["resources"]:
        content = (data_folder / resource["path"]).read_bytes()
        found[resource["path"]] = (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        described[resource["path"]] = (resource["bytes"], resource["hash"])
    assert described == found


def test_every_kind_of_table_is_known(tables: list[Resource]) -> None:
    assert {resource["name"] for resource in tables} == set(KIND_OF)
    assert {kind.name for kind in KINDS} - set(KIND_OF.values()) == {"applications", "peers"}


def test_columns_are_those_of_the_kind(tables: list[Resource]) -> None:
    for resource in tables:
        kind = kind_named(KIND_OF[resource["name"]])
        known = [name for name, _ in kind_columns(kind)]
        named = list(fields(resource))
        assert set(named) <= set(known), resource["name"]
        assert {column.name for column in kind.columns if column.required} <= set(named), resource["name"]
        assert set(resource["schema"]["primaryKey"]) == set(kind.key) & set(named), resource["name"]


def test_choices_are_those_of_the_kind(tables: list[Resource]) -> None:
    for resource in tables:
        described = fields(resource)
        for name, values in kind_columns(kind_named(KIND_OF[resource["name"]])):
            if values and name in described:
                assert set(described[name]["constraints"]["enum"]) <= set(values), (resource["name"], name)


def test_everything_is_explained(package: dict[str, Any]) -> None:
    for resource in package["resources"]:
        assert {"title", "description", "licenses", "bytes", "hash", "encoding"} <= resource.keys(), resource["name"]
        for field in resource["schema"]["fields"]:
            assert field["type"] and field["description"].endswith("."), (resource["name"], field["name"])
            if field["type"] in ("integer", "number") and not field["name"].endswith("_code"):
                assert field["unit"], (resource["name"], field["name"])


def test_files_are_plain_and_sorted(data_folder: Path, tables: list[Resource]) -> None:
    """UTF-8 without mark, lines ended by LF, quoted only where needed, sorted by the key."""
    for resource in tables:
        content = (data_folder / resource["path"]).read_bytes()
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        again = io.StringIO()
        csv.writer(again, lineterminator="\n").writerows(rows)
        assert again.getvalue().encode() == content, resource["path"]
        places = [rows[0].index(name) for name in resource["schema"]["primaryKey"]]
        keys = [[row[place] for place in places] for row in rows[1:]]
        assert keys == sorted(keys), resource["path"]
        assert not any(cell != cell.strip() for row in rows for cell in row), resource["path"]


def test_claims_count_known_awards(data: Callable[[str], list[dict[str, str]]]) -> None:
    awards = data("reference/awards")
    known = {row["family"] for row in awards} | {f"award:{row['award']}" for row in awards}
    assert {row["family"] for row in data("records/claims")} <= known


def test_announced_cycles_have_evidence(data: Callable[[str], list[dict[str, str]]]) -> None:
    seen = {(row["award"], row["year"]) for row in (*data("records/observations"), *data("records/recipients"))}
    for cycle in data("reference/cycles"):
        expected = "yes" if (cycle["award"], cycle["year"]) in seen else ""
        assert cycle["announced"] == expected, (cycle["award"], cycle["year"])
