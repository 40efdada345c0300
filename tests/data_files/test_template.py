"""The empty workbook for an office's application log: it offers what the program reads, and it holds no data."""

import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from etl.kinds import APPLICATIONS, OUTCOMES

HEADS = ["School", "Parent institution", "State", "Award", "Award year", "Status", "Date", "Owner", "Note"]


@pytest.fixture(scope="module")
def path(data_folder: Path) -> Path:
    return data_folder / "templates" / "application-log.xlsx"


@pytest.fixture(scope="module")
def workbook(path: Path) -> Workbook:
    return load_workbook(path)


def test_heads_are_known_columns(workbook: Workbook) -> None:
    sheet = workbook["Applications"]
    heads = [cell.value for cell in sheet[1]]
    assert heads == HEADS
    meant = {}
    for head in HEADS:
        for column in APPLICATIONS.columns:
            if head.casefold() in (column.name, *column.synonyms):
                meant[head] = column.name
                break
    assert list(meant) == HEADS
    assert set(meant.values()) == {column.name for column in APPLICATIONS.columns}


def test_no_row_could_be_loaded(workbook: Workbook) -> None:
    assert workbook.sheetnames == ["Applications", "How to fill this in"]
    assert workbook["Applications"].max_row == 1
    known = {name for column in APPLICATIONS.columns for name in (column.name, *column.synonyms)}
    for row in workbook["How to fill this in"].iter_rows(values_only=True):
        assert sum(str(cell).casefold() in known for cell in row) < 2, row


def test_statuses_offered_are_understood_and_explained(workbook: Workbook) -> None:
    offered = {
        str(validation.sqref): str(validation.formula1).strip('"').split(",")
        for validation in workbook["Applications"].data_validations.dataValidation
        if validation.type == "list"
    }
    (cells, statuses), *others = offered.items()
    assert (cells, others) == ("F2:F5001", [])
    meanings = dict(OUTCOMES)
    assert sorted(meanings[status] for status in statuses) == sorted({value for _, value in OUTCOMES})
    explained = {row[0] for row in workbook["How to fill this in"].iter_rows(values_only=True)}
    assert set(statuses) <= explained and set(HEADS) <= explained


def test_head_stays_in_sight(workbook: Workbook) -> None:
    sheet = workbook["Applications"]
    assert sheet.freeze_panes == "A2"
    assert all(cell.font.bold and cell.fill.fgColor.rgb == "FF1F4E79" for cell in sheet[1])


def test_nothing_in_it_tells_when_or_by_whom(path: Path, workbook: Workbook) -> None:
    """The same workbook built twice is the same file."""
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = workbook.properties
    assert (properties.created, properties.modified) == (datetime(2026, 11, 1), datetime(2026, 11, 1))
    assert not properties.creator and not properties.lastModifiedBy
