"""Tables as files: the same rows in every format, a passport that is true, all tables as one package."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from frictionless import Package
from openpyxl import load_workbook
from sqlalchemy import Connection, Engine, func, select

from dashboard.domain.choices import NotAChoice
from dashboard.export.package import write_package
from dashboard.export.passport import ColumnInfo, Passport
from dashboard.export.table import Content, ExportTable
from dashboard.export.tables import TABLES, SchoolFilter
from dashboard.export.workbook import WorkbookDraft
from dashboard.export.write import FORMATS, write_table
from dashboard.queries.records import RecordFilter, records
from dashboard.queries.sources import source_count, sources_part
from dashboard.queries.versions import newest_version
from etl.database import engine_for
from etl.schema import Observation

HOSTILE = ('=cmd|" /C calc"!A0', "-5", "a,b", 'say "x"', "two\nlines", "مرحبا", "😀 & <b>", "'")
ABOUT_SHEET = "About this file"


@pytest.fixture
def connection(shipped_url: str) -> Iterator[Connection]:
    engine = engine_for(shipped_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def written(connection: Connection, name: str, ending: str, wanted: object = None) -> tuple[bytes, Passport]:
    """The file and its passport."""
    table = TABLES[name]
    file = io.BytesIO()
    passport = write_table(file, ending, connection, table, table.start if wanted is None else wanted)
    return file.getvalue(), passport


def rows_of_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", [name for name in TABLES if name != "comparison"])
def test_every_table_is_the_same_in_every_format(connection: Connection, name: str) -> None:
    files = {ending: written(connection, name, ending) for ending in FORMATS}
    heads, *rows = rows_of_csv(files["csv"][0])
    assert {passport.rows for _, passport in files.values()} == {len(rows)}
    objects = json.loads(files["json"][0])
    assert [list(one) for one in objects[:1]] == ([heads] if rows else [])
    parquet = pq.read_table(io.BytesIO(files["parquet"][0]))
    assert (parquet.column_names, parquet.num_rows) == (heads, len(rows))
    sheet = load_workbook(io.BytesIO(files["xlsx"][0]))["Data"]
    shown = [["" if cell is None else cell for cell in line] for line in sheet.iter_rows(values_only=True)]
    assert shown[0] == heads
    for line, in_sheet, said in zip(rows, shown[1:], objects, strict=True):
        for head, cell, value, plain in zip(heads, line, in_sheet, said.values(), strict=True):
            told = value.date().isoformat() if isinstance(value, datetime) else str(value)
            assert cell.removeprefix("'") == told.removeprefix("'"), (name, head)
            if not isinstance(plain, bool | list):
                assert ("" if plain is None else str(plain)) == told, (name, head)


def test_the_passport_is_true(connection: Connection) -> None:
    wanted = RecordFilter(statuses=("won",), first_year=2018, last_year=2020)
    content, passport = written(connection, "records", "csv", wanted)
    assert passport.sha256 == sha256(content).hexdigest()
    assert passport.rows == len(rows_of_csv(content)) - 1 == len(records(connection, wanted))
    assert passport.data_version == newest_version(connection)
    said = json.loads(passport.bytes("records.csv"))
    assert said["filters"] == [{"name": "years", "value": "2018-2020"}, {"name": "status", "value": "won"}]
    assert [column["name"] for column in said["columns"]] == rows_of_csv(content)[0]
    assert all(column["meaning"] for column in said["columns"])
    book = load_workbook(io.BytesIO(written(connection, "records", "xlsx", wanted)[0]))
    told = {row[0]: row[1] for row in book[ABOUT_SHEET].iter_rows(values_only=True) if row[0]}
    assert (told["years"], told["rows"], told["table"]) == ("2018-2020", f"{passport.rows:,}", "records")
    assert (book["Data"].freeze_panes, book["Data"].auto_filter.ref) == ("A2", f"A1:L{passport.rows + 1}")


def test_the_same_data_gives_the_same_bytes(connection: Connection) -> None:
    for ending in ("csv", "json"):
        assert written(connection, "observations", ending)[0] == written(connection, "observations", ending)[0]


def test_observations_are_all_there_and_those_that_wait_come_last(shipped: Engine) -> None:
    with shipped.begin() as connection:
        one = select(func.min(Observation.row_id))
        connection.execute(
            Observation.__table__.update()  # type: ignore[attr-defined]
            .where(Observation.row_id == one.scalar_subquery())
            .values(bound_school_id=None, decision="review")
        )
        content, passport = written(connection, "observations", "csv")
        live = select(func.count()).select_from(Observation).where(Observation.valid_to.is_(None))
        assert passport.rows == connection.scalar(live)
    heads, *rows = rows_of_csv(content)
    waits = [row[heads.index("school_id")] == "" for row in rows]
    assert waits == sorted(waits)
    assert any(waits)


def test_unknown_formats_and_versions_are_told(connection: Connection) -> None:
    with pytest.raises(NotAChoice, match="known: csv, xlsx, parquet, json"):
        written(connection, "records", "ods")
    with pytest.raises(NotAChoice, match="no data version 99999"):
        write_table(io.BytesIO(), "csv", connection, TABLES["records"], RecordFilter(), 99_999)


def hostile_table() -> ExportTable:
    """A table of text that is meant for somebody's spreadsheet, not for ours."""
    columns = (
        ColumnInfo("text", "text", "a text"), ColumnInfo("n", "whole", "a number"),
        ColumnInfo("day", "day", "a day"), ColumnInfo("yes", "yes/no", "an answer"),
        ColumnInfo("many", "list", "several"),
    )  # fmt: skip
    rows = [(text, -at, date(2024, 2, 29), at % 2 == 0, (1, 2)) for at, text in enumerate(HOSTILE, 1)]
    rows.append((None, None, None, None, ()))
    return ExportTable("hostile", "Hostile", (), SchoolFilter(), lambda *_: Content(columns, iter(rows)))


@pytest.mark.parametrize("ending", FORMATS)
def test_hostile_cells_and_negative_numbers_stay_what_they_are(connection: Connection, ending: str) -> None:
    file = io.BytesIO()
    write_table(file, ending, connection, hostile_table(), SchoolFilter())
    if ending == "csv":
        found = [(row[0], row[1]) for row in rows_of_csv(file.getvalue())[1:]]
        assert found[:2] == [(f"'{HOSTILE[0]}", "-1"), ("'-5", "-2")]
    elif ending == "xlsx":
        sheet = load_workbook(file)["Data"]
        assert [cell.data_type for cell in sheet[2]][:3] == ["s", "n", "d"]
        found = [(row[0], row[1]) for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert found[:-1] == [(text, -at) for at, text in enumerate(HOSTILE, 1)]
    elif ending == "parquet":
        table = pq.read_table(io.BytesIO(file.getvalue()))
        assert table.column("text").to_pylist() == [*HOSTILE, None]
        assert [str(one) for one in table.schema.types] == ["string", "int64", "date32[day]", "bool", "string"]
    else:
        assert [one["text"] for one in json.loads(file.getvalue())] == [*HOSTILE, None]


def test_a_sheet_that_cannot_hold_the_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.export import workbook

    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    draft = WorkbookDraft(io.BytesIO(), (ColumnInfo("n", "whole", "a number"),))
    with pytest.raises(workbook.TooManyRows, match="take CSV or Parquet"):
        draft.add([(1,), (2,), (3,)])


def test_the_package_is_valid_and_its_checksums_hold(connection: Connection, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with path.open("w+b") as file:
        passports = write_package(file, connection)
    with zipfile.ZipFile(path) as package:
        package.extractall(tmp_path)
        described = json.loads(package.read("datapackage.json"))
    assert (
        [one["name"] for one in described["resources"]]
        == [one.name for one in TABLES.values() if one.data]
        == [one.table for one in passports]
    )
    for one in described["resources"]:
        content = (tmp_path / one["path"]).read_bytes()
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert one["bytes"] == len(content)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])[:5]


def test_a_comparison_is_that_of_the_page(connection: Connection) -> None:
    wanted = TABLES["comparison"].wanted({"school": ["umkc-som"], "with": ["jhu", "adelphi"], "years": ["2018-2023"]})
    heads, *rows = rows_of_csv(written(connection, "comparison", "csv", wanted)[0])
    by_school = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    assert next(iter(by_school)) == "umkc-som"
    for key, row in by_school.items():
        known = records(
            connection, RecordFilter(school_ids=(key,), families=("HEED",), first_year=2018, last_year=2023)
        )
        assert int(row["wins"]) == sum(known["status"] == "won") == sum(row[str(y)] == "won" for y in range(2018, 2024))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"group": ["nobody"]}, "no peer group is called 'nobody'"),
        ({"with": ["nobody"]}, "no school has the key 'nobody'"),
        ({}, "nothing to compare with"),
        ({"with": ["jhu"], "years": ["1900-1901"]}, "choose a group|no HEED cycle"),
    ],
)
def test_a_comparison_with_nothing_is_told(connection: Connection, given: dict[str, list[str]], told: str) -> None:
    with pytest.raises(NotAChoice, match=told):
        written(connection, "comparison", "csv", TABLES["comparison"].wanted(given))


def test_sources_and_initiatives_are_those_of_their_pages(connection: Connection) -> None:
    found = rows_of_csv(written(connection, "sources", "csv", TABLES["sources"].wanted({"q": ["nursing 2023"]}))[0])[1:]
    assert len(found) == source_count(connection, "nursing 2023") > 0
    assert [row[0] for row in found] == [info.source_id for info, _ in sources_part(connection, "nursing 2023")]
    given = {"category": ["Pathway & recruitment"], "school": ["vtc-som", "umkc-som"], "q": ["program"]}
    heads, *cited = rows_of_csv(written(connection, "initiatives", "csv", TABLES["initiatives"].wanted(given))[0])
    every = rows_of_csv(written(connection, "initiatives", "csv")[0])[1:]
    school, category = heads.index("school_id"), heads.index("category")
    assert len(cited) == 6
    shown = [heads.index(name) for name in ("initiative", "school", "school_id", "category", "source")]
    assert cited == [
        row
        for row in every
        if row[school] in given["school"] and row[category] == given["category"][0]
        and "program" in " ".join(row[at] for at in shown).casefold()
    ]  # fmt: skip
